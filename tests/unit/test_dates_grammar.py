"""The examples beside the rules of lexicon/data/*/dates.yml hold."""

from __future__ import annotations

import pytest
from dates_reading import tell_dates

from elshi.lexicon.load import read_file
from elshi.mentions.dates.grammar import load_grammar, read_examples
from elshi.mentions.dates.meanings import MEANINGS
from elshi.model.report import LANGUAGES, Language

EXAMPLES = [(language, *example) for language in LANGUAGES for example in read_examples(language)]


@pytest.mark.parametrize(("language", "sentence", "edtf"), EXAMPLES)
def test_example(language: Language, sentence: str, edtf: str | None) -> None:
    """The last date of a `yes` example is the one beside it; a `no` example has none."""
    told = [date.split(" ")[0] for date in tell_dates(sentence, language)]
    assert told[-1:] == ([edtf] if edtf else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_has_a_meaning_and_an_example(language: Language) -> None:
    """Every rule names a meaning that exists, and every rule, marker and link has a `yes` example."""
    table = read_file(f"{language}/dates.yml")
    assert {rule.means for rule in load_grammar(language).rules} <= set(MEANINGS)
    assert [row for part in ("rules", "markers", "links") for row in table[part] if not row.get("yes")] == []


def test_languages_know_the_same_words() -> None:
    """Months, weekdays, seasons and relative words have the same values in all three languages."""
    tables = [read_file(f"{language}/dates.yml")["words"] for language in LANGUAGES]
    for name in ("month", "weekday", "season", "near", "part", "relative_day", "same_day", "unit"):
        first, *others = (set(table[name]) for table in tables)
        assert all(other == first for other in others), name
