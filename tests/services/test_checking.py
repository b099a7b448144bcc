"""A process that checks one draft finds what the server finds, though it reads only what can occur in it."""

from __future__ import annotations

import json
from pathlib import Path

from termbase.model import Draft
from termbase.services.checking import Checker, OneDraft
from termbase.services.packs import load_starter_packs
from termbase.store import Store, live_concepts

DRAFTS = Path(__file__).parents[1] / "evaluation" / "drafts.jsonl"


def test_one_draft_is_checked_as_any_other(store: Store) -> None:
    load_starter_packs(store)
    drafts = [
        Draft(
            text=item["draft"],
            lang=item["target_lang"],
            source=item.get("source"),
            source_lang=item.get("source_lang") or "",
        )
        for item in map(json.loads, DRAFTS.read_text("utf-8").splitlines()[::8])
    ]
    rules = [term for concept in store.concepts(limit=None) for term in concept.terms if term.bad]
    drafts += [Draft(text=term.bad[0], lang=term.lang) for term in rules[::150]]
    warm, cold = Checker(store.where), OneDraft(store.where)
    for draft in drafts:
        assert cold.check(draft) == warm.check(draft)


def test_a_call_s_own_terms_override_those_of_the_store_also_for_one_draft(store: Store) -> None:
    load_starter_packs(store)
    draft = Draft(text="Your parcel left.", lang="en", source="您的包裹已寄出。", source_lang="zh")
    pairs = [("包裹", "consignment")]
    assert OneDraft(store.where).check(draft, pairs) == Checker(store.where).check(draft, pairs)


def test_few_concepts_are_read_for_one_draft(store: Store) -> None:
    load_starter_packs(store)
    some = live_concepts(store.where, ["en"], lambda lang, text, pattern: text == "parcel")
    assert 0 < len(some) < 20
