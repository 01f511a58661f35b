"""What was promised and is open or overdue, and what was planned and is not known to have taken place."""

from __future__ import annotations

from elshi.briefs.bench import Bench, take
from elshi.briefs.contacts import find_plans, is_over, write_contact
from elshi.briefs.model import Paragraph, Section
from elshi.briefs.said import find_said
from elshi.briefs.terms import Several
from elshi.model.entry import Entry
from elshi.model.fate import UNDONE, Fate, FateState

MOST_PROMISES = 20
_ORDER: tuple[FateState, ...] = ("overdue", "due", "open", "fulfilled", "withdrawn")


def write_promises(bench: Bench) -> Section:
    """Return the section: commitments, the overdue ones first, then plans whose day has passed."""
    commitments, more = take(find_said(bench, "commitment"), MOST_PROMISES)
    ordered = sorted(commitments, key=lambda entry: _rank(bench, entry))
    paragraphs = [_write_promise(bench, entry) for entry in ordered]
    lapsed = (entry for entry in find_plans(bench) if is_over(bench, entry.fields["date"]))
    plans, others = take(lapsed, MOST_PROMISES)
    paragraphs += [write_contact(bench, entry) for entry in plans]
    return bench.section("open", paragraphs, more=more or others)


def name_promisers(bench: Bench, codes: list[str] | None) -> Several | None:
    """Return who promised, None where nobody knows."""
    parties = tuple(bench.names.name_party(code) for code in codes or ())
    return Several(parties, bench.phrases) if parties else None


def _rank(bench: Bench, entry: Entry) -> tuple[int, bool, str]:
    due, state = entry.fields["due"], bench.tell_fate(entry).state
    return _ORDER.index(state), due is None, (due or "").lstrip("./")


def _write_promise(bench: Bench, entry: Entry) -> Paragraph:
    why, fields, fate = bench.explain(entry), entry.fields, bench.tell_fate(entry)
    words, cited = bench.quote(why, "what", "surface")
    notes = {*(cited or bench.notes.cite(why, "what")), *bench.notes.cite_quotes(fate.quotes)}
    promisers = name_promisers(bench, fields["by"])
    sentence = bench.say(
        tuple(sorted(notes)),
        "commitment",
        _choose_key(fate),
        entry=entry.id,
        by=promisers or bench.phrases.word("by_unknown"),
        words=words,
        due=bench.date(fate.due) if fate.due else None,
        judge=fate.by,
    )
    return (sentence,)


def _choose_key(fate: Fate) -> str:
    if fate.state in UNDONE:
        return "undated" if fate.due is None else "overdue" if fate.state == "overdue" else "due"
    key = "done" if fate.state == "fulfilled" else "withdrawn"
    return f"{key}_judged" if fate.judged else key
