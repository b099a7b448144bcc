"""Values for store tests, and everything a store holds as one text to compare."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from termbase.model import (
    Concept,
    Gender,
    InlineTag,
    PartOfSpeech,
    Position,
    Reason,
    Severity,
    State,
    Status,
    Term,
    TermType,
    Unit,
    Variant,
    When,
)
from termbase.store import Store

LONG_AGO = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)

ROUTER = Concept(
    origin="starter/devices",
    external_id="router-1",
    subject="devices",
    product="Home",
    audience="customers",
    definitions={"en": "A box that joins networks.", "zh-CN": "连接网络的设备。"},
    note="Not a switch.",
    image="https://example.org/router.png",
    tags=("hardware", "网络"),
    use_instead="c-0009",
    props={"subjectField": "networks", "empty": ""},
    terms=(
        Term(
            lang="en",
            text="router",
            part_of_speech=PartOfSpeech.NOUN,
            gender=Gender.NEUTER,
            type=TermType.FULL_FORM,
            register="neutral",
            market="GB",
            note="The everyday word.",
            context="Restart the router.",
            origin="glossary.csv",
            external_id="17",
            created_at=LONG_AGO,
            created_by="Zoë",
            changed_at=LONG_AGO,
            changed_by="Zoë",
        ),
        Term(lang="zh-CN", text="路由器"),
        Term(
            lang="en",
            text="path device",
            status=Status.DEPRECATED,
            reason=Reason.LITERAL,
            from_lang="zh",
            when=When.WITH_SOURCE,
            replacements=("router", "{1} router"),
            pattern="path device(s)",
            inflected=False,
            case_sensitive=True,
            position=Position.SENTENCE_START,
            unless=("path device driver",),
            severity=Severity.ERROR,
            enabled=False,
            bad=("The path device is off.",),
            good=("The router is off.",),
            state=State.PROPOSED,
        ),
    ),
)
GREETING = Unit(
    origin="macros.tmx",
    key="greeting",
    context="mail",
    source_lang="en",
    previous="Before.",
    next="After.",
    scenario="order",
    stage="opening",
    subject="orders",
    product="Home",
    audience="customers",
    note="Use in the morning.",
    tags=("friendly",),
    props={"x-client": "ACME"},
    file="macros.tmx",
    references=("macros.tmx:12",),
    created_at=LONG_AGO,
    created_by="Zoë",
    variants=(
        Variant(
            lang="en",
            text="Good morning, {name}!",
            tags=(
                InlineTag(position=0, kind="bpt", id="1", payload="<b>", props={"type": "bold"}),
                InlineTag(position=4, kind="ept", id="1"),
            ),
        ),
        Variant(
            lang="zh-CN",
            text="早上好，{name}！",
            plural=1,
            state=State.REJECTED,
            note="Too stiff.",
            props={"a": "b"},
            created_at=LONG_AGO,
            created_by="Zoë",
            changed_at=LONG_AGO,
            changed_by="李",
            use_count=7,
        ),
    ),
)


def word(text: str, lang: str = "en", **fields: Any) -> Concept:
    """A concept with one term."""
    return Concept(terms=(Term(lang=lang, text=text),), **fields)


def pair(source: str, target: str, **fields: Any) -> Unit:
    """A unit from English into German."""
    return Unit(variants=(Variant(lang="en", text=source), Variant(lang="de", text=target)), **fields)


def everything(store: Store) -> str:
    """All a store holds, every field of it; two stores are the same when these texts are."""
    held = (*store.concepts(), *store.units(), *store.people(), *store.proposals())
    return "\n".join(repr(plain(value)) for value in held)


def plain(value: Any) -> Any:
    """A value as nested lists and dictionaries."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return dict(value) if hasattr(value, "items") else value
