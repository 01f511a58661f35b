"""The files of the gazetteer follow their schema and agree with one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from gazetteer_reading import make_sentence, read_names

from elshi.errors import LexiconError
from elshi.lexicon import load, schema
from elshi.lexicon.gazetteer import body, capital_of, country_of_capital, find_names, is_country
from elshi.lexicon.people import find_spelling, load_spellings
from elshi.lexicon.places import load_bodies, load_cities, load_countries
from elshi.lexicon.series import load_series
from elshi.lexicon.traps import load_traps
from elshi.lexicon.written import is_abbreviation, spell
from elshi.model.report import LANGUAGES, Language


def test_every_country_but_the_union_has_one_capital() -> None:
    """Each country has a capital among the cities, and the capital leads back to it."""
    without = [code for code in load_countries() if code != "EU" and not capital_of(code)]
    assert without == []
    capitals = [city.country for city in load_cities().values() if city.capital]
    assert len(capitals) == len(set(capitals)) == len(load_countries()) - 1
    assert country_of_capital("Tashkent") == "UZ"
    assert country_of_capital("Almaty") is None


def test_a_former_name_leads_to_the_country_of_the_capital() -> None:
    """Nur-Sultan was the capital's name, and Astana is the capital."""
    assert country_of_capital("Nur-Sultan") == "KZ"
    assert capital_of("KZ") == "Astana"


def test_the_lexicon_knows_all_members_of_the_united_nations() -> None:
    """There are 193 members, and beside them Palestine, the Holy See, Kosovo, Taiwan and the EU."""
    others = {"PS", "VA", "XK", "TW", "EU"}
    assert len(set(load_countries()) - others) == 193
    assert all(is_country(code) for code in others)
    assert not is_country("OSCE")


def test_bodies_refer_to_cities_and_bodies_of_the_lexicon() -> None:
    """A seat is a city of the lexicon; a parent is another body or the EU; an organ has a parent."""
    bodies = load_bodies()
    assert len(bodies) >= 160
    for entry in bodies.values():
        assert entry.seat is None or entry.seat in load_cities(), entry.code
        assert entry.parent is None or entry.parent in {*bodies, "EU"} - {entry.code}, entry.code
        assert entry.kind != "organ" or entry.parent, entry.code


def test_an_organ_acts_as_its_whole() -> None:
    """At a session of the General Assembly the party is the United Nations; UNESCO acts by itself."""
    assembly, unesco = body("UNGA"), body("UNESCO")
    assert assembly is not None
    assert assembly.party == "UN"
    assert unesco is not None
    assert unesco.party == "UNESCO"
    assert body("NOSUCH") is None


def test_wikidata_ids_are_well_formed_and_unique() -> None:
    """No two bodies share an id, and each id is a Q and digits."""
    ids = [entry.wikidata for entry in load_bodies().values() if entry.wikidata]
    assert len(ids) == len(set(ids)) > 100
    assert all(re.fullmatch(r"Q[1-9]\d*", number) for number in ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_for_two_things(language: Language) -> None:
    """Every alias of a country or a body is unambiguous in its language."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for country in load_countries().values():
        for name in country.words[language].names:
            meanings[name].add(country.code)
    for entry in load_bodies().values():
        for name in entry.names.get(language, ()):
            meanings[name].add(entry.code)
    assert {name: codes for name, codes in meanings.items() if len(codes) > 1} == {}


def list_names() -> Iterator[tuple[Language, str, str]]:
    """Yield (language, name, value) of every country and body."""
    for language in LANGUAGES:
        for country in load_countries().values():
            yield from ((language, name, country.code) for name in country.words[language].names)
        for entry in load_bodies().values():
            yield from ((language, name, entry.code) for name in entry.names.get(language, ()))


def test_every_name_is_found_as_it_stands() -> None:
    """Each name of the lexicon, written alone, is found whole and gives its own code."""
    missed = [
        (language, name, value)
        for language, name, value in list_names()
        if (name.removeprefix("="), value) not in read_names(name.removeprefix("="), language)
    ]
    assert missed == []


def test_series_know_years_by_rule_and_by_list() -> None:
    """The 80th session of the Assembly opened in 2025; OSCE councils and Turkic summits go by list."""
    series = load_series()
    assert series["UNGA"].find_year(80) == 2025
    assert series["CSW"].find_year(70) == 2026
    assert series["OSCE-MC"].find_year(26) == 2019
    assert series["OTS-SUMMIT"].find_year(10) == 2023
    assert series["OTS-SUMMIT"].find_year(99) is None
    assert series["UNGA"].find_year(0) is None


def test_series_refer_to_cities_and_bodies_of_the_lexicon() -> None:
    """The city of a series is in the lexicon, and so is the body that holds it."""
    for series in load_series().values():
        assert series.city is None or series.city in load_cities(), series.code
        assert series.body is None or body(series.body), series.code


def test_years_of_editions_do_not_fall() -> None:
    """A later edition of a series is not held in an earlier year."""
    for series in load_series().values():
        years = [series.editions[number] for number in sorted(series.editions)]
        assert years == sorted(years), series.code


EXAMPLES = [
    (series.code, language, text, found)
    for series in load_series().values()
    for names, found in ((series.yes, True), (series.no, False))
    for language, texts in names.items()
    for text in texts
]


@pytest.mark.parametrize(("code", "language", "text", "expected"), EXAMPLES)
def test_examples_of_series(code: str, language: Language, text: str, expected: bool) -> None:  # noqa: FBT001
    """Each series is found in its `yes` sentences and not in its `no` sentences."""
    values = [m.value for m in find_names(make_sentence(text, language)) if m.label == "event"]
    assert (code in values) == expected


def test_every_series_shows_itself() -> None:
    """Each series has at least one `yes` sentence, in a language in which it has patterns."""
    assert all(s.yes and set(s.yes) <= set(s.patterns) for s in load_series().values())


TRAPS = [(t.why, language, text) for t in load_traps() for language, texts in t.no.items() for text in texts]


@pytest.mark.parametrize(("why", "language", "text"), TRAPS)
def test_traps(why: str, language: Language, text: str) -> None:
    """What a trap describes names no country, no city and no body."""
    assert read_names(text, language) == [], why


def test_people_are_spelt_alike_from_all_languages() -> None:
    """The president's name is spelt one way, from Kazakh, Russian and by surname alone."""
    assert find_spelling("Қасым-Жомарт Тоқаев") == "Kassym-Jomart Tokayev"
    assert find_spelling("Касым-Жомарт Токаев") == "Kassym-Jomart Tokayev"
    assert find_spelling("Тоқаев") == "Tokayev"
    assert find_spelling("Никто Такой") is None


def test_no_person_stands_twice() -> None:
    """Each English spelling is one entry, and no native name leads to two."""
    names = [spelling.name for spelling in load_spellings()]
    assert len(names) == len(set(names)) >= 200
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for spelling in load_spellings():
        for language, natives in spelling.names.items():
            for native in natives:
                owners[language, native].add(spelling.name)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_names_come_in_their_spellings() -> None:
    """Another apostrophe, dash or quotation mark does not make another name."""
    assert {"Кот-д'Ивуар", "Кот-д’Ивуар", "Кот д’Ивуар"} <= set(spell("Кот-д’Ивуар"))
    assert {"Центр «А»", 'Центр "А"', "Центр А"} <= set(spell("Центр «А»"))
    assert {"Азия – Япония", "Азия — Япония", "Азия - Япония"} <= set(spell("Азия – Япония"))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("АҚШ", True), ("РУз", True), ("G20", True), ("Нур-Султан", False), ("Того", False), ("Я", False)],
)
def test_abbreviations_are_told_by_their_capitals(word: str, expected: bool) -> None:  # noqa: FBT001
    """Two capitals make an abbreviation, or one beside a digit; a hyphened name is none."""
    assert is_abbreviation(word) == expected


