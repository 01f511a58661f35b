"""One entry: each field with the words that say it, who tells it, where they differ, its history, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from elshi.model.entry import FIELDS, Entry, Link, Quote, Reason
from elshi.model.fate import Fate
from elshi.model.report import Language, Report
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.copied import Copied
from elshi.web.errors import Missing
from elshi.web.pages.find import explain_entry, find_account, find_entry


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry: the value that leads, the words behind it, the rules, a date's reason.

    `steps` are the stages of reading that filled it.
    """

    name: str
    value: Any
    quotes: tuple[Quote, ...]
    rules: tuple[str, ...]
    steps: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry with all that is known about it.

    `languages` are those of the reports by id, `parent` is the engagement it is part of, `parts` are those of
    its own reports that are part of it. `fate` is what became of a commitment, `told` how many reports tell
    of the entry: of very many the first and the last are here. `also_in` is where they were copied to.
    """

    entry: Entry
    fields: tuple[Field, ...]
    reports: tuple[Report, ...]
    languages: Mapping[str, Language]
    links: tuple[Link, ...]
    parent: Entry | None
    parts: tuple[Entry, ...]
    fate: Fate | None
    told: int
    also_in: tuple[Copied, ...]

    @property
    def titles(self) -> Mapping[str, str]:
        """Return what each report is called, by its id."""
        return {report.id: report.title or report.source for report in self.reports}


def show_entry(view: View, asked: Asked) -> EntryPage:
    """Return the entry that the address names. Raises Missing where there is none."""
    explanation, told = explain_entry(view, asked.ident)
    entry = explanation.entry
    reports = view.list_reports(entry.reports)
    fields = tuple(_list_fields(entry, explanation.reasons))
    languages = {report.id: report.language for report in reports}
    fate = view.fate(entry.id, asked.today) if entry.kind == "commitment" else None
    parent, parts = _find_parent(view, entry), tuple(_list_parts(view, entry))
    also_in = asked.also_in.list(entry.reports)
    return EntryPage(entry, fields, reports, languages, explanation.links, parent, parts, fate, told, also_in)


def _find_parent(view: View, entry: Entry) -> Entry | None:
    parent = entry.fields.get("part_of")
    try:
        return find_entry(view, parent) if parent else None
    except Missing:  # a person rejected it
        return None


def _list_parts(view: View, entry: Entry) -> Iterator[Entry]:
    """Yield the engagements that the same reports, or people, tell as part of this one."""
    if entry.kind == "engagement":
        reports = dict.fromkeys((*entry.reports, *_list_placed(view, entry.id)))
        told = (other for report in reports for other in find_account(view, report).entries)
        parts = {other.id: other for other in told if other.fields.get("part_of") == entry.id}
        yield from parts.values()


def _list_placed(view: View, ident: str) -> Iterator[str]:
    """Yield the reports of engagements that people said are part of the one of this id."""
    for judgement in view.judgements():
        if judgement.field == "part_of" and judgement.value == ident and judgement.withdrawn_at is None:
            yield from (anchor.report_id for anchor in judgement.anchors)


def _list_fields(entry: Entry, reasons: Iterable[Reason]) -> Iterator[Field]:
    said = list(reasons)
    for name in FIELDS[entry.kind]:
        ours = [reason for reason in said if reason.field == name]
        yield Field(
            name,
            entry.fields.get(name),
            tuple({(q.report_id, q.evidence): q for r in ours for q in r.quotes}.values()),
            tuple(dict.fromkeys(r.rule for r in ours)),
            tuple(dict.fromkeys(r.step for r in ours)),
            tuple(dict.fromkeys(r.reason for r in ours if r.reason)),
        )
