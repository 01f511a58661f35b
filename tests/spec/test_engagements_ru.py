"""The engagements that Russian reports tell, and what is none."""

from __future__ import annotations

import pytest
from told_reports import tell_engagements, tell_events


def test_meeting() -> None:
    """Who met whom, and where; what 'the sides' then discussed belongs to the same meeting."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров встретился в Осло с министром "
        "иностранных дел Норвегии Ларсом Хаугеном. Стороны обсудили торговлю."
    )
    assert tell_engagements(text) == ["meeting held | KZ NO | Айсаров Хауген | Oslo NO | -"]


def test_guest_is_received() -> None:
    """Who receives a guest today holds a meeting with him on the day of the report."""
    text = (
        "Сегодня Президент Казахстана Арман Сериков принял министра иностранных дел Турции Мехмета Арслана."
    )
    assert tell_engagements(text, "2026-03-12") == ["meeting held | KZ TR | Сериков Арслан | KZ | 2026-03-12"]


def test_guest_was_received_by() -> None:
    """'Был принят Президентом': the host is named first among the participants."""
    text = (
        "Министр иностранных дел Польши Ян Ковальский был принят 11 марта Президентом Узбекистана "
        "Рустамом Каримовым в Ташкенте."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | PL UZ | Каримов Ковальский | Tashkent UZ | 2026-03-11"
    ]


def test_object_before_the_subject() -> None:
    """The guest may stand before the verb and the host after it."""
    text = "Посла Чили Карлоса Мендеса приняла в Астане спикер парламента Казахстана Асель Нурпеисова."
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | CL KZ | Нурпеисова Мендес | Astana KZ | 2026-03-12~"
    ]


def test_call() -> None:
    """A telephone conversation is a call, and has no place."""
    text = (
        "10 марта состоялся телефонный разговор Президента Казахстана Армана Серикова с "
        "Президентом Чехии Яном Новаком."
    )
    assert tell_engagements(text, "2026-03-12") == ["call held | CZ KZ | Сериков Новак | - | 2026-03-10"]


def test_two_calls_in_one_sentence() -> None:
    """Two colleagues telephoned in one sentence are two calls."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров провел телефонные разговоры с министром "
        "иностранных дел Италии Марио Конти и министром иностранных дел Кении Джозефом Мвангой."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "call held | IT KZ | Айсаров Конти | - | 2026-03-12~",
        "call held | KE KZ | Айсаров Мванга | - | 2026-03-12~",
    ]


def test_consultations_with_heads_of_delegations() -> None:
    """The heads of delegations named in the next sentence take part in the consultations."""
    text = (
        "17 апреля в Хельсинки прошел седьмой раунд политических консультаций между МИД "
        "Казахстана и Финляндии. Делегации возглавили заместитель министра иностранных дел "
        "Казахстана Айдос Ермеков и государственный секретарь МИД Финляндии Мика Лехто."
    )
    assert tell_engagements(text, "2026-04-20") == [
        "consultations held | FI KZ | Ермеков Лехто | Helsinki FI | 2026-04-17"
    ]


def test_commission() -> None:
    """A session of an intergovernmental commission has its day, city and head of delegation."""
    text = (
        "В Джакарте 14 мая 2026 года состоялось третье заседание Межправительственной комиссии "
        "Казахстана и Индонезии по торгово-экономическому сотрудничеству. Казахстанскую делегацию "
        "возглавил министр торговли Нурлан Сабиров."
    )
    assert tell_engagements(text, "2026-05-15") == [
        "commission held | ID KZ | Сабиров | Jakarta ID | 2026-05-14"
    ]


def test_ordinal_of_a_commission() -> None:
    """'Третье заседание' gives the commission the number 3."""
    text = "В Джакарте состоялось третье заседание Межправительственной комиссии Казахстана и Индонезии."
    assert tell_events(text) == ["commission 3"]


