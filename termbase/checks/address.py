"""Whether a text speaks to a reader: what no label, log line or definition does, and every reply does.

Technical words and names left in another language belong where nobody is spoken to. Two checks only suggest there.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.languages import language
from termbase.matching.quick import compiled
from termbase.model import Draft, Severity


def addresses_reader(text: str, lang: str) -> bool:
    """Whether a polite second person, a first person, a greeting, thanks, an apology or a request stands in a text."""
    pattern = _address(lang)
    return pattern is None or pattern.search(text) is not None


def for_a_reader(draft: Draft) -> Severity | None:
    """The severity of what hurts only a reader who is spoken to: the check's own, or a suggestion."""
    return None if addresses_reader(draft.text, draft.lang) else Severity.SUGGESTION


@cache
def _address(lang: str) -> re.Pattern[str] | None:
    pattern = language(lang).address
    return compiled(pattern, re.IGNORECASE) if pattern else None
