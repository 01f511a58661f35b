"""The words of a stance: which stretch of the sentence states it, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.lexicon.match import Found
from elshi.lexicon.said import Trigger, read_words
from elshi.model.markup import Sentence, Token
from elshi.model.report import Report
from elshi.model.span import Evidence, Span

LONGEST_EVIDENCE = 600  # characters; a longer sentence is quoted by the clause alone
_LONGEST_CLAUSE = 40  # tokens
_LONGEST_NAME = 5  # words of an English name before 'initiative'
_CONJUNCTIONS = read_words("conjunction", "ru") | read_words("conjunction", "en")
_FEWEST = 2  # an object of fewer words is looked for on the other side
_MARKS = " ,;:.–—-«»“”\"'()…!?"
_ENDS = frozenset({";", ".", "…", "!", "?"})
_DASHES = frozenset({"–", "—"})


def find_clause(
    sentence: Sentence, found: Found[Trigger], others: Sequence[Found[Trigger]]
) -> tuple[int, int]:
    """Return the tokens [first, stop) of the clause that `found` makes.

    In Russian and English the object follows: the clause runs to the next trigger, a full stop or
    a dash before who said it. In Kazakh it stands before: the clause begins after the last verb.
    """
    tokens = sentence.tokens
    if sentence.language == "kk":
        return _begin_before(tokens, found, others), found.stop
    named = sentence.language == "en" and found.value.manner == "named"
    first = _begin_name(tokens, found) if named else found.first
    stop = min([o.first for o in others if o.first >= found.stop], default=len(tokens))
    stop = min(stop, found.first + _LONGEST_CLAUSE)
    ahead = range(found.stop, stop)
    stop = next((i for i in ahead if _ends_clause(tokens, i, named=named)), stop)
    return first, _trim(tokens, found.stop, stop)


def _ends_clause(tokens: Sequence[Token], place: int, *, named: bool) -> bool:
    """Tell whether the clause ends before token `place`; a name ends at a conjunction too."""
    if named and tokens[place].lower in _CONJUNCTIONS:
        return True
    quoted = tokens[place].text in _DASHES and tokens[place - 1].text == ","
    return quoted or tokens[place].text in _ENDS


def _begin_name(tokens: Sequence[Token], found: Found[Trigger]) -> int:
    """Return where an English name that ends in the phrase begins: 'the tropical belt initiative'."""
    first = found.first
    leading = frozenset().union(
        *(read_words(role, "en") for role in ("article", "preposition", "conjunction"))
    )
    while first > max(0, found.first - _LONGEST_NAME) and not (
        tokens[first - 1].text in _MARKS or tokens[first - 1].lower in leading
    ):
        first -= 1
    return first


def _begin_before(tokens: Sequence[Token], found: Found[Trigger], others: Sequence[Found[Trigger]]) -> int:
    lowest = max([o.stop for o in others if o.stop <= found.first], default=0)
    lowest = max(lowest, found.first - _LONGEST_CLAUSE)
    for i in range(found.first - 1, lowest, -1):
        if tokens[i].text == "," and tokens[i - 1].lower.endswith(tuple(read_words("ending", "kk"))):
            return i + 1
    while lowest < found.first and tokens[lowest].text in _MARKS:
        lowest += 1
    return lowest


def _trim(tokens: Sequence[Token], lowest: int, stop: int) -> int:
    while stop > lowest and (tokens[stop - 1].text in _MARKS or tokens[stop - 1].lower in _CONJUNCTIONS):
        stop -= 1
    return stop


def quote_clause(report: Report, sentence: Sentence, clause: tuple[int, int]) -> str:
    """Return the words of the clause exactly as the report has them."""
    return span_of(sentence, clause).quote(report.text)


def span_of(sentence: Sentence, clause: tuple[int, int]) -> Span:
    """Return the span of tokens [first, stop) of `sentence`; there must be at least one."""
    first, stop = clause
    return Span(sentence.tokens[first].span.start, sentence.tokens[stop - 1].span.stop)


def take_evidence(report: Report, sentence: Sentence, clause: tuple[int, int]) -> tuple[Evidence, ...]:
    """Return the sentence as evidence, or the clause alone where the sentence is long."""
    whole = sentence.span
    span = whole if whole.stop - whole.start <= LONGEST_EVIDENCE else span_of(sentence, clause)
    return (Evidence.take(report.text, span),)


def read_target(
    report: Report, sentence: Sentence, found: Found[Trigger], clause: tuple[int, int], subject: int = 0
) -> str:
    """Return what the stance is about: the words of the clause without the trigger.

    `subject` is the token after the subject, which in Kazakh stands before what it speaks of.
    """
    begun = subject if clause[0] < subject <= found.first - _FEWEST else clause[0]
    before, after = (begun, found.first), (found.stop, clause[1])
    sides = (before, after) if sentence.language == "kk" else (after, before)
    for first, stop in sides:
        if stop - first >= _FEWEST:
            return _words(report, sentence, first, stop)
    if found.first >= _FEWEST:
        return _words(report, sentence, 0, found.first)
    return _words(report, sentence, *clause)


def _words(report: Report, sentence: Sentence, first: int, stop: int) -> str:
    return span_of(sentence, (first, stop)).quote(report.text).strip(_MARKS)