def test_conference() -> None:
    """Taking part in a forum is a conference; the speech held there is nothing of its own."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров принял участие в Каирском форуме по "
        "водной дипломатии. В своем выступлении он рассказал о реформах."
    )
    assert tell_engagements(text, "2026-02-10") == ["conference held | KZ | Айсаров | - | 2026-02-10~"]


def test_meeting_on_the_margins() -> None:
    """A meeting on the margins of the General Assembly is part of it, and in New York."""
    text = (
        "На полях Генеральной Ассамблеи ООН в Нью-Йорке министр иностранных дел Казахстана Ермек "
        "Айсаров встретился с министром иностранных дел Чили Карлосом Мендесом."
    )
    assert tell_engagements(text, "2026-09-24") == [
        "conference held | CL KZ UN | - | New York US | 2026-09-24~",
        "meeting held | CL KZ | Айсаров Мендес | New York US | 2026-09-24~ | within conference",
    ]


def test_planned_meeting() -> None:
    """A meeting in the future tense is planned, on the day stated."""
    text = (
        "Президент Казахстана Арман Сериков встретится с Президентом Грузии Георгием Лашхи 20 "
        "марта в Тбилиси."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting planned | GE KZ | Сериков Лашхи | Tbilisi GE | 2026-03-20"
    ]


def test_next_session() -> None:
    """The next session of a commission is planned."""
    text = (
        "Следующее заседание Межправительственной комиссии Казахстана и Омана планируется "
        "провести в Маскате в 2027 году."
    )
    assert tell_engagements(text, "2026-03-12") == ["commission planned | KZ OM | - | Muscat OM | 2027"]


def test_invitation() -> None:
    """An invitation to visit the country is a proposed visit of both countries."""
    text = "Президент Казахстана Арман Сериков пригласил Президента Финляндии Ларса Берга посетить Казахстан."
    assert tell_engagements(text, "2026-03-12") == ["visit proposed | FI KZ | Берг | KZ | -"]


def test_cancelled_meeting() -> None:
    """A meeting that is called off is a cancelled meeting of both."""
    text = (
        "Встреча министра иностранных дел Казахстана Ермека Айсарова с министром иностранных дел "
        "Ирана Резой Ахмади отменена."
    )
    assert tell_engagements(text, "2026-03-12") == ["meeting cancelled | IR KZ | Айсаров Ахмади | - | -"]


def test_postponed_visit() -> None:
    """A visit that is put off is a cancelled visit."""
    text = "Визит Президента Грузии Георгия Лашхи в Казахстан перенесен на осень."
    assert tell_engagements(text, "2026-03-12") == ["visit cancelled | GE KZ | Лашхи | KZ | -"]


def test_visit_that_is_over() -> None:
    """A visit that is concluded was held, in the country visited."""
    text = "Министр иностранных дел Казахстана Ермек Айсаров завершил рабочий визит в Японию."
    assert tell_engagements(text, "2026-03-12") == ["visit held | JP KZ | Айсаров | JP | 2026-03-12~"]


def test_visit_under_way() -> None:
    """A visit that somebody is on is ongoing."""
    text = "Министр иностранных дел Кении Джозеф Мванга находится с официальным визитом в Казахстане."
    assert tell_engagements(text, "2026-03-12") == ["visit ongoing | KE KZ | Мванга | KZ | 2026-03-12~"]


def test_planned_visit() -> None:
    """A state visit to come is planned, to the country that is visited."""
    text = "Президент Вьетнама Ле Минь Тхань посетит Казахстан с государственным визитом в мае 2026 года."
    assert tell_engagements(text, "2026-03-12") == ["visit planned | KZ VN | Тхань | KZ | 2026-05"]


def test_signing_after_talks() -> None:
    """What the ministers sign after talks is a signing within the meeting."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров провел в Рабате переговоры с министром "
        "иностранных дел Марокко Рашидом Бенани. По итогам переговоров министры подписали "
        "меморандум о сотрудничестве."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ MA | Айсаров Бенани | Rabat MA | 2026-03-12~",
        "signing held | KZ MA | Айсаров Бенани | Rabat MA | 2026-03-12~ | within meeting",
    ]


def test_credentials() -> None:
    """An ambassador presents his credentials to the head of the state he is sent to."""
    text = (
        "Посол Казахстана Ержан Ахметов 11 марта вручил верительные грамоты Президенту Греции "
        "Костасу Николаидису в Афинах."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "credentials held | GR KZ | Ахметов Николаидис | Athens GR | 2026-03-11"
    ]


def test_appointment() -> None:
    """An appointment concerns the country that sends and the one that receives."""
    text = "Послом Казахстана в Чехии назначен Марат Сулейменов."
    assert tell_engagements(text, "2026-03-12") == ["appointment held | CZ KZ | Сулейменов | - | 2026-03-12~"]


