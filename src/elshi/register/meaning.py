"""The encoder as what makes vectors of questions and of what reports say."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from elshi.mentions.encoder import Encoder
from elshi.mentions.shipped import find_weights, read_card
from elshi.record.vectors import Floats


class EncoderEmbedder:
    """Makes vectors with the encoder, which is loaded when the first is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the encoder whose files lie in `folder`, by default in the package. Raises ModelError."""
        self._folder = folder
        files = read_card(folder or find_weights())["files"]
        self.name = str(files["encoder.onnx"])[:16]

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return the vectors [texts, width] of `texts`."""
        return np.stack([self._encoder.read(text).vector for text in texts])

    @functools.cached_property
    def _encoder(self) -> Encoder:
        return Encoder.load(self._folder)
