"""The words that make up the name of an event: how far it reaches before and after its noun."""

from __future__ import annotations

import pytest

from elshi.reader import read


def _read_names(text: str) -> list[str]:
    return [e.event.surface for e in read(text).engagements if e.event]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The 4th session of the Kazakhstan-Norway Intergovernmental Commission was held in Oslo.",
            "4th session of the Kazakhstan-Norway Intergovernmental Commission",
        ),
        (
            "В Осло состоялось 4-е заседание межправительственной комиссии Казахстана и Норвегии.",
            "4-е заседание межправительственной комиссии Казахстана и Норвегии",
        ),
        (
            "Ослода Қазақстан мен Норвегия арасындағы 4-саяси консультациялар өтті.",
            "Қазақстан мен Норвегия арасындағы 4-саяси консультациялар",
        ),
    ],
)
def test_name_reaches_from_the_ordinal_to_the_parties(text: str, name: str) -> None:
    """The ordinal and both parties belong to the name; where and when it was held do not."""
    assert _read_names(text) == [name]


def test_sentence_that_begins_with_of_the_is_read() -> None:
    """'Of the conference' at the very beginning has no noun before it that would count the event."""
    text = (
        "Minister Erik Solberg of Norway visited Oslo on 3 March 2026.\n\nOf the conference little is known."
    )
    assert [e.type for e in read(text).engagements] == ["visit"]
