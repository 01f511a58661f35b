"""What several people say of one register: proposed, decided, done together and undone."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import read_all

from elshi.desk import acting
from elshi.desk.versions import ConflictError, refuse_changed, write_version
from elshi.errors import UsageError
from elshi.model.account import ROLES, Person
from elshi.model.entry import Entry, describe_entry
from elshi.model.proposal import Act, parse_act
from elshi.model.query import Query
from elshi.record.desk import Desk, open_desk
from elshi.register import Register

ANALYST, EDITOR = Person("Дәулет", ROLES["analyst"]), Person("Aizhan", ROLES["editor"])
QUOTE = "4 мая"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Give a register in a file, with the three readings."""
    with Register.open(tmp_path / "elshi.db") as opened:
        for reading in read_all():
            opened.add(reading)
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give the desk beside it."""
    with contextlib.closing(open_desk(tmp_path / "elshi.db")) as opened:
        yield opened


def find_meeting(register: Register) -> Entry:
    """Return the meeting that the Russian report tells of."""
    (entry,) = register.find(Query(kind="engagement", language="ru"))
    return entry


def correct_date(register: Register) -> Act:
    """Return the act that moves the meeting's date to the third of May."""
    return Act("correct", find_meeting(register).id, field="date", value="2026-05-03", quote=QUOTE)


def dump(register: Register) -> list[dict[str, object]]:
    """Return everything that can be found."""
    return [describe_entry(entry) for entry in register.find()]


def test_a_proposal_changes_nothing_until_it_is_accepted(register: Register, desk: Desk) -> None:
    """Then the field has the proposed value, judged by the analyst; who accepted, when and why is kept."""
    before = dump(register)
    proposal = acting.propose(register, desk, correct_date(register), ANALYST.name)
    assert dump(register) == before
    assert desk.proposals.list(waiting=True) == (proposal,)
    acting.accept(register, desk, proposal.id, EDITOR.name, "the fourth was the day of the report")
    assert find_meeting(register).fields["date"] == "2026-05-03"
    kept = acting.find_proposal(desk, proposal.id)
    assert (kept.decision, kept.decided_by) == ("accepted", "Aizhan")
    assert kept.decided_note == "the fourth was the day of the report"
    (judgement,) = register.judgements()
    assert (judgement.by, judgement.id) == (ANALYST.name, kept.judgement)


def test_a_declined_proposal_changes_nothing_and_is_kept(register: Register, desk: Desk) -> None:
    """It waits no longer, says who declined it and why, and cannot be accepted afterwards."""
    before = dump(register)
    proposal = acting.propose(register, desk, correct_date(register), ANALYST.name)
    acting.decline(desk, proposal.id, EDITOR.name, "the report says the fourth")
    assert dump(register) == before
    kept = acting.find_proposal(desk, proposal.id)
    assert (kept.decision, kept.decided_note) == ("declined", "the report says the fourth")
    with pytest.raises(UsageError, match="was declined"):
        acting.accept(register, desk, proposal.id, EDITOR.name)


def test_only_its_author_takes_a_proposal_back(register: Register, desk: Desk) -> None:
    """Another is told whose it is; taken back it waits no longer."""
    proposal = acting.propose(register, desk, correct_date(register), ANALYST.name)
    with pytest.raises(UsageError, match="only its author"):
        acting.take_back(desk, proposal.id, EDITOR.name)
    acting.take_back(desk, proposal.id, ANALYST.name)
    assert desk.proposals.list(waiting=True) == ()


def test_what_makes_no_sense_is_not_proposed(register: Register, desk: Desk) -> None:
    """A quote that no report says is refused at once, not when an editor accepts it."""
    act = Act("correct", find_meeting(register).id, field="date", value="2026-05-03", quote="пятого мая")
    with pytest.raises(UsageError, match="quote it letter for letter"):
        acting.propose(register, desk, act, ANALYST.name)
    assert desk.proposals.list() == ()


