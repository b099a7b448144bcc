"""Language tags are spelled one way, and say which term serves which draft."""

from __future__ import annotations

import pytest

from termbase.errors import UsageError
from termbase.languages import closeness, known, language, normalize_tag, parents, serves


@pytest.mark.parametrize(
    ("given", "spelled"),
    [
        ("zh_CN", "zh-CN"),
        ("zh-hans", "zh-Hans"),
        ("ZH", "zh"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("en-us", "en-US"),
        ("es-419", "es-419"),
        ("pt_BR.UTF-8", "pt-BR"),
        ("sr-latn", "sr-Latn"),
        ("gl", "gl"),
        ("de-x-Shop", "de-x-shop"),
    ],
)
def test_a_tag_is_canonicalised_in_spelling_only(given: str, spelled: str) -> None:
    assert normalize_tag(given) == spelled


@pytest.mark.parametrize("given", ["", "klingon", "xx", "e n", "中文", "en--US", "../etc"])
def test_what_is_no_tag_is_refused_with_a_list_of_what_is(given: str) -> None:
    with pytest.raises(UsageError, match="BCP 47"):
        normalize_tag(given)


@pytest.mark.parametrize(
    ("term", "draft", "expected"),
    [
        ("en", "en-GB", True),
        ("en-GB", "en", True),
        ("en-GB", "en-US", False),
        ("zh-Hans", "zh-CN", True),
        ("zh-Hant", "zh-TW", True),
        ("zh-Hant", "zh-CN", False),
        ("zh", "zh-HK", True),
        ("zh", "ja", False),
    ],
)
def test_a_term_serves_a_draft_of_its_tag_or_below(term: str, draft: str, expected: bool) -> None:
    assert serves(term, draft) is expected


def test_the_closest_tag_comes_first() -> None:
    assert parents("zh-TW") == ("zh-TW", "zh-Hant", "zh")
    assert closeness("es-419", "es-419") < closeness("es", "es-419") < closeness("es-ES", "es-419")


def test_eleven_languages_have_a_file_and_any_other_works_by_default() -> None:
    assert {"zh", "en", "ja", "ko", "es", "fr", "de", "pt", "ru", "th", "vi"} == {lang.code for lang in known()}
    polish = language("pl-PL")
    assert polish.code == "pl"
    assert polish.name == "Polish"
    assert polish.spaced
    assert polish.forms("paczki") == ("paczki",)
