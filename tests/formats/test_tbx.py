"""TBX is valid by the standards' own schemas, and comes back as it went out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from termbase.errors import Unreadable, Unwritable
from termbase.model import Concept, Reason, State, Status, Term, TermType, Unit, When

from .helpers import NOON, SHARED, concepts, items, needs_shared, read, write
from .schematron import violations

POWER = Concept(
    origin="pack/devices",
    external_id="power-on",
    subject="devices",
    definitions={"en": "To start a device."},
    image="https://example.org/on.png",
    tags=("verbs",),
    terms=(
        Term(lang="en", text="turn on", created_at=NOON, created_by="Ann", context="Turn on the router."),
        Term(
            lang="en",
            text="open the router",
            status=Status.DEPRECATED,
            reason=Reason.LITERAL,
            from_lang="zh",
            when=When.WITH_SOURCE,
            replacements=("turn on",),
            bad=("Please open the router.",),
        ),
        Term(lang="zh", text="打开"),
    ),
)


def v2(entry: str, *, head: str = '<martif type="TBX" xml:lang="en">') -> str:
    return f"{head}<text><body>\n<termEntry id='e1'>{entry}</termEntry></body></text></martif>"


def only_concept(data: str | bytes, **options: object) -> Concept:
    concept = items("tbx", data, **options)[0]
    assert isinstance(concept, Concept)
    return concept


@pytest.mark.parametrize("name", ["tbx", "tbx-v2"])
@settings(deadline=None, max_examples=60)
@given(some=st.lists(concepts(), min_size=1, max_size=3))
def test_a_round_trip_keeps_concepts(name: str, some: list[Concept]) -> None:
    some = [replace(one, external_id=f"{one.external_id}{number}") for number, one in enumerate(some)]
    data, losses = write(name, some, store_id="mine")
    assert losses == ()
    assert items(name, data, store_id="mine") == some
    assert write(name, some, store_id="mine")[0] == data
    if SHARED.is_dir():
        valid(name, data)


def valid(name: str, data: bytes) -> None:
    document = etree.fromstring(data)
    if name == "tbx":
        grammar = etree.RelaxNG(etree.parse(str(SHARED / "schemas/tbx-v3/TBXcoreStructV03.rng")))
        assert grammar.validate(document), grammar.error_log
        assert violations(SHARED / "schemas/tbx-v3/TBX-Basic/TBX-Basic_DCA.sch", document) == []
        return
    schema = etree.XMLSchema(etree.fromstring(_self_contained()))
    assert schema.validate(document), schema.error_log


def _self_contained() -> bytes:
    """The v2 schema, with the path to xml.xsd that its own folder does not hold."""
    text = (SHARED / "schemas/tbx-v2/tbx.xsd").read_bytes()
    return text.replace(b'"xml.xsd"', f'"{SHARED}/schemas/tmx/xml.xsd"'.encode())


@needs_shared
@pytest.mark.parametrize("name", ["tbx", "tbx-v2"])
def test_the_written_form_is_valid_by_the_schemas(name: str) -> None:
    made_here = Concept(id="c-0002", use_instead="c-0001", terms=(Term(lang="en", text="x"), Term(lang="fr", text="y")))
    valid(name, write(name, [replace(POWER, id="c-0001"), made_here], source_lang="en", now=NOON)[0])


@needs_shared
def test_the_schematron_helper_sees_what_is_wrong() -> None:
    folder = SHARED / "samples/tbx/v3-ltac"
    rules = SHARED / "schemas/tbx-v3/TBX-Basic/TBX-Basic_DCA.sch"
    good = etree.parse(str(folder / "TBX-Basic_Example_Astronomy_DCA_VALID.tbx")).getroot()
    bad = etree.parse(str(folder / "basic_bad.tbx")).getroot()
    assert violations(rules, good) == []
    assert any("partOfSpeech" in message for message in violations(rules, bad))


def test_our_own_fields_stand_in_a_note_of_plain_lines() -> None:
    data, _ = write("tbx", [POWER])
    assert "<note>termbase\nreason=literal\nfrom=zh\nwhen=with-source\nreplacements=turn on\nbad=" in data.decode()


def test_a_store_reads_its_own_concepts_under_their_ids_and_another_under_the_stores() -> None:
    made = Concept(id="c-0007", terms=(Term(lang="en", text="x"),))
    data, _ = write("tbx", [made], store_id="mine")
    assert only_concept(data, store_id="mine") == made
    other = only_concept(data, store_id="other")
    assert (other.id, other.origin, other.external_id) == ("", "mine", "c-0007")


def test_only_approved_terms_in_the_chosen_languages_are_written() -> None:
    concept = Concept(
        external_id="a",
        terms=(
            Term(lang="en", text="a"),
            Term(lang="de", text="b"),
            Term(lang="zh", text="c"),
            Term(lang="zh", text="d", status=Status.ADMITTED, state=State.QUARANTINED),
        ),
    )
    data, losses = write("tbx", [concept, Unit(key="u")], source_lang="en", langs=("zh",))
    assert [term.text for term in only_concept(data).terms] == ["a", "c"]
    assert [loss.field for loss in losses] == ["term (quarantined)", "unit"]
    with pytest.raises(Unwritable, match="no approved term"):
        write("tbx", [])


def test_ids_that_are_no_xml_ids_or_not_unique_are_made_so_and_come_back() -> None:
    some = [
        Concept(origin=origin, external_id="7 a", terms=(Term(lang="en", text="x"),)) for origin in ("pack/a", "pack/b")
    ]
    data, _ = write("tbx", some, store_id="s")
    assert b'id="id-7-a"' in data
    assert b'id="id-7-a-2"' in data
    assert items("tbx", data, store_id="s") == some


def test_ids_of_real_files_need_not_be_unique() -> None:
    entry = "<termEntry id='x'><langSet xml:lang='en'><tig><term>{}</term></tig></langSet></termEntry>"
    rows = read("tbx", f"<martif><text><body>{entry.format('a')}{entry.format('b')}</body></text></martif>")
    assert [row.item.external_id for row in rows if isinstance(row.item, Concept)] == ["x", "x#2"]
    assert rows[1].dropped == ("id that another concept of this file has",)


def test_both_styles_of_version_3_say_the_same() -> None:
    dca = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><descrip type="subjectField">net</descrip><langSec xml:lang="en">
<descripGrp><descrip type="definition">A box.</descrip><admin type="source">Book</admin></descripGrp><termSec>
<term>router</term><termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<transacGrp><transac type="transactionType">origination</transac><date>2025-03-01</date>
<transacNote type="responsibility">Ann</transacNote></transacGrp></termSec></langSec></conceptEntry></body>
</text></tbx>"""
    dct = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>net</min:subjectField><langSec xml:lang="en">
