"""What the tests of formats share: reading bytes, writing bytes, the reference folder, and values for properties."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import strategies as st

from termbase import formats
from termbase.formats import Loss, ReadOptions, Row, WriteOptions
from termbase.model import (
    Concept,
    Gender,
    InlineTag,
    PartOfSpeech,
    Position,
    Reason,
    Severity,
    Status,
    Term,
    TermType,
    Unit,
    Variant,
    When,
    implied_status,
)

HERE = Path(__file__).parent
SHARED = HERE.parents[1].parent / "shared"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the reference folder 'shared' is not beside the checkout"
)


def read(name: str, data: bytes | str, **options: object) -> list[Row]:
    """All rows of a file in memory."""
    content = data.encode() if isinstance(data, str) else data
    reader = formats.by_name(name).read
    assert reader is not None
    return list(reader(io.BytesIO(content), ReadOptions(**options)))  # type: ignore[arg-type]


def items(name: str, data: bytes | str, **options: object) -> list[Concept | Unit]:
    """All items of a file in memory."""
    return [row.item for row in read(name, data, **options) if row.item is not None]


def write(name: str, values: Iterable[Concept | Unit], **options: object) -> tuple[bytes, tuple[Loss, ...]]:
    """The bytes a format writes, and its losses."""
    stream = io.BytesIO()
    writer = formats.by_name(name).write
    assert writer is not None
    losses = writer(values, stream, WriteOptions(**options))  # type: ignore[arg-type]
    return stream.getvalue(), losses


NOON = datetime(2025, 3, 1, 12, 0, 5, tzinfo=UTC)

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufffe\uffff")
words = st.text(_LETTERS, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
hostile = st.sampled_from(
    [
        "<b>&amp;",
        "]]>",
        '"quoted"',
        "=1+1",
        "-",
        "@x",
        "'=",
        "a\\nb",
        "\\",
        "%s %d",
        "{name}",
        "x;y",
        "a=b",
        "termbase",
        "&lt;",
    ]
)
texts = st.one_of(words, hostile)
lines = st.lists(texts, min_size=1, max_size=2).map("\n".join)
langs = st.sampled_from(["en", "en-GB", "zh", "zh-Hant", "de", "ja", "th", "pt-BR"])
maybe = st.one_of(st.just(""), texts)
times = st.one_of(st.none(), st.just(NOON))


def _tuple(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def terms(draw: st.DrawFn, *, lang: str | None = None) -> Term:
    """A term with any of its fields set."""
    reason = draw(st.one_of(st.none(), st.sampled_from(Reason)))
    return Term(
        lang=lang or draw(langs),
        text=draw(texts),
        status=implied_status(reason) if reason else draw(st.sampled_from([Status.ADMITTED, Status.DEPRECATED])),
        reason=reason,
        from_lang=draw(st.sampled_from(["", "zh", "de"])),
        when=draw(st.sampled_from(When)),
        replacements=draw(_tuple(texts)),
        pattern=draw(maybe),
        inflected=draw(st.booleans()),
        case_sensitive=draw(st.booleans()),
        position=draw(st.sampled_from(Position)),
        unless=draw(_tuple(texts)),
        severity=draw(st.one_of(st.none(), st.sampled_from(Severity))),
        enabled=draw(st.booleans()),
        bad=draw(_tuple(texts)),
        good=draw(_tuple(texts)),
        part_of_speech=draw(st.one_of(st.none(), st.sampled_from(PartOfSpeech))),
        gender=draw(st.one_of(st.none(), st.sampled_from(Gender))),
        type=draw(st.one_of(st.none(), st.sampled_from(TermType))),
        register=draw(maybe),
        market=draw(maybe),
        note=draw(maybe),
        context=draw(maybe),
        origin=draw(maybe),
        external_id=draw(st.sampled_from(["", "t-1", "7 x"])),
        created_at=draw(times),
        created_by=draw(maybe),
        changed_at=draw(times),
        changed_by=draw(maybe),
    )


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """A concept from elsewhere with terms that are grouped by language."""
    made: list[Term] = []
    for lang in draw(st.lists(langs, min_size=1, max_size=3, unique=True)):
        made.append(Term(lang=lang, text=draw(texts)))
        made += draw(st.lists(terms(lang=lang), max_size=2))
    return Concept(
        origin=draw(words),
        external_id=draw(st.sampled_from(["e1", "order-number", "1", "ü x", "a:b"])),
        subject=draw(maybe),
        product=draw(maybe),
        audience=draw(maybe),
        definitions=draw(st.dictionaries(langs, lines, max_size=2)),
        note=draw(st.one_of(st.just(""), lines)),
        image=draw(st.sampled_from(["", "https://example.org/a.png", "pictures/a b.png"])),
        translate=draw(st.booleans()),
        tags=draw(_tuple(texts)),
        use_instead=draw(st.sampled_from(["", "c-0009"])),
        props=draw(
            st.dictionaries(
                st.sampled_from(["source", "k=v", "note:en", "a.b", "definition.source:de"]), texts, max_size=2
            )
        ),
        terms=tuple(made),
        created_at=draw(times),
        created_by=draw(maybe),
        changed_at=draw(times),
        changed_by=draw(maybe),
    )


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """A unit with inline tags, as a TMX file could hold it."""
    variants = []
    for lang in draw(st.lists(langs, min_size=1, max_size=3, unique=True)):
        text = draw(lines)
        tags = tuple(
            InlineTag(position=place, kind="ph", id=str(number), payload=draw(maybe))
            for number, place in enumerate(sorted(draw(st.lists(st.integers(0, len(text)), max_size=2))))
        )
        variants.append(
            Variant(
                lang=lang,
                text=text,
                tags=tags,
                plural=draw(st.one_of(st.none(), st.integers(0, 5))),
                note=draw(maybe),
                props=draw(st.dictionaries(st.sampled_from(["x", "Att::y"]), texts, max_size=2)),
                created_at=draw(times),
                created_by=draw(maybe),
                use_count=draw(st.integers(0, 9)),
            )
        )
    return Unit(
        key=draw(maybe),
        context=draw(maybe),
        source_lang=draw(st.sampled_from(["", "en", "zh"])),
        previous=draw(maybe),
        next=draw(maybe),
        scenario=draw(maybe),
        stage=draw(maybe),
        subject=draw(maybe),
        product=draw(maybe),
        audience=draw(maybe),
        note=draw(maybe),
        tags=draw(_tuple(texts)),
        props=draw(st.dictionaries(st.sampled_from(["p", "tmx:segtype"]), st.just("sentence"), max_size=2)),
        file=draw(maybe),
        references=draw(_tuple(texts)),
        variants=tuple(variants),
        created_at=draw(times),
        changed_by=draw(maybe),
    )
