"""Wire copies are told from reports of their own: a copy says nothing that the first report does not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.clean import make_report
from elshi.cli.main import main
from elshi.model.report import Capture, Language
from elshi.register import Register
from elshi.resolve.copies import list_needed, list_sentences, may_be_copies

TEXTS: dict[Language, str] = {
    "ru": (
        "Министр иностранных дел Казахстана Асан Ерболов встретился в Астане с министром иностранных дел "
        "Иордании Айманом Хаддадом.\nСтороны обсудили торговлю и 12 совместных проектов в области транспорта."
        "\nПереговоры прошли 12 марта 2026 года."
    ),
    "kk": (
        "Қазақстанның Сыртқы істер министрі Асан Ерболов Астанада Иордания Сыртқы істер министрі Айман "
        "Хаддадпен кездесті.\nТараптар сауда мен көлік саласындағы 12 бірлескен жобаны талқылап, "
        "уағдаластықтарды орындау барысын қарады.\n"
        "Келіссөз 2026 жылғы 12 наурызда өтті, оған екі елдің елшілері қатысты."
    ),
    "en": (
        "The Foreign Minister of Kazakhstan Asan Yerbolov met in Astana with the Foreign Minister of Jordan "
        "Ayman Haddad.\nThe sides discussed trade and 12 joint projects in transport.\n"
        "The talks were held on March 12, 2026."
    ),
}
PASSED: dict[Language, tuple[str, str]] = {
    "ru": ("Хаддадом.", "Хаддадом, передает Kazinform."),
    "kk": ("кездесті.", "кездесті, деп хабарлайды Қазақпарат."),
    "en": ("Haddad.", "Haddad, Kazinform reports."),
}


def is_copy(text: str, first: str, language: Language) -> bool:
    """Tell whether a report of `text` is a copy of one of `first`."""
    one, other = (make_report(Capture("x", t.encode(), "record"), language=language) for t in (first, text))
    needed = list_needed(other)
    return bool(needed) and needed <= list_sentences(one)


@pytest.mark.parametrize("language", TEXTS)
def test_a_story_that_is_passed_on_is_a_copy(language: Language) -> None:
    """Another agency's name in a last clause, other marks, and a paragraph left out make no other report."""
    first = TEXTS[language]
    assert is_copy(first, first, language)
    assert is_copy(first.replace(*PASSED[language]), first, language)
    assert is_copy(first, first.replace(*PASSED[language]), language)
    assert is_copy("\n".join(first.splitlines()[:2]), first, language)
    assert is_copy(first.replace(",", " –"), first, language)


@pytest.mark.parametrize("language", TEXTS)
def test_a_report_that_says_anything_else_is_none(language: Language) -> None:
    """Another number, another name, one word more, or a sentence more is a report of its own."""
    first = TEXTS[language]
    last = first.splitlines()[-1]
    others = [
        first.replace("12", "13"),
        first.replace("2026", "2025"),
        f"{first}\n{last.replace('2026', '2027')}",
    ]
    for words in (("Асан", "Айдар"), ("Asan", "Aidar"), ("Стороны", "Стороны не"), ("Тараптар", "Екі тарап"),
                  ("discussed", "did not discuss")):  # fmt: skip
        others += [first.replace(*words)] if words[0] in first else []
    assert [other for other in others if is_copy(other, first, language)] == []
    shorter = "\n".join(first.splitlines()[:2])
    assert not is_copy(first, shorter, language)


def test_a_headline_counts_where_it_says_more() -> None:
    """A new headline of names that the text has makes no other report; one with a new name or number does."""
    first = TEXTS["ru"]
    assert is_copy(f"Ерболов и Хаддад встретились в Астане\n{first}", first, "ru")
    assert not is_copy(f"Ерболов и Омаров встретились в Астане\n{first}", first, "ru")
    assert not is_copy(f"Министры обсудили 14 проектов\n{first}", first, "ru")


def test_short_notes_are_never_copies() -> None:
    """Of a line that many would write alike nobody can say that it was copied."""
    note = "Министр иностранных дел прибыл в Астану с официальным визитом."
    assert not is_copy(note, note, "ru")


