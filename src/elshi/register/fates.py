"""What became of each commitment: computed from the register as of a time and a day, and stored nowhere."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from elshi.lexicon.places import is_country
from elshi.model.entry import Dossier, Quote, StoredFrame
from elshi.model.fate import JUDGED_FATES, Fate, FateState, Pledge, Showing
from elshi.model.query import Query
from elshi.model.when import read_bounds
from elshi.record.base import Store
from elshi.record.lead import read_field
from elshi.record.quotes import quote_statements
from elshi.register.promises import read_act, read_promise
from elshi.resolve.fulfilment import RELATED, SHOWN, rank_acts
from elshi.resolve.profile import read_days
from elshi.resolve.promise import Act, Promise

_DONE = frozenset({"held", "ongoing"})
_MOST = 3  # engagements that may fulfil a promise and are shown
_PAIR = 2


def tell_fate(store: Store, dossier: Dossier, at: str, on: dt.date) -> Fate:
    """Return what became of the commitment of `dossier` by the day `on`, as known at the time `at`."""
    promise = read_promise(store, dossier, at)
    base = _date_fate(dossier, promise, on)
    judged = _find_judged(dossier)
    if judged:
        return _tell_judged(store, dossier, base, *judged, at)
    ranked = rank_acts(promise, _find_acts(store, promise, at, on))
    done = [pair for pair in ranked if pair[1].status in _DONE]
    off = [pair for pair in ranked if pair[1].status not in _DONE]
    for pairs in (done, off):
        for showing, act in pairs[:1]:
            if showing.score >= SHOWN:
                return _tell_shown(store, base, showing, act, at)
    return replace(base, perhaps=tuple(showing for showing, _ in done[:_MOST]))


def _tell_shown(store: Store, base: Fate, showing: Showing, act: Act, at: str) -> Fate:
    """Return the fate that an engagement shows: fulfilled where it was held, withdrawn where called off."""
    reasons = "; ".join(sign.reason for sign in showing.signs if sign.value > 0)
    done = act.status in _DONE
    return replace(
        base,
        state="fulfilled" if done else "withdrawn",
        reason=reasons if done else f"called off: {reasons}",
        engagement=showing.engagement,
        score=showing.score,
        signs=showing.signs,
        quotes=_quote_stage(store, act, at),
    )


def _date_fate(dossier: Dossier, promise: Promise, on: dt.date) -> Fate:
    """Return the fate that follows from the day alone."""
    due = dossier.entry.fields["due"]
    state, reason = _tell_day(promise, due, on, dossier.entry.fields["due_reason"])
    if not promise.types or not promise.parties:
        lacking = "no act of contact" if promise.parties else "nobody who is bound"
        reason = f"{reason}; its words name {lacking}, so that no engagement can show it done"
    return Fate(dossier.entry.id, on, state, due, reason)


def _tell_day(promise: Promise, due: str | None, on: dt.date, why: str | None) -> tuple[FateState, str]:
    if promise.due is None:
        return "open", f"when it is due is not known: {why or 'the reports do not say'}"
    first, last = promise.due
    if last is None:
        return "open", f"due from {first} on, without a last day"
    if last < on:
        return "overdue", f"the last day on which it was due, {last}, is {(on - last).days} days past"
    begin = first or _begin_due(due, last)
    if begin <= on:
        return "due", f"due until {last}"
    return "open", f"due {begin}" if begin == last else f"due from {begin} until {last}"


def _begin_due(due: str | None, last: dt.date) -> dt.date:
    """Return the first day of the day, month or year by which it is due: 1 June of '../2026-06'."""
    return read_bounds((due or "").rpartition("/")[2])[0] or last


def _find_acts(store: Store, promise: Promise, at: str, on: dt.date) -> list[Act]:
    """Return the engagements until the day `on` that may be what was promised."""
    ids = dict.fromkeys(ident for query in _list_queries(promise, on) for ident in store.find_ids(query, at))
    ids |= dict.fromkeys(sorted(promise.plans))
    dossiers = list(store.read_dossiers(list(ids), at))
    wanted = dict.fromkeys(report for d in dossiers for report in d.entry.reports)
    reports = {f.report.id: f.report for f in store.read_filings(list(wanted), at)}
    acts = [read_act(d, reports) for d in dossiers]
    return [
        act
        for act in acts
        if act.status in {*_DONE, "cancelled"}
        and not (act.reports & promise.reports and act.id not in promise.plans)
        and (act.days is None or act.days.first <= on)
    ]


def _list_queries(promise: Promise, on: dt.date) -> Iterator[Query]:
    """Yield the questions that all acts answer which may be what was promised; none where nobody is bound."""
    wanted = sorted(promise.parties | promise.countries if len(promise.parties) < _PAIR else promise.parties)
    identified = promise.ordinal or promise.series or "conference" in promise.types
    if len(wanted) < _PAIR and not identified:
        return
    pairs = (
        itertools.combinations(wanted[: _PAIR + 1], 2)
        if len(wanted) >= _PAIR
        else [(w, None) for w in wanted]
    )
    since = promise.told or (promise.due[0] if promise.due else None)
    if since and since > on:
        return
    for one, other in pairs:
        for kind in sorted(_widen(promise.types)):
            asked = Query(kind="engagement", type=kind, body=one, since=since, until=on)
            yield replace(asked, country=other) if other and is_country(other) else asked


def _widen(types: Iterable[str]) -> frozenset[str]:
    return frozenset(types).union(*(pair for pair in RELATED if pair & frozenset(types)))


def _find_judged(dossier: Dossier) -> tuple[StoredFrame, str] | None:
    """Return the last correction by which a person said what became of it, and what."""
    said = [(f, read_field(f, "fate")) for f in dossier.frames if f.corrects]
    return next(((f, fate) for f, fate in reversed(said) if fate in JUDGED_FATES), None)


def _tell_judged(  # noqa: PLR0913, PLR0917 - what was judged of what, and as known when
    store: Store, dossier: Dossier, base: Fate, frame: StoredFrame, fate: str, at: str
) -> Fate:
    """Return the fate that a person gave: what they quote was not known before its report was published."""
    judged = store.read_judgements(at, dossier.entry.reports)
    by = next((j.by for j in judged if j.id == frame.judgement), "")
    said = replace(base, judged=frame.judgement, by=by, reason=f"judged {fate} by {by}")
    if fate == "unfulfilled":
        return replace(said, reason=f"{said.reason}; {base.reason}")
    (filing,) = store.read_filings([frame.report_id])
    told = read_days(filing.report.published)
    if told and told.first > base.on:
        return base
    shown = list(_find_told(store, frame, at)) if fate == "fulfilled" else []
    return replace(
        said,
        state="fulfilled" if fate == "fulfilled" else "withdrawn",
        engagement=next(iter(shown), None),
        quotes=quote_statements(frame.statements, {filing.report.id: filing.report}),
    )


def _find_told(store: Store, frame: StoredFrame, at: str) -> Iterator[str]:
    """Yield the engagements of which the words tell that a person quoted."""
    spans = [e.span for s in frame.statements for e in s.evidence]
    dossiers = store.read_dossiers(store.list_entries_of(frame.report_id, at), at)
    for dossier in dossiers:
        said = [e.span for s in dossier.statements if s.report_id == frame.report_id for e in s.evidence]
        if dossier.entry.kind == "engagement" and any(a.overlaps(b) for a in said for b in spans):
            yield dossier.entry.id


def _quote_stage(store: Store, act: Act, at: str) -> tuple[Quote, ...]:
    """Return the words of the reports that tell of the stage to which the engagement has come."""
    (dossier,) = store.read_dossiers([act.id], at)
    said = [s for s in dossier.statements if s.field == "status" and json.loads(s.value) == act.status]
    reports = {f.report.id: f.report for f in store.read_filings([s.report_id for s in said])}
    return quote_statements(said, reports)


def list_pledges(  # noqa: PLR0913, PLR0917 - what is asked, as of when and on which day
    store: Store, query: Query, at: str, on: dt.date, states: Sequence[FateState], who: str | None
) -> Iterator[Pledge]:
    """Yield the commitments that `query` asks for and that are in one of `states` on the day `on`.

    With `who`: those told in a report that names somebody so.
    """
    if frozenset(states) == {"overdue"}:
        query = replace(query, due_before=min(query.due_before or on, on))
    ids = store.find_ids(replace(query, kind="commitment", oldest_first=True, limit=None, offset=0), at)
    naming = _find_reports(store, who, at) if who else None
    for dossier in store.read_dossiers(ids, at):
        if naming is None or not naming.isdisjoint(dossier.entry.reports):
            fate = tell_fate(store, dossier, at, on)
            if fate.state in states:
                yield Pledge(dossier.entry, fate)


def _find_reports(store: Store, who: str, at: str) -> frozenset[str]:
    """Return the reports of the entries in which somebody is named so."""
    members = store.read_members(store.find_ids(Query(who=who), at), at)
    named = store.read_traits([frame for frame, _ in members])
    return frozenset(next(one.values for one in named if one.trait == "report"))
