"""The example sentences beside offices, engagement types and constructions, and the shape of their files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

import pytest

from elshi.lexicon.engagements import (
    CONSTRUCTIONS,
    find_construction,
    find_triggers,
    read_block,
    read_type,
)
from elshi.lexicon.load import read_file, read_table
from elshi.lexicon.offices import NO_OFFICE, find_implied, find_office_in, office_phrases, read_offices
from elshi.lexicon.places import is_country
from elshi.model.frame import EngagementType
from elshi.model.markup import OfficeCode, Sentence
from elshi.model.report import LANGUAGES, Language, Paragraph
from elshi.model.span import Span
from elshi.reader import read
from elshi.text.segment import split_sentences

TYPES: tuple[EngagementType, ...] = get_args(EngagementType)
RICH: tuple[EngagementType, ...] = (
    "meeting", "call", "consultations", "commission", "visit", "conference", "signing", "credentials",
    "appointment", "message",
)  # fmt: skip
LEAST_EXAMPLES = 6
LEAST_RUSSIAN_EXAMPLES = 12

# `no` sentences whose words alone would mislead, and which only the whole reading tells apart: nobody
# official acts in them.
TOLD_APART_BY_READING = frozenset({
    "Команды проведут товарищескую встречу в субботу.",
    "Университет биыл үш жүз студент қабылдады.",
    "The plant meets international standards.",
    "The team received an award in Paris.",
    "Mobile phones were banned in the hall.",
    "Боксер выиграл бой в третьем раунде.",
    "Студентам объявили о консультации по химии.",
    "Врач назначил больному новые таблетки.",
    "Фонд привлек средства в раунде инвестиций.",
    "Оқушыларға емтихан алдында консультация керек.",
    "Стартап инвестицияның екінші раундын тартты.",
    "The boxer won in the third round.",
    "Ол досының үйіне қонаққа келді.",
    "The nurse makes home visits.",
    "Полузащитник подписал контракт с клубом.",
    "The report presents the green credentials of the port.",
    "Дәрігер ем тағайындады.",
    "Редакцияға оқырман хаты келді.",
    "Қабылдау бөлімінің жұмыс кестесі өзгерді.",
    "Қалаға қыс келді.",
})  # fmt: skip

# Examples that show a wrong pattern: the lexicon is to be mended, and the example then taken off this list.
WRONG: tuple[tuple[str, str, str], ...] = ()


def _sentences(text: str, language: Language) -> tuple[Sentence, ...]:
    return split_sentences(text, [Paragraph(Span(0, len(text)), language)])


def _offices_in(text: str, language: Language) -> set[str]:
    return {f.value for s in _sentences(text, language) for f in office_phrases(language).find(s.tokens)}


def _types_in(text: str, language: Language) -> set[str]:
    return {f.value.type for s in _sentences(text, language) for f in find_triggers(s)}


def _constructions(language: Language) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = read_file(f"{language}/constructions.yml")
    return table


def _example(language: str, name: str, sentence: str) -> object:
    wrong = [reason for owner, example, reason in WRONG if (owner, example) == (name, sentence)]
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason) for reason in wrong]
    return pytest.param(language, name, sentence, marks=marks, id=f"{language}-{name}-{sentence[:40]}")


def _office_examples(answer: str) -> Iterator[object]:
    for language in LANGUAGES:
        for entry in read_offices(language):
            for sentence in entry.yes if answer == "yes" else entry.no:
                yield _example(language, entry.office, sentence)


def _type_examples(answer: str) -> Iterator[object]:
    for language in LANGUAGES:
        for name in TYPES:
            block = read_block(name, language)
            for sentence in block.yes if answer == "yes" else block.no:
                yield _example(language, name, sentence)


def _construction_examples(answer: str) -> Iterator[object]:
    for language in LANGUAGES:
        for name, entry in _constructions(language).items():
            for sentence in entry.get(answer, ()):
                yield _example(language, name, sentence)


@pytest.mark.parametrize(("language", "office", "sentence"), tuple(_office_examples("yes")))
def test_yes_example_holds_the_office(language: Language, office: str, sentence: str) -> None:
    """Every sentence given as an example of an office is read as that office."""
    assert office in _offices_in(sentence, language)


@pytest.mark.parametrize(("language", "office", "sentence"), tuple(_office_examples("no")))
def test_no_example_does_not_hold_the_office(language: Language, office: str, sentence: str) -> None:
    """No sentence given as a counter-example of an office is read as that office."""
    assert office not in _offices_in(sentence, language)


@pytest.mark.parametrize(("language", "name", "sentence"), tuple(_type_examples("yes")))
def test_yes_example_tells_of_the_type(language: Language, name: str, sentence: str) -> None:
    """Every sentence given as an example of an engagement type has words that tell of it."""
    assert name in _types_in(sentence, language)


@pytest.mark.parametrize(("language", "name", "sentence"), tuple(_type_examples("no")))
def test_no_example_tells_nothing_of_the_type(language: Language, name: str, sentence: str) -> None:
    """No sentence given as a counter-example tells of the type, by its words or by the whole reading."""
    if sentence in TOLD_APART_BY_READING:
        assert name not in {e.type for e in read(sentence).engagements}
    else:
        assert name not in _types_in(sentence, language)


@pytest.mark.parametrize("sentence", sorted(TOLD_APART_BY_READING))
def test_what_the_reading_tells_apart_is_in_doubt_by_its_words(sentence: str) -> None:
    """A sentence left to the whole reading is a counter-example whose words alone would mislead."""
    blocks = [read_block(name, language) for name in TYPES for language in LANGUAGES]
    owners = [(b.type, b.language) for b in blocks if sentence in b.no]
    assert owners
    assert all(name in _types_in(sentence, language) for name, language in owners)


@pytest.mark.parametrize(("language", "name", "sentence"), tuple(_construction_examples("yes")))
def test_yes_example_holds_the_construction(language: Language, name: str, sentence: str) -> None:
    """Every sentence given as an example of a construction holds it."""
    assert any(find_construction(s, name) for s in _sentences(sentence, language))


@pytest.mark.parametrize(("language", "name", "sentence"), tuple(_construction_examples("no")))
def test_no_example_does_not_hold_the_construction(language: Language, name: str, sentence: str) -> None:
    """No sentence given as a counter-example of a construction holds it."""
    assert not any(find_construction(s, name) for s in _sentences(sentence, language))


def test_every_type_has_the_blocks_of_all_languages() -> None:
    """What can be told in one language can be told in the others: all of them have words for it or none."""
    for name in TYPES:
        assert set(read_type(name)) == {"type", "about", *LANGUAGES}, name
        assert len({bool(read_block(name, language).triggers) for language in LANGUAGES}) == 1, name


def test_every_construction_exists_in_all_languages() -> None:
    """Each construction that the reading asks for is described in each language, and no other."""
    for language in LANGUAGES:
        assert set(_constructions(language)) == set(CONSTRUCTIONS)


def test_every_office_code_has_an_entry_in_all_languages() -> None:
    """Each office code has exactly one entry in each language, and 'none' holds what only looks like one."""
    for language in LANGUAGES:
        codes = [entry.office for entry in read_offices(language)]
        assert sorted(codes) == sorted({*get_args(OfficeCode), NO_OFFICE})


def test_every_entry_has_examples_of_both_kinds() -> None:
    """Whatever has patterns has a sentence that must match and one that must not."""
    bare: list[str] = []
    for language in LANGUAGES:
        bare += [f"{language} {e.office}" for e in read_offices(language) if not (e.yes and e.no)]
        blocks = [read_block(name, language) for name in TYPES]
        bare += [f"{language} {b.type}" for b in blocks if b.triggers and not (b.yes and b.no)]
        for name, entry in _constructions(language).items():
            bare += [] if entry.get("yes") and entry.get("no") else [f"{language} {name}"]
    assert bare == []


@pytest.mark.parametrize("name", [name for name in TYPES if read_block(name, "ru").triggers])
def test_every_russian_type_has_twelve_examples_of_each_kind(name: EngagementType) -> None:
    """Each type that has words in Russian has at least twelve sentences that tell of it, and twelve traps."""
    block = read_block(name, "ru")
    assert min(len(block.yes), len(block.no)) >= LEAST_RUSSIAN_EXAMPLES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RICH)
def test_the_common_types_are_rich_in_examples(name: EngagementType, language: Language) -> None:
    """The types that reports tell most often have six examples and six counter-examples, none given twice."""
    block = read_block(name, language)
    assert len(block.yes) >= LEAST_EXAMPLES
    assert len(block.no) >= LEAST_EXAMPLES
    assert len({*block.yes, *block.no}) == len(block.yes) + len(block.no)


def _repeated(patterns: Iterable[str]) -> list[str]:
    counted = Counter(pattern.lower() for pattern in patterns)
    return sorted(pattern for pattern, number in counted.items() if number > 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_stands_twice_in_a_file(language: Language) -> None:
    """Within one list of patterns that are looked up together, each stands once."""
    groups = {"offices": [p for entry in read_offices(language) for p in entry.patterns]}
    groups |= {name: [t.pattern for t in read_block(name, language).triggers] for name in TYPES}
    groups |= {name: entry["patterns"] for name, entry in _constructions(language).items()}
    assert {name: found for name, group in groups.items() if (found := _repeated(group))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_that_are_no_names_have_the_same_lists(language: Language) -> None:
    """Each language says which of its words are no part of a person's name, each word given as text."""
    table: dict[str, list[object]] = read_file(f"{language}/words.yml")
    assert set(table) == {"common", "verbs", "not_verbs", "nouns", "before_place"}
    assert [word for words in table.values() for word in words if not isinstance(word, str)] == []


