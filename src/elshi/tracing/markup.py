"""What the stages up to the mentions found in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.model.frame import Reading
from elshi.model.markup import Mention, Person, Title
from elshi.model.span import Span
from elshi.model.trace import Dropped, Finding, drop_words, find_words

Result = tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Dropped, ...]]  # matched, found, dropped
_OF_PEOPLE = frozenset({"person", "office"})


def trace_markup(reading: Reading) -> dict[str, Result]:
    """Return by name the result of each stage that makes the markup: what matched, was found, was dropped."""
    return {
        "clean": ((), tuple(_find_layout(reading)), tuple(_drop_boilerplate(reading))),
        "sentences": ((), tuple(_find_sentences(reading)), ()),
        "names": ((), tuple(_find_names(reading)), ()),
        "people": (
            tuple(_find_candidates(reading)),
            tuple(_find_people(reading)),
            tuple(_drop_people(reading)),
        ),
        "dates": ((), tuple(_find_dates(reading)), tuple(_drop_dates(reading))),
    }


def _find_layout(reading: Reading) -> Iterator[Finding]:
    report = reading.report
    whole = Span(0, len(report.text))
    yield Finding(whole, "", "report", "language", (("language", report.language, ""),))
    if report.published:
        fields = (("published", report.published, report.published_basis),)
        yield Finding(whole, "", "report", "publication", fields)
    if report.headline:
        yield find_words(report, report.headline, "headline", "first_line")
    for dateline in report.datelines:
        yield find_words(report, dateline.span, "dateline", "opening", city=dateline.city, date=dateline.date)


def _drop_boilerplate(reading: Reading) -> Iterator[Dropped]:
    for span in reading.report.boilerplate:
        yield drop_words(reading.report, span, "line", "credits, menus and the like are not read")


def _find_sentences(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.markup.sentences:
        yield find_words(
            reading.report,
            sentence.span,
            "sentence",
            sentence.language,
            paragraph=sentence.paragraph + 1,
            words=sum(token.text.isalnum() for token in sentence.tokens),
        )


def _find_names(reading: Reading) -> Iterator[Finding]:
    for mention in reading.markup.mentions:
        if mention.label not in _OF_PEOPLE:
            sure = mention.confidence if mention.confidence < 1 else None
            yield find_words(
                reading.report,
                mention.span,
                mention.label,
                mention.rule,
                value=mention.value,
                confidence=sure,
            )


def _find_candidates(reading: Reading) -> Iterator[Finding]:
    for mention in reading.markup.mentions:
        if mention.label in _OF_PEOPLE:
            yield find_words(reading.report, mention.span, mention.label, mention.rule, office=mention.value)


def _find_people(reading: Reading) -> Iterator[Finding]:
    for person in reading.markup.people:
        yield Finding(
            person.surface,
            person.surface.quote(reading.report.text),
            "person",
            "name",
            tuple(_describe_person(reading, person)),
        )


def _describe_person(reading: Reading, person: Person) -> Iterator[tuple[str, str, str]]:
    yield "name", person.name, ""
    for title in person.titles:
        yield from _describe_title(title)
    if person.country and not any(title.represents for title in person.titles):
        yield "represents", person.country, "beside_name"
    words = dict.fromkeys(span.quote(reading.report.text) for span in person.mentions)
    yield "also", ", ".join(words), ""


def _describe_title(title: Title) -> Iterator[tuple[str, str, str]]:
    yield "office", f"{'former ' * title.former}{title.office}", f"title: {title.text}"
    if title.represents:
        yield "represents", title.represents, title.rule
    if title.posted_to:
        yield "posted_to", title.posted_to, "post"


def _drop_people(reading: Reading) -> Iterator[Dropped]:
    people = reading.markup.people
    known = [span for person in people for span in (*person.mentions, *(t.span for t in person.titles))]
    for mention in reading.markup.mentions:
        if mention.label in _OF_PEOPLE and not any(span.overlaps(mention.span) for span in known):
            yield drop_words(reading.report, mention.span, mention.label, _tell_cause(mention, people))


def _tell_cause(mention: Mention, people: Sequence[Person]) -> str:
    if mention.label == "office":
        return "nobody named can be its bearer" if people else "nobody is named"
    return "one capitalised word with no office beside it, and no full name it goes with"


def _find_dates(reading: Reading) -> Iterator[Finding]:
    for date in reading.markup.dates:
        if date.when.edtf:
            yield find_words(
                reading.report,
                date.span,
                date.kind,
                date.when.basis,
                edtf=date.when.edtf,
                reason=date.when.reason,
            )
    filed = reading.markup.filed
    if filed.edtf:
        fields = (("edtf", filed.edtf, ""), ("reason", filed.reason, ""))
        yield Finding(Span(0, 0), "", "filed", filed.basis, fields)


def _drop_dates(reading: Reading) -> Iterator[Dropped]:
    for date in reading.markup.dates:
        if not date.when.edtf:
            yield drop_words(reading.report, date.span, "date", date.when.reason)
