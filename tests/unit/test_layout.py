"""How two mentions lie to one another: what the relations between them are judged by."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from elshi.mentions.layout import FAR, SIZES, STEPS, Layout, lay_pairs, take_largest

PERSON, OFFICE = 0, 1
DISTANCE, SENTENCES, HEADS, TAILS, NESTING = range(5)


def lay(*mentions: tuple[int, int, int], cuts: tuple[int, ...] = (0,)) -> Layout:
    """Return the pairs of a person and an office among `mentions`: (first, stop, label) each."""
    allowed = np.zeros((2, 2), dtype=bool)
    allowed[PERSON, OFFICE] = True
    places = np.array([one[:2] for one in mentions], dtype=np.int64).reshape(-1, 2)
    return lay_pairs(places, np.array([one[2] for one in mentions], dtype=np.int64), cuts, allowed)


def read_classes(layout: Layout, pair: int = 0) -> list[int]:
    """Return what is told of a pair, each thing counted from nought."""
    begins = np.cumsum([0, *SIZES[:-1]])
    return [int(one) for one in layout.classes[pair] - begins]


def test_only_labels_that_may_be_joined_are_paired() -> None:
    """A person may hold an office; an office holds nobody, and two people nothing."""
    layout = lay((0, 2, PERSON), (3, 5, OFFICE), (6, 7, PERSON))
    assert list(zip(layout.heads.tolist(), layout.tails.tolist(), strict=True)) == [(0, 1), (2, 1)]


def test_before_and_behind_are_told_apart() -> None:
    """'министр X' and 'X, министр' are not the same distance."""
    ahead, behind = lay((0, 2, PERSON), (3, 5, OFFICE)), lay((3, 5, PERSON), (0, 2, OFFICE))
    assert read_classes(ahead)[DISTANCE] + len(STEPS) + 1 == read_classes(behind)[DISTANCE]


def test_ends_of_sentences_between_the_two_are_counted() -> None:
    """An office two sentences later is one of class 2."""
    assert read_classes(lay((1, 2, PERSON), (8, 9, OFFICE), cuts=(0, 3, 6)))[SENTENCES] == 2


def test_other_people_between_a_person_and_an_office_are_counted() -> None:
    """Of 'A, B, C, министр' A has two others between, C has none."""
    layout = lay((0, 1, PERSON), (2, 3, PERSON), (4, 5, PERSON), (6, 7, OFFICE))
    assert [read_classes(layout, pair)[HEADS] for pair in range(3)] == [2, 1, 0]
    assert [read_classes(layout, pair)[TAILS] for pair in range(3)] == [0, 0, 0]


def test_what_lies_inside_is_told() -> None:
    """An office inside the words of a person, a person inside those of an office, and neither."""
    assert read_classes(lay((0, 4, PERSON), (1, 2, OFFICE)))[NESTING] == 1
    assert read_classes(lay((1, 2, PERSON), (0, 4, OFFICE)))[NESTING] == 2
    assert read_classes(lay((0, 1, PERSON), (1, 2, OFFICE)))[NESTING] == 0


def test_mentions_far_apart_are_no_pair() -> None:
    """Beyond the distance that was learned nothing is asked."""
    assert len(lay((0, 1, PERSON), (FAR, FAR + 1, OFFICE))) == 1
    assert len(lay((0, 1, PERSON), (FAR + 1, FAR + 2, OFFICE))) == 0
    assert len(lay()) == 0


@given(st.integers(1, 40), st.data())
def test_the_largest_between_is_the_largest(count: int, data: st.DataObject) -> None:
    """The tables of doubling stretches give what looking at every unit gives."""
    states = np.random.default_rng(count).normal(size=(count, 3)).astype(np.float32)
    places = st.tuples(st.integers(0, count), st.integers(0, count))
    between = np.array(data.draw(st.lists(places, min_size=1, max_size=8)))
    wanted = [states[a:b].max(axis=0) if a < b else np.zeros(3) for a, b in between]
    assert np.array_equal(take_largest(states, between), np.array(wanted, np.float32))
