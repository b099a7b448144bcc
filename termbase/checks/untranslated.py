"""Passages left in another language.

**Why:** the customer cannot read them, and sees that a machine wrote the rest.

**Instead:** a translation. Names, models, addresses and the words of the glossary are spared, and so are buttons in
brackets, because the customer's screen may show them so. English words without a clause, in a text in another script that
speaks to no reader (a label, a log line), are mostly names of commands and values: there the check only suggests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, pairwise

from termbase.checks.address import for_a_reader
from termbase.checks.check import Check, Example, Hit
from termbase.languages import Language, guess, known, language, primary
from termbase.matching import Glossary, own_words, sentences
from termbase.matching.glossary import approved_terms
from termbase.matching.marks import Marks
from termbase.model import Concept, Draft, Severity, Term

_BRACKETED = re.compile(
    r"【[^【】]{0,80}】|\[[^\[\]]{0,80}\]|「[^「」]{0,80}」|『[^『』]{0,80}』|《[^《》]{0,80}》|\{[^{}]{0,80}\}|<[^<>]{0,80}>|%\(\w{1,80}\)"
)
_LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*)*")
_HAN_RUN = re.compile("[\u3400-\u9fff]{2,}")
_EVERYWHERE = frozenset(
    "app apps email e-mail mail ok wifi wi-fi usb pdf vip online offline web website internet link chat bug id pin qr sms "
    "bluetooth android ios iphone ipad windows mac google apple code cookie cookies login logo menu tv pc led lcd hdmi gps "
    "sim vs pro max mini plus air lite cm mm kg km ml mah hz ghz mhz px gb mb tb kb etc a s x xl xxl xs l m via video audio "
    "url http https www com net org css html api faq cd dvd pos atm cvv otp ip dns vpn lan wan hotline blog".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
_LABELLED = re.compile(
    r"(?:marked|labell?ed|button|key|says|reads|shows|called|named|tap|press|click|select|menu|\bthe sign)\s*[\"“'‘]?$|[\"“'‘]$",
    re.IGNORECASE,
)
_VIETNAMESE = re.compile(
    r"(?:ngh?|gh?|gi|kh|ph|qu|th|tr|ch|nh|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
"""A Vietnamese syllable, its marks left aside."""
_NOT_JAPANESE = re.compile(
    r"(?:物流)?信息|客服|快[递遞]|退[货貨款]|[换換][货貨]|[发發][货貨]|[优優]惠券|[订訂][单單]|手机号?|[验驗][证証][码碼]|登[录錄]|付款"
)
"""Chinese words of the trade, in characters that Japanese knows too."""
_MIN_WORDS = 4
_LEAST_COMMON = 3
"""Function words of another language that make a sentence one of its own."""
_DENSE = frozenset({"zh", "ja", "ko"})
_WITH_DICTIONARY = frozenset({"en", "es", "fr", "de", "pt"})
_NOT_ENGLISH = ("de", "es", "fr")
"""Languages whose words are looked for in English texts."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_STRANGE_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL, _STRANGE = 1, 2
_MOST_DISTINCT = 1_000
"""Different words of a text that are looked up in dictionaries; a reply has some hundred."""
_OPENING, _CLOSING = "\"“‘'`«„「『(（", "\"”’'`»“」』)）"


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """A draft in the wrong language, foreign scripts, and foreign words among one's own script."""
    code = primary(draft.lang)
    spoken = language(code)
    text = own_words(draft.text, draft.format)
    text = _BRACKETED.sub(lambda m: " " * len(m.group()), text)
    said = Counter(_WORD.findall(text.lower().replace("’", "'")))
    own = sum(said[word] for word in said.keys() & spoken.common)
    guessed = code if own > _MIN_WORDS and own * 5 >= said.total() else guess(text)
    if guessed and guessed != code and guessed in {lang.code for lang in known()} and _surely(text, guessed, spoken):
        yield Hit(
            start=0,
            end=0,
            message="This draft seems to be in {text}, not in {better}.",
            values={"text": language(guessed).name, "better": spoken.name},
            confidence=0.9,
        )
        return
    words = dict.fromkeys([*_foreign_words(text, spoken, draft), *_foreign_terms(text, spoken, glossary)])
    foreign = [*_foreign_sentences(text, spoken, said), *_foreign_script(text, spoken), *words]
    if not foreign:
        return
    named = for_a_reader(draft) if words and spoken.letters else None
    approved = (o for o in glossary.find(text, draft.lang, contained=True) if not o.term.avoided)
    names = Marks(len(text), ((o.start, o.end) for o in approved))
    taken = Marks(len(text))
    for start, end in foreign:
        if taken.touches(start, end) or names.covers(start, end):
            continue
        taken.mark(start, end)
        yield Hit(
            start=start,
            end=end,
            message="“{text}” is not in {better}.",
            values={"text": text[start:end], "better": spoken.name},
            replacements=_translations(text[start:end], draft, glossary),
            confidence=0.88,
            severity=named if (start, end) in words and not _is_clause(text[start:end]) else None,
        )


