"""Spanish."""

from termbase.languages.articles import led
from termbase.languages.language import Language, Numbers
from termbase.languages.stems import snowball
from termbase.languages.verbs import refitted, verb_forms

_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()

LANGUAGE = Language(
    code="es",
    name="Spanish",
    own_name="Español",
    forms=verb_forms("es"),
    stem=snowball("spanish"),
    refit=refitted("es"),
    lead=led("es"),
    marks="ñ¿¡",
    common=frozenset(
        (
        "el los las una y su sus usted de del la que en es para con por no se le su nos ha más como pero "
        "si ya está puede hemos este esta al lo un gracias favor hay muy desde hasta cuando donde también sin todo "
        "todos cada nuestro nuestra nuestros nuestras hola tiene tenemos podemos entre sobre ser esto eso esa ese unos "
        "unas nada otro otra otros otras ya fue era están "
    ).split()
    ),
    stacks=False,
    small=frozenset("a o e u me te os".split()),
    numbers=Numbers(
        decimal=",",
        group=".",
        words=dict(
            zip(
                "uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta".split(),
                [*range(1, 13), 15, 20, 30],
                strict=True,
            )
        )
        | {"un": 1, "una": 1},
        months={name: n for n, name in enumerate(_MONTHS, 1)} | {"setiembre": 9},
        weekdays={name: n for n, name in enumerate("lunes martes miércoles jueves viernes sábado domingo".split(), 1)},
        units={
            "minuto": "minute", "minutos": "minute", "hora": "hour", "horas": "hour", "día": "day", "días": "day",
            "dia": "day", "dias": "day", "semana": "week", "semanas": "week", "mes": "month", "meses": "month",
            "año": "year", "años": "year", "segundo": "second", "segundos": "second", "veces": "time", "vez": "time",
        },
        afternoon=("de la tarde", "de la noche", "p. m.", "p.m.", "pm"),
        morning=("de la mañana", "de la madrugada", "a. m.", "a.m.", "am"),
    ),
    address=(
        r"\b(?:usted|ustedes|le|les|nos|nuestr[oa]s?|nosotros|vosotros|me|mi|mis|yo|tú|te|tu|tus|por favor|gracias|agradec\w+|hola|"
        r"buen(?:os|as) (?:días|tardes|noches)|estimad[oa]s?|saludos|atentamente|disculp\w+|lament\w+|perdón|perdone|sentimos|"
        r"clientes?|clienta|(?!mismos|últimos|próximos|máximos|mínimos|extremos|algoritmos|mecanismos|ritmos|ramos|tramos|términos)"
        r"\w{2,}[aeé]mos)\b|\b(?:haga|pulse|envíe|revise|indique|espere|compruebe|escriba|póngase|contacte|reinicie|actualice|instale|conecte|desconecte|"
        r"apague|encienda|vuelva a|pruebe|descargue|desinstale|mantenga|introduzca|cambie|active|desactive|use|utilice|"
        r"vacíe|borre|elimine|abra|cierre|seleccione|elija|vaya|denos|deme|siga|acceda|inicie|añada|devuélva\w+|"
        r"(?:indíque|díga|escríba|avíse|envíe|hága|facilíte|mánde|lláme|confírme|comuníque|remíta)(?:nos|me))\b"
    ),
    negations=r"\b(?:no|nunca|jamás|ning[uú]n\w*|sin|ni|tampoco|nada|nadie)\b",
    hours=(
        r"\b(?:en|dentro de|antes de|en un plazo de|durante|tras|hasta|cada)\s+(?:las?\s+|los?\s+|el\s+|unos?\s+|unas?\s+)?(?:próxim[oa]s\s+)?"
        r"(?:\d+|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce|quince|veinte|\{\w+\})(?:\s*(?:-|–|a|o)\s*(?:\d+|\w+))?\s+"
        r"(?:minutos?|horas?|días?|dias?|semanas?|mes(?:es)?)\b"
        r"|\b\d+\s*(?:-|–|a|o)?\s*\d*\s+(?:minutos?|horas?|días?|semanas?)\b|\b(?:una|dos|tres) (?:horas?|semanas?|días)\b"
        r"|\b(?:hoy|mañana|pasado mañana|esta (?:tarde|noche|mañana|semana)|mediodía|medianoche)\b"
        r"|\b(?:el|este|próximo)\s+(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|\b\d{1,2}(?::|\.)\d{2}\b"
        r"|\b\d{1,2}\s+de\s+(?:" + "|".join(_MONTHS) + r")\b|\ba las?\s+\d{1,2}|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
