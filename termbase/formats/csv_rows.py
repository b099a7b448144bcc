"""Rows of a table as concepts or units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from termbase.errors import Invalid, Unreadable, UsageError
from termbase.formats.csv_columns import language_of, status_of, truth_of
from termbase.formats.format import MEMORY, ReadOptions, Row
from termbase.formats.json_values import CONCEPT, TERM, UNIT, VARIANT, Field, decode_field
from termbase.languages import guess, normalize_tag
from termbase.model import Concept, Status, Term, Unit, Variant, implied_status

_PROTECTED = re.compile(r"'+[=+\-@\t\r]")
_SEVERAL = re.compile(r"[;；|\n]")
TERM_FIELDS = (
    "status", "reason", "from", "when", "replacements", "pattern", "inflected", "case_sensitive", "position", "unless",
    "severity", "enabled", "bad", "good", "part_of_speech", "gender", "type", "register", "market", "context", "state",
)  # fmt: skip
CONCEPT_FIELDS = ("subject", "product", "audience", "image", "tags", "translate")
UNIT_FIELDS = ("scenario", "stage", "subject", "product", "audience", "tags", "source_lang")


def plain(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if _PROTECTED.match(cell) else cell


class Table:
    """Turns rows of cells into items; in the long form it gathers rows that stand together."""

    def __init__(
        self,
        columns: Mapping[int, str],
        headings: Sequence[str],
        options: ReadOptions,
        sample: Sequence[Sequence[str]],
        line: int,
    ) -> None:
        self.options, self.headings = options, headings
        self.columns = dict(columns)
        self.constant_lang = ""
        self.sample = sample
        self._settle(line)
        fields = set(self.columns.values())
        self.langs = [field.partition(":")[2] for field in self.columns.values() if field.startswith("term:")]
        self.memory = options.content == MEMORY or (not options.content and bool(fields & {"unit", "text"}))
        self.long = bool(fields & {"term", "text"})
        self.name, self.begun = "", 0
        self.finished: set[int] = set()
        self.gathered: list[dict[str, Any]] = []
        self.dropped: list[str] = []
        self.problem: tuple[int, str] = (0, "")

    def _settle(self, line: int) -> None:
        """Make `term`, `source` and `target` say their language; refuse a table without a column of terms."""
        by_field = {field: number for number, field in self.columns.items()}
        if "term" in by_field and "target" in by_field and "source" not in by_field:
            self.columns[by_field.pop("term")] = "source"
            by_field = {field: number for number, field in self.columns.items()}
        for field, said in (("source", self.options.source_lang), ("target", self.options.target_lang)):
            if field in by_field:
                lang = said or self._guess(by_field[field])
                if not lang:
                    raise Unreadable(f"Which language is the column '{field}' in? Say the languages.", line=line)
                self.columns[by_field[field]] = f"term:{lang}"
        if any(field.startswith("term:") for field in self.columns.values()) and "text" not in by_field:
            self.columns = {n: "note" if field in ("term",) else field for n, field in self.columns.items()}
            return
        one = "term" if "term" in by_field else "text" if "text" in by_field else ""
        if not one:
            raise Unreadable(
                f"No column of terms was found among: {', '.join(filter(None, self.headings))[:200]}. "
                "Name the columns (English, zh-CN, term and lang, source and target), or say what they hold.",
                line=line,
            )
        if "lang" not in by_field:
            self.constant_lang = (
                self.options.source_lang or self.options.target_lang or self._guess(by_field[one])
            )  # a list of terms in one language
            if not self.constant_lang:
                raise Unreadable("The table does not say which language its terms are in. Say it.", line=line)

    def _guess(self, column: int) -> str:
        return guess(" ".join(row[column] for row in self.sample if len(row) > column))

    def take(self, line: int, cells: Sequence[str]) -> Iterator[Row]:
        """Add a row; yields what is finished."""
        values: dict[str, str] = {}
        dropped: list[str] = []
        for number, cell in enumerate(cells):
            text = plain(cell).strip()
            if not text:
                continue
            field = self.columns.get(number)
            if field:
                values[field] = text
            else:
                dropped.append(self.headings[number] if number < len(self.headings) else f"column {number + 1}")
        if not values:
            return
        if not self.long:
            try:
                item = self._unit(values) if self.memory else self._wide(values, dropped)
            except Invalid as error:
                yield Row(line=line, invalid=str(error))
                return
            if item is None:
                yield Row(line=line, skipped="The row holds no term.", dropped=tuple(dropped))
            else:
                yield Row(line=line, item=item, dropped=tuple(dropped))
            return
        name = values.get("unit" if self.memory else "concept", "")
        if not name or name != self.name:
            yield from self.finish()
            self.name, self.begun = name, line
        try:
            self.gathered.append(self._one(values))
            self.dropped += dropped
        except Invalid as error:
            self.problem = self.problem if self.problem[0] else (line, str(error))

    def finish(self) -> Iterator[Row]:
        """Yield the item that is being gathered."""
        gathered, dropped, problem = self.gathered, tuple(self.dropped), self.problem
        self.gathered, self.dropped, self.problem = [], [], (0, "")
        if problem[0]:
            yield Row(line=problem[0], invalid=problem[1])
        elif gathered:
            if self.name and hash(self.name) in self.finished:
                what = "unit" if self.memory else "concept"
                yield Row(
                    line=self.begun,
                    invalid=f"The rows of {what} '{self.name}' do not stand together; sort the table by {what}.",
                )
            else:
                yield Row(line=self.begun, item=self._gather(gathered), dropped=dropped)
        if self.name:
            self.finished.add(hash(self.name))

    def _one(self, values: Mapping[str, str]) -> dict[str, Any]:
        """One row of the long form: fields of the item and one term or variant."""
        lang = self._lang(values.get("lang") or self.constant_lang)
        fields: dict[str, Any] = {"lang": lang}
        if self.memory:
            for key in UNIT_FIELDS:
                _put(fields, "unit", values, key, UNIT.by_key[key])
            more: dict[str, Any] = {}
            for key in ("state", "plural"):
                _put(more, "", values, key, VARIANT.by_key[key])
            if "variant note" in values:
                more["note"] = values["variant note"]
            fields["variant"] = Variant(lang=lang, text=self._needed(values, "text"), **more)
            fields["note"] = values.get("note", "")
            fields["context"] = values.get("unit context", values.get("context", ""))
            return fields
        for key in CONCEPT_FIELDS:
            _put(fields, "concept", values, key, CONCEPT.by_key[key])
        fields["concept note"] = values.get("concept note", "")
        fields["use instead concept"] = values.get("use instead concept", "")
        fields["definitions"] = {lang: values["definition"]} if "definition" in values else {}
        for field, text in values.items():
            if field.startswith("definition:"):
                fields["definitions"][field.partition(":")[2]] = text
        fields["term"] = _term(lang, self._needed(values, "term"), values)
        return fields

    def _gather(self, gathered: Sequence[Mapping[str, Any]]) -> Concept | Unit:
        first: dict[str, Any] = {}
        for fields in gathered:
            for key, value in fields.items():
                if not first.get(key) and (value or key.startswith("concept.")):
                    first[key] = value
        prefix = "unit." if self.memory else "concept."
        said = {key.removeprefix(prefix): value for key, value in first.items() if key.startswith(prefix)}
        if self.memory:
            return Unit(
                origin=self.options.origin,
                key=self.name,
                context=first.get("context", ""),
                note=first.get("note", ""),
                variants=tuple(fields["variant"] for fields in gathered),
                **said,
            )
        definitions: dict[str, str] = {}
        for fields in gathered:
            definitions |= {lang: text for lang, text in fields["definitions"].items() if lang not in definitions}
        return Concept(
            origin=self.options.origin,
            external_id=self.name,
            definitions=definitions,
            note=first.get("concept note", ""),
            use_instead=first.get("use instead concept", ""),
            terms=_one_preferred([fields["term"] for fields in gathered]),
            **said,
        )

    def _wide(self, values: Mapping[str, str], dropped: list[str]) -> Concept | None:
        """A row with a column for each language. Facts about a term are about the last language's."""
        target = self.langs[-1]
        facts = {key: values[key] for key in (*TERM_FIELDS, "forbidden") if key in values}
        terms: list[Term] = []
        for lang in dict.fromkeys(self.langs):
            own = {field.partition(":")[0]: text for field, text in values.items() if field.partition(":")[2] == lang}
            own.pop("definition", None)
            if lang == target:
                own = {**facts, **own}
            texts = _split(own.pop("term", ""))
            forbidden = own.pop("forbidden", "")
            avoided = truth_of(forbidden) if forbidden else False
            if avoided:
                own.setdefault("status", "deprecated")
            for number, text in enumerate(texts):
                said = own if number == 0 else {key: own[key] for key in ("status",) if key in own}
                terms.append(_term(lang, text, said, default=Status.PREFERRED if number == 0 else Status.ADMITTED))
            if avoided is None:
                cures: dict[str, str] = {key: own[key] for key in ("reason", "replacements", "from") if key in own}
                terms += [_term(lang, text, cures | {"status": "deprecated"}) for text in _split(forbidden)]
        if not terms:
            return None
        fields: dict[str, Any] = {}
        for key in CONCEPT_FIELDS:
            _put(fields, "", values, key, CONCEPT.by_key[key])
        definitions = {self.langs[0]: values["definition"]} if "definition" in values else {}
        for field, text in values.items():
            name, _, lang = field.partition(":")
            if name == "definition" and lang:
                definitions[lang] = text
            elif lang and lang not in self.langs:
                dropped.append(f"{field} (there is no column of terms in {lang})")
        return Concept(
            origin=self.options.origin,
            external_id=values.get("concept", ""),
            note=values.get("note") or values.get("concept note", ""),
            definitions=definitions,
            terms=_one_preferred(terms),
            **fields,
        )

    def _unit(self, values: Mapping[str, str]) -> Unit | None:
        """A row of a memory with a column for each language."""
        variants = tuple(
            Variant(lang=lang, text=values[f"term:{lang}"])
            for lang in dict.fromkeys(self.langs)
            if f"term:{lang}" in values
        )
        if not variants:
            return None
        fields: dict[str, Any] = {}
        for key in UNIT_FIELDS:
            _put(fields, "", values, key, UNIT.by_key[key])
        fields.setdefault("source_lang", self.options.source_lang)
        return Unit(
            origin=self.options.origin,
            key=values.get("unit", values.get("concept", "")),
            context=values.get("unit context", values.get("context", "")),
            note=values.get("note", ""),
            variants=variants,
            **fields,
        )

    def _needed(self, values: Mapping[str, str], field: str) -> str:
        if field not in values:
            raise Invalid(f"The row has no {field}; fill it in or delete the row.")
        return values[field]

    def _lang(self, text: str) -> str:
        if not text:
            raise Invalid("The row does not say its language; fill it in.")
        try:
            return language_of(text) or normalize_tag(text)
        except UsageError as error:
            raise Invalid(str(error)) from None


