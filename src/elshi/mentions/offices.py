"""Offices in a sentence, with the country or body they belong to and the post of an envoy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from elshi.lexicon.match import Found
from elshi.lexicon.offices import NO_OFFICE, office_phrases
from elshi.lexicon.places import body
from elshi.lexicon.words import finite_verb
from elshi.model.markup import Mention, OfficeCode, Sentence, Title
from elshi.model.span import Span

ENVOYS = frozenset({"ambassador", "permanent_representative", "consul_general", "charge_daffaires"})
_REACH = {"ru": 30, "kk": 14, "en": 14}
_POSTED = re.compile(r"(?:[дт][ае]ғ[ыі]|[дт][ае]г[ыі]|жанындағы)$")
_TO_POST = {"ru": frozenset({"в", "во", "при", "на"}), "en": frozenset({"to", "in", "at"})}
_BREAKS = frozenset({";", "—", "«", "»", "“", "”"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office found in a sentence: its own tokens [first, stop) and its code."""

    code: OfficeCode
    first: int
    stop: int
    span: Span


def find_offices(sentence: Sentence) -> tuple[Office, ...]:
    """Return the offices of `sentence` in order; the longest reading of the same words wins."""
    found = office_phrases(sentence.language).find(sentence.tokens)
    return tuple(_demote(sentence, office) for office in _read(found))


_DEPUTIES: dict[str, OfficeCode] = {
    "foreign_minister": "deputy_foreign_minister", "minister": "deputy_minister", "speaker": "deputy_speaker",
    "secretary_general": "deputy_secretary_general", "head_of_government": "deputy_head_of_government",
    "director_general": "official",
}  # fmt: skip
_DEPUTY = {"en": ("deputy", "vice", "assistant"), "ru": ("заместител", "зам"), "kk": ("орынбасар",)}


def _demote(sentence: Sentence, office: Office) -> Office:
    """Read 'Deputy' before, or 'орынбасары' after, an office that the lexicon lists in full only."""
    if sentence.language == "kk":
        first, stop, reach = office.stop, office.stop + 1, (office.first, office.stop + 1)
    else:
        first, stop, reach = office.first - 1, office.first, (office.first - 1, office.stop)
    beside = sentence.tokens[max(0, first) : stop]
    if not beside or office.code not in _DEPUTIES or not beside[0].lower.startswith(_DEPUTY[sentence.language]):
        return office
    span = Span(sentence.tokens[reach[0]].span.start, sentence.tokens[reach[1] - 1].span.stop)
    return Office(_DEPUTIES[office.code], *reach, span)


def _read(found: Sequence[Found[str]]) -> Iterator[Office]:
    for office in found:
        if office.value != NO_OFFICE:
            yield Office(cast("OfficeCode", office.value), office.first, office.stop, office.span)


def describe_office(
    sentence: Sentence, office: Office, names: Sequence[Mention], limit: tuple[int, int]
) -> Title:
    """Return `office` as a title, with what its words before and after say of country, body and post.

    `names` are the gazetteer's mentions of the sentence; `limit` the token range [first, stop)
    that may belong to the office: nothing of another person's office is read into this one.
    """
    first, stop = _reach(sentence, office, limit)
    around = Span(sentence.tokens[first].span.start, sentence.tokens[stop - 1].span.stop)
    near = [name for name in names if around.covers(name.span) and name.label in _OWNERS]
    before = [name for name in near if name.span.stop <= office.span.start]
    if sentence.language == "en":
        before = [name for name in before if not _is_parted(sentence, name, office)]
    inside = [name for name in near if name.span.overlaps(office.span)]
    after = [name for name in near if name.span.start >= office.span.stop and not _is_elsewhere(sentence, name)]
    posts = _find_posts(sentence, near, office)
    sent_to = {read_code(post) for post in posts}
    owners = [n for n in _by_nearness(sentence.language, before, inside, after) if read_code(n) not in sent_to]
    span = _tighten(office.span, owners[:1])
    return Title(
        span=span,
        office=office.code,
        text=_text(sentence, span),
        represents=read_code(owners[0]) if owners else None,
        posted_to=read_code(posts[0]) if posts else None,
        body_text=owners[0].surface if owners else None,
        former=_is_former(sentence, first, office.first),
    )


_OWNERS = frozenset({"country", "nationality", "body", "place"})


