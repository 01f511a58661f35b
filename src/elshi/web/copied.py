"""Where reports also stand: wire copies, linked to the report that was read and told beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from elshi.model.copying import Copy, describe_copy
from elshi.model.entry import Entry
from elshi.register.copies import Copies, read_register_copies
from elshi.register.times import read_time
from elshi.settings import Location

Copied = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Tells the copies that were found `until` a time (UTC; None: until now).

    `stamp` is another one once more were found. Without `copies` nobody looked for any.
    """

    copies: Copies | None = None
    until: str | None = None
    stamp: str = ""

    def list(self, reports: Sequence[str]) -> tuple[Copied, ...]:
        """Return where these reports also stand, the first found first, as the record has it."""
        return tuple(describe_copy(copy) for copy in self._find(reports))

    def list_by_entry(self, entries: Iterable[Entry]) -> dict[str, tuple[Copied, ...]]:
        """Return where the reports of each entry also stand, by the entry's id; of those that were copied."""
        told = {entry.id: frozenset(entry.reports) for entry in entries}
        found = list(self._find(sorted(frozenset[str]().union(*told.values()))))
        listed = {
            ident: tuple(describe_copy(copy) for copy in found if copy.report in reports)
            for ident, reports in told.items()
        }
        return {ident: copies for ident, copies in listed.items() if copies}

    def _find(self, reports: Sequence[str]) -> Iterator[Copy]:
        found = self.copies.list(reports) if self.copies and reports else []
        return (copy for copy in found if self.until is None or copy.found_at <= self.until)


NOWHERE = AlsoIn()


@contextmanager
def open_also_in(register: Location, as_of: str | None = None) -> Iterator[AlsoIn]:
    """Give what tells the copies kept beside `register`, as they were known at a time."""
    with read_register_copies(register) as copies:
        until = read_time(as_of) if as_of else None
        yield AlsoIn(copies, until, copies.stamp() if copies else "")
