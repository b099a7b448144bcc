from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import polib
import pytest

import termbase.ui
from termbase.checks import all_checks, run
from termbase.matching import Glossary
from termbase.model import Draft
from termbase.ui import i18n
from termbase.ui.session import literally

ROOM = Path(termbase.ui.__file__).parent


def spoken() -> set[str]:
    """Every sentence this room says: calls of `say`, `say.many` and `marked`, and titles of examples."""
    found = {example["title"] for example in json.loads((ROOM / "examples.json").read_text("utf-8"))}
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in ("say", "many", "marked"):
                    found.add(str(node.args[0].value))
    return found


def judged() -> set[str]:
    """Every sentence the checks say about their own bad examples."""
    found: set[str] = set()

    def say(message: str) -> str:
        found.add(message)
        return message

    for check in all_checks():
        for example in check.bad:
            glossary = Glossary(list(example.concepts))
            if example.pairs:
                glossary = glossary.with_pairs(example.pairs, source_lang=example.source_lang, lang=example.lang)
            draft = Draft(
                text=example.text,
                lang=example.lang,
                source=example.source,
                source_lang=example.source_lang,
                template=example.template,
            )
            run(draft, glossary, only=[check.id], say=say)
    return found


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_sentence_is_translated(lang: str) -> None:
    catalog = {entry.msgid: entry for entry in polib.pofile(str(i18n.LOCALE / f"{lang}.po"))}
    assert not (spoken() | judged()) - set(catalog)
    for entry in catalog.values():
        forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        for form in forms:
            assert form, entry.msgid
            assert set(re.findall(r"{\w+}", form)) == set(re.findall(r"{\w+}", entry.msgid)), entry.msgid


def test_no_translation_is_for_nothing() -> None:
    known = {
        entry.msgid for entry in polib.pofile(str(i18n.LOCALE / "en.po")) if "checks/" not in str(entry.occurrences)
    }
    assert not known - spoken() - judged()


@pytest.mark.parametrize(
    ("wishes", "lang"),
    [
        (("zh-CN",), "zh_CN"),
        (("zh_cn",), "zh_CN"),
        (("zh-Hans-CN",), "zh_CN"),
        (("en-GB",), "en"),
        ((None, "", "zh"), "zh_CN"),
        (("fr", "zh-TW"), "zh_CN"),
        (("fr",), "en"),
        ((), "en"),
    ],
)
def test_a_wish_is_met_in_any_spelling(wishes: tuple[str | None, ...], lang: str) -> None:
    assert i18n.chosen(*wishes) == lang


def test_a_browsers_header_finds_its_words() -> None:
    assert i18n.interpreter("zh-CN,zh;q=0.9,en;q=0.8")("Copied") == "已复制"
    assert i18n.interpreter("")("Copied") == "Copied"
    assert i18n.interpreter("*")("Copied") == "Copied"


def test_numbers_choose_their_form() -> None:
    assert i18n.words("en").many("{n} concept", "{n} concepts", 1) == "1 concept"
    assert i18n.words("en").many("{n} concept", "{n} concepts", 2) == "2 concepts"
    assert i18n.words("zh_CN").many("{n} concept", "{n} concepts", 2) == "2 个概念"


@pytest.mark.parametrize(
    "text", ["**a**", ":smile:", ":material/home:", "http://a.example", "www.a.example", "a@b.example"]
)
def test_a_users_text_is_no_markdown(text: str) -> None:
    said = literally(text)
    assert text not in said
    assert said.replace("\\", "").replace("\u2060", "") == text
