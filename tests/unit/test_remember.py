"""What is remembered: the very same value, and nothing that only equals it."""

from __future__ import annotations

from elshi.frames.contents import find_contents
from elshi.model.markup import Markup, Mention, Person, Sentence, Title
from elshi.model.span import Span
from elshi.text.remember import Same, remember
from elshi.text.segment import tokenize


def test_the_very_same_value_is_asked_about_once() -> None:
    """The second question about one tuple gets the first answer, without another search."""
    asked: list[tuple[str, ...]] = []

    def count(words: tuple[str, ...]) -> int:
        asked.append(words)
        return len(words)

    remembered, words = remember(count), ("the", "envoy")
    assert (remembered(words), remembered(words)) == (2, 2)
    assert asked == [words]


def test_an_equal_value_is_another_one() -> None:
    """Two sentences with the same words are two: what stands in one is not said of the other."""
    one, other = tokenize("Meeting held", Span(0, 12)), tokenize("Meeting held", Span(0, 12))
    assert one == other
    assert Same(one) == Same(one)
    assert Same(one) != Same(other)


def _make_sentence(text: str, start: int, stop: int) -> Sentence:
    span = Span(start, stop)
    return Sentence(span, 0, "en", tokenize(text, span))


def test_a_sentence_has_its_own_mentions_and_people() -> None:
    """A person is found in the sentences that name him, by his title where they give nothing else."""
    text = "Minister Ivan Petrov came. The minister left Peru."
    first, second = _make_sentence(text, 0, 26), _make_sentence(text, 27, 50)
    name, title, again, peru = Span(9, 20), Span(0, 8), Span(31, 39), Span(45, 49)
    titles = tuple(Title(span, "minister", span.quote(text), None) for span in (title, again))
    person = Person(name, "Ivan Petrov", "Ivan Petrov", (name,), titles)
    mention = Mention("country", peru, "Peru", "PE", "gazetteer")
    markup = Markup((first, second), (mention,), (), (person,))
    here, there = find_contents(first, markup), find_contents(second, markup)
    assert (here.mentions, here.titles, here.people) == ((), (title,), ((person, (name,)),))
    assert (there.mentions, there.titles, there.people) == ((mention,), (again,), ((person, (again,)),))
