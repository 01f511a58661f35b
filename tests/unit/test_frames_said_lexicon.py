"""The examples written beside the words of what was said, and the schema of their files."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from elshi.errors import LexiconError
from elshi.lexicon import said
from elshi.lexicon.said import NOTHING, Entry, Subject, find_triggers, read_entries, read_words
from elshi.model.report import LANGUAGES, Language
from elshi.model.span import Span
from elshi.text.segment import tokenize

SUBJECTS: tuple[Subject, ...] = ("stances", "initiatives", "commitments", "chairmanships", "speech")


def _examples(answer: str) -> Iterator[tuple[Language, Subject, Entry, str]]:
    for language in LANGUAGES:
        for subject in SUBJECTS:
            for entry in read_entries(subject, language):
                for sentence in entry.yes if answer == "yes" else entry.no:
                    yield language, subject, entry, sentence


def _holds(entry: Entry, subject: Subject, language: Language, sentence: str) -> bool:
    """Tell whether `sentence` holds what `entry` means; a phrase that means nothing is looked up as such."""
    tokens = tokenize(sentence, Span(0, len(sentence)))
    if entry.trigger.means == NOTHING:
        found = said._phrases(subject, language).find_all(tokens)
        return any(f.value == entry.trigger for f in found)
    kept = find_triggers(subject, tokens, language)
    return any((f.value.means, f.value.manner) == (entry.trigger.means, entry.trigger.manner) for f in kept)


@pytest.mark.parametrize(("language", "subject", "entry", "sentence"), tuple(_examples("yes")))
def test_yes_example_holds_its_words(
    language: Language, subject: Subject, entry: Entry, sentence: str
) -> None:
    """Every sentence given as an example of an entry is found by it."""
    assert _holds(entry, subject, language, sentence)


@pytest.mark.parametrize(("language", "subject", "entry", "sentence"), tuple(_examples("no")))
def test_no_example_holds_none_of_its_words(
    language: Language, subject: Subject, entry: Entry, sentence: str
) -> None:
    """No sentence given as a counter-example of an entry is found by it."""
    assert not _holds(entry, subject, language, sentence)


def test_the_same_files_exist_in_every_language() -> None:
    """What can be stated, promised or chaired in one language can be in the others."""
    for subject in SUBJECTS:
        meanings = [{e.trigger.means for e in read_entries(subject, language)} for language in LANGUAGES]
        grammar = {"relative", "future", "announced", "side", "home"}  # kinds that only some grammars need
        assert meanings[0] ^ meanings[1] <= grammar
        assert meanings[1] ^ meanings[2] <= grammar


def test_a_longer_phrase_that_means_nothing_blocks_a_trigger() -> None:
    """'The welcome ceremony' is no welcome, and 'maintains relations' no support."""
    text = "After the welcome ceremony they spoke."
    assert find_triggers("stances", tokenize(text, Span(0, len(text))), "en") == ()


def test_endings_before_a_trigger_are_asked_for() -> None:
    """In Kazakh -уға шақырды urges, while саммитке шақырды invites."""
    urges, invites = "Елші бітімді сақтауға шақырды.", "Елші әріптесін саммитке шақырды."
    assert find_triggers("stances", tokenize(urges, Span(0, len(urges))), "kk") != ()
    assert find_triggers("stances", tokenize(invites, Span(0, len(invites))), "kk") == ()


def test_small_words_of_a_role_that_a_language_lacks_are_none() -> None:
    """Kazakh has no prepositions."""
    assert read_words("preposition", "kk") == frozenset()
    assert "with" in read_words("preposition", "en")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"stance": "maybe", "words": ["a"], "yes": ["A."], "no": ["B."]}, "unknown stance 'maybe'"),
        ({"stance": "support", "words": ["a"], "yes": ["A."]}, "no 'no'"),
        (
            {"stance": "support", "words": ["a"], "yes": ["A."], "no": ["B."], "next": []},
            "unknown field 'next'",
        ),
        (
            {"stance": "support", "needs": "luck", "words": ["a"], "yes": ["A."], "no": ["B."]},
            "unknown needs 'luck'",
        ),
    ],
)
def test_an_entry_that_breaks_the_schema_is_refused(
    monkeypatch: pytest.MonkeyPatch, row: dict[str, object], problem: str
) -> None:
    """The message names the file and what is wrong with the entry."""
    monkeypatch.setattr(said, "read_table", lambda _: [row])
    with pytest.raises(LexiconError, match=r"en/stances\.yml") as caught:
        read_entries.__wrapped__("stances", "en")
    assert problem in str(caught.value)
