"""Who wins where the encoder and the rules say different things of the same words.

Closed lists and grammars (countries, nationality words, cities, listed bodies, treaties and series,
ordinals) know what they name: the encoder adds to them and never overrules them. Of persons, offices, and
bodies and events that no list has, the encoder knows more than a run of capitals tells: there it decides,
and of dates it has the words alone ('2026 года'), where the grammar takes what it needs to resolve them
('до конца 2026 года').
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from elshi.model.markup import DateMention, Mention, Person
from elshi.model.span import Span

CAPITALS = "capitals"  # the rule of names known by their capitals alone
OFFICES = "offices"
DATES = "dates"
_GUESSED = frozenset({CAPITALS, OFFICES, DATES})
_BLOCK = 64  # characters
_UNSURE = 0.5  # of a name that only its capitals tell
_SURE = 0.7  # of the encoder: what lies inside a person this sure is no country or city
_ONCE = frozenset({"date", "event", "document", "project"})
_WHOLE = frozenset({"person", "country", "nationality", "place", "ordinal", "number", "money"})


def combine(rules: Sequence[Mention], encoded: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions of one report: by rules and by the encoder, in text order, the outer first.

    Both must quote the same text. None of what is returned crosses another, and no words are named
    twice alike. Without `encoded` the rules stand for themselves.
    """
    listed = [m for m in rules if m.rule not in _GUESSED]
    persons = [m for m in encoded if m.label == "person" and m.confidence >= _SURE]
    names = _Settled()
    names.add(persons)
    settled = _Settled()
    settled.add(sorted((m for m in listed if not names.hold(m)), key=_by_length))
    settled.add(sorted(encoded, key=_by_confidence))
    settled.add(sorted((m for m in rules if m.rule in _GUESSED), key=_by_length))
    return tuple(sorted(settled.mentions, key=lambda m: (m.span.start, -m.span.stop, m.label)))


def list_mentions(
    text: str, mentions: Iterable[Mention], dates: Iterable[DateMention], people: Sequence[Person]
) -> tuple[Mention, ...]:
    """Return what the rules name, for `combine`: a name that no person of the report bears is left out."""
    named = {span for person in people for span in person.mentions}
    told = (m for m in mentions if m.rule != CAPITALS or m.span in named)
    when = (Mention("date", d.span, d.span.quote(text), d.when.edtf, DATES) for d in dates)
    known = (replace(m, confidence=_UNSURE) if m.rule == CAPITALS else m for m in told)
    return (*known, *when)


class _Settled:
    """The mentions decided on so far, found by place: a long report has thousands."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._by_block: dict[int, list[Mention]] = defaultdict(list)

    def add(self, more: Iterable[Mention]) -> None:
        """Add those of `more`, in their order, that can stand beside what is there already."""
        for mention in more:
            if all(_may_stand(mention, other) for other in self._near(mention.span)):
                self.mentions.append(mention)
                for block in _list_blocks(mention.span):
                    self._by_block[block].append(mention)

    def hold(self, mention: Mention) -> bool:
        """Tell whether one of the mentions has this one inside it."""
        return any(_lies_in(mention.span, other.span) for other in self._near(mention.span))

    def _near(self, span: Span) -> Iterator[Mention]:
        return (mention for block in _list_blocks(span) for mention in self._by_block.get(block, ()))


def _list_blocks(span: Span) -> range:
    return range(span.start // _BLOCK, (span.stop - 1) // _BLOCK + 1)


def _may_stand(mention: Mention, other: Mention) -> bool:
    """Tell whether `mention` can be told beside `other`, which is settled."""
    if not mention.span.overlaps(other.span):
        return True
    if mention.span == other.span:
        return False
    if _lies_in(mention.span, other.span):
        return _may_hold(other, mention) and (mention.label != other.label or mention.rule == other.rule)
    return _lies_in(other.span, mention.span) and _may_hold(mention, other)


def _may_hold(outer: Mention, inner: Mention) -> bool:
    """Tell whether one can stand inside the other: a body in a body, but no date in a date."""
    if outer.label in _WHOLE or (outer.label == inner.label and outer.label in _ONCE):
        return False
    return (outer.label, inner.label) != ("office", "person")


def _lies_in(inner: Span, outer: Span) -> bool:
    return inner != outer and outer.covers(inner)


def _by_length(mention: Mention) -> tuple[int, int]:
    return mention.span.start - mention.span.stop, mention.span.start


def _by_confidence(mention: Mention) -> tuple[float, int, int]:
    return -mention.confidence, mention.span.start, -mention.span.stop
