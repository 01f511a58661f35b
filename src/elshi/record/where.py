"""A query as the conditions of an SQL statement over entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.model.entry import END, NOW
from elshi.model.query import Query
from elshi.record.connection import Connection
from elshi.record.facets import fold_code, write_confidence
from elshi.record.fold import fold_name, fold_words
from elshi.record.match import OFFICES, list_beginnings, list_codes, list_words

Condition = tuple[str, tuple[object, ...]]
# What holds at a time, given twice: after the names of the columns so that a table's name may stand before.
HOLDS = "recorded_from <= ? AND recorded_until > ?"
NEWEST = "day IS NULL, day DESC, report_id, start, id"  # the order of listings, as the index has it
_COMMON = 10_000  # entries with a trait from which each entry is asked for it, not each with it looked up


def hold(at: str, table: str = "") -> Condition:
    """Return the condition that a row holds at a time; of the present so that indexes of it alone are used.

    `table` is the name of the table with a full stop, where there is more than one.
    """
    if at == NOW:
        return f"{table}recorded_until = '{END}'", ()
    return f"{table}recorded_from <= ? AND {table}recorded_until > ?", (at, at)


def write_where(db: Connection, query: Query, at: str) -> Condition:
    """Return the WHERE clause of `query` over `entries` as of `at`, and the values of its parameters."""
    conditions = [hold(at), *_list_conditions(db, query, at)]
    clause = " AND ".join(f"({sql})" for sql, _ in conditions)
    return clause, tuple(value for _, values in conditions for value in values)


def _list_conditions(db: Connection, query: Query, at: str) -> Iterator[Condition]:
    for column, value in (("kind", query.kind), ("type", query.type), ("status", query.status)):
        if value is not None:
            yield f"{column} = ?", (value if column == "kind" else fold_code(value),)
    traits = _list_traits(query)
    if at == NOW:
        yield from (_have_trait(db, trait) for trait in traits)
        told = [*_list_words(db, query)]
    else:
        told = [*map(_tell_trait, traits), *_list_words(db, query)]
    for sql, values in told:
        held, when = hold(at, "l.")
        told_of = f"SELECT l.entry_id FROM ({sql}) t JOIN links l ON l.frame = t.frame WHERE {held}"  # noqa: S608 - ours
        yield f"id IN ({told_of})", (*values, *when)
    yield from _list_dates(query)


@dataclass(frozen=True, slots=True)
class _Trait:
    """A facet of which an answer must have a value that meets a condition."""

    facet: str
    condition: str
    values: tuple[object, ...]


def _list_traits(query: Query) -> list[_Trait]:
    found = [_Trait(facet, "value = ?", (value,)) for facet, value in list_codes(query)]
    if query.min_confidence:
        found.append(_Trait("confidence", "value >= ?", (write_confidence(query.min_confidence),)))
    if query.who is not None:
        found.append(_begin("name", list_beginnings(query.who, fold_name)))
    if query.office is not None and query.office not in OFFICES:
        found.append(_begin("title", list_beginnings(query.office, fold_words)))
    return found


def _begin(facet: str, wanted: Sequence[str]) -> _Trait:
    return _Trait(facet, " AND ".join("instr(value, ?) > 0" for _ in wanted), tuple(wanted))


def _have_trait(db: Connection, trait: _Trait) -> Condition:
    """Return the condition that an entry has a trait now: the way to ask depends on how many have it."""
    named = f"SELECT number FROM traits WHERE facet = ? AND {trait.condition}"  # noqa: S608 - ours
    values = (trait.facet, *trait.values)
    having = f"FROM entry_traits h WHERE h.trait IN ({named})"
    number = db.number(f"SELECT count(*) FROM (SELECT 1 {having} LIMIT {_COMMON}) found", *values)  # noqa: S608 - ours
    if number < _COMMON:
        return f"id IN (SELECT h.entry_id {having})", values
    return f"EXISTS (SELECT 1 {having} AND h.entry_id = entries.id)", values


# Where the values of a facet stand that is kept by frame.
_COLUMNS = {"name": ("bearers", "name_key"), "title": ("bearers", "office_key")}


def _tell_trait(trait: _Trait) -> Condition:
    """Return the question for the frames that have a trait."""
    table, column = _COLUMNS.get(trait.facet, ("facets", "value"))
    condition = trait.condition.replace("value", column)
    if table == "facets":
        return f"SELECT frame FROM facets WHERE facet = ? AND {condition}", (trait.facet, *trait.values)  # noqa: S608 - ours
    return f"SELECT frame FROM {table} WHERE {condition}", trait.values  # noqa: S608 - ours


def _list_words(db: Connection, query: Query) -> Iterator[Condition]:
    words = list_words(query)
    if words is None:
        return
    if not words:
        yield "SELECT 0 AS frame", ()
    for word, beginning in words:
        condition, wanted = db.match_terms("written", [f"{word}*" if beginning else word])
        yield f"SELECT rowid AS frame FROM passages p WHERE {condition}", (wanted,)  # noqa: S608 - ours


def _list_dates(query: Query) -> Iterator[Condition]:
    if query.since is not None:
        yield "last >= ?", (query.since.isoformat(),)
    if query.until is not None:
        yield "first <= ?", (query.until.isoformat(),)
    if query.on is not None:
        yield "kind = 'tenure' AND former = 0 AND first <= ?", (query.on.isoformat(),)
    if query.due_before is not None:
        yield "kind = 'commitment' AND last < ?", (query.due_before.isoformat(),)
