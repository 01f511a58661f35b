"""Both sides of an engagement, where the report only says 'the sides'."""

from __future__ import annotations

from elshi.frames.account import Account
from elshi.frames.voices import Holder
from elshi.model.frame import Engagement

_PAIR = 2
_CODE = 2  # letters of a country code; bodies have more
PARTICIPANTS = "participants"


def find_sides(account: Account, index: int) -> tuple[Holder, ...]:
    """Return both sides of the engagement that sentence `index` goes on with.

    Two sides give two holders; more give one, the body that brings them together or "participants".
    """
    codes = _find_party_codes(account, index)
    if len(codes) == _PAIR:
        return tuple(Holder(code, code) for code in codes)
    bodies = [code for code in codes if len(code) > _CODE]
    if bodies:
        return (Holder(bodies[0], bodies[0]),)
    if len(codes) == 1:
        return (Holder(codes[0], codes[0]),)
    return (Holder(PARTICIPANTS, None),) if codes or account.official else ()


def find_all_sides(account: Account, index: int) -> tuple[str, ...]:
    """Return the codes of all sides of the engagement that sentence `index` goes on with, sorted."""
    return tuple(sorted(_find_party_codes(account, index)))


def _find_party_codes(account: Account, index: int) -> tuple[str, ...]:
    engagement = _find_engagement(account, index)
    if engagement is not None:
        sides = dict.fromkeys(
            p.represents for p in engagement.participants if p.side in {"a", "b"} and p.represents
        )
        return tuple(sides) if len(sides) == _PAIR else _prefer_countries(engagement.parties)
    return _find_codes_before(account, index)


def _find_codes_before(account: Account, index: int) -> tuple[str, ...]:
    """Return the codes named up to sentence `index`, from as many paragraphs as it takes to have two."""
    codes: dict[str, None] = {}
    for number in range(index, -1, -1):
        stage = account.stages[number]
        codes |= {v.represents: None for v in stage.voices if v.represents}
        first = number == 0 or account.stages[number - 1].sentence.paragraph != stage.sentence.paragraph
        if first and len(codes) >= _PAIR:
            return _prefer_countries(tuple(codes))
    return ()


def _prefer_countries(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two countries where there are just two: the body beside them only gives the frame."""
    countries = tuple(code for code in codes if len(code) == _CODE)
    return countries if len(countries) == _PAIR else codes


def _find_engagement(account: Account, index: int) -> Engagement | None:
    """Return the engagement told last before the sentence ends, in its paragraph or the one before."""
    sentence = account.stages[index].sentence
    starts = {s.sentence.paragraph: s.sentence.span.start for s in reversed(account.stages)}
    earliest = starts.get(sentence.paragraph - 1, starts[sentence.paragraph])
    told = [
        (
            max(e.span.start for e in engagement.evidence if e.span.start < sentence.span.stop),
            number,
            engagement,
        )
        for number, engagement in enumerate(account.engagements)
        if len(engagement.parties) >= _PAIR
        and any(e.span.start < sentence.span.stop for e in engagement.evidence)
    ]
    if not told:
        return None
    place, _, engagement = max(told, key=lambda t: (t[0], -t[1]))
    return engagement if place >= earliest or len(told) == 1 else None
