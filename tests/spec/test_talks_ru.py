"""Who met whom in Russian reports: receptions, calls, partners listed or without a name."""

from __future__ import annotations

from told_reports import tell_engagements


def test_guest_from_a_body() -> None:
    """The head of an organisation is a party for the organisation."""
    text = (
        "Заместитель министра иностранных дел Казахстана Айдос Ермеков принял генерального "
        "секретаря ОБСЕ Хельгу Майер в Астане."
    )
    assert tell_engagements(text) == ["meeting held | KZ OSCE | Ермеков Майер | Astana KZ | -"]


def test_ministers_of_three_countries_met_apart() -> None:
    """'Встречи с главами МИД …' with three people and their countries are three meetings."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров провел двусторонние встречи с министрами "
        "иностранных дел Чили Карлосом Мендесом, Кении Джозефом Мвангой и Непала Рамом Шармой."
    )
    assert [line.split(" | ")[1] for line in tell_engagements(text)] == ["CL KZ", "KE KZ", "KZ NP"]


def test_talk_of_two_after_the_noun() -> None:
    """Both sides of a talk can follow the noun, in the genitive or after 'между'."""
    people = ("Президента Казахстана Армана Серикова", "премьер-министра Индии Раджива Менона")
    told = ["meeting held | IN KZ | Сериков Менон | Astana KZ | -"]
    assert tell_engagements(f"В Астане состоялась встреча {people[0]} и {people[1]}.") == told
    text = (
        "Состоялся телефонный разговор между Президентом Казахстана Арманом Сериковым и Президентом "
        "Турции Мехметом Арсланом."
    )
    assert tell_engagements(text) == ["call held | KZ TR | Сериков Арслан | - | -"]


def test_a_talk_of_two_countries_without_names() -> None:
    """A meeting of the heads of two states is a meeting; who held it may be told later."""
    text = (
        "Сегодня в Астане состоялась встреча глав государств Казахстана и Туркменистана. Президент "
        "Казахстана Арман Сериков и Президент Туркменистана Батыр Оразов провели переговоры."
    )
    assert tell_engagements(text, "2026-06-03") == [
        "meeting held | KZ TM | Сериков Оразов | Astana KZ | 2026-06-03"
    ]


def test_who_is_only_quoted_takes_no_part() -> None:
    """The one named after the quotation says it, and is none of those who will meet."""
    text = (
        "«Министр иностранных дел Казахстана Ермек Айсаров встретится с министром иностранных дел Кении "
        "Джозефом Мвангой», – сообщил пресс-секретарь министерства Айбек Нуров."
    )
    assert [line.split(" | ")[2] for line in tell_engagements(text, "2026-06-03")] == ["Айсаров Мванга"]


def test_two_who_discussed() -> None:
    """What the ministers of two countries 'discussed' is a talk of the two."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров и его турецкий коллега Мехмет Арслан обсудили "
        "подготовку саммита."
    )
    assert tell_engagements(text) == ["meeting held | KZ TR | Айсаров Арслан | - | -"]
