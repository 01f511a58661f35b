"""Chairmanships: who chairs a body, sits in it, founded it, and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from elshi.frames.account import Account, read_account
from elshi.frames.clauses import find_clause, quote_clause, take_evidence
from elshi.frames.said_grounds import ground_words
from elshi.frames.speakers import find_holders
from elshi.frames.voices import Voice
from elshi.lexicon.gazetteer import read_kazakh_case
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, find_triggers, read_words
from elshi.model.frame import Chairmanship, ChairRole
from elshi.model.ground import Ground
from elshi.model.ids import derive_id
from elshi.model.markup import DateMention, Markup, Sentence
from elshi.model.report import Report

_ROLES: dict[str, ChairRole] = {role: role for role in get_args(ChairRole)}
_WEAK = ("owner", "country")  # ways of telling it in passing, which yield to a plain statement
_BODY = 5  # words of a body that the lexicon does not know
_OWNED = 5  # words between a country and its chairmanship: "Malta's current OSCE chairmanship"
_RECEIVER = 8  # tokens between 'переходит' and the one who takes over


def find_chairmanships(report: Report, markup: Markup) -> tuple[Chairmanship, ...]:
    """Return who chairs or sits in which body, in text order; `period` is EDTF, None where not stated.

    `body` is the code of the body, or its words where the lexicon does not know it. Presiding over
    one session and heading a delegation are none.
    """
    account = read_account(report, markup)
    found = [c for index in range(len(account.stages)) for c in _read_sentence(account, index)]
    last = {(c.body, c.holder, c.role): c for c in found}  # the body of a report outranks its headline
    stated = {(c.holder, c.role) for c in found if not c.rule.startswith(_WEAK)}
    return tuple(
        c
        for c in found
        if last[c.body, c.holder, c.role] is c
        and not (c.rule.startswith(_WEAK) and (c.holder, c.role) in stated)
    )


def _read_sentence(account: Account, index: int) -> Iterator[Chairmanship]:
    sentence = account.stages[index].sentence
    for trigger in find_triggers("chairmanships", sentence.tokens, sentence.language):
        if _is_title(account, trigger):
            continue
        holder = _find_holder(account, index, trigger)
        body = _find_body(account, index, trigger)
        if body is not None and holder is not None and holder != body:
            yield _make_chairmanship(account, index, trigger, body, holder)


def _is_title(account: Account, trigger: Found[Trigger]) -> bool:
    """Tell whether the phrase is the office of a person ('committee chair Aida Seit'), no country's."""
    titles = (title.span for person in account.markup.people for title in person.titles)
    return trigger.value.manner == "country" and any(span.overlaps(trigger.span) for span in titles)


def _find_body(account: Account, index: int, trigger: Found[Trigger]) -> str | None:
    """Return the body named nearest in the sentence, else the one that the report spoke of last."""
    goes_on = any(word.value.means == "forum" for word in account.stages[index].words)
    here_only = not goes_on and (trigger.value.manner == "country" or trigger.value.means == "member")
    for number in range(index, index - 1 if here_only else -1, -1):
        bodies = [v for v in account.stages[number].voices if v.kind == "body"]
        if bodies:
            near = min(bodies, key=lambda v: abs(v.first - trigger.first)) if number == index else bodies[-1]
            return near.name
    named = any(v.kind == "country" for v in account.stages[index].voices)
    return _read_body(account, index, trigger) if named and trigger.value.manner != "country" else None


def _read_body(account: Account, index: int, trigger: Found[Trigger]) -> str | None:
    """Return the words that name a body unknown to the lexicon: what stands beside the phrase."""
    sentence = account.stages[index].sentence
    first, stop = find_clause(sentence, trigger, ())
    beside = (max(first, trigger.first - _BODY), trigger.first) if sentence.language == "kk" else (
        trigger.stop, min(stop, trigger.stop + _BODY))  # fmt: skip
    return quote_clause(account.report, sentence, beside) if beside[0] < beside[1] else None


def _find_holder(account: Account, index: int, trigger: Found[Trigger]) -> str | None:
    stage = account.stages[index]
    countries = [v for v in stage.voices if v.kind == "country"]
    if trigger.value.manner == "receiver":
        return _find_receiver([v for v in countries if not _is_giver(stage.sentence, v)], trigger)
    if trigger.value.manner == "state":
        sitting = any(word.value.means == "session" for word in stage.words)
        return None if sitting else _find_state(countries, trigger)
    if trigger.value.manner == "country":
        return _find_neighbour(countries, trigger)
    if trigger.value.manner == "owner":
        return _find_owner(countries, trigger, stage.sentence.language)
    subjects = [v for v in countries if v.subject and v.stop <= trigger.first]
    if subjects:
        return subjects[-1].represents if stage.sentence.language != "kk" else subjects[0].represents
    holders = find_holders(account, index, trigger)
    codes = {h.represents for h in holders if h.represents and h.represents == h.represents.upper()}
    return codes.pop() if len(codes) == 1 else None


