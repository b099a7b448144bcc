"""French."""

from termbase.languages.articles import led
from termbase.languages.language import Language, Numbers
from termbase.languages.stems import snowball
from termbase.languages.verbs import refitted, verb_forms

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()

LANGUAGE = Language(
    code="fr",
    name="French",
    own_name="Français",
    forms=verb_forms("fr"),
    stem=snowball("french"),
    refit=refitted("fr"),
    lead=led("fr"),
    marks="çêèàùœî",
    common=frozenset(
        (
        "le les des une et vous votre vos nous notre est sont pour dans avec sur pas que qui du au aux ce "
        "cette il elle être avez avons merci ne je la de en un ou par plus bien été "
    ).split()
    ),
    stacks=False,
    small=frozenset("se s me m te t l d n qu j c y à son sa ses leur leurs".split()),
    numbers=Numbers(
        decimal=",",
        group=" ",
        words=dict(
            zip(
                (
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
        "trente "
    ).split(),
                [*range(2, 17), 20, 30],
                strict=True,
            )
        )
        | {"un": 1, "une": 1},
        months={name: n for n, name in enumerate(_MONTHS, 1)} | {"fevrier": 2, "aout": 8, "decembre": 12},
        weekdays={name: n for n, name in enumerate("lundi mardi mercredi jeudi vendredi samedi dimanche".split(), 1)},
        units={
            "minute": "minute", "minutes": "minute", "heure": "hour", "heures": "hour", "h": "hour", "jour": "day",
            "jours": "day", "semaine": "week", "semaines": "week", "mois": "month", "an": "year", "ans": "year",
            "année": "year", "années": "year", "seconde": "second", "secondes": "second", "fois": "time",
        },
        afternoon=("de l'après-midi", "du soir"),
        morning=("du matin",),
    ),
    address=(
        r"\b(?:vous|votre|vos|nous|notre|nos|je|j'|mon|ma|mes|moi|tu|ton|veuillez|(?!chez|assez|nez)\w+ez|faites|dites|merci|remerci\w+|bonjour|bonsoir|cordialement|"
        r"désolée?s?|navrée?s?|excus\w+|regrett\w+|cher|chère|s'il vous plaît|svp)\b|\bj['’]"
    ),
    negations=r"\b(?:pas|jamais|aucune?|rien|sans|non|ni|personne ne)\b",
    hours=(
        r"\b(?:sous|dans|d'ici|avant|en|pendant|après|jusqu'à|dans un délai de|toutes? les)\s+(?:les?\s+|un\s+délai\s+de\s+)?(?:prochaines?\s+)?"
        r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|quarante-huit|\{\w+\})(?:\s*(?:-|–|à|ou)\s*(?:\d+|\w+))?\s*"
        r"(?:prochaines?\s+)?(?:minutes?|heures?|h\b|jours?|semaines?|mois)"
        r"|\b\d+\s*(?:-|–|à|ou)?\s*\d*\s*(?:minutes?|heures?|jours?|semaines?)\b"
        r"|\b(?:aujourd'hui|demain|après-demain|ce (?:soir|matin|midi|jour)|cet après-midi|cette (?:semaine|nuit)|midi|minuit)\b"
        r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|\b\d{1,2}\s*h(?:\s*\d{2})?\b|\b\d{1,2}:\d{2}\b"
        r"|\b(?:\d{1,2}|1er)\s+(?:" + "|".join(_MONTHS) + r")\b|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
