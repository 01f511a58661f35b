"""Russian words of engagements in another sense: a resignation accepted, a law signed, a mere wish."""

from __future__ import annotations

from elshi.frames.events import EventMention
from elshi.frames.scene import Scene
from elshi.lexicon.engagements import Trigger
from elshi.lexicon.match import Found
from elshi.text.morphology import open_russian, read_part_of_speech

_OBJECT = 4  # tokens after 'принял' in which its object stands
_WISH = 4  # tokens between a wish and its infinitive: 'готовность в мае обсудить'
_BETWEEN = frozenset({"ADJF", "ADVB", "PRCL", "NUMR", "PRTF", "NPRO"})  # may stand before the object


def is_other_sense(scene: Scene, found: Found[Trigger]) -> bool:
    """Tell whether the Russian phrase tells of no engagement, in this sentence."""
    if scene.language != "ru":
        return False
    if found.value.type == "signing":
        return _part_of_speech(scene, found.first) == "PRTF" or _is_domestic(scene)
    if found.value.manner == "receives":
        return _takes_a_thing(scene, found)
    wishes = scene.has_cue("wishes", found.first - _WISH, found.first)
    return wishes and _part_of_speech(scene, found.first) == "INFN"


def is_duration(scene: Scene, event: EventMention) -> bool:
    """Tell whether a 'week' without a name only says how long something took: 'прошла вторая неделя'."""
    named = event.stop - event.head > 1 or scene.sentence.tokens[event.head].capital
    return scene.language == "ru" and not named and scene.has_cue("durations", event.head, event.stop)


def _part_of_speech(scene: Scene, index: int) -> str:
    return read_part_of_speech(scene.words(index, index + 1)[0])


def _is_domestic(scene: Scene) -> bool:
    """Tell whether a decree or law is signed, and no agreement: 'распоряжение было подписано в среду'."""
    everywhere = (0, len(scene.sentence.tokens))
    return scene.has_cue("domestic_papers", *everywhere) and not scene.has_cue("agreements", *everywhere)


def _takes_a_thing(scene: Scene, found: Found[Trigger]) -> bool:
    """Tell whether the verb has a thing for its object: 'принял ли отставку', 'примет этот пост'."""
    for token in scene.sentence.tokens[found.stop : found.stop + _OBJECT]:
        tag = open_russian().parse(token.lower)[0].tag
        if token.capital or tag.POS not in {"NOUN", *_BETWEEN}:
            return False
        if tag.POS == "NOUN":
            thing = "inan" in tag and tag.case in {"accs", "nomn"}
            return thing and not scene.cues("received_many").stand_in((token.lower,))
    return False
