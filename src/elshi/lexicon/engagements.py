"""What tells of an engagement: the triggers of each type, and the constructions around them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any, Literal, get_args

from elshi.errors import LexiconError
from elshi.lexicon.load import read_file
from elshi.lexicon.match import GAP, Found, Phrases, choose_longest
from elshi.model.frame import EngagementType
from elshi.model.markup import Sentence
from elshi.model.report import Language

Manner = Literal["triggers", "nouns", "heads", "receives", "mutual", "not"]
_NOT: Manner = "not"
CONSTRUCTIONS = (
    "joins", "holds", "frames", "planned", "proposed", "cancelled", "ongoing", "finished", "background",
    "sources", "sides", "appoints", "roundups", "leaders", "guests", "others", "matters", "refused",
    "relations", "ministries", "agenda", "agreed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pattern of an engagement type, and the manner in which it tells of one.

    'triggers' tell of it by themselves; 'nouns' name it and need a counterpart or a verb; 'heads'
    are the nouns of named events; 'receives' make the subject the host of the object; 'mutual' ones are
    done by two sides together, and tell of a talk only where the sentence names both.
    """

    type: EngagementType
    manner: Manner
    pattern: str


@dataclass(frozen=True, slots=True)
class TypeBlock:
    """One language's block of an engagement type: its triggers, and its example sentences."""

    type: EngagementType
    language: Language
    triggers: tuple[Trigger, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@functools.cache
def read_type(name: EngagementType) -> dict[str, Any]:
    """Return the file of the engagement type `name`. Raises LexiconError where it is not as it should be."""
    path = f"types/{name}.yml"
    table: dict[str, Any] = read_file(path)
    if table.get("type") != name or not table.get("about"):
        message = f"lexicon/data/{path}: 'type' must be {name!r} and 'about' must say what it is"
        raise LexiconError(message)
    return table


@functools.cache
def read_block(name: EngagementType, language: Language) -> TypeBlock:
    """Return the block of `language` in the type's file. Raises LexiconError on an unknown key."""
    block: dict[str, list[str]] = read_type(name)[language]
    unknown = set(block) - {*get_args(Manner), "yes", "no"}
    if unknown:
        message = f"lexicon/data/types/{name}.yml: {language}: unknown {sorted(unknown)}"
        raise LexiconError(message)
    triggers = tuple(
        Trigger(name, manner, pattern) for manner in get_args(Manner) for pattern in block.get(manner, ())
    )
    return TypeBlock(name, language, triggers, tuple(block.get("yes", ())), tuple(block.get("no", ())))


@functools.cache
def _trigger_phrases(language: Language) -> Phrases[Trigger]:
    blocks = [read_block(name, language) for name in get_args(EngagementType)]
    return Phrases([(t.pattern, t) for block in blocks for t in block.triggers], language)


def find_triggers(sentence: Sentence) -> tuple[Found[Trigger], ...]:
    """Return the triggers of `sentence` in order.

    Where two overlap the longer counts, of two as long the one without a gap; a longer phrase under
    'not' silences those of its own type.
    """
    silencing, telling = _find_all(sentence)
    telling = sorted(telling, key=lambda f: GAP in f.value.pattern)
    return choose_longest(f for f in telling if not any(_silences(other, f) for other in silencing))


def find_silenced(sentence: Sentence) -> tuple[tuple[Found[Trigger], Found[Trigger]], ...]:
    """Return the triggers of `sentence` that are none, each with the longer phrase that shows it."""
    silencing, telling = _find_all(sentence)
    pairs = ((f, next((other for other in silencing if _silences(other, f)), None)) for f in telling)
    return tuple((found, other) for found, other in pairs if other is not None)


def _find_all(sentence: Sentence) -> tuple[list[Found[Trigger]], list[Found[Trigger]]]:
    """Return the phrases under 'not', and all others."""
    found = _trigger_phrases(sentence.language).find_all(sentence.tokens)
    silencing = [f for f in found if f.value.manner == _NOT]
    return silencing, [f for f in found if f.value.manner != _NOT]


def _silences(other: Found[Trigger], found: Found[Trigger]) -> bool:
    """Tell whether the 'not' phrase `other` shows `found` to be no trigger of the type they share."""
    if other.value.type != found.value.type or other.first >= found.stop or found.first >= other.stop:
        return False
    if found.value.manner == "heads" and (other.first, other.stop) == (found.first, found.stop):
        return True  # 'session of the UN Commission' beside 'session of the ... commission'
    return (other.first - other.stop, other.first) < (found.first - found.stop, found.first)


@functools.cache
def _construction_phrases(language: Language, name: str) -> Phrases[str]:
    path = f"{language}/constructions.yml"
    table = read_file(path)
    if name not in table:
        message = f"lexicon/data/{path}: no construction {name!r}"
        raise LexiconError(message)
    return Phrases([(pattern, name) for pattern in table[name]["patterns"]], language)


def find_construction(sentence: Sentence, name: str) -> tuple[Found[str], ...]:
    """Return where the construction `name` (one of CONSTRUCTIONS) stands in `sentence`."""
    return _construction_phrases(sentence.language, name).find(sentence.tokens)
