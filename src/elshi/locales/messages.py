"""What errors say, in the language of a page: messages, and the English sentences that are kept of them."""

from __future__ import annotations

import ast
import functools
import re

from elshi.errors import Message
from elshi.locales.tongue import Tongue, read_catalogue

CONTEXT = "error"  # of these texts in the catalogues: the same words may be something else on a page
PLACE = re.compile(r"%\((?P<name>\w+)\)(?P<form>[sra])|%%")
_QUOTED = r"""(?:['"].*['"]|\[.*\]|\{.*\}|[-\d.e]+|None|True|False)"""  # what Python writes for JSON
_WORD = re.compile(r"[^\W\d_]+")
_DEEPEST = 4  # messages within one another: none that is kept has more
_LONGEST = 1000  # characters: what is longer has foreign text in it, which would be tried in every way


def find_words(message: Message, tongue: Tongue) -> str:
    """Return the sentence of `message` in the language of `tongue`, its places not yet filled."""
    return tongue.catalogue.pgettext(CONTEXT, message.text)


def recall_message(said: str) -> str:
    """Return `said` as the message that it was; as it is where it was none.

    A register keeps why a report could not be read as an English sentence. Of the messages that give it, the
    one with most words of its own is taken; what fills its places may be messages too.
    """
    return said if isinstance(said, Message) else _recall(said, _DEEPEST)


@functools.lru_cache(maxsize=4096)  # a page of sources has the same causes over and over
def _recall(said: str, deepest: int) -> str:
    if deepest == 0 or len(said) > _LONGEST:
        return said
    fitting = (_fit(text, pattern, said, deepest) for text, pattern in _list_patterns())
    return next((message for message in fitting if message is not None), said)


def _fit(text: str, pattern: re.Pattern[str], said: str, deepest: int) -> Message | None:
    found = pattern.fullmatch(said)
    if not found:
        return None
    forms = {place["name"]: place["form"] for place in reversed(list(PLACE.finditer(text)))}
    try:
        values = {
            name: _read_value(forms[name], value, deepest - 1) for name, value in found.groupdict().items()
        }
    except (SyntaxError, ValueError):  # what stands there is in no quotation marks
        return None
    message = Message(text, **values)
    if not _count_words(text) and not any(isinstance(value, Message) for value in values.values()):
        return None  # a colon or a semicolon alone makes no message of ours
    return message if message == said else None


def _read_value(form: str, written: str, deepest: int) -> object:
    return _recall(written, deepest) if form == "s" else ast.literal_eval(written)


@functools.cache
def _list_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return every text of an error with a pattern of what it gives, those with most words first."""
    texts = [str(message.id) for message in read_catalogue("en") if message.context == CONTEXT]
    texts.sort(key=lambda text: (-_count_words(text), text))
    return tuple((text, re.compile(_write_pattern(text), re.DOTALL)) for text in texts)


def _count_words(text: str) -> int:
    return len(_WORD.findall(PLACE.sub("", text)))


def _write_pattern(text: str) -> str:
    pattern, at, met = "", 0, frozenset[str]()
    for place in PLACE.finditer(text):
        name, shape = place["name"], _QUOTED if place["form"] != "s" else ".+"
        open_place = shape if name in met else f"(?P<{name}>{shape})"  # both being the same is checked later
        pattern += re.escape(text[at : place.start()]) + (open_place if name else "%")
        at, met = place.end(), met | {name or ""}
    return pattern + re.escape(text[at:])
