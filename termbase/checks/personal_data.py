"""Personal data that must not be sent: full card and identity numbers, passwords, another customer's contact.

**Why:** mail is read by others, and it cannot be called back.

**Instead:** the last four digits, a link to reset the password, nothing of another customer at all. A number counts as a
card if its check digit is right, or the words before it call it one, and nothing says that it is an order or tracking
number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from termbase.checks.check import Check, Example, Hit
from termbase.languages import language, primary
from termbase.matching import Glossary, sentences
from termbase.matching.marks import Marks
from termbase.matching.prose import sentence_at
from termbase.matching.quick import compiled
from termbase.model import Concept, Draft, Reason, Severity, Term

_CARD = compiled(r"(?<![\d*xX•.,-])(?:\d[ -]?){12,18}\d(?![\d*•])")
_NOT_A_CARD = compiled(
    r"(?:order|tracking|parcel|waybill|invoice|case|ticket|reference|serial|imei|iccid|sku|ean|订单|单号|运单|快递|物流|发票|序列号|编号|"
    r"注文|伝票|追跡|お問い合わせ番号|シリアル|주문|송장|운송장|일련|pedido|seguimiento|factura|envío|serie|commande|suivi|facture|colis|série|"
    r"bestell|sendung|rechnung|auftrag|serien|paket|заказ|отправлени|трек|накладн|сер[ии]йн|счет|คำสั่งซื้อ|พัสดุ|ติดตาม|ใบแจ้งหนี้|"
    r"đơn hàng|vận đơn|hóa đơn|số sê-ri)[^.。!?\n]{0,24}$",
    re.IGNORECASE,
)
_SAID_TO_BE_A_CARD = compiled(
    r"(?:\bcard|\bvisa|\bmastercard|\bamex|American Express|银联|卡|カード|카드|tarjeta|\bcarte|karte|\bкарт[аыуеойю]{0,2}\b|cartão|บัตร|\bthẻ)[^.。!?\n\d]{0,16}$",
    re.IGNORECASE,
)
_NO_PAYMENT_CARD = compiled(
    r"(?:gift|member\w*|loyalty|sim|礼品|会员|購物|购物|积分|储值|ギフト|会員|ポイント|SIM|선물|기프트|회원|regalo|cadeau|fidélité|geschenk|kunden|подарочн\w*|"
    r"бонусн\w*|presente|ของขวัญ|สมาชิก|quà|thành viên)[\s-]{0,2}(?:card|卡|カード|카드|tarjeta|carte|karte|карт\w*|cartão|บัตร|thẻ)?[^.。!?\n\d]{0,16}$",
    re.IGNORECASE,
)
_CHINESE_ID = compiled(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_IBAN = compiled(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])")
_US_SSN = compiled(r"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
_KOREAN_ID = compiled(r"(?<![\d-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?!\d)")
_OTHER_ID = compiled(
    r"(?<![\d-])\d-\d{4}-\d{5}-\d{2}-\d(?![\d-])"  # Thailand
    r"|(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)"  # Brazil
    r"|(?<![\d-])\d{3}-\d{3}-\d{3} \d{2}(?!\d)"  # Russia, social insurance
    r"|(?<!\w)[12] \d{2} (?:0[1-9]|1[0-2]) \d{2} \d{3} \d{3} \d{2}(?!\d)"  # France, social insurance
    r"|(?<!\w)[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)"  # United Kingdom, national insurance
)
_NAMED_NUMBER = compiled(
    r"(?:passport|driving licen[cs]e|driver'?s licen[cs]e|social security number|national insurance number|identity (?:card )?number|national ID|\bID (?:card )?number|身分証番号|在留カード|外国人登録|외국인등록|驾驶证|運転免許証?番号|운전면허|Führerscheinnummer|permis de conduire|permiso de conducir|身份证|护照|旅券番号|パスポート|マイナンバー|여권|주민등록|DNI|NIE|pasaporte|passeport|sécurité sociale|personalausweis|reisepass|"
    r"ausweisnummer|steuer-?id\w*|sozialversicherungsnummer|cédula|documento de identidad|carte d'identité|\bCPF\b|паспорт\w*|СНИЛС|ИНН|บัตรประชาชน|หนังสือเดินทาง|CCCD|CMND|căn cước|hộ chiếu)"
    r"[^.。!?\n\d]{0,40}?(?P<secret>(?-i:(?=(?:[A-Z -]{0,6}\d){5})[A-Z]{0,3}\d[A-Z0-9 -]{5,20}[A-Z0-9]))",
    re.IGNORECASE,
)
_SECURITY_CODE = compiled(
    r"(?:\bCVV2?|\bCVC2?|安全码|セキュリティコード)\W{0,3}(?:code\W{0,2})?(?:is|:|：|是|为|は)?\s*(?P<secret>\d{3,4})\b",
    re.IGNORECASE,
)
_ONE_TIME_CODE = compiled(
    r"(?:\b(?:verification|confirmation|security|authentication|one-time|login|access) code|\bOTP|验证码|驗證碼|动态码|認証コード|確認コード|認証番号|인증\s?번호|인증\s?코드|"
    r"código de (?:verificación|seguridad|confirmación|verificação|segurança)|code de (?:vérification|sécurité|confirmation)|"
    r"(?:Bestätigungs|Sicherheits|Verifizierungs|Einmal)code|код\w* (?:подтверждения|безопасности|проверки)|รหัส\s?(?:OTP|ยืนยัน)|mã (?:OTP|xác minh|xác thực|xác nhận))"
    r"\s*(?:of yours|của \w+|ของ\S{0,10}|de usted)?\s*(?:(?:is|es|est|é|ist|lautet|là|คือ|是|为|は|[은는])|[:：=])?\s*(?P<secret>(?<!\d)\d{4,8}(?!\d))",
    re.IGNORECASE,
)
_BANK_ACCOUNT = compiled(
    r"(?:\bbank account(?: number)?|\baccount number(?=[^.!?\n]{0,30}sort code)|银行账[号户]|银行卡号|口座番号|계좌\s?번호|cuenta bancaria|compte bancaire|Kontonummer|conta bancária|"
    r"(?:расч[её]тный|банковский) сч[её]т|เลข(?:ที่)?บัญชี|số tài khoản)"
    r"[^.。!?\n\d]{0,16}?(?P<secret>(?<!\d)\d[\d -]{5,28}\d)",
    re.IGNORECASE,
)
_SECRET = (
    r"(?P<secret>(?-i:(?=\S{0,40}\d|\S{0,40}[!@#$%^&*_?+=]\w|\S{0,40}[a-z]\S{0,40}[A-Z])[!-~\u0400-\u04ff]{4,40}))"
)
_PASSWORD = compiled(
    r"(?:\b(?:password|passcode|pass ?phrase|pin(?: code)?)(?: (?:for|of) (?:your|the|this) [\w ]{2,20}?)?\s*(?:(?:is|was|to|=)\s*(?:now\s*)?:?|:)\s*"
    r"|\b(?:and|with|your|the|new|temporary) password\s+(?=[!-~]*[\d!@#$%^&*])"
    r"|\bPIN(?: code)?\s+(?=\d{4,8}\b)|\bpassword\s+[\"“'](?=[!-~]*\d)"
    r"|비밀번호를\s*(?=[!-~]{4,40}(?:으로|로) (?:초기화|변경|재설정|설정))"
    r"|\b(?:passwort|kennwort) (?:wurde|ist) (?:wieder |nun )?auf\s+"
    r"|(?:密码|口令|登录码)\s*(?:是|为|改为|重置为|设为|[:：=])+\s*|(?:パスワード|暗証番号)\s*(?:は|[:：=])\s*|비밀번호\s*(?:는|은|가|[:：=])\s*"
    r"|\b(?:contraseña|clave)(?: (?:temporal|nueva|provisional|inicial|actual))?\s*(?:(?:es|será|=)\s*:?|:)\s*|\bmot de passe(?: (?:provisoire|temporaire|initial|actuel))?\s*(?:(?:est|sera|=)\s*:?|:)\s*"
    r"|\b(?:passwort|kennwort)\s*(?:(?:ist|lautet|=)\s*:?|:)\s*|\bпароль\s*(?:(?:это|=|—|–|-)\s*|:\s*|(?=\S{0,40}\d))"
    r"|รหัสผ่าน(?:เดิม|เก่า|ใหม่|ชั่วคราว|ปัจจุบัน)?(?:ของ\S{0,12})?\s*(?:คือ|[:：=])\s*"
    r"|\bmật khẩu(?: \w+){0,4}?\s*(?:(?:là|=)\s*:?|:)\s*)"
    rf"[\"“'「]?{_SECRET}",
    re.IGNORECASE,
)
_CONTACT = compiled(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}|(?<![A-Za-z0-9-])\+?\(?\d{1,4}\)?(?:[ .-]?\(?\d{2,5}\)?){2,5}(?![A-Za-z0-9-])"
)


_DIGITS = re.compile(r"\d+")
_LONG_NUMBER = re.compile(r"\d[\d .-]{5}")
_NAMED_BEFORE, _ADDRESS_ROOM = 80, 120
"""Characters around a digit within which a number is named, and an address lies."""
_PASSWORD_WORDS = (
    *("pass", "pin ", "pin:", "kennwort", "contraseña", "clave", "пароль", "mật khẩu", "รหัสผ่าน"),
    *("密码", "口令", "登录码", "パスワード", "暗証番号", "비밀번호"),
)
"""What stands before every password, in small letters: without one nothing is looked for."""
_NEAR = 3
"""Characters between the parts of a sentence that an abbreviation seems to end."""
_ABBREVIATED = re.compile(r"(?:\b[Tt]el|\bтел|\bNr|\bNo|\bStr|\bул|\bд|\bкв)\.\s*\Z")
_ADDRESS = compiled(
    r"\b\d{1,5}[a-z]? (?:[A-Z][\w'’.-]{1,20} ){1,3}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Court|Way|Place|Square|Terrace|Gardens|Boulevard|Blvd)\b"
    r"(?:,? (?![A-Z]{1,2}\d)[A-Z][\w'’-]{1,20}){0,3}(?:,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}| \d{5})?"
    r"|\b[A-ZÄÖÜ][\wäöüß-]{1,25}(?:straße|strasse|str\.|weg|platz|allee|gasse) \d{1,4}[a-z]?\b(?:, \d{5} [A-ZÄÖÜ]\w+)?"
    r"|\b\d{1,4}(?: (?:bis|ter))?,? (?:rue|avenue|boulevard|place|allée|chemin|impasse)(?: [\w'’-]{1,20}){1,5}(?:,? \d{5} [A-ZÉ]\w+)?"
    r"|\b(?:[Cc]alle|[Aa]venida|[Aa]vda\.|[Pp]laza|[Pp]aseo)(?: [\w'’-]{1,20}){1,5},? (?:n\.º ?)?\d{1,4}\b"
    r"|\b(?:ул\.|улица|проспект|пр-т|пер\.)\s?[А-ЯЁ][\w-]{1,25},? (?:д(?:ом|\.)\s?)?\d{1,4}(?:,? кв\.?\s?\d{1,4})?"
    r"|(?:(?:(?![在住是的于到为])[\u4e00-\u9fff]){1,5}?[省市区县镇路街道巷弄]){1,6}\d{1,5}号(?:[\u4e00-\u9fff\d]{1,12}(?:室|楼|栋|单元))?"
    r"|[\u4e00-\u9fff]{2,10}(?:市|区|町|村)[\u3040-\u30ff\u4e00-\u9fff]{0,10}\d{1,3}(?:丁目|-)\d{1,3}(?:番地?|-)?\d{0,4}号?"
    r"|[가-힣]{1,10}(?:로|길) ?\d{1,4}(?:번길 ?\d{1,3})?(?:,? \d{1,4}동 \d{1,4}호)?"
    r"|\b(?:số )?\d{1,4}[A-Z]?(?:/\d{1,4})? (?:đường|phố|Đường|Phố)(?: [A-ZĐ]\w{0,12}){1,4}"
    r"|บ้านเลขที่ ?\d{1,4}(?:/\d{1,4})?"
)
_LAST_DIGITS = {
    "en": "ending in {digits}",
    "zh": "尾号{digits}",
    "ja": "末尾{digits}",
    "ko": "끝자리 {digits}",
    "es": "terminada en {digits}",
    "fr": "se terminant par {digits}",
    "de": "mit den Endziffern {digits}",
    "pt": "com final {digits}",
    "ru": "с последними цифрами {digits}",
    "th": "ลงท้ายด้วย {digits}",
    "vi": "có 4 số cuối {digits}",
}
"""How a number is named by its last digits, after the word for what it is."""


_NAMED_CUSTOMER = compiled(
    r"\b(?:customer|client|buyer)s?,? (?:named |called )?(?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][a-z]+\b|(?:客户|顾客|买家|客戶|顧客|買家|会员)[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|[，,（(])|"
    r"[\u4e00-\u9fff]{1,4}様(?:も|と同|という)|[가-힣]{2,4} ?(?:고객)?님(?: ?\([^()]{0,40}\))?(?:도|께도|께서도)|(?:다른 )?고객 [가-힣]{2,4}(?:님|\()|"
    r"\b(?:client[ea]?|comprador|compradora|cliente?|acheteuse|acheteur) (?:(?:Sra?|don|doña|M|Mme|Mlle)\.? )?[A-ZÉÁÍÓÚÑ][a-zéèáíóúñç]+ [A-ZÉÁÍÓÚÑ]|"
    r"\bKund(?:e|in|en) (?:(?:Herrn?|Frau) )?[A-ZÄÖÜ][a-zäöüß]+|\b[Кк]лиент\w{0,3} [А-ЯЁ][а-яё]+|\b[Пп]окупател\w{1,4} [А-ЯЁ][а-яё]+|"
    r"ลูกค้าชื่อ|ลูกค้าที่ชื่อ|\b[Kk]hách(?: hàng)? (?:tên )?[A-ZĐ]\w+ [A-ZĐ]"
)
"""A customer spoken of by name."""


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Numbers with right check digits, passwords that are spelled out, contacts in sentences about somebody else."""
    text = draft.text
    taken = Marks(len(text))
    for start, end, message in [*_numbers(text), *_secrets(text), *_others(draft)]:
        if taken.touches(start, end):
            continue
        taken.mark(start, end)
        shown = _LAST_DIGITS.get(primary(draft.lang), "**** {digits}") if "last four" in message else ""
        digits = "".join(c for c in text[start:end] if c.isalnum())
        yield Hit(
            start=start,
            end=end,
            message=message,
            values={"text": text[start:end]},
            replacements=(shown.format(digits=digits[-4:] if len(digits) > 9 else digits[-3:]),) if shown else (),
            confidence=0.95,
        )


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    if not _LONG_NUMBER.search(text):
        return
    for match in _CHINESE_ID.finditer(text):
        if _chinese_id_is_right(match.group()):
            yield *match.span(), "This is a full identity number; give the last four digits at most."
    for match in _IBAN.finditer(text):
        if _iban_is_right(match.group()):
            yield *match.span(), "This is a full account number; give the last four digits at most."
    for match in (*_US_SSN.finditer(text), *_KOREAN_ID.finditer(text), *_OTHER_ID.finditer(text)):
        yield *match.span(), "This is a full identity number; give the last four digits at most."
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if (
            digits[0] in "23456"
            and (luhn(digits) or (15 <= len(digits) <= 19 and _is_called_a_card(text, match.start())))
            and not _NOT_A_CARD.search(text[max(0, match.start() - 60) : match.start()])
        ):
            yield *match.span(), "This is a full card number; give the last four digits at most."


