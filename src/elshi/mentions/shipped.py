"""The encoder's files as shipped with the package: found, checked, and loaded once."""

from __future__ import annotations

import hashlib
import importlib.resources
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from elshi.errors import ModelError
from elshi.mentions.pairs import Asked, Relating

_ADVICE = "install Elshi anew, or name another folder of weights"
_SLOW = ["SkipLayerNormFusion"]  # several times slower on a CPU than the two operations it joins
_CARD = "encoder.json"


@dataclass(frozen=True, slots=True)
class Shipped:
    """The loaded model: `card` says its labels and sizes, the rest does the work."""

    card: dict[str, Any]
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    relating: Relating
    turn: NDArray[np.float32]  # from summed states to a vector


def open_shipped(folder: Path | None = None, threads: int = 0) -> Shipped:
    """Return the model in `folder`, by default the one in the package; 0 `threads` means one for each core.

    Raises ModelError where a file is missing or is not the one that `encoder.json` describes.
    """
    where = folder or find_weights()
    card = read_card(where)
    files = {name: _read_file(where / name, digest) for name, digest in card["files"].items()}
    try:
        session = _open_session(files["encoder.onnx"], threads)
        tokenizer = Tokenizer.from_buffer(files["tokenizer.json"])
    except Exception as cause:
        message = f"{where}: the encoder cannot be loaded ({' '.join(str(cause).split())[:120]}); {_ADVICE}"
        raise ModelError(message) from cause
    with np.load(io.BytesIO(files["relations.npz"])) as found:
        weights = {name: found[name].astype(np.float32) for name in found.files}
    turn = weights.pop("vector").T
    return Shipped(card, session, tokenizer, _build_relating(weights, card), turn)


def find_weights() -> Path:
    """Return the folder in which the package has the files of the encoder."""
    return Path(str(importlib.resources.files("elshi.mentions"))) / "weights"


def read_card(where: Path) -> dict[str, Any]:
    """Return what the encoder in `where` says of itself. Raises ModelError where it is not there."""
    data = _read_file(where / _CARD, None)
    try:
        return cast("dict[str, Any]", json.loads(data))
    except ValueError as cause:
        message = f"{where / _CARD}: not JSON; {_ADVICE}"
        raise ModelError(message) from cause


def _read_file(path: Path, digest: str | None) -> bytes:
    """Return what `path` holds, which must have the SHA-256 `digest` where one is given."""
    try:
        data = path.read_bytes()
    except OSError as cause:
        message = f"{path}: the encoder's file cannot be read ({cause.strerror}); {_ADVICE}"
        raise ModelError(message) from cause
    if digest is not None and hashlib.sha256(data).hexdigest() != digest:
        message = f"{path}: the encoder's file is damaged or of another version; {_ADVICE}"
        raise ModelError(message)
    return data


def _open_session(model: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # threads that wait take no time from others: reading runs beside other work
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW
    )


def _build_relating(weights: dict[str, NDArray[np.float32]], card: dict[str, Any]) -> Relating:
    labels = {label: number for number, label in enumerate(card["labels"])}
    allowed = np.zeros((len(card["relations"]), len(labels), len(labels)), dtype=bool)
    for kind, (heads, tails) in enumerate(card["relations"].values()):
        for head in heads:
            allowed[kind, labels[head], [labels[tail] for tail in tails]] = True
    asked = [Asked(**card["asked"][kind]) for kind in card["relations"]]
    return Relating(weights, allowed, asked)
