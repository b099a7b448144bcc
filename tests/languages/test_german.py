"""German replacements stand in the form of what they replace, and their articles in their gender."""

from __future__ import annotations

import pytest

from termbase.checks import run
from termbase.languages import language
from termbase.languages.german import conjugated, noun
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term


def mended(before: str, found: str, rule: str, replacement: str) -> str:
    """What the draft says after the replacement, up to its end."""
    german = language("de")
    text, taken = german.lead(german.refit(replacement, found, rule, before), found, before)
    return before[: len(before) - taken] + text


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        ("Ihr ", "Ticket", "Ihre Anfrage"),
        ("Das ", "Ticket", "Die Anfrage"),
        ("in dem ", "Ticket", "in der Anfrage"),
        ("im ", "Ticket", "in der Anfrage"),
        ("zum ", "Ticket", "zur Anfrage"),
        ("mit Ihrem neuen ", "Ticket", "mit Ihrer neuen Anfrage"),
        ("Ihr neues ", "Ticket", "Ihre neue Anfrage"),
        ("Neues ", "Ticket", "Neue Anfrage"),
        ("zwei ", "Tickets", "zwei Anfragen"),
        ("den ", "Tickets", "den Anfragen"),
        ("des ", "Tickets", "der Anfrage"),
        ("die Nummer Ihres ", "Tickets", "die Nummer Ihrer Anfrage"),
        ("Sie haben kein ", "Ticket", "Sie haben keine Anfrage"),
        ("für dieses ", "Ticket", "für diese Anfrage"),
        ("Bitte ", "Ticket", "Bitte Anfrage"),
    ],
)
def test_a_feminine_for_a_neuter(before: str, found: str, after: str) -> None:
    assert mended(before, found, "Ticket", "Anfrage") == after


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        ("Das ", "Ticket", "Der Vorgang"),
        ("Bitte schließen Sie das ", "Ticket", "Bitte schließen Sie den Vorgang"),
        ("für Ihr ", "Ticket", "für Ihren Vorgang"),
        ("im ", "Ticket", "im Vorgang"),
        ("des ", "Tickets", "des Vorgangs"),
        ("Ihre ", "Tickets", "Ihre Vorgänge"),
        ("mit den ", "Tickets", "mit den Vorgängen"),
        ("Gestern hat das ", "Ticket", "Gestern hat das Vorgang"),  # subject or object: left to the agent
    ],
)
def test_a_masculine_for_a_neuter(before: str, found: str, after: str) -> None:
    assert mended(before, found, "Ticket", "Vorgang") == after


@pytest.mark.parametrize(
    ("before", "found", "rule", "replacement", "after"),
    [
        ("Wählen Sie die ", "SSID", "=SSID", "WLAN-Name", "Wählen Sie den WLAN-Namen"),
        ("mit einer ", "MTTR", "MTTR", "übliche Reparaturzeit", "mit einer üblichen Reparaturzeit"),
        ("in unserem ", "Backlog", "Backlog", "Liste offener Wünsche", "in unserer Liste offener Wünsche"),
        ("Der ", "Gerichtsstand", "Gerichtsstand", "zuständiges Gericht", "Das zuständige Gericht"),
        ("Dieses ", "Feature", "Feature", "Funktion", "Diese Funktion"),
        ("Der ", "Hotfix", "Hotfix", "Korrektur", "Die Korrektur"),
        ("eine ", "AWB-Nummer", "AWB(-| )Nummer", "Sendungsnummer", "eine Sendungsnummer"),
    ],
)
def test_adjectives_and_compounds(before: str, found: str, rule: str, replacement: str, after: str) -> None:
    assert mended(before, found, rule, replacement) == after


