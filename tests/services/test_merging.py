from termbase.model import Concept, InlineTag, Reason, State, Status, Term, Unit, Variant
from termbase.services.merging import merge_concept, merge_unit, propose_terms, propose_variants

STORED = Concept(
    id="c-0001",
    note="ours",
    subject="orders",
    revision=3,
    terms=(
        Term(id="t-0001", lang="en", text="order number", note="said at the counter"),
        Term(id="t-0002", lang="en", text="order no.", status=Status.ADMITTED),
        Term(id="t-0003", lang="en", text="single number", status=Status.DEPRECATED, reason=Reason.LITERAL),
    ),
)


def texts(concept: Concept) -> dict[str, Status]:
    return {term.text: term.status for term in concept.terms}


def test_saying_the_same_again_gives_the_stored_value_itself() -> None:
    again = Concept(terms=(Term(lang="en", text="order number"),))
    assert merge_concept(STORED, again) == STORED


def test_what_the_file_says_wins_and_what_only_the_store_has_stays() -> None:
    merged = merge_concept(
        STORED, Concept(note="theirs", terms=(Term(lang="de", text="Bestellnummer"),)), origin="x.csv"
    )
    assert (merged.note, merged.subject, merged.id, merged.revision) == ("theirs", "orders", "c-0001", 3)
    assert [term.text for term in merged.terms][:3] == ["order number", "order no.", "single number"]
    assert (merged.terms[3].text, merged.terms[3].origin, merged.terms[3].id) == ("Bestellnummer", "x.csv", "")


def test_a_new_preferred_term_makes_the_old_one_step_back() -> None:
    merged = merge_concept(STORED, Concept(terms=(Term(lang="en", text="purchase number"),)))
    assert texts(merged)["purchase number"] is Status.PREFERRED
    assert texts(merged)["order number"] is Status.ADMITTED


def test_a_format_that_carries_no_reason_does_not_remove_one() -> None:
    merged = merge_concept(STORED, Concept(terms=(Term(lang="en", text="single number", status=Status.DEPRECATED),)))
    assert merged == STORED


def test_a_reason_goes_when_the_file_prefers_the_term() -> None:
    merged = merge_concept(STORED, Concept(terms=(Term(lang="en", text="single number"),)))
    assert merged.terms[2].reason is None
    assert merged.terms[2].status is Status.PREFERRED
    assert texts(merged)["order number"] is Status.ADMITTED


def test_a_whole_edition_also_sets_fields_back_to_their_default() -> None:
    incoming = Concept(terms=(Term(lang="en", text="order number"),))
    merged = merge_concept(STORED, incoming, whole=True)
    assert merged.note == ""
    assert merged.terms[0].note == ""
    assert merged.terms[1:] == STORED.terms[1:]


def test_review_adds_only_what_is_missing_and_only_as_proposals() -> None:
    merged = propose_terms(STORED, Concept(note="theirs", terms=(Term(lang="en", text="order id"), STORED.terms[0])))
    assert merged.note == "ours"
    added = merged.terms[3:]
    assert [(term.text, term.state, term.status) for term in added] == [("order id", State.PROPOSED, Status.ADMITTED)]
    assert propose_terms(merged, Concept(terms=(Term(lang="en", text="order id"),))) is merged


UNIT = Unit(
    id="u-0001", variants=(Variant(id="v-0001", lang="en", text="Open"), Variant(id="v-0002", lang="de", text="Auf"))
)


def test_another_wording_replaces_ours_and_brings_its_own_tags() -> None:
    tag = InlineTag(position=0, kind="ph")
    merged = merge_unit(UNIT, Unit(variants=(Variant(lang="de", text="Öffnen", tags=(tag,)),)))
    assert [(v.id, v.lang, v.text, v.tags) for v in merged.variants] == [
        ("v-0001", "en", "Open", ()),
        ("v-0002", "de", "Öffnen", (tag,)),
    ]
    assert merge_unit(merged, Unit(variants=(Variant(lang="de", text="Auf"),))).variants[1].tags == ()


def test_a_rejected_wording_is_never_overwritten_or_brought_back() -> None:
    rejected = Unit(id="u-0001", variants=(Variant(id="v-0001", lang="de", text="Auf", state=State.REJECTED),))
    assert merge_unit(rejected, Unit(variants=(Variant(lang="de", text="Auf"),))) == rejected
    other = merge_unit(rejected, Unit(variants=(Variant(lang="de", text="Öffnen"),)))
    assert [(v.text, v.state) for v in other.variants] == [("Auf", State.REJECTED), ("Öffnen", State.APPROVED)]


def test_plural_forms_are_told_apart() -> None:
    plural = Unit(variants=(Variant(lang="en", text="file", plural=0), Variant(lang="en", text="files", plural=1)))
    merged = merge_unit(plural, Unit(variants=(Variant(lang="en", text="many files", plural=1),)))
    assert [(v.text, v.plural) for v in merged.variants] == [("file", 0), ("many files", 1)]


def test_new_wordings_of_a_unit_can_wait_for_review() -> None:
    merged = propose_variants(UNIT, Unit(variants=(Variant(lang="de", text="Öffnen"),)))
    assert [(v.text, v.state) for v in merged.variants[2:]] == [("Öffnen", State.PROPOSED)]
