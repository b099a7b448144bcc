"""A letter that ends without thanks, a wish, a question, an offer of help or regards. Off unless asked for.

**Why:** a letter that just stops sounds cross, and the customer does not know whether to write again.

**Instead:** a closing sentence or regards. Messages of one or two sentences and templates, which may be a
part of a letter, are left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.check import STYLE, Check, Example, Hit
from termbase.checks.letters import takes_leave
from termbase.matching import Glossary
from termbase.model import Draft, Severity


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """One finding about the whole draft."""
    if not takes_leave(draft):
        yield Hit(start=0, end=0, message="The reply ends without a closing.", confidence=0.7)


CHECK = Check(
    id="missing-closing",
    kind=STYLE,
    severity=Severity.SUGGESTION,
    find=find,
    on=False,
    bad=(
        Example(
            lang="en", text="Hello Anna. Your parcel has left. It is in Leeds. It arrives on Friday.", marked=("",)
        ),
        Example(
            lang="de", text="Guten Tag. Ihr Paket ist unterwegs. Es ist in Ulm. Es kommt am Freitag.", marked=("",)
        ),
        Example(lang="fr", text="Bonjour. Votre colis est parti. Il est à Lyon. Il arrive vendredi.", marked=("",)),
        Example(lang="es", text="Hola. Su paquete está en camino. Está en Toledo. Llega el viernes.", marked=("",)),
        Example(lang="pt", text="Olá. O seu pacote está a caminho. Está em Braga. Chega sexta.", marked=("",)),
        Example(lang="ru", text="Здравствуйте! Ваша посылка в пути. Она в Твери. Она придёт в пятницу.", marked=("",)),
        Example(lang="zh", text="您好！包裹已发出。现在在杭州。周五送达。", marked=("",)),
        Example(lang="ja", text="こんにちは。荷物を発送しました。今は大阪です。金曜日に届きます。", marked=("",)),
        Example(
            lang="ko",
            text="안녕하세요. 상품이 발송되었습니다. 지금 부산에 있습니다. 금요일에 도착합니다.",
            marked=("",),
        ),
        Example(lang="th", text="เรียนคุณแอนนา พัสดุถูกส่งแล้วค่ะ ตอนนี้อยู่ที่ตากค่ะ จะถึงวันศุกร์ค่ะ", marked=("",)),
        Example(lang="vi", text="Chào chị Lan. Gói hàng đã được gửi. Hàng ở Huế. Hàng đến thứ Sáu.", marked=("",)),
    ),
    good=(
        Example(
            lang="en",
            text="Hello Anna. Your parcel has left. It arrives on Friday.\nBest regards,\nEva\nCustomer service",
        ),
        Example(lang="en", text="Your parcel has left. It arrives on Friday."),
        Example(lang="de", text="Guten Tag. Ihr Paket ist unterwegs. Es kommt am Freitag. Mit freundlichen Grüßen"),
        Example(lang="fr", text="Bonjour. Votre colis est parti. Il arrive vendredi. Bonne journée !"),
        Example(lang="es", text="Hola. Su paquete está en camino. Llega el viernes. Gracias por su paciencia."),
        Example(lang="pt", text="Olá. O seu pacote está a caminho. Chega sexta. Obrigada pela paciência."),
        Example(lang="ru", text="Здравствуйте! Ваша посылка в пути. Она придёт в пятницу. С уважением, Анна"),
        Example(lang="zh", text="您好！包裹已发出。周五送达。祝您生活愉快！"),
        Example(lang="ja", text="こんにちは。荷物を発送しました。金曜日に届きます。よろしくお願いいたします。"),
        Example(lang="ko", text="안녕하세요. 상품이 발송되었습니다. 금요일에 도착합니다. 감사합니다."),
        Example(lang="th", text="เรียนคุณแอนนา พัสดุถูกส่งแล้วค่ะ จะถึงวันศุกร์ค่ะ ขอบคุณค่ะ"),
        Example(lang="vi", text="Chào chị Lan. Gói hàng đã được gửi. Hàng đến thứ Sáu. Trân trọng."),
    ),
)
