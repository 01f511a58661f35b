"""What the review screen shows: two entries side by side, each in the words of its reports."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from elshi.cli.words import count, escape_controls, put_on_one_line
from elshi.model.entry import TELLING, Entry, Quote
from elshi.model.judgement import Candidate, Effect
from elshi.register import View

HELP = "s same   d different   u unsure   k skip   m whole reports   z undo   q quit"
_SENTENCES = (5, 3, 2, 1, 0)  # of each report, where all do not fit the screen
_BELOW = 8  # lines for the head, the keys, and what a judgement does


def show_pair(console: Console, view: View, pair: Candidate, place: str, *, whole: bool) -> None:
    """Draw the two entries of `pair`; the machine's score and reasons stay hidden.

    With `whole` there are whole reports, however long. Otherwise the pair fits the screen, with so many of
    the sentences that each report is quoted with as there is room for, and what is left out is counted.
    """
    console.clear()
    console.print(Rule(f"{place}: one and the same?"))
    for most in (None,) if whole else (None, *_SENTENCES):
        sides = Table.grid(expand=True, padding=(0, 1))
        sides.add_column(ratio=1)
        sides.add_column(ratio=1)
        sides.add_row(*(_draw_entry(view, i, whole=whole, most=most) for i in (pair.one, pair.other)))
        lines = console.render_lines(sides)
        if whole or len(lines) <= console.height - _BELOW:
            break
    console.print(sides)
    console.print(HELP, style="bold", highlight=False)


def show_effects(console: Console, verdict: str, effects: Sequence[Effect]) -> None:
    """Tell what a judgement would do, before it is written."""
    console.print(f"{verdict}:", style="bold")
    for effect in effects:
        console.print(escape_controls(f"  {effect.entry}: {effect.what}"), highlight=False, markup=False)
    console.print("Enter, or the same key again, writes it; any other key takes it back.", highlight=False)


def show_score(console: Console, pair: Candidate) -> None:
    """Tell, now that a person has judged, what the machine thought."""
    reasons = "; ".join(pair.reasons) or "no reason on record"
    console.print(f"The machine gave it {pair.score:.1f}: {reasons}", highlight=False, markup=False)


def _draw_entry(view: View, ident: str, *, whole: bool, most: int | None) -> RenderableType:
    entry = view.show(ident)
    if not isinstance(entry, Entry):  # a pair is of entries
        return Text(ident)
    parts: list[RenderableType] = [_draw_fields(entry)]
    quotes = view.evidence(ident)
    for report_id, source in zip(entry.reports, entry.sources, strict=True):
        own = [quote for quote in quotes if quote.report_id == report_id]
        words = _draw_words(view, report_id, own, whole=whole)
        parts += [Rule(escape_controls(source), style="dim"), *words[:most]]
        if left := len(words[most:]) if most is not None else 0:
            parts.append(Text(f"… {count(left, 'more sentence')} (m)", style="dim"))
    return Panel(Group(*parts), title=f"{entry.kind} {entry.id}")


def _draw_fields(entry: Entry) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    for name in TELLING[entry.kind]:
        value = _write_value(entry.fields.get(name))
        if value:
            table.add_row(Text(name, style="dim"), Text(put_on_one_line(value)))
    return table


def _write_value(value: object) -> str:
    if isinstance(value, dict):
        named = value.get("name") or value.get("surface")
        return str(named) if named else ", ".join(str(part) for part in value.values() if part)
    if isinstance(value, list):
        return ", ".join(_write_value(part) for part in value)
    return "" if value is None else str(value)


def _draw_words(view: View, report_id: str, quotes: Sequence[Quote], *, whole: bool) -> list[RenderableType]:
    """Return the sentences that hold the quotes, or the whole report, with the quotes marked."""
    account = view.show(report_id)
    if whole and not isinstance(account, Entry):
        text = Text(escape_controls(account.report.text))
        for quote in quotes:
            text.stylize("bold yellow", quote.evidence.span.start, quote.evidence.span.stop)
        return [text]
    sentences: dict[tuple[int, int], Text] = {}
    for quote in quotes:
        start = quote.context.start
        text = sentences.setdefault((start, quote.context.stop), Text(escape_controls(quote.sentence)))
        text.stylize("bold yellow", quote.evidence.span.start - start, quote.evidence.span.stop - start)
    return [sentences[key] for key in sorted(sentences)]