def _term(lang: str, text: str, values: Mapping[str, str], default: Status | None = None) -> Term:
    fields: dict[str, Any] = {}
    for key in TERM_FIELDS:
        _put(fields, "", values, key, TERM.by_key[key])
    if "status" not in fields:
        fields["status"] = implied_status(fields["reason"]) if fields.get("reason") else default or Status.PREFERRED
    if "note" in values:
        fields["note"] = values["note"]
    if default is None and truth_of(values.get("forbidden", "")):
        fields["status"] = Status.DEPRECATED
    return Term(lang=lang, text=text, **fields)


def _put(into: dict[str, Any], prefix: str, values: Mapping[str, str], key: str, field: Field) -> None:
    """Decode one cell as the value of a field; `Invalid` names the column and what it may hold."""
    if key not in values:
        return
    text = values[key]
    value: Any = text
    if isinstance(field.default, bool):
        value = truth_of(text)
        if value is None:
            raise Invalid(f"'{key}' is '{text[:40]}'; write yes or no.")
    elif isinstance(field.default, tuple):
        value = [part.strip() for part in (_SEVERAL if key == "tags" else re.compile("\n")).split(text) if part.strip()]
    elif key == "plural":
        value = int(text) if text.isdecimal() and len(text) < 4 else -1
    elif key == "status":
        value = status_of(text)
    elif key in ("reason", "when", "position", "severity", "part_of_speech", "gender", "state"):
        value = text.lower()
    into[f"{prefix}.{field.name}" if prefix else field.name] = decode_field(field, value)


def _one_preferred(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms, with one preferred term a language: further ones are admitted."""
    seen: set[str] = set()
    made: list[Term] = []
    for term in terms:
        if term.status is Status.PREFERRED and term.reason is None:
            if term.lang in seen:
                term = replace(term, status=Status.ADMITTED)
            seen.add(term.lang)
        made.append(term)
    return tuple(made)


def _split(text: str) -> list[str]:
    return [part.strip() for part in _SEVERAL.split(text) if part.strip()]
