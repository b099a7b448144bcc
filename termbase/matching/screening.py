"""Which terms can occur in some texts at all, told from their words alone.

For a process that reads one draft: an index of the whole base would take longer to build than to use. Whatever passes
is looked for properly; what does not pass cannot be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from termbase.errors import Invalid
from termbase.languages import Language, language, primary
from termbase.matching.folding import fold
from termbase.matching.pattern import EXACT, GAP, NUMBER, WORD, Choice, Sequence, glued, parse
from termbase.matching.words import tokenizer

_BRACKETS = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")
_MARKS = re.compile(r"<(?:number|word)>|[~=]")
_NO_MARKS = str.maketrans(dict.fromkeys((GAP, NUMBER, WORD), "\n") | {EXACT: ""})
Passes = Callable[[str, str, str], bool]


def screen(texts: Mapping[str, Iterable[str]]) -> Passes:
    """A test (tag, text, pattern) → whether such a term can occur in the texts, which are given by language tag."""
    by_code: dict[str, list[str]] = {}
    for tag, own in texts.items():
        by_code.setdefault(primary(tag), []).extend(own)
    screens = {code: _screen(language(code), " \n\n ".join(own)) for code, own in by_code.items()}
    return lambda tag, text, pattern: (own := screens.get(primary(tag))) is not None and own(text, pattern)


def _screen(spoken: Language, text: str) -> Callable[[str, str], bool]:
    folded = fold(text, spoken).text
    tokens = tokenizer(spoken)
    holds = _words(spoken, tokens.findall(folded)) if spoken.spaced else folded.__contains__
    parts = tokens.findall if spoken.spaced else _pairs

    def has(part: str) -> bool:
        return all(map(holds, parts(fold(part.translate(_NO_MARKS), spoken).text)))

    def passes(text: str, pattern: str) -> bool:
        if not pattern:
            return has(text)
        if "\\" in pattern or (spoken.spaced and glued(pattern)):
            return True
        with suppress(Invalid):
            return has(_required(pattern)) and _possible(parse(pattern), has)
        return True

    return passes


def _possible(tree: Sequence, has: Callable[[str], bool]) -> bool:
    """Whether the texts have all words of any wording."""
    return all(
        any(_possible(option, has) for option in part.options) if isinstance(part, Choice) else has(part)
        for part in tree
    )


def _words(spoken: Language, words: Iterable[str]) -> Callable[[str], bool]:
    """Whether a term's word is one of the text's, in any form."""
    forms: set[str] = set()
    for word in set(words):
        forms.update((word, word.removesuffix("s"), *spoken.forms(word)))
    known: dict[str, bool] = {}

    def holds(word: str) -> bool:
        found = known.get(word)
        if found is None:
            found = known[word] = word in forms or spoken.forms(word)[0] in forms
        return found

    return holds


def _pairs(text: str) -> list[str]:
    """The pairs of neighbouring characters of each stretch without a blank; a lone character by itself."""
    return [part[at : at + 2] for part in text.split() for at in range(max(1, len(part) - 1))]


def _required(pattern: str) -> str:
    """The words of a pattern outside all brackets, told without reading it as a tree."""
    found = 1
    while found:
        pattern, found = _BRACKETS.subn("\n", pattern)
    return _MARKS.sub("\n", pattern)