def _find_state(countries: Sequence[Voice], trigger: Found[Trigger]) -> str | None:
    """Return the country that is the subject, or that the words describe: 'төрағалық ететін Тиранаға'."""
    before = [v for v in countries if v.subject and v.stop <= max(trigger.first, trigger.stop - 1)]
    after = [v for v in countries if 0 <= v.first - trigger.stop <= 1]
    chosen = after[:1] if after and not before else before[-1:]
    return chosen[0].represents if chosen else None


def _find_neighbour(countries: Sequence[Voice], trigger: Found[Trigger]) -> str | None:
    """Return the country in the nominative next to the phrase: 'ШОС возглавляет Лаос'."""
    near = [
        v
        for v in countries
        if v.subject and (0 <= trigger.first - v.stop <= _OWNED or 0 <= v.first - trigger.stop <= _OWNED)
    ]
    return near[0].represents if near else None


def _find_owner(countries: Sequence[Voice], trigger: Found[Trigger], language: str) -> str | None:
    """Return whose chairmanship it is: the country after the word in Russian, right before it elsewhere."""
    after = [v for v in countries if 0 <= v.first - trigger.stop <= 1]
    if language == "ru":
        near = [v for v in after if not v.subject]
    else:
        near = [v for v in countries if 0 <= trigger.first - v.stop <= _OWNED and not v.subject]
    return near[-1].represents if near else after[0].represents if after and language == "en" else None


def _is_giver(sentence: Sentence, voice: Voice) -> bool:
    """Tell whether the country is the one that hands over: 'от Чада', 'from Chad', 'Чадтан'."""
    before = sentence.tokens[voice.first - 1].lower if voice.first else ""
    last = sentence.tokens[voice.stop - 1].lower
    ablative = sentence.language == "kk" and "ablative" in read_kazakh_case(last)
    return before in read_words("giver", sentence.language) or ablative


def _find_receiver(countries: Sequence[Voice], trigger: Found[Trigger]) -> str | None:
    """Return who takes over: the country after the words, or between them, or right before in Kazakh."""
    inside = [v for v in countries if trigger.first <= v.first < trigger.stop]
    after = [v for v in countries if 0 <= v.first - trigger.stop <= _RECEIVER]
    before = [v for v in countries if 0 <= trigger.first - v.stop <= _RECEIVER]
    chosen = inside or after or before[-1:]
    return chosen[0].represents if chosen else None


def _make_chairmanship(
    account: Account, index: int, trigger: Found[Trigger], body: str, holder: str
) -> Chairmanship:
    report, sentence = account.report, account.stages[index].sentence
    clause = find_clause(sentence, trigger, ())
    return Chairmanship(
        id=derive_id("cha", report.id, body, holder, trigger.span.start),
        body=body,
        surface=quote_clause(report, sentence, clause),
        holder=holder,
        role=_ROLES[trigger.value.means],
        period=_find_period(account, index),
        rule=f"{trigger.value.manner} {trigger.value.means}: {trigger.span.quote(report.text)}",
        evidence=take_evidence(report, sentence, clause),
        grounds=(
            *ground_words(),
            Ground("body", "nearest_body"),
            Ground("holder", trigger.value.manner),
            Ground("period", "dates_of_sentence"),
        ),
    )


def _find_period(account: Account, index: int) -> str | None:
    """Return the stretch that the dates of the sentence make: 'since', 'until', both, or the date itself."""
    span = account.stages[index].sentence.span
    dates = [d for d in account.markup.dates if span.covers(d.span) and d.when.edtf]
    since, until = _first_of(dates, "since"), _first_of(dates, "until")
    if since and until:
        return f"{since.rstrip('./')}/{until.lstrip('./')}"
    if since:
        return since if "/" in since else f"{since}/.."
    if until:
        return until if "/" in until else f"../{until}"
    return next((d.when.edtf for d in dates if d.kind == "at"), None)


def _first_of(dates: Sequence[DateMention], kind: str) -> str | None:
    return next((re.sub(r"[~?%]", "", d.when.edtf) for d in dates if d.kind == kind and d.when.edtf), None)
