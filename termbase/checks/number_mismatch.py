"""Numbers, dates, times, amounts and order numbers that differ from the source.

**Why:** a wrong figure costs money, and nobody rereads figures.

**Instead:** the source's figure in the draft's own notation. 17点, 5 pm and 17 h are the same; so are 1,250.00 and
1.250,00, 三天 and 3 days. A draft may hold more figures than its source: what is flagged is a figure that the source
does not have while one of the source's is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checks.check import Check, Example, Hit
from termbase.languages import Language, language
from termbase.matching import Glossary, own_words
from termbase.matching.quantities import Quantity, quantities
from termbase.model import Draft, Severity


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Figures of the draft without a partner, each beside the source's figure it was probably meant to be."""
    if draft.source is None or not draft.source_lang:
        return
    target = language(draft.lang)
    ours = quantities(own_words(draft.text, draft.format), target)
    theirs = quantities(draft.source, language(draft.source_lang))
    strange, missing = _unpaired(ours, theirs)
    for quantity in strange:
        partner = _partner(quantity, missing, draft)
        if partner is None:
            continue
        missing.remove(partner)
        before = draft.text[max(0, quantity.start - 16) : quantity.start].lower()
        better = _rewritten(partner, quantity, target, before)
        yield Hit(
            start=quantity.start,
            end=quantity.end,
            message="The source says “{source}”, the draft “{text}”.",
            values={"source": partner.text, "text": quantity.text},
            replacements=(better,) if better else (),
            confidence=0.92,
            source_start=partner.start,
            source_end=partner.end,
        )


def _unpaired(ours: list[Quantity], theirs: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    strange = []
    missing = list(theirs)
    for quantity in ours:
        same = next((other for other in missing if quantity.equals(other)), None)
        if same is not None:
            missing.remove(same)
        elif not any(quantity.equals(other) for other in theirs) and not quantity.in_words:
            strange.append(quantity)  # one that only repeats the source's figure is no stranger
    # one figure may be said twice in the source and once in the draft
    missing = [q for q in missing if not any(q.equals(other) for other in ours)]
    return strange, missing


def _kinds(quantity: Quantity) -> set[str]:
    return {kind for kind, _ in quantity.readings if kind != "hours"}


def _partner(quantity: Quantity, missing: list[Quantity], draft: Draft) -> Quantity | None:
    """The missing figure of the same kind that looks most like this one, else the one in the same place."""
    alike = [q for q in missing if _kinds(q) & _kinds(quantity)]
    if not alike:
        return None
    share = quantity.start / max(1, len(draft.text))
    length = max(1, len(draft.source or ""))

    def distance(other: Quantity) -> tuple[bool, int, float]:
        timed = ("hours" in {k for k, _ in other.readings}) != ("hours" in {k for k, _ in quantity.readings})
        ours, theirs = re.sub(r"\D", "", quantity.text), re.sub(r"\D", "", other.text)
        return timed, -len(set(ours) & set(theirs)), abs(other.start / length - share)

    return min(alike, key=distance)


def _rewritten(source: Quantity, draft: Quantity, target: Language, before: str) -> str:
    """The source's figure in the notation of the figure it replaces; empty when that takes a person.

    `before` is what stands before that figure, lower case: the half of the day may be said there (오후 3시에서 6시).
    """
    kinds = _kinds(source)
    if "time" in kinds:
        return _time(source, draft, halved=any(mark in before for mark in target.numbers.afternoon))
    if "weekday" in kinds:
        return _weekday(source, draft, target)
    if "date" in kinds:
        return _date(source, draft, target)
    if "code" in kinds or "digits" in kinds:
        return source.text
    values = sorted(float(v) for kind, v in source.readings if kind == "number")
    if not values or values[0] != values[0]:
        return source.text
    decimals = len(draft.text) - max(draft.text.rfind(","), draft.text.rfind(".")) - 1
    marked = re.search(rf"{re.escape(target.numbers.decimal)}\d{{1,2}}$", draft.text) is not None
    figure = f"{values[0]:,.{decimals if marked else 0}f}" if marked or values[0].is_integer() else f"{values[0]:,}"
    if target.numbers.group not in draft.text and values[0] < 10_000 and target.numbers.group not in source.text:
        figure = figure.replace(",", "")
    marks = {ord(","): target.numbers.group, ord("."): target.numbers.decimal}
    return figure.translate(marks)


def _weekday(source: Quantity, draft: Quantity, target: Language) -> str:
    """The source's day of the week in the form in which the draft writes its own."""
    names = target.numbers.weekdays
    wanted = next((day for kind, day in source.readings if kind == "weekday"), 0)
    own = [name for name, day in names.items() if day == names.get(draft.text.lower())]
    theirs = [name for name, day in names.items() if day == wanted]
    if not own or not theirs:
        return ""
    name = theirs[min(own.index(draft.text.lower()), len(theirs) - 1)]
    first, last = draft.text[:1].isupper(), draft.text.split()[-1][:1].isupper()
    words = name.split()
    words[-1] = words[-1].capitalize() if last else words[-1]
    words[0] = words[0].capitalize() if first else words[0]
    return " ".join(words)


def _time(source: Quantity, draft: Quantity, *, halved: bool) -> str:
    minutes = max(int(v) for kind, v in source.readings if kind == "time")
    hour, minute = divmod(minutes, 60)
    if re.search(r"[ap]\.?\s?m", draft.text, re.IGNORECASE):
        tail = re.sub(r"[\d:.\s]+", "", draft.text, count=1)
        noon = "p" if hour >= 12 else "a"
        tail = re.sub("^[ap]", noon if tail[:1].islower() else noon.upper(), tail, flags=re.IGNORECASE)
        blank = " " if re.search(r"\d\s", draft.text) else ""
        return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute or ':' in draft.text else ''}{blank}{tail}"
    own = [int(v) for kind, v in draft.readings if kind == "time"]
    figure = re.search(r"\d+", draft.text)
    if figure is not None and int(figure.group()) <= 12 < hour and (halved or (len(own) == 1 and own[0] >= 720)):
        hour -= 12  # the half of the day is said beside the figure
    if re.search(r"\d\s?[:hH]\s?\d", draft.text):
        return re.sub(r"\d{1,2}(\s?[:hH]\s?)\d{2}", lambda m: f"{hour}{m[1]}{minute:02}", draft.text, count=1)
    return re.sub(r"\d{1,2}", str(hour), draft.text, count=1) if not minute else ""


