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

from simplemma import __version__
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import CachingDictionaryFactory
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap


def cache_directory() -> Path:
    """Where this user's programs keep what can be made again."""
    own = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    return Path(own or "~/.cache").expanduser() / "termbase"


class _Dictionary(StreamMap):
    """A dictionary read from the cache where it has been before."""

    __slots__ = ()

    def __init__(self, lang: str) -> None:
        path = cache_directory() / f"{lang}-{__version__}-{sys.version_info.minor}.words"
        try:
            ready = marshal.loads(path.read_bytes())
            self._data, self._pos, self._rev, self._count, self._firsts, self._blocks = ready
        except (OSError, ValueError, EOFError, TypeError, RuntimeError):
            super().__init__(lang)
            with suppress(OSError, ValueError, RuntimeError):
                self._keep(path)

    def _keep(self, path: Path) -> None:
        ready = (self._data, self._pos, self._rev, self._count, self._firsts, self._blocks)
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(marshal.dumps(ready))
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise


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
