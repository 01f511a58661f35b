"""Promises and positions that reports in two languages tell are one entry, where this is sure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from samples import open_empty, tell

from elshi.model.query import Query
from elshi.register import Register

MET_IN_RUSSIAN = "Астана. Министр Казахстана Ержан Бекетов встретился с министром Вьетнама Чан Ван Лонгом. "
MET_IN_ENGLISH = "Astana. Minister of Kazakhstan Yerzhan Beketov met Minister of Vietnam Tran Van Long. "
MET_IN_KAZAKH = "Астана. Қазақстан министрі Ержан Бекетов Вьетнам министрі Чан Ван Лонгпен кездесті. "


@pytest.fixture
def register() -> Iterator[Register]:
    """Give an empty register."""
    with open_empty("memory") as opened:
        yield opened


def count_promises(register: Register, *reports: tuple[str, str]) -> int:
    """Return how many promises the register has after adding reports."""
    for report in reports:
        register.add(tell(report))
    return register.count(Query(kind="commitment"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            MET_IN_RUSSIAN + "Стороны договорились подготовить план по торговле до 1 октября 2026 года.",
            MET_IN_ENGLISH + "The sides agreed to prepare a plan on trade by 1 October 2026.",
        ),
        (
            MET_IN_RUSSIAN + "Стороны договорились открыть рейс между Алматы и Ханоем до конца 2026 года.",
            MET_IN_ENGLISH + "The sides agreed to open a flight between Almaty and Hanoi by the end of 2026.",
        ),
        (
            MET_IN_KAZAKH + "Тараптар 2026 жылғы 1 қазанға дейін сауда жоспарын әзірлеуге келісті.",
            MET_IN_ENGLISH + "The sides agreed to prepare a plan on trade by 1 October 2026.",
        ),
    ],
)
def test_one_promise_in_two_languages_is_one_entry(register: Register, one: str, other: str) -> None:
    """The same sides, days and deadline, or the two ends of one line: Russian, Kazakh and English agree."""
    assert count_promises(register, (one, "2026-03-12"), (other, "2026-03-13")) == 1
    (promise,) = register.find(Query(kind="commitment"))
    assert len(promise.reports) == 2
    (link,) = [link for link in register.explain(promise.id).links if link.reasons]
    assert any("the same side, told in the same days" in reason for reason in link.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            MET_IN_RUSSIAN + "Стороны договорились подготовить дорожную карту до 1 октября 2026 года.",
            MET_IN_ENGLISH + "The sides agreed to prepare a roadmap by 1 November 2026.",
        ),
        (
            MET_IN_RUSSIAN + "Стороны договорились обучить 300 инженеров до конца 2026 года.",
            MET_IN_ENGLISH + "The sides agreed to train 500 engineers by the end of 2026.",
        ),
        (
            MET_IN_RUSSIAN + "Стороны договорились развивать торговлю.",
            MET_IN_ENGLISH + "The sides agreed to remove barriers to trade.",
        ),
    ],
)
def test_what_may_be_two_promises_stays_two(register: Register, one: str, other: str) -> None:
    """Another deadline, another figure, or a topic alone joins nothing."""
    assert count_promises(register, (one, "2026-03-12"), (other, "2026-03-13")) == 2


def test_promises_told_weeks_apart_stay_two(register: Register) -> None:
    """The same words in March and in May may be two promises."""
    one = MET_IN_RUSSIAN + "Стороны договорились подготовить план по торговле до 1 октября 2026 года."
    other = MET_IN_ENGLISH + "The sides agreed to prepare a plan on trade by 1 October 2026."
    assert count_promises(register, (one, "2026-03-12"), (other, "2026-05-12")) == 2
