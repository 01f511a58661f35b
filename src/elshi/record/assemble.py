"""An entry assembled from the frames that tell of it and from what people corrected."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from elshi.model.entry import FIELDS, MANY, Dossier, Entry, FrameKey, Json, Link, Statement, StoredFrame
from elshi.model.ground import DEFINING
from elshi.record.lead import (
    WITH,
    Value,
    choose_value,
    describe_values,
    find_stage,
    list_disagreements,
    order_told,
    tell_history,
)

_Member = TypeVar("_Member")
_PERSON: Mapping[str, str] = {"tenure": "person", "position": "holder"}


@dataclass(frozen=True, slots=True)
class Part:
    """What is read of entries: the frames of one report, `most` frames of each, of these only `fields`."""

    report: str | None = None
    most: int | None = None
    fields: frozenset[str] | None = None


WHOLE = Part()


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around an entry at the time for which it is assembled.

    `sources` and `published` are of its reports; `parents` says in which entry a frame stands, `entities`
    what each person is known as.
    """

    sources: Mapping[str, str]
    published: Mapping[str, str | None]
    parents: Mapping[FrameKey, str] = field(default_factory=dict)
    entities: Mapping[str, str] = field(default_factory=dict)


def assemble_dossier(
    entry_id: str, frames: Iterable[StoredFrame], links: Iterable[Link], around: Around
) -> Dossier:
    """Return the entry that `frames` (at least one, of one kind) make up; `lead` says which value leads."""
    ordered = tuple(sorted(frames, key=lambda f: f.order))
    by_key = {link.key: link for link in links}
    telling = [f for f in ordered if not f.corrects]
    told = order_told(telling, around.published)
    fields, disagreements = _fill_fields(telling, told, around)
    for correction in ordered[len(telling) :]:
        _correct(fields, correction)
    statements = tuple(s for f in ordered for s in f.statements)
    fields["evidence"] = _quote([s for s in statements if s.field != "participants"] or statements)
    reports = tuple(dict.fromkeys(f.report_id for f in telling))
    entry = Entry(
        id=entry_id,
        kind=telling[0].kind,
        fields=fields,
        reports=reports,
        sources=tuple(around.sources[r] for r in reports),
        frames=tuple(f.id for f in telling),
        disagreements=disagreements,
        history=tell_history(told) if telling[0].kind == "engagement" else (),
    )
    return Dossier(entry, ordered, tuple(by_key[f.key] for f in ordered if f.key in by_key), statements)


def _fill_fields(
    frames: Sequence[StoredFrame], told: Sequence[StoredFrame], around: Around
) -> tuple[Json, dict[str, list[Json]]]:
    kind = frames[0].kind
    values = _collect(frames, around)
    stage: Sequence[StoredFrame] = find_stage(told)[1] if kind == "engagement" else frames
    fields: Json = {name: [] if name in MANY else None for name in FIELDS[kind]}
    leaders: dict[str, StoredFrame] = {}
    staged = frozenset(f.key for f in stage)
    leading = {name: _keep_stage(said, staged) for name, said in values.items() if name in FIELDS[kind]}
    for name, said in leading.items():
        if name == "participants":
            continue  # joined below: one for each person
        if name in MANY:
            fields[name] = _join_lists(name, values[name])
        elif name not in WITH:
            value, leaders[name] = choose_value(kind, name, said, told)
            fields[name] = json.loads(value)
    for name in [name for name in leading if name in WITH]:
        fields[name] = _follow(leading[name], leaders.get(WITH[name]))
    disagreements = list_disagreements(kind, fields, leading)
    if kind == "engagement":
        fields["participants"] = people = _join_people(frames, around)
        disagreements |= _list_disputed_offices(people)
    elif kind in _PERSON:
        fields |= _name_person(frames, fields, around)
    return {**fields, "rule": _find_rule(frames[0]), "evidence": []}, disagreements


def _find_rule(frame: StoredFrame) -> str:
    """Return the rule of the field that makes the entry what it is, by the frame recorded first."""
    defining = (s.rule for s in frame.statements if s.field == DEFINING[s.kind])
    return next(defining, frame.rule)


def _collect(frames: Sequence[StoredFrame], around: Around) -> dict[str, list[Value]]:
    """Return every value of every field with its frame; `part_of` names entries, where known."""
    values: dict[str, list[Value]] = {}
    for frame in frames:
        for s in frame.statements:
            value = s.value
            if s.field == "part_of" and not frame.corrects:  # a person names an entry, a reading a frame
                parent = around.parents.get((frame.report_id, json.loads(value)))
                if parent is None:
                    continue
                value = json.dumps(parent)
            values.setdefault(s.field, []).append((value, frame))
    return values


