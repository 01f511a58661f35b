"""Stretches of a report's text, and quotes tied to them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch [start, stop) of a text, counted in Unicode code points."""

    start: int
    stop: int

    def quote(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.stop]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def join(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that say so: a span and exactly what the report's text has there."""

    span: Span
    quote: str

    @classmethod
    def take(cls, text: str, span: Span) -> Evidence:
        """Quote `span` of `text`."""
        return cls(span, span.quote(text))

    def holds(self, text: str) -> bool:
        """Tell whether `text` still says these words at this place."""
        return self.span.quote(text) == self.quote
