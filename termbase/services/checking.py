"""Checking drafts against a store: the glossary is read once and again when the store has changed."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import monotonic
from typing import Any

from termbase.checks import optional, run
from termbase.checks.untranslated import other_languages
from termbase.errors import Invalid, UsageError
from termbase.languages import guess, normalize_tag, primary
from termbase.matching import Glossary, own_words
from termbase.matching.screening import Screen
from termbase.model import Draft, Finding, Verdicts

FORMATS = ("text", "html", "markdown")
MOST_CHARACTERS = 1_000_000
PATIENCE = 15.0
"""Seconds a check waits for a newer glossary."""
FRESH = 1.0
"""Seconds for which the verdicts on rules are kept."""
Say = Callable[[str], str]


class Checker:
    """Checks drafts against the terms of one store. One per process; safe to share between threads.

    The glossary is an immutable snapshot. When the store has changed, the next one is built in a thread of its own;
    whoever asks meanwhile waits for it, so that a change counts in the very next check; only where that takes very long
    the one at hand answers.
    """

    def __init__(self, where: str, *, languages: Iterable[str] | None = None, also: Iterable[str] = ()) -> None:
        """`languages` (primary subtags) limits what is read, for a process that checks a draft and ends.

        `also` names checks that are off by default, by id or kind, for every draft.
        """
        self._where = where
        self._also = tuple(also)
        self._languages = None if languages is None else tuple(languages)
        self._snapshot: tuple[int, Glossary] | None = None
        self._verdicts: tuple[float, Mapping[str, Verdicts]] | None = None
        self._starting = threading.Lock()
        self._builder: threading.Thread | None = None

    def glossary(self) -> Glossary:
        """The snapshot of the store's present version, or the one before it while the next takes long to build."""
        from termbase.store import version_of

        snapshot = self._snapshot
        if snapshot is None:
            with self._starting:
                if self._snapshot is None:
                    self._build()
                assert self._snapshot is not None
                return self._snapshot[1]
        if snapshot[0] != version_of(self._where):
            with self._starting:
                if self._builder is None or not self._builder.is_alive():
                    self._builder = threading.Thread(target=self._build, daemon=True)
                    self._builder.start()
                builder = self._builder
            builder.join(PATIENCE)
            assert self._snapshot is not None
            snapshot = self._snapshot
        return snapshot[1]

    def _build(self) -> None:
        from termbase.store import live_concepts, rejected_units, version_of

        version = version_of(self._where)  # read first: a change in between is seen the next time
        self._snapshot = (
            version,
            Glossary(live_concepts(self._where, self._languages), rejected=rejected_units(self._where)),
        )

    def check(
        self,
        draft: Draft,
        glossary: Sequence[tuple[str, str]] = (),
        *,
        also: Sequence[str] = (),
        say: Say = lambda text: text,
    ) -> list[Finding]:
        """Findings by place. `glossary` holds (source, target) terms for this draft only, over those of the store.

        `also` names checks that are off by default, by id or kind, for this draft.
        """
        terms = self._terms(draft, glossary)
        if glossary:
            terms = terms.with_pairs(glossary, source_lang=draft.source_lang, lang=draft.lang)
        return run(draft, terms, also=(*self._also, *also), say=say, verdicts=self._judged())

    def _terms(self, draft: Draft, glossary: Sequence[tuple[str, str]]) -> Glossary:
        return self.glossary()

    def _judged(self) -> Mapping[str, Verdicts]:
        """The verdicts on the rules, at most FRESH seconds old."""
        now = monotonic()
        if self._verdicts is None or now - self._verdicts[0] > FRESH:
            from termbase.store import verdicts_of

            self._verdicts = now, verdicts_of(self._where)
        return self._verdicts[1]


class OneDraft(Checker):
    """Checks a draft in a process that ends afterwards: of the store it reads only what can occur in the draft."""

    def _terms(self, draft: Draft, glossary: Sequence[tuple[str, str]]) -> Glossary:
        from termbase.store import live_concepts, rejected_units

        spoken = {draft.lang: [draft.text, own_words(draft.text, draft.format), *(target for _, target in glossary)]}
        if draft.source_lang:
            spoken.setdefault(draft.source_lang, []).extend((draft.source or "", *(source for source, _ in glossary)))
            spoken[draft.source_lang].append(draft.text)  # what was left untranslated
        for tag, stretches in other_languages(draft.text, draft.lang).items():
            spoken.setdefault(tag, []).extend(stretches)
        screen = Screen(spoken)
        concepts = live_concepts(self._where, map(primary, spoken), screen)
        screen.close()
        return Glossary(concepts, rejected=rejected_units(self._where))


def draft_from_json(item: Mapping[str, Any]) -> tuple[Draft, tuple[tuple[str, str], ...]]:
    """A draft and its own glossary from the shape of `POST /api/check` and of the lines of `--jsonl`.

    Raises `Invalid` with a sentence that names the field.
    """
    text = _text(item, "draft")
    if "draft" not in item:
        raise Invalid("The field 'draft' is missing: it holds the text to check.")
    if len(text) > MOST_CHARACTERS:
        raise Invalid(f"The draft has {len(text):,} characters; at most {MOST_CHARACTERS:,} are checked at once.")
    lang = _tag(item, "target_lang") or guess(text)
    source = item.get("source")
    if source is not None and not isinstance(source, str):
        raise Invalid("The field 'source' must be a text.")
    source_lang = _tag(item, "source_lang") or (guess(source) if source else "")
    format = _text(item, "format") or "text"
    if format not in FORMATS:
        raise Invalid(f"The format '{format}' is unknown; known are {', '.join(FORMATS)}.")
    template = item.get("template", False)
    if not isinstance(template, bool):
        raise Invalid("The field 'template' must be true or false.")
    draft = Draft(
        text=text,
        lang=lang or "und",
        format=format,
        source=source or None,
        source_lang=source_lang,
        product=_text(item, "product"),
        subject=_text(item, "subject"),
        audience=_text(item, "audience"),
        template=template,
    )
    return draft, _pairs(item.get("glossary"))


def also_from_json(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The checks that are off by default and wanted for a draft, from the field 'also' of the same shape.

    Raises `Invalid` with the names there are.
    """
    names = item.get("also")
    if names is None:
        return ()
    if not isinstance(names, list) or not all(isinstance(name, str) and name in optional() for name in names):
        raise Invalid(f"The field 'also' must be a list of these: {', '.join(optional())}.")
    return tuple(names)


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Invalid(f"The field '{name}' must be a text.")
    if re.search("[\ud800-\udfff]", value):
        raise Invalid(f"The field '{name}' holds half of a character (a lone surrogate).")
    return value


def _tag(item: Mapping[str, Any], name: str) -> str:
    value = _text(item, name)
    try:
        return normalize_tag(value) if value.strip() else ""
    except UsageError as error:
        raise Invalid(f"The field '{name}': {error}") from error


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Invalid('The field \'glossary\' must be a list of {"source": …, "target": …}.')
    pairs = []
    for pair in value:
        if not isinstance(pair, Mapping) or not all(isinstance(pair.get(k), str) for k in ("source", "target")):
            raise Invalid('The field \'glossary\' must be a list of {"source": …, "target": …}.')
        pairs.append((pair["source"], pair["target"]))
    return tuple(pairs)
