"""What a person types into a field is refused, or is something that every page and export can show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import read_all

from elshi.errors import UsageError
from elshi.exports import EXPORTS
from elshi.model.entry import FIELDS, Entry, EntryKind
from elshi.register import Register
from elshi.register.shapes import complete_value

WORDS = st.sampled_from(
    ["", "KZ", "meeting", "held", "2026-03-12", "minister", "a", "chair", "support", "x" * 50]
)
LEAVES = st.none() | st.booleans() | st.integers(-2, 2000) | st.floats(allow_nan=False) | WORDS
KEYS = st.sampled_from(
    ["name", "native_name", "surface", "office", "side", "city", "country", "ordinal", "y"]
)
VALUES = st.recursive(
    LEAVES, lambda v: st.lists(v, max_size=3) | st.dictionaries(KEYS, v, max_size=4), max_leaves=6
)
PLACES = [(kind, field) for kind, fields in FIELDS.items() for field in fields]


@settings(max_examples=100, deadline=None)
@given(place=st.sampled_from(PLACES), value=VALUES)
def test_no_correction_breaks_what_shows_it(place: tuple[EntryKind, str], value: Any) -> None:  # noqa: ANN401 - any JSON
    """Any JSON for any field is refused in words, or the entry can be shown, listed and corrected again."""
    kind, field = place
    with Register.in_memory() as register:
        for reading in read_all():
            register.add(reading)
        entry = next(e for e in register.find() if e.kind == kind)
        quote = entry.fields["evidence"][0]["quote"]
        try:
            register.correct(entry.id, field, value, by="Aizhan", quote=quote)
        except UsageError:
            return
        shown = register.show(entry.id)
        assert isinstance(shown, Entry)
        assert len(list(register.find())) < len(list(register.export_lines()))
        assert register.explain(entry.id).entry == shown
        register.people()
        register.tenures()


@pytest.mark.parametrize(
    "value",
    [
        [{"name": "Nidal Murdi", "office": "minister", "represents": "JO", "side": "b"}],
        [{"name": "Nidal Murdi"}, {"name": "Yerlan Saparov", "native_name": "Ерлан Сапаров"}],
        None,
        [],
    ],
)
def test_people_can_be_corrected_and_exported(tmp_path: Path, value: list[dict[str, str]] | None) -> None:
    """What is not said of them is null; every export writes them."""
    with Register.in_memory() as register:
        for reading in read_all():
            register.add(reading)
        entry = next(e for e in register.find() if e.fields.get("participants"))
        quote = entry.fields["evidence"][0]["quote"]
        register.correct(entry.id, "participants", value, by="Aizhan", quote=quote)
        shown = register.show(entry.id)
        assert isinstance(shown, Entry)
        named = [person["name"] for person in shown.fields["participants"] or []]
        assert named == [person["name"] for person in value or []]
        for form in set(EXPORTS) - {"parquet"}:
            (tmp_path / form).mkdir()
            register.export(form, tmp_path / form)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("participants", [1], "an object of JSON"),
        ("participants", [{"name": "A", "age": 5}], "has no age"),
        ("participants", [{"office": "minister"}], "has a name"),
        ("participants", [{"name": "A", "side": "left"}], "the side of a participant is one of"),
        ("participants", [{"name": "A", "office": "king"}], "'king' is no office"),
        ("place", "Amman", "an object of JSON"),
        ("event", {"surface": "форум"}, "an event has a name"),
        ("event", {"name": "Forum", "ordinal": "third"}, "a whole number"),
        ("type", "party", "'party' is no type"),
        ("topics", ["weather"], "'weather' is no topics"),
        ("confidence", 2, "between 0 and 1"),
        ("confidence", True, "a number"),
        ("parties", [5], "is words"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(field: str, value: Any, said: str) -> None:  # noqa: ANN401 - any JSON
    """In words that say what it can."""
    with pytest.raises(UsageError, match=said):
        complete_value("engagement", field, value)