def _date(source: Quantity, draft: Quantity, target: Language) -> str:
    month, day = next(str(v) for kind, v in source.readings if kind == "date").split("-")
    names = {n: name for name, n in reversed(list(target.numbers.months.items()))}
    own = next(str(v) for kind, v in draft.readings if kind == "date").split("-")
    text = draft.text
    if month != own[0]:
        written = re.search(r"[^\W\d_]{3,}", text)
        if written and int(month) in names:
            name = names[int(month)]
            text = text.replace(written.group(), name.capitalize() if written.group()[0].isupper() else name)
        elif not written:
            text = re.sub(rf"(?<!\d)0?{own[0]}(?!\d)", month, text, count=1)
        else:
            return ""
    return re.sub(rf"(?<!\d)0?{own[1]}(?!\d)", day, text, count=1) if day != own[1] else text


def _example(lang: str, text: str, source_lang: str, source: str, *marked: str) -> Example:
    return Example(lang=lang, text=text, source=source, source_lang=source_lang, marked=marked)


CHECK = Check(
    id="number-mismatch",
    kind="number",
    severity=Severity.ERROR,
    find=find,
    bad=(
        _example("en", "We will call before 6 pm.", "zh", "我们会在17点前致电。", "6 pm"),
        _example("de", "Der Betrag ist 1.520,00 Euro.", "en", "The amount is 1,250.00 euros.", "1.520,00"),
        _example("en", "It takes 5 days.", "zh", "需要三天。", "5"),
        _example("zh", "您的订单号是A1023。", "en", "Your order number is A1032.", "A1023"),
        _example("fr", "Il arrive le 7 mai.", "en", "It arrives on 6 May.", "7 mai"),
        _example("fr", "Il arrive jeudi 14 mai.", "en", "It arrives on Tuesday, May 14.", "jeudi"),
        _example("zh", "周五送达。", "en", "It arrives on Thursday.", "周五"),
        _example("zh", "14点到17点之间上门。", "en", "We come between 2 and 4 pm.", "17点"),
        _example("ru", "Приедем во вторник.", "de", "Wir kommen am Mittwoch.", "вторник"),
        _example("pt", "O prazo é de 15 dias.", "zh", "期限为7天。", "15"),
        _example("es", "El plazo es de 15 días.", "zh", "期限为7天。", "15"),
        _example("ru", "Возврат займёт 5 дней.", "en", "The refund takes 3 days.", "5"),
        _example("ja", "3日以内にお届けします。", "zh", "5天内送达。", "3"),
        _example("ko", "7일 이내에 환불됩니다.", "zh", "3天内退款。", "7"),
        _example("vi", "Giá là 2.500 đồng.", "en", "The price is 2,600 dong.", "2.500"),
        _example("th", "ราคา 300 บาท", "en", "The price is 350 baht.", "300"),
    ),
    good=(
        Example(lang="en", text="It is worth 1.5 million won.", source="150만 원입니다.", source_lang="ko"),
        Example(lang="ru", text="Это стоит 3 тысячи рублей.", source="It costs 3,000 roubles.", source_lang="en"),
        _example("en", "We will call before 5 pm.", "zh", "我们会在17点前致电。"),
        _example("de", "Der Betrag ist 1.250,00 Euro.", "en", "The amount is 1,250.00 euros."),
        _example("en", "It takes three days. Call 0800 123 456 for help.", "zh", "需要3天。"),
        _example("zh", "您的订单号是A1032。", "en", "Your order number is A1032."),
        _example("fr", "Il arrive le 6 mai à 17 h.", "en", "It arrives on May 6 at 5 pm."),
        _example("ja", "火曜日に届きます。", "zh", "星期二送到。"),
        _example("ko", "화요일 2시에서 4시 사이에 갑니다.", "en", "We come on Tuesday from 2 to 4 pm."),
        _example("de", "Wir kommen in drei Tagen, am Mittwoch.", "en", "We come in three days."),
        _example("pt", "O prazo é de sete dias.", "zh", "期限为七天。"),
        _example("es", "El plazo es de 7 días.", "zh", "期限为七天。"),
        _example("ru", "Возврат займёт 3 дня.", "en", "The refund takes three days."),
        _example("ja", "午後5時までにお電話します。", "en", "We will call by 5 pm."),
        _example("ko", "24시간 이내에 연락드립니다.", "zh", "我们会在一天内联系您。"),
        _example("vi", "Giá là 2.600 đồng.", "en", "The price is 2,600 dong."),
        _example("th", "ราคา 350 บาท", "en", "The price is 350 baht."),
    ),
)
