"""Variables, tags, links and mail addresses that the source has and the draft has not, or has otherwise.

**Why:** a lost variable leaves a hole in every mail made of the template, a changed link leads nowhere.

**Instead:** the source's own, to the letter. In a template, and in the translations of a PO, TMX or XLIFF file, all of them
have to be there. In a reply variables are filled in and links may be left out: there only an address is flagged that is
almost one of the source's. A link may lead to the page in another language (/en/ → /de/).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termbase.checks.check import Check, Example, Hit
from termbase.checks.unfilled_placeholder import lost_names
from termbase.matching import Glossary
from termbase.matching.markup import EMAIL, TAG, URL, VARIABLE, Piece, pieces
from termbase.model import Draft, Severity

_ADDRESSES = (URL, EMAIL)
_ALIKE = 80
"""Score from which an address is another one mistyped."""
_MOST = 20
"""Addresses of the source that one of the draft is compared with."""
_LOCAL = re.compile(r"[a-z]{2}|com|org|net|info|html?|hans|hant|latn|cyrl|index")
_NUMBER = re.compile(
    r"%\d\$[diu]|%n|%\(\w+\)[diu]|\W{0,2}(?:\w*[_.])?(?:n|num|count|number|total|amount)\W{0,2}", re.IGNORECASE
)
"""Keys of variables that hold a number."""
_ONE = re.compile(
    r"\b(?:one|single|ein\w{0,2}|un[ae]?|uno|uma?|один|одн\w{1,3}|một)\b|\d|一|한|하나|หนึ่ง", re.IGNORECASE
)
"""Words for a number, in the form of a text that is for one thing only."""


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """What differs, each piece of the draft beside the one of the source that it stands for."""
    if draft.source is None:
        return
    theirs, ours = pieces(draft.source), pieces(draft.text)
    kinds = (VARIABLE, TAG, URL, EMAIL) if draft.template else _ADDRESSES
    for kind in kinds:
        lost, strange = _unpaired([p for p in theirs if p.kind == kind], [p for p in ours if p.kind == kind])
        if kind in _ADDRESSES:
            yield from _addresses(lost, strange, draft)
        else:
            yield from _codes(lost, strange, draft, Severity.WARNING if kind == TAG else None)
    for name in lost_names(draft.source, draft.text) if draft.template else ():
        yield _missing(Piece(VARIABLE, name.group(), *name.span(), name.group()))


def _unpaired(theirs: list[Piece], ours: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Pieces of the source without one in the draft, and of the draft without one in the source."""
    return _without(theirs, ours), _without(ours, theirs)


def _without(those: list[Piece], others: list[Piece]) -> list[Piece]:
    left = Counter(piece.key for piece in others)
    kept = []
    for piece in those:
        if left[piece.key]:
            left[piece.key] -= 1
        else:
            kept.append(piece)
    return kept


def _codes(lost: list[Piece], strange: list[Piece], draft: Draft, severity: Severity | None) -> Iterator[Hit]:
    if lost and all(_NUMBER.fullmatch(piece.key) for piece in lost) and _ONE.search(draft.text):
        lost = []
    strange, lost = _whole(strange), _whole(lost)
    for number, piece in enumerate(strange):
        if number < len(lost):
            yield _other(lost[number], piece, severity)
        else:
            yield Hit(
                start=piece.start,
                end=piece.end,
                message="The draft has “{text}”, the source has not.",
                values={"text": piece.text},
                confidence=0.9,
                severity=severity,
            )
    for piece in lost[len(strange) :]:
        yield _missing(piece, severity)


def _whole(found: list[Piece]) -> list[Piece]:
    """Without the ends of elements whose beginning is there too: an element is one thing."""
    begun = {piece.key for piece in found}
    return [piece for piece in found if piece.key[:1] != "/" or piece.key[1:] not in begun]


def _addresses(lost: list[Piece], strange: list[Piece], draft: Draft) -> Iterator[Hit]:
    from rapidfuzz import fuzz

    for piece in strange:
        abroad = next(
            (
                one
                for one in lost[:_MOST]
                if _local(one.key) != _local(piece.key) and _host(one.key) == _host(piece.key)
            ),
            None,
        )
        if abroad is not None:
            lost.remove(abroad)
            continue
        near = [(fuzz.ratio(*_compared(one.key, piece.key)), one) for one in lost[:_MOST]]
        score, one = max(near, default=(0.0, None), key=lambda pair: pair[0])
        if one is None or (score < _ALIKE and _host(one.key) != _host(piece.key)):
            continue
        lost.remove(one)
        if score >= _ALIKE:
            yield _other(one, piece, None if draft.template else Severity.WARNING)
    said = draft.text.lower()
    for piece in lost[:_MOST] if draft.template else ():
        if piece.key not in said:  # it may be written without its beginning
            yield _missing(piece, Severity.WARNING)


