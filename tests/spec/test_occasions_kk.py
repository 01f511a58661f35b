"""Visits, sessions, ceremonies and papers in Kazakh reports."""

from __future__ import annotations

import pytest
from told_reports import tell_engagements

from elshi.reader import read


def test_headline_names_the_place() -> None:
    """Where only the headline says where, the engagement told first was there."""
    text = (
        "Женевада көші-қон мәселелері талқыланды\n\n"
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Норвегия Сыртқы істер министрі Ларс Хаугенмен "
        "кездесті."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ NO | Айсаров Хауген | Geneva CH | 2026-03-12~"
    ]


def test_visit_that_is_put_off() -> None:
    """Whose visit it is stands in the genitive; a visit that is put off is cancelled."""
    text = "Иран Сыртқы істер министрі Реза Ахмадидің Астанаға сапары кейінге шегерілді."
    assert tell_engagements(text, "2026-03-12") == ["visit cancelled | IR KZ | Ахмади | Astana KZ | -"]


def test_visit_of_a_group_that_is_put_off() -> None:
    """The visit of members of parliament without names is one of their country, and of nobody else."""
    text = (
        "Елші Дана Әлиева Таллинде мэрмен кездесті. Эстониялық парламентшілердің сәуірге белгіленген "
        "Қазақстанға сапары кейінге шегерілді."
    )
    assert tell_engagements(text, "2026-03-12")[-1].startswith("visit cancelled | EE KZ | - | KZ")


def test_telegram_to_the_name_of() -> None:
    """'Серіковтің атына' tells to whom a telegram was sent."""
    text = (
        "Қазақстан Президенті Арман Серіковтің атына Куба Президенті Луис Эрнандестен құттықтау жеделхаты "
        "келіп түсті."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "message held | CU KZ | Эрнандес Серіков | - | 2026-03-12~"
    ]


def test_country_that_ends_like_a_locative() -> None:
    """'Канада' is no place where something happens."""
    text = "Канада Премьер-министрі Майкл Торн Қазақстан Президенті Арман Серіковпен Ослода кездесті."
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | CA KZ | Торн Серіков | Oslo NO | 2026-03-12~"
    ]


def test_whole_name_of_a_commission() -> None:
    """The name of a commission reaches back over its purpose; words in -тық are no verbs."""
    text = (
        "Белградта Қазақстан-Сербия сауда-экономикалық ынтымақтастық жөніндегі үкіметаралық комиссиясының "
        "оныншы отырысы өтті."
    )
    names = [e.event.surface for e in read(text).engagements if e.event]
    assert len(names) == 1
    assert names[0].startswith("Қазақстан-Сербия сауда-экономикалық ынтымақтастық")
    assert names[0].endswith("оныншы отырысы")


@pytest.mark.parametrize(
    "text",
    [
        "Емтиханды қабылдау комиссиясының отырысы кеше өтті.",
        "Министрліктің алқа отырысы онлайн өтті.",
        "Чемпиондар лигасында екі клуб мамырда кездеседі.",
        "Университет жаңа студенттерін салтанатты жиында қабылдады.",
    ],
)
def test_what_only_sounds_like_an_engagement(text: str) -> None:
    """Boards, matches and universities hold meetings and receive people, and are no diplomacy."""
    assert tell_engagements(text) == []


def test_letters_of_several_senders() -> None:
    """Everyone in the ablative before the noun has sent a letter of his own."""
    text = (
        "Қазақстан Президенті Арман Серіковтің атына Чехия Президенті Ян Новактан және Чили Президенті "
        "Карлос Мендестен құттықтау жеделхаттары келіп түсті."
    )
    assert [line.split(" | ")[1] for line in tell_engagements(text, "2026-03-12")] == ["CZ KZ", "CL KZ"]


def test_year_that_a_plan_is_for() -> None:
    """'2027 жылға арналған жоспар' does not date the signing."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Чили Сыртқы істер министрі Карлос Мендеспен "
        "кездесті. Кездесу соңында 2027 жылға арналған жоспарға қол қойылды."
    )
    assert tell_engagements(text, "2026-03-12")[-1] == (
        "signing held | CL KZ | - | - | 2026-03-12~ | within meeting"
    )


def test_house_in_a_city() -> None:
    """A house with the name of its city as an attribute is the place of the talks."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Ослодағы Корольдік сарайда емес, Ослодағы Парламент "
        "ғимаратында Норвегия Сыртқы істер министрі Ларс Хаугенмен кездесті."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ NO | Айсаров Хауген | Oslo NO | 2026-03-12~"
    ]


