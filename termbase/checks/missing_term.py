"""A term of the base that the source names and the draft does not use.

**Why:** the customer looks for the button, the product or the clause under the name we gave it.

**Instead:** the approved term. Any approved synonym, in any form, will do. The finding marks the words that probably
stand in its place: those that render its parts or resemble it, else those that nothing else in the source explains. Where
none can be told it stands at the start of the draft. Terms that came with the starter packs are general
vocabulary and only suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.avoided import led, refitted
from termbase.checks.check import Check, Example, Hit
from termbase.checks.unfilled_placeholder import without_variables
from termbase.literals.elimination import left_over
from termbase.literals.place import place_of
from termbase.matching import Glossary, Occurrence, own_words
from termbase.matching.glossary import CALL, approved_terms, fitted
from termbase.matching.prose import BREAK
from termbase.matching.quick import compiled
from termbase.matching.wording import names, says
from termbase.model import Concept, Draft, Severity, Status, Term, TermType

_GENERAL = frozenset({"wording", "false-friends", "phrases"})
"""Subjects of the starter packs that hold ways of speaking and no vocabulary."""

_CODE = compiled(r"\[[^\[\]\n]{1,60}\]|<[^<>\n]{1,60}>|(?<![\d%])%[A-Z]{3,30}|\b[a-z]{2,12}://[^\s<>]{1,200}")
"""Syntax, tags and addresses ([on | off], <level>, %FORMULA, app://settings/account)."""


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Concepts the source names (outside longer terms) of which the draft holds no approved term."""
    if draft.source is None or not draft.source_lang:
        return
    text = own_words(draft.text, draft.format)
    source = _to_say(draft.source, draft)
    said = {
        id(o.concept) for o in glossary.find(text, draft.lang, contained=True) if o.term.live and not o.term.avoided
    }
    reported: set[int] = set()
    for occurrence in _asked(source, draft.source_lang, glossary):
        concept = occurrence.concept
        if occurrence.term.avoided or id(concept) in said or id(concept) in reported:
            continue
        if not concept.translate:
            continue  # a name: see untouchable-name
        if not names(occurrence.text, occurrence.term.text, draft.source_lang):
            continue
        if draft.product and concept.product and concept.product != draft.product:
            continue
        terms = approved_terms(concept, draft.lang)
        if not terms or (concept.origin.startswith("pack/") and _is_general(concept, terms[0])):
            continue  # advice, no vocabulary
        if any(says(text, term.text, draft.lang) for term in terms):
            continue
        reported.add(id(concept))
        wanted = [term.text for term in terms]
        start, end = place_of(text, draft.lang, source, occurrence, draft.source_lang, wanted, glossary)
        general = concept.origin.startswith("pack/")
        told = end > 0
        if not told and not general:
            start, end = left_over(text, draft.lang, source, occurrence, draft.source_lang, wanted, glossary)
        found = text[start:end]
        if found:
            start, wanted = led(refitted(wanted, found, "", draft, start), found, draft, start)
        yield Hit(
            start=start,
            end=end,
            message="The source says “{source}”; our term for it is “{better}”.",
            values={"source": occurrence.text, "better": terms[0].text},
            replacements=tuple(fitted(text, draft.text[start:end], begins=False) for text in wanted),
            concept=concept,
            term=terms[0],
            severity=Severity.SUGGESTION if general else None,
            confidence=0.85 if told else 0.7,
            source_start=occurrence.start,
            source_end=occurrence.end,
        )


def _to_say(source: str, draft: Draft) -> str:
    """The source without what is not said in another language: variables, and code that the draft keeps as it stands."""
    kept = set(_CODE.findall(draft.text))
    source = without_variables(own_words(source, draft.format))
    return _CODE.sub(lambda code: BREAK * len(code.group()) if code.group() in kept else code.group(), source)


def _asked(source: str, tag: str, glossary: Glossary) -> list[Occurrence]:
    """The terms of a source outside longer ones; a call's own also inside longer ones of the base."""
    return glossary.find(source, tag, keep=lambda o: o.concept.origin == CALL) + [
        o for o in glossary.find(source, tag) if o.concept.origin != CALL
    ]


def _is_general(concept: Concept, term: Term) -> bool:
    """Whether a concept of the starter packs is a way of speaking that nobody has to use."""
    return term.type is TermType.PHRASE or concept.subject in _GENERAL


_PASS = Concept(
    terms=(
        Term(lang="en", text="guest pass"),
        Term(lang="zh", text="访客卡"),
        Term(lang="fr", text="carte d'accès invité"),
        Term(lang="de", text="Gästekarte"),
        Term(lang="de", text="Besucherkarte", status=Status.ADMITTED),
    )
)

CHECK = Check(
    id="missing-term",
    kind="missing_term",
    severity=Severity.WARNING,
    find=find,
    bad=(
        Example(
            lang="fr",
            text="Ajoutez une passe d'hôte ici.",
            marked=("passe",),
            source="Add a guest pass here.",
            source_lang="en",
            concepts=(_PASS,),
        ),
        Example(
            lang="en",
            text="Show the visitor pass.",
            marked=("visitor pass",),
            source="请出示访客卡。",
            source_lang="zh",
            concepts=(_PASS,),
        ),
        Example(
            lang="de",
            text="Nutzen Sie den Gutschein.",
            marked=("Gutschein",),
            source="请使用优惠券。",
            source_lang="zh",
            concepts=(
                Concept(terms=(Term(lang="zh", text="使用优惠券"), Term(lang="de", text="nutzen"))),
                Concept(terms=(Term(lang="zh", text="优惠券"), Term(lang="de", text="Gutschein"))),
            ),
            pairs=(("优惠券", "Coupon"),),
        ),
        Example(
            lang="en",
            text="With the house friend card you get it for free.",
            marked=("house friend card",),
            source="Avec le Pass Famille, c'est gratuit.",
            source_lang="fr",
            pairs=(("Pass Famille", "Family Pass"),),
        ),
        Example(
            lang="en",
            text="Join on member party day.",
            marked=("member party day",),
            source="会员日请参加。",
            source_lang="zh",
            pairs=(("会员日", "Member Day"),),
        ),
        Example(
            lang="de",
            text="Melden Sie sich bitte ab.",
            marked=("Melden",),
            source="Please log in.",
            source_lang="en",
            pairs=(("log in", "sich anmelden"),),
        ),
    ),
    good=(
        Example(
            lang="fr",
            text="Ajoutez une carte d'accès invité ici.",
            source="Add a guest pass here.",
            source_lang="en",
            concepts=(_PASS,),
        ),
        Example(
            lang="de",
            text="Bitte legen Sie die Besucherkarten vor.",
            source="Please show the guest passes.",
            source_lang="en",
            concepts=(_PASS,),
        ),
        Example(
            lang="en",
            text="Join on Member Day.",
            source="会员日请参加。",
            source_lang="zh",
            pairs=(("会员日", "Member Day"),),
        ),
        Example(
            lang="de",
            text="Es geht los mit {order_number}, wie in <order list>.",
            source="We begin with {order_number}, as in <order list>.",
            source_lang="en",
            pairs=(("order", "Bestellung"),),
        ),
        Example(
            lang="zh",
            text="请查找符合条件的商品。",
            source="Find items that meet the conditions.",
            source_lang="en",
            pairs=(("meeting", "会议"), ("items", "商品")),
        ),
    ),
)
