"""The quick way to a glossary: concepts with their live terms, and the number that says whether they changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from termbase.errors import Busy, TermbaseError, Unreadable, Unwritable
from termbase.model import Concept, State, Term, Unit, Variant, Verdicts
from termbase.store.place import Place, check_file, check_schema, place_of
from termbase.store.rows import CONCEPT, TERM, dumps

BUSY_SECONDS = 30.0
VERSION = "SELECT value FROM counter WHERE name = 'version'"
REJECTED = (
    "SELECT unit.id, unit.source_lang, variant.lang, variant.text, variant.state FROM variant "
    "JOIN unit ON unit.id = variant.unit_id WHERE unit.id IN (SELECT unit_id FROM variant WHERE text IN "
    "(SELECT text FROM variant WHERE state = 'rejected')) ORDER BY unit.id, variant.id"
)
CONCEPTS = f"SELECT {', '.join(CONCEPT.names)} FROM concept ORDER BY id"  # noqa: S608 - column names are ours


def live_concepts(
    where: str, langs: Iterable[str] | None = None, passes: Callable[[str, str, str], bool] | None = None
) -> list[Concept]:
    """Concepts with their live terms only, in id order; concepts without any are left out, and so are examples.

    `langs` are primary subtags: only their terms are read, and every term of names that are never translated,
    which must appear verbatim whatever their tag says. `passes` tells by tag, text and pattern which terms matter:
    concepts without such a term are left out too, where that is quicker than reading them.
    """
    wanted = None if langs is None else sorted({lang.lower().partition("-")[0] for lang in langs})
    place = place_of(where)
    if place.path is None:
        from termbase.store.engine import driver_rows  # PostgreSQL needs SQLAlchemy

        terms, concepts = driver_rows(place, [terms_query(wanted, "%s"), (CONCEPTS, ())])
        return joined(concepts, terms)
    with _reading(place) as connection:
        if passes is None:
            return joined(connection.execute(CONCEPTS), connection.execute(*terms_query(wanted, "?")))
        condition, values = _of_languages(wanted, "?")
        wordings = connection.execute(f"SELECT concept_id, lang, text, pattern FROM term WHERE {condition}", values)  # noqa: S608
        numbers: set[int] = {number for number, lang, text, pattern in wordings if passes(lang, text, pattern)}
        numbers.update(number for (number,) in connection.execute("SELECT id FROM concept WHERE NOT translate"))
        chosen = (dumps(sorted(numbers)),)
        query, values = terms_query(wanted, "?", " AND concept_id IN (SELECT value FROM json_each(?))")
        of_concepts = CONCEPTS.replace(" ORDER", " WHERE id IN (SELECT value FROM json_each(?)) ORDER")
        return joined(connection.execute(of_concepts, chosen), connection.execute(query, values + chosen))


def rejected_units(where: str) -> list[Unit]:
    """Units with a rejected variant, and those that hold the same words, with languages, texts and states alone."""
    place = place_of(where)
    if place.path is None:
        from termbase.store.engine import driver_rows

        return _units(driver_rows(place, [(REJECTED, ())])[0])
    with _reading(place) as connection:
        return _units(connection.execute(REJECTED))


def _units(rows: Iterable[Sequence[Any]]) -> list[Unit]:
    """Units of rows (unit, its source language, language, text, state), which come unit by unit."""
    return [
        Unit(
            id=f"u-{number:04d}",
            source_lang=source_lang,
            variants=tuple(Variant(lang=row[2], text=row[3], state=State(row[4])) for row in variants),
        )
        for (number, source_lang), variants in groupby(rows, key=lambda row: (row[0], row[1]))
    ]


def version_of(where: str) -> int:
    """The store's version, without opening the whole of it."""
    place = place_of(where)
    if place.path is None:
        from termbase.store.engine import driver_rows

        return int(driver_rows(place, [(VERSION, ())])[0][0][0])
    with _reading(place) as connection:
        return int(connection.execute(VERSION).fetchone()[0])


SCHEMA_OF = "SELECT value FROM meta WHERE name = 'schema'"
VERDICTS = "SELECT term_id, accepted, dismissed, reported, clean, pinned FROM verdict"


def verdicts_of(where: str) -> dict[str, Verdicts]:
    """What became of each rule's findings, by term id; rules nobody judged are not there."""
    place = place_of(where)
    if place.path is None:
        from termbase.store.engine import driver_rows

        if int(driver_rows(place, [(SCHEMA_OF, ())])[0][0][0]) < 2:
            return {}
        return verdicts_by_term(driver_rows(place, [(VERDICTS, ())])[0])
    with _reading(place) as connection:
        if int(connection.execute(SCHEMA_OF).fetchone()[0]) < 2:
            return {}  # not yet opened by this release
        return verdicts_by_term(connection.execute(VERDICTS))


def verdicts_by_term(rows: Iterable[Sequence[Any]]) -> dict[str, Verdicts]:
    """The rows of VERDICTS as values by term id."""
    return {
        f"t-{id:04d}": Verdicts(
            accepted=accepted, dismissed=dismissed, reported=reported, clean=clean, pinned=bool(pinned)
        )
        for id, accepted, dismissed, reported, clean, pinned in rows
    }


