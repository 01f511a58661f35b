"""What is measured of the encoder on the gold records of reports, which had no part in its training."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.scores import Figure
from elshi.mentions.encoder import Encoder
from elshi.mentions.vectors import Floats, embed_report
from elshi.model.report import Capture
from elshi.reader import Reader

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
_HELD_OUT = """en-007 en-012 kk-005 kk-012 kk-020 kk-024 kk-204 kk-207 kk-211 rk-003 rk-008 ru-009 ru-022
ru-204 ru-208 neg-204"""  # their people are not looked at, so that they tell how unseen reports fare
HELD_OUT = frozenset(_HELD_OUT.split())
_UNKNOWN = 3


def read_gold() -> list[tuple[str, dict[str, Any], str]]:
    """Return name, record and text of each report. Raises OSError where there are none."""
    paths = sorted((GOLD / "dev").glob("*.json"))
    if not paths:
        message = "the gold records (../shared/gold) are not beside this checkout"
        raise OSError(message)
    return [
        (
            path.stem,
            json.loads(path.read_bytes()),
            (GOLD / "dev-texts" / f"{path.stem}.txt").read_text("utf-8"),
        )
        for path in paths
    ]


def measure_neighbours(encoder: Encoder) -> list[Figure]:
    """Return how many reports that have a twin have one as their nearest neighbour among all."""
    reports = read_gold()
    clusters = [record.get("cluster") for _, record, _ in reports]
    reader = Reader()
    captures = [Capture(name, text.encode(), "text") for name, _, text in reports]
    readings = [reader.read(capture) for capture in captures]
    encodings = [encoder.read(reading.report.text) for reading in readings]
    joined = [embed_report(r.markup, e) for r, e in zip(readings, encodings, strict=True)]
    bare = [encoding.vector for encoding in encodings]
    return [
        _count_near("Nearest report is of its own cluster", 0.90, joined, clusters),
        _count_near("  by the text's part alone", None, bare, clusters),
    ]


def _count_near(
    name: str, wanted: float | None, vectors: Sequence[Floats], clusters: Sequence[str | None]
) -> Figure:
    alike = np.stack(vectors) @ np.stack(vectors).T
    np.fill_diagonal(alike, -1)
    sizes = Counter(cluster for cluster in clusters if cluster)
    asked = [i for i, cluster in enumerate(clusters) if cluster and sizes[cluster] > 1]
    right = sum(clusters[int(alike[i].argmax())] == clusters[i] for i in asked)
    return Figure(name, right / len(asked), wanted, f"{right} of {len(asked)}")


def measure_people(encoder: Encoder) -> list[Figure]:
    """Return the share of people of the gold records whose surface the encoder marks as one person."""
    there = right = 0
    for name, record, text in read_gold():
        if name in HELD_OUT:
            continue
        persons = {m.surface for m in encoder.read(text).mentions if m.label == "person"}
        wanted = {p["surface"] for e in record["engagements"] for p in e.get("participants", ())}
        wanted |= {t["surface"] for t in record.get("tenures", ())}
        surfaces = {one for one in wanted if one and one in text}
        there += len(surfaces)
        right += sum(any(one in person or person in one for person in persons) for one in surfaces)
    return [Figure("People of seen gold records found", right / there, None, f"{right} of {there}")]


def measure_unknown(encoder: Encoder) -> list[Figure]:
    """Return the share of pieces of the gold texts that the vocabulary does not have."""
    pieces = [piece for _, _, text in read_gold() for piece in encoder.read(text).units.pieces]
    unknown = pieces.count(_UNKNOWN)
    return [
        Figure("Unknown pieces in gold texts", unknown / len(pieces), None, f"{unknown} of {len(pieces)}")
    ]
