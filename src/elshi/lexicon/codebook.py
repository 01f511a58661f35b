"""What each code of the public record is called and what it means, in three languages."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from elshi.lexicon.schema import read_fields
from elshi.model.report import LANGUAGES, Language

Group = Literal[
    "kind", "type", "status", "office", "level", "stance", "initiative_status", "role", "date_basis", "topic"
]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)
_FILE = "codebook.yml"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code: its `labels` (what interfaces call it) and `abouts` (what it means) by language.

    `level` is the rank of an office, None for any other code.
    """

    group: Group
    code: str
    labels: Mapping[Language, str]
    abouts: Mapping[Language, str]
    level: str | None = None


@functools.cache
def load_codebook() -> Mapping[tuple[str, str], Meaning]:
    """Return the meanings by group and code, in the order of lists and legends. Raises LexiconError."""
    found: dict[tuple[str, str], Meaning] = {}
    for fields in read_fields(_FILE):
        group, code = fields.take_choice("group", GROUPS), fields.take_text("code")
        if (group, code) in found:
            fields.refuse(f"the code {code!r} stands twice")
        texts = {language: fields.take_inner(language) for language in LANGUAGES}
        found[group, code] = Meaning(
            group,  # type: ignore[arg-type]  # take_choice refuses anything else
            code,
            {language: text.take_text("label") for language, text in texts.items()},
            {language: text.take_text("about") for language, text in texts.items()},
            fields.take_optional_text("level"),
        )
        for text in texts.values():
            text.close()
    return found


def list_meanings(group: Group) -> tuple[Meaning, ...]:
    """Return the meanings of a group in the order of lists and legends."""
    return tuple(meaning for meaning in load_codebook().values() if meaning.group == group)


def name_code(group: str, code: str, language: Language) -> str:
    """Return what `code` is called in `language`; a code that the codebook lacks as it is, with blanks."""
    meaning = load_codebook().get((group, code))
    return meaning.labels[language] if meaning else code.replace("_", " ")


def find_level(offices: Iterable[str | None]) -> str | None:
    """Return the highest level of `offices`, None where none of them has one."""
    order = [meaning.code for meaning in list_meanings("level")]
    known = (load_codebook().get(("office", office)) for office in offices if office)
    levels = {meaning.level for meaning in known if meaning}
    return next((level for level in order if level in levels), None)
