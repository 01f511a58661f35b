"""Who held an office when, who followed whom, and what cannot be so, from reports in three languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from samples import open_empty, tell

from elshi.lexicon.holding import are_exclusive, find_seat
from elshi.register import Register

SAPAROV_FEBRUARY = (
    "Посол Казахстана в Иордании Ерлан Сапаров встретился в Аммане с министром Самиром Халилем.",
    "2026-02-02",
)
TILEGEN_APPOINTED = (
    "President Arman Serikov appointed Bauyrzhan Tilegen Ambassador of Kazakhstan to Jordan.",
    "2026-04-10",
)
SAPAROV_FORMER = (
    "Бывший посол Казахстана в Иордании Ерлан Сапаров выступил на форуме в Астане.",
    "2026-04-20",
)
TILEGEN_MAY = (
    "Қазақстанның Иорданиядағы елшісі Бауыржан Тілеген Амманда министр Самир Халильмен кездесті.",
    "2026-05-04",
)
SAPAROV_JUNE = (
    "Kazakhstan's Ambassador to Jordan Yerlan Saparov met Minister Samir Khalil in Amman.",
    "2026-06-08",
)
SAPAROV_MINISTER = (
    "Министр иностранных дел Казахстана Ерлан Сапаров принял посла Норвегии Ингрид Дал.",
    "2026-03-01",
)


@pytest.fixture(params=["memory", "sqlite"])
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give an empty register of either kind."""
    with open_empty(request.param) as opened:
        yield opened


def add_all(register: Register, *reports: tuple[str, str]) -> None:
    """Add reports in this order."""
    for report in reports:
        register.add(tell(report))


def list_envoys(register: Register, day: str) -> list[str]:
    """Return who is Kazakhstan's ambassador to Jordan on a day."""
    held = register.tenures(on=dt.date.fromisoformat(day))
    return [s.person for s in held if (s.office, s.represents, s.posted_to) == ("ambassador", "KZ", "JO")]


def test_an_ambassador_holds_the_post_until_another_is_seen_in_it(register: Register) -> None:
    """Ерлан Сапаров in March; after the Kazakh report of May it is Бауыржан Тілеген alone."""
    add_all(register, SAPAROV_FEBRUARY, TILEGEN_MAY)
    assert list_envoys(register, "2026-03-12") == ["Yerlan Saparov"]
    assert list_envoys(register, "2026-05-12") == ["Bauyrzhan Tilegen"]


def test_who_followed_whom_is_observed_where_nobody_says_so(register: Register) -> None:
    """Seen in February and in May: the one followed the other, and no report says that."""
    add_all(register, SAPAROV_FEBRUARY, TILEGEN_MAY)
    (change,) = register.successions()
    assert (change.before.person, change.after.person) == ("Yerlan Saparov", "Bauyrzhan Tilegen")
    assert (change.before.last_seen, change.after.first_seen) == ("2026-02-02", "2026-05-04")
    assert not change.stated
    assert change.reason == (
        "Yerlan Saparov was last seen on 2026-02-02, Bauyrzhan Tilegen first on 2026-05-04"
    )


def test_who_followed_whom_is_stated_by_an_appointment(register: Register) -> None:
    """The English report tells of the appointment: the succession names its entry."""
    add_all(register, SAPAROV_FEBRUARY, TILEGEN_APPOINTED, TILEGEN_MAY)
    (change,) = register.successions()
    assert (change.stated, change.reason) == (True, "the appointment of Bauyrzhan Tilegen is told")
    assert [register.show(entry).fields["type"] for entry in change.entries] == ["appointment"]  # type: ignore[union-attr]  # of entries


def test_who_followed_whom_is_stated_where_one_is_called_former(register: Register) -> None:
    """The Russian report of 20 April speaks of the former ambassador: he was last seen in office before."""
    add_all(register, SAPAROV_FEBRUARY, SAPAROV_FORMER, TILEGEN_MAY)
    (change,) = register.successions()
    assert (change.stated, change.before.last_seen) == (True, "2026-02-02")
    assert change.reason == "Yerlan Saparov is spoken of as former"


def test_two_ambassadors_to_one_country_at_a_time_contradict_each_other(register: Register) -> None:
    """Сапаров in February and June, Тілеген in May: one of the three reports is wrong, or a name is."""
    add_all(register, SAPAROV_FEBRUARY, TILEGEN_MAY, SAPAROV_JUNE)
    (clash,) = register.contradictions()
    assert {clash.one.person, clash.other.person} == {"Yerlan Saparov", "Bauyrzhan Tilegen"}
    assert (clash.kind, clash.since, clash.until) == ("seat", "2026-05-04", "2026-05-04")
    assert clash.reason.endswith("are both seen as ambassador of KZ, which one holds")
    assert register.successions() == ()


def test_a_change_of_office_is_no_contradiction(register: Register) -> None:
    """Ambassador in February, minister from March on."""
    add_all(register, SAPAROV_FEBRUARY, SAPAROV_MINISTER)
    assert register.contradictions() == ()


def test_one_person_in_two_offices_at_a_time_is_a_contradiction(register: Register) -> None:
    """Ambassador in February and in June, foreign minister in March between them."""
    add_all(register, SAPAROV_FEBRUARY, SAPAROV_MINISTER, SAPAROV_JUNE)
    (clash,) = register.contradictions()
    assert (clash.kind, clash.since) == ("person", "2026-03-01")
    assert {clash.one.office, clash.other.office} == {"ambassador", "foreign_minister"}


def test_the_past_is_answered_as_it_was(register: Register) -> None:
    """As of the time before the June report there was no contradiction, and there still is none."""
    add_all(register, SAPAROV_FEBRUARY, TILEGEN_MAY)
    view = register.as_of(register._clock())
    before = view.contradictions(), view.successions(), view.tenures()
    add_all(register, SAPAROV_JUNE)
    assert (view.contradictions(), view.successions(), view.tenures()) == before
    assert register.contradictions() != ()


@pytest.mark.parametrize(
    ("office", "represents", "posted_to", "seat"),
    [
        ("head_of_state", "KZ", None, ("head_of_state", "KZ", "")),
        ("ambassador", "KZ", "JO", ("ambassador", "KZ", "JO")),
        ("ambassador", "KZ", None, None),
        ("secretary_general", "UN", None, ("secretary_general", "UN", "")),
        ("secretary_general", "KZ", None, None),
        ("minister", "KZ", None, None),
        ("head_of_state", None, None, None),
    ],
)
def test_which_offices_one_person_holds(
    office: str, represents: str | None, posted_to: str | None, seat: tuple[str, str, str] | None
) -> None:
    """A country has one president, one ambassador to another country, a body one secretary general."""
    assert find_seat(office, represents, posted_to) == seat


def test_a_deputy_head_of_government_may_be_foreign_minister() -> None:
    """Many are both; nobody is foreign minister and ambassador."""
    assert not are_exclusive("deputy_head_of_government", "foreign_minister")
    assert are_exclusive("ambassador", "foreign_minister")
