"""The words on the screen, in the languages of `locale/*.po`.

A msgid is the English sentence itself. A language of the interface is added by adding its PO file.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import polib

LOCALE = Path(__file__).parent / "locale"
DEFAULT = "en"


class Words:
    """One language of the interface: call it with an English sentence to get the sentence to show."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        catalog = polib.pofile(str(LOCALE / f"{lang}.po"), encoding="utf-8")
        self.name: str = catalog.metadata.get("X-Native-Name", lang)
        self._single: dict[str, str] = {
            entry.msgid: entry.msgstr for entry in catalog if entry.msgstr and not entry.obsolete
        }
        self._plural: dict[str, tuple[str, ...]] = {
            entry.msgid: tuple(form for _, form in sorted(entry.msgstr_plural.items()))
            for entry in catalog
            if entry.msgid_plural and not entry.obsolete
        }

    @property
    def tag(self) -> str:
        """The language as a BCP 47 tag, for `lang` attributes and for Intl in the browser."""
        return self.lang.replace("_", "-")

    def __call__(self, message: str, **values: object) -> str:
        """The sentence in this language, with `{names}` filled in."""
        said = self._single.get(message, message)
        return said.format(**values) if values else said

    def many(self, one: str, several: str, n: int, **values: object) -> str:
        """The sentence that fits a number: "{n} term" or "{n} terms"."""
        forms = self._plural.get(one) or (one, several)
        return forms[0 if len(forms) == 1 or n == 1 else 1].format(n=n, **values)


def marked(message: str) -> str:
    """Mark a sentence in a table for translation; whoever shows it calls `Words`."""
    return message


@cache
def words(lang: str) -> Words:
    """The words of a language that has a file."""
    return Words(lang)


@cache
def languages() -> tuple[str, ...]:
    """The languages of the interface, English first."""
    found = sorted(path.stem for path in LOCALE.glob("*.po"))
    return (DEFAULT, *(lang for lang in found if lang != DEFAULT))


def closest(wish: str | None) -> str | None:
    """The language of the interface for a wish in any spelling ("zh-Hans-CN", "zh_cn"), None when there is none."""
    parts = (wish or "").replace("_", "-").lower().split("-")
    for lang in languages():
        if lang.replace("_", "-").lower() == "-".join(parts):
            return lang
    return next((lang for lang in languages() if lang.split("_")[0] == parts[0]), None)


def chosen(*wishes: str | None) -> str:
    """The first wish that can be met, English when none can."""
    return next((lang for wish in wishes if (lang := closest(wish))), DEFAULT)


def interpreter(header: str) -> Callable[[str], str]:
    """What translates for a browser that sends this Accept-Language header; its preferences come best first."""
    return words(chosen(*(wish.split(";")[0].strip() for wish in header.split(","))))
