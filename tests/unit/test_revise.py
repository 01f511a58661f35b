"""Names of people where the encoder is sure and the capitals mislead."""

from __future__ import annotations

import pytest

from elshi.mentions.persons import find_runs, read_names
from elshi.mentions.revise import revise_names
from elshi.mentions.scenes import Scene
from elshi.model.markup import Mention, MentionLabel, Sentence
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.segment import tokenize


def _read(text: str, language: Language, *said: tuple[str, MentionLabel, float]) -> list[str]:
    """Return the names in `text` when the encoder says what `said` lists."""
    span = Span(0, len(text))
    sentence = Sentence(span, 0, language, tokenize(text, span))
    scene = Scene(sentence, read_names(sentence, find_runs(sentence, ())), (), ())
    places = [(text.index(words), words, label, sure) for words, label, sure in said]
    encoded = [
        Mention(label, Span(at, at + len(w)), w, None, "encoder", sure) for at, w, label, sure in places
    ]
    return [name.span.quote(text) for name in revise_names(scene, encoded).names]


def test_city_before_a_name_is_cut_off() -> None:
    """'мэр Висбадена Герта Мендлера' names one woman, and a town before her."""
    text = "В зале была Висбадена Герта Мендлера."
    assert _read(text, "ru") == ["Висбадена Герта Мендлера"]
    assert _read(text, "ru", ("Герта Мендлера", "person", 0.97)) == ["Герта Мендлера"]


def test_body_in_capitals_is_no_person() -> None:
    """'Талды Туризм' is a firm."""
    assert _read("Пришел Талды Туризм.", "ru", ("Талды Туризм", "body", 0.95)) == []


def test_doubt_changes_nothing() -> None:
    """What the encoder is not sure of leaves the names as they are."""
    assert _read("Пришел Талды Туризм.", "ru", ("Талды Туризм", "body", 0.6)) == ["Талды Туризм"]


def test_surname_before_a_patronymic_stays() -> None:
    """'Сеитов Марат Ерланович' is a whole name, though the encoder begins it later."""
    text = "Назначен Сеитов Марат Ерланович."
    assert _read(text, "ru", ("Марат Ерланович", "person", 0.95)) == ["Сеитов Марат Ерланович"]


@pytest.mark.parametrize("words", ["Кигали", "рәсім"])
def test_single_word_is_never_added(words: str) -> None:
    """One word more may be anything: only full names are taken from the encoder."""
    assert _read(f"Ол {words} туралы айтты.", "kk", (words, "person", 0.99)) == _read(
        f"Ол {words} туралы айтты.", "kk"
    )
