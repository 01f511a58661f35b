"""The language of patterns, and the YAML files in which the lexicon keeps them."""

from __future__ import annotations

import importlib.resources
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.errors import LexiconError
from elshi.lexicon.load import read_file, read_table
from elshi.lexicon.match import LONGEST_GAP, Phrases, split_pattern
from elshi.model.markup import Token
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.segment import tokenize


def _tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text, Span(0, len(text)))


def _find(pattern: str, text: str, language: Language = "en") -> list[str]:
    """Return what `pattern` finds in `text`, as it is written there."""
    return [f.span.quote(text) for f in Phrases([(pattern, 0)], language).find(_tokens(text))]


@pytest.mark.parametrize(
    ("language", "pattern", "text", "found"),
    [
        ("ru", "встретиться", "Министры встретились в Осло", "встретились"),
        ("ru", "министр иностранных дел", "с министром иностранных дел Чили", "министром иностранных дел"),
        ("ru", "посол", "через послов", "послов"),
        ("kk", "елшісі", "Чили елшісімен кездесті", "елшісімен"),
        ("kk", "тұрақты өкілі", "БҰҰ жанындағы тұрақты өкіліне", "тұрақты өкіліне"),
        ("en", "hold talk", "The ministers held talks", "held talks"),
        ("en", "visit", "She visited Riga", "visited"),
    ],
)
def test_word_is_found_in_any_inflection(language: Language, pattern: str, text: str, found: str) -> None:
    """A plain word of a pattern stands for all forms of that word."""
    assert _find(pattern, text, language) == [found]


@pytest.mark.parametrize(
    ("language", "pattern", "text"),
    [
        ("en", "meeting", "They met"),
        ("ru", "посол", "посольство открыто"),
        ("ru", "президент", "президентские выборы"),
        ("kk", "министрі", "министр айтты"),
    ],
)
def test_word_is_not_found_in_another_word(language: Language, pattern: str, text: str) -> None:
    """'Meeting' does not find 'met', nor 'ambassador' the embassy: only forms of the same word count."""
    assert _find(pattern, text, language) == []


def test_exact_form() -> None:
    """'=принял' finds that form and no other of the verb."""
    assert _find("=принял", "Президент принял посла", "ru") == ["принял"]
    assert _find("=принял", "Посла приняла спикер", "ru") == []


def test_beginning_of_a_word() -> None:
    """'консульт*' finds every word that begins so, also where it opens the pattern."""
    assert _find("консульт*", "консультации и консультант", "ru") == ["консультации", "консультант"]
    assert _find("начать консульт*", "начали консультироваться", "ru") == ["начали консультироваться"]


def test_either_element() -> None:
    """'a|b' is either of the two, each with its own mark."""
    pattern = "=talks|visit|consult* begin"
    for text in ("talks begin", "visits began", "consultations begin"):
        assert _find(pattern, text) == [text]
    assert _find(pattern, "talk begins") == []


def test_any_one_token() -> None:
    """'_' is one token, whichever it is, and neither none nor two."""
    assert _find("pay _ visit", "pay a visit") == ["pay a visit"]
    assert _find("pay _ visit", "pay visit") == []
    assert _find("pay _ visit", "pay a long visit") == []


def test_gap_is_up_to_four_tokens() -> None:
    """'...' skips none to four tokens, marks included, and not five."""
    words = ["one", "two", ",", "three"]
    for skipped in range(LONGEST_GAP + 1):
        text = " ".join(["pay", *words[:skipped], "visit"])
        assert _find("pay ... visit", text) == [text]
    assert _find("pay ... visit", "pay one two , three four visit") == []


def test_letter_case_and_yo_do_not_matter() -> None:
    """Capitals, and 'ё' written as 'е', make no difference on either side."""
    assert _find("Совет Безопасности", "СОВЕТ БЕЗОПАСНОСТИ", "ru") == ["СОВЕТ БЕЗОПАСНОСТИ"]
    assert _find("полет", "полёт", "ru") == ["полёт"]
    assert _find("полёт", "полет", "ru") == ["полет"]


def test_longest_match_counts() -> None:
    """Where phrases overlap the longest counts, wherever it begins."""
    phrases = Phrases(
        [("prime minister", "head"), ("deputy prime minister", "deputy"), ("minister", "m")], "en"
    )
    text = "the deputy prime minister met a minister"
    assert [(f.span.quote(text), f.value) for f in phrases.find(_tokens(text))] == [
        ("deputy prime minister", "deputy"),
        ("minister", "m"),
    ]


def test_of_equally_long_matches_the_first_in_the_text_counts() -> None:
    """Where two phrases of the same length overlap, the one that begins earlier counts."""
    phrases = Phrases([("foreign minister", 1), ("minister meeting", 2)], "en")
    assert [f.value for f in phrases.find(_tokens("a foreign minister meeting"))] == [1]


