"""Terms are found in every form, never in half a word, and the longest wins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.languages import known
from termbase.matching import Glossary, Occurrence
from termbase.model import Concept, Reason, State, Status, Term


def glossary(*terms: Term) -> Glossary:
    return Glossary([Concept(external_id=str(n), terms=(term,)) for n, term in enumerate(terms)])


def found(text: str, lang: str, *terms: str, **fields: object) -> list[str]:
    made = glossary(*(Term(lang=lang, text=t, **fields) for t in terms))  # type: ignore[arg-type]
    return [o.text for o in made.find(text, lang)]


@pytest.mark.parametrize(
    ("lang", "term", "text", "marked"),
    [
        ("en", "take record", "She took records.", ["took records"]),
        ("en", "router", "the router's light", ["router"]),
        ("en", "sign up", "You sign. Up there.", []),
        ("en", "power cycle", "Please power-cycle it.", ["power-cycle"]),
        ("en", "don't worry", "Don’t worry!", ["Don’t worry"]),
        ("en", "can", "We can't.", []),
        ("en", "mp", "an mp3 file", []),
        ("en", "A4", "on A4 paper", ["A4"]),
        ("en", "C++", "a C++ guide", ["C++"]),
        ("de", "Bestellnummer", "Ihre Bestellnummern", ["Bestellnummern"]),
        ("fr", "adresse de livraison", "l'adresse de livraison", ["adresse de livraison"]),
        ("fr", "carte d'accès", "les cartes d’accès", ["cartes d’accès"]),
        ("es", "devolución", "Las devoluciones.", ["devoluciones"]),
        ("ru", "электронная почта", "по электронной почте", ["электронной почте"]),
        ("ru", "счёт", "номер счета", ["счета"]),
        ("ko", "환불", "환불은 내일, 환불하겠습니다.", ["환불", "환불"]),
        ("ko", "3일", "3일이 걸립니다", ["3일"]),
        ("ja", "データ", "データベースのデータ", ["データ"]),
        ("ja", "送料", "送料無料", ["送料"]),
        ("zh", "订单号", "您的訂單號是", ["訂單號"]),
        ("zh", "打开WiFi", "请打开 WiFi 开关", ["打开 WiFi"]),
        ("zh", "ai", "Taiwan 的 AI", ["AI"]),
        ("th", "เงิน", "คืนเงินแล้ว", ["เงิน"]),
        ("th", "กา", "กาแฟ การ", ["กา", "กา"]),
        ("th", "รา", "ราคา", ["รา"]),
        ("th", "แก", "แก้", []),
        ("vi", "đơn hàng", "Đơn hàng của bạn", ["Đơn hàng"]),
        ("fr", "ONT", "Il a eu deux ONT et des ONTs.", ["ONT", "ONTs"]),
        ("pl", "paczka", "Paczka czeka, paczki nie.", ["Paczka"]),
    ],
)
def test_a_term_is_found_as_its_language_writes_it(lang: str, term: str, text: str, marked: list[str]) -> None:
    assert found(text, lang, term) == marked


def test_the_longest_term_wins_and_equal_ones_stay() -> None:
    assert found("Pay on delivery today", "en", "delivery", "pay on delivery") == ["Pay on delivery"]
    assert found("京都と東京都", "ja", "京都", "東京都") == ["京都", "東京都"]
    assert found("the parcel", "en", "parcel", "parcel") == ["parcel", "parcel"]


def test_a_longer_pattern_that_fails_hides_no_shorter_term() -> None:
    assert found("new york style", "en", "new york", "new york stylebook") == ["new york"]


def test_a_term_that_does_not_count_silences_nothing() -> None:
    made = glossary(Term(lang="en", text="order form"), Term(lang="en", text="order form number"))
    kept = made.find("the order form number", "en", keep=lambda o: o.term.text != "order form number")
    assert [o.text for o in kept] == ["order form"]


def test_only_live_terms_are_found() -> None:
    assert found("one two", "en", "one", state=State.PROPOSED) == []
    assert found("one two", "en", "one", enabled=False) == []


def test_exceptions_and_case_are_obeyed() -> None:
    rule = {"unless": ("open the router (settings|page)",)}
    assert found("Open the router. Open the router settings.", "en", "open the router", **rule) == ["Open the router"]
    assert found("Nat uses NAT", "en", "NAT", case_sensitive=True) == ["NAT"]
    assert found("本单走LCL运输", "zh", "LCL", case_sensitive=True) == ["LCL"]
    assert found("Das nass gewordene NAS", "de", "NAS", case_sensitive=True) == ["NAS"]


def test_a_call_s_own_pairs_override_concepts_that_share_their_source() -> None:
    base = Glossary([Concept(terms=(Term(lang="zh", text="会员日"), Term(lang="en", text="club day")))])
    mixed = base.with_pairs([("会员日", "Member Day"), ("会员日", "Members' Day")], source_lang="zh", lang="en")
    assert [o.term.text for o in mixed.find("Our Member Day, the club day", "en")][:1] == ["Member Day"]
    (occurrence,) = mixed.find("会员日", "zh")
    assert [t.status for t in occurrence.concept.terms if t.lang == "en"] == [Status.PREFERRED, Status.ADMITTED]


def test_text_in_decomposed_or_full_width_form_keeps_its_positions() -> None:
    text = "une re\u0301duction de \uff11\uff12 \uff25\uff35\uff32"
    (occurrence,) = glossary(Term(lang="fr", text="réduction")).find(text, "fr")
    assert text[occurrence.start : occurrence.end] == occurrence.text == "re\u0301duction"
    assert found("ﾃﾞｰﾀを送信", "ja", "データ") == ["ﾃﾞｰﾀ"]
    assert found("soft\u00adware update", "en", "software") == ["soft\u00adware"]


ALPHABET = st.sampled_from("abc ABC'’-.,!1 29\n打开路由器訂單ー데이터를データﾃﾞé\u0301ßё\u00ad\u2060ไทย้ำ😀𠀀")
TEXT = st.text(ALPHABET, max_size=60)
WORD = st.text(ALPHABET, min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(text=TEXT, words=st.lists(WORD, max_size=5), lang=st.sampled_from([lang.code for lang in known()] + ["pl"]))
def test_spans_always_slice_the_caller_s_text_and_none_lies_inside_another(
    text: str, words: list[str], lang: str
) -> None:
    made = glossary(*(Term(lang=lang, text=w, reason=Reason.OTHER) for w in words if w.strip()))
    hits: list[Occurrence] = made.find(text, lang)
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.text
        assert not any(
            other.start <= hit.start and hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end)
            for other in hits
        )


@settings(max_examples=100, deadline=None)
@given(before=TEXT, after=TEXT)
def test_a_chinese_term_is_found_wherever_it_stands(before: str, after: str) -> None:
    text = before + "退款" + after
    assert any(o.text.startswith("退款") for o in glossary(Term(lang="zh", text="退款")).find(text, "zh"))


@settings(max_examples=100, deadline=None)
@given(parts=st.lists(st.sampled_from(["parcel", "parcels", "package", "blue parcel", "tag"]), max_size=8))
def test_synonyms_are_found_as_one_concept(parts: list[str]) -> None:
    concept = Concept(terms=tuple(Term(lang="en", text=text) for text in ("parcel", "package", "blue parcel")))
    hits = Glossary([concept]).find(". ".join(parts), "en")
    assert [hit.text for hit in hits] == [part for part in parts if part != "tag"]
    assert all(hit.concept is concept for hit in hits)