def _compared(theirs: str, ours: str) -> tuple[str, str]:
    """Two addresses without the place they share."""
    if "@" in theirs and "@" in ours and theirs.rpartition("@")[2] == ours.rpartition("@")[2]:
        return theirs.rpartition("@")[0], ours.rpartition("@")[0]
    return theirs, ours


def _host(key: str) -> str:
    """The place of an address, without what may be another in another language or country."""
    return " ".join(part for part in _parts(key.rpartition("@")[2].partition("/")[0]) if not _LOCAL.fullmatch(part))


def _local(key: str) -> list[str]:
    return [part for part in _parts(key) if _LOCAL.fullmatch(part)]


def _parts(key: str) -> list[str]:
    return re.split(r"[^a-z0-9]+", key)


def _other(theirs: Piece, ours: Piece, severity: Severity | None = None) -> Hit:
    return Hit(
        start=ours.start,
        end=ours.end,
        message="The source says “{source}”, the draft “{text}”.",
        values={"source": theirs.text, "text": ours.text},
        replacements=(theirs.text,),
        confidence=0.95,
        severity=severity,
        source_start=theirs.start,
        source_end=theirs.end,
    )


def _missing(piece: Piece, severity: Severity | None = None) -> Hit:
    return Hit(
        start=0,
        end=0,
        message="The source has “{source}”, the draft has not.",
        values={"source": piece.text},
        confidence=0.9,
        severity=severity,
        source_start=piece.start,
        source_end=piece.end,
    )


def _example(lang: str, text: str, source_lang: str, source: str, *marked: str, template: bool = True) -> Example:
    return Example(lang=lang, text=text, source=source, source_lang=source_lang, marked=marked, template=template)


CHECK = Check(
    id="markup-mismatch",
    kind="markup",
    severity=Severity.ERROR,
    find=find,
    bad=(
        _example("en", "Hello {customer}, welcome.", "zh", "{name}您好，欢迎。", "{customer}"),
        _example("en", "Hello, welcome.", "zh", "{name}您好，欢迎。", ""),
        _example("en", "%d of %s are here.", "de", "%s von %d sind da.", "%d", "%s"),
        _example("en", "Tap <b>Save.", "zh", "点<b>保存</b>。", ""),
        _example("zh", "请在{日期}前回复。", "en", "Please reply by {date}.", "{日期}"),
        _example("ja", "{nama}様、こんにちは。", "en", "Hello {name}.", "{nama}"),
        _example("ko", "안녕하세요.", "en", "Hello %(name)s.", ""),
        _example(
            "es",
            "Consulte https://example.com/hlep.",
            "en",
            "See https://example.com/help.",
            "https://example.com/hlep",
            template=False,
        ),
        _example(
            "fr",
            "Écrivez à suport@shop.example.",
            "en",
            "Write to support@shop.example.",
            "suport@shop.example",
            template=False,
        ),
        _example("pt", "Olá {nome}.", "en", "Hello {name}.", "{nome}"),
        _example("de", "Guten Tag {Name}.", "en", "Hello {name}.", "{Name}"),
        _example("ru", "Здравствуйте, {имя}!", "en", "Hello {name}!", "{имя}"),
        _example("th", "สวัสดีค่ะ", "en", "Hello [Name].", ""),
        _example("vi", "Chào {ten}.", "en", "Hello {name}.", "{ten}"),
    ),
    good=(
        _example("en", "Welcome, { name }.", "zh", "{name}您好，欢迎。"),
        _example("en", "Hello Anna, welcome.", "zh", "{name}您好，欢迎。", template=False),
        _example("en", "%2$s of %1$d are here.", "de", "%d von %s sind da."),
        _example("en", "Tap <B>Save</B>.<br/>", "zh", "点<b>保存</b>。<br>"),
        _example(
            "en",
            "I am happy to help you.",
            "zh",
            "打不开 https://example.com/a ，请回复 anna@example.com",
            template=False,
        ),
        _example("zh", "请在{date}前回复。", "en", "Please reply by {date}."),
        _example("ja", "{name}様、こんにちは。", "en", "Hello {name}."),
        _example("ko", "%(name)s님, 안녕하세요.", "en", "Hello %(name)s."),
        _example("es", "Consulte https://example.com/es/ayuda.", "en", "See https://example.com/en/help."),
        _example("fr", "Écrivez à support@shop.example.", "en", "Write to support@shop.example.", template=False),
        _example("pt", "Olá {name}.", "en", "Hello {name}."),
        _example("de", "Eine Datei wurde gefunden.", "en", "%d file was found."),
        _example("ru", "Здравствуйте, {name}!", "en", "Hello {name}!"),
        _example("th", "สวัสดีค่ะ คุณ[ชื่อ]", "en", "Hello [Name]."),
        _example("vi", "Chào {name}.", "en", "Hello {name}."),
    ),
)
