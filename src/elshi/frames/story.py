"""The engagements of a report, put together from the acts of its sentences.

A report tells an engagement over several sentences: it introduces the sides, then says what 'the
parties' discussed. The story goes through the sentences in order and keeps what stays in force: whose
doings are told (the principals), which engagement is spoken of, which conference or visit frames it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from elshi.frames.acts import Act, read_acts
from elshi.frames.actors import read_actors
from elshi.frames.events import EventMention
from elshi.frames.places import find_place
from elshi.frames.scene import Actor, Scene
from elshi.frames.times import find_when
from elshi.lexicon.engagements import find_construction, find_triggers
from elshi.model.frame import EngagementType, Place
from elshi.model.markup import Markup, Person
from elshi.model.report import Report
from elshi.model.when import When, read_bounds

_UMBRELLAS = frozenset({"conference", "visit", "commission", "ceremony"})
_TALKS = frozenset({"meeting", "call", "consultations"})
_SAME_WORDS = 0.6
_SIDES = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """An engagement in the making: the act that introduced it and what later sentences add."""

    act: Act
    scenes: tuple[int, ...]
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    hosts: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    place: Place | None = None
    when: When | None = None
    part_of: int | None = None
    paragraph: int = -1

    @property
    def people(self) -> frozenset[int]:
        """Return everyone who takes part."""
        return frozenset({*self.a, *self.b, *self.hosts})


@dataclass(frozen=True, slots=True)
class Story:
    """What has been told so far."""

    drafts: tuple[Draft, ...] = ()
    principals: tuple[int, ...] = ()
    current: int | None = None
    umbrella: int | None = None
    roundup: str | None = None
    home: str | None = None
    filed: tuple[dt.date | None, dt.date | None] = (None, None)  # its first and last possible day
    paragraph: int = -1
    named: tuple[EventMention, ...] = ()
    heading: When | None = None
    phoned: bool = False
    people: tuple[Person, ...] = field(default=())


def tell_story(report: Report, markup: Markup, scenes: Sequence[Scene]) -> tuple[Draft, ...]:
    """Return the engagements that `scenes` tell, in the order in which they are introduced."""
    filed = read_bounds(markup.filed.edtf) if markup.filed.edtf else (None, None)
    story = Story(home=find_home(markup), people=markup.people, filed=filed)
    headline = [s for s in scenes if report.headline and report.headline.covers(s.sentence.span)]
    phoned = any(f.value.type == "call" for s in headline for f in find_triggers(s.sentence))
    story = replace(story, phoned=phoned)
    for scene in scenes:
        if scene not in headline:
            story = _tell(story, scene, markup, report.text)
    for scene in headline:
        story = _tell(replace(story, current=None), scene, markup, report.text, headline=True)
    return story.drafts


def find_home(markup: Markup) -> str | None:
    """Return the country whose doings the report tells: the one its people's offices name most often."""
    codes = [t.represents for p in markup.people for t in p.titles[:1] if t.represents and len(t.represents) == 2]
    first = {code: -index for index, code in reversed(list(enumerate(codes)))}
    return max(codes, key=lambda code: (codes.count(code), first[code]), default=None)


def _tell(story: Story, scene: Scene, markup: Markup, text: str, *, headline: bool = False) -> Story:
    if is_background(scene):
        return story
    actors = read_actors(scene, markup.people)
    acts = read_acts(scene, actors, text)
    if story.phoned:
        acts = tuple(replace(a, type="call") if _is_spoken(scene, a) else a for a in acts)
    story = _note_heading(story, scene, acts)
    if story.roundup and not headline:
        acts = _read_roundup(story, scene, actors, acts)
    for act in acts:
        story = _add(story, act, scene, headline=headline)
    if not acts and not headline:
        story = _continue(story, scene)
    subjects = tuple(dict.fromkeys(a.person for a in actors if a.part == "subject"))
    if subjects and not headline and not story.principals:
        story = replace(story, principals=subjects[:1])
    return replace(story, paragraph=scene.sentence.paragraph)


