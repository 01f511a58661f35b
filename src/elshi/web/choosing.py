"""The entries that the filters of an address choose, and how many of them there are of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from elshi.model.entry import EntryKind
from elshi.model.markup import OfficeCode
from elshi.model.query import Query
from elshi.register import View
from elshi.register.census import Census, Mask
from elshi.web.codes import is_body, is_state, unfold
from elshi.web.filters import Filters

OFFICES: frozenset[str] = frozenset(get_args(OfficeCode))
_BY_TRAIT = ("person", "event", "city", "outlet")
SHOWN = 12  # values of a facet; those of more entries come first
_YEAR = len("2026")


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries have a value: its code or name, and whether it is asked for now."""

    value: str
    number: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A trait by which a list can be narrowed: the filter that does it, and the most frequent values."""

    name: str
    counts: tuple[Count, ...]
    more: int


def choose(view: View, filters: Filters, kind: EntryKind | None = "engagement") -> Mask:
    """Return which rows of the census the filters choose."""
    query, census = filters.ask(kind), view.census()
    mask = census.select(query, _find_words(view, query))
    for name in _BY_TRAIT:
        value = getattr(filters, name)
        if value:
            mask &= census.having(name, value)
    return mask


def list_chosen(
    view: View, filters: Filters, kind: EntryKind | None, *, whole: bool = False
) -> tuple[str, ...]:
    """Return the ids of the entries chosen, those of one page or `whole`."""
    census, mask = view.census(), choose(view, filters, kind)
    oldest_first = filters.order == "oldest"
    if whole:
        return census.list_ids(mask, oldest_first=oldest_first)
    return census.list_ids(mask, filters.size, (filters.page - 1) * filters.size, oldest_first=oldest_first)


def _find_words(view: View, query: Query) -> Iterable[str] | None:
    """Return the entries that meet what the census does not know: words, names, offices in words."""
    office = query.office if query.office and query.office not in OFFICES else None
    if not (query.words or query.who or office):
        return None
    return view.find_ids(Query(kind=query.kind, words=query.words, who=query.who, office=office))


def count_facets(census: Census, mask: Mask, filters: Filters, names: Iterable[str]) -> tuple[Facet, ...]:
    """Return the facets of these names, without those that all chosen entries lack."""
    facets = (_COUNT[name](census, mask, filters, name) for name in names)
    return tuple(facet for facet in facets if facet.counts)


def _count_trait(census: Census, mask: Mask, filters: Filters, name: str) -> Facet:
    trait = "language" if name == "told_in" else name
    asked = getattr(filters, name)
    counts = [(unfold(trait, value), number) for value, number in census.count(trait, mask)]
    return _make_facet(name, counts, {asked})


def _count_countries(census: Census, mask: Mask, filters: Filters, name: str) -> Facet:
    asked = {filters.country.upper(), filters.partner.upper()}
    return _make_facet(name, [(c, n) for c, n in count_parties(census, mask) if is_state(c)], asked)


def _count_bodies(census: Census, mask: Mask, filters: Filters, name: str) -> Facet:
    counts = [(code, n) for code, n in count_parties(census, mask) if is_body(code)]
    return _make_facet(name, counts, {filters.body.upper()})


def _count_years(census: Census, mask: Mask, filters: Filters, name: str) -> Facet:
    counts = tuple(reversed(census.count_days(mask, _YEAR)))
    return _make_facet(name, counts, {filters.since} & {filters.until})


_COUNT = {
    "country": _count_countries, "body": _count_bodies, "office": _count_trait, "type": _count_trait,
    "status": _count_trait, "topic": _count_trait, "event": _count_trait, "told_in": _count_trait,
    "outlet": _count_trait, "year": _count_years,
}  # fmt: skip


def _make_facet(name: str, counts: Iterable[tuple[str, int]], asked: set[str]) -> Facet:
    found = [Count(value, number, value in asked) for value, number in counts]
    kept = [c for place, c in enumerate(found) if place < SHOWN or c.chosen]
    return Facet(name, tuple(kept), len(found) - len(kept))


def toggle(filters: Filters, name: str, count: Count) -> Filters:
    """Return the filters with the value of a facet set, or taken away where it was set."""
    value = "" if count.chosen else count.value
    if name == "year":
        return filters.put(since=value, until=value)
    if name == "country" and count.chosen:
        rest = filters.partner if _same(filters.country, count) else filters.country
        return filters.put(country=rest, partner="")
    if name == "country" and filters.country and not _same(filters.country, count):
        return filters.put(partner=value)
    return filters.put(**{name: value})


def _same(code: str, count: Count) -> bool:
    return code.upper() == count.value


def count_parties(census: Census, mask: Mask) -> Iterator[tuple[str, int]]:
    """Yield the parties of the chosen rows by their codes, the most frequent first."""
    return ((unfold("party", value), number) for value, number in census.count("party", mask))


def count_codes(census: Census, mask: Mask, trait: str) -> tuple[Count, ...]:
    """Return how many chosen rows have each code of a trait, the most frequent first."""
    return tuple(Count(unfold(trait, value), number) for value, number in census.count(trait, mask))
