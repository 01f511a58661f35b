"""The reader: its stages follow one another, it says the same each time, and it quotes what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import elshi
from elshi.errors import SourceError
from elshi.frames.read import read_frames
from elshi.mentions.mark import RuleMentions
from elshi.model.frame import Reading
from elshi.model.markup import Markup
from elshi.model.record import to_record
from elshi.model.report import LANGUAGES, Capture, Language, Paragraph, Report
from elshi.model.span import Span
from elshi.reader import STAGES, Reader, read

TEXTS: dict[Language, str] = {
    "kk": (
        "Астана. 12 наурыз. Қазақстан Сыртқы істер министрі Ермек Айсаров Норвегия Сыртқы істер министрі "
        "Ларс Хаугенмен кездесті. Тараптар көлік саласындағы ынтымақтастықты дамытуға келісті.\n"
        "Қазақстанның Осло қаласындағы елшісі Талғат Омаров жиынға қатысты."
    ),
    "ru": (
        "Астана. 12 марта 2026 года. Министр иностранных дел Казахстана Ермек Айсаров встретился с министром "
        "иностранных дел Норвегии Ларсом Хаугеном. Стороны договорились провести консультации до 1 мая.\n"
        "Айсаров предложил создать центр водной дипломатии. Хауген поддержал инициативу."
    ),
    "en": (
        "ASTANA, 12 March 2026 – Foreign Minister of Kazakhstan Yermek Aisarov met with the Foreign Minister "
        "of Norway Lars Haugen. The sides agreed to hold consultations by 1 May.\n"
        "Aisarov proposed a centre for water diplomacy. Haugen supported the initiative."
    ),
}
# Words of the kind that rules look for, so that chance puts together what nobody wrote.
VOCABULARY: dict[Language, str] = {
    "kk": (
        "Қазақстан Президенті Ермек Айсаров Ларс Хаугенмен Норвегия Сыртқы істер министрінің орынбасары мен "
        "БҰҰ 70-сессиясына елшісі Ослодағы кездесті қабылдады қатысты , . және 12 наурызда 2026 жылғы "
        "тарап Тараптар туралы меморандумға қол қойды келісті жоқ « » – тағайындалды сапармен барады "
        "А. ( ) ӘҢГІМЕ"
    ),
    "ru": (
        "Президент Казахстана Ермек Айсаров с Ларсом Хаугеном Норвегии министр иностранных дел заместитель и "
        "ООН 70-й сессии посол в Осло встретился принял участие , . также 12 марта 2026 года сторона Стороны "
        "подписали меморандум договорились не « » – назначен визит прибыл А. ( ) по телефону главами "
        "МИД ВСТРЕЧА"
    ),
    "en": (
        "President of Kazakhstan Yermek Aisarov with Lars Haugen Norway Foreign Minister Deputy and the UN "
        "70th session Ambassador to Oslo met received attended , . also 12 March 2026 side The sides signed "
        "a memorandum agreed not “ ” – appointed visit arrived A. ( ) by phone 's "
        "Secretary-General MEETING on to"
    ),
}


def _make_report(text: str, language: Language) -> Report:
    """Return a report whose language is given, so that texts of chance are read as well."""
    paragraphs = tuple(Paragraph(Span(m.start(), m.end()), language) for m in re.finditer(r"[^\n]+", text))
    return Report("r", "chance", text, language, published="2026-03-12", paragraphs=paragraphs)


def _read(text: str, language: Language) -> Reading:
    report, markup = RuleMentions().mark(_make_report(text, language))
    return read_frames(report, markup)


def _quotes(value: Any) -> Iterator[tuple[int, int, str]]:  # noqa: ANN401 - JSON of any depth
    """Yield every quote in `value` with its place."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value["start"], value["end"], value["quote"]
        for inner in value.values():
            yield from _quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quotes(inner)


def _spans(markup: Markup) -> Iterator[Span]:
    yield from (s.span for s in markup.sentences)
    yield from (m.span for m in markup.mentions)
    yield from (d.span for d in markup.dates)
    for person in markup.people:
        yield from (person.surface, *person.mentions, *(t.span for t in person.titles))


def check_reading(reading: Reading) -> None:
    """Assert what must hold of every reading, whatever the text."""
    text, record = reading.report.text, to_record(reading)
    for start, stop, quote in _quotes(record):
        assert text[start:stop] == quote != ""
    assert all(0 <= span.start < span.stop <= len(text) for span in _spans(reading.markup))
    for mention in reading.markup.mentions:
        assert mention.surface == mention.span.quote(text)
    ids = [e.id for e in reading.engagements]
    assert len(ids) == len(set(ids))
    for engagement in reading.engagements:
        assert engagement.evidence
        assert engagement.part_of in {None, *ids} - {engagement.id}
        assert list(engagement.parties) == sorted(set(engagement.parties))
        assert all(p.surface in text and p.evidence for p in engagement.participants)
    for kind in ("positions", "initiatives", "commitments", "tenures", "chairmanships"):
        for frame in record[kind]:
            assert frame["evidence"]
            assert frame["surface"] in text


