"""Floors of the encoder's quality, on small parts of corpora it was not trained on."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.scores import Tally

from elshi.mentions.encoder import open_encoder

pytestmark = pytest.mark.shared
SENTENCES, DOCUMENTS = 150, 6


@pytest.fixture(autouse=True)
def corpora(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Skip where the corpora are not beside the checkout."""
    if not (shared / "data").is_dir():
        pytest.skip("the corpora (../shared/data) are not beside this checkout")
    monkeypatch.setattr("training.texts.DATA", shared / "data")


def test_kazakh_sentences_keep_their_floor() -> None:
    """Exact F1 over KazNERD's classes on held-out sentences does not fall."""
    from training.corpora import read_kaznerd  # noqa: PLC0415 - needs the corpora only here

    tally = Tally()
    for one in read_kaznerd()[1][:SENTENCES]:
        found = {
            (span.start, span.stop, label) for span, label, _ in open_encoder().score(one.text, "kaznerd")
        }
        tally.add({(n.start, n.stop, n.label) for n in one.named}, found)
    assert (tally.tell("Kazakh", None).value or 0) >= 0.93


def test_russian_documents_keep_their_floor() -> None:
    """Exact F1 over NEREL's classes, nested ones too, on documents of its development part does not fall."""
    from training.corpora import read_nerel  # noqa: PLC0415 - the same

    tally = Tally()
    for one in read_nerel("dev")[:DOCUMENTS]:
        found = {(span.start, span.stop, label) for span, label, _ in open_encoder().score(one.text, "nerel")}
        tally.add({(n.start, n.stop, n.label) for n in one.named}, found)
    assert (tally.tell("Russian", None).value or 0) >= 0.87


def test_relations_keep_their_floor() -> None:
    """F1 of who holds what, of what, takes part where and when, mentions given, does not fall."""
    from benchmarks.encoder_figures import tally_relations  # noqa: PLC0415 - the same
    from training.corpora import read_nerel  # noqa: PLC0415 - the same

    tally = tally_relations(open_encoder(), read_nerel("dev")[-2 * DOCUMENTS :])
    assert (tally.tell("relations", None).value or 0) >= 0.66
