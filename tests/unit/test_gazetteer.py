"""What the gazetteer finds in sentences, and what it does not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from gazetteer_reading import make_sentence, read_names
from hypothesis import given
from hypothesis import strategies as st

from elshi.lexicon.gazetteer import find_names
from elshi.model.report import Language

FOUND: list[tuple[Language, str, list[tuple[str, str, str]]]] = [
    ("ru", "Посол прибыл из Кот-д’Ивуара в США.",
     [("country", "Кот-д’Ивуара", "CI"), ("country", "США", "US")]),
    ("ru", "Президент Чада встретился с премьером Того.",
     [("country", "Чада", "TD"), ("country", "Того", "TG")]),
    ("ru", "Министр посетил Шри-Ланку и Республику Корея.",
     [("country", "Шри-Ланку", "LK"), ("country", "Республику Корея", "KR")]),
    ("ru", "Казахстанско-американский диалог прошел в Нур-Султане.",
     [("nationality", "Казахстанско", "KZ"), ("nationality", "американский", "US"),
      ("place", "Нур-Султане", "Nur-Sultan|KZ")]),
    ("ru", "Заседание казахско-египетской и турецко-катарской комиссий.",
     [("nationality", "казахско", "KZ"), ("nationality", "египетской", "EG"),
      ("nationality", "турецко", "TR"), ("nationality", "катарской", "QA")]),
    ("ru", "Делегации стран СНГ и ЕАЭС встретились в Белом доме.",
     [("body", "СНГ", "CIS"), ("body", "ЕАЭС", "EAEU"), ("place", "Белом доме", "Washington|US")]),
    ("ru", "Французские и японские эксперты работают в МАГАТЭ.",
     [("nationality", "Французские", "FR"), ("nationality", "японские", "JP"), ("body", "МАГАТЭ", "IAEA")]),
    ("ru", "Республика Казахстан и Кыргызская Республика подписали договор в Акорде.",
     [("country", "Республика Казахстан", "KZ"), ("country", "Кыргызская Республика", "KG"),
      ("place", "Акорде", "Astana|KZ")]),
    ("ru", "Договор о нераспространении ядерного оружия подписан в Гвинее-Бисау и Гвинее.",
     [("document", "Договор о нераспространении ядерного оружия", "NPT"),
      ("country", "Гвинее-Бисау", "GW"), ("country", "Гвинее", "GN")]),
    ("kk", "АҚШ-тың елшісі ЮНЕСКО-ның кеңсесіне келді.",
     [("country", "АҚШ-тың", "US"), ("body", "ЮНЕСКО-ның", "UNESCO")]),
    ("kk", "Қазақстан-Шри-Ланка консультациялары Ақордада өтті.",
     [("country", "Қазақстан", "KZ"), ("country", "Шри-Ланка", "LK"), ("place", "Ақордада", "Astana|KZ")]),
    ("kk", "ЕҚЫҰ-ның және ШЫҰ-ның өкілдері Қытайдан Ташкентке ұшты.",
     [("body", "ЕҚЫҰ-ның", "OSCE"), ("body", "ШЫҰ-ның", "SCO"), ("country", "Қытайдан", "CN"),
      ("place", "Ташкентке", "Tashkent|UZ")]),
    ("kk", "Қазақстандық министр түрік әріптесін қабылдады.",
     [("nationality", "Қазақстандық", "KZ"), ("nationality", "түрік", "TR")]),
    ("kk", "Әзербайжанның, Ұлыбританияның және БАӘ-нің елшілері келді.",
     [("country", "Әзербайжанның", "AZ"), ("country", "Ұлыбританияның", "GB"), ("country", "БАӘ-нің", "AE")]),
    ("kk", "Өзбекстан Республикасының Президенті Самарқандта Түркі мемлекеттері ұйымына төрағалық етті.",
     [("country", "Өзбекстан Республикасының", "UZ"), ("place", "Самарқандта", "Samarkand|UZ"),
      ("body", "Түркі мемлекеттері ұйымына", "OTS")]),
    ("kk", "Ақ үй мәлімдеме жасады.", [("place", "Ақ үй", "Washington|US")]),
    ("en", "U.S. and Turkish officials met in The Hague.",
     [("country", "U.S.", "US"), ("nationality", "Turkish", "TR"), ("place", "The Hague", "The Hague|NL")]),
    ("en", "Türkiye’s envoy to the UN flew from Xi’an to Washington, D.C.",
     [("country", "Türkiye’s", "TR"), ("body", "UN", "UN"), ("place", "Xi’an", "Xi'an|CN"),
      ("place", "Washington, D.C.", "Washington|US")]),
    ("en", "Sri Lanka-Kazakhstan talks followed the Kazakh-American ones.",
     [("country", "Sri Lanka", "LK"), ("country", "Kazakhstan", "KZ"), ("nationality", "Kazakh", "KZ"),
      ("nationality", "American", "US")]),
    ("en", "The Commonwealth of Independent States is not the Commonwealth.",
     [("body", "Commonwealth of Independent States", "CIS"), ("body", "Commonwealth", "Commonwealth")]),
    ("ru", "Из Нью‑Йорка он вылетел в Шри‑Ланку.",
     [("place", "Нью‑Йорка", "New York|US"), ("country", "Шри‑Ланку", "LK")]),
    ("en", "South Sudan, Sudan and Papua New Guinea joined.",
     [("country", "South Sudan", "SS"), ("country", "Sudan", "SD"), ("country", "Papua New Guinea", "PG")]),
    ("en", "Leaders in the C5+1 format came to the White House.",
     [("body", "C5+1", "C5+1"), ("place", "White House", "Washington|US")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_names_are_found_inflected(
    language: Language, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Countries, nationality words, cities and bodies are found in any case, and nothing else is."""
    found = find_names(make_sentence(text, language))
    assert [(m.label, m.surface, m.value) for m in found] == expected


