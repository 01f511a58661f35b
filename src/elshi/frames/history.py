"""What a report tells as history or as still to come, beside its own day."""

from __future__ import annotations

import re

from elshi.frames.drafts import Draft, Story
from elshi.frames.scene import Scene
from elshi.lexicon.endings import read_endings
from elshi.lexicon.engagements import find_construction
from elshi.model.when import When, read_bounds

_SOON = 20  # days; without a date of the report, what lies longer after the rest lies ahead
_SAME_DAY = 3  # tokens after 'earlier' in which the report's own day is named: 'earlier in the day'
_LONG_AGO = 60  # days; a report that tells of something older tells it as background
_DECADE = re.compile(r"(1\d|20)\d0")
_YEAR = len("2003")


def is_background(scene: Scene) -> bool:
    """Tell whether the sentence opens as background: 'Напомним', 'Еске салайық', 'Background:'.

    'Днем ранее' is a date, and what it dates is told as news.
    """
    dates = [date.span for date in scene.dates]
    found = [f for f in find_construction(scene.sentence, "background") if f.first <= 1]
    opening = [f for f in found if not any(date.covers(f.span) for date in dates)]
    return any(not scene.has_cue("same_day", f.stop, f.stop + _SAME_DAY) for f in opening)


def is_history(draft: Draft, story: Story, scene: Scene) -> bool:
    """Tell whether a past act is told as history: its own date is a bare year, or long before the rest."""
    if draft.act.status != "held":
        return False
    if _is_earlier_round(draft) or _is_of_decade(scene):
        return True
    if draft.when is None or not draft.when.edtf:
        return False
    edtf = draft.when.edtf.rstrip("~")
    if len(edtf) == _YEAR:
        return True
    day, upper = story.filed[0], read_bounds(edtf)[1]
    return day is not None and upper is not None and (day - upper).days > _LONG_AGO


def _is_of_decade(scene: Scene) -> bool:
    """Tell whether the sentence tells of a whole decade: 'in the 1990s'."""
    endings = read_endings("decades", scene.language)
    return any(
        token.lower.endswith(endings) and _DECADE.fullmatch(token.lower[:_YEAR])
        for token in scene.sentence.tokens
    )


def _is_earlier_round(draft: Draft) -> bool:
    """Tell whether the event comes before the one of its series that the report tells."""
    event = draft.act.event
    return bool(event and event.of and event.event.ordinal and event.event.ordinal < event.of)


def lies_ahead(story: Story, when: When | None) -> bool:
    """Tell whether the date is after the report's day, or long after what it tells as done."""
    lower = read_bounds(when.edtf)[0] if when and when.edtf else None
    if lower is None:
        return False
    if story.filed[1] is not None:
        return lower > story.filed[1]
    held = [d.when.edtf for d in story.drafts if d.when and d.when.edtf and d.act.status == "held"]
    done = [read_bounds(edtf)[1] for edtf in held]
    return any(day is not None and (lower - day).days > _SOON for day in done)
