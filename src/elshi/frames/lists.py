"""The items of a list that one verb or noun governs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, read_words
from elshi.model.markup import Sentence
from elshi.text.morphology import open_russian

_KAZAKH_PLURAL = re.compile("[лдт][ае]р")
_COLON_REACH = 4  # tokens between the noun and the colon that opens its list
_LONGEST_ITEM = 12  # tokens; a longer stretch is no item of a list
_SEPARATORS = frozenset({",", ";"})
_STOPS = frozenset({".", "!", "?", "…", "–", "—"})


def find_further_items(sentence: Sentence, found: Found[Trigger]) -> Iterator[tuple[int, int]]:
    """Yield tokens [first, stop) of each item after the first in a list that `found` governs.

    A list stands after a colon ('three proposals: a forum, a fund and a school'), or goes on with a
    second infinitive in Russian ('предложил открыть центр и создать фонд').
    """
    tokens = sentence.tokens
    ahead = range(found.stop, min(found.stop + _COLON_REACH, len(tokens)))
    colon = next((i for i in ahead if tokens[i].text == ":"), None)
    if colon is not None and _is_plural(sentence, found):
        yield from list(_split(sentence, colon + 1))[1:]
    elif sentence.language == "ru" and found.value.manner == "proposes":
        yield from _find_infinitives(sentence, found.stop)


def _is_plural(sentence: Sentence, found: Found[Trigger]) -> bool:
    """Tell whether the phrase ends in a plural, so that a list may follow ('three proposals: …')."""
    last = sentence.tokens[found.stop - 1].lower
    if sentence.language == "ru":
        return any("plur" in parse.tag for parse in open_russian().parse(last))
    return last.endswith("s") if sentence.language == "en" else bool(_KAZAKH_PLURAL.search(last))


def _split(sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    tokens = sentence.tokens
    between = _SEPARATORS | read_words("conjunction", sentence.language)
    first = start
    for i in range(start, len(tokens) + 1):
        ended = i == len(tokens) or tokens[i].text in _STOPS
        if ended or tokens[i].lower in between:
            if 0 < i - first <= _LONGEST_ITEM:
                yield first, i
            first = i + 1
        if ended:
            return


def _find_infinitives(sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    tokens = sentence.tokens
    stop = next((i for i in range(start, len(tokens)) if tokens[i].text in _STOPS), len(tokens))
    first = start < stop and _is_infinitive(tokens[start].lower)
    for i in range(start + 1, stop):
        if (
            first
            and tokens[i - 1].lower in read_words("conjunction", "ru")
            and _is_infinitive(tokens[i].lower)
        ):
            yield i, stop


@functools.lru_cache(maxsize=8192)
def _is_infinitive(word: str) -> bool:
    return bool(open_russian().parse(word)[0].tag.POS == "INFN")
