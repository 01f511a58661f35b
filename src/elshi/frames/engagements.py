"""Engagements: the drafts of a story with their parties, dates, places, topics and evidence filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.frames.events import read_party
from elshi.frames.places import find_filing_place
from elshi.frames.scene import Scene, read_scenes
from elshi.frames.drafts import Draft
from elshi.frames.story import tell_story
from elshi.lexicon.places import body, is_country, load_cities
from elshi.lexicon.topics import find_topics
from elshi.model.frame import Engagement, Participant, Place, Side
from elshi.model.ids import derive_id
from elshi.model.markup import Markup, Person
from elshi.model.report import Report
from elshi.model.span import Evidence, Span
from elshi.model.when import When

_MOST_TOPICS = 3
_BOTH = 2
# What these are about by their nature, where the report does not say more.
_USUAL_TOPICS = {
    "consultations": ("politics",), "commission": ("trade",), "credentials": ("politics",),
    "appointment": ("politics",), "meeting": ("politics",), "call": ("politics",),
}  # fmt: skip
_SURE, _LIKELY, _DOUBTFUL = 0.9, 0.75, 0.55


def find_engagements(report: Report, markup: Markup) -> tuple[Engagement, ...]:
    """Return the engagements that `report` tells, each with the words that say so."""
    scenes = read_scenes(markup)
    drafts = tell_story(report, markup, scenes)
    lead = _lead_date(drafts, markup)
    finder = _Finder(report, markup, scenes, drafts, lead)
    return tuple(finder.finish(index) for index in range(len(drafts)))


def _lead_date(drafts: Sequence[Draft], markup: Markup) -> When:
    """Return the day that the report's first dated and held engagement gives to those told after it."""
    for draft in drafts[:2]:
        if draft.when and draft.when.edtf and draft.act.status in {"held", "ongoing"} and draft.scenes[0] <= 2:
            return draft.when
    return markup.filed


