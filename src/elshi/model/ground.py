"""Why a field has its value: the rule that filled it, and the words on which that rule rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# The field of each kind that makes an entry what it is: its rule is the rule of the whole.
DEFINING: Mapping[str, str] = {
    "engagement": "type",
    "position": "stance",
    "initiative": "status",
    "commitment": "what",
    "tenure": "office",
    "chairmanship": "role",
}
# The step of reading that fills a field, where it is not the one that makes entries of its kind.
STEPS: Mapping[str, str] = {
    "date": "dates",
    "date_basis": "dates",
    "due": "dates",
    "period": "dates",
    "participants": "people",
    "person": "people",
    "native_name": "people",
    "represents": "people",
}
_BETWEEN = " · "  # the rules of one person's fields in one statement


@dataclass(frozen=True, slots=True)
class Ground:
    """The rule that filled `field` of a frame, for a list that gave it its `member`.

    `rule` is a name and, after a colon, the words of the report that the rule goes by:
    'place.ministry: МИД', 'status.planned: состоится'.
    """

    field: str
    rule: str
    member: str | None = None


def name_rule(name: str, words: str | None = None) -> str:
    """Return the rule called `name` as it is written with the `words` it goes by, where there are any."""
    return f"{name}: {words}" if words else name


def find_rule(grounds: Iterable[Ground], field: str, member: object = None) -> str | None:
    """Return the rule that filled `field` (of a list, with `member`), None where `grounds` do not say."""
    fitting = [g for g in grounds if g.field == field]
    own = (g.rule for g in fitting if g.member is not None and g.member == member)
    return next(own, next((g.rule for g in fitting if g.member is None), None))


def list_rules(grounds: Iterable[Ground]) -> str:
    """Return the rules of all fields in one line, as a value with several fields, a participant, has them."""
    return _BETWEEN.join(f"{ground.field} {ground.rule}" for ground in grounds)


def split_rules(rules: str) -> tuple[str, ...]:
    """Return the rules that `list_rules` put into one line; one rule is returned as it is."""
    return tuple(rules.split(_BETWEEN))


def name_step(kind: str, field: str) -> str:
    """Return the stage of reading (as `elshi stages` lists them) that fills `field` of an entry of `kind`."""
    return STEPS.get(field, f"{kind}s")
