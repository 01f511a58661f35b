"""Writes the trained network as the files that the package ships."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.graph import Shape, build_graph

Floats = NDArray[np.float32]
_DIGESTED = ("encoder.onnx", "tokenizer.json", "relations.npz")


@dataclass(frozen=True, slots=True)
class Described:
    """What `encoder.json` says of the model besides the digests of its files."""

    labels: Sequence[str]
    relations: Mapping[str, Sequence[Sequence[str]]]  # kind -> labels of heads, labels of tails
    asked: Mapping[str, Mapping[str, float]]  # kind -> what is asked of a pair before it holds
    corpora: Mapping[str, Mapping[str, Any]]  # head -> its labels, and whether they nest
    layers: int
    heads: int
    width: int
    epsilon: float


def export(
    weights: dict[str, Floats], tokenizer: Tokenizer, told: Described, folder: Path, *, exact: bool = False
) -> Path:
    """Write the model to `folder` and return it. `weights` are those of training.network by name."""
    folder.mkdir(parents=True, exist_ok=True)
    names = ["elshi", *told.corpora]
    model = build_graph(weights, Shape(told.layers, told.heads, told.epsilon), names, exact=exact)
    onnx.checker.check_model(model, full_check=False)
    onnx.save(model, folder / "encoder.onnx")
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=False), "utf-8")
    related = {k.removeprefix("relations."): v for k, v in weights.items() if k.startswith("relations.")}
    related["vector"] = weights["vector.weight"]
    halves: dict[str, Any] = {name: value.astype(np.float16) for name, value in related.items()}
    np.savez(folder / "relations.npz", **halves)
    card = {
        "labels": list(told.labels),
        "relations": told.relations,
        "asked": told.asked,
        "corpora": told.corpora,
        "width": told.width,
        "files": {name: _digest(folder / name) for name in _DIGESTED},
    }
    (folder / "encoder.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return folder


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