def _keep_stage(said: Sequence[Value], staged: frozenset[FrameKey]) -> Sequence[Value]:
    return [value for value in said if value[1].key in staged] or said


def _join_lists(name: str, said: Sequence[Value]) -> list[Any]:
    joined = [json.loads(value) for value in dict.fromkeys(value for value, _ in said)]
    return joined if name == "topics" else sorted(joined, key=str)


def _follow(said: Sequence[Value], leader: StoredFrame | None) -> Any:  # noqa: ANN401 - a field holds any JSON
    value = next((value for value, frame in said if frame is leader), said[0][0] if leader is None else None)
    return None if value is None else json.loads(value)


def _join_people(frames: Sequence[StoredFrame], around: Around) -> list[Json]:
    """Return one participant for each person: what was said first, and what it lacks from the others."""
    joined: dict[str, Json] = {}
    for frame in frames:
        for place, s in enumerate(s for s in frame.statements if s.field == "participants"):
            person = json.loads(s.value)
            entity = _name_entity(frame, place, around)
            key = entity or write_key(person)
            known = joined.setdefault(key, {**person, "entity": entity, "spellings": [], "evidence": []})
            for name, value in person.items():
                if known.get(name) is None:
                    known[name] = value
            known["spellings"] = _distinct([*known["spellings"], person["name"], person["native_name"]])
            known["evidence"] += [quote for quote in _quote([s]) if quote not in known["evidence"]]
            known.setdefault("_offices", []).append((json.dumps(person["office"]), frame))
    return list(joined.values())


def write_key(person: Mapping[str, Any]) -> str:
    """Return what tells apart participants whose persons are not known: all but their place."""
    return json.dumps(person, ensure_ascii=False, sort_keys=True)


def _list_disputed_offices(people: Iterable[Json]) -> dict[str, list[Json]]:
    """Return the people to whom reports give different offices, and take the lists of offices off them."""
    disputed: dict[str, list[Json]] = {}
    for person in people:
        said = [(office, frame) for office, frame in person.pop("_offices") if office != "null"]
        if len({office for office, _ in said}) > 1:
            disputed[f"office of {person['name']}"] = describe_values(said, person["office"])
    return disputed


def _name_person(frames: Sequence[StoredFrame], fields: Json, around: Around) -> Json:
    name = _PERSON[frames[0].kind]
    said = [json.loads(s.value) for f in frames for s in f.statements if s.field in {name, "native_name"}]
    entity = next((found for f in frames if (found := _name_entity(f, 0, around))), None)
    return {"entity": entity, "spellings": _distinct([fields[name], *said] if fields[name] else said)}


def _name_entity(frame: StoredFrame, place: int, around: Around) -> str | None:
    mentioned = frame.mentions[place] if place < len(frame.mentions) else ""
    return around.entities.get(mentioned)


def _correct(fields: Json, correction: StoredFrame) -> None:
    """Put what a person corrected into `fields`; a list is replaced whole."""
    for name in dict.fromkeys(s.field for s in correction.statements):
        ours = [s for s in correction.statements if s.field == name]
        said = [json.loads(s.value) for s in ours]
        fields[name] = [value for value in said if value is not None] if name in MANY else said[0]
        if name == "participants":
            fields[name] = [_complete_person(person, ours) for person in fields[name]]


def _complete_person(person: Json, statements: Sequence[Statement]) -> Json:
    """Return a participant that a person named as those are that reports name: quoted, nobody known yet."""
    spellings = _distinct([person["name"], person["native_name"]])
    return {**person, "entity": None, "spellings": spellings, "evidence": _quote(statements)}


def _quote(statements: Sequence[Statement]) -> list[Json]:
    said = _distinct((s.report_id, e) for s in statements for e in s.evidence)
    return [
        {"report": report, "start": e.span.start, "end": e.span.stop, "quote": e.quote} for report, e in said
    ]


def _distinct(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def widen_fields(fields: Collection[str]) -> frozenset[str]:
    """Return `fields` with those that decide which value of them leads; who is named goes with each name."""
    leading = {WITH[name] for name in fields if name in WITH}
    named = {"native_name"} if any(name in fields for name in _PERSON.values()) else set()
    stage = set() if MANY.issuperset(fields) else {"status"}
    return frozenset(fields) | leading | named | stage


def choose_ends(members: list[_Member], most: int | None) -> list[_Member]:
    """Return the first and the last of `members`, `most` in all; all where `most` is None."""
    if most is None or len(members) <= most:
        return members
    return [*members[: most // 2], *members[len(members) - (most - most // 2) :]]