class _Finder:
    """One report's drafts on their way to engagements; holds what every step needs."""

    def __init__(self, report: Report, markup: Markup, scenes: Sequence[Scene], drafts: Sequence[Draft],
                 lead: When) -> None:  # fmt: skip
        self.report, self.markup, self.scenes, self.drafts = report, markup, scenes, drafts
        self.lead = lead
        self.filed_in = find_filing_place(report)

    def finish(self, index: int) -> Engagement:
        draft = self.drafts[index]
        umbrella = self.drafts[draft.part_of] if draft.part_of is not None else None
        when = self._date(draft, umbrella)
        place = self._place(draft, umbrella)
        if draft.act.status in {"held", "ongoing"} and draft.act.type in {"visit", "meeting", "signing", "conference"}:
            place = self._in_city(place)
        participants = self._participants(draft)
        event = draft.act.event.event if draft.act.event else None
        return Engagement(
            id=self._id(index),
            type=draft.act.type,
            status=draft.act.status,
            when=when,
            place=place,
            parties=self._parties(draft, participants, place),
            participants=participants,
            event=event,
            part_of=self._id(draft.part_of) if draft.part_of is not None else None,
            topics=self._topics(draft),
            rule=f"{draft.act.type}.{draft.act.manner}",
            confidence=self._confidence(draft),
            evidence=self._evidence(draft),
        )

    def _id(self, index: int) -> str:
        draft = self.drafts[index]
        span = self.scenes[draft.scenes[0]].sentence.span
        names = [self.markup.people[p].name for p in sorted(draft.people)]
        return derive_id("e", self.report.id, draft.act.type, span.start, draft.act.first, *names)

    def _date(self, draft: Draft, umbrella: Draft | None) -> When:
        if draft.when is not None:
            return draft.when
        if draft.act.status in {"planned", "proposed", "cancelled"}:
            if umbrella and umbrella.act.status == "planned" and umbrella.when and draft.act.status != "proposed":
                return replace(umbrella.when, basis="inferred", reason=f"within: {umbrella.when.reason}")
            return When(None, "none", "the report does not say when it is to be")
        if umbrella and umbrella.when and umbrella.when.edtf:
            return replace(umbrella.when, basis="inferred", reason=f"within the frame: {umbrella.when.reason}")
        return self.lead

    def _place(self, draft: Draft, umbrella: Draft | None) -> Place | None:
        if draft.place is not None or draft.act.type in {"call", "message", "appointment"}:
            return draft.place if draft.act.type not in {"call", "message", "appointment"} else None
        seat = self._seat_of(draft)
        if seat is not None:
            return seat
        posted = self._post_of(draft)
        if posted:
            return Place(None, posted)
        if umbrella and draft.act.status != "proposed":
            return self._settle(umbrella)
        return self._setting(draft)

    def _settle(self, draft: Draft) -> Place | None:
        return draft.place or self._seat_of(draft) or self._setting(draft)

    def _setting(self, draft: Draft) -> Place | None:
        """What the same people do on one trip they do where the report has placed them before."""
        if draft.act.status not in {"held", "ongoing"} or draft.act.frame:
            return None
        told = self.drafts[: self.drafts.index(draft)]
        near = [d for d in told if d.people & draft.people and d.act.status in {"held", "ongoing"}]
        return next((d.place for d in reversed(near) if d.place), None)

    def _in_city(self, place: Place | None) -> Place | None:
        """Give a country the city of the dateline where that lies in it."""
        if place is None or place.city or self.filed_in is None or self.filed_in.country != place.country:
            return place
        return self.filed_in

    def _seat_of(self, draft: Draft) -> Place | None:
        """The sessions of an organ with a seat are held there: the UN General Assembly in New York."""
        if draft.act.event is None or draft.act.status == "cancelled":
            return None
        span = draft.act.event.event.surface
        scene = self.scenes[draft.act.scene]
        inside = [m for m in scene.named("body", "event") if m.value and m.surface in span]
        known = [b for m in inside if (b := body(str(m.value))) and b.kind == "organ" and b.seat]
        city = load_cities().get(known[0].seat or "") if known else None
        return Place(city.name, city.country) if city else None

    def _post_of(self, draft: Draft) -> str | None:
        """An envoy's talks are in the country of posting, unless a conference frames them."""
        if draft.act.type not in {"meeting", "credentials"} or draft.part_of is not None:
            return None
        titles = [self.markup.people[p].titles[0] for p in (*draft.a, *draft.b) if self.markup.people[p].titles]
        return next((t.posted_to for t in titles if t.posted_to and is_country(t.posted_to)), None)

    def _participants(self, draft: Draft) -> tuple[Participant, ...]:
        sides: list[tuple[int, Side]] = [
            *((p, "host") for p in draft.hosts), *((p, "a") for p in draft.a), *((p, "b") for p in draft.b),
        ]  # fmt: skip
        made = [self._participant(self.markup.people[p], side, draft) for p, side in dict(sides).items()]
        if draft.act.event and len(made) > 1:
            made = [replace(m, side=self._side(m, made[0])) for m in made]
        return tuple(made)

    def _side(self, member: Participant, first: Participant) -> Side:
        if member.side == "host" or member is first:
            return member.side
        if member.represents == first.represents:
            return "a"
        return "b"

    def _participant(self, person: Person, side: Side, draft: Draft) -> Participant:
        title = person.titles[0] if person.titles else None
        span = self._mention(person, draft)
        return Participant(
            surface=person.surface.quote(self.report.text),
            name=person.name,
            native_name=person.native_name,
            office=title.office if title else None,
            office_text=title.text if title else None,
            represents=(title.represents if title else None) or person.country,
            side=side,
            evidence=(Evidence.take(self.report.text, span),),
        )

    def _mention(self, person: Person, draft: Draft) -> Span:
        for number in draft.scenes:
            sentence = self.scenes[number].sentence.span
            for span in person.mentions:
                if sentence.covers(span):
                    return span
        return person.mentions[0]

    def _parties(self, draft: Draft, participants: Sequence[Participant], place: Place | None) -> tuple[str, ...]:
        codes = {p.represents for p in participants if p.represents} | set(draft.codes)
        if draft.act.type == "visit" and place and place.country:
            codes.add(place.country)
        if draft.act.type == "appointment":
            codes |= {t.posted_to for p in draft.people for t in self.markup.people[p].titles if t.posted_to}
        if draft.act.type == "signing" and len(codes) < _BOTH:
            codes |= self._signatories(draft)
        if draft.act.type == "conference" and draft.act.event:
            codes = self._members({code for code in codes if code}, place)
        return tuple(sorted(code for code in codes if code))

    def _members(self, codes: set[str], place: Place | None) -> set[str]:
        """An organisation's meeting has the state that hosts it as a party; a format is its members."""
        kinds = {code: known.kind for code in codes if (known := body(code))}
        hosted = [c for c, kind in kinds.items() if kind in {"organisation", "forum"} and c != "UN"]
        if hosted and place and place.country:
            codes = codes | {place.country}
        members = [code for code in codes if is_country(code)]
        formats = {code for code, kind in kinds.items() if kind == "format"}
        return codes - formats if len(members) > _BOTH else codes

    def _signatories(self, draft: Draft) -> set[str]:
        """Return who signed where the sentence names no people: its countries, else those of the talks."""
        scene = self.scenes[draft.scenes[0]]
        named = {read_party(m) for m in scene.named("country", "nationality", "body")}
        words = {"между", "between", "арасындағы", "арасында"} & {t.lower for t in scene.sentence.tokens}
        if (words and len(named) >= _BOTH) or draft.part_of is None:
            return {code for code in named if code}
        parent = self.drafts[draft.part_of]
        return {c for p in parent.people if (c := self.markup.people[p].country)} | set(parent.codes)

    def _topics(self, draft: Draft) -> tuple[str, ...]:
        found: list[str] = []
        for number in draft.scenes[:4]:
            found += [topic for topic, _ in find_topics(self.scenes[number].sentence)]
        if not found:
            return _USUAL_TOPICS.get(draft.act.type, ()) if draft.act.status == "held" else ()
        ranked = sorted(dict.fromkeys(found), key=lambda t: (-found.count(t), found.index(t)))
        return tuple(sorted(ranked[:_MOST_TOPICS], key=found.index))

    def _confidence(self, draft: Draft) -> float:
        if draft.act.frame:
            return _DOUBTFUL
        return _SURE if len(draft.people) > 1 or draft.act.event else _LIKELY

    def _evidence(self, draft: Draft) -> tuple[Evidence, ...]:
        return tuple(
            Evidence.take(self.report.text, self.scenes[number].sentence.span)
            for number in dict.fromkeys(draft.scenes)
        )


