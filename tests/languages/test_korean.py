"""Korean: endings after a verbal noun, and replacements that fit what follows them."""

from __future__ import annotations

import pytest

from termbase.checks import run
from termbase.languages import language
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term


def corrected(draft: str, term: Term) -> str:
    """The draft with the first replacement of every finding."""
    glossary = Glossary([Concept(terms=(term,))])
    for f in sorted(run(Draft(text=draft, lang="ko"), glossary), key=lambda f: -f.start):
        draft = draft[: f.start] + f.replacements[0] + draft[f.end :]
    return draft


@pytest.mark.parametrize("ending", ["드리겠습니다", "드립니다", "드렸습니다", "드릴게요", "드리도록", "드린", "드리며"])
def test_a_polite_ending_is_cut_off_a_verbal_noun(ending: str) -> None:
    assert "연락" in language("ko").forms(f"연락{ending}")


def test_a_rule_finds_a_verbal_noun_with_a_polite_ending() -> None:
    term = Term(
        lang="ko",
        text="제일 시간에 연락",
        reason=Reason.LITERAL,
        pattern="(제일 시간에) (연락)",
        replacements=("바로 연락",),
    )
    assert corrected("제일 시간에 연락드리겠습니다.", term) == "바로 연락드리겠습니다."


def test_a_particle_takes_the_form_of_the_replacement() -> None:
    term = Term(lang="ko", text="수동 서비스", reason=Reason.LITERAL, replacements=("상담원",))
    assert corrected("수동 서비스로 연결합니다.", term) == "상담원으로 연결합니다."
    assert corrected("수동 서비스를 찾습니다.", term) == "상담원을 찾습니다."


def test_a_verb_offered_before_an_ending_gives_its_noun() -> None:
    term = Term(lang="ko", text="화물을 발출", reason=Reason.LITERAL, replacements=("발송하다",))
    assert corrected("오늘 화물을 발출합니다.", term) == "오늘 발송합니다."
