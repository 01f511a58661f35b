"""`elshi judge`, `elshi judgements`, `--as-of`: what people say, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run

WORDS = "Ларсом Хаугеном"


@pytest.fixture
def filled(run: Run, news: Path) -> Run:
    """Give a register with three reports."""
    assert run("add", news).exit_code == 0
    return run


def ask(run: Run, *words: object) -> list[dict[str, Any]]:
    """Return the rows that a listing prints as JSON."""
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def find_ids(run: Run, *words: object) -> list[str]:
    """Return the ids of the engagements found."""
    return [row["id"] for row in ask(run, "find", "--kind", "engagement", *words)]


def test_two_meetings_are_judged_one_and_taken_apart_again(filled: Run) -> None:
    """The effect is shown first; the judgement is listed, and withdrawn it is listed as such."""
    one, other, *_ = before = find_ids(filled)
    shown = filled("judge", "same", one, other, "--by", "Aizhan", "--dry-run")
    assert "goes to" in shown.stdout
    assert find_ids(filled) == before
    assert filled("judge", "same", one, other, "--by", "Aizhan", "--note", "told twice").exit_code == 0
    assert len(find_ids(filled)) == len(before) - 1
    (judgement,) = ask(filled, "judgements")
    assert (judgement["by"], judgement["note"]) == ("Aizhan", "told twice")
    assert filled("judge", "withdraw", judgement["id"], "--by", "Boris").exit_code == 0
    assert find_ids(filled) == before
    assert ask(filled, "judgements")[0]["withdrawn_by"] == "Boris"


def test_a_correction_rests_on_words(filled: Run) -> None:
    """With a quote the status is corrected; with words nobody said it is refused."""
    (meeting,) = find_ids(filled, "--language", "ru")
    wrong = filled("judge", "correct", meeting, "status", "cancelled", "--by", "A", "--quote", "не было")
    assert wrong.exit_code == 2
    assert "quote it letter for letter" in wrong.stderr
    assert filled(
        "judge", "correct", meeting, "status", "cancelled", "--by", "A", "--quote", WORDS
    ).exit_code == 0  # fmt: skip
    assert find_ids(filled, "--status", "cancelled") == [meeting]


def test_an_added_and_a_rejected_entry(filled: Run) -> None:
    """What is added by hand is found; what is rejected is not, and its id says who rejected it."""
    report = ask(filled, "reports")[0]["id"]
    text = filled("show", report, "--format", "json").stdout
    quote = json.loads(text)["report"]["text"][:20]
    said = ("--report", report, "--quote", quote, "--by", "A")
    before = len(ask(filled, "find", "--kind", "commitment"))
    assert filled("judge", "add", "commitment", '{"by": ["KZ"], "what": "a road"}', *said).exit_code == 0
    assert len(ask(filled, "find", "--kind", "commitment")) == before + 1
    (meeting,) = find_ids(filled, "--language", "ru")
    assert filled("judge", "reject", meeting, "--by", "A").exit_code == 0
    assert "was rejected by A" in filled("show", meeting).stderr


def test_a_listing_as_of_a_day_before_the_register_is_empty(filled: Run) -> None:
    """In 2020 nothing had been added; as of the last day of this century everything is there."""
    assert ask(filled, "find", "--as-of", "2020-01-01") == []
    assert ask(filled, "people", "--as-of", "2020-01-01") == []
    assert ask(filled, "find", "--as-of", "2100-12-31") == ask(filled, "find")
    assert filled("find", "--as-of", "soon").exit_code == 2
