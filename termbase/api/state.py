"""What the routes of one application share: where its store is, and one checker for all requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Annotated

from fastapi import Depends, Request

from termbase.languages import language
from termbase.model import Draft
from termbase.services.checking import Checker
from termbase.store import Store

Say = Callable[[str], str]
Interpreter = Callable[[str], Say]
"""An Accept-Language header → what turns an English sentence into one the reader knows."""


def english(_: str) -> Say:
    """The interpreter for those who read English."""
    return str


class State:
    """Where the store of an application is, who translates its messages, and its checker, made at first need."""

    def __init__(self, where: str, interpreter: Interpreter) -> None:
        self.where = where
        self.interpreter = interpreter

    @cached_property
    def checker(self) -> Checker:
        """The checker with its glossary snapshot; making it twice in a race would only cost time."""
        return Checker(self.where)

    def warm(self) -> None:
        """Read the glossary and the dictionaries of English and Chinese, so that no draft waits for them.

        The other languages are read with their first draft: all at once would keep whoever types waiting.
        """
        for code in ("en", "zh"):
            self.checker.check(Draft(text=language(code).own_name, lang=code))


def _state(request: Request) -> State:
    state: State = request.app.state.termbase
    return state


def _checker(request: Request) -> Checker:
    return _state(request).checker


def _store(request: Request) -> Iterator[Store]:
    with Store.open(_state(request).where) as store:
        yield store


def _say(request: Request) -> Say:
    return _state(request).interpreter(request.headers.get("accept-language", ""))


TheChecker = Annotated[Checker, Depends(_checker)]
TheWords = Annotated[Say, Depends(_say)]
TheStore = Annotated[Store, Depends(_store)]
