"""Template variables that nobody filled in.

**Why:** "Dear [Customer name]" tells the customer that nobody has read the letter.

**Instead:** the value itself. All notations people use are known: {name}, {{name}}, [Your name], <order number>, 【客户姓名】,
XXX, XX先生, X小时, ____, ○○. Sizes (XXL), buttons ([OK], 【我的订单】, "tap [Order number]") and links are spared, and in a
template variables are right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from termbase.checks.check import Check, Example, Hit
from termbase.languages.stems import without_accents
from termbase.matching import Glossary, own_words
from termbase.matching.marks import Marks
from termbase.matching.prose import BREAK
from termbase.matching.quick import compiled
from termbase.model import Draft, Severity

_BRACES = compiled(
    r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|(?<!\\)\{[^{}\n\"]{1,40}\}|%\([a-z_]\w*\)[sd]|%%[A-Za-z_]{2,30}%%|(?<![\w%])%[^\W\d]{3,30}%(?![\w%])"
)
_MARKED = compiled(
    r"\*\|[^|*\n]{1,40}\|\*|<<[^<>\n]{1,40}>>|\$[A-Za-z_]{3,30}\b(?!\$)|(?<![\w#&/])#[A-Z_]{3,30}#|##[^#\n]{1,30}##|(?<![\w@])@[A-Za-z_]{3,30}@"
    r"|\|[A-Z_]{3,30}\||(?<!\w)__[A-Z][A-Z_]{1,28}[A-Z]__(?!\w)|[(（][^()（）\n]{2,40}[)）]|[(（][ \u3000]{1,10}[)）]|\[[ \u3000]{1,10}\]|【[ \u3000]{1,10}】"
)
"""Notations of mail programs (*|FNAME|*, <<name>>, $NAME, #NAME#, |NAME|), and names of values or nothing in round brackets."""
_BRACKETS = compiled(
    r"\[[^\[\]\n]{1,40}\](?!\()|【[^【】\n]{1,30}】|<[^<>\n@/=]{1,40}>|＜[^＜＞\n]{1,30}＞|「[○〇●]+」|\$[A-Z][A-Z_]{2,30}\$"
)
_CROSSES = compiled(
    r"(?<![A-Za-z0-9])(?:[XxＸ]{3,}|[XＸ]{2}(?=先生|女士|小姐|老师|总|元|天|小时|分钟|日|月|年|号|公司|様|さん|時|円|씨|님|원|일|시)|[XＸ](?=(?:个)?(?:小时|工作日|天|分钟|元|先生|女士|时间)))(?![A-Za-z0-9])"
)
_BLANKS = compiled(
    r"(?<![A-Za-z0-9])[OＯ]{2,4}(?=\s*(?:고객|님|씨|様|さん|先生|女士))|[_＿]{3,}|(?<![\w.])\.{6,}(?![\w.])|[○〇●◯]{2,}|(?<![*\w])\*{3,}(?![*\w])|※{2,}|(?<![\w?])\?{3,}(?=\s*(?:days|hours|天|小时))"
)
_FORMS = compiled(
    r"(?<![\w/.-])(?:DD|dd|MM|mm|TT|JJ|ДД|дд)[/.-](?:MM|mm|DD|dd|ММ|мм)(?:[/.-](?:YYYY|yyyy|YY|JJJJ|AAAA|aaaa|ГГГГ|гггг))?(?![\w/-])"
    r"|(?<![\w/.-])(?:YYYY|yyyy)[/.-](?:MM|mm)[/.-](?:DD|dd)(?![\w/-])|(?<![\w:])(?:HH|hh|XX|xx):(?:MM|mm|XX|xx)(?![\w:])|(?<![\w#])#{3,}(?![\w#]|\s)|(?<!\d)\d0?[Xx]{2}年"
)
"""Dates and times that show a form only: DD/MM/YYYY, HH:MM, ####."""
_SPOKEN_OF = compiled(
    r"placeholder|variable|template|merge (?:tag|field)|(?<!guten )\btags?\b|\bfields?\b|\bformat|replaced|fills? (?:it )?in|占位符|变量|變量|模板|格式|プレースホルダ|変数|テンプレート|形式|"
    r"변수|템플릿|형식|marcador|plantilla|formato|modèle|balise|platzhalter|vorlage|заполнител|переменн|шаблон|формат|ตัวแปร|เทมเพลต|รูปแบบ|biến|mẫu|định dạng",
    re.IGNORECASE,
)
"""Words that speak of a variable or of a form to follow, where it is right to show one."""
_EXAMPLE = compiled(
    r"for example|e\.g\.|por ejemplo|par exemple|zum beispiel|z\.\s?b\.|например|例如|例えば|예를 들어|เช่น|ví dụ",
    re.IGNORECASE,
)
_HIDDEN = compiled(
    r"password|kennwort|passwort|пароль|contraseña|mot de passe|密码|パスワード|비밀번호|รหัสผ่าน|mật khẩu|\bshows\b|\bmasked|\bhidden",
    re.IGNORECASE,
)
"""Words beside which a row of marks stands for characters that are not shown."""
_GREETS = compiled(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|尊敬的|亲爱的|您好|你好|estimad[oa]|hola|cher|chère|bonjour|guten tag|liebe[r]?|sehr geehrte[rs]?|hallo|"
    r"уважаем\w+|здравствуйте|เรียน|สวัสดี\S{0,6}|chào|kính gửi|prezad[oa]|olá)[ ,]{0,2}(?:(?:frau|herr|mr|mrs|ms|sr|sra|คุณ|anh|chị)\.? )?$",
    re.IGNORECASE,
)
_TOLD = compiled(
    r"\b(?:insert|enter|fill in|add|type)\b|填写|填入|插入|输入|ここに|記入|입력|기입|ใส่|điền|nhập",
    re.IGNORECASE,
)
_PRESSED = compiled(
    r"(?:tap|click|press|select|choose|hit|open|under|in|go to|button|tab|menu|点击|点|按|选择|进入|打开|在|タップ|クリック|押|選択|"
    r"클릭|누르|선택|pulse|haga clic en|seleccione|cliquez sur|appuyez sur|sélectionnez|klicken sie auf|tippen sie auf|wählen sie|"
    r"нажмите|выберите|кнопк\w+|กด|คลิก|เลือก|ปุ่ม|เมนู|แท็บ|nhấn|bấm|chọn|nút|mục)\s*(?:on\s+|the\s+|auf\s+)?[\"“「『‘']?$",
    re.IGNORECASE,
)
_FILL_IN = compiled("(?:请|請)?(?:在此)?(?:填写|填寫|插入|输入)|ご?記入|ここに|여기에|ใส่|กรอก")
_SIZES = compiled(r"^[XxＸ]{2,4}[LSlsＬＳ]$")
_SNAKE = compiled(r"^[A-Za-z]+(?:_[A-Za-z0-9]+)+$|^[A-Z]{2,}(?:[_ ][A-Z0-9]+)*$")
_MARKS = {
    _BRACES: ("{", "%"),
    _MARKED: tuple("*<$#@|_(（[【"),
    _BRACKETS: tuple("[【<＜「$"),
    _CROSSES: tuple("XxＸ"),
    _FORMS: ("DD", "dd", "MM", "mm", "TT", "JJ", "ДД", "дд", "YY", "yy", "HH", "hh", "XX", "xx", "###"),
    _BLANKS: ("OO", "ＯＯ", "__", "＿＿", "....", "○", "〇", "●", "◯", "**", "※※", "??"),
}
"""What a text without any of the notation's variables lacks."""
_PLAIN_CAPITALS = frozenset(
    "OK YES NO CANCEL MENU HOME BACK NEXT START STOP ON OFF SAVE EXIT ENTER ESC FAQ VIP NEW SALE".split()
)


@cache
def _vocabulary() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that placeholders are made of: whole words of spaced scripts, and strings of unspaced ones."""
    data = json.loads(files(__package__).joinpath("data/placeholder_words.json").read_text(encoding="utf-8"))
    words = frozenset(w for lang in ("en", "es", "fr", "de", "ru", "vi", "ko") for w in data[lang].split())
    strings = tuple(w for lang in ("zh", "ja", "th", "ko") for w in data[lang].split())
    return words, strings


@cache
def _without_accents() -> frozenset[str]:
    """The words of spaced scripts as they stand in the names of variables: PRENOM, direccion."""
    return frozenset(plain for word in _vocabulary()[0] if (plain := without_accents(word)) != word)


def _names_a_value(inside: str) -> bool:
    """Whether what stands in brackets is the name of a value rather than of a button."""
    words, strings = _vocabulary()
    inside = inside.strip(" .…。:：*")
    if not inside or inside.upper() in _PLAIN_CAPITALS or inside.isdigit():
        return False
    if _SNAKE.match(inside) and not (inside.isupper() and len(inside) <= 3 and "_" not in inside):
        return True
    if re.fullmatch(r"[XxＸ*○〇]+", inside):
        return True
    parts = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", inside.lower().replace("_", " "))
    if parts and all(part.isascii() or not _unspaced(part) for part in parts) and not any(map(_unspaced, parts)):
        known = sum(part in words or part in _without_accents() for part in parts)
        return known > 0 and known * 2 >= len(parts)
    if inside.startswith(("我的", "マイ", "내 ", "ของฉัน")):
        return False  # a page of the customer's
    if _FILL_IN.match(inside):
        return True
    return inside.endswith(strings) or ("\u0e00" < inside[0] < "\u0e7f" and inside.startswith(strings))


def _unspaced(part: str) -> bool:
    return any("\u0e00" <= c <= "\u0e7f" or "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in part)


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Variables in any notation, each stretch once."""
    if draft.template:
        return
    for _, match in placeholders(own_words(draft.text, draft.format)):
        yield Hit(
            start=match.start(),
            end=match.end(),
            message="“{text}” is a placeholder that was not filled in.",
            values={"text": match.group()},
            confidence=0.95,
        )


def holds_placeholders(text: str) -> bool:
    """Whether a text has variables to fill in."""
    return any(True for _ in placeholders(text))


def without_variables(text: str) -> str:
    """A text with what a program fills in ({name}, %(name)s) blanked; same length, same positions."""
    return _BRACES.sub(lambda match: BREAK * len(match.group()), text)


def lost_names(source: str, text: str) -> list[re.Match[str]]:
    """Named values of a source ([Name], ____) that have no counterpart in a text, whatever it calls them."""
    names = [match for pattern, match in placeholders(source) if pattern is not _BRACES]
    if not names:
        return []
    return names[sum(len(pattern.findall(text)) for pattern in (_BRACES, _MARKED, _BRACKETS, _CROSSES, _BLANKS)) :]


def placeholders(text: str) -> Iterator[tuple[re.Pattern[str], re.Match[str]]]:
    """Each variable with the notation it is in; every stretch of the text once."""
    taken = Marks(len(text))
    for pattern in (_BRACES, _MARKED, _BRACKETS, _CROSSES, _FORMS, _BLANKS):
        if not any(mark in text for mark in _MARKS[pattern]):
            continue
        for match in pattern.finditer(text):
            if not taken.touches(*match.span()) and _is_unfilled(pattern, match, text):
                taken.mark(*match.span())
                yield pattern, match


def _is_unfilled(pattern: re.Pattern[str], match: re.Match[str], text: str) -> bool:
    found = match.group()
    if pattern is _CROSSES:
        return not _SIZES.match(found + text[match.end() : match.end() + 1])
    if pattern in (_BRACES, _FORMS, _BLANKS):
        sentence = _sentence(text, *match.span())
        spared = {_FORMS: _EXAMPLE, _BLANKS: _HIDDEN}.get(pattern)
        if _SPOKEN_OF.search(sentence) or (spared is not None and spared.search(sentence)):
            return False
    if pattern is _FORMS:
        return True
    if pattern is _MARKED:
        inside = found.strip("*|<>$#@_()（）[]【】 \u3000")
        if found[0] in "(（":
            told = _GREETS.search(text[: match.start()][-40:]) is not None or _TOLD.search(inside) is not None
            return not inside or (told and _names_a_value(inside) and not inside.isupper())
        return not inside or found[0] in "*|" or _names_a_value(inside)
    if pattern is _BRACKETS and found[0] != "$":
        if _PRESSED.search(text[max(0, match.start() - 24) : match.start()]):
            return False
        return found.startswith("「") or _names_a_value(found[1:-1])
    if pattern is _BRACES:
        return not found.strip("{}$% ").isdigit() or found.startswith("{")
    return True


def _sentence(text: str, start: int, end: int) -> str:
    """The line around a stretch, from the mark that ends the sentence before it to the one after it."""
    before = re.split(r"[.!?。！？\n]\s", text[max(0, start - 120) : start])[-1]
    return before + re.split(r"[.!?。！？\n]", text[end : end + 120])[0]


CHECK = Check(
    id="unfilled-placeholder",
    kind="placeholder",
    severity=Severity.ERROR,
    find=find,
    bad=(
        Example(lang="en", text="Dear [Customer name], your order has left.", marked=("[Customer name]",)),
        Example(lang="en", text="Hello {customer_name}, thank you.", marked=("{customer_name}",)),
        Example(lang="en", text="Your number is XXX.", marked=("XXX",)),
        Example(lang="en", text="It costs ____ dollars, <order number>.", marked=("____", "<order number>")),
        Example(
            lang="en",
            text="Dear (customer name), your parcel left on DD/MM/YYYY.",
            marked=("(customer name)", "DD/MM/YYYY"),
        ),
        Example(lang="en", text="Hello *|FNAME|*, your code is <<code>>.", marked=("*|FNAME|*", "<<code>>")),
        Example(lang="fr", text="Bonjour $PRENOM, votre colis est parti.", marked=("$PRENOM",)),
        Example(lang="zh", text="您的订单号是（ ）。", marked=("（ ）",)),
        Example(lang="zh", text="XX先生，您的【订单号】已发货。", marked=("XX", "【订单号】")),
        Example(lang="zh", text="我们会在X小时内回复。", marked=("X",)),
        Example(lang="ja", text="[お名前]様、○○についてご連絡します。", marked=("[お名前]", "○○")),
        Example(lang="ko", text="[고객명]님, 안녕하세요.", marked=("[고객명]",)),
        Example(lang="pt", text="Prezado [nome do cliente],", marked=("[nome do cliente]",)),
        Example(lang="es", text="Estimado [nombre del cliente]:", marked=("[nombre del cliente]",)),
        Example(lang="fr", text="Bonjour [Nom du client],", marked=("[Nom du client]",)),
        Example(lang="de", text="Guten Tag [Name],", marked=("[Name]",)),
        Example(lang="de", text="Guten Tag {Kundenname}, Ihr Paket ist da.", marked=("{Kundenname}",)),
        Example(lang="ru", text="Здравствуйте, [имя клиента]!", marked=("[имя клиента]",)),
        Example(lang="th", text="คุณ{{name}} รหัสผ่านของคุณหมดอายุแล้วค่ะ", marked=("{{name}}",)),
        Example(lang="ru", text="Здравствуйте, %ИМЯ%!", marked=("%ИМЯ%",)),
        Example(lang="th", text="สวัสดีค่ะ คุณ[ชื่อลูกค้า]", marked=("[ชื่อลูกค้า]",)),
        Example(lang="vi", text="Chào [tên khách hàng],", marked=("[tên khách hàng]",)),
    ),
    good=(
        Example(lang="en", text="Tap [OK], then open [My orders]. We have size XXL."),
        Example(lang="en", text="Tap [Order number] to copy it."),
        Example(lang="en", text="Hello {customer_name}, thank you.", template=True),
        Example(lang="en", text="The tag {first_name} is replaced with the reader's name."),
        Example(lang="en", text="Enter the date in the format DD/MM/YYYY. The password is shown as ******."),
        Example(
            lang="en",
            text="Your order (order number 2231) costs $USD 5, sent to the address (your name is on the label).",
        ),
        Example(lang="zh", text="请点击【我的订单】查看，衣服有XXL码。"),
        Example(lang="ja", text="【重要】をご確認ください。"),
        Example(lang="ko", text="[확인]을 누른 뒤 [비밀번호 찾기]로 가세요."),
        Example(lang="pt", text="Toque em [OK] para continuar."),
        Example(lang="es", text="Pulse [Aceptar] para continuar."),
        Example(lang="fr", text="Cliquez sur [Valider]."),
        Example(lang="de", text="Klicken Sie auf [Weiter]."),
        Example(lang="ru", text="Нажмите [Готово]."),
        Example(lang="th", text="กด [ตกลง] เพื่อบันทึก"),
        Example(lang="vi", text="Nhấn [Lưu] để tiếp tục."),
        Example(lang="vi", text="Anh tra cứu trong mục [Đơn hàng]."),
        Example(lang="th", text="ดูได้ที่เมนู [คำสั่งซื้อ] ค่ะ"),
    ),
)