def test_a_proposal_on_what_changed_meanwhile_is_a_conflict(register: Register, desk: Desk) -> None:
    """The editor sees what the analyst saw and what is there now; the proposal goes on waiting."""
    proposal = acting.propose(register, desk, correct_date(register), ANALYST.name)
    register.correct(find_meeting(register).id, "type", "visit", by="Serik", quote="провёл встречу")
    with pytest.raises(ConflictError) as caught:
        acting.accept(register, desk, proposal.id, EDITOR.name)
    seen, now = caught.value.seen, caught.value.now
    assert seen is not None
    assert now is not None
    assert (seen.fields["type"], now.fields["type"]) == ("meeting", "visit")
    assert desk.proposals.list(waiting=True) == (proposal,)


def test_a_version_stands_until_the_entry_changes(register: Register) -> None:
    """What another entry gains makes no conflict; what this one gains does, and so does its rejection."""
    meeting = find_meeting(register)
    version = write_version(meeting)
    (other,) = register.find(Query(kind="engagement", language="kk"))
    register.reject(other.id, "Serik")
    refuse_changed(register, meeting.id, version)
    register.reject(meeting.id, "Serik")
    with pytest.raises(ConflictError, match="is no entry any more") as caught:
        refuse_changed(register, meeting.id, version)
    assert caught.value.seen == meeting
    with pytest.raises(UsageError, match="no version"):
        refuse_changed(register, meeting.id, "yesterday")


def test_a_batch_is_undone_with_one_action(register: Register, desk: Desk) -> None:
    """Three entries rejected together come back together; a second undo finds what was done before."""
    before = dump(register)
    chosen = [entry.id for entry in register.find()][:3]
    first = acting.perform(register, desk, [correct_date(register)], EDITOR.name)
    between = dump(register)
    acting.perform(register, desk, [Act("reject", ident) for ident in chosen], EDITOR.name)
    assert len(dump(register)) == len(before) - 3
    acting.undo(register, desk, EDITOR)
    assert dump(register) == between
    assert acting.undo(register, desk, EDITOR).id == first.id
    assert dump(register) == before
    with pytest.raises(UsageError, match="nothing is left to undo"):
        acting.undo(register, desk, EDITOR)


def test_a_batch_is_done_whole_or_not_at_all(register: Register, desk: Desk) -> None:
    """Where the second of two makes no sense, the first is withdrawn and nothing is there to undo."""
    before = dump(register)
    acts = [Act("reject", find_meeting(register).id), Act("reject", "eng-none")]
    with pytest.raises(UsageError, match="no single entry"):
        acting.perform(register, desk, acts, EDITOR.name)
    assert dump(register) == before
    with pytest.raises(UsageError, match="nothing is left"):
        acting.undo(register, desk, EDITOR)


def test_what_others_did_only_an_editor_undoes(register: Register, desk: Desk) -> None:
    """An analyst is told whose it is; an editor may."""
    batch = acting.perform(register, desk, [correct_date(register)], "Serik")
    with pytest.raises(UsageError, match="only an editor"):
        acting.undo(register, desk, ANALYST, batch.id)
    acting.undo(register, desk, EDITOR, batch.id)
    assert find_meeting(register).fields["date"] != "2026-05-03"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], "JSON object"),
        ({"verdict": "add", "one": "x"}, "the verdict is one of"),
        ({"verdict": "reject"}, "id of an entry"),
        ({"verdict": "same", "one": "x"}, "give the other id"),
        ({"verdict": "correct", "one": "x"}, "names its field"),
        ({"verdict": "reject", "one": "x", "note": 5}, "note is words"),
        ({"verdict": "reject", "one": "x", "sudo": True}, "has no sudo"),
    ],
)
def test_an_act_that_is_none_is_refused(parts: object, said: str) -> None:
    """Each refusal names what to give."""
    with pytest.raises(ValueError, match=said):
        parse_act(parts)
