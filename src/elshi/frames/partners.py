"""Both sides of an engagement, completed from whose doings are told where the sentence leaves one out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from elshi.frames.acts import Act
from elshi.frames.drafts import TALKS, Story

_CALLERS = 2  # of those spoken of, who can be 'them' whom a host received


@dataclass(frozen=True, slots=True)
class Sides:
    """Who takes part: two sides and, in a reception, the host; numbers into Markup.people."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    hosts: tuple[int, ...]

    @property
    def people(self) -> frozenset[int]:
        """Return everyone of both sides."""
        return frozenset({*self.a, *self.b, *self.hosts})


def complete_sides(story: Story, act: Act) -> Sides:
    """Return the sides of `act`, completed from the story as its type allows."""
    sides = Sides(act.a, act.b, act.hosts)
    if act.manner == "receives":
        return _complete_reception(story, act, sides)
    if act.type in {"meeting", "call"}:
        return _complete_talk(story, act, _complete_first(story, act, sides))
    if act.type in {"consultations", "credentials"}:
        sides = _complete_first(story, act, sides)
    if act.type == "message" and sides.a and not sides.b:
        return replace(sides, b=_principals_but(story, sides.a))
    if act.type == "visit" and not sides.b and not act.codes:
        return replace(sides, b=_find_visitor(story, act))
    return _complete_event(story, act, sides)


def _principals_but(story: Story, others: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(p for p in story.principals if p not in others)


def _complete_first(story: Story, act: Act, sides: Sides) -> Sides:
    """Where only the other side is named, the principals are the first one."""
    if act.others and act.event is None:
        return sides
    named = sides.b or (act.codes and act.type != "consultations")
    ours = tuple(p for p in story.principals if story.people[p].country in act.codes)
    if act.type != "consultations" and sides.a and not sides.b and sides.people.isdisjoint(ours):
        return replace(sides, b=ours)  # 'Грузия министрі … қазақстандық дипломатпен кездесті'
    return replace(sides, a=_principals_but(story, sides.b)) if named and not sides.a else sides


def _complete_talk(story: Story, act: Act, sides: Sides) -> Sides:
    """Find the 'guest' of the visit that frames the talk, and who 'met him'."""
    if act.type == "meeting" and act.guest and story.frame is not None:
        sides = replace(sides, b=tuple(p for p in story.frame.b if p not in sides.a)[:1])
    if act.pronoun and len(sides.a) == 1 and not sides.b and not act.codes:
        others = _principals_but(story, sides.a)
        return replace(sides, a=others, b=sides.a) if others else sides
    return sides


def _complete_event(story: Story, act: Act, sides: Sides) -> Sides:
    """Where 'the leaders' did it, it is those of the talks told last; who joins an event can go unnamed."""
    if act.type == "ceremony" and act.pronoun and not sides.a:
        return replace(sides, a=story.principals[:1])
    if act.leaders and not sides.a:
        sides = replace(sides, a=_find_leaders(story))
    if act.type == "conference" and act.manner == "joined" and not sides.a and not act.codes:
        return replace(sides, a=story.principals)
    return sides


def _find_leaders(story: Story) -> tuple[int, ...]:
    """Return 'the ministers': those of what is told now, else of the last talk of two who hold one office."""
    if story.now is None or len(story.now.people) > 1:
        return tuple(sorted(story.now.people)) if story.now else ()
    talks = [d.people for d in reversed(story.drafts) if d.act.type in TALKS and story.now.people < d.people]
    alike = (people for people in talks if len({_office(story, p) for p in people}) == 1)
    return tuple(sorted(next(alike, story.now.people)))


def _office(story: Story, person: int) -> str | None:
    return next((title.office for title in story.people[person].titles), None)


def _find_visitor(story: Story, act: Act) -> tuple[int, ...]:
    return story.now.b[:1] if act.guest and story.now else story.principals[:1]


def _complete_reception(story: Story, act: Act, sides: Sides) -> Sides:
    if sides.b and not sides.hosts:
        return replace(sides, hosts=tuple(p for p in _hosts_now(story) if p not in sides.b)[:1])
    if sides.hosts and not sides.b:
        return replace(sides, b=_find_guests(story, act, sides.hosts))
    return sides


def _hosts_now(story: Story) -> tuple[int, ...]:
    """Return who receives in what was told last: the host, or to whom credentials were presented."""
    return (*story.now.hosts, *story.now.b) if story.now else ()


def _find_guests(story: Story, act: Act, hosts: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom the host received: the speaker, 'all the ambassadors', or 'them'."""
    if act.spoken:
        return tuple(p for p in story.subject if p not in hosts) or _principals_but(story, hosts)
    if act.delegates:
        return tuple(p for p in _delegates(story) if p not in hosts)
    if act.guest and not act.codes and story.frame is not None and story.frame.act.type == "visit":
        return tuple(p for p in story.frame.b if p not in hosts)[:1]
    if act.codes:
        return tuple(p for p in story.people_now() if story.people[p].country in act.codes)[:1]
    return tuple(p for p in story.people_now() if p not in hosts)[:_CALLERS]


def _delegates(story: Story) -> tuple[int, ...]:
    """Return those who can be 'all the ambassadors': of the engagement with most people, the guests."""
    largest = max(story.drafts, key=lambda d: len(d.people), default=None)
    return (*largest.a, *largest.b) if largest else ()
