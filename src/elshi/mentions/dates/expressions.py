"""Date expressions: what a construction of the grammar found, before it is resolved."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from elshi.mentions.dates.grammar import Grammar, Kind, Link, Marker, Rule
from elshi.mentions.dates.patterns import Pattern
from elshi.model.span import Span

# A verb further from a date than this does not speak of it, nor does a marker that far, in characters.
_VERB_REACH = 300
_MARKER_REACH = 80


@dataclass(frozen=True, slots=True)
class Expression:
    """The words of one date with their meaning and the values of its slots ('month': '3')."""

    span: Span
    text: str
    means: str
    values: Mapping[str, str]

    def number(self, name: str) -> int | None:
        """Return the whole number in the slot `name`, None where the slot is empty."""
        value = self.values.get(name)
        return None if value is None else int(value)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One date, or two joined into a stretch, with the words beside them that give the kind."""

    span: Span
    first: Expression
    last: Expression | None = None
    kind: Kind = "at"
    end: bool = False


def read_expressions(text: str, span: Span, grammar: Grammar) -> tuple[Expression, ...]:
    """Return the date expressions of `text` inside `span`, in order, the longer where two overlap."""
    found = _read_folded(fold(text[span.start : span.stop]), grammar)
    return tuple(replace(one, span=_shift(one.span, span.start)) for one in found)


@functools.lru_cache(maxsize=2048)  # the clues to the year read each sentence before its dates are told
def _read_folded(folded: str, grammar: Grammar) -> tuple[Expression, ...]:
    """Return the expressions of one sentence, their spans counted from its beginning."""
    candidates = [found for rule in grammar.rules for found in _apply(rule, folded, grammar)]
    taken = bytearray(len(folded))
    chosen: list[Expression] = []
    for candidate in sorted(candidates, key=_by_length):
        start, stop = candidate.span.start, candidate.span.stop
        if not any(taken[start:stop]):
            taken[start:stop] = b"\1" * (stop - start)
            chosen.append(candidate)
    return tuple(sorted(chosen, key=lambda found: found.span))


def _shift(span: Span, offset: int) -> Span:
    return Span(offset + span.start, offset + span.stop)


def fold(text: str) -> str:
    """Return `text` with 'е' for 'ё', as long as it was."""
    return text.replace("ё", "е").replace("Ё", "Е")


def _by_length(expression: Expression) -> tuple[int, int]:
    return expression.span.start - expression.span.stop, expression.span.start


def _apply(rule: Rule, folded: str, grammar: Grammar) -> Iterator[Expression]:
    for found in rule.pattern.finditer(folded):
        if rule.unless_before and rule.unless_before.match(folded, found.end()):
            continue
        if rule.only and tell_tense(folded, Span(*found.span()), grammar) != rule.only:
            continue
        values = {k: grammar.read_value(k, v) for k, v in found.groupdict().items() if v is not None}
        known = {name: value for name, value in values.items() if value is not None}
        if len(known) < len(values):
            continue
        yield Expression(Span(*found.span()), found[0], rule.means, {**rule.given, **known})


def tell_tense(sentence: str, span: Span, grammar: Grammar) -> str | None:
    """Return 'future' or 'past' by the verb nearest to `span` in `sentence`, None where there is none.

    Kazakh ends its clauses with the verb, so there only verbs behind the date are asked, if any.
    """
    reach = max(0, span.start - _VERB_REACH), span.stop + _VERB_REACH
    ahead = [Span(*found.span()) for found in grammar.future.finditer(sentence, *reach)]
    behind = [Span(*found.span()) for found in grammar.past.finditer(sentence, *reach)]
    behind = [verb for verb in behind if not any(verb.overlaps(other) for other in ahead)]
    verbs = [(verb, "future") for verb in ahead] + [(verb, "past") for verb in behind]
    verbs = [(verb, tense) for verb, tense in verbs if not verb.overlaps(span)]
    if grammar.language == "kk":
        verbs = [(verb, tense) for verb, tense in verbs if verb.start >= span.stop] or verbs
    return min(verbs, key=lambda verb: _distance(verb[0], span), default=(span, None))[1]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.stop, other.start - one.stop)


def join_expressions(
    text: str, span: Span, expressions: Iterable[Expression], grammar: Grammar
) -> Iterator[Phrase]:
    """Yield the dates of a sentence as phrases: two joined by a link are one, and markers are read."""
    first: Expression | None = None
    for expression in expressions:
        if first and (joined := _join(text, span, first, expression, grammar)):
            yield joined
            first = None
            continue
        if first:
            yield _mark(text, span, first, grammar)
        first = expression
    if first:
        yield _mark(text, span, first, grammar)


def _join(text: str, span: Span, first: Expression, last: Expression, grammar: Grammar) -> Phrase | None:
    if first.means != last.means or first.means not in {"day", "month", "year", "weekday", "relative_day"}:
        return None
    tries = (_try_link(text, span, first, last, link) for link in grammar.links)
    return next((phrase for phrase in tries if phrase), None)


def _try_link(text: str, span: Span, first: Expression, last: Expression, link: Link) -> Phrase | None:
    start, stop = first.span.start, last.span.stop
    if link.before:
        found = _look_behind(text, span, start, link.before)
        if found is None:
            return None
        start = found
    if link.after:
        behind = link.after.match(text, stop, span.stop)
        if not behind:
            return None
        stop = behind.end()
    between = text[first.span.stop : last.span.start]
    if not (link.between.fullmatch(between) if link.between else between.isspace()):
        return None
    if link.left and not link.left.search(first.text):
        return None
    return Phrase(Span(start, stop), first, last)


def _look_behind(text: str, span: Span, stop: int, pattern: Pattern) -> int | None:
    """Return where `pattern` begins that ends just before `stop`, None where it does not."""
    offset = max(span.start, stop - _MARKER_REACH)
    found = pattern.search(fold(text[offset:stop]))
    return offset + found.start() if found else None


def _mark(text: str, span: Span, expression: Expression, grammar: Grammar) -> Phrase:
    tries = (_try_marker(text, span, expression, marker) for marker in grammar.markers)
    return next((phrase for phrase in tries if phrase), Phrase(expression.span, expression))


def _try_marker(text: str, span: Span, expression: Expression, marker: Marker) -> Phrase | None:
    start, stop = expression.span.start, expression.span.stop
    if marker.before:
        found = _look_behind(text, span, start, marker.before)
        if found is None:
            return None
        start = found
    if marker.after:
        behind = marker.after.match(text, stop, span.stop)
        if not behind:
            return None
        stop = behind.end()
    return Phrase(Span(start, stop), expression, kind=marker.kind, end=marker.end)