@pytest.mark.parametrize(
    ("before", "found", "rule", "replacement", "after"),
    [
        ("Wir ", "verstehen Sie", "(=verstehe|=verstehen) Sie", "verstehe Ihren Ärger", "Wir verstehen Ihren Ärger"),
        ("Sie können ihn ", "abbrechen", "abbrechen", "stornieren", "Sie können ihn stornieren"),
        ("", "Aufträge abgebrochen", "Aufträge abbrechen", "Bestellungen stornieren", "Bestellungen storniert"),
        ("um es ", "zurückzuschicken", "zurückschicken", "zurücksenden", "um es zurückzusenden"),
        ("um es zu ", "öffnen", "öffnen", "einschalten", "um es einzuschalten"),
        ("", "zurückgestellt", "zurückstellen", "zurücksetzen", "zurückgesetzt"),
        ("wer etwas ", "fragt", "fragen", "eine Frage stellen", "wer etwas eine Frage stellt"),
        ("Wir werden ", "zurückkommen", "zurückkommen", "sich melden", "Wir werden uns melden"),
        ("Dann werde ich ", "zurückkommen", "zurückkommen", "sich melden", "Dann werde ich mich melden"),
        ("Das Team wird ", "zurückkommen", "zurückkommen", "sich melden", "Das Team wird sich melden"),
        ("", "wir entschuldigen uns", "=entschuldige", "bitte entschuldigen Sie", "bitte entschuldigen Sie"),
        ("", "wir können nichts tun", "wir können nichts tun", "ich prüfe das gern", "ich prüfe das gern"),
        ("", "Güter wurden", "Güter (wurde|wurden)", "Bestellung wurde", "Bestellung wurde"),
        ("", "gewhitelistet", "gewhitelistet", "freigegeben", "freigegeben"),
        ("", "rufe", "rufen", "anrufen", "anrufen"),  # would stand apart: rufe … an
    ],
)  # fmt: skip
def test_a_verb_takes_the_form_found(before: str, found: str, rule: str, replacement: str, after: str) -> None:
    assert mended(before, found, rule, replacement) == after


@pytest.mark.parametrize(
    ("verb", "name", "form"),
    [
        ("verstehen", "part", "verstanden"),
        ("versenden", "t", "versendet"),
        ("rechnen", "t", "rechnet"),
        ("öffnen", "te", "öffnete"),
        ("antworten", "part", "geantwortet"),
        ("vorbereiten", "part", "vorbereitet"),
        ("weitergeben", "part", "weitergegeben"),
        ("annehmen", "zu", "anzunehmen"),
        ("übernehmen", "t", "übernimmt"),
        ("stornieren", "part", "storniert"),
        ("erhalten", "t", "erhält"),
        ("gehören", "part", "gehört"),
        ("wechseln", "t", "wechselt"),
        ("ändern", "part", "geändert"),
        ("bitten", "te", "bat"),
    ],
)
def test_verb_forms(verb: str, name: str, form: str) -> None:
    assert conjugated(verb)[name] == form


@pytest.mark.parametrize(
    ("word", "gender", "plural"),
    [
        ("Rücksendung", "f", "Rücksendungen"),
        ("Bestätigungscode", "m", "Bestätigungscodes"),
        ("Kennwort", "n", "Kennwörter"),
        ("Kundenkonto", "n", "Kundenkonten"),
        ("Tracking-ID", "f", "Tracking-IDs"),
        ("Kontoauszug", "m", "Kontoauszüge"),
        ("Sortierzentrum", "n", "Sortierzentren"),
        ("Start", "", ""),
    ],
)
def test_a_compound_goes_by_its_last_part(word: str, gender: str, plural: str) -> None:
    assert noun(word) == (gender, plural)


def test_the_article_belongs_to_the_place() -> None:
    ticket = Concept(terms=(Term(lang="de", text="Ticket", reason=Reason.JARGON, replacements=("Anfrage", "Vorgang")),))
    (finding,) = run(Draft(text="Wir haben Ihr Ticket erhalten.", lang="de"), Glossary([ticket]), only=["jargon"])
    assert finding.text == "Ihr Ticket"
    assert finding.replacements == ("Ihre Anfrage", "Ihren Vorgang")
