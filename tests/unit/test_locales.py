"""The interface speaks Kazakh, Russian and English, completely, with their plurals, dates and alphabets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st
from make_catalogues import find_faults, gather_texts, read_catalogue

from elshi.lexicon.alphabet import rank_text
from elshi.lexicon.codebook import GROUPS, find_level, list_meanings, load_codebook, name_code
from elshi.lexicon.topics import NO_TOPIC, load_topics
from elshi.locales import choose_tongue, open_tongue
from elshi.locales.dates import write_date
from elshi.locales.names import name_city, name_party
from elshi.model.entry import KINDS
from elshi.model.frame import ChairRole, EngagementType, InitiativeStatus, Stance, Status
from elshi.model.markup import OfficeCode
from elshi.model.report import LANGUAGES, Language
from elshi.model.when import DateBasis


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Gather all that the interface says."""
    return gather_texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_interface_is_translated(language: Language, template: Catalog) -> None:
    """No text is missing, fuzzy or obsolete, none has other placeholders or too few plural forms."""
    assert list(find_faults(read_catalogue(language), template)) == []


def _make_catalogue(string: str | tuple[str, ...], *flags: str) -> Catalog:
    catalogue = Catalog(locale="ru")
    ids: str | tuple[str, ...] = (
        ("%(number)s visit", "%(number)s visits") if len(string) == 3 else "Until %(day)s"
    )
    catalogue.add(ids, string, flags=flags)
    return catalogue


def _list_bad_catalogues() -> Iterator[tuple[Catalog, str]]:
    yield Catalog(locale="ru"), "is missing"
    yield _make_catalogue(""), "is not translated"
    yield _make_catalogue("До %(day)s", "fuzzy"), "is fuzzy"
    yield _make_catalogue("До %(date)s"), "other placeholders"
    yield _make_catalogue("До %(day)s "), "other blanks"
    yield _make_catalogue("<b>До</b> %(day)s"), "other tags"


@pytest.mark.parametrize(("catalogue", "fault"), list(_list_bad_catalogues()))
def test_a_bad_catalogue_is_told(catalogue: Catalog, fault: str) -> None:
    """What is missing, empty, fuzzy, or has other placeholders, blanks or tags is named."""
    template = Catalog()
    template.add("Until %(day)s")
    assert any(fault in told for told in find_faults(catalogue, template))


def test_an_obsolete_text_and_a_missing_plural_form_are_told() -> None:
    """Russian has three forms, and a text that nothing says any more is no part of a catalogue."""
    template = Catalog()
    template.add(("%(number)s visit", "%(number)s visits"))
    catalogue = Catalog(locale="ru")
    catalogue.add(("%(number)s visit", "%(number)s visits"), ("%(number)s визит", "%(number)s визита"))
    catalogue.add("Long gone", "Давно нет")
    told = " ".join(find_faults(catalogue, template))
    assert "has 2 forms; the language has 3" in told
    assert "'Long gone' is obsolete" in told


@pytest.mark.parametrize(
    ("wanted", "language"),
    [(["ru-KZ", "kk"], "ru"), (["kk"], "kk"), (["fr", "kk-KZ"], "kk"), (["fr"], "en"), ([], "en")],
)
def test_the_first_language_that_there_is_is_taken(wanted: list[str], language: str) -> None:
    """A browser names languages in the order of its reader's wishes; English is there for all others."""
    assert choose_tongue(wanted).language == language


@pytest.mark.parametrize(
    ("edtf", "language", "words"),
    [
        ("2026-03-12", "kk", "2026 ж. 12 наурыз"),
        ("2026-03-12", "ru", "12 марта 2026 г."),
        ("2026-03-12", "en", "12 March 2026"),
        ("2026-03", "ru", "март 2026 г."),
        ("2026", "kk", "2026"),
        ("2026-03-09/2026-03-19", "en", "9–19 Mar 2026"),
        ("2023/2025", "ru", "2023 – 2025"),
        ("../2026-03-19", "ru", "не позднее: 19 марта 2026 г."),
        ("2026-03-19/..", "kk", "басталуы: 2026 ж. 19 наурыз"),
        ("2026-03-12~", "en", "12 March 2026 (approximately)"),
        (None, "kk", "күні белгісіз"),
        ("someday", "en", "someday"),
    ],
)
def test_dates_are_said_as_the_language_says_them(edtf: str | None, language: Language, words: str) -> None:
    """EDTF is for records; people read dates in words, and are told what is not known."""
    said = write_date(edtf, open_tongue(language))
    assert " ".join(said.split()) == words  # the CLDR keeps parts together with blanks that do not break