def _translations(passage: str, draft: Draft, glossary: Glossary) -> tuple[str, ...]:
    """What the base calls a foreign passage that is one of its terms."""
    passage = passage.rstrip(" .!?…。！？")
    for tag in dict.fromkeys(filter(None, (draft.source_lang, *other_languages(draft.text, draft.lang)))):
        if primary(tag) == primary(draft.lang):
            continue
        if tag in _NOT_ENGLISH and tag != primary(draft.source_lang or ""):
            concepts = [concept for concept, _ in glossary.exactly(passage, tag)]
        else:
            concepts = glossary.named(passage, tag)
        for concept in concepts:
            better = approved_terms(concept, draft.lang)
            if better:
                return tuple(one.text for one in better)
    return ()


def other_languages(text: str, tag: str) -> dict[str, list[str]]:
    """What of a text is probably in another language than its own, by that language: whose terms are worth knowing."""
    spoken = language(tag)
    found: dict[str, list[str]] = {}
    if spoken.letters:
        if latin := _LATIN_RUN.findall(text):
            found["en"] = latin
    elif spoken.code == "en":
        strange = [text[start:end] for start, end in _strange_runs(text)]
        for code in _NOT_ENGLISH if strange else ():
            if said := [run for run in strange if _said_in(run, code)]:
                found[code] = said
    elif spoken.common:
        telling = language("en").common - spoken.common
        words = dict.fromkeys(re.findall(r"[A-Za-z]+", text))
        if any((w.lower() in telling or _is_everyday(w.lower())) and not _is_word_of(w, spoken.code) for w in words):
            found["en"] = [text]
    if spoken.code not in ("zh", "ja", "ko") and (chinese := _HAN_RUN.findall(text)):
        found["zh"] = chinese
    return found


def _foreign_terms(text: str, spoken: Language, glossary: Glossary) -> Iterator[tuple[int, int]]:
    """Terms of the base in another language with Latin letters: English ones, and in an English text any."""
    if spoken.code == "en":
        yield from _strange_terms(text, glossary)
    elif not spoken.letters and "en" in other_languages(text, spoken.code):
        for term in glossary.find(text, "en"):
            words = term.text.split() if term.text.islower() and not term.term.avoided else ()
            foreign = len(words) > 1 and not all(_is_word_of(word, spoken.code) for word in words)
            if foreign and not _named(text, term.start, term.end):
                yield term.start, term.end


def _strange_terms(text: str, glossary: Glossary) -> Iterator[tuple[int, int]]:
    """Another language's words in an English text: a term of the base, or two words and more."""
    for start, end in _strange_runs(text):
        run = text[start:end]
        for code in _NOT_ENGLISH if not _named(text, start, end) else ():
            if not _said_in(run, code):
                continue
            words = run.split()
            small = [w for w in words if w in language(code).common]
            terms = glossary.exactly(run, code)
            if (terms and len(run) > 4) or (len(words) - len(small) > 1 or (small and len(words) > 2)):
                yield start, end
                break


