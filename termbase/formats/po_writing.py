"""Writing PO that `msgfmt -c` accepts: one source and one target language a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termbase.errors import Unwritable, UsageError
from termbase.formats import po_glossary as glossary
from termbase.formats.format import MEMORY, TERMS, Loss, WriteOptions
from termbase.formats.losses import Losses
from termbase.languages import primary, serves
from termbase.model import Concept, State, Status, Term, Unit, Variant

CONTENT, SOURCE = "X-Termbase-Content", "X-Source-Language"
_BUFFER = 1 << 20
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_PLACEHOLDER = re.compile(r"%(?:\([^)]*\))?[-+ #0-9.*$hlLqjzt']*[a-zA-Z%]|\{[^}]*\}|\$\{?\w+|#\{")
_NOT_CARRIED = (
    "from_lang", "pattern", "unless", "severity", "bad", "good", "gender", "type", "register",
    "market", "context", "origin",
)  # fmt: skip


def write(items: Iterable[Concept | Unit], stream: BinaryIO, options: WriteOptions) -> tuple[Loss, ...]:
    """Write concepts as a glossary or units as a compendium, in the one target language chosen."""
    if len(options.langs) > 1:
        raise UsageError(f"A PO file holds one target language; choose one of {', '.join(options.langs)}.")
    writing = _Writing(options)
    buffer: list[str] = []
    size = 0
    for item in items:
        if not writing.target:
            writing.choose_target(item)
        pieces = list(writing.concept(item) if isinstance(item, Concept) else writing.unit(item))
        if pieces and not writing.begun:
            writing.begun = TERMS if isinstance(item, Concept) else MEMORY
            buffer.append(writing.header(writing.begun))
        if pieces and (writing.begun == TERMS) != isinstance(item, Concept):
            raise Unwritable("One PO file holds either terms or a memory; write two files.")
        buffer += pieces
        size += sum(map(len, pieces))
        if size > _BUFFER:
            stream.write("".join(buffer).encode())
            buffer.clear()
            size = 0
    writing.check_choice()
    if not writing.begun:
        buffer.append(writing.header(TERMS if options.content == TERMS else MEMORY))
    stream.write("".join(buffer).encode())
    return writing.losses.found()


class _Writing:
    """One file while it is written: its two languages, which sources are taken, what was lost."""

    def __init__(self, options: WriteOptions) -> None:
        self.options = options
        self.source = options.source_lang or "en"
        self.target = options.langs[0] if options.langs else ""
        self.begun = ""
        self.losses = Losses()
        self.met: Counter[str] = Counter()
        self.taken: set[tuple[str, str]] = set()
        self.numbers: dict[tuple[str, str], int] = {}
        if not options.source_lang:
            self.losses.remark("source language", "en", "none was chosen, so English is the source")

    def choose_target(self, item: Concept | Unit) -> None:
        """The first language met that is not the source's, when none was chosen."""
        for one in item.terms if isinstance(item, Concept) else item.variants:
            if not serves(one.lang, self.source):
                self.target = one.lang
                self.losses.remark("target language", one.lang, "none was chosen, and the file holds only one")
                return

    def check_choice(self) -> None:
        """Refuse to have chosen for the person where there was a choice."""
        if self.met and not self.met[self.source]:
            raise UsageError(
                f"Nothing is in the source language {self.source}. "
                f"Choose another with --from; there are {', '.join(sorted(self.met))}."
            )
        others = sorted(lang for lang in self.met if lang not in (self.source, self.target))
        if not self.options.langs and others:
            choices = ", ".join(sorted({*others, self.target}))
            raise UsageError(f"A PO file holds one target language; choose one with --to: {choices}.")

    def header(self, content: str) -> str:
        """The first entry, which says what the file is."""
        now = self.options.now.strftime("%Y-%m-%d %H:%M+0000") if self.options.now else "1970-01-01 00:00+0000"
        fields = {
            "Project-Id-Version": "termbase",
            "Report-Msgid-Bugs-To": "",
            "POT-Creation-Date": now,
            "PO-Revision-Date": now,
            "Last-Translator": "termbase",
            "Language-Team": "none",
            "Language": (self.target or self.source).replace("-", "_"),
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": _plural_forms(self.target),
            "X-Generator": "termbase",
            SOURCE: self.source.replace("-", "_"),
            CONTENT: content,
        }
        lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
        return f'msgid ""\nmsgstr ""\n{lines}'

    def concept(self, concept: Concept) -> Iterator[str]:
        """An entry for each approved term of the target language."""
        live = []
        for term in concept.terms:
            self._meet(term.lang)
            if term.state in (State.APPROVED, State.PROPOSED):
                live.append(term)
            else:
                self.losses.add(f"term ({term.state})", term.text, "only approved and proposed terms are written")
        sources = [term for term in live if serves(term.lang, self.source) and not term.avoided]
        sources.sort(key=lambda term: (term.lang != self.source, term.status is not Status.PREFERRED))
        targets = [term for term in live if self.target and serves(term.lang, self.target)]
        targets.sort(key=lambda term: (term.avoided, term.status is not Status.PREFERRED))
        name = concept.external_id or concept.id
        if not sources or not targets:
            lang = self.target if sources else self.source
            self.losses.add("concept", name or concept.id, f"no term in {lang or 'another language'}")
            return
        for term in live:
            if serves(term.lang, self.source) and term is not sources[0] and term not in targets:
                self.losses.add("further source terms", term.text)
        for lang, text in concept.definitions.items():
            if lang != self.source:
                self.losses.add("definition in another language", text)
        self.losses.add_held(
            concept, ("product", "audience", "note", "image", "tags", "use_instead", "props", "origin"), "concept"
        )
        for term in targets:
            yield self._term(concept, name, sources[0], term)

    def _term(self, concept: Concept, name: str, source: Term, term: Term) -> str:
        self.losses.add_held(term, _NOT_CARRIED, "term")
        if term.lang != self.target:
            self.losses.add("term.lang", term.lang, f"written as {self.target}")
        extracted = [
            *glossary.comment(glossary.CONCEPT, name),
            *glossary.comment(glossary.SUBJECT, concept.subject),
            *glossary.comment(glossary.DEFINITION, concept.definitions.get(self.source, "")),
            *glossary.comment(glossary.STATUS, term.status),
            *glossary.comment(glossary.REASON, term.reason or ""),
            *glossary.comment(glossary.INSTEAD, "\n".join(term.replacements)),
            *glossary.comment(glossary.SPEECH, term.part_of_speech or ""),
        ]
        flags = [
            *([glossary.FUZZY] if term.state is State.PROPOSED else []),
            *([glossary.FORBIDDEN] if term.avoided else []),
            *([] if concept.translate else [glossary.READ_ONLY]),
        ]
        context = self._context(source.text, "", (concept.subject, name))
        lines = _comments("# ", term.note.split("\n") if term.note else [])
        lines += _comments("#. ", extracted)
        return self._entry(lines, flags, context, source.text, None, {0: term.text})

    def unit(self, unit: Unit) -> Iterator[str]:
        """The entry of one unit, when it has both languages."""
        for variant in unit.variants:
            self._meet(variant.lang)
        sources = self._of(unit, self.source)
        targets = self._of(unit, self.target) if self.target else []
        targets = [variant for variant in targets if variant.lang == targets[0].lang]
        if not sources or not sources[0].text or not targets:
            lang = self.source if not sources else self.target
            self.losses.add("unit", unit.key or unit.id, f"no text in {lang or 'another language'}")
            return
        self.losses.add_held(
            unit,
            (
                "key",
                "previous",
                "next",
                "scenario",
                "stage",
                "subject",
                "product",
                "audience",
                "tags",
                "file",
                "origin",
            ),
            "unit",
        )
        plural: str | None = None
        said = {0: targets[0].text}
        if sources[0].plural is not None or targets[0].plural is not None:
            plural = sources[1].text if len(sources) > 1 else sources[0].text
            said = {variant.plural or 0: variant.text for variant in targets}
            count = int(_plural_forms(self.target)[9])
            if sorted(said) != list(range(count)):
                self.losses.add("unit", sources[0].text, f"{self.target} needs {count} plural forms")
                return
        else:
            for variant in targets[1:]:
                self.losses.add("further translations", variant.text)
        for variant in (sources[0], targets[0]):
            if variant.tags:
                self.losses.add("inline tags", variant.text)
            self.losses.add_held(variant, ("note", "props"), "variant")
        source = sources[0].text
        for index, text in said.items():
            said[index] = self._same_edges(source, text)
        if plural is not None:
            plural = self._same_edges(source, plural)
        flags = [glossary.FUZZY] if any(variant.state is State.PROPOSED for variant in targets) else []
        flags += self._flags(unit, source, said)
        lines = _comments("# ", unit.note.split("\n") if unit.note else [])
        lines += _comments("#. ", unit.props.get("extracted", "").split("\n") if unit.props.get("extracted") else [])
        lines += _comments("#: ", ["".join(reference.split()) for reference in unit.references])
        before: list[str] = []
        for name in ("msgctxt", "msgid", "msgid_plural"):
            if previous := unit.props.get(f"previous {name}"):
                before += [f"#| {line}\n" for line in _keyword(name, self._clean(previous)).rstrip("\n").split("\n")]
        for name, value in unit.props.items():
            if name not in ("flags", "extracted", "obsolete") and not name.startswith("previous msg"):
                self.losses.add("unit.props", f"{name}={value}")
        context = self._context(source, unit.context, (unit.key,))
        obsolete = unit.props.get("obsolete") == "yes"
        yield self._entry(lines, flags, context, source, plural, said, before=before, obsolete=obsolete)

    def _of(self, unit: Unit, lang: str) -> list[Variant]:
        found = [
            variant
            for variant in unit.variants
            if serves(variant.lang, lang) and variant.text and variant.state in (State.APPROVED, State.PROPOSED)
        ]
        for variant in unit.variants:
            if serves(variant.lang, lang) and variant.state not in (State.APPROVED, State.PROPOSED):
                self.losses.add(f"variant ({variant.state})", variant.text, "other tools would offer it")
        return sorted(found, key=lambda variant: (variant.lang != lang, variant.state, variant.plural or 0))

    def _meet(self, lang: str) -> None:
        near = self.source if serves(lang, self.source) else self.target if serves(lang, self.target or "x") else lang
        self.met[near] += 1

    def _context(self, source: str, wanted: str, others: tuple[str, ...]) -> str:
        """A msgctxt under which this source text is not in the file yet."""
        choices = [wanted, *(f"{wanted} {other}".strip() for other in others if other)]
        for context in choices:
            if (context, source) not in self.taken:
                break
        else:
            while (context, source) in self.taken:
                self.numbers[wanted, source] = self.numbers.get((wanted, source), 1) + 1
                context = f"{wanted} {self.numbers[wanted, source]}".strip()
        self.taken.add((context, source))
        if wanted and context != wanted:
            self.losses.add("unit.context", wanted, "made different, since two entries had it")
        return context

    def _flags(self, unit: Unit, source: str, said: dict[int, str]) -> list[str]:
        """Flags of the unit; a format is claimed only where the placeholders of both texts agree."""
        flags = [flag.strip() for flag in unit.props.get("flags", "").split(",") if flag.strip()]
        wanted = Counter(_PLACEHOLDER.findall(source))
        kept = []
        for flag in flags:
            if not re.fullmatch(r"[\w:.+ -]{1,60}", flag):
                self.losses.add("flag", flag)
            elif flag.endswith("-format") and any(
                Counter(_PLACEHOLDER.findall(text)) != wanted for text in said.values()
            ):
                self.losses.add("flag", flag, "the placeholders of the texts differ")
            else:
                kept.append(flag)
        return kept

    def _same_edges(self, source: str, text: str) -> str:
        """gettext wants both texts to begin and end with a line break, or neither."""
        made = text
        if source.startswith("\n") != made.startswith("\n"):
            made = f"\n{made}" if source.startswith("\n") else made.lstrip("\n")
        if source.endswith("\n") != made.endswith("\n"):
            made = f"{made}\n" if source.endswith("\n") else made.rstrip("\n")
        if made != text:
            self.losses.add("line break at the edge", text, "both texts must have it or neither")
        return made

    def _clean(self, text: str) -> str:
        if _CONTROL.search(text):
            cleaned = _CONTROL.sub("", text)
            self.losses.add("control characters", cleaned, "left out")
            return cleaned
        return text

    def _entry(
        self,
        lines: list[str],
        flags: list[str],
        context: str,
        source: str,
        plural: str | None,
        said: dict[int, str],
        *,
        before: list[str] | None = None,
        obsolete: bool = False,
    ) -> str:
        source = self._clean(source)
        pieces = [self._clean(line) if _CONTROL.search(line) else line for line in lines]
        if flags:
            pieces.append(f"#, {', '.join(flags)}\n")
        pieces += before or []
        words = [_keyword("msgctxt", self._clean(context))] if context else []
        words.append(_keyword("msgid", source))
        if plural is None:
            words.append(_keyword("msgstr", self._clean(said[0])))
        else:
            words.append(_keyword("msgid_plural", self._clean(plural)))
            words += [_keyword(f"msgstr[{index}]", self._clean(text)) for index, text in sorted(said.items())]
        if obsolete:
            words = [f"#~ {line}\n" for word in words for line in word.rstrip("\n").split("\n")]
        return "\n" + "".join(pieces) + "".join(words)


def _plural_forms(lang: str) -> str:
    """The Plural-Forms header of a language, by the table of the translate toolkit; English's where it has none."""
    from translate.lang.data import languages as known

    for code in (lang.replace("-", "_"), primary(lang) if lang else ""):
        if code in known and known[code][1]:
            return f"nplurals={known[code][1]}; plural={known[code][2]};"
    return "nplurals=2; plural=(n != 1);"


def _comments(mark: str, lines: list[str]) -> list[str]:
    return [f"{mark}{part}".rstrip(" ") + "\n" for line in lines for part in line.splitlines() or [""]]


def _keyword(name: str, text: str) -> str:
    """A keyword with its text; each line of the text on a line of its own."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", '\\n"\n"')
    if "\n" in escaped:
        body = f'""\n"{escaped}"'.removesuffix('\n""')
        return f"{name} {body}\n"
    return f'{name} "{escaped}"\n'


__all__ = ["CONTENT", "SOURCE", "write"]
