"""Correcting, affirming and rejecting entries, one or many."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.desk.versions import refuse_changed
from elshi.errors import Message, UsageError
from elshi.model.entry import FIELDS, Entry, Json
from elshi.model.proposal import Act
from elshi.web.actions.work import Done, Work, say
from elshi.web.pages.find import find_entry
from elshi.web.rooms.correct import read_correction
from elshi.web.rooms.review import is_uncertain


def correct_entry(work: Work) -> Done:
    """Correct one field of the entry that the address names."""
    act = read_correction(work.seat)
    refuse_changed(work.register, act.one, work.given.get("version", ""))
    return say(work, [act], f"/entry/{act.one}")


def reject_entry(work: Work) -> Done:
    """Say of the entry that it is none."""
    entry = find_entry(work.register, work.asked.ident)
    refuse_changed(work.register, entry.id, work.given.get("version", ""))
    return say(work, [Act("reject", entry.id, note=_read_note(work))], "/engagements")


def accept_entry(work: Work) -> Done:
    """Say of the entry that it is right as it stands: what is disputed, and that it is sure."""
    entry = find_entry(work.register, work.asked.ident)
    refuse_changed(work.register, entry.id, work.given.get("version", ""))
    return say(work, _affirm(entry, _read_note(work)), f"/entry/{entry.id}")


def act_on_many(work: Work) -> Done:
    """Accept or reject all entries that were chosen, as one thing that is undone as one.

    Each is sent as its id, a blank, and its version.
    """
    acts: list[Act] = []
    for chosen in work.chosen:
        ident, _, version = chosen.partition(" ")
        refuse_changed(work.register, ident, version)
        entry = find_entry(work.register, ident)
        rejects = work.given.get("act") == "reject"
        acts += [Act("reject", ident, note=_read_note(work))] if rejects else _affirm(entry, _read_note(work))
    return say(work, acts, "/review?queue=doubtful&list=1")


def _affirm(entry: Entry, note: str | None) -> list[Act]:
    """Return what affirms `entry`: the value that leads in each dispute, and that it is sure."""
    acts = [
        Act("correct", entry.id, None, field, entry.fields[field], *_find_words(entry, rows), note)
        for field, rows in entry.disagreements.items()
        if field in FIELDS[entry.kind]
    ]
    if is_uncertain(entry):
        first = entry.fields["evidence"][0]
        acts.append(Act("correct", entry.id, None, "confidence", 1.0, first["quote"], first["report"], note))
    if not acts:
        message = Message(
            "nothing of %(ident)s is uncertain or disputed; there is nothing to accept", ident=entry.id
        )
        raise UsageError(message)
    return acts


def _find_words(entry: Entry, rows: list[Json]) -> tuple[str, str]:
    """Return words of a report that gives the value that leads, and the report's id."""
    reports: list[str] = next((row["reports"] for row in rows), [])
    quotes: Iterator[Json] = (q for q in entry.fields["evidence"] if q["report"] in reports)
    found = next(quotes, entry.fields["evidence"][0])
    return found["quote"], found["report"]


def _read_note(work: Work) -> str | None:
    return work.given.get("note", "").strip() or None
