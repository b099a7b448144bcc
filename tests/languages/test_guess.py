"""The language of a draft is guessed from its script, its function words and its marked letters."""

from __future__ import annotations

import pytest

from termbase.languages import guess

TEXTS = {
    "en": "Thank you for your order. It will leave our warehouse today.",
    "zh": "您好，您的订单今天从仓库发出。",
    "ja": "ご注文ありがとうございます。本日発送いたします。",
    "ko": "주문해 주셔서 감사합니다. 오늘 발송됩니다.",
    "es": "Gracias por su pedido. Hoy sale de nuestro almacén.",
    "pt": "Obrigado pela compra. O seu pedido sai hoje do nosso armazém.",
    "fr": "Merci pour votre commande. Elle part aujourd'hui de notre entrepôt.",
    "de": "Vielen Dank für Ihre Bestellung. Sie verlässt heute unser Lager.",
    "ru": "Спасибо за ваш заказ. Он отправляется сегодня.",
    "th": "ขอบคุณสำหรับคำสั่งซื้อ สินค้าจะจัดส่งวันนี้ค่ะ",
    "vi": "Cảm ơn quý khách đã đặt hàng. Hôm nay kho sẽ gửi đi.",
}


@pytest.mark.parametrize(("lang", "text"), TEXTS.items())
def test_a_sentence_of_each_language_is_told(lang: str, text: str) -> None:
    assert guess(text) == lang


@pytest.mark.parametrize("text", ["", "12345", "{name}", "https://example.org/the/and/you"])
def test_nothing_is_guessed_from_nothing(text: str) -> None:
    assert guess(text) == ""


def test_a_chinese_reply_with_product_names_is_still_chinese() -> None:
    assert guess("请在 iPhone 的 App Store 里下载 Galaxy Wearable，谢谢。") == "zh"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "A previsão de entrega é amanhã, e o código chega por e-mail."),
        ("pt", "Você pode pedir a troca em até 30 dias."),
        ("es", "Puede pedir el cambio en un plazo de 30 días."),
        ("es", "La entrega es mañana y el código llega por correo."),
    ],
)
def test_portuguese_and_spanish_are_told_apart(lang: str, text: str) -> None:
    assert guess(text) == lang
