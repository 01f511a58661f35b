"""The people of a report: every place that speaks of each of them, and the offices stated for them."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.lexicon.people import find_spelling
from elshi.mentions.appointments import appoint
from elshi.mentions.bearers import attach_offices, give_standing_office, name_own_head
from elshi.mentions.colleagues import name_colleagues
from elshi.mentions.scenes import Scene, Sighting
from elshi.mentions.shared import share_offices
from elshi.mentions.sightings import sight_names
from elshi.model.markup import Person, Title
from elshi.model.report import Language, Report
from elshi.model.span import Span
from elshi.text.names import same_person_name
from elshi.text.translit import romanize


def find_people(report: Report, scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Return the people of `report` in the order in which they are first named.

    A person is introduced by a full name, or by a surname with an office beside it; surnames,
    initials and offices that stand alone are then attached to the person they fit.
    """
    sightings: list[Sighting] = []
    for number in range(len(scenes)):
        sightings += sight_names(report, scenes, number, tuple(sightings))
    chains: list[list[Sighting]] = []
    for sighting in sorted(appoint(scenes, share_offices(scenes, sightings)), key=lambda s: not s.full):
        _attach(chains, sighting, report.language)
    people = [_as_person(chain, report) for chain in chains if _is_person(chain)]
    people.sort(key=lambda person: person.mentions[0])
    titled = give_standing_office(name_own_head(tuple(people), scenes), scenes)
    return name_colleagues(attach_offices(titled, scenes), scenes)


def _attach(chains: list[list[Sighting]], sighting: Sighting, language: Language) -> None:
    """Add the sighting to the first chain of the same person, or begin a new one."""
    chain = next((chain for chain in chains if _fits(sighting, chain, language)), None)
    if chain is None:
        chains.append([sighting])
    else:
        chain.append(sighting)


def _fits(sighting: Sighting, chain: Sequence[Sighting], language: Language) -> bool:
    first = chain[0]
    return (
        sighting.nominative == first.nominative
        or same_person_name(sighting.nominative, first.nominative, language)
        or same_person_name(sighting.surface, first.nominative, language)
        or same_person_name(first.surface, sighting.nominative, language)
    )


def _is_person(chain: Sequence[Sighting]) -> bool:
    """Tell people from other proper nouns: two written parts, or an office beside one."""
    return any(s.full or s.titles for s in chain)


def _as_person(chain: Sequence[Sighting], report: Report) -> Person:
    in_order = sorted(chain, key=lambda s: s.name.span)
    longest = max(chain, key=lambda s: len(s.surface))
    first = next((s for s in in_order if s.full), longest)
    native = _choose_nominative(chain, first, report.language)
    titles = tuple(dict.fromkeys(title for s in in_order for title in s.titles))
    countries = [*(t.represents for t in titles), *(s.country for s in in_order)]
    return Person(
        surface=first.name.span,
        native_name=native,
        name=find_spelling(native) or romanize(native, report.language),
        mentions=tuple(s.name.span for s in in_order),
        titles=_order_titles(titles, report.headline),
        country=next((country for country in countries if country), None),
    )


def _choose_nominative(chain: Sequence[Sighting], first: Sighting, language: Language) -> str:
    """Return the shortest nominative of the full name: what is longer has kept an ending."""
    full = [s.nominative for s in chain if s.full and s.name.parts == first.name.parts]
    shortest = min(full, key=len, default=first.nominative)
    return shortest if same_person_name(shortest, first.nominative, language) else first.nominative


def _order_titles(titles: Sequence[Title], headline: Span | None) -> tuple[Title, ...]:
    """Put present offices before former ones and the body's before the headline's short form."""
    return tuple(sorted(titles, key=lambda t: (t.former, headline is not None and headline.covers(t.span))))