def _reach(sentence: Sentence, office: Office, limit: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens that can belong to the office: up to a verb, a mark or the limit."""
    reach = _REACH[sentence.language]
    first, stop = office.first, office.stop
    lowest, highest = max(limit[0], office.first - reach), min(limit[1], office.stop + reach)
    while first > lowest and not _breaks(sentence, first - 1, before=True):
        first -= 1
    while stop < highest and sentence.language != "kk" and not _breaks(sentence, stop, before=False):
        stop += 1
    return first, stop


def _breaks(sentence: Sentence, index: int, *, before: bool) -> bool:
    token = sentence.tokens[index]
    if token.text in _BREAKS or finite_verb(token, sentence.language):
        return True
    if token.text == ",":
        return before or sentence.language != "ru"
    return before and sentence.language == "ru" and token.lower in {"с", "со", "и", "от", "к", "у"}


def _is_parted(sentence: Sentence, name: Mention, office: Office) -> bool:
    """Tell whether the country before an English office belongs to the one before: 'of Iran and President'."""
    between = [t.lower for t in sentence.tokens if name.span.stop <= t.span.start < office.span.start]
    return bool({"and", ",", "with", "by", "to", "that", "has"} & set(between))


def _is_elsewhere(sentence: Sentence, name: Mention) -> bool:
    """Tell whether a Russian country stands after 'в' or 'из' and so is not whose office it is."""
    before = [t.lower for t in sentence.tokens if t.span.stop <= name.span.start][-1:]
    return sentence.language == "ru" and bool({"в", "во", "на", "из", "с"} & set(before))


def _find_posts(sentence: Sentence, near: Sequence[Mention], office: Office) -> list[Mention]:
    """Return the country, city or body an envoy is sent to: 'в Греции', 'Иорданиядағы', 'to the UN'."""
    if office.code not in ENVOYS:
        return []
    if sentence.language == "kk":
        return [n for n in near if _POSTED.search(n.surface.lower()) or _next_word(sentence, n) == "жанындағы"]
    return [n for n in near if n.span.start >= office.span.stop and _follows_preposition(sentence, n, near)]


def _follows_preposition(sentence: Sentence, name: Mention, near: Sequence[Mention]) -> bool:
    """Tell whether the last word before `name`, adjectives left out, sends somebody there."""
    before = [t for t in sentence.tokens if t.span.stop <= name.span.start][-5:]
    while before and (
        any(n.label == "nationality" and n.span.covers(before[-1].span) for n in near)
        or before[-1].lower in {"г", ".", "городе", "the", "республике", "королевстве"}
    ):
        before.pop()
    return bool(before) and before[-1].lower in _TO_POST[sentence.language]


def _next_word(sentence: Sentence, name: Mention) -> str:
    return next((t.lower for t in sentence.tokens if t.span.start >= name.span.stop), "")


def _by_nearness(
    language: str, before: list[Mention], inside: list[Mention], after: list[Mention]
) -> list[Mention]:
    """Order the candidates for the office's owner: the usual side of the language first."""
    if language == "ru":
        adjectives = [m for m in before[-1:] if m.label == "nationality"]
        return [*inside, *adjectives, *after]
    if language == "kk":
        return [*inside, *reversed(before)]
    return [*inside, *reversed(before[-1:]), *after]


def read_code(mention: Mention) -> str | None:
    """Return the party that `mention` stands for: a city its country, an organ the body it belongs to."""
    value = mention.value
    if value is None:
        return None
    if mention.label == "place":
        return value.rsplit("|", 1)[-1]
    known = body(value) if mention.label == "body" else None
    return known.party if known else value


def _tighten(office: Span, owners: Sequence[Mention]) -> Span:
    """Widen the office to the country or body beside it, as it would be quoted."""
    for mention in owners:
        if abs(mention.span.stop - office.start) <= 1 or abs(office.stop - mention.span.start) <= 1:
            office = office.join(mention.span)
    return office


def _text(sentence: Sentence, span: Span) -> str:
    inside = [t for t in sentence.tokens if span.covers(t.span)]
    text, last = "", None
    for token in inside:
        text += " " * (last is not None and token.span.start > last) + token.text
        last = token.span.stop
    return text


_FORMER = frozenset({
    "бывший", "бывшего", "бывшему", "бывшим", "экс", "тогдашний", "бұрынғы", "former", "then", "ex",
    "outgoing",
})  # fmt: skip


def _is_former(sentence: Sentence, first: int, office: int) -> bool:
    return any(token.lower in _FORMER for token in sentence.tokens[max(0, first - 1) : office])
