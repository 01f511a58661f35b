"""Whether two names are one person's: the facts, and what always holds."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.resolve.names import compare_names, name_keys, pair_keys
from elshi.resolve.people import is_full

PAIRS = Path(__file__).parents[2] / "benchmarks" / "data" / "names.tsv"


def _judge(first: str, second: str) -> str:
    return compare_names(first, second).verdict


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Бақытжан Әлімқұлов", "Бакытжан Алимкулов"),
        ("Бақытжан Әлімқұлов", "Bakytzhan Alimkulov"),
        ("Baqytjan Älımqūlov", "Бакытжан Алимкулов"),
        ("Бакытжаном Алимкуловым", "Бақытжан Әлімқұлов"),
        ("Бақытжан Әлімқұловпен", "Bakytzhan Alimkulov"),
        ("Грейс Уитакер", "Grace Whitaker"),
        ("Нгуен Тхи Хоа", "Nguyễn Thị Hoa"),
        ("Чжао Минь", "Zhao Min"),
    ],
)
def test_one_name_in_several_scripts_and_cases_is_one(first: str, second: str) -> None:
    """Kazakh, Russian and English spellings agree, inflected or not."""
    assert _judge(first, second) == "same"


def test_the_surname_may_stand_first_and_the_patronymic_be_absent() -> None:
    """Lists put the surname first and add the father's name; a report need not."""
    assert _judge("Алимкулов Бакытжан Серикович", "Бақытжан Әлімқұлов") == "same"
    assert _judge("Әлімқұлов Бақытжан Серікұлы", "Бакытжан Серикович Алимкулов") == "same"


def test_initials_stand_for_the_names_they_begin() -> None:
    """'Ж.' may be Zhanat, in Latin letters 'Zh.' or 'J.'; it is not Berik."""
    assert _judge("Ж. Әлімқұлов", "Zhanat Alimkulov") == "same"
    assert _judge("J. Alimkulov", "Жанат Алимкулов") == "same"
    assert _judge("Ж. Әлімқұлов", "Berik Alimkulov") == "different"


def test_another_given_name_is_another_person() -> None:
    """Murat and Marat of one surname are two, and the reason names both."""
    compared = compare_names("Мұрат Әлімқұлов", "Марат Алимкулов")
    assert compared.verdict == "different"
    assert "Мұрат" in compared.reasons[-1]
    assert "Марат" in compared.reasons[-1]


def test_another_father_is_another_person() -> None:
    """The same name with two patronymics is of two people; father and son are told apart."""
    assert _judge("Айдос Маратұлы Жүсіп", "Айдос Серикович Жусип") == "different"
    assert _judge("Айдос Маратович Бекетов", "Marat Aidosovich Beketov") == "different"


def test_a_surname_alone_leaves_it_open() -> None:
    """Many share a surname: without office or country nothing follows."""
    assert _judge("Әлімқұлов", "Бакытжан Алимкулов") == "unsure"
    assert _judge("Әлімқұлов", "Alimkulov") == "unsure"


def test_man_and_woman_of_one_family_are_two() -> None:
    """-ов and -ова are one surname, but another given name is another person."""
    assert _judge("А. Касенов", "А. Касенова") == "unsure"
    assert _judge("Самат Касенов", "Салтанат Касенова") == "different"


def test_a_title_before_the_name_is_no_part_of_it() -> None:
    """'Mr', 'господин' and 'мырза' say nothing of who it is."""
    assert _judge("Mr Bakytzhan Alimkulov", "Бақытжан Әлімқұлов мырза") == "same"


def test_a_name_without_letters_names_nobody() -> None:
    """It is like no other name, and found by no key: a report that gives one is kept all the same."""
    assert compare_names("12", "Мұрат").verdict == "different"
    assert compare_names("12", "12").verdict == "different"
    assert name_keys("12") == frozenset()


@given(
    st.text("АБабвгғқұ .-'ABCabcdeyhtьіё", min_size=1, max_size=24),
    st.text("Бабғқ .aАbeyhі", min_size=1, max_size=20),
)
def test_the_order_of_two_names_makes_no_difference(first: str, second: str) -> None:
    """Both ways give one answer between 0 and 1, and names judged the same share a key."""
    if not any(map(str.isalpha, first)) or not any(map(str.isalpha, second)):
        return
    compared = compare_names(first, second)
    assert compared == compare_names(second, first)
    assert 0 <= compared.score <= 1
    assert compared.reasons
    if compared.verdict == "same":
        assert name_keys(first) & name_keys(second)


def test_pairs_judged_the_same_share_a_key() -> None:
    """Over the pairs of the benchmark, looking by key finds whatever comparing would have found."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    judged = [row for row in rows[::3] if _judge(row["a"], row["b"]) == "same"]
    assert len(judged) > len(rows) / 5
    assert all(name_keys(row["a"]) & name_keys(row["b"]) for row in judged)
    full = [row for row in judged if is_full(row["a"]) and is_full(row["b"])]
    assert len(full) > len(judged) / 2
    assert all(pair_keys(row["a"]) & pair_keys(row["b"]) for row in full)
