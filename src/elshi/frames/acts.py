"""What one sentence tells: each act of contact with its trigger, its status and who plays which part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.frames.events import EventMention, find_events, read_party
from elshi.frames.scene import Actor, Scene
from elshi.frames.status import is_denied, read_status
from elshi.lexicon.engagements import Trigger, find_construction, find_triggers
from elshi.lexicon.match import Found
from elshi.model.frame import EngagementType, Status
from elshi.model.markup import Mention
from elshi.text.kazakh import read_case, read_verb
from elshi.text.morphology import open_russian

LASTING = frozenset({"visit", "conference", "commission", "consultations"})
_PLURAL = {
    "ru": frozenset({"встречи", "встреч", "переговоры", "бесед", "беседы", "отдельно", "раздельно", "каждым", "поочередно",
                     "ряд", "серию", "отдельности", "порознь"}),
    "kk": frozenset({"кездесулер", "келіссөздер", "жеке-жеке", "бірқатар", "бөлек"}),
    "en": frozenset({"meetings", "talks", "discussions", "separate", "separately", "each", "one", "series", "round"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a sentence. People are numbers into Markup.people; `codes` are parties named without one.

    `frame` acts are only the frame of another ('на полях форума'); `joins` acts add people to the
    engagement told before; `anaphoric` acts speak of it again ('на встрече', 'кездесу барысында');
    `roundup` acts announce several talks of which the report then tells.
    """

    scene: int
    type: EngagementType
    manner: str
    first: int
    stop: int
    status: Status
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    hosts: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    event: EventMention | None = None
    near: int | None = None
    rivals: tuple[int, ...] = ()
    frame: bool = False
    joins: bool = False
    anaphoric: bool = False
    roundup: bool = False
    pronoun: bool = False
    leaders: bool = False
    guest: bool = False
    each: bool = False
    spoken: bool = False
    others: bool = False
    parties: tuple[str, ...] = ()
    delegates: bool = False
    colleague: str | None = None

    @property
    def anchor(self) -> int:
        """Return the token from which the act's own date and place are nearest."""
        return self.first if self.near is None else self.near


def read_acts(scene: Scene, actors: Sequence[Actor], text: str) -> tuple[Act, ...]:
    """Return the acts that `scene` tells, in text order."""
    found = find_triggers(scene.sentence)
    events = find_events(scene, [f for f in found if f.value.manner == "heads"], text)
    plain = [f for f in found if f.value.manner != "heads" and not _inside(f, events) and not _is_for(scene, f, events)]
    acts = [*_event_acts(scene, actors, events, plain), *_plain_acts(scene, actors, plain)]
    if all(act.anaphoric and not act.event for act in acts) and find_construction(scene.sentence, "joins"):
        acts += list(_joining_act(scene, actors))
    if any(act.type == "call" for act in acts) and len(acts) > 1:
        acts = [act for act in acts if act.type != "call" or act.b or act.a] or acts
    if find_construction(scene.sentence, "roundups"):
        acts = [replace(act, roundup=not act.b) if act.type in {"meeting", "call"} else act for act in acts]
    acts = [replace(act, rivals=_rivals(acts, act)) for act in acts]
    return tuple(sorted(acts, key=lambda act: (not act.frame, act.first)))


def _rivals(acts: Sequence[Act], act: Act) -> tuple[int, ...]:
    """Return where the other acts of the sentence stand, to which a date or place may be nearer."""
    return tuple(a.first for a in acts if a.type != act.type and not a.frame and not a.joins)


def _inside(found: Found[Trigger], events: Sequence[EventMention]) -> bool:
    return any(e.first <= found.first and found.stop <= e.stop for e in events)


def _is_for(scene: Scene, found: Found[Trigger], events: Sequence[EventMention]) -> bool:
    """Tell whether somebody travels to take part in an event: 'приедет в Боготу на саммит'."""
    words = {"ru": {"на"}, "en": {"for", "attend"}, "kk": set()}[scene.sentence.language]
    return found.value.type == "visit" and any(
        0 < e.first - found.stop <= _TRAVEL and words & set(scene.words(e.first - 2, e.first)) for e in events
    )


