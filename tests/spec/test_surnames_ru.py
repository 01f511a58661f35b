"""What a Russian surname's case, a throne, a farewell call or an infinitive says of an engagement."""

from __future__ import annotations

from told_reports import tell_engagements, tell_people

MINISTER = "Министр иностранных дел Казахстана Ермек Айсаров"


def test_whose_talks() -> None:
    """'Переговоры Серикова и Эрдема' are of those told of before: the endings show the genitive."""
    text = (
        "Президент Казахстана Алихан Сериков и президент Турции Орхан Эрдем прибыли в Самарканд. Вечером "
        "состоялись двусторонние переговоры Серикова и Эрдема."
    )
    assert tell_engagements(text) == [
        "visit held | TR UZ | Эрдем | Samarkand UZ | -",
        "meeting held | KZ TR | Сериков Эрдем | Samarkand UZ | - | within visit",
    ]


def test_guest_by_surname() -> None:
    """'Серикова приняла Тошева': the surname before the verb is the object, ending in -а as it does."""
    text = (
        "Президент Казахстана Алихан Сериков прибыл в Самарканд. Серикова приняла премьер-министр "
        "Узбекистана Азиза Тошева."
    )
    assert tell_engagements(text) == [
        "visit held | KZ UZ | Сериков | Samarkand UZ | -",
        "meeting held | KZ UZ | Тошева Сериков | Samarkand UZ | - | within visit",
    ]


def test_full_title_of_an_envoy() -> None:
    """'С Чрезвычайным и Полномочным Послом': the conjunction in a title does not hide its case."""
    text = f"{MINISTER} провел встречу с Чрезвычайным и Полномочным Послом Японии Кэндзи Мацуура."
    assert tell_engagements(text) == ["meeting held | JP KZ | Айсаров Мацуура | - | -"]


def test_clause_of_its_own() -> None:
    """Who is the subject after ', а' takes no part in the talk told before it."""
    text = (
        f"{MINISTER} обсудил с послом Вьетнама Чан Ван Туном рейсы, а посол Италии Дарио Беллини открыл "
        "выставку."
    )
    assert tell_engagements(text) == ["meeting held | KZ VN | Айсаров Тун | - | -"]


def test_farewell_call() -> None:
    """A farewell call is a meeting with the one called on, and no visit."""
    text = "Посол Индии в Норвегии Рагхав Менон нанес прощальный визит спикеру Стортинга Ларсу Хаугену."
    assert tell_engagements(text) == ["meeting held | IN NO | Менон Хауген | NO | -"]


def test_journey_for_taking_part() -> None:
    """Who is somewhere to take part in a session takes part in it, and what he does there is within it."""
    text = (
        "Министр иностранных дел Перу Хуан Рохас, находящийся в Женеве для участия в 58-й сессии Совета ООН "
        "по правам человека, провел ряд встреч. С министром иностранных дел Чили Карлосом Мендесом обсуждена "
        "торговля."
    )
    assert tell_engagements(text) == [
        "conference held | PE UN | Рохас | Geneva CH | 2025",
        "meeting held | CL PE | Рохас Мендес | Geneva CH | 2025 | within conference",
    ]


def test_agreed_to_sign() -> None:
    """An infinitive tells of what is to come: who agreed to sign has not signed."""
    text = (
        f"{MINISTER} провел переговоры с министром иностранных дел Кубы Бруно Аррехоей. Стороны условились "
        "подписать договор в мае."
    )
    assert tell_engagements(text) == ["meeting held | CU KZ | Айсаров Аррехоя | - | -"]


def test_who_appoints() -> None:
    """Who appoints takes no part in the appointment, and an envoy does not serve the country of the post."""
    text = "Президент Казахстана Арман Сериков назначил Ержана Омарова послом в Перу."
    assert tell_engagements(text) == ["appointment held | KZ PE | Омаров | - | -"]


def test_events_of_nobody() -> None:
    """Events called by common words, of which nobody tells who took part, are none of diplomacy."""
    assert tell_engagements("В Германии планировалось провести несколько памятных мероприятий.") == []


def test_king_and_president() -> None:
    """A king is not the president of whom is told after him."""
    text = (
        "Посол Кыргызстана Азамат Сыдыков вручил грамоты Королю Филиппу Лораню. Король передал пожелания "
        "президенту Кыргызстана."
    )
    assert tell_people(text) == ["Азамат Сыдыков: ambassador of KG", "Филипп Лорань: head_of_state of None"]


