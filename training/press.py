"""Press reports written for the project: templates/, filled with the lexicon and invented people.

Each report is written in the three languages and labelled by construction, so that offices, dates, numbers
and relations are learned in English and Kazakh too, where no corpus has them, and so that texts which say
the same are known to.
"""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from training.corpora import Annotated, Joined, Named
from training.facts import LANGUAGES, Facts, draw_facts
from training.filling import fill

REPORTS = 260  # each in three languages
SENTENCES = (3, 4, 5)
_SEED = 1991
_SLOT = re.compile(r"\{([\w.]+)(?::(\w+))?\}")
_GENDER = re.compile(r"\{([abc])\?(\w*)\|(\w+)\}")  # what is said of a man, and of a woman


def write_press() -> tuple[Annotated, ...]:
    """Return the reports, those that say the same with the same `twin`."""
    chance = random.Random(_SEED)  # noqa: S311 - a choice of words, no secret
    return tuple(text for number in range(REPORTS) for text in _write_report(number, chance))


def _write_report(number: int, chance: random.Random) -> Iterator[Annotated]:
    facts = draw_facts(chance)
    rows = chance.sample(_read_sentences(), chance.choice(SENTENCES))
    blank = chance.choice((" ", " ", "\n"))
    for language in LANGUAGES:
        yield _join([_write_sentence(row, language, facts) for row in rows], language, number, blank)


@functools.cache
def _read_sentences() -> list[dict[str, Any]]:
    return list(yaml.safe_load((Path(__file__).parent / "templates" / "sentences.yml").read_text("utf-8")))


def _write_sentence(row: dict[str, Any], language: str, facts: Facts) -> Annotated:
    """Return one sentence with its mentions and relations."""
    text, place = "", 0
    named: list[Named] = []
    joined: list[Joined] = []
    places: dict[str, int] = {}
    template = _GENDER.sub(lambda m: m[3 if facts.actors[m[1]].woman else 2], row[language])
    for slot in _SLOT.finditer(template):
        text += template[place : slot.start()]
        place = slot.end()
        part = fill(slot[1], slot[2] or "nom", language, facts, opening=not text)
        shift = len(named)
        places |= {name: shift + at for name, at in part.known.items()}
        named += [Named(one.start + len(text), one.stop + len(text), one.label) for one in part.named]
        joined += [Joined(one.kind, one.head + shift, one.tail + shift) for one in part.joined]
        text += part.text
    for kind, head, tail in row.get("joins", ()):
        if head in places and tail in places:
            joined.append(Joined(kind, places[head], places[tail]))
    return Annotated("press", text + template[place:], tuple(named), tuple(joined), language)


def _join(sentences: list[Annotated], language: str, twin: int, blank: str) -> Annotated:
    text = ""
    named: list[Named] = []
    joined: list[Joined] = []
    for one in sentences:
        text += blank * bool(text)
        shift = len(named)
        named += [Named(n.start + len(text), n.stop + len(text), n.label) for n in one.named]
        joined += [Joined(j.kind, j.head + shift, j.tail + shift) for j in one.joined]
        text += one.text
    return Annotated("press", text, tuple(named), tuple(joined), language, twin)
