"""Personal data that must not be sent: full card and identity numbers, passwords, another customer's contact.

**Why:** mail is read by others, and it cannot be called back.

**Instead:** the last four digits, a link to reset the password, nothing of another customer at all. A number counts as a
card only if its check digit is right and nothing says that it is an order or tracking number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checks.check import Check, Example, Hit
from termbase.languages import language
from termbase.matching import Glossary, sentences
from termbase.matching.marks import Marks
from termbase.matching.prose import sentence_at
from termbase.matching.quick import compiled
from termbase.model import Draft, Severity

_CARD = compiled(r"(?<![\d*xX•.,-])(?:\d[ -]?){12,18}\d(?![\d*•])")
_NOT_A_CARD = compiled(
    r"(?:order|tracking|parcel|waybill|invoice|case|ticket|reference|serial|imei|iccid|sku|ean|订单|单号|运单|快递|物流|发票|序列号|编号|"
    r"注文|伝票|追跡|お問い合わせ番号|シリアル|주문|송장|운송장|일련|pedido|seguimiento|factura|envío|serie|commande|suivi|facture|colis|série|"
    r"bestell|sendung|rechnung|auftrag|serien|paket|заказ|отправлени|трек|накладн|сер[ии]йн|счет|คำสั่งซื้อ|พัสดุ|ติดตาม|ใบแจ้งหนี้|"
    r"đơn hàng|vận đơn|hóa đơn|số sê-ri)[^.。!?\n]{0,24}$",
    re.IGNORECASE,
)
_CHINESE_ID = compiled(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_IBAN = compiled(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])")
_US_SSN = compiled(r"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
_KOREAN_ID = compiled(r"(?<![\d-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?!\d)")
_NAMED_NUMBER = compiled(
    r"(?:passport|身份证|护照|旅券番号|パスポート|マイナンバー|여권|주민등록|DNI|NIE|pasaporte|passeport|sécurité sociale|personalausweis|reisepass|"
    r"ausweisnummer|паспорт\w*|СНИЛС|ИНН|บัตรประชาชน|หนังสือเดินทาง|CCCD|CMND|căn cước|hộ chiếu)"
    r"[^.。!?\n\d]{0,24}?(?P<secret>(?-i:(?=(?:[A-Z -]{0,6}\d){5})[A-Z]{0,3}\d[A-Z0-9 -]{5,20}[A-Z0-9]))",
    re.IGNORECASE,
)
_SECURITY_CODE = compiled(
    r"(?:\bCVV2?|\bCVC2?|安全码|セキュリティコード)\W{0,3}(?:code\W{0,2})?(?:is|:|：|是|为|は)?\s*(?P<secret>\d{3,4})\b",
    re.IGNORECASE,
)
_SECRET = r"(?P<secret>(?-i:(?=\S{0,40}\d|\S{0,40}[!@#$%^&*_?+=]\w|\S{0,40}[a-z]\S{0,40}[A-Z])[!-~]{4,40}))"
_PASSWORD = compiled(
    r"(?:\b(?:password|passcode|pass ?phrase|pin(?: code)?)\s*(?:(?:is|was|to|=)\s*(?:now\s*)?:?|:)\s*"
    r"|(?:密码|口令|登录码)\s*(?:是|为|改为|重置为|设为|[:：=])+\s*|(?:パスワード|暗証番号)\s*(?:は|[:：=])\s*|비밀번호\s*(?:는|은|가|[:：=])\s*"
    r"|\b(?:contraseña|clave)\s*(?:(?:es|será|=)\s*:?|:)\s*|\bmot de passe\s*(?:(?:est|sera|=)\s*:?|:)\s*"
    r"|\b(?:passwort|kennwort)\s*(?:(?:ist|lautet|=)\s*:?|:)\s*|\bпароль\s*(?:(?:это|=|—|–|-)\s*|:\s*|(?=[!-~]))"
    r"|รหัสผ่าน(?:เดิม|เก่า|ใหม่|ชั่วคราว|ปัจจุบัน)?(?:ของ\S{0,12})?\s*(?:คือ|[:：=])\s*"
    r"|\bmật khẩu(?: (?:cũ|mới|tạm thời|hiện tại|đăng nhập))?(?: của \w+(?: \w+)?)?\s*(?:(?:là|=)\s*:?|:)\s*)"
    rf"[\"“'「]?{_SECRET}",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = compiled(
    r"\b(?:another|other|previous|different) (?:customer|client|buyer|user)s?\b|\b(?:customer|client|buyer) next door\b|(?:另一位|另外一位|其他|别的|上一位|另一个)(?:客户|顾客|买家|用户)|"
    r"(?:別の|他の|ほかの)(?:お客様|お客さま|顧客|利用者|方)|(?:다른|이전) (?:고객|구매자|회원|분)|\botr[oa] (?:cliente|compradora?|usuari[oa])|\bun(?:e)? autre (?:client|cliente|acheteur|utilisateur)|"
    r"\bander\w* (?:kund\w+|käufer\w*|nutzer\w*)|\bдруг\w+ (?:клиент\w*|покупател\w*|пользовател\w*)|ลูกค้า(?:ท่าน|ราย|คน)?อื่น|ลูกค้าอีก(?:ท่าน|ราย|คน)|"
    r"(?:một )?khách hàng khác|người mua khác",
    re.IGNORECASE,
)
_CONTACT = compiled(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}|(?<![\w-])\+?\(?\d{1,4}\)?(?:[ .-]?\(?\d{2,5}\)?){2,5}(?![\w-])"
)


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Numbers with right check digits, passwords that are spelled out, contacts in sentences about somebody else."""
    text = draft.text
    taken = Marks(len(text))
    for start, end, message in [*_numbers(text), *_secrets(text), *_others(draft)]:
        if taken.touches(start, end):
            continue
        taken.mark(start, end)
        yield Hit(start=start, end=end, message=message, values={"text": text[start:end]}, confidence=0.95)


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _CHINESE_ID.finditer(text):
        if _chinese_id_is_right(match.group()):
            yield *match.span(), "This is a full identity number; give the last four digits at most."
    for match in _IBAN.finditer(text):
        if _iban_is_right(match.group()):
            yield *match.span(), "This is a full account number; give the last four digits at most."
    for match in (*_US_SSN.finditer(text), *_KOREAN_ID.finditer(text)):
        yield *match.span(), "This is a full identity number; give the last four digits at most."
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if (
            luhn(digits)
            and digits[0] in "23456"
            and not _NOT_A_CARD.search(text[max(0, match.start() - 60) : match.start()])
        ):
            yield *match.span(), "This is a full card number; give the last four digits at most."