def test_names_of_syllables() -> None:
    """'Пак' is a word of the dictionary and begins a Korean name all the same."""
    assert tell_people("Министр иностранных дел Кореи Пак Сон Ук выступил на форуме.") == [
        "Пак Сон Ук: foreign_minister of KR"
    ]


def test_staff_of_a_ministry() -> None:
    """The head of a department of a ministry is no foreign minister."""
    assert tell_people("Выступила глава протокольной службы МИД Перу Анна Диас.") == [
        "Анна Диас: official of PE"
    ]


def test_minister_by_nationality() -> None:
    """'Узбекский министр' is the Uzbek one, though the other minister was named later."""
    text = (
        "Министр иностранных дел Узбекистана Равшан Тошев принял министра торговли Перу Хуана Рохаса. "
        "Затем узбекский министр встретился с послом Чили Карлосом Мендесом."
    )
    assert tell_engagements(text) == [
        "meeting held | PE UZ | Тошев Рохас | UZ | -",
        "meeting held | CL UZ | Тошев Мендес | - | -",
    ]


def test_journey_told_twice() -> None:
    """'Прибывшего в нашу страну с визитом' is one visit, that of the one it describes."""
    text = (
        "Президент Узбекистана Бобур Сатторов принял премьер-министра Перу Хуана Рохаса, прибывшего в "
        "нашу страну с рабочим визитом."
    )
    assert tell_engagements(text) == [
        "meeting held | PE UZ | Сатторов Рохас | UZ | -",
        "visit held | PE UZ | Рохас | UZ | -",
    ]


def test_who_else_was_there() -> None:
    """'Во встрече участвовал' adds to the talk told before."""
    text = (
        "Президент Узбекистана Бобур Сатторов принял премьер-министра Перу Хуана Рохаса. Во встрече "
        "участвовал министр финансов Узбекистана Джасур Каримбаев."
    )
    assert tell_engagements(text) == ["meeting held | PE UZ | Сатторов Каримбаев Рохас | UZ | -"]


def test_call_on_somebody() -> None:
    """A visit paid to somebody in the dative is a meeting."""
    text = "Посол Казахстана в Перу Ержан Омаров нанес визит заместителю министра финансов Перу Анне Диас."
    assert tell_engagements(text) == ["meeting held | KZ PE | Омаров Диас | PE | -"]


def test_guest_of_the_visit() -> None:
    """'Гостя примет президент': the guest is whose visit the report tells of."""
    text = (
        "Министр иностранных дел Перу Хуан Рохас прибыл с визитом в Бишкек. Он провел переговоры с министром "
        "иностранных дел Кыргызстана Эмилем Торобаевым. Гостя также примет президент Кыргызстана Садык "
        "Жумабаев."
    )
    assert tell_engagements(text) == [
        "visit ongoing | KG PE | Рохас | Bishkek KG | -",
        "meeting held | KG PE | Рохас Торобаев | Bishkek KG | - | within visit",
        "meeting planned | KG PE | Жумабаев Рохас | Bishkek KG | - | within visit",
    ]


def test_plan_of_consultations() -> None:
    """A plan of consultations is a paper."""
    text = (
        "Министр иностранных дел Перу Хуан Рохас и министр иностранных дел Чили Карлос Мендес подписали план "
        "консультаций на два года."
    )
    assert tell_engagements(text) == ["signing held | CL PE | Рохас Мендес | - | -"]


def test_private_appointment() -> None:
    """A company's director is no matter of diplomacy."""
    assert tell_engagements("Акционеры назначили нового директора – Марину Котову.") == []


def test_colleagues_of_the_minister() -> None:
    """'Глава МИД беседовал с коллегами из': their office is that of the minister, not named."""
    text = (
        "Министр иностранных дел Перу Хуан Рохас встретился со спикером парламента Чили Анной Диас. Затем "
        "глава МИД беседовал с коллегой из Норвегии Ларсом Хаугеном."
    )
    assert tell_people(text) == [
        "Хуан Рохас: foreign_minister of PE",
        "Анна Диас: speaker of CL",
        "Ларс Хауген: foreign_minister of NO",
    ]
