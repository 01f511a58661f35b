"""One person judged to be two: each with their own engagements and offices, and one again when taken back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from samples import STORES, open_empty, tell

from elshi.errors import UsageError
from elshi.model.entry import Entry, describe_entry
from elshi.model.query import Query
from elshi.register import Register

ME = "Aizhan"
AMBASSADOR = (
    "Посол Казахстана в Иордании Ерлан Сапаров встретился в Аммане с министром транспорта Самиром Халилем.",
    "2026-02-02",
)
AGAIN = (
    "Қазақстанның Иорданиядағы елшісі Ерлан Сапаров Амманда министр Самир Халильмен кездесті.",
    "2026-03-02",
)
DEPUTY = (
    "Kazakhstan's Deputy Energy Minister Yerlan Saparov met Ambassador of Norway Ingrid Dal in Astana.",
    "2026-04-02",
)


@pytest.fixture(params=STORES)
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give a register in which the machine takes the ambassador and the deputy minister for one person."""
    with open_empty(request.param) as opened:
        for report in (AMBASSADOR, AGAIN, DEPUTY):
            opened.add(tell(report))
        yield opened


def find_meeting(register: Register) -> Entry:
    """Return the deputy minister's meeting."""
    (meeting,) = register.find(Query(kind="engagement", language="en"))
    return meeting


def list_offices(register: Register) -> list[set[str]]:
    """Return the offices of each person of this name."""
    people = [p for p in register.people() if "Yerlan Saparov" in p.names]
    return sorted(({s.office for s in p.services} for p in people), key=sorted)


def dump(register: Register) -> list[object]:
    """Return everything that can be found, and everybody."""
    return [*(describe_entry(entry) for entry in register.find()), *register.people(), *register.tenures()]


def part(register: Register) -> str:
    """Judge that the deputy minister is somebody else, in the meeting and the tenure; return the first."""
    (person,) = [p for p in register.people() if "Yerlan Saparov" in p.names]
    assert person.entity is not None
    for entry in register.find(Query(language="en", who="Saparov")):
        register.judge("different", person.entity, entry.id, ME)
    return person.entity


def test_a_person_parted_is_two_with_their_own_offices(register: Register) -> None:
    """One before; afterwards the ambassador, and the deputy minister of the English report."""
    assert list_offices(register) == [{"ambassador", "deputy_minister"}]
    person = part(register)
    assert list_offices(register) == [{"ambassador"}, {"deputy_minister"}]
    (taking_part,) = [
        p for p in find_meeting(register).fields["participants"] if p["name"] == "Yerlan Saparov"
    ]
    assert taking_part["entity"] != person
    assert register.check() == ()


def test_taken_back_all_is_as_before(register: Register) -> None:
    """Letter for letter, in whatever order the judgements are withdrawn; both stay on record."""
    before = dump(register)
    part(register)
    assert dump(register) != before
    for judgement in register.judgements():
        register.withdraw(judgement.id, ME)
    assert dump(register) == before
    assert register.check() == ()


def test_a_second_reading_keeps_them_apart(register: Register) -> None:
    """Read anew by another configuration, the English report still speaks of the other person."""
    part(register)
    before = list_offices(register)
    reading = tell(DEPUTY)
    (meeting,) = reading.engagements
    moved = dataclasses.replace(meeting, topics=("energy", "trade"))
    register.add(dataclasses.replace(reading, engagements=(moved,), digest="another"))
    assert find_meeting(register).fields["topics"] == ["energy", "trade"]
    assert list_offices(register) == before


def test_the_past_is_answered_as_it_was(register: Register) -> None:
    """As of before the judgement there is one person, and there always was."""
    view = register.as_of(register._clock())
    before = view.people(), view.tenures()
    part(register)
    assert (view.people(), view.tenures()) == before


def test_only_different_parts_and_only_whom_the_entry_names(register: Register) -> None:
    """A person and an entry cannot be the same; who is not named in it cannot be parted from it."""
    (person,) = [p.entity for p in register.people() if "Yerlan Saparov" in p.names]
    (other,) = [p.entity for p in register.people() if "Samir Khalil" in p.names]
    meeting = find_meeting(register).id
    with pytest.raises(UsageError, match="only 'different'"):
        register.judge("same", person or "", meeting, ME)
    with pytest.raises(UsageError, match="does not name"):
        register.judge("different", other or "", meeting, ME)


def test_what_it_does_is_shown_before(register: Register) -> None:
    """The other person is named, and nothing is written."""
    before = dump(register)
    (person,) = [p.entity for p in register.people() if "Yerlan Saparov" in p.names]
    effects = register.preview_comparison("different", person or "", find_meeting(register).id)
    assert any(effect.what == "is somebody of their own: Yerlan Saparov" for effect in effects)
    assert dump(register) == before
