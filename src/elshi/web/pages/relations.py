"""How a country, two countries, a body or an event stand in the register: how often, with whom, on what."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from elshi.errors import Message
from elshi.lexicon.places import load_bodies, load_countries
from elshi.model.entity import Entity
from elshi.model.entry import Entry
from elshi.model.query import Query
from elshi.record.facets import fold_code
from elshi.register import View
from elshi.register.census import Mask
from elshi.web.asked import Asked
from elshi.web.choosing import Count, count_codes, count_parties
from elshi.web.codes import is_state
from elshi.web.errors import Missing
from elshi.web.filters import Filters

_RECENT, _COMING, _PEOPLE, _OPEN = 15, 5, 20, 10  # rows of each list; the list of engagements has the rest
_YEAR, _MONTH = len("2026"), len("2026-03")


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without any contact on record: the days between which it lies, and how many they are."""

    start: dt.date
    stop: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class Met:
    """A person with the number of engagements in which they took part."""

    person: Entity
    number: int


@dataclass(frozen=True, slots=True)
class Relations:
    """What the register has of some parties or of an event.

    `codes` are those of the parties, `event` the name of an event. `levels` count offices of those who took
    part, `silence` is the longest one, `quiet` how many days have passed since the last contact. Of `open`
    commitments those with a day come first; `chairs` are chairmanships of the body.
    """

    codes: tuple[str, ...]
    event: str
    total: int
    first: dt.date | None
    last: dt.date | None
    quiet: int | None
    silence: Silence | None
    types: tuple[Count, ...]
    statuses: tuple[Count, ...]
    levels: tuple[Count, ...]
    topics: tuple[Count, ...]
    years: tuple[Count, ...]
    months: tuple[Count, ...]
    countries: tuple[Count, ...]
    bodies: tuple[Count, ...]
    events: tuple[Count, ...]
    cities: tuple[Count, ...]
    people: tuple[Met, ...]
    coming: tuple[Entry, ...]
    recent: tuple[Entry, ...]
    open: tuple[Entry, ...]
    open_total: int
    chairs: tuple[Entry, ...]

    @property
    def chosen(self) -> Filters:
        """Return the filters that choose the same engagements."""
        states = [code for code in self.codes if is_state(code)]
        country, partner = (*states, "", "")[:2]
        body = next((code for code in self.codes if not is_state(code)), "")
        return Filters(country=country, partner=partner, body=body, event=self.event)


def show_country(view: View, asked: Asked) -> Relations:
    """Return how one country stands in the register. Raises Missing where it is none."""
    return _show_parties(view, asked, [_read_country(asked.ident)])


def show_pair(view: View, asked: Asked) -> Relations:
    """Return how two countries, 'KZ-NO', stand to each other. Raises Missing where these are not two."""
    one, _, other = asked.ident.partition("-")
    if one.upper() == other.upper():
        raise Missing(Message("%(ident)r is no pair; write two codes as KZ-NO", ident=asked.ident))
    return _show_parties(view, asked, [_read_country(one), _read_country(other)])


def show_body(view: View, asked: Asked) -> Relations:
    """Return how a body stands in the register. Raises Missing where neither it nor the lexicon has it."""
    code = asked.ident if asked.ident in load_bodies() else asked.ident.upper()
    relations = _show_parties(view, asked, [code])
    if code not in load_bodies() and not relations.total:
        raise Missing(Message("nothing is known of a body %(ident)r", ident=asked.ident))
    return relations


def show_event(view: View, asked: Asked) -> Relations:
    """Return what is known of a named event or series. Raises Missing where nothing is."""
    census, name = view.census(), asked.filters.event
    mask = census.having("event", name) & census.having("kind", "engagement")
    if not mask.any():
        raise Missing(Message("nothing is known of an event %(name)r", name=name))
    return _relate(view, asked, mask, (), name)


def _read_country(text: str) -> str:
    if text.upper() in load_countries():
        return text.upper()
    raise Missing(Message("no country has the code %(text)r; write it as KZ", text=text))


def _show_parties(view: View, asked: Asked, codes: Sequence[str]) -> Relations:
    census = view.census()
    mask = census.having("kind", "engagement")
    for code in codes:
        mask &= census.having("party", fold_code(code))
    return _relate(view, asked, mask, tuple(codes), "")


def _relate(view: View, asked: Asked, mask: Mask, codes: tuple[str, ...], event: str) -> Relations:
    census, today = view.census(), asked.today
    past = mask & (census.having("status", "held") | census.having("status", "ongoing"))
    days = [day for day in census.list_days(past) if day <= today]
    parties = [Count(code, n) for code, n in count_parties(census, mask) if code not in codes]
    coming = census.select(Query(since=today)) & mask & ~past
    promised = _find_open(view, asked, codes)
    chaired = census.having("kind", "chairmanship") & _having_all(view, codes)
    return Relations(
        codes=codes,
        event=event,
        total=int(mask.sum()),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        quiet=(today - days[-1]).days if days else None,
        silence=_find_silence(days),
        types=count_codes(census, mask, "type"),
        statuses=count_codes(census, mask, "status"),
        levels=count_codes(census, mask, "office"),
        topics=count_codes(census, mask, "topic"),
        years=tuple(Count(year, n) for year, n in census.count_days(mask, _YEAR)),
        months=tuple(Count(month, n) for month, n in census.count_days(mask, _MONTH)),
        countries=tuple(c for c in parties if is_state(c.value)),
        bodies=tuple(c for c in parties if not is_state(c.value)),
        events=count_codes(census, mask, "event")[:_PEOPLE],
        cities=count_codes(census, mask, "city")[:_PEOPLE],
        people=_list_people(view, mask),
        coming=view.find_all(census.list_ids(coming, _COMING, oldest_first=True)),
        recent=view.find_all(census.list_ids(past & census.select(Query(until=today)), _RECENT)),
        open=view.find_all(census.list_ids(promised, _OPEN, oldest_first=True)),
        open_total=int(promised.sum()),
        chairs=view.find_all(census.list_ids(chaired, _OPEN)),
    )


def _having_all(view: View, codes: Sequence[str]) -> Mask:
    census = view.census()
    mask = census.select(Query()) if codes else ~census.select(Query())
    for code in codes:
        mask &= census.having("party", fold_code(code))
    return mask


def _find_open(view: View, asked: Asked, codes: Sequence[str]) -> Mask:
    """Return the commitments of all of the parties whose last day is not past, or is not known."""
    census = view.census()
    promised = census.having("kind", "commitment") & _having_all(view, codes)
    return promised & ~census.select(Query(kind="commitment", due_before=asked.today))


def _find_silence(days: Sequence[dt.date]) -> Silence | None:
    gaps = [(later - earlier, earlier, later) for earlier, later in itertools.pairwise(days)]
    if not gaps:
        return None
    longest, start, stop = max(gaps, key=lambda gap: gap[0])
    return Silence(start, stop, longest.days)


def _list_people(view: View, mask: Mask) -> tuple[Met, ...]:
    counts = dict(view.census().count("person", mask)[:_PEOPLE])
    return tuple(Met(person, counts[person.id]) for person in view.find_entities(tuple(counts)))
