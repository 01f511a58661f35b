"""Footnotes: which words of which reports a sentence rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from elshi.briefs.dates import say_date
from elshi.briefs.model import Footnote
from elshi.briefs.phrases import Phrases
from elshi.model.entry import Explanation, Quote, Reason
from elshi.model.ground import split_rules
from elshi.model.report import Language, Report
from elshi.model.span import Span
from elshi.register import View

_WORDS = re.compile(r"'([^']+)'")  # as the reasons of dates quote the text
_LONGEST = 800  # characters of a sentence quoted whole; of a longer one only the evidence
_MOST = 3  # reports cited for one thing


class Notebook:
    """The footnotes of one brief, numbered as they come; the same words have one number."""

    def __init__(self, view: View, phrases: Phrases) -> None:
        """Cite the reports of `view` in the words of `phrases`."""
        self._view, self._phrases = view, phrases
        self._reports: dict[str, Report] = {}
        self._notes: dict[tuple[str, Span], Footnote] = {}
        self.entries: set[str] = set()

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """Return the footnotes so far, by number."""
        return tuple(self._notes.values())

    def cite(self, explanation: Explanation, *fields: str) -> tuple[int, ...]:
        """Return the notes for what an entry says in `fields`, at least one.

        For the first field up to three reports are cited, those in the brief's language first; for the others
        one, if possible one that is cited already.
        """
        self.entries.add(explanation.entry.id)
        quotes: list[Quote] = []
        for field in fields:
            for reasons in _list_support(explanation, field):
                cited = {quote.report_id for quote in quotes}
                ordered = sorted(reasons, key=lambda r: self._rank(r, cited))
                quotes += map(_choose_quote, ordered[: _MOST if not quotes else 1])
        return self._number(quotes or [_choose_quote(explanation.reasons[0])])

    def cite_words(self, explanation: Explanation, reason: Reason, words: str) -> tuple[int, ...]:
        """Return the note for the quote of `reason` that has `words` in it, else its first quote."""
        self.entries.add(explanation.entry.id)
        holding = (quote for quote in reason.quotes if words in quote.sentence)
        return self._number([next(holding, reason.quotes[0])])

    def cite_quotes(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """Return the notes for these quotes."""
        return self._number(quotes)

    def cite_value(self, explanation: Explanation, field: str, value: object) -> tuple[int, ...]:
        """Return a note for each report that gives `field` this `value`, up to three."""
        reasons = [r for r in explanation.reasons if (r.field, r.value) == (field, value)]
        return self._number(map(_choose_quote, reasons[:_MOST]))

    def name_outlets(self, numbers: Iterable[int]) -> str:
        """Return the outlets of these notes."""
        chosen = set(numbers)
        return ", ".join(dict.fromkeys(note.outlet for note in self.footnotes if note.number in chosen))

    def tell_language(self, quote: Quote) -> Language:
        """Return the language of the paragraph that `quote` stands in."""
        report = self.read_report(quote.report_id)
        inside = (p.language for p in report.paragraphs if p.span.overlaps(quote.evidence.span))
        return next(inside, report.language)

    def read_report(self, ident: str) -> Report:
        """Return a report, fetched once."""
        if ident not in self._reports:
            self.read_reports([ident])
        return self._reports[ident]

    def read_reports(self, ids: Iterable[str]) -> Mapping[str, Report]:
        """Return at least the reports of these ids, each fetched once."""
        lacking = [ident for ident in ids if ident not in self._reports]
        if lacking:
            self._reports |= self._view.read_reports(lacking)
        return self._reports

    def _rank(self, reason: Reason, cited: set[str]) -> tuple[bool, bool, str]:
        quote = reason.quotes[0]
        published = self.read_report(quote.report_id).published or ""
        return quote.report_id not in cited, self.tell_language(quote) != self._phrases.language, published

    def _number(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        return tuple(sorted({self._note(quote).number for quote in quotes}))

    def _note(self, quote: Quote) -> Footnote:
        whole = quote.context.stop - quote.context.start <= _LONGEST
        span = quote.context if whole else quote.evidence.span
        report = self.read_report(quote.report_id)
        if (report.id, span) not in self._notes:
            outlet = name_outlet(report)
            date = say_date(report.published, "named", self._phrases) if report.published else None
            about = self._phrases.word("note", outlet=outlet, date=date or str(self._phrases.read("undated")))
            self._notes[report.id, span] = Footnote(
                number=len(self._notes) + 1,
                report=report.id,
                source=report.source,
                outlet=outlet,
                published=report.published,
                about=about,
                quote=span.quote(report.text),
                start=span.start,
                stop=span.stop,
                language=self.tell_language(quote),
            )
        return self._notes[report.id, span]


def name_outlet(report: Report) -> str:
    """Return the publisher, else the host of the report's address, else the file it came from."""
    return report.publisher or urlsplit(report.source).hostname or report.source


def _list_support(explanation: Explanation, field: str) -> Iterator[Sequence[Reason]]:
    """Yield, for each member of a field, the reasons that give it, one a report."""
    value = explanation.entry.fields.get(field)
    for member in value if isinstance(value, list) else [value]:
        found = [r for r in explanation.reasons if r.field == field and _says(r.value, member)]
        first: dict[str, Reason] = {}
        for reason in found:
            first.setdefault(reason.quotes[0].report_id, reason)
        if first:
            yield tuple(first.values())


def _says(stated: Any, leading: Any) -> bool:  # noqa: ANN401 - a field holds any JSON
    """Tell whether a report's value is the one that leads: of a person any of the spellings."""
    if isinstance(stated, Mapping) and isinstance(leading, Mapping) and "native_name" in stated:
        return stated["native_name"] in (leading.get("spellings") or [leading["native_name"]])
    return bool(stated == leading)


def _choose_quote(reason: Reason) -> Quote:
    """Return the quote that has the words on which the reason rests, else the first."""
    words = list(_WORDS.findall(reason.reason or ""))
    words += [rule.partition(": ")[2] for rule in split_rules(reason.rule)]
    for word in filter(None, words):
        for quote in reason.quotes:
            if word.casefold() in quote.evidence.quote.casefold():
                return quote
    return reason.quotes[0]