_TRAVEL = 7
_INVITED = 8
_OWNER_REACH = {"ru": 2, "kk": 8, "en": 2}
_PRONOUNS = frozenset({"его", "ее", "их", "her", "him", "his", "whom", "оның", "онымен", "оны", "ней", "ним", "нею"})


def _event_acts(
    scene: Scene, actors: Sequence[Actor], events: Sequence[EventMention], plain: Sequence[Found[Trigger]]
) -> Iterator[Act]:
    for event in events:
        if is_denied(scene, event.first, event.stop):
            continue
        travel = [f for f in find_triggers(scene.sentence) if _is_for(scene, f, [event])]
        framed, held = _is_framed(scene, event), _is_held(scene, event)
        joined = bool(travel) or _is_joined(scene, event, plain)
        start = event.head if scene.sentence.language == "kk" else event.first
        status = read_status(scene, start, event.stop, lasting=True)
        others = any(event.first - 2 <= f.first < event.stop for f in find_construction(scene.sentence, "others"))
        act = Act(scene.number, event.type, "event", event.first, event.stop, status, codes=event.codes, event=event)
        act = replace(act, others=others)
        subjects = _of_part(actors, "subject", "agent", "head", near=event)
        if framed and not joined:
            yield replace(act, frame=True, anaphoric=event.bare)
        elif joined and event.bare:
            people = (*subjects, *_of_part(actors, "counterpart"))
            yield replace(act, manner="joined", a=people, joins=True, codes=_delegations(scene, event))
        elif joined:
            partners = _of_part(actors, "counterpart") if event.type in {"commission", "consultations"} else ()
            codes = (*event.codes, *_delegations(scene, event))
            yield replace(act, manner="joined", a=subjects, b=partners, codes=codes)
        elif event.type in {"consultations", "commission"} and _partners_of(actors, event):
            yield replace(act, manner="held", b=_partners_of(actors, event))
        elif held or _is_announced(scene, event, status):
            codes = (*event.codes, *_delegations(scene, event))
            yield replace(act, manner="held", a=_leaders(actors), codes=codes)
        elif event.bare:
            yield replace(act, frame=True, anaphoric=True)
        else:
            yield replace(act, manner="named", anaphoric=True)


def _partners_of(actors: Sequence[Actor], event: EventMention) -> tuple[int, ...]:
    """Return with whom consultations are held: 'Его консультации с заместителем министра'."""
    return tuple(a.person for a in actors if a.part == "counterpart" and 0 <= a.first - event.stop <= _BESIDE_EVENT)


_BESIDE_EVENT = 2


def _is_announced(scene: Scene, event: EventMention, status: Status) -> bool:
    """Tell whether an event is told without a verb of taking place: called off, or dated and ahead."""
    if status == "cancelled":
        return event.stop - event.first > 1
    numbered = event.event.ordinal or not _NEXT.isdisjoint(scene.words(event.first, event.stop))
    if numbered and status == "planned" and scene.named("place"):
        return True
    return status == "planned" and (not event.bare or bool(numbered)) and _is_dated(scene, event)


_NEXT = frozenset({"next", "следующее", "следующий", "следующая", "очередное", "очередной", "очередная", "келесі", "кезекті"})


def _is_framed(scene: Scene, event: EventMention) -> bool:
    frames = find_construction(scene.sentence, "frames")
    if scene.sentence.language == "kk":
        return any(0 <= f.first - event.head <= 3 for f in frames)
    return any(0 <= event.first - f.stop <= 2 for f in frames)


def _is_joined(scene: Scene, event: EventMention, plain: Sequence[Found[Trigger]]) -> bool:
    for found in find_construction(scene.sentence, "joins"):
        gap = max(event.first - found.stop, found.first - event.stop)
        between = range(min(event.stop, found.stop), max(event.first, found.first))
        nearer = any(p.first in between for p in plain)
        if gap <= (12 if scene.sentence.language != "kk" else 60) and not nearer:
            return True
    return False


def _is_held(scene: Scene, event: EventMention) -> bool:
    return any(
        max(event.first - found.stop, found.first - event.stop) <= 8
        for found in find_construction(scene.sentence, "holds")
    )


def _is_dated(scene: Scene, event: EventMention) -> bool:
    return any(abs(scene.tokens_of(d.span)[0] - event.head) <= 10 for d in scene.dates)


