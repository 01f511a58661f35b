"""Topics that a sentence speaks of, by the words of topics.yml."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.match import Phrases
from elshi.lexicon.schema import Names, read_fields
from elshi.lexicon.written import split_compounds
from elshi.model.markup import Sentence
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.remember import remember

NO_TOPIC = "none"
# Names that hide the words they are made of; a country or a city is no word of a topic anyway.
_OPAQUE = frozenset({"body", "document"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the public record: its patterns, and the codes of bodies and series that show it too.

    `yes` and `no` are sentences that show it and that do not.
    """

    code: str
    patterns: Names
    names: tuple[str, ...]
    yes: Names
    no: Names


@remember
def find_topics(sentence: Sentence) -> tuple[tuple[str, Span], ...]:
    """Return the topics of `sentence` with the words that show them, in the order of the text.

    A topic may come more than once. Words inside the name of a body or a treaty show none, but the
    body itself may.
    """
    found = _load_phrases(sentence.language).find_all(split_compounds(sentence.tokens))
    names = find_names(sentence)
    hidden = [name.span for name in names if name.label in _OPAQUE]
    hidden += [f.span for f in found if f.value == NO_TOPIC]
    by_words = {
        (f.value, f.span) for f in found if f.value != NO_TOPIC and not any(h.covers(f.span) for h in hidden)
    }
    by_names = {(topic, m.span) for m in names for topic in topics_of_names().get(m.value or "", ())}
    return tuple(sorted(_keep_longest(by_words | by_names), key=lambda shown: (shown[1], shown[0])))


def _keep_longest(shown: set[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Yield what lies in no longer stretch: 'food security' is of agriculture, and not of security."""
    for topic, span in shown:
        if not any(other != span and other.covers(span) for _, other in shown):
            yield topic, span


@functools.cache
def topics_of_names() -> Mapping[str, tuple[str, ...]]:
    """Return the topics that the mention of a body or series shows, by its code."""
    topics = load_topics().values()
    codes = {code for topic in topics for code in topic.names}
    return {code: tuple(topic.code for topic in topics if code in topic.names) for code in codes}


@functools.cache
def load_topics() -> Mapping[str, Topic]:
    """Return the topics by code. Raises LexiconError on an entry that does not follow the schema."""
    found: dict[str, Topic] = {}
    for fields in read_fields("topics.yml"):
        yes, no = fields.take_inner("yes"), fields.take_inner("no")
        code = fields.take_text("code")
        if code in found:
            fields.refuse("the code stands twice")
        fields.take_optional_text("why")
        found[code] = Topic(
            code, fields.take_names(), fields.take_texts("names"), yes.take_names(), no.take_names()
        )
        yes.close()
        no.close()
    return found


@functools.cache
def _load_phrases(language: Language) -> Phrases[str]:
    patterns = {
        (pattern.replace("-", " "), topic.code)
        for topic in load_topics().values()
        for pattern in topic.patterns.get(language, ())
    }
    return Phrases(sorted(patterns), language)
