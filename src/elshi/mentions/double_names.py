"""Runs of capitals that hold the names of two people, one after the other; English parts them by a comma."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from elshi.lexicon.cues import read_cues
from elshi.lexicon.endings import read_endings
from elshi.mentions.persons import Name
from elshi.mentions.scenes import FULL, Scene
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.names import read_nominative


def split_names(text: str, scenes: Sequence[Scene], scene: Scene) -> Iterator[Name]:
    """Yield the names of `scene`, and two for a run that holds a name which stands alone elsewhere.

    `text` is the report's and `scenes` all of its sentences.
    """
    language = scene.sentence.language
    known = _read_known(
        tuple(n.span.quote(text) for s in scenes for n in s.names if n.parts == FULL), language
    )
    for name in scene.names:
        given = scene.sentence.tokens[name.first].text if language == "ru" else None
        surnames = frozenset(last for first, last in known if first != given)  # 'Реджеп Тайип Эрдоган' is one
        cut = _find_cut(scene, name, surnames)
        if cut is None:
            yield name
        else:
            yield _take_part(scene, name.first, cut)
            yield _take_part(scene, cut, name.stop)


def _take_part(scene: Scene, first: int, stop: int) -> Name:
    part = scene.sentence.tokens[first:stop]
    return Name(first, stop, Span(part[0].span.start, part[-1].span.stop), len(part))


def _find_cut(scene: Scene, name: Name, known: frozenset[str]) -> int | None:
    """Return the token with which the second name of the run begins, None where it holds but one."""
    tokens, language = scene.sentence.tokens[name.first : name.stop], scene.sentence.language
    if (
        language == "en"
        or name.parts <= FULL
        or tokens[-1].lower.endswith(read_endings("patronymics", language))
    ):
        return None
    if not all(token.text.isalpha() or "-" in token.text for token in tokens):
        return None
    cut = next(
        (index for index, token in enumerate(tokens[:-1], name.first + 1) if token.text in known), None
    )
    if cut is None and (tokens[-1].text in known or _belongs_to_next(scene, name)):
        return name.stop - 1
    return cut


@functools.lru_cache(maxsize=64)
def _read_known(names: tuple[str, ...], language: Language) -> frozenset[tuple[str, str]]:
    """Return the two-part names as given name and surname; 'Rebelo de Sousa' is no such name."""
    plain = [read_nominative(name, language).split() for name in names if len(name.split()) == FULL]
    return frozenset((first, last) for first, *_, last in plain)


def _belongs_to_next(scene: Scene, name: Name) -> bool:
    """Tell whether the last part belongs to what follows: 'Дана Мұстафина Рийгикогу депутаты'."""
    language = scene.sentence.language
    if language != "kk":
        return False
    after = [t.lower for t in scene.sentence.tokens[name.stop : name.stop + 1]]
    return any(o.first == name.stop for o in scene.offices) or read_cues("territories", language).stand_in(
        after
    )
