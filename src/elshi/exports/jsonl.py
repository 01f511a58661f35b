"""JSON lines: reports, entries with their statements, people, judgements. Nothing of the present is lost.

What people judged and took back is in it. Not in it: what the register answered in the past (`--as-of`
an earlier day: readings and links that were closed since), the list of problems, which captures were taken
in, and vectors for search by meaning. `elshi copy` keeps all of these. An empty register that imports the
file exports the same bytes again. One that holds reports keeps them as they are, compares the new ones with
them, and takes in each judgement as if it had been made there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.model.entity import Entity, EntityKind
from elshi.model.entry import (
    KINDS,
    Filing,
    Json,
    Link,
    Statement,
    StoredFrame,
    describe_entry,
    make_statement,
)
from elshi.model.filing import describe_filing, parse_filing
from elshi.model.judgement import Doubt, Judgement
from elshi.model.judging import describe_judgement, parse_judgement
from elshi.model.span import Evidence, Span

FILE = "elshi.jsonl"
REJECTED, ENTITY, JUDGEMENT, DOUBT = "rejected", "entity", "judgement", "doubt"
Tellings = tuple[tuple[StoredFrame, Link], ...]
Parsed = tuple[Filing, str] | Tellings | Entity | Judgement | Doubt


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write all of `holdings` into one file; return it."""
    return (write_lines(folder / FILE, export_lines(holdings)),)


def export_lines(holdings: Holdings) -> Iterator[str]:
    """Yield one JSON object a line, without the line end.

    A report has the keys of RECORD.md's report with `kind`, `sources`, its layout, `recorded_at` and
    `read_by` (the digest of the configuration). An entry has `kind`, `id`, `sources` (paths or URLs of its
    reports), `reports`, `frames`, its fields as in RECORD.md, `tellings` (how each frame stands in it)
    and `statements`: each with field, value, report, frame, rule, evidence and recorded_at. What a
    person rejected is of the kind `rejected`. Then come `entity`, `judgement` and `doubt` lines.
    """
    read_by = holdings.read_digests()
    sources: dict[str, str] = {}
    for filing in holdings.read_filings():
        report = filing.report
        sources[report.id] = report.source
        described = describe_filing(filing) | {"read_by": read_by.get(report.id, "")}
        yield _write({"kind": "report", "sources": [report.source], **described})
    for dossier in holdings.read_dossiers():
        pairs = tuple(zip(dossier.frames, dossier.links, strict=True))
        yield _write(describe_entry(dossier.entry) | _describe_tellings(pairs))
    for frame, link in holdings.read_rejected():
        head = {"kind": REJECTED, "id": frame.home, "sources": [sources[frame.report_id]], "of": frame.kind}
        yield _write(head | _describe_tellings([(frame, link)]))
    for entity in holdings.read_entities():
        yield _write({"kind": ENTITY, "id": entity.id, "sources": [], **_describe_entity(entity)})
    for judgement in holdings.judgements():
        about = dict.fromkeys(sources.get(a.report_id, "") for a in judgement.anchors)
        head = {"kind": JUDGEMENT, "id": judgement.id, "sources": [s for s in about if s]}
        yield _write(head | describe_judgement(judgement))
    for doubt in holdings.read_doubts():
        told = [sources[doubt.frame[0]], sources[doubt.other[0]]]
        yield _write({"kind": DOUBT, "id": "", "sources": told, **_describe_doubt(doubt)})


def parse_line(line: str) -> Parsed:
    """Return what a line of `export_lines` holds: a report with its digest, frames with links, or another.

    Raises KeyError, TypeError or ValueError where it is no such line.
    """
    parts = json.loads(line)
    kind = parts.get("kind") if isinstance(parts, dict) else None
    if kind == "report":
        return parse_filing(parts), str(parts["read_by"])
    if kind in {REJECTED, *KINDS}:
        return _parse_tellings(parts, parts["of"] if kind == REJECTED else kind)
    if kind == ENTITY:
        return _parse_entity(parts)
    if kind == JUDGEMENT:
        return parse_judgement(parts)
    if kind == DOUBT:
        return Doubt(tuple(parts["frame"]), tuple(parts["other"]), parts["score"], tuple(parts["reasons"]))
    message = "neither a report nor an entry"
    raise ValueError(message)


