"""An entry assembled from its statements."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from elshi.model.entry import FIELDS, MANY, Dossier, Entry, Json, Statement
from elshi.model.ground import DEFINING


def assemble_dossier(statements: Sequence[Statement], sources: Mapping[str, str]) -> Dossier:
    """Return the entry that `statements` (at least one, all of one entry, as recorded) make up.

    `sources` has the path or URL of each report. Where statements differ on a field that takes one value,
    the first recorded stands; the others stay in the dossier.
    """
    first = statements[0]
    reports = _distinct(s.report_id for s in statements)
    entry = Entry(
        id=first.entry_id,
        kind=first.kind,
        fields=_fill_fields(statements),
        reports=reports,
        sources=tuple(sources[r] for r in reports),
        frames=_distinct(s.frame_id for s in statements),
    )
    return Dossier(entry, tuple(statements))


def _fill_fields(statements: Sequence[Statement]) -> Json:
    fields: Json = {field: [] if field in MANY else None for field in FIELDS[statements[0].kind]}
    for statement in statements:
        value = _read_value(statement)
        if statement.field not in MANY:
            if fields.get(statement.field) is None:
                fields[statement.field] = value
        elif value not in fields[statement.field]:
            fields[statement.field].append(value)
    return fields | {
        "rule": _find_rule(statements),
        "evidence": _quote([s for s in statements if s.field != "participants"] or statements),
    }


def _find_rule(statements: Sequence[Statement]) -> str:
    """Return the rule of the field that makes the entry what it is, of the first that was recorded."""
    defining = (s.rule for s in statements if s.field == DEFINING[s.kind])
    return next(defining, statements[0].rule)


def _read_value(statement: Statement) -> Any:  # noqa: ANN401 - a field holds any JSON
    value = json.loads(statement.value)
    return value | {"evidence": _quote([statement])} if statement.field == "participants" else value


def _quote(statements: Sequence[Statement]) -> list[Json]:
    said = _distinct((s.report_id, e) for s in statements for e in s.evidence)
    return [
        {"report": report, "start": e.span.start, "end": e.span.stop, "quote": e.quote} for report, e in said
    ]


def _distinct(values: Any) -> tuple[Any, ...]:  # noqa: ANN401 - keeps whatever it is given
    return tuple(dict.fromkeys(values))
