"""What speaks to a reader, and what the checks make of it."""

from __future__ import annotations

import pytest

from termbase.checks import run
from termbase.checks.address import addresses_reader
from termbase.languages import known
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Severity, Term

SPOKEN = {
    "en": ("Please restart it.", "Cache size"),
    "zh": ("请您重启一下。", "缓存大小"),
    "ja": ("再起動をお願いいたします。", "キャッシュのサイズ"),
    "ko": ("다시 시작해 주세요.", "캐시 크기"),
    "es": ("Le pedimos que lo reinicie.", "Tamaño de la caché"),
    "fr": ("Veuillez le redémarrer.", "Taille du cache"),
    "de": ("Starten Sie es neu.", "Größe des Zwischenspeichers"),
    "pt": ("Por favor, reinicie.", "Tamanho do cache"),
    "ru": ("Пожалуйста, перезагрузите его.", "Размер кэша"),
    "th": ("กรุณารีสตาร์ทค่ะ", "ขนาดแคช"),
    "vi": ("Vui lòng khởi động lại.", "Kích thước bộ nhớ đệm"),
}


@pytest.mark.parametrize("lang", [lang.code for lang in known()])
def test_a_request_speaks_to_a_reader_and_a_label_does_not(lang: str) -> None:
    request, label = SPOKEN[lang]
    assert addresses_reader(request, lang)
    assert not addresses_reader(label, lang)


@pytest.mark.parametrize(
    ("subject", "text", "severity"),
    [
        ("technical", "The DNS of your router failed.", Severity.WARNING),
        ("technical", "Unregister a DNS service", Severity.SUGGESTION),
        ("jargon", "Unregister a DNS service", Severity.WARNING),
    ],
)
def test_technical_jargon_is_only_suggested_where_nobody_is_spoken_to(
    subject: str, text: str, severity: Severity
) -> None:
    concept = Concept(subject=subject, terms=(Term(lang="en", text="DNS", reason=Reason.JARGON),))
    (finding,) = run(Draft(text=text, lang="en"), Glossary([concept]), only=["jargon"])
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("lang", "text", "severities"),
    [
        ("ru", "Ваш заказ shipped вчера.", [Severity.ERROR]),
        ("ru", "отсутствует барьер после return", [Severity.SUGGESTION]),
        ("ru", "Не удалось: please contact the support team", [Severity.ERROR]),
        ("ja", "日本語 (OADG 109A)", []),
        ("ja", "中国西部 - 北京、広東省、上海、他", []),
        ("ja", "您的订单已经发货。", [Severity.ERROR]),
        ("ko", "APL 기호 (SAX, Sharp APL for Unix)", []),
        ("ko", "Your order has been shipped today.", [Severity.ERROR]),
        ("zh", "需要指定搜索类型，例如 name（名称）", []),
    ],
)
def test_names_of_commands_and_values_are_not_left_untranslated(
    lang: str, text: str, severities: list[Severity]
) -> None:
    findings = run(Draft(text=text, lang=lang), Glossary([]), only=["untranslated"])
    assert [f.severity for f in findings] == severities
