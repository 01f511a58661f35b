"""The encoder as shipped: what it finds, that nothing is left out, that places are the text's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

import elshi.mentions
from elshi.errors import ModelError
from elshi.mentions.encoder import Encoder, Encoding, open_encoder
from elshi.model.span import Span
from elshi.reader import Reader, open_mentions

WEIGHTS = Path(elshi.mentions.__file__).parent / "weights"
RUSSIAN = (
    "12 марта 2026 года министр иностранных дел Казахстана Ермек Айсаров встретился в Астане "
    "с министром иностранных дел Норвегии Ларсом Хаугеном."
)
KAZAKH = (
    "2026 жылғы 12 наурызда Қазақстан Сыртқы істер министрі Ермек Айсаров "
    "Норвегия Сыртқы істер министрі Ларс Хаугенмен кездесті. Келіссөздер Астанада өтті."
)
ENGLISH = (
    "On 12 March 2026, Foreign Minister of Kazakhstan Yermek Aisarov met with "
    "Foreign Minister of Norway Lars Haugen in Astana."
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """Return the shipped encoder."""
    return open_encoder()


def find(encoding: Encoding, label: str) -> list[str]:
    """Return the words of the mentions with `label`."""
    return [mention.surface for mention in encoding.mentions if mention.label == label]


@pytest.mark.parametrize(
    ("text", "people", "place"),
    [
        (RUSSIAN, ["Ермек Айсаров", "Ларсом Хаугеном"], "Астане"),
        (KAZAKH, ["Ермек Айсаров", "Ларс Хаугенмен"], "Астанада"),
        (ENGLISH, ["Yermek Aisarov", "Lars Haugen"], "Astana"),
    ],
    ids=["ru", "kk", "en"],
)
def test_people_and_places_are_found_in_three_languages(
    encoder: Encoder, text: str, people: list[str], place: str
) -> None:
    """Who met whom where is marked in each language."""
    encoding = encoder.read(text)
    assert find(encoding, "person") == people
    assert place in find(encoding, "place")


def test_a_country_lies_inside_an_office(encoder: Encoder) -> None:
    """'министром иностранных дел Норвегии' is an office, and 'Норвегии' inside it a country."""
    encoding = encoder.read(RUSSIAN)
    assert "министром иностранных дел Норвегии" in find(encoding, "office")
    assert "Норвегии" in find(encoding, "country")


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH], ids=["ru", "kk", "en"])
def test_each_minister_holds_their_own_office(encoder: Encoder, text: str) -> None:
    """A person is joined with the office beside the name, not with the other minister's."""
    encoding = encoder.read(text)
    held = {
        (encoding.mentions[r.head].surface, encoding.mentions[r.tail].span.start)
        for r in encoding.relations
        if r.kind == "holds"
    }
    offices = [m for m in encoding.mentions if m.label == "office"]
    people = [m for m in encoding.mentions if m.label == "person"]
    assert held == {(p.surface, o.span.start) for p, o in zip(people, offices, strict=True)}


def test_nothing_of_a_long_report_is_left_out(encoder: Encoder) -> None:
    """In a report of over 20,000 characters the same sentence is read alike wherever it stands."""
    sentence = RUSSIAN + " "
    count = 20_000 // len(sentence) + 1
    encoding = encoder.read(sentence * count)
    starts = [m.span.start for m in encoding.mentions if m.surface == "Ларсом Хаугеном"]
    assert starts == [sentence.index("Ларсом") + number * len(sentence) for number in range(count)]


@pytest.mark.parametrize(
    "before",
    ["ﬁ № ①: ", "со\u00adглас\u00adие – ", "😀👍🏽 ", "и\u0306он е\u0301 ", "\u200b\ufeff½ ", "ǅ ﷺ "],
    ids=["ligature", "soft hyphen", "emoji", "combining", "invisible", "expanding"],
)
def test_places_are_those_of_the_text_as_it_was_given(encoder: Encoder, before: str) -> None:
    """Where the tokenizer writes a character as several or drops it, spans still quote the text."""
    text = before + RUSSIAN
    encoding = encoder.read(text)
    assert find(encoding, "person") == ["Ермек Айсаров", "Ларсом Хаугеном"]
    assert all(m.surface == m.span.quote(text) for m in encoding.mentions)


def test_accents_written_apart_belong_to_their_word(encoder: Encoder) -> None:
    """A name whose last letter bears a combining accent is marked with that accent."""
    text = "Foreign Minister of France Laurent Morale\u0301 met with Lars Haugen in Astana."
    assert "Laurent Morale\u0301" in find(encoder.read(text), "person")


def test_no_answer_depends_on_what_else_is_read(encoder: Encoder) -> None:
    """A text read beside others gets the answer that it gets alone."""
    alone = encoder.read(KAZAKH)
    _, beside = encoder.read_many([RUSSIAN * 5, KAZAKH])
    assert beside.mentions == alone.mentions
    assert beside.relations == alone.relations


def test_one_thread_and_two_give_the_same_answer() -> None:
    """How many cores are used changes no mention."""
    one, two = (Encoder.load(threads=threads).read(RUSSIAN) for threads in (1, 2))
    assert [(m.label, m.span) for m in one.mentions] == [(m.label, m.span) for m in two.mentions]
    assert np.allclose(one.vector, two.vector, atol=1e-3)


def test_a_vector_has_length_one(encoder: Encoder) -> None:
    """Vectors of a text and of each stretch of it can be compared by their product."""
    encoding = encoder.read(RUSSIAN + "\n" + RUSSIAN)
    for vector in (encoding.vector, encoding.embed(Span(0, len(RUSSIAN)))):
        assert np.isclose(np.linalg.norm(vector), 1, atol=1e-5)


@pytest.mark.parametrize("text", ["", " \n\t", "…", "\u00ad"])
def test_a_text_without_words_has_no_mentions(encoder: Encoder, text: str) -> None:
    """Nothing is found in nothing."""
    encoding = encoder.read(text)
    assert encoding.mentions == ()
    assert encoding.relations == ()


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """Where the model is not, the message names the file and says what to do."""
    with pytest.raises(ModelError, match=r"encoder\.json.*cannot be read.*install Elshi anew"):
        Encoder.load(tmp_path / "nowhere")


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    """A file that is not the one the card describes is refused, whatever is wrong with it."""
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    with (folder / "encoder.onnx").open("r+b") as file:
        file.seek(1000)
        file.write(b"damage")
    with pytest.raises(ModelError, match=r"encoder\.onnx.*damaged"):
        Encoder.load(folder)


def test_the_model_is_small() -> None:
    """All files of the model together take 40 MB at most."""
    card = json.loads((WEIGHTS / "encoder.json").read_bytes())
    assert sum((WEIGHTS / name).stat().st_size for name in card["files"]) <= 40e6


def test_another_model_is_another_reader() -> None:
    """What the rules read is read anew where the encoder is on, and its files say which encoder it is."""
    rules, encoded = Reader(open_mentions("off")), Reader(open_mentions("on"))
    assert rules.digest.endswith("-rules")
    assert encoded.digest == Reader(open_mentions("on")).digest
    assert encoded.digest != rules.digest
