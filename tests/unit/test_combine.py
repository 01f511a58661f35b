"""Who wins where the encoder and the rules name the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.mentions.combine import CAPITALS, OFFICES, combine
from elshi.model.markup import Mention, MentionLabel
from elshi.model.span import Span

TEXT = "Министр иностранных дел Казахстана Алия Сейт приняла посла Перу Сантьяго Руиса на форуме «Степь»."


def _name(words: str, label: MentionLabel, rule: str = "encoder", confidence: float = 0.9) -> Mention:
    start = TEXT.index(words)
    return Mention(label, Span(start, start + len(words)), words, None, rule, confidence)


def _write(found: tuple[Mention, ...]) -> list[str]:
    return [f"{m.label}: {m.surface}" for m in found]


def test_without_the_encoder_the_rules_stand() -> None:
    """Where no model is at hand, what the rules name is what is named."""
    rules = (_name("Казахстана", "country", "gazetteer", 1.0), _name("Алия Сейт", "person", CAPITALS, 0.5))
    assert combine(rules, ()) == rules


def test_country_stands_inside_the_office_that_the_encoder_finds() -> None:
    """The encoder finds the whole office, the lists the country in it: both are named."""
    rules = (_name("Министр иностранных дел", "office", OFFICES), _name("Казахстана", "country", "gazetteer"))
    encoded = (_name("Министр иностранных дел Казахстана", "office"),)
    assert _write(combine(rules, encoded)) == [
        "office: Министр иностранных дел Казахстана",
        "country: Казахстана",
    ]


def test_country_of_the_lists_is_no_place_of_the_encoder() -> None:
    """Countries are a closed list: the encoder cannot make them anything else."""
    rules = (_name("Перу", "country", "gazetteer", 1.0),)
    assert _write(combine(rules, (_name("Перу", "place", confidence=0.99),))) == ["country: Перу"]


def test_city_inside_a_name_is_part_of_the_name() -> None:
    """'Сантьяго Руис' is a man; the capital of Chile is not named."""
    rules = (_name("Сантьяго", "place", "gazetteer", 1.0),)
    assert _write(combine(rules, (_name("Сантьяго Руиса", "person"),))) == ["person: Сантьяго Руиса"]


def test_doubtful_person_does_not_take_a_city_away() -> None:
    """What the encoder is not sure of does not outdo a list."""
    rules = (_name("Сантьяго", "place", "gazetteer", 1.0),)
    assert _write(combine(rules, (_name("Сантьяго Руиса", "person", confidence=0.5),))) == ["place: Сантьяго"]


def test_capitals_that_the_encoder_knows_are_no_person() -> None:
    """A run of capitals is a person only as long as the encoder does not say otherwise."""
    rules = (_name("Степь", "person", CAPITALS, 0.5),)
    assert _write(combine(rules, (_name("Степь", "event"),))) == ["event: Степь"]


_PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda place: Span(place[0], min(place[0] + place[1], len(TEXT)))
)
_LABELS: tuple[MentionLabel, ...] = ("person", "office", "body", "country", "place", "event", "date")
_MENTIONS = st.lists(
    st.builds(
        lambda label, span, rule, confidence: Mention(label, span, span.quote(TEXT), None, rule, confidence),
        st.sampled_from(_LABELS),
        _PLACES,
        st.sampled_from(("gazetteer", CAPITALS, OFFICES)),
        st.floats(0, 1),
    ),
    max_size=12,
)


@given(_MENTIONS, _MENTIONS)
def test_what_is_combined_was_given_and_nothing_crosses(rules: list[Mention], encoded: list[Mention]) -> None:
    """Every mention quotes the text, is one of those given, and crosses no other; no words come twice."""
    found = combine(rules, encoded)
    assert set(found) <= {*rules, *encoded}
    assert all(m.surface == m.span.quote(TEXT) for m in found)
    assert len({m.span for m in found}) == len(found)
    for one in found:
        for other in found:
            apart = not one.span.overlaps(other.span)
            assert apart or one.span.covers(other.span) or other.span.covers(one.span)
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.stop))


@pytest.mark.parametrize("label", ["office", "body", "event"])
def test_one_kind_is_not_named_twice_in_the_same_words(label: MentionLabel) -> None:
    """An office found in part by its own words and whole by the encoder is one office."""
    part = _name("Министр", label, OFFICES)
    whole = _name("Министр иностранных дел", label)
    assert combine((part,), (whole,)) == (whole,)
