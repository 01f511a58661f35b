"""The tokens that stand next to a stretch of a sentence."""

from __future__ import annotations

from elshi.model.markup import Sentence, Token
from elshi.model.span import Span


def tokens_before(sentence: Sentence, span: Span, count: int = 1) -> tuple[Token, ...]:
    """Return the last `count` tokens that end before `span`, in order; fewer where the sentence begins."""
    return tuple(t for t in sentence.tokens if t.span.stop <= span.start)[-count:]


def tokens_after(sentence: Sentence, span: Span, count: int = 1) -> tuple[Token, ...]:
    """Return the first `count` tokens that begin after `span`, in order; fewer where the sentence ends."""
    return tuple(t for t in sentence.tokens if t.span.start >= span.stop)[:count]


def words_before(sentence: Sentence, span: Span, count: int = 1) -> tuple[str, ...]:
    """Return the last `count` words and marks before `span`, in lower case."""
    return tuple(t.lower for t in tokens_before(sentence, span, count))


def words_after(sentence: Sentence, span: Span, count: int = 1) -> tuple[str, ...]:
    """Return the first `count` words and marks after `span`, in lower case."""
    return tuple(t.lower for t in tokens_after(sentence, span, count))