def _strange_runs(text: str) -> list[tuple[int, int]]:
    """Words in a row that English does not have, with another language's small words before and among them."""
    distinct = islice(dict.fromkeys(_STRANGE_WORD.findall(text)), _MOST_DISTINCT)
    strange = {word: kind for word in distinct if (kind := _strangeness(word))}
    if _STRANGE not in strange.values():
        return []
    words = list(_STRANGE_WORD.finditer(text))
    kinds = [strange.get(w.group(), 0) for w in words]
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        last = at
        while kinds[at] and last + 1 < len(words) and kinds[last + 1]:
            if text[words[last].end() : words[last + 1].start()] != " ":
                break
            last += 1
        if _STRANGE in kinds[at : last + 1]:
            runs.append((words[at].start(), words[last].end()))
        at = last + 1
    return runs


@lru_cache(maxsize=20_000)
def _strangeness(word: str) -> int:
    """What an English text makes of a word: its own or nobody's (0), another language's function word, or its word."""
    if _is_small(word):
        return _SMALL
    if len(word) < 3 or not (word.islower() or word.istitle()) or _is_word_of(word, "en"):
        return 0
    codes = _NOT_ENGLISH if word.islower() else ("de",)  # elsewhere a capital makes it a name
    return _STRANGE if any(_is_word_of(word, code) for code in codes) else 0


def _is_small(word: str) -> bool:
    """Whether a word is a function word of another language and none of English."""
    lowered = word.lower()
    return lowered not in language("en").common and any(lowered in language(code).common for code in _NOT_ENGLISH)


@lru_cache(maxsize=20_000)
def _said_in(run: str, code: str) -> bool:
    """Whether every word of a run belongs to a language, and they are no names: only German writes nouns with capitals."""
    words = re.findall(r"[^\W\d_]+", run)
    plain = [w for w in words if w.islower() and w not in language(code).common]
    return bool(plain or (code == "de" and len(words) == 1)) and all(_is_word_of(w, code) for w in words)


def _is_clause(words: str) -> bool:
    """Whether English words make a clause, and not the name of a command, a value or a place."""
    written = words.lower().split()
    return len(written) >= _MIN_WORDS - 1 and any(w in language("en").common for w in written)


def _surely(text: str, guessed: str, spoken: Language) -> bool:
    """Whether the whole draft is in the other language, not just a passage of it."""
    letters = sum(c.isalpha() for c in text)
    if language(guessed).letters or spoken.letters:
        if spoken.code == "ja" and guessed == "zh":
            chinese = [c for c in set(text) if "\u3400" <= c <= "\u9fff" and not _is_written_in_japan(c)]
            return len(chinese) >= 2 or any(c in "您你" for c in chinese)
        if not spoken.letters:
            return sum(c.isascii() and c.isalpha() for c in text) * 10 < letters
        own = len(re.findall(f"[{spoken.letters}{language('zh').letters if spoken.code == 'ja' else ''}]", text))
        said = [w.lower() for w in re.findall(r"[^\W\d_]+", text)] if not language(guessed).letters else []
        # a Chinese character says as much as three Latin letters; a title or a list of names has few words of a sentence
        weight = 30 if spoken.code in _DENSE else 10
        return own * weight < letters and (
            not said or 3 * sum(w in language(guessed).common for w in said) >= len(said) > 1
        )
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", text)]
    return (
        len(words) >= _MIN_WORDS
        and sum(w in language(guessed).common for w in words) >= 3
        and not any(w in spoken.common for w in words)
    )


def _is_written_in_japan(character: str) -> bool:
    """Whether a Chinese character is one of those that Japanese texts are printed with."""
    try:
        character.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True


def _foreign_script(text: str, spoken: Language) -> Iterator[tuple[int, int]]:
    """Runs of letters of scripts that the language does not use."""
    if text.isascii():
        return
    own = {spoken.code} | ({"zh"} if spoken.code in ("ja", "ko") else set())
    foreign = "".join(lang.letters for lang in known() if lang.letters and lang.code not in own)
    for match in re.finditer(rf"[{foreign}][{foreign}\s，、·]*[{foreign}]|[{foreign}]{{2,}}", text):
        if not _LABELLED.search(text[max(0, match.start() - 14) : match.start()]):
            yield match.span()
    if spoken.code == "ja":
        for match in _NOT_JAPANESE.finditer(text):
            yield match.span()
        # simplified characters that Japanese does not write
        for match in re.finditer("[\u3400-\u9fff]{4,}", text):
            if re.search("[们这说对时间请产问题给还没为]", match.group()) and re.search(
                "[们这说请给还没]", match.group()
            ):
                yield match.span()
    elif spoken.code == "ko":
        for match in re.finditer("[\u3400-\u9fff]{2,}", text):
            if not text[max(0, match.start() - 3) : match.start()].rstrip().endswith("("):
                yield match.span()


