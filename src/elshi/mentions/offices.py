"""Offices in a sentence: which words are a post, and whether a deputy holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from elshi.lexicon.cues import read_cues
from elshi.lexicon.offices import NO_OFFICE, office_phrases
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
        if found.value != NO_OFFICE
    )


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
