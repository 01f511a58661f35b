"""The engagements that Kazakh reports tell, and what is none."""

from __future__ import annotations

import pytest
from told_reports import tell_engagements, tell_events


def test_meeting() -> None:
    """Who met whom (-мен), and where; what 'тараптар' then discussed belongs to the same meeting."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Ослода Норвегия Сыртқы істер министрі Ларс "
        "Хаугенмен кездесті. Тараптар сауданы талқылады."
    )
    assert tell_engagements(text) == ["meeting held | KZ NO | Айсаров Хауген | Oslo NO | -"]


def test_guest_is_received() -> None:
    """Who receives a guest today holds a meeting with him on the day of the report."""
    text = "Бүгін Қазақстан Президенті Арман Серіков Түркия Сыртқы істер министрі Мехмет Арсланды қабылдады."
    assert tell_engagements(text, "2026-03-12") == ["meeting held | KZ TR | Серіков Арслан | KZ | 2026-03-12"]


def test_object_before_the_subject() -> None:
    """The guest in the accusative may stand before the host."""
    text = (
        "Польша Сыртқы істер министрі Ян Ковальскийді 11 наурызда Ташкентте Өзбекстан Президенті "
        "Рустам Каримов қабылдады."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | PL UZ | Каримов Ковальский | Tashkent UZ | 2026-03-11"
    ]


def test_guest_was_received_by() -> None:
    """'Қабылдауында болды': the guest was received by the one in the genitive."""
    text = "Чили елшісі Карлос Мендес Астанада Мәжіліс Төрағасы Әсел Нұрпейісованың қабылдауында болды."
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | CL KZ | Нұрпейісова Мендес | Astana KZ | 2026-03-12~"
    ]


def test_call() -> None:
    """A telephone conversation is a call, and has no place."""
    text = (
        "10 наурызда Қазақстан Президенті Арман Серіков Чехия Президенті Ян Новакпен телефон арқылы сөйлесті."
    )
    assert tell_engagements(text, "2026-03-12") == ["call held | CZ KZ | Серіков Новак | - | 2026-03-10"]


def test_two_calls_in_one_sentence() -> None:
    """Two colleagues telephoned in one sentence are two calls."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Италия Сыртқы істер министрі Марио "
        "Контимен және Кения Сыртқы істер министрі Джозеф Мвангамен телефон арқылы сөйлесті."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "call held | IT KZ | Айсаров Конти | - | 2026-03-12~",
        "call held | KE KZ | Айсаров Мванга | - | 2026-03-12~",
    ]


def test_consultations_with_heads_of_delegations() -> None:
    """The heads of delegations named in the next sentence take part in the consultations."""
    text = (
        "17 сәуірде Хельсинкиде Қазақстан мен Финляндия Сыртқы істер министрліктері арасындағы "
        "саяси консультациялардың жетінші раунды өтті. Делегацияларды Қазақстан Сыртқы істер "
        "министрінің орынбасары Айдос Ермеков пен Финляндия СІМ Мемлекеттік хатшысы Мика Лехто "
        "басқарды."
    )
    assert tell_engagements(text, "2026-04-20") == [
        "consultations held | FI KZ | Ермеков Лехто | Helsinki FI | 2026-04-17"
    ]


def test_commission() -> None:
    """A session of an intergovernmental commission has its day, city and head of delegation."""
    text = (
        "2026 жылғы 14 мамырда Джакартада Қазақстан-Индонезия үкіметаралық комиссиясының үшінші "
        "отырысы өтті. Қазақстан делегациясын Сауда министрі Нұрлан Сабыров басқарды."
    )
    assert tell_engagements(text, "2026-05-15") == [
        "commission held | ID KZ | Сабыров | Jakarta ID | 2026-05-14"
    ]


def test_ordinal_of_a_commission() -> None:
    """'Үшінші отырысы' gives the commission the number 3."""
    text = "Джакартада Қазақстан-Индонезия үкіметаралық комиссиясының үшінші отырысы өтті."
    assert tell_events(text) == ["commission 3"]


def test_conference() -> None:
    """Taking part in a forum is a conference."""
    text = "Қазақстан Сыртқы істер министрі Ермек Айсаров Каирде су дипломатиясы форумына қатысты."
    assert tell_engagements(text, "2026-02-10") == ["conference held | KZ | Айсаров | Cairo EG | 2026-02-10~"]


