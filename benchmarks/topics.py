"""Whether a learned chooser of topics beats the rule that takes those named most often.

    python -m benchmarks.topics GOLD=TEXTS ... [--encoder FOLDER] [--scorer PATH]

For each engagement that gold gives topics, every topic is a candidate with what can be seen of it: where
and how often its words stand, how it ranks among the others, how frequent it is, and with --encoder how near
the vectors of the sentences are to those of the topic's examples in the lexicon. A logistic regression over
these is fitted in ten folds, a report in one fold with all its engagements, so that no choice is made by
weights that have seen the report; it chooses its best topic and others that are likely enough. Printed is
the mean F1 of the topics of an engagement, as the scorer counts it, for the rule and for the learned chooser.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.calibration import load_scorer
from benchmarks.regression import Sample, fit_weights
from elshi.lexicon.topics import NO_TOPIC, find_topics, load_topics
from elshi.model.frame import Engagement, Reading
from elshi.model.record import describe_engagement
from elshi.model.report import Capture
from elshi.reader import Reader

if TYPE_CHECKING:
    from elshi.mentions.encoder import Encoder, Floats

FOLDS = 10
LIKELY = 0.35  # chance from which a second and third topic are chosen
MOST = 3
_GENERAL = ("politics",)  # what is commonest where the words name no topic
_NEAR = (1, 3, 6)  # ranks by nearness of vectors that count as features
TOPICS = tuple(code for code in load_topics() if code != NO_TOPIC)


@dataclass(frozen=True, slots=True)
class Case:
    """One engagement: its report, the topics of gold, those of the rule, the features of each topic."""

    report: str
    gold: frozenset[str]
    ruled: tuple[str, ...]
    features: dict[str, frozenset[str]]


def count_alike(chosen: Sequence[str], gold: frozenset[str]) -> float:
    """Return the F1 of the topics chosen for one engagement."""
    return 2 * len(gold & set(chosen)) / (len(gold) + len(set(chosen))) if chosen else 0.0


def read_cases(scorer: Any, pairs: Sequence[str], encoder: Encoder | None) -> Iterator[Case]:  # noqa: ANN401
    """Yield a case for each engagement found that gold gives topics."""
    reader = Reader()
    examples = {topic: _embed_examples(encoder, topic) for topic in TOPICS} if encoder else {}
    for gold_folder, texts in (pair.split("=") for pair in pairs):
        for path in sorted(Path(gold_folder).glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            text = Path(texts) / f"{gold['id']}.txt"
            reading = reader.read(Capture(str(text), text.read_bytes(), "text"))
            frames = [describe_engagement(engagement) for engagement in reading.engagements]
            for number, other, _ in scorer.match(frames, gold["engagements"], scorer.pair_score, 0.35):
                topics = frozenset(gold["engagements"][other]["topics"])
                if topics:
                    engagement = reading.engagements[number]
                    nearness = _rank(encoder, reading, engagement, examples) if encoder else {}
                    features = _list_features(reading, engagement, nearness)
                    yield Case(gold["id"], topics, engagement.topics, features)


def _embed_examples(encoder: Encoder, topic: str) -> Floats:
    sentences = [s for language in load_topics()[topic].yes.values() for s in language]
    vector: Floats = np.mean([encoder.read(sentence).vector for sentence in sentences], axis=0)
    return vector


def _rank(
    encoder: Encoder, reading: Reading, frame: Engagement, examples: dict[str, Floats]
) -> dict[str, int]:
    """Return the rank of each topic by how near the engagement's sentences are to its examples."""
    encoding = encoder.read(reading.report.text)
    middle = np.mean(list(examples.values()), axis=0)
    own = np.mean([encoding.embed(e.span) for e in frame.evidence], axis=0) - middle
    near = {topic: float(own @ (vector - middle)) for topic, vector in examples.items()}
    return {topic: rank for rank, topic in enumerate(sorted(near, key=lambda topic: -near[topic]))}


