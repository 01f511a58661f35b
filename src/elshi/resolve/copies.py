"""Wire copies: reports whose every sentence another report has said before.

A report is a copy of another where each of its sentences, word by word, is one of the other's, but for
marks, capitals and the clause that says who passes it on (', передает Kazinform'). What a copy leaves out
does no harm; a word, a name or a number that it has more, or otherwise, makes it a report of its own.
Dateline and boilerplate differ from publisher to publisher and are not compared; a headline is, unless all
that it names stands in the text below it.

`benchmarks/copies.py` measures this beside MinHash over shingles.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from elshi.lexicon.cues import read_cues
from elshi.model.markup import Sentence, Token
from elshi.model.report import Language, Report
from elshi.model.span import Span
from elshi.text.segment import split_sentences

LEAST_WORDS = 25  # in all; of a shorter text nobody can say that two did not write it
MOST_DAYS = 2  # between the two; the same words later may mean another 'today'
_LONGEST_CLAUSE = 10  # words of who passes it on
_LONGEST_HEADLINE = 25  # words
_STEM = 4  # letters by which a name is known again in another case
_DAY = len("2026-03-12")


def list_sentences(report: Report) -> frozenset[int]:
    """Return the digests (64 bits, signed) of all that `report` says, none where it is too short."""
    written = [words for sentence in _split(report) if (words := _list_words(sentence))]
    return _digest_all(written, report, _list_days(report))


def list_needed(report: Report) -> frozenset[int]:
    """Return the digests of what another report must say for `report` to be its copy.

    None where it is too short to tell. That is all but a headline of which everything stands in the text.
    """
    sentences = _split(report)
    headline = [s for s in sentences if _is_headline(s, sentences, report)]
    body = [s for s in sentences if s not in headline]
    repeated = body and all(_repeats(s, body) for s in headline)
    written = [words for s in (body if repeated else sentences) if (words := _list_words(s))]
    days = _list_days(report) if report.published is None else []
    return _digest_all(written, report, days)


def may_be_copies(one: str | None, other: str | None) -> bool:
    """Tell whether reports of these days of publication (EDTF; None unknown) may be copies of each other."""
    if one is None or other is None:
        return True
    if len(one) < _DAY or len(other) < _DAY:
        return one[: len(other)] == other[: len(one)]
    return abs(dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days <= MOST_DAYS


def _split(report: Report) -> list[Sentence]:
    skip: tuple[Span, ...] = (*report.boilerplate, *(dateline.span for dateline in report.datelines))
    return list(split_sentences(report.text, report.paragraphs, skip))


def _is_headline(sentence: Sentence, sentences: Sequence[Sentence], report: Report) -> bool:
    """Tell whether a sentence is the title, or stands first without a stop, alone in its paragraph."""
    if report.headline:
        return report.headline.start <= sentence.span.start < report.headline.stop
    alone = len(sentences) > 1 and sentences[1].paragraph != sentence.paragraph
    ends = sentence.tokens[-1].text[-1:] in ".!?…"
    return sentence is sentences[0] and alone and not ends and len(sentence.tokens) <= _LONGEST_HEADLINE


def _repeats(headline: Sentence, body: Sequence[Sentence]) -> bool:
    """Tell whether every name and number of `headline` stands in `body` too, in whatever case."""
    said = {_stem(token) for sentence in body for token in sentence.tokens}
    return all(
        _stem(token) in said for token in headline.tokens if not token.text[0].islower() and _is_word(token)
    )


def _stem(token: Token) -> str:
    return token.lower if token.lower[:1].isdigit() else token.lower[:_STEM]


def _is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def _list_days(report: Report) -> list[Sequence[str]]:
    """Return the days of the datelines, which count where nothing else dates a report."""
    return [("dateline", *line.date.lower().split()) for line in report.datelines if line.date]


def _list_words(sentence: Sentence) -> Sequence[str]:
    """Return the words and numbers of a sentence, without the clause of who passes it on."""
    tokens = _cut_passing_on(sentence.tokens, sentence.language)
    return [
        part for token in tokens if _is_word(token) for part in token.lower.replace("\u2011", "-").split("-")
    ]


def _cut_passing_on(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    commas = [place for place, token in enumerate(tokens) if token.text in {",", "–", "—"}]
    if not commas:
        return tokens
    clause = tokens[commas[-1] + 1 :]
    passed = read_cues("passes_on", language).stand_in(token.lower for token in clause)
    return tokens[: commas[-1]] if passed and len(clause) <= _LONGEST_CLAUSE else tokens


def _digest_all(
    written: Sequence[Sequence[str]], report: Report, days: Sequence[Sequence[str]]
) -> frozenset[int]:
    if sum(map(len, written)) < LEAST_WORDS:
        return frozenset()
    return frozenset(_digest(words, report.language) for words in (*written, *days))


def _digest(words: Sequence[str], language: Language) -> int:
    text = f"{language}\x1f{' '.join(words)}"
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
