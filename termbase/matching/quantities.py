"""Numbers, dates, times and codes in a text, compared across locales.

17点 = 5 pm = 17 h; 1,250.00 = 1.250,00; 三天 = 3 days.

Each quantity carries every reading that its language allows ("5 o'clock" is 5:00 or 17:00, "03/04" two dates);
two quantities are equal when they share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from termbase.languages import Language
from termbase.matching.marks import Marks
from termbase.matching.quick import compiled

Reading = tuple[str, float | str]

_CODE = compiled(
    r"(?<![A-Za-z\d_{])(?=[A-Za-z\d-]*\d)(?=[A-Za-z\d-]*[A-Za-z])[A-Za-z]+[-_]?\d[A-Za-z\d]*(?:-[A-Za-z\d]+)*(?![A-Za-z\d_}])"
)
_PHONE = compiled(r"(?<![\w.,-])\+?\(?\d{2,4}\)?(?:[ -]\d{2,5}){2,5}(?![\w.,-]*\d)")
_CLOCK = compiled(r"(?<![\d:.,])([01]?\d|2[0-4])\s?[:：hH]\s?([0-5]\d)(?!\d)(?:\s*Uhr)?")
_HOUR = compiled(
    r"(?<![\d:.,])([01]?\d|2[0-4])(?:\s*(?P<half>半)|\s*[点點時时시](?!\s*间|間|钟?头)(?:\s*(?P<minute>\d{1,2})\s*[分분])?(?P<half2>半|반)?"
    r"|\s?(?:Uhr|heures?(?=\s+(?:du|de)\b)|h(?![a-z])|o'clock|น\.|giờ(?!\s*(?:làm|nữa|đồng))))",
    re.IGNORECASE,
)
_AMPM = compiled(r"(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))?\s?([ap])(?:\.\s?m\.|m\b)", re.IGNORECASE)
_RANGE = compiled(
    r"(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))?(?=\s?(?:[-–]|to|and|or)\s?\d{1,2}(?:[:.]\d{2})?\s?([ap])(?:\.\s?m\.|m\b))",
    re.IGNORECASE,
)
"""The first hour of "2 to 4 pm", which may mean 2 pm or 2 am."""
_NOON = {
    "noon": 720,
    "midday": 720,
    "midnight": 0,
    "中午": 720,
    "正午": 720,
    "mediodía": 720,
    "정오": 720,
    "mittag": 720,
}
_ISO_DATE = compiled(r"(?<!\d)(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)日?")
_EAST_DATE = compiled(r"(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")
_VIETNAMESE_DATE = compiled(r"(\d{1,2})\s+tháng\s+(\d{1,2})", re.IGNORECASE)
_SLASH_DATE = compiled(r"(?<![\d/])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?![\d/%])\.?(?=\D|$)")
_NUMBER = compiled(r"(?<![\w.,])\d+(?:[.,'’\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_EAST_NUMBER = compiled(r"[零〇一二两三四五六七八九十百千万]+")
_MIXED = compiled(r"(\d[\d,]*(?:\.\d+)?)\s?([千万萬亿億만천억])(?:(\d+)\s?([千百천백])?)?")
_SCALE = {"百": 1e2, "백": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "만": 1e4, "천": 1e3, "억": 1e8}
_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date, time or code: its place, its readings, and whether it is written in words."""

    start: int
    end: int
    text: str
    readings: frozenset[Reading]
    in_words: bool = False

    def equals(self, other: Quantity) -> bool:
        """Whether both may mean the same."""
        return not self.readings.isdisjoint(other.readings)


def quantities(text: str, language: Language) -> list[Quantity]:
    """The quantities of a text in order, none overlapping another; in code points of the text."""
    taken = Marks(len(text))
    found: list[Quantity] = []
    for start, end, readings, in_words in _candidates(text, language):
        if readings and not taken.touches(start, end):
            taken.mark(start, end)
            found.append(Quantity(start, end, text[start:end], frozenset(readings), in_words))
    return sorted(found, key=lambda q: q.start)


Candidate = tuple[int, int, set[Reading], bool]


def _candidates(text: str, language: Language) -> Iterator[Candidate]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) >= 8:
            yield *match.span(), {("digits", digits)}, False
    yield from _dates(text, language)
    yield from _weekdays(text, language)
    yield from _times(text, language)
    for match in _CODE.finditer(text):
        yield *match.span(), {("code", re.sub(r"[-_]", "", match.group()).lower())}, False
    yield from _numbers(text, language)
    yield from _words(text, language)


def _dates(text: str, language: Language) -> Iterator[Candidate]:
    for match in _ISO_DATE.finditer(text):
        yield *match.span(), _date(match[2], match[3]), False
    for match in _EAST_DATE.finditer(text):
        yield *match.span(), _date(match[1], match[2]), False
    for match in _VIETNAMESE_DATE.finditer(text):
        yield *match.span(), _date(match[2], match[1]), False
    months = _month_pattern(language)
    if months is not None:
        for match in months.finditer(text):
            month = language.numbers.months[(match["m1"] or match["m2"]).lower().rstrip(".")]
            yield *match.span(), _date(str(month), match["d1"] or match["d2"]), False
    for match in _SLASH_DATE.finditer(text):
        if "/" in match.group() or match[3] or match.group().endswith("."):
            yield *match.span(), _date(match[1], match[2]) | _date(match[2], match[1]), False


