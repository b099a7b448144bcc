"""English: inflecting, spaced; the apostrophe belongs to the word (don't), a possessive 's does not."""

from termbase.languages.language import Language, Numbers
from termbase.languages.lemmas import lemma_forms


def _without_possessive(word: str) -> tuple[str, ...]:
    return (word[:-2],) if word.endswith("'s") else ()


_MONTHS = "january february march april may june july august september october november december".split()

LANGUAGE = Language(
    code="en",
    name="English",
    own_name="English",
    joins="'",
    forms=lemma_forms("en", _without_possessive),
    common=frozenset(
        (
        "the and you your to of is are for we our in it that this with not have has will be been on can "
        "as please i if was by from or at an any would could my do does did there when which what how "
    ).split()
    ),
    numbers=Numbers(
        words=dict(
            zip(
                (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    ).split(),
                [*range(1, 21), *range(30, 100, 10)],
                strict=True,
            )
        ),
        months={name: n for n, name in enumerate(_MONTHS, 1)}
        | {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
        | {"sept": 9},
        units={
            "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute", "hour": "hour", "hours": "hour",
            "day": "day", "days": "day", "working": "day", "business": "day", "calendar": "day", "week": "week",
            "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year", "second": "second",
            "seconds": "second", "percent": "percent", "times": "time", "items": "piece", "pieces": "piece",
        },
        afternoon=("pm", "p.m.", "p.m", "in the afternoon", "in the evening"),
        morning=("am", "a.m.", "a.m", "in the morning"),
    ),
    negations=r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|\w+n['’]t)\b",
    hours=(
        r"\b(?:within|in|by|before|until|till|no later than|after|every|for)\s+(?:the\s+)?(?:next\s+|about\s+|around\s+|"
        r"at most\s+|up to\s+)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve|twenty|"
        r"thirty|\{\w+\}|half an?)\b(?:\s*(?:-|–|to|or)\s*(?:\d+|\w+))?\s*(?:working\s+|business\s+|calendar\s+|full\s+)?"
        r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|o'clock|[ap]\.?m\b|\{\w+\})"
        r"|\b\d+\s*(?:-|–|to)\s*\d+\s+(?:working\s+|business\s+)?(?:minutes?|hours?|days?|weeks?)\b"
        r"|\b\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?|o'clock)|\b\d{1,2}:\d{2}\b"
        r"|\b(?:by|before|on|until|at)\s+(?:noon|midnight|the end of (?:the\s+|this\s+)?(?:day|week|month|business day|today)|"
        r"close of business|(?:this |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|today|"
        r"tonight|this (?:morning|afternoon|evening))\b"
        r"|\b(?:today|tomorrow|tonight|this (?:morning|afternoon|evening|week)|next (?:monday|tuesday|wednesday|thursday|"
        r"friday|saturday|sunday|week))\b"
        r"|\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|"
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2})\b"
        r"|\b\d+[- ](?:minute|hour|day)s?\b"
        r"|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
