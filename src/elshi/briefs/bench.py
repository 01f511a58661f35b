"""What all sections of a brief are written with: the register, the request, the words, names and notes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from elshi.briefs.dates import say_date
from elshi.briefs.model import Paragraph, Request, Section, Sentence
from elshi.briefs.naming import NameBook
from elshi.briefs.notes import Notebook
from elshi.briefs.phrases import Phrases, Quoted, Value, read_phrases
from elshi.lexicon.places import is_country
from elshi.model.entry import FIELDS, Dossier, Entry, EntryKind, Explanation
from elshi.model.fate import Fate
from elshi.model.query import Query
from elshi.record.quotes import explain_entry
from elshi.register import View


class Bench:
    """One brief in the making."""

    def __init__(self, view: View, request: Request) -> None:
        """Write of what `view` holds, as `request` asks."""
        self.view, self.request = view, request
        self.phrases: Phrases = read_phrases(request.language)
        self.notes = Notebook(view, self.phrases)
        self.names = NameBook(view, self.phrases, self.notes)
        self.shown: list[Explanation] = []
        self._fates: dict[str, Fate] = {}
        self._found: dict[str, Dossier] = {}

    def find(self, kind: EntryKind, **filters: Any) -> Iterator[Entry]:  # noqa: ANN401 - fields of Query
        """Yield the entries of a kind that the request is about, newest first, each once."""
        topic = self.request.topic if "topics" in FIELDS[kind] else None
        asked = Query(kind=kind, who=self.request.person, topic=topic, since=self.request.since)
        asked = replace(asked, **filters)
        if self.request.country is None:
            yield from self._find(asked)
            return
        seen: set[str] = set()
        one = asked.partner or kind == "tenure"  # the first finds envoys to it too
        for code in [self.request.country] if one else sorted(self.request.codes):
            party: dict[str, Any] = {"country" if is_country(code) else "body": code}
            for entry in self._find(replace(asked, **party)):
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield entry

    def _find(self, query: Query) -> Iterator[Entry]:
        for dossier in self.view.find_first(query):
            self._found[dossier.entry.id] = dossier
            yield dossier.entry

    def explain(self, entry: Entry) -> Explanation:
        """Return why an entry that was found is so, remembered for what differs, its spellings learnt."""
        dossier = self._found[entry.id]
        explanation = explain_entry(dossier, self.notes.read_reports(s.report_id for s in dossier.statements))
        self.names.learn(explanation)
        self.shown.append(explanation)
        return explanation

    def tell_fate(self, entry: Entry) -> Fate:
        """Return what became of a commitment by the day of the brief, asked once."""
        if entry.id not in self._fates:
            self._fates[entry.id] = self.view.fate(entry.id, self.request.day)
        return self._fates[entry.id]

    def say(
        self,
        notes: tuple[int, ...],
        *keys: str,
        entry: str | None = None,
        unknown: bool = False,
        **values: Value,
    ) -> Sentence:
        """Return the sentence under `keys` with its notes."""
        return Sentence(self.phrases.write(*keys, **values), notes, unknown, entry)

    def date(self, edtf: str | None, form: str = "named") -> str:
        """Return a date in words; see `elshi.briefs.dates`."""
        return say_date(edtf, form, self.phrases)

    def quote(self, explanation: Explanation, *fields: str) -> tuple[Quoted | None, tuple[int, ...]]:
        """Return the words of the first of `fields` that has any, and the note that has them.

        They are those of a report in the brief's language if there is one, else of the first.
        """
        for field in fields:
            told = [
                (Quoted(text, self.notes.tell_language(reason.quotes[0])), reason)
                for reason in explanation.reasons
                if reason.field == field and (text := _read_words(reason.value))
            ]
            if told:
                own = (pair for pair in told if pair[0].language == self.request.language)
                words, reason = next(own, told[0])
                return words, self.notes.cite_words(explanation, reason, words.text)
        return None, ()

    def section(self, key: str, paragraphs: list[Paragraph], *, more: bool = False) -> Section:
        """Return a section, with a sentence that says so where it is empty or leaves something out."""
        if not paragraphs:
            paragraphs = [(self.say((), "nothing", key, unknown=True),)]
        elif more:
            paragraphs = [*paragraphs, (self.say((), "more", unknown=True),)]
        return Section(key, self.phrases.word("sections", key), tuple(paragraphs))


def _read_words(value: object) -> str | None:
    """Return the words that a field holds: itself, or of an event its name as the text has it."""
    words = value.get("surface") if isinstance(value, Mapping) else value
    return words if isinstance(words, str) and words.strip() else None


def take(entries: Iterator[Entry], most: int) -> tuple[list[Entry], bool]:
    """Return the first `most` entries, and whether there are more."""
    taken = list(itertools.islice(entries, most + 1))
    return taken[:most], len(taken) > most
