"""A name taken apart: given names, surnames and initials, patronymics, particles; titles are left out."""

from __future__ import annotations

import functools
import importlib.resources
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from elshi.text.family_first import read_family_first
from elshi.text.kazakh_names import read_kazakh_nominative
from elshi.text.russian_names import read_russian_name
from elshi.text.sounds import fold_spelling, is_cyrillic

PartKind = Literal["word", "initial", "patronymic", "particle"]
_WORD = re.compile(r"([^\W\d_]+(?:['’ʼʻ‘`´][^\W\d_]+)*['’ʼʻ‘`´]?)(\.?)")
_POSSESSIVE = re.compile(r"(?<=\w)(['’ʼ]s|(?<=s)['’ʼ])(?=\s*$)")
_KAZAKH = re.compile("[әғқңөұүһі]")
_INITIAL = 2  # letters of the longest initial
_FULL = 3  # words of a name that has room for a patronymic
_SHORT_FAMILY = 4  # letters of the shortest word whose ending tells that it is a surname


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name. `spelt` is folded, of a patronymic the father's name; `hyphened` to the next."""

    text: str
    spelt: str
    kind: PartKind
    hyphened: bool = False


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name in the nominative and its parts, in their order."""

    text: str
    parts: tuple[Part, ...]

    def list_kind(self, *kinds: PartKind) -> tuple[Part, ...]:
        """Return the parts of these kinds, in order."""
        return tuple(part for part in self.parts if part.kind in kinds)


@functools.lru_cache(maxsize=65536)
def parse_readings(name: str) -> tuple[ParsedName, ...]:
    """Return `name` taken apart, as it stands and brought back to the nominative, each reading once.

    What has no letters has no reading.
    """
    bare = _POSSESSIVE.sub("", " ".join(name.split()))
    if not _WORD.search(bare):
        return ()
    return tuple({parsed.parts: parsed for parsed in map(parse_name, _list_readings(bare))}.values())


def _list_readings(name: str) -> Iterator[str]:
    yield name
    lower = name.lower()
    if is_cyrillic(lower):
        if not _KAZAKH.search(lower):
            yield read_russian_name(name).nominative
            # A hyphened part may decline ('Франком-Вальтером') or not ('Касым-Жомартом').
            yield read_russian_name(name.replace("-", " ")).nominative
        yield read_kazakh_nominative(name)


def parse_name(name: str) -> ParsedName:
    """Take apart a name in the nominative."""
    words = _drop_titles([(found[1], found[2], found.end()) for found in _WORD.finditer(name)])
    parts = tuple(
        Part(
            text=text,
            spelt=fold_spelling(text),
            kind=_tell_kind(text, dot),
            hyphened=name[stop : stop + 1] in {"-", "‐", "‑", "–"},
        )
        for text, dot, stop in words
    )
    return ParsedName(name, _mark_patronymics(_keep_words(parts)))


def _drop_titles(words: Sequence[tuple[str, str, int]]) -> Sequence[tuple[str, str, int]]:
    data = read_name_data()
    while len(words) > 1 and words[0][0].lower() in data["titles"]:
        words = words[1:]
    while len(words) > 2 and words[0][0].lower() in data["noble"]:  # noqa: PLR2004 - a name and a surname
        words = words[1:]
    if len(words) > 1 and words[-1][0].lower() in data["after"]:
        words = words[:-1]
    return words


def _tell_kind(text: str, dot: str) -> PartKind:
    data = read_name_data()
    lower = text.lower()
    if dot and len(text) <= _INITIAL:
        return "initial"
    if len(text) == 1 and text.isupper() and not (is_cyrillic(lower) and lower in "иуеэоаюяө"):
        return "initial"
    if lower in data["particles"] and (text.islower() or lower not in data["small"]):
        return "particle"
    return "word"


def _keep_words(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return `parts` with particles as words where nothing else would be left."""
    if any(part.kind == "word" for part in parts):
        return parts
    return tuple(Part(p.text, p.spelt, "word", p.hyphened) if p.kind == "particle" else p for p in parts)


def _mark_patronymics(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return `parts` with the fathers' names marked; a name of two words keeps both: 'Ержан Айтбайұлы'."""
    data = read_name_data()["patronymics"]
    marked: list[Part] = []
    for part in parts:
        before = marked[-1] if marked else None
        if part.text.lower() in data["follow"] and before and len(marked) > 1 and before.kind == "word":
            marked[-1] = Part(f"{before.text} {part.text}", before.spelt, "patronymic")
        else:
            marked.append(part)
    units = sum(p.kind in {"word", "initial"} and not p.hyphened for p in marked)
    if units < _FULL:
        return tuple(marked)
    return tuple(_read_patronymic(p, last=i == len(marked) - 1, first=i == 0) for i, p in enumerate(marked))


def _read_patronymic(part: Part, *, last: bool, first: bool) -> Part:
    data = read_name_data()["patronymics"]
    if part.kind != "word" or first:
        return part
    lower = part.text.lower()
    endings = [data["sure"], data["long"]] if last else [data["sure"], data["long"], data["short"]]
    for ending in endings:
        found = re.search(f"(?<=..){ending}$", lower)
        if found:
            return Part(part.text, fold_spelling(lower[: found.start()]), "patronymic")
    return part


@functools.lru_cache(maxsize=65536)
def find_families(name: ParsedName) -> frozenset[str]:
    """Return the folded words of `name` that may be the surname: by their endings, else first and last.

    The first counts where it stands before others as in Chinese, Korean, Hungarian and lists; so does what
    a particle leads ('bin Zayed Al Nahyan').
    """
    words = name.list_kind("word")
    led = [b for a, b in itertools.pairwise(name.parts) if a.kind == "particle" and b.kind == "word"]
    told = [w for w in words if ends_like_family(w.text)] or [*words[:1], *words[-1:]]
    return frozenset(w.spelt for w in (*told, *led))


def ends_like_family(word: str) -> bool:
    """Tell whether a word ends like a surname ('-ов', '-ская', '-dze') or is a Chinese or Korean one."""
    lower = word.lower()
    if lower in read_family_first():
        return True
    return len(word) > _SHORT_FAMILY and re.search(read_name_data()["families"] + "$", lower) is not None


@functools.cache
def read_name_data() -> dict[str, Any]:
    """Load the particles, titles, endings and initials once."""
    source = importlib.resources.files("elshi.text") / "data" / "name_parts.yml"
    data: dict[str, Any] = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return data | {key: frozenset(data[key]) for key in ("titles", "noble", "after", "particles", "small")}
