"""Korean: blanks between words, particles and endings after them."""

import re
from functools import lru_cache

from termbase.languages.language import Language, Numbers

# particles and copulas that follow a noun, longest first; they may pile up two deep (에서는, 까지도)
_PARTICLES = tuple(
    sorted(
        (
            "은 는 이 가 을 를 의 에 에게 에게서 께 께서 에서 으로 로 으로서 로서 으로써 로써 와 과 이랑 랑 하고 도 만 부터 까지 마다 조차 마저 밖에 처럼 같이 보다 이나 나 이란 "
            "란 이라 라 이라고 라고 이라는 라는 이라서 라서 입니다 이에요 예요 이며 며 인 인데 이고 고 들 들이 들을 들은 님 님께 님께서 님의 이지만 이므로 일 이었습니다 였습니다 "
            "인가요 인지 이신 이시면 이면 에는 에도 에만 에서는 에서도 으로는 로는 까지는 부터는 과는 와는 에게는 께는 만을 만은 이라도 라도 요 하기 하는 하여 해 하시면 하면 하신 한 "
            "할 하고 합니다 하겠습니다 하였습니다 했습니다 해요 해주세요 하십시오 하세요 되었습니다 됐습니다 됩니다 되는 된 될 되지 "
            "했으며 하였으며 했으나 했지만 했던 했다면 하면서 하도록 하고자 하려고 하던 되었으며 됐으며 되었으나 되었지만 되었던 됐고 되었고 되면서 되도록 되던 됐는데 되었는데 "
            "하실 하시는 하시려면 하십니다 하시기 하려면 하여야 해야 해서 했는데 했고 하겠 하시겠습니까 하셨습니다 하셔야 하지 되었 되어 돼 되면 되시면 되셨습니다 되지만 "
            "드리겠습니다 드립니다 드렸습니다 드릴게요 드리도록 드리려고 드리고자 드리고 드리며 드리면 드리지 드리는 드리오니 드리니 드린 드릴 드려 드려요 드려야 드려서 드렸으며 드렸고 드렸는데 드렸으나 드렸지만 드렸던 "
            "습니다 습니까 어요 아요 었습니다 았습니다 으시려면 으시면 으면 어서 아서 으셔서 으세요 으십시오 으니 으며 지 게 기 음 는데 은데 네요 지만 으려면 어야 아야 었는데 았는데 으실 시면 시려면 십시오 세요 셨습니다 시는 실 ㄴ다 겠습니다 "
        ).split(),
        key=len,
        reverse=True,
    )
)
_HANGUL = re.compile(r"[가-힣]")


@lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without a particle or an ending of 하다/되다."""
    found = [word]
    if _HANGUL.search(word[-1:]):
        found += [word[: -len(tail)] for tail in _PARTICLES if word.endswith(tail) and len(word) - len(tail) >= 1]
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
