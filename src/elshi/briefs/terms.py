"""Names that stand in sentences, each in the form that its sentence asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from elshi.briefs.phrases import Phrases
from elshi.model.report import Language
from elshi.text.kazakh import Case
from elshi.text.kazakh_cases import decline_kazakh, decline_kazakh_name, is_front, join_kazakh
from elshi.text.russian_cases import (
    decline_russian,
    decline_russian_name,
    join_into,
    join_with,
    join_within,
    read_name_gender,
)
from elshi.text.russian_parts import RUSSIAN_CASES, RussianCase

Kind = Literal["place", "office", "name"]
_KAZAKH_CASES: tuple[Case, ...] = get_args(Case)


class Term(Protocol):
    """What can be said in a form: a case of the language, or one of the forms that phrases name."""

    @property
    def declines(self) -> bool:
        """Tell whether it is known how the words decline."""
        ...

    def say(self, form: str) -> str:
        """Return the words in `form`, the empty one for the nominative."""
        ...


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a place, office or person in `language`, in the nominative.

    `article` tells that English says 'the' before it, `surnames` that a Russian name in -ин is a surname.
    """

    text: str
    language: Language
    kind: Kind
    article: bool = False
    surnames: bool = True

    def say(self, form: str) -> str:
        """Return the name in `form`."""
        if self.language == "ru":
            return self._say_russian(form)
        return self._say_kazakh(form) if self.language == "kk" else self._say_english(form)

    @property
    def declines(self) -> bool:
        """Tell whether it is known how the name declines."""
        return self.language != "ru" or self.kind != "name" or read_name_gender(self.text) is not None

    def _say_russian(self, form: str) -> str:
        if form == "at":
            return join_within(self.text)
        if form == "into":
            return join_into(self.text)
        if form == "with":
            return join_with(self._decline_russian("ablt"))
        case = next((case for case in RUSSIAN_CASES if case == form), None)
        return self._decline_russian(case) if case else self.text

    def _decline_russian(self, case: RussianCase) -> str:
        if self.kind == "name":
            return decline_russian_name(self.text, case, surnames=self.surnames)
        return decline_russian(self.text, case)

    def _say_kazakh(self, form: str) -> str:
        if form == "relative":
            place = decline_kazakh(self.text, "locative")
            return place + ("гі" if is_front(place) else "ғы")
        case = next((case for case in _KAZAKH_CASES if case == form), None)
        if case is None:
            return self.text
        return (
            decline_kazakh_name(self.text, case) if self.kind == "name" else decline_kazakh(self.text, case)
        )

    def _say_english(self, form: str) -> str:
        said = f"the {self.text}" if self.article and form else self.text
        return {"at": f"in {said}", "into": f"to {said}"}.get(form, said)


@dataclass(frozen=True, slots=True)
class Titled:
    """A person with the whole title before the name: both decline in Russian, in Kazakh the name alone."""

    title: Name
    name: Name

    def say(self, form: str) -> str:
        """Return title and name in `form`."""
        if self.name.language == "kk":
            return f"{self.title.text} {self.name.say(form)}"
        if form == "with":
            return join_with(f"{self.title.say('ablt')} {self.name.say('ablt')}")
        return f"{self.title.say(form)} {self.name.say(form)}"

    @property
    def declines(self) -> bool:
        """Tell whether it is known how the name declines."""
        return self.name.declines


@dataclass(frozen=True, slots=True)
class Several:
    """Several terms, said one after another with 'and' before the last."""

    terms: tuple[Term, ...]
    phrases: Phrases

    @property
    def declines(self) -> bool:
        """Tell whether it is known how all of them decline."""
        return all(term.declines for term in self.terms)

    def say(self, form: str) -> str:
        """Return them all in `form`; in Kazakh the last alone takes the ending."""
        if self.phrases.language == "kk":
            said = [term.say("") for term in self.terms[:-1]] + [self.terms[-1].say(form)]
            return _join(said, self.phrases)
        if form == "with" and len(self.terms) > 1:
            return join_with(_join([term.say("ablt") for term in self.terms], self.phrases))
        return _join([term.say(form) for term in self.terms], self.phrases)


def _join(said: Sequence[str], phrases: Phrases) -> str:
    if len(said) == 1:
        return said[0]
    if phrases.language == "kk" and len(said) == len("ab"):
        return join_kazakh(said[0], said[1])
    return ", ".join(said[:-1]) + str(phrases.read("and")) + said[-1]
