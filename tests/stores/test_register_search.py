"""Searching the register in words, from either store: the forms in which words are met, and their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import STORES, open_empty, read_all

from elshi.errors import UsageError
from elshi.model.search import Hit
from elshi.record.vectors import Floats
from elshi.register import Register


@pytest.fixture(params=STORES)
def register(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Give a register of either kind with the three readings in it."""
    with open_empty(request.param) as opened:
        for reading in read_all():
            assert opened.add(reading)
        yield opened


class Sides:
    """A model of two meanings: what speaks of transport, and the rest."""

    name = "two sides"

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return one of two directions for each text."""
        about = ("transport", "көлік", "перевоз", "рейс")
        sides = [[1.0, 0.1] if any(word in text for word in about) else [0.0, 1.0] for text in texts]
        return np.array(sides, np.float32)


def _forms(hits: Sequence[Hit]) -> dict[str, list[str]]:
    return {hit.entry.frames[0]: [match.form for match in hit.matches] for hit in hits}


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("провел", {"eng-ru": ["written"]}),
        ("ПРОВЁЛ встречу", {"eng-ru": ["written", "written"]}),
        ("посол", {"eng-ru": ["inflected"]}),
        ("кездесті", {"eng-kk": ["written"]}),
        ('"провёл встречу"', {"eng-ru": ["written"]}),
        ('"встречу провёл"', {}),
        ("кезде*", {"eng-kk": ["written"]}),
        ("кезде", {}),
        ("стречу type:meeting", {"eng-ru": ["typo"]}),
        ("кездесті topic:transport", {"eng-kk": ["written"]}),
        ("стороны lang:kk", {}),
    ],
)
def test_words_are_found_in_every_form(register: Register, text: str, frames: dict[str, list[str]]) -> None:
    """Each hit says in which form it has each word asked for."""
    hits = [hit for hit in register.search(text) if hit.entry.kind == "engagement"]
    assert _forms(hits) == frames


def test_a_name_is_found_in_the_spelling_of_another_language(register: Register) -> None:
    """'Абилов' and 'Abilov' find 'Әбілов', and the hit says that it is another spelling."""
    for text in ("Абилов", "Abilov"):
        forms = _forms([hit for hit in register.search(text) if hit.entry.kind == "engagement"])
        assert forms["eng-kk"] in (["spelling"], ["written"])


def test_a_slip_is_told_with_the_word_taken_for_it(register: Register) -> None:
    """'стречу' is taken for 'встречу', and the hit says so."""
    hit = register.search("стречу")[0]
    assert hit.matches[0].form == "typo"
    assert hit.matches[0].found == "встречу"


def test_an_entry_must_have_every_word(register: Register) -> None:
    """Words of two entries do not add up to a third."""
    assert register.search("встречу кездесті") == ()


def test_fields_alone_list_the_newest_first(register: Register) -> None:
    """A question of fields only is a listing."""
    dates = [hit.entry.fields["date"] for hit in register.search("type:meeting country:JO")]
    assert len(dates) == 2
    assert dates == sorted(dates, key=lambda date: date or "", reverse=True)


def test_at_most_as_many_as_asked_for_come(register: Register) -> None:
    """The first of a longer answer is the answer of one."""
    every = register.search("country:JO", limit=None)
    assert len(every) > 1
    assert register.search("country:JO", limit=1) == every[:1]


def test_meaning_finds_what_no_word_finds(register: Register) -> None:
    """With vectors a question in English finds the Kazakh and Russian reports on transport."""
    assert list(register.embed(Sides(), batch=2))
    assert not list(register.embed(Sides()))  # nothing is left to do
    hits = register.search("transport links", embedder=Sides())
    found = {frame for hit in hits[:3] for frame in hit.entry.frames}
    assert "eng-kk" in found
    assert all(hit.similarity is not None for hit in hits if not hit.matches)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('"провёл', "quotation mark"),
        ("whom:Toqaev", "who:, office:"),
        ("who:", "has no value"),
        ("date:2026-13", "calendar"),
        ("date:soon", "date:2026-03"),
        ("type:party", "meeting"),
        ("lang:de", "kk, ru"),
        ("country:Jordan", "two letters"),
        ("country:JO country:KZ", "twice"),
        ("  ", "nothing is asked"),
        ("*", "nothing is asked"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(register: Register, text: str, says: str) -> None:
    """The error says what is wrong and how to write it."""
    with pytest.raises(UsageError, match=says):
        register.search(text)


def test_an_answer_of_the_past_does_not_change(register: Register) -> None:
    """As of a time before anything was added, nothing is found."""
    assert register.as_of("2000-01-01").search("провел") == ()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["встречу", "посол", "көлік", "Sap*", "unesco", "water", '"пен Иордания"', "кездес"]),
        max_size=3,
    )
)
def test_all_stores_answer_alike(words: list[str]) -> None:
    """Whatever is asked, every store answers as the reference store does, in the same order."""
    text = " ".join([*words, "date:2020/2030"])
    answers = []
    for kind in ("memory", "sqlite", "postgres"):
        with open_empty(kind) as opened:
            for reading in read_all():
                opened.add(reading)
            list(opened.embed(Sides()))
            answers.append([opened.search(text, embedder=Sides()), opened.search(text)])
    assert answers[0] == answers[1] == answers[2]
