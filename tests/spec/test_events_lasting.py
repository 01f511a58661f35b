"""What a sentence on an event says of the event itself, and what of something else."""

from __future__ import annotations

import pytest
from told_reports import tell_engagements


@pytest.mark.parametrize(
    "text",
    [
        "Делегация Омана приняла участие в 12-й сессии Совета ОЧЭС. Сессия продлится до 19 марта.",
        "A delegation of Oman took part in the 12th BSEC Council session. The session runs until 19 March.",
        "Оман делегациясы ҚТЭЫ кеңесінің 12-сессиясына қатысты. Сессия 19 наурызға дейін жалғасады.",
    ],
    ids=["ru", "en", "kk"],
)
def test_a_session_that_goes_on_ends_on_its_day(text: str) -> None:
    """The delegation has arrived, the session is under way, and only its end is known."""
    (line,) = tell_engagements(text, "2026-03-12")
    assert line.split(" ")[1] == "ongoing"
    assert line.endswith("| ../2026-03-19")


def test_the_end_of_a_session_dates_no_other_talk() -> None:
    """A talk told after it was on the day of the report, and not until the session's last day."""
    text = (
        "Делегация Омана приняла участие в 12-й сессии Совета ОЧЭС. Сессия продлится до 19 марта. "
        "В Каире посол Омана Салем аль-Харуси встретился с министром транспорта Египта Хасаном Салемом."
    )
    meeting = tell_engagements(text, "2026-03-12")[1]
    assert meeting == "meeting held | EG OM | аль-Харуси Салем | Cairo EG | 2026-03-12~"


@pytest.mark.parametrize(
    "clause",
    [
        "председательство в котором в 2027 году переходит Оману",
        "членом которого с 2009 года является Оман",
        "открытие которого намечено на 2028 год",
    ],
)
def test_a_clause_on_something_else_has_dates_of_its_own(clause: str) -> None:
    """The year in which the chair passes on is not that of the session."""
    text = f"Посол Омана Салем аль-Харуси принял участие в заседании Диалога женщин, {clause}."
    assert tell_engagements(text, "2026-03-12") == ["conference held | OM | аль-Харуси | - | 2026-03-12~"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В ходе выступления на Форуме мира посол Омана Салем аль-Харуси призвал к диалогу.", "аль-Харуси"),
        (
            "In his speech at the Forum of Peace, Ambassador Sami Halabi of Oman called for dialogue.",
            "Halabi",
        ),
        ("Бейбітшілік форумында сөз сөйлеген Оман елшісі Салем әл-Харуси диалогқа шақырды.", "әл-Харуси"),
    ],
    ids=["ru", "en", "kk"],
)
def test_who_speaks_at_a_forum_takes_part_in_it(text: str, name: str) -> None:
    """Whatever the speaker calls for, the forum was held and the speaker was there."""
    assert tell_engagements(text, "2026-03-12") == [f"conference held | OM | {name} | - | 2026-03-12~"]
