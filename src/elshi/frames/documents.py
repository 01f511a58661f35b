"""Acts done on paper: who sends a message to whom, who signs with whom, and who is appointed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.scene import Actor, Scene, people_of
from elshi.lexicon.engagements import find_construction

_NEAR_NOUN = 4  # tokens between a sender and the noun: 'Токаевтың … жеделхаты', 'from X a letter'
_AUXILIARY = 2  # tokens before 'appointed': 'was recently appointed'
_APPOINTED = 3  # of more subjects than that the later ones are somebody else


def read_message(actors: Sequence[Actor], act: Act) -> Iterator[Act]:
    """Yield one act for each sender: whose letter it is, else the subject; each sends his own."""
    beside = [a for a in actors if _is_sender(a, act)]
    if any(a.part == "origin" for a in beside):
        beside = [a for a in actors if a in beside or (a.part == "origin" and a.first < act.first)]
    near = people_of(beside, "possessor", "origin", "object")
    senders = near or people_of(actors, "subject", "origin", "agent")
    received = [a for a in actors if a.person in senders and a.part == "origin"]
    addressed = people_of(actors, "target") or people_of(actors, "object")
    addressed = addressed or (people_of(actors, "subject") if received else ())
    recipients = tuple(p for p in addressed if p not in senders)
    if not senders:
        yield replace(act, b=recipients)
    for sender in senders:
        yield replace(act, a=(sender,), b=recipients)


def read_signing(scene: Scene, actors: Sequence[Actor], act: Act, room: tuple[int, int]) -> Act:
    """Return the Russian `act` with those who sign, and with whom: 'подписал с Олсеном договор'.

    `room` are the tokens [first, stop) between the triggers before and after.
    """
    signers = people_of(actors, "subject", "agent")
    after = [a for a in actors if act.stop <= a.first < room[1]]
    partners = tuple(p for p in people_of(after, "counterpart") if p not in signers)
    leaders = bool(find_construction(scene.sentence, "leaders"))
    return replace(act, a=signers, b=partners, leaders=leaders)


def _is_sender(actor: Actor, act: Act) -> bool:
    """Tell whether the actor stands so near to the noun that the message is his."""
    if actor.part in {"possessor", "object"} and 0 <= actor.first - act.stop <= 1:
        return True
    if actor.part == "origin" and 0 <= actor.first - act.stop <= _NEAR_NOUN:
        return True
    return actor.part in {"possessor", "origin"} and abs(actor.stop - act.first) <= _NEAR_NOUN


def find_appointed(scene: Scene, actors: Sequence[Actor], act: Act) -> tuple[int, ...]:
    """Return who is appointed: in English the one named after 'appointed' unless the verb is passive."""
    if scene.language == "ru":
        first, stop = _clause_of(scene, act)
        if scene.has_cue("appointing_verbs", act.first, act.stop):
            named = people_of(actors, "object", "agent", "possessor")
            return named[:_APPOINTED]
        inside = people_of([a for a in actors if first <= a.first < stop], "subject", "agent")
        return inside or people_of(actors, "subject")[:1]
    if scene.language == "kk" or scene.has_cue("passive_past", act.first - _AUXILIARY, act.stop):
        return people_of(actors, "subject", "agent", "object")[:_APPOINTED]
    return tuple(a.person for a in actors if a.first >= act.first)[:1]


def _clause_of(scene: Scene, act: Act) -> tuple[int, int]:
    """Return the tokens between the commas around the trigger."""
    commas = [i for i, t in enumerate(scene.sentence.tokens) if t.text in {",", ";"}]
    before = max((i for i in commas if i < act.first), default=0)
    return before, min((i for i in commas if i >= act.stop), default=len(scene.sentence.tokens))
