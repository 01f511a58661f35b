"""Topics are found by their words, and each entry of topics.yml shows itself."""

from __future__ import annotations

import pytest
from gazetteer_reading import make_sentence

from elshi.lexicon.places import load_bodies
from elshi.lexicon.series import load_series
from elshi.lexicon.topics import NO_TOPIC, find_topics, load_topics
from elshi.model.report import LANGUAGES, Language

# The topics of the public format.
TOPICS = {
    "politics", "trade", "investment", "transport", "energy", "water", "climate", "agriculture", "health",
    "education", "science_technology", "digital", "culture", "tourism", "sport", "migration_consular",
    "security", "defence", "counter_terrorism", "nuclear", "disarmament", "human_rights", "rule_of_law",
    "gender", "youth", "elections", "parliament", "peace_conflict", "humanitarian_aid",
    "regional_integration", "un_reform", "space", "finance", "sanctions", "media",
}  # fmt: skip


def read_topics(text: str, language: Language) -> list[tuple[str, str]]:
    """Return (topic, words) of `text`."""
    return [(topic, span.quote(text)) for topic, span in find_topics(make_sentence(text, language))]


def test_the_lexicon_has_the_topics_of_the_public_format() -> None:
    """There is an entry for each topic of the format in each language, and for no other."""
    topics = load_topics()
    assert set(topics) - {NO_TOPIC} == TOPICS
    assert all(set(topic.patterns) == set(LANGUAGES) for topic in topics.values())


def test_names_that_show_a_topic_are_in_the_lexicon() -> None:
    """The codes by which a topic is shown are bodies or series of the lexicon."""
    known = {*load_bodies(), *load_series()}
    assert {name for topic in load_topics().values() for name in topic.names} <= known


EXAMPLES = [
    (topic.code, language, text, shown)
    for topic in load_topics().values()
    for names, shown in ((topic.yes, True), (topic.no, False))
    for language, texts in names.items()
    for text in texts
]


@pytest.mark.parametrize(("code", "language", "text", "expected"), EXAMPLES)
def test_examples_of_topics(code: str, language: Language, text: str, expected: bool) -> None:  # noqa: FBT001
    """Each topic is found in its `yes` sentences and not in its `no` sentences."""
    assert (code in [topic for topic, _ in read_topics(text, language)]) == expected


def test_every_topic_has_an_example_in_every_language() -> None:
    """Each topic shows itself in Kazakh, Russian and English."""
    lacking = [t.code for t in load_topics().values() if t.code != NO_TOPIC and set(t.yes) != set(LANGUAGES)]
    assert lacking == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Стороны обсудили торгово-экономическое и культурно-гуманитарное сотрудничество.",
         [("trade", "торгово"), ("trade", "экономическое"), ("culture", "культурно"),
          ("culture", "гуманитарное сотрудничество")]),
        ("kk", "Тараптар көлік-логистика мен инвестиция саласын талқылады.",
         [("transport", "көлік"), ("transport", "логистика"), ("investment", "инвестиция")]),
        ("en", "Food security and nuclear disarmament were discussed.",
         [("agriculture", "Food security"), ("disarmament", "nuclear disarmament"),
          ("nuclear", "nuclear disarmament")]),
        ("ru", "Совет Безопасности ООН провел заседание.", []),
        ("ru", "Главы стран ОТГ собрались вместе.", [("regional_integration", "ОТГ")]),
    ],
)  # fmt: skip
def test_topics_come_in_the_order_of_the_text(
    language: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    """Compounds show the topic of each part; a body hides its own words but may show a topic itself."""
    assert read_topics(text, language) == expected
