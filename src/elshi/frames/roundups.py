"""Talks announced together ('met one leader after another') of which the report then tells one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.drafts import Story
from elshi.frames.scene import Actor, Scene
from elshi.model.frame import EngagementType

_TOLD_WITH = frozenset({"subject", "counterpart", "target"})


def read_roundup(
    story: Story, kind: EngagementType, scene: Scene, actors: Sequence[Actor], acts: tuple[Act, ...]
) -> tuple[Act, ...]:
    """Return the acts of a sentence after 'met one leader after another', the talk it implies included.

    Each foreign official of whom something is told was met. The talks are of the type that was
    announced: after 'spoke by telephone' an 'әңгіме' is a call.
    """
    acts = tuple(replace(act, type=kind) if act.type == "meeting" else act for act in acts)
    if any(act.joins or not act.anaphoric for act in acts if not act.frame) or not story.principals:
        return acts
    met = _find_met(story, kind, actors)
    if met is None:
        return acts
    told = Act(scene.number, kind, "roundup", met.first, met.stop, "held", story.principals, (met.person,))
    return (told, *(act for act in acts if not act.anaphoric))


def _find_met(story: Story, kind: EngagementType, actors: Sequence[Actor]) -> Actor | None:
    """Return the first foreign official of whom no talk is told yet."""
    home = story.people[story.principals[0]].country
    known = {p for draft in story.drafts if draft.act.type == kind for p in draft.people}
    for actor in actors:
        country = story.people[actor.person].country
        if actor.part in _TOLD_WITH and actor.person not in known and country and country != home:
            return actor
    return None