def _delegations(scene: Scene, event: EventMention) -> tuple[str, ...]:
    """Return the countries whose delegation is the subject: 'Делегация Казахстана приняла участие'."""
    words = {"ru": "делегац", "kk": "делегация", "en": "delegation"}
    at = [i for i, t in enumerate(scene.sentence.tokens) if t.lower.startswith(words[scene.sentence.language])]
    codes = [
        m.value
        for i in at
        for m in scene.named("country", "nationality")
        if m.value and abs(scene.tokens_of(m.span)[0] - i) <= 3
    ]
    return tuple(dict.fromkeys([*codes, *_subject_countries(scene, event)]))


def _subject_countries(scene: Scene, event: EventMention) -> list[str]:
    """Return the countries that are the subject: 'Непал и Бангладеш провели', 'Namibia will host'."""
    before = [m for m in scene.named("country") if m.value and scene.tokens_of(m.span)[0] < min(event.first, _OPENING)]
    return [m.value for m in before if m.value and _is_nominative(scene, m)]


_OPENING = 6


def _is_nominative(scene: Scene, country: Mention) -> bool:
    first = scene.tokens_of(country.span)[0]
    if scene.sentence.language == "en":
        return not scene.words(first - 1, first) or scene.words(first - 1, first)[0] in {"and", ",", "the"}
    if scene.sentence.language == "kk":
        return read_case(country.surface.split()[-1]) == {"nominative"}
    cases = {str(p.tag.case) for p in open_russian().parse(country.surface.split()[-1].lower())}
    return "nomn" in cases and scene.words(first - 1, first)[:1] not in {("в",), ("на",), ("с",), ("между",), ("из",)}


def _leaders(actors: Sequence[Actor]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(a.person for a in actors if a.part == "head"))


def _of_part(actors: Sequence[Actor], *parts: str, near: EventMention | None = None) -> tuple[int, ...]:
    chosen = [a for a in actors if a.part in parts and not (near and near.first <= a.first < near.stop)]
    return tuple(dict.fromkeys(a.person for a in chosen))


def _plain_acts(scene: Scene, actors: Sequence[Actor], plain: Sequence[Found[Trigger]]) -> Iterator[Act]:
    seen: set[tuple[EngagementType, tuple[int, ...]]] = set()
    for number, found in enumerate(plain):
        if found.value.manner == "receives" and _is_infinitive(scene, found):
            continue
        if is_denied(scene, found.first, found.stop):
            continue
        trigger = found.value
        status = read_status(scene, found.first, found.stop, lasting=trigger.type in LASTING)
        if trigger.type == "appointment":
            status = "held"  # the decree is signed, though the office is taken up later
        blank = Act(scene.number, trigger.type, trigger.manner, found.first, found.stop, status)
        for act in _fill(scene, actors, blank, _others(plain, number)):
            key = (act.type, (*act.b, *(act.a if act.type == "message" else ())))
            if key not in seen and not (act.anaphoric and any(t == act.type for t, _ in seen)):
                seen.add(key)
                yield act


def _is_infinitive(scene: Scene, found: Found[Trigger]) -> bool:
    """Tell whether a Kazakh verb stands as a noun: 'қабылдауды қолдайды' is no reception."""
    form = read_verb(scene.words(found.stop - 1, found.stop)[0]) if scene.sentence.language == "kk" else None
    return form is not None and form.tense == "infinitive"


def _others(plain: Sequence[Found[Trigger]], number: int) -> tuple[int, int]:
    """Return the token range that belongs to trigger `number`: up to its neighbours of the same kind."""
    before = [f.stop for f in plain[:number]]
    after = [f.first for f in plain[number + 1 :]]
    return max(before, default=0), min(after, default=10_000)


