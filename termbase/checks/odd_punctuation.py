"""Doubled blanks and marks, blanks before a mark, marks of another script's width. Off unless asked for.

**Why:** "Hello ,we shipped it！！" is how a machine or a hurry looks.

**Instead:** one mark, in the width of the draft's script, with the blank where it belongs. Three dots are left alone, and so
is the blank before ; : ! ? in French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checks.check import STYLE, Check, Example, Hit
from termbase.languages import primary
from termbase.matching import Glossary, own_words
from termbase.matching.quick import compiled
from termbase.model import Draft, Severity

_WIDE = {"，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":"}
_NARROW = {narrow: wide for wide, narrow in _WIDE.items()}
_EAST = "\u3040-\u30ff\u3400-\u9fff"
_WIDE_SCRIPTS = frozenset({"zh", "ja"})
_BLANK_BEFORE_MARKS = frozenset({"fr"})
_DOUBLED = compiled(
    r"(?<![.。…!?！？,，;；、])(?:!{2,9}|！{2,9}|\?{2,9}|？{2,9}|,{2,9}|，{2,9}|。{2}|、{2,9}|;{2,9}|；{2,9}|(?<![\d\"“«'/ ])\.{2}(?!\d))(?![.。…!?！？])"
)
_BLANKS = re.compile(r"(?<=[^\s.!?。！？:：;\ufffc\u2060]) {2,3}(?=[^\s\ufffc\u2060])")
_BLANK_BEFORE = re.compile(r"(?<=\w) {1,3}([,.;:!?])(?=\s|\Z)")
_BLANK_BEFORE_FEW = re.compile(r"(?<=\w) {1,3}([,.])(?=\s|\Z)")
_WIDE_MARK = re.compile(
    r"(?<=[A-Za-z\u00c0-\u024f\u0400-\u04ff\u0e00-\u0e7f\u1e00-\u1eff\uac00-\ud7a3\d)])([，。！？；：])(?!\d)(?=(\S?))"
)
_NARROW_MARK = re.compile(rf"(?<=[{_EAST}])([,!?;:]|\.(?=\s|\Z)) ?(?=[{_EAST}\s]|\Z)")


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Each stretch with what to write in its place."""
    code = primary(draft.lang)
    text = own_words(draft.text, draft.format)
    for message, match, better in _found(text, code):
        yield Hit(
            start=match.start(),
            end=match.end(),
            message=message,
            values={"text": match.group(), "better": better, "n": str(len(match.group()))},
            replacements=(better,),
            confidence=0.8,
        )


def _found(text: str, code: str) -> Iterator[tuple[str, re.Match[str], str]]:
    for match in _DOUBLED.finditer(text):
        yield "“{text}”: one is enough.", match, match.group()[0]
    for match in _BLANKS.finditer(text):
        yield "There are {n} blanks here; one is enough.", match, " "
    width = "“{text}” is as wide as in another script; write “{better}”."
    if code in _WIDE_SCRIPTS:
        for match in _NARROW_MARK.finditer(text):
            yield width, match, _NARROW[match[1]]
        return
    for match in (_BLANK_BEFORE_FEW if code in _BLANK_BEFORE_MARKS else _BLANK_BEFORE).finditer(text):
        yield "No blank belongs before “{text}”.", match, match[1]
    for match in _WIDE_MARK.finditer(text):
        yield width, match, _WIDE[match[1]] + (" " if match[2] else "")


CHECK = Check(
    id="odd-punctuation",
    kind=STYLE,
    severity=Severity.SUGGESTION,
    find=find,
    on=False,
    bad=(
        Example(lang="en", text="Hello ,we sent it  today!!", marked=("  ", "!!")),
        Example(lang="en", text="Thank you ! We sent it，today.", marked=(" !", "，")),
        Example(lang="de", text="Guten Tag , das Paket ist da..", marked=(" ,", "..")),
        Example(lang="fr", text="Bonjour , votre colis  est là !!", marked=(" ,", "  ", "!!")),
        Example(lang="es", text="Hola，su paquete llega hoy .", marked=("，", " .")),
        Example(lang="pt", text="Olá , chega hoje??", marked=(" ,", "??")),
        Example(lang="ru", text="Здравствуйте ! Посылка  в пути。", marked=(" !", "  ", "。")),
        Example(lang="zh", text="您好,包裹已发出。。请查收!", marked=(",", "。。", "!")),
        Example(lang="ja", text="荷物を発送しました。。ご確認ください.", marked=("。。", ".")),
        Example(lang="ko", text="안녕하세요。 발송되었습니다!!", marked=("。", "!!")),
        Example(lang="th", text="สวัสดีค่ะ！！ ส่งแล้วค่ะ", marked=("！！",)),
        Example(lang="vi", text="Chào chị , hàng  đã gửi.", marked=(" ,", "  ")),
    ),
    good=(
        Example(lang="en", text="Hello Anna, well... it left at 5:30. See https://example.com/a,,b. Really?!"),
        Example(lang="de", text="Guten Tag, das Paket ist da: z. B. heute."),
        Example(lang="fr", text="Bonjour ! Votre colis est là : il arrive."),
        Example(lang="es", text="¡Hola! ¿Llega hoy?"),
        Example(lang="pt", text="Olá! Chega hoje?"),
        Example(lang="ru", text="Здравствуйте! Посылка в пути."),
        Example(lang="zh", text="您好，包裹已发出，型号A,B，价格1,200元。时间17:30。"),
        Example(lang="ja", text="荷物を発送しました。Ver.2.0です。"),
        Example(lang="ko", text="안녕하세요. 발송되었습니다!"),
        Example(lang="th", text="สวัสดีค่ะ ส่งแล้วค่ะ"),
        Example(lang="vi", text="Chào chị, hàng đã gửi."),
    ),
)
