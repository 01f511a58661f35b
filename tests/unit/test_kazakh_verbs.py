"""Kazakh verbs and cases: what has happened, what will, what did not, and what a noun is to its verb."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.text.kazakh import VerbForm, read_case, read_verb, strip_suffixes

TENSES = {
    "past": {
        "ұшты": "ұш", "тапсырды": "тапсыр", "қолдады": "қолда", "бағалады": "бағала", "жариялады": "жарияла",
        "көбейді": "көбей", "құпталды": "құптал", "өтті": "өт", "танысыпты": "таныс",
        "келістік": "келіс", "сұрады": "сұра",
    },
    "present_future": {
        "ұшады": "ұш", "келеді": "кел", "өтеді": "өт", "қолдайды": "қолда", "жасалады": "жасал",
        "таниды": "таны", "қояды": "қой", "қатысамыз": "қатыс", "кездеседі": "кездес",
    },
    "participle_past": {"ұшқан": "ұш", "келген": "кел", "қолдағанын": "қолда", "жинағандар": "жина"},
    "participle_future": {"ұшатын": "ұш", "келетін": "кел", "қолдайтынын": "қолда", "дамитын": "дамы"},
    "converb": {"ұшып": "ұш", "келіп": "кел", "қолдап": "қолда", "дамып": "дамы", "тауып": "тап"},
    "intention": {"ұшпақ": "ұш", "келмек": "кел", "жазбақ": "жаз", "қолдамақшы": "қолда"},
    "infinitive": {"ұшу": "ұш", "келуін": "кел", "қолдауға": "қолда", "оқу": "оқы"},
}  # fmt: skip
CASES = {
    "елшілік": {"nominative"},
    "елшіліктің": {"genitive"},
    "елшілікке": {"dative"},
    "елшілікті": {"accusative"},
    "елшілікте": {"locative"},
    "елшіліктен": {"ablative"},
    "елшілікпен": {"instrumental"},
    "Сәбитовпен": {"instrumental"},
    "сапарына": {"dative"},
    "сапарынан": {"ablative"},
    "сапарымен": {"instrumental"},
    "Мароккода": {"locative"},
}


@pytest.mark.parametrize(
    ("word", "tense", "stem"),
    [(word, tense, stem) for tense, words in TENSES.items() for word, stem in words.items()],
)
def test_tense_tells_held_from_planned(word: str, tense: str, stem: str) -> None:
    """A verb's ending tells whether the thing happened (-ды, -ған), will (-ады, -мақ), or is named (-у)."""
    found = read_verb(word)
    assert found is not None
    assert (found.tense, found.stem, found.negative) == (tense, stem, False)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("қатыспады", VerbForm("қатыс", "past", negative=True)),
        ("қолдамайды", VerbForm("қолда", "present_future", negative=True)),
        ("келмеген", VerbForm("кел", "participle_past", negative=True)),
        ("жазбай", VerbForm("жаз", "converb", negative=True)),
        ("өткізілмейтін", VerbForm("өткізіл", "participle_future", negative=True)),
        ("қабылдамауға", VerbForm("қабылда", "infinitive", negative=True)),
    ],
)
def test_negation_is_told_from_the_stem(word: str, form: VerbForm) -> None:
    """-ма/-ме/-ба/-бе/-па/-пе before the tense says that the thing did not or will not happen."""
    assert read_verb(word) == form


@pytest.mark.parametrize("word", ["елшілік", "Рабат", "", "2026", "Қазақстан", "болса", "барайық"])
def test_what_is_no_verb_of_a_statement_reads_as_none(word: str) -> None:
    """A bare noun, a number, a condition and a wish have no tense."""
    assert read_verb(word) is None


@pytest.mark.parametrize(("word", "cases"), CASES.items())
def test_ending_shows_the_case(word: str, cases: set[str]) -> None:
    """The last ending of a noun shows its case; a noun without one is nominative."""
    assert read_case(word) == cases


@given(st.text(max_size=30))
def test_any_text_has_a_case_and_perhaps_a_tense(word: str) -> None:
    """Whatever the word, a case is given, and a verb's stem is among the base forms."""
    form = read_verb(word)
    assert read_case(word)
    assert form is None or form.stem in strip_suffixes(word)


@pytest.mark.shared
def test_treebank_lemmas_are_found(shared: Path) -> None:
    """At least 98 % of the nouns and names of the Kazakh treebank have its lemma among their base forms."""
    rows = [
        line.split("\t")
        for path in sorted((shared / "data").glob("ud-kazakh-ktb-*.conllu"))
        for line in path.read_text("utf-8").splitlines()
        if line[:1].isdigit()
    ]
    nouns = [row for row in rows if row[3] in {"NOUN", "PROPN"}]
    if not nouns:
        pytest.skip("the Kazakh treebank (../shared/data/ud-kazakh-ktb-*.conllu) is not beside this checkout")
    found = sum(row[2].lower() in strip_suffixes(row[1]) for row in nouns)
    assert found / len(nouns) >= 0.98
    assert sum(len(strip_suffixes(row[1])) for row in nouns) / len(nouns) <= 4
