"""Why each field of an engagement has its value: the rules that filled the draft, gathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.frames.drafts import Draft
from elshi.frames.telling import Telling
from elshi.frames.topics import choose_topics
from elshi.model.frame import Engagement, Participant
from elshi.model.ground import Ground, name_rule
from elshi.model.markup import Person
from elshi.model.when import When


def list_grounds(telling: Telling, draft: Draft, engagement: Engagement) -> Iterator[Ground]:
    """Yield the ground of each field of the `engagement` made of `draft` that more than its trigger fills."""
    yield Ground("status", draft.act.sign)
    dated = _tell_date(telling, draft, engagement.when)
    yield from (Ground(field, dated) for field in ("date", "date_basis", "date_reason"))
    if engagement.place:
        yield Ground("place", engagement.place.rule)
    if engagement.event:
        yield Ground("event", name_rule("event_name", engagement.event.surface))
    frame = telling.frame_of(draft)
    if frame:
        yield Ground(
            "part_of", name_rule("frame" if frame.act.frame else "course", _quote_trigger(telling, frame))
        )
    people = engagement.participants
    yield from (Ground("parties", _tell_party(draft, people, code), code) for code in engagement.parties)
    yield from _list_topic_grounds(telling, draft)


def list_person_grounds(telling: Telling, draft: Draft, number: int) -> Iterator[Ground]:
    """Yield the grounds of the person with that `number`: the side, the office, and the country served."""
    person = telling.person(number)
    named = number in {*draft.act.a, *draft.act.b, *draft.act.hosts}
    way = name_rule("trigger", _quote_trigger(telling, draft)) if named else "told_before_or_after"
    yield Ground("side", way)
    title = person.titles[0] if person.titles else None
    if title:
        yield Ground("office", name_rule("title", title.text))
    represents = _tell_served(person)
    if represents:
        yield Ground("represents", represents)


def _tell_served(person: Person) -> str | None:
    title = person.titles[0] if person.titles else None
    if title and title.represents:
        return title.rule or name_rule("title", title.text)
    return "beside_name" if person.country else None


def _quote_trigger(telling: Telling, draft: Draft) -> str:
    return telling.scenes[draft.act.scene].text_of(draft.act.first, draft.act.stop)


def _tell_date(telling: Telling, draft: Draft, when: When) -> str:
    """Return where the date came from: the draft's own sentences, its frame, or the report's day."""
    if when.edtf is None:
        return "no_date"
    if when == draft.when:
        return "own_date"
    return "lead_date" if when == telling.lead else "frame_date"


def _tell_party(draft: Draft, people: Sequence[Participant], code: str) -> str:
    """Return why `code` is a party: somebody acts for it, it is named, or the type implies it."""
    person = next((p for p in people if p.represents == code), None)
    if person:
        return name_rule("represented", person.surface)
    return "named_party" if code in draft.codes else f"{draft.act.type}_party"


def _list_topic_grounds(telling: Telling, draft: Draft) -> Iterator[Ground]:
    """Yield, of each topic, the words that show it first."""
    for word in choose_topics(telling, draft):
        yield Ground("topics", name_rule("topic_word", word.span.quote(telling.report.text)), word.topic)
