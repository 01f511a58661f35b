"""Which letters of one spelling of a name stand for which of another: the table and its example pairs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.text.sounds import _read_data, find_keys, find_limit, fold_spelling, measure_distance


def _pairs(answer: str) -> Iterator[tuple[str, str]]:
    data = _read_data()
    for group in (*data["latin"], *data["cyrillic"]):
        for first, second in group[answer]:
            yield fold_spelling(first), fold_spelling(second)


@pytest.mark.parametrize(("first", "second"), [*_pairs("yes")])
def test_words_that_the_table_says_agree_do(first: str, second: str) -> None:
    """Each `yes` pair is found within its limit, from either side, and shares a key."""
    distance = measure_distance(first, second)
    assert distance is not None
    assert distance == measure_distance(second, first)
    assert distance <= find_limit(first, second)
    assert find_keys(first) & find_keys(second)


@pytest.mark.parametrize(("first", "second"), [*_pairs("no")])
def test_words_that_the_table_says_are_two_names_stay_two(first: str, second: str) -> None:
    """Each `no` pair, most of them one letter apart, is beyond its limit."""
    assert measure_distance(first, second) is None


def test_every_group_of_letters_says_why_and_has_examples() -> None:
    """A correspondence stands with the reason for it and with pairs on both sides."""
    for group in (*_read_data()["latin"], *_read_data()["cyrillic"]):
        assert group["why"]
        assert group["yes"]
        assert group["no"]


def test_the_kazakh_apostrophe_alphabet_is_read() -> None:
    """The alphabet of 2017 wrote 'Nur' and 'Qasy'm' with apostrophes; Uzbek still does."""
    assert fold_spelling("Ma'rat") == "märat"
    assert measure_distance(fold_spelling("Xo'jayev"), fold_spelling("Ходжаев")) is not None


@given(st.text("абвгқғұіәнтмсйьeaiouktmnszhygj'", max_size=12), st.text("абвгқұіeaioukntmszhy", max_size=12))
def test_words_within_the_limit_share_a_key(first: str, second: str) -> None:
    """Looking for candidates by key never loses a pair that would agree."""
    one, other = fold_spelling(first), fold_spelling(second)
    if measure_distance(one, other) is not None:
        assert find_keys(one) & find_keys(other)