def read_bad_entry(monkeypatch: pytest.MonkeyPatch, row: dict[str, Any]) -> schema.Fields:
    """Return the fields of one entry as if it stood in 'bad.yml'."""
    monkeypatch.setattr(schema, "read_table", lambda _: [row])
    return next(iter(schema.read_fields("bad.yml")))


@pytest.mark.parametrize(
    ("row", "take", "complaint"),
    [
        ({"code": "KZ"}, lambda f: f.take_text("name"), "'name' is missing"),
        ({"code": "KZ", "name": 5}, lambda f: f.take_text("name"), "must be a text"),
        ({"code": "KZ", "kk": "x"}, lambda f: f.take_names(), "must be a list of texts"),
        ({"code": "KZ", "base": "1"}, lambda f: f.take_number("base"), "must be a whole number"),
        ({"code": "KZ", "capital": "so"}, lambda f: f.take_flag("capital"), "must be true or false"),
        ({"code": "KZ", "kind": "x"}, lambda f: f.take_choice("kind", ("organ",)), "use one of organ"),
        ({"code": "KZ", "editions": {"a": 1}}, lambda f: f.take_years("editions"), "whole numbers"),
        ({"code": "KZ", "seats": [1]}, lambda f: f.take_inner("seats"), "must be a mapping"),
        ({"code": "KZ", "naem": "x"}, lambda f: (f.take_text("code"), f.close()), "unknown key 'naem'"),
    ],
)
def test_a_bad_entry_is_named(
    monkeypatch: pytest.MonkeyPatch,
    row: dict[str, Any],
    take: Callable[[schema.Fields], object],
    complaint: str,
) -> None:
    """What does not follow the schema is refused, with the file, the entry and the fault in one line."""
    fields = read_bad_entry(monkeypatch, row)
    with pytest.raises(LexiconError, match=re.escape("lexicon/data/bad.yml: entry 'KZ'")) as refusal:
        take(fields)
    assert complaint in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_code_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two entries with one code are refused."""
    row: dict[str, Any] = {"code": "KZ", **{language: {"name": "Имя"} for language in LANGUAGES}}
    monkeypatch.setattr(schema, "read_table", lambda _: [row, row])
    with pytest.raises(LexiconError, match="'KZ' stands twice"):
        load_countries.__wrapped__()


def test_all_files_are_lists_of_entries() -> None:
    """Every file of the gazetteer loads, and has entries."""
    folder = Path(load.__file__).parent / "data"
    for name in ("countries", "cities", "bodies", "series", "traps", "topics", "names"):
        assert (folder / f"{name}.yml").is_file()
        assert load.read_table(f"{name}.yml")
