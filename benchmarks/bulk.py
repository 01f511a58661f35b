"""Reports by the thousand, made of invented engagements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.invented import make_readings
from elshi.model.report import LANGUAGES, Language


def write_bulk(path: Path, number: int, languages: tuple[Language, ...] = LANGUAGES, told: int = 2) -> int:
    """Write so many reports as JSON lines, an equal part of each language; return their characters.

    Each tells of `told` engagements, some 500 characters each.
    """
    characters = 0
    with path.open("w", encoding="utf-8") as lines:
        for place, text in enumerate(islice(_tell(number, languages, told), number)):
            characters += len(text)
            record = {"id": str(place), "published": "2026-05-04", "text": text}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return characters


def _tell(number: int, languages: tuple[Language, ...], told: int) -> Iterator[str]:
    """Yield texts, the languages in turn; none is like another."""
    waiting: dict[str, list[str]] = {language: [] for language in languages}
    for reading in make_readings(number * told * len(LANGUAGES)):
        texts = waiting.get(reading.report.language)
        if texts is not None:
            texts.append(reading.report.text)
        while all(len(texts) >= told for texts in waiting.values()):
            for texts in waiting.values():
                yield "\n".join(texts[:told])
                del texts[:told]