def _fill(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> Iterator[Act]:
    if act.manner == "receives":
        yield from _fill_reception(scene, actors, act)
    elif act.type in {"meeting", "call"}:
        yield from _fill_talk(scene, actors, act, room)
    elif act.type == "appointment":
        yield replace(act, a=_appointed(scene, actors, act))
    elif act.type == "message":
        yield from _fill_message(scene, actors, act)
    elif act.type == "credentials":
        yield replace(act, a=_of_part(actors, "subject", "origin", "agent"), b=_of_part(actors, "target", "possessor"))
    elif act.type == "visit":
        yield _fill_visit(scene, _not_met(scene, actors, act, room), act)
    else:
        leaders = bool(find_construction(scene.sentence, "leaders"))
        yield replace(act, a=_of_part(actors, "subject", "agent"), leaders=leaders)


def _fill_message(scene: Scene, actors: Sequence[Actor], act: Act) -> Iterator[Act]:
    """The sender is whose letter it is, else the subject, and each sender sends a letter of his own."""
    near = [a for a in actors if a.part in {"possessor", "origin"} and abs(a.stop - act.first) <= _NEAR_NOUN
            or a.part in {"possessor", "object"} and 0 <= a.first - act.stop <= 1]  # fmt: skip
    senders = tuple(dict.fromkeys(a.person for a in near)) or _of_part(actors, "subject", "origin", "agent")
    addressed = _of_part(actors, "target") or _of_part(actors, "object")
    recipients = tuple(p for p in addressed if p not in senders)
    for sender in senders or (None,):
        yield replace(act, a=() if sender is None else (sender,), b=recipients)


_NEAR_NOUN = 4


def _appointed(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return who is appointed: in English the one named after 'appointed' unless the verb is passive."""
    if scene.sentence.language == "ru":
        clause = _clause_of(scene, act)
        inside = [a for a in actors if clause[0] <= a.first < clause[1] and a.part in {"subject", "agent"}]
        return tuple(dict.fromkeys(a.person for a in inside)) or _of_part(actors, "subject")[:1]
    people = _of_part(actors, "subject", "agent", "object")
    if scene.sentence.language != "en" or {"was", "were", "been"} & set(scene.words(act.first - 2, act.stop)):
        return people[:3]
    return tuple(a.person for a in actors if a.first >= act.first)[:1]


def _clause_of(scene: Scene, act: Act) -> tuple[int, int]:
    """Return the tokens between the commas around the trigger."""
    commas = [i for i, t in enumerate(scene.sentence.tokens) if t.text in {",", ";"}]
    return max((i for i in commas if i < act.first), default=0), min(
        (i for i in commas if i >= act.stop), default=len(scene.sentence.tokens)
    )


def _fill_reception(scene: Scene, actors: Sequence[Actor], act: Act) -> Iterator[Act]:
    language = scene.sentence.language
    near = scene.words(act.first - 8, act.stop + 8)
    many = ("делегац", "delegat", "дипломатов", "послов", "участников", "елшілерді", "қатысушыларды", "heads")
    spoken = not {"he", "she", "он", "она", "ол"}.isdisjoint(scene.words(0, act.first))
    act = replace(act, spoken=spoken, delegates=any(w.startswith(many) for w in near))
    subjects, objects = _of_part(actors, "subject"), _of_part(actors, "object", "possessor")
    agents, others = _of_part(actors, "agent"), _of_part(actors, "counterpart")
    if language == "ru" and not agents and _is_passive(scene, act):
        yield replace(act, b=subjects)
        return
    if language == "en":
        before = tuple(a.person for a in actors if a.part == "subject" and a.first < act.first)
        after = tuple(a.person for a in actors if a.part == "subject" and a.first > act.first)
        if _meets_each(scene, act):
            yield replace(act, each=True, a=before[-1:])
            return
        passive = bool({"was", "were", "been", "be", "is", "are"} & set(scene.words(act.first - 3, act.first + 1)))
        yield replace(act, hosts=agents, b=before) if passive else replace(act, hosts=before[-1:], b=after or others)
        return
    if language == "ru" and agents and not objects:
        yield replace(act, hosts=agents, b=subjects)
        return
    if _meets_each(scene, act):
        yield replace(act, each=True, a=subjects[:1])
        return
    inverted = tuple(a.person for a in actors if a.part == "subject" and a.first >= act.stop)
    hosts = subjects[-1:] if language == "kk" else inverted[:1] or subjects[:1]
    guests = tuple(p for p in objects if p not in hosts)
    yield replace(act, hosts=hosts, b=guests or others or tuple(p for p in subjects if p not in hosts))


def _is_passive(scene: Scene, act: Act) -> bool:
    """Tell whether the Russian trigger is a short participle: 'был принят', 'удостоена аудиенции'."""
    return any(open_russian().parse(word)[0].tag.POS == "PRTS" for word in scene.words(act.first, act.stop))


def _fill_talk(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> Iterator[Act]:
    language = scene.sentence.language
    subjects = _of_part(actors, "subject")
    with_ = [a for a in actors if a.part == "counterpart" and _belongs(a, act, room, language)]
    if language == "en" and act.manner != "nouns":
        objects = [a for a in actors if a.part == "subject" and act.stop <= a.first < room[1]]
        subjects = tuple(dict.fromkeys(a.person for a in actors if a.part == "subject" and a.first < act.first))
        with_ = with_ or objects
    with_ = with_ or _addressed(scene, actors, act)
    partners = tuple(dict.fromkeys(a.person for a in with_ if a.person not in subjects))
    codes = _partner_codes(scene, act, actors) if not partners else ()
    subjects = subjects or _possessor(scene, actors, act)
    if not partners and subjects:
        act = replace(act, each=_meets_each(scene, act), colleague=_find_colleague(scene, act))
    if act.each or act.colleague:
        yield replace(act, a=subjects)
        return
    if subjects and not partners and any(w.startswith(_GUESTS) for w in scene.words(act.stop, act.stop + _GUEST_REACH)):
        yield replace(act, a=subjects, guest=True)
        return
    if not partners and not codes and (act.manner == "nouns" or not subjects):
        pronoun = _PRONOUNS.isdisjoint(scene.words(act.first - 3, act.stop + 3))
        parties = tuple(dict.fromkeys(m.value for m in scene.named("nationality", "country") if m.value))
        both = parties if len(parties) > 1 else ()
        yield replace(act, a=subjects, anaphoric=pronoun or not subjects, pronoun=not pronoun, parties=both)
        return
    act = replace(act, a=subjects, codes=codes, pronoun=not _PRONOUNS.isdisjoint(scene.words(act.first - 3, act.stop + 3)))
    starts = {a.person: a.first for a in with_}
    if len(partners) > 1 and (act.type == "call" or _told_apart(scene) or _dated_apart(scene, with_)):
        yield from (replace(act, b=(partner,), near=starts[partner]) for partner in partners)
    else:
        yield replace(act, b=partners)


def _addressed(scene: Scene, actors: Sequence[Actor], act: Act) -> list[Actor]:
    """Return the other side of an English noun: 'talks hosted by X', 'told Y in a telephone conversation'."""
    told = [a for a in actors if a.part in {"target", "object"} and act.type == "call"]
    if scene.sentence.language == "ru" and "у" in scene.words(act.first, act.stop):
        return [a for a in actors if a.part == "origin" or (a.part == "object" and a.first == act.stop)]
    if scene.sentence.language != "en" or told:
        return told
    hosted = [a for a in actors if a.part == "agent" and a.first >= act.stop and act.manner == "nouns"]
    return hosted


_GUESTS = ("гость", "гост", "мейман", "қонақ", "guest")
_GUEST_REACH = 10
_EACH = frozenset({"каждым", "каждой", "each", "әрқайсысымен"})
_COLLEAGUE = {
    "ru": frozenset({"коллегой", "коллегами", "визави"}),
    "kk": frozenset({"әріптесімен", "әріптестерімен"}),
    "en": frozenset({"counterpart", "counterparts"}),
}  # fmt: skip


def _meets_each(scene: Scene, act: Act) -> bool:
    """Tell whether the talk is with each of those told before: 'побеседовал с каждым из гостей'."""
    return not _EACH.isdisjoint(scene.words(act.stop, act.stop + 4))


def _find_colleague(scene: Scene, act: Act) -> str | None:
    """Return the country of 'his Turkish counterpart', 'америкалық әріптесімен', who is met without a name."""
    words = _COLLEAGUE[scene.sentence.language]
    at = next((i for i, t in enumerate(scene.sentence.tokens) if t.lower in words and abs(i - act.first) <= 8), None)
    if at is None:
        return None
    near = [m for m in scene.named("nationality", "country") if 0 <= at - scene.tokens_of(m.span)[0] <= 3]
    return near[-1].value if near else None


def _possessor(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return whose talk it is: 'Tokayev's talks with', 'встреча Токаева с', 'Тоқаевтың кездесуі'."""
    after = scene.sentence.language == "ru"
    parts = {"possessor", "object"} if after else {"possessor"}
    gaps = [(a.first - act.stop if after else act.first - a.stop, a.person) for a in actors if a.part in parts]
    return tuple(person for gap, person in gaps if 0 <= gap <= 1)[:1]


def _dated_apart(scene: Scene, partners: Sequence[Actor]) -> bool:
    """Tell whether a date stands between two partners: 'meet A, and on Monday B'."""
    starts = [scene.tokens_of(d.span)[0] for d in scene.dates]
    return any(partners[0].stop <= s < partners[-1].first for s in starts) if partners else False


def _belongs(actor: Actor, act: Act, room: tuple[int, int], language: str) -> bool:
    if language == "kk":
        return room[0] <= actor.first and actor.first <= max(act.stop, act.first)
    return actor.first < room[1] and (actor.first >= act.first or actor.first >= room[0])


def _told_apart(scene: Scene) -> bool:
    return not _PLURAL[scene.sentence.language].isdisjoint(scene.words(0, len(scene.sentence.tokens)))


def _partner_codes(scene: Scene, act: Act, actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return the country or body met without a name: 'с представителями Министерства энергетики'."""
    if scene.sentence.language == "kk" or any(a.part == "counterpart" for a in actors):
        return ()
    words = scene.words(act.stop - 1, act.stop + 2)
    if not set(words) & {"с", "со", "with", "at", "on"}:
        return ()
    near = [m for m in scene.named("country", "nationality", "body") if 0 <= scene.tokens_of(m.span)[0] - act.stop <= 6]
    sides = [m for m in near if scene.words(*_after(scene, m)) != ("стороны",)]
    return tuple(c for m in sides[:1] if (c := read_party(m)))


def _after(scene: Scene, mention: Mention) -> tuple[int, int]:
    stop = scene.tokens_of(mention.span)[1]
    return stop, stop + 1


def _not_met(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> list[Actor]:
    """Leave out whom an English verb before the visit has as object: 'he sees X and visits Poti'."""
    if scene.sentence.language != "en" or room[0] == 0:
        return list(actors)
    return [a for a in actors if not room[0] <= a.first < act.first]


def _fill_visit(scene: Scene, actors: Sequence[Actor], act: Act) -> Act:
    if act.status == "proposed":
        before = tuple(a.person for a in actors if act.first - _INVITED <= a.first < act.stop and a.part != "subject")
        after = tuple(a.person for a in actors if a.first > act.first and a.part != "possessor")
        return replace(act, b=(_of_part(actors, "object") or before[-1:] or _of_part(actors, "target") or after)[:1])
    relative = {"who", "который", "которая"} & set(scene.words(act.first - 3, act.first))
    if relative:
        return replace(act, b=tuple(a.person for a in actors if a.stop <= act.first)[-1:])
    if scene.sentence.language == "kk" and scene.words(act.stop - 1, act.stop)[0].endswith(("ген", "ған", "кен", "қан", "тын", "тін")):
        return replace(act, b=tuple(a.person for a in actors if a.first >= act.stop)[:1])
    reach = _OWNER_REACH[scene.sentence.language]
    beside = [a for a in actors if a.part == "possessor" and -1 <= act.first - a.stop <= reach or 0 <= a.first - act.stop <= 2]
    if find_construction(scene.sentence, "guests") and not _of_part(actors, "subject"):
        return replace(act, guest=True)
    visitors = _of_part(actors, "subject", "agent") or tuple(a.person for a in beside)
    nearest = sorted((a for a in actors if a.person in visitors), key=lambda a: abs(a.first - act.first))
    return replace(act, b=tuple(a.person for a in nearest[:1]))


def _joining_act(scene: Scene, actors: Sequence[Actor]) -> Iterator[Act]:
    people = _of_part(actors, "subject", "agent", "head")
    codes = tuple(m.value for m in scene.named("country") if m.value and _is_listed(scene, m))
    if people or codes:
        yield Act(scene.number, "conference", "joins", 0, 1, "held", a=people, codes=codes, joins=True)


def _is_listed(scene: Scene, country: Mention) -> bool:
    """Tell whether the country stands in a list of takers-part and not after 'в' or 'in'."""
    first = scene.tokens_of(country.span)[0]
    return scene.words(first - 1, first)[:1] not in {("в",), ("во",), ("in",), ("to",), ("с",), ("with",)}
