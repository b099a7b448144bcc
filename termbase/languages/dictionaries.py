"""simplemma's dictionaries, made ready once: a file of ours says where each stretch of one begins.

A dictionary is a stream of front-coded words. Finding its stretches takes a second for German, reading them from a file
a few milliseconds. The files lie in the user's cache directory; without one that can be written to everything works as
before, only slower to start.
"""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from simplemma import __version__
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import CachingDictionaryFactory
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap

from termbase.languages.language import Language


def cache_directory() -> Path:
    """Where this user's programs keep what can be made again."""
    own = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    return Path(own or "~/.cache").expanduser() / "termbase"


class _Dictionary(StreamMap):
    """A dictionary read from the cache where it has been before, which remembers what it was asked."""

    __slots__ = ("_known",)
    _MOST = 100_000

    def __init__(self, lang: str) -> None:
        self._known: dict[str, str | None] = {}
        path = cache_directory() / f"{lang}-{__version__}-{sys.version_info.minor}.words"
        try:
            self._data, self._pos, self._rev, self._count, self._firsts, self._blocks = _kept(path)
        except _UNUSABLE:
            super().__init__(lang)
            _keep(path, (self._data, self._pos, self._rev, self._count, self._firsts, self._blocks))

    def _lookup(self, key: str) -> str | None:
        try:
            return self._known[key]
        except KeyError:
            if len(self._known) >= self._MOST:
                self._known.clear()
            found = self._known[key] = super()._lookup(key)
            return found


_UNUSABLE = (OSError, ValueError, EOFError, TypeError, RuntimeError)


def _kept(path: Path) -> Any:
    return marshal.loads(path.read_bytes())


def _keep(path: Path, ready: Any) -> None:
    with suppress(OSError, ValueError, RuntimeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(marshal.dumps(ready))
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise


class DictionaryForms:
    """The dictionary forms of the words of a base, remembered from one process to the next.

    Words of drafts do not belong here: what is looked up is kept in the user's cache directory.
    """

    _MOST, _WORTH_IT = 500_000, 500

    def __init__(self, spoken: Language) -> None:
        self._forms = spoken.forms
        own = max(path.stat().st_mtime_ns for path in Path(__file__).parent.glob("*.py"))  # our part of what a form is
        self._path = cache_directory() / f"{spoken.code}-{__version__}-{sys.version_info.minor}-{own:x}.forms"
        self._known: dict[str, str] | None = None
        self._new = 0

    def __getitem__(self, word: str) -> str:
        if self._known is None:
            self._known = {}
            with suppress(*_UNUSABLE):
                self._known.update(_kept(self._path))
        form = self._known.get(word)
        if form is None:
            form = self._known[word] = self._forms(word)[0]
            self._new += 1
        return form

    def keep(self) -> None:
        """Write down what is new, where it is enough to be worth it."""
        if self._known and self._new >= self._WORTH_IT and len(self._known) <= self._MOST:
            with suppress(OSError):
                for old in self._path.parent.glob(f"{self._path.name.partition('-')[0]}-*.forms"):
                    old.unlink()
            _keep(self._path, self._known)
            self._new = 0


class Dictionaries(CachingDictionaryFactory):
    """Gives simplemma its dictionaries, each loaded with the first word that asks."""

    __slots__ = ()

    def _get_dictionary_uncached(self, lang: str) -> Mapping[str, str]:
        return _Dictionary(lang)


@cache
def strategy() -> DefaultStrategy:
    """simplemma's rules over our dictionaries."""
    return DefaultStrategy(dictionary_factory=_factory())


def is_word(word: str, code: str) -> bool:
    """Whether a language's dictionary has a word, in this case or another."""
    return DictionaryLookupStrategy(_factory()).get_lemma(word, code) is not None


@cache
def _factory() -> Dictionaries:
    return Dictionaries()
