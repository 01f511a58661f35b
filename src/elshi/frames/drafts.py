"""Engagements in the making, and what of the report has been told so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from elshi.frames.acts import Act
from elshi.frames.events import EventMention
from elshi.model.frame import EngagementType, Place
from elshi.model.markup import Person
from elshi.model.when import When

TALKS = frozenset({"meeting", "call", "consultations"})
DONE = frozenset({"held", "ongoing"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An engagement in the making: the act that introduced it and what later sentences add.

    People are numbers into Markup.people, `scenes` the sentences that tell of it, `codes` parties
    named without a person, `part_of` the number of the draft in whose course it took place.
    """

    act: Act
    scenes: tuple[int, ...]
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    hosts: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    place: Place | None = None
    when: When | None = None
    part_of: int | None = None
    paragraph: int = -1

    @property
    def people(self) -> frozenset[int]:
        """Return everyone who takes part."""
        return frozenset({*self.a, *self.b, *self.hosts})


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that makes no engagement, and the cause in words."""

    act: Act
    cause: str


@dataclass(frozen=True, slots=True)
class Story:
    """What has been told so far.

    `principals` are the people whose doings are told, `subject` is whom 'he' means now, `current` the
    draft spoken of, `umbrella` the one that frames it; `roundup` is the type of the talks announced,
    `heading` the date that a heading gives to what follows, `filed` the first and last day the report can
    be of, `named` the events only named so far; `phoned` stories have a headline that speaks of a call.
    `refused` are the acts that make no engagement.
    """

    people: tuple[Person, ...]
    drafts: tuple[Draft, ...] = ()
    principals: tuple[int, ...] = ()
    subject: tuple[int, ...] = ()
    current: int | None = None
    umbrella: int | None = None
    roundup: EngagementType | None = None
    home: str | None = None
    filed: tuple[dt.date | None, dt.date | None] = (None, None)
    paragraph: int = -1
    named: tuple[EventMention, ...] = ()
    heading: When | None = None
    phoned: bool = False
    refused: tuple[Refusal, ...] = ()

    @property
    def now(self) -> Draft | None:
        """Return the draft that is spoken of."""
        return None if self.current is None else self.drafts[self.current]

    @property
    def frame(self) -> Draft | None:
        """Return the draft in whose course things take place."""
        return None if self.umbrella is None else self.drafts[self.umbrella]

    def change(self, index: int, **changes: object) -> Story:
        """Return the story with draft `index` changed; `changes` are fields of Draft."""
        drafts = list(self.drafts)
        drafts[index] = replace(drafts[index], **changes)  # type: ignore[arg-type]  # Draft's own fields
        return replace(self, drafts=tuple(drafts))

    def refuse(self, act: Act, cause: str) -> Story:
        """Return the story without an engagement for `act`, remembering why."""
        return replace(self, refused=(*self.refused, Refusal(act, cause)))

    def countries_of(self, people: Iterable[int]) -> tuple[str, ...]:
        """Return the countries of `people`, each once."""
        return tuple(dict.fromkeys(c for p in sorted(people) if (c := self.people[p].country)))

    def codes_now(self) -> tuple[str, ...]:
        """Return the parties of the draft that is spoken of."""
        draft = self.now
        return tuple(dict.fromkeys([*draft.codes, *self.countries_of(draft.people)])) if draft else ()

    def people_now(self) -> tuple[int, ...]:
        """Return who can be 'them' in what was told last, guests first, else the principals."""
        draft = self.now
        if draft is None:
            return self.principals
        return tuple(dict.fromkeys([*draft.b, *self.principals, *draft.a]))


def choose_place(known: Place | None, new: Place | None) -> Place | None:
    """Return the place that says more: a city of the country known already, else the one told first."""
    if known is None or (known.city is None and new is not None and new.country == known.country):
        return new
    return known


def is_same_place(one: Place | None, other: Place | None) -> bool:
    """Tell whether both can be the same place; one that is not known can be any."""
    if one is None or other is None or None in {one.country, other.country}:
        return True
    return one.country == other.country and (None in {one.city, other.city} or one.city == other.city)
