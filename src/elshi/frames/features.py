"""What of a frame tells how far it can be trusted: the features that its confidence is made of.

A feature is there or not. Each can be seen from the frame and its report alone, so that a figure can be
explained, and made anew, without what the stages passed to one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.model.frame import (
    Chairmanship,
    Commitment,
    Engagement,
    Frame,
    Initiative,
    Position,
    Tenure,
)
from elshi.model.ground import find_rule
from elshi.model.report import Report
from elshi.model.span import Evidence

_PAIR = 2
_LONG = 300  # characters; a longer sentence tells of several things
_LATE = 0.6  # of the text; what stands further on is often background
_SHORT = 3  # words that say little of what is promised or stated
_FAR = 25  # words, after which a clause has run into the next


def list_features(report: Report, frame: Frame) -> frozenset[str]:
    """Return the features of `frame`, each a name as in lexicon/data/confidence.yml."""
    return frozenset((*_list_placed(report, frame.evidence), *_list_own(frame)))


def _list_own(frame: Frame) -> Iterator[str]:
    match frame:
        case Engagement():
            yield from _list_engagement(frame)
        case Position():
            yield from _list_position(frame)
        case Initiative():
            yield from _list_initiative(frame)
        case Commitment():
            yield from _list_commitment(frame)
        case Tenure():
            yield from _list_tenure(frame)
        case Chairmanship():
            yield from _list_chairmanship(frame)


def _list_placed(report: Report, evidence: Iterable[Evidence]) -> Iterator[str]:
    """Yield where in the report it is told, and in how much."""
    spans = [e.span for e in evidence]
    if report.headline and all(report.headline.covers(span) for span in spans):
        yield "headline_only"
    if spans[0].start > _LATE * len(report.text):
        yield "late"
    if len(spans) > 1:
        yield "several_sentences"
    if spans[0].stop - spans[0].start > _LONG:
        yield "long_sentence"


def _list_engagement(frame: Engagement) -> Iterator[str]:
    yield f"manner_{frame.rule.partition('.')[2]}"
    yield f"type_{frame.type}"
    yield f"status_{frame.status}"
    if (find_rule(frame.grounds, "status") or "").startswith("tense"):
        yield "status_by_tense"
    yield find_rule(frame.grounds, "date") or "no_date"
    yield from _list_people(frame)
    if len(frame.parties) < _PAIR:
        yield "one_party" if frame.parties else "no_party"
    if frame.event:
        yield "numbered_event" if frame.event.ordinal else "named_event"
    if frame.part_of:
        yield "part_of_another"
    yield "place_known" if frame.place else "no_place"
    if not frame.topics:
        yield "no_topic"


def _list_people(frame: Engagement) -> Iterator[str]:
    people = frame.participants
    yield ("nobody", "one_person", "two_people", "several_people")[min(len(people), 3)]
    if len({p.side for p in people}) >= _PAIR:
        yield "both_sides_named"
    if any(p.office is None for p in people):
        yield "somebody_without_office"
    if any(p.represents is None for p in people):
        yield "somebody_without_country"
    if any(find_rule(p.grounds, "side") == "told_before_or_after" for p in people):
        yield "somebody_carried_over"


def _list_position(frame: Position) -> Iterator[str]:
    yield f"stance_{frame.stance}"
    yield f"holder_{_name_way(find_rule(frame.grounds, 'holder'))}"
    if frame.represents is None:
        yield "no_country"
    if frame.holder == frame.represents:
        yield "held_by_country"
    if not frame.topics:
        yield "no_topic"
    yield from _list_length(frame.target)


def _list_initiative(frame: Initiative) -> Iterator[str]:
    yield f"manner_{_name_way(frame.rule)}"
    yield f"status_{frame.status}"
    yield "proposer_known" if frame.proposer else "no_proposer"
    yield from _list_length(frame.name)


def _list_commitment(frame: Commitment) -> Iterator[str]:
    yield f"manner_{_name_way(frame.rule)}"
    yield f"bound_by_{_name_way(find_rule(frame.grounds, 'by', next(iter(frame.by), None)))}"
    yield ("nobody_bound", "one_bound", "two_bound", "many_bound")[min(len(frame.by), 3)]
    yield "due_known" if frame.due.edtf else "no_due"
    yield from _list_length(frame.what)


def _list_tenure(frame: Tenure) -> Iterator[str]:
    yield f"serves_by_{_name_way(find_rule(frame.grounds, 'represents'))}"
    yield f"office_{frame.office}"
    if frame.represents is None:
        yield "no_country"
    if frame.former:
        yield "former"
    if frame.posted_to:
        yield "posted"
    if len(frame.surface.split()) < _PAIR:
        yield "one_name"


def _list_chairmanship(frame: Chairmanship) -> Iterator[str]:
    yield f"manner_{_name_way(frame.rule)}".replace(" ", "_")
    yield "body_known" if frame.body.isupper() else "body_in_words"
    yield "period_known" if frame.period else "no_period"


def _list_length(words: str) -> Iterator[str]:
    number = len(words.split())
    if number < _SHORT:
        yield "few_words"
    if number > _FAR:
        yield "many_words"


def _name_way(rule: str | None) -> str:
    """Return the name of a rule without the words it goes by."""
    return (rule or "none").partition(":")[0]