NOT_FOUND: list[tuple[Language, str]] = [
    ("ru", "Кроме того, стороны обсудили план."),
    ("ru", "Поддержку получили тысячи семей."),
    ("ru", "Он взял чад и домочадцев."),
    ("en", "They ate turkey and drank from china cups."),
    ("en", "She told us who would join us."),
    ("en", "The chad and the iron jordan almond fell."),
    ("kk", "Ол ақ үй салды."),
    ("kk", "Ерте көктемде қайың ақты."),
    ("ru", "Он говорит на русском языке."),
    ("ru", "Этого оно не касается."),
]


@pytest.mark.parametrize(("language", "text"), NOT_FOUND)
def test_words_that_only_look_like_names_are_left_alone(language: Language, text: str) -> None:
    """A country needs its capital, an abbreviation its capitals: 'того', 'turkey', 'us' are no names."""
    assert read_names(text, language) == []


def test_a_country_wins_over_a_city_and_a_nationality_of_the_same_name() -> None:
    """'Алжир' is the country and not its capital, 'Қытай' at the beginning no adjective."""
    assert read_names("Алжир принял гостей.", "ru", "country") == [("Алжир", "DZ")]
    assert read_names("Қытай елшісі келді.", "kk", "country") == [("Қытай", "CN")]


def test_an_event_does_not_hide_the_body_in_it() -> None:
    """'Саммит ШОС' is an event, and the SCO is named in it."""
    found = find_names(make_sentence("В Астане прошел саммит ШОС.", "ru"))
    assert [(m.label, m.surface, m.value) for m in found] == [
        ("place", "Астане", "Astana|KZ"),
        ("event", "саммит ШОС", "SCO-SUMMIT"),
        ("body", "ШОС", "SCO"),
    ]


@given(st.text(alphabet="АҚШтңБҰсаК -–'«»UNus.2", max_size=40), st.sampled_from(["kk", "ru", "en"]))
def test_surfaces_are_the_words_of_the_text(text: str, language: Language) -> None:
    """Whatever the text, a name's surface has the length of its span and all letters of the text there."""
    for mention in find_names(make_sentence(text, language)):
        quote = mention.span.quote(text)
        assert mention.surface.split() == quote.split()
        assert len(mention.surface) == len(quote)


@given(st.lists(st.sampled_from(["США", "Китай", "ООН", "Нью-Йорк", "саммит ШОС", "и", "турецко-катарский"])))
def test_names_stand_in_order_and_do_not_overlap(words: list[str]) -> None:
    """Mentions come in the order of the text, and only an event may contain another."""
    found = find_names(make_sentence(" ".join(words), "ru"))
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.stop))
    names = [m.span for m in found if m.label != "event"]
    assert all(a.stop <= b.start for a, b in pairwise(names))