<descripGrp><basic:definition>A box.</basic:definition><basic:source>Book</basic:source></descripGrp><termSec>
<term>router</term><min:partOfSpeech>noun</min:partOfSpeech>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<transacGrp><basic:transactionType>origination</basic:transactionType><date>2025-03-01</date>
<basic:responsibility>Ann</basic:responsibility></transacGrp></termSec></langSec></conceptEntry></body></text></tbx>"""
    concept = only_concept(dca)
    assert concept == only_concept(dct)
    assert (concept.subject, concept.definitions["en"], concept.props["definition.source:en"]) == (
        "net",
        "A box.",
        "Book",
    )
    assert concept.terms[0].created_by == "Ann"


def test_tig_and_ntig_say_the_same() -> None:
    note = '<termNote type="termType">acronym</termNote>'
    tig = f"<langSet xml:lang='en'><tig id='t'><term>SKU</term>{note}<note>n</note></tig></langSet>"
    ntig = (
        f"<langSet xml:lang='en'><ntig id='t'><termGrp><term>SKU</term>{note}</termGrp><note>n</note></ntig></langSet>"
    )
    concept = only_concept(v2(tig))
    assert concept == only_concept(v2(ntig))
    assert concept.terms == (Term(lang="en", text="SKU", type=TermType.ACRONYM, note="n", external_id="t"),)


@pytest.mark.parametrize(
    ("category", "value", "status", "state"),
    [
        ("administrativeStatus", "deprecatedTerm-admn-sts", Status.DEPRECATED, State.APPROVED),
        ("usageStatus", "preferred", Status.PREFERRED, State.APPROVED),
        ("administrativeStatus", "notRecommended", Status.DEPRECATED, State.APPROVED),
        ("administrativeStatus", "forbidden", Status.DEPRECATED, State.APPROVED),
        ("administrativeStatus", "Obsolete", Status.SUPERSEDED, State.APPROVED),
        ("administrativeStatus", "superseded", Status.SUPERSEDED, State.APPROVED),
        ("administrativeStatus", "Draft", Status.PREFERRED, State.PROPOSED),
        ("administrativeStatus", "proposed", Status.PREFERRED, State.PROPOSED),
        ("processStatus", "unprocessed", Status.PREFERRED, State.PROPOSED),
    ],
)
def test_the_many_words_for_a_status(category: str, value: str, status: Status, state: State) -> None:
    text = v2(
        f"<langSet xml:lang='en'><tig><term>x</term><termNote type='{category}'>{value}</termNote></tig></langSet>"
    )
    term = only_concept(text).terms[0]
    assert (term.status, term.state) == (status, state)


def test_terms_without_a_status_are_one_preferred_and_others_admitted() -> None:
    concept = only_concept(v2("<langSet xml:lang='en'><tig><term>a</term></tig><tig><term>b</term></tig></langSet>"))
    assert [term.status for term in concept.terms] == [Status.PREFERRED, Status.ADMITTED]


def test_what_is_not_kept_is_named() -> None:
    text = v2(
        "<descrip type='riskLevel'>high</descrip><langSet xml:lang='en'><tig><term>a</term>"
        "<termNote type='grammaticalNumber'>singular</termNote><termNote type='termType'>synonym</termNote>"
        "<termNote type='partOfSpeech'>nominal</termNote></tig><tig><term> </term></tig></langSet>"
        "<langSet xml:lang='Deutsch!'><tig><term>b</term></tig></langSet>"
    )
    row = read("tbx", text)[0]
    assert row.line == 2
    assert row.dropped == (
        "grammaticalNumber of a term",
        "termType 'synonym'",
        "partOfSpeech 'nominal'",
        "empty term in en",
        "1 terms of language 'Deutsch!', which is no language tag",
    )
    assert isinstance(row.item, Concept)
    assert row.item.props == {"riskLevel": "high"}


def test_creation_is_origination_and_dates_of_old_tools_are_read() -> None:
    text = v2(
        "<langSet xml:lang='en'><tig><term>a</term><transacGrp><transac type='transactionType'>creation</transac>"
        "<transacNote type='responsibility'>CD</transacNote><date>20250301T12:00:05Z</date></transacGrp>"
        "</tig></langSet>"
    )
    term = only_concept(text).terms[0]
    assert (term.created_at, term.created_by) == (NOON, "CD")


def test_indentation_of_pretty_printing_is_no_part_of_a_text() -> None:
    text = v2(
        "<descrip type='definition'>A box\n      that routes.</descrip>"
        "<langSet xml:lang='en'><tig><term>\n  a\n b</term></tig></langSet>"
    )
    concept = only_concept(text)
    assert concept.definitions == {"en": "A box that routes."}
    assert concept.terms[0].text == "a b"


def test_an_empty_concept_is_skipped_and_another_kind_of_xml_refused() -> None:
    assert read("tbx", v2(""))[0].skipped
    with pytest.raises(Unreadable, match="root is <html>"):
        read("tbx", "<html/>")