@given(st.dates(dt.date(1, 1, 1)), st.sampled_from(LANGUAGES))
def test_every_day_can_be_said(day: dt.date, language: Language) -> None:
    """The year is in the words of any day."""
    assert str(day.year) in write_date(day.isoformat(), open_tongue(language))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "kk",
            ["Австрия", "Әзербайжан", "Қытай", "Норвегия", "Өзбекстан", "Ұлыбритания", "Үндістан", "Oman"],
        ),
        ("ru", ["2-й раунд", "Егоров", "Ёлкин", "Жуков", "Чехия", "Щедрин", "Zeta"]),
        ("en", ["Austria", "Åland", "Egypt", "Éire", "Zambia", "Алматы"]),
    ],
)
def test_names_are_sorted_by_the_alphabet(language: Language, names: list[str]) -> None:
    """Ә follows А, Қ follows К, Ұ goes before Ү; Ё counts as Е; marks on Latin letters count for nothing."""
    in_order = sorted(names, key=lambda name: rank_text(name, language))
    assert in_order == (names if language != "en" else ["Åland", *(n for n in names if n != "Åland")])


@given(st.lists(st.text(max_size=8), max_size=8), st.sampled_from(LANGUAGES))
def test_the_order_does_not_hang_on_how_a_list_came(texts: list[str], language: Language) -> None:
    """Any texts whatever have one order."""
    one = sorted(texts, key=lambda text: rank_text(text, language))
    texts.reverse()
    assert one == sorted(texts, key=lambda text: rank_text(text, language))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("KZ", ("Қазақстан", "Казахстан", "Kazakhstan")),
        ("UNESCO", ("ЮНЕСКО", "ЮНЕСКО", "UNESCO")),
        ("UN", ("БҰҰ", "ООН", "UN")),
        ("NOSUCH", ("NOSUCH", "NOSUCH", "NOSUCH")),
    ],
)
def test_parties_have_names_in_each_language(code: str, words: tuple[str, ...]) -> None:
    """A country by its name, a body by the letters it is known by; an unknown code stays as it is."""
    assert tuple(name_party(code, language) for language in ("kk", "ru", "en")) == words


def test_cities_have_names_in_each_language() -> None:
    """Semey is marked in the lexicon as a word that means something else inflected; nobody reads the mark."""
    assert (name_city("Semey", "kk"), name_city("Astana", "ru")) == ("Семей", "Астана")
    assert name_city("Nowhere", "kk") == "Nowhere"


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("kind", KINDS),
        ("type", get_args(EngagementType)),
        ("status", get_args(Status)),
        ("office", get_args(OfficeCode)),
        ("stance", get_args(Stance)),
        ("initiative_status", get_args(InitiativeStatus)),
        ("role", get_args(ChairRole)),
        ("date_basis", get_args(DateBasis)),
        ("topic", tuple(code for code in load_topics() if code != NO_TOPIC)),
    ],
)
def test_the_codebook_has_exactly_the_codes_of_the_record(group: str, codes: tuple[str, ...]) -> None:
    """Each code is explained in three languages, in the order of the record, and no other is."""
    assert group in GROUPS
    meanings = [m for m in load_codebook().values() if m.group == group]
    assert {m.code for m in meanings} == set(codes)
    assert all(m.labels.keys() == m.abouts.keys() == set(LANGUAGES) for m in meanings)


def test_every_office_has_a_level_and_the_highest_counts() -> None:
    """A president's meeting with an ambassador is one of leaders; without an office no level is known."""
    levels = {meaning.code for meaning in list_meanings("level")}
    assert {meaning.level for meaning in list_meanings("office")} == levels
    assert find_level(["ambassador", None, "head_of_state"]) == "leaders"
    assert find_level([None]) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_no_two_codes_of_a_group_are_called_the_same(group: str, language: Language) -> None:
    """A legend that names two things alike tells nothing."""
    labels = [m.labels[language] for m in load_codebook().values() if m.group == group]
    assert len(labels) == len(set(labels))


def test_a_code_is_called_as_the_glossary_calls_it() -> None:
    """One word, one meaning; a code that is in no codebook is its own name."""
    assert name_code("type", "visit", "kk") == "сапар"
    assert name_code("topic", "nosuch", "ru") == "nosuch"
    assert [m.code for m in list_meanings("status")] == [
        "held",
        "ongoing",
        "planned",
        "proposed",
        "cancelled",
    ]
