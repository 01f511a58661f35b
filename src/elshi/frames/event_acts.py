"""What a sentence tells of a named event: that it was held, that people joined it, or only its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.delegations import find_delegations, find_hosting, find_listed
from elshi.frames.events import EventMention
from elshi.frames.scene import Actor, Scene, people_of
from elshi.frames.status import is_denied, read_status
from elshi.lexicon.engagements import Trigger, find_construction, find_triggers
from elshi.lexicon.match import Found
from elshi.model.frame import Status

_BILATERAL = frozenset({"commission", "consultations"})
# How many tokens may stand between the event's name and the words that speak of it.
_TRAVEL = 7  # 'приедет в Боготу на саммит'
_TRAVEL_KAZAKH = 16  # 'форумға қатысу үшін … Боготаға барды'
_FRAME = 2  # 'в рамках недавнего саммита'
_FRAME_KAZAKH = 3  # 'саммит жұмысы аясында'
_JOIN = 12  # 'приняли участие в прошедшем в Астане саммите'
_JOIN_KAZAKH = 60  # the verb ends the sentence, however long
_HOLD = 8  # 'саммит … состоится'
_DATE = 10  # 'саммит … 5 мая'
_BEFORE = 2  # 'на ближайший саммит', 'to attend the summit'
_PARTNER = 2  # 'консультации с Ивановым'


def read_event_acts(
    scene: Scene, actors: Sequence[Actor], events: Sequence[EventMention], plain: Sequence[Found[Trigger]]
) -> Iterator[Act]:
    """Yield the act of each event that is not denied; `plain` are the triggers that name no event.

    What is only to be set up, 'создать деловой совет', has not met.
    """
    for event in events:
        founded = scene.has_cue("founding", event.first - _BEFORE, event.first)
        if not founded and not is_denied(scene, event.first, event.stop):
            yield _read_act(scene, actors, event, plain)


def read_joining_act(scene: Scene, actors: Sequence[Actor]) -> Iterator[Act]:
    """Yield one act of joining where somebody takes part in the engagement told before."""
    people, codes = people_of(actors, "subject", "agent", "head"), find_listed(scene)
    if people or codes:
        yield Act(scene.number, "conference", "joins", 0, 1, "held", a=people, codes=codes, joins=True)


def travels_to(scene: Scene, found: Found[Trigger], event: EventMention) -> bool:
    """Tell whether somebody travels to take part in an event: 'приедет в Боготу на саммит'."""
    if scene.language == "kk":
        ahead = found.value.type == "visit" and 0 < found.first - event.stop <= _TRAVEL_KAZAKH
        return ahead and scene.has_cue("travel_purpose", event.stop, event.stop + _BEFORE)
    ahead = found.value.type == "visit" and 0 < event.first - found.stop <= _TRAVEL
    return ahead and scene.has_cue("travel_purpose", event.first - _BEFORE, event.first)


def _read_act(
    scene: Scene, actors: Sequence[Actor], event: EventMention, plain: Sequence[Found[Trigger]]
) -> Act:
    blank, partners = _blank(scene, event), _find_partners(actors, event)
    if _is_joined(scene, event, plain):
        return _join(scene, actors, event, blank)
    if _is_framed(scene, event):
        return replace(blank, frame=True, anaphoric=event.bare)
    if event.type in _BILATERAL and partners:
        return replace(blank, manner="held", b=partners)
    if _is_held(scene, event) or _is_announced(scene, event, blank.status):
        return _hold(scene, actors, event, blank)
    if event.bare:
        return replace(blank, frame=True, anaphoric=True)
    return replace(blank, manner="named", anaphoric=True)


def _hold(scene: Scene, actors: Sequence[Actor], event: EventMention, blank: Act) -> Act:
    """Return the act of an event that takes place, with who leads it and whose delegations come."""
    codes = (*event.codes, *find_delegations(scene, event))
    heads = people_of(actors, "head")
    ours = 1 if event.type in _BILATERAL else len(heads)
    return replace(blank, manner="held", a=heads[:ours], b=heads[ours:], codes=codes)


def _blank(scene: Scene, event: EventMention) -> Act:
    """Return the act of an event before anybody is given a part in it."""
    start = event.head if scene.language == "kk" else event.first
    status, sign = read_status(scene, start, event.stop, lasting=True, named=True)
    others = find_construction(scene.sentence, "others")
    return Act(
        scene.number,
        event.type,
        "event",
        event.first,
        event.stop,
        status,
        codes=event.codes,
        event=event,
        others=any(event.first - _BEFORE <= f.first < event.stop for f in others),
        sign=sign,
    )


def _join(scene: Scene, actors: Sequence[Actor], event: EventMention, blank: Act) -> Act:
    """Return the act of people who join the event, which may be told before and only be spoken of here."""
    apart = [a for a in actors if not event.first <= a.first < event.stop]
    subjects, partners = people_of(apart, "subject", "agent", "head"), people_of(actors, "counterpart")
    codes = find_delegations(scene, event)
    if blank.status == "proposed" and scene.language == "ru":
        subjects = people_of(apart, "object") or people_of(apart, "target")
    if event.bare:
        return replace(blank, manner="joined", a=(*subjects, *partners), joins=True, codes=codes)
    partners = partners if event.type in _BILATERAL else ()
    return replace(blank, manner="joined", a=subjects, b=partners, codes=(*event.codes, *codes))


def _find_partners(actors: Sequence[Actor], event: EventMention) -> tuple[int, ...]:
    """Return with whom consultations are held: 'Его консультации с заместителем министра'."""
    beside = [a for a in actors if 0 <= a.first - event.stop <= _PARTNER]
    return tuple(a.person for a in beside if a.part == "counterpart")


def _is_announced(scene: Scene, event: EventMention, status: Status) -> bool:
    """Tell whether an event is told without a verb of taking place: called off, or dated and ahead."""
    if status == "cancelled":
        return event.stop - event.first > 1
    if status != "planned":
        return False
    numbered = bool(event.event.ordinal) or scene.has_cue("next_of_series", event.first, event.stop)
    if numbered and scene.named("place"):
        return True
    return (numbered or not event.bare) and _is_dated(scene, event)


def _is_framed(scene: Scene, event: EventMention) -> bool:
    frames = find_construction(scene.sentence, "frames")
    if scene.language == "kk":
        return any(0 <= f.first - event.head <= _FRAME_KAZAKH for f in frames)
    return any(0 <= event.first - f.stop <= _FRAME for f in frames)


def _is_joined(scene: Scene, event: EventMention, plain: Sequence[Found[Trigger]]) -> bool:
    """Tell whether somebody travels to the event or takes part in it."""
    if any(travels_to(scene, found, event) for found in find_triggers(scene.sentence)):
        return True
    reach = _JOIN_KAZAKH if scene.language == "kk" else _JOIN
    return any(
        max(event.first - found.stop, found.first - event.stop) <= reach
        and not any(min(event.stop, found.stop) <= p.first < max(event.first, found.first) for p in plain)
        for found in find_construction(scene.sentence, "joins")
    )


def _is_held(scene: Scene, event: EventMention) -> bool:
    holds = find_construction(scene.sentence, "holds")
    held = any(max(event.first - f.stop, f.first - event.stop) <= _HOLD for f in holds)
    return held or find_hosting(scene, event) is not None


def _is_dated(scene: Scene, event: EventMention) -> bool:
    return any(abs(scene.tokens_of(d.span)[0] - event.head) <= _DATE for d in scene.dates)
