"""What one sentence tells: each act of contact with its trigger, its status and who plays which part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.delegations import find_listed
from elshi.frames.documents import find_appointed, read_message, read_signing
from elshi.frames.event_acts import read_event_acts, read_joining_act, travels_to
from elshi.frames.events import EventMention, find_events
from elshi.frames.receptions import is_gathering, read_reception
from elshi.frames.scene import Actor, Scene, people_of
from elshi.frames.senses import is_duration, is_other_sense
from elshi.frames.status import is_denied, read_status
from elshi.frames.talks import part_guests, read_talk
from elshi.frames.visits import read_visit
from elshi.lexicon.engagements import Trigger, find_construction, find_triggers
from elshi.lexicon.match import Found
from elshi.model.frame import EngagementType
from elshi.text.kazakh import read_case, read_verb

_LASTING = frozenset({"visit", "conference", "commission", "consultations"})
_ATTENDED = 4  # tokens after the noun: 'the meeting was also attended by'
_PAIR = 2  # sides of a talk, and letters of a country's code
_MISSION = 5  # tokens between an embassy and its opening: 'елшіліктің жаңа ғимаратының ашылу салтанаты'
_TALK_OF_TWO = Trigger("meeting", "nouns", "")
_TALKS = frozenset({"meeting", "call"})
_ONE_JOURNEY = 3  # tokens between two phrases of one journey: 'прибывший | в нашу страну | с визитом'


def read_acts(scene: Scene, actors: Sequence[Actor], text: str) -> tuple[Act, ...]:
    """Return the acts that `scene` tells: frames of others first, then the rest, each in text order."""
    actors = _without_reporters(scene, actors)
    found = find_triggers(scene.sentence)
    events = find_events(scene, [f for f in found if f.value.manner == "heads"], text)
    talks = {e.head for e in events if _is_talk_of_two(scene, e)}
    events = tuple(e for e in events if e.head not in talks and not is_duration(scene, e))
    found = tuple(replace(f, value=_TALK_OF_TWO) if f.first in talks else f for f in found)
    plain = [f for f in found if f.value.manner != "heads" and not _is_of_event(scene, f, events)]
    acts = [*read_event_acts(scene, actors, events, plain), *_plain_acts(scene, actors, plain)]
    if all(act.anaphoric and not act.event for act in acts) and find_construction(scene.sentence, "joins"):
        acts += read_joining_act(scene, actors)
    acts = _without_empty_calls(acts)
    if find_construction(scene.sentence, "roundups"):
        alone = [act.type in _TALKS and not act.b and act.colleague is None for act in acts]
        acts = [replace(act, roundup=True) if one else act for act, one in zip(acts, alone, strict=True)]
    acts = [replace(act, rivals=_rivals(acts, act)) for act in acts]
    return tuple(sorted(acts, key=lambda act: (not act.frame, act.first)))


def _is_talk_of_two(scene: Scene, event: EventMention) -> bool:
    """Tell whether what looks like a conference is a talk: 'встреча президентов Казахстана и Перу'."""
    if event.type != "conference" or event.event.ordinal or len(event.codes) != _PAIR:
        return False
    countries = all(len(code) == _PAIR for code in event.codes)
    return countries and scene.has_cue("talk_heads", event.head, event.stop)


def _without_reporters(scene: Scene, actors: Sequence[Actor]) -> Sequence[Actor]:
    """Leave out who only reports it at the end of a Kazakh sentence: '…, деп мәлімдеді ресми өкіл А'."""
    if scene.language != "kk":
        return actors
    words, quoting = scene.words(0, len(scene.sentence.tokens)), scene.cues("quoting")
    at = next((i for i, word in enumerate(words) if word in quoting and i and words[i - 1] == ","), None)
    return actors if at is None else [a for a in actors if a.first < at]


def _is_of_event(scene: Scene, found: Found[Trigger], events: Sequence[EventMention]) -> bool:
    """Tell whether a trigger is only a word of an event's name, or the way to an event."""
    talks = found.value.type in _TALKS  # 'holding the next meeting of the commission'
    return any(
        ((talks or e.first <= found.first) and e.first < found.stop <= e.stop) or travels_to(scene, found, e)
        for e in events
    )


def _without_empty_calls(acts: list[Act]) -> list[Act]:
    """Leave out calls of nobody beside other acts: 'позвонил' may speak of one of these."""
    if len(acts) == 1:
        return acts
    return [act for act in acts if act.type != "call" or act.b or act.a] or acts


def _rivals(acts: Sequence[Act], act: Act) -> tuple[int, ...]:
    """Return where the other acts of the sentence stand, to which a date or place may be nearer."""
    return tuple(a.first for a in acts if a.type != act.type and not a.frame and not a.joins)


