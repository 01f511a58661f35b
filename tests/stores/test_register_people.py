"""Who the people of the register are: one row a person across scripts, namesakes apart."""

from __future__ import annotations

from samples import KAZAKH, make_reading, make_report, say

from elshi.model.frame import Engagement, Participant, Reading
from elshi.model.markup import OfficeCode
from elshi.model.report import Language
from elshi.model.when import When
from elshi.register import Register


def _tell(
    name: str, language: Language, day: str, *, office: OfficeCode = "ambassador", country: str = "KZ"
) -> Reading:
    """Make a reading of one meeting in which one person takes part."""
    text = f"{name}, {day}. {KAZAKH}"
    person = Participant(name, name, name, office, office, country, "a", say(text, name))
    meeting = Engagement(
        f"eng-{day}", "meeting", "held", When(day, "stated", f"'{day}'"), None, ("JO", "KZ"), (person,),
        None, None, (), "made by hand", 0.9, say(text, "кездесті"),
    )  # fmt: skip
    return make_reading(make_report(text, language, day, f"{day}.txt"), engagements=(meeting,))


def _list_people(*readings: Reading) -> list[tuple[str, ...]]:
    with Register.in_memory() as register:
        for reading in readings:
            assert register.add(reading)
        return sorted(tuple(sorted(person.names)) for person in register.people())


def test_one_person_in_three_scripts_is_one_row() -> None:
    """The Kazakh, Russian and English spellings of a name stand in one row of `elshi people`."""
    rows = _list_people(
        _tell("Бақытжан Әлімқұлов", "kk", "2026-03-01"),
        _tell("Бакытжан Алимкулов", "ru", "2026-04-01"),
        _tell("Bakytzhan Alimkulov", "en", "2026-05-01"),
    )
    assert rows == [("Bakytzhan Alimkulov", "Бакытжан Алимкулов", "Бақытжан Әлімқұлов")]


def test_namesakes_are_two_rows() -> None:
    """Another given name, or another country, is another person."""
    rows = _list_people(
        _tell("Марат Әлімқұлов", "kk", "2026-03-01"),
        _tell("Мурат Алимкулов", "ru", "2026-04-01"),
        _tell("Marat Alimkulov", "en", "2026-05-01", country="UZ"),
    )
    assert len(rows) == 3


def test_initials_join_the_one_they_can_mean() -> None:
    """'М. Алимкулов' is Marat while no other M. is known, and nobody's where two are."""
    marat, short = _tell("Марат Әлімқұлов", "kk", "2026-03-01"), _tell("М. Алимкулов", "ru", "2026-05-01")
    assert len(_list_people(marat, short)) == 1
    assert len(_list_people(marat, _tell("Мурат Алимкулов", "ru", "2026-04-01"), short)) == 3


def test_a_surname_joins_by_office() -> None:
    """The surname alone is the ambassador known in full, not somebody in another office."""
    full, alone = _tell("Марат Әлімқұлов", "kk", "2026-03-01"), _tell("Алимкулов", "ru", "2026-03-09")
    assert len(_list_people(full, alone)) == 1
    assert len(_list_people(full, _tell("Алимкулов", "ru", "2026-03-09", office="speaker"))) == 2
