"""Verb forms: found under their verb, and a replacement takes the form that was found."""

from __future__ import annotations

import pytest

from termbase.languages import language


@pytest.mark.parametrize(
    ("lang", "word", "verb"),
    [
        ("es", "aplique", "aplicar"),
        ("es", "checamos", "checar"),
        ("es", "hagan", "hacer"),
        ("es", "abrirlo", "abrir"),
        ("fr", "ouvrez", "ouvrir"),
        ("fr", "escaladées", "escalader"),
        ("pt", "aplique", "aplicar"),
        ("pt", "escalou", "escalar"),
    ],
)
def test_a_form_stands_for_its_verb(lang: str, word: str, verb: str) -> None:
    assert verb in language(lang).forms(word)


@pytest.mark.parametrize(
    ("lang", "replacement", "found", "rule", "fitted"),
    [
        ("es", "solicitar", "aplique para", "aplicar para", "solicite"),
        ("es", "quitar", "remuévalo", "remover", "quítelo"),
        ("es", "encender", "abrirlo", "abrir", "encenderlo"),
        ("es", "reseña positiva", "buenas evaluaciones", "buen evaluación", "reseñas positivas"),
        ("fr", "demander", "appliquez pour", "appliquer pour", "demandez"),
        ("fr", "transmettre", "escaladée", "escalader", "transmise"),
        ("fr", "avoir", "notes de crédit", "note de crédit", "avoirs"),
        ("pt", "solicitar", "aplique para", "aplicar para", "solicite"),
        ("pt", "encaminhar", "escalamos", "escalar", "encaminhamos"),
        ("pt", "promoção", "atividades", "atividade", "promoções"),
        ("es", "en su lugar", "aplique para", "aplicar para", "en su lugar"),
    ],
)
def test_a_replacement_takes_the_form_that_was_found(
    lang: str, replacement: str, found: str, rule: str, fitted: str
) -> None:
    assert language(lang).refit(replacement, found, rule, "") == fitted


@pytest.mark.parametrize(
    ("replacement", "fitted"),
    [
        ("return", "returned"),
        ("close", "closed"),
        ("out of stock", "out of stock"),
        ("lost parcel", "lost parcel"),
        ("list of parts", "list of parts"),
    ],
)
def test_an_english_replacement_takes_an_ending_only_if_it_begins_with_a_verb(replacement: str, fitted: str) -> None:
    assert language("en").refit(replacement, "broken code", "break code", "") == fitted


@pytest.mark.parametrize(
    ("replacement", "before", "led"),
    [
        ("our system", "I see it in the ", ("our system", 4)),
        ("our system", "I see it in our ", ("system", 0)),
        ("a return", "We have your ", ("return", 0)),
        ("our system", "The ", ("Our system", 4)),
        ("a return", "We opened ", ("a return", 0)),
    ],
)
def test_no_english_replacement_makes_two_articles(replacement: str, before: str, led: tuple[str, int]) -> None:
    assert language("en").lead(replacement, "backend", before) == led


def test_an_english_noun_phrase_takes_no_verb_form() -> None:
    assert language("en").refit("call recording", "recorded sound", "record sound", "We have the ") == "call recording"


@pytest.mark.parametrize(
    ("found", "fitted"),
    [
        ("demand a refund", "request a refund"),
        ("demanded the exchange", "requested the exchange"),
        ("demand your money", "request a refund"),
    ],
)
def test_an_english_replacement_names_the_thing_that_was_found(found: str, fitted: str) -> None:
    rule = "demand (a|the|your) (=refund|=exchange|=money)"
    assert language("en").refit("request a refund", found, rule, "") == fitted


def test_what_is_written_in_the_rule_is_left_alone() -> None:
    assert language("es").refit("haga clic", "haga click", "haga click", "") == "haga clic"


@pytest.mark.parametrize(
    ("lang", "replacement", "found", "rule", "before", "fitted"),
    [
        ("es", "darse cuenta de que", "realizamos que", "realizar que", "", "nos damos cuenta de que"),
        ("es", "ponerse en contacto con", "contacte a", "contactar a", "Por favor, ", "póngase en contacto con"),
        ("es", "ponerse en contacto con", "contacte a", "contactar a", "para que ", "se ponga en contacto con"),
        ("es", "ponerse en contacto con", "contactando a", "contactar a", "", "poniéndose en contacto con"),
        ("fr", "se rendre compte que", "réalisons que", "réaliser que", "nous ", "nous rendons compte que"),
        ("fr", "se déconnecter", "tombe", "tomber", "il ", "se déconnecte"),
        ("fr", "se tromper", "tombe", "tomber", "je ", "me trompe"),
    ],
)
def test_a_reflexive_replacement_has_the_pronoun_of_its_person(
    lang: str, replacement: str, found: str, rule: str, before: str, fitted: str
) -> None:
    assert language(lang).refit(replacement, found, rule, before) == fitted
