"""Where an engagement was, where its own sentence does not say: from its frame, its host, its parts."""

from __future__ import annotations

from told_reports import tell_engagements


def test_margins_of_the_general_assembly() -> None:
    """The General Assembly sits in New York; a short name for it later in the report changes nothing."""
    text = (
        "Foreign Minister Arun Mehta of India met Foreign Minister of Chile Rosa Diaz on the margins of the "
        "78th United Nations General Assembly. Mehta will address the Assembly on Tuesday."
    )
    told = tell_engagements(text, "2023-09-25")
    assert any(one.startswith("meeting held | CL IN | Mehta Diaz | New York US") for one in told)


def test_country_that_is_to_host() -> None:
    """'Oman will host the next session': the next session is to be in Oman."""
    text = (
        "The sixth session of the Kazakhstan-Oman intergovernmental commission was held in Astana. "
        "Oman will host the seventh session."
    )
    assert tell_engagements(text, "2026-03-12")[1].startswith("commission planned | KZ OM | - | OM")


def test_country_that_is_to_host_in_russian() -> None:
    """'Седьмое заседание примет в 2027 году Оман': the subject stands after the verb and its year."""
    text = (
        "В Астане прошло шестое заседание казахстанско-оманской межправительственной комиссии. "
        "Седьмое заседание примет в 2027 году Оман."
    )
    assert tell_engagements(text, "2026-03-12")[1].startswith("commission planned | KZ OM | - | OM | 2027")


def test_country_that_is_to_host_in_kazakh() -> None:
    """'Жетінші отырысты Оман қабылдайды': the subject stands right before the verb."""
    text = (
        "Астанада Қазақстан-Оман үкіметаралық комиссиясының алтыншы отырысы өтті. "
        "Жетінші отырысты 2027 жылы Оман қабылдайды."
    )
    assert tell_engagements(text, "2026-03-12")[1].startswith("commission planned | KZ OM | - | OM")


def test_a_guest_of_a_session_does_not_host_it() -> None:
    """'Oman will attend' says nothing of where."""
    text = (
        "The sixth session of the Kazakhstan-Oman intergovernmental commission was held in Astana. "
        "Oman will attend the seventh session."
    )
    assert all(" | OM | " not in one for one in tell_engagements(text, "2026-03-12"))


def test_summit_in_the_host_s_capital() -> None:
    """Who hosts presidents for a summit, as the news from his own capital tells, hosts them there."""
    text = (
        "TOKYO, December 20, 2025 – Japan and two states of Central Asia closed their first leaders' summit. "
        "Prime Minister Kenta Mori of Japan hosted President Arman Serikov of Kazakhstan, President Timur "
        "Asanov of Kyrgyzstan and President Rustam Karimov of Uzbekistan."
    )
    assert "Tokyo JP" in tell_engagements(text)[0]


def test_talks_were_where_their_documents_were_signed() -> None:
    """The place of the signing that came of the talks is the place of the talks."""
    text = (
        "В Ташкенте подписана программа сотрудничества между МИД Узбекистана и МИД Омана. "
        "Об этом рассказал министр иностранных дел Узбекистана Рустам Каримов, который провел переговоры с "
        "министром иностранных дел Омана Салемом аль-Харуси. По итогам встречи подписан и протокол."
    )
    told = tell_engagements(text, "2026-03-12")
    assert any(one.startswith("meeting held | OM UZ") and "Tashkent UZ" in one for one in told)


def test_proposed_session_is_where_it_is_proposed() -> None:
    """A plan's own place is that of the plan, and not of the talks at which it was proposed."""
    text = (
        "Қазақстан Сыртқы істер министрі Айдос Ерғалиев Ослода Грузия Сыртқы істер министрі Давид Кобалиямен "
        "кездесті. Д.Кобалия екіжақты үкіметаралық комиссияның он бірінші отырысын Тбилисиде өткізуді ұсынды."
    )
    told = tell_engagements(text, "2026-03-12")
    assert told[0].startswith("meeting held | GE KZ | Ерғалиев Кобалия | Oslo NO")
    assert told[1].startswith("commission proposed | GE KZ | - | Tbilisi GE")
