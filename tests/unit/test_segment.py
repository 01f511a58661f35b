"""Where sentences end and what a word is, in the three languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.model.report import Language, Paragraph
from elshi.model.span import Span
from elshi.text.segment import fold_lower, split_sentences, tokenize


def _sentences(text: str, language: Language = "ru") -> list[str]:
    return [s.span.quote(text) for s in split_sentences(text, [Paragraph(Span(0, len(text)), language)])]


def _words(text: str) -> list[str]:
    return [token.text for token in tokenize(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Встреча прошла в г. Алматы в 15:30.", "Стороны довольны."],
        ["Университет им. Абая открыт.", "Что дальше?", "Посмотрим…", "Увидим."],
        ["Проект стоит 5 млрд. долл. США.", "Это много."],
        ["Посол А. Б. Ахметов прибыл.", "Его встретили."],
        ["Договор подписан 12.04.2026 в Осло.", "Он вступит в силу 1.05.2026."],
        ["Қ. Айсаров Т. Омаровты қабылдады.", "Кездесу 2026 ж. наурызда өтті."],
        ["БҰҰ Бас Ассамблеясының 80-сессиясында сөйледі.", "Е.Айсаров келді."],
        ["Dr. Haugen met U.S. Secretary Martin at 3.30 on Monday.", "They left."],
        ["Mr. Smith arrived on Jan. 5.", "He left."],
        ["The deal (No. 7) is worth $3.5 bn!", "Is it enough?", "We shall see."],
    ],
)
def test_abbreviations_initials_and_numbers_do_not_end_a_sentence(sentences: list[str]) -> None:
    """A point after an abbreviation, an initial or within a number ends nothing; others do."""
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["He said: “We agree.”", "Then he left."],
        ["«Вопрос закрыт», – отметил министр.", "Он уехал."],
        ["Он сказал: «Мы готовы».", "Встреча окончена."],
        ["Министр «Біз дайынбыз!» деді.", "Кездесу аяқталды."],
        ["“It is over.”", "“Not yet,” she answered."],
    ],
)
def test_quotes_belong_to_their_sentence(sentences: list[str]) -> None:
    """A closing quotation mark stays with what it closes, an opening one begins the next sentence."""
    assert _sentences(" ".join(sentences)) == sentences


def test_small_letter_does_not_begin_a_sentence() -> None:
    """After a point a small letter goes on with the same sentence."""
    assert _sentences("Он прибыл в 3 ч. утра. и уехал.") == ["Он прибыл в 3 ч. утра. и уехал."]


def test_sentence_ends_with_its_paragraph() -> None:
    """A headline without a point does not run into the text below."""
    text = "Встреча в Осло\nМинистр прибыл."
    paragraphs = [Paragraph(Span(0, 14), "ru"), Paragraph(Span(15, len(text)), "ru")]
    found = split_sentences(text, paragraphs)
    assert [(s.span.quote(text), s.paragraph) for s in found] == [
        ("Встреча в Осло", 0),
        ("Министр прибыл.", 1),
    ]


def test_each_sentence_has_the_language_of_its_paragraph() -> None:
    """A report in two languages has sentences in two languages."""
    text = "Министр прибыл.\nThe minister arrived."
    found = split_sentences(text, [Paragraph(Span(0, 15), "ru"), Paragraph(Span(16, len(text)), "en")])
    assert [s.language for s in found] == ["ru", "en"]


def test_skipped_stretches_are_in_no_sentence() -> None:
    """Datelines and boilerplate are left out, and no sentence reaches over them."""
    text = "АСТАНА – Министр прибыл. ФОТО: МИД Он уехал."
    skip = [Span(0, 9), Span(25, 34)]
    found = split_sentences(text, [Paragraph(Span(0, len(text)), "ru")], skip)
    assert [s.span.quote(text) for s in found] == ["Министр прибыл.", "Он уехал."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("80-сессиясында", ["80-сессиясында"]),
        ("66-й 8-ші 80th 2026", ["66-й", "8-ші", "80th", "2026"]),
        ("12.04.2024 3,5 15:42", ["12.04.2024", "3,5", "15:42"]),
        ("2025–2026 гг.", ["2025", "–", "2026", "гг", "."]),
        ("Нур-Султан, ЮНЕСКО-ның", ["Нур-Султан", ",", "ЮНЕСКО-ның"]),
        ("Côte d'Ivoire’s", ["Côte", "d'Ivoire’s"]),
        ("U.S. envoy", ["U.S.", "envoy"]),
        ("А.Б. Ахметов", ["А", ".", "Б", ".", "Ахметов"]),
        ("«C5+1»!", ["«", "C5", "+", "1", "»", "!"]),
        ("№5, 50%", ["№", "5", ",", "50", "%"]),
        ("а\u0438\u0306 x", ["а\u0438\u0306", "x"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    """Words with hyphens and apostrophes, dates and numbers are one token; marks are one each."""
    assert _words(text) == words


def test_lower_case_of_a_token_has_no_yo() -> None:
    """Words are compared in lower case, with 'ё' as 'е'; the text itself keeps its letters."""
    (token,) = tokenize("Орёл", Span(0, 4))
    assert (token.text, token.lower, token.capital) == ("Орёл", "орел", True)
    assert fold_lower("ӘЛЕМ") == "әлем"


LETTERS = "абвгАБВәғқңөұүһіӘҒҚabcABC.!?…,:;-–—'’«»“”\"() \n\t0123456789№%\u0301"


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet=LETTERS, max_size=120))
def test_tokens_are_all_of_the_text_but_the_blanks(text: str) -> None:
    """Nothing is lost and nothing is invented: the tokens are the text without its blanks, in order."""
    tokens = tokenize(text, Span(0, len(text)))
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(token.span.quote(text) == token.text for token in tokens)


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet=LETTERS, max_size=120), st.data())
def test_sentences_are_all_of_the_text_but_what_is_skipped(text: str, data: st.DataObject) -> None:
    """The sentences are the whole text in order, without blanks at their ends or what is skipped."""
    cut = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    hole = Span(cut[0], cut[1])
    found = split_sentences(text, [Paragraph(Span(0, len(text)), "ru")], [hole])
    told = "".join("".join(s.span.quote(text).split()) for s in found)
    assert told == "".join((text[: hole.start] + " " + text[hole.stop :]).split())
    for sentence in found:
        quote = sentence.span.quote(text)
        assert quote == quote.strip() != ""
        assert not sentence.span.overlaps(hole) or hole.start == hole.stop
