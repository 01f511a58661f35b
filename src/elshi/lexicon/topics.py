"""Topics that a sentence speaks of, by the words of topics.yml."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from elshi.lexicon.gazetteer import find_names
from elshi.lexicon.match import Found, Phrases
from elshi.lexicon.schema import Names, read_fields
from elshi.lexicon.written import split_compounds
from elshi.model.markup import Sentence
from elshi.model.report import Language
from elshi.model.span import Span

NO_TOPIC = "none"
# Names that hide the words they are made of; a country or a city is no word of a topic anyway.
_OPAQUE = frozenset({"body", "document"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the public record: its code, its patterns, and sentences that show it or do not."""

    code: str
    patterns: Names
    yes: Names
    no: Names


def find_topics(sentence: Sentence) -> tuple[tuple[str, Span], ...]:
    """Return the topics of `sentence` with the words that show them, in the order of the text.

    A topic may come more than once. Words inside the name of a body or a treaty show none.
    """
    found = _load_phrases(sentence.language).find_all(split_compounds(sentence.tokens))
    names = [m.span for m in find_names(sentence) if m.label in _OPAQUE] if found else []
    hidden = [*names, *(f.span for f in found if f.value == NO_TOPIC)]
    shown = [f for f in found if f.value != NO_TOPIC and not any(h.covers(f.span) for h in hidden)]
    return tuple((f.value, f.span) for f in _keep_longest(shown))


def _keep_longest(found: list[Found[str]]) -> Iterator[Found[str]]:
    """Yield the matches that lie in no longer one of the same topic."""
    for one in found:
        if not any(one is not f and f.value == one.value and f.span.covers(one.span) for f in found):
            yield one


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
        found[code] = Topic(code, fields.take_names(), yes.take_names(), no.take_names())
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
