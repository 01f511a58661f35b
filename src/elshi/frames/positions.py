"""Positions: what a side supports, opposes, calls for, is ready or worried about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from elshi.frames.account import Account, read_account
from elshi.frames.clauses import find_clause, quote_clause, read_target, span_of, take_evidence
from elshi.frames.commitments import find_binding
from elshi.frames.said_grounds import ground_holder, ground_topics, ground_words
from elshi.frames.speakers import find_holders
from elshi.frames.subjects import find_subject, find_subject_stop
from elshi.frames.tenses import is_dependent
from elshi.frames.voices import Holder
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, find_triggers, read_words
from elshi.lexicon.topics import find_topics
from elshi.model.frame import Engagement, Position, Stance
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.report import Report
from elshi.text.kazakh import read_verb

_BESIDE = 4  # tokens between a subject and a trigger that needs it as its neighbour
_STANCES: dict[str, Stance] = {stance: stance for stance in get_args(Stance)}


def find_positions(
    report: Report, markup: Markup, engagements: Sequence[Engagement] = ()
) -> tuple[Position, ...]:
    """Return the positions that `report` states, in text order, each with its holder and its words.

    Both sides of an engagement give one position each, three or more one together. What stands in
    the headline is left out where the body says it again; background is left out.
    """
    account = read_account(report, markup, engagements)
    if not account.diplomatic:
        return ()
    found = [
        position
        for index, stage in enumerate(account.stages)
        if not stage.background
        for position in _read_sentence(account, index)
    ]
    return tuple(_leave_out_repeated(report, found))


def _read_sentence(account: Account, index: int) -> Iterator[Position]:
    stage = account.stages[index]
    binding = find_binding(account, index)
    triggers = [
        t
        for t in find_triggers("stances", stage.sentence.tokens, stage.sentence.language)
        if not is_dependent(stage.sentence, t) and not any(t.span.overlaps(b.span) for b in binding)
    ]
    strong = [t for t in triggers if t.value.manner != "speaker"]
    weak = [t for t in triggers if t.value.manner == "speaker" and stage.speaker is not None]
    seen: set[tuple[str, Holder]] = set()
    for trigger in strong or weak[:1]:
        if is_negated(account, index, trigger) or not has_neighbour(account, index, trigger):
            continue
        for holder in find_holders(account, index, trigger):
            if (trigger.value.means, holder) not in seen:
                seen.add((trigger.value.means, holder))
                yield _make_position(account, index, trigger, (*(strong or weak), *binding), holder)


def is_negated(account: Account, index: int, trigger: Found[Trigger]) -> bool:
    """Tell whether the stance is denied, or stands after a condition: 'if it supports'."""
    sentence = account.stages[index].sentence
    tokens, negations = sentence.tokens, read_words("negation", sentence.language)
    before = tokens[trigger.first - 1].lower if trigger.first else ""
    after = tokens[trigger.stop].lower if trigger.stop < len(tokens) else ""
    conditional = any(
        token.lower in read_words("condition", sentence.language) for token in tokens[: trigger.first]
    )
    verbs = (
        [read_verb(t.lower) for t in tokens[trigger.first : trigger.stop]]
        if sentence.language == "kk"
        else []
    )
    if trigger.value.means != "oppose" and any(verb and verb.negative for verb in verbs):
        return True
    return conditional or before in negations or (after in negations and sentence.language == "kk")


def has_neighbour(account: Account, index: int, trigger: Found[Trigger]) -> bool:
    """Tell whether the subject stands right before a phrase that is a stance only so."""
    if trigger.value.manner != "neighbour":
        return True
    subject = find_subject(account.stages[index], trigger)
    return subject is not None and 0 <= trigger.first - subject.stop <= _BESIDE


def _make_position(
    account: Account, index: int, trigger: Found[Trigger], others: Sequence[Found[Trigger]], holder: Holder
) -> Position:
    report, sentence = account.report, account.stages[index].sentence
    clause = find_clause(sentence, trigger, others)
    surface = quote_clause(report, sentence, clause)
    grounds = (
        *ground_words(),
        *ground_holder(account, holder),
        *ground_topics(account, index, clause),
    )
    return Position(
        id=derive_id("pos", report.id, trigger.value.means, holder.name, trigger.span.start),
        holder=holder.name,
        represents=holder.represents,
        stance=_STANCES[trigger.value.means],
        target=read_target(
            report, sentence, trigger, clause, find_subject_stop(account.stages[index], trigger)
        ),
        surface=surface,
        topics=_find_topics(account, index, clause),
        rule=f"stance: {trigger.span.quote(report.text)}",
        evidence=take_evidence(report, sentence, clause),
        grounds=grounds,
    )


def _find_topics(account: Account, index: int, clause: tuple[int, int]) -> tuple[str, ...]:
    sentence = account.stages[index].sentence
    words = span_of(sentence, clause)
    return tuple(sorted({topic for topic, span in find_topics(sentence) if words.overlaps(span)}))


def _leave_out_repeated(report: Report, positions: Sequence[Position]) -> Iterator[Position]:
    headline = report.headline
    body = [p for p in positions if headline is None or not headline.covers(p.evidence[0].span)]
    said = {p.stance for p in body}
    for position in positions:
        if position in body or position.stance not in said:
            yield position
