"""Named and numbered events in a sentence: the words that make up the name, its ordinal, its bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elshi.frames.event_names import QUOTES, find_name
from elshi.frames.scene import Scene
from elshi.lexicon.engagements import Trigger
from elshi.lexicon.match import Found
from elshi.lexicon.places import body
from elshi.model.frame import EngagementType, Event
from elshi.model.markup import Mention

_RANK = {"commission": 3, "consultations": 2, "conference": 1}


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event named in a sentence: tokens [first, stop), the head's first token, what its words say.

    `codes` are the parties among its words. `bare` events have neither ordinal nor name nor body of
    their own: 'на форуме', 'пленарном заседании'. `of` is the ordinal of the event of the same series
    that the report told before.
    """

    type: EngagementType
    first: int
    stop: int
    head: int
    event: Event
    codes: tuple[str, ...]
    bare: bool
    of: int | None = None


def read_party(mention: Mention) -> str | None:
    """Return the party that a country, nationality word or body stands for: an organ acts for its body."""
    known = body(mention.value) if mention.value and mention.label == "body" else None
    return known.party if known else mention.value


def find_events(scene: Scene, heads: Sequence[Found[Trigger]], text: str) -> tuple[EventMention, ...]:
    """Return the events that `heads` (triggers of manner 'heads') name in `scene`, in order."""
    found = [_read_event(scene, head, text) for head in heads]
    kept: list[EventMention] = []
    for event in found:
        if kept and event.first < kept[-1].stop:
            kept[-1] = _choose(kept[-1], event)
        else:
            kept.append(event)
    return tuple(kept)


def _choose(one: EventMention, other: EventMention) -> EventMention:
    """Of two events whose words overlap keep the one that says more."""
    return max(one, other, key=lambda e: (_RANK.get(e.type, 0), not e.bare, e.stop - e.first))


def _read_event(scene: Scene, head: Found[Trigger], text: str) -> EventMention:
    first, stop = find_name(scene, head.first, head.stop)
    span = scene.span_of(first, stop)
    inside = [m for m in scene.mentions if span.covers(m.span)]
    ordinal = _read_ordinal(inside)
    series = next((m.surface for m in inside if m.label == "event"), None)
    codes = [read_party(m) for m in inside if m.label in {"body", "country", "nationality"}]
    surface = span.quote(text)
    return EventMention(
        type="conference" if _is_of_members(head.value.type, inside) else head.value.type,
        first=first,
        stop=stop,
        head=head.first,
        event=Event(series or surface, surface, ordinal),
        codes=tuple(dict.fromkeys(code for code in codes if code)),
        bare=ordinal is None and not _has_name(scene, first, stop, inside),
    )


def _is_of_members(kind: EngagementType, inside: Sequence[Mention]) -> bool:
    """Tell whether what is called a dialogue is held with a whole organisation, and so by many states."""
    return kind == "consultations" and any(m.label == "body" for m in inside)


def _read_ordinal(inside: Sequence[Mention]) -> int | None:
    values = [m.value for m in inside if m.label == "ordinal" and m.value]
    return next((int(value) for value in values if value.isdigit()), None)


def _has_name(scene: Scene, first: int, stop: int, inside: Sequence[Mention]) -> bool:
    """Tell whether the words name the event: a series, a body, quotation marks, a capital inside."""
    if any(m.label in {"event", "body", "nationality"} for m in inside):
        return True
    tokens = scene.sentence.tokens[first:stop]
    start = scene.sentence.span.start
    return any(t.text in QUOTES or (t.capital and t.span.start > start) for t in tokens)
