"""Every reason for which a rule is silent can be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from termbase.checks import run
from termbase.checks.explain import explain
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Position, Reason, State, Term, When

RULE = Term(lang="en", text="open the router", reason=Reason.LITERAL, replacements=("turn on the router",))
GOOD = Term(lang="zh", text="打开路由器")
DRAFT = Draft(text="Please open the router.", lang="en")


def why(rule: Term, draft: Draft = DRAFT, text: str = "open the router", *others: Concept, **concept: str) -> str:
    base = [Concept(terms=(GOOD, rule), **concept), *others]  # type: ignore[arg-type]
    (found,) = [e for e in explain(text, draft, base) if e.term is rule]
    fires = any(f.text for f in run(draft, Glossary(base)) if f.kind == rule.reason or f.check == "literal-translation")
    assert found.fires == fires, "what it says is what the checks do"
    return found.why


def test_a_rule_that_fires_says_so() -> None:
    assert why(RULE) == "It fires."


@pytest.mark.parametrize(
    ("rule", "draft", "reason"),
    [
        (replace(RULE, lang="fr"), DRAFT, "It is a rule for fr, and the draft is in en."),
        (replace(RULE, state=State.PROPOSED), DRAFT, "It is proposed; only approved terms are used."),
        (replace(RULE, enabled=False), DRAFT, "It is switched off."),
        (replace(RULE, unless=("please open the router",)), DRAFT, "Its exception “please open the router” applies."),
        (replace(RULE, position=Position.WHOLE_REPLY), DRAFT, "It counts only as whole reply."),
        (replace(RULE, text="OPEN the router", case_sensitive=True), DRAFT, "It counts only as it is written"),
        (replace(RULE, when=When.WITH_SOURCE), DRAFT, "It speaks only with the source text"),
        (
            replace(RULE, when=When.WITH_SOURCE),
            replace(DRAFT, source="请重启手机。", source_lang="zh"),
            "It speaks only when the source names its concept (打开路由器)",
        ),
        (RULE, Draft(text="Turn it on.", lang="en"), "The draft does not hold it."),
        (RULE, Draft(text="Thanks.\n> open the router", lang="en"), "It stands in quoted mail"),
    ],
)
def test_a_silent_rule_says_why(rule: Term, draft: Draft, reason: str) -> None:
    assert why(rule, draft).startswith(reason)


def test_a_longer_term_is_named() -> None:
    longer = Concept(terms=(Term(lang="en", text="open the router settings"),))
    draft = Draft(text="Please open the router settings.", lang="en")
    assert why(RULE, draft, "open the router", longer) == "It lies inside the longer term “open the router settings”."


def test_another_product_is_named() -> None:
    assert "for the product R2" in why(RULE, replace(DRAFT, product="R1"), product="R2")


def test_an_unknown_wording_has_no_rules() -> None:
    assert list(explain("something else", DRAFT, [Concept(terms=(RULE,))])) == []
