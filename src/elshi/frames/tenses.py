"""Whether a verb tells of the future."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from elshi.lexicon.endings import read_endings
from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, find_triggers, read_words
from elshi.model.markup import Sentence, Token
from elshi.text.kazakh import read_verb
from elshi.text.morphology import open_russian

_CLOSE = 4  # tokens between 'will' and its verb
_BUDET = frozenset({"будет", "будут"})


def is_future(sentence: Sentence, act: Found[Trigger]) -> bool:
    """Tell whether the verb `act` of `sentence` stands in a future form.

    Russian: a perfective in the present form or 'будет' before it; English: 'will', 'would' or
    'is to' shortly before; Kazakh: the intention in -мақ or the future participle.
    """
    tokens = sentence.tokens
    if sentence.language == "ru":
        return _is_russian_future(tokens, act)
    if sentence.language == "kk":
        verb = read_verb(tokens[act.stop - 1].lower)
        return verb is not None and verb.tense in {"intention", "present_future"} and not verb.negative
    ahead = [t for t in find_triggers("commitments", tokens, "en") if t.value.means == "future"]
    return any(0 <= act.first - future.stop <= _CLOSE for future in ahead)


def _is_russian_future(tokens: Sequence[Token], act: Found[Trigger]) -> bool:
    before = {token.lower for token in tokens[max(0, act.first - _CLOSE) : act.first]}
    return bool(before & _BUDET) or is_russian_future_form(tokens[act.first].lower)


def is_dependent(sentence: Sentence, found: Found[Trigger]) -> bool:
    """Tell whether the phrase begins with a form that states nothing by itself.

    That is a full participle or an infinitive in Russian, and an infinitive with 'to' in English:
    'страны, поддержавшие план', 'he flew there to support the plan'.
    """
    tokens = sentence.tokens
    if sentence.language == "ru":
        return _is_dependent_form(tokens[found.first].lower)
    before = tokens[found.first - 1].lower if found.first else ""
    return sentence.language == "en" and before == "to"


@functools.lru_cache(maxsize=8192)
def _is_dependent_form(word: str) -> bool:
    return open_russian().parse(word)[0].tag.POS in {"PRTF", "INFN"}


@functools.lru_cache(maxsize=8192)
def is_russian_future_form(word: str) -> bool:
    """Tell whether the Russian `word` is a verb in the future form ('откроет')."""
    tag = open_russian().parse(word)[0].tag
    return bool(tag.POS == "VERB" and tag.tense == "futr")


def is_intention(sentence: Sentence, act: Found[Trigger]) -> bool:
    """Tell whether the verb `act` is a Kazakh intention in -мақ/-мек, which binds by itself."""
    verb = read_verb(sentence.tokens[act.stop - 1].lower) if sentence.language == "kk" else None
    return verb is not None and verb.tense == "intention"


def is_passive(sentence: Sentence, found: Found[Trigger]) -> bool:
    """Tell whether the phrase is told without a subject: 'выражена обеспокоенность', 'қолдау білдірілді'."""
    tokens = sentence.tokens[found.first : found.stop]
    if sentence.language == "ru":
        return any(_is_short_participle(token.lower) for token in tokens)
    if sentence.language == "kk":
        return any(token.lower.endswith(read_endings("passive", "kk")) for token in tokens)
    return tokens[-1].lower.endswith("ed") and any(token.lower in {"was", "were", "been"} for token in tokens)


@functools.lru_cache(maxsize=8192)
def _is_short_participle(word: str) -> bool:
    return bool(open_russian().parse(word)[0].tag.POS == "PRTS")


def is_first_person(sentence: Sentence, found: Found[Trigger]) -> bool:
    """Tell whether the phrase is said of 'us' or 'me', so that the speaker is the subject."""
    tokens = sentence.tokens
    if sentence.language == "ru":
        return _is_russian_first_person(tokens[found.first].lower)
    if sentence.language == "kk":
        return tokens[found.stop - 1].lower.endswith(tuple(read_words("first_person", "kk")))
    before = {token.lower for token in tokens[max(0, found.first - 2) : found.first]}
    return not before.isdisjoint(read_words("first_person", "en"))


@functools.lru_cache(maxsize=8192)
def _is_russian_first_person(word: str) -> bool:
    return "1per" in open_russian().parse(word)[0].tag
