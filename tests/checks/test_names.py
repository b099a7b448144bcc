"""Names that stay as they are, in a reply, a template and whatever the base knows of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from termbase.checks import run
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Severity, Term

HOMEBOX = Concept(id="c-1", translate=False, terms=(Term(lang="en", text="HomeBox 3000"),))
DRAFT = Draft(text="Wir helfen Ihnen gern.", lang="de", source="My HomeBox 3000 is broken.", source_lang="en")


def said(draft: Draft, *concepts: Concept) -> list[tuple[str, str, Severity]]:
    return [(f.check, f.text, f.severity) for f in run(draft, Glossary(concepts)) if f.kind == "missing_term"]


def test_a_reply_is_only_reminded_of_a_name_and_a_template_has_to_hold_it() -> None:
    assert said(DRAFT, HOMEBOX) == [("untouchable-name", "", Severity.SUGGESTION)]
    assert said(replace(DRAFT, template=True), HOMEBOX) == [("untouchable-name", "", Severity.WARNING)]


def test_a_name_is_said_once_by_one_check() -> None:
    named = replace(HOMEBOX, terms=(*HOMEBOX.terms, Term(lang="de", text="HomeBox 3000")))
    draft = replace(DRAFT, text="Ihre Heimbox 3000 ist da.", source="Your HomeBox 3000, the HomeBox 3000.")
    assert said(draft, named) == [("untouchable-name", "Heimbox 3000", Severity.WARNING)]


def test_a_listed_literal_rendering_of_a_name_is_reported_as_that() -> None:
    rule = Term(lang="de", text="Heimkasten 3000", reason=Reason.LITERAL, replacements=("HomeBox 3000",))
    draft = replace(DRAFT, text="Ihr Heimkasten 3000 ist da.")
    found = run(draft, Glossary([replace(HOMEBOX, terms=(*HOMEBOX.terms, rule))]))
    assert [f.check for f in found] == ["literal-translation"]


def test_the_name_of_another_product_is_not_missed() -> None:
    other = replace(HOMEBOX, product="Watch")
    assert said(replace(DRAFT, product="Box"), other) == []


@pytest.mark.parametrize("text", ["Die HomeBox 3000 Pro ist da.", "Unsere HomeBox 3000s.", "«HomeBox 3000»"])
def test_a_name_may_be_inflected_or_part_of_a_longer_one(text: str) -> None:
    assert said(replace(DRAFT, text=text), HOMEBOX) == []


def test_a_shorter_name_inside_a_longer_one_is_not_asked_for() -> None:
    pro = Concept(id="c-2", translate=False, terms=(Term(lang="en", text="HomeBox 3000 Pro"),))
    draft = replace(DRAFT, text="Die HomeBox 3000 Pro ist da.", source="The HomeBox 3000 Pro is here.")
    assert said(draft, HOMEBOX, pro) == []
    assert [o.text for o in Glossary([HOMEBOX, pro]).names(draft.source or "")] == ["HomeBox 3000 Pro"]


def test_names_of_a_base_are_found_beneath_a_calls_own_terms() -> None:
    glossary = Glossary([HOMEBOX]).with_pairs([("Kiste", "box")], source_lang="de", lang="en")
    assert [o.text for o in glossary.names("我的homebox 3000坏了")] == ["homebox 3000"]
    assert glossary.names("我的homebox 3000A坏了") != []
    hidden = Glossary([HOMEBOX]).with_pairs([("HomeBox 3000", "HB")], source_lang="en", lang="de")
    assert hidden.names("HomeBox 3000") == []
