"""What holds of every brief: nothing unsupported in it, and its footnotes quote letter for letter."""

from __future__ import annotations

import datetime as dt

import pytest
from brief_registers import make_register, read_examples

from elshi.briefs import Brief, Request, write_brief
from elshi.model.report import LANGUAGES, Language
from elshi.register import Register

ASKED = [("NO", None), ("VN", "KZ"), ("KZ", None), ("UN", None), ("BR", "KZ"), ("IT", None)]
SEPTEMBER = dt.date(2026, 9, 20)


def list_briefs(language: Language) -> list[tuple[Register, Brief]]:
    """Return briefs of several countries with their registers."""
    examples, made = read_examples(), make_register()
    found = [
        (examples, write_brief(examples, Request(language, SEPTEMBER, country, other)))
        for country, other in ASKED
    ]
    return [*found, (made, write_brief(made, Request(language, SEPTEMBER, "QA")))]


@pytest.fixture(scope="module", params=LANGUAGES)
def briefs(request: pytest.FixtureRequest) -> list[tuple[Register, Brief]]:
    """Return the briefs of one language."""
    return list_briefs(request.param)


def test_every_sentence_has_a_footnote_or_says_that_something_is_unknown(
    briefs: list[tuple[Register, Brief]],
) -> None:
    """Nothing unsupported is in a brief, and every footnote that is named is there."""
    for _, brief in briefs:
        numbers = {note.number for note in brief.footnotes}
        for sentence in (s for section in brief.sections for p in section.paragraphs for s in p):
            assert sentence.unknown != bool(sentence.notes), sentence.text
            assert set(sentence.notes) <= numbers


def test_every_footnote_quotes_its_report_exactly(briefs: list[tuple[Register, Brief]]) -> None:
    """The words stand in the stored text at the place that is named, and the numbers run from 1."""
    for register, brief in briefs:
        assert [note.number for note in brief.footnotes] == list(range(1, len(brief.footnotes) + 1))
        for note in brief.footnotes:
            report = register.read_reports([note.report])[note.report]
            assert report.text[note.start : note.stop] == note.quote
            assert note.quote.strip()
            assert (report.source, report.published) == (note.source, note.published)


def test_words_of_other_languages_stand_in_a_footnote_of_their_sentence(
    briefs: list[tuple[Register, Brief]],
) -> None:
    """Whatever a sentence quotes, its own footnotes have."""
    for _, brief in briefs:
        quotes = {note.number: " ".join(note.quote.split()) for note in brief.footnotes}
        for sentence in (s for section in brief.sections for p in section.paragraphs for s in p):
            foreign = [piece.text for piece in sentence.pieces if piece.language and not sentence.unknown]
            for words in foreign:
                assert any(words in quotes[number] for number in sentence.notes), (words, sentence.text)


def test_sentences_are_whole(briefs: list[tuple[Register, Brief]]) -> None:
    """No empty name, no two blanks, no place left to fill, a full stop at the end."""
    for _, brief in briefs:
        for sentence in (s for section in brief.sections for p in section.paragraphs for s in p):
            own = "".join(piece.text for piece in sentence.pieces if not piece.language)
            assert sentence.text.endswith(".")
            assert not {"  ", "None", "{", "}"} & {own[i : i + n] for n in (1, 2, 4) for i in range(len(own))}
            assert sentence.text[0] == sentence.text[0].upper()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_register_gives_the_same_brief(language: Language) -> None:
    """Asking twice changes nothing."""
    register = make_register()
    asked = Request(language, SEPTEMBER, "QA")
    assert write_brief(register, asked) == write_brief(register, asked)
