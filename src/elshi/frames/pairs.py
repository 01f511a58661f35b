"""Both sides of a Kazakh talk that 'мен' joins: 'X пен Y кездесті', 'X пен Y-тің кездесуі'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from elshi.frames.acts import Act
from elshi.frames.scene import Actor, Scene
from elshi.lexicon.said import read_words

_REACH = 14  # tokens between the second of the two and the talk


def find_pair(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return the two people between whom the talk is, in their order; empty where they are not told so."""
    if scene.language != "kk" or any(a.part == "counterpart" for a in actors):
        return ()
    for one, other in pairwise(actors):
        joined = scene.words(one.stop, one.stop + 1)
        near = 0 <= act.first - other.stop <= _REACH
        if near and one.part == "subject" and read_words("partner", "kk").issuperset(joined or {""}):
            between = scene.has_cue("between", other.stop, other.stop + 1)
            if between or other.part in {"subject", "possessor"}:
                return one.person, other.person
    return ()
