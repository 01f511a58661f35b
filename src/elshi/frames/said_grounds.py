"""Why each field of a position, initiative, commitment, tenure or chairmanship has its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.frames.account import Account
from elshi.frames.clauses import span_of
from elshi.frames.voices import Holder
from elshi.lexicon.topics import find_topics
from elshi.model.ground import Ground, name_rule
from elshi.model.markup import DateMention, Person, Title

_WORDED = ("surface", "target", "name")  # fields that are words of the report as they stand


def ground_words() -> Iterator[Ground]:
    """Yield the ground of the fields that hold the report's own words: the clause that the trigger opens."""
    yield from (Ground(field, "clause") for field in _WORDED)


def ground_holder(account: Account, holder: Holder) -> Iterator[Ground]:
    """Yield why it is this holder, and why the holder stands for that country."""
    yield Ground("holder", holder.way or "trigger")
    title = _find_title(account.markup.people, holder.name)
    if holder.represents:
        yield Ground("represents", title.rule if title and title.rule else "own_code")


def ground_topics(account: Account, index: int, clause: tuple[int, int]) -> Iterator[Ground]:
    """Yield, of each topic of the clause in sentence `index`, the words that name it."""
    sentence = account.stages[index].sentence
    words = span_of(sentence, clause)
    for topic, span in find_topics(sentence):
        if words.overlaps(span):
            yield Ground("topics", name_rule("topic_word", span.quote(account.report.text)), topic)


def ground_due(date: DateMention | None) -> Iterator[Ground]:
    """Yield why the commitment is due then: by words of a deadline, or the last date of the sentence."""
    rule = name_rule("deadline" if date.kind == "by" else "dated", date.surface) if date else "no_date"
    yield from (Ground(field, rule) for field in ("due", "due_reason"))


def ground_bound(holders: Iterable[Holder]) -> Iterator[Ground]:
    """Yield why just these are bound."""
    yield from (Ground("by", h.way or "trigger", h.represents) for h in holders if h.represents)
    yield Ground("by", "all_sides")


def ground_tenure(person: Person, title: Title) -> Iterator[Ground]:
    """Yield why the person holds the office, serves that country and is posted there."""
    titled = name_rule("title", title.text)
    yield from (Ground(field, titled) for field in ("office", "office_text", "body_text", "former"))
    yield from (Ground(field, "name_as_written") for field in ("person", "surface", "native_name"))
    if title.represents or person.country:
        yield Ground("represents", (title.rule or titled) if title.represents else "beside_name")
    yield Ground("posted_to", name_rule("post", title.text))


def _find_title(people: Iterable[Person], name: str) -> Title | None:
    return next((title for person in people if person.name == name for title in person.titles[:1]), None)
