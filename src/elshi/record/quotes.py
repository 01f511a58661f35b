"""The words behind statements, in the sentences they stand in."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Mapping

from elshi.model.entry import Dossier, Explanation, FrameKey, Quote, Reason, Statement
from elshi.model.ground import name_step
from elshi.model.report import Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.text.segment import find_sentences

# A field that says why another has its value, even why it has none.
_REASONS = {"date_reason": "date", "due_reason": "due"}


def quote_statements(statements: Iterable[Statement], reports: Mapping[str, Report]) -> tuple[Quote, ...]:
    """Return every quote once, by report and place in it, with the sentence around it."""
    said = {(s.report_id, evidence) for s in statements for evidence in s.evidence}
    return tuple(quote_evidence(reports[report_id], evidence) for report_id, evidence in sorted(said))


def quote_evidence(report: Report, evidence: Evidence) -> Quote:
    """Return one quote with the sentence, or the sentences, that it stands in."""
    around = [span for span in _find_near(report, evidence.span) if span.overlaps(evidence.span)]
    context = functools.reduce(Span.join, around, evidence.span)
    return Quote(report.id, report.source, evidence, context, context.quote(report.text))


def explain_entry(dossier: Dossier, reports: Mapping[str, Report]) -> Explanation:
    """Return the rule, the reason and the quotes of every statement of an entry, in their order.

    An unknown date has its reason too; its value is None.
    """
    return Explanation(dossier.entry, tuple(_list_reasons(dossier.statements, reports)), dossier.links)


def _list_reasons(statements: tuple[Statement, ...], reports: Mapping[str, Report]) -> Iterator[Reason]:
    why = {(_key(s), _REASONS[s.field]): json.loads(s.value) for s in statements if s.field in _REASONS}
    dated = {(_key(s), s.field) for s in statements}
    told: dict[tuple[str, tuple[Evidence, ...]], tuple[Quote, ...]] = {}  # many statements rest on one ground
    for s in statements:
        ground = s.report_id, s.evidence
        if ground not in told:
            told[ground] = tuple(quote_evidence(reports[s.report_id], evidence) for evidence in s.evidence)
        quotes = told[ground]
        reason = why.get((_key(s), s.field))
        if s.field not in _REASONS:
            yield Reason(s.field, json.loads(s.value), name_step(s.kind, s.field), s.rule, reason, quotes)
        elif (_key(s), _REASONS[s.field]) not in dated:
            step = name_step(s.kind, _REASONS[s.field])
            yield Reason(_REASONS[s.field], None, step, s.rule, json.loads(s.value), quotes)


def _key(statement: Statement) -> FrameKey:
    return statement.report_id, statement.frame_id


def _find_near(report: Report, span: Span) -> Iterator[Span]:
    """Yield the sentences of the paragraphs into which `span` reaches."""
    for paragraph in report.paragraphs:
        if paragraph.span.overlaps(span):
            yield from _find_sentences(report.text, paragraph, report.boilerplate)


@functools.lru_cache(maxsize=1024)
def _find_sentences(text: str, paragraph: Paragraph, boilerplate: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences of one paragraph: each of its quotes asks for them."""
    return tuple(find_sentences(text, paragraph, boilerplate))
