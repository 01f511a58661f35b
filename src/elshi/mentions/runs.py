"""Runs of capitals: from which token to which a person's name can reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elshi.lexicon.cues import read_cues
from elshi.lexicon.endings import read_endings
from elshi.model.markup import Sentence, Token
from elshi.model.report import Language

SHORTEST_NAME = 2  # letters of a name part, tokens of a full name
_LONGEST_ABBREVIATION = 4  # longer words in capitals only are names: 'БЛИНКЕН'
_SHORTEST_WITH_ARTICLE = 5  # 'аль-Х.' is still an abbreviation
_ROMAN = re.compile(r"[IVX]{1,5}")  # Felipe VI, Leo XIV
_HYPHENS = re.compile(r"[-‑’']")


def find_run_stop(sentence: Sentence, free: Sequence[bool], first: int) -> int:
    """Return where the run of name parts that begins at token `first` ends: `first` where none begins.

    `free` tells of each token whether it may be a name; particles ('бин', 'van') only stand inside.
    """
    tokens, index, stop = sentence.tokens, first, first
    if not (tokens[first].capital or _HYPHENS.search(tokens[first].text)):
        return first
    particles = read_cues("particles", sentence.language)
    while index < len(tokens) and free[index] and not _ends_name(sentence, first, index):
        part = _measure_part(sentence, first, index)
        if part:
            index = stop = index + part
        elif index > first and is_short_part(tokens[index]):
            return index + 1
        elif index > first and tokens[index].lower in particles:
            index += 1
        else:
            break
    return stop


def is_short_part(token: Token) -> bool:
    """Tell whether a single capital closes a name, as in 'Ван И'."""
    return len(token.text) == 1 and token.text.isalpha() and token.text.isupper()


def _ends_name(sentence: Sentence, first: int, index: int) -> bool:
    """Tell whether the name is over before `index`: what is owned, and another's initial, are not of it."""
    tokens = sentence.tokens
    if index > first and tokens[index - 1].lower.endswith(read_endings("possessive", sentence.language)):
        return True  # 'Rubio's Meeting'
    full = index - first >= SHORTEST_NAME and tokens[first + 1].text != "."
    return full and _is_initial(sentence, index)


def _measure_part(sentence: Sentence, first: int, index: int) -> int:
    """Return how many tokens the name part at `index` has: an initial and its stop are two; 0 for none."""
    if _is_initial(sentence, index):
        return 2
    roman = index > first and _ROMAN.fullmatch(sentence.tokens[index].text)
    return int(bool(roman) or _is_name_part(sentence, index))


def _is_initial(sentence: Sentence, index: int) -> bool:
    token, after = sentence.tokens[index], sentence.tokens[index + 1 : index + 3]
    if len(token.text) > SHORTEST_NAME or not token.text.isalpha() or not token.capital:
        return False
    if len(after) < SHORTEST_NAME or after[0].text != ".":
        return False
    return after[1].capital or _has_article(after[1].text, sentence.language)


def _is_name_part(sentence: Sentence, index: int) -> bool:
    text = sentence.tokens[index].text
    foreign = sentence.language != "en" and text.isascii()
    if not text[0].isalpha() or len(text) < SHORTEST_NAME or foreign:
        return False
    if len(text) >= _SHORTEST_WITH_ARTICLE and _has_article(text, sentence.language):
        return True
    if not text[0].isupper() or (text[:2].isupper() and not text.isupper() and sentence.language == "ru"):
        return False  # 'МИДа' is an abbreviation with an ending
    written_out = not text.isupper() or len(text) > _LONGEST_ABBREVIATION or "-" in text
    return written_out or _stands_before_capitals(sentence, index)


def _has_article(text: str, language: Language) -> bool:
    """Tell whether the name begins with an article joined to it: 'аль-Сани', 'Al-Thani'."""
    article, *rest = _HYPHENS.split(text, maxsplit=1)
    return bool(rest) and article.lower() in read_cues("articles", language)


def _stands_before_capitals(sentence: Sentence, index: int) -> bool:
    """Tell a name written all in capitals ('ХАКАН ФИДАН') from an abbreviation."""
    after = sentence.tokens[index + 1 : index + 2]
    return any(token.text.isupper() and len(token.text) > _LONGEST_ABBREVIATION for token in after)
