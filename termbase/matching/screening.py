"""Which terms can occur in some texts at all, told from their words alone.

For a process that reads one draft: an index of the whole base would take longer to build than to use. Whatever passes
is looked for properly; what does not pass cannot be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from termbase.errors import Invalid
from termbase.languages import Language, language, primary
from termbase.matching.folding import fold
from termbase.matching.pattern import EXACT, GAP, NUMBER, WORD, Choice, Sequence, glued, parse
from termbase.matching.words import tokenizer

if TYPE_CHECKING:
    from termbase.languages.dictionaries import DictionaryForms

_BRACKETS = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")
_MARKS = re.compile(r"<(?:number|word)>|[~=]")
_NO_MARKS = str.maketrans(dict.fromkeys((GAP, NUMBER, WORD), "\n") | {EXACT: ""})
Passes = Callable[[str, str], bool]


class Screen:
    """A test of the terms of a base: which can occur in some texts, which are given by language tag."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        by_code: dict[str, list[str]] = {}
        for tag, own in texts.items():
            by_code.setdefault(primary(tag), []).extend(own)
        self._forms: list[DictionaryForms] = []
        self._screens = {code: self._screen(language(code), " \n\n ".join(own)) for code, own in by_code.items()}
        self._by_tag: dict[str, Passes | None] = {}

    def __call__(self, tag: str, text: str, pattern: str) -> bool:
        """Whether a term of this tag, text and pattern can occur."""
        try:
            passes = self._by_tag[tag]
        except KeyError:
            passes = self._by_tag[tag] = self._screens.get(primary(tag))
        return passes is not None and passes(text, pattern)

    def close(self) -> None:
        """Keep for the next process what was learnt of the words of the base."""
        for forms in self._forms:
            forms.keep()

    def _screen(self, spoken: Language, text: str) -> Passes:
        folded = fold(text, spoken).text
        if not spoken.spaced:
            return _passes(spoken, folded.__contains__, _pairs)
        from termbase.languages.dictionaries import DictionaryForms  # takes its time

        tokens = tokenizer(spoken)
        self._forms.append(DictionaryForms(spoken))
        return _passes(spoken, _words(spoken, tokens.findall(folded), self._forms[-1]), tokens.findall)


def _passes(spoken: Language, holds: Callable[[str], bool], parts: Callable[[str], list[str]]) -> Passes:

    def has(part: str) -> bool:
        return all(map(holds, parts(fold(part.translate(_NO_MARKS), spoken).text)))

    def passes(text: str, pattern: str) -> bool:
        if not pattern:
            if spoken.spaced and text.isascii() and (first := text.partition(" ")[0]).isalpha():
                return holds(first.lower()) and has(text)  # mostly the first word decides
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


def _words(spoken: Language, words: Iterable[str], dictionary: DictionaryForms) -> Callable[[str], bool]:
    """Whether a term's word is one of the text's, in any form."""
    forms: set[str] = set()
    for word in set(words):
        forms.update((word, word.removesuffix("s"), *spoken.forms(word)))
    known: dict[str, bool] = {}

    def holds(word: str) -> bool:
        found = known.get(word)
        if found is None:
            found = known[word] = word in forms or dictionary[word] in forms
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
