from __future__ import annotations

import random
from pathlib import Path

import pytest

from termbase.languages import language
from termbase.matching.similarity import compare, fold
from termbase.model import Draft, State, Unit, Variant
from termbase.services.checking import Checker
from termbase.services.curate import approve_unit, reject_unit, save_unit
from termbase.services.remember import concordance, lookup
from termbase.store import Store


def remember(store: Store, *texts: tuple[str, str], langs: tuple[str, str] = ("en", "de")) -> None:
    with store.batch("ann", "add") as batch:
        batch.add_units(
            Unit(variants=(Variant(lang=langs[0], text=one), Variant(lang=langs[1], text=other)))
            for one, other in texts
        )


def test_the_identical_text_comes_first_and_only_it_has_100(store: Store) -> None:
    remember(store, ("Open the app", "Öffnen Sie die App"), ("Open the app.", "x"), ("open the APP", "y"))
    found = lookup(store, "Open the app", from_lang="en", to_lang="de")
    assert [(match.source.text, match.score) for match in found] == [
        ("Open the app", 100),
        ("open the APP", 99),
        ("Open the app.", 92),
    ]
    assert found[0].target.text == "Öffnen Sie die App"
    assert (found[0].dangers, found[0].differences) == ((), ())


@pytest.mark.parametrize(
    ("lang", "asked", "found", "danger", "difference"),
    [
        ("en", "Do not unplug the device", "Do unplug the device", "negation", "+ not"),
        ("en", "You can't unplug the device", "You can unplug the device", "negation", "can → can't"),
        ("en", "Your order 1234567 was sent", "Your order 1234568 was sent", "number", "1234568 → 1234567"),
        (
            "en",
            "Dear {customer_name}, hello",
            "Dear {agent_name}, hello",
            "placeholder",
            "{agent_name} → {customer_name}",
        ),
        ("en", "%s files were deleted", "%d files were deleted", "placeholder", "%d → %s"),
        ("zh", "请在24小时内重启路由器", "请在48小时内重启路由器", "number", "48 → 24"),
        ("zh", "请不要重启您的路由器", "请重启您的路由器", "negation", "+ 不要"),
        ("ja", "この機能は現在使用できません", "この機能は現在使用できます", "negation", "す → せん"),
        ("ko", "전원을 끄지 마세요 지금은", "전원을 끄세요 지금은", "negation", "끄세요 → 끄지 마세요"),
        ("ru", "Не отключайте устройство", "Отключайте устройство", "negation", "Отключайте → Не отключайте"),
        ("th", "เครื่องของท่านไม่เปิดในขณะนี้", "เครื่องของท่านเปิดในขณะนี้", "negation", "+ ไม่"),
        ("vi", "Vui lòng không tắt thiết bị", "Vui lòng tắt thiết bị", "negation", "+ không"),
        ("fr", "N'éteignez pas l'appareil maintenant", "N'éteignez l'appareil maintenant", "negation", "+ pas"),
        ("de", "Schalten Sie das Gerät nicht aus", "Schalten Sie das Gerät aus", "negation", "+ nicht"),
        ("es", "No apague el dispositivo ahora", "Apague el dispositivo ahora", "negation", "Apague → No apague"),
    ],
)
def test_a_difference_that_changes_the_meaning_is_named_and_caps_the_score(
    lang: str, asked: str, found: str, danger: str, difference: str
) -> None:
    close = compare(asked, found, language(lang))
    assert close.dangers == (danger,)
    assert close.score <= 85
    assert difference in close.differences


def test_harmless_differences_are_no_danger() -> None:
    close = compare("Please open the app now", "Please open the app", language("en"))
    assert (close.dangers, close.differences) == ((), ("+ now",))
    assert compare("A  b", "A b", language("en")).differences == ("blanks only",)
    assert compare("请重启 WiFi 设备吧", "请重启 WiFi 设备", language("zh")).differences == ("+ 吧",)


