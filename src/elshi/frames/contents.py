"""What a report's markup has in each of its sentences, sorted out once for the whole report."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from elshi.model.markup import Markup, Mention, Person, Sentence
from elshi.model.span import Span
from elshi.text.remember import Same


@dataclass(frozen=True, slots=True)
class Contents:
    """The mentions inside a sentence, the titles that reach into it, and who stands in it where.

    A person comes with the mentions inside the sentence, or with the first title where there are none.
    """

    mentions: tuple[Mention, ...]
    titles: tuple[Span, ...]
    people: tuple[tuple[Person, tuple[Span, ...]], ...]


def find_contents(sentence: Sentence, markup: Markup) -> Contents:
    """Return what `markup` has in `sentence`, one of its own."""
    return _sort_out(Same(markup))[sentence.span]


@functools.lru_cache(maxsize=2)  # the report at hand; positions, promises and proposals ask for all of it
def _sort_out(markup: Same[Markup]) -> Mapping[Span, Contents]:
    spans = sorted({sentence.span for sentence in markup.value.sentences})
    mentions: dict[Span, list[Mention]] = {span: [] for span in spans}
    titles: dict[Span, list[Span]] = {span: [] for span in spans}
    people: dict[Span, list[tuple[Person, tuple[Span, ...]]]] = {span: [] for span in spans}
    for mention in markup.value.mentions:
        for span in _find_touched(spans, mention.span):
            if span.covers(mention.span):
                mentions[span].append(mention)
    for person in markup.value.people:
        for title in person.titles:
            for span in _find_touched(spans, title.span):
                titles[span].append(title.span)
        for span, places in _find_places(spans, person):
            people[span].append((person, places))
    return {span: Contents(tuple(mentions[span]), tuple(titles[span]), tuple(people[span])) for span in spans}


def _find_places(spans: Sequence[Span], person: Person) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Yield the sentences that speak of `person`, with the mentions there or the first title."""
    stated = [title.span for title in person.titles if title.span.start < title.span.stop]
    for span in {touched for one in (*person.mentions, *stated) for touched in _find_touched(spans, one)}:
        named = tuple(one for one in person.mentions if span.covers(one))
        places = named or tuple(one for one in stated if span.covers(one))[:1]
        if places:
            yield span, places


def _find_touched(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of `spans`, which are sorted and do not overlap, that `span` touches."""
    first = bisect_left(spans, span.start, key=lambda one: one.stop)
    return spans[first : bisect_right(spans, span.stop, key=lambda one: one.start)]
