"""What a word-for-word translator makes of a term is derived, found in a draft and proposed to a curator."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.checks import run
from termbase.literals import find_rendering, propose, renderings
from termbase.literals.derivation import cuts
from termbase.literals.glosses import pairs, table
from termbase.matching import Glossary, check_pattern
from termbase.model import Concept, Draft, Finding, Reason, Severity, Term

ZH_WORDS = sorted(table("zh", "en"))
EN_WORDS = sorted(table("en", "de"))
FROM_ENGLISH = sorted(lang for source, lang in pairs() if source == "en")


def marked(text: str, term: str, source: str = "zh", lang: str = "en") -> list[str]:
    return [text[o.start : o.end] for o in find_rendering(text, term, source, lang, literal_only=True)]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("退货申请", "We received your return goods application.", "return goods application"),
        ("快递单号", "What is the express-bill number?", "express-bill number"),
        ("取件码", "Two take piece codes were sent.", "take piece codes"),
        ("开发票", "We are opening the invoice today.", "opening the invoice"),
        ("付款方式", "Which payment ways do you offer?", "payment ways"),
        ("收货地址", "Please check the address of the receiving goods.", "address of the receiving goods"),
        ("優惠券", "Your preferential ticket is valid.", "preferential ticket"),
        ("付款方式", "Which payment methods do you offer?", ""),
        ("订单状态", "See the state of your order.", "state of your order"),
    ],
)
def test_chinese_terms_rendered_word_for_word(term: str, text: str, found: str) -> None:
    assert marked(text, term) == ([found] if found else [])


@pytest.mark.parametrize(
    ("lang", "term", "text", "found"),
    [
        ("de", "order number", "Ihre Befehlsnummer steht unten.", "Befehlsnummer"),
        ("fr", "support ticket", "Votre billet de support est ouvert.", "billet de support"),
        ("es", "return policy", "Lea la póliza de devolución.", "póliza de devolución"),
        ("ru", "order number", "Сообщите номер приказа.", "номер приказа"),
        ("zh", "order number", "您的命令号码是12。", "命令号码"),
        ("ja", "delivery address", "出産の住所を確認します。", "出産の住所"),
        ("ko", "order number", "명령 번호는 12입니다.", "명령 번호"),
        ("de", "order number", "Ihre Auftragsnummer steht unten.", ""),
    ],
)
def test_english_terms_rendered_word_for_word(lang: str, term: str, text: str, found: str) -> None:
    assert marked(text, term, "en", lang) == ([found] if found else [])


@pytest.mark.parametrize(
    ("lang", "term", "text", "found"),
    [
        ("ja", "工单", "工単を作成しました。", "工単"),
        ("ja", "自提点", "自提点でお受け取りください。", "自提点"),
        ("ja", "發票抬頭", "請求書のヘッダーではなく請求書の頭を教えてください。", "請求書の頭"),
        ("ja", "退货地址", "返送先はこちらです。", ""),
        ("ko", "快递单号", "쾌체 단호를 알려 주세요.", "쾌체 단호"),
        ("ko", "换货申请", "환화 신청을 받았습니다.", "환화 신청"),
        ("ko", "换货申请", "교환 신청을 받았습니다.", ""),
    ],
)
def test_chinese_terms_read_over_into_other_languages(lang: str, term: str, text: str, found: str) -> None:
    assert marked(text, term, "zh", lang) == ([found] if found else [])


def test_a_word_that_is_the_same_in_both_languages_is_not_taken_apart() -> None:
    assert [[part.glosses[0].text for part in cut] for cut in cuts("单价", "zh", "ja")] == [["単価"]]
    assert marked("商品単価は100円です。", "商品单价", "zh", "ja") == []


@pytest.mark.parametrize(
    ("lang", "term", "text", "found"),
    [
        ("fr", "退货申请", "Votre demande de retour de marchandise est acceptée.", "demande de retour de marchandise"),
        ("fr", "取件码", "Où trouver le code de prise de pièce ?", "code de prise de pièce"),
        ("fr", "开发票", "Nous ouvrons la facture aujourd'hui.", "ouvrons la facture"),
        ("fr", "包装费", "Les frais d'emballage sont offerts.", ""),
        ("fr", "物流公司", "La société de transport vous appellera.", ""),
        ("es", "退货申请", "Hemos recibido su aplicación de devolución.", "aplicación de devolución"),
        ("es", "優惠券", "Use su boleto preferencial.", "boleto preferencial"),
        ("es", "付款方式", "¿Qué maneras de pago aceptan?", "maneras de pago"),
        ("es", "付款方式", "¿Qué formas de pago aceptan?", ""),
        ("es", "订单数量", "Indique el número de pedidos.", ""),
    ],
)
def test_chinese_terms_in_romance_languages(lang: str, term: str, text: str, found: str) -> None:
    assert marked(text, term, "zh", lang) == ([found] if found else [])


@pytest.mark.parametrize(
    ("lang", "term", "text", "found"),
    [
        ("de", "快递单号", "Ihre Express-Einzelnummer steht in der E-Mail.", "Express-Einzelnummer"),
        ("de", "退货申请", "Ihr Warenrückzugsantrag ist da.", "Warenrückzugsantrag"),
        ("de", "开发票", "Wir können morgen die Rechnung öffnen.", "Rechnung öffnen"),
        ("de", "打开路由器", "Öffnen Sie bitte den Router.", "Öffnen Sie bitte den Router"),
        ("de", "退款", "Ihre Rückerstattung dauert drei Tage.", ""),
        ("de", "上门取件", "Die Abholung an der Haustür ist kostenlos.", ""),
        ("ru", "优惠券", "Используйте льготный купон.", "льготный купон"),
        ("ru", "取件码", "Пришлём вам код взятия посылки.", "код взятия посылки"),
        ("ru", "人工客服", "Нажмите 0 для связи с искусственной поддержкой.", "искусственной поддержкой"),
        ("ru", "送货上门", "Доставка до двери бесплатная.", ""),
        ("ru", "相关部门", "Передадим вопрос в соответствующий отдел.", ""),
    ],
)
def test_chinese_terms_in_languages_that_decline(lang: str, term: str, text: str, found: str) -> None:
    assert marked(text, term, "zh", lang) == ([found] if found else [])


@pytest.mark.parametrize(
    ("lang", "term", "text", "found"),
    [
        ("vi", "人工客服", "Bạn muốn gặp dịch vụ khách hàng nhân tạo?", "dịch vụ khách hàng nhân tạo"),
        ("vi", "优惠活动", "Hoạt động ưu đãi kết thúc vào thứ Sáu.", "Hoạt động ưu đãi"),
        ("vi", "退货申请", "Shop đã nhận đơn xin trả hàng.", "đơn xin trả hàng"),
        ("vi", "退款", "Shop đã thoái tiền.", "thoái tiền"),
        ("vi", "退款进度", "Tình trạng hoàn tiền ở trong ứng dụng.", ""),
        ("vi", "活动", "Máy hoạt động bình thường.", ""),
        ("th", "人工客服", "ต่อสายฝ่ายบริการลูกค้าเทียมค่ะ", "ฝ่ายบริการลูกค้าเทียม"),
        ("th", "退货申请", "ได้รับใบสมัครการคืนสินค้าแล้วค่ะ", "ใบสมัครการคืนสินค้า"),
        ("th", "快递单号", "หมายเลขเดี่ยวด่วนคือ 12 ค่ะ", "หมายเลขเดี่ยวด่วน"),
        ("th", "客服", "ฝ่ายบริการลูกค้าจะโทรกลับค่ะ", ""),
        ("th", "退款", "เงินคืนจะเข้าบัญชีวันศุกร์ค่ะ", ""),
    ],
)
def test_chinese_terms_in_languages_where_the_modifier_follows(lang: str, term: str, text: str, found: str) -> None:
    assert marked(text, term, "zh", lang) == ([found] if found else [])


def test_a_wording_that_may_be_right_is_told_apart() -> None:
    text = "Please send the courier number."
    assert marked(text, "快递单号") == []
    assert [o.text for o in find_rendering("Your refund request", "退款申请", "zh", "en")] == ["refund request"]


def test_a_name_stays_as_it_is() -> None:
    assert marked("Insert the SIM stuck.", "SIM卡") == ["SIM stuck"]


def test_unknown_words_and_languages_derive_nothing() -> None:
    assert renderings("龘龘", "zh", "en") == ()
    assert renderings("kauppa", "fi", "en") == ()
    assert find_rendering("anything", "退货", "zh", "zh") == []


def test_every_pattern_can_be_read() -> None:
    for term, source, lang in (("售后服务中心电话", "zh", "en"), ("order return request form", "en", "ja")):
        for rendering in renderings(term, source, lang):
            check_pattern(rendering.pattern)


@settings(deadline=None)  # the first word of a language loads its dictionary
@given(st.lists(st.sampled_from(ZH_WORDS), min_size=1, max_size=3))
def test_whatever_is_proposed_is_found_in_a_draft(words: list[str]) -> None:
    term = "".join(words)
    proposed = propose(term, "zh", "en", Glossary())
    assert len(proposed) == len(set(proposed)) <= 10
    for text in proposed:
        assert find_rendering(f"See {text} today", term, "zh", "en", literal_only=True), text


@settings(deadline=None)  # the first word of a language loads its dictionary
@given(st.lists(st.sampled_from(EN_WORDS), min_size=1, max_size=3), st.sampled_from(FROM_ENGLISH))
def test_proposals_from_english_are_found_too(words: list[str], lang: str) -> None:
    term = " ".join(words)
    for text in propose(term, "en", lang, Glossary()):
        assert find_rendering(text, term, "en", lang, literal_only=True), text


@settings(deadline=None)  # the first word of a language loads its dictionary
@given(st.text(max_size=80), st.text("退货快递单号开发票 order number的SIM卡", max_size=12))
def test_any_text_and_term_end_well(text: str, term: str) -> None:
    for source, lang in (("zh", "en"), ("en", "de")):
        assert len(cuts(term, source, lang)) <= 6
        for found in find_rendering(text, term, source, lang):
            assert text[found.start : found.end] == found.text


RETURN_CODE = Concept(
    id="c-1",
    terms=(
        Term(lang="zh", text="取件码"),
        Term(lang="en", text="pickup code"),
        Term(lang="en", text="take code", reason=Reason.LITERAL),
    ),
)


def check(text: str, source: str, *concepts: Concept, pairs: tuple[tuple[str, str], ...] = ()) -> list[Finding]:
    glossary = Glossary(concepts).with_pairs(pairs, source_lang="zh", lang="en")
    draft = Draft(text=text, lang="en", source=source, source_lang="zh")
    return run(draft, glossary, only=("literal-translation",))


def test_an_unlisted_rendering_is_flagged_with_its_source_and_cure() -> None:
    (found,) = check("Show the take piece codes.", "请出示取件码。", RETURN_CODE)
    assert (found.text, found.replacements, found.severity) == ("take piece codes", ("pickup codes",), Severity.WARNING)
    assert (found.source_start, found.source_end, found.concept) == (3, 6, "c-1")
    assert found.confidence < 0.88


def test_it_is_silent_without_the_source_or_where_the_term_is_said() -> None:
    assert not check("Show the take piece codes.", "请稍等。", RETURN_CODE)
    assert not check("Show the pickup code, the take piece code.", "请出示取件码。", RETURN_CODE)


def test_a_listed_rendering_is_reported_once() -> None:
    (found,) = check("Show the take code.", "请出示取件码。", RETURN_CODE)
    assert found.severity is Severity.ERROR


def test_wording_that_the_base_approves_is_right() -> None:
    other = Concept(terms=(Term(lang="en", text="take piece code"),))
    assert not check("Show the take piece code.", "请出示取件码。", RETURN_CODE, other)


def test_wording_for_another_term_of_the_source_is_right() -> None:
    single = Concept(terms=(Term(lang="zh", text="套餐"), Term(lang="en", text="package code")))
    concept = Concept(terms=(Term(lang="zh", text="取件码"), Term(lang="en", text="pickup number")))
    assert check("The get piece code.", "取件码", concept)
    assert not check("The get package code.", "取件码，套餐", concept, single)


def test_a_longer_wording_without_a_term_in_the_language_silences_none() -> None:
    advice = Concept(terms=(Term(lang="zh", text="出示取件码"), Term(lang="de", text="den Abholcode vorzeigen")))
    longer = Concept(terms=(Term(lang="zh", text="出示取件码"), Term(lang="en", text="show the code")))
    assert check("Show the take piece code.", "请出示取件码。", RETURN_CODE, advice)
    assert not check("Show the take piece code.", "请出示取件码。", RETURN_CODE, longer)


def test_a_source_term_of_two_concepts_is_said_by_either() -> None:
    other = Concept(terms=(Term(lang="zh", text="取件码"), Term(lang="en", text="collection code")))
    assert check("Show the take piece code.", "请出示取件码。", RETURN_CODE, other)
    assert not check("Your collection code: the take piece code.", "请出示取件码。", RETURN_CODE, other)


def test_a_calls_own_glossary_stays_a_matter_of_missing_terms() -> None:
    assert not check("Show the take piece codes.", "请出示取件码。", pairs=(("取件码", "pickup code"),))


def test_what_is_listed_or_approved_is_not_proposed() -> None:
    first, second, *_ = propose("取件码", "zh", "en", Glossary())
    terms = (Term(lang="en", text=first), Term(lang="en", text=second, reason=Reason.LITERAL))
    assert not {first, second} & set(propose("取件码", "zh", "en", Glossary([Concept(terms=terms)])))
