"""Help: the keys, how to ask, and the codebook in the language of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.exports.tables import write_row
from elshi.lexicon.codebook import GROUPS, Meaning, list_meanings
from elshi.locales import N_
from elshi.model.report import LANGUAGES
from elshi.register import View
from elshi.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Key:
    """A key by its place on the keyboard, the letter shown for it, and what it does."""

    code: str
    shown: str
    does: str


@dataclass(frozen=True, slots=True)
class Help:
    """The keys and the codes of every group of the record, each with its name and meaning by language."""

    keys: tuple[Key, ...]
    groups: tuple[tuple[str, tuple[Meaning, ...]], ...]


# Keys are told by their place, so that they are the same on Kazakh, Russian and English keyboards.
KEYS = (
    Key("Slash", "/", N_("Go to the search")),
    Key("KeyJ", "j", N_("To the next entry of a list")),
    Key("KeyK", "k", N_("To the entry before it")),
    Key("Enter", "Enter", N_("Open the entry")),
    Key("KeyT", "t", N_("Go to Today")),
    Key("KeyE", "e", N_("Go to the engagements")),
    Key("KeyH", "h", N_("Go to this help")),
)


def show_help(view: View, asked: Asked) -> Help:
    """Return the keys and the codebook."""
    del view, asked
    return Help(KEYS, tuple((group, list_meanings(group)) for group in GROUPS))


def write_codebook(view: View, asked: Asked) -> Iterator[str]:
    """Yield the codebook in all languages as CSV."""
    del view, asked
    yield write_row(("group", "code", *LANGUAGES, *(f"about_{language}" for language in LANGUAGES)))
    for group in GROUPS:
        for meaning in list_meanings(group):
            texts = [
                *(meaning.labels[lang] for lang in LANGUAGES),
                *(meaning.abouts[lang] for lang in LANGUAGES),
            ]
            yield write_row((group, meaning.code, *texts))
