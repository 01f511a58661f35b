"""What stands for a word in the search index: its stems, the same when reports are indexed and when asked.

Only inflection is taken off, and derivation stays: 'кездесулер' and 'кездесуде' are found by 'кездесу'
(a meeting), but 'кездесті' (met) is another word; so are 'встречи' and 'встретился', 'meetings' and 'met'.
"""

from __future__ import annotations

import functools
import re

from elshi.model.report import LANGUAGES, Language
from elshi.text.kazakh import read_forms
from elshi.text.morphology import read_lemmas

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_KAZAKH = re.compile("[әғқңөұүһі]")
_SHORTEST = 3
# A verbal noun is a word of its own ('кездесу'), so what it comes from is no stem of it.
_DERIVED = frozenset({"infinitive"})


@functools.lru_cache(maxsize=65536)
def list_stems(word: str, language: Language | None = None) -> frozenset[str]:
    """Return the stems that the lower-case `word` may have, itself included.

    `language` is that of the text; a word that cannot be of it by its letters is read as one that can. For a
    word asked for, where it is not known, the stems of all languages with these letters are returned.
    """
    stems = {word}
    for one in _list_languages(word, language):
        stems |= _stem_kazakh(word) if one == "kk" else read_lemmas(word, one)
    return frozenset(stem for stem in stems if len(stem) >= _SHORTEST or stem == word)


def _list_languages(word: str, language: Language | None) -> tuple[Language, ...]:
    if not _CYRILLIC.search(word):
        return ("en",)
    if _KAZAKH.search(word):
        return ("kk",)
    cyrillic = tuple(one for one in LANGUAGES if one != "en")
    return (language,) if language in cyrillic else cyrillic


def _stem_kazakh(word: str) -> frozenset[str]:
    return frozenset(form.stem for form in read_forms(word) if _DERIVED.isdisjoint(form.endings))
