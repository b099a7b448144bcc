"""Articles of Spanish and French: a replacement takes along the article before it that must agree with it.

A replacement that begins with an article says its gender and number by that, and takes the kind of article, or the
possessive, that stands in the text: for "balance" the replacement "el saldo" becomes "un saldo", "del saldo", "su saldo".
French words that lose a vowel before another have or lose it: d'article, but de produit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_Row = tuple[str, ...]
_ROWS: dict[str, tuple[_Row, ...]] = {
    code: tuple(tuple(row.split(".")) for row in rows.split(" "))
    for code, rows in {
        "es": (
            "el.la.los.las un.una.unos.unas del.de_la.de_los.de_las al.a_la.a_los.a_las este.esta.estos.estas "
            "ese.esa.esos.esas otro.otra.otros.otras nuestro.nuestra.nuestros.nuestras nuevo.nueva.nuevos.nuevas "
            "algún.alguna.algunos.algunas ningún.ninguna.ningunos.ningunas su.su.sus.sus mi.mi.mis.mis tu.tu.tus.tus "
            "qué.qué.qué.qué cada.cada.cada.cada cualquier.cualquier.cualquier.cualquier"
        ),
        "fr": (
            "le.la.les.les un.une.des.des du.de_la.des.des au.à_la.aux.aux ce.cette.ces.ces votre.votre.vos.vos "
            "notre.notre.nos.nos leur.leur.leurs.leurs mon.ma.mes.mes ton.ta.tes.tes son.sa.ses.ses "
            "quel.quelle.quels.quelles aucun.aucune.aucuns.aucunes chaque.chaque.chaque.chaque "
            "nouveau.nouvelle.nouveaux.nouvelles"
        ),
    }.items()
}
"""Masculine, feminine and their plurals of each word that agrees with a noun after it; the row of articles is first."""
_MELTING = {"es": {"de": 2, "a": 3}, "fr": {"de": 2, "à": 3}}
"""Prepositions, and the row of their forms with an article."""
_ARTICLES = {
    "es": {"el": 0, "un": 0, "la": 1, "una": 1, "los": 2, "unos": 2, "las": 3, "unas": 3},
    "fr": {"le": 0, "un": 0, "la": 1, "une": 1, "les": 2, "des": 2},
}
"""Articles a replacement may begin with, and the place of its gender and number in a row."""
_BEFORE_VOWEL = {
    "le": "l'", "la": "l'", "du": "de l'", "de la": "de l'", "au": "à l'", "à la": "à l'", "ce": "cet",
    "ma": "mon", "ta": "ton", "sa": "son", "nouveau": "nouvel",
}  # fmt: skip
_ELIDED = {"d'": "de", "qu'": "que", "n'": "ne", "s'": "se", "j'": "je", "m'": "me", "t'": "te"}
_ELIDING = {full: short for short, full in _ELIDED.items()} | {
    short: _BEFORE_VOWEL[short] for short in ("le", "la", "du", "de la", "au", "à la")
}
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôœù]|h(?!ors|aut|ub\b|uit|asard|onte|ausse)", re.IGNORECASE)
_SHORT = re.compile(
    r"(?<![\w-])((?:d|qu|n|s|j|m|t)'|(?:de la|à la|de|que|ne|se|je|me|te|du|au|le|la)\s)$", re.IGNORECASE
)


def led(code: str) -> Callable[[str, str, str], tuple[str, int]]:
    """A `lead` function: the replacement with the article or the elided word before it, and the characters that took."""
    rows = {form.replace("_", " "): row for row in reversed(_ROWS[code]) for form in row}
    if code == "fr":
        rows |= {"l'": _ROWS[code][0], "de l'": _ROWS[code][2], "à l'": _ROWS[code][3], "cet": _ROWS[code][4]}
    forms = "|".join(sorted(map(re.escape, (*rows, *_MELTING[code])), key=len, reverse=True))
    written = re.compile(rf"(?<![\w-])({forms})(?:(?<=')|\s)$", re.IGNORECASE)
    article = re.compile(rf"({'|'.join(_ARTICLES[code])})\s", re.IGNORECASE)
    opened = re.compile(rf"(?:{forms})(?![\w-])", re.IGNORECASE)

    def lead(replacement: str, found: str, before: str) -> tuple[str, int]:
        before = before.replace("’", "'")
        own, word = article.match(replacement), written.search(before)
        if own is None or word is None:
            return _with_elision(replacement, before) if code == "fr" else (replacement, 0)
        noun, column = replacement[own.end() :], _ARTICLES[code][own[1].lower()]
        leading = word[1].lower()
        covered = opened.match(found) is not None
        if leading in _MELTING[code]:
            row = _ROWS[code][_MELTING[code][leading]] if covered or leading != "de" else None
            if row is not None and own[1].lower() not in ("el", "la", "los", "las", "le", "les"):
                return replacement, 0
        elif covered:
            return replacement, 0
        else:
            row = rows[leading]
        form = row[column].replace("_", " ") if row else leading
        if code == "fr" and _VOWEL.match(noun):
            form = _BEFORE_VOWEL.get(form, "d'" if form == "de" else form)
        return form + ("" if form.endswith("'") else " ") + noun, len(before) - word.start()

    return lead


def _with_elision(replacement: str, before: str) -> tuple[str, int]:
    """A replacement with the short word before it, which loses its vowel before another one and has it else."""
    short = _SHORT.search(before)
    if short is None or not replacement[:1].isalpha():
        return replacement, 0
    word = short[1].strip().lower()
    form = _ELIDING.get(word) if _VOWEL.match(replacement) else _ELIDED.get(word, "") + " "
    return (form + replacement, len(short[1])) if form and form.strip() else (replacement, 0)
