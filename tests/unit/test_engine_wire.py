"""Readings on their way through a shared folder: JSON, and the very same data when they arrive."""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.engines.base import Origin, Way
from elshi.engines.wire import read_wire, write_wire
from elshi.engines.work import read_capture
from elshi.model.frame import Reading
from elshi.model.report import Capture, Paragraph
from elshi.model.span import Evidence, Span
from elshi.record.base import Receipt

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


@pytest.mark.parametrize("name", ["kk/phone-call-italy", "ru/round-up-week", "en/vietnam-commission"])
def test_a_reading_arrives_as_it_was_sent(name: str) -> None:
    """What JSON gives back equals the reading in every part, those that equality passes over too."""
    path = EXAMPLES / f"{name}.txt"
    reading = read_capture(Capture(str(path), path.read_bytes(), "text"), Way(marked=True))
    assert isinstance(reading, Reading)
    back = read_wire(Reading, write_wire(reading))
    assert back == reading
    assert repr(back) == repr(reading)


def test_half_a_character_and_bytes_that_are_none_arrive() -> None:
    """A file's name need not be text, and a text may hold half a character."""
    origin = Origin(Receipt("a1", "x", None), "\udcff/новости", 3, "\ud800")
    text = write_wire(origin)
    assert text.isascii()
    assert read_wire(Origin, text) == origin


@pytest.mark.parametrize(
    "text",
    ['[["1", 2], "x"]', "[[1, 2]]", "null", '{"start": 1}', '[[1, 2], "x", 5]', "[[1, 2], null]"],
)
def test_what_is_no_such_data_is_refused(text: str) -> None:
    """Other types, more parts or fewer are an error and never become data."""
    with pytest.raises((TypeError, ValueError)):
        read_wire(Evidence, text)
    assert read_wire(Evidence, '[[1, 2], "x"]') == Evidence(Span(1, 2), "x")


def test_a_word_outside_the_list_is_refused() -> None:
    """A language that the model does not know is in no report of ours."""
    paragraph = Paragraph(Span(0, 9), "kk")
    text = write_wire(paragraph)
    assert read_wire(Paragraph, text) == paragraph
    with pytest.raises(TypeError, match="expected"):
        read_wire(Paragraph, text.replace("kk", "la"))
