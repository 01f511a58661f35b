"""The encoder: mentions, relations between them, and vectors of a report, from one small model."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from elshi.mentions.shipped import Shipped, open_shipped
from elshi.mentions.stretches import Stretch, choose_stretches, find_stretches
from elshi.mentions.units import Units, cut_units
from elshi.mentions.windows import Window, lay_windows
from elshi.model.markup import Mention
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
class Encoding:
    """What the encoder says of one text: its mentions in text order, the outer before the inner.

    `states` [units, width] are the states of the text's words, from which `embed` makes vectors.
    """

    text: str
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    units: Units
    states: Floats

    @property
    def vector(self) -> Floats:
        """Return the vector of the whole text [width], of length one (nought for a text without words)."""
        return self.embed(Span(0, len(self.text)))

    def embed(self, span: Span) -> Floats:
        """Return the vector of the words that lie in `span`, of length one (nought where there are none)."""
        starts, stops = np.array(self.units.starts), np.array(self.units.stops)
        inside = (starts >= span.start) & (stops <= span.stop) if len(starts) else np.zeros(0, dtype=bool)
        return _scale(self.states[inside].sum(axis=0))


class Encoder:
    """Reads texts. Make one with `load`, once; it may be used by several threads."""

    def __init__(self, shipped: Shipped) -> None:
        """Take the loaded model."""
        self._shipped = shipped
        self._labels: list[Any] = shipped.card["labels"]
        self._kinds = list(shipped.card["relations"])
        self._options = onnxruntime.RunOptions()
        self._options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "")

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 0) -> Encoder:
        """Return the encoder whose files lie in `folder`, by default in the package.

        `threads` is how many cores one report may use, 0 for all. Raises ModelError.
        """
        return cls(open_shipped(folder, threads))

    def read(self, text: str) -> Encoding:
        """Return the mentions, relations and vectors of `text`, however long it is."""
        units = cut_units(text, self._shipped.tokenizer)
        stretches: list[Stretch] = []
        ends: list[Floats] = []
        states = np.zeros((len(units), int(self._shipped.card["width"])), np.float32)
        for window in lay_windows(units):
            found, inner = self._run(units, window)
            pooled = _pool(units, window, inner)
            own = slice(window.own, window.own_stop)
            states[own] = pooled[window.own - window.first : window.own_stop - window.first]
            for stretch in found:
                if window.own <= stretch.first < window.own_stop:
                    stretches.append(stretch)
                    ends.append(_take_ends(units, window, inner, stretch))
        chosen = choose_stretches(stretches)
        place = {stretch: number for number, stretch in enumerate(stretches)}
        relations = self._relate(chosen, [ends[place[one]] for one in chosen])
        mentions = tuple(self._name(text, units, stretch) for stretch in chosen)
        return Encoding(text, mentions, relations, units, states)

    def read_many(self, texts: Iterable[str]) -> tuple[Encoding, ...]:
        """Return the encodings of `texts`, in their order. No answer depends on the other texts."""
        return tuple(self.read(text) for text in texts)

    def score(self, text: str, head: str) -> list[tuple[Span, str, float]]:
        """Return what a corpus's own `head` ('kaznerd', 'nerel' …) finds: places, labels and confidence.

        For measuring the encoder against corpora with labels of their own.
        """
        units = cut_units(text, self._shipped.tokenizer)
        corpus = self._shipped.card["corpora"][head]
        found: list[Stretch] = []
        for window in lay_windows(units):
            inside, _ = self._run(units, window, head)
            found += [one for one in inside if window.own <= one.first < window.own_stop]
        chosen = choose_stretches(found, nested=corpus["nested"])
        return [(units.span(s.first, s.stop), corpus["labels"][s.label], s.confidence) for s in chosen]

    def _run(self, units: Units, window: Window, head: str = "elshi") -> tuple[list[Stretch], Floats]:
        """Return the stretches found in `window`, counted in units of the text, and its states."""
        offset = units.opens[window.first]
        opens = np.array(units.opens[window.first : window.stop + 1]) - offset + 1
        pieces = [_OPEN, *units.pieces[offset : units.opens[window.stop]], _CLOSE]
        feeds = {"pieces": np.array([pieces]), "first": opens[None, :-1], "last": opens[None, 1:] - 1}
        states, scores = self._shipped.session.run(["states", head], feeds)
        shift = window.first
        found = [
            Stretch(one.first + shift, one.stop + shift, one.label, one.confidence)
            for one in find_stretches(scores[0])
        ]
        return found, states[0]

    def _relate(self, chosen: tuple[Stretch, ...], ends: list[Floats]) -> tuple[Relation, ...]:
        if not chosen:
            return ()
        pairs = self._shipped.relating.relate(chosen, np.stack(ends))
        return tuple(Relation(self._kinds[p.kind], p.head, p.tail, p.confidence) for p in pairs)

    def _name(self, text: str, units: Units, stretch: Stretch) -> Mention:
        span = units.span(stretch.first, stretch.stop)
        label = self._labels[stretch.label]
        return Mention(label, span, span.quote(text), None, RULE, round(stretch.confidence, 4))


@functools.cache
def open_encoder() -> Encoder:
    """Return the encoder that comes with the package, loaded at the first call. Raises ModelError."""
    return Encoder.load()


def _take_ends(units: Units, window: Window, inner: Floats, stretch: Stretch) -> Floats:
    """Return the states of the first and of the last piece of `stretch`, one behind the other."""
    offset = units.opens[window.first] - 1
    return np.concatenate(
        [inner[units.opens[stretch.first] - offset], inner[units.opens[stretch.stop] - 1 - offset]]
    )


def _pool(units: Units, window: Window, inner: Floats) -> Floats:
    """Return for each unit of the window the sum of the states of its pieces."""
    opens = np.array(units.opens[window.first : window.stop]) - units.opens[window.first]
    pooled: Floats = np.add.reduceat(inner[1:-1], opens, axis=0)
    return pooled


def _scale(vector: Floats) -> Floats:
    length = float(np.linalg.norm(vector))
    return vector / length if length > 0 else vector
