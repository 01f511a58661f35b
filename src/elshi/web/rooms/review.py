"""The queue of what people should look at: pairs that may be one, what is uncertain, what is disputed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from elshi.desk.versions import find_entry, write_version
from elshi.errors import UsageError
from elshi.model.entry import FIELDS, TELLING, Entry, Quote
from elshi.model.judgement import Candidate, Effect
from elshi.model.proposal import Proposal
from elshi.model.report import Language
from elshi.register import Register
from elshi.web.pages.find import find_account
from elshi.web.rooms.room import Seat

Queue = Literal["pairs", "doubtful", "proposals"]
QUEUES: tuple[Queue, ...] = ("pairs", "doubtful", "proposals")
UNSURE = 0.5  # the confidence below which an entry is put before people
_LOOKED_AT = 300  # of the newest engagements, for what is doubtful among them
_ROWS = 25


@dataclass(frozen=True, slots=True)
class Side:
    """An entry with its version, the words behind it, and the titles and languages of its reports."""

    entry: Entry
    version: str
    quotes: tuple[Quote, ...]
    titles: Mapping[str, str]
    languages: Mapping[str, Language]

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the fields that have a value and help to tell one entry from another."""
        return tuple(name for name in TELLING[self.entry.kind] if self.entry.fields.get(name))


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An entry that one should look at, and why: 'uncertain', or the fields on which reports differ."""

    side: Side
    uncertain: bool
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal that waits, with the entry it is about (None where that is gone).

    `language` is that of the report whose words it quotes, None where it quotes none.
    """

    proposal: Proposal
    entry: Entry | None
    language: Language | None