def test_session_with_a_number() -> None:
    """'70-сессиясына қатысты' is a conference of the UN."""
    text = (
        "Қазақстанның Еңбек министрі Әсел Нұрпейісова Нью-Йоркте БҰҰ Әйелдер жағдайы жөніндегі "
        "комиссиясының 70-сессиясына қатысты."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "conference held | KZ UN | Нұрпейісова | New York US | 2026-03-12~"
    ]


def test_meeting_on_the_margins() -> None:
    """A meeting in the frame of the General Assembly is part of it, and in New York."""
    text = (
        "БҰҰ Бас Ассамблеясы аясында Нью-Йоркте Қазақстан Сыртқы істер министрі Ермек Айсаров "
        "Чили Сыртқы істер министрі Карлос Мендеспен кездесті."
    )
    assert tell_engagements(text, "2026-09-24") == [
        "conference held | CL KZ UN | - | New York US | 2026-09-24~",
        "meeting held | CL KZ | Айсаров Мендес | New York US | 2026-09-24~ | within conference",
    ]


def test_planned_meeting() -> None:
    """The present form 'кездеседі' with a day to come is planned."""
    text = (
        "Қазақстан Президенті Арман Серіков 20 наурызда Тбилисиде Грузия Президенті Георгий "
        "Лашхимен кездеседі."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting planned | GE KZ | Серіков Лашхи | Tbilisi GE | 2026-03-20"
    ]


def test_next_session() -> None:
    """The next session of a commission is planned."""
    text = (
        "Қазақстан-Оман үкіметаралық комиссиясының келесі отырысы 2027 жылы Маскатта өтеді деп жоспарланған."
    )
    assert tell_engagements(text, "2026-03-12") == ["commission planned | KZ OM | - | Muscat OM | 2027"]


def test_invitation() -> None:
    """An invitation to visit the country is a proposed visit of both countries."""
    text = (
        "Қазақстан Президенті Арман Серіков Норвегия Королі Харальд Бергті Қазақстанға сапармен "
        "келуге шақырды."
    )
    assert tell_engagements(text, "2026-03-12") == ["visit proposed | KZ NO | Берг | KZ | -"]


def test_cancelled_meeting() -> None:
    """A meeting that is put off is a cancelled meeting of both."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаровтың Иран Сыртқы істер министрі Реза "
        "Ахмадимен кездесуі кейінге қалдырылды."
    )
    assert tell_engagements(text, "2026-03-12") == ["meeting cancelled | IR KZ | Айсаров Ахмади | - | -"]


def test_visit_that_is_over() -> None:
    """A visit that is concluded was held, in the country visited."""
    text = "Қазақстан Сыртқы істер министрі Ермек Айсаров Жапонияға жұмыс сапарын аяқтады."
    assert tell_engagements(text, "2026-03-12") == ["visit held | JP KZ | Айсаров | JP | 2026-03-12~"]


def test_visit_under_way() -> None:
    """Who has come on a visit is still on it on the day of the report."""
    text = "Кения Сыртқы істер министрі Джозеф Мванга Қазақстанға ресми сапармен келді."
    assert tell_engagements(text, "2026-03-12") == ["visit ongoing | KE KZ | Мванга | KZ | 2026-03-12~"]


def test_planned_visit() -> None:
    """'Сапармен келеді' in a month to come is a planned visit."""
    text = "Вьетнам Президенті Ле Минь Тхань 2026 жылғы мамырда Қазақстанға мемлекеттік сапармен келеді."
    assert tell_engagements(text, "2026-03-12") == ["visit planned | KZ VN | Тхань | KZ | 2026-05"]


def test_planned_visit_abroad() -> None:
    """'Сапармен барады' is a planned visit to the country in the dative."""
    text = "Қазақстан Президенті Арман Серіков сәуірде Малайзияға мемлекеттік сапармен барады."
    assert tell_engagements(text, "2026-03-12") == ["visit planned | KZ MY | Серіков | MY | 2026-04"]


def test_signing_after_talks() -> None:
    """What the ministers sign after talks is a signing within the meeting."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Рабатта Марокко Сыртқы істер министрі "
        "Рашид Бенанимен келіссөз жүргізді. Келіссөз қорытындысында министрлер ынтымақтастық "
        "туралы меморандумға қол қойды."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ MA | Айсаров Бенани | Rabat MA | 2026-03-12~",
        "signing held | KZ MA | Айсаров Бенани | Rabat MA | 2026-03-12~ | within meeting",
    ]


