"""Engagements: the drafts of a story with their parties, dates, places, topics and evidence filled in."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.drafts import Draft
from elshi.frames.grounds import list_grounds
from elshi.frames.parties import list_participants, list_parties
from elshi.frames.telling import Telling, date_draft, read_telling
from elshi.frames.topics import choose_topics
from elshi.frames.whereabouts import place_draft
from elshi.model.frame import Engagement
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.report import Report
from elshi.model.span import Evidence


def find_engagements(report: Report, markup: Markup) -> tuple[Engagement, ...]:
    """Return the engagements that `report` tells, each with the words that say so."""
    telling = read_telling(report, markup)
    return tuple(_make_engagement(telling, draft) for draft in telling.drafts)


def _make_engagement(telling: Telling, draft: Draft) -> Engagement:
    place = place_draft(telling, draft)
    participants = list_participants(telling, draft)
    frame = telling.frame_of(draft)
    engagement = Engagement(
        id=_identify(telling, draft),
        type=draft.act.type,
        status=draft.act.status,
        when=date_draft(telling, draft),
        place=place,
        parties=list_parties(telling, draft, participants, place),
        participants=participants,
        event=draft.act.event.event if draft.act.event else None,
        part_of=_identify(telling, frame) if frame else None,
        topics=tuple(word.topic for word in choose_topics(telling, draft)),
        rule=f"{draft.act.type}.{draft.act.manner}",
        confidence=1.0,  # until the whole frame is there to be rated
        evidence=_quote(telling, draft),
    )
    return replace(engagement, grounds=tuple(list_grounds(telling, draft, engagement)))


def _identify(telling: Telling, draft: Draft) -> str:
    start = telling.scenes[draft.scenes[0]].sentence.span.start
    names = [telling.person(p).name for p in sorted(draft.people)]
    return derive_id("e", telling.report.id, draft.act.type, start, draft.act.first, *names)


def _quote(telling: Telling, draft: Draft) -> tuple[Evidence, ...]:
    spans = [telling.scenes[number].sentence.span for number in dict.fromkeys(draft.scenes)]
    return tuple(Evidence.take(telling.report.text, span) for span in spans)
