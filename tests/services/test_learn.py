"""Learning from corrections: what recurs becomes a rule that its own examples test; everything else is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import TermbaseError, Unreadable, UsageError
from termbase.literals.learning import Correction, recurring
from termbase.matching import Glossary
from termbase.model import Concept, Reason, State, Status, Term, When
from termbase.services.curate import approve_terms
from termbase.services.learn import Lesson, add_lessons, learn, masked, read_corrections
from termbase.store import Store


def pairs(*texts: tuple[str, str], lang: str = "en", **more: str) -> list[Correction]:
    return [Correction(draft=draft, corrected=corrected, lang=lang, **more) for draft, corrected in texts]


def found(corrections: list[Correction], least: int = 2) -> dict[str, tuple[str, ...]]:
    return {one.bad: one.good for one in recurring(corrections, least=least)}


# what recurs


def test_a_replacement_recurs_in_every_form_of_its_words() -> None:
    corrections = pairs(
        ("Please open the router now.", "Please turn on the router now."),
        ("She opened the router yesterday.", "She turned on the router yesterday."),
    )
    assert list(found(corrections)) == ["open"]
    assert found(corrections)["open"][0] in ("turn on", "turned on")
    boxes = [f"You open the {size} box." for size in ("big", "small", "next")]
    assert found(corrections + pairs(*((box, box) for box in boxes))) == {}, "it is as often left standing"


def test_a_word_that_is_put_in_takes_those_beside_it() -> None:
    corrections = pairs(
        ("We will reply you today.", "We will reply to you today."),
        ("I reply you soon about it.", "I reply to you soon about it."),
    )
    assert found(corrections) == {"reply you": ("reply to you",)}


def test_once_is_not_again_and_the_same_macro_twice_is_one_draft() -> None:
    one = ("We noted your cord.", "We noted your cable.")
    assert found(pairs(one)) == {}
    assert found(pairs(one, one)) == {}
    assert found(pairs(one, ("A cord is in the box.", "A cable is in the box."))) == {"cord": ("cable",)}
    assert found(pairs(one, ("A cord is in the box.", "A cable is in the box.")), least=3) == {}


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", ("Order 12 has left.", "Order 13 has left."), ("So order 12 came.", "So order 13 came.")),
        ("en", ("It was for Miller then.", "It was for Smith then."), ("We know Miller well.", "We know Smith well.")),
        ("en", ("I recieve parcels.", "I receive parcels."), ("You recieve it.", "You receive it.")),
        ("en", ("It arrive today.", "It arrives today."), ("The box arrive soon.", "The box arrives soon.")),
        ("en", ("Thanks , bye", "Thanks. Bye"), ("Thanks , all", "Thanks. All")),
        ("fr", ("Il est a coté.", "Il est à côté."), ("Juste a coté de vous.", "Juste à côté de vous.")),
        ("en", ("See the web site now.", "See the website now."), ("Our web site is up.", "Our website is up.")),
    ],
    ids=["number", "name", "spelling", "inflection", "punctuation", "accents", "joined"],
)
def test_what_teaches_nothing(lang: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert found(pairs(first, second, lang=lang)) == {}


@pytest.mark.parametrize(
    ("lang", "first", "second", "bad", "good"),
    [
        ("zh", ("请提供您的命令号码。", "请提供您的订单号码。"), ("命令已发出。", "订单已发出。"), "命令", "订单"),
        (
            "ja",
            ("エクスプレスを送りました。", "宅配便を送りました。"),
            ("このエクスプレスは遅い。", "この宅配便は遅い。"),
            "エクスプレス",
            "宅配便",
        ),
        ("th", ("กรุณาเปิดเราเตอร์", "กรุณาเชื่อมต่อเราเตอร์"), ("ช่วยเปิดเราเตอร์", "ช่วยเชื่อมต่อเราเตอร์"), "เปิด", "เชื่อมต่อ"),
        (
            "de",
            ("Öffnen Sie das Kabel.", "Öffnen Sie die Leitung."),
            ("Ein Kabel fehlt.", "Eine Leitung fehlt."),
            "kabel",
            "leitung",
        ),
    ],
)
def test_scripts(lang: str, first: tuple[str, str], second: tuple[str, str], bad: str, good: str) -> None:
    learned = found(pairs(first, second, lang=lang))
    assert any(bad in one.lower() for one in learned), learned
    assert any(good in one.lower() for texts in learned.values() for one in texts), learned


def test_whole_sentences_are_phrases() -> None:
    corrections = pairs(
        ("Hello. That is not our problem at all.", "Hello. Let me find out who can help."),
        ("Hi. That is not our problem at all. Bye.", "Hi. Let me find out who can help. Bye."),
    )
    (lesson,) = learn(corrections, []).found
    assert (lesson.bad, lesson.reason) == ("That is not our problem at all", Reason.PHRASE)
    assert "sentence" in lesson.why


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), max_size=4),
    st.sampled_from(["en", "zh", "th", "ko"]),
)
def test_any_texts_can_be_learned_from(texts: list[tuple[str, str]], lang: str) -> None:
    for one in recurring(pairs(*texts, *texts, lang=lang)):
        for seen in one.seen:
            start, end = seen.draft_span
            assert texts[seen.number % len(texts)][0][start:end]


# kinds


ORDER = Concept(id="c-0001", terms=(Term(lang="zh", text="订单号"), Term(lang="en", text="order number")))
NUMBERS = pairs(
    ("Please tell me your single number.", "Please tell me your order number."),
    ("Your single number, please.", "Your order number, please."),
    lang="en",
    source="请提供订单号。",
    source_lang="zh",
)


def test_a_source_that_holds_a_term_makes_it_literal_of_that_concept() -> None:
    lessons = learn(NUMBERS, [ORDER])
    (lesson,) = lessons.found
    assert (lesson.bad, lesson.replacements, lesson.reason) == ("single", ("order",), Reason.LITERAL) or lesson.concept
    assert (lesson.concept, lesson.source_lang, lesson.drafts) == ("c-0001", "zh", 2)
    assert "订单号" in lesson.why


def test_an_abbreviation_that_is_spelled_out_is_jargon() -> None:
    corrections = pairs(
        ("We opened an RMA for it.", "We opened a return request for it."),
        ("Your RMA is ready.", "Your return request is ready."),
    )
    assert [(one.bad, one.reason) for one in learn(corrections, []).found] == [("RMA", Reason.JARGON)]


def test_what_the_base_finds_already_is_only_counted() -> None:
    rule = Term(lang="en", text="single number", status=Status.DEPRECATED, reason=Reason.LITERAL)
    lessons = learn(NUMBERS, [Concept(id="c-0001", terms=(*ORDER.terms, rule))])
    assert (lessons.found, lessons.known) == ((), 1)


# storing


def test_one_tick_makes_a_tested_rule(tmp_path: Path) -> None:
    corrections = pairs(
        ("We will reply you today.", "We will reply to you today."),
        ("Dear John Smith, I reply you soon. Mail jo@shop.example.", "Dear John Smith, I reply to you soon."),
    )
    with Store.open(tmp_path / "t.db", create=True) as store:
        lessons = learn(corrections, [])
        add_lessons(store, lessons.found, who="ann")
        (concept,) = store.concepts()
        (term,) = concept.terms
        assert (term.state, term.origin, term.text) == (State.PROPOSED, "learned", "reply you")
        assert not Glossary([concept]).find("We will reply you.", "en"), "nothing counts before it is approved"
        approved = approve_terms(store, concept.id, who="ann")
        glossary = Glossary([approved])
        assert len(term.bad) == len(term.good) == 2
        assert all(glossary.find(text, "en") for text in term.bad)
        assert not any(glossary.find(text, "en") for text in term.good)
        add_lessons(store, lessons.found, who="ann")
        assert store.count_concepts() == 1


def test_a_lesson_of_a_concept_is_added_to_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "t.db", create=True) as store:
        with store.batch("ann", "add") as batch:
            id = batch.add_concept(ORDER).id
        add_lessons(store, learn(NUMBERS, list(store.concepts())).found, who="ann")
        added = store.concept(id).terms[2]
        assert (added.reason, added.from_lang, added.state, added.when) == (
            Reason.LITERAL, "zh", State.PROPOSED, When.ALWAYS,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Mail jo.doe@shop.example or see https://shop.example/x?y=1.",
            "Mail name@example.com or see https://example.com",
        ),
        ("Order 4512 3398 7720 came at 5.", "Order 0000 0000 0000 came at 5."),
        ("Dear Mr. John Smith, hello Mary!", "Dear Mr. Anna, hello Anna!"),
        ("王小明先生，您好", "○○先生，您好"),
        ("田中様、김민수 님", "○○様、○○ 님"),
    ],
)
def test_what_may_be_somebodys_is_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


# reading


def test_lines_tables_and_units_say_the_same(tmp_path: Path) -> None:
    draft, corrected = "Please open the router.", "Please turn on the router."
    item = {"draft": draft, "corrected": corrected, "lang": "en", "source": "请打开路由器。", "source_lang": "zh"}
    (tmp_path / "a.jsonl").write_text(json.dumps(item) + "\n\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text(f"Source,Before,After\n请打开路由器。,{draft},{corrected}\n", encoding="utf-8")
    for name, text in (("b.po", draft), ("c.po", corrected)):
        (tmp_path / name).write_text(
            f'msgid ""\nmsgstr "Language: en\\nX-Source-Language: zh\\n"\n\nmsgid "请打开路由器。"\nmsgstr "{text}"\n',
            encoding="utf-8",
        )
    wanted = [Correction(draft=draft, corrected=corrected, lang="en", source="请打开路由器。", source_lang="zh")]
    assert read_corrections([str(tmp_path / "a.jsonl")]) == (wanted, [])
    read, told = read_corrections([str(tmp_path / "a.csv")])
    assert read == wanted
    assert told == [f"{tmp_path / 'a.csv'}: Before = draft, After = corrected, Source = source."]
    read, told = read_corrections([str(tmp_path / "b.po"), str(tmp_path / "c.po")], source_lang="zh")
    assert read == wanted
    assert told == ["1 units stand in both files."]
    (tmp_path / "d.tsv").write_text(f"{draft}\t{corrected}\n", encoding="utf-8")
    read, told = read_corrections([str(tmp_path / "d.tsv")])
    assert [(one.draft, one.corrected, one.lang) for one in read] == [(draft, corrected, "en")]
    assert "first column = draft" in told[0]


@pytest.mark.parametrize(
    ("name", "content", "kind", "said"),
    [
        ("a.jsonl", '{"draft": "x", "corrected": "y"}\nnonsense\n', Unreadable, "a.jsonl:2: This line is not JSON"),
        ("a.jsonl", '{"draft": "x"}\n', Unreadable, 'a.jsonl:1: "draft" and "corrected"'),
        ("a.jsonl", '{"draft": "x", "corrected": "y", "lang": "nonsense!"}\n', Unreadable, "no language"),
        ("a.csv", "x,y,z\n1,2,3\n", Unreadable, "a.csv:1: Call two of the columns"),
        ("a.po", "", UsageError, "name the corrected file"),
    ],
)
def test_what_cannot_be_read_is_said(
    tmp_path: Path, name: str, content: str, kind: type[TermbaseError], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(kind) as refusal:
        read_corrections([name])
    assert said in str(refusal.value)


def test_a_lesson_that_others_left_standing_is_a_warning() -> None:
    lesson = Lesson(
        lang="en", bad="x", replacements=("y",), reason=Reason.LITERAL, why="", drafts=4, left_standing=1, examples=()
    )
    assert lesson.term().severity == "warning"


def test_a_text_that_repeats_itself_takes_no_longer() -> None:
    text, other = "a big b " * 900, "b big a c " * 700
    assert isinstance(recurring(pairs((text, other), (text + "x", other + "y"))), list)
