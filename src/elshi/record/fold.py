"""Words and names folded to the form in which they are indexed and asked for: one function for both."""

from __future__ import annotations

import re
import unicodedata

# Accents over Latin letters, the dots of 'ё' and stress marks say nothing to a search; the breve of 'й' does.
_MARKS = re.compile("(?<=[a-z])[\u0300-\u036f]+|(?<=е)\u0308|[\u0300\u0301]")
_WORD = re.compile(r"[^\W_]+")

# A name's letters in whatever script, to one loose Latin skeleton: not a spelling, only a key on which the
# Kazakh, Russian and English ways to write one name agree. Longer sequences come first.
_LETTERS = {
    "shch": "s", "dzh": "j", "dj": "j", "zh": "j", "kh": "h", "gh": "g", "sh": "s", "ch": "c",
    "q": "k", "y": "i", "w": "v", "ı": "i", "ß": "s",
    "дж": "j", "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ж": "j",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h",
    "һ": "h", "ц": "ts", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "і": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
_LETTER = re.compile("|".join(_LETTERS))
_DOUBLE = re.compile(r"(.)\1+")


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of `text` in lower case without accents, 'ё' as 'е', in order."""
    # Taking apart can bring new capitals ('𝕀' is an 'I'), and folding case new letters to take apart.
    parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return tuple(_WORD.findall(unicodedata.normalize("NFC", _MARKS.sub("", parted))))


def fold_name(name: str) -> tuple[str, ...]:
    """Return the words of a name on which its Kazakh, Russian and English spellings agree.

    'Мұрат Нұртілеу', 'Мурат Нуртлеу' and 'Murat Nurtleu' begin with the same 'murat'; 'Тоқаев', 'Токаев' and
    'Tokayev' are all 'tokaev'.
    """
    folded = (_fold_letters(word) for word in fold_words(name))
    return tuple(word for word in folded if word)


def _fold_letters(word: str) -> str:
    latin = _LETTER.sub(lambda found: _LETTERS[found[0]], word)
    return _DOUBLE.sub(r"\1", latin.replace("ie", "e"))
