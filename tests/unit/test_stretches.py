"""From scores to mentions that can stand together."""

from __future__ import annotations

import numpy as np

from elshi.mentions.stretches import Stretch, choose_stretches, find_stretches


def test_a_stretch_is_found_where_a_label_beats_nothing() -> None:
    """Three words and two labels: the second and third word together bear the second label."""
    scores = np.zeros((3, 4, 3), np.float32)
    scores[:, :, 0] = 5
    scores[1, 1] = (0, 1, 9)
    (found,) = find_stretches(scores)
    assert (found.first, found.stop, found.label) == (1, 3, 1)
    assert 0.99 < found.confidence < 1


def test_a_stretch_past_the_end_is_none() -> None:
    """Scores of stretches that would go past the last word say nothing."""
    scores = np.zeros((2, 4, 2), np.float32)
    scores[:, :, 0] = 5
    scores[1, 3, 1] = 9
    assert find_stretches(scores) == []


def test_a_country_may_lie_inside_an_office() -> None:
    """A mention inside another is kept; one that crosses a surer one is not."""
    office, country, crossing = Stretch(0, 4, 1, 0.9), Stretch(3, 4, 3, 0.8), Stretch(2, 6, 2, 0.7)
    assert choose_stretches([crossing, country, office]) == (office, country)


def test_flat_corpora_have_no_nesting() -> None:
    """Measured against a flat corpus, the surer of two overlapping mentions stands alone."""
    office, country = Stretch(0, 4, 1, 0.9), Stretch(3, 4, 3, 0.95)
    assert choose_stretches([office, country], nested=False) == (country,)
