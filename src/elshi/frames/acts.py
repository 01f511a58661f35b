"""An act of contact as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.frames.events import EventMention
from elshi.model.frame import EngagementType, Status


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a sentence: the trigger is its tokens [first, stop), `scene` the number of the sentence.

    People are numbers into Markup.people: `a` and `b` are the sides, `hosts` receive. `codes` are parties
    named without a person, `parties` the countries that a talk is between. `near` is the token where the
    act's own partner stands, `rivals` where other acts stand. `frame` acts are only the frame of another
    ('на полях форума'); `joins` acts add people to the engagement told before; `anaphoric` acts speak of
    it again ('на встрече', 'кездесу барысында'); `roundup` acts announce several talks of which the
    report then tells. Of whom the sentence does not name, the act says how it speaks of them: by a
    `pronoun`, as the `leaders`, the `guest`, `each` of those told before, `others`, `delegates`, or a
    `colleague` from the country with that code. `spoken` receptions have a pronoun for the host, and
    `shared` acts both sides for a subject; `apart` ones were an occasion of their own.
    `sign` is the rule that tells the status.
    Of a visit that is only proposed, `inviters` are those who proposed it.
    """

    scene: int
    type: EngagementType
    manner: str
    first: int
    stop: int
    status: Status
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    hosts: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    event: EventMention | None = None
    near: int | None = None
    rivals: tuple[int, ...] = ()
    frame: bool = False
    joins: bool = False
    anaphoric: bool = False
    roundup: bool = False
    pronoun: bool = False
    leaders: bool = False
    guest: bool = False
    each: bool = False
    spoken: bool = False
    shared: bool = False
    apart: bool = False
    others: bool = False
    parties: tuple[str, ...] = ()
    delegates: bool = False
    colleague: str | None = None
    sign: str = ""
    inviters: tuple[int, ...] = ()

    @property
    def anchor(self) -> int:
        """Return the token from which the act's own date and place are nearest."""
        return self.first if self.near is None else self.near