def _is_spoken(scene: Scene, act: Act) -> bool:
    """Tell whether the talk can have been by telephone, as the headline says: no reception, no meeting."""
    met = ("кездес", "встре", "meet", "met")
    return act.type == "meeting" and act.manner != "receives" and not any(
        word.startswith(met) for word in scene.words(act.first, act.stop)
    )


def _note_heading(story: Story, scene: Scene, acts: Sequence[Act]) -> Story:
    """A paragraph that is only a date ('MONDAY, 13 OCTOBER') dates what follows it."""
    words = [t for t in scene.sentence.tokens if t.text.isalnum()]
    dated = [d for d in scene.dates if d.kind == "at" and d.when.edtf]
    covered = sum(any(d.span.covers(t.span) for d in scene.dates) for t in words)
    if acts or not dated or len(words) - covered > _HEADING_WORDS:
        return story
    return replace(story, heading=dated[0].when)


_HEADING_WORDS = 2


def _read_roundup(story: Story, scene: Scene, actors: Sequence[Actor], acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """After 'met one leader after another' each foreign official of whom something is told was met.

    The talks are of the type that was announced: after 'spoke by telephone' an 'әңгіме' is a call.
    """
    kind = cast("EngagementType", story.roundup)
    acts = tuple(replace(act, type=kind) if act.type == "meeting" else act for act in acts)
    if any(act.joins or not act.anaphoric for act in acts if not act.frame) or not story.principals:
        return acts
    home = story.people[story.principals[0]].country
    known = {p for draft in story.drafts if draft.act.type == kind for p in draft.people}
    for actor in actors:
        foreign = story.people[actor.person].country
        if actor.person in known or not foreign or foreign == home or actor.part not in _TOLD_WITH:
            continue
        told = Act(scene.number, kind, "roundup", actor.first, actor.stop, "held", story.principals, (actor.person,))
        return (told, *(act for act in acts if not act.anaphoric))
    return acts


_TOLD_WITH = frozenset({"subject", "counterpart", "target"})


def is_background(scene: Scene) -> bool:
    """Tell whether the sentence opens as background: 'Напомним', 'Еске салайық', 'Background:'."""
    return any(found.first <= 1 for found in find_construction(scene.sentence, "background"))


def _continue(story: Story, scene: Scene) -> Story:
    """Let a sentence without an act of its own belong to the engagement told last."""
    if story.current is None:
        return story
    same = scene.sentence.paragraph == story.paragraph
    if not same and not find_construction(scene.sentence, "sides"):
        return story
    return _change(story, story.current, scenes=(*story.drafts[story.current].scenes, scene.number))


def _change(story: Story, index: int, **changes: object) -> Story:
    drafts = list(story.drafts)
    drafts[index] = replace(drafts[index], **changes)  # type: ignore[arg-type]  # names of Draft's own fields
    return replace(story, drafts=tuple(drafts))


def _add(story: Story, act: Act, scene: Scene, *, headline: bool) -> Story:
    if act.roundup and act.a and not headline and act.status != "planned":
        story = replace(story, roundup=act.type, principals=act.a[:1] or story.principals)
    if act.manner == "named" and act.event:
        story = replace(story, named=(*story.named, act.event))
        if not _lies_ahead(story, find_when(scene, act)):
            return story
        act = replace(act, manner="held", status="planned", anaphoric=False)
    act = _recall_name(story, act)
    if act.event and act.event.bare and not act.frame and _is_told(story, act):
        act = replace(act, anaphoric=not act.joins)
    if act.joins and (act.event is None or _find_joined(story, scene) is not None):
        return _join(story, act, scene)
    if act.anaphoric and not _is_next(act, scene):
        return _speak_again(story, act, scene)
    if act.roundup and not act.b:
        return replace(story, heading=find_when(scene, act) or story.heading)
    if act.each or act.colleague:
        return _meet_known(story, act, scene)
    draft = _make_draft(story, act, scene)
    if draft is None or _is_history(draft, story) or _is_unofficial(draft, story, scene):
        return story
    known = next((i for i, d in enumerate(story.drafts) if _is_same(d, draft)), None)
    if known is not None:
        return _merge(story, known, draft)
    if headline and not _stands_alone(draft):
        return story
    return _append(story, draft)


def _stands_alone(draft: Draft) -> bool:
    """Tell whether a headline alone is enough to introduce the engagement."""
    return draft.act.event is not None and draft.act.event.event.ordinal is not None


def _join(story: Story, act: Act, scene: Scene) -> Story:
    index = _find_joined(story, scene)
    if index is None:
        return story
    draft = story.drafts[index]
    new = tuple(p for p in act.a if p not in draft.people)
    codes = tuple(dict.fromkeys([*draft.codes, *act.codes]))
    scenes = tuple(dict.fromkeys([*draft.scenes, scene.number]))
    return replace(_change(story, index, a=(*draft.a, *new), codes=codes, scenes=scenes), current=index)


def _is_told(story: Story, act: Act) -> bool:
    """Tell whether a nameless event ('the session') is one that the report has told by its name."""
    words = _content(act.event.event.surface) if act.event else frozenset()
    told = [d for d in story.drafts if d.act.event and not d.act.event.bare]
    if act.status in {"planned", "proposed", "cancelled"} or not told:
        return False
    if any(words & _content(d.act.event.event.surface) for d in told if d.act.event):
        return True
    return act.type == "conference" and not act.others and story.current is not None and told[-1] is story.drafts[story.current]


def _recall_name(story: Story, act: Act) -> Act:
    """Give 'the summit' the name under which the sentences before spoke of it."""
    if act.event is None or not act.event.bare or act.manner not in {"held", "joined"}:
        return act
    head = _content(act.event.event.surface)
    for event in reversed(story.named[-3:]):
        if head & _content(event.event.surface):
            return replace(act, type=event.type, event=event, codes=(*event.codes, *act.codes), joins=False)
    return act


def _meet_known(story: Story, act: Act, scene: Scene) -> Story:
    """Add the talks with people the report names elsewhere: 'with each of the guests', 'with his colleague'."""
    if act.each:
        partners = [p for p in _current_people(story) if p not in act.a]
    else:
        partners = [i for i, person in enumerate(story.people) if person.country == act.colleague and i not in act.a]
        offices = {t.office for p in act.a for t in story.people[p].titles}
        partners = [i for i in partners if offices & _ranks(story.people[i])][:1]
    hosts = act.a if act.manner == "receives" else ()
    plain = replace(act, each=False, colleague=None, hosts=hosts, a=() if hosts else act.a)
    if not partners:
        codes = (act.colleague,) if act.colleague else ()
        return _add(story, replace(plain, codes=codes, anaphoric=not codes), scene, headline=False)
    for partner in partners:
        story = _add(story, replace(plain, b=(partner,), near=act.first), scene, headline=False)
    return story


_KIN = ({"foreign_minister", "deputy_head_of_government", "minister", "official"}, {"deputy_foreign_minister", "official"})


def _ranks(person: Person) -> set[str]:
    """Return the offices whose bearers this person would call colleagues."""
    own = {str(t.office) for t in person.titles}
    return own.union(*(kin for kin in _KIN if kin & own))


def _find_joined(story: Story, scene: Scene) -> int | None:
    """Return the event that a sentence without an event's name adds people to."""
    events = [i for i, d in enumerate(story.drafts) if d.act.event is not None and not d.act.frame]
    if story.current is not None and story.drafts[story.current].act.type == "credentials":
        return story.current
    joined = [i for i in events if _awaits_people(story.drafts[i], scene)]
    return next((i for i in (*joined[-1:], story.current, story.umbrella, *reversed(events)) if i in events), None)


def _awaits_people(draft: Draft, scene: Scene) -> bool:
    """Tell whether the sentence before told that somebody without a name took part in the event."""
    return draft.act.manner == "joined" and not draft.people and scene.number - draft.scenes[-1] == 1


def _is_next(act: Act, scene: Scene) -> bool:
    """Tell whether the talk spoken of again is a new one that lies ahead: 'the next meeting will be'."""
    ahead = act.status in {"planned", "cancelled"} and act.type in _TALKS
    return ahead and bool(scene.dates or find_construction(scene.sentence, "planned"))


def _is_unofficial(draft: Draft, story: Story, scene: Scene) -> bool:
    """Tell whether nobody official takes part: a company's meeting, a match, an artist's visit."""
    if draft.act.type == "appointment" and scene.named("office", "country"):
        return False
    if draft.act.type == "signing" and not draft.people:
        return not story.drafts and not scene.named("country", "nationality", "body")
    if draft.codes or draft.act.event is not None:
        return False
    people = [story.people[p] for p in draft.people]
    return not any(t.office not in _PRIVATE for person in people for t in person.titles) and not any(
        person.country for person in people
    )


_PRIVATE = frozenset({"executive"})


def _is_history(draft: Draft, story: Story) -> bool:
    """Tell whether a past act is told as history: its own date is a bare year, or long before the rest."""
    event = draft.act.event
    if event and event.of and event.event.ordinal and event.event.ordinal < event.of and draft.act.status == "held":
        return True  # the round before the one told is history
    if draft.act.status != "held" or draft.when is None or not draft.when.edtf:
        return False
    edtf = draft.when.edtf.rstrip("~")
    if len(edtf) == len("2003"):
        return True
    day, upper = story.filed[0], read_bounds(edtf)[1]
    return day is not None and upper is not None and (day - upper).days > _LONG_AGO


_LONG_AGO = 60  # days; a report that tells of something older tells it as background


def _speak_again(story: Story, act: Act, scene: Scene) -> Story:
    """Come back to an engagement told before; only a talk with new people makes a new one."""
    kinds = _TALKS if act.type in _TALKS else {act.type}
    told = [i for i, d in enumerate(story.drafts) if d.act.type in kinds or (act.event and d.act.event)]
    if not told:
        return story
    index = story.current if story.current in told else told[-1]
    draft = story.drafts[index]
    when = find_when(scene, act) if act.event is None else None
    place = find_place(scene, story.home, act.first) if act.type in _TALKS else None
    story = _change(
        story,
        index,
        scenes=tuple(dict.fromkeys([*draft.scenes, scene.number])),
        when=draft.when or (None if _lies_ahead(story, when) else when),
        place=_better_place(draft.place, place),
    )
    if not act.frame:
        return replace(story, current=index)
    return story if story.umbrella is not None else replace(story, umbrella=index)


def _make_draft(story: Story, act: Act, scene: Scene) -> Draft | None:
    act = _inherit_series(story, act)
    a, b, hosts = _fill_sides(story, act)
    if act.type in {"consultations", "commission"} and len(act.codes) < _SIDES and not (a or b):
        act = replace(act, codes=tuple(dict.fromkeys([*act.codes, *_current_codes(story)])))
    if act.anaphoric:
        act, a, b = _continue_series(story, act), (), ()
    elif act.type in {"meeting", "call"} and not act.event and not _has_two_sides(act, a, b, hosts):
        return None
    if act.type == "visit" and act.manner == "nouns" and find_place(scene, story.home, act.first, goal=True) is None:
        return None
    if act.type in {"visit", "credentials", "appointment", "message", "ceremony"} and not (a or b):
        return None
    if act.type == "signing" and act.status == "planned" and not a:
        return None  # an agreement that is to be signed is a commitment
    if act.event and act.event.event.ordinal and act.type == "consultations" and _is_bare_round(act):
        return None
    goal = act.type == "visit"
    own = find_when(scene, act)
    when = own or story.heading or _same_day(story, act, scene)
    if act.status in {"held", "ongoing"} and _lies_ahead(story, when):
        act = replace(act, status="planned")
    draft = Draft(
        act=act,
        scenes=(scene.number,),
        a=a,
        b=b,
        hosts=hosts,
        codes=act.codes,
        place=find_place(scene, story.home, act.first, goal=goal),
        when=when,
        paragraph=scene.sentence.paragraph,
    )
    return replace(draft, part_of=_find_umbrella(story, draft))


def _same_day(story: Story, act: Act, scene: Scene) -> When | None:
    """What a paragraph tells after a dated act, 'In the afternoon', it tells of the same day."""
    if act.status != "held" or story.current is None:
        return None
    before = story.drafts[story.current]
    dated = before.when is not None and before.act.status == "held" and len(before.when.edtf or "") == _DAY_LENGTH
    return before.when if dated and before.paragraph == scene.sentence.paragraph else None


_DAY_LENGTH = len("2026-03-12")


def _is_bare_round(act: Act) -> bool:
    """Tell whether nothing says what the 'first round' is a round of: a match has rounds as well."""
    words = act.event.event.surface.split() if act.event else []
    return len(words) <= _ROUND_WORDS and not act.codes


_ROUND_WORDS = 2


def _lies_ahead(story: Story, when: When | None) -> bool:
    """Tell whether the date is after the report's day, or long after what it tells as done."""
    lower = read_bounds(when.edtf)[0] if when and when.edtf else None
    if lower is None:
        return False
    if story.filed[1] is not None:
        return lower > story.filed[1]
    done = [read_bounds(d.when.edtf)[1] for d in story.drafts if d.when and d.when.edtf and d.act.status == "held"]
    return any(day is not None and (lower - day).days > _SOON for day in done)


_SOON = 20  # days


def _inherit_series(story: Story, act: Act) -> Act:
    """Let 'the third round' or '20-е заседание' be of the series of which the report has told."""
    event = act.event
    if event is None or event.codes or act.frame or not (event.event.ordinal or act.status == "planned"):
        return act
    head = _content(event.event.surface)
    told_before = [(d.act.event, d.codes, d.people) for d in story.drafts if d.act.event]
    named_before = [(e, (), frozenset[int]()) for e in story.named]
    for told, codes, people in (*reversed(told_before), *reversed(named_before)):
        if told is None or told.event.ordinal == event.event.ordinal or not head & _content(told.event.surface):
            continue
        parties = tuple(dict.fromkeys([*told.codes, *codes, *_countries(story, people)]))
        if parties:
            return replace(act, type=told.type, codes=parties, event=replace(event, type=told.type, of=told.event.ordinal))
    return act


def _continue_series(story: Story, act: Act) -> Act:
    """Make 'the next meeting' one of the kind just told, between the same parties."""
    kind = story.drafts[story.current].act.type if story.current is not None else act.type
    kind = kind if kind in {"commission", "consultations"} else act.type
    return replace(act, type=kind, codes=act.parties or _current_codes(story), anaphoric=False)


def _countries(story: Story, people: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for p in sorted(people) if (c := story.people[p].country)))


