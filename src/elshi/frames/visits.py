"""Who travels: the visitor of a visit told by a verb, a noun, a relative clause or an invitation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.scene import Actor, Scene, people_of
from elshi.lexicon.endings import read_endings
from elshi.lexicon.engagements import find_construction
from elshi.text.morphology import open_russian

_GOT = 3  # tokens before an invitation: 'министр получил официальное приглашение'
_INVITED = 8  # tokens before an invitation in which the invited one stands
_OWNER_REACH = {"ru": 2, "kk": 8, "en": 2}  # tokens between whose visit it is and the noun
_GROUP_WORDS = 2  # tokens between a country and its group: 'Норвегия Стортингі депутаттарының'
_RELATIVE = 3  # tokens between 'who' and the verb: 'who has just visited'
_AUXILIARY = 3  # tokens before 'invited' in which 'was' makes it passive
_AFTER_NOUN = 2  # tokens between the noun and whose visit it is: 'визит в Астану Токаева'


def read_visit(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> Act:
    """Return `act` with the visitor; `room` are the tokens between the triggers before and after."""
    if act.status == "proposed":
        return replace(act, b=_find_invited(scene, actors, act), inviters=people_of(actors, "subject")[:1])
    if scene.has_cue("relative_subjects", act.first - _RELATIVE, act.first):
        return replace(act, b=tuple(a.person for a in actors if a.stop <= act.first)[-1:])
    actors = _not_met(scene, actors, act, room)
    if _is_participle(scene, act):
        return replace(act, b=_find_described(scene, actors, act))
    if find_construction(scene.sentence, "guests") and not people_of(actors, "subject"):
        return replace(act, guest=True)
    group = _find_group(scene, actors, act)
    return replace(act, codes=group) if group else replace(act, b=_find_visitor(scene, actors, act))


def _find_group(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[str, ...]:
    """Return the country of a group that travels without names: 'эстониялық парламентшілердің сапары'."""
    low = max(0, act.first - _OWNER_REACH[scene.language])
    words = enumerate(scene.words(low, act.first), low)
    of = read_endings("genitive", scene.language)
    ranks = [i for i, word in words if word in scene.cues("official_partners") and word.endswith(of)]
    group = [i for i in ranks if not any(a.first <= i < a.stop for a in actors)]
    countries = [m for m in scene.named("country", "nationality") if m.value]
    near = [m for m in countries for i in group if 0 <= i - scene.tokens_of(m.span)[1] <= _GROUP_WORDS]
    return tuple(m.value for m in near[-1:] if m.value)


def _is_participle(scene: Scene, act: Act) -> bool:
    """Tell whether the trigger says of whom it stands beside that they travel: 'прибывший с визитом'."""
    words = scene.words(act.first, act.stop)
    if scene.language == "ru":
        return any(p.tag.POS == "PRTF" for p in open_russian().parse(words[0]))
    return words[-1].endswith(read_endings("participles", scene.language))


def _find_described(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return of whom a participle tells: 'премьер Х, прибывший с визитом,' or 'прибывший с визитом Х'."""
    before = [a for a in actors if a.stop <= act.first]
    if before and scene.words(before[-1].stop, act.first) == (",",):
        return (before[-1].person,)
    return tuple(a.person for a in actors if a.first >= act.stop)[:1]


def _not_met(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> Sequence[Actor]:
    """Leave out whom an English verb before the visit has as object: 'he sees X and visits Poti'."""
    if scene.language != "en" or room[0] == 0:
        return actors
    return [a for a in actors if not room[0] <= a.first < act.first]


def _find_invited(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return who is invited: the object, else who stands before the words, else to whom or after them."""
    if scene.language == "en":
        return _find_invited_english(scene, actors, act)
    if scene.has_cue("got", act.first - _GOT, act.first):
        return people_of(actors, "subject")[:1]
    before = [a.person for a in actors if act.first - _INVITED <= a.first < act.stop and a.part != "subject"]
    after = tuple(a.person for a in actors if a.first > act.first and a.part != "possessor")
    return (people_of(actors, "object") or tuple(before[-1:]) or people_of(actors, "target") or after)[:1]


def _find_invited_english(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return who stands between the invitation and the visit last, else before the invitation."""
    invitation = min((f.first for f in find_construction(scene.sentence, "proposed")), default=0)
    named = [a for a in actors if a.part != "possessor"]
    between = [a.person for a in actors if invitation <= a.first < act.stop and a.part != "origin"]
    passive = scene.has_cue("passive_past", invitation - _AUXILIARY, invitation)
    before = [a.person for a in named if passive and a.first < invitation]
    after = [a.person for a in named if a.first >= act.stop and a.part != "agent"]
    return tuple(between[-1:] or before[-1:] or after[:1])


def _find_visitor(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return the subject, else whose visit it is; of several the nearest to the words."""
    reach = _OWNER_REACH[scene.language]
    beside = [a.person for a in actors if _is_owner(a, act, reach)]
    named = scene.language == "ru" and open_russian().parse(scene.words(act.first, act.first + 1)[0])[0]
    if named and named.tag.POS == "NOUN" and beside:
        return tuple(beside[:1])  # 'Посол сообщил о визите министра Олсена'
    visitors = people_of(actors, "subject", "agent") or tuple(beside)
    nearest = sorted((a for a in actors if a.person in visitors), key=lambda a: abs(a.first - act.first))
    return tuple(a.person for a in nearest[:1])


def _is_owner(actor: Actor, act: Act, reach: int) -> bool:
    """Tell whether the actor stands where whose visit it is does: 'Токаевтың сапары', 'визит Токаева'."""
    if act.first < actor.first <= act.stop + _AFTER_NOUN:
        return True
    return actor.part == "possessor" and -1 <= act.first - actor.stop <= reach
