"""Where each base form stands in a row of tokens, looked up once for all the phrases sought there."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from elshi.model.markup import Token
from elshi.model.report import LANGUAGES, Language
from elshi.text.morphology import read_lemmas
from elshi.text.remember import remember


@dataclass(frozen=True, slots=True, eq=False)
class TokenIndex:
    """The tokens of one sentence, the base forms of each, and by base form the tokens that have it."""

    tokens: tuple[Token, ...]
    lemmas: tuple[frozenset[str], ...]
    places: Mapping[str, tuple[int, ...]]


def index_tokens(tokens: tuple[Token, ...], language: Language) -> TokenIndex:
    """Return the index of `tokens`: for a tuple asked about before the very same one, while it is held."""
    return _indexers()[language](tokens)


@functools.cache
def _indexers() -> Mapping[Language, Callable[[tuple[Token, ...]], TokenIndex]]:
    return {language: remember(functools.partial(_index, language=language)) for language in LANGUAGES}


def _index(tokens: tuple[Token, ...], language: Language) -> TokenIndex:
    lemmas = tuple(read_lemmas(token.lower, language) for token in tokens)
    places: dict[str, list[int]] = defaultdict(list)
    for number, forms in enumerate(lemmas):
        for form in forms:
            places[form].append(number)
    return TokenIndex(tokens, lemmas, {form: tuple(numbers) for form, numbers in places.items()})
