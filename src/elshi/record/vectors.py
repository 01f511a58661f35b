"""Meanings as vectors: kept small, compared exactly, one row for each frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_TOP = 127.0
_BATCH = 65536  # rows compared at a time: 25 MB of bytes, 100 MB as numbers
_MORE = 4  # frames looked at for each entry wanted: several may stand in one


class Embedder(Protocol):
    """What makes vectors of texts: a name for the model, and one row of length one for each text."""

    @property
    def name(self) -> str:
        """Return what tells this model's vectors from another's."""
        ...

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return the vectors [texts, width] of `texts`."""
        ...


def pack_vector(vector: Floats) -> bytes:
    """Return `vector` in one signed byte a dimension; only its direction is kept."""
    longest = float(np.abs(vector).max(initial=0.0))
    scaled = vector * (_TOP / longest) if longest else vector
    return np.rint(scaled).astype(np.int8).tobytes()


@dataclass(slots=True)
class VectorIndex:
    """The vectors of one model in memory, with the numbers of their frames; grows by what is new."""

    numbers: NDArray[np.int64]
    rows: NDArray[np.int8]

    @classmethod
    def make_empty(cls) -> VectorIndex:
        """Return an index of nothing."""
        return cls(np.zeros(0, np.int64), np.zeros((0, 0), np.int8))

    @property
    def last(self) -> int:
        """Return the greatest number held, 0 where none is."""
        return int(self.numbers[-1]) if len(self.numbers) else 0

    def extend(self, vectors: Sequence[tuple[int, bytes]]) -> None:
        """Take in further vectors, whose numbers are greater than those held."""
        if not vectors:
            return
        new = np.frombuffer(b"".join(blob for _, blob in vectors), np.int8).reshape(len(vectors), -1)
        self.rows = np.concatenate([self.rows, new]) if len(self.rows) else new
        self.numbers = np.concatenate([self.numbers, np.array([number for number, _ in vectors], np.int64)])

    def find_nearest(
        self, vector: Floats, limit: int, place: Callable[[Sequence[int]], Mapping[int, str]]
    ) -> list[tuple[str, float]]:
        """Return the `limit` entries nearest to `vector` with their cosines, by their nearest frames.

        `place` tells in which entry frames stand; a frame in none is passed over.
        """
        similar = self._compare(vector)
        order = np.lexsort((self.numbers, -similar))
        found: dict[str, float] = {}
        for first in range(0, len(order), limit * _MORE):
            chosen = order[first : first + limit * _MORE]
            entries = place([int(self.numbers[i]) for i in chosen])
            for i in chosen:
                entry = entries.get(int(self.numbers[i]))
                if entry is not None and len(found) < limit:
                    found.setdefault(entry, round(float(similar[i]), 4))
            if len(found) >= limit:
                break
        return list(found.items())

    def _compare(self, vector: Floats) -> Floats:
        parts = [np.zeros(0, np.float32)]
        for first in range(0, len(self.rows), _BATCH):
            rows = self.rows[first : first + _BATCH].astype(np.float32)
            lengths = np.linalg.norm(rows, axis=1) * float(np.linalg.norm(vector))
            parts.append((rows @ vector) / np.maximum(lengths, 1e-9))
        return np.concatenate(parts).round(5)