def _write(parts: Json) -> str:
    # JSON leaves these three as they are, but many programs take each for the end of a line.
    line = json.dumps(parts, ensure_ascii=False, allow_nan=False)
    return line.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _describe_tellings(pairs: Sequence[tuple[StoredFrame, Link]]) -> Json:
    return {
        "tellings": [_describe_telling(frame, link) for frame, link in pairs],
        "statements": [_describe_statement(s) for frame, _ in pairs for s in frame.statements],
    }


def _describe_telling(frame: StoredFrame, link: Link) -> Json:
    return {
        "report": frame.report_id,
        "frame": frame.id,
        "rule": frame.rule,
        "home": frame.home,
        "founded": frame.founded,
        "start": frame.start,
        "valid": frame.valid,
        "mentions": list(frame.mentions),
        "judgement": frame.judgement,
        "corrects": frame.corrects,
        "recorded_at": frame.recorded_at,
        "entry": link.entry,
        "machine": link.machine,
        "score": link.score,
        "reasons": list(link.reasons),
    }


def _parse_tellings(parts: Json, kind: str) -> Tellings:
    statements = [_parse_statement(s, kind) for s in parts["statements"]]
    return tuple(_parse_telling(told, kind, statements) for told in parts["tellings"])


def _parse_telling(told: Json, kind: str, statements: Sequence[Statement]) -> tuple[StoredFrame, Link]:
    key = told["report"], told["frame"]
    frame = StoredFrame(
        id=told["frame"],
        report_id=told["report"],
        kind=kind,  # type: ignore[arg-type] # one of KINDS, as the line says
        rule=told["rule"],
        home=told["home"],
        founded=told["founded"],
        start=told["start"],
        valid=told["valid"],
        statements=tuple(s for s in statements if (s.report_id, s.frame_id) == key),
        mentions=tuple(told["mentions"]),
        judgement=told["judgement"],
        corrects=told["corrects"],
        recorded_at=told["recorded_at"],
    )
    return frame, Link(*key, told["entry"], told["machine"], told["score"], tuple(told["reasons"]))


def _describe_statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "field": statement.field,
        "value": json.loads(statement.value),
        "report": statement.report_id,
        "frame": statement.frame_id,
        "rule": statement.rule,
        "valid": statement.valid,
        "evidence": [
            {"start": e.span.start, "end": e.span.stop, "quote": e.quote} for e in statement.evidence
        ],
        "recorded_at": statement.recorded_at,
    }


def _parse_statement(parts: Json, kind: str) -> Statement:
    statement = make_statement(
        kind=kind,  # type: ignore[arg-type] # one of KINDS, as the line says
        field=parts["field"],
        value=parts["value"],
        report_id=parts["report"],
        frame_id=parts["frame"],
        rule=parts["rule"],
        evidence=tuple(Evidence(Span(e["start"], e["end"]), e["quote"]) for e in parts["evidence"]),
        recorded_at=parts["recorded_at"],
        valid=parts["valid"],
    )
    if statement.id != parts["id"]:
        message = f"the statement {parts['id']} was changed: by its content it is {statement.id}"
        raise ValueError(message)
    return statement


def _describe_entity(entity: Entity) -> Json:
    return {
        "of": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "country": entity.country,
        "wikidata": entity.wikidata,
        "same_as": entity.same_as,
        "offices": list(entity.offices),
    }


def _parse_entity(parts: Json) -> Entity:
    if parts["of"] not in get_args(EntityKind):
        message = f"no kind of entity is called {parts['of']!r}"
        raise ValueError(message)
    return Entity(
        parts["id"], parts["of"], parts["name"], tuple(parts["names"]), parts["country"], parts["wikidata"],
        parts["same_as"], tuple(parts["offices"]),
    )  # fmt: skip


def _describe_doubt(doubt: Doubt) -> Json:
    return {
        "frame": list(doubt.frame),
        "other": list(doubt.other),
        "score": doubt.score,
        "reasons": list(doubt.reasons),
    }
