"""Russian replacements stand in the case, number, gender, tense and person of the words they replace."""

from __future__ import annotations

import subprocess
import sys

import pytest

from termbase.checks import run
from termbase.languages import language
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term


def mended(before: str, found: str, rule: str, replacement: str) -> str:
    """What the draft says after the replacement, up to its end."""
    russian = language("ru")
    text = russian.refit(replacement, found, rule, before)
    text, taken = russian.lead(text, found, before)
    return before[: len(before) - taken] + text


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        ("", "тикет", "заявка"),
        ("Создайте ", "тикет", "Создайте заявку"),
        ("Мы можем закрыть ", "тикет", "Мы можем закрыть заявку"),
        ("Мы создали ", "тикет", "Мы создали заявку"),
        ("Мастер создал ", "тикет", "Мастер создал заявку"),
        ("Откройте, пожалуйста, ", "тикет", "Откройте, пожалуйста, заявку"),
        ("Мы закрыли, к сожалению, ", "тикет", "Мы закрыли, к сожалению, заявку"),
        ("Вам придёт ", "тикет", "Вам придёт заявка"),
        ("Номер ", "тикета", "Номер заявки"),
        ("У вас 3 ", "тикета", "У вас 3 заявки"),
        ("Мы получили 5 ", "тикетов", "Мы получили 5 заявок"),
        ("С ", "тикетами", "С заявками"),
        ("Все ", "тикеты", "Все заявки"),
        ("Мы закроем все ", "тикеты", "Мы закроем все заявки"),
        ("Мы закрыли ваш ", "тикет", "Мы закрыли вашу заявку"),
        ("Ваш новый ", "тикет", "Ваша новая заявка"),
        ("По вашему ", "тикету", "По вашей заявке"),
        ("О вашем ", "тикете", "О вашей заявке"),
    ],
)
def test_a_noun_takes_case_and_number_and_what_stands_before_its_gender(before: str, found: str, after: str) -> None:
    assert mended(before, found, "тикет", "заявка") == after


@pytest.mark.parametrize(
    ("before", "found", "rule", "replacement", "after"),
    [
        ("Свяжитесь с ", "искусственной службой", "искусственная служба", "оператор", "Свяжитесь с оператором"),
        ("в вашем ", "личном центре", "(персональный|личный) центр", "личный кабинет", "в вашем личном кабинете"),
        ("без ", "верификационного кода", "верификационный код", "код подтверждения", "без кода подтверждения"),
        ("за ", "драгоценными отзывами", "драгоценный отзыв", "ценный отзыв", "за ценными отзывами"),
        ("позовите ", "агента", "агент", "опытный сотрудник", "позовите опытного сотрудника"),
        ("", "драгоценного", "драгоценный", "ценный", "ценного"),
        ("по ", "драгоценной", "драгоценный", "ценный", "по ценной"),
        ("По нашему ", "SLA", "SLA", "срок ответа", "По нашему сроку ответа"),
        ("По нашему ", "SLA", "SLA", "правила ответа", "По нашим правилам ответа"),
        ("В рамках ", "SLA", "=SLA", "срок ответа", "В рамках срока ответа"),
        ("Ваш заказ уже в ", "ПВЗ", "=ПВЗ", "пункт выдачи", "Ваш заказ уже в пункте выдачи"),
        ("Заказ передан в ", "бэкофис", "(=бэкофис|=бэкофиса)", "служба поддержки", "Заказ передан в службу поддержки"),
        ("Ваш запрос у ", "бэкофиса", "(=бэкофис|=бэкофиса)", "служба поддержки", "Ваш запрос у службы поддержки"),
        ("Заказ лежит в ", "умном шкафчике", "", "умный постамат", "Заказ лежит в умном постамате"),
        ("Введите ", "ваучер", "ваучер", "промокод", "Введите промокод"),
        ("для ", "B2B-клиентов", "B2B-клиент", "корпоративные клиенты", "для корпоративных клиентов"),
        ("Деньги лежат на ", "эскроу", "эскроу", "защищённый счёт", "Деньги лежат на защищённом счёте"),
        ("Платёж прошёл ", "AVS", "AVS", "проверка", "Платёж прошёл проверку"),
        ("Пришлите ", "ТТН", "=ТТН", "накладная", "Пришлите накладную"),
        ("Наш ", "SLA", "SLA", "срок ответа", "Наш срок ответа"),
        ("Мы знаем о ", "SLA", "SLA", "условие", "Мы знаем об условии"),
        ("Просто выберите ", "удобный забор", "", "бесконтактная выдача", "Просто выберите бесконтактную выдачу"),
    ],
)  # fmt: skip
def test_the_head_speaks_for_its_phrase(before: str, found: str, rule: str, replacement: str, after: str) -> None:
    assert mended(before, found, rule, replacement) == after


