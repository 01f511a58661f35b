"""What a commitment promises and what an engagement was, read from their entries and words."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elshi.lexicon.engagements import find_triggers
from elshi.lexicon.gazetteer import find_names, is_country
from elshi.mentions.dates.ordinals import find_ordinals
from elshi.model.entry import Dossier, Json, StoredFrame
from elshi.model.markup import Sentence
from elshi.model.report import LANGUAGES, Language, Paragraph, Report
from elshi.model.span import Span
from elshi.model.when import read_bounds
from elshi.record.base import Store
from elshi.resolve.profile import Days, read_days
from elshi.resolve.promise import Act, Promise
from elshi.text.segment import split_sentences

_NEAR = 30  # characters between a number and what it numbers
_AHEAD = frozenset({"planned", "proposed"})
_WHERE = frozenset({"country", "nationality", "place"})
_NO_ACT = frozenset({"other", "briefing"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What words name: kinds of engagement, their number, cities ('City|CC'), countries, series."""

    types: frozenset[str]
    ordinal: int | None
    cities: frozenset[str]
    countries: frozenset[str]
    series: frozenset[str]


def load_words() -> None:
    """Load the words by which promises are read: otherwise the first one that is read waits for them."""
    _read_words([("-", language) for language in LANGUAGES])


def read_promise(store: Store, dossier: Dossier, at: str) -> Promise:
    """Return what the commitment of `dossier` promises, as known at the time `at`."""
    frames = [frame for frame in dossier.frames if not frame.corrects]
    reports = {f.report.id: f.report for f in store.read_filings(dossier.entry.reports)}
    plans = [plan for frame in frames for plan in _find_plans(store, frame, at)]
    fields = dossier.entry.fields
    said = _read_words([(f"{fields['what'] or ''}", reports[frames[0].report_id].language)])
    quoted = _read_words(_list_quotes(frames, reports))
    told = [days.first for r in reports.values() if (days := read_days(r.published))]
    planned = [plan for plan, _ in plans]
    place = next((p for plan in planned if (p := plan.get("place"))), _read_place(said))
    return Promise(
        types=frozenset(plan["type"] for plan in planned if "type" in plan) or said.types or quoted.types,
        ordinal=next((n for plan in planned if (n := _read_number(plan))), said.ordinal or quoted.ordinal),
        parties=frozenset(filter(None, fields["by"])).union(*(plan["parties"] for plan in planned)),
        countries=said.countries or quoted.countries,
        city=place.get("city"),
        country=place.get("country"),
        series=said.series or quoted.series,
        words=" ".join([str(fields["what"] or ""), *(_read_event(plan) or "" for plan in planned)]),
        due=_read_due(fields["due"]),
        told=min(told, default=None),
        plans=frozenset(entry for _, entry in plans),
        reports=frozenset(dossier.entry.reports),
    )


def read_act(dossier: Dossier, reports: dict[str, Report]) -> Act:
    """Return the engagement of `dossier` as it is compared; `reports` has at least those it rests on."""
    fields, place = dossier.entry.fields, dossier.entry.fields["place"] or {}
    told = [days for r in dossier.entry.reports if (days := read_days(reports[r].published))]
    first = min(told, key=lambda days: days.first, default=None)
    event = _read_event(fields)
    language = reports[dossier.entry.reports[0]].language
    return Act(
        id=dossier.entry.id,
        type=fields["type"] or "other",
        status=fields["status"] or "",
        ordinal=_read_number(fields),
        event=event,
        parties=frozenset(filter(None, fields["parties"])),
        city=place.get("city"),
        country=place.get("country"),
        series=_read_words([(event, language)]).series if event else frozenset(),
        days=read_days(fields["date"]) or (Days(first.first, first.last, rough=True) if first else None),
        reports=frozenset(dossier.entry.reports),
    )


def _read_place(said: _Said) -> Json:
    """Return the place that words name, where it is only one: 'в Астане'."""
    if len(said.cities) != 1:
        return {}
    city, _, country = min(said.cities).partition("|")
    return {"city": city, "country": country}


def _find_plans(store: Store, frame: StoredFrame, at: str) -> Iterator[tuple[Json, str]]:
    """Yield what the report plans in the words of the commitment, each with the entry in which it stands."""
    spans = [e.span for s in frame.statements for e in s.evidence]
    for other, entry in store.read_staged(frame.report_id, _AHEAD, at):
        if any(_overlaps(other, span) for span in spans):
            yield _gather(other), entry


def _overlaps(frame: StoredFrame, span: Span) -> bool:
    said = (e.span for s in frame.statements if s.field != "participants" for e in s.evidence)
    return any(span.overlaps(other) for other in said)


def _gather(frame: StoredFrame) -> Json:
    fields: Json = {"parties": []}
    for s in frame.statements:
        if s.field == "parties":
            fields["parties"].append(json.loads(s.value))
        else:
            fields[s.field] = json.loads(s.value)
    return fields


def _list_quotes(frames: Sequence[StoredFrame], reports: dict[str, Report]) -> Iterator[tuple[str, Language]]:
    for frame in frames:
        said = dict.fromkeys(e.quote for s in frame.statements for e in s.evidence)
        yield from ((words, reports[frame.report_id].language) for words in said)


def _read_words(said: Iterable[tuple[str, Language]]) -> _Said:
    told = [_read_quote(words, language) for words, language in said]
    return _Said(
        frozenset[str]().union(*(one.types for one in told)),
        next((one.ordinal for one in told if one.ordinal is not None), None),
        frozenset[str]().union(*(one.cities for one in told)),
        frozenset[str]().union(*(one.countries for one in told)),
        frozenset[str]().union(*(one.series for one in told)),
    )


@functools.lru_cache(maxsize=4096)
def _read_quote(words: str, language: Language) -> _Said:
    """Return what one quote names; words never change, and those of a promise are asked about often."""
    sentences = split_sentences(words, (Paragraph(Span(0, len(words)), language),))
    names = [mention for sentence in sentences for mention in find_names(sentence)]
    types = {found.value.type for sentence in sentences for found in find_triggers(sentence)}
    numbers = [number for sentence in sentences for number in _find_numbers(sentence)]
    # The value of a place is 'City|CC', that of a country its code.
    told = {(m.value or "").rpartition("|")[2] for m in names if m.label in _WHERE}
    return _Said(
        frozenset(types - _NO_ACT),
        numbers[0] if numbers else None,
        frozenset(m.value for m in names if m.label == "place" and m.value),
        frozenset(code for code in told if is_country(code)),
        frozenset(m.value for m in names if m.label == "event" and m.value),
    )


def _find_numbers(sentence: Sentence) -> Iterator[int]:
    """Yield the ordinal numbers that stand right before what tells of an engagement, or within it."""
    triggers = find_triggers(sentence)
    for number in find_ordinals(sentence):
        if any(number.span.start < t.span.stop and t.span.start - number.span.stop < _NEAR for t in triggers):
            yield int(number.value or 0)


def _read_number(fields: Mapping[str, Any]) -> int | None:
    number: int | None = (fields.get("event") or {}).get("ordinal")
    return number


def _read_event(fields: Mapping[str, Any]) -> str | None:
    name: str | None = (fields.get("event") or {}).get("name")
    return name


def _read_due(due: str | None) -> tuple[dt.date | None, dt.date | None] | None:
    """Return the first and the last day on which it is due; None where neither is known."""
    try:
        first, last = read_bounds(due) if due else (None, None)
    except ValueError:  # `check` lists it; it is no day
        return None
    return (first, last) if first or last else None
