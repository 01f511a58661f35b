"""From frames to statements: every field said, each with its words."""

from __future__ import annotations

import dataclasses
import json

import hypothesis
from random_readings import readings
from samples import RUSSIAN, read_all, read_english, read_russian

from elshi.model import record
from elshi.model.entry import FIELDS, MANY, EntryKind, Statement
from elshi.model.frame import Reading
from elshi.resolve.statements import state_frames

AT = "2026-06-01T00:00:00.000000+00:00"


def state(reading: Reading, frame: str, field: str) -> list[Statement]:
    """Return what is stated of one field of one frame."""
    return [s for s in state_all(reading) if (s.frame_id, s.field) == (frame, field)]


def state_all(reading: Reading, at: str = AT) -> list[Statement]:
    """Return every statement of a reading."""
    return [s for frame in state_frames(reading, at) for s in frame.statements]


def test_a_field_is_stated_with_the_words_of_its_frame() -> None:
    """The date of the meeting rests on the sentence that tells of the meeting."""
    (date,) = state(read_russian(), "eng-ru", "date")
    assert date.value == '"2026-05-04"'
    assert date.evidence[0].quote.startswith("Министр транспорта Иордании")
    assert (date.kind, date.rule, date.recorded_at) == ("engagement", "made by hand", AT)


def test_each_participant_is_a_statement_with_words_of_their_own() -> None:
    """Two people, two statements, each resting on its own words."""
    people = state(read_russian(), "eng-ru", "participants")
    assert [json.loads(s.value)["name"] for s in people] == ["Samir Khalil", "Yerlan Saparov"]
    assert [s.evidence[0].quote for s in people] == [
        "Министр транспорта Иордании Самир Халиль",
        "послом Казахстана Ерланом Сапаровым",
    ]


def test_each_member_of_a_list_is_a_statement() -> None:
    """Parties are stated one by one, so that another report may agree with one of them only."""
    assert [s.value for s in state(read_russian(), "eng-ru", "parties")] == ['"JO"', '"KZ"']


def test_nothing_is_stated_of_what_is_not_known() -> None:
    """The conference has no place; no statement says that it has none."""
    assert state(read_english(), "eng-en", "place") == []


def test_part_of_names_the_frame_of_the_umbrella() -> None:
    """A meeting on the margins points to the conference as its own report tells it."""
    umbrella = read_russian().engagements[0]
    margin = dataclasses.replace(umbrella, id="eng-margin", part_of=umbrella.id)
    reading = dataclasses.replace(read_russian(), engagements=(umbrella, margin))
    (part_of,) = state(reading, "eng-margin", "part_of")
    assert json.loads(part_of.value) == umbrella.id


def test_reading_again_at_another_time_states_the_same() -> None:
    """Ids come from what is said and where, not from when it was recorded."""
    for reading in read_all():
        again = state_all(reading, "2027-01-01T00:00:00.000000+00:00")
        assert [s.id for s in state_all(reading)] == [s.id for s in again]


def test_the_same_frame_in_another_report_founds_another_entry() -> None:
    """Each frame has an entry id of its own, in case that nobody else tells the same."""
    other = dataclasses.replace(read_russian().report, id="rep-other")
    ours = {f.home for f in state_frames(read_russian(), AT)}
    theirs = {f.home for f in state_frames(dataclasses.replace(read_russian(), report=other), AT)}
    assert not ours & theirs


def test_a_statement_holds_when_its_frame_says() -> None:
    """The parties of the meeting hold on its day, the ambassador's office when the report was published."""
    assert {s.valid for s in state(read_russian(), "eng-ru", "parties")} == {"2026-05-04"}
    assert {s.valid for s in state(read_russian(), "ten-ru", "office")} == {"2026-05-05"}


def test_the_fields_of_an_entry_are_those_of_the_record() -> None:
    """FIELDS names what RECORD.md's JSON has for each kind, in its order, but id, rule and evidence."""
    of_all = [record.to_record(reading) for reading in read_all()]
    for kind, fields in FIELDS.items():
        described = next(one for told in of_all for one in told[_name_list(kind)])
        assert tuple(key for key in described if key not in {"id", "rule", "evidence"}) == fields
        assert {key for key, value in described.items() if isinstance(value, list)} <= MANY | {"evidence"}


@hypothesis.settings(max_examples=50, deadline=None)
@hypothesis.given(reading=readings())
def test_every_statement_quotes_its_report(reading: Reading) -> None:
    """Whatever is read, each statement has words, and the report has those words at that place."""
    for statement in state_all(reading):
        assert statement.report_id == reading.report.id
        assert statement.evidence
        assert all(evidence.holds(reading.report.text) for evidence in statement.evidence)


def _name_list(kind: EntryKind) -> str:
    return f"{kind}s"


def test_the_samples_quote_what_they_say() -> None:
    """The readings made by hand are themselves in order."""
    assert all(e.holds(RUSSIAN) for e in read_russian().engagements[0].evidence)
