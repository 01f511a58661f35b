"""What is measured of the encoder, and against which part of which corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import cast

from training.corpora import (
    Annotated,
    Joined,
    Named,
    read_crossner,
    read_factrueval,
    read_kaznerd,
    read_nerel,
)
from training.labels import read_kinds, read_table

from benchmarks.encoder_reports import measure_neighbours, measure_people, measure_unknown
from benchmarks.scores import Figure, Found, Tally
from elshi.mentions.encoder import Encoder
from elshi.model.markup import Mention, MentionLabel
from elshi.model.span import Span

_WANTED_KAZAKH = {"person": 0.93, "office": 0.90, "body": 0.85}
_ENGLISH = ("body", "event", "person", "place")


def measure_kazakh(encoder: Encoder) -> list[Figure]:
    """Return F1 on the held-out tenth of kaznerd-valid, over its own classes and Elshi's main labels."""
    _, held = read_kaznerd()
    own, shared = Tally(), Tally()
    for one in held:
        own.add(_place(one.named), _score(encoder, one.text, "kaznerd"))
        shared.add(_translate(one), _keep_outermost(encoder.read(one.text).mentions))
    rows = [own.tell("Kazakh, 25 classes, exact F1", 0.91)]
    rows += [own.tell(f"  {label}", None, label) for label in ("PERSON", "POSITION", "ORGANISATION")]
    return rows + [shared.tell(f"  {label}", least, label) for label, least in _WANTED_KAZAKH.items()]


def measure_russian(encoder: Encoder) -> list[Figure]:
    """Return F1 on nerel-dev over NEREL's classes: the outermost mentions, and all."""
    outer, every = Tally(), Tally()
    for one in read_nerel("dev"):
        found = _score(encoder, one.text, "nerel")
        every.add(_place(one.named), found)
        outer.add(_drop_inner(_place(one.named)), _drop_inner(found))
    return [outer.tell("Russian, outermost, exact F1", 0.79), every.tell("  nested too", None)]


def measure_persons(encoder: Encoder) -> list[Figure]:
    """Return F1 of persons on factRuEval, and Natasha's on the same texts (where it is installed)."""
    texts = read_factrueval()
    own = Tally()
    for one in texts:
        persons = {
            found for found in _place_mentions(encoder.read(one.text).mentions) if found[2] == "person"
        }
        own.add({(n.start, n.stop, "person") for n in one.named}, persons)
    return [own.tell("Russian, persons on factRuEval", None), _measure_natasha(texts)]


def _measure_natasha(texts: Sequence[Annotated]) -> Figure:
    try:
        from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter  # noqa: PLC0415 - a peer, seldom there
    except ImportError:
        return Figure("  the same by Natasha", None, None, "left out: pip install natasha")
    segmenter, tagger, tally = Segmenter(), NewsNERTagger(NewsEmbedding()), Tally()
    for one in texts:
        document = Doc(one.text)
        document.segment(segmenter)
        document.tag_ner(tagger)
        found = {(span.start, span.stop, "person") for span in document.spans if span.type == "PER"}
        tally.add({(n.start, n.stop, "person") for n in one.named}, found)
    return tally.tell("  the same by Natasha", None)


def measure_english(encoder: Encoder) -> list[Figure]:
    """Return F1 on crossner-politics-dev after mapping, country and place as one."""
    tally = Tally()
    for one in read_crossner("dev"):
        there = {(start, stop, _merge(label)) for start, stop, label in _translate(one)}
        mentions = _keep_outermost(encoder.read(one.text).mentions)
        found = {(start, stop, _merge(label)) for start, stop, label in mentions}
        tally.add(there, {one for one in found if one[2] in _ENGLISH})
    parts = [tally.tell(f"  {label}", None, label) for label in _ENGLISH]
    return [tally.tell("English, mapped, exact F1", 0.75), *parts]


def measure_relations(encoder: Encoder) -> list[Figure]:
    """Return F1 of the five kinds of relations on nerel-dev, mentions given.

    On its first half was chosen what is asked of a pair (training/labels/relations.yml), so that the second
    is told apart.
    """
    texts = read_nerel("dev")
    tally = tally_relations(encoder, texts)
    parts = [tally.tell(f"  {kind.name}", None, kind.name) for kind in read_kinds()]
    second = tally_relations(encoder, texts[len(texts) // 2 :])
    parts.append(second.tell("  the second half of the documents", None))
    return [tally.tell("Relations, mentions given", 0.75), *parts]


def tally_relations(encoder: Encoder, texts: Iterable[Annotated]) -> Tally:
    """Return how the relations found between the mentions of `texts` compare with those they have."""
    tally = Tally()
    for one in texts:
        named = [(label, n) for n in one.named for label in read_table("nerel").meanings[n.label]]
        order = {n: number for number, (_, n) in enumerate(named)}
        given = [(cast("MentionLabel", label), Span(n.start, n.stop)) for label, n in named]
        there = {found for joined in one.joined for found in _join(joined, one.named, order, given)}
        tally.add(there, {(r.head, r.tail, r.kind) for r in encoder.relate(one.text, given)})
    return tally


def _join(
    joined: Joined,
    named: Sequence[Named],
    order: Mapping[Named, int],
    given: Sequence[tuple[MentionLabel, Span]],
) -> Iterator[Found]:
    """Yield what `joined` is among Elshi's kinds: nothing, where its labels are not those of a kind."""
    head, tail = order.get(named[joined.head]), order.get(named[joined.tail])
    if head is not None and tail is not None:
        for kind in read_kinds():
            fits = given[head][0] in kind.heads and given[tail][0] in kind.tails
            if joined.kind in kind.nerel and fits:
                yield head, tail, kind.name


def _score(encoder: Encoder, text: str, head: str) -> set[Found]:
    return {(span.start, span.stop, label) for span, label, _ in encoder.score(text, head)}


def _translate(one: Annotated) -> set[Found]:
    """Return the mentions whose label stands for one of Elshi's alone."""
    meanings = read_table(one.corpus).meanings
    return {(n.start, n.stop, meanings[n.label][0]) for n in one.named if _is_told(meanings[n.label])}


def _is_told(means: Sequence[str]) -> bool:
    return len(means) == 1


def _place(named: Iterable[Named]) -> set[Found]:
    return {(n.start, n.stop, n.label) for n in named}


def _place_mentions(mentions: Iterable[Mention]) -> set[Found]:
    return {(m.span.start, m.span.stop, m.label) for m in mentions}


def _keep_outermost(mentions: Iterable[Mention]) -> set[Found]:
    return _drop_inner(_place_mentions(mentions))


def _drop_inner(found: AbstractSet[Found]) -> set[Found]:
    """Return those of `found` that lie in no longer one."""
    spans = {(start, stop) for start, stop, _ in found}
    return {
        one
        for one in found
        if not any(start <= one[0] and one[1] <= stop and (start, stop) != one[:2] for start, stop in spans)
    }


def _merge(label: str) -> str:
    return "place" if label == "country" else label


FIGURES: dict[str, Callable[[Encoder], list[Figure]]] = {
    "kazakh": measure_kazakh,
    "russian": measure_russian,
    "persons": measure_persons,
    "english": measure_english,
    "relations": measure_relations,
    "neighbours": measure_neighbours,
    "people": measure_people,
    "unknown": measure_unknown,
}
