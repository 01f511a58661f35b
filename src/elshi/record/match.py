"""Whether an entry answers a query: the plain meaning of every filter, on which all stores agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from elshi.model.markup import OfficeCode
from elshi.model.query import Query
from elshi.record.facets import Bearer, Facets, fold_code, write_confidence
from elshi.record.fold import fold_name, fold_words
from elshi.record.search_terms import GAP
from elshi.record.standing import Standing

OFFICES: frozenset[str] = frozenset(get_args(OfficeCode))
CODES = ("topic", "language")


def matches(entry: Standing, frames: Sequence[Facets], query: Query) -> bool:
    """Tell whether the entry that stands so, with frames that have these facets, meets every filter."""
    values = {pair for facets in frames for pair in facets.values}
    return (
        query.kind in {None, entry.kind}
        and _leads(entry, query)
        and all(pair in values for pair in list_codes(query))
        and _is_sure(values, query)
        and _has_words(frames, query)
        and _names_who(frames, query)
        and _names_office(frames, query)
        and _falls_between(entry, query)
        and _held_on(entry, query)
        and _due_before(entry, query)
    )


def _is_sure(values: set[tuple[str, str]], query: Query) -> bool:
    least = write_confidence(query.min_confidence)
    return not query.min_confidence or any(f == "confidence" and value >= least for f, value in values)


def _leads(entry: Standing, query: Query) -> bool:
    asked = ((query.type, entry.type), (query.status, entry.status))
    return all(value is None or fold_code(value) == leading for value, leading in asked)


def list_codes(query: Query) -> list[tuple[str, str]]:
    """Return the pairs of facet and folded value that an answer must have."""
    asked = [(facet, getattr(query, facet)) for facet in CODES]
    asked += [("party", query.country), ("party", query.body), ("party", query.partner)]
    if query.office in OFFICES:
        asked.append(("office", query.office))
    return [(facet, fold_code(value)) for facet, value in asked if value is not None]


def list_words(query: Query) -> list[tuple[str, bool]] | None:
    """Return the words asked for, each with whether it is only a beginning; None where none are asked."""
    if query.words is None:
        return None
    return [word for piece in query.words.split() for word in _mark_beginning(piece)]


def write_name_key(bearer: Bearer) -> str:
    """Return every folded word of the bearer's names, each after a blank."""
    return _write_key(word for name in bearer.names for word in fold_name(name))


def write_office_key(bearer: Bearer) -> str:
    """Return every folded word of the office as written, each after a blank."""
    return _write_key(fold_words(bearer.office_text or ""))


def list_beginnings(text: str, fold: Callable[[str], tuple[str, ...]]) -> list[str]:
    """Return what must all stand in a key for `text` to be found; a text without words finds nothing."""
    return [f" {word}" for word in fold(text)] or ["  "]


def _mark_beginning(piece: str) -> list[tuple[str, bool]]:
    words = fold_words(piece)
    last = len(words) - 1
    return [(word, place == last and piece.endswith("*")) for place, word in enumerate(words)]


def _write_key(words: Iterable[str]) -> str:
    return "".join(f" {word}" for word in dict.fromkeys(words))


def _has_words(frames: Sequence[Facets], query: Query) -> bool:
    asked = list_words(query)
    if asked is None:
        return True
    held = {word for facets in frames for word in facets.terms.written} - {GAP}
    return bool(asked) and all(
        any(h.startswith(word) for h in held) if beginning else word in held for word, beginning in asked
    )


def _names_who(frames: Sequence[Facets], query: Query) -> bool:
    if query.who is None:
        return True
    wanted = list_beginnings(query.who, fold_name)
    return any(all(word in write_name_key(b) for word in wanted) for f in frames for b in f.bearers)


def _names_office(frames: Sequence[Facets], query: Query) -> bool:
    if query.office is None or query.office in OFFICES:
        return True
    wanted = list_beginnings(query.office, fold_words)
    return any(all(word in write_office_key(b) for word in wanted) for f in frames for b in f.bearers)


def _falls_between(entry: Standing, query: Query) -> bool:
    if query.since is None and query.until is None:
        return True
    if entry.first is None or entry.last is None:
        return False
    return entry.last >= (query.since or dt.date.min) and entry.first <= (query.until or dt.date.max)


def _held_on(entry: Standing, query: Query) -> bool:
    if query.on is None:
        return True
    seen = entry.kind == "tenure" and entry.first is not None and entry.first <= query.on
    return seen and not entry.former


def _due_before(entry: Standing, query: Query) -> bool:
    if query.due_before is None:
        return True
    return entry.kind == "commitment" and entry.last is not None and entry.last < query.due_before