def _secrets(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _NAMED_NUMBER.finditer(text):
        yield *match.span("secret"), "This is a full identity number; give the last four digits at most."
    for match in _SECURITY_CODE.finditer(text):
        yield *match.span("secret"), "The security code of a card must never be sent."
    for match in _PASSWORD.finditer(text):
        start, end = match.span("secret")
        while end > start + 4 and (text[end - 1] in ".,;:)\"'" or (text[end - 1] in "!?" and end == len(text))):
            end -= 1
        yield start, end, "A password must not stand in a message; send a link to set a new one."


def _others(draft: Draft) -> Iterator[tuple[int, int, str]]:
    mentions = list(_SOMEBODY_ELSE.finditer(draft.text))
    spans = sentences(draft.text, language(draft.lang)) if mentions else []
    for mention in mentions:
        start, end = sentence_at(spans, mention.start())
        for match in _CONTACT.finditer(draft.text, start, end):
            if "@" in match.group() or len(re.sub(r"\D", "", match.group())) >= 7:
                yield *match.span(), "This is another customer's contact; leave it out."


def luhn(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _chinese_id_is_right(number: str) -> bool:
    """The check character of GB 11643 (ISO 7064, MOD 11-2)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(d) * w for d, w in zip(number, weights, strict=False)) % 11
    return "10X98765432"[rest] == number[-1].upper()


def _iban_is_right(number: str) -> bool:
    """ISO 13616: moved by four and spelled in digits, the remainder by 97 is one."""
    plain = number.replace(" ", "")
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def _bad(lang: str, text: str, marked: str) -> Example:
    return Example(lang=lang, text=text, marked=(marked,))


CHECK = Check(
    id="personal-data",
    kind="pii",
    severity=Severity.ERROR,
    find=find,
    bad=(
        _bad("de", "Ihre Ausweisnummer L01X00T471 ist gespeichert.", "L01X00T471"),
        _bad("en", "We charged card 4111 1111 1111 1111 today.", "4111 1111 1111 1111"),
        _bad("en", "Your password is Winter!2291 for now.", "Winter!2291"),
        _bad("en", "Another customer, +86 138 0013 8000, had it too.", "+86 138 0013 8000"),
        _bad("zh", "您的身份证号是11010519491231002X。", "11010519491231002X"),
        _bad("zh", "您的密码是Abc12345。", "Abc12345"),
        _bad("ja", "パスワードは Nx7!kk22 です。", "Nx7!kk22"),
        _bad("ko", "비밀번호는 qwer1234! 입니다.", "qwer1234!"),
        _bad("es", "Su contraseña es Sol2024$.", "Sol2024$"),
        _bad("fr", "Votre mot de passe est : Lune88!", "Lune88"),
        _bad("de", "Ihr Passwort lautet Berg-2291.", "Berg-2291"),
        _bad("ru", "Ваш пароль: zima2291", "zima2291"),
        _bad("th", "รหัสผ่านของคุณคือ Abcd1234", "Abcd1234"),
        _bad("th", "รหัสผ่านใหม่ของคุณคือ Abcd1234", "Abcd1234"),
        _bad("vi", "Mật khẩu tạm thời của chị là Abcd1234", "Abcd1234"),
        _bad("vi", "Mật khẩu của bạn là Hanoi2024!", "Hanoi2024"),
    ),
    good=(
        Example(lang="en", text="We charged the card ending in 1111."),
        Example(lang="en", text="Your order number is 4111111111111111."),
        Example(lang="en", text="The password is case-sensitive. The password was reset."),
        Example(lang="en", text="Call us at +86 138 0013 8000. Another customer had the same fault."),
        Example(lang="zh", text="密码错误，请重新输入。运单号4111111111111111。"),
        Example(lang="ja", text="パスワードは8文字以上です。"),
        Example(lang="ko", text="비밀번호는 8자 이상이어야 합니다."),
        Example(lang="es", text="Su contraseña es personal."),
        Example(lang="fr", text="Le mot de passe est sensible à la casse."),
        Example(lang="de", text="Das Passwort ist abgelaufen."),
        Example(lang="ru", text="Пароль можно изменить в настройках."),
        Example(lang="th", text="รหัสผ่านของคุณหมดอายุแล้ว"),
        Example(lang="vi", text="Mật khẩu của bạn đã hết hạn."),
    ),
)
