"""Finding what is the same, or may be, for many values at once; and the texts a memory is searched in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from termbase.model import Concept, State, Status
from termbase.store.reading import load, sliced
from termbase.store.rows import CONCEPT, UNIT, fold
from termbase.store.search import EMPTY
from termbase.store.tables import TABLES

concept, term, variant = (TABLES[name] for name in ("concept", "term", "variant"))
PART = 400


def find_concepts(connection: Connection, concepts: Sequence[Concept]) -> list[Concept | None]:
    """For each concept the stored one of the same origin and external id, the oldest when there are several."""
    found: list[Concept | None] = []
    for part in sliced(concepts, PART):
        pairs = sorted({(one.origin, one.external_id) for one in part if one.external_id})
        # Each column on its own, which finds more than the pairs: SQLite takes no index for pairs in a list.
        query = select(concept.c.id, concept.c.origin, concept.c.external_id).where(
            concept.c.origin.in_({origin for origin, _ in pairs}),
            concept.c.external_id.in_({external_id for _, external_id in pairs}),
            concept.c.external_id != EMPTY,
        )
        numbers: dict[tuple[str, str], int] = {}
        for number, origin, external_id in connection.execute(query.order_by(concept.c.id.desc())) if pairs else ():
            numbers[origin, external_id] = number
        stored = {one.id: one for one in load(connection, CONCEPT, sorted(numbers.values()))}
        found.extend(stored.get(CONCEPT.id(numbers.get((one.origin, one.external_id), 0))) for one in part)
    return found


def find_preferring(connection: Connection, concepts: Sequence[Concept]) -> list[list[Concept]]:
    """For each concept the stored ones that prefer one of its preferred texts in the same tag; case means nothing."""
    found: list[list[Concept]] = []
    for part in sliced(concepts, PART // 4):
        wordings = [_preferred(one) for one in part]
        numbers: dict[tuple[str, str], list[int]] = {}
        for pairs in sliced(sorted(set().union(*wordings)), PART):
            query = select(term.c.concept_id, term.c.lang, term.c.folded).where(
                term.c.lang.in_({lang for lang, _ in pairs}),
                term.c.folded.in_({folded for _, folded in pairs}),
                term.c.status == Status.PREFERRED.value,
                term.c.reason.is_(None),
            )
            for number, lang, folded in connection.execute(query):
                numbers.setdefault((lang, folded), []).append(number)
        wanted = sorted({number for pairs in wordings for pair in pairs for number in numbers.get(pair, ())})
        stored = dict(zip(wanted, load(connection, CONCEPT, wanted), strict=True))
        for pairs_of_one in wordings:
            mine = sorted({number for pair in pairs_of_one for number in numbers.get(pair, ())})
            found.append([stored[number] for number in mine])
    return found


def wordings(connection: Connection, lang: str) -> Iterator[tuple[str, str, str]]:
    """Unit, tag and text of every approved text in a language, whatever its region."""
    primary = lang.lower().partition("-")[0]
    query = (
        select(variant.c.unit_id, variant.c.lang, variant.c.text)
        .where(variant.c.state == State.APPROVED.value)
        .where((variant.c.lang == primary) | variant.c.lang.like(f"{primary}-%"))
    )
    for number, tag, text in connection.execute(query.execution_options(yield_per=2000)):
        yield UNIT.id(number), tag, text


def _preferred(one: Concept) -> set[tuple[str, str]]:
    return {
        (term.lang, fold(term.text)) for term in one.terms if term.status is Status.PREFERRED and term.reason is None
    }
