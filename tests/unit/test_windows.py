"""Long reports are laid out in windows that own every word once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from elshi.mentions.units import LONGEST, Units
from elshi.mentions.windows import OVERLAP, PIECES, lay_windows

sizes = st.lists(st.integers(1, LONGEST), max_size=1200)


def make_units(lengths: list[int]) -> Units:
    """Return units of so many pieces each, every one a letter wide."""
    opens = tuple(sum(lengths[:i]) for i in range(len(lengths) + 1))
    count = len(lengths)
    return Units(tuple(range(opens[-1])), opens, tuple(range(count)), tuple(range(1, count + 1)))


@given(sizes)
def test_each_unit_is_owned_by_one_window(lengths: list[int]) -> None:
    """Every unit of a text is taken from exactly one window, and lies inside that window."""
    windows = lay_windows(make_units(lengths))
    owned = [unit for window in windows for unit in range(window.own, window.own_stop)]
    assert owned == list(range(len(lengths)))
    assert all(w.first <= w.own and w.own_stop <= w.stop for w in windows)


@given(sizes)
def test_no_window_is_longer_than_the_model_reads(lengths: list[int]) -> None:
    """A window never holds more pieces than it may."""
    units = make_units(lengths)
    for window in lay_windows(units):
        assert units.opens[window.stop] - units.opens[window.first] <= PIECES


def test_what_begins_in_a_window_ends_in_it() -> None:
    """Between words of usual length, half an overlap follows what a window owns: no mention is cut."""
    for window in lay_windows(make_units([2] * 900))[:-1]:
        assert window.stop - window.own_stop == OVERLAP // 2
