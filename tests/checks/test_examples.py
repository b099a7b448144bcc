"""Every check is documented and does what its own examples say."""

from __future__ import annotations

import re

import pytest

from termbase.checks import Check, Example, all_checks, run
from termbase.matching import Glossary
from termbase.model import Draft

CASES = [
    pytest.param(check, example, id=f"{check.id}-{kind}-{example.lang}-{number}")
    for check in all_checks()
    for kind, examples in (("bad", check.bad), ("good", check.good))
    for number, example in enumerate(examples)
]


@pytest.mark.parametrize(("check", "example"), CASES)
def test_a_check_marks_exactly_what_its_example_says(check: Check, example: Example) -> None:
    draft = Draft(
        text=example.text,
        lang=example.lang,
        source=example.source,
        source_lang=example.source_lang,
        template=example.template,
    )
    glossary = Glossary(example.concepts, rejected=example.units).with_pairs(
        example.pairs, source_lang=example.source_lang, lang=example.lang
    )
    findings = run(draft, glossary, only=[check.id])
    assert tuple(f.text for f in findings) == example.marked
    for finding in findings:
        assert finding.text == draft.text[finding.start : finding.end]
        assert finding.kind == check.kind
        assert not re.search(r"\{(text|source|better)\}", finding.message)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_a_check_has_documentation_and_both_kinds_of_examples(check: Check) -> None:
    import sys

    doc = sys.modules[check.find.__module__].__doc__ or ""
    assert "**Why:**" in doc
    assert "**Instead:**" in doc
    assert check.bad
    assert check.good
    assert {e.lang for e in check.bad} <= {e.lang for e in check.good}, "a language it flags needs a text that passes"
