"""What a concept, a unit, a person and a proposal must be before they are kept.

Each `validate_…` raises Invalid with a sentence that names the value, what is wrong with it and what to do.
Patterns are checked where they are understood, in `matching`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from termbase.errors import Invalid
from termbase.model import Concept, Person, Proposal, Reason, Status, Term, Unit, Variant

LONGEST_TERM = 1_000
LONGEST_TEXT = 100_000
LONGEST_FIELD = 20_000
DEPRECATING = (Reason.LITERAL, Reason.PHRASE, Reason.OUTDATED)

_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# What neither XML nor UTF-8 can carry; tabulator and line breaks are text.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("[\t\n\r\x85\u2028\u2029]")


def validate_concept(concept: Concept) -> None:
    """Raise Invalid unless the concept and all its terms may be stored."""
    name = _concept_name(concept)
    _check_fields(
        name,
        {
            "origin": concept.origin,
            "external id": concept.external_id,
            "subject": concept.subject,
            "product": concept.product,
            "audience": concept.audience,
            "note": concept.note,
            "image": concept.image,
            "use-instead": concept.use_instead,
        },
        concept.tags,
        concept.definitions,
        concept.props,
    )
    for lang in concept.definitions:
        _check_tag(lang, f"The definition of {name}")
    best: dict[str, Term] = {}
    for term in concept.terms:
        _check_term(term, name)
        if term.status is Status.PREFERRED and term.reason is None and term.live:
            other = best.setdefault(term.lang.lower(), term)
            if other is not term:
                raise Invalid(
                    f'Two terms of {name} are preferred in {term.lang}: "{_short(other.text)}" and '
                    f'"{_short(term.text)}". Make one of them admitted.'
                )


def validate_unit(unit: Unit) -> None:
    """Raise Invalid unless the unit and all its variants may be stored."""
    if not unit.variants:
        raise Invalid(f"{_unit_name(unit)} holds no text; give it at least one variant.")
    for variant in unit.variants:
        if (
            not variant.text.strip()
            or len(variant.text) > LONGEST_TEXT
            or not _TAG.fullmatch(variant.lang)
            or _CONTROL.search(variant.text)
            or variant.tags
            or variant.note
            or variant.props
            or variant.plural is not None
            or variant.use_count
        ):
            _check_variant(variant, _unit_name(unit))
    strings = (
        unit.origin, unit.key, unit.context, unit.source_lang, unit.previous, unit.next, unit.scenario, unit.stage,
        unit.subject, unit.product, unit.audience, unit.note, unit.file, *unit.tags, *unit.references,
        *unit.props, *unit.props.values(),
    )  # fmt: skip
    together = "".join(strings)
    if len(together) <= LONGEST_FIELD and not _CONTROL.search(together) and not unit.source_lang:
        return  # nothing more to find; units come by the hundred thousand
    name = _unit_name(unit)
    for text in (unit.previous, unit.next):
        _check_text(text, f"The neighbouring text of {name}", LONGEST_TEXT)
    for text in strings:
        _check_text(text, f"A field of {name}", LONGEST_TEXT if text in (unit.previous, unit.next) else LONGEST_FIELD)
    if unit.source_lang:
        _check_tag(unit.source_lang, f"The source language of {name}")


def validate_person(person: Person) -> None:
    """Raise Invalid unless the person has a usable name."""
    if not person.name.strip():
        raise Invalid("A person needs a name.")
    _check_fields(f'"{_short(person.name)}"', {"name": person.name, "language": person.ui_lang})
    if len(person.name) > 200 or _LINE_BREAK.search(person.name):
        raise Invalid(f'"{_short(person.name)}" is no name: use one line of at most 200 characters.')


def validate_proposal(proposal: Proposal) -> None:
    """Raise Invalid unless the proposal says something in a language."""
    if not proposal.text.strip():
        raise Invalid("A proposal needs the text it is about.")
    name = f'The proposal "{_short(proposal.text)}"'
    _check_tag(proposal.lang, name)
    _check_fields(
        name,
        {
            "text": proposal.text,
            "better text": proposal.better,
            "note": proposal.note,
            "concept": proposal.concept,
            "author": proposal.created_by,
        },
    )


def _check_term(term: Term, concept: str) -> None:
    if not term.text.strip():
        raise Invalid(f"A term of {concept} in {term.lang or 'no language'} is empty; write it or remove it.")
    name = f'The term "{_short(term.text)}" ({term.lang})'
    _check_tag(term.lang, name)
    _check_text(term.text, name, LONGEST_TERM)
    if _LINE_BREAK.search(term.text):
        raise Invalid(f"{name} holds a tabulator or a line break; a term is one line.")
    if term.from_lang:
        _check_tag(term.from_lang, f"The language that {name[0].lower()}{name[1:]} is copied from")
    if term.status is Status.PREFERRED and term.reason in DEPRECATING:
        raise Invalid(
            f"{name} cannot be preferred and also be avoided as {term.reason}; "
            "make it deprecated, or take the reason away."
        )
    if any(not text.strip() for text in term.replacements):
        raise Invalid(f"{name} has an empty replacement; write it or remove it.")
    _check_fields(
        name,
        {
            "pattern": term.pattern,
            "register": term.register,
            "market": term.market,
            "note": term.note,
            "context": term.context,
            "origin": term.origin,
            "external id": term.external_id,
            "author": term.created_by,
        },
        (*term.replacements, *term.unless, *term.bad, *term.good),
    )


def _check_variant(variant: Variant, unit: str) -> None:
    if not variant.text.strip() and not variant.tags:
        raise Invalid(f"The {variant.lang or 'first'} text of {unit} is empty; write it or remove it.")
    name = f'The text "{_short(variant.text)}" ({variant.lang})'
    _check_tag(variant.lang, name)
    _check_text(variant.text, name, LONGEST_TEXT)
    _check_fields(name, {"note": variant.note}, (), variant.props)
    if variant.plural is not None and not 0 <= variant.plural < 100:
        raise Invalid(f"{name} has the plural index {variant.plural}; it counts from 0, and no language has so many.")
    if not 0 <= variant.use_count < 2**31:
        raise Invalid(f"{name} cannot have been used {variant.use_count} times.")
    for tag in variant.tags:
        if not 0 <= tag.position <= len(variant.text):
            raise Invalid(f"{name} has an inline tag at {tag.position}, outside its {len(variant.text)} characters.")
        _check_fields(name, {"inline tag": tag.kind + tag.id, "tag's content": tag.payload}, (), tag.props)


def _check_fields(
    name: str, fields: Mapping[str, str], words: Iterable[str] = (), *mappings: Mapping[str, str]
) -> None:
    words = tuple(words)
    whole = "".join((*fields.values(), *words))
    if not mappings and len(whole) <= LONGEST_FIELD and not _CONTROL.search(whole):
        return  # nearly always; what follows finds out which one it is
    for field, text in fields.items():
        _check_text(text, f"The {field} of {name[0].lower()}{name[1:]}", LONGEST_FIELD)
    for text in words:
        _check_text(text, f"A field of {name[0].lower()}{name[1:]}", LONGEST_FIELD)
    for mapping in mappings:
        for key, text in mapping.items():
            _check_text(key + text, f"The field {_short(key)} of {name[0].lower()}{name[1:]}", LONGEST_FIELD)


def _check_text(text: str, name: str, longest: int) -> None:
    if len(text) > longest:
        raise Invalid(f"{name} is {len(text):,} characters long; {longest:,} are the most that is kept.")
    if found := _CONTROL.search(text):
        raise Invalid(
            f"{name} holds the control character U+{ord(found[0]):04X} at position {found.start() + 1}; remove it."
        )


def _check_tag(lang: str, name: str) -> None:
    if not _TAG.fullmatch(lang):
        raise Invalid(f'{name} has the language tag "{_short(lang)}", which is none; write one like en or zh-Hans.')


def _concept_name(concept: Concept) -> str:
    text = concept.terms[0].text if concept.terms else concept.external_id
    return concept.id or (f'the concept "{_short(text)}"' if text else "the concept")


def _unit_name(unit: Unit) -> str:
    text = unit.key or next((variant.text for variant in unit.variants if variant.text), "")
    return unit.id or (f'the unit "{_short(text)}"' if text else "the unit")


def _short(text: str) -> str:
    """The beginning of a text, fit for a message on one line."""
    line = " ".join(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text[:80]).split())
    return line if len(line) <= 60 else f"{line[:57]}…"