OWN = ("id", "lang", "text", "note", "context", "pattern", "external_id")
"""Columns that differ from term to term and are kept as they stand; the rest are alike in most terms."""
EXAMPLES = ("bad", "good")
"""A rule's tests: many, all different, and of no use to a check."""
REST = tuple(name for name in TERM.names if name not in OWN)


def terms_query(langs: Sequence[str] | None, mark: str, also: str = "") -> tuple[str, tuple[str, ...]]:
    """The query for live terms: the concept's number, the columns of OWN, then those of REST, JSON as text.

    `also` is a further condition.
    """
    cast = "::text" if mark == "%s" else ""
    columns = ", ".join(
        "'[]'" if name in EXAMPLES else f'"{name}"{cast if name in TERM.json_columns else ""}' for name in OWN + REST
    )
    condition, values = _of_languages(langs, mark)
    return f"SELECT concept_id, {columns} FROM term WHERE {condition}{also} ORDER BY id", values  # noqa: S608


def _of_languages(langs: Sequence[str] | None, mark: str) -> tuple[str, tuple[str, ...]]:
    """The condition for live terms of these languages, and of names."""
    condition = "state = 'approved' AND enabled"
    if langs is None:
        return condition, ()
    choices, values = ["concept_id IN (SELECT id FROM concept WHERE NOT translate)"], []
    for lang in langs:
        choices.append(f"lower(lang) = {mark} OR lower(lang) LIKE {mark}")
        values += [lang, f"{lang}-%"]
    return f"{condition} AND ({' OR '.join(choices)})", tuple(values)


def joined(concepts: Iterable[Sequence[Any]], terms: Iterable[Sequence[Any]]) -> list[Concept]:
    """Concepts with the terms that were read for them; those without any are dropped."""
    by_concept = _by_concept(terms)
    found = []
    for row in concepts:
        if (own := by_concept.get(row[0])) is not None:
            concept = CONCEPT.read(row)
            concept.__dict__["terms"] = tuple(own)  # ours alone until it is handed out
            found.append(concept)
    return found


def _by_concept(rows: Iterable[Sequence[Any]]) -> dict[int, list[Term]]:
    """Terms by their concept's number.

    Turning thirty columns into their values is most of the work, and most terms share those of REST with others:
    each distinct rest is turned once.
    """
    found: dict[int, list[Term]] = {}
    shared: dict[Sequence[Any], dict[str, Any]] = {}
    blank = dict.fromkeys(OWN, "")
    new, place = object.__new__, object.__setattr__
    for row in rows:
        rest = tuple(row[8:])
        if (values := shared.get(rest)) is None:
            values = shared[rest] = TERM.decoded({**blank, **dict(zip(REST, rest, strict=True))})
        values = values.copy()
        number, id, values["lang"], values["text"], values["note"], values["context"] = row[:6]
        values["pattern"], values["external_id"] = row[6:8]
        values["id"] = f"t-{id:04d}"
        term = new(Term)
        place(term, "__dict__", values)
        if (own := found.get(number)) is None:
            own = found[number] = []
        own.append(term)
    return found


@contextmanager
def _reading(place: Place) -> Iterator[sqlite3.Connection]:
    """A read transaction on an SQLite store, with the errors of a broken or foreign file put into words."""
    path = place.path
    assert path is not None
    check_file(path, create=False)
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        try:
            connection.isolation_level = None
            connection.execute("BEGIN")
            check_schema(dict(connection.execute("SELECT name, value FROM meta")), place)
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise sqlite_error(error, str(path)) from error


_SAID: tuple[tuple[str, type[TermbaseError], str], ...] = (
    ("locked", Busy, "is being written by another process; wait for it to finish and try again."),
    ("busy", Busy, "is being written by another process; wait for it to finish and try again."),
    ("no such table", Unreadable, "is an SQLite file, but not a termbase store. Make one with: termbase init"),
    ("readonly", Unwritable, "may not be written to; look at the permissions of the file and its directory."),
    ("full", Unwritable, "cannot grow: the disk is full. Make room and try again; nothing was changed."),
    ("unable to open", Unreadable, "cannot be opened; look at the permissions of the file and its directory."),
    ("malformed", Unreadable, "is damaged. Restore a backup with: termbase restore FILE"),
    ("not a database", Unreadable, "is not a termbase store, or is damaged."),
    ("disk I/O", Unreadable, "could not be read or written: the disk reports an error."),
)
"""What SQLite says, the error it is, and how a person is told."""


def sqlite_error(error: Exception, path: str) -> TermbaseError:
    """An SQLite error in words for a person."""
    said = str(error)
    for part, kind, sentence in _SAID:
        if part in said:
            return Unreadable(f"the store {sentence}", path=path) if kind is Unreadable else kind(f"{path} {sentence}")
    return Unreadable(f"the database could not be used ({said}).", path=path)
