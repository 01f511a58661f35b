"""Judgements as people give them, checked before they are made: known fields, words that the report says."""

from __future__ import annotations

from typing import Any

from elshi.errors import Message, UsageError
from elshi.model.entity import NAMED, PERSON
from elshi.model.entry import FIELDS, JUDGED, KINDS, MANY
from elshi.model.fate import JUDGED_FATES
from elshi.model.ids import derive_id
from elshi.model.judgement import Anchor, Judgement, Verdict, anchor_frame
from elshi.model.proposal import Act
from elshi.model.span import Evidence, Span
from elshi.model.when import read_bounds
from elshi.record.base import Store
from elshi.record.lead import DATES
from elshi.register.shapes import complete_value
from elshi.register.subjects import anchor_sides, find_entity, find_entry, find_frames, find_pair
from elshi.register.wholes import find_whole


def compare_two(  # noqa: PLR0913, PLR0917 - who said what of which two, when and why
    store: Store, verdict: Verdict, one: str, other: str, by: str, at: str, note: str | None
) -> Judgement:
    """Return the judgement on whether two entries, frames or named things are one."""
    if one.startswith(PERSON) and not other.startswith(NAMED):
        return _part_person(store, verdict, one, other, by, at, note)
    if one.startswith(NAMED):
        found = [find_entity(store, ident) for ident in (one, other)]
        ids = [entity.id for entity in found]
        if ids[0] == ids[1]:
            message = Message("%(one)s and %(other)s are the same id; give two", one=one, other=other)
            raise UsageError(message)
        kinds = {entity.kind for entity in found}
        if len(kinds) > 1 and kinds != {"body", "forum"}:
            raise UsageError(_tell_apart(one, found[0].kind, other, found[1].kind))
        anchors = tuple(Anchor(side, "", "entity", (), ident) for side, ident in enumerate(ids))
        return _make(verdict, anchors, by, at, note, subject="entity")
    ours, theirs = find_pair(store, one, other)
    if ours[0].kind != theirs[0].kind:
        raise UsageError(_tell_apart(one, ours[0].kind, other, theirs[0].kind))
    return _make(verdict, anchor_sides(ours, theirs), by, at, note)


def _tell_apart(one: str, kind: str, other: str, other_kind: str) -> Message:
    return Message(
        "%(one)s is a %(kind)s, %(other)s a %(other_kind)s: they cannot be compared",
        one=one,
        kind=kind,
        other=other,
        other_kind=other_kind,
    )


def _part_person(  # noqa: PLR0913, PLR0917 - as `compare_two`
    store: Store, verdict: Verdict, person: str, ident: str, by: str, at: str, note: str | None
) -> Judgement:
    """Return the judgement that an entry means somebody else than the person it was taken to name."""
    if verdict != "different":
        message = Message(
            "%(person)s is a person, %(ident)s an entry; only 'different' says something of the two",
            person=person,
            ident=ident,
        )
        raise UsageError(message)
    found = find_entity(store, person)
    meant = {e.id for e in store.read_entities() if found.id in {e.id, e.same_as}}
    named = [
        (frame, mention)
        for frame in find_frames(store, find_entry(store, ident))
        for mention in dict.fromkeys(frame.mentions)
        if mention in meant
    ]
    who = next((mention for _, mention in named), None)
    if who is None:
        message = Message(
            "%(ident)s does not name %(person)s; `elshi show %(ident)s` tells whom it names",
            ident=ident,
            person=person,
        )
        raise UsageError(message)
    frames = [frame for frame, mention in named if mention == who]
    anchors = (Anchor(0, "", "entity", (), who), *(anchor_frame(frame, 1) for frame in frames))
    return _make("different", anchors, by, at, note, subject="entity")


def reject_entry(store: Store, ident: str, by: str, at: str, note: str | None) -> Judgement:
    """Return the judgement that an entry is none."""
    return _make("reject", anchor_sides(find_frames(store, find_entry(store, ident))), by, at, note)


