"""A letter that begins without a greeting. Off unless asked for.

**Why:** whoever wrote in with a problem is met by a text and not by a person.

**Instead:** a greeting, with the name where it is known. Messages of one or two sentences and
templates, which may be a part of a letter, are left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.check import STYLE, Check, Example, Hit
from termbase.checks.letters import greets
from termbase.matching import Glossary
from termbase.model import Draft, Severity


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """One finding about the whole draft."""
    if not greets(draft):
        yield Hit(start=0, end=0, message="The reply begins without a greeting.", confidence=0.7)


CHECK = Check(
    id="missing-greeting",
    kind=STYLE,
    severity=Severity.SUGGESTION,
    find=find,
    on=False,
    bad=(
        Example(lang="en", text="Your parcel is on its way. It arrives on Friday. Best regards, Anna", marked=("",)),
        Example(lang="de", text="Ihr Paket ist unterwegs. Es kommt am Freitag. Freundliche Grüße, Anna", marked=("",)),
        Example(lang="fr", text="Votre colis est parti. Il arrive vendredi. Cordialement, Anna", marked=("",)),
        Example(lang="es", text="Su paquete está en camino. Llega el viernes. Un saludo, Anna", marked=("",)),
        Example(lang="pt", text="O seu pacote está a caminho. Chega sexta. Atenciosamente, Anna", marked=("",)),
        Example(lang="ru", text="Ваша посылка в пути. Она придёт в пятницу. С уважением, Анна", marked=("",)),
        Example(lang="zh", text="包裹已发出。周五送达。祝您生活愉快。", marked=("",)),
        Example(lang="ja", text="荷物を発送しました。金曜日に届きます。よろしくお願いいたします。", marked=("",)),
        Example(lang="ko", text="상품이 발송되었습니다. 금요일에 도착합니다. 감사합니다.", marked=("",)),
        Example(lang="th", text="พัสดุถูกส่งแล้วค่ะ จะถึงวันศุกร์ค่ะ ขอบคุณค่ะ", marked=("",)),
        Example(lang="vi", text="Gói hàng đã được gửi. Hàng đến thứ Sáu. Trân trọng.", marked=("",)),
    ),
    good=(
        Example(lang="en", text="Hello Anna,\nYour parcel is on its way. It arrives on Friday. Best regards"),
        Example(lang="en", text="It arrives on Friday."),
        Example(
            lang="de", text="Guten Tag Frau Weber, Ihr Paket ist unterwegs. Es kommt am Freitag. Freundliche Grüße"
        ),
        Example(lang="fr", text="Bonjour, votre colis est parti. Il arrive vendredi. Cordialement, Anna"),
        Example(lang="es", text="Hola, Anna: Su paquete está en camino. Llega el viernes. Un saludo, Eva"),
        Example(lang="pt", text="Olá, Anna! O seu pacote está a caminho. Chega sexta. Atenciosamente, Eva"),
        Example(lang="ru", text="Здравствуйте! Ваша посылка в пути. Она придёт в пятницу. С уважением, Анна"),
        Example(lang="zh", text="李女士，您好！包裹已发出。周五送达。祝您生活愉快。"),
        Example(
            lang="ja", text="お世話になっております。荷物を発送しました。金曜日に届きます。よろしくお願いいたします。"
        ),
        Example(lang="ko", text="안녕하세요, 고객님. 상품이 발송되었습니다. 금요일에 도착합니다. 감사합니다."),
        Example(lang="th", text="สวัสดีค่ะ พัสดุถูกส่งแล้วค่ะ จะถึงวันศุกร์ค่ะ ขอบคุณค่ะ"),
        Example(lang="vi", text="Chào chị Lan, gói hàng đã được gửi. Hàng đến thứ Sáu. Trân trọng."),
    ),
)
