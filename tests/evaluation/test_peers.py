"""The comparison with other tools counts right, whatever is installed."""

from __future__ import annotations

import gzip
import random
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from peers import Item, Mark, Missing, codespell, of_npm, pofilter, score, termbase, words
from trial import (
    STRANGERS,
    Case,
    Document,
    Pair,
    Row,
    Spelling,
    cases_of_use,
    corpus_rows,
    document_alarms,
    documents,
    missing_term,
    substring,
    unrelated,
    whole_word,
)

from termbase.matching import Glossary


def item(draft: str, *problems: str, **more: Any) -> Item:
    places = [(draft.index(text), draft.index(text) + len(text)) for text in problems]
    return {
        "draft": draft,
        "target_lang": "en",
        "problems": [{"kind": "literal", "start": start, "end": end, "good": []} for start, end in places],
        **more,
    }


def test_a_problem_is_found_where_a_finding_overlaps_it_and_says_little_else() -> None:
    items = [item("Please open the router now.", "open the router"), item("All is well."), item("We hope so.", "hope")]
    got = score(items, [[Mark(7, 11)], [Mark(0, 3), Mark(4, 6)], [Mark(0, 2)]])
    assert got == (2, 1, 2, 2, 1, 1, 2)
    blanket = score(items, [[Mark(0, 27)], [], []])
    assert (blanket.found, blanket.flawed_flagged) == (1, 1)
    long = item("Please open it, " + "and so on " * 9, "open")
    assert score([long], [[Mark(0, 100)]]).found == 0


def test_a_tool_without_places_is_given_all_problems_of_a_draft_it_flags() -> None:
    items = [item("One and two.", "One", "two"), item("Three.", "Three")]
    got = score(items, [[Mark(0, 12)], []], places=False)
    assert (got.problems, got.found, got.flawed, got.flawed_flagged) == (3, 2, 2, 1)


def test_our_own_findings_are_those_at_warning_or_above() -> None:
    sourced = item("访客卡 is here.", source="访客卡", source_lang="zh", glossary=[])
    sourced["glossary"] = [{"source": "访客卡", "target": "guest pass"}]
    assert any(termbase([sourced], glossary=Glossary())[0])
    assert termbase([item("All is well.")], glossary=Glossary()) == [[]]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the program")
def test_a_word_reported_twice_in_a_line_is_marked_twice(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "codespell"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nfor n in 1 2; do echo "$3/1.txt:2: teh ==> the"; done\nexit 65\n')
    program.chmod(0o755)
    found = codespell([item("teh first"), item("fine\nteh order and teh box")], tools=tmp_path)
    assert found == [[], [Mark(5, 8), Mark(19, 22)]]


def test_a_tool_that_is_not_installed_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="npm install alex"):
        of_npm("alex", [], tools=tmp_path)


def test_pofilter_reads_drafts_as_translations(tmp_path: Path) -> None:
    sourced = [
        item("Commande 17 expédiée.", source="Order 15 shipped.", source_lang="en", target_lang="fr"),
        item("Commande expédiée.", source="Order shipped.", source_lang="en", target_lang="fr"),
    ]
    flagged = pofilter(sourced, tools=tmp_path)
    assert [len(marks) > 0 for marks in flagged] == [True, False]


def test_words_of_unspaced_scripts_are_two_characters() -> None:
    assert words([item("one two"), item("退货政策", target_lang="zh")]) == 4


STEMS: Mapping[str, str] = {"Konten": "Konto", "Geräts": "Gerät", "intercambio": "cambio"}


def look_up(word: str) -> list[Any]:
    """As Hunspell reads words: Kundenkonto is put together, intercambio has something before it."""
    if word == "Kundenkonto":
        parts = [SimpleNamespace(text=text, stem=text) for text in ("kunden", "konto")]
        return [SimpleNamespace(parts=parts)]
    prefix = SimpleNamespace(add="inter") if word.startswith("inter") else None
    return [SimpleNamespace(text=word, stem=STEMS.get(word, word), prefix=prefix)]


SPELLING = Spelling(lambda lang: SimpleNamespace(lookuper=SimpleNamespace(good_forms=look_up)))


@pytest.mark.parametrize(
    ("lang", "term", "text", "used"),
    [
        ("de", "Konto", "Alle Konten sind offen.", True),
        ("de", "Konto", "Ihr Kundenkonto ist offen.", True),
        ("de", "Kundenkonto", "Ihr Konto ist offen.", False),
        ("de", "Konto", "Ihr Kontakt ist da.", False),
        ("es", "cambio", "Formato de intercambio", False),
        ("en", "order number", "The order has a number.", True),
        ("en", "order number", "The number of the order.", False),
        ("en", "order number", "The order is here and has this number.", False),
        ("zh", "退货政策", "退货的政策在这里。", True),
        ("zh", "退货政策", "退货和别的政策。", False),
    ],
)
def test_the_oracle_knows_forms_and_compounds(lang: str, term: str, text: str, used: bool) -> None:
    assert SPELLING.uses(text, term, lang) is used


def test_the_checks_are_asked_the_same() -> None:
    case = Case(Pair("account", "Konto"), "Your accounts are open.", "Ihr Kundenkonto ist offen.")
    assert [check(case, "en", "de") for check in (whole_word, substring, missing_term)] == [False, True, True]
    other = Case(Pair("account", "Konto"), "Your account is open.", "Die Tür ist offen.")
    assert [check(other, "en", "de") for check in (whole_word, substring, missing_term)] == [False, False, False]


def test_cases_name_the_term_and_strangers_do_not() -> None:
    pair = Pair("account", "Konto")
    texts = [("Your accounts are open.", "Ihr Kundenkonto ist offen."), ("The door is open.", "Die Tür ist offen.")]
    draw = random.Random(1)
    cases = cases_of_use([pair], texts, ("en", "de"), SPELLING, most=9, each=2, draw=draw)
    assert cases == [Case(pair, *texts[0])]
    assert list(unrelated(cases, texts, "en", draw)) == [Case(pair, "account", "Die Tür ist offen.")] * STRANGERS


def test_documents_take_the_terms_their_translators_keep_to(tmp_path: Path) -> None:
    lines = [("Layer", "图层"), ("Colour", "颜色"), ("Colour", "色彩")]
    lines += [(f"Choose the layer with number {n} here.", f"选择第 {n} 个图层。") for n in range(9)]
    lines += [("Merge the layers of this image now.\\nReally?", "合并图像。")]
    corpus = tmp_path / "pairs.tsv.gz"
    with gzip.open(corpus, "wt", encoding="utf-8") as out:
        out.writelines(f"zh\tpaint 1\tMIT\t{english}\t{other}\n" for english, other in lines)
    rows = corpus_rows(corpus)
    assert rows[-1] == Row("zh", "paint 1", "Merge the layers of this image now.\nReally?", "合并图像。")
    (document,) = documents(rows, "en", SPELLING)
    assert document.pairs == (Pair("layer", "图层"),)
    assert document_alarms(document, "en") == {"whole word": [], "substring": [], "termbase": []}
    assert documents(rows, "zh", SPELLING)[0].pairs == (Pair("图层", "layer"),)
    bare = Document("Merge the layers.", "合并图像。", document.pairs)
    assert document_alarms(bare, "en") == {
        "whole word": [],
        "substring": [("layer", "图层")],
        "termbase": [("layers", "图层")],
    }
