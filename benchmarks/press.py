"""Russian press reports put together from the pieces of data/press_ru.yml, the same for the same seed."""

from __future__ import annotations

import functools
import random
import re
from pathlib import Path
from typing import Any

import yaml

from elshi.lexicon.places import load_countries
from elshi.text.morphology import open_russian

_SLOT = re.compile(r"\{(\w)(?::(\w{4}))?\}")
_PIECES = Path(__file__).parent / "data" / "press_ru.yml"
_MIDDLES = 9  # sentences between the first and the last: about 1,200 characters in all


def write_reports(count: int, seed: int = 2026) -> list[str]:
    """Return `count` reports of about 1,200 characters, each of headline and two paragraphs."""
    source = random.Random(seed)  # noqa: S311 - no secret hangs on it
    return [_write_report(source) for _ in range(count)]


def _write_report(source: random.Random) -> str:
    pieces = _read_pieces()
    headline = _fill(source.choice(pieces["headlines"]), source)
    told = [source.choice(pieces["openings"]), *source.sample(pieces["middles"], _MIDDLES)]
    told.append(source.choice(pieces["closings"]))
    sentences = [_fill(piece, source) for piece in told]
    half = len(sentences) // 2
    return "\n\n".join((headline, " ".join(sentences[:half]), " ".join(sentences[half:])))


def _fill(piece: str, source: random.Random) -> str:
    filled = _SLOT.sub(lambda slot: _choose(slot[1], slot[2], source), piece)
    return filled[0].upper() + filled[1:]


def _choose(slot: str, case: str | None, source: random.Random) -> str:
    pieces = _read_pieces()
    if slot == "d":
        return f"{source.randint(1, 28)} {source.choice(pieces['months'])} {source.randint(2023, 2026)} года"
    if slot == "k":
        return str(source.randint(2, 90))
    choices = {"c": _list_countries(), "o": pieces["offices"], "p": pieces["cities"], "t": pieces["topics"]}
    if slot == "n":
        chosen = f"{source.choice(pieces['men'])} {source.choice(pieces['surnames'])}"
    else:
        chosen = str(source.choice(choices[slot]))
    return _decline(chosen, case) if case else chosen


@functools.cache
def _decline(words: str, case: str) -> str:
    """Return `words` in `case`: each word agreeing up to the first noun, and both words of a name."""
    declined, done = [], False
    for word in words.split():
        parses = [p for p in open_russian().parse(word.lower()) if p.tag.case == "nomn" and "sing" in p.tag]
        form = parses[0].inflect({case}) if parses and not (done and word.islower()) else None
        done = done or bool(parses and parses[0].tag.POS == "NOUN" and word.islower())
        declined.append(_write_like(word, form.word) if form else word)
    return " ".join(declined)


def _write_like(word: str, form: str) -> str:
    return form.capitalize() if word[0].isupper() else form


@functools.cache
def _list_countries() -> tuple[str, ...]:
    names = (country.words["ru"].names[0] for country in load_countries().values())
    return tuple(name for name in names if name.isalpha() and not name.isupper())


@functools.cache
def _read_pieces() -> dict[str, Any]:
    pieces: dict[str, Any] = yaml.safe_load(_PIECES.read_text("utf-8"))
    return pieces
