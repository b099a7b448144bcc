"""Portuguese, with the habits of Brazil where the two differ."""

from termbase.languages.language import Language, Numbers
from termbase.languages.stems import snowball
from termbase.languages.verbs import refitted, verb_forms

_MONTHS = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    own_name="Português",
    forms=verb_forms("pt"),
    stem=snowball("portuguese"),
    refit=refitted("pt"),
    marks="ãõ",
    common=frozenset(
        (
        "o os um uma e do da dos das na nos nas ao em com para por pelo pela não você seu sua seus suas que é são foi "
        "isso este esta mais mas como se obrigado obrigada olá já lhe eu ele ela tem temos vou vamos pode posso será "
        "estou sim até muito também ou quando nosso nossa minha meu aqui uns umas neste nesta deste desta isto está "
        "depois sem fazer ainda todos nosso pelos pelas ter ser caso dia dias hoje fica favor "
    ).split()
    ),
    stacks=False,
    small=frozenset("a as à às me te".split()),
    numbers=Numbers(
        decimal=",",
        group=".",
        words=dict(
            zip(
                (
        "dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito "
        "dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa "
    ).split(),
                [*range(2, 21), *range(30, 100, 10)],
                strict=True,
            )
        )
        | {"um": 1, "uma": 1, "duas": 2, "catorze": 14, "cem": 100, "mil": 1000},
        months={name: n for n, name in enumerate(_MONTHS, 1)} | {"marco": 3},
        weekdays={f"{name}-feira": n for n, name in enumerate("segunda terça quarta quinta sexta".split(), 1)}
        | {"sábado": 6, "domingo": 7},
        units={
            "minuto": "minute", "minutos": "minute", "hora": "hour", "horas": "hour", "h": "hour", "dia": "day",
            "dias": "day", "semana": "week", "semanas": "week", "mês": "month", "mes": "month", "meses": "month",
            "ano": "year", "anos": "year", "segundo": "second", "segundos": "second", "vez": "time", "vezes": "time",
        },
        afternoon=("da tarde", "da noite", "p.m.", "pm"),
        morning=("da manhã", "da madrugada", "a.m.", "am"),
    ),
    address=(
        r"\b(?:você|vocês|senhora?|lhe|lhes|nos|noss[oa]s?|nós|eu|me|meu|minha|seu|sua|seus|suas|por favor|obrigad[oa]s?|agradec\w+|"
        r"olá|bo(?:m dia|a tarde|a noite)|prezad[oa]s?|car[oa] clientes?|atenciosamente|desculp\w+|lament\w+|sentimos|clientes?|"
        r"\w{2,}[aei]mos)\b"
    ),
    negations=r"\b(?:não|nunca|jamais|nenhum\w*|sem|nem|tampouco|nada|ninguém)\b",
    hours=(
        r"\b(?:em|dentro de|antes d[aeo]s?|no prazo de|em até|durante|após|até|a cada|por)\s+(?:as?\s+|os?\s+|uns?\s+|umas?\s+)?"
        r"(?:próxim[oa]s\s+|cerca de\s+)?(?:\d+|uma?|dois|duas|três|quatro|cinco|seis|sete|oito|dez|doze|quinze|vinte|\{\w+\})"
        r"(?:\s*(?:-|–|a|ou)\s*(?:\d+|\w+))?\s*(?:minutos?|horas?|h\b|dias?|semanas?|m[êe]s(?:es)?)"
        r"|\b(?:nas|nos)\s+próxim[oa]s\s+(?:\d+|\w+)\s+(?:minutos|horas|dias|semanas)\b"
        r"|\b\d+\s*(?:-|–|a|ou)?\s*\d*\s*(?:minutos?|horas?|dias?|semanas?)\b|\b(?:uma|duas|três) (?:horas?|semanas?)\b"
        r"|\b(?:hoje|amanhã|depois de amanhã|esta (?:tarde|noite|semana|manhã)|meio-dia|meia-noite)\b"
        r"|\b(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?\b|\b(?:sábado|domingo)\b"
        r"|\b\d{1,2}\s*h(?:\s*\d{2})?\b|\b\d{1,2}:\d{2}\b|\bàs?\s+\d{1,2}"
        r"|\b(?:\d{1,2}|1º)\s+de\s+(?:" + "|".join(_MONTHS) + r")\b|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
