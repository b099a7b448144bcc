"""Whether a text says a term: generous with forms, order and compounds, strict with other terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.matching.wording import names, says


@pytest.mark.parametrize(
    ("lang", "term", "text", "said"),
    [
        ("de", "Gerät", "Die Bluetooth-Adressen des Geräts.", "Geräts"),
        ("de", "Standard", "Standardkommentar für Vorgänge", "Standardkommentar"),
        ("de", "Produkt hinzufügen", "Fügen Sie das Produkt dem Warenkorb hinzu.", "Fügen Sie das Produkt"),
        ("de", "Gewicht", "Ändert die Gewichtung des Effekts", "Gewichtung"),
        ("ru", "Ограничение", "Ограничить поиск текущим выделением", "Ограничить"),
        ("ru", "заказ", "Ваших заказов пока нет.", "заказов"),
        ("ru", "Имя интерфейса", "Указывает имя родительского интерфейса.", "имя родительского интерфейса"),
        ("de", "Alle anzeigen", "Alle Kunden anzeigen", "Alle Kunden anzeigen"),
        ("de", "Drehung", "Knöpfe zum Drehen der Bilder", "Drehen"),
        ("es", "fecha de inicio", "Fecha y hora de inicio de validez", "Fecha y hora de inicio"),
        ("es", "dirección", "La direccion es correcta.", "direccion"),
        ("fr", "carte d'accès invité", "Vos cartes d’accès invités sont prêtes.", "cartes d’accès invités"),
        ("en", "reset the password", "Your password was reset.", "password was reset"),
        ("en", "e-mail", "Send us an email.", "email"),
        ("en", "sign-up", "The sign up takes a minute.", "sign up"),
        ("en", "pay", "Your payment is late.", "payment"),
        ("en", "turn off", "Turning the HTML mode off takes a minute.", "Turning the HTML mode off"),
        ("en", "log in", "You are logged in.", "logged in"),
        ("de", "Daten", "Wir löschen Ihre Finanzdaten.", "Finanzdaten"),
        ("de", "Modem", "Breitbandmodems gehen auch.", "Breitbandmodems"),
        ("de", "Eintrag", "Servermanagereinträge gehen verloren.", "Servermanagereinträge"),
        ("de", "Profil", "Das Farbprofil fehlt.", "Farbprofil"),
        ("fr", "se connecter", "Vous pouvez vous connecter ici.", "connecter"),
        ("fr", "s'assurer", "Assurez-vous que tout va bien.", "Assurez"),
        ("es", "conexión a Internet", "Hay una conexión activa a Internet.", "conexión activa a Internet"),
        ("zh", "退货政策", "退货的政策在这里。", "退货的政策"),
        ("zh", "付款", "您已付清款项。", "付清款"),
        ("zh", "之后", "付款后我们发货。", "后"),
        ("ko", "환불", "환불은 3일 안에 됩니다.", "환불은"),
    ],
)
def test_a_term_is_said_in_any_form(lang: str, term: str, text: str, said: str) -> None:
    span = says(text, term, lang)
    assert span is not None
    assert text[slice(*span)] == said


@pytest.mark.parametrize(
    ("lang", "term", "text"),
    [
        ("en", "Member Day", "Join us on member party day."),
        ("en", "order number", "The number of boxes in the second order."),
        ("de", "Konto", "Der Kontakt ist gespeichert."),
        ("ru", "счет", "Посылка уже в пути."),
        ("es", "saldo", "Su pedido salió ayer."),
        ("en", "turn on", "Turn off the router."),
        ("en", "log in", "Please log out."),
        ("en", "backup", "Go back to the page."),
        ("es", "número de pedido", "El número no vale."),
        ("es", "disponible", "El dispositivo no vale."),
        ("es", "sin existencias", "Hay existencias."),
        ("fr", "commande", "Faites comme vous voulez."),
        ("de", "Währung", "Der Aufbewahrungsort ist unbekannt."),
        ("de", "Rechnung", "Die Berechnung dauert."),
        ("de", "Einstellungen", "Ein Kunde sah seine Bestellung."),
        ("de", "Benutzername", "Der Benutzer ist bekannt."),
        ("de", "Dateiname", "Die Datei ist da."),
        ("de", "Ende", "Verwenden Sie den Link."),
        ("de", "Lösung", "Die Auflösung ist gering."),
        ("de", "Sicherung", "Der Link ist noch da, und er hat sich bewährt."),
        ("zh", "在线", "在网络断线后再试。"),
        ("zh", "会员卡", "会场的卡片在员工手里，一共五张。"),
    ],
)
def test_other_words_do_not_say_it(lang: str, term: str, text: str) -> None:
    assert says(text, term, lang) is None


@pytest.mark.parametrize(
    ("term", "found", "own"),
    [
        ("order", "ordered", True),
        ("batteries", "battery", True),
        ("Meetings", "meeting", True),
        ("meeting", "meet", False),
        ("goods", "better", False),
        ("goods", "Goods", True),
        ("登录", "登录", True),
    ],
)
def test_a_term_is_named_by_its_own_words(term: str, found: str, own: bool) -> None:
    assert names(found, term, "zh" if term == "登录" else "en") is own


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.sampled_from(["en", "de", "ru", "zh", "th", "xx"]))
def test_whatever_it_finds_is_a_part_of_the_text(text: str, term: str, lang: str) -> None:
    span = says(text, term, lang)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


def test_a_term_of_characters_that_fold_to_nothing_is_never_said() -> None:
    assert says("\xad", "\xad", "en") is None
    assert says("", "\xad", "en") is None
