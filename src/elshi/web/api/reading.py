"""Calls that read: entries, reports, people, offices, what is promised, what people judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from elshi.desk.versions import write_version
from elshi.errors import UsageError
from elshi.model.entry import Account, Json, describe_entry
from elshi.model.judgement import Candidate
from elshi.model.judging import describe_judgement
from elshi.model.proposal import describe_proposal
from elshi.model.query import Query
from elshi.model.record import describe_report
from elshi.model.when import read_bounds
from elshi.web.api.asking import Asking, Told
from elshi.web.pages.find import find_account, find_entry

LIMIT, MOST = 50, 500  # entries in one answer, unless fewer are asked for, and at most
_WORDS = ("words", "who", "office", "country", "body", "type", "status", "topic", "language")


def find_entries(asking: Asking) -> Told:
    """Return the entries that meet every filter, and how many there are in all."""
    query = read_query(asking.given)
    total = asking.view.count(query)
    entries = list(asking.view.find(query))
    copied = asking.also_in.list_by_entry(entries)
    return Told({
        "total": total,
        "entries": [describe_entry(e) | {"also_in": list(copied.get(e.id, ()))} for e in entries],
    })  # fmt: skip


def search(asking: Asking) -> Told:
    """Return the entries that answer a question, the best first; meanings are not compared."""
    hits = asking.view.search(asking.given.get("q", ""), _read_number(asking.given, "limit", LIMIT, MOST))
    return Told([
        {
            "score": hit.score,
            "matches": [{"asked": m.asked, "form": m.form, "found": m.found} for m in hit.matches],
            **describe_entry(hit.entry),
        }
        for hit in hits
    ])  # fmt: skip


def show_entry(asking: Asking) -> Told:
    """Return one entry; its version is in the header ETag, to be sent back in If-Match."""
    entry = find_entry(asking.view, asking.ident)
    also_in = list(asking.also_in.list(entry.reports))
    return Told(describe_entry(entry) | {"also_in": also_in}, version=write_version(entry))


def show_evidence(asking: Asking) -> Told:
    """Return every quote behind an entry, with its sentence."""
    entry = find_entry(asking.view, asking.ident)
    return Told([
        {
            "report": quote.report_id,
            "source": quote.source,
            "start": quote.evidence.span.start,
            "end": quote.evidence.span.stop,
            "quote": quote.evidence.quote,
            "sentence": quote.sentence,
        }
        for quote in asking.view.evidence(entry.id)
    ])  # fmt: skip


def show_report(asking: Asking) -> Told:
    """Return one report with its text and its entries."""
    account: Account = find_account(asking.view, asking.ident)
    entries = [describe_entry(entry) for entry in account.entries]
    also_in = list(asking.also_in.list((account.report.id,)))
    return Told({"report": describe_report(account.report), "entries": entries, "also_in": also_in})


def list_people(asking: Asking) -> Told:
    """Return people with their spellings and offices, those in most engagements first."""
    return Told([asdict(person) for person in asking.view.people()])


def list_tenures(asking: Asking) -> Told:
    """Return who holds which office; with `on` as of that day."""
    return Told([asdict(service) for service in asking.view.tenures(_read_day(asking.given, "on", 0))])


def list_problems(asking: Asking) -> Told:
    """Return what could not be read."""
    return Told([asdict(problem) for problem in asking.view.problems()])


def list_candidates(asking: Asking) -> Told:
    """Return pairs of entries that may be one, those most likely one first."""
    found = asking.view.candidates(_read_number(asking.given, "limit", LIMIT, MOST))
    return Told([_describe_candidate(pair) for pair in found])


def list_judgements(asking: Asking) -> Told:
    """Return what people judged, withdrawn judgements too."""
    return Told([{"id": j.id, **describe_judgement(j)} for j in asking.view.judgements()])


def list_proposals(asking: Asking) -> Told:
    """Return what was proposed, decided or not."""
    return Told([describe_proposal(proposal) for proposal in asking.desk.proposals.list()])


def read_query(given: Mapping[str, str]) -> Query:
    """Return what the parameters of an address ask. Raises UsageError where one makes no sense."""
    words: dict[str, Any] = {name: given[name] for name in _WORDS if given.get(name)}
    for code in ("country", "body"):
        if code in words:
            words[code] = words[code].upper()
    return Query(
        kind=given.get("kind") or None,  # type: ignore[arg-type] # Query refuses what is none
        since=_read_day(given, "since", 0),
        until=_read_day(given, "until", 1),
        due_before=_read_day(given, "due_before", 0),
        on=_read_day(given, "on", 0),
        limit=_read_number(given, "limit", LIMIT, MOST),
        offset=_read_number(given, "offset", 0, 10**9),
        oldest_first=given.get("order") == "oldest",
        **words,
    )


def _read_number(given: Mapping[str, str], name: str, usual: int, most: int) -> int:
    text = given.get(name, str(usual))
    if text.isascii() and text.isdecimal() and int(text) <= most:
        return int(text)
    message = f"{name} is {text!r}; give a whole number of at most {most}"
    raise UsageError(message)


def _read_day(given: Mapping[str, str], name: str, side: int) -> dt.date | None:
    text = given.get(name)
    try:
        return read_bounds(text)[side] if text else None
    except ValueError as error:
        message = f"{name} is {text!r}; write it as 2026-03-12, 2026-03 or 2026"
        raise UsageError(message) from error


def _describe_candidate(pair: Candidate) -> Json:
    frames = [list(key) for key in pair.frames]
    return {"one": pair.one, "other": pair.other, "score": pair.score, "reasons": list(pair.reasons),
            "frames": frames}  # fmt: skip