def _current_codes(story: Story) -> tuple[str, ...]:
    if story.current is None:
        return ()
    draft = story.drafts[story.current]
    return tuple(dict.fromkeys([*draft.codes, *_countries(story, draft.people)]))


def _has_two_sides(act: Act, a: tuple[int, ...], b: tuple[int, ...], hosts: tuple[int, ...]) -> bool:
    return len({*a, *b, *hosts}) > 1 or bool(act.codes and (a or b or hosts))


def _fill_sides(story: Story, act: Act) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Complete the sides of a talk from whose doings are told where the sentence leaves them out."""
    a, b, hosts = act.a, act.b, act.hosts
    if act.manner == "receives":
        if b and not hosts:
            hosts = tuple(p for p in _hosts_now(story) if p not in b)[:1]
        if hosts and not b and act.spoken:
            return a, tuple(p for p in story.principals if p not in hosts), hosts
        if hosts and not b:
            told = _delegates(story) if act.delegates else _current_people(story)
            guests = tuple(p for p in told if p not in hosts)
            b = guests if act.delegates else guests[:2]
        return a, b, hosts
    if act.type == "consultations" and b and not a:
        a = tuple(p for p in story.principals if p not in b)
    if act.type in {"meeting", "call", "credentials"} and (b or act.codes) and not a:
        a = tuple(p for p in story.principals if p not in b)
    if act.type == "meeting" and act.guest and story.umbrella is not None:
        b = tuple(p for p in story.drafts[story.umbrella].b if p not in a)[:1]
    if act.type in {"meeting", "call"} and len(a) == 1 and act.pronoun and not b and not act.codes:
        others = tuple(p for p in story.principals if p not in a)
        a, b = (others, a) if others else (a, b)
    if act.leaders and not a:
        a = tuple(sorted(story.drafts[story.current].people)) if story.current is not None else ()
    if act.manner == "joined" and not a and not act.codes and act.type == "conference":
        a = story.principals
    if act.type == "message" and a and not b:
        b = tuple(p for p in story.principals if p not in a)
    if act.type == "visit" and not b:
        b = story.drafts[story.current].b[:1] if act.guest and story.current is not None else story.principals[:1]
    return a, b, hosts


def _delegates(story: Story) -> tuple[int, ...]:
    """Return those who can be 'all the ambassadors': of the engagement with most people, the guests."""
    largest = max(story.drafts, key=lambda d: len(d.people), default=None)
    return (*largest.a, *largest.b) if largest else ()


def _hosts_now(story: Story) -> tuple[int, ...]:
    """Return who receives in what was told last: the host, or to whom credentials were presented."""
    if story.current is None:
        return ()
    draft = story.drafts[story.current]
    return (*draft.hosts, *draft.b)


def _current_people(story: Story) -> tuple[int, ...]:
    if story.current is None:
        return story.principals
    draft = story.drafts[story.current]
    return tuple(dict.fromkeys([*draft.b, *story.principals, *draft.a]))


def _find_umbrella(story: Story, draft: Draft) -> int | None:
    """Return the engagement in whose course `draft` took place: same people, same place, or said so."""
    act, current = draft.act, story.current
    if act.frame or act.status == "proposed" or act.type in {"visit", "appointment", "call"}:
        return None
    if current is not None and _follows(story.drafts[current], draft):
        return current
    if story.umbrella is None:
        return None
    umbrella = story.drafts[story.umbrella]
    if act.event is not None and not _may_lie_within(umbrella, draft):
        return None
    together = bool(umbrella.people & draft.people) or (umbrella.act.frame and not act.event) or not draft.people
    return story.umbrella if together and _is_same_place(umbrella.place, draft.place) else None


def _may_lie_within(umbrella: Draft, draft: Draft) -> bool:
    """Tell whether an event can be part of another: a conference stands alone during a visit, a bilateral
    commission is a point of it; what lies ahead is no part of what is told as done."""
    ahead = {d.act.status == "planned" for d in (umbrella, draft)}
    if len(ahead) > 1:
        return draft.act.type not in {"conference"} and umbrella.act.type == "visit" and bool(draft.people)
    if draft.act.type == "conference":
        return umbrella.act.type in {"conference", "ceremony"}
    same_time = draft.when is None or umbrella.when is None or draft.when.edtf == umbrella.when.edtf
    return umbrella.act.type == "visit" and bool(draft.people & umbrella.people) and same_time


def _follows(current: Draft, draft: Draft) -> bool:
    """Tell whether `draft` is a step of the talks told last: a signing, a message handed over."""
    if draft.act.type == "signing":
        return current.act.type in _TALKS and current.part_of is None
    shared = bool(current.people & draft.people)
    if draft.act.type == "message":
        return current.act.type == "meeting" and shared
    return draft.act.type == "meeting" and current.act.type == "credentials" and shared


def _is_same_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or None in {one.country, other.country}:
        return True
    return one.country == other.country and (None in {one.city, other.city} or one.city == other.city)


def _append(story: Story, draft: Draft) -> Story:
    index = len(story.drafts)
    umbrella = story.umbrella
    if _frames_others(story, draft):
        umbrella = index
    visitor = draft.b[:1] if draft.act.type == "visit" and story.umbrella is None else ()
    principals = draft.a[:1] or visitor or story.principals
    return replace(
        story,
        drafts=(*story.drafts, draft),
        current=story.current if draft.act.frame else index,
        umbrella=umbrella,
        principals=principals,
    )


def _frames_others(story: Story, draft: Draft) -> bool:
    """Tell whether what follows takes place in the course of this: a visit, or a conference attended."""
    if draft.act.type not in _UMBRELLAS or (draft.act.type == "ceremony" and story.drafts) or draft.act.status in {"proposed", "cancelled"}:
        return False
    if draft.act.status == "planned" and any(d.act.status != "planned" for d in story.drafts):
        return False
    if story.umbrella is None:
        return True
    known = story.drafts[story.umbrella]
    if draft.part_of == story.umbrella or known is draft:
        return False
    moved = not _is_same_place(known.place, draft.place)
    return bool(draft.people or draft.act.frame) and (moved or not known.people & draft.people)


def _is_same(known: Draft, new: Draft) -> bool:
    """Tell whether two drafts of one report are the same engagement told twice."""
    if known.act.event and new.act.event:
        return _is_same_event(known, new)
    if known.act.type != new.act.type or bool(known.act.event) != bool(new.act.event):
        return False
    if (known.act.status in {"held", "ongoing"}) != (new.act.status in {"held", "ongoing"}):
        return False
    if known.act.type == "signing":
        return not (known.people and new.people) or bool(known.people & new.people)
    if known.act.type == "visit":
        places = {d.place.country for d in (known, new) if d.place}
        return bool(known.people & new.people) and len(places) <= 1
    if len(new.people) <= 1 and known.act.type != "credentials":
        return bool(new.codes) and set(new.codes) == set(known.codes) and known.when == new.when
    if known.act.type == "credentials":
        return len(known.people) == 1 or len(new.people) == 1 or bool(set(known.a) & set(new.a))
    if (known.hosts and not set(known.hosts) & new.people) or (new.hosts and not set(new.hosts) & known.people):
        return False  # who received the guests has no part in the other talk
    nested = known.people <= new.people or new.people <= known.people
    return len(known.people & new.people) > 1 and nested or bool(set(known.b) & set(new.b) and not new.a)


def _is_same_event(known: Draft, new: Draft) -> bool:
    one, other = known.act.event, new.act.event
    if one is None or other is None or one.type != other.type:
        return False
    if one.event.ordinal and other.event.ordinal:
        return one.event.ordinal == other.event.ordinal
    words, others = _content(one.event.surface), _content(other.event.surface)
    return len(words & others) >= _SAME_WORDS * max(1, min(len(words), len(others)))


def _content(surface: str) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in surface.replace("«", " ").replace("»", " ").split() if len(word) > 3)


def _merge(story: Story, index: int, new: Draft) -> Story:
    known = story.drafts[index]
    people = known.people
    act = known.act
    if act.frame and not new.act.frame:
        bare = new.act.event is not None and new.act.event.bare
        act = replace(new.act, event=act.event, scene=act.scene, first=act.first, stop=act.stop) if bare else new.act
    merged = replace(
        known,
        act=act,
        scenes=tuple(dict.fromkeys([*known.scenes, *new.scenes])),
        a=(*known.a, *(p for p in new.a if p not in people)),
        b=(*known.b, *(p for p in new.b if p not in people)),
        hosts=(*known.hosts, *(p for p in new.hosts if p not in people)),
        codes=tuple(dict.fromkeys([*known.codes, *new.codes])),
        place=_better_place(known.place, new.place),
        when=known.when or new.when,
        part_of=new.part_of if known.part_of is None and new.part_of != index else known.part_of,
    )
    drafts = list(story.drafts)
    drafts[index] = merged
    umbrella = index if _frames_others(story, merged) else story.umbrella
    return replace(story, drafts=tuple(drafts), current=story.current if new.act.frame else index, umbrella=umbrella)


def _better_place(known: Place | None, new: Place | None) -> Place | None:
    if known is None or (known.city is None and new is not None and new.country == known.country):
        return new
    return known


