"""What was put in, out of the mappings of the reference store as of any time: see elshi.record.select."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from elshi.model.entity import Entity
from elshi.model.entry import Dossier, FrameKey, Link, StoredFrame, write_canonical
from elshi.record.assemble import Around, Part, assemble_dossier, choose_ends
from elshi.record.base import Value
from elshi.record.facets import Bearer
from elshi.record.mappings import Mappings


def list_members(held: Mappings, entry_id: str, at: str) -> list[tuple[int, Link]]:
    """Return the numbers of the frames that stood in an entry at a time, with their links."""
    return [
        (number, link)
        for number in held.tables.by_entry.get(entry_id, ())
        if (link := held.find_link(number, at)) and link.entry == entry_id
    ]


def read_parts(held: Mappings, ids: Sequence[str], at: str, part: Part) -> Iterator[tuple[Dossier, int]]:
    """Yield entries with part of their frames, and how many there are in all."""
    for entry_id in ids:
        told = [m for m in list_members(held, entry_id, at) if part.report in {None, m[1].report_id}]
        members = choose_ends(told, part.most)
        frames = [narrow_frame(held.tables.frames[number], part.fields) for number, _ in members]
        if any(not frame.corrects for frame in frames):
            around = _look_around(held, frames, at)
            yield assemble_dossier(entry_id, frames, [link for _, link in members], around), len(told)


def narrow_frame(frame: StoredFrame, fields: Collection[str] | None) -> StoredFrame:
    """Return the frame with its statements of `fields`, or all."""
    if fields is None:
        return frame
    return replace(frame, statements=tuple(s for s in frame.statements if s.field in fields))


def _look_around(held: Mappings, frames: Sequence[StoredFrame], at: str) -> Around:
    reports = {f.report_id: held.tables.filings[f.report_id].value.report for f in frames}
    parents = [
        (f.report_id, json.loads(s.value))
        for f in frames
        for s in f.statements
        if s.field == "part_of" and not f.corrects
    ]
    mentioned = sorted({m for f in frames for m in f.mentions})
    return Around(
        sources={r: report.source for r, report in reports.items()},
        published={r: report.published for r, report in reports.items()},
        parents={link.key: link.entry for link in read_links(held, parents, at) if link.entry},
        entities={e.id: e.same_as or e.id for e in read_entities(held, mentioned, at)},
    )


def read_staged(
    held: Mappings, report_id: str, statuses: Collection[str], at: str
) -> list[tuple[StoredFrame, str]]:
    """Return the engagements that a report tells with one of these statuses, each with its entry."""
    numbers = held.tables.by_report.get(report_id, ())
    linked = [(held.tables.frames[n], link.entry) for n in numbers if (link := held.find_link(n, at))]
    said = {write_canonical(status) for status in statuses}
    return [
        (frame, entry)
        for frame, entry in linked
        if entry
        and frame.kind == "engagement"
        and not frame.corrects
        and frame.recorded_from <= at < frame.recorded_until
        and any(s.field == "status" and s.value in said for s in frame.statements)
    ]


def read_links(held: Mappings, keys: Sequence[FrameKey], at: str) -> list[Link]:
    """Return the links that frames with these keys have at a time, in the order of `keys`, each once."""
    wanted = dict.fromkeys(keys)
    links: dict[FrameKey, Link] = {}
    for report_id in dict.fromkeys(report_id for report_id, _ in wanted):
        for number in held.tables.by_report.get(report_id, ()):
            if link := held.find_link(number, at):
                links[link.key] = link
    return [links[key] for key in wanted if key in links]


def read_entities(held: Mappings, ids: Sequence[str] | None, at: str) -> list[Entity]:
    """Return the entities of these ids, or all, by id."""
    known = held.tables.entities
    chosen = sorted(known if ids is None else {i for i in ids if i in known})
    return [p.value for i in chosen for p in known[i] if p.holds(at)]


def read_bearers(held: Mappings, at: str, persons: Sequence[str] | None) -> Iterator[Bearer]:
    """Yield everyone, or these persons, who bears an office or takes part, by entry, frame and place."""
    known = {e.id: e.same_as or e.id for e in read_entities(held, None, at)}
    frames = held.tables.frames
    standing = [(link.entry, n) for n in frames if (link := held.find_link(n, at)) and link.entry]
    for entry_id, number in sorted(standing, key=lambda pair: (pair[0], frames[pair[1]].order[1:])):
        for bearer in held.tables.facets[number].bearers:
            if persons is None or bearer.entity in persons:
                yield replace(bearer, entry_id=entry_id, entity=known.get(bearer.entity or ""))


def read_values(held: Mappings, fields: Sequence[str], at: str) -> list[Value]:
    """Return every value that frames in entries give these fields, each once, in order."""
    return sorted(
        {
            Value(
                link.entry, f.kind, s.field, s.value, held.tables.filings[f.report_id].value.report.language
            )
            for number, f in held.tables.frames.items()
            if (link := held.find_link(number, at)) and link.entry
            for s in f.statements
            if s.field in fields
        }
    )