def _plain_acts(scene: Scene, actors: Sequence[Actor], plain: Sequence[Found[Trigger]]) -> Iterator[Act]:
    seen: set[tuple[EngagementType, tuple[int, ...], tuple[str, ...], str | None]] = set()
    mutual = [f for f in plain if f.value.manner == "mutual"]
    talks = any(f.value.type in _TALKS for f in plain if f not in mutual)
    for number, found in enumerate(plain):
        if talks and found in mutual:
            continue  # 'at their meeting A and B discussed': the meeting is told by its own word
        if (
            is_infinitive(scene, found)
            or is_other_sense(scene, found)
            or is_denied(scene, found.first, found.stop)
        ):
            continue
        if number and _goes_on(plain[number - 1], found):
            continue
        blank = _call_on(scene, actors, _blank(scene, found))
        for act in _fill(scene, actors, blank, _room(scene, plain, number)):
            people = (*act.b, *(act.a if act.type == "message" else ()))
            key = (act.type, people, act.codes, act.colleague)
            if key not in seen and not (act.anaphoric and any(t == act.type for t, *_ in seen)):
                seen.add(key)
                yield act


def is_infinitive(scene: Scene, found: Found[Trigger]) -> bool:
    """Tell whether a Kazakh verb of receiving stands as a noun: 'қабылдауды қолдайды' is no reception."""
    if scene.language != "kk" or found.value.manner != "receives":
        return False
    form = read_verb(scene.words(found.stop - 1, found.stop)[0])
    return form is not None and form.tense == "infinitive"


def _goes_on(before: Found[Trigger], found: Found[Trigger]) -> bool:
    """Tell whether two phrases tell of one journey: 'прибывший в Осло' and 'с рабочим визитом'."""
    both = before.value.type == found.value.type == "visit"
    return both and 0 <= found.first - before.stop <= _ONE_JOURNEY


def _call_on(scene: Scene, actors: Sequence[Actor], act: Act) -> Act:
    """Read a Russian visit paid to somebody named in the dative as the meeting that it is."""
    called = any(a.part == "target" and 0 <= a.first - act.stop <= 1 for a in actors)
    if act.type == "visit" and called and scene.has_cue("courtesy_calls", act.first, act.stop):
        return replace(act, type="meeting")
    return act


def _blank(scene: Scene, found: Found[Trigger]) -> Act:
    """Return the act of a trigger before anybody is given a part in it."""
    trigger = found.value
    status, sign = read_status(scene, found.first, found.stop, lasting=trigger.type in _LASTING)
    if trigger.type == "appointment":  # the decree is signed, though the office is taken up later
        status, sign = "held", "decree"
    return Act(scene.number, trigger.type, trigger.manner, found.first, found.stop, status, sign=sign)


def _room(scene: Scene, plain: Sequence[Found[Trigger]], number: int) -> tuple[int, int]:
    """Return the tokens [first, stop) that belong to trigger `number`: between its neighbours."""
    before = [f.stop for f in plain[:number]]
    after = [f.first for f in plain[number + 1 :]]
    return max(before, default=0), min(after, default=len(scene.sentence.tokens))


def _fill(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> Iterator[Act]:
    if act.manner == "receives":
        reception = read_reception(scene, actors, act)
        if not is_gathering(scene, reception):
            yield from part_guests(scene, actors, reception)
    elif act.type in _TALKS and scene.has_cue("attended", act.stop, act.stop + _ATTENDED):
        yield replace(act, anaphoric=True)
    elif act.type in _TALKS:
        yield from read_talk(scene, actors, act, room)
    elif act.type == "appointment":
        yield replace(act, a=find_appointed(scene, actors, act))
    elif act.type == "message":
        inside = scene.language == "kk" and read_case(scene.words(act.stop - 1, act.stop)[0]) == {"locative"}
        yield from (replace(one, anaphoric=inside) for one in read_message(actors, act))
    elif act.type == "credentials":
        presented = people_of(actors, "subject", "origin", "agent")
        known = len({a.person for a in actors}) > 1
        listed = () if known or scene.language != "en" else find_listed(scene)
        yield replace(act, a=presented, b=people_of(actors, "target", "possessor"), codes=listed)
    elif act.type == "visit":
        yield read_visit(scene, actors, act, room)
    elif act.type == "ceremony":
        yield _read_ceremony(scene, actors, act)
    else:
        yield _read_other(scene, actors, act, room)


def _read_other(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> Act:
    if act.type == "signing" and scene.language == "ru":
        return read_signing(scene, actors, act, room)
    leaders = bool(find_construction(scene.sentence, "leaders"))
    pronoun = scene.has_cue("host_pronouns", 0, act.first)
    act = replace(act, a=people_of(actors, "subject", "agent"), leaders=leaders, pronoun=pronoun)
    return replace(act, b=people_of(actors, "counterpart") if _signs_with(scene, act) else ())


def _signs_with(scene: Scene, act: Act) -> bool:
    """Tell whether a signing is with those with whom the sentence has somebody talk."""
    if act.type != "signing":
        return False
    return scene.language == "kk" or (scene.language == "en" and bool(act.a))


def _read_ceremony(scene: Scene, actors: Sequence[Actor], act: Act) -> Act:
    """Return a ceremony with who holds it; where a mission is opened nobody need be named beside it."""
    people = people_of(actors, "subject", "agent")
    if people or not scene.has_cue("missions", act.first - _MISSION, act.first):
        return replace(act, a=people, leaders=bool(find_construction(scene.sentence, "leaders")))
    named = (m.value for m in scene.named("country", "place", "nationality") if m.value)
    codes = tuple(dict.fromkeys(value.rsplit("|", 1)[-1] for value in named))
    return replace(act, manner="opening", codes=codes)
