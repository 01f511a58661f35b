"""A report cut into the units that mentions consist of: words and single marks, each of some pieces."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tokenizers import Tokenizer

from elshi.model.span import Span

_ENDS = frozenset(".!?…")  # what a sentence ends with
LONGEST = 48  # pieces in one unit at most: what is longer (an address, a line without blanks) is several


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a text in order. `pieces` of unit i are `pieces[opens[i]:opens[i + 1]]`.

    `starts` and `stops` are code points of the text; where the tokenizer writes one letter as several
    ('ﬁ'), or drops one (a soft hyphen), they are still those of the text as it was given.
    """

    pieces: tuple[int, ...]
    opens: tuple[int, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.starts)

    def span(self, first: int, stop: int) -> Span:
        """Return the place of the units [first, stop) in the text."""
        return Span(self.starts[first], self.stops[stop - 1])

    def cover(self, span: Span) -> tuple[int, int]:
        """Return the units [first, stop) that `span` touches: the one nearest where it touches none."""
        first = min(bisect_right(self.stops, span.start), len(self) - 1)
        return first, max(first + 1, bisect_left(self.starts, span.stop))


def cut_units(text: str, tokenizer: Tokenizer) -> Units:
    """Return the units of `text`. No character but blanks and control characters is left out."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    opens: list[int] = []
    starts: list[int] = []
    stops: list[int] = []
    before: int | None = None
    for piece, (word, (start, stop)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        if word != before or piece - opens[-1] >= LONGEST:
            opens.append(piece)
            starts.append(start)
            stops.append(stop)
        stops[-1] = max(stops[-1], stop)
        before = word
    marked = tuple(_take_marks(text, stop) for stop in stops)
    return Units(tuple(encoding.ids), (*opens, len(encoding.ids)), tuple(starts), marked)


def find_cuts(text: str, units: Units) -> tuple[int, ...]:
    """Return the units of `text` at which a sentence or a line begins, the first one too."""
    return tuple(unit for unit in range(len(units)) if _is_cut(text, units, unit))


def _is_cut(text: str, units: Units, unit: int) -> bool:
    if not unit:
        return True
    stop, start = units.stops[unit - 1], units.starts[unit]
    between = text[stop:start]
    return "\n" in between or bool(between and text[stop - 1] in _ENDS and text[start].isupper())


def _take_marks(text: str, stop: int) -> int:
    """Return the end of the unit with the accents that follow its last letter as characters of their own."""
    while stop < len(text) and (text[stop] > "\u02ff" and unicodedata.category(text[stop])[0] == "M"):
        stop += 1
    return stop
