"""The forms of Kazakh words: endings peeled off from the right by a table of suffixes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.text.kazakh_table import Ending, SuffixTable, read_suffix_table

Tense = Literal[
    "past", "present_future", "participle_past", "participle_future", "converb", "intention", "infinitive"
]
Case = Literal[
    "nominative", "genitive", "dative", "accusative", "locative", "ablative", "instrumental"
]  # fmt: skip

_TENSES: tuple[Tense, ...] = get_args(Tense)
_CASES: tuple[Case, ...] = get_args(Case)
_SIGNS = "ьъ"
_APART = re.compile(r"(.*\w)[-\u2010\u2011–'’ʼ`]+(\w+)", re.DOTALL)
_BARE = frozenset({"noun", "verb"})


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word: the stem and the names of its endings, innermost first."""

    stem: str
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A verb as it stands: its stem without negation, its tense, and whether it is negated."""

    stem: str
    tense: Tense
    negative: bool


def strip_suffixes(word: str) -> frozenset[str]:
    """Return all lower-case base forms that the Kazakh `word` may have, itself included.

    Every stem that the suffix table leaves is given, those on the way too: 'ұйымының' gives
    'ұйымының', 'ұйымы' and 'ұйым'.
    """
    return frozenset(form.stem for form in read_forms(word))


@functools.lru_cache(maxsize=65536)
def read_forms(word: str) -> tuple[Form, ...]:
    """Return every reading of the Kazakh `word` by the suffix table, fewest endings first.

    The first is the word itself in lower case. What follows a hyphen or an apostrophe is read
    as endings where the table has them, without regard to the sounds before it, since an
    abbreviation is spoken otherwise than it is written ('БҰҰ-ның').
    """
    lower = word.lower()
    table = read_suffix_table()
    found = {Form(lower, ()): None}
    if apart := _APART.fullmatch(lower):
        found |= {Form(apart[1], endings): None for endings in _read_tail(table, apart[2], table.names)}
    found |= dict.fromkeys(_peel(table, lower, table.names))
    return tuple(sorted(found, key=lambda form: len(form.endings)))


def read_case(word: str) -> frozenset[Case]:
    """Return the cases that the ending of a Kazakh noun or name shows; nominative alone if it shows none.

    An ending that only looks like one counts too: 'Гүлден' may be a name or 'from the flower'.
    """
    outer = {form.endings[-1] for form in read_forms(word) if form.endings}
    return frozenset(case for case in _CASES if case in outer) or frozenset({"nominative"})


@functools.lru_cache(maxsize=65536)
def read_verb(word: str) -> VerbForm | None:
    """Return the most likely reading of `word` as a Kazakh verb, None where it has no verbal ending.

    What can be an inflected noun of the table's list ('мемлекетін') is none.

    Negation is taken as such rather than as a part of the stem; of readings that are
    written alike ('бағалады', 'келеді') the table's list of known stems decides.
    """
    table, forms = read_suffix_table(), read_forms(word)
    readings = [form for form in forms if _find_tense(form)]
    if not readings or any(form.stem in table.nouns for form in forms):
        return None
    best = max(readings, key=lambda form: _weigh(table, form))
    tense = _find_tense(best)
    return VerbForm(best.stem, tense, "negation" in best.endings) if tense else None


def _find_tense(form: Form) -> Tense | None:
    return next((tense for tense in _TENSES if tense in form.endings), None)


def _weigh(table: SuffixTable, form: Form) -> tuple[bool, bool, bool, int]:
    """Rank a verbal reading: negation seen, a listed stem, no second ending, the shorter stem."""
    listed = form.stem in table.known_stems
    return "negation" in form.endings, listed, len(form.endings) == 1, -len(form.stem)


def _peel(table: SuffixTable, word: str, allowed: frozenset[str]) -> Iterator[Form]:
    """Yield the readings of `word` with at least one ending, the last of them one of `allowed`."""
    for cut in range(max(1, len(word) - table.longest), len(word)):
        stem = word[:cut]
        for ending in table.endings.get(word[cut:], ()):
            if ending.name in allowed and _fits(table, stem, ending):
                for restored in _restore(table, stem, ending):
                    yield from _peel_before(table, restored, ending)


def _peel_before(table: SuffixTable, stem: str, ending: Ending) -> Iterator[Form]:
    """Yield the readings of `stem` as what stands before `ending`, with that ending added."""
    inner = tuple(_peel(table, stem, ending.before))
    if inner or _is_bare(table, stem, ending.before):
        yield Form(stem, (ending.name,))
    for form in inner:
        yield Form(form.stem, (*form.endings, ending.name))


def _fits(table: SuffixTable, stem: str, ending: Ending) -> bool:
    """Tell whether `stem` has the sounds that `ending` follows: its last letter and last vowel."""
    spoken = stem.rstrip(_SIGNS)
    if ending.letters is not None and spoken[-1:] not in ending.letters:
        return False
    last = next((letter for letter in reversed(stem) if letter in table.vowels), None)
    if last is None or ending.vowels is None or last in ending.vowels:
        return last is not None
    return spoken != stem or stem in table.restored or table.either.search(stem) is not None


def _restore(table: SuffixTable, stem: str, ending: Ending) -> Iterator[str]:
    """Yield the stems that `stem` may have been before `ending` changed its end."""
    if ending.restores:
        yield stem + ending.restores
        return
    if stem in table.restored:
        yield table.restored[stem]
    if ending.open and stem[-1] in table.voiced:
        yield stem[:-1] + table.voiced[stem[-1]]
    if not stem.endswith("ғ"):
        yield stem


def _is_bare(table: SuffixTable, stem: str, allowed: frozenset[str]) -> bool:
    """Tell whether `stem` can stand without endings as a noun or a verb, as `allowed` asks."""
    spoken = stem.rstrip(_SIGNS)
    if not table.vowels & set(spoken):
        return False
    return "noun" in allowed or ("verb" in allowed and len(stem) > 1 and _is_verb(table, stem))


def _is_verb(table: SuffixTable, stem: str) -> bool:
    """Tell whether a Kazakh verb stem may end like `stem`."""
    last, before = stem[-1], stem[-2]
    if last in table.vowels:
        return before in table.vowels or len(stem) > 2 or stem in table.short_stems  # noqa: PLR2004 - 'де'
    if last not in table.last_letters:
        return False
    return before in table.vowels or before + last in table.last_pairs


def _read_tail(table: SuffixTable, tail: str, allowed: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to read the whole of `tail`, written apart from its word, as endings."""
    for cut in range(len(tail)):
        for ending in table.endings.get(tail[cut:], ()):
            if ending.name not in allowed or ending.restores:
                continue
            if cut == 0 and "noun" in ending.before:
                yield (ending.name,)
            for inner in _read_tail(table, tail[:cut], ending.before):
                yield (*inner, ending.name)
