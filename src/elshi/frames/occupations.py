"""Occupations: who does what where, of anybody whose job a Russian report states.

Wider than tenures, which are those of officials: the markup must have been made with
`RuleMentions(find_any_jobs)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.lexicon.cues import read_cues
from elshi.lexicon.jobs import JobKind, find_jobs, read_workplaces
from elshi.lexicon.match import Found
from elshi.lexicon.words import finite_verb, is_preposition
from elshi.model.markup import Markup, Sentence, Title, Token
from elshi.model.span import Span
from elshi.text.morphology import open_russian, read_lemmas

_ENDS = frozenset({",", ";", ":", ".", "—", "–", "(", ")", "!", "?"})
_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”“')
_LONGEST = 14  # tokens in what somebody works for


@dataclass(frozen=True, slots=True)
class Occupation:
    """The number of a person in Markup.people, the words of the job, and those of where it is."""

    person: int
    job: Span
    where: Span


def find_occupations(markup: Markup) -> tuple[Occupation, ...]:
    """Return the occupations that the report states with the body or country, in the order of people."""
    found = (
        occupation
        for number, person in enumerate(markup.people)
        for title in person.titles
        for occupation in _read_title(markup, number, title)
    )
    first = {_name(markup, occupation): occupation for occupation in reversed(tuple(found))}
    return tuple(sorted(first.values(), key=lambda occupation: occupation.person))


def _name(markup: Markup, occupation: Occupation) -> tuple[int, str, str]:
    """Return what makes an occupation the same when it is told again: base forms, a country by its code."""
    codes = (m.value for m in markup.mentions if m.span == occupation.where and m.value)
    where = next(codes, None) or _base(markup, occupation.where)
    return occupation.person, _base(markup, occupation.job), where


def _base(markup: Markup, span: Span) -> str:
    tokens = (t for s in markup.sentences if s.span.covers(span) for t in s.tokens if span.covers(t.span))
    return " ".join(
        min(read_lemmas(token.lower, "ru"), key=lambda form: (len(form), form)) for token in tokens
    )


def _read_title(markup: Markup, number: int, title: Title) -> Iterator[Occupation]:
    sentence = next(s for s in markup.sentences if s.span.covers(title.span))
    job = next((j for j in find_jobs(sentence) if title.span.covers(j.span)), None)
    if job is None or _is_plural(sentence.tokens[job.first]) or _is_of_many(sentence, job):
        return
    first = _skip_portfolio(markup, sentence, job)
    stop = _find_stop(markup, sentence, first)
    where = _find_where(markup, sentence, job, title, (first, stop))
    if where is not None:
        last = sentence.tokens[first - 1].span.stop
        yield Occupation(number, Span(_find_start(sentence, job), last), where)


def _find_start(sentence: Sentence, job: Found[JobKind]) -> int:
    """Return where the words of the job begin: 'бывший' right before it is of them, as 'экс-' is."""
    before = sentence.tokens[job.first - 1] if job.first else None
    former = before is not None and before.lower in read_cues("former", "ru")
    return before.span.start if before is not None and former else job.span.start


def _skip_portfolio(markup: Markup, sentence: Sentence, job: Found[JobKind]) -> int:
    """Return the token after the field of a job: 'министр молодежи', 'директор по связям'."""
    stop = job.stop
    following = [t.lower for t in sentence.tokens[stop : stop + 1]]
    if job.value != "portfolio" and not read_cues("job_fields", "ru").stand_in(following):
        return stop
    while stop < len(sentence.tokens) and _is_plain(markup, sentence.tokens[stop]):
        stop += 1
    return stop


def _is_plain(markup: Markup, token: Token) -> bool:
    named = any(m.span.overlaps(token.span) for m in markup.mentions if m.label != "office")
    return token.text.islower() and not named and not finite_verb(token, "ru")


def _find_stop(markup: Markup, sentence: Sentence, first: int) -> int:
    """Return where the words about the job end: at a mark, a verb, a preposition, a name or another job."""
    tokens = sentence.tokens
    names = [span for p in markup.people for span in p.mentions if span.start >= tokens[first - 1].span.stop]
    jobs = {job.first for job in find_jobs(sentence)}
    stop, quoted = first, False
    while stop < min(len(tokens), first + _LONGEST):
        token = tokens[stop]
        if token.text in _OPENING and not quoted:
            quoted = True
        elif token.text in _CLOSING:
            quoted = False
        elif not quoted and (
            token.text in _ENDS
            or stop in jobs
            or any(span.covers(token.span) for span in names)
            or finite_verb(token, "ru")
            or token.lower in read_cues("sends_to", "ru")
            or token.lower in read_cues("before_another_name", "ru")
            or (stop > first and tokens[stop - 1].text.isupper() and is_preposition(token.lower))
        ):
            break
        stop += 1
    while stop > first and tokens[stop - 1].lower in read_cues("person_links", "ru"):
        stop -= 1
    return stop


def _is_plural(token: Token) -> bool:
    parses = [p for p in open_russian().parse(token.lower) if p.tag.POS == "NOUN"]
    return bool(parses) and all(p.tag.number == "plur" for p in parses)


def _is_of_many(sentence: Sentence, job: Found[JobKind]) -> bool:
    """Tell whether several hold the job, each somewhere else: 'главы правительств'."""
    several = any(p.tag.number == "plur" for p in open_russian().parse(sentence.tokens[job.first].lower))
    places = (
        t for t in sentence.tokens[job.stop : job.stop + 1] if read_lemmas(t.lower, "ru") & read_workplaces()
    )
    return several and any(_is_plural(token) for token in places)


def _find_where(
    markup: Markup, sentence: Sentence, job: Found[JobKind], title: Title, room: tuple[int, int]
) -> Span | None:
    """Return the body or country: the words after the job, a nationality before it, or the state's name."""
    tokens = sentence.tokens[slice(*room)]
    if tokens and _is_named(markup, tokens):
        return _quoted(tokens) or Span(tokens[0].span.start, tokens[-1].span.stop)
    if tokens or job.value == "plain":
        return None
    before = sentence.tokens[job.first - 1] if job.first else None
    for mention in markup.mentions:
        if before and mention.label == "nationality" and mention.span.covers(before.span):
            return mention.span
    return _find_state(markup, title)


def _is_named(markup: Markup, tokens: tuple[Token, ...]) -> bool:
    """Tell whether the words name a body or country: 'командир корабля' says nothing of where."""
    inside = Span(tokens[0].span.start, tokens[-1].span.stop)
    named = any(
        inside.covers(m.span)
        for m in markup.mentions
        if m.label in {"country", "nationality", "body", "place"}
    )
    body = any(read_lemmas(t.lower, "ru") & read_workplaces() for t in tokens)
    return named or body or any(t.capital or t.text in _OPENING for t in tokens)


def _quoted(tokens: tuple[Token, ...]) -> Span | None:
    """Return the name in quotation marks that ends the words: 'газеты «Новый день»'."""
    opened = next((i for i, t in enumerate(tokens) if t.text in _OPENING), None)
    if opened is None or tokens[-1].text not in _CLOSING or opened + 1 >= len(tokens) - 1:
        return None
    return Span(tokens[opened + 1].span.start, tokens[-2].span.stop)


def _find_state(markup: Markup, title: Title) -> Span | None:
    """Return where the report first names the state that the bearer serves."""
    named = (m for m in markup.mentions if m.label == "country" and m.value == title.represents)
    return next((m.span for m in named if title.represents), None)