def test_every_stage_is_given_what_it_needs() -> None:
    """What a stage needs was given by an earlier one; only the capture comes from outside."""
    known = {"capture"}
    for stage in STAGES:
        assert set(stage.needs) <= known, stage.name
        assert not set(stage.gives) & known, stage.name
        assert stage.about
        known |= set(stage.gives)
    assert {"engagements", "tenures", "positions", "initiatives", "commitments", "chairmanships"} <= known


def test_public_names_are_those_of_the_reader() -> None:
    """`elshi.read` and `elshi.Reader` are the reader's; another name is none of the package."""
    assert elshi.read is read
    assert elshi.Reader is Reader
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        elshi.write  # noqa: B018 - asking is the test


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_is_read_in_full(language: Language) -> None:
    """A report of two people who met gives a meeting, their tenures, and what they agreed."""
    reading = read(TEXTS[language])
    check_reading(reading)
    assert reading.report.language == language
    assert reading.report.text == TEXTS[language]
    assert [e.parties for e in reading.engagements if e.type == "meeting"] == [("KZ", "NO")]
    assert {t.office for t in reading.tenures} >= {"foreign_minister"}
    assert reading.commitments


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_twice_gives_the_same(language: Language) -> None:
    """One reader, or another, says the same of the same capture."""
    capture = Capture("text", TEXTS[language].encode(), "text")
    reader = Reader()
    first = to_record(reader.read(capture))
    reader.read(Capture("other", TEXTS["en"].encode(), "text"))
    assert to_record(reader.read(capture)) == first
    assert to_record(Reader().read(capture)) == first


def test_file_and_text_are_read_alike(tmp_path: Path) -> None:
    """A file in UTF-8 says what its text says."""
    path = tmp_path / "report.txt"
    path.write_text(TEXTS["ru"], encoding="utf-8")
    from_file, from_text = to_record(read(path)), to_record(read(TEXTS["ru"]))
    assert [e["parties"] for e in from_file["engagements"]] == [
        e["parties"] for e in from_text["engagements"]
    ]
    assert from_file["report"]["text"] == from_text["report"]["text"]
    assert from_file["report"]["source"] == str(path)


def test_day_of_publication_dates_what_the_report_does_not() -> None:
    """A day given by the caller is the approximate day of an undated meeting."""
    text = "Посол Чили Карлос Мендес встретился с министром транспорта Греции Костасом Николаидисом."
    assert [e.when.edtf for e in read(text, published="2026-03-12").engagements] == ["2026-03-12~"]
    assert [e.when.edtf for e in read(text).engagements] == [None]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "12 34 56"])
def test_what_is_no_report_is_refused(text: str) -> None:
    """An empty text, or one without words, is no report, and the refusal says why."""
    with pytest.raises(SourceError, match="text"):
        read(text)


def test_country_is_never_a_default() -> None:
    """Where the report names no country, an office serves none that is known."""
    for text in (
        "Министр иностранных дел Ермек Айсаров выступил на форуме.",
        "Foreign Minister Lars Haugen spoke at the forum on Monday.",
    ):
        assert [t.represents for t in read(text).tenures] == [None]


def _of_words(language: Language) -> st.SearchStrategy[str]:
    words = st.sampled_from(VOCABULARY[language].split())
    return st.lists(words, max_size=40).map(" ".join)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_words_thrown_together_are_read_without_failing(language: Language, data: st.DataObject) -> None:
    """Whatever the order of the words, reading raises nothing and every quote is in the text."""
    check_reading(_read(data.draw(_of_words(language)), language))


LETTERS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһіыьэюяАӘҒҚҢӨҰҮІ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁ",
    "en": "abcdefghijklmnopqrstuvwxyzABCDE",
}
MARKS = " \n\t.,;:!?…-–—'’«»“”\"()№%0123456789\u0301\u00a0\u200b😀"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_letters_are_read_without_failing(language: Language, data: st.DataObject) -> None:
    """Whatever the letters, reading raises nothing and every quote is in the text."""
    text = data.draw(st.text(alphabet=LETTERS[language] + MARKS, max_size=150))
    check_reading(_read(text, language))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_report_cut_anywhere_is_read_without_failing(language: Language, data: st.DataObject) -> None:
    """A report that breaks off, or lacks its beginning, is read as far as it goes, the same each time."""
    text = TEXTS[language]
    start, stop = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    reading = _read(text[start:stop], language)
    check_reading(reading)
    assert to_record(_read(text[start:stop], language)) == to_record(reading)
