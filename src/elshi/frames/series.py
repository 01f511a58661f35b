"""Events that a report speaks of again: 'the session', 'the third round', 'the next meeting'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.drafts import TALKS, Story
from elshi.frames.events import EventMention
from elshi.frames.scene import Scene
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.places import body, is_country

_STEM = 5  # letters that the forms of one word share: 'заседание', 'заседания'
_SHORT = 3  # letters of words that say little: 'the', 'по'
_SAME_WORDS = 0.6  # of the shorter name, for two names to be of one event
_REMEMBERED = 3  # events named last, to which 'the summit' may go back
_ROUND_WORDS = 2
_SERIES = frozenset({"commission", "consultations"})


def name_words(surface: str) -> frozenset[str]:
    """Return the beginnings of the words of an event's name, the short words left out."""
    words = surface.replace("«", " ").replace("»", " ").split()
    return frozenset(word[:_STEM].lower() for word in words if len(word) > _SHORT)


def is_same_event(one: EventMention, other: EventMention) -> bool:
    """Tell whether two names are of one event: the same ordinal, else mostly the same words."""
    if one.type != other.type:
        return False
    if one.event.ordinal and other.event.ordinal:
        return one.event.ordinal == other.event.ordinal
    words, others = name_words(one.event.surface), name_words(other.event.surface)
    return len(words & others) >= _SAME_WORDS * max(1, min(len(words), len(others)))


def is_told(story: Story, act: Act) -> bool:
    """Tell whether a nameless event ('the session') is one that the report has told by its name."""
    words = name_words(act.event.event.surface) if act.event else frozenset()
    told = [d for d in story.drafts if d.act.event and not d.act.event.bare]
    if act.status in {"planned", "proposed", "cancelled"} or not told:
        return False
    if any(words & name_words(d.act.event.event.surface) for d in told if d.act.event):
        return True
    return act.type == "conference" and not act.others and told[-1] is story.now


def recall_name(story: Story, act: Act) -> Act:
    """Give 'the summit' the name under which the sentences before spoke of it."""
    if act.event is None or not act.event.bare or act.manner not in {"held", "joined"}:
        return act
    head = name_words(act.event.event.surface)
    for event in reversed(story.named[-_REMEMBERED:]):
        if head & name_words(event.event.surface):
            codes = (*event.codes, *act.codes)
            return replace(act, type=event.type, event=event, codes=codes, joins=False)
    return act


def inherit_series(story: Story, act: Act) -> Act:
    """Let 'the third round' or '20-е заседание' be of the series of which the report has told."""
    event = act.event
    if event is None or event.codes or act.frame or not (event.event.ordinal or act.status == "planned"):
        return act
    head = name_words(event.event.surface)
    for told, parties in _recall_events(story):
        other = told.event.ordinal != event.event.ordinal
        if other and parties and head & name_words(told.event.surface) and _may_be_of(act, parties):
            found = replace(event, type=told.type, of=told.event.ordinal)
            return replace(act, type=told.type, codes=parties, event=found)
    return act


def _may_be_of(act: Act, parties: tuple[str, ...]) -> bool:
    """Tell whether an event of these parties can be of the series: no other country is named for it."""
    return all(code in parties for code in act.codes if is_country(code))


def inherit_parties(story: Story, act: Act) -> Act:
    """Give a nameless event that lies ahead, or was called off, the parties of what the report is on.

    The summit for which an organisation's ministers prepare is the organisation's own; the forum put off
    beside a commission is between the commission's countries.
    """
    frame = story.frame
    if act.event is None or act.codes or act.a or frame is None or act.status not in {"planned", "cancelled"}:
        return act
    codes = tuple(code for code in frame.codes if (known := body(code)) and known.kind == "organisation")
    if not codes and frame.act.type in _SERIES:
        codes = tuple(dict.fromkeys([*frame.codes, *story.countries_of(frame.people)]))
    return replace(act, codes=codes)


def agree_on_event(story: Story, act: Act, scene: Scene) -> Act:
    """Make an event that the sides of a talk agree to hold one between them: 'договорились о форуме'."""
    bare = act.event is not None and not act.codes and not act.a and act.status == "planned"
    if not bare or story.now is None or story.now.act.type not in TALKS:
        return act
    agreed = all(find_construction(scene.sentence, name) for name in ("sides", "agreed"))
    return replace(act, codes=story.codes_now()) if agreed else act


def _recall_events(story: Story) -> Iterator[tuple[EventMention, tuple[str, ...]]]:
    """Yield the events told and then those only named, the last first, with their parties."""
    for draft in reversed(story.drafts):
        event = draft.act.event
        if event is not None:
            countries = story.countries_of(draft.people)
            yield event, tuple(dict.fromkeys([*event.codes, *draft.codes, *countries]))
    for event in reversed(story.named):
        yield event, event.codes


def continue_series(story: Story, act: Act) -> Act:
    """Make 'the next meeting' one of the kind just told, between the same parties."""
    kind = story.now.act.type if story.now and story.now.act.type in _SERIES else act.type
    return replace(act, type=kind, codes=act.parties or story.codes_now(), anaphoric=False)


def is_bare_round(act: Act) -> bool:
    """Tell whether nothing says what the 'first round' is a round of: a match has rounds as well."""
    if act.event is None or not act.event.event.ordinal or act.type != "consultations":
        return False
    return len(act.event.event.surface.split()) <= _ROUND_WORDS and not act.codes
