"""From a capture to a report: one text, one id, and everything known about it."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.clean import make_report
from elshi.errors import SourceError, UsageError
from elshi.model.report import Capture

TITLE = "Министр принял посла соседней страны"
BODY = "Стороны обсудили торговлю и транспорт. Посол поблагодарил за приём в столице."
TEXT = f"{TITLE}\n18 мая 2024\nБАКУ, 17 мая 2024. {BODY}\n"
CAPTURE = Capture("report.txt", TEXT.encode(), "text")
RECORD = Capture("news.jsonl", BODY.encode(), "record", line=7)


def test_a_report_keeps_the_text_and_what_is_known_of_it() -> None:
    """Title, language, day, datelines and paragraphs of a plain text."""
    report = make_report(CAPTURE)
    assert report.text == TEXT
    assert (report.source, report.title, report.language) == ("report.txt", TITLE, "ru")
    assert (report.published, report.published_basis) == ("2024-05-18", "byline")
    assert [line.city for line in report.datelines] == ["БАКУ"]
    assert [p.span.quote(TEXT) for p in report.paragraphs] == TEXT.splitlines()
    assert {p.language for p in report.paragraphs} == {"ru"}


def test_the_caller_s_date_wins_over_all_others() -> None:
    """Then comes what the source says, then the text."""
    dated = replace(CAPTURE, published="2024-05-19T10:00:00+05:00", url="https://example.org/2024/05/20/x")
    assert make_report(dated, "2024-05").published == "2024-05"
    assert make_report(dated).published == "2024-05-19"
    assert make_report(dated).published_basis == "metadata"
    assert make_report(replace(dated, published=None)).published == "2024-05-18"


def test_the_address_comes_before_the_dateline() -> None:
    """A dateline says when it was filed, an address when it was put up."""
    text = TEXT.replace("18 мая 2024\n", "")
    capture = Capture("report.txt", text.encode(), "text", url="https://example.org/2024/05/20/x")
    assert (make_report(capture).published, make_report(capture).published_basis) == ("2024-05-20", "url")
    plain = replace(capture, url=None)
    assert (make_report(plain).published, make_report(plain).published_basis) == ("2024-05-17", "dateline")


@pytest.mark.parametrize("published", ["", "yesterday", "17.05.2024", "2024-13-01", "2024-02-30", "24-05-17"])
def test_a_caller_s_date_that_is_none_is_a_usage_error(published: str) -> None:
    """The message shows what was given and how to write it."""
    with pytest.raises(UsageError, match="give it as 2025-12-12"):
        make_report(CAPTURE, published)


def test_a_record_s_date_that_is_none_is_named_with_its_line() -> None:
    """The other lines are read; this one says where and why."""
    with pytest.raises(
        SourceError, match=r"news.jsonl:7: the field 'published' is 'soon'; write it as 2025-12-12"
    ):
        make_report(replace(RECORD, published="soon"))


def test_a_record_s_nul_is_named_with_its_line() -> None:
    """JSON can write a NUL with an escape; that makes it no more a text."""
    with pytest.raises(SourceError, match=r"news\.jsonl:7: there is a NUL at character 78"):
        make_report(replace(RECORD, data=f"{BODY}\x00".encode()))


def test_the_same_text_is_the_same_report_wherever_it_comes_from() -> None:
    """The id derives from the text and its day, not from the path or the line."""
    assert make_report(CAPTURE).id == make_report(replace(CAPTURE, source="other.txt")).id
    assert make_report(CAPTURE).id != make_report(CAPTURE, "2024-05-01").id
    assert make_report(RECORD).id == make_report(Capture("a.txt", BODY.encode("utf-16"), "text")).id


def test_a_record_shows_its_id_or_its_line() -> None:
    """One file holds many reports: the source tells which."""
    assert make_report(RECORD).source == "news.jsonl#7"
    assert make_report(replace(RECORD, id="a-1")).source == "news.jsonl#a-1"


def test_the_source_s_title_and_publisher_win() -> None:
    """What a record says of itself is kept as it is."""
    report = make_report(replace(RECORD, title="Приём", publisher="Пример"))
    assert (report.title, report.publisher, report.headline) == ("Приём", "Пример", None)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("   \n\n", "there is no text in it"),
        ("None\nФото: МИД\nTelegram", "nothing in it but menus, credits and the like"),
        ("12345 67890 %%%", "too few words to tell the language"),
        ("Le ministre des Affaires étrangères a reçu l'ambassadeur.", "the text is in French"),
        ("Міністр закордонних справ прийняв посла сусідньої держави.", "the text is in Ukrainian"),
        ("外交部长今天会见了邻国大使，双方就贸易和交通合作问题交换了意见。", "the text is in Chinese"),
        ("Dışişleri Bakanı komşu ülkenin büyükelçisini kabul etti.", "the text is in Turkish"),
        (f"{BODY}\x00", "there is a NUL"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, cause: str) -> None:
    """One line with the file, the cause and what to do."""
    with pytest.raises(SourceError, match=cause) as caught:
        make_report(Capture("report.txt", text.encode(), "text"))
    assert str(caught.value).startswith("report.txt: ")
    assert caught.value.advice
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Министр принял посла. " * 9000,
        "м" * 200_000,
        "АСТАНА " * 28_000,
        "А-Б " * 50_000,
        "1" * 200_000 + BODY,
    ],
    ids=["prose", "one word", "capitals", "hyphens", "figures"],
)
def test_one_line_of_200_000_characters_is_quick(text: str) -> None:
    """The time grows with the text, not with its square."""
    start = time.monotonic()
    assert make_report(Capture("long.txt", text.encode(), "text")).text == text
    assert time.monotonic() - start < 5


@given(st.lists(st.sampled_from([TITLE, BODY, "", "Сыртқы істер министрі келді.", "Фото: МИД", "  \t"])))
def test_paragraphs_lie_inside_the_text_and_never_overlap(lines: list[str]) -> None:
    """Whatever the lines, reading twice gives the same report, and its paragraphs are in order."""
    text = "\n".join([BODY, *lines])
    report = make_report(Capture("report.txt", text.encode(), "text"))
    assert report == make_report(Capture("report.txt", text.encode(), "text"))
    spans = [paragraph.span for paragraph in report.paragraphs]
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    assert all(a.stop <= b.start for a, b in pairwise(spans))
