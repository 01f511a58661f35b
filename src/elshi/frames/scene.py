"""A sentence as the frames see it: its people with their part in the clause, its names, dates and events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from elshi.lexicon.cues import Cues, read_cues
from elshi.model.markup import DateMention, Markup, Mention, Person, Sentence, Title
from elshi.model.report import Language
from elshi.model.span import Span

Part = Literal[
    "subject", "counterpart", "object", "agent", "target", "origin", "possessor", "speaker", "head"
]  # fmt: skip
_APPOSITION = 5  # how many tokens after a name its office may begin: 'Иванов (…), посол'


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at one place of a sentence: tokens [first, stop) with the office, and the part played."""

    person: int
    first: int
    stop: int
    part: Part


def people_of(actors: Iterable[Actor], *parts: Part) -> tuple[int, ...]:
    """Return the people who play one of `parts`, each once, in order."""
    return tuple(dict.fromkeys(a.person for a in actors if a.part in parts))


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with everything that the markup has inside it, in order."""

    number: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]

    @property
    def language(self) -> Language:
        """Return the language of the sentence."""
        return self.sentence.language

    def cues(self, name: str) -> Cues:
        """Return the cue words of the list `name` in the language of the sentence."""
        return read_cues(name, self.sentence.language)

    def has_cue(self, name: str, first: int, stop: int) -> bool:
        """Tell whether a cue word of the list `name` is among the tokens [first, stop)."""
        return self.cues(name).stand_in(self.words(first, stop))

    def index_at(self, position: int) -> int:
        """Return the index of the first token that ends after the text position `position`."""
        return bisect_right([t.span.stop for t in self.sentence.tokens], position)

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """Return the tokens [first, stop) that `span` touches."""
        starts = [t.span.start for t in self.sentence.tokens]
        return self.index_at(span.start), bisect_left(starts, span.stop)

    def span_of(self, first: int, stop: int) -> Span:
        """Return the span of the tokens [first, stop)."""
        return Span(self.sentence.tokens[first].span.start, self.sentence.tokens[stop - 1].span.stop)

    def words(self, first: int, stop: int) -> tuple[str, ...]:
        """Return the lower-case words of the tokens [first, stop); bounds outside the sentence are cut."""
        return tuple(t.lower for t in self.sentence.tokens[max(0, first) : max(0, stop)])

    def text_of(self, first: int, stop: int) -> str:
        """Return the words of the tokens [first, stop) as written, with one blank between any two."""
        return " ".join(t.text for t in self.sentence.tokens[first:stop])

    def named(self, *labels: str) -> tuple[Mention, ...]:
        """Return the mentions with one of `labels`."""
        return tuple(m for m in self.mentions if m.label in labels)


def read_scenes(markup: Markup) -> tuple[Scene, ...]:
    """Return one scene for each sentence of `markup`."""
    return tuple(
        Scene(
            number,
            sentence,
            tuple(m for m in markup.mentions if sentence.span.covers(m.span)),
            tuple(d for d in markup.dates if sentence.span.covers(d.span)),
        )
        for number, sentence in enumerate(markup.sentences)
    )


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a person stands in a sentence, the office beside the name included."""

    person: int
    first: int
    stop: int
    title: Title | None


def find_sightings(scene: Scene, people: Sequence[Person]) -> tuple[Sighting, ...]:
    """Return the people that `scene` speaks of, each place once, in order."""
    places = sorted(
        (mention, number)
        for number, person in enumerate(people)
        for mention in person.mentions
        if scene.sentence.span.covers(mention)
    )
    found: list[Sighting] = []
    for mention, number in places:
        lowest = found[-1].stop if found else 0
        found.append(_sight(scene, people[number], number, mention, lowest))
    return tuple(found)


def _sight(scene: Scene, person: Person, number: int, mention: Span, lowest: int) -> Sighting:
    first, stop = scene.tokens_of(mention)
    title = _title_beside(scene, person, mention, lowest)
    if title is not None and title.span.start < mention.start:
        begins = scene.tokens_of(title.span)[0]
        first = min(first, begins) if begins >= lowest else first  # an office shared stands farther off
    if title is not None and 0 <= scene.tokens_of(title.span)[0] - stop <= _APPOSITION:
        stop = scene.tokens_of(title.span)[1]
    return Sighting(number, first, stop, title)


def _title_beside(scene: Scene, person: Person, mention: Span, lowest: int) -> Title | None:
    """Return the first of the titles that lead up to `mention` in its sentence, else one after it."""
    beside = [t for t in person.titles if scene.sentence.span.covers(t.span)]
    before = [t for t in beside if t.span.stop <= mention.start]
    near = [t for t in before if scene.tokens_of(t.span)[0] >= lowest] or before[-1:]
    return min(near, key=lambda t: t.span.start) if near else next(iter(beside), None)
