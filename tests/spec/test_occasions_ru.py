"""Visits, sessions, ceremonies and papers in Russian reports."""

from __future__ import annotations

from told_reports import tell_engagements


def test_an_invitation_does_not_date_the_visit() -> None:
    """The day on which somebody was invited is not that of the visit, which may never be."""
    text = (
        "Сегодня министр иностранных дел Ирана Реза Ахмади пригласил министра иностранных дел Казахстана "
        "Ермека Айсарова посетить Тегеран."
    )
    (told,) = tell_engagements(text, "2026-03-12")
    assert told.startswith("visit proposed")
    assert told.endswith("| -")


def test_visitor_before_and_after_the_participle() -> None:
    """'Прибывший с визитом' tells of whom it stands beside, not of the host."""
    text = (
        "Президент Казахстана Арман Сериков принял премьер-министра Грузии Георгия Лашхи, прибывшего с "
        "официальным визитом в Астану."
    )
    assert "visit ongoing | GE KZ | Лашхи | Astana KZ | 2026-05-20~" in tell_engagements(text, "2026-05-20")


def test_cancelled_visas_cancel_no_signing() -> None:
    """An agreement to abolish visas is signed all the same."""
    text = (
        "Министр иностранных дел Казахстана Ермек Айсаров и министр иностранных дел Омана Салим аль-Хабси "
        "подписали соглашение об отмене виз."
    )
    assert tell_engagements(text, "2026-06-03") == [
        "signing held | KZ OM | Айсаров аль-Хабси | - | 2026-06-03~"
    ]


def test_a_visit_by_invitation_is_no_invitation() -> None:
    """'По приглашению' says why somebody comes; the visit is planned and not proposed."""
    text = (
        "Президент Вьетнама Ле Минь Тхань 10 июня посетит Казахстан по приглашению Президента Казахстана "
        "Армана Серикова."
    )
    (told,) = tell_engagements(text, "2026-06-01")
    assert told.startswith("visit planned | KZ VN | Тхань | KZ | 2026-06-10")


def test_what_the_sides_agreed_to_hold_lies_ahead() -> None:
    """The verb of agreeing stands in the past; the session that they agreed on does not."""
    text = (
        "Астана. 8 сентября 2026 года. Министр иностранных дел Казахстана Ербол Касенов провел переговоры "
        "с министром иностранных дел Омана Салемом аль-Харуси. Министры условились до 1 декабря 2026 года "
        "провести в Маскате седьмое заседание межправительственной комиссии."
    )
    told = tell_engagements(text)
    assert [one.split(" | ")[0] for one in told] == ["meeting held", "commission planned"]
    assert told[1].startswith("commission planned | KZ OM | - | Muscat OM")


def test_a_session_at_which_something_was_agreed_was_held() -> None:
    """What was agreed to be held later says nothing of the session itself."""
    text = (
        "В Астане 8 сентября 2026 года прошло шестое заседание казахстанско-оманской межправительственной "
        "комиссии, на котором стороны договорились провести выставку."
    )
    assert tell_engagements(text) == ["commission held | KZ OM | - | Astana KZ | 2026-09-08"]