def test_speech_at_the_ceremony_just_told() -> None:
    """'Салтанатты жиында сөйлеген сөзінде' goes on with what was told and is no ceremony of its own."""
    text = (
        "Чили Елшісі Карлос Мендес Қазақстан Президенті Арман Серіковке сенім грамотасын тапсырды. "
        "Салтанатты жиында сөйлеген сөзінде Президент екі елдің достығын атап өтті."
    )
    assert [line.split()[0] for line in tell_engagements(text, "2026-03-12")] == ["credentials"]


def test_going_to_take_part_is_no_visit() -> None:
    """Who flies to a country to take part in a conference takes part in it, and pays no visit."""
    text = (
        "Ослода су қауіпсіздігі жөніндегі халықаралық форум өтуде. Форумға қатысу үшін Қазақстан Сыртқы "
        "істер министрі Ермек Айсаров кеше Норвегияға ұшып келді."
    )
    told = tell_engagements(text, "2026-03-12")
    assert [line.split(" | ")[0] for line in told] == ["conference ongoing"]
    assert "Айсаров" in told[0]


def test_next_session_is_another() -> None:
    """The next session of a commission, agreed on at this one, is an engagement that lies ahead."""
    text = (
        "Гаагада Қазақстан мен Нидерланды арасындағы үкіметаралық комиссияның үшінші отырысы өтті. "
        "Комиссияның келесі отырысын 2027 жылы Астанада өткізу туралы уағдаластыққа қол жеткізілді."
    )
    told = tell_engagements(text, "2026-03-12")
    assert [line.split(" | ")[0] for line in told] == ["commission held", "commission planned"]
    assert told[1].split(" | ")[3:5] == ["Astana KZ", "2027"]


def test_words_in_a_telegram() -> None:
    """What is said 'in the telegram' goes on with the message just told."""
    text = (
        "Қазақстан Президенті Арман Серіков Чили Президенті Карлос Мендеске құттықтау жеделхатын жолдады. "
        "Жеделхатта Президент Серіков екі елдің достығын атап өтті."
    )
    assert [line.split(" | ")[0] for line in tell_engagements(text, "2026-03-12")] == ["message held"]


def test_theme_is_part_of_the_name() -> None:
    """The theme in quotation marks stands inside the name of the event, which is that of the organ before."""
    text = (
        "Қазақстанның БҰҰ жанындағы Тұрақты өкілі Ермек Айсаров БҰҰ Қауіпсіздік Кеңесінің «Су және "
        "бейбітшілік» тақырыбына арналған ашық отырысына қатысты."
    )
    event = read(text).engagements[0].event
    assert event is not None
    assert event.surface.startswith("БҰҰ Қауіпсіздік Кеңесінің «Су")


def test_embassy_opened() -> None:
    """The opening of an embassy is a ceremony of both countries, which those who come to it join."""
    text = (
        "Белградта Қазақстан елшілігінің жаңа ғимаратының ашылу салтанаты болды. Оған Қазақстан Сыртқы істер "
        "министрі Ермек Айсаров пен Сербия Сыртқы істер министрі Марко Илич қатысты."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "ceremony held | KZ RS | Айсаров Илич | Belgrade RS | 2026-03-12~"
    ]


def test_school_opened() -> None:
    """A ceremony at home with nobody of another country is no engagement."""
    text = "Қазақстан Премьер-министрі Ермек Айсаров Алматыда спорт кешенінің ашылу рәсіміне қатысты."
    assert tell_engagements(text, "2026-03-12") == []


def test_visit_put_off_to_another_year() -> None:
    """A visit put off to next year is cancelled, and next year is not when it was to be."""
    text = "Чили Президенті Карлос Мендестің Қазақстанға сапары келесі жылға қалдырылды."
    assert tell_engagements(text, "2026-03-12")[0].split(" | ")[0] == "visit cancelled"
    assert "2027" not in tell_engagements(text, "2026-03-12")[0]
