"""A glossary as PO: what the comments of an entry say, written and read by the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from termbase.formats.format import ReadOptions, Row
from termbase.formats.po_scanning import Entry
from termbase.model import Concept, PartOfSpeech, Reason, State, Status, Term, implied_status

CONCEPT, SUBJECT, DEFINITION, STATUS, REASON, SPEECH, INSTEAD = (
    "concept", "subject", "definition", "status", "reason", "part of speech", "use instead",
)  # fmt: skip
FORBIDDEN, READ_ONLY, FUZZY = "forbidden", "read-only", "fuzzy"
_KEYS = (CONCEPT, SUBJECT, DEFINITION, STATUS, REASON, SPEECH, INSTEAD)


def comment(key: str, text: str) -> list[str]:
    """Comment lines for one fact; further lines of the text are set in."""
    lines = text.split("\n")
    return [f"{key}: {lines[0]}", *(f"  {line}" for line in lines[1:])] if text else []


class Glossary:
    """Gathers the entries of one concept, which stand together, and makes its row."""

    def __init__(self, options: ReadOptions, source_lang: str, target_lang: str) -> None:
        self.options, self.source_lang, self.target_lang = options, source_lang, target_lang
        self.name = ""
        self.line = 0
        self.concept: Concept | None = None
        self.dropped: list[str] = []

    def take(self, entry: Entry) -> Iterator[Row]:
        """Add an entry; yields the concept before it when it is finished."""
        if entry.obsolete or not entry.msgid or not entry.msgstr.get(0):
            why = "The entry is obsolete." if entry.obsolete else "Not translated."
            yield Row(line=entry.line, skipped=why)
            return
        facts = _facts(entry.extracted)
        name = facts.get(CONCEPT, "")
        if not name or name != self.name:
            yield from self.finish()
            self.name, self.line = name, entry.line
            definition = facts.get(DEFINITION, "")
            self.concept = Concept(
                origin=self.options.origin,
                external_id=name,
                subject=facts.get(SUBJECT, ""),
                definitions={self.source_lang: definition} if definition else {},
                note=facts.get("", ""),
                translate=READ_ONLY not in entry.flags,
            )
        assert self.concept is not None
        self.concept = replace(self.concept, terms=(*self.concept.terms, *self._terms(entry, facts)))

    def finish(self) -> Iterator[Row]:
        """Yield the concept that is being gathered, if there is one."""
        if self.concept is not None:
            yield Row(line=self.line, item=self.concept, dropped=tuple(self.dropped))
        self.concept, self.dropped, self.name = None, [], ""

    def _terms(self, entry: Entry, facts: dict[str, str]) -> Iterator[Term]:
        assert self.concept is not None
        assert entry.msgid is not None
        known = {(term.lang, term.text) for term in self.concept.terms}
        speech = self._choose(PartOfSpeech, facts.get(SPEECH, ""), SPEECH)
        if (self.source_lang, entry.msgid) not in known:
            yield Term(lang=self.source_lang, text=entry.msgid)
        reason = self._choose(Reason, facts.get(REASON, ""), REASON)
        status = self._choose(Status, facts.get(STATUS, ""), STATUS)
        if status is None:
            status = Status.DEPRECATED if FORBIDDEN in entry.flags else implied_status(reason)
            taken = any(term.lang == self.target_lang and not term.avoided for term in self.concept.terms)
            if status is Status.PREFERRED and taken:
                status = Status.ADMITTED
        if entry.plural is not None:
            self.dropped.append("plural form")
        yield Term(
            lang=self.target_lang,
            text=entry.msgstr[0],
            status=status,
            reason=reason,
            replacements=tuple(facts[INSTEAD].split("\n")) if facts.get(INSTEAD) else (),
            part_of_speech=speech,
            note="\n".join(entry.comments),
            state=State.PROPOSED if FUZZY in entry.flags else State.APPROVED,
        )

    def _choose(self, kind: Any, text: str, key: str) -> Any:
        try:
            return kind(text) if text else None
        except ValueError:
            self.dropped.append(f"{key} '{text[:40]}'")
            return None


def _facts(lines: list[str]) -> dict[str, str]:
    """Facts by key; lines that are none of ours stand under the empty key."""
    facts: dict[str, str] = {}
    key = ""
    for line in lines:
        name, found, text = line.partition(": ")
        if found and name in _KEYS:
            key = name
            facts[key] = text
        elif line.startswith("  ") and key:
            facts[key] += "\n" + line[2:]
        else:
            key = ""
            facts[""] = "\n".join(filter(None, (facts.get("", ""), line)))
    return facts
