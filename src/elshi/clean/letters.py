"""Which 8-bit encoding bytes are in, told by how well the letters they give fit Russian and Kazakh."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from itertools import pairwise

ENCODINGS = ("windows-1251", "koi8-r", "kz1048", "windows-1252")  # kz1048 is 1251 with the Kazakh letters
LOOKED_AT = 20_000  # bytes
WORST = -6.5  # mean log likelihood of a letter; text read in a wrong encoding falls below

# Frequencies of letters in parts per thousand, Russian after the Russian National Corpus (ruscorpora.ru,
# 'Частотность букв'); the Kazakh letters at a tenth of their Kazakh frequency, so that they never win
# against a Russian reading of a Russian text.
FREQUENCIES = {
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35,
    "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 17, "б": 16, "ч": 15,
    "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 1, "ё": 1,
    "ә": 2, "ғ": 2, "қ": 3, "ң": 1, "ө": 1, "ұ": 1, "ү": 2, "һ": 1, "і": 4,
}  # fmt: skip
_LATIN_LETTER = math.log(0.002)  # 'é' in a Latin word
_OTHER_LETTER = math.log(0.0001)  # a letter of no language read here: 'ђ', 'Ќ'
_MARK = math.log(0.01)  # quotation marks, dashes, '№'
_ODD_MARK = math.log(0.00005)  # box drawing and other signs that press texts do not use
_WRONG_CASE = math.log(0.02)  # a capital behind a small letter
_MIXED_WORD = math.log(0.0005)  # a Cyrillic letter beside a Latin one
_MARKS = frozenset("«»“”„‘’‚–—…№•§©®°±·€™\xa0‹›`")


def choose_encoding(data: bytes) -> str | None:
    """Return the one of ENCODINGS that makes best sense of `data`, None where none makes any."""
    scores = {
        name: score for name in ENCODINGS if (score := _score(data[:LOOKED_AT], data, name)) is not None
    }
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best and scores[best] > WORST else None


def fits_language(head: bytes, encoding: str) -> bool:
    """Tell whether nine in ten characters of `head` are Cyrillic, Latin, figures, blanks or their marks."""
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    known = sum(c.isascii() and (c.isprintable() or c in "\t\n\r") for c in text)
    known += sum("Ѐ" <= c <= "ӿ" or c in _MARKS for c in text)
    return bool(text) and known >= len(text) * 0.9


def _score(head: bytes, data: bytes, encoding: str) -> float | None:
    """Return the mean log likelihood of the characters beyond ASCII, None where `data` does not decode."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return None
    text = head.decode(encoding)
    beyond = Counter(c for c in text if c > "\x7f")
    total = sum(_weigh(character) * count for character, count in beyond.items())
    total += sum(_weigh_pair(*pair) * count for pair, count in Counter(pairwise(text)).items())
    return total / max(beyond.total(), 1)


def _weigh(character: str) -> float:
    frequency = FREQUENCIES.get(character.lower())
    if frequency:
        return math.log(frequency / 1000)
    if character in _MARKS:
        return _MARK
    if not character.isalpha():
        return _ODD_MARK
    return _LATIN_LETTER if "LATIN" in unicodedata.name(character, "") else _OTHER_LETTER


def _weigh_pair(first: str, second: str) -> float:
    """Return what two neighbours cost: nothing but for a change of case or of alphabet inside a word."""
    if not (first.isalpha() and second.isalpha()):
        return 0.0
    cost = _WRONG_CASE if first.islower() and second.isupper() else 0.0
    return cost + (_MIXED_WORD if _is_cyrillic(first) != _is_cyrillic(second) else 0.0)


def _is_cyrillic(letter: str) -> bool:
    return "Ѐ" <= letter <= "ӿ"