def _foreign_words(text: str, spoken: Language, draft: Draft) -> Iterator[tuple[int, int]]:
    """English words among another language: those of the source, and everyday words."""
    english_source = draft.source if draft.source_lang.startswith("en") and draft.source else ""
    source = {w for w in re.findall(r"[A-Za-z][a-z'’-]+", english_source) if w.islower() or w.lower() in _everyday()}
    for run in _LATIN_RUN.finditer(text) if spoken.letters else ():
        words = run.group().replace(",", " ").split()
        before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
        if before.isdigit() or after.isdigit() or (before and before in "./@_-") or (after and after in "/@_"):
            continue
        if len(words) <= 2 and _named(text, *run.span()):
            continue
        plain = [w for w in words if w.lower() not in _EVERYWHERE]
        strange = [w for w in plain if w in source or (_is_everyday(w) and (w.islower() or w.lower() in _DAYS))]
        function_words = sum(w in language("en").common or w in ("a", "an") for w in words)
        passage = run.group()[1:] if len(words) > _MIN_WORDS else run.group()
        whole_phrase = len(words) >= 3 and function_words and passage[1:].islower()
        if whole_phrase or (strange and (len(strange) + function_words) * 2 >= len(words)):
            yield run.span()
    if not spoken.letters:
        yield from _copied(text, spoken, draft)
        if spoken.code != "en" and spoken.common:
            yield from _english_runs(text, spoken)


def _named(text: str, start: int, end: int) -> bool:
    """Whether a word is named and not said: in quotes, in a list of keywords or commands, part of an identifier."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] and before[-1] in _OPENING and after[:1] and after[0] in _CLOSING:
        return True
    if any(mark in ";、" for mark in before[-1:] + after[:1]):
        return True
    if re.match(r" ?[(（]\S", text[end : end + 3]):  # put in other words beside
        return True
    if re.fullmatch(r"[.:+*=]\w", after) or re.fullmatch(r"\w[.:+*=]", before):
        return True
    return not text[:start].rpartition("\n")[2].strip() and re.match(r"\t|  | \[", text[end:]) is not None


def _english_runs(text: str, spoken: Language) -> Iterator[tuple[int, int]]:
    """Two or more everyday English words in a row, most of which the draft's language does not have."""
    words = list(re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text))
    common = language("en").common | {"a", "i"}
    if not any(_is_everyday(w.group().lower()) and not _is_word_of(w.group(), spoken.code) for w in words):
        return
    at = 0
    while at < len(words):
        end, strange, telling = at, 0, False
        while end < len(words):
            word = words[end].group().lower()
            shared = end > at and _goes_on_behind(words, end, common)  # the "no" of "is no longer available"
            english = word in common or _is_everyday(word) or shared
            if not (english or _goes_on(words[end].group(), spoken.code, telling=telling)):
                break
            if end > at and not re.fullmatch(r"[ ,]+", text[words[end - 1].end() : words[end].start()]):
                break
            if word in spoken.common and word not in common and not shared:
                break  # "tomorrow morning au point relais"
            if not _is_word_of(words[end].group(), spoken.code):
                strange += 1
                telling = telling or _is_everyday(word)
            end += 1
        while at < end and _is_own(words[at].group(), spoken, common):
            at += 1  # "arrive tomorrow morning" in a French text
        if end - at >= 2 and telling and strange * 2 >= end - at:
            yield words[at].start(), words[end - 1].end()
        at = max(end, at + 1)


def _is_own(word: str, spoken: Language, english: frozenset[str] | set[str]) -> bool:
    """Whether a word that begins a run of English may be the draft's own, unlike the "is" of "is no longer available"."""
    return word.lower() in spoken.common or (word.lower() not in english and _is_word_of(word, spoken.code))


