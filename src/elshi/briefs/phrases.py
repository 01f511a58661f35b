"""The sentences of a language, from data/<language>.yml, and how their names are filled in."""

from __future__ import annotations

import functools
import importlib.resources
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import yaml
from babel import Locale

from elshi.briefs.model import Piece
from elshi.model.report import Language


class Sayable(Protocol):
    """What can be said in a form (see `elshi.briefs.terms`)."""

    def say(self, form: str) -> str:
        """Return the words in `form`."""
        ...


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report, in the language they are in."""

    text: str
    language: Language


Value = str | Sayable | Quoted | tuple[Quoted, ...] | None
Template = str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """All that a brief says in one language."""

    language: Language
    data: Mapping[str, Any]

    def read(self, *keys: str) -> Any:  # noqa: ANN401 - a text, a list or a mapping, as its key has
        """Return what stands under `keys`. Raises KeyError where the file lacks it."""
        found: Any = self.data
        for key in keys:
            found = found[key]
        return found

    def write(self, *keys: str, **values: Value) -> tuple[Piece, ...]:
        """Return the sentence under `keys` with its names filled in, beginning with a capital."""
        return _capitalize(_merge(self._fill(self.read(*keys), values)))

    def word(self, *keys: str, **values: Value) -> str:
        """Return the phrase under `keys`, filled in, as plain text."""
        return "".join(piece.text for piece in self._fill(self.read(*keys), values))

    def count(self, key: str, number: int) -> str:
        """Return `number` with its noun in the plural form of the Unicode CLDR."""
        forms = self.read("counts", key)
        category = Locale.parse(self.language).plural_form(number)
        return str(forms.get(category, forms["other"])).format(number=number)

    def quote(self, words: Quoted) -> tuple[Piece, ...]:
        """Return quoted words between the quotation marks of this language."""
        before, after = str(self.read("quote")).split("{words}")
        spaced = " ".join(words.text.split())
        language = None if words.language == self.language else words.language
        return Piece(before), Piece(spaced, language), Piece(after)

    def _fill(self, template: Template, values: Mapping[str, Value]) -> Iterator[Piece]:
        for part in [template] if isinstance(template, str) else template:
            fields = list(string.Formatter().parse(part))
            if all(values.get(name) is not None for _, name, _, _ in fields if name):
                for before, name, form, _ in fields:
                    yield Piece(before)
                    if name:
                        yield from self._say(values[name], form or "")

    def _say(self, value: Value, form: str) -> Iterator[Piece]:
        if isinstance(value, str):
            yield Piece(value)
        elif isinstance(value, Quoted):
            yield from self.quote(value)
        elif isinstance(value, tuple):
            for number, quoted in enumerate(value):
                yield Piece(", " if number else "")
                yield from self.quote(quoted)
        elif value is not None:
            yield Piece(value.say(form))


@functools.cache
def read_phrases(language: Language) -> Phrases:
    """Return the phrases of `language`, read once."""
    source = importlib.resources.files("elshi.briefs") / "data" / f"{language}.yml"
    return Phrases(language, yaml.load(source.read_text("utf-8"), yaml.CSafeLoader))


def _merge(pieces: Iterable[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].language == piece.language:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.language)
        elif piece.text:
            merged.append(piece)
    return merged


def _capitalize(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    if not pieces or pieces[0].language:
        return tuple(pieces)
    first = pieces[0].text
    return (Piece(first[:1].upper() + first[1:]), *pieces[1:])
