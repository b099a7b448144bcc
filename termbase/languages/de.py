"""German."""

from termbase.languages.german import lead, refit
from termbase.languages.language import Language, Numbers
from termbase.languages.lemmas import lemma_forms
from termbase.languages.stems import snowball

_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split()

LANGUAGE = Language(
    code="de",
    name="German",
    own_name="Deutsch",
    capital_nouns=True,
    forms=lemma_forms("de"),
    stem=snowball("german"),
    refit=refit,
    lead=lead,
    compounds=True,
    prefixes=tuple(
        "ab an auf aus bei durch ein fest fort frei her heran heraus herunter hin hinzu hoch los mit nach um unter vor "
        "voraus vorbei weg weiter wieder zu zurück zusammen".split()
    ),
    bound=("be", "ent", "er", "ge", "ver", "zer"),
    marks="ßäöü",
    common=frozenset(
        (
        "der die das und ist sind sie ihr ihre ihren wir für nicht mit auf den dem des ein eine einen zu "
        "von es im wird werden haben hat bitte wenn bei auch als oder sich kann können uns unser "
    ).split()
    ),
    stacks=False,
    endings=("ung", "ungen"),
    small=frozenset("in am zum zur vom beim ins einem einer eines".split()),
    numbers=Numbers(
        decimal=",",
        group=".",
        words=dict(
            zip(
                "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf vierzehn fünfzehn zwanzig dreißig".split(),
                [*range(2, 13), 14, 15, 20, 30],
                strict=True,
            )
        )
        | {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1},
        months={name: n for n, name in enumerate(_MONTHS, 1)},
        weekdays={name: n for n, name in enumerate("montag dienstag mittwoch donnerstag freitag samstag sonntag".split(), 1)}
        | {"sonnabend": 6},
        units={
            "minute": "minute", "minuten": "minute", "stunde": "hour", "stunden": "hour", "tag": "day", "tage": "day",
            "tagen": "day", "werktag": "day", "werktage": "day", "werktagen": "day", "arbeitstage": "day",
            "arbeitstagen": "day", "woche": "week", "wochen": "week", "monat": "month", "monate": "month",
            "monaten": "month", "jahr": "year", "jahre": "year", "jahren": "year", "sekunden": "second",
            "sekunde": "second", "prozent": "percent", "mal": "time", "stück": "piece",
        },
        afternoon=("nachmittags", "abends"),
        morning=("morgens", "vormittags"),
    ),
    address=(
        r"\b(?:bitte|danke|dankeschön|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?|freundliche[nr]? grüße|gern|gerne|"
        r"wir|uns|unser\w*|ich|mein\w*|mir|mich|du|dein\w*|dir|dich|euch|leider|entschuldig\w+|(?:tut|täte) (?:mir|uns) leid|"
        r"bedauer\w+)\b|\b(?-i:Ihnen|Ihre?[mnrs]?)\b|\b\w+e?n (?-i:Sie)\b|\b(?-i:Sie) \w+e?n\b"
    ),
    negations=r"\b(?:nicht|kein\w*|nie|niemals|nichts|niemand\w*|ohne|weder|noch nie)\b",
    hours=(
        r"\b(?:innerhalb(?: von)?|binnen|in|bis|vor|nach|spätestens|für|alle)\s+(?:den\s+|der\s+|die\s+|das\s+)?(?:nächsten\s+|spätestens\s+|etwa\s+|ca\.\s+)?"
        r"(?:\d+|eine[mrsn]?|ein|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|vierzehn|zwanzig|\{\w+\})(?:\s*(?:-|–|bis|oder)\s*(?:\d+|\w+))?\s+"
        r"(?:minuten?|stunden?|tage?n?|werktage?n?|arbeitstage?n?|wochen?|monate?n?)\b"
        r"|\b\d+\s*(?:-|–|bis)?\s*\d*\s+(?:minuten?|stunden?|tage?n?|werktage?n?|arbeitstage?n?|wochen?)\b"
        r"|\b(?:heute|morgen|übermorgen|noch heute|diese woche|nächste woche|feierabend|mittag|mitternacht)\b"
        r"|\b(?:am|bis|nächsten)\s+(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b"
        r"|\b\d{1,2}(?::\d{2})?\s*uhr\b|\b\d{1,2}:\d{2}\b|\b\d{1,2}\.\s*(?:" + "|".join(_MONTHS) + r"|\d{1,2}\.)"
        r"|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
