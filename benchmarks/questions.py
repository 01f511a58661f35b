"""What a large register is asked when it is measured: one line a kind of question, each drawn from a seed."""

from __future__ import annotations

import datetime as dt
import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.invented.happenings import BEGIN
from benchmarks.invented.words import read_words
from elshi.model.query import Query
from elshi.register import Register

_SHOWN = 50  # entries a listing shows


@dataclass(frozen=True, slots=True)
class Span:
    """The median and the 95th percentile of a kind of question, in milliseconds."""

    median: float
    slow: float


@dataclass(frozen=True, slots=True)
class Asker:
    """Draws what is asked for: of the people, countries, topics, words and days that the register has."""

    register: Register
    chance: random.Random
    days: int

    def draw_day(self) -> dt.date:
        """Return a day of the register."""
        return BEGIN + dt.timedelta(days=self.chance.randrange(max(self.days, 1)))

    def draw_country(self) -> str:
        """Return the code of a country other than the first, which takes part in everything."""
        return str(self.chance.choice(read_words()["countries"][1:])["code"])

    def draw_topic(self) -> str:
        """Return the code of a topic."""
        return str(self.chance.choice(read_words()["topics"])["topic"])

    def draw_name(self) -> str:
        """Return a name in one of the three scripts; somebody may bear it or nobody."""
        names = read_words()["names"][self.chance.choice(list(read_words()["names"]))]
        place = self.chance.randrange(2)
        return f"{self.chance.choice(names['given'])[place]} {self.chance.choice(names['family'])[place]}"

    def draw_phrase(self) -> str:
        """Return words that reports say: the target of a stance, a promise, or an office, in one language."""
        words, language = read_words(), self.chance.choice(("kk", "ru", "en"))
        targets = [position[language][1] for position in words["positions"]]
        offices = [office[language] for office in words["offices"]]
        return str(self.chance.choice([*targets, *words["pledges"][language][1:], *offices]))

    def draw_word(self) -> str:
        """Return a longer word of such a phrase."""
        return self.chance.choice([word for word in self.draw_phrase().split() if len(word) > 4])  # noqa: PLR2004 - no particles

    def draw_slip(self) -> str:
        """Return such a word with two letters swapped."""
        word = self.draw_word()
        return word[:2] + word[3:1:-1] + word[4:]

    def list_some(self, query: Query) -> object:
        """Ask for a page of entries."""
        return list(self.register.find(query))

    def find_one(self, kind: str) -> str:
        """Return the id of an entry of a kind, of the days before a drawn one."""
        query = Query(kind=kind, until=self.draw_day(), limit=1)  # type: ignore[arg-type] # a kind of ours
        return next((entry.id for entry in self.register.find(query)), "")


Ask = Callable[[Asker, str], object]
Clock = Callable[[], float]  # seconds


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question: its name, what is drawn before the clock runs, and how it is asked."""

    name: str
    draw: Callable[[Asker], str]
    ask: Ask


def _draw_nothing(_: Asker) -> str:
    return ""


def _draw_engagement(asker: Asker) -> str:
    return asker.find_one("engagement")


def _draw_tenure(asker: Asker) -> str:
    return asker.find_one("tenure")


KINDS: Sequence[Kind] = (
    Kind("find: newest", _draw_nothing, lambda a, _: a.list_some(Query(limit=_SHOWN))),
    Kind("find: country and topic", Asker.draw_country, lambda a, code: a.list_some(
        Query(country=code, topic=a.draw_topic(), limit=_SHOWN))),
    Kind("find: meetings of a month", _draw_nothing, lambda a, _: a.list_some(
        Query(kind="engagement", type="meeting", since=(day := a.draw_day()),
              until=day + dt.timedelta(days=30), limit=_SHOWN))),
    Kind("find: person", Asker.draw_name, lambda a, name: a.list_some(Query(who=name, limit=_SHOWN))),
    Kind("find: a word", Asker.draw_word, lambda a, word: a.list_some(Query(words=word, limit=_SHOWN))),
    Kind("find: positions of a country", Asker.draw_country, lambda a, code: a.list_some(
        Query(kind="position", country=code, limit=_SHOWN))),
    Kind("count: country and topic", Asker.draw_country, lambda a, code: a.register.count(
        Query(country=code, topic=a.draw_topic()))),
    Kind("show: an engagement", _draw_engagement, lambda a, ident: a.register.show(ident)),
    Kind("show: a tenure", _draw_tenure, lambda a, ident: a.register.show(ident)),
    Kind("search: a name", Asker.draw_name, lambda a, name: a.register.search(name)),
    Kind("search: a common word", Asker.draw_word, lambda a, word: a.register.search(word)),
    Kind("search: words and a field", Asker.draw_phrase, lambda a, words: a.register.search(
        f"{words} country:{a.draw_country()}")),
    Kind("search: a phrase", Asker.draw_phrase, lambda a, words: a.register.search(f'"{words}"')),
    Kind("search: a slip", Asker.draw_slip, lambda a, word: a.register.search(word)),
)  # fmt: skip


def measure_kind(asker: Asker, kind: Kind, times: int, clock: Clock) -> Span:
    """Ask `times` questions of a kind, the first of which does not count; return how long they took."""
    spent = []
    for _ in range(times + 1):
        drawn = kind.draw(asker)
        begun = clock()
        kind.ask(asker, drawn)
        spent.append((clock() - begun) * 1000)
    return Span(statistics.median(spent[1:]), statistics.quantiles(spent[1:], n=20)[-1])


def ask_register(
    register: Register, engagements: int, per_day: int, times: int, clock: Clock
) -> dict[str, Span]:
    """Return how long each kind of question took by `clock`, by its name."""
    asker = Asker(register, random.Random(7), engagements // per_day)  # noqa: S311 - no secret
    return {kind.name: measure_kind(asker, kind, times, clock) for kind in KINDS}
