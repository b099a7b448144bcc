"""The starter packs hold what they promise, and the validator finds what it should."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from termbase.languages import primary
from termbase.model import Concept, Reason, Status, Term, Unit, Variant, When

from .validator import faults, noise, read_packs

PACKS = Path(__file__).resolve().parents[2] / "imports" / "starter"


@cache
def packs() -> tuple[list[Concept], list[Unit]]:
    return read_packs(PACKS)


def test_the_validator_finds_nothing_wrong_in_any_row() -> None:
    assert list(faults(*packs())) == []


def test_no_rule_fires_on_what_the_packs_call_right() -> None:
    assert list(noise(*packs())) == []


LANGUAGES = ("zh", "en", "ja", "ko", "es", "fr", "de", "ru", "th", "vi")
DIRECTIONS = {
    ("zh", "en"): 700,
    **dict.fromkeys((("en", "zh"), ("zh", "ja"), ("zh", "ko")), 120),
    **{("en", lang): 150 for lang in ("ja", "ko", "de", "fr", "es", "ru")},
    **{("zh", lang): 60 for lang in ("de", "fr", "es", "ru", "th", "vi")},
    **{("en", lang): 80 for lang in ("th", "vi")},
    **{(lang, "en"): 100 for lang in ("ja", "ko", "de", "fr", "es", "ru")},
}


def test_the_packs_hold_at_least_what_is_promised() -> None:
    concepts, units = packs()
    directions: Counter[tuple[str, str]] = Counter()
    in_all = 0
    by_reason: Counter[tuple[Reason, str]] = Counter()
    for concept in concepts:
        preferred = {primary(t.lang) for t in concept.terms if t.status is Status.PREFERRED and not t.avoided}
        in_all += preferred.issuperset(LANGUAGES)
        by_reason.update({(t.reason, primary(t.lang)) for t in concept.terms if t.reason is not None})
        directions.update(
            (primary(t.from_lang), primary(t.lang)) for t in concept.terms if t.reason is Reason.LITERAL and t.from_lang
        )
    assert in_all >= 500
    assert {pair: directions[pair] for pair in DIRECTIONS if directions[pair] < DIRECTIONS[pair]} == {}
    assert min(by_reason[Reason.JARGON, lang] for lang in LANGUAGES) >= 200
    assert min(by_reason[Reason.PHRASE, lang] for lang in LANGUAGES) >= 60
    assert sum({primary(v.lang) for v in unit.variants}.issuperset(LANGUAGES) for unit in units) >= 300


def rule(**changes: object) -> Concept:
    """A sound concept with one rule, after changes to the rule."""
    term = Term(
        lang="en",
        text="single number",
        reason=Reason.LITERAL,
        status=Status.DEPRECATED,
        from_lang="zh",
        replacements=("order number",),
        bad=("Tell me the single number.",),
        good=("Tell me the order number.",),
    )
    return Concept(
        external_id="order-number",
        terms=(
            Term(lang="zh", text="订单号"),
            Term(lang="en", text="order number"),
            replace(term, **changes),  # type: ignore[arg-type]
        ),
    )


HELLO = Unit(
    key="hello",
    variants=(Variant(lang="zh", text="{customer_name}，您好。"), Variant(lang="en", text="Hello {customer_name}.")),
)


def test_a_sound_pack_has_no_faults() -> None:
    assert list(faults([rule()], [HELLO])) == []
    assert list(noise([rule()], [HELLO])) == []


@pytest.mark.parametrize(
    ("concepts", "units", "complaint"),
    [
        ([rule(), rule()], [], "two concepts have this id"),
        ([rule(), replace(rule(), external_id="other")], [], "is a rule of order-number already"),
        ([rule(bad=("Tell me the order number.",))], [], "does not flag its bad example"),
        ([rule(good=("Tell me the single number.",))], [], "flags its good example"),
        ([rule(bad=())], [], "needs an example"),
        ([replace(rule(), terms=(*rule().terms, Term(lang="zh", text="订单编号")))], [], "are preferred in zh"),
        ([rule(replacements=())], [], "needs a replacement"),
        ([rule(replacements=("(order|purchase) number",))], [], "holds alternatives"),
        ([rule(pattern="(single number")], [], "never closed"),
        ([rule(text="order number")], [], "approved in order-number"),
        ([rule(text="x" * 201)], [], "characters long"),
        ([rule(replacements=("оrder number",))], [], "look alike"),
        ([rule(replacements=("order  number",))], [], "blanks too many"),
        ([rule(replacements=("order\u200b number",))], [], "cannot be seen"),
        (
            [replace(rule(), terms=(*rule().terms, Term(lang="zh", text="訂單編號", status=Status.ADMITTED)))],
            [],
            "traditional",
        ),
        ([replace(rule(), terms=(*rule().terms, Term(lang="ja", text="注文番号,番号")))], [], "half-width"),
        ([], [HELLO, HELLO], "two units have this key"),
        (
            [],
            [replace(HELLO, variants=(*HELLO.variants, Variant(lang="de", text="Hallo {name}.")))],
            "variables differ",
        ),
        ([], [replace(HELLO, variants=(Variant(lang="en", text="Hello {Customer}."),))], "brace that is no variable"),
    ],
)
def test_a_planted_fault_is_found(concepts: list[Concept], units: list[Unit], complaint: str) -> None:
    found = list(faults(concepts, units))
    assert any(complaint in fault for fault in found), found


def test_a_rule_that_fires_on_a_reply_phrase_is_found() -> None:
    shout = rule(text="hello", bad=("Hello",), good=("Good day",), when=When.ALWAYS)
    assert any("fires on hello" in sentence for sentence in noise([shout], [HELLO]))
