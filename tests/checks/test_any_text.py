"""No text makes a check raise, and every finding marks what it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.checks import optional, run
from termbase.languages import known
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term

PIECES = st.sampled_from(
    "a A 1 12 4111 - -- . .. , : ; ! ? ' \" ` ``` ( ) [ ] { } {{ }} < > </ <div> <script> <!-- --> &amp; &# "
    "_ * ~ | @ # % $ \\ / http:// www. a@b.c \n \n\n \t > -- \u00a0 \u200b \u00ad \u0301 中 退款 ー ア 은 ก ่ ж ñ ü 😀 "
    "take record password is pin: as soon as possible within 5 pm 12:30 XX先生 [Name] %s {n} <b> "
    "RMA NOT the the 打开 路由器".split(" ")
)
TEXTS = st.lists(PIECES, max_size=25).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda by: by.join(parts)))
GLOSSARY = Glossary(
    Concept(terms=(Term(lang=lang, text="take record", reason=Reason.LITERAL, pattern="take ~ (record|退款)"),))
    for lang in ("en", "zh", "de", "ko")
)


@settings(max_examples=300, deadline=None)
@given(
    text=TEXTS,
    source=st.none() | TEXTS,
    lang=st.sampled_from([language.code for language in known()] + ["pl", "und"]),
    format=st.sampled_from(["text", "html", "markdown"]),
    template=st.booleans(),
)
def test_any_text_can_be_checked(text: str, source: str | None, lang: str, format: str, template: bool) -> None:
    draft = Draft(
        text=text,
        lang=lang,
        format=format,
        source=source,
        source_lang="en" if source else "",
        template=template,
    )
    for finding in run(draft, GLOSSARY, also=optional()):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
