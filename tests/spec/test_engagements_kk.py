"""The engagements that Kazakh reports tell, and what is none."""

from __future__ import annotations

import pytest
from told_reports import tell_engagements, tell_events

from elshi.reader import read


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


def test_guest_from_a_body() -> None:
    """The head of an organisation is a party for the organisation."""
    text = (
        "Қазақстан Сыртқы істер министрінің орынбасары Айдос Ермеков Астанада ЕҚЫҰ Бас хатшысы "
        "Хельга Майерді қабылдады."
    )
    assert tell_engagements(text) == ["meeting held | KZ OSCE | Ермеков Майер | Astana KZ | -"]


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


def test_two_joined_by_men() -> None:
    """'X пен Y кездесті' is a meeting of both, without a counterpart in the instrumental."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров пен Оман Сыртқы істер министрі Салим аль-Хинаи "
        "Маскатта кездесті."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | KZ OM | Айсаров аль-Хинаи | Muscat OM | 2026-03-12~"
    ]


def test_talks_of_two_in_the_genitive() -> None:
    """'X пен Y-тың келіссөзі өтті' is a meeting of both."""
    text = (
        "Кеше Астанада Қазақстан Президенті Арман Серіков пен Хорватия Президенті Анте Ковачтың шағын "
        "құрамдағы келіссөзі өтті."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | HR KZ | Серіков Ковач | Astana KZ | 2026-03-11"
    ]


def test_call_between_two() -> None:
    """'X пен Y арасында телефон арқылы әңгіме өтті' is a call."""
    text = (
        "10 наурызда Қазақстан Сыртқы істер министрі Ермек Айсаров пен Германия Сыртқы істер министрі "
        "Йохан Беккер арасында телефон арқылы әңгіме өтті."
    )
    assert tell_engagements(text, "2026-03-12") == ["call held | DE KZ | Айсаров Беккер | - | 2026-03-10"]


def test_delegation_without_names() -> None:
    """A delegation that is met counts for its country."""
    text = "ТМД Атқарушы комитетінің төрағасы Сергей Лебединский Қазақстан делегациясымен кездесті."
    assert tell_engagements(text, "2026-03-12") == ["meeting held | CIS KZ | Лебединский | - | 2026-03-12~"]


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


def test_meeting_of_two_governments_ahead() -> None:
    """'Екі ел үкімет басшыларының кездесуі өтеді' is a meeting of the two countries, not a conference."""
    text = "Келесі аптада Ташкентте Қазақстан мен Өзбекстан үкімет басшыларының кездесуі өтеді."
    assert tell_engagements(text, "2026-03-12") == [
        "meeting planned | KZ UZ | - | Tashkent UZ | 2026-03-16/2026-03-22"
    ]


def test_what_is_proposed_at_a_meeting() -> None:
    """A session proposed at a meeting gives the meeting neither its status nor its place."""
    text = (
        "Варшавада Қазақстан Сыртқы істер министрі Ермек Айсаров Грузия Сыртқы істер министрі Давид "
        "Лашхимен кездесуде комиссия отырысын Тбилисиде өткізуді ұсынды."
    )
    assert tell_engagements(text, "2026-03-12")[0] == (
        "meeting held | GE KZ | Айсаров Лашхи | Warsaw PL | 2026-03-12~"
    )


def test_summit_to_come_does_not_date_the_talks() -> None:
    """'Келесі жылы өтетін саммит' is of next year, the talks about it are not."""
    text = (
        "Қазақстан Президенті Арман Серіков Хорватия Президенті Анте Ковачпен әңгімеде келесі жылы өтетін "
        "саммитке дайындықты талқылады."
    )
    assert tell_engagements(text, "2026-03-12")[0] == "meeting held | HR KZ | Серіков Ковач | - | 2026-03-12~"


def test_telegram_to_the_name_of() -> None:
    """'Серіковтің атына' tells to whom a telegram was sent."""
    text = (
        "Қазақстан Президенті Арман Серіковтің атына Куба Президенті Луис Эрнандестен құттықтау жеделхаты "
        "келіп түсті."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "message held | CU KZ | Эрнандес Серіков | - | 2026-03-12~"
    ]


def test_reporter_takes_no_part() -> None:
    """Who is quoted at the end of the sentence is not the visitor."""
    text = (
        "Венгрия Премьер-министрінің Қазақстанға жоспарланған сапары болмайтын болды, деп мәлімдеді "
        "Венгрия үкіметінің баспасөз хатшысы Золтан Ковач."
    )
    assert tell_engagements(text, "2026-03-12") == ["visit cancelled | HU KZ | - | KZ | -"]


def test_country_that_ends_like_a_locative() -> None:
    """'Канада' is no place where something happens."""
    text = "Канада Премьер-министрі Майкл Торн Қазақстан Президенті Арман Серіковпен Ослода кездесті."
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | CA KZ | Торн Серіков | Oslo NO | 2026-03-12~"
    ]


def test_visitor_is_still_to_meet_the_president() -> None:
    """What a visitor is to do tomorrow is in the country visited."""
    text = (
        "Норвегия Сыртқы істер министрі Ларс Хауген Ташкентке ресми сапармен келді. Ертең Ларс Хауген "
        "Өзбекстан Президенті Рустам Каримовпен кездеседі."
    )
    assert tell_engagements(text, "2026-03-12")[1].startswith(
        "meeting planned | NO UZ | Хауген Каримов | Tashkent UZ | 2026-03-13"
    )


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


def test_leader_of_a_group_that_is_received() -> None:
    """Who leads a delegation that is received is the guest; the ending of the group tells it."""
    text = (
        "Мәжіліс Төрағасы Ермек Айсаров Чили Сенатының Төрағасы Карлос Мендес бастаған делегацияны қабылдады."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | CL KZ | Айсаров Мендес | KZ | 2026-03-12~"
    ]


def test_guest_whose_name_looks_nominative() -> None:
    """Of two names the one right before 'қабылдады' is the guest, though its ending may be of the name."""
    text = "Қостанай облысының әкімі Ермек Айсаров Швейцария Елшісі Ханс Валдыны қабылдады."
    other = "Қостанай облысының әкімі Ермек Айсаров Швейцария Елшісі Ханс Валды қабылдады."
    assert tell_engagements(text, "2026-03-12") == ["meeting held | CH KZ | Айсаров Валды | KZ | 2026-03-12~"]
    assert tell_engagements(other, "2026-03-12")[0].split(" | ")[:2] == ["meeting held", "CH KZ"]


def test_partner_in_the_dative() -> None:
    """'Жолықты' takes its partner in the dative."""
    text = "Қазақстан Сыртқы істер министрі Ермек Айсаров Чили Сыртқы істер министрі Карлос Мендеске жолықты."
    assert tell_engagements(text, "2026-03-12") == ["meeting held | CL KZ | Айсаров Мендес | - | 2026-03-12~"]


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


def test_session_whose_holding_was_talked_about() -> None:
    """A session whose holding is a matter of talks has not been held."""
    text = (
        "Қазақстан Елшісі Ермек Айсаров Чили Сыртқы істер министрі Карлос Мендеспен кездесті. Кездесуде "
        "үкіметаралық комиссияның екінші отырысын өткізу мәселесі пысықталды."
    )
    assert tell_engagements(text, "2026-03-12")[-1].startswith("commission planned")


def test_speech_at_the_ceremony_just_told() -> None:
    """'Салтанатты жиында сөйлеген сөзінде' goes on with what was told and is no ceremony of its own."""
    text = (
        "Чили Елшісі Карлос Мендес Қазақстан Президенті Арман Серіковке сенім грамотасын тапсырды. "
        "Салтанатты жиында сөйлеген сөзінде Президент екі елдің достығын атап өтті."
    )
    assert [line.split()[0] for line in tell_engagements(text, "2026-03-12")] == ["credentials"]


def test_who_else_sat_in_the_talk() -> None:
    """'Кездесуге … да қатысты' adds a participant to the meeting just told."""
    text = (
        "Қазақстан Сыртқы істер министрі Ермек Айсаров Чили Сыртқы істер министрі Карлос Мендеспен кездесті. "
        "Кездесуге Чили Елшісі Мария Лопес те қатысты."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | CL KZ | Айсаров Мендес Лопес | - | 2026-03-12~"
    ]


def test_talk_after_credentials() -> None:
    """A talk after the ceremony is one of its own, between the envoy and who received the credentials."""
    text = (
        "Қазақстан Елшісі Ермек Айсаров Чили Президенті Карлос Мендеске сенім грамотасын тапсырды. Рәсімнен "
        "кейін өткен әңгімеде Чили басшысы екі елдің достығын атап өтті."
    )
    assert [line.split(" | ")[0] for line in tell_engagements(text, "2026-03-12")] == [
        "credentials held",
        "meeting held",
    ]


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


def test_talks_of_a_visit_are_between_its_countries() -> None:
    """Talks of two ministers without a country, held in the course of a visit, are between both countries."""
    text = (
        "Қорғаныс министрі Ермек Айсаров ресми сапармен Перуге барды. Сапар барысында ол Карлос Мендеспен "
        "кездесті."
    )
    assert [line.split(" | ")[1] for line in tell_engagements(text, "2026-03-12")] == ["KZ PE", "KZ PE"]


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


def test_meeting_of_a_ministry() -> None:
    """A nameless gathering that a minister holds at home is no conference."""
    text = "Ауыл шаруашылығы министрі Ермек Айсаров астық экспорты мәселесіне арналған жиын өткізді."
    assert tell_engagements(text, "2026-03-12") == []


def test_signing_with_the_partner_of_the_talks() -> None:
    """Who signs after talking with somebody in the same sentence signs with that partner."""
    text = (
        "Қазақстан қорғаныс министрі Ермек Айсаров Сербия қорғаныс министрі Марко Иличпен келіссөз өткізіп, "
        "ынтымақтастық жоспарына қол қойды."
    )
    assert tell_engagements(text, "2026-03-12")[-1].split(" | ")[:3] == [
        "signing held",
        "KZ RS",
        "Айсаров Илич",
    ]