def _date(month: str, day: str) -> set[Reading]:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return {("date", f"{int(month)}-{int(day)}")}
    return set()


@cache
def _month_pattern(language: Language) -> re.Pattern[str] | None:
    if not language.numbers.months:
        return None
    names = "|".join(sorted(map(re.escape, language.numbers.months), key=len, reverse=True))
    day = r"\d{1,2}(?!\d|[:.,]\d)"
    return re.compile(
        rf"(?<!\w)(?P<d1>{day})(?:st|nd|rd|th|er|º|\.)?\s*(?:of\s+|de\s+)?(?P<m1>{names})\b"
        rf"|(?<!\w)(?P<m2>{names})\b\.?\s+(?P<d2>{day})(?:st|nd|rd|th)?",
        re.IGNORECASE,
    )


def _weekdays(text: str, language: Language) -> Iterator[Candidate]:
    pattern = _weekday_pattern(language)
    for match in pattern.finditer(text) if pattern is not None else ():
        yield *match.span(), {("weekday", language.numbers.weekdays[match.group().lower()])}, False


@cache
def _weekday_pattern(language: Language) -> re.Pattern[str] | None:
    names = "|".join(sorted(map(re.escape, language.numbers.weekdays), key=len, reverse=True))
    if not names:
        return None
    return re.compile(rf"\b(?:{names})\b" if language.spaced and language.code != "ko" else names, re.IGNORECASE)


