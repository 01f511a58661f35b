"""The encoder: mentions, relations between them, and vectors of a report, from one small model."""

from __future__ import annotations

import functools
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from elshi.mentions.shipped import Shipped, open_shipped
from elshi.mentions.stretches import Stretch, choose_stretches, find_stretches
from elshi.mentions.units import Units, cut_units, find_cuts
from elshi.mentions.windows import Window, lay_windows
from elshi.model.markup import Mention, MentionLabel
from elshi.model.span import Span

Floats = NDArray[np.float32]
RULE = "encoder"
_OPEN, _CLOSE = 0, 2  # the pieces that begin and end every window


@dataclass(frozen=True, slots=True)
class Relation:
    """What two mentions of a report have to do with one another; `head` and `tail` count its mentions.

    `kind`: 'holds' (person, office), 'of' (office, body or country), 'takes_part' (participant, event),
    'at' (event, place), 'on' (event, date).
    """

    kind: str
    head: int
    tail: int
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class States:
    """What the model knows of each unit: of its first piece, of its last, and summed over its pieces."""

    first: Floats  # [units, width]
    last: Floats
    sums: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Encoding:
    """What the encoder says of one text: its mentions in text order, the outer before the inner.

    `sums` [units, width] and `turn` [width, width] make the vectors; use `vector` and `embed`.
    """

    text: str
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    units: Units
    sums: Floats
    turn: Floats

    @property
    def vector(self) -> Floats:
        """Return the vector of the whole text [width], of length one (nought for a text without words)."""
        return self.embed(Span(0, len(self.text)))

    def embed(self, span: Span) -> Floats:
        """Return the vector of the words that lie in `span`, of length one (nought where there are none)."""
        first = bisect_left(self.units.starts, span.start)
        stop = max(first, bisect_right(self.units.stops, span.stop))
        vector: Floats = self.sums[first:stop].sum(axis=0) @ self.turn
        length = float(np.linalg.norm(vector))
        return vector / length if length > 0 else vector


class Encoder:
    """Reads texts. Make one with `load`, once; it may be used by several threads."""

    def __init__(self, shipped: Shipped) -> None:
        """Take the loaded model."""
        self._shipped = shipped
        self._labels: list[MentionLabel] = shipped.card["labels"]
        self._kinds = list(shipped.card["relations"])
        self._options = onnxruntime.RunOptions()
        self._options.only_execute_path_to_fetches = True  # the corpora's own heads cost nothing unasked

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 0) -> Encoder:
        """Return the encoder whose files lie in `folder`, by default in the package.

        `threads` is how many cores one report may use, 0 for all. Raises ModelError.
        """
        return cls(open_shipped(folder, threads))

    @property
    def digest(self) -> str:
        """Return a digest of the files of the model: another one where a weight was changed."""
        files = "".join(sorted(self._shipped.card["files"].values()))
        return hashlib.blake2b(files.encode(), digest_size=8).hexdigest()

    def read(self, text: str) -> Encoding:
        """Return the mentions, relations and vectors of `text`, however long it is."""
        units = cut_units(text, self._shipped.tokenizer)
        found, states = self._run(units, "elshi")
        chosen = choose_stretches(found)
        mentions = tuple(self._name(text, units, stretch) for stretch in chosen)
        relations = self._relate(chosen, states, find_cuts(text, units))
        return Encoding(text, mentions, relations, units, states.sums, self._shipped.turn)

    def read_many(self, texts: Iterable[str]) -> tuple[Encoding, ...]:
        """Return the encodings of `texts`, in their order. No answer depends on the other texts."""
        return tuple(self.read(text) for text in texts)

    def relate(self, text: str, named: Sequence[tuple[MentionLabel, Span]]) -> tuple[Relation, ...]:
        """Return the relations between mentions that are given, counted by their places in `named`."""
        units = cut_units(text, self._shipped.tokenizer)
        _, states = self._run(units, "elshi")
        stretches = [Stretch(*units.cover(span), self._labels.index(label), 1.0) for label, span in named]
        return self._relate(stretches, states, find_cuts(text, units))

    def score(self, text: str, head: str) -> list[tuple[Span, str, float]]:
        """Return what a corpus's own `head` ('kaznerd', 'nerel' …) finds: places, labels and confidence.

        For measuring the encoder against corpora with labels of their own.
        """
        units = cut_units(text, self._shipped.tokenizer)
        corpus = self._shipped.card["corpora"][head]
        chosen = choose_stretches(self._run(units, head)[0], nested=corpus["nested"])
        return [(units.span(s.first, s.stop), corpus["labels"][s.label], s.confidence) for s in chosen]

    def _run(self, units: Units, head: str) -> tuple[list[Stretch], States]:
        """Return what `head` finds in the text, window by window, and the states of all units."""
        found: list[Stretch] = []
        shape = (len(units), int(self._shipped.card["width"]))
        states = States(*(np.zeros(shape, np.float32) for _ in range(3)))
        for window in lay_windows(units):
            offset = units.opens[window.first]
            opens = np.array(units.opens[window.first : window.stop + 1]) - offset + 1
            pieces = [_OPEN, *units.pieces[offset : units.opens[window.stop]], _CLOSE]
            feeds = {"pieces": np.array([pieces]), "first": opens[None, :-1], "last": opens[None, 1:] - 1}
            inner, scores = self._shipped.session.run(["states", head], feeds, self._options)
            _put(states, window, inner[0], opens)
            found += _own(window, find_stretches(scores[0]))
        return found, states

    def _relate(self, chosen: Sequence[Stretch], states: States, cuts: Sequence[int]) -> tuple[Relation, ...]:
        pairs = self._shipped.relating.relate(chosen, states.first, states.last, cuts)
        return tuple(Relation(self._kinds[p.kind], p.head, p.tail, round(p.confidence, 4)) for p in pairs)

    def _name(self, text: str, units: Units, stretch: Stretch) -> Mention:
        span = units.span(stretch.first, stretch.stop)
        label = self._labels[stretch.label]
        return Mention(label, span, span.quote(text), None, RULE, round(stretch.confidence, 4))


@functools.cache
def open_encoder() -> Encoder:
    """Return the encoder that comes with the package, loaded at the first call. Raises ModelError."""
    return Encoder.load()


def _put(states: States, window: Window, inner: Floats, opens: NDArray[np.int64]) -> None:
    """Write the states of the units that `window` owns; `opens` counts the pieces of `inner`."""
    own = slice(window.own, window.own_stop)
    part = slice(window.own - window.first, window.own_stop - window.first)
    states.first[own] = inner[opens[:-1][part]]
    states.last[own] = inner[opens[1:][part] - 1]
    states.sums[own] = np.add.reduceat(inner[:-1], opens[:-1], axis=0)[part]


def _own(window: Window, found: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches that begin among the units `window` owns, counted in units of the text."""
    moved = (replace(one, first=one.first + window.first, stop=one.stop + window.first) for one in found)
    return [one for one in moved if window.own <= one.first < window.own_stop]
