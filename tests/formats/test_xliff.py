"""XLIFF is read generously: both versions, vendors' ways, inline codes, and nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase import formats
from termbase.errors import Unreadable
from termbase.formats import ReadOptions, Row
from termbase.model import State, Unit

from .helpers import SHARED, needs_shared, read

SAMPLES = sorted((SHARED / "samples" / "xliff").rglob("*.xlf"))
FOUND = {
    "MQ-12-Test01.xlf": 0, "SF-12-Test02.xlf": 90, "TS09-12-Test01.xlf": 1, "segmented.xlf": 2, "valid-toJoin.xlf": 5,
    "altTrans-100.xlf": 1, "valid-withGlossary.xlf": 2, "RB-12-Test02.xlf": 7,
}  # fmt: skip
V1 = """<?xml version="1.0"?>
<x:xliff version="1.2" xmlns:x="urn:oasis:names:tc:xliff:document:1.2">
<x:file original="mail.txt" source-language="en_US" target-language="fr"><x:body>
{body}
</x:body></x:file></x:xliff>"""
V2 = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">
<file id="f">{body}</file></xliff>"""


def units(text: str, **options: object) -> list[Unit]:
    return [row.item for row in read("xliff", text, **options) if isinstance(row.item, Unit)]


@needs_shared
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_read_or_refused_with_a_line(path: Path) -> None:
    assert formats.for_path(path).name == "xliff"
    if path.name == "invalid_xml_entity.xlf":  # a character that no XML file can hold
        with pytest.raises(Unreadable) as refusal:
            rows_of(path)
        assert refusal.value.line == 8
        return
    rows = rows_of(path)
    assert not [row for row in rows if row.invalid]
    if path.name in FOUND:
        assert sum(row.item is not None for row in rows) == FOUND[path.name]


def rows_of(path: Path) -> list[Row]:
    reader = formats.by_name("xliff").read
    assert reader is not None
    with path.open("rb") as stream:
        return list(reader(stream, ReadOptions(origin=path.name)))


def test_codes_are_tags_and_proposals_are_left_out() -> None:
    body = (
        '<x:trans-unit id="1" resname="mail.body"><x:source>Press <x:bpt id="1">&lt;b></x:bpt>OK<x:ept id="1">&lt;/b>'
        "</x:ept>.</x:source><x:seg-source>no</x:seg-source>"
        '<x:target>Appuyez sur <x:g id="1">OK</x:g><x:x id="2"/>.</x:target><x:note>Polite.</x:note>'
        "<x:alt-trans><x:source>no</x:source><x:target>non</x:target></x:alt-trans></x:trans-unit>"
    )
    (unit,) = units(V1.format(body=body))
    source, target = unit.variants
    assert (unit.key, unit.context, unit.file, unit.note) == ("1", "mail.body", "mail.txt", "Polite.")
    assert (source.lang, source.text) == ("en-US", "Press OK.")
    assert [(tag.position, tag.kind, tag.payload) for tag in source.tags] == [(6, "bpt", "<b>"), (8, "ept", "</b>")]
    assert (target.lang, target.text, target.state) == ("fr", "Appuyez sur OK.", State.APPROVED)
    assert [tag.kind for tag in target.tags] == ["g", "/g", "x"]


def test_segments_are_units_and_matches_are_not() -> None:
    body = (
        '<unit id="u"><mtc:matches xmlns:mtc="urn:m"><mtc:match><source>no</source><target>non</target></mtc:match>'
        '</mtc:matches><notes><note id="n">Polite.</note></notes>'
        '<segment id="a" state="initial"><source>One <ph id="1"/>.</source><target>Un.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment id="b"><source>Two.</source><target>Deux<cp hex="001b"/>.</target></segment></unit>'
        '<unit id="v" translate="no"><segment><source>Name</source><target>Nom</target></segment></unit>'
    )
    first, second = units(V2.format(body=body))
    assert [first.key, second.key] == ["u/a", "u/b"]
    assert [variant.text for variant in first.variants] == ["One .", "Un."]
    assert first.variants[1].state is State.PROPOSED
    assert second.variants[1].text == "Deux\ufffd."


@pytest.mark.parametrize(
    "target",
    ["", "<x:target/>", "<x:target> </x:target>", '<x:target state="needs-translation">Hi</x:target>'],
)
def test_what_is_not_translated_is_skipped(target: str) -> None:
    (row,) = read("xliff", V1.format(body=f'<x:trans-unit id="1"><x:source>Hi</x:source>{target}</x:trans-unit>'))
    assert row.skipped == "Not translated."


def test_nothing_comes_from_outside_and_nothing_grows() -> None:
    entity = V1.replace('<?xml version="1.0"?>', "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>")
    with pytest.raises(Unreadable, match="&e;"):
        read("xliff", entity.format(body='<x:trans-unit id="1"><x:source>&e;</x:source></x:trans-unit>'))
    with pytest.raises(Unreadable, match="nested"):
        read("xliff", V1.format(body="<x:group>" * 3000))
    deep = "<x:g>" * 3000 + "a" + "</x:g>" * 3000
    with pytest.raises(Unreadable, match="nested"):
        read("xliff", V1.format(body=f'<x:trans-unit id="1"><x:source>{deep}</x:source></x:trans-unit>'))
    with pytest.raises(Unreadable, match="not <xliff>"):
        read("xliff", "<tmx/>")


def test_a_person_may_say_the_languages() -> None:
    text = V1.replace(' target-language="fr"', "").format(
        body='<x:trans-unit id="1"><x:source>Hi</x:source><x:target>Salut</x:target></x:trans-unit>'
    )
    with pytest.raises(Unreadable, match="target language") as refusal:
        read("xliff", text)
    assert refusal.value.line == 4
    assert units(text, target_lang="fr")[0].variants[1].lang == "fr"