def _times(text: str, language: Language) -> Iterator[Candidate]:
    for match in _AMPM.finditer(text):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
        yield *match.span(), {("time", hour * 60 + int(match[2] or 0))}, False
    for match in _RANGE.finditer(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if 1 <= hour <= 12 and minute < 60:
            yield *match.span(), {("time", (hour % 12 + half) * 60 + minute) for half in (0, 12)}, False
    for match in _CLOCK.finditer(text):
        yield *match.span(), _clock(text, match.start(), match.end(), int(match[1]), int(match[2]), language), False
    for match in _HOUR.finditer(text):
        minute = 30 if match["half"] or match["half2"] else int(match["minute"] or 0)
        yield *match.span(), _clock(text, match.start(), match.end(), int(match[1]), minute, language), False
    if language.code == "es":
        for match in re.finditer(r"(?<=\blas )(\d{1,2})(?![\d:.,])", text):
            yield *match.span(), _clock(text, match.start(), match.end(), int(match[1]), 0, language), False
    for match in re.finditer(r"(?<=\bв )(\d{1,2})(?= (?:утра|дня|вечера|ночи)\b)", text):
        yield *match.span(), _clock(text, match.start(), match.end(), int(match[1]), 0, language), False
    for word, minutes in _NOON.items():
        for match in re.finditer(rf"(?<!\w){word}(?!\w)" if word.isascii() else word, text, re.IGNORECASE):
            yield *match.span(), {("time", minutes)}, True


def _clock(text: str, start: int, end: int, hour: int, minute: int, language: Language) -> set[Reading]:
    """Readings of an hour: as it is, or in the half of the day that the words beside it say."""
    before = text[max(0, start - 8) : start].lower()
    after = text[end : end + 18].lower().lstrip()
    numbers = language.numbers
    if any(before.rstrip().endswith(w) for w in numbers.afternoon) or any(
        after.startswith(w) for w in numbers.afternoon
    ):
        hours = {hour % 12 + 12}
    elif any(before.rstrip().endswith(w) for w in numbers.morning) or any(after.startswith(w) for w in numbers.morning):
        hours = {hour % 12}
    else:
        hours = {hour}
        if 1 <= hour <= 12 and minute == 0:
            hours.add((hour + 12) % 24)
    return {("time", h % 24 * 60 + minute) for h in hours}


_SCALE_WORDS = (
    *(("milliard", 1e9), ("billion", 1e9), ("млрд", 1e9), ("миллиард", 1e9), ("tỷ", 1e9), ("mil millones", 1e9)),
    *(("milli", 1e6), ("milló", 1e6), ("millo", 1e6), ("млн", 1e6), ("миллион", 1e6), ("triệu", 1e6), ("ล้าน", 1e6)),
    *(("แสน", 1e5), ("หมื่น", 1e4)),
    *(
        ("thousand", 1e3),
        ("tausend", 1e3),
        ("mille", 1e3),
        ("mil", 1e3),
        ("тыс", 1e3),
        ("nghìn", 1e3),
        ("ngàn", 1e3),
        ("พัน", 1e3),
    ),
)
"""Beginnings of scale words, each before any that it begins with."""
_SCALE_WORD = re.compile(
    r"[ \u00a0\u202f]?(thousand|million|billion|tausend|million(?:en)?|milliarden?|mil millones|mil|millón|millones|"
    r"mille|millions?|milliards?|тыс(?:яч[аиу]?)?|миллион(?:а|ов)?|миллиард(?:а|ов)?|млн|млрд|triệu|nghìn|ngàn|tỷ)(?!\w)"
    r"|[ \u00a0]?(ล้าน|แสน|หมื่น|พัน)",
    re.IGNORECASE,
)


def _numbers(text: str, language: Language) -> Iterator[Candidate]:
    for match in _MIXED.finditer(text):
        value = float(match[1].replace(",", "")) * _SCALE[match[2]]
        if match[3]:
            value += float(match[3]) * _SCALE.get(match[4] or "", 1.0)
        yield *match.span(), _with_units({value}, text, match.end(), language), False
    for match in _NUMBER.finditer(text):
        end = match.end()
        values = parse(match.group(), language)
        if text[end : end + 1] in ("k", "K") and not text[end + 1 : end + 2].isalnum():
            values = {v * 1e3 for v in values}
            end += 1
        elif scale := _SCALE_WORD.match(text, end):
            values = {v * _scale_of((scale.group(1) or scale.group(2)).lower()) for v in values}
            end = scale.end()
        yield match.start(), end, _with_units(values, text, end, language) | _raw(match.group()), False


def _scale_of(word: str) -> float:
    """What a word behind a figure multiplies it by: 1.5 million, 3 тысячи, 2 triệu."""
    return next(value for beginning, value in _SCALE_WORDS if word.startswith(beginning))


def _raw(text: str) -> set[Reading]:
    """A long run of digits is compared as it is written (an order number)."""
    digits = re.sub(r"\D", "", text)
    return {("digits", digits)} if len(digits) >= 8 else set()


def parse(text: str, language: Language) -> set[float]:
    """The values a figure may have: the language's own marks decide; where they cannot, both readings."""
    plain = re.sub(r"[\u00a0\u202f '’]", "", text)
    if plain.isdigit():
        return {float(plain)}
    readings = []
    for decimal, group in ((language.numbers.decimal, language.numbers.group), (".", ","), (",", ".")):
        whole, _, fraction = plain.rpartition(decimal) if plain.count(decimal) == 1 else (plain, "", "")
        grouped = whole.replace(group, "")
        well_grouped = group not in whole or re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", whole)
        if grouped.isdigit() and well_grouped and (not fraction or fraction.isdigit()):
            readings.append(float(f"{grouped}.{fraction or 0}"))
    return set(readings[:1]) if readings else {float("nan")}


def _with_units(values: set[float], text: str, end: int, language: Language) -> set[Reading]:
    """The bare values, and the hours they come to where a unit of time follows."""
    unit = unit_after(text, end, language)
    if unit == "discount":  # 8折 and 80折 are 20 % off
        return {("number", round(100 - (v * 10 if v < 10 else v), 4)) for v in values}
    readings: set[Reading] = {("number", round(v, 4)) for v in values}
    if unit in _HOURS:
        readings |= {("hours", round(v * _HOURS[unit], 4)) for v in values}
    return readings


def unit_after(text: str, end: int, language: Language) -> str:
    """Our name of the unit that follows a figure, or empty."""
    after = text[end : end + 16].lower()
    stripped = after.lstrip(" \u00a0\u202f-")
    if stripped.startswith(("%", "％")):
        return "percent"
    units = language.numbers.units
    if language.spaced and language.code != "ko":
        word = re.match(r"[^\W\d_]+", stripped)
        return units.get(word.group(), "") if word else ""
    return next((units[u] for u in sorted(units, key=len, reverse=True) if stripped.startswith(u)), "")


def _words(text: str, language: Language) -> Iterator[Candidate]:
    """Numbers written in words, where a unit follows (三天, three days): elsewhere they are just words."""
    words = language.numbers.words
    if language.code in ("zh", "ja"):
        for match in _EAST_NUMBER.finditer(text):
            value = _east_value(match.group())
            if value is not None and unit_after(text, match.end(), language):
                yield *match.span(), _with_units({value}, text, match.end(), language), True
        for match in re.finditer(r"半(?:个)?(小时|时|天|年|時間|日)", text):
            yield match.start(), match.start() + 1, _with_units({0.5}, text, match.start() + 1, language), True
        return
    for match in re.finditer(r"[^\W\d_]+", text):
        value = words.get(match.group().lower())
        if value is not None and (unit_after(text, match.end(), language) or not language.spaced):
            yield *match.span(), _with_units({float(value)}, text, match.end(), language), True


def _east_value(text: str) -> float | None:
    digits = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
    total, section, current = 0.0, 0.0, 0.0
    for char in text:
        if char in digits:
            current = digits[char]
        elif char == "万":
            total, section, current = (total + section + current) * 1e4, 0.0, 0.0
        else:
            section += (current or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            current = 0.0
    return total + section + current if text else None
