"""What became of each rule's findings. Counted beside the history: no event, and the store's version stays.

A verdict says nothing of the draft it was given on, and a large base is not read anew for one click.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, text

from termbase.errors import NotFound, UsageError
from termbase.model import Verdicts
from termbase.store.live import VERDICTS, verdicts_by_term

KINDS = ("accepted", "dismissed", "reported")
_NEW = (
    "INSERT INTO verdict (term_id, accepted, dismissed, reported, clean, pinned) VALUES (:id, 0, 0, 0, 0, false) "
    "ON CONFLICT (term_id) DO NOTHING"
)


def all_verdicts(connection: Connection) -> dict[str, Verdicts]:
    """The verdicts by term id."""
    return verdicts_by_term(connection.execute(text(VERDICTS)))


def judged_concepts(connection: Connection) -> list[str]:
    """Ids of the concepts with a term on which there is a verdict."""
    query = "SELECT DISTINCT concept_id FROM term JOIN verdict ON verdict.term_id = term.id ORDER BY concept_id"
    return [f"c-{number:04d}" for (number,) in connection.execute(text(query))]


def count(connection: Connection, term: str, verdict: str) -> Verdicts:
    """Count one verdict on a term; NotFound when there is no such term."""
    if verdict not in KINDS:
        raise UsageError(f"'{verdict}' is no verdict; it is one of {', '.join(KINDS)}.")
    number = _number(connection, term)
    connection.execute(text(_NEW), {"id": number})
    connection.execute(
        text(f"UPDATE verdict SET {verdict} = {verdict} + 1 WHERE term_id = :id"),  # noqa: S608 - one of KINDS
        {"id": number},
    )
    return verdicts_by_term(connection.execute(text(f"{VERDICTS} WHERE term_id = :id"), {"id": number}))[term]


def pin(connection: Connection, term: str, pinned: bool) -> None:
    """Keep a rule at its full severity, or let the counts speak again."""
    number = _number(connection, term)
    connection.execute(text(_NEW), {"id": number})
    connection.execute(
        text("UPDATE verdict SET pinned = :pinned WHERE term_id = :id"), {"id": number, "pinned": pinned}
    )


def keep_clean(connection: Connection, found: Mapping[str, int]) -> None:
    """Keep on how many clean texts each rule fires; what is not named fires on none."""
    connection.execute(text("UPDATE verdict SET clean = 0"))
    for term, times in found.items():
        number = int(term.removeprefix("t-"))
        connection.execute(text(_NEW), {"id": number})
        connection.execute(
            text("UPDATE verdict SET clean = :clean WHERE term_id = :id"), {"id": number, "clean": times}
        )


def _number(connection: Connection, term: str) -> int:
    digits = term.removeprefix("t-")
    if digits.isdecimal() and len(digits) < 18:
        number = int(digits)
        if connection.execute(text("SELECT 1 FROM term WHERE id = :id"), {"id": number}).first():
            return number
    raise NotFound(f"There is no term {term}.")
