"""Reports by the thousand, each of some 1,000 characters: invented engagements, two to a report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.invented import make_readings
from elshi.model.report import LANGUAGES, Language

_TOLD = 2  # invented reports of one language put together


def write_bulk(path: Path, number: int, languages: tuple[Language, ...] = LANGUAGES) -> int:
    """Write so many reports as JSON lines, an equal part of each language; return their characters."""
    characters = 0
    with path.open("w", encoding="utf-8") as lines:
        for place, text in enumerate(islice(_tell(number, languages), number)):
            characters += len(text)
            record = {"id": str(place), "published": "2026-05-04", "text": text}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return characters


def _tell(number: int, languages: tuple[Language, ...]) -> Iterator[str]:
    """Yield texts, the languages in turn; none is like another."""
    told: dict[str, list[str]] = {language: [] for language in languages}
    for reading in make_readings(number * _TOLD * len(LANGUAGES)):
        texts = told.get(reading.report.language)
        if texts is not None:
            texts.append(reading.report.text)
        while all(len(texts) >= _TOLD for texts in told.values()):
            for texts in told.values():
                yield "\n".join(texts[:_TOLD])
                del texts[:_TOLD]