def _is_called_a_card(text: str, start: int) -> bool:
    """Whether the words before a number say that it is a payment card, whatever its check digit."""
    before = text[max(0, start - 40) : start]
    return _SAID_TO_BE_A_CARD.search(before) is not None and _NO_PAYMENT_CARD.search(before) is None


def _secrets(text: str) -> Iterator[tuple[int, int, str]]:
    for first, last in _around_digits(text, _NAMED_BEFORE):
        yield from _named_numbers(text, first, last)
    lowered = text.lower()
    if any(word in lowered for word in _PASSWORD_WORDS):
        for match in _PASSWORD.finditer(text):
            start, end = match.span("secret")
            while end > start + 4 and (text[end - 1] in ".,;:)\"'" or (text[end - 1] in "!?" and end == len(text))):
                end -= 1
            yield start, end, "A password must not stand in a message; send a link to set a new one."


def _named_numbers(text: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Numbers that the words before them make secret."""
    for match in _NAMED_NUMBER.finditer(text, first, last):
        yield *match.span("secret"), "This is a full identity number; give the last four digits at most."
    for match in _BANK_ACCOUNT.finditer(text, first, last):
        yield *match.span("secret"), "This is a full account number; give the last four digits at most."
    for match in _ONE_TIME_CODE.finditer(text, first, last):
        yield *match.span("secret"), "A code that proves who somebody is must not be sent."
    for match in _SECURITY_CODE.finditer(text, first, last):
        yield *match.span("secret"), "The security code of a card must never be sent."


@cache
def _people() -> Glossary:
    """Wordings that speak of somebody else or of people of the house (data/personal_data.json)."""
    data = json.loads(files(__package__).joinpath("data/personal_data.json").read_text(encoding="utf-8"))
    return Glossary(
        Concept(subject=who, terms=(Term(lang=lang, text=pattern, pattern=pattern, reason=Reason.PHRASE),))
        for lang, people in data.items()
        for who, patterns in people.items()
        for pattern in patterns
    )


def _around_digits(text: str, room: int) -> list[tuple[int, int]]:
    """The stretches of a text that lie within `room` characters of a digit, in order and apart."""
    stretches: list[tuple[int, int]] = []
    for match in _DIGITS.finditer(text):
        first, last = max(0, match.start() - room), match.end() + room
        if stretches and first <= stretches[-1][1]:
            first = stretches.pop()[0]
        stretches.append((first, last))
    return stretches


def _others(draft: Draft) -> Iterator[tuple[int, int, str]]:
    """Contacts and addresses in a sentence that speaks of another customer and of nobody of the house."""
    text = draft.text
    near = _around_digits(text, _ADDRESS_ROOM)
    contacts = [
        span
        for first, last in ([(0, len(text))] if "@" in text else near)
        for match in _CONTACT.finditer(text, first, last)
        if (span := _contact(match))
    ]
    addresses = [match.span() for first, last in near for match in _ADDRESS.finditer(text, first, last)]
    if not contacts and not addresses:
        return
    people = _people().find(text, draft.lang, contained=True)
    others = [(o.start, o.end) for o in people if o.concept.subject == "else"]
    others += [match.span() for match in _NAMED_CUSTOMER.finditer(text)]
    spans = sentences(text, language(draft.lang)) if others else []
    ours = [o.end for o in people if o.concept.subject == "ours"]
    for mention, _ in others:
        start, end = sentence_at(spans, mention)
        if _ABBREVIATED.search(text, start, end):  # "Herr Krause (Tel. 0171 …)" is one sentence
            end = max((e for s, e in spans if end <= s < end + _NEAR), default=end)
        for places, message in (
            (contacts, "This is another customer's contact; leave it out."),
            (addresses, "This is another customer's address; leave it out."),
        ):
            for first, last in places:
                # whoever is named last before it is the one whom it belongs to
                nearest = max((e for _, e in others if start <= e <= first), default=start)
                if start <= first < end and not any(nearest < e <= first for e in ours):
                    yield first, last, message


def _contact(match: re.Match[str]) -> tuple[int, int] | None:
    """The place of an address or a telephone number, without brackets around it; None for a short number."""
    first, last = match.span()
    if "@" not in match.group() and len(re.sub(r"\D", "", match.group())) < 7:
        return None
    opened, closed = match.group()[0] == "(", match.group()[-1] == ")"
    if closed and (opened or "(" not in match.group()):
        first, last = first + opened, last - 1
    return first, last


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
        _bad("vi", "Mật khẩu tạm của chị là Hoa@2024 ạ.", "Hoa@2024"),
        _bad("ru", "Оплата прошла картой 5469 3800 1247 6652.", "5469 3800 1247 6652"),
        _bad("en", "Another customer at 24 Birch Lane, Leeds LS6 2QT got it.", "24 Birch Lane, Leeds LS6 2QT"),
        _bad("en", "Your verification code is 482913.", "482913"),
        _bad("zh", "您的验证码是482913。", "482913"),
        _bad("en", "Your card is ready, PIN 740915.", "740915"),
        _bad("ko", "비밀번호를 1234로 초기화했습니다.", "1234"),
        _bad("de", "Ihr Kennwort wurde auf Berlin123 zurückgesetzt.", "Berlin123"),
        _bad("fr", "Votre mot de passe provisoire est Soleil2024.", "Soleil2024"),
        _bad("es", "Su vecina Ana Ruiz, teléfono 612345678, tiene el paquete.", "612345678"),
        _bad("ja", "返金先の口座番号は1234567です。", "1234567"),
        _bad("en", "The customer Mrs Brown can be reached at 07700 900123.", "07700 900123"),
        _bad("zh", "客户王女士（13812345678）也买过这款。", "13812345678"),
        _bad("zh", "退款已到您的银行卡6222021001123456789。", "6222021001123456789"),
        _bad("de", "Unsere Kundin Frau Weber (Tel. 0176 1234567) hatte das auch.", "0176 1234567"),
        _bad("ru", "У покупателя Иванова, +7 912 345-67-89, то же самое.", "+7 912 345-67-89"),
        _bad("de", "Ein anderer Kunde (Gartenstraße 12) hat es.", "Gartenstraße 12"),
        _bad("zh", "另一位客户住在杭州市文三路88号，收到了您的包裹。", "杭州市文三路88号"),
        _bad("ja", "同じ症状の林様(090-1234-5678)は直りました。", "090-1234-5678"),
        _bad("vi", "Khách Lan, số 0912 345 678, cũng gặp lỗi này.", "0912 345 678"),
    ),
    good=(
        Example(lang="en", text="We charged the card ending in 1111."),
        Example(lang="en", text="Your order number is 4111111111111111."),
        Example(lang="en", text="Choose a PIN of 4 digits. The password 2 lines above is an example."),
        Example(lang="en", text="The password is case-sensitive. The password was reset."),
        Example(lang="ru", text="Оплата подарочной картой 5469 3800 1247 6652 прошла."),
        Example(lang="en", text="Your member card 5469 3800 1247 6652 is active. We deliver to 24 Birch Lane, Leeds."),
        Example(lang="en", text="Enter the verification code within 10 minutes. The pickup code is 482913."),
        Example(lang="zh", text="验证码5分钟内有效。取件码是482913。"),
        Example(lang="de", text="Den Bestätigungscode finden Sie in der SMS. Ihr Nachbar hat das Paket."),
        Example(lang="de", text="Unser Kundenservice ist unter 0800 1234567 erreichbar."),
        Example(lang="zh", text="我们的客服电话是400-123-4567，客户可随时拨打。"),
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
