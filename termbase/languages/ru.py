"""Russian. The letter ё is often written е."""

from termbase.languages.language import Language, Numbers
from termbase.languages.lemmas import lemma_forms
from termbase.languages.russian import join, lead, refit
from termbase.languages.stems import snowball

_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_lemmas = lemma_forms("ru")


def _forms(word: str) -> tuple[str, ...]:
    found = _lemmas(word)
    return found if "ё" not in "".join(found) else tuple(dict.fromkeys(form.replace("ё", "е") for form in found))


LANGUAGE = Language(
    code="ru",
    name="Russian",
    own_name="Русский",
    forms=_forms,
    stem=snowball("russian"),
    refit=refit,
    lead=lead,
    join=join,
    letters="\u0400-\u04ff",
    common=frozenset("и в не на вы ваш мы с по для что это к из за от".split()),
    stacks=False,
    small=frozenset("о об у при до себя свой".split()),
    numbers=Numbers(
        decimal=",",
        group=" ",
        words={
            "один": 1, "одного": 1, "одной": 1, "одну": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3, "трёх": 3,
            "четыре": 4, "четырех": 4, "четырёх": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7,
            "восемь": 8, "девять": 9, "десять": 10, "десяти": 10,
        },
        months={name: n for n, name in enumerate(_MONTHS, 1)},
        weekdays={
            name: n
            for n, names in enumerate(
                (
                    "понедельник понедельника понедельнику", "вторник вторника вторнику", "среда среду среды среде",
                    "четверг четверга четвергу", "пятница пятницу пятницы пятнице", "суббота субботу субботы субботе",
                    "воскресенье воскресенья воскресенью",
                ),
                1,
            )
            for name in names.split()
        },
        units={
            "минута": "minute", "минуты": "minute", "минут": "minute", "минуту": "minute", "час": "hour", "часа": "hour",
            "часов": "hour", "день": "day", "дня": "day", "дней": "day", "рабочих": "day", "рабочего": "day",
            "суток": "day", "неделя": "week", "недели": "week", "недель": "week", "неделю": "week", "месяц": "month",
            "месяца": "month", "месяцев": "month", "год": "year", "года": "year", "лет": "year", "секунд": "second",
            "секунды": "second", "процент": "percent", "процентов": "percent", "раз": "time", "раза": "time",
            "штук": "piece", "штуки": "piece",
        },
        afternoon=("дня", "вечера"),
        morning=("утра", "ночи"),
    ),
    address=(
        r"\b(?:вы|вас|вам|вами|ваш\w*|мы|нас|нам|нами|наш\w*|я|мне|меня|мой|моя|пожалуйста|спасибо|благодар\w+|здравствуйте|"
        r"добрый (?:день|вечер)|доброе утро|уважаем\w+|извин\w+|прост(?:ите|им)|сожале\w+|приносим|к сожалению|с уважением|"
        r"клиент\w*|\w{2,}(?:айте|яйте|уйте|ейте|ойте|ите|ьте)(?:сь)?)\b"
    ),
    negations=r"\b(?:не|нет|ни|никогда|ничего|никто|без|нельзя|невозможно)\b",
    hours=(
        r"\b(?:в течение|через|за|до|не позднее|после|на|каждые)\s+(?:\d+|одного|одной|двух|трех|трёх|четырех|пяти|десяти|один|два|две|три|"
        r"пять|\{\w+\})?(?:\s*(?:-|–|до|или)\s*\d+)?\s*(?:рабоч\w+\s+|ближайш\w+\s+)?"
        r"(?:минут\w*|час(?:а|ов)?|дн(?:я|ей)|день|суток|недел\w+|месяц\w*)\b"
        r"|\b\d+\s*(?:-|–)?\s*\d*\s+(?:рабоч\w+\s+)?(?:минут\w*|час(?:а|ов)?|дн(?:я|ей)|день|суток|недел\w+)\b"
        r"|\b(?:сегодня|завтра|послезавтра|полудня|полуночи|этой неделе|следующей неделе)\b"
        r"|\b(?:понедельник\w*|вторник\w*|сред[уы]|четверг\w*|пятниц\w+|суббот\w+|воскресень\w+)\b"
        r"|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s+(?:" + "|".join(_MONTHS) + r")\b|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
