"""A query as the conditions of an SQL statement over entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from elshi.model.query import Query
from elshi.record.fold import fold_name, fold_words
from elshi.record.match import OFFICES, list_beginnings, list_codes, list_words

Condition = tuple[str, tuple[object, ...]]


def write_where(query: Query) -> Condition:
    """Return the WHERE clause of `query` over `entries` and the values of its parameters."""
    conditions = list(_list_conditions(query))
    clause = " AND ".join(f"({sql})" for sql, _ in conditions) or "1"
    return clause, tuple(value for _, values in conditions for value in values)


def _list_conditions(query: Query) -> Iterator[Condition]:
    if query.kind is not None:
        yield "kind = ?", (query.kind,)
    for pair in list_codes(query):
        yield "number IN (SELECT entry FROM facets WHERE facet = ? AND value = ?)", pair
    yield from _list_words(query)
    if query.who is not None:
        yield _among_bearers("name_key", query.who, fold_name)
    if query.office is not None and query.office not in OFFICES:
        yield _among_bearers("office_key", query.office, fold_words)
    yield from _list_dates(query)


def _list_words(query: Query) -> Iterator[Condition]:
    words = list_words(query)
    if words is None:
        return
    if not words:
        yield "0", ()
    for word, beginning in words:
        phrase = f'"{word}"*' if beginning else f'"{word}"'
        yield "number IN (SELECT rowid FROM words WHERE words MATCH ?)", (phrase,)


def _among_bearers(key: str, text: str, fold: Callable[[str], tuple[str, ...]]) -> Condition:
    wanted = tuple(list_beginnings(text, fold))
    found = " AND ".join(f"instr({key}, ?)" for _ in wanted)
    return f"number IN (SELECT entry FROM bearers WHERE {found})", wanted  # noqa: S608 - `key` is ours


def _list_dates(query: Query) -> Iterator[Condition]:
    if query.since is not None:
        yield "last >= ?", (query.since.isoformat(),)
    if query.until is not None:
        yield "first <= ?", (query.until.isoformat(),)
    if query.on is not None:
        yield "kind = 'tenure' AND NOT former AND first <= ?", (query.on.isoformat(),)
    if query.due_before is not None:
        yield "kind = 'commitment' AND last < ?", (query.due_before.isoformat(),)
