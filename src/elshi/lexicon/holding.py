"""How many hold an office at a time, and which offices exclude one another."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Literal, get_args

from elshi.errors import LexiconError
from elshi.lexicon.load import read_table
from elshi.lexicon.places import is_country
from elshi.model.markup import OfficeCode

Scope = Literal["country", "post", "body"]
Seat = tuple[str, str, str]  # an office that one person holds at a time: its code, whose, and where posted
_PATH = "holding.yml"


def find_seat(office: str, represents: str | None, posted_to: str | None) -> Seat | None:
    """Return the one seat that this is, None where several may hold it or it is not known which it is."""
    scope = _read_single().get(office)
    if scope is None or not represents or (scope == "body") == is_country(represents):
        return None
    if scope == "post":
        return (office, represents, posted_to) if posted_to else None
    return office, represents, ""


def are_exclusive(one: str, other: str) -> bool:
    """Tell whether nobody holds these two offices at the same time."""
    return frozenset((one, other)) in _read_exclusive()


@functools.cache
def _read_single() -> Mapping[str, Scope]:
    found = {row["office"]: row["of"] for row in _read_rows("single")}
    unknown = [office for office, scope in found.items() if scope not in get_args(Scope)]
    _refuse([*unknown, *(office for office in found if office not in get_args(OfficeCode))])
    return found


@functools.cache
def _read_exclusive() -> frozenset[frozenset[str]]:
    pairs = frozenset(frozenset(pair) for pair in _read_rows("exclusive"))
    _refuse([office for pair in pairs for office in pair if office not in get_args(OfficeCode)])
    return pairs


def _read_rows(key: str) -> list[Any]:
    return [row for table in read_table(_PATH) for row in table.get(key, ())]


def _refuse(unknown: list[str]) -> None:
    if unknown:
        message = f"lexicon/data/{_PATH}: {unknown[0]!r} is no office code, or has no known scope"
        raise LexiconError(message)
