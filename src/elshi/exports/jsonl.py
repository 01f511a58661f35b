"""JSON lines: each report, then each entry with its statements. Nothing is lost, and it can be read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.model.entry import KINDS, Filing, Json, Statement, describe_entry, make_statement
from elshi.model.filing import describe_filing, parse_filing
from elshi.model.span import Evidence, Span

FILE = "elshi.jsonl"


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write all of `holdings` into one file; return it."""
    return (write_lines(folder / FILE, export_lines(holdings)),)


def export_lines(holdings: Holdings) -> Iterator[str]:
    """Yield one JSON object a line, without the line end.

    A report has the keys of RECORD.md's report with `kind`, `sources`, its layout and `recorded_at`; an
    entry has `kind`, `id`, `sources` (paths or URLs of its reports), `reports`, `frames`, its fields as in
    RECORD.md, and `statements`: each with field, value, report, frame, rule, evidence and recorded_at.
    """
    for filing in holdings.read_filings():
        yield _write({"kind": "report", "sources": [filing.report.source], **describe_filing(filing)})
    for dossier in holdings.read_dossiers():
        statements = [_describe_statement(s) for s in dossier.statements]
        yield _write(describe_entry(dossier.entry) | {"statements": statements})


def parse_line(line: str) -> Filing | tuple[Statement, ...]:
    """Return the report, or the statements of the entry, that a line of `export_lines` holds.

    Raises KeyError, TypeError or ValueError where it is no such line.
    """
    parts = json.loads(line)
    if not isinstance(parts, dict) or parts.get("kind") not in {"report", *KINDS}:
        message = "neither a report nor an entry"
        raise ValueError(message)
    if parts["kind"] == "report":
        return parse_filing(parts)
    return tuple(_parse_statement(parts, s) for s in parts["statements"])


def _write(parts: Json) -> str:
    # JSON leaves these three as they are, but many programs take each for the end of a line.
    line = json.dumps(parts, ensure_ascii=False, allow_nan=False)
    return line.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _describe_statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "field": statement.field,
        "value": json.loads(statement.value),
        "report": statement.report_id,
        "frame": statement.frame_id,
        "rule": statement.rule,
        "evidence": [
            {"start": e.span.start, "end": e.span.stop, "quote": e.quote} for e in statement.evidence
        ],
        "recorded_at": statement.recorded_at,
    }


def _parse_statement(entry: Json, parts: Json) -> Statement:
    statement = make_statement(
        entry_id=entry["id"],
        kind=entry["kind"],
        field=parts["field"],
        value=parts["value"],
        report_id=parts["report"],
        frame_id=parts["frame"],
        rule=parts["rule"],
        evidence=tuple(Evidence(Span(e["start"], e["end"]), e["quote"]) for e in parts["evidence"]),
        recorded_at=parts["recorded_at"],
    )
    if statement.id != parts["id"]:
        message = f"the statement {parts['id']} was changed: by its content it is {statement.id}"
        raise ValueError(message)
    return statement
