"""People: those who take part in engagements, and one of them with offices, contacts and what they said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.errors import Message
from elshi.exports.tables import write_row
from elshi.model.entity import Entity
from elshi.model.entry import Entry, Service
from elshi.record.fold import fold_name
from elshi.register import View
from elshi.register.census import Mask
from elshi.web.asked import Asked
from elshi.web.choosing import Count, choose, count_codes, count_parties, list_chosen
from elshi.web.errors import Missing
from elshi.web.filters import Filters
from elshi.web.pages.relations import Met

_FEW, _SAID = 20, 10
_YEAR = len("2026")


@dataclass(frozen=True, slots=True)
class People:
    """One page of the people who are asked for, those in most engagements first."""

    filters: Filters
    total: int
    people: tuple[Met, ...]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person: every spelling, the offices, the engagements of one page, whom they met, what they said."""

    person: Entity
    services: tuple[Service, ...]
    filters: Filters
    total: int
    entries: tuple[Entry, ...]
    met: tuple[Met, ...]
    parties: tuple[Count, ...]
    topics: tuple[Count, ...]
    years: tuple[Count, ...]
    positions: tuple[Entry, ...]

    @property
    def pages(self) -> int:
        """Return how many pages of engagements there are."""
        return max(1, -(-self.total // self.filters.size))


def list_people(view: View, asked: Asked) -> People:
    """Return the people who take part in the engagements that the filters choose."""
    filters = asked.filters
    counts = _count_people(view, asked)
    first = (filters.page - 1) * filters.size
    page = dict(counts[first : first + filters.size])
    people = tuple(Met(person, page[person.id]) for person in view.find_entities(tuple(page)))
    return People(filters, len(counts), people)


def _count_people(view: View, asked: Asked) -> list[tuple[str, int]]:
    """Return ids with their engagements; `q` asks for the beginnings of words of a name, in any script."""
    filters = asked.filters
    counts = list(view.census().count("person", choose(view, filters.put(q=""))))
    if not filters.q:
        return counts
    wanted = fold_name(filters.q)
    named = {entity.id for entity in view.read_entities() if _is_named(entity, wanted)}
    return [pair for pair in counts if pair[0] in named]


def _is_named(entity: Entity, wanted: tuple[str, ...]) -> bool:
    words = [word for name in entity.names for word in fold_name(name)]
    return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted)


def show_person(view: View, asked: Asked) -> PersonPage:
    """Return the person that the address names. Raises Missing where there is none."""
    found = view.find_entities((asked.ident,))
    if not found:
        raise Missing(Message("no person has the id %(ident)r", ident=asked.ident))
    person = view.find_entities((found[0].same_as,))[0] if found[0].same_as else found[0]
    census, filters = view.census(), asked.filters
    acts = filters.put(person=person.id, page=filters.page)
    mask = choose(view, acts)
    said = census.having("kind", "position") & census.having("person", person.id)
    return PersonPage(
        person,
        view.list_services((person.id,)),
        filters,
        int(mask.sum()),
        view.find_all(list_chosen(view, acts, "engagement")),
        _list_met(view, mask, person.id),
        tuple(Count(code, n) for code, n in count_parties(census, mask))[:_FEW],
        count_codes(census, mask, "topic"),
        tuple(Count(year, n) for year, n in census.count_days(mask, _YEAR)),
        view.find_all(census.list_ids(said, _SAID)),
    )


def _list_met(view: View, mask: Mask, ident: str) -> tuple[Met, ...]:
    counts = dict(pair for pair in view.census().count("person", mask)[: _FEW + 1] if pair[0] != ident)
    return tuple(Met(person, counts[person.id]) for person in view.find_entities(tuple(counts)))


def write_people(view: View, asked: Asked) -> Iterator[str]:
    """Yield the people as CSV."""
    counts = dict(_count_people(view, asked))
    yield write_row(("id", "name", "names", "country", "offices", "engagements"))
    for person in view.find_entities(tuple(counts)):
        offices, names = list(person.offices), list(person.names)
        yield write_row((person.id, person.name, names, person.country, offices, counts[person.id]))