@dataclass(frozen=True, slots=True)
class Score:
    """What the machine thought of the pair that was judged last; shown only after that."""

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One thing of a queue to be judged, or (`listed`) the next of them in a list to be judged together.

    `waiting` is how many wait in the queue, `place` the number of the one shown, from 1; `item` its id,
    `after` that of the one before it. `effects` are those of judging a pair the same.
    """

    queue: Queue
    waiting: int
    place: int
    item: str
    pair: tuple[Side, Side] | None = None
    doubtful: Doubtful | None = None
    proposed: Proposed | None = None
    listed: tuple[Doubtful, ...] = ()
    effects: tuple[Effect, ...] = ()
    last: Score | None = None
    after: str = ""


def show_review(seat: Seat) -> ReviewPage:
    """Return the first thing of the queue that the address names, after the one that was skipped last."""
    queue = seat.given.get("queue", "")
    after = seat.given.get("after", "")
    shown = _SHOW.get(queue, _show_pairs)(seat, after)
    return replace(shown, after=after)


def name_pair(pair: Candidate) -> str:
    """Return the id by which a pair is judged and skipped."""
    return f"{pair.one}..{pair.other}"


def _show_pairs(seat: Seat, after: str) -> ReviewPage:
    waiting = seat.register.candidates()
    number = _find_next([name_pair(pair) for pair in waiting], after)
    last = _find_score(seat)
    if number is None:
        return ReviewPage("pairs", len(waiting), 0, "", last=last)
    pair = waiting[number]
    sides = _read_side(seat.register, pair.one), _read_side(seat.register, pair.other)
    effects = _preview(seat.register, pair)
    return ReviewPage(
        "pairs", len(waiting), number + 1, name_pair(pair), pair=sides, effects=effects, last=last
    )


def _preview(register: Register, pair: Candidate) -> tuple[Effect, ...]:
    try:
        return register.preview_comparison("same", pair.one, pair.other)
    except UsageError as error:  # such as a 'same' that another judgement forbids
        return (Effect(pair.one, error.message),)


def _show_doubtful(seat: Seat, after: str) -> ReviewPage:
    waiting = list(list_doubtful(seat.register))
    number = _find_next([entry.id for entry in waiting], after)
    if number is None:
        return ReviewPage("doubtful", len(waiting), 0, "")
    rows = waiting[number : number + (_ROWS if seat.given.get("list") else 1)]
    shown = tuple(_read_doubt(seat.register, entry) for entry in rows)
    if seat.given.get("list"):
        return ReviewPage("doubtful", len(waiting), number + 1, rows[-1].id, listed=shown)
    return ReviewPage("doubtful", len(waiting), number + 1, rows[0].id, doubtful=shown[0])


def _show_proposals(seat: Seat, after: str) -> ReviewPage:
    waiting = seat.desk.proposals.list(waiting=True)
    number = _find_next([proposal.id for proposal in waiting], after)
    if number is None:
        return ReviewPage("proposals", len(waiting), 0, "")
    proposal = waiting[number]
    entry = find_entry(seat.register, proposal.act.one)
    return ReviewPage(
        "proposals",
        len(waiting),
        number + 1,
        proposal.id,
        proposed=Proposed(proposal, entry, _find_language(seat.register, proposal.act.report)),
    )


def _find_language(register: Register, report: str | None) -> Language | None:
    return find_account(register, report).report.language if report else None


def list_doubtful(register: Register) -> Iterator[Entry]:
    """Yield those of the newest engagements that are uncertain, or disputed where nobody has judged yet."""
    for dossier in itertools.islice(register.read_dossiers("engagement"), _LOOKED_AT):
        judged = {s.field for frame in dossier.frames if frame.corrects for s in frame.statements}
        if is_uncertain(dossier.entry) or set(list_disputed(dossier.entry)) - judged:
            yield dossier.entry


def list_disputed(entry: Entry) -> tuple[str, ...]:
    """Return the fields of the entry itself on which reports differ."""
    return tuple(field for field in entry.disagreements if field in FIELDS[entry.kind])


def is_uncertain(entry: Entry) -> bool:
    """Tell whether no report tells the entry with a confidence worth the name."""
    confidence = entry.fields.get("confidence")
    return confidence is not None and confidence < UNSURE


def _read_doubt(register: Register, entry: Entry) -> Doubtful:
    return Doubtful(_read_side(register, entry.id), is_uncertain(entry), list_disputed(entry))


def _read_side(register: Register, ident: str) -> Side:
    entry = register.show(ident)
    if not isinstance(entry, Entry):
        raise TypeError(ident)
    reports = [find_account(register, report).report for report in entry.reports]
    return Side(
        entry,
        write_version(entry),
        _merge(register.evidence(ident)),
        {report.id: report.title or report.source for report in reports},
        {report.id: report.language for report in reports},
    )


def _merge(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return one quote for each sentence that is quoted, the longest of it."""
    longest: dict[tuple[str, int], Quote] = {}
    for quote in sorted(quotes, key=lambda q: -len(q.evidence.quote)):
        longest.setdefault((quote.report_id, quote.context.start), quote)
    return tuple(sorted(longest.values(), key=lambda q: (q.report_id, q.context.start)))


def _find_next(waiting: Sequence[str], after: str) -> int | None:
    """Return the place behind `after`, the first one where that waits no longer; None at the end."""
    place = waiting.index(after) + 1 if after in waiting else 0
    return place if place < len(waiting) else None


def _find_score(seat: Seat) -> Score | None:
    """Return what the machine thought of the pair that was judged with the action in the address."""
    batch = seat.desk.batches.find(seat.given.get("done", ""))
    judged = batch.judgements[:1] if batch else ()
    judgement = next((j for j in seat.register.judgements() if j.id in judged), None)
    if judgement is None or judgement.verdict not in {"same", "different", "unsure"}:
        return None
    reports = [tuple(a.report_id for a in judgement.list_anchors(side)) for side in (0, 1)]
    for pair in seat.register.as_of(judgement.at).candidates():
        told = {pair.frames[0][0], pair.frames[1][0]}
        if all(told & set(side) for side in reports):
            return Score(pair.score, pair.reasons)
    return None


_SHOW = {"pairs": _show_pairs, "doubtful": _show_doubtful, "proposals": _show_proposals}
