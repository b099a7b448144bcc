"""Whether a text says what a word of it means: in brackets, after "that is" or its like, or because somebody asked."""

from __future__ import annotations

import re

_THING = (
    r"(?:number|code|name|word|term|time|date|document|software|program|part|list|fee|label|form|abbreviation|acronym|"
    r"número|código|nombre|sigla|siglas|abreviatura|numéro|code|nom|sigle|abréviation|"
    r"\w*nummer|\w*kennung|\w*code|abkürzung|номер|код|сокращение|аббревиатура|mã số|mã|số)"
)
_ARTICLE = r"(?:l['’]|(?:the|an?|el|la|los|las|una?|le|les|une|der|die|das|eine?|o|um|uma)\b)"
_AFTER = re.compile(
    r"(?:s|-\w{1,20}| (?:numbers?|codes?)|编号|編號|号码|號碼|号|號|番号|コード| ?번호| ?코드)?[\"”」』’»]?(?:"
    # SLA (response time), SLA [response time], SLA number (response time)
    r"\s*[(（\[【][^)）\]】]{3,200}[)）\]】]"
    # SLA, that is …; SLA means …
    r"|[\s,，、:：—–-]*(?:that is|i\.e\.|which means|in other words|meaning|or simply|es decir|o sea|c['’]est-à-dire|"
    r"autrement dit|das heißt|d\.\s?h\.|(?<=[,—–-]\s)also|то есть|т\.\s?е\.|ou seja|isto é|tức là|nghĩa là)(?!\w)"
    # คือ is also "is": not before a day, a time or a number
    r"|[\s,，、:：—–-]*คือ(?!\s*(?:วัน|พรุ่งนี้|ภายใน|เวลา|ช่วง|ประมาณ|เดือน|\d))"
    r"|[\s,，、:：—–-]*(?:即|也就是|就是|指的是|意思是|つまり|すなわち|という(?:意味|こと)|とは|즉|다시 말해|หมายถึง)"
    r"|(?:\s(?:on|in|at|under|auf|sur|en|na)(?:\s[^\s.!?]{1,20}){1,4}|[^.。!?！？,，]{0,24},\s*which(?! is why))?\s*"
    r"(?:stands? for|(?:is|are) short for|means?|signifie|désigne|veut dire|significa|steht für|bedeutet|heißt|"
    r"ist die abkürzung|est l['’]abréviation|son las siglas|es la sigla|é a sigla|означает|обозначает|значит|"
    r"расшифровывается|[—–-]\s*это|là gì|có nghĩa|là viết tắt|ย่อมาจาก|แปลว่า)(?!\w)"
    r"|[^.。!?！？,，]{0,24},\s*which is\b(?! (?:why|where|when|how|due|because|now|not))"
    r"|\s*(?:(?:是|就)?指的?|的(?:意思|含义|含義|全称|全稱)|是(?:什么|什麼|啥)|代表|表示|(?:什么|什麼)意思)"
    r"|の意味|[^。！？\n]{1,30}の略|[^。！？\n]{0,30}(?:を意味|を指し)"
    r"|\s*이?란(?!\w)|[^.!?\n]{0,30}(?:의 뜻|뜻은|뜻입|의미|줄임말|약자|무엇인지)"
    # SLA is the number …; SLA, the number …, but not in a list: the SLA, the number and the date
    rf"|\s+(?:is|are|es|est|ist|é|là)\s+{_ARTICLE}\s?(?:[\w-]+\s){{0,2}}{_THING}\b"
    rf"|,\s+(?:your|our|su|votre|Ihre?|{_ARTICLE})\s?(?:[\w-]+\s){{0,2}}{_THING}\b"
    r"(?![^,.;!?]{0,80},?\s(?:and|or|y|et|ou|und|oder|e)\s)"
    r")",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:what(?: does| do|'s|’s| is| are)?|(?:the )?(?:term|word|abbreviation|acronym|letters|meaning of)|also called|(?:also )?known as|"
    r"qu[eé] (?:es|son|significan?)|(?:la )?(?:siglas?|abreviatura|término)|(?:que|ce que) (?:signifie|veut dire)|"
    r"qu['’]est-ce qu(?:e|['’]une?)|(?:l['’])?(?:abréviation|sigle|terme)|was (?:ist|sind|heißt|bedeutet)|(?<!\w\s)was|abkürzung|begriff|"
    r"o que (?:é|significa)|что (?:такое|значит|означает)|(?:сокращени|аббревиатур|термин)\w{0,3}|thuật ngữ|từ viết tắt)"
    r"|什[么麼]是|什[么麼]叫|所[谓謂](?:的)?|(?:简|簡)[称稱]|(?:缩|縮)[写寫](?:为|為|是)?|いわゆる|소위|คำว่า|ตัวย่อ)"
    rf"(?:\s+{_ARTICLE})?\s*[\"“「『‘«„]?$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:what|was)(?:'s|’s| is| are| ist| sind)?\b(?! do)|qu[eé] (?:es|son)|o que é|什[么麼]是", re.IGNORECASE
)
_ENDS = re.compile(r"s?[\"”」』’»]?\s*(?:\s(?:is|are|ist|sind)\b\s*)?(?:[.。?？!！,，;；:：)）\n]|$)")
_PREDICATE = re.compile(rf"\b(?:is|was|es|est|ist|é)\s+{_ARTICLE}\s+[\"“«„]?$", re.IGNORECASE)
_APPOSITION = re.compile(r"[\"”»]?,\s+(?:an?|una?|une|eine|uma?)\s", re.IGNORECASE)
"""It is a SLA, a time limit: what something is, said a second time after a comma, explains the first."""
_OPEN_BRACKET = re.compile(r"[(（]\s*[^()（）]{0,30}$")
_REACH = 40
"""Characters before a word in which it may be introduced."""


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the text says beside this word what it means, or the word stands in brackets behind its explanation."""
    if _AFTER.match(text, end):
        return True
    before = text[max(0, start - _REACH) : start]
    if _PREDICATE.search(before) and _APPOSITION.match(text, end):
        return True
    introduced = _BEFORE.search(before)
    if introduced is not None:  # "what is the RMA?" asks for its meaning, "what is the RMA number?" for the number
        return not _ASKS.match(introduced.group()) or _ENDS.match(text, end) is not None
    opened = _OPEN_BRACKET.search(before)
    return opened is not None and bool(before[: opened.start()].strip())
