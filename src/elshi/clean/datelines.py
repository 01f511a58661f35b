"""The opening of a paragraph that says where and when it was filed: 'ASTANA, 5 March. AGENCY –'.

A dateline has a city and, in this order and each optional, a date and an agency, and ends in a dash or
a full stop. A city alone counts only in capitals and before a new sentence: 'ASTANA. The minister …',
but not 'Astana – the capital …', 'NATO – an alliance …' or the headline 'ASTANA – ANKARA: a new route'.
"""

from __future__ import annotations

import functools
import re

from elshi.clean.dates import read_words, write_pattern
from elshi.model.report import Dateline
from elshi.model.span import Span

LONGEST_DATELINE = 120  # characters looked at
_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ"
_SMALL = r"[^\W\d_]"
_DASH = r"\s*(?:–|—|--|(?<=\s)-(?=\s))\s*"
_ENDS = (".", "!", "?", "…", ":", ";", "»", "”", '"', ")")
_WORD = rf"[{_CAPITAL}](?:{_SMALL}|['’`])*"


@functools.cache
def _expression() -> re.Pattern[str]:
    city = rf"(?P<city>(?:г\.\s?)?{_WORD}(?:-{_SMALL}+)*(?: {_WORD}(?:-{_SMALL}+)*){{0,2}})"
    country = rf"(?:,\s{_WORD}(?:\s{_WORD}){{0,2}}(?=[,\s]\s?(?:\(|[–—])))?"
    date = rf"(?P<date>(?i:{write_pattern(year=False)}))"
    name = rf"(?:{_WORD}(?:[ .-]{_WORD}){{0,3}}(?:\.(?:kz|ru|uz|com|org))?)"
    bracketed = rf"(?:/{name}/|\({name}\)|\[{name}\])"
    signed = rf"\s*{_DASH}(?:{_WORD} )?{_WORD}{_SMALL}{{2}}\.(?=\s)"  # '… – Sputnik. The minister'
    filed = rf"\s+(?:(?:{bracketed}|{name})\.?{_DASH}|{bracketed}\.?(?=\s))"  # '… KAZINFORM –', '… /TASS/.'
    dated = rf"(?P<mark>[.,]?)\s+{date}[.,]?(?:{signed}|\s*{_DASH}|{filed}|(?<=\.)(?=\s))"
    named = rf"(?:[.,]\s+{name}\.?{_DASH}|[.,]?\s+{bracketed}\.?(?:{_DASH}|\s))"
    alone = rf"(?P<alone>\.|{_DASH})(?=\s*[«\"“„{_CAPITAL}])"
    return re.compile(rf"{city}{country}(?:{dated}|{named}|{alone})")


def find_dateline(line: str, start: int = 0) -> Dateline | None:
    """Return the dateline that opens `line`, its span counted from `start`; None where there is none."""
    found = _expression().match(line[:LONGEST_DATELINE])
    if found is None or not _is_city(found):
        return None
    if found["alone"] and not line.endswith(_ENDS):
        return None  # a headline, not prose
    stop = len(found[0].rstrip())
    date = found["date"].rstrip(".") if found["date"] else None
    return Dateline(Span(start, start + stop), found["city"], date)


def _is_city(found: re.Match[str]) -> bool:
    """Tell a place name from a rubric or an acronym; without date or agency it must be in capitals."""
    city: str = found["city"]
    if city.lower() in {*read_words("not_city"), *read_words("weekday")}:
        return False
    if found["mark"]:  # 'Astana. 5 March –', 'Astana, 5 March –'; without a mark 'The minister 5 March –'
        return True
    return city.isupper() and len(city) > (3 if found["alone"] else 2)
