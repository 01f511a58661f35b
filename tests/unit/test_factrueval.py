"""The matching of facts in the FactRuEval benchmark."""

from __future__ import annotations

import pytest
from benchmarks.factrueval_gold import Argument, Fact, fold, to_nominative
from benchmarks.factrueval_match import compare, is_close


def _fact(*arguments: tuple[str, str], hard: bool = False) -> Fact:
    values = tuple(Argument(name, frozenset({value})) for name, value in arguments)
    return Fact("occupation", values, hard)


WHOLE = _fact(("who", "иван серов"), ("position", "директор"), ("where", "институт"))


def test_the_same_fact_scores_one() -> None:
    """Facts that agree in all arguments have F1 1."""
    assert compare([WHOLE], [WHOLE]).f1 == 1


def test_a_job_weighs_half() -> None:
    """Of who, where and a wrong job, two whole arguments stand against half a missed and half a wrong one."""
    score = compare([WHOLE], [_fact(("who", "иван серов"), ("position", "сторож"), ("where", "институт"))])
    assert score.precision == pytest.approx(2 / 3)


def test_a_job_alone_matches_nothing() -> None:
    """Two facts that share only the job are of different people."""
    assert compare([WHOLE], [_fact(("who", "олег лосев"), ("position", "директор"))]).f1 == 0


def test_hard_facts_count_neither_way() -> None:
    """In the easy mode a hard fact is not missed, and an answer that matches it is not wrong."""
    hard = _fact(("who", "олег лосев"), ("where", "перу"), hard=True)
    score = compare([WHOLE, hard], [WHOLE, _fact(("who", "олег лосев"), ("where", "перу"))])
    assert (score.gold, score.answers, score.f1) == (1, 1, 1)


def test_each_extra_answer_lowers_precision() -> None:
    """An answer that matches no fact is wrong."""
    assert compare([WHOLE], [WHOLE, _fact(("who", "олег лосев"))]).precision == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [("перу", "перу", True), ("институт", "института", True), ("сша", "куба", False), ("я", "ю", False)],
)
def test_how_far_spellings_may_differ(one: str, other: str, *, close: bool) -> None:
    """One letter may differ, two in a long value, none in the shortest."""
    assert is_close(one, other) is close


def test_values_are_folded() -> None:
    """Quotes, dashes, capitals and 'ё' make no difference."""
    assert fold("«Ёлка – Север» ") == fold('елка - север"')


def test_a_job_in_the_nominative() -> None:
    """A job in any case is compared in the nominative, what it governs as it stands."""
    assert to_nominative("министром иностранных дел") == "министр иностранных дел"
    assert to_nominative("художественного руководителя балета") == "художественный руководитель балета"
