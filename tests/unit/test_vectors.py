"""Reports that tell of one happening lie near each other, whatever their language."""

from __future__ import annotations

import numpy as np

from elshi.mentions.vectors import NAMED, embed_names
from elshi.model.report import Capture
from elshi.reader import Reader

KAZAKH = "2026 жылғы 12 наурызда Астанада Норвегия Сыртқы істер министрі Ларс Хауген болды."
RUSSIAN = "12 марта 2026 года в Астане побывал министр иностранных дел Норвегии Ларс Хауген."
OTHER = "3 июня 2025 года в Анкаре побывал министр транспорта Японии Кэндзи Мори."


def embed(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Return the part of a report's vector that has the names."""
    reading = Reader().read(Capture("report.txt", text.encode(), "text"))
    return embed_names(reading.markup, reading.report.text)


def test_the_same_happening_is_nearer_than_another() -> None:
    """A Kazakh and a Russian report of one visit are nearer than two Russian reports of two visits."""
    kazakh, russian, other = map(embed, (KAZAKH, RUSSIAN, OTHER))
    assert kazakh @ russian > 0.5 > russian @ other


def test_a_vector_has_length_one() -> None:
    """Names count by how often they stand beside others, not by how long the report is."""
    assert np.isclose(np.linalg.norm(embed(RUSSIAN * 3)), 1)
    assert embed(RUSSIAN).shape == (NAMED,)


def test_a_report_that_names_nothing_has_the_nought_vector() -> None:
    """Where nothing is named there is nothing to compare."""
    assert not embed("Погода была хорошей.").any()
