"""Engagements: the drafts of a story with their parties, dates, places, topics and evidence filled in."""

from __future__ import annotations

from dataclasses import replace

from elshi.frames.drafts import Draft
from elshi.frames.grounds import list_grounds
from elshi.frames.parties import list_participants, list_parties
from elshi.frames.telling import Telling, date_draft, read_telling
from elshi.frames.whereabouts import place_draft
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.topics import find_topics
from elshi.model.frame import Engagement
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.report import Report
from elshi.model.span import Evidence

_MOST_TOPICS = 3
_TOPIC_SENTENCES = 4  # what stands further on is detail


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
        topics=_find_topics(telling, draft),
        rule=f"{draft.act.type}.{draft.act.manner}",
        confidence=1.0,  # until the whole frame is there to be rated
        evidence=_quote(telling, draft),
    )
    return replace(engagement, grounds=tuple(list_grounds(telling, draft, engagement)))


def _identify(telling: Telling, draft: Draft) -> str:
    start = telling.scenes[draft.scenes[0]].sentence.span.start
    names = [telling.person(p).name for p in sorted(draft.people)]
    return derive_id("e", telling.report.id, draft.act.type, start, draft.act.first, *names)


def _find_topics(telling: Telling, draft: Draft) -> tuple[str, ...]:
    """Return the topics named most often in the first sentences, in the order in which they come up.

    Talk of relations in general is politics, where no other topic is named.
    """
    sentences = [telling.scenes[number].sentence for number in draft.scenes[:_TOPIC_SENTENCES]]
    found = [topic for sentence in sentences for topic, _ in find_topics(sentence)]
    if not found and any(find_construction(sentence, "relations") for sentence in sentences):
        return ("politics",)
    ranked = sorted(dict.fromkeys(found), key=lambda topic: (-found.count(topic), found.index(topic)))
    return tuple(sorted(ranked[:_MOST_TOPICS], key=found.index))


def _quote(telling: Telling, draft: Draft) -> tuple[Evidence, ...]:
    spans = [telling.scenes[number].sentence.span for number in dict.fromkeys(draft.scenes)]
    return tuple(Evidence.take(telling.report.text, span) for span in spans)
