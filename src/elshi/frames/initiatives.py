"""Initiatives: what was proposed, is promoted, was set up or is in force, and who put it forward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from elshi.frames.account import Account, Stage, read_account
from elshi.frames.clauses import (
    LONGEST_EVIDENCE,
    find_clause,
    quote_clause,
    read_target,
    span_of,
    take_evidence,
)
from elshi.frames.lists import find_further_items
from elshi.frames.said_grounds import ground_words
from elshi.frames.speakers import find_holders
from elshi.frames.subjects import find_subject_stop
from elshi.frames.voices import Voice
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, find_triggers, read_words
from elshi.model.frame import Engagement, Initiative, InitiativeStatus
from elshi.model.ground import Ground, name_rule
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.report import Report
from elshi.model.span import Evidence

_FEWEST = 2  # words that describe an initiative
_OWNER = 8  # tokens between 'инициатива' and the one whose it is
_STATUSES: dict[str, InitiativeStatus] = {status: status for status in get_args(InitiativeStatus)}


def find_initiatives(
    report: Report, markup: Markup, engagements: Sequence[Engagement] = ()
) -> tuple[Initiative, ...]:
    """Return the initiatives that `report` names, in text order.

    `proposer` is the code of the country or body that put it forward, None where the words do not
    say. Of several ways in which one sentence names the same thing the strongest is kept.
    """
    account = read_account(report, markup, engagements)
    if not account.diplomatic:
        return ()
    found = [i for index in range(len(account.stages)) for i in _read_sentence(account, index)]
    return tuple(_leave_out_headline(report, found))


def _read_sentence(account: Account, index: int) -> Iterator[Initiative]:
    sentence = account.stages[index].sentence
    triggers = find_triggers("initiatives", sentence.tokens, sentence.language)
    put_forward = [t for t in triggers if t.value.manner == "proposes"]
    named = [t for t in triggers if t.value.manner in {"named", "begun"}]
    built = [t for t in triggers if t.value.manner == "built"]
    acted = any(t.value.manner == "acted" for t in triggers) or _is_acted_on(account, index)
    chosen = put_forward or _keep_apart(named) or (built[:1] if acted else [])
    for trigger in chosen:
        if trigger.value.manner == "named" and not _is_described(account, index, trigger, chosen):
            continue
        first = _make_initiative(account, index, trigger, chosen)
        yield first
        yield from _split_off(account, index, trigger, first)


def _is_described(
    account: Account, index: int, trigger: Found[Trigger], others: Sequence[Found[Trigger]]
) -> bool:
    """Tell whether words say which initiative it is: beside the word, or in the sentence it goes on about.

    What the sentence before has named already is not named again.
    """
    first, stop = find_clause(account.stages[index].sentence, trigger, others)
    anaphors = [w for w in account.stages[index].words if w.value.means == "anaphor"]
    if any(w.stop == trigger.first and w.first > 0 for w in anaphors):
        return False  # 'Оман тарапы бұл бастаманы қолдады' names none
    goes_on = any(w.first == 0 for w in anaphors)
    if goes_on and index and next(_read_sentence(account, index - 1), None) is not None:
        return False
    return goes_on or stop - first - (trigger.stop - trigger.first) >= _FEWEST


def _keep_apart(triggers: Sequence[Found[Trigger]]) -> list[Found[Trigger]]:
    """Drop a phrase that comes right after another: both name one thing ('инициатива о создании …')."""
    kept: list[Found[Trigger]] = []
    for trigger in triggers:
        if not kept or trigger.first - kept[-1].stop > _OWNER:
            kept.append(trigger)
    return kept


def _split_off(
    account: Account, index: int, trigger: Found[Trigger], first: Initiative
) -> Iterator[Initiative]:
    """Yield the further ones of a list: 'two proposals: a forum and a fund'."""
    report, sentence = account.report, account.stages[index].sentence
    for start, stop in find_further_items(sentence, trigger):
        name = span_of(sentence, (start, stop)).quote(report.text)
        identity = derive_id("ini", report.id, sentence.tokens[start].span.start)
        yield replace(first, id=identity, name=name, surface=name)


def _is_acted_on(account: Account, index: int) -> bool:
    """Tell whether the sentence does something with what it names: takes a stance on it or agrees on it."""
    stage = account.stages[index]
    tokens, language = stage.sentence.tokens, stage.sentence.language
    agreed = {t.value.means for t in find_triggers("commitments", tokens, language)}
    return bool(find_triggers("stances", tokens, language)) or bool(
        agreed & {"agreed", "promised", "decided", "act"}
    )


def _make_initiative(
    account: Account, index: int, trigger: Found[Trigger], others: Sequence[Found[Trigger]]
) -> Initiative:
    report, sentence = account.report, account.stages[index].sentence
    clause = find_clause(sentence, trigger, others)
    proposer = name_rule(
        "subject" if trigger.value.manner == "proposes" else "owner", trigger.span.quote(report.text)
    )
    return Initiative(
        id=derive_id("ini", report.id, trigger.span.start),
        name=read_target(
            report, sentence, trigger, clause, find_subject_stop(account.stages[index], trigger)
        ),
        surface=quote_clause(report, sentence, clause),
        proposer=_find_proposer(account, index, trigger),
        status=_STATUSES[trigger.value.means],
        rule=f"{trigger.value.manner}: {trigger.span.quote(report.text)}",
        evidence=(*_quote_antecedent(account, index), *take_evidence(report, sentence, clause)),
        grounds=(
            *ground_words(),
            Ground("proposer", proposer),
        ),
    )


def _quote_antecedent(account: Account, index: int) -> tuple[Evidence, ...]:
    """Return the sentence before as evidence where this one goes on about it: 'Данная группа …'."""
    stage = account.stages[index]
    goes_on = any(w.value.means == "anaphor" and w.first == 0 for w in stage.words)
    if not goes_on or index == 0:
        return ()
    before = account.stages[index - 1].sentence
    length = before.span.stop - before.span.start + stage.sentence.span.stop - stage.sentence.span.start
    same = before.paragraph == stage.sentence.paragraph and length <= LONGEST_EVIDENCE
    return (Evidence.take(account.report.text, before.span),) if same else ()


def _find_proposer(account: Account, index: int, trigger: Found[Trigger]) -> str | None:
    """Return whose initiative it is: the subject that proposes it, or the one named beside the word."""
    if trigger.value.manner == "proposes":
        codes = {holder.represents for holder in find_holders(account, index, trigger)}
        return codes.pop() if len(codes) == 1 else None
    stage = account.stages[index]
    named = [v for v in stage.voices if v.represents and not _is_purpose(stage, v)]
    owners = [v for v in named if _is_owner(v, trigger, stage.sentence.language)]
    return owners[0].represents if owners else None


def _is_purpose(stage: Stage, voice: Voice) -> bool:
    """Tell whether a postposition shows for whom it is, and not whose: 'Ауғанстан үшін … құру бастамасы'."""
    tokens, language = stage.sentence.tokens, stage.sentence.language
    return any(t.lower in read_words("postposition", language) for t in tokens[voice.stop : voice.stop + 1])


def _is_owner(voice: Voice, trigger: Found[Trigger], language: str) -> bool:
    """Tell whether `voice` stands where an owner does: inside or after the phrase in Russian, else before."""
    if trigger.first <= voice.first < trigger.stop:
        return True
    ahead = voice.first - trigger.stop if language == "ru" else trigger.first - voice.stop
    return 0 <= ahead <= _OWNER and not voice.subject


def _leave_out_headline(report: Report, found: Sequence[Initiative]) -> Iterator[Initiative]:
    headline = report.headline
    body = [i for i in found if headline is None or not headline.covers(i.evidence[0].span)]
    yield from body or found