def test_both_languages_must_be_there_and_approved(store: Store) -> None:
    remember(store, ("Open the app", "Öffnen Sie die App"))
    reject_unit(store, "u-0001", "de", who="ann")
    assert store.unit("u-0001").variants[1].state is State.REJECTED
    assert lookup(store, "Open the app", from_lang="en", to_lang="de") == []
    approve_unit(store, "u-0001", "de", who="ann")
    assert len(lookup(store, "Open the app", from_lang="en", to_lang="de")) == 1
    assert lookup(store, "Open the app", from_lang="en", to_lang="fr") == []


def test_regions_serve_each_other_and_the_closest_tag_wins(store: Store) -> None:
    remember(store, ("Open the app", "打开应用"), langs=("en-GB", "zh-CN"))
    unit = Unit(variants=(Variant(lang="en", text="Open the app"), Variant(lang="zh-Hans", text="打开程序")))
    save_unit(store, unit, who="ann")
    found = lookup(store, "Open the app", from_lang="en", to_lang="zh-Hans")
    assert [match.target.text for match in found] == ["打开程序", "打开应用"]


def test_the_same_pair_is_offered_once(store: Store) -> None:
    remember(store, *[("Open the app", "Öffnen")] * 3, ("Open the app", "Starten"))
    found = lookup(store, "Open the app", from_lang="en", to_lang="de")
    assert sorted(match.target.text for match in found) == ["Starten", "Öffnen"]


def test_many_units_without_the_other_language_hide_nothing(store: Store) -> None:
    remember(store, *(("Open the app", "Ouvrir") for _ in range(60)), langs=("en", "fr"))
    remember(store, ("Open this app", "Öffnen"))
    assert [match.target.text for match in lookup(store, "Open the app", from_lang="en", to_lang="de", limit=1)] == [
        "Öffnen"
    ]


def test_nothing_is_lost_against_brute_force(store: Store) -> None:
    chance = random.Random(7)
    words = "open close the a your app router parcel now later please not 12 24 order".split()
    texts = sorted({" ".join(chance.choices(words, k=chance.randint(1, 9))) for _ in range(400)})
    remember(store, *((text, f"T{number}") for number, text in enumerate(texts)))
    for _ in range(30):
        asked = " ".join(chance.choices(words, k=chance.randint(2, 8)))
        scores = sorted((compare(asked, text, language("en")).score for text in texts), reverse=True)
        expected = [score for score in scores if score >= 60][:5]
        found = lookup(store, asked, from_lang="en", to_lang="de", floor=60)
        assert [match.score for match in found] == expected


def test_empty_and_odd_questions_find_nothing(store: Store) -> None:
    assert lookup(store, "  ", from_lang="en", to_lang="de") == []
    assert lookup(store, "Open", from_lang="en", to_lang="de", limit=0) == []
    assert fold("Ｏｐｅｎ\u3000 ＡＰＰ") == "open app"


def test_concordance_finds_words_in_any_language(store: Store) -> None:
    remember(store, ("Open the app", "Öffnen Sie die App"), ("Close", "Schließen"))
    assert [unit.id for unit in concordance(store, "the app")] == ["u-0001"]
    assert [unit.id for unit in concordance(store, "app", lang="de")] == ["u-0001"]
    assert concordance(store, "Schließ", lang="en") == []


def test_a_rejected_wording_is_found_until_it_is_approved_again(tmp_path: Path) -> None:
    where = tmp_path / "t.db"
    unit = Unit(
        source_lang="zh",
        variants=(Variant(lang="zh", text="您的快递已经发出。"), Variant(lang="en", text="Your express is issued.")),
    )
    with Store.open(where, create=True) as store:
        with store.batch("ann", "add") as batch:
            id = batch.add_unit(unit).id
        checker = Checker(str(where))
        draft = Draft(text="Hello! Your express is issued.", lang="en-GB")
        assert checker.check(draft) == []
        reject_unit(store, id, "en", who="ann")
        found = checker.check(draft)
        assert [(one.check, one.text) for one in found] == [("rejected-translation", "Your express is issued.")]
        approve_unit(store, id, "en", who="ann")
        assert checker.check(draft) == []
