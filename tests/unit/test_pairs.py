"""Which pairs of mentions a relation joins, by their scores."""

from __future__ import annotations

import numpy as np
import pytest

from elshi.mentions.layout import FAR, SIZES, Floats
from elshi.mentions.pairs import Asked, Relating
from elshi.mentions.stretches import Stretch

EVENT, PLACE = 0, 1


def build(asked: Asked) -> Relating:
    """Return one kind, from events to places, whose score is the one number that the place's states hold."""
    one, none, both = np.ones((1, 1), np.float32), np.zeros((1, 1), np.float32), np.ones((1, 2), np.float32)
    weights: dict[str, Floats] = {
        "head.weight": np.zeros((1, 2), np.float32), "head.bias": none[0],
        "tail.weight": both * np.float32(0.5), "tail.bias": one[0] * 10,
        "head_label.weight": np.zeros((2, 1), np.float32), "tail_label.weight": np.zeros((2, 1), np.float32),
        "head_turn.weight": np.zeros((1, 2), np.float32), "tail_turn.weight": both,
        "between.weight": none, "between.bias": none[0],
        "classes.weight": np.zeros((sum(SIZES), 1), np.float32),
        "deep.weight": one, "deep.bias": none[0], "score.weight": one, "score.bias": one[0] * -10,
    }  # fmt: skip
    allowed = np.zeros((1, 2, 2), dtype=bool)
    allowed[0, EVENT, PLACE] = True
    return Relating(weights, allowed, [asked])


def relate(asked: Asked, *scores: float, apart: int = 1) -> list[int]:
    """Return which of the places with these `scores`, in order behind an event, it is joined with."""
    places = [Stretch(number * apart, number * apart + 1, PLACE, 1.0) for number in range(1, len(scores) + 1)]
    states = np.array([[0.0], *([score] for score in scores)], np.float32)
    states = np.repeat(states, apart, axis=0)
    pairs = build(asked).relate([Stretch(0, 1, EVENT, 1.0), *places], states, states, [0])
    assert all(pair.head == 0 for pair in pairs)
    return [pair.tail - 1 for pair in pairs]


def test_a_relation_needs_more_than_the_least_score() -> None:
    """What is asked of a kind is its own: with less asked a pair of a lower score holds."""
    assert relate(Asked(least=0, behind=99), 1.0, -0.5, -2.0) == [0]
    assert relate(Asked(least=-1, behind=99), 1.0, -0.5, -2.0) == [0, 1]


def test_a_pair_far_behind_the_best_of_its_event_does_not_hold() -> None:
    """Where an event happens in one place, the place with the far better score is the one."""
    assert relate(Asked(least=0, behind=1), 3.0, 2.5, 0.5) == [0, 1]


def test_mentions_far_apart_are_not_related() -> None:
    """Beyond the distance that was learned nothing is asked."""
    assert relate(Asked(least=0, behind=99), 1.0, 1.0, apart=FAR) == [0]


@pytest.mark.parametrize("count", [0, 1])
def test_one_mention_has_no_relations(count: int) -> None:
    """A relation joins two."""
    states = np.zeros((count, 1), np.float32)
    assert build(Asked(0, 99)).relate([Stretch(0, 1, EVENT, 1.0)] * count, states, states, [0]) == ()


def test_labels_that_no_kind_joins_are_not_related() -> None:
    """Two places are no pair of any kind here."""
    places = [Stretch(0, 1, PLACE, 1.0), Stretch(1, 2, PLACE, 1.0)]
    states = np.ones((2, 1), np.float32)
    assert build(Asked(-99, 99)).relate(places, states, states, [0]) == ()
