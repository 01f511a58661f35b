"""Offices given or taken by a verb, where the words of office and name stand apart.

'Генеральным консулом в Дубае стал Тимур Абдижалил', 'Вместо него назначен Хомени Эргешов', 'бұл қызметті
2017 жылдан бері Айбек Маматбеков атқарды': the office belongs to the one named, though it is not beside the
name; 'this post' and 'instead of him' point back to the office of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.lexicon.cues import read_cues
from elshi.lexicon.engagements import find_construction
from elshi.mentions.offices import Office
from elshi.mentions.scenes import FULL, Scene, Sighting
from elshi.mentions.titles import describe_office
from elshi.model.markup import Title

_GIVERS = frozenset({"head_of_state", "head_of_government"})


def appoint(scenes: Sequence[Scene], sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Return `sightings` with the offices that verbs of appointment give to people named without one."""
    vacancy: Title | None = None  # the office last given or taken, to which 'this post' points
    result = list(sightings)
    for number, scene in enumerate(scenes):
        if not find_construction(scene.sentence, "appoints"):
            continue
        offices = _find_offered(scene, [s for s in result if s.scene == number])
        titles = [describe_office(scene.sentence, o, scene.mentions, _limit(scene, o)) for o in offices]
        if not titles and vacancy and _points_back(scene):
            titles = [vacancy]
        if titles:
            _give(result, number, titles[0], tuple(offices[:1]), to_all=_points_back(scene))
            vacancy = titles[0]
    return tuple(result)


def _give(
    sightings: list[Sighting], number: int, title: Title, offices: tuple[Office, ...], *, to_all: bool
) -> None:
    """Give the title to the first person named in full without one, and `to_all` in the scene `number`."""
    bare = [i for i, s in enumerate(sightings) if s.scene == number and not s.titles and s.name.parts >= FULL]
    for index in bare[:1]:
        sightings[index] = replace(sightings[index], titles=(title,), offices=offices)
    for index in bare[1:] if to_all else ():
        sightings[index] = replace(sightings[index], titles=(title,))


def _find_offered(scene: Scene, sightings: Sequence[Sighting]) -> list[Office]:
    """Return the offices of the scene that nobody in it has, and that are not of those who appoint."""
    held = {office for sighting in sightings for office in sighting.offices}
    return [office for office in scene.offices if office not in held and office.code not in _GIVERS]


def _limit(scene: Scene, office: Office) -> tuple[int, int]:
    """Return the tokens that may belong to the office: up to the people named beside it."""
    before = [n.stop for n in scene.names if n.stop <= office.first and n.parts >= FULL]
    after = [n.first for n in scene.names if n.first >= office.stop and n.parts >= FULL]
    return max(before, default=0), min(after, default=len(scene.sentence.tokens))


def _points_back(scene: Scene) -> bool:
    words = (token.lower for token in scene.sentence.tokens)
    return read_cues("points_back", scene.sentence.language).stand_in(words)
