"""Between whom an engagement is, where its own sentence does not name both."""

from __future__ import annotations

from told_reports import tell_engagements


def test_memorandum_signed_at_the_same_talks() -> None:
    """What is signed at talks is signed between their sides, though the sentence names one of them."""
    text = (
        "In New York President Arman Serikov of Kazakhstan met UN Secretary-General Carlos Mendes on the "
        "sidelines of the 80th session of the UN General Assembly. At the same meeting a memorandum was "
        "signed on a regional centre of the UN."
    )
    assert any(one.startswith("signing held | KZ UN") for one in tell_engagements(text, "2025-09-24"))


def test_summit_that_the_ministers_of_an_organisation_prepare() -> None:
    """The summit ahead is that of the organisation whose ministers met; the host is a party of it."""
    text = (
        "Астанада ШЫҰ-ға мүше мемлекеттер Сыртқы істер министрлері кеңесінің отырысы өтті. "
        "Министрлер 3-4 шілдеде Астанада өтетін саммитке дайындықты пысықтады."
    )
    told = tell_engagements(text, "2024-05-22")
    assert any(one.startswith("conference planned | KZ SCO") for one in told)


def test_forum_put_off_beside_a_commission() -> None:
    """The business forum that was to accompany a commission is between the commission's countries."""
    text = (
        "Namibia will host the 10th session of the Namibia–Zambia Joint Permanent Commission in Swakopmund "
        "from 5 to 6 October. The business forum that was to accompany the session has been postponed."
    )
    told = tell_engagements(text, "2026-09-30")
    assert any(one.startswith("conference cancelled | NA ZM") for one in told)


def test_seat_of_an_organ_is_no_party() -> None:
    """A ministers' meeting in the week of the General Assembly does not make its host country a party."""
    text = (
        "Foreign Minister Lim Wei of Singapore will attend the 79th session of the United Nations General "
        "Assembly from 19 to 28 September 2024. Lim will take part in the second G20 Ministerial Meeting."
    )
    assert all(" US " not in one.split("|")[1] + " " for one in tell_engagements(text, "2024-09-19"))


def test_commission_of_two_is_not_of_the_organisation_told_before() -> None:
    """A session proposed by the Georgian side is of Georgia's commission, not of the council told before."""
    text = (
        "Братиславада ЕҚЫҰ Сыртқы істер министрлері кеңесінің 26-шы отырысы өтті. Қазақстан Сыртқы істер "
        "министрінің орынбасары Айдос Ерғалиев отырыс аясында Грузия Сыртқы істер министрі Давид Кобалиямен "
        "кездесті. Грузия Сыртқы істер министрі екіжақты үкіметаралық комиссияның он бірінші отырысын "
        "Тбилисиде өткізуді ұсынды."
    )
    told = tell_engagements(text, "2019-12-07")
    assert any(one.startswith("commission proposed | GE KZ") for one in told)