def test_message() -> None:
    """A telegram of congratulations is a message between the two heads of state."""
    text = (
        "Президент Казахстана Арман Сериков направил поздравительную телеграмму императору Японии Нарухито."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "message held | JP KZ | Сериков Нарухито | - | 2026-03-12~"
    ]


def test_round_up() -> None:
    """Nothing leaks from one meeting of a round-up to the next."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров провел ряд встреч на полях Генеральной "
        "Ассамблеи ООН.\nНа встрече с министром иностранных дел Чили Карлосом Мендесом обсуждена "
        "торговля медью.\nС министром иностранных дел Кении Джозефом Мвангой рассмотрены вопросы "
        "туризма.\nВ ходе беседы с министром иностранных дел Непала Рамом Шармой затронуты вопросы "
        "образования."
    )
    assert tell_engagements(text, "2026-09-25") == [
        "conference held | KZ UN | - | New York US | 2026-09-25~",
        "meeting held | CL KZ | Айсаров Мендес | New York US | 2026-09-25~ | within conference",
        "meeting held | KE KZ | Айсаров Мванга | New York US | 2026-09-25~ | within conference",
        "meeting held | KZ NP | Айсаров Шарма | New York US | 2026-09-25~ | within conference",
    ]


def test_background_is_left_out() -> None:
    """What 'Напомним' introduces is history."""
    text = (
        "Посол Казахстана Ержан Ахметов встретился с министром транспорта Греции Костасом "
        "Николаидисом. Напомним, в прошлом году министр посетил Казахстан с официальным визитом."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | GR KZ | Ахметов Николаидис | - | 2026-03-12~"
    ]


@pytest.mark.parametrize("verb", ["не встречался", "не стал встречаться", "отказался встретиться"])
def test_denied_meeting(verb: str) -> None:
    """Who did not meet did not meet."""
    text = (
        f"Министр иностранных дел Казахстана Ермек Айсаров {verb} с министром иностранных "
        "дел Ирана Резой Ахмади."
    )
    assert tell_engagements(text, "2026-03-12") == []


def test_meeting_that_is_not_planned() -> None:
    """A meeting that is not planned is none."""
    text = (
        "Встреча президентов Казахстана и Грузии не планируется, сообщил официальный "
        "представитель МИД Казахстана Айбек Нуров."
    )
    assert tell_engagements(text, "2026-03-12") == []


def test_football() -> None:
    """Teams that meet and trainers who are congratulated are no diplomacy."""
    text = "Команда «Кайрат» встретилась с «Тоболом» в субботу. Тренер Олег Ким принял поздравления."
    assert tell_engagements(text) == []


def test_business() -> None:
    """A company's talks and contracts are no diplomacy."""
    text = "Компания «Степь» провела переговоры с поставщиками зерна и подписала контракт."
    assert tell_engagements(text) == []


def test_meeting_spoken_of_again() -> None:
    """'На встрече' and 'собеседники' speak of the meeting already told."""
    text = (
        "Посол Казахстана в Иордании Талгат Омаров встретился с министром транспорта Иордании "
        "Самиром Хаддадом. На встрече обсуждены перевозки. Собеседники договорились продолжить "
        "диалог."
    )
    assert tell_engagements(text) == ["meeting held | JO KZ | Омаров Хаддад | JO | -"]


def test_dateline() -> None:
    """A dateline gives the approximate day, and no place."""
    text = (
        "АСТАНА. 12 марта. Посол Чили Карлос Мендес встретился с вице-министром торговли "
        "Казахстана Асель Нурпеисовой."
    )
    assert tell_engagements(text, "2026-03-13") == [
        "meeting held | CL KZ | Мендес Нурпеисова | - | 2026-03-12~"
    ]


def test_three_ministers() -> None:
    """Three who meet together hold one meeting."""
    text = (
        "Министры иностранных дел Казахстана Ермек Айсаров, Турции Мехмет Арслан и Азербайджана "
        "Эльчин Мамедов встретились в Баку."
    )
    assert tell_engagements(text) == ["meeting held | AZ KZ TR | Айсаров Арслан Мамедов | Baku AZ | -"]
