"""What may follow a Korean noun or verb: particles, forms of 이다, of 하다, 되다 and 드리다, endings of other verbs.

The lists are in korean.json. Endings that begin with a lone consonant (ㅂ니다) put it under the last syllable.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_FINALS = {"ㄴ": 4, "ㄹ": 8, "ㅁ": 16, "ㅂ": 17, "ㅆ": 20}
"""Places of final consonants within a syllable block (Unicode, Hangul syllable composition)."""
_LIGHT_VERBS = (("하", "해", "하였"), ("되", "돼", "되었"), ("드리", "드려", ""))
"""하다, 되다 and 드리다: before a consonant or (으), before 아/어, and the long form of the past."""


def joined(stem: str, ending: str) -> str:
    """A stem and its ending in one word: 하 and ㅂ니다 are 합니다."""
    place = _FINALS.get(ending[:1])
    return stem + ending if place is None else stem[:-1] + chr(ord(stem[-1]) + place) + ending[1:]


@cache
def endings() -> frozenset[str]:
    """Everything that may follow a noun or the stem of a verb."""
    data = json.loads(files(__package__).joinpath("korean.json").read_text(encoding="utf-8"))
    light = {name: " ".join(lines).split() for name, lines in data.pop("light").items()}
    found = {word for lines in data.values() for line in lines for word in line.split()} | set(light["other"])
    for stem, before_a, past in _LIGHT_VERBS:
        found.update(stem + ending for ending in light["after_consonant"])
        found.update(joined(stem, ending) for ending in light["after_vowel"])
        found.update(joined(before_a, ending) for ending in ("", *light["after_a"]))
        found.update(past + ending[1:] for ending in light["after_a"] if past and ending.startswith("ㅆ"))
    found.update("되어" + ending for ending in ("", "도", "서", "야", "야만", "요"))
    found.update("해" + ending for ending in light["helping"])
    return frozenset(found)