@lru_cache(maxsize=20_000)
def _is_word_of(word: str, code: str) -> bool:
    """Whether a dictionary of the language has the word; not known for languages without one."""
    from termbase.languages.dictionaries import is_word

    if word.lower() in language(code).common:
        return True
    if code == "vi":
        return _VIETNAMESE.fullmatch(word.lower()) is not None or not word.isascii()
    return code in _WITH_DICTIONARY and is_word(word.lower(), code)  # which tries it with a capital too


def _goes_on(word: str, code: str, *, telling: bool) -> bool:
    """Whether an English word belongs to a run: any beside one that tells, else one that the draft's language lacks."""
    return word.isascii() and word.islower() and _is_word_of(word, "en") and (telling or not _is_word_of(word, code))


def _goes_on_behind(words: list[re.Match[str]], number: int, common: frozenset[str]) -> bool:
    """Whether English stands on both sides of a word that another language may have too."""
    behind = words[number + 1].group().lower() if number + 1 < len(words) else ""
    return (
        behind != ""
        and words[number].group().isascii()
        and words[number - 1].group().lower() in common
        and (behind in common or _is_everyday(behind))
    )


@cache
def _everyday() -> frozenset[str]:
    """Ordinary English words, which stand in a foreign text only because nobody translated them."""
    return frozenset(files(__package__).joinpath("data/everyday_english.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=20_000)
def _is_everyday(word: str) -> bool:
    return word in _everyday() or language("en").forms(word)[0] in _everyday()


def _copied(text: str, spoken: Language, draft: Draft) -> Iterator[tuple[int, int]]:
    """Runs of three or more words taken over from a source in another Latin-script language."""
    if draft.source is None or not draft.source_lang or primary(draft.source_lang) == spoken.code:
        return
    if language(draft.source_lang).letters:
        return
    theirs = [w.lower() for w in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", draft.source)]
    yield from _left_over(text, spoken, draft)
    triples = set(zip(theirs, theirs[1:], theirs[2:], strict=False))
    ours = list(re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))
    at = 0
    while at + 2 < len(ours):
        end = at
        while end + 2 < len(ours) and tuple(m.group().lower() for m in ours[end : end + 3]) in triples:
            end += 1
        if end > at:
            run = ours[at : end + 2]
            written = [m.group() for m in run]
            if any(w.islower() and w in language(draft.source_lang).common for w in written):
                yield run[0].start(), run[-1].end()
            at = end + 2
        else:
            at += 1
    if spoken.code == "de":  # whose own nouns have capitals: "unser finance team"
        pairs = set(pairwise(theirs))
        for one, two in pairwise(ours):
            both = (one.group(), two.group())
            if both in pairs and not any(w in spoken.common or not _is_word_of(w, "en") for w in both):
                yield one.start(), two.end()


def _left_over(text: str, spoken: Language, draft: Draft) -> Iterator[tuple[int, int]]:
    """Single words of the source that its dictionary has and the draft's language has not."""
    code = primary(draft.source_lang)
    if code not in _WITH_DICTIONARY or spoken.code not in _WITH_DICTIONARY:
        return
    theirs = set(re.findall(r"[^\W\d_]{4,}", draft.source or ""))
    for match in re.finditer(r"[^\W\d_]{4,}", text):
        word = match.group()
        if word not in theirs or _is_word_of(word, spoken.code) or word.lower() in _EVERYWHERE:
            continue
        known_there = _is_word_of(word, code) or any(c in word.lower() for c in language(code).marks)
        if known_there and (word.islower() or code == "de"):  # a capital makes it a name, but in German a noun
            yield match.span()


def _foreign_sentences(text: str, spoken: Language, said: Counter[str]) -> Iterator[tuple[int, int]]:
    """Sentences whose function words are another language's, among languages in Latin letters."""
    if spoken.letters or not spoken.common:
        return
    others = [lang for lang in known() if lang.common and not lang.letters and lang.code != spoken.code]
    others = [lang for lang in others if sum(said[word] for word in said.keys() & lang.common) >= _LEAST_COMMON]
    for start, end in sentences(text, spoken) if others else ():
        words = _WORD.findall(text[start:end].lower().replace("’", "'"))
        if len(words) < _MIN_WORDS:
            continue
        own = sum(w in spoken.common for w in words)
        best = max(sum(w in lang.common for w in words) for lang in others)
        if best >= _LEAST_COMMON and best >= 3 * own + 2 and best * 4 >= len(words):
            yield start, end


CHECK = Check(
    id="untranslated",
    kind="untranslated",
    severity=Severity.ERROR,
    find=find,
    bad=(
        Example(lang="en", text="Please send the 发票 to us.", marked=("发票",)),
        Example(
            lang="ja",
            text="お荷物はtomorrow発送します。",
            marked=("tomorrow",),
            source="It ships tomorrow.",
            source_lang="en",
        ),
        Example(lang="zh", text="您的包裹 has been shipped 请查收。", marked=("has been shipped",)),
        Example(lang="zh", text="请您先open the router，然后等两分钟再试。", marked=("open the router",)),
        Example(lang="ko", text="주문이 already shipped 되었습니다.", marked=("already shipped",)),
        Example(
            lang="es",
            text="Hola. Please wait for the courier at home. Gracias por su paciencia.",
            marked=("Please wait for the courier at home.",),
        ),
        Example(
            lang="fr",
            text="Bonjour. Your parcel has left and will be with you soon. Merci.",
            marked=("Your parcel has left and will be with you soon.",),
        ),
        Example(
            lang="pt",
            text="Olá. Please wait for the courier at home. Obrigado pela paciência.",
            marked=("Please wait for the courier at home.",),
        ),
        Example(lang="fr", text="Please print the label, puis collez-la.", marked=("Please print the label",)),
        Example(lang="fr", text="Il arrive tomorrow morning au point relais.", marked=("tomorrow morning",)),
        Example(
            lang="fr",
            text="Le modèle noir est out of stock.",
            marked=("out of stock",),
            concepts=(
                Concept(terms=(Term(lang="en", text="out of stock"), Term(lang="fr", text="en rupture de stock"))),
            ),
        ),
        Example(lang="ru", text="Нажмите Request a return в кабинете.", marked=("Request a return",)),
        Example(lang="vi", text="Hàng sẽ được gửi bằng delivery express.", marked=("delivery express",)),
        Example(lang="de", text="Ihre 订单 ist unterwegs. Have a nice day!", marked=("订单", "Have a nice day")),
        Example(
            lang="en",
            text="Return it within 30 Tagen.",
            marked=("Tagen",),
            source="Rückgabe innerhalb von 30 Tagen.",
            source_lang="de",
        ),
        Example(lang="ru", text="Ваш заказ shipped вчера.", marked=("shipped",)),
        Example(lang="th", text="สินค้า shipped แล้วค่ะ", marked=("shipped",)),
        Example(
            lang="th",
            text="ได้รับเงินแล้วค่ะ Please allow two days for processing. ขอบคุณค่ะ",
            marked=("Please allow two days for processing",),
        ),
        Example(lang="vi", text="Đơn hàng 已发货 rồi ạ.", marked=("已发货",)),
        Example(lang="ja", text="物流信息はアプリでご確認いただけます。", marked=("物流信息",)),
    ),
    good=(
        Example(lang="en", text="Please tap 【我的订单】 in the app."),
        Example(lang="en", text="The button marked 電源 is the power switch."),
        Example(lang="ja", text="アプリで Wi-Fi をオンにし、OK を押してください。"),
        Example(lang="zh", text="请在 App 里打开 Wi-Fi，型号是 Galaxy S24。"),
        Example(lang="ko", text="앱에서 Wi-Fi를 켜 주세요."),
        Example(lang="es", text="Su pedido sale hoy con Express Delivery Service."),
        Example(lang="fr", text="Le week-end, notre service est fermé."),
        Example(lang="pt", text="Obrigado por entrar em contato. O seu pedido sai hoje do nosso armazém."),
        Example(lang="de", text="Das Update ist online, der Download startet heute."),
        Example(lang="ru", text="Подключите USB к ноутбуку."),
        Example(lang="th", text="กรุณาเปิด Bluetooth ค่ะ"),
        Example(lang="vi", text="Vui lòng bật Wi-Fi trên iPhone."),
    ),
)