def test_what_words_imply_is_a_country() -> None:
    """'Taoiseach', 'Акорда' and their like each stand for one country of ISO 3166."""
    table: dict[str, dict[str, list[str]]] = read_file("implied.yml")
    assert set(table) == set(LANGUAGES)
    for language in LANGUAGES:
        assert [code for code in table[language] if not is_country(code)] == []
        assert _repeated(words for phrases in table[language].values() for words in phrases) == []


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("the Taoiseach of the day", "en", "IE"),
        ("Председатель Мажилиса", "ru", "KZ"),
        ("Ақордада өткен жиын", "kk", "KZ"),
        ("the President", "en", None),
        ("Председатель Сената", "ru", None),
        ("Президент", "kk", None),
    ],
)
def test_words_imply_a_country(text: str, language: Language, country: str | None) -> None:
    """A title that one country alone has tells the country; 'President' tells none."""
    assert find_implied(text, language) == country


def test_titles_by_country_name_countries_and_offices() -> None:
    """Every title that means another office in one country names that country and an office code."""
    for row in read_table("offices_by_country.yml"):
        assert set(row) == {"country", "office", "titles"}
        assert is_country(row["country"])
        assert row["office"] in get_args(OfficeCode)
        assert row["titles"]


@pytest.mark.parametrize(
    ("title", "country", "office"),
    [
        ("Secretary of State", "US", "foreign_minister"),
        ("US Secretary of State", "US", "foreign_minister"),
        ("Госсекретарь", "US", "foreign_minister"),
        ("Tánaiste", "IE", "deputy_head_of_government"),
        ("Assistant Secretary of State", "US", None),
        ("Deputy Secretary of State", "US", None),
        ("Secretary of State", "KZ", None),
        ("Secretary of State", None, None),
    ],
)
def test_a_title_means_its_office_in_its_country(title: str, country: str | None, office: str | None) -> None:
    """The Secretary of State is the foreign minister of the United States, an official elsewhere."""
    assert find_office_in(title, country) == office
