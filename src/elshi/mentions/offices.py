"""Offices in a sentence: which words are a post, and whether a deputy holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from elshi.lexicon.cues import read_cues
from elshi.lexicon.jobs import find_jobs
from elshi.lexicon.offices import NO_OFFICE, office_phrases
from elshi.lexicon.words import is_given_name
from elshi.model.markup import OfficeCode, Sentence
from elshi.model.span import Span

ENVOYS = frozenset({"ambassador", "permanent_representative", "consul_general", "charge_daffaires"})
_DEPUTIES: dict[str, OfficeCode] = {
    "foreign_minister": "deputy_foreign_minister",
    "minister": "deputy_minister",
    "speaker": "deputy_speaker",
    "secretary_general": "deputy_secretary_general",
    "head_of_government": "deputy_head_of_government",
    "director_general": "official",
}


@dataclass(frozen=True, slots=True)
class Office:
    """An office found in a sentence: its own tokens [first, stop) and its code."""

    code: OfficeCode
    first: int
    stop: int
    span: Span


def find_offices(sentence: Sentence) -> tuple[Office, ...]:
    """Return the offices of `sentence` in order; the longest reading of the same words wins."""
    return tuple(
        _demote(sentence, Office(cast("OfficeCode", found.value), found.first, found.stop, found.span))
        for found in office_phrases(sentence.language).find(sentence.tokens)
        if found.value != NO_OFFICE and not _is_surname(sentence, found.first, found.stop)
    )


def find_any_jobs(sentence: Sentence) -> tuple[Office, ...]:
    """Return the jobs of a Russian `sentence`, whatever they are, each as the office 'other'."""
    return tuple(
        Office("other", found.first, found.stop, found.span)
        for found in find_jobs(sentence)
        if not _is_surname(sentence, found.first, found.stop)
    )


def _is_surname(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether the word is what somebody is called: 'Владимир Королев' is no queen."""
    if sentence.language == "en":
        return _is_given_name(sentence, first, stop)
    if sentence.language != "ru" or stop - first > 1 or first == 0 or not sentence.tokens[first].capital:
        return False
    before = sentence.tokens[first - 1]
    return before.capital and is_given_name(before.text)


def _is_given_name(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether what looks like an English office is a given name: 'President Sultan bin Rashid'."""
    after = sentence.tokens[stop : stop + 1]
    descent = any(token.lower in read_cues("descent", "en") for token in after)
    return descent and stop - first == 1 and sentence.tokens[first].capital


def _demote(sentence: Sentence, office: Office) -> Office:
    """Read 'Deputy' before, or 'орынбасары' after, an office that the lexicon lists in full only."""
    tokens = sentence.tokens
    beside = office.stop if sentence.language == "kk" else office.first - 1
    if office.code not in _DEPUTIES or not 0 <= beside < len(tokens):
        return office
    if tokens[beside].lower not in read_cues("deputies", sentence.language):
        return office
    first, stop = min(office.first, beside), max(office.stop, beside + 1)
    return Office(
        _DEPUTIES[office.code], first, stop, Span(tokens[first].span.start, tokens[stop - 1].span.stop)
    )
