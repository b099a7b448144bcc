"""Korean: blanks between words, particles and endings after them."""

import re
from functools import lru_cache

from termbase.languages.korean import endings
from termbase.languages.language import Language, Numbers

_HANGUL = re.compile(r"[가-힣]")
_LONGEST = max(map(len, endings()))


@lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without a particle or an ending of 하다/되다."""
    found = [word]
    if _HANGUL.search(word[-1:]):
        found += [word[:-n] for n in range(min(_LONGEST, len(word) - 1), 0, -1) if word[-n:] in endings()]
    return tuple(dict.fromkeys(found))


_AGREEING = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이라", "라"),
    ("이나", "나"),
    ("이며", "며"),
)
"""Particles after a final consonant, and after a vowel."""
_AGREEING_AT_END = re.compile(r"(은|는|이|가|을|를|과|와|으로|로|이라|라|이나|나|이며|며)(?![가-힣])")
_VERBAL_ENDING = re.compile(r"[하해했합한할되돼됐됩된될]")


def _join(replacement: str, after: str) -> tuple[str, int]:
    """A noun with the form of the particle that follows it (환불은, but 정보는); 발송하다 before an ending of 하다 is 발송."""
    if replacement.endswith(("하다", "되다")) and _VERBAL_ENDING.match(after):
        return replacement[:-2], 0
    particle = _AGREEING_AT_END.match(after)
    if particle is None or not "가" <= replacement[-1:] <= "힣":
        return replacement, 0
    final = (ord(replacement[-1]) - 0xAC00) % 28
    for closed, open_ in _AGREEING:
        if particle[1] in (closed, open_):
            vowel = final == 0 or (final == 8 and closed == "으로")  # ㄹ takes 로
            return replacement + (open_ if vowel else closed), len(particle[1])
    return replacement, 0


LANGUAGE = Language(
    code="ko",
    name="Korean",
    own_name="한국어",
    forms=_forms,
    join=_join,
    particles=True,
    letters="\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f",
    sentence_ends=".!?…",
    numbers=Numbers(
        words={
            "하나": 1, "한": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7,
            "여덟": 8, "아홉": 9, "열": 10, "하루": 1, "이틀": 2, "사흘": 3,
        },
        weekdays={f"{day}요일": n for n, day in enumerate("월화수목금토일", 1)},
        units={
            "분": "minute", "시간": "hour", "일": "day", "영업일": "day", "주": "week", "주일": "week", "개월": "month",
            "달": "month", "년": "year", "초": "second", "%": "percent", "퍼센트": "percent", "회": "time", "번": "time",
            "개": "piece", "원": "money",
        },
        afternoon=("오후", "저녁", "밤"),
        morning=("오전", "아침", "새벽"),
    ),
    address=(
        r"고객|회원님|[가-힣]님|저희|제가|저는|우리|당신|귀하|감사|고맙|죄송|사과|안녕|부탁|주세요|주십시오|주시|십시오|세요|드리|드립|드렸|드릴|"
        r"시겠|셨습|하실|이신|양해"
    ),
    negations=r"않|못|없|아니|지 ?마|(?:^|\s)안\s",
    hours=(
        r"[0-9]+\s*(?:[-–~]\s*[0-9]+\s*)?(?:영업일|시간|분|일|주일?|개월|초)|(?:한|두|세|네|다섯)\s*(?:시간|주|달)|하루|이틀|사흘"
        r"|오늘|내일|모레|당일|금일|명일|익일|금주|이번\s*주|다음\s*주|오전\s*중|오후\s*중|[월화수목금토일]요일|[0-9]{1,2}\s*시|[0-9]{1,2}:[0-9]{2}"
        r"|[0-9]{1,2}월\s*[0-9]{1,2}일|정오|자정|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
