"""An engagement told twice in one report: whether it is the same, and what the second telling adds."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.drafts import DONE, Draft, Story, choose_place
from elshi.frames.events import EventMention
from elshi.frames.history import lies_ahead
from elshi.frames.series import is_same_event
from elshi.frames.umbrellas import frames_others
from elshi.model.when import When


def is_same(known: Draft, new: Draft) -> bool:
    """Tell whether two drafts of one report are the same engagement told twice."""
    if known.act.event and new.act.event:
        return not _is_next_round(known.act, new.act) and is_same_event(known.act.event, new.act.event)
    if known.act.type != new.act.type or known.act.event or new.act.event:
        return False
    if (known.act.status in DONE) != (new.act.status in DONE):
        return False
    if known.act.type == "signing":
        return not (known.people and new.people) or bool(known.people & new.people)
    if known.act.type == "credentials":
        return len(known.people) == 1 or len(new.people) == 1 or bool(set(known.a) & set(new.a))
    return _is_same_visit(known, new) if known.act.type == "visit" else _is_same_talk(known, new)


def _is_next_round(known: Act, new: Act) -> bool:
    """Tell whether a nameless session that lies ahead follows the one told as held."""
    done = known.status in DONE and new.status == "planned"
    return done and known.type == new.type == "commission" and bool(new.event and new.event.bare)


def _is_same_visit(known: Draft, new: Draft) -> bool:
    places = {d.place.country for d in (known, new) if d.place}
    return bool(known.people & new.people) and len(places) <= 1


def _is_same_talk(known: Draft, new: Draft) -> bool:
    """Tell whether two talks are between the same people; who received guests has no part in another."""
    if new.act.apart and len(known.people) > len(new.people):
        return False
    if len(new.people) <= 1:
        return bool(new.codes) and set(new.codes) == set(known.codes) and known.when == new.when
    if _has_other_host(known, new) or _has_other_host(new, known):
        return False
    nested = known.people <= new.people or new.people <= known.people
    if nested and len(known.people & new.people) > 1:
        return True
    return not new.a and not set(known.b).isdisjoint(new.b)


def _has_other_host(one: Draft, other: Draft) -> bool:
    return bool(one.hosts) and other.people.isdisjoint(one.hosts)


def append(story: Story, draft: Draft) -> Story:
    """Return the story with a new engagement, which is spoken of now and may frame what follows."""
    index = len(story.drafts)
    visitor = draft.b[:1] if draft.act.type == "visit" and story.umbrella is None else ()
    return replace(
        story,
        drafts=(*story.drafts, draft),
        current=story.current if draft.act.frame else index,
        umbrella=index if frames_others(story, draft) else story.umbrella,
        principals=draft.a[:1] or visitor or story.principals,
    )


def merge(story: Story, index: int, new: Draft) -> Story:
    """Return the story with what `new` says added to draft `index`; what was told first counts."""
    known = story.drafts[index]
    merged = replace(
        known,
        act=_merge_acts(known.act, new.act),
        scenes=tuple(dict.fromkeys([*known.scenes, *new.scenes])),
        a=(*known.a, *_others(known, new.a)),
        b=(*known.b, *_others(known, new.b)),
        hosts=(*known.hosts, *_others(known, new.hosts)),
        codes=tuple(dict.fromkeys([*known.codes, *new.codes])),
        place=choose_place(known.place, new.place),
        when=known.when or _find_added_day(story, known, new),
        part_of=new.part_of if known.part_of is None and new.part_of != index else known.part_of,
    )
    drafts = (*story.drafts[:index], merged, *story.drafts[index + 1 :])
    umbrella = index if frames_others(story, merged) else story.umbrella
    current = story.current if new.act.frame else index
    return replace(story, drafts=drafts, current=current, umbrella=umbrella)


def _find_added_day(story: Story, known: Draft, new: Draft) -> When | None:
    """Return the day that the second telling adds: what is done was not on a day that lies ahead."""
    return None if known.act.status in DONE and lies_ahead(story, new.when) else new.when


def _others(known: Draft, people: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(p for p in people if p not in known.people)


def _merge_acts(known: Act, new: Act) -> Act:
    """Return the act that tells more: one of its own before a mere frame, under the name that says more."""
    if not known.frame or new.frame:
        return known
    if new.event is not None and _says_less(new.event, known.event):
        return replace(new, event=known.event, scene=known.scene, first=known.first, stop=known.stop)
    return new


def _says_less(new: EventMention, known: EventMention | None) -> bool:
    """Tell whether the new name is a short one for the event known: 'the Assembly' after its 78th session."""
    named = known is not None and bool(known.codes or known.event.ordinal)
    return new.bare or (named and not new.codes and not new.event.ordinal)
