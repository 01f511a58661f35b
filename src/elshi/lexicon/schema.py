"""What the entries of the lexicon must look like, checked while they are read.

Every file of the gazetteer is a list of mappings. `Fields` takes one of them apart, names the file
and the entry in each complaint, and refuses keys that nobody asked for: a misspelt key is an error
and not a silent loss.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from elshi.errors import LexiconError
from elshi.lexicon.load import read_table
from elshi.model.report import LANGUAGES, Language

Names = Mapping[Language, tuple[str, ...]]


@dataclass(slots=True)
class Fields:
    """One entry of `file` while it is read: each key is asked for once, `close` refuses the rest."""

    file: str
    number: int
    row: Mapping[str, Any]
    asked: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """Return how a complaint names the entry: the value of its first key, else its number."""
        return str(next(iter(self.row.values()), f"number {self.number}"))

    def refuse(self, complaint: str) -> NoReturn:
        """Raise LexiconError that names the file, the entry and what is wrong with it."""
        message = f"lexicon/data/{self.file}: entry {self.label!r}: {complaint}"
        raise LexiconError(message)

    def take_text(self, key: str) -> str:
        """Return the text under `key`, which must be there and not empty."""
        text = self.take_optional_text(key)
        return text if text is not None else self.refuse(f"{key!r} is missing")

    def take_optional_text(self, key: str) -> str | None:
        """Return the text under `key`, None where the key is absent or null."""
        value = self._take(key)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            self.refuse(f"{key!r} must be a text, not {value!r}; quote it in the file")
        return value

    def take_choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Return the text under `key`, which must be one of `choices`."""
        text = self.take_text(key)
        return (
            text if text in choices else self.refuse(f"{key!r} is {text!r}; use one of {', '.join(choices)}")
        )

    def take_texts(self, key: str) -> tuple[str, ...]:
        """Return the texts listed under `key`, none where the key is absent."""
        value = self._take(key)
        texts = [] if value is None else value
        if not isinstance(texts, list) or not all(isinstance(t, str) and t.strip() for t in texts):
            self.refuse(f"{key!r} must be a list of texts; quote what YAML takes for something else")
        return tuple(texts)

    def take_number(self, key: str) -> int | None:
        """Return the whole number under `key`, None where the key is absent."""
        value = self._take(key)
        if value is not None and type(value) is not int:
            self.refuse(f"{key!r} must be a whole number, not {value!r}")
        return value

    def take_flag(self, key: str) -> bool:
        """Return the truth under `key`, false where the key is absent."""
        value = self._take(key) or False
        return value if isinstance(value, bool) else self.refuse(f"{key!r} must be true or false")

    def take_inner(self, key: str) -> Fields:
        """Return the mapping under `key` as fields of their own, empty where the key is absent."""
        value = self._take(key) or {}
        if not isinstance(value, Mapping):
            self.refuse(f"{key!r} must be a mapping")
        return Fields(self.file, self.number, {"": self.label, **value}, {""})

    def take_names(self) -> Names:
        """Return the lists of texts under the language keys, and only the languages that have some."""
        names = {language: self.take_texts(language) for language in LANGUAGES}
        return {language: texts for language, texts in names.items() if texts}

    def take_years(self, key: str) -> Mapping[int, int]:
        """Return the mapping of whole numbers under `key`, empty where the key is absent."""
        years = self._take(key) or {}
        if not isinstance(years, Mapping) or not all(type(n) is int for pair in years.items() for n in pair):
            self.refuse(f"{key!r} must map whole numbers to whole numbers")
        return dict(years)

    def close(self) -> None:
        """Raise LexiconError where the entry has a key that was not asked for."""
        if unknown := sorted(set(map(str, self.row)) - self.asked):
            self.refuse(f"unknown key {unknown[0]!r}")

    def _take(self, key: str) -> Any:  # noqa: ANN401 - the callers above say what it must be
        self.asked.add(key)
        return self.row.get(key)


def read_fields(file: str) -> Iterator[Fields]:
    """Yield the entries of `file`, a YAML list under lexicon/data; other keys than those read are refused."""
    for number, row in enumerate(read_table(file), start=1):
        fields = Fields(file, number, row)
        yield fields
        fields.close()
