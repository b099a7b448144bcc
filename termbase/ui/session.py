"""What a page needs to know about where it runs: the store, the person, the language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from termbase.errors import TermbaseError
from termbase.model import Person
from termbase.services.people import local_person
from termbase.store import Store
from termbase.ui import i18n
from termbase.ui.i18n import Words

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&=^:])")
_MEANT = re.compile(r":(?=[\w+/-]+:|//)|@(?=\w)|www(?=\.)")
_JOINER = "\u2060"  # takes no room and breaks no line


def where() -> str:
    """The store of this application; `parts` in application.py hands it over."""
    return str(st.secrets["termbase"]["database"])


@st.cache_resource(show_spinner=False, max_entries=1)
def _opened(where: str, file: int) -> Store:
    return Store.open(where)


def store() -> Store:
    """The store, opened once a process, and again when a restored file has taken its place."""
    return _opened(where(), _file(where()))


def _file(where: str) -> int:
    try:
        return os.stat(where.removeprefix("sqlite:///")).st_ino
    except OSError:
        return 0  # a server's address, or nothing yet


def who() -> str:
    """The person at this machine: in local mode there is one, and no password."""
    return local_person()


def _person() -> Person | None:
    return next((person for person in store().people() if person.name == who()), None)


def words() -> Words:
    """The words to speak in: what the address asks for, else the person's setting, else the browser's language."""
    asked = i18n.closest(st.query_params.get("ui"))
    if asked:
        st.session_state["interface"] = asked
    if "interface" not in st.session_state:
        person = _person()
        st.session_state["interface"] = i18n.chosen(person.ui_lang if person else None, st.context.locale)
    return i18n.words(st.session_state["interface"])


def prefer(lang: str) -> None:
    """Speak `lang` from now on, and remember it for this person."""
    st.session_state["interface"] = lang
    if "ui" in st.query_params:
        del st.query_params["ui"]
    store().save_person(replace(_person() or Person(name=who()), ui_lang=lang))


def literally(text: str) -> str:
    """A user's text for places that read Markdown: it looks as it is written, and nothing in it is a command.

    Backslashes do for Markdown; short codes and bare addresses are looked for after that, so they get an invisible
    character inside.
    """
    return _MARKUP.sub(r"\\\1", _MEANT.sub(rf"\g<0>{_JOINER}", text.replace("\n", " ")))


@contextmanager
def telling() -> Iterator[None]:
    """Show what termbase says no to as a message, at the edge, once."""
    try:
        yield
    except TermbaseError as error:
        st.error(literally(str(error)), icon=":material/error:")
