"""Who takes part in an engagement: its people with their offices, and the parties for which they act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.frames.drafts import TALKS, Draft
from elshi.frames.events import read_party
from elshi.frames.grounds import list_person_grounds
from elshi.frames.telling import Telling
from elshi.lexicon.cues import read_cues
from elshi.lexicon.places import body, is_country
from elshi.model.frame import Participant, Place, Side
from elshi.model.ground import Ground
from elshi.model.markup import Person
from elshi.model.span import Evidence, Span

_PAIR = 2
_BORROWED = ("frame", "seat")  # rules of places that another engagement or an organ's seat gives


def list_participants(telling: Telling, draft: Draft) -> tuple[Participant, ...]:
    """Return the people of `draft`, hosts first, each with the office the report states."""
    sides: list[tuple[int, Side]] = [
        *((p, "host") for p in draft.hosts), *((p, "a") for p in draft.a), *((p, "b") for p in draft.b),
    ]  # fmt: skip
    people = [_make_participant(telling, p, side, draft) for p, side in dict(sides).items()]
    if draft.act.event and len(people) > 1:
        return tuple(_take_side(person, people[0]) for person in people)
    return tuple(people)


def _take_side(member: Participant, first: Participant) -> Participant:
    """At an event those of the first one's country are on one side, all others on the other."""
    if member.side == "host" or member is first:
        return member
    grounds = (Ground("side", "country_at_event"), *(g for g in member.grounds if g.field != "side"))
    return replace(member, side="a" if member.represents == first.represents else "b", grounds=grounds)


def _make_participant(telling: Telling, number: int, side: Side, draft: Draft) -> Participant:
    person = telling.person(number)
    title = person.titles[0] if person.titles else None
    text = telling.report.text
    return Participant(
        surface=person.surface.quote(text),
        name=person.name,
        native_name=person.native_name,
        office=title.office if title else None,
        office_text=title.text if title else None,
        represents=(title.represents if title else None) or person.country,
        side=side,
        evidence=(Evidence.take(text, _find_mention(telling, person, draft)),),
        grounds=tuple(list_person_grounds(telling, draft, number)),
    )


def _find_mention(telling: Telling, person: Person, draft: Draft) -> Span:
    """Return where the sentences of `draft` first name the person, else where the report does."""
    for number in draft.scenes:
        sentence = telling.scenes[number].sentence.span
        for span in person.mentions:
            if sentence.covers(span):
                return span
    return person.mentions[0]


def list_parties(
    telling: Telling, draft: Draft, participants: Sequence[Participant], place: Place | None
) -> tuple[str, ...]:
    """Return the codes of the countries and bodies between which `draft` is, sorted."""
    codes = {p.represents for p in participants if p.represents} | set(draft.codes)
    if draft.act.type == "visit" and place and place.country:
        codes.add(place.country)
    if draft.act.type == "appointment":
        codes |= {t.posted_to for p in draft.people for t in telling.person(p).titles if t.posted_to}
    if draft.act.type in TALKS | {"commission"} and len(codes) < _PAIR:
        codes |= _find_hosted(telling, draft)
    if draft.act.type == "signing" and len(codes) < _PAIR:
        codes |= _find_signatories(telling, draft)
    if draft.act.type == "conference" and not participants:
        codes |= _find_common(telling, draft)
    if draft.act.type == "conference" and draft.act.event:
        codes = _list_members(codes, place)
    return tuple(sorted(codes))


def _find_hosted(telling: Telling, draft: Draft) -> set[str]:
    """Return the visitor's country and the one visited, where the talks are a point of that visit."""
    visit = telling.frame_of(draft)
    if visit is None or visit.act.type != "visit" or visit.place is None or not visit.place.country:
        return set()
    return {visit.place.country} | {c for p in visit.people if (c := telling.person(p).country)}


def _find_common(telling: Telling, draft: Draft) -> set[str]:
    """Return the countries that take part in all that was done on the margins of a conference."""
    number = telling.drafts.index(draft)
    parts = [_find_countries(telling, part) for part in telling.drafts if part.part_of == number]
    known = [countries for countries in parts if countries]
    return set.intersection(*known) if known else set()


def _find_countries(telling: Telling, draft: Draft) -> set[str]:
    named = {telling.person(p).country for p in draft.people} | set(draft.codes)
    return {code for code in named if code and is_country(code)}


def _list_members(codes: set[str], place: Place | None) -> set[str]:
    """An organisation's meeting has the state that hosts it as a party; a format is its members."""
    kinds = {code: known.kind for code in codes if (known := body(code))}
    formats = {code for code, kind in kinds.items() if kind == "format"}
    gathered = formats and sum(map(is_country, codes)) >= _PAIR
    hosted = any(kind in {"organisation", "forum"} and code != "UN" for code, kind in kinds.items())
    if (hosted or gathered) and place and place.country and not place.rule.startswith(_BORROWED):
        codes = codes | {place.country}
    return codes - formats if sum(map(is_country, codes)) > _PAIR else codes


def _find_signatories(telling: Telling, draft: Draft) -> set[str]:
    """Return who signed where the sentence names no people: its countries, else those of the talks."""
    scene = telling.scenes[draft.scenes[0]]
    named = {party for m in scene.named("country", "nationality", "body") if (party := read_party(m))}
    between = read_cues("between", scene.sentence.language).stand_in(t.lower for t in scene.sentence.tokens)
    talks = _find_talks(telling, draft)
    if talks is None or (between and len(named) >= _PAIR):
        return named
    return {c for p in talks.people if (c := telling.person(p).country)} | set(talks.codes)


def _find_talks(telling: Telling, draft: Draft) -> Draft | None:
    """Return the talks after which was signed: those that frame it, else the last told before it."""
    frame = telling.frame_of(draft)
    if frame is None or frame.act.type in TALKS:
        return frame
    told = telling.drafts[: telling.drafts.index(draft)]
    return next((d for d in reversed(told) if d.act.type in TALKS and d.part_of == draft.part_of), frame)
