"""The date grammar of one language, compiled from lexicon/data/<language>/dates.yml."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from elshi.lexicon.load import read_file
from elshi.mentions.dates.numerals import read_ordinal
from elshi.mentions.dates.patterns import Pattern, compile_pattern, write_ordinal_pattern
from elshi.model.report import Language

Kind = Literal["at", "until", "since", "by"]

_DAY = r"(?P<{}>0?[1-9]|[12]\d|3[01])"
_NUMERIC = {
    "day": _DAY,
    "day2": _DAY,
    "month_number": r"(?P<month>0?[1-9]|1[0-2])",
    "year": r"(?P<{}>(?:1[89]|20)\d\d)",
    "year2": r"(?P<{}>(?:1[89]|20)\d\d)",
}
_DASH = r"\s*[-\u2010-\u2015]\s*"
# A date begins and ends at the edge of a word, and is no piece of '1.2.2026.4' or 'A-12'.
_EDGE_BEFORE = r"(?<!\w)(?<!\w[.,:/\u2011-])"
_EDGE_AFTER = r"(?!\w)(?!(?<=\d)[.,:/-]\d)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction: its pattern, the meaning that reads it, and where it does not count.

    `given` are values the construction itself implies; `only` names the tense it needs.
    """

    means: str
    pattern: Pattern
    given: Mapping[str, str]
    unless_before: Pattern | None
    only: str | None


@dataclass(frozen=True, slots=True)
class Marker:
    """Words before or behind a date that make it a deadline, a beginning or an end.

    `end` tells that the whole of what is named counts ('through 2024').
    """

    kind: Kind
    before: Pattern | None
    after: Pattern | None
    end: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Words that join two dates into a stretch: 'from … to …'; a None asks for nothing there."""

    before: Pattern | None
    between: Pattern | None
    left: Pattern | None
    after: Pattern | None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Words that count the years since the day `since` of what is named `of`.

    The pattern is tried only in a sentence that has one of `needs`, in lower case.
    """

    pattern: Pattern
    needs: tuple[str, ...]
    since: str
    of: str


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that is known of how one language words dates; each is loaded once and equals itself only."""

    language: Language
    words: Mapping[str, tuple[tuple[str, Pattern], ...]]
    rules: tuple[Rule, ...]
    markers: tuple[Marker, ...]
    links: tuple[Link, ...]
    future: Pattern
    past: Pattern
    background: Pattern
    jubilee: Pattern
    jubilee_ahead: Pattern
    anniversaries: tuple[Anniversary, ...] = field(default=())

    def read_value(self, name: str, written: str) -> str | None:
        """Return the value that `written` has in the slot `name` ('марта' in 'month' is '3').

        None where no form of the slot is written so, as when a pattern needs what stands around it.
        """
        if written.isdigit():
            return written
        if name == "ordinal":
            number = read_ordinal(written, self.language)
            return None if number is None else str(number)
        forms = self.words.get(name.rstrip("2"), ())
        return next((value for value, pattern in forms if pattern.fullmatch(written)), None)


@functools.cache
def load_grammar(language: Language) -> Grammar:
    """Return the date grammar of `language`. Raises LexiconError where its file is missing."""
    table = read_file(f"{language}/dates.yml")
    words = {name: {str(v): str(p) for v, p in forms.items()} for name, forms in table["words"].items()}
    fill = _Filler(words, table["parts"], write_ordinal_pattern(table["ordinals"]))
    return Grammar(
        language=language,
        words={
            name: tuple((v, compile_pattern(p)) for v, p in forms.items()) for name, forms in words.items()
        },
        rules=tuple(_rule(row, fill) for row in table["rules"]),
        markers=tuple(_marker(row) for row in table["markers"]),
        links=tuple(_link(row) for row in table["links"]),
        future=compile_pattern(rf"\b(?:{table['tenses']['future']})\b"),
        past=compile_pattern(rf"\b(?:{table['tenses']['past']})\b"),
        background=compile_pattern(rf"\b(?:{table['tenses']['background']})"),
        jubilee=compile_pattern(fill(table["jubilees"]["pattern"])),
        jubilee_ahead=compile_pattern(rf"\b(?:{table['jubilees']['ahead']})"),
        anniversaries=tuple(
            Anniversary(
                compile_pattern(fill(row["pattern"])), tuple(row["needs"]), str(row["since"]), row["of"]
            )
            for row in table["anniversaries"]
        ),
    )


class _Filler:
    """Puts the words and parts of a language in place of the {names} of a pattern."""

    def __init__(
        self, words: Mapping[str, Mapping[str, str]], parts: Mapping[str, str], ordinal: str
    ) -> None:
        self._parts = {**parts, "dash": _DASH}
        self._slots = {name: "|".join(forms.values()) for name, forms in words.items()}
        self._slots["number"] += r"|\d{1,3}"
        self._slots["ordinal"] = ordinal

    def __call__(self, pattern: str) -> str:
        return re.sub(r"\{(\w*[a-z]\w*)\}", lambda found: self._piece(found[1]), pattern)

    def _piece(self, name: str) -> str:
        if name in self._parts:
            return self(self._parts[name])
        if name in _NUMERIC:
            return _NUMERIC[name].replace("{}", name)
        return rf"(?P<{name}>{self._slots[name.rstrip('2')]})"


def _rule(row: Mapping[str, Any], fill: _Filler) -> Rule:
    return Rule(
        means=row["means"],
        pattern=compile_pattern(_EDGE_BEFORE + f"(?:{fill(row['pattern'])})" + _EDGE_AFTER),
        given={name: str(value) for name, value in row.get("with", {}).items()},
        unless_before=_optional(row, "unless_before", r"\s+(?:{})"),
        only=row.get("only"),
    )


def _marker(row: Mapping[str, Any]) -> Marker:
    return Marker(
        kind=row["kind"],
        before=_optional(row, "before", r"(?:{})\s+$"),
        after=_optional(row, "after", r"\s+(?:{})\b"),
        end=row.get("end", False),
    )


def _link(row: Mapping[str, Any]) -> Link:
    return Link(
        before=_optional(row, "before", r"(?:{})\s+$"),
        between=_optional(row, "between", r"\s*(?:{})\s*"),
        left=_optional(row, "left", "{}"),
        after=_optional(row, "after", r"\s+(?:{})\b"),
    )


def _optional(row: Mapping[str, Any], name: str, frame: str) -> Pattern | None:
    return compile_pattern(frame.replace("{}", row[name])) if name in row else None


def read_examples(language: Language) -> Iterator[tuple[str, str | None]]:
    """Yield each example of the rules, markers and links with its EDTF, None where it holds no date."""
    table = read_file(f"{language}/dates.yml")
    for row in (*table["rules"], *table["markers"], *table["links"]):
        yield from row.get("yes", {}).items()
        yield from ((sentence, None) for sentence in row.get("no", ()))
