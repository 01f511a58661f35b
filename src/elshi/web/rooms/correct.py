"""Correcting one field of an entry: the value, the words of a report that say so, what it would change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from elshi.desk.acting import preview_act
from elshi.desk.versions import write_version
from elshi.errors import Message, UsageError
from elshi.model.entry import FIELDS, Entry
from elshi.model.judgement import Effect
from elshi.model.proposal import Act
from elshi.model.report import Report
from elshi.register import View
from elshi.register.shapes import list_codes
from elshi.web.field_names import can_correct
from elshi.web.pages.find import find_account, find_entry
from elshi.web.rooms.compose import Row, compose_value, list_event, list_people
from elshi.web.rooms.room import Seat
from elshi.web.rooms.wholes import list_wholes
from elshi.web.values import read_value, write_value


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """What is being corrected. `problem` says why it will not do, `effects` what it would change.

    `people` and `event` are the value's parts, a row of a form each; `wholes` the engagements that the entry
    may be part of.
    """

    entry: Entry
    version: str
    fields: tuple[str, ...]
    field: str
    choices: tuple[str, ...]
    current: str
    value: str
    quote: str
    report: str
    note: str
    reports: tuple[Report, ...]
    people: tuple[Row, ...] = ()
    event: Row | None = None
    wholes: tuple[Entry, ...] = ()
    effects: tuple[Effect, ...] = ()
    previewed: bool = False
    problem: str = ""


def show_correction(seat: Seat) -> CorrectPage:
    """Return the form for the entry that the address names, filled with what was given.

    With the parameter `step` = 'preview' its effects are told too. Raises Missing where there is no entry.
    """
    entry, given, problem = find_entry(seat.register, seat.asked.ident), seat.given, seat.problem
    fields = tuple(name for name in FIELDS[entry.kind] if can_correct(name))
    name = given.get("field", "")
    name = name if name in fields else fields[0]
    current = write_value(name, entry.fields.get(name))
    composed = compose_value(name, given)
    value = current if composed is None else composed
    effects: tuple[Effect, ...] = ()
    previewed = given.get("step") == "preview" and not problem
    if previewed:
        try:
            effects = preview_act(seat.register, read_correction(seat))
        except UsageError as error:
            previewed, problem = False, error.message
    return CorrectPage(
        entry,
        write_version(entry),
        fields,
        name,
        list_codes(entry.kind, name),
        current,
        value,
        given.get("quote", ""),
        given.get("report", ""),
        given.get("note", ""),
        tuple(find_account(seat.register, ident).report for ident in entry.reports),
        list_people(value) if name == "participants" else (),
        list_event(value) if name == "event" else None,
        list_wholes(seat.register, entry, value) if name == "part_of" else (),
        effects,
        previewed,
        problem,
    )


def read_correction(seat: Seat) -> Act:
    """Return the correction that was sent. Raises UsageError where it makes no sense."""
    entry, given = find_entry(seat.register, seat.asked.ident), seat.given
    name = given.get("field", "")
    if name not in FIELDS[entry.kind] or not can_correct(name):
        message = Message("%(field)r is no field that can be corrected; choose one of the list", field=name)
        raise UsageError(message)
    value = read_value(name, compose_value(name, given) or "")
    report, quote = given.get("report") or None, given.get("quote", "").strip()
    if quote:
        report, quote = find_words(seat.register, quote, [report] if report else list(entry.reports))
    elif value is None:
        quote = ""
    note = given.get("note", "").strip() or None
    return Act("correct", entry.id, None, name, value, quote or None, report if quote else None, note)


def find_words(view: View, typed: str, reports: list[str]) -> tuple[str, str]:
    """Return the report of `reports` that says `typed`, and the words as they stand in it.

    Blanks and line breaks may differ: what is selected on a page, or pasted, has others. Raises UsageError
    where no report says it.
    """
    pattern = re.compile(r"\s+".join(re.escape(word) for word in typed.split()))
    for ident in reports:
        found = pattern.search(find_account(view, ident).report.text)
        if found:
            return ident, found[0]
    message = Message(
        "no report of this entry says %(typed)r; select the words in the text, or paste them", typed=typed
    )
    raise UsageError(message)