SIGN_IN = "(подписаться|вписаться|подпишитесь) в [ваш] (аккаунт|профиль)"


@pytest.mark.parametrize(
    ("found", "rule", "replacement", "after"),
    [
        ("откроем счёт-фактуру", "открыть счёт-фактуру", "выставить счёт-фактуру", "выставим счёт-фактуру"),
        ("подпишитесь в аккаунт", SIGN_IN, "войти в аккаунт", "войдите в аккаунт"),
        ("подписаться в аккаунт", SIGN_IN, "войти в аккаунт", "войти в аккаунт"),
        ("подпишемся в аккаунт", SIGN_IN, "войти в аккаунт", "войдём в аккаунт"),
        ("подпишется в аккаунт", SIGN_IN, "войти в аккаунт", "войдёт в аккаунт"),
        ("подписался в аккаунт", SIGN_IN, "войти в аккаунт", "вошёл в аккаунт"),
        ("подписалась в аккаунт", SIGN_IN, "войти в аккаунт", "вошла в аккаунт"),
        ("подписались в аккаунт", SIGN_IN, "войти в аккаунт", "вошли в аккаунт"),
        ("поделитесь скриншотом", "поделиться скриншотом", "прислать скриншот", "пришлите скриншот"),
    ],
)
def test_a_verb_takes_mood_tense_person_number_and_gender(found: str, rule: str, replacement: str, after: str) -> None:
    assert mended("", found, rule, replacement) == after


def test_told_or_asked() -> None:
    assert mended("Если вы ", "поделитесь чеком", "поделиться чеком", "прислать чек") == "Если вы пришлёте чек"


@pytest.mark.parametrize(
    ("before", "found", "rule", "replacement"),
    [
        ("", "прошу подождать", "=прошу (подождать|ждать)", "подождите, пожалуйста"),  # another construction
        ("", "Мы не занимаемся этим", "мы не занимаемся этим", "я передам ваш вопрос"),  # a subject of its own
        ("", "держите линию", "держите линию", "оставайтесь на линии"),
        ("по ", "первоначальному пути", "=первоначальному =пути", "способу, которым вы платили"),
        ("Сообщает ", "тикет", "тикет", "заявка"),  # subject or object
        ("Вашему ", "тикету", "тикет", "кешбэк"),  # not in the dictionary
        ("к ", "тикету", "тикет", "имя и фамилия"),  # two heads
        ("к ", "тикету", "тикет", "ID заявки"),
    ],
)
def test_what_is_in_doubt_stays_as_written(before: str, found: str, rule: str, replacement: str) -> None:
    assert language("ru").refit(replacement, found, rule, before) == replacement


def test_the_words_before_are_replaced_with_the_words_found() -> None:
    ticket = Concept(terms=(Term(lang="ru", text="тикет", reason=Reason.JARGON, replacements=("заявка", "запрос")),))
    (finding,) = run(Draft(text="Ваш тикет закрыт.", lang="ru"), Glossary([ticket]), only=["jargon"])
    assert finding.text == "Ваш тикет закрыт"
    assert finding.replacements == ("Ваша заявка закрыта", "Ваш запрос закрыт")


@pytest.mark.parametrize(
    ("replacement", "after", "joined"),
    [
        ("Ваше обращение", " закрыт.", "Ваше обращение закрыто"),
        ("заявка", " была закрыта.", "заявка"),
        ("заявка", " уже был закрыт вчера.", "заявка уже была закрыта вчера"),
        ("доставка", " задержался", "доставка задержалась"),
        ("заявку", " закрыт", "заявку"),
        ("Ваше недовольство", " понятна.", "Ваше недовольство понятно"),
        ("заявка", " готов", "заявка готова"),
        ("данные", " получен.", "данные получены"),
        ("обращение", " закрыл мастер", "обращение"),
        ("обращение", " закрыли", "обращение"),
        ("заявка", ", закрыт", "заявка"),
    ],
)
def test_the_predicate_agrees(replacement: str, after: str, joined: str) -> None:
    assert language("ru").join(replacement, after)[0] == joined


def test_the_dictionary_is_loaded_only_for_a_replacement() -> None:
    code = (
        "import sys; from termbase.checks import run; from termbase.matching import Glossary; "
        "from termbase.model import Concept, Draft, Reason, Term; "
        "ticket = Term(lang='ru', text='тикет', reason=Reason.JARGON, replacements=('заявка',)); "
        "base = Glossary([Concept(terms=(ticket,))]); "
        "run(Draft(text='Ваш заказ отправлен вчера.', lang='ru'), base); before = 'pymorphy3' in sys.modules; "
        "run(Draft(text='Ваш тикет закрыт.', lang='ru'), base); print(before, 'pymorphy3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
