"""Which topics an engagement gets: those that its own sentences name."""

from __future__ import annotations

from elshi.reader import read


def read_topics(text: str) -> list[tuple[str, ...]]:
    """Return the topics of each engagement of `text`."""
    return [engagement.topics for engagement in read(text).engagements]


def test_an_agenda_in_a_paragraph_of_its_own() -> None:
    """All topics of an agenda count, though no word names the sides."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan met with Foreign Minister Lars Haugen of Norway in "
        "Oslo.\n\nTrade, tourism, energy, water and visas were all on the agenda."
    )
    assert read_topics(text) == [("trade", "tourism", "energy", "water", "migration_consular")]


def test_the_talk_that_a_sentence_goes_on_with() -> None:
    """'Haugen and Aisarov agreed' tells of their talk, and not of the one told last."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan held separate meetings with Foreign Minister Lars "
        "Haugen of Norway and Foreign Minister Juan Quispe of Peru. Haugen and Aisarov discussed fisheries."
    )
    assert read_topics(text) == [("agriculture",), ()]


def test_what_others_are_ministers_of() -> None:
    """The ministry of somebody who takes no part is no topic."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan met with Foreign Minister Lars Haugen of Norway. "
        "They discussed fisheries, Health Minister Dana Omarova of Kazakhstan said."
    )
    assert read_topics(text)[0] == ("agriculture",)


def test_a_phrase_hides_the_words_it_is_made_of() -> None:
    """'Cyber security' is a digital topic, and not one of security."""
    text = (
        "Foreign Minister Yermek Aisarov of Kazakhstan met with Foreign Minister Lars Haugen of Norway. "
        "They discussed cyber security."
    )
    assert read_topics(text) == [("digital",)]
