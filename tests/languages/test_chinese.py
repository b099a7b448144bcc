"""Chinese in two scripts."""

import re

from termbase.checks import run
from termbase.languages import language
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term


def test_a_replacement_is_written_in_the_script_of_the_draft() -> None:
    term = Term(lang="zh", text="返回标签", reason=Reason.LITERAL, replacements=("退货标签", "回复里的标签"))
    glossary = Glossary([Concept(subject="returns", terms=(term,))])
    (simplified,) = run(Draft(text="请打印返回标签。", lang="zh"), glossary)
    (traditional,) = run(Draft(text="請列印返回標籤。", lang="zh-TW"), glossary)
    assert simplified.replacements == ("退货标签", "回复里的标签")
    assert traditional.replacements == ("退貨標籤", "回覆裡的標籤")


def test_times_are_read_in_both_scripts() -> None:
    hours = re.compile(language("zh").hours)
    for text in ("3个工作日内", "3個工作天內", "兩小時內", "明天18點前", "週五前", "后天", "後天", "18:30", "半小时"):
        assert hours.search(text), text
    assert not hours.search("我們會盡快處理")