def _list_features(
    reading: Reading, frame: Engagement, nearness: dict[str, int]
) -> dict[str, frozenset[str]]:
    spans = {e.span for e in frame.evidence}
    sentences = [s for s in reading.markup.sentences if s.span in spans]
    named = [[topic for topic, _ in find_topics(sentence)] for sentence in sentences]
    counts = Counter(topic for found in named for topic in found)
    ranked = sorted(counts, key=lambda topic: -counts[topic])
    headline = reading.report.headline
    titles = [s for s in reading.markup.sentences if headline and headline.covers(s.span)]
    titled = {topic for sentence in titles for topic, _ in find_topics(sentence)}
    return {
        topic: frozenset(_tell(topic, frame, named, counts, ranked, titled, nearness)) for topic in TOPICS
    }


def _tell(  # noqa: PLR0913, PLR0917 - all that is seen of one topic
    topic: str,
    frame: Engagement,
    named: Sequence[Sequence[str]],
    counts: Counter[str],
    ranked: Sequence[str],
    titled: set[str],
    nearness: dict[str, int],
) -> Iterator[str]:
    yield f"topic_{topic}"
    if not counts:
        yield f"nothing_named_{topic}"
    if topic in counts:
        yield from (
            "named",
            f"named_rank_{min(ranked.index(topic), MOST)}",
            f"named_{min(counts[topic], 3)}_times",
        )
        yield f"named_among_{min(len(ranked), 4)}"
    if named and topic in named[0]:
        yield "named_at_once"
    if topic in titled:
        yield "in_the_headline"
    if topic in frame.topics:
        yield "ruled"
    yield from (f"near_{rank}" for rank in _NEAR if nearness.get(topic, max(_NEAR)) < rank)


def choose_in_folds(cases: Sequence[Case]) -> list[tuple[str, ...]]:
    """Return for each case the topics that weights choose which were fitted without its fold."""
    chosen: dict[int, tuple[str, ...]] = {}
    for fold in range(FOLDS):
        rest = [case for case in cases if _draw_fold(case) != fold]
        fitted = fit_weights([Sample(c.report, c.features[t], t in c.gold) for c in rest for t in TOPICS])
        for number, case in enumerate(cases):
            if _draw_fold(case) == fold:
                chances = {topic: fitted.judge(case.features[topic]) for topic in TOPICS}
                best = sorted(TOPICS, key=lambda topic: -chances[topic])[:MOST]
                chosen[number] = (best[0], *(topic for topic in best[1:] if chances[topic] >= LIKELY))
    return [chosen[number] for number in range(len(cases))]


def _draw_fold(case: Case) -> int:
    return hashlib.sha256(case.report.encode()).digest()[0] % FOLDS


def main() -> None:
    """Print the mean F1 of the rule and of the learned chooser."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.topics", description=__doc__)
    parser.add_argument("pairs", nargs="+", metavar="GOLD=TEXTS")
    parser.add_argument("--scorer", type=Path, default=Path("../shared/score.py"))
    parser.add_argument("--encoder", type=Path, help="the folder of the encoder's weights")
    given = parser.parse_args()
    cases = list(read_cases(load_scorer(given.scorer), given.pairs, _load(given.encoder)))
    learned = choose_in_folds(cases)
    ruled = np.mean([count_alike(case.ruled, case.gold) for case in cases])
    chosen = np.mean([count_alike(topics, case.gold) for topics, case in zip(learned, cases, strict=True)])
    general = np.mean([count_alike(case.ruled or _GENERAL, case.gold) for case in cases])
    line = f"by rule {ruled:.3f}, by rule or else politics {general:.3f}, learned {chosen:.3f}"
    print(f"{len(cases)} engagements: {line}")  # noqa: T201 - the figures


def _load(folder: Path | None) -> Encoder | None:
    if folder is None:
        return None
    from elshi.mentions.encoder import Encoder  # noqa: PLC0415 - only where it is asked for

    return Encoder.load(folder, threads=1)


if __name__ == "__main__":
    main()
