"""Chinese: no blanks between words. Traditional characters are compared as simplified ones."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from termbase.languages.language import Language, Numbers


@cache
def _traditional() -> Mapping[str, str]:
    """Traditional characters and the simplified ones they are compared as (traditional.txt beside this file)."""
    text = files(__package__).joinpath("traditional.txt").read_text(encoding="utf-8")
    return {pair[0]: pair[1] for pair in text.split() if len(pair) == 2}


@cache
def _as_traditional() -> Mapping[str, str]:
    """Simplified characters, and words whose characters stand for several, as they are written in traditional script."""
    pairs = {simplified: traditional for traditional, simplified in _traditional().items()}
    text = files(__package__).joinpath("as_traditional.txt").read_text(encoding="utf-8")
    return pairs | {entry[: len(entry) // 2]: entry[len(entry) // 2 :] for entry in text.split()}


def _refit(replacement: str, found: str, rule: str, before: str) -> str:
    """Give a replacement the script in which the draft is written."""
    if not any(char in _traditional() for char in before + found):
        return replacement
    pairs, written, at = _as_traditional(), "", 0
    while at < len(replacement):
        part = replacement[at : at + 2]
        part = part if part in pairs else part[:1]
        written += pairs.get(part, part)
        at += len(part)
    return written


LANGUAGE = Language(
    code="zh",
    name="Chinese",
    own_name="中文",
    spaced=False,
    loose_blanks=True,
    alike=_traditional,
    refit=_refit,
    letters="\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f",
    sentence_ends="。！？!?…；",
    numbers=Numbers(
        words=dict(zip("零一二三四五六七八九十两", [*range(11), 2], strict=True)),
        weekdays={
            week + day: n
            for week in ("周", "週", "星期", "礼拜", "禮拜")
            for day, n in zip("一二三四五六日天", (1, 2, 3, 4, 5, 6, 7, 7), strict=True)
            if week + day != "周天"
        },
        units={
            "分钟": "minute", "小时": "hour", "个小时": "hour", "钟头": "hour", "个钟头": "hour", "天": "day",
            "个工作日": "day", "工作日": "day", "个自然日": "day", "日内": "day", "周": "week", "个星期": "week",
            "星期": "week", "个月": "month", "年": "year", "秒": "second", "秒钟": "second", "%": "percent",
            "折": "discount", "次": "time", "件": "piece", "个": "piece", "块": "money", "元": "money",
        },
        afternoon=("下午", "晚上", "傍晚", "晚"),
        morning=("上午", "早上", "凌晨", "清晨", "早"),
    ),
    address=(
        r"[您你亲親]|请(?!求)|請(?!求)|我(?:们|們|方|司|店)?|咱|谢|謝|抱歉|歉意|对不起|對不起|不好意思|麻烦|麻煩|敬|本店|客服"
    ),
    negations=r"不(?!过|仅|但|同|断|错)|没|無|无(?!论|線|线)|未|勿|别(?!的|人|处)|別(?!的|人|處)|非(?!常)|莫",
    hours=(
        r"[0-9零一二两兩三四五六七八九十半]+\s*(?:[-–~至到]\s*[0-9一二两兩三四五六七八九十]+\s*)?[个個]?(?:多)?"
        r"(?:工作[日天]|自然日|小[时時]|[钟鐘][头頭]|分[钟鐘]|天|日|[周週]|星期|月|秒)"
        r"|(?:今|明|后|後|当|當|次|隔)[天日晚]|今早|明早|[本下这這][周週]|[周週][一二三四五六日末]|星期[一二三四五六日]|(?:中午|午夜|下班)前"
        r"|[0-9零一二两三四五六七八九十]+\s*[点點时時]|[0-9]{1,2}:[0-9]{2}|[0-9一二三四五六七八九十]+月[0-9一二三四五六七八九十]+[日号]"
        r"|[0-9]{1,2}:[0-9]{2}|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
