"""Articles of Spanish and French: a replacement takes along the article before it."""

from __future__ import annotations

import pytest

from termbase.checks.avoided import cures
from termbase.languages import language
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term


@pytest.mark.parametrize(
    ("lang", "replacement", "before", "led"),
    [
        ("es", "el saldo", "tiene una ", ("un saldo", 4)),
        ("es", "la cuenta", "el pago del ", ("de la cuenta", 4)),
        ("es", "el saldo", "consulte su ", ("su saldo", 3)),
        ("es", "los puntos", "su ", ("sus puntos", 3)),
        ("es", "el código", "número de ", ("de código", 3)),
        ("es", "saldo", "el ", ("saldo", 0)),
        ("es", "el saldo", "", ("el saldo", 0)),
        ("fr", "le solde", "La ", ("le solde", 3)),
        ("fr", "un avoir", "d'une ", ("un avoir", 4)),
        ("fr", "une adresse", "ce ", ("cette adresse", 3)),
        ("fr", "la commande", "suivi de l'", ("de la commande", 5)),
        ("fr", "les frais", "la ", ("les frais", 3)),
        ("fr", "numéro", "d'", ("de numéro", 2)),
        ("fr", "annuler", "de ", ("d'annuler", 3)),
        ("fr", "hub", "le ", ("hub", 0)),
    ],
)
def test_the_article_before_agrees(lang: str, replacement: str, before: str, led: tuple[str, int]) -> None:
    assert language(lang).lead(replacement, "balance", before) == led


def test_a_preposition_melts_with_the_article_of_the_replacement() -> None:
    assert language("es").lead("el saldo", "la balance", "de ") == ("del saldo", 3)
    assert language("fr").lead("le solde", "la balance", "à ") == ("au solde", 2)


@pytest.mark.parametrize(
    ("lang", "term", "replacements", "text", "mended"),
    [
        ("es", "chequera", ("el talonario", "cuenta"), "La chequera llega hoy.", "El talonario"),
        ("fr", "délivrance", ("le service", "livraison"), "Le prix de la délivrance est bas.", "du service"),
    ],
)
def test_the_article_belongs_to_the_place(
    lang: str, term: str, replacements: tuple[str, ...], text: str, mended: str
) -> None:
    rule = Term(lang=lang, text=term, reason=Reason.LITERAL, replacements=replacements)
    glossary = Glossary([Concept(terms=(rule,))])
    draft = Draft(text=text, lang=lang)
    start, end, offered = cures(glossary.find(text, lang)[0], draft)
    assert offered[0] == mended
    assert text[start:end].endswith(term)
    assert all(" " in one for one in offered)
