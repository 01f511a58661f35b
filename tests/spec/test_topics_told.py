"""What an engagement was about, where its sentences name no field."""

from __future__ import annotations

import pytest

from elshi.reader import read

RUSSIAN = (
    "12 марта министр иностранных дел Казахстана Ержан Бекетов встретился в Астане с министром "
    "иностранных дел Омана Салемом аль-Харуси. "
)
KAZAKH = (
    "12 наурызда Қазақстан Сыртқы істер министрі Ержан Бекетов Астанада Оман Сыртқы істер министрі Салем "
    "әл-Харусимен кездесті. "
)
ENGLISH = (
    "On 12 March Foreign Minister Yerzhan Beketov of Kazakhstan met Foreign Minister Salem al-Harusi of Oman "
    "in Astana. "
)


def tell_topics(text: str) -> list[str]:
    """Return each engagement that the report `text` tells as 'type: topics'."""
    return [f"{e.type}: {' '.join(e.topics) or '-'}" for e in read(text, "2026-03-13").engagements]


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN + "Стороны обсудили вопросы, представляющие взаимный интерес.",
        RUSSIAN + "Стороны рассмотрели ход реализации достигнутых договоренностей.",
        RUSSIAN + "Стороны обсудили график предстоящих визитов.",
        KAZAKH + "Тараптар өзара қызығушылық тудыратын мәселелерді талқылады.",
        KAZAKH + "Тараптар алдағы сапарлар кестесін талқылады.",
        ENGLISH + "They discussed matters of mutual interest.",
        ENGLISH + "They reviewed the bilateral agenda.",
    ],
)
def test_relations_in_general_are_politics(text: str) -> None:
    """Matters of mutual interest, visits to come and agreements reached are the relations of two states."""
    assert tell_topics(text) == ["meeting: politics"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12 марта Президент Казахстана Дана Омарова провела телефонный разговор с Султаном Омана.", "call"),
        (
            (
                "12 наурызда Қазақстан Президенті Дана Омарова Болгария Президенті Георги Стояновпен "
                "телефон арқылы сөйлесті."
            ),
            "call",
        ),
        ("On 12 March President Dana Omarova of Kazakhstan spoke by phone with the Sultan of Oman.", "call"),
        (
            "12 марта посол Омана Салем аль-Харуси вручил верительные грамоты Президенту Казахстана.",
            "credentials",
        ),
    ],
)
def test_calls_and_credentials_are_of_relations_themselves(text: str, told: str) -> None:
    """A call of leaders and an envoy's credentials are political where the report says nothing else."""
    assert tell_topics(text) == [f"{told}: politics"]


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH])
def test_talks_of_which_nothing_is_said_have_no_topic(text: str) -> None:
    """That two ministers met says nothing of what they talked about."""
    assert tell_topics(text) == ["meeting: -"]


def test_a_field_that_is_named_stands_alone() -> None:
    """Beside trade, relations in general are no topic of their own; nor is a call about trade political."""
    assert tell_topics(ENGLISH + "They discussed trade and the prospects of cooperation.") == [
        "meeting: trade"
    ]
    call = (
        "On 12 March President Dana Omarova of Kazakhstan spoke by phone with the Sultan of Oman about trade."
    )
    assert tell_topics(call) == ["call: trade"]
