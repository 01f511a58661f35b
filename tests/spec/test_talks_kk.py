"""Who met whom in Kazakh reports: receptions, calls, partners listed or without a name."""

from __future__ import annotations

from told_reports import tell_engagements


def test_guest_from_a_body() -> None:
    """The head of an organisation is a party for the organisation."""
    text = (
        "Қазақстан Сыртқы істер министрінің орынбасары Айдос Ермеков Астанада ЕҚЫҰ Бас хатшысы "
        "Хельга Майерді қабылдады."
    )
    assert tell_engagements(text) == ["meeting held | KZ OSCE | Ермеков Майер | Astana KZ | -"]


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


def test_reporter_takes_no_part() -> None:
    """Who is quoted at the end of the sentence is not the visitor."""
    text = (
        "Венгрия Премьер-министрінің Қазақстанға жоспарланған сапары болмайтын болды, деп мәлімдеді "
        "Венгрия үкіметінің баспасөз хатшысы Золтан Ковач."
    )
    assert tell_engagements(text, "2026-03-12") == ["visit cancelled | HU KZ | - | KZ | -"]


def test_visitor_is_still_to_meet_the_president() -> None:
    """What a visitor is to do tomorrow is in the country visited."""
    text = (
        "Норвегия Сыртқы істер министрі Ларс Хауген Ташкентке ресми сапармен келді. Ертең Ларс Хауген "
        "Өзбекстан Президенті Рустам Каримовпен кездеседі."
    )
    assert tell_engagements(text, "2026-03-12")[1].startswith(
        "meeting planned | NO UZ | Хауген Каримов | Tashkent UZ | 2026-03-13"
    )


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


def test_session_whose_holding_was_talked_about() -> None:
    """A session whose holding is a matter of talks has not been held."""
    text = (
        "Қазақстан Елшісі Ермек Айсаров Чили Сыртқы істер министрі Карлос Мендеспен кездесті. Кездесуде "
        "үкіметаралық комиссияның екінші отырысын өткізу мәселесі пысықталды."
    )
    assert tell_engagements(text, "2026-03-12")[-1].startswith("commission planned")


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


def test_talks_of_a_visit_are_between_its_countries() -> None:
    """Talks of two ministers without a country, held in the course of a visit, are between both countries."""
    text = (
        "Қорғаныс министрі Ермек Айсаров ресми сапармен Перуге барды. Сапар барысында ол Карлос Мендеспен "
        "кездесті."
    )
    assert [line.split(" | ")[1] for line in tell_engagements(text, "2026-03-12")] == ["KZ PE", "KZ PE"]


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
