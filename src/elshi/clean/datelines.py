"""The opening of a paragraph that says where and when it was filed: 'ASTANA, 5 March. AGENCY –'.

A dateline has a city, a date and an agency, not always all three, and ends in a dash or a full stop. A
city alone counts only in capitals and before a new sentence: 'ASTANA. The minister …', but not 'Astana –
the capital …', 'NATO – an alliance …' or the headline 'ASTANA – ANKARA: a new route'.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from elshi.clean.dates import read_words, write_pattern
from elshi.model.report import Dateline
from elshi.model.span import Span

LONGEST_DATELINE = 120  # characters looked at
_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ"
_SMALL = r"[^\W\d_]"
_DASH = r"\s*(?:–|—|--|(?<=\s)-(?=\s))\s*"
_ENDS = (".", "!", "?", "…", ":", ";", "»", "”", '"', ")")
_WORD = rf"[{_CAPITAL}](?:{_SMALL}|['’`])*"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a dateline: its expression, and whether it is plain without capitals."""

    expression: re.Pattern[str]
    plain: bool
    shortest: int = 2  # letters of a city in capitals
    prose: bool = False  # whether the line must end as a sentence does


@functools.cache
def _write_forms() -> tuple[Form, ...]:
    """Return the forms, the fullest first."""
    part = rf"{_WORD}(?:-{_SMALL}+)*"
    city = rf"(?:г\.\s?)?(?P<city>{part}(?: {part}){{0,2}})(?: қ\.)?"
    region = rf"(?:,\s{_WORD}(?:[\s.]{_WORD}){{0,2}}\.?(?=,))?"  # 'Washington, D.C., …'
    date = rf"(?P<date>(?i:{write_pattern(year=False)}))"
    name = rf"(?:{_WORD}(?:[ .-]{_WORD}){{0,3}}(?:\.(?:kz|ru|uz|com|org))?)"
    quoted = rf"(?:{_WORD} )?[«\"“]{name}[»\"”]"  # /НИАТ «Ховар»/
    bracketed = rf"(?:/(?:{name}|{quoted})/|\((?:{name}|{quoted})\)|\[(?:{name}|{quoted})\])"
    signed = rf"\s*{_DASH}(?:{_WORD} )?{_WORD}{_SMALL}{{2}}(?:, {_WORD} {_WORD})?\.(?=\s)"  # '… – Sputnik.'
    filed = rf"\s+(?:(?:{bracketed}|{name})\.?{_DASH}|{bracketed}\.?(?=\s))"  # '… KAZINFORM –', '… /TASS/.'
    dated = rf"\s+{date}[.,]?(?:{signed}|\s*{_DASH}|{filed}|(?<=\.)(?=\s)|:(?=\s))"
    opens = rf"(?=\s*[«\"“„{_CAPITAL}])"
    return (
        Form(re.compile(rf"{city}{region}[.,]{dated}"), plain=True),
        Form(re.compile(rf"\({city},\s{date}\)\.?(?:{_DASH}|(?=\s))"), plain=True),
        Form(re.compile(rf"{date},\s+{city}(?:{_DASH}|\.(?=\s)){opens}"), plain=True),
        Form(re.compile(rf"{city}{dated}"), plain=False),
        Form(re.compile(rf"{city}(?:[.,]\s+{name}\.?{_DASH}|{signed})"), plain=False),
        Form(re.compile(rf"{city}[.,]?\s+{bracketed}\.?(?:{_DASH}|\s)"), plain=False),
        Form(re.compile(rf"{city}(?:\.|{_DASH}){opens}"), plain=False, shortest=4, prose=True),
    )


def find_dateline(line: str, start: int = 0) -> Dateline | None:
    """Return the dateline that opens `line`, its span counted from `start`; None where there is none."""
    for form in _write_forms():
        found = form.expression.match(line[:LONGEST_DATELINE])
        if found and _is_dateline(form, found, line):
            date = found.groupdict().get("date")
            stop = start + len(found[0].rstrip())
            return Dateline(Span(start, stop), found["city"], date.rstrip(".") if date else None)
    return None


def _is_dateline(form: Form, found: re.Match[str], line: str) -> bool:
    """Tell a place name from a rubric, an acronym or a word of time, and prose from a headline."""
    city: str = found["city"]
    if city.lower() in {*read_words("not_city"), *read_words("weekday")}:
        return False
    if form.prose and not line.endswith(_ENDS):
        return False
    return form.plain or (city.isupper() and len(city) >= form.shortest)
