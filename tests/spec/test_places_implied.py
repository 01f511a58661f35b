"""Where an engagement was, where its own sentence does not say: from its frame, its host, its parts."""

from __future__ import annotations

from told_reports import tell_engagements


def test_margins_of_the_general_assembly() -> None:
    """The General Assembly sits in New York; a short name for it later in the report changes nothing."""
    text = (
        "Foreign Minister Nina Falk of Norway held talks with Foreign Minister of Chile Rosa Diaz on the "
        "sidelines of the 77th session of the UN General Assembly. Falk spoke at the Assembly on Monday."
    )
    assert tell_engagements(text, "2022-09-22") == [
        "conference held | NO UN | Falk | New York US | 2022-09-19",
        "meeting held | CL NO | Falk Diaz | New York US | 2022-09-19 | within conference",
    ]


def test_country_that_is_to_host() -> None:
    """'Oman will host the seventh session': the seventh session is to be in Oman."""
    text = (
        "The sixth session of the Kazakhstan-Oman intergovernmental commission was held in Astana. "
        "Oman will host the seventh session."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "commission held | KZ OM | - | Astana KZ | 2026-03-12~",
        "commission planned | KZ OM | - | OM | -",
    ]


def test_country_that_is_to_host_in_russian() -> None:
    """'Седьмое заседание примет в 2027 году Оман': the subject stands after the verb and its year."""
    text = (
        "В Астане прошло шестое заседание казахстанско-оманской межправительственной комиссии. "
        "Седьмое заседание примет в 2027 году Оман."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "commission held | KZ OM | - | Astana KZ | 2026-03-12~",
        "commission planned | KZ OM | - | OM | 2027",
    ]


def test_country_that_is_to_host_in_kazakh() -> None:
    """'Жетінші отырысты Маскат қабылдайды': the subject stands right before the verb, and may be a city."""
    text = (
        "Астанада Қазақстан-Оман үкіметаралық комиссиясының алтыншы отырысы өтті. "
        "Жетінші отырысты 2027 жылы Маскат қабылдайды."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "commission held | KZ OM | - | Astana KZ | 2026-03-12~",
        "commission planned | KZ OM | - | Muscat OM | 2027",
    ]


def test_a_guest_of_a_session_does_not_host_it() -> None:
    """'Oman will take part' says nothing of where."""
    text = (
        "The sixth session of the Kazakhstan-Oman intergovernmental commission was held in Astana. "
        "Oman will take part in the seventh session."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "commission held | KZ OM | - | Astana KZ | 2026-03-12~",
        "commission planned | KZ OM | - | - | -",
    ]


def test_summit_in_the_host_s_capital() -> None:
    """Who hosts presidents for a summit, as the news from his own capital tells, hosts them there."""
    text = (
        "OSLO, June 3, 2025 – Norway and the Baltic states held their second leaders' summit. "
        "Prime Minister Nina Falk hosted President Juri Tamm of Estonia, President Ivars Ozols of Latvia "
        "and President Jonas "
        "Petraitis of Lithuania."
    )
    assert tell_engagements(text) == [
        "conference held | EE LT LV NO | Falk Tamm Ozols Petraitis | Oslo NO | 2025-06-03~"
    ]


def test_talks_were_where_their_documents_were_signed() -> None:
    """The place of the signing that came of the talks is the place of the talks."""
    text = (
        "В Маскате подписан меморандум о сотрудничестве между МИД Омана и МИД Катара. "
        "О нем сообщил министр иностранных дел Омана Салем аль-Харуси, который встретился с министром "
        "иностранных дел Катара Фахдом "
        "аль-Мансури. По итогам встречи подписан и план консультаций."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "signing held | OM QA | - | Muscat OM | 2026-03-12~ | within meeting",
        "meeting held | OM QA | аль-Харуси аль-Мансури | Muscat OM | 2026-03-12~",
    ]


def test_proposed_session_is_where_it_is_proposed() -> None:
    """A plan's own place is that of the plan, and not of the talks at which it was proposed."""
    text = (
        "Қазақстан Сыртқы істер министрі Болат Сейітов Венада Болгария Сыртқы істер министрі "
        "Георги Стояновпен келіссөз жүргізді. Г.Стоянов комиссияның жетінші отырысын Софияда өткізуді ұсынды."
    )
    assert tell_engagements(text, "2026-03-12") == [
        "meeting held | BG KZ | Сейітов Стоянов | Vienna AT | 2026-03-12~",
        "commission proposed | BG KZ | - | Sofia BG | -",
    ]
