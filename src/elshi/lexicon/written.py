"""Names as the press writes them: spellings of one name, their patterns, and whether capitals agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from elshi.model.markup import Token
from elshi.model.report import Language
from elshi.model.span import Span
from elshi.text.remember import remember
from elshi.text.segment import tokenize

_HYPHEN = re.compile(r"[-\u2011]")
_SWAPS = (
    ("'", ("'", "’")),
    (" – ", (" – ", " — ", " - ")),
    ("«", ("«", '"', "“", "")),
)
_CLOSING = {"«": "»", '"': '"', "“": "”", "": ""}


def spell(name: str) -> Iterator[str]:
    """Yield `name` in the ways it is set: other apostrophes, dashes and quotation marks.

    A hyphened name comes also in its parts ('Шри Ланка'), as it stands within a compound:
    'Қазақстан-Шри-Ланка'.
    """
    plain = name.replace("’", "'").replace(" — ", " – ")
    choices = [marks if mark in plain else (mark,) for mark, marks in _SWAPS]
    for chosen in product(*choices):
        written = plain
        for (mark, _), other in zip(_SWAPS, chosen, strict=True):
            written = written.replace(mark, other)
        written = written.replace("»", _CLOSING.get(chosen[-1], "»"))
        yield written
        if _HYPHEN.search(written):
            yield _HYPHEN.sub(" ", written)


def write_pattern(name: str, language: Language) -> str:
    """Return the pattern that finds `name` in its inflected forms.

    A name that the lexicon writes with '=' stands in no other form ('=Семей', which is 'families'
    too). Russian abbreviations do not inflect either: 'РФ' has no base form to go by.
    """
    only = name.startswith("=")
    words = (token.text for token in split_name(name))
    return " ".join(
        f"={word}" if only or (language == "ru" and is_abbreviation(word)) else word for word in words
    )


def split_name(name: str) -> tuple[Token, ...]:
    """Return the tokens of `name`, divided as a sentence is."""
    return tokenize(name.removeprefix("="), Span(0, len(name.removeprefix("="))))


def is_abbreviation(word: str) -> bool:
    """Tell whether `word` is set in capitals: at least two, or one beside a digit ('АҚШ', 'РУз', 'G20')."""
    capitals = sum(letter.isupper() for letter in word)
    return (capitals > 1 and "-" not in word) or bool(capitals and re.search(r"\d", word))


def agrees(name: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Tell whether `tokens` are capitalised as `name` is.

    A name with a capital needs one at its beginning ('Того' is a country, 'того' a pronoun), and
    an abbreviation must stand in its capitals ('US', not 'us'). Words in small letters may
    stand either way, as at the beginning of a sentence or in a title.
    """
    if len(name) != len(tokens):
        return False
    if name[0].capital and not tokens[0].capital:
        return False
    return all(
        token.text.startswith(word.text)
        for word, token in zip(name, tokens, strict=True)
        if is_abbreviation(word.text)
    )


@remember
def split_compounds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return `tokens` with the hyphened ones in their parts; `tokens` itself where there are none."""
    if not any(_HYPHEN.search(token.text) and len(token.text) > 1 for token in tokens):
        return tokens
    return tuple(part for token in tokens for part in _split(token))


def _split(token: Token) -> tuple[Token, ...]:
    if len(token.text) == 1 or not _HYPHEN.search(token.text):
        return (token,)
    blanked = _HYPHEN.sub(" ", token.text)
    start = token.span.start
    return tuple(
        Token(Span(start + p.span.start, start + p.span.stop), p.text, p.lower)
        for p in tokenize(blanked, Span(0, len(blanked)))
    )
