"""Office, country and time as evidence of who somebody is."""

from __future__ import annotations

from elshi.resolve.identity import Sighting, compare_people


def _minister(name: str, country: str = "KZ", seen: str = "2026-03-12") -> Sighting:
    return Sighting((name,), "foreign_minister", country, None, seen, seen)


def test_a_surname_with_the_same_office_and_country_is_the_same_person() -> None:
    """'Министр Алимкулов' of Kazakhstan is the foreign minister named in full the same month."""
    found = compare_people(_minister("Алимкулов"), _minister("Бақытжан Әлімқұлов", seen="2026-03-20"))
    assert found.verdict == "same"
    assert "both foreign minister at the time" in found.reasons


def test_a_surname_with_another_country_is_another_person() -> None:
    """A Haddad who speaks for Jordan is not taken for one who speaks for Kuwait."""
    assert compare_people(_minister("Haddad", "JO"), _minister("Omar Haddad", "KW")).verdict == "different"


def test_a_full_name_of_another_country_leaves_it_open() -> None:
    """One full name under two flags may be namesakes or a change of post: nothing is decided."""
    assert compare_people(_minister("Ahmad Hassan", "JO"), _minister("Ахмад Хасан", "IQ")).verdict == "unsure"


def test_an_office_held_years_later_says_nothing_of_a_surname() -> None:
    """The surname of a minister six years on may be another's."""
    found = compare_people(_minister("Алимкулов", seen="2020-01-01"), _minister("Бақытжан Әлімқұлов"))
    assert found.verdict == "unsure"


def test_office_never_makes_one_of_two_names() -> None:
    """Two ministers of one office and surname in one year stay two: one followed the other."""
    found = compare_people(_minister("Мұрат Әлімқұлов"), _minister("Марат Алимкулов", seen="2026-06-01"))
    assert found.verdict == "different"
