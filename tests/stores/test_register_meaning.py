"""Searching by meaning: a question in one language finds what is told in another."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import open_empty

import elshi
from elshi.register.meaning import MeaningEmbedder

REPORTS = (
    (
        "АСТАНА, 22 сәуір 2026. Бүгін Қазақстанның Көлік министрі Ербол Қасенов Иорданияның Көлік министрі "
        "Самир Одемен кездесті. Тараптар жүк тасымалы мәселелерін талқылады."
    ),
    (
        "Париж. 5 апреля 2026 года. Министр культуры Казахстана Айдос Бекетов встретился с министром "
        "культуры "
        "Франции Полин Дерош. Стороны обсудили музеи и театры."
    ),
    (
        "NAIROBI, June 25, 2026 – Foreign Minister of Kazakhstan Yerbol Kassenov met with Foreign "
        "Minister of "
        "Kenya Grace Wanjiru. The sides discussed climate."
    ),
)


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("встречи о транспорте с Иорданией", "JO"),
        ("talks about transport with Jordan", "JO"),
        ("мәдениет министрлерінің кездесуі", "FR"),
        ("изменение климата", "KE"),
    ],
)
def test_a_question_finds_reports_in_other_languages(kind: str, question: str, country: str) -> None:
    """By the lexicon's codes alone, without the encoder, the first engagement found is the one meant."""
    embedder = MeaningEmbedder(Path("no encoder here"))
    with open_empty(kind) as register:
        for report in REPORTS:
            register.add(elshi.read(report))
        assert list(register.embed(embedder))
        hits = [h for h in register.search(question, embedder=embedder) if h.entry.kind == "engagement"]
    assert country in hits[0].entry.fields["parties"]
    assert hits[0].similarity


def test_what_speaks_of_nothing_known_finds_nothing_by_meaning() -> None:
    """A word that neither stands anywhere nor has a code brings no entry."""
    embedder = MeaningEmbedder(Path("no encoder here"))
    with open_empty("memory") as register:
        register.add(elshi.read(REPORTS[0]))
        assert list(register.embed(embedder))
        assert register.search("ъыъ", embedder=embedder) == ()
