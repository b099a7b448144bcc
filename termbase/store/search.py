"""Finding: by id, by identity, by filters, and by what somebody typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, literal_column, or_, select, text

from termbase.errors import Invalid, NotFound
from termbase.model import Concept, Person, Reason, State, Status, Unit
from termbase.store.engine import has_search
from termbase.store.reading import load, sliced
from termbase.store.rows import CONCEPT, PERSON, UNIT, Kind, fold, identity
from termbase.store.tables import TABLES

V = TypeVar("V")
concept, term, unit, variant = (TABLES[name] for name in ("concept", "term", "unit", "variant"))
EMPTY: ColumnElement[str] = literal_column("''")
"""As a bound value it would keep SQLite from using the indexes of keys that are not empty."""
TRIGRAM = 3  # the shortest piece the trigram index finds


def by_id(connection: Connection, kind: Kind[V], id: str) -> V:
    """The value with this id; NotFound."""
    number = kind.number(id)
    found = [] if number is None else load(connection, kind, [number])
    if not found:
        raise NotFound(f"There is no {kind.table} {id}.")
    return found[0]


def find_concept(connection: Connection, origin: str, external_id: str) -> Concept | None:
    """The first concept with this origin and external id."""
    if not external_id:
        return None
    same = (concept.c.origin == origin, concept.c.external_id == external_id, concept.c.external_id != EMPTY)
    query = select(concept.c.id).where(*same)
    numbers = connection.scalars(query.order_by(concept.c.id).limit(1)).all()
    return load(connection, CONCEPT, numbers)[0] if numbers else None


def concepts_with_preferred(connection: Connection, lang: str, text: str) -> list[Concept]:
    """Concepts with this preferred term; case and width are not looked at."""
    query = select(term.c.concept_id).where(
        term.c.lang == lang,
        term.c.folded == fold(text),
        term.c.status == Status.PREFERRED.value,
        term.c.reason.is_(None),
    )
    return load(connection, CONCEPT, sorted(set(connection.scalars(query))))


def find_units(connection: Connection, units: Sequence[Unit]) -> list[Unit | None]:
    """For each unit the stored one that is the same: by origin and key, without a key by texts and context.

    Ids in files need not be unique: of several the one with the same texts is preferred, then the oldest; and
    texts without a key belong first to a unit of the same origin.
    """
    found: list[Unit | None] = []
    for part in sliced(units, 400):
        keys = sorted({one.key for one in part if one.key})
        hashes = sorted({identity(one) for one in part if not one.key})
        numbers: set[int] = set()
        if keys:
            origins = sorted({one.origin for one in part if one.key})
            query = select(unit.c.id).where(unit.c.origin.in_(origins), unit.c.key.in_(keys), unit.c.key != EMPTY)
            numbers.update(connection.scalars(query))
        if hashes:
            numbers.update(connection.scalars(select(unit.c.id).where(unit.c.identity.in_(hashes))))
        stored = load(connection, UNIT, sorted(numbers))
        by_key: dict[tuple[str, str], list[Unit]] = {}
        by_identity: dict[int, list[Unit]] = {}
        for one in stored:
            by_key.setdefault((one.origin, one.key), []).append(one)
            by_identity.setdefault(identity(one), []).append(one)
        for one in part:
            if one.key:
                same = by_key.get((one.origin, one.key), [])
                number = identity(one)
                found.append(min(same, key=lambda other: identity(other) != number, default=None))
            else:
                same = by_identity.get(identity(one), [])
                found.append(min(same, key=lambda other: (other.origin != one.origin, bool(other.key)), default=None))
    return found


def check_name_is_free(connection: Connection, somebody: Person) -> None:
    """Invalid when another person has this name."""
    person = TABLES["person"]
    number = connection.scalar(select(person.c.id).where(person.c.name == somebody.name))
    if number is not None and PERSON.id(number) != somebody.id:
        raise Invalid(f"There is already somebody called {somebody.name}; choose another name.")


def concept_conditions(
    *,
    lang: str = "",
    subject: str = "",
    reason: Reason | None = None,
    status: Status | None = None,
    state: State | None = None,
    origin: str = "",
    product: str = "",
    ids: Sequence[str] | None = None,
) -> list[ColumnElement[bool]]:
    """The filters of concepts; those on terms must all be met by one term."""
    conditions: list[ColumnElement[bool]] = []
    for column, value in ((concept.c.subject, subject), (concept.c.origin, origin), (concept.c.product, product)):
        if value:
            conditions.append(column == value)
    if ids is not None:
        conditions.append(concept.c.id.in_([number for id in ids if (number := CONCEPT.number(id)) is not None]))
    own: list[ColumnElement[bool]] = [in_language(term.c.lang, lang)] if lang else []
    for column, choice in ((term.c.reason, reason), (term.c.status, status), (term.c.state, state)):
        if choice is not None:
            own.append(column == choice.value)
    if own:
        conditions.append(exists().where(term.c.concept_id == concept.c.id, *own))
    return conditions


def unit_conditions(
    *,
    source_lang: str = "",
    lang: str = "",
    scenario: str = "",
    stage: str = "",
    state: State | None = None,
    origin: str = "",
) -> list[ColumnElement[bool]]:
    """The filters of units: a text in both languages, and one (in `lang`, if given) in this state."""
    conditions: list[ColumnElement[bool]] = []
    for column, value in ((unit.c.scenario, scenario), (unit.c.stage, stage), (unit.c.origin, origin)):
        if value:
            conditions.append(column == value)
    if source_lang:
        conditions.append(unit.c.source_lang.in_(["", source_lang]) | in_language(unit.c.source_lang, source_lang))
        conditions.append(exists().where(variant.c.unit_id == unit.c.id, in_language(variant.c.lang, source_lang)))
    own: list[ColumnElement[bool]] = [in_language(variant.c.lang, lang)] if lang else []
    if state is not None:
        own.append(variant.c.state == state.value)
    if own:
        conditions.append(exists().where(variant.c.unit_id == unit.c.id, *own))
    return conditions


def in_language(column: ColumnElement[str], lang: str) -> ColumnElement[bool]:
    """Whether a tag is this one or one below it: zh finds zh-CN, zh-CN does not find zh."""
    lang = lang.lower()
    return or_(func.lower(column) == lang, func.lower(column).like(f"{lang}-%"))


def search_concepts(
    connection: Connection,
    query: str,
    conditions: Sequence[ColumnElement[bool]],
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Concept]:
    """Concepts that hold the query, best first.

    Every word typed must stand, whole or in part, in one term or in the definitions. Whole terms come before
    beginnings, beginnings before other places, terms before definitions, short terms before long ones.
    """
    ranked = _ranked_concepts(connection, query, conditions).limit(limit).offset(offset or None)
    for part in sliced(connection.execute(ranked).scalars().all()):
        yield from load(connection, CONCEPT, part)


def search_units(
    connection: Connection,
    query: str,
    conditions: Sequence[ColumnElement[bool]],
    *,
    lang: str = "",
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Unit]:
    """Units one of whose texts (in `lang`, if given) holds every word of the query, best first."""
    ranked = _ranked_units(connection, query, conditions, lang).limit(limit).offset(offset or None)
    for part in sliced(connection.execute(ranked).scalars().all()):
        yield from load(connection, UNIT, part)


def count_found(
    connection: Connection, kind: Kind[Any], query: str, conditions: Sequence[ColumnElement[bool]], lang: str = ""
) -> int:
    """How many values a search finds."""
    if kind is CONCEPT:
        ranked = _ranked_concepts(connection, query, conditions)
    else:
        ranked = _ranked_units(connection, query, conditions, lang)
    return connection.execute(select(func.count()).select_from(ranked.order_by(None).subquery())).scalar_one()


def _ranked_concepts(connection: Connection, query: str, conditions: Sequence[ColumnElement[bool]]) -> Any:
    typed = fold(typeable(query))
    words = typed.split()
    by_term = select(
        term.c.concept_id.label("id"),
        _rank(term.c.folded, typed).label("rank"),
        func.length(term.c.folded).label("length"),
    ).where(holds(connection, term, term.c.folded, words))
    by_text = select(
        concept.c.id, literal_column("4").label("rank"), func.length(concept.c.folded).label("length")
    ).where(holds(connection, concept, concept.c.folded, words))
    found = by_term.union_all(by_text).subquery()
    if (number := CONCEPT.number(typed)) is not None:
        here = select(concept.c.id, literal_column("0").label("rank"), literal_column("0").label("length"))
        found = here.where(concept.c.id == number).subquery()
    best = select(found.c.id, func.min(found.c.rank * 1_000_000 + found.c.length).label("best")).group_by(found.c.id)
    hits = best.subquery()
    return (
        select(concept.c.id)
        .join(hits, hits.c.id == concept.c.id)
        .where(*conditions)
        .order_by(hits.c.best, concept.c.id)
    )


def _ranked_units(connection: Connection, query: str, conditions: Sequence[ColumnElement[bool]], lang: str) -> Any:
    typed = " ".join(typeable(query).split())
    found = select(
        variant.c.unit_id.label("id"),
        _rank(variant.c.text, typed).label("rank"),
        func.length(variant.c.text).label("length"),
    ).where(holds(connection, variant, variant.c.text, typed.split()))
    if lang:
        found = found.where(in_language(variant.c.lang, lang))
    hit = found.subquery()
    best = select(hit.c.id, func.min(hit.c.rank * 1_000_000 + hit.c.length).label("best")).group_by(hit.c.id).subquery()
    return select(unit.c.id).join(best, best.c.id == unit.c.id).where(*conditions).order_by(best.c.best, unit.c.id)


def _rank(column: ColumnElement[str], typed: str) -> ColumnElement[int]:
    pattern = escaped(typed)
    return case(
        (column.ilike(pattern, escape="\\"), 0),
        (column.ilike(f"{pattern}%", escape="\\"), 1),
        (column.ilike(f"%{pattern}%", escape="\\"), 2),
        else_=3,
    )


def holds(connection: Connection, table: Any, column: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    """Whether a text holds every word; long words are looked up in the trigram index where there is one."""
    conditions: list[ColumnElement[bool]] = []
    indexed = connection.dialect.name == "sqlite" and has_search(connection)
    long = [word for word in words if indexed and len(word) >= TRIGRAM]
    if long:
        name = f"{table.name}_search"
        match = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
        rows = text(f"SELECT rowid FROM {name} WHERE {name} MATCH :match").bindparams(match=match)  # noqa: S608
        conditions.append(table.c.id.in_(rows.columns(table.c.id)))
    conditions.extend(column.ilike(f"%{escaped(word)}%", escape="\\") for word in words if word not in long)
    return and_(*conditions) if conditions else literal_column("1 = 0").is_(True)


def typeable(query: str) -> str:
    """A query without what no text holds and no database takes: control characters, halves of characters."""
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in query)


def escaped(typed: str) -> str:
    """A text whose percent signs and underlines mean themselves in LIKE."""
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
