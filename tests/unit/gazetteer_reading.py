"""How the tests of the gazetteer and of the topics read a sentence."""

from __future__ import annotations

from elshi.lexicon.gazetteer import find_names
from elshi.model.markup import Sentence
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.segment import tokenize


def make_sentence(text: str, language: Language) -> Sentence:
    """Return `text` as one sentence of a report that consists of it."""
    span = Span(0, len(text))
    return Sentence(span, 0, language, tokenize(text, span))


def read_names(text: str, language: Language, *labels: str) -> list[tuple[str, str | None]]:
    """Return (surface, value) of the names in `text`, of the labels given or of all."""
    found = find_names(make_sentence(text, language))
    return [(m.surface, m.value) for m in found if not labels or m.label in labels]
