"""A sentence that a reviewer has rejected in the memory.

**Why:** somebody has read it before and said that it must not be sent again.

**Instead:** the approved translation of the same unit, offered as the replacement. When the draft has a source, only
rejected translations of that source count; without one, a sentence that is approved elsewhere is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.check import Check, Example, Hit
from termbase.languages import language
from termbase.matching import Glossary, own_words, sentences
from termbase.model import Draft, Severity, State, Unit, Variant


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Sentences, and the draft as a whole, that the memory holds as rejected."""
    if not glossary.rejected:
        return
    text = own_words(draft.text, draft.format)
    spans = sentences(text, language(draft.lang))
    whole = [(spans[0][0], spans[-1][1])] if len(spans) > 1 else []
    for start, end in whole + spans:
        found = list(glossary.rejected.find(text[start:end], draft.lang, draft.source))
        if found:
            sure = draft.source is not None and any(one.sources for one in found)
            yield Hit(
                start=start,
                end=end,
                message="A reviewer has rejected this translation."
                if sure
                else "A reviewer has rejected this wording as a translation.",
                replacements=tuple(dict.fromkeys(text for one in found for text in one.better)),
                confidence=0.97 if sure else 0.8,
                severity=None if sure else Severity.WARNING,
            )


def _unit(source_lang: str, source: str, lang: str, bad: str, better: str = "") -> Unit:
    variants = [Variant(lang=source_lang, text=source), Variant(lang=lang, text=bad, state=State.REJECTED)]
    if better:
        variants.append(Variant(lang=lang, text=better))
    return Unit(source_lang=source_lang, variants=tuple(variants))


_SHIPPED = _unit("zh", "您的快递已经发出。", "en", "Your express is issued.", "Your parcel is on its way.")
_NUMBER = _unit("en", "Please tell us your order number.", "zh", "请告诉我们您的命令号码。", "请提供您的订单号。")

CHECK = Check(
    id="rejected-translation",
    kind="literal",
    severity=Severity.ERROR,
    find=find,
    bad=(
        Example(
            lang="en", text="Hello. Your express is issued!", marked=("Your express is issued!",), units=(_SHIPPED,)
        ),
        Example(
            lang="en",
            text="your express is issued",
            marked=("your express is issued",),
            source="您好，您的快递已经发出。",
            source_lang="zh",
            units=(_SHIPPED,),
        ),
        Example(
            lang="zh", text="您好。请告诉我们您的命令号码。", marked=("请告诉我们您的命令号码。",), units=(_NUMBER,)
        ),
    ),
    good=(
        Example(lang="en", text="Your parcel is on its way.", units=(_SHIPPED,)),
        Example(lang="en", text="Your express is issued.", source="签发了。", source_lang="zh", units=(_SHIPPED,)),
        Example(lang="en", text="I said: your express is issued tomorrow.", units=(_SHIPPED,)),
        Example(lang="zh", text="您好。请提供您的订单号。", units=(_NUMBER,)),
    ),
)
