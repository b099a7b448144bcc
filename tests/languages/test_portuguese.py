"""Portuguese: numbers, dates, times and what denies."""

from __future__ import annotations

import re

import pytest

from termbase.checks import run
from termbase.languages import language
from termbase.matching import Glossary
from termbase.model import Draft

PT = language("pt-BR")


def found(draft: str, source: str, source_lang: str = "en") -> list[str]:
    findings = run(Draft(text=draft, lang="pt-BR", source=source, source_lang=source_lang), Glossary([]))
    return [f.kind for f in findings]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("O técnico chega dia 3 de março às 17h.", "The technician comes on 3 March at 5 pm."),
        ("O valor é de R$ 1.250,90.", "The amount is R$1,250.90."),
        ("São duas unidades e três dias.", "It is two units and three days."),
        ("Reservamos às 5 da tarde.", "We booked it for 5 pm."),
    ],
)
def test_numbers_dates_and_times_agree(draft: str, source: str) -> None:
    assert found(draft, source) == []


def test_a_number_that_differs_is_found() -> None:
    assert found("O prazo é de 15 dias úteis para a troca.", "You have 7 working days to exchange it.") == ["number"]


def test_a_draft_in_portuguese_is_not_called_untranslated() -> None:
    text = "Obrigado por entrar em contato. Verifiquei a sua conta e o reembolso já foi feito. Tenha um ótimo dia!"
    assert found(text, "Thanks for contacting us. I checked your account and refunded it. Have a great day!") == []


@pytest.mark.parametrize("text", ["em até 2 dias úteis", "amanhã", "até as 18h", "na sexta-feira", "no dia 5 de maio"])
def test_a_definite_time_is_known(text: str) -> None:
    assert re.search(PT.hours, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["não", "nunca", "nenhuma", "sem"])
def test_what_denies_is_known(text: str) -> None:
    assert re.search(PT.negations, text, re.IGNORECASE)
