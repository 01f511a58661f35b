"""A query as the conditions of an SQL statement over entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from elshi.model.query import Query
from elshi.record.connection import Connection
from elshi.record.facets import fold_code, write_confidence
from elshi.record.fold import fold_name, fold_words
from elshi.record.match import OFFICES, list_beginnings, list_codes, list_words

Condition = tuple[str, tuple[object, ...]]
# What holds at a time, given twice: after the names of the columns so that a table's name may stand before.
HOLDS = "recorded_from <= ? AND recorded_until > ?"


def write_where(db: Connection, query: Query, at: str) -> Condition:
    """Return the WHERE clause of `query` over `entries` as of `at`, and the values of its parameters."""
    conditions = [(HOLDS, (at, at)), *_list_conditions(db, query, at)]
    clause = " AND ".join(f"({sql})" for sql, _ in conditions)
    return clause, tuple(value for _, values in conditions for value in values)


def _list_conditions(db: Connection, query: Query, at: str) -> Iterator[Condition]:
    for column, value in (("kind", query.kind), ("type", query.type), ("status", query.status)):
        if value is not None:
            yield f"{column} = ?", (value if column == "kind" else fold_code(value),)
    for sql, values in _list_told(db, query):
        held = "l.recorded_from <= ? AND l.recorded_until > ?"
        told = f"SELECT l.entry_id FROM ({sql}) t JOIN links l ON l.frame = t.frame WHERE {held}"  # noqa: S608 - ours
        yield f"id IN ({told})", (*values, at, at)
    yield from _list_dates(query)


def _list_told(db: Connection, query: Query) -> Iterator[Condition]:
    """Yield the questions for frames, each of which some frame of an answer must answer."""
    for pair in list_codes(query):
        yield "SELECT frame FROM facets WHERE facet = ? AND value = ?", pair
    if query.min_confidence:
        least = write_confidence(query.min_confidence)
        yield "SELECT frame FROM facets WHERE facet = 'confidence' AND value >= ?", (least,)
    yield from _list_words(db, query)
    if query.who is not None:
        yield _among_bearers("name_key", query.who, fold_name)
    if query.office is not None and query.office not in OFFICES:
        yield _among_bearers("office_key", query.office, fold_words)


def _list_words(db: Connection, query: Query) -> Iterator[Condition]:
    words = list_words(query)
    if words is None:
        return
    if not words:
        yield "SELECT 0 AS frame", ()
    for word, beginning in words:
        condition, wanted = db.match_terms("written", [f"{word}*" if beginning else word])
        yield f"SELECT rowid AS frame FROM passages p WHERE {condition}", (wanted,)  # noqa: S608 - ours


def _among_bearers(key: str, text: str, fold: Callable[[str], tuple[str, ...]]) -> Condition:
    wanted = tuple(list_beginnings(text, fold))
    found = " AND ".join(f"instr({key}, ?) > 0" for _ in wanted)
    return f"SELECT frame FROM bearers WHERE {found}", wanted  # noqa: S608 - `key` is ours


def _list_dates(query: Query) -> Iterator[Condition]:
    if query.since is not None:
        yield "last >= ?", (query.since.isoformat(),)
    if query.until is not None:
        yield "first <= ?", (query.until.isoformat(),)
    if query.on is not None:
        yield "kind = 'tenure' AND former = 0 AND first <= ?", (query.on.isoformat(),)
    if query.due_before is not None:
        yield "kind = 'commitment' AND last < ?", (query.due_before.isoformat(),)
