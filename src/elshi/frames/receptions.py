"""Who receives whom: receptions told by a verb whose subject is the host."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.scene import Actor, Scene, people_of
from elshi.frames.unnamed import is_with_each
from elshi.text.morphology import open_russian

_PAIR = 2  # guests; more who are hosted come together for an event
_BESIDE = 8  # tokens from the verb in which 'делегация', 'послов' tell whom it has as object
_OF_DELEGATION = 5  # tokens from 'делегацию' to its country: 'делегацию Торгово-промышленной палаты Перу'
_GUEST = 3  # tokens around the verb: 'гостя также примет президент'
_TO_LEADER = 4  # tokens from 'главе' to the office: 'во главе с новым первым министром'
_AUXILIARY = 3  # tokens before an English participle in which 'was' makes it passive


def read_reception(scene: Scene, actors: Sequence[Actor], act: Act) -> Act:
    """Return `act` with its hosts and, as `b`, its guests."""
    spoken = scene.has_cue("host_pronouns", 0, act.first)
    delegates = scene.has_cue("received_many", act.first - _BESIDE, act.stop + _BESIDE)
    guest = scene.language == "ru" and scene.has_cue("guest_words", act.first - _GUEST, act.stop + _GUEST)
    act = replace(act, guest=guest, spoken=spoken, delegates=delegates, codes=_find_guest_country(scene, act))
    if scene.language == "en":
        return _read_english(scene, actors, act)
    if scene.language == "ru" and _is_of_guests(scene, actors, act):
        return replace(act, hosts=people_of(actors, "agent"), b=people_of(actors, "subject"))
    if scene.language == "kk" and scene.has_cue("received_by", act.first, act.stop):
        return replace(act, hosts=people_of(actors, "possessor")[-1:], b=people_of(actors, "subject"))
    if is_with_each(scene, act):
        return replace(act, each=True, a=people_of(actors, "subject")[:1])
    return _read_active(scene, actors, act)


def _find_guest_country(scene: Scene, act: Act) -> tuple[str, ...]:
    """Return whose guest is received where only the country is told: 'Норвежского гостя принял министр'."""
    guests = scene.cues("guest_words")
    nations = (m for m in scene.named("nationality") if m.value and scene.language == "ru")
    beside = ((m.value, scene.tokens_of(m.span)[1]) for m in nations)
    invited = [code for code, stop in beside if code and guests.stand_in(scene.words(stop, stop + 1))]
    return tuple(invited[:1]) or _find_delegation(scene, act)


def _find_delegation(scene: Scene, act: Act) -> tuple[str, ...]:
    """Return the country or body whose delegation is the object: 'принял делегацию парламента Перу'."""
    if scene.language != "ru":
        return ()
    words = scene.words(0, len(scene.sentence.tokens))
    at = next((i for i, word in enumerate(words) if word in scene.cues("received_delegation")), None)
    if at is None or abs(at - act.first) > _BESIDE:
        return ()
    named = [m for m in scene.named("country", "nationality", "body") if m.value]
    near = [m for m in named if -1 <= scene.tokens_of(m.span)[0] - at <= _OF_DELEGATION]
    return tuple(m.value for m in near[:1] if m.value)


def is_gathering(scene: Scene, act: Act) -> bool:
    """Tell whether who hosts several leaders hosts an event, of which the report tells by its name."""
    return len(act.b) > _PAIR and scene.has_cue("hosts_events", act.first, act.first + 1)


def _read_english(scene: Scene, actors: Sequence[Actor], act: Act) -> Act:
    subjects = [a for a in actors if a.part == "subject"]
    before = _persons(a for a in subjects if a.first < act.first)
    after = _persons(a for a in subjects if a.first > act.first)
    if is_with_each(scene, act):
        return replace(act, each=True, a=before[-1:])
    if _is_passive_english(scene, act):
        return replace(act, hosts=people_of(actors, "agent"), b=before)
    meant = _persons(a for a in actors if a.part == "possessor" and a.first >= act.stop)[:1]
    return replace(act, hosts=before[-1:], b=after or people_of(actors, "counterpart") or meant)


def _persons(actors: Iterable[Actor]) -> tuple[int, ...]:
    return tuple(a.person for a in actors)


def _is_passive_english(scene: Scene, act: Act) -> bool:
    """Tell whether the guest is the subject: 'was received', 'is to be received'."""
    room = (act.first - _AUXILIARY, act.first + 1)
    return scene.has_cue("passive_past", *room) or scene.has_cue("passive_present", *room)


def _is_of_guests(scene: Scene, actors: Sequence[Actor], act: Act) -> bool:
    """Tell whether the Russian subject is the guest: 'был принят', or a host told as agent."""
    if people_of(actors, "agent"):
        return not people_of(actors, "object", "possessor")
    return any(open_russian().parse(word)[0].tag.POS == "PRTS" for word in scene.words(act.first, act.stop))


def _leads_guests(scene: Scene, actor: Actor) -> bool:
    """Tell whether the actor leads those received: 'принял делегацию во главе с Олсеном'."""
    return scene.language == "ru" and scene.has_cue("led_by", actor.first - _TO_LEADER, actor.first)


def _read_active(scene: Scene, actors: Sequence[Actor], act: Act) -> Act:
    actors = _read_guest(scene, actors, act)
    subjects, objects = people_of(actors, "subject"), people_of(actors, "object", "possessor")
    led = _persons(a for a in actors if a.first >= act.stop and _leads_guests(scene, a))
    if led:
        hosts = tuple(p for p in subjects if p not in led)
        return replace(act, hosts=hosts[:1], b=tuple(dict.fromkeys([*led, *objects])))
    inverted = _persons(a for a in actors if a.part == "subject" and a.first >= act.stop)
    hosts = subjects[-1:] if scene.language == "kk" else inverted[:1] or subjects[:1]
    guests = tuple(p for p in objects if p not in hosts) or people_of(actors, "counterpart")
    return replace(act, hosts=hosts, b=guests or tuple(p for p in subjects if p not in hosts))


def _read_guest(scene: Scene, actors: Sequence[Actor], act: Act) -> Sequence[Actor]:
    """Of two Kazakh subjects the one right before the verb is the guest, whose name only looks nominative."""
    subjects = [a for a in actors if a.part == "subject" and a.first < act.first]
    beside = scene.language == "kk" and len(subjects) > 1 and subjects[-1].stop == act.first
    if not beside or any(a.part == "object" for a in actors):
        return actors
    return [replace(a, part="object") if a is subjects[-1] else a for a in actors]
