"""Language tags: spelling, validity, and which term serves which draft.

Tags are canonicalised in spelling only (BCP 47, section 2.1.1) and never rewritten to another script or region.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.errors import UsageError

_POSIX_TAIL = re.compile(r"[.@].*$")
_TAG = re.compile(r"^(?:[a-z]{2,3}|x)(?:-[a-z0-9]{1,8})*$")
_HANS_REGIONS, _HANT_REGIONS = {"CN", "SG", "MY"}, {"TW", "HK", "MO"}


@lru_cache(maxsize=4096)
def normalize_tag(tag: str) -> str:
    """A tag in the spelling of BCP 47: `zh_CN` → `zh-CN`, `zh-hans` → `zh-Hans`, `ZH` → `zh`, `pt_BR.UTF-8` → `pt-BR`.

    Raises `UsageError` for what is no language tag at all.
    """
    wanted = _POSIX_TAIL.sub("", tag.strip()).replace("_", "-").lower()
    if not _TAG.match(wanted) or not _is_language(wanted.split("-")[0]):
        raise UsageError(
            f"'{tag}' is no language tag. Use a BCP 47 tag such as zh, zh-Hant, en-GB, ja, ko, es, pt, fr, de, ru, th or vi."
        )
    parts = wanted.split("-")
    spelled = [parts[0]]
    private = parts[0] == "x"
    for part in parts[1:]:
        if private or len(part) == 1:
            private = True  # extensions and private use stay lower case
            spelled.append(part)
        elif len(part) == 4 and part.isalpha():
            spelled.append(part.capitalize())
        elif len(part) == 2 or (len(part) == 3 and part.isdigit()):
            spelled.append(part.upper())
        else:
            spelled.append(part)
    return "-".join(spelled)


@lru_cache(maxsize=1024)
def _is_language(code: str) -> bool:
    if code in {"zh", "en", "ja", "ko", "es", "fr", "de", "pt", "ru", "th", "vi", "x", "mul", "und"}:
        return True
    import langcodes  # 35 ms: only for languages that are not our own

    return langcodes.tag_is_valid(code)


def primary(tag: str) -> str:
    """The language of a tag without script and region, lower case; an untidy tag is taken as it comes."""
    return re.split(r"[-_.@]", tag, maxsplit=1)[0].lower()


def parents(tag: str) -> tuple[str, ...]:
    """The tag and its parents, closest first, with the script that a Chinese region implies.

    `zh-TW` → `zh-TW`, `zh-Hant`, `zh`; `es-419` → `es-419`, `es`.
    """
    parts = tag.split("-")
    chain = ["-".join(parts[:n]) for n in range(len(parts), 0, -1)]
    if parts[0] == "zh":
        script = chinese_script(tag)
        if script and f"zh-{script}" not in chain:
            chain.insert(-1, f"zh-{script}")
    return tuple(chain)


def chinese_script(tag: str) -> str:
    """Hans or Hant when the tag says so by script or region, else empty."""
    parts = tag.split("-")
    if parts[0] != "zh":
        return ""
    for part in parts[1:]:
        if part in ("Hans", "Hant"):
            return part
        if part in _HANS_REGIONS:
            return "Hans"
        if part in _HANT_REGIONS:
            return "Hant"
    return ""


@lru_cache(maxsize=4096)
def serves(term_tag: str, draft_tag: str) -> bool:
    """Whether a term of one tag is used for a draft of another.

    It is when its tag equals the draft's or is a parent of it; a draft in a bare language sees all its regions;
    zh-CN and zh-Hans are the same, as are zh-TW, zh-HK and zh-Hant.
    """
    if primary(term_tag) != primary(draft_tag):
        return False
    if "-" not in draft_tag or term_tag in parents(draft_tag):
        return True
    script = chinese_script(term_tag)
    return bool(script) and script == chinese_script(draft_tag) and term_tag not in ("zh-TW", "zh-HK", "zh-MO", "zh-SG")


def closeness(term_tag: str, draft_tag: str) -> int:
    """How far a term's tag is from the draft's: 0 the same, then 1, 2 … along the parents, 9 another region."""
    chain = parents(draft_tag)
    return chain.index(term_tag) if term_tag in chain else 9
