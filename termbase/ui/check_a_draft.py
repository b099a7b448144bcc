"""The page for the support agent: write or paste a reply, see what to mend, mend it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import streamlit as st

from termbase.model import Severity
from termbase.ui import session
from termbase.ui.card import Card
from termbase.ui.components.draft_editor import draft_editor
from termbase.ui.i18n import Words, marked
from termbase.ui.names import tags

PAGE = Card(title=marked("Check a draft"), path="check", icon=":material/spellcheck:", order=1)

_EXAMPLES = Path(__file__).with_name("examples.json")
_KINDS = {
    "literal": marked("Word for word"),
    "rejected": marked("Rejected translation"),
    "missing_term": marked("Missing term"),
    "inconsistent_term": marked("Inconsistent term"),
    "outdated_term": marked("Outdated term"),
    "jargon": marked("Jargon"),
    "forbidden_phrase": marked("Must not be said"),
    "vague_promise": marked("Vague promise"),
    "placeholder": marked("Placeholder left in"),
    "number": marked("Number differs"),
    "untranslated": marked("Not translated"),
    "pii": marked("Personal data"),
    "confidential": marked("Confidential"),
    "markup": marked("Markup differs"),
    "style": marked("Style"),
}
_SEVERITY = {
    Severity.ERROR: marked("error"),
    Severity.WARNING: marked("warning"),
    Severity.SUGGESTION: marked("suggestion"),
}
_SEVERITIES = {
    Severity.ERROR: marked("Errors"),
    Severity.WARNING: marked("Warnings"),
    Severity.SUGGESTION: marked("Suggestions"),
}


def render() -> None:
    """Show the editor."""
    say = session.words()
    st.title(say(PAGE.title))
    draft_editor(words=labels(say), ui=say.tag, languages=tags(), examples=examples(say))


def examples(say: Words) -> list[dict[str, str]]:
    """Drafts to try, with their titles in the language of the interface."""
    found: list[dict[str, str]] = json.loads(_EXAMPLES.read_text(encoding="utf-8"))
    return [{**example, "title": say(example["title"])} for example in found]


def labels(say: Words) -> dict[str, Any]:
    """All that the editor says."""
    return {
        "draft": say("Your reply"),
        "placeholder": say("Write or paste the reply you are about to send."),
        "target": say("The reply is in"),
        "from": say("Written from"),
        "guess": say("whatever I write"),
        "guessed": say("{language}, as guessed", language="{language}"),
        "not_said": say("not said"),
        "source": say("Source text"),
        "source_placeholder": say("What you meant, or what the customer wrote, in the other language."),
        "show_source": say("Source text"),
        "hide_source": say("Without source text"),
        "copy": say("Copy reply"),
        "copied": say("Copied"),
        "copy_failed": say("Press Ctrl+C"),
        "fix_all": say("Fix all"),
        "keys": say("F8 or Alt+↓ goes to the next finding, Enter mends it, Esc comes back, Ctrl+Z takes it back."),
        "findings": say("Findings"),
        "filter": say("Show by severity"),
        "found": say("{n} things to look at", n="{n}"),
        "found_one": say("One thing to look at"),
        "clean": say("Nothing to mend. Ready to send."),
        "offline": say(
            "termbase does not answer. Your text is safe here; it is checked as soon as the server is back."
        ),
        "ignore": say("Ignore here"),
        "ignore_all": say("Ignore in this draft"),
        "report": say("Report as wrong"),
        "ignored": say("Ignored here: {n}.", n="{n}"),
        "restore": say("Show again"),
        "replace": say("Replace with {text}", text="{text}"),
        "remove": say("Remove"),
        "of": say("{n} of {all}", n="{n}", all="{all}"),
        "previous": say("Previous finding"),
        "next": say("Next finding"),
        "close": say("Close"),
        "welcome": say(
            "Findings appear here while you write. Nothing you write leaves this machine. Try one of these:"
        ),
        "kinds": {kind: say(name) for kind, name in _KINDS.items()},
        "severity": {severity.value: say(name) for severity, name in _SEVERITY.items()},
        "severities": {severity.value: say(name) for severity, name in _SEVERITIES.items()},
    }
