"""A list of entries of one kind: chosen by the address, counted by what they have, one of them open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from elshi.exports.calendar import calendar_chunks
from elshi.exports.tables import table_lines
from elshi.model.entry import Entry, EntryKind
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.choosing import Facet, choose, count_facets, list_chosen
from elshi.web.copied import Copied
from elshi.web.filters import Filters
from elshi.web.pages.find import find_entry


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the entries that are asked for, how many there are in all, and what they have in common.

    `also_in` has, by the ids of entries, where their reports were copied to.
    """

    filters: Filters
    total: int
    entries: tuple[Entry, ...]
    facets: tuple[Facet, ...]
    preview: Entry | None
    also_in: Mapping[str, tuple[Copied, ...]]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))


def list_kind(kind: EntryKind, facets: tuple[str, ...]) -> Callable[[View, Asked], Listing]:
    """Return what makes the list of one kind of entry with these facets."""

    def make(view: View, asked: Asked) -> Listing:
        filters, census = asked.filters, view.census()
        mask = choose(view, filters, kind)
        entries = view.find_all(list_chosen(view, filters, kind))
        return Listing(
            filters,
            int(mask.sum()),
            entries,
            count_facets(census, mask, filters, facets),
            find_entry(view, filters.open) if filters.open else None,
            asked.also_in.list_by_entry(entries),
        )

    return make


def write_kind(kind: EntryKind) -> Callable[[View, Asked], Iterator[str]]:
    """Return what writes all entries of one kind that are asked for as CSV."""

    def write(view: View, asked: Asked) -> Iterator[str]:
        return table_lines(kind, view.read_found(list_chosen(view, asked.filters, kind, whole=True)))

    return write


def write_events(view: View, asked: Asked) -> Iterator[bytes]:
    """Yield all engagements that are asked for and have a day as a calendar."""
    return calendar_chunks(view.narrow(list_chosen(view, asked.filters, "engagement", whole=True)))
