"""Which lines are no part of a report: the lexicon's own examples, and what must never be marked."""

from __future__ import annotations

import pytest

from elshi.clean.boilerplate import LONGEST_LINE, find_line, find_opening, read_patterns
from elshi.lexicon.load import read_table
from elshi.model.report import LANGUAGES

PATHS = ("boilerplate.yml", *(f"{language}/boilerplate.yml" for language in LANGUAGES))
ROWS = {row["id"]: row for path in PATHS for row in read_table(path)}
EXAMPLES = [(name, line) for name, row in ROWS.items() for line in row["yes"]]
COUNTEREXAMPLES = [line for row in ROWS.values() for line in row["no"]]


@pytest.mark.parametrize(("name", "line"), EXAMPLES)
def test_each_yes_example_fits_its_entry(name: str, line: str) -> None:
    """A `yes` example is recognised by the entry it stands beside."""
    pattern = next(pattern for pattern in read_patterns() if pattern.id == name)
    assert pattern.find(line)


@pytest.mark.parametrize("line", COUNTEREXAMPLES)
def test_no_entry_at_all_fits_a_no_example(line: str) -> None:
    """A `no` example is prose: neither its own entry nor any other may take it."""
    assert find_line(line.strip()) is None
    assert find_opening(line.strip()) is None


def test_every_entry_says_why_and_has_examples_both_ways() -> None:
    """An entry without a reason, or without a line it must fit and one it must not, is unfinished."""
    assert len(ROWS) == len(read_patterns())
    for row in ROWS.values():
        assert row["why"]
        assert row["yes"]
        assert row["no"]


@pytest.mark.parametrize(
    "line",
    [
        "Новости по теме • Подписаться • Поделиться",
        "Пікір қалдыру | Бөлісу | Telegram-арнамызға жазылыңыз",
        "Share on Facebook   Share on Telegram   Print",
        "Главная | Политика | Поиск",
    ],
)
def test_a_line_of_several_buttons_is_boilerplate(line: str) -> None:
    """A row of menu items counts as boilerplate when each item does."""
    assert find_line(line)


@pytest.mark.parametrize("line", ["Политика | Министр принял посла", "Пекин | Токио | Сеул"])
def test_a_row_with_one_item_of_prose_is_read(line: str) -> None:
    """One item that is no button keeps the whole row in the report."""
    assert find_line(line) is None


def test_a_long_line_is_prose_whatever_it_begins_with() -> None:
    """A line longer than any credit is never taken for one."""
    assert find_line("Фото: " + "посол " * LONGEST_LINE) is None