def test_find_all_keeps_overlaps() -> None:
    """All matches are given on request, by place and the longest first."""
    phrases = Phrases([("prime minister", 1), ("minister", 2), ("prime", 3)], "en")
    assert [(f.first, f.stop, f.value) for f in phrases.find_all(_tokens("prime minister"))] == [
        (0, 2, 1),
        (0, 1, 3),
        (1, 2, 2),
    ]


def test_of_two_patterns_for_the_same_words_the_exact_form_counts() -> None:
    """What is found depends neither on the run nor on the order: the pattern with the longer word counts."""
    words = [
        "meeting",
        "minister",
        "summit",
        "treaty",
        "consul",
        "mission",
        "forum",
        "session",
        "visit",
        "letter",
    ]
    exact, any_form = [(f"={word}s", "exact") for word in words], [(word, "any") for word in words]
    tokens = _tokens(" ".join(f"{word}s" for word in words))
    for entries in ([*exact, *any_form], [*any_form, *exact]):
        assert {f.value for f in Phrases(entries, "en").find(tokens)} == {"exact"}


def test_of_two_entries_with_one_pattern_the_first_counts() -> None:
    """A pattern listed for two values stands for the first."""
    assert [f.value for f in Phrases([("talk", "a"), ("talk", "b")], "en").find(_tokens("talks"))] == ["a"]


def test_found_tells_its_place() -> None:
    """A find has its span in the text and its tokens, half-open."""
    text = "He held talks."
    (found,) = Phrases([("hold talk", "x")], "en").find(_tokens(text))
    assert (found.span, found.first, found.stop, found.value) == (Span(3, 13), 1, 3, "x")


@pytest.mark.parametrize("pattern", ["", "   ", "... visit", "pay ...", "..."])
def test_pattern_needs_a_word_at_both_ends(pattern: str) -> None:
    """An empty pattern, or one that begins or ends with a gap, is refused with its own words."""
    with pytest.raises(LexiconError, match="pattern"):
        split_pattern(pattern)


VOCABULARY = ["held", "talks", "with", "the", "prime", "minister", ",", "of", "Chile", "in", "visit"]
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=14)
PATTERNS = [
    "hold talk",
    "prime minister",
    "minister",
    "hold ... minister",
    "=the _ minister",
    "vis* | talk",
    "with|of",
]


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_finds_never_overlap_and_quote_their_tokens(words: list[str]) -> None:
    """What is found lies in order without overlap, and each find is one of all finds."""
    text = " ".join(words)
    tokens = _tokens(text)
    phrases = Phrases([(p, p) for p in PATTERNS], "en")
    found = phrases.find(tokens)
    assert all(one.stop <= other.first for one, other in itertools.pairwise(found))
    assert set(found) <= set(phrases.find_all(tokens))
    for one in found:
        assert one.span == tokens[one.first].span.join(tokens[one.stop - 1].span)


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that stands for lexicon/data."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(importlib.resources, "files", lambda _package: tmp_path)
    return tmp_path / "data"


def test_bad_yaml_is_told_by_file_and_line(lexicon: Path) -> None:
    """A file that is no YAML is refused with its name and the line."""
    (lexicon / "test-bad.yml").write_text("- office: minister\n- office: [speaker\n- yes\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"lexicon/data/test-bad\.yml: .*line 2"):
        read_table("test-bad.yml")


def test_missing_file_is_told(lexicon: Path) -> None:
    """A file that is not there is refused with its name."""
    assert not list(lexicon.iterdir())
    with pytest.raises(LexiconError, match=r"lexicon/data/test-none\.yml"):
        read_file("test-none.yml")


@pytest.mark.parametrize("content", ["office: minister\n", "- minister\n- speaker\n", "", "7\n"])
def test_table_must_be_a_list_of_entries(lexicon: Path, content: str) -> None:
    """A file that is no list of mappings is refused with its name."""
    name = f"test-shape-{len(content)}.yml"
    (lexicon / name).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"{name}: a list of entries was expected"):
        read_table(name)


def test_norway_is_no_truth_value(lexicon: Path) -> None:
    """'no', 'yes' and 'on' are words; only 'true' and 'false' are truth values."""
    (lexicon / "test-no.yml").write_text("- {code: no, yes: on, capital: true}\n", encoding="utf-8")
    assert read_table("test-no.yml") == [{"code": "no", "yes": "on", "capital": True}]


def test_file_is_read_once(lexicon: Path) -> None:
    """A file is read on first use only; every caller gets the same entries."""
    (lexicon / "test-once.yml").write_text("- {a: 1}\n", encoding="utf-8")
    first = read_table("test-once.yml")
    (lexicon / "test-once.yml").write_text("- {a: 2}\n", encoding="utf-8")
    assert read_table("test-once.yml") is first