@given(st.permutations(range(3)), st.sets(st.sampled_from(range(3)), min_size=2))
@settings(deadline=None)
def test_any_part_of_a_report_in_any_order_is_its_copy(order: list[int], kept: set[int]) -> None:
    """What is left of a report, in whatever order, is its copy or too short to tell."""
    lines = TEXTS["ru"].splitlines()
    text = "\n".join(lines[n] for n in order if n in kept)
    report = make_report(Capture("x", text.encode(), "record"), language="ru")
    assert list_needed(report) <= list_sentences(make_report(Capture("x", TEXTS["ru"].encode(), "record")))


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [("2026-03-12", "2026-03-14", True), ("2026-03-12", "2026-03-15", False), (None, "2026-03-12", True),
     ("2026-03", "2026-03-12", True), ("2026-04", "2026-03-12", False), ("2026", "2025", False)],
)  # fmt: skip
def test_copies_are_of_the_same_days(one: str | None, other: str | None, may: bool) -> None:  # noqa: FBT001 -- expected
    """The same words a week later may mean another 'today'; a day that is not known does not part two."""
    assert may_be_copies(one, other) == may_be_copies(other, one) == may


def run(folder: Path, *words: str) -> str:
    """Run a command on the folder's register; return what it prints."""
    arguments = [*words, "--register", str(folder / "elshi.db")]
    return CliRunner().invoke(main, arguments, catch_exceptions=False).stdout


def test_copies_are_linked_and_shown(tmp_path: Path) -> None:
    """`elshi add --link-copies` reads a story once; find and show tell where else it stands."""
    rows = [
        {"id": "a", "publisher": "МИД", "published": "2026-03-12", "text": TEXTS["ru"]},
        {"id": "b", "publisher": "Kazinform", "published": "2026-03-13",
         "text": TEXTS["ru"].replace(*PASSED["ru"])},
        {"id": "c", "publisher": "Другой", "published": "2026-03-13",
         "text": TEXTS["ru"].replace("12 с", "15 с")},
        {"id": "d", "publisher": "Архив", "published": "2026-05-13", "text": TEXTS["ru"]},
    ]  # fmt: skip
    news = tmp_path / "news.jsonl"
    news.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert run(tmp_path, "add", str(news), "--link-copies") == "3 reports added, 1 copy linked\n"
    assert run(tmp_path, "add", str(news), "--link-copies").endswith("3 known already, 1 copy linked\n")
    found = json.loads(run(tmp_path, "find", "--kind", "engagement", "--type", "meeting", "--format", "json"))
    shown = [entry["also_in"] for entry in found if entry["also_in"]]
    assert [(copy["publisher"], copy["published"]) for copy in shown[0]] == [("Kazinform", "2026-03-13")]
    report = shown[0][0]["report"]
    assert json.loads(run(tmp_path, "show", report, "--format", "json"))["also_in"] == shown[0]
    assert "also in: Kazinform" in run(tmp_path, "show", report)


def test_copies_of_reports_added_before_are_told(tmp_path: Path) -> None:
    """Reports that were added without looking for copies are caught up on."""
    one = tmp_path / "one.txt"
    one.write_text(TEXTS["ru"], encoding="utf-8")
    run(tmp_path, "add", str(one))
    two = tmp_path / "two.txt"
    two.write_text(TEXTS["ru"].replace(*PASSED["ru"]), encoding="utf-8")
    assert run(tmp_path, "add", str(two), "--link-copies") == "0 reports added, 1 copy linked\n"
    with Register.open(tmp_path / "elshi.db", readonly=True) as register:
        assert [Path(report.source).name for report in register.reports()] == ["one.txt"]


def test_a_page_that_was_shortened_is_no_copy_of_itself(tmp_path: Path) -> None:
    """Another capture of the same address is read: what a publisher takes back is news."""
    page = tmp_path / "page.txt"
    for text in (TEXTS["ru"], "\n".join(TEXTS["ru"].splitlines()[:2])):
        page.write_text(text, encoding="utf-8")
        assert run(tmp_path, "add", str(page), "--link-copies") == "1 report added\n"


def test_a_report_is_described_alike_whatever_its_place() -> None:
    """What a report says does not depend on where it was found."""
    report = make_report(Capture("x", TEXTS["en"].encode(), "record"))
    assert list_sentences(report) == list_sentences(replace(report, source="y", publisher="z"))
