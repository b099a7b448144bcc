"""Glossaries of two columns: what OmegaT and DeepL take, and what is reported as left out."""

from __future__ import annotations

import io

import pytest

from termbase.errors import Unwritable, UsageError
from termbase.formats import by_name
from termbase.formats.format import Loss, WriteOptions
from termbase.model import Concept, Reason, Status, Term, Unit, Variant

REFUND = Concept(
    id="c-0001",
    definitions={"en": "Money\tpaid\nback.", "zh": "退还的款项。"},
    terms=(
        Term(lang="zh", text="退款"),
        Term(lang="zh", text="返款", status=Status.ADMITTED),
        Term(lang="en", text="refund"),
        Term(lang="en", text="reimbursement", status=Status.ADMITTED),
        Term(lang="en", text="return money", reason=Reason.LITERAL, status=Status.DEPRECATED),
    ),
)
REPAYMENT = Concept(id="c-0002", terms=(Term(lang="zh", text="退款"), Term(lang="en", text="repayment")))
LONELY = Concept(id="c-0003", terms=(Term(lang="zh", text="只有中文"),))


def written(name: str, *items: Concept | Unit, langs: tuple[str, ...] = ("en",)) -> tuple[str, tuple[Loss, ...]]:
    stream = io.BytesIO()
    write = by_name(name).write
    assert write is not None
    losses = write(items, stream, WriteOptions(source_lang="zh", langs=langs))
    return stream.getvalue().decode("utf-8"), losses


def test_omegat_gets_three_columns_a_line() -> None:
    text, losses = written("omegat", REFUND, LONELY)
    assert text == "退款\trefund\tMoney paid back.\n返款\trefund\tMoney paid back.\n"
    assert {"admitted term", "term to avoid", "concept"} <= {loss.field for loss in losses}


def test_deepl_gets_each_source_term_once_and_is_told_which_was_left_out() -> None:
    text, losses = written("deepl", REFUND, REPAYMENT)
    assert text == "退款\trefund\n返款\trefund\n"
    assert [loss.example for loss in losses if loss.field == "source term"] == ["退款"]


@pytest.mark.parametrize("name", ["omegat", "deepl"])
def test_two_languages_must_be_chosen_and_a_memory_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="--from"):
        written(name, REFUND, langs=("en", "de"))
    with pytest.raises(Unwritable, match="TMX"):
        written(name, Unit(variants=(Variant(lang="zh", text="您好"),)))
