"""What later sentences add to an engagement told before: people who joined it, its date and its place."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.drafts import TALKS, Draft, Story, choose_place
from elshi.frames.history import lies_ahead
from elshi.frames.places import find_place
from elshi.frames.scene import Scene
from elshi.frames.times import find_when
from elshi.lexicon.engagements import find_construction
from elshi.model.when import read_bounds

_OPENING = 4  # tokens in which a sentence says what was joined: 'В ходе этой встречи'


def join(story: Story, act: Act, scene: Scene) -> Story:
    """Add the people and parties of `act` to the event that they took part in."""
    index = find_joined_talk(story) if act.type in TALKS else find_joined(story, scene)
    if index is None:
        return story
    draft = story.drafts[index]
    new = tuple(p for p in act.a if p not in draft.people)
    theirs = {story.people[p].country for p in draft.b} - {None} if act.type in TALKS else set()
    guests = tuple(p for p in new if story.people[p].country in theirs)
    story = story.change(
        index,
        a=(*draft.a, *(p for p in new if p not in guests)),
        b=(*draft.b, *guests),
        codes=tuple(dict.fromkeys([*draft.codes, *act.codes])),
        scenes=_add_scene(draft, scene),
    )
    return replace(story, current=index)


def find_joined_talk(story: Story) -> int | None:
    """Return the talk told last, whose sides are known, to which a sentence adds who sat there too."""
    now = story.now
    return story.current if now is not None and now.act.type in TALKS and len(now.people) > 1 else None


def find_joined(story: Story, scene: Scene) -> int | None:
    """Return the event that a sentence without an event's name adds people to."""
    if story.now is not None and story.now.act.type == "credentials":
        return story.current
    events = [i for i, d in enumerate(story.drafts) if _can_be_joined(d)]
    awaiting = [i for i in events if _awaits_people(story.drafts[i], scene)]
    candidates = (*awaiting[-1:], story.current, story.umbrella, *reversed(events))
    joined = next((i for i in candidates if i in events), None)
    return _find_talk_joined(story, scene) if joined is None else joined


def _find_talk_joined(story: Story, scene: Scene) -> int | None:
    """Return the talk told last where a Russian sentence adds to it: 'Во встрече участвовал посол'."""
    if story.now is None or story.now.act.type not in TALKS or scene.language != "ru":
        return None
    return story.current if scene.has_cue("talk_joined", 0, _OPENING) else None


def _can_be_joined(draft: Draft) -> bool:
    return (draft.act.event is not None or draft.act.manner == "opening") and not draft.act.frame


def _awaits_people(draft: Draft, scene: Scene) -> bool:
    """Tell whether the sentence before told that somebody without a name took part in the event."""
    return draft.act.manner == "joined" and not draft.people and scene.number - draft.scenes[-1] == 1


def speak_again(story: Story, act: Act, scene: Scene) -> Story:
    """Come back to an engagement told before, with the date and place that the sentence gives it."""
    index = _find_told(story, act)
    if index is None:
        return story
    draft = story.drafts[index]
    when = find_when(scene, act) if act.event is None else None
    place = find_place(scene, story.home, act.first) if act.type in TALKS else None
    story = story.change(
        index,
        scenes=_add_scene(draft, scene),
        when=draft.when or (None if lies_ahead(story, when) else when),
        place=choose_place(draft.place, place),
    )
    story = _note_lasting(story, index, act, scene)
    if not act.frame:
        return replace(story, current=index)
    return story if story.umbrella is not None else replace(story, umbrella=index)


def _note_lasting(story: Story, index: int, act: Act, scene: Scene) -> Story:
    """Let an event told as held go on to the day that the sentence gives: 'Сессия продлится до 19 марта'."""
    draft = story.drafts[index]
    ends = [d.when for d in scene.dates if d.kind == "until" and d.when.edtf]
    if draft.act.status != "held" or not ends or not find_construction(scene.sentence, "ongoing"):
        return story
    last = read_bounds(ends[0].edtf or "")[1]
    if last is None or story.filed[0] is None or last < story.filed[0]:
        return story
    lasting = replace(draft.act, status="ongoing", sign=act.sign)
    return story.change(index, act=lasting, when=draft.when or ends[0])


def _find_told(story: Story, act: Act) -> int | None:
    """Return the draft spoken of where it is of the act's kind, else the last of that kind."""
    kinds = TALKS if act.type in TALKS else {act.type}
    told = [i for i, d in enumerate(story.drafts) if d.act.type in kinds or (act.event and d.act.event)]
    return story.current if story.current in told else next(reversed(told), None)


def _add_scene(draft: Draft, scene: Scene) -> tuple[int, ...]:
    return tuple(dict.fromkeys([*draft.scenes, scene.number]))
