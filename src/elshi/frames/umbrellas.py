"""Which engagement frames another: the visit or conference in whose course it took place."""

from __future__ import annotations

from elshi.frames.drafts import TALKS, Draft, Story, is_same_place
from elshi.frames.scene import Scene

_FRAMING = frozenset({"conference", "visit", "commission", "ceremony"})
_FREE = frozenset({"visit", "appointment", "call", "message"})  # these are never a part of something else


def find_umbrella(story: Story, draft: Draft, scene: Scene) -> int | None:
    """Return the engagement in whose course `draft` took place: same people, same place, or said so."""
    if draft.act.frame or draft.act.status == "proposed" or draft.act.type in _FREE:
        return None
    if story.now is not None and _follows(story.now, draft, scene):
        return story.current
    return story.umbrella if story.frame is not None and _lies_within(story.frame, draft) else None


def _follows(current: Draft, draft: Draft, scene: Scene) -> bool:
    """Tell whether `draft` is a step of what was told last: signing after talks, talks after credentials."""
    if draft.act.type == "signing":
        words = (token.lower for token in scene.sentence.tokens)
        same = draft.paragraph == current.paragraph or scene.cues("after_talks").stand_in(words)
        return current.act.type in TALKS and (same or current.part_of is None)
    shared = bool(current.people & draft.people)
    return draft.act.type == "meeting" and current.act.type == "credentials" and shared


def _lies_within(umbrella: Draft, draft: Draft) -> bool:
    event = draft.act.event
    if event is not None and not _may_lie_within(umbrella, draft):
        return False
    if umbrella.act.type == "commission" and draft.act.type == "meeting" and not umbrella.act.frame:
        return False  # whoever else its chairman meets on the trip is met apart from it
    framed = umbrella.act.frame and not event
    together = framed or not draft.people or bool(umbrella.people & draft.people)
    return together and is_same_place(umbrella.place, draft.place)


def _may_lie_within(umbrella: Draft, draft: Draft) -> bool:
    """Tell whether an event can be part of another.

    A conference stands alone during a visit, a bilateral commission is a point of it; what lies ahead
    is no part of what is told as done.
    """
    one_ahead = (umbrella.act.status == "planned") != (draft.act.status == "planned")
    if one_ahead:
        return draft.act.type != "conference" and umbrella.act.type == "visit" and bool(draft.people)
    if draft.act.type == "conference":
        return umbrella.act.type in {"conference", "ceremony"}
    same_time = draft.when is None or umbrella.when is None or draft.when.edtf == umbrella.when.edtf
    return umbrella.act.type == "visit" and bool(draft.people & umbrella.people) and same_time


def frames_others(story: Story, draft: Draft) -> bool:
    """Tell whether what follows takes place in the course of this: a visit, or a conference attended."""
    if not _can_frame(story, draft):
        return False
    known = story.frame
    if known is None:
        return True
    if draft.part_of == story.umbrella:
        return False
    moved = not is_same_place(known.place, draft.place)
    return bool(draft.people or draft.act.frame) and (moved or not known.people & draft.people)


def _can_frame(story: Story, draft: Draft) -> bool:
    if draft.act.type not in _FRAMING or draft.act.status in {"proposed", "cancelled"}:
        return False
    if draft.act.type == "ceremony" and story.drafts:
        return False
    return draft.act.status != "planned" or all(d.act.status == "planned" for d in story.drafts)
