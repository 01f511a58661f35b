"""How `elshi why` is printed: the sentences with their words marked, then a reason for each field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from elshi.cli.tables import Line, Screen, print_lines
from elshi.cli.words import escape_controls, escape_lines
from elshi.model.entry import Explanation, Quote, Reason
from elshi.model.ground import split_rules
from elshi.model.span import Span

Passage = tuple[str, Span]  # a report's id and the place of a sentence in it
MARK = "bold black on yellow"
WORDED = (
    "surface",
    "native_name",
    "office_text",
    "body_text",
    "target",
    "what",
)  # values in the text's words
_QUOTED = re.compile(r"'([^']+)'")  # as the reasons of dates quote the text


def print_explanation(explanation: Explanation) -> None:
    """Print the chain from words to fields. On a pipe the words are marked [[so]] instead of by colour."""
    screen = Screen()
    entry = explanation.entry
    passages = gather_passages(explanation.reasons)
    words = {word for reason in explanation.reasons for word in list_words(reason)}
    screen.print(Text(f"{entry.kind} {entry.id}", style="bold"))
    screen.print(Text(f"rule: {escape_controls(entry.fields['rule'])}"), soft_wrap=True)
    for number, quotes in enumerate(passages.values(), start=1):
        screen.print(Text(f"\n[{number}] {escape_controls(quotes[0].source)}", style="bold"), soft_wrap=True)
        colour = screen.is_terminal and not screen.no_color
        screen.print(mark_words(quotes, words, colour=colour), soft_wrap=True)
    screen.print()
    numbers = {passage: number for number, passage in enumerate(passages, start=1)}
    headers = [("field", True), ("value", False), ("rule", False), ("step", True), ("why", False)]
    print_lines(headers, (_describe_reason(reason, numbers) for reason in explanation.reasons))


def gather_passages(reasons: Iterable[Reason]) -> dict[Passage, list[Quote]]:
    """Return the quotes of `reasons` by the sentence they stand in, in the order met."""
    passages: dict[Passage, list[Quote]] = {}
    for quote in (quote for reason in reasons for quote in reason.quotes):
        passages.setdefault((quote.report_id, quote.context), []).append(quote)
    return passages


def list_words(reason: Reason) -> Iterator[str]:
    """Yield the words to look for in the quotes: names, offices, the words of a date, the rule's own word."""
    value = reason.value
    parts = [value.get("surface"), value.get("office_text")] if isinstance(value, dict) else [value]
    if isinstance(value, dict) or reason.field in WORDED:
        yield from (part for part in parts if part)
    yield from _QUOTED.findall(reason.reason or "")
    for rule in split_rules(reason.rule):
        _, colon, word = rule.partition(": ")
        if colon:
            yield word


def mark_words(quotes: Sequence[Quote], words: Iterable[str], *, colour: bool) -> Text:
    """Return the sentence of `quotes`, with what tells in colour or as [[words]].

    What tells is each of `words` inside a quote, and a quote inside a wider one; where there is
    neither, the quote itself.
    """
    sentence, context = quotes[0].sentence, quotes[0].context
    whole = {quote.evidence.span for quote in quotes}
    narrow = {span for span in whole if any(wider.covers(span) and wider != span for wider in whole)}
    narrow |= {span for quote in quotes for word in words for span in _find(word, quote)}
    marked, at = Text(), context.start
    for span in _merge(sorted(narrow or whole)):
        marked.append(escape_lines(sentence[at - context.start : span.start - context.start]))
        told = escape_lines(sentence[span.start - context.start : span.stop - context.start])
        marked.append(told if colour else f"[[{told}]]", style=MARK)
        at = span.stop
    marked.append(escape_lines(sentence[at - context.start :]))
    return marked


def _find(word: str, quote: Quote) -> Iterator[Span]:
    start = quote.evidence.span.start
    for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", quote.evidence.quote):
        yield Span(start + found.start(), start + found.end())


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].stop:
            merged[-1] = merged[-1].join(span)
        else:
            merged.append(span)
    return merged


def _describe_reason(reason: Reason, numbers: dict[Passage, int]) -> Line:
    where = sorted({numbers[quote.report_id, quote.context] for quote in reason.quotes})
    cited = " ".join(f"[{number}]" for number in where)
    why = f"{reason.reason} {cited}" if reason.reason else cited
    rules = "\n".join(escape_controls(rule) for rule in split_rules(reason.rule))
    return reason.field, escape_lines(_name_value(reason.value)), rules, reason.step, escape_lines(why)


def _name_value(value: object) -> str:
    """Return a value in words: of a person the name, office and country, of a place city and country."""
    if isinstance(value, dict):
        parts = [value.get(key) for key in ("name", "ordinal", "office", "represents", "city", "country")]
        return ", ".join(str(part) for part in parts if part is not None)
    return str(value)
