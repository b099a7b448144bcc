"""The parts of a letter: how one begins and ends in each language (data/letters.json)."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from termbase.languages import language, primary
from termbase.matching import own_words, sentences
from termbase.model import Draft

_SHORTEST = 3
"""Sentences from which a draft is a letter and no message in a chat."""
_LAST = 3
"""Sentences at the end, names and departments included, in which a letter takes leave."""


def greets(draft: Draft) -> bool:
    """Whether a letter begins with a greeting; true of what is no whole letter, or in a language we do not know."""
    return _says("greeting", draft)


def takes_leave(draft: Draft) -> bool:
    """Whether a letter ends with thanks, a wish, a question, an offer of help or regards; true as `greets` is."""
    return _says("closing", draft)


def _says(part: str, draft: Draft) -> bool:
    pattern = _patterns().get(primary(draft.lang), {}).get(part)
    if pattern is None or draft.template:
        return True
    text = own_words(draft.text, draft.format)
    spans = sentences(text, language(draft.lang))
    if len(spans) < _SHORTEST:
        return True
    if part == "greeting":
        return pattern.search(text, spans[0][0], spans[0][1]) is not None
    return text[: spans[-1][1]].endswith(("?", "？")) or pattern.search(text, spans[-_LAST][0]) is not None


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    data = json.loads(files(__package__).joinpath("data/letters.json").read_text(encoding="utf-8"))
    return {
        code: {
            part: re.compile(
                rf"\b(?:{words})\b" if language(code).spaced and not language(code).particles else words, re.IGNORECASE
            )
            for part, words in parts.items()
        }
        for code, parts in data.items()
    }
