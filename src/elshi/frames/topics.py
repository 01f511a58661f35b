"""What an engagement was about: the topics that its own sentences name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.frames.drafts import Draft
from elshi.frames.scene import Scene, find_sightings
from elshi.frames.telling import Telling
from elshi.lexicon.engagements import find_construction
from elshi.lexicon.topics import find_topics, topics_of_names
from elshi.model.span import Span

_MOST, _MOST_LISTED = 3, 7  # topics: of what is merely told, and of an agenda
_SENTENCES = 5  # what stands further on is detail
_BRIEF = frozenset({"signing", "appointment", "message"})  # told in one sentence; more is of the talks
# Where nothing is said: commissions of two governments are on trade; consultations of ministries, calls of
# leaders and an envoy's credentials are the political relations of two states themselves.
_IMPLIED = {"commission": "trade", "consultations": "politics", "call": "politics", "credentials": "politics"}
_FIELD = (
    8  # tokens that an office can spread over behind its own words: 'Minister of Food and Light Industry'
)


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A topic and the words that show it; `listed` ones stand in a sentence on what was discussed."""

    topic: str
    span: Span
    listed: bool


def choose_topics(telling: Telling, draft: Draft) -> tuple[TopicWord, ...]:
    """Return the topics of `draft`, each once with the words that show it first, in the order of the text.

    All those of an agenda ('Trade, water and visas were discussed') count, else the ones named most often.
    Talk of relations in general is politics, where no other topic is named.
    """
    found = list(_find_words(telling, draft))
    first = {word.topic: word for word in reversed(found)}
    listed = dict.fromkeys(word.topic for word in found if word.listed)
    counted = [word.topic for word in found]
    others = sorted(
        (t for t in first if t not in listed), key=lambda t: (-counted.count(t), counted.index(t))
    )
    room = max(0, _MOST - len(listed))
    chosen = [*list(listed)[:_MOST_LISTED], *others[:room]]
    if not chosen:
        return tuple(_imply_topic(telling, draft))
    return tuple(sorted((first[topic] for topic in chosen), key=lambda word: word.span))


def _find_words(telling: Telling, draft: Draft) -> Iterator[TopicWord]:
    numbers = draft.scenes[: 1 if draft.act.type in _BRIEF else _SENTENCES]
    for number in numbers:
        scene = telling.scenes[number]
        hidden = list(_find_fields(telling, scene, draft))
        listed = bool(find_construction(scene.sentence, "agenda"))
        for topic, span in find_topics(scene.sentence):
            if not any(field.covers(span) for field in hidden):
                yield TopicWord(topic, span, listed)


def _find_fields(telling: Telling, scene: Scene, draft: Draft) -> Iterator[Span]:
    """Yield where the sentence says of what somebody who takes no part is minister: that is no topic."""
    for sighting in find_sightings(scene, telling.markup.people):
        title = sighting.title
        if title is None or sighting.person in draft.people or not scene.sentence.span.covers(title.span):
            continue
        first, stop = scene.tokens_of(title.span)
        while first > 0 and scene.sentence.tokens[first - 1].capital:
            first -= 1  # 'Health Minister'
        names = (scene.tokens_of(name)[0] for name in telling.person(sighting.person).mentions)
        reach = min(stop + _FIELD, len(scene.sentence.tokens))
        yield scene.span_of(first, min((name for name in names if stop <= name < reach), default=reach))


def _imply_topic(telling: Telling, draft: Draft) -> Iterator[TopicWord]:
    """Yield the topic of the series that meets, of a body's meeting, or of talk of relations in general."""
    scene = telling.scenes[draft.act.scene]
    words = scene.span_of(draft.act.first, draft.act.stop)
    topics = topics_of_names()
    bodies = [topic for code in draft.codes for topic in topics.get(code, ())] if draft.act.event else []
    if draft.act.type == "conference" and bodies:
        yield TopicWord(bodies[0], words, listed=False)
    elif draft.act.type in _IMPLIED:
        yield TopicWord(_IMPLIED[draft.act.type], words, listed=False)
    else:
        yield from _find_relations(telling, draft)


def _find_relations(telling: Telling, draft: Draft) -> Iterator[TopicWord]:
    sentences = (telling.scenes[number].sentence for number in draft.scenes[:_SENTENCES])
    spans = [found.span for sentence in sentences for found in find_construction(sentence, "relations")]
    yield from (TopicWord("politics", span, listed=False) for span in spans[:1])
