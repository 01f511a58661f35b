"""Evidence against the reports it quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from elshi.errors import IntegrityError, Message
from elshi.model.entry import Entry, Fault, Statement
from elshi.model.report import Report
from elshi.model.span import Evidence
from elshi.model.when import read_bounds
from elshi.record.standing import DATED_BY


def refuse_misquotes(statements: Iterable[Statement], read_text: Callable[[str], str | None]) -> None:
    """Raise IntegrityError at the first statement whose report is unknown or does not say what it quotes.

    `read_text` gives the text of the report with an id, None where there is no such report.
    """
    for statement in statements:
        text = read_text(statement.report_id)
        if text is None:
            message = Message(
                "%(ident)s: rests on the report %(report)s, which is not held; add it first",
                ident=statement.id,
                report=statement.report_id,
            )
            raise IntegrityError(message)
        for evidence in statement.evidence:
            if not evidence.holds(text):
                raise IntegrityError(describe_misquote(statement.report_id, evidence, text))


def find_misquotes(report: Report, quotes: Iterable[Evidence]) -> Iterator[Fault]:
    """Yield a fault for every one of `quotes` that the text of `report` does not say."""
    for evidence in quotes:
        if not evidence.holds(report.text):
            cause = describe_misquote(report.id, evidence, report.text)
            yield Fault(report.id, cause, "restore the register from a copy, or add the report to a new one")


def find_bad_dates(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Yield a fault for every date that is not EDTF as `read_bounds` takes it: no filter can find it."""
    for entry in entries:
        edtf = entry.fields.get(DATED_BY.get(entry.kind, ""))
        try:
            read_bounds(edtf or "../..")
        except ValueError as error:
            yield Fault(entry.id, str(error), "report the rule that made it; until then no date finds it")


def describe_misquote(report_id: str, evidence: Evidence, text: str) -> str:
    """Return in one line what was quoted and what the report says in that place."""
    span = evidence.span
    return Message(
        "%(report)s: quotes %(quote)r at %(start)s, where the text says %(said)r",
        report=report_id,
        quote=evidence.quote,
        start=span.start,
        said=span.quote(text),
    )