def test_credentials() -> None:
    """An ambassador presents his credentials to the head of the state he is sent to."""
    text = (
        "Қазақстанның Грекиядағы елшісі Ержан Ахметов 11 наурызда Афинада Грекия Президенті "
        "Костас Николаидиске сенім грамотасын тапсырды."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "credentials held | GR KZ | Ахметов Николаидис | Athens GR | 2026-03-11"
    ]


def test_appointment() -> None:
    """An appointment concerns the country that sends and the one that receives."""
    text = "Марат Сүлейменов Қазақстанның Чехиядағы елшісі болып тағайындалды."
    assert tell_engagements(text, "2026-03-12") == ["appointment held | CZ KZ | Сүлейменов | - | 2026-03-12~"]


def test_message() -> None:
    """A telegram of congratulations is a message between the two heads of state."""
    text = (
        "Қазақстан Президенті Арман Серіков Жапония Императоры Нарухито Акиоға құттықтау жеделхатын жолдады."
    )
    assert tell_engagements(text, "2026-03-12") == ["message held | JP KZ | Серіков Акио | - | 2026-03-12~"]


def test_round_up() -> None:
    """Nothing leaks from one meeting of a round-up to the next."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров БҰҰ Бас Ассамблеясы аясында бірқатар "
        "кездесу өткізді.\nЧили Сыртқы істер министрі Карлос Мендеспен кездесуде мыс саудасы "
        "талқыланды.\nКения Сыртқы істер министрі Джозеф Мвангамен туризм мәселелері "
        "қаралды.\nНепал Сыртқы істер министрі Рам Шармамен әңгіме барысында білім саласы сөз "
        "болды."
    )
    assert tell_engagements(text, "2026-09-25") == [
        "conference held | KZ UN | - | New York US | 2026-09-25~",
        "meeting held | CL KZ | Айсаров Мендес | New York US | 2026-09-25~ | within conference",
        "meeting held | KE KZ | Айсаров Мванга | New York US | 2026-09-25~ | within conference",
        "meeting held | KZ NP | Айсаров Шарма | New York US | 2026-09-25~ | within conference",
    ]


def test_background_is_left_out() -> None:
    """What 'Еске салайық' introduces is history."""
    text = (
        "Қазақстан елшісі Ержан Ахметов Грекия көлік министрі Костас Николаидиспен кездесті. Еске "
        "салайық, былтыр министр Қазақстанға ресми сапармен келген болатын."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | GR KZ | Ахметов Николаидис | - | 2026-03-12~"
    ]


@pytest.mark.parametrize("verb", ["кездескен жоқ", "кездеспеді", "кездесуден бас тартты"])
def test_denied_meeting(verb: str) -> None:
    """Who did not meet did not meet."""
    text = f"Қазақстан Сыртқы істер министрі Ермек Айсаров Иран Сыртқы істер министрі Реза Ахмадимен {verb}."
    assert tell_engagements(text, "2026-03-12") == []


def test_meeting_that_is_not_planned() -> None:
    """A meeting that is not planned is none."""
    text = (
        "Қазақстан мен Грузия президенттерінің кездесуі жоспарланбаған, деді Қазақстан СІМ ресми "
        "өкілі Айбек Нұров."
    )
    assert tell_engagements(text, "2026-03-12") == []


def test_football() -> None:
    """Teams that meet and trainers who are congratulated are no diplomacy."""
    text = "«Қайрат» командасы сенбіде «Тобылмен» кездесті. Бапкер Олег Ким құттықтау қабылдады."
    assert tell_engagements(text) == []


def test_business() -> None:
    """A company's talks and contracts are no diplomacy."""
    text = "«Дала» компаниясы астық жеткізушілермен келіссөз жүргізіп, келісімшартқа қол қойды."
    assert tell_engagements(text) == []


def test_dateline() -> None:
    """A dateline gives the approximate day, and no place."""
    text = (
        "АСТАНА. 12 наурыз. Чили елшісі Карлос Мендес Қазақстан сауда вице-министрі Әсел "
        "Нұрпейісовамен кездесті."
    )
    assert tell_engagements(text, "2026-03-13") == [
        "meeting held | CL KZ | Мендес Нұрпейісова | - | 2026-03-12~"
    ]


def test_three_ministers() -> None:
    """Three who meet together hold one meeting."""
    text = (
        "Бакуде Қазақстан Сыртқы істер министрі Ермек Айсаров, Түркия Сыртқы істер министрі "
        "Мехмет Арслан және Әзербайжан Сыртқы істер министрі Эльчин Мамедов кездесті."
    )
    assert tell_engagements(text) == ["meeting held | AZ KZ TR | Айсаров Арслан Мамедов | Baku AZ | -"]
