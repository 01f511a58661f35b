"""Colleagues of somebody whose office the report stated earlier: 'Олсен мен оның түрік әріптесі Арслан'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.mentions.borrowed import call_colleague
from elshi.mentions.scenes import Scene
from elshi.model.markup import Person, Title


def name_colleagues(people: tuple[Person, ...], scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """Give whoever is only called a colleague the office of the person named before in the sentence."""
    return tuple(person if person.titles else _name(person, people, scenes) for person in people)


def _name(person: Person, people: Sequence[Person], scenes: Sequence[Scene]) -> Person:
    mention = person.mentions[0]
    scene = next(scene for scene in scenes if scene.sentence.span.covers(mention))
    own = _find_title_before(scene, mention.start, [other for other in people if other is not person])
    first = next(i for i, t in enumerate(scene.sentence.tokens) if t.span.overlaps(mention))
    title = call_colleague(scene, first, own) if own else None
    return replace(person, titles=(title,), country=title.represents) if title else person


def _find_title_before(scene: Scene, start: int, others: Sequence[Person]) -> Title | None:
    """Return the office of the person spoken of last before the text position `start` in the sentence."""
    sentence = scene.sentence.span
    named = [(m.start, p) for p in others for m in p.mentions if sentence.covers(m) and m.start < start]
    last = max(named, key=lambda found: found[0], default=None)
    return last[1].titles[0] if last and last[1].titles else None