def correct_field(  # noqa: PLR0913, PLR0917 - all that a correction is made of
    store: Store,
    ident: str,
    field: str,
    value: Any,  # noqa: ANN401 - a field holds any JSON
    by: str,
    at: str,
    note: str | None,
    quote: str | None,
    report: str | None,
) -> Judgement:
    """Return the judgement that `field` of an entry has `value`, with the words that say so.

    The quote is looked for in `report`, or else in the reports of the entry. Only what nobody says needs no
    words: that a field is not known (None), that a promise is not fulfilled.
    """
    frames = find_frames(store, find_entry(store, ident))
    kind = frames[0].kind
    known = (*FIELDS[kind], *JUDGED.get(kind, ()))
    if field not in known:
        message = Message(
            "a %(kind)s has no field %(field)r; give one of %(known)s",
            kind=kind,
            field=field,
            known=", ".join(known),
        )
        raise UsageError(message)
    _refuse_value(field, value)
    value = complete_value(kind, field, value)
    if field == "part_of" and value is not None:
        value = find_whole(store, value, ident)
    if quote is None and value not in {None, "unfulfilled"}:
        message = Message("a correction needs the words that say so; give a quote from a report")
        raise UsageError(message)
    quoted, evidence = None, None
    if quote is not None:
        reports = [report] if report else list(dict.fromkeys(f.report_id for f in frames))
        quoted, evidence = find_quote(store, quote, reports)
    return _make(
        "correct", anchor_sides(frames), by, at, note, field=field, value=value, quoted=quoted, quote=evidence
    )


def add_entry(  # noqa: PLR0913, PLR0917 - all that an addition is made of
    store: Store,
    kind: str,
    fields: dict[str, Any],
    report: str,
    quote: str,
    by: str,
    at: str,
    note: str | None,
) -> Judgement:
    """Return the judgement that `report` tells of a thing that the machine did not find."""
    if kind not in KINDS:
        message = Message(
            "no kind of entry is called %(kind)r; give one of %(known)s", kind=kind, known=", ".join(KINDS)
        )
        raise UsageError(message)
    unknown = [name for name in fields if name not in FIELDS[kind]]
    if unknown or not fields:
        message = Message(
            "a %(kind)s has the fields %(known)s; %(fields)s was given",
            kind=kind,
            known=", ".join(FIELDS[kind]),
            fields=", ".join(unknown) or Message("nothing"),
        )
        raise UsageError(message)
    for name, value in fields.items():
        _refuse_value(name, value)
    fields = {name: complete_value(kind, name, value) for name, value in fields.items()}
    quoted, evidence = find_quote(store, quote, [report])
    return _make("add", (), by, at, note, field=kind, value=fields, quoted=quoted, quote=evidence)


def draft_act(store: Store, act: Act, by: str, at: str) -> Judgement:
    """Return the judgement that `act` asks for."""
    if act.verdict == "correct":
        return correct_field(
            store, act.one, act.field or "", act.value, by, at, act.note, act.quote, act.report
        )
    if act.verdict == "reject":
        return reject_entry(store, act.one, by, at, act.note)
    return compare_two(store, act.verdict, act.one, act.other or "", by, at, act.note)


def find_quote(store: Store, quote: str, reports: list[str]) -> tuple[str, Evidence]:
    """Return the first of `reports` that says `quote`, and the place; raises UsageError where none does."""
    for report_id in reports:
        if store.holds(report_id):
            (filing,) = store.read_filings([report_id])
            start = filing.report.text.find(quote)
            if quote and start >= 0:
                return report_id, Evidence(Span(start, start + len(quote)), quote)
    message = Message(
        "no report of %(reports)s says %(quote)r; quote it letter for letter",
        reports=", ".join(reports),
        quote=quote,
    )
    raise UsageError(message)


def _refuse_value(field: str, value: object) -> None:
    if field in MANY and not (value is None or isinstance(value, list)):
        message = Message('%(field)s is a list; give it whole, as JSON: ["KZ", "JO"]', field=field)
        raise UsageError(message)
    if field == "fate" and value is not None and value not in JUDGED_FATES:
        message = Message(
            "%(value)r is no fate; give one of %(known)s", value=value, known=", ".join(JUDGED_FATES)
        )
        raise UsageError(message)
    if field in DATES and value is not None:
        try:
            read_bounds(str(value))
        except ValueError as error:
            message = Message(
                "%(value)r is no date of EDTF; write it as 2026-03-12, 2026-03 or 2026-03-09/2026-03-19",
                value=value,
            )
            raise UsageError(message) from error


def _make(
    verdict: Verdict,
    anchors: tuple[Anchor, ...],
    by: str,
    at: str,
    note: str | None,
    **parts: Any,  # noqa: ANN401 - fields of Judgement
) -> Judgement:
    if not by.strip():
        message = Message("a judgement says whose it is; give a name")
        raise UsageError(message)
    about = [(a.side, a.report_id, a.kind, a.words) for a in anchors]
    ident = derive_id("jud", verdict, about, parts.get("field"), parts.get("value"), by, at)
    parts.setdefault("subject", "entry")
    return Judgement(ident, verdict, anchors=anchors, by=by, at=at, note=note, **parts)
