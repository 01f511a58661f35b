"""Who met whom: people and parties as nodes, what was told of them together as edges.

Two people are joined by `met` where an engagement that was held or is under way has them on different
sides, or one of them as host; two parties are joined by `met` where they take part in one, and not by
people on one side alone. A person is joined to the party served by `represents`. A conference joins
nobody: being there is not meeting. Each edge counts the engagements (`weight`), with their first and last
day and their ids.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from elshi.exports.base import Holdings
from elshi.exports.wording import Fields, drop_controls, find_days, identify_person
from elshi.model.entry import Entry

DONE = frozenset({"held", "ongoing"})
TALKS = frozenset({"meeting", "call", "consultations", "commission", "visit", "signing", "credentials"})
NODE_FIELDS = ("label", "kind", "country", "office")
EDGE_FIELDS = ("kind", "weight", "first", "last", "entries")
Value = str | int


@dataclass(slots=True)
class Tie:
    """What joins two nodes: the engagements, and the days they took."""

    kind: str
    entries: dict[str, None] = field(default_factory=dict)
    first: str = ""
    last: str = ""

    def add(self, entry: Entry) -> None:
        """Count the engagement `entry`."""
        days = find_days(entry.fields["date"])
        self.entries[entry.id] = None
        if days:
            self.first = min(filter(None, (self.first, days[0].isoformat())))
            self.last = max(self.last, days[1].isoformat())

    def describe(self) -> dict[str, Value]:
        """Return the attributes of the edge, in the order of EDGE_FIELDS."""
        ids = " ".join(sorted(self.entries))
        return dict(zip(EDGE_FIELDS, (self.kind, len(self.entries), self.first, self.last, ids), strict=True))


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by id with their attributes, and edges between two of them; both in order."""

    nodes: dict[str, dict[str, Value]]
    edges: tuple[tuple[str, str, dict[str, Value]], ...]


def build_graph(holdings: Holdings) -> Graph:
    """Return the graph of all talks that were held."""
    nodes: dict[str, dict[str, Value]] = {}
    ties: dict[tuple[str, str, str], Tie] = {}
    for dossier in holdings.read_dossiers("engagement"):
        entry = dossier.entry
        if entry.fields["type"] in TALKS and entry.fields["status"] in DONE:
            for person in entry.fields["participants"]:
                nodes.setdefault(_name_person(person), _describe_person(person))
            for code in entry.fields["parties"]:
                nodes.setdefault(code, _describe_party(code))
            for one, other, kind in _list_pairs(entry.fields):
                ties.setdefault((one, other, kind), Tie(kind)).add(entry)
    edges = tuple((one, other, tie.describe()) for (one, other, _), tie in sorted(ties.items()))
    known = {end for one, other, _ in edges for end in (one, other)} | set(nodes)
    return Graph({ident: nodes.get(ident, _describe_party(ident)) for ident in sorted(known)}, edges)


def _list_pairs(fields: Fields) -> Iterator[tuple[str, str, str]]:
    """Yield each pair of nodes that the engagement joins, in order, with the kind of the tie."""
    people = sorted((_name_person(p), p["side"], p["represents"]) for p in fields["participants"])
    for (one, side, _), (other, other_side, _) in itertools.combinations(people, 2):
        if side != other_side and one != other:
            yield one, other, "met"
    for one, other in itertools.combinations(sorted(fields["parties"]), 2):
        sides = [
            {p["side"] for p in fields["participants"] if p["represents"] == code} for code in (one, other)
        ]
        if sides[0] != sides[1] or not all(sides):
            yield one, other, "met"
    yield from dict.fromkeys((name, code, "represents") for name, _, code in people if code)


def _name_person(person: Fields) -> str:
    return f"person:{drop_controls(identify_person(person))}"


def _describe_person(person: Fields) -> dict[str, Value]:
    values = (drop_controls(person["name"]), "person", person["represents"] or "", person["office"] or "")
    return dict(zip(NODE_FIELDS, values, strict=True))


def _describe_party(code: str) -> dict[str, Value]:
    return dict(zip(NODE_FIELDS, (code, "party", code, ""), strict=True))
