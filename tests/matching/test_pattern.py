"""The notation of terms: what it finds, what it captures, what it refuses."""

from __future__ import annotations

import pytest

from termbase.errors import Invalid
from termbase.matching import Glossary, check_pattern
from termbase.matching.pattern import captured, plain
from termbase.model import Concept, Term


def hits(pattern: str, text: str, lang: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    made = Glossary([Concept(terms=(Term(lang=lang, text="rule", pattern=pattern),))])
    return [(o.text, o.captures) for o in made.find(text, lang)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("take (a|the) record", "I took a record, took the record, take record", ["took a record", "took the record"]),
        ("take [a] record", "take record", ["take record"]),
        ("reply ~ asap", "we reply to you all asap", ["reply to you all asap"]),
        ("reply ~ asap", "we reply one two three four asap", []),
        ("reply ~ asap", "we reply. Then asap", []),
        ("=reply you", "reply you, replied you", ["reply you"]),
        ("within <number> days", "within 3 days or within x days", ["within 3 days"]),
        ("give <word> a reply", "give them a reply", ["give them a reply"]),
        ("(that is|that's) not my (job|problem)", "That's not my problem", ["That's not my problem"]),
        (r"\[sic\]", "so [sic] so", ["sic"]),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, expected: list[str]) -> None:
    assert [found for found, _ in hits(pattern, text)] == expected


def test_unspaced_languages_use_the_same_notation() -> None:
    assert hits("(我们|我)尽快~回复", "我们尽快给您回复", "zh") == [("我们尽快给您回复", ("给您",))]
    assert hits("<number>天内", "请在 3 天内、三天内付款", "zh") == [("3 天内", ("3",)), ("三天内", ("三",))]


def test_a_plain_term_and_a_pattern_that_begin_alike_do_not_mix() -> None:
    choice = Term(lang="en", text="x", pattern="(single|bill) number")
    made = Glossary([Concept(terms=(choice, Term(lang="en", text="bill book")))])
    assert [o.text for o in made.find("a single number, a bill book, a single book", "en")] == [
        "single number",
        "bill book",
    ]


def test_captures_fill_replacements_in_order() -> None:
    (hit,) = hits("give <word> a reply within <number> days", "give them a reply within 3 days")
    assert captured("reply to {1} within {2} days ({name})", hit[1]) == "reply to them within 3 days ({name})"


@pytest.mark.parametrize("text", ["ouvrir l'option", "ouvrir l’option"])
def test_a_captured_article_keeps_its_apostrophe(text: str) -> None:
    (hit,) = hits("ouvrir <word> =option", text, "fr")
    assert captured("activer {1} option", hit[1]) == text.replace("ouvrir", "activer")


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("take (a|the record", "never closed"),
        ("take a) record", "closes nothing"),
        ("a|b", "outside brackets"),
        ("~ soon", "begins or ends with a gap"),
        ("reply <verb>", "unknown"),
        ("[a] [b]", "without a single word"),
        ("end\\", "backslash"),
        ("(the )?router", "regular expressions"),
        ("x" + "(a|b|c)" * 8, "more than 1000"),
        ("ไม่" + "(ก|ข|ค)" * 8, "more than 1000"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused_with_a_reason(pattern: str, complaint: str) -> None:
    with pytest.raises(Invalid, match=complaint):
        check_pattern(pattern)


@pytest.mark.parametrize(("lang", "word"), [("vi", "đợi"), ("ko", "기다려"), ("ru", "ждать")])
def test_words_divided_by_blanks_may_branch_as_often_as_one_likes(lang: str, word: str) -> None:
    pattern = word + " (a|b|c)" * 8
    check_pattern(pattern)
    assert hits(pattern, f"{word} a b c a b c a b", lang)


def test_plain_text_stands_for_itself() -> None:
    assert hits(plain("a (b) ~ c|d"), "a (b) ~ c|d") == []  # signs between words are no words
    assert hits(plain("50% off"), "now 50% off") == [("50% off", ())]


def test_a_hostile_pattern_and_text_take_linear_time() -> None:
    text = "a " * 50_000
    assert len(hits("a ~ a ~ a ~ b", text)) == 0
