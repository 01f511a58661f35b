"""A text cut at every edge of the words that are marked in it, so that marks may overlap."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elshi.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two edges: `numbers` of the marks over it, `ends` of those that end here."""

    text: str
    start: int
    numbers: tuple[int, ...]
    ends: tuple[int, ...]


def cut_text(text: str, whole: Span, marks: Iterable[tuple[int, Span]]) -> tuple[Piece, ...]:
    """Return `whole` of `text` in pieces, which joined are the text again; `marks` are numbered spans."""
    inside = [(n, span) for n, span in marks if span.start < whole.stop and whole.start < span.stop]
    edges = _list_edges(whole, [span for _, span in inside])
    return tuple(
        Piece(
            text[start:stop],
            start,
            tuple(dict.fromkeys(n for n, span in inside if span.start <= start and stop <= span.stop)),
            tuple(dict.fromkeys(n for n, span in inside if span.stop == stop)),
        )
        for start, stop in itertools.pairwise(edges)
    )


def _list_edges(whole: Span, spans: Sequence[Span]) -> list[int]:
    edges = {whole.start, whole.stop}
    for span in spans:
        edges |= {max(span.start, whole.start), min(span.stop, whole.stop)}
    return sorted(edges)
