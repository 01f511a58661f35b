"""The dates of a report, each resolved with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from elshi.mentions.dates.anchor import Anchor
from elshi.mentions.dates.arithmetic import join_ends, lower_end, upper_end
from elshi.mentions.dates.context import Context, Told
from elshi.mentions.dates.expressions import (
    Expression,
    Phrase,
    fold,
    join_expressions,
    read_expressions,
    tell_tense,
)
from elshi.mentions.dates.grammar import Grammar, Kind, load_grammar
from elshi.mentions.dates.meanings import read_meaning
from elshi.model.markup import DateMention, Sentence
from elshi.model.report import Report
from elshi.model.span import Span
from elshi.model.when import When, read_bounds

_MIDDLE_OF_MONTH = 15
_USUAL_TENSES = {"until": "future", "since": "past"}
_LONGEST_MEMORY = 9  # days told that 'the same day' may look back to


def find_dates(report: Report, sentences: Sequence[Sentence], anchor: Anchor) -> tuple[DateMention, ...]:
    """Return the dates that `sentences` of `report` tell, in text order, resolved against `anchor`.

    A date whose year or day cannot be known is there too, its `edtf` None and the reason in words.
    Datelines and boilerplate yield none.
    """
    return tuple(_find(report, sentences, anchor))


def _find(report: Report, sentences: Sequence[Sentence], anchor: Anchor) -> Iterator[DateMention]:
    context = Context(anchor)
    for sentence in sentences:
        grammar = load_grammar(sentence.language)
        expressions = read_expressions(report.text, sentence.span, grammar)
        kept = [found for found in expressions if not _is_outside(report, found.span)]
        for phrase in join_expressions(report.text, sentence.span, kept, grammar):
            here = replace(context, tense=_tense(report.text, sentence, phrase, grammar))
            mention = _resolve(report.text, phrase, here)
            context = _remember(context, mention)
            yield mention


def _is_outside(report: Report, span: Span) -> bool:
    holes = (*report.boilerplate, *(line.span for line in report.datelines))
    return any(span.overlaps(hole) for hole in holes)


def _tense(text: str, sentence: Sentence, phrase: Phrase, grammar: Grammar) -> str | None:
    if phrase.kind == "by":
        return "future"
    offset = sentence.span.start
    span = Span(phrase.span.start - offset, phrase.span.stop - offset)
    tense = tell_tense(fold(sentence.span.quote(text)), span, grammar)
    return tense or _USUAL_TENSES.get(phrase.kind)


def _resolve(text: str, phrase: Phrase, context: Context) -> DateMention:
    when = _join(phrase, context) if phrase.last else read_meaning(phrase.first, context)
    if when.edtf:
        when = replace(when, edtf=_bound(when.edtf, phrase))
    return DateMention(phrase.span, phrase.span.quote(text), when, _tell_kind(phrase, when, context))


def _tell_kind(phrase: Phrase, when: When, context: Context) -> Kind:
    """Return the phrase's kind; a deadline already past ends a stretch ('существовала до 1991 года')."""
    kind: Kind = "by" if phrase.first.means == "within" else phrase.kind
    last, today = read_bounds(when.edtf)[1] if when.edtf else None, context.anchor.today
    return "until" if kind == "by" and last and today and last < today else kind


def _bound(edtf: str, phrase: Phrase) -> str:
    """Return `edtf` as the end or beginning that the phrase's kind makes it."""
    if edtf.startswith("../") or phrase.kind == "at":
        return edtf
    if phrase.kind == "since":
        return f"{lower_end(edtf)}/.."
    part = phrase.first.values.get("part") or phrase.first.values.get("part2")
    if phrase.end or part == "late":
        return edtf
    if phrase.kind == "until":
        return f"../{upper_end(edtf)}"
    return f"../{_middle(edtf) if part == 'mid' else lower_end(edtf)}"


def _middle(edtf: str) -> str:
    """Return the fifteenth of a month, any other date as it is."""
    is_month = len(edtf) == len("2026-03")
    return f"{edtf}-{_MIDDLE_OF_MONTH}" if is_month else edtf


def _join(phrase: Phrase, context: Context) -> When:
    last = phrase.last or phrase.first
    stop = read_meaning(last, context)
    start = read_meaning(_share_year(phrase.first, stop), context)
    if start.edtf is None or stop.edtf is None:
        return start if start.edtf is None else stop
    edtf = join_ends(start.edtf, stop.edtf)
    if edtf is None:
        return When(None, "none", f"'{phrase.first.text}' lies after '{last.text}'")
    return When(edtf, stop.basis, stop.reason)


def _share_year(first: Expression, stop: When) -> Expression:
    """Return `first` with the year of `stop` where it states none: 'с 30 декабря по 2 января 2026 года'."""
    upper = read_bounds(stop.edtf)[1] if stop.edtf else None
    if first.means not in {"day", "month"} or _states_year(first.values) or not upper:
        return first
    later = (first.number("month") or 0) > upper.month
    return replace(first, values={**first.values, "year": str(upper.year - later)})


def _states_year(values: Mapping[str, str]) -> bool:
    return "year" in values or "relative_year" in values


def _remember(context: Context, mention: DateMention) -> Context:
    """Return `context` with `mention` told too, if it tells a day or a stretch of days."""
    edtf = mention.when.edtf
    if mention.kind != "at" or edtf is None or len(lower_end(edtf)) != len("2026-03-12"):
        return context
    first, last = read_bounds(edtf)
    if not first or not last:
        return context
    told = Told(edtf, mention.surface, first, last)
    return replace(context, told=(*context.told[-_LONGEST_MEMORY:], told))
