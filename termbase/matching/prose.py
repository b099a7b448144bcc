"""Which parts of a draft are its own words, and where its sentences are.

Quoted mail, signatures, URLs, code and markup are not checked. They are blanked in a copy of the same length, so that
every span of the copy is a span of the draft.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import lru_cache

from termbase.languages import Language
from termbase.matching.quick import compiled

SILENT = "\u2060"
"""Stands for markup that does not divide words (a word joiner, which folding drops)."""
BREAK = "\ufffc"
"""Stands for what words cannot reach across: a URL, code, a quoted line."""

_URL = compiled(r"(?:https?://|www\.)[^\s<>\"'）)】」，。]+|\bmailto:\S+", re.IGNORECASE)
_QUOTED = compiled(r"^[ \t]*>.*$", re.MULTILINE)
_ORIGINAL = compiled(
    r"^(?:-{2,}\s*(?:Original Message|原始邮件|Forwarded message)\s*-{2,}|On .{5,80} wrote:|发件人[:：].*"
    r"|在 .{5,80} 写道[:：]).*\Z",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_SIGNATURE = compiled(r"^-- \n.*\Z", re.MULTILINE | re.DOTALL)
_BLOCK_TAG = compiled(r"</?(?:p|div|br|li|ul|ol|table|tr|td|th|h[1-6]|blockquote|hr)\b[^>]{0,2000}>", re.IGNORECASE)
_COMMENT = compiled(r"<!--.*?-->", re.DOTALL)
_HIDDEN = compiled(r"<(script|style|code|pre|blockquote)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = compiled(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
_BLANK_ENTITY = compiled(r"&(?:nbsp|ensp|emsp|#160);")
_ENTITY = compiled(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});", re.IGNORECASE)
_FENCE = compiled(r"^(```|~~~).*?(?:^\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_CODE = compiled(r"(`+)(?!`)[^`\n]+\1")
_LINK_TARGET = compiled(r"(?<=\])\([^()\s]*(?:\s\"[^\"]*\")?\)")
_EMPHASIS = compiled(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|~~")
_ABBREVIATED = compiled(
    r"\b(?:mr|mrs|ms|dr|prof|no|nr|st|vs|etc|e\.g|i\.e|approx|ca|bzw|z\.b|d\.h|sr|sra|m|mme|p\.m|a\.m)\.$", re.I
)


def _blank(pattern: re.Pattern[str], text: str, filler: str) -> str:
    return pattern.sub(lambda m: "".join(c if c == "\n" else filler for c in m.group()), text)


def _without_hidden(text: str) -> str:
    """HTML without what it hides or quotes: comments, and elements from their first tag to their last."""
    parts, at, lower = [], 0, text.lower()
    unclosed: set[str] = set()
    for match in _HIDDEN.finditer(text):
        name = match[1].lower()
        if match.start() < at or name in unclosed:
            continue
        end = lower.find(f"</{name}", match.end())
        if end < 0:
            unclosed.add(name)
            continue
        parts += [text[at : match.start()], re.sub(r"[^\n]", BREAK, text[match.start() : end])]
        at = end
    text = "".join((*parts, text[at:]))
    return _blank(_COMMENT, text, BREAK) if "-->" in text else text


@lru_cache(maxsize=64)
def own_words(text: str, format: str = "text") -> str:
    """The draft with everything that is not its own words blanked; same length, same positions.

    `format` is text, html or markdown.
    """
    if format == "html":
        text = _without_hidden(text)
        text = _blank(_BLOCK_TAG, text, "\n")
        text = _blank(_TAG, text, SILENT)
        text = _blank(_BLANK_ENTITY, text, " ")
        text = _blank(_ENTITY, text, SILENT)
    elif format == "markdown":
        text = _blank(_FENCE, text, BREAK)
        text = _blank(_CODE, text, BREAK)
        text = _blank(_LINK_TARGET, text, SILENT)
        text = _blank(_EMPHASIS, text, SILENT)
    if format != "html":
        text = _blank(_QUOTED, text, BREAK)
        text = _blank(_ORIGINAL, text, BREAK)
        text = _blank(_SIGNATURE, text, BREAK)
    return _blank(_URL, text, BREAK)


def sentences(text: str, language: Language) -> list[tuple[int, int]]:
    """Spans of the sentences of a text, without the blanks around them; an empty line always ends one."""
    return list(_sentences(text, language))


@lru_cache(maxsize=64)
def _sentences(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    ends = re.escape("".join(c for c in language.sentence_ends if c not in ".\n"))
    breaker = re.compile(
        rf"[{ends}。！？]+[\"'”’」』）)\]]*"
        + (r"|\.+[\"'”’)\]]*(?=\s|$)" if "." in language.sentence_ends else "")
        + r"|\n+"
        + (f"|{language.sentence_closers}" if language.sentence_closers else "")
    )
    found, start = [], 0
    for match in [*breaker.finditer(text), None]:
        end = match.end() if match else len(text)
        if (
            match
            and match.group()[0] == "."
            and _ABBREVIATED.search(text, max(0, start, match.start() - 8), match.start() + 1)
        ):
            continue
        stretch = text[start:end]
        if stretch.strip(f" \t\n\r{BREAK}{SILENT}\u3000"):
            lead = len(stretch) - len(stretch.lstrip())
            found.append((start + lead, start + len(stretch.rstrip())))
        start = end
    return tuple(found)


def sentence_at(spans: list[tuple[int, int]], position: int) -> tuple[int, int]:
    """The sentence that holds a position; the closest before it when it stands between two."""
    at = bisect_right(spans, (position, sys.maxsize))
    return spans[at - 1] if at else (0, 0)
