"""One run: pieces, sheets, the teacher's vectors, learning, export. Each finds what an earlier run left."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.bert import load_start
from training.corpora import Annotated, read_crossner, read_kaznerd, read_nerel
from training.course import Course
from training.export import Described, export
from training.labels import ELSHI, list_corpora, read_kinds, read_table
from training.learn import learn
from training.network import Network
from training.pieces import Pieces, choose_pieces
from training.press import write_press
from training.shared import lay_weights
from training.start import Start, read_start
from training.teacher import Floats, Teacher, ask_teacher
from training.texts import gather_texts
from training.units import Sheet, prepare

AVERAGED = 2  # rounds at the ends of which weights are averaged
ENGLISH = 2  # times that the few English sentences are read in an epoch


def run(course: Course, layers: int, work: Path, out: Path) -> None:
    """Train a network of `layers` by `course`, keeping in `work` what is made, and ship it to `out`."""
    start, pieces = read_start(), find_pieces(work / "pieces.json")
    sheets, teacher = gather(start, pieces, work)
    network = build(start, pieces, layers)
    learned = work / f"learned-{layers}"
    learn(network, sheets, teacher, course, learned)
    average_ends(network, course, learned)
    ship(network, pieces, start, out)


def find_pieces(kept: Path) -> Pieces:
    """Return the chosen pieces, from `kept` where they were chosen before."""
    if not kept.is_file():
        chosen = choose_pieces(gather_texts())
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"tokenizer": chosen.tokenizer.to_str(), "rows": chosen.rows}), "utf-8")
    found = json.loads(kept.read_text("utf-8"))
    return Pieces(Tokenizer.from_str(found["tokenizer"]), tuple(found["rows"]))


def gather(start: Start, pieces: Pieces, work: Path) -> tuple[tuple[Sheet, ...], Teacher]:
    """Return everything that is learned from, and the vectors it should have."""
    whole = load_start(
        start, pieces.rows, len([name for name in start.tensors if name.endswith(".q.w")])
    ).eval()
    parts: dict[str, tuple[Annotated, ...]] = {
        "corpora": (*read_kaznerd()[0], *read_nerel("train"), *read_crossner("train") * ENGLISH),
        "press": write_press(),
    }
    sheets: list[Sheet] = []
    sums: list[Floats] = []
    for name, texts in parts.items():
        ready = prepare(texts, pieces.tokenizer)
        sheets += ready
        sums += ask_teacher(whole, ready, pieces.tokenizer, work / f"teacher-{name}.npz") if ready else []
    return tuple(sheets), Teacher(sheets, sums)


def build(start: Start, pieces: Pieces, layers: int) -> Network:
    """Return the network to begin with: the weights of `start`, and heads that know nothing."""
    torch.manual_seed(Course.__dataclass_fields__["seed"].default)
    labels = {"elshi": len(ELSHI)} | {name: len(read_table(name).meanings) for name in list_corpora()}
    return Network(load_start(start, pieces.rows, layers), labels, len(read_kinds()))


def average_ends(network: Network, course: Course, learned: Path) -> None:
    """Give `network` the mean of the weights at the ends of the last rounds, which `learned` keeps."""
    stops = accumulate(one.epochs for one in course.rounds)
    ends = [torch.load(learned / f"epoch-{stop - 1}.pt", weights_only=True) for stop in stops][-AVERAGED:]
    lay_weights(network, torch.stack(ends).mean(0))


def ship(network: Network, pieces: Pieces, start: Start, out: Path, *, exact: bool = False) -> None:
    """Write `network` as the files of the package; `exact` ones are not rounded, for comparison."""
    told = Described(
        ELSHI,
        {kind.name: (kind.heads, kind.tails) for kind in read_kinds()},
        {kind.name: {"least": kind.least, "behind": kind.behind} for kind in read_kinds()},
        {c: {"labels": list(read_table(c).meanings), "nested": read_table(c).nested} for c in list_corpora()},
        len(network.bert.layers),
        start.heads,
        start.width,
        start.epsilon,
    )
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    export(weights, pieces.tokenizer, told, out, exact=exact)


def open_kept(path: Path, start: Start, pieces: Pieces, layers: int) -> Network:
    """Return the network with the weights that an epoch left at `path`."""
    network = build(start, pieces, layers)
    lay_weights(network, torch.load(path, weights_only=True))
    return network
