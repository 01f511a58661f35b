"""How `elshi why` is printed: the sentences with their words marked, then a reason for each field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from elshi.cli.tables import Line, Screen, print_lines
from elshi.cli.words import escape_controls, escape_lines
from elshi.model.entry import Explanation, Quote, Reason
from elshi.model.span import Span

Passage = tuple[str, Span]  # a report's id and the place of a sentence in it
MARK = "bold black on yellow"


def print_explanation(explanation: Explanation) -> None:
    """Print the chain from words to fields. On a pipe the words are marked [[so]] instead of by colour."""
    screen = Screen()
    entry = explanation.entry
    passages = gather_passages(explanation.reasons)
    screen.print(Text(f"{entry.kind} {entry.id}", style="bold"))
    for number, quotes in enumerate(passages.values(), start=1):
        screen.print(Text(f"\n[{number}] {escape_controls(quotes[0].source)}", style="bold"), soft_wrap=True)
        screen.print(mark_words(quotes, colour=screen.is_terminal and not screen.no_color), soft_wrap=True)
    screen.print()
    numbers = {passage: number for number, passage in enumerate(passages, start=1)}
    headers = (("field", True), ("value", False), ("rule", False), ("why", False))
    print_lines(headers, (_describe_reason(reason, numbers) for reason in explanation.reasons))


def gather_passages(reasons: Iterable[Reason]) -> dict[Passage, list[Quote]]:
    """Return the quotes of `reasons` by the sentence they stand in, in the order met."""
    passages: dict[Passage, list[Quote]] = {}
    for quote in (quote for reason in reasons for quote in reason.quotes):
        passages.setdefault((quote.report_id, quote.context), []).append(quote)
    return passages


def mark_words(quotes: Sequence[Quote], *, colour: bool) -> Text:
    """Return the sentence of `quotes` with the quoted words in colour, or as [[words]].

    A quote of the whole sentence marks nothing beside a narrower one, which tells more.
    """
    sentence, context = quotes[0].sentence, quotes[0].context
    spans = {quote.evidence.span for quote in quotes}
    narrow = sorted(span for span in spans if span != context) or sorted(spans)
    marked, at = Text(), context.start
    for span in _merge(narrow):
        marked.append(escape_lines(sentence[at - context.start : span.start - context.start]))
        words = escape_lines(sentence[span.start - context.start : span.stop - context.start])
        marked.append(words if colour else f"[[{words}]]", style=MARK)
        at = span.stop
    marked.append(escape_lines(sentence[at - context.start :]))
    return marked


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].stop:
            merged[-1] = merged[-1].join(span)
        else:
            merged.append(span)
    return merged


def _describe_reason(reason: Reason, numbers: dict[Passage, int]) -> Line:
    value = reason.value
    if isinstance(value, dict):
        value = value.get("name") or ", ".join(str(part) for part in value.values() if part)
    where = sorted({numbers[quote.report_id, quote.context] for quote in reason.quotes})
    cited = " ".join(f"[{number}]" for number in where)
    why = f"{reason.reason} {cited}" if reason.reason else cited
    return reason.field, escape_lines(str(value)), reason.rule, escape_lines(why)
