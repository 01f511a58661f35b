"""Acts done on paper: who sends a message to whom, and who is appointed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.frames.acts import Act
from elshi.frames.scene import Actor, Scene, people_of

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
