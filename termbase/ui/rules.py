"""The page for the lead's second thoughts: rules whose findings people ignore, and what to do about them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from termbase.services import curate
from termbase.services.judge import Judged, judged_rules, measure_rules
from termbase.ui import session
from termbase.ui.card import Card
from termbase.ui.i18n import Words, marked
from termbase.ui.names import name
from termbase.ui.session import literally

PAGE = Card(title=marked("Rules"), path="rules", icon=":material/rule:", order=4)
SHOWN = 50


def render() -> None:
    """Show the rules people judged, the least trusted first."""
    say = session.words()
    st.title(say(PAGE.title))
    st.text(
        say(
            "What agents took, ignored or reported, and on how many approved texts a rule fires. "
            "A rule that is mostly wrong only suggests, until you pin it or mend it."
        )
    )
    st.button(
        say("Measure on the memory"),
        icon=":material/science:",
        help=say("Runs every rule over the approved texts of the memory, which are taken to be right."),
        key="measure-rules",
        on_click=partial(_measure, say),
    )
    rules = judged_rules(session.store())
    if not rules:
        st.info(say("Nobody has judged a rule yet. It happens by itself while agents mend or ignore findings."))
        return
    for rule in rules[:SHOWN]:
        _rule(rule, say)
    if len(rules) > SHOWN:
        st.caption(say("{n} more, all more trusted than these.", n=len(rules) - SHOWN))


def _measure(say: Words) -> None:
    with session.telling(), st.spinner(say("Measure on the memory")):
        texts = measure_rules(session.store())
        st.toast(say.many("{n} text read.", "{n} texts read.", texts), icon=":material/science:")


def _rule(rule: Judged, say: Words) -> None:
    term, verdicts = rule.term, rule.verdicts
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{literally(term.text)}**", width="content")
            st.text(say("{n} % trusted", n=round(100 * rule.confidence)), width="content")
        facts = [
            term.lang,
            name(term.reason, say) if term.reason else "",
            say("taken {n}", n=verdicts.accepted),
            say("ignored {n}", n=verdicts.dismissed),
            say("reported {n}", n=verdicts.reported),
            say("on approved texts {n}", n=verdicts.clean),
            say("only suggests") if rule.lowered else "",
            say("pinned") if verdicts.pinned else "",
            "" if term.enabled else say("off"),
        ]
        st.caption(literally(" · ".join(fact for fact in facts if fact)))
        with st.container(horizontal=True):
            key = term.id
            label = say("Unpin") if verdicts.pinned else say("Pin")
            st.button(label, key=f"pin-{key}", type="tertiary", on_click=partial(_pin, key, not verdicts.pinned))
            turned = say("Switch off") if term.enabled else say("Switch on")
            st.button(turned, key=f"switch-{key}", type="tertiary", on_click=partial(_switch, rule))
            st.link_button(say("Open the concept"), f"concepts?concept={rule.concept.id}", type="tertiary")


def _pin(term: str, pinned: bool) -> None:
    with session.telling():
        session.store().pin_rule(term, pinned)


def _switch(rule: Judged) -> None:
    with session.telling():
        concept = session.store().concept(rule.concept.id)
        terms = tuple(replace(t, enabled=not t.enabled) if t.id == rule.term.id else t for t in concept.terms)
        curate.save_concept(session.store(), replace(concept, terms=terms), who=session.who())
