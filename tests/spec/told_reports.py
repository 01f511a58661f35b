"""What a report tells, in one line for each person or engagement, for the tests of the reading core."""

from __future__ import annotations

from elshi.model.frame import Engagement
from elshi.model.markup import Person
from elshi.reader import read

NOTHING = "-"


def tell_people(text: str) -> list[str]:
    """Return the people of the report `text` as 'Name: office of COUNTRY to POST', by their first office."""
    return [_tell_person(person) for person in read(text).markup.people]


def tell_tenures(text: str) -> list[str]:
    """Return the tenures that the report `text` states as 'Latin name: office of COUNTRY to POST'."""
    return [
        f"{t.person}: {'former ' * t.former}{t.office} of {t.represents}{_tell_post(t.posted_to)}"
        for t in read(text).tenures
    ]


def tell_engagements(text: str, published: str | None = None) -> list[str]:
    """Return the engagements of the report `text`, published on the day `published`.

    Each is one line: 'type status | parties | surnames | place | date', and ' | within TYPE' where it
    is part of another. What the report does not tell is '-'.
    """
    engagements = read(text, published).engagements
    types = {engagement.id: engagement.type for engagement in engagements}
    return [_tell_engagement(e, types.get(e.part_of or "")) for e in engagements]


def tell_events(text: str) -> list[str]:
    """Return the numbered events of the report `text` as 'type ordinal'."""
    return [f"{e.type} {e.event.ordinal}" for e in read(text).engagements if e.event and e.event.ordinal]


def _tell_person(person: Person) -> str:
    if not person.titles:
        return f"{person.native_name}: no office"
    title = person.titles[0]
    former = "former " * title.former
    return f"{person.native_name}: {former}{title.office} of {title.represents}{_tell_post(title.posted_to)}"


def _tell_post(post: str | None) -> str:
    return f" to {post}" if post else ""


def _tell_engagement(engagement: Engagement, whole: str | None) -> str:
    surnames = [p.native_name.split()[-1] for p in engagement.participants]
    place = engagement.place
    where = " ".join(part for part in (place.city, place.country) if part) if place else NOTHING
    parts = [
        f"{engagement.type} {engagement.status}",
        " ".join(engagement.parties) or NOTHING,
        " ".join(surnames) or NOTHING,
        where,
        engagement.when.edtf or NOTHING,
    ]
    return " | ".join([*parts, *([f"within {whole}"] if whole else [])])
