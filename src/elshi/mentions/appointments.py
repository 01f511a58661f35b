"""Offices given or taken by a verb, where the words of office and name stand apart.

'Генеральным консулом в Дубае стал Тимур Абдижалил', 'Вместо него назначен Хомени Эргешов', 'бұл қызметті
2017 жылдан бері Айбек Маматбеков атқарды': the office belongs to the one named, though it is not beside the
name; 'this post' and 'instead of him' point back to the office of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elshi.lexicon.engagements import find_construction
from elshi.mentions.offices import Office
from elshi.mentions.titles import describe_office
from elshi.mentions.scenes import Scene, Sighting
from elshi.model.markup import Title

_GIVERS = frozenset({"head_of_state", "head_of_government"})
_BACK = ("пост", "должност", "вместо", "посольств", "консульств", "место", "лауазым", "қызмет", "орнына", "post", "position",
         "embassy", "replac", "succe")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vacancy:
    """The office last given or taken, to which 'this post' in the next sentences points."""

    title: Title | None = None


def appoint(scenes: Sequence[Scene], sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Return `sightings` with the offices that verbs of appointment give to people named without one."""
    vacancy, result = Vacancy(), list(sightings)
    for number, scene in enumerate(scenes):
        bare = [i for i, s in enumerate(result) if s.scene == number and not s.titles and s.name.parts > 1]
        if not find_construction(scene.sentence, "appoints"):
            continue
        offices = [o for o in _unclaimed(scene, result, number) if o.code not in _GIVERS]
        titles = [describe_office(scene.sentence, o, scene.mentions, _limit(scene, o)) for o in offices]
        if not titles and vacancy.title and _points_back(scene):
            titles = [vacancy.title]
        if bare and titles:
            result[bare[0]] = replace(result[bare[0]], titles=(titles[0],), offices=tuple(offices[:1]))
            for successor in bare[1:] if _points_back(scene) else ():
                result[successor] = replace(result[successor], titles=(titles[0],))
        vacancy = Vacancy(titles[0]) if titles else vacancy
    return tuple(result)


def _unclaimed(scene: Scene, sightings: Sequence[Sighting], number: int) -> list[Office]:
    claimed = {o for s in sightings if s.scene == number for o in s.offices}
    return [o for o in scene.offices if o not in claimed]


def _limit(scene: Scene, office: Office) -> tuple[int, int]:
    """Return the tokens that may belong to the office: up to the people named beside it."""
    before = [n.stop for n in scene.names if n.stop <= office.first and n.parts > 1]
    after = [n.first for n in scene.names if n.first >= office.stop and n.parts > 1]
    return max(before, default=0), min(after, default=len(scene.sentence.tokens))


def _points_back(scene: Scene) -> bool:
    return any(t.lower.startswith(_BACK) for t in scene.sentence.tokens)
