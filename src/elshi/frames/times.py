"""When an engagement took place: the date that its own sentence gives, or none."""

from __future__ import annotations

import re
from itertools import pairwise

from elshi.frames.acts import Act
from elshi.frames.nominative import is_russian_noun
from elshi.frames.scene import Scene
from elshi.lexicon.engagements import find_construction
from elshi.model.markup import DateMention
from elshi.model.when import When
from elshi.text.kazakh import read_verb

_PUT_OFF = 1  # tokens between 'перенесен' and the new date: 'на'
_ENDING = frozenset({"past", "converb", "present_future"})
_PARTICIPLE = 6  # tokens between a date and the Kazakh participle it belongs to
_FAR = 25  # a date further away, in tokens, is not that of the engagement
_BESIDE = 4  # a date so near, in tokens, is the act's own whatever else is told
_PERIOD = re.compile(r"\d{4}/\d{4}")  # the years a plan is for are not when it was signed
_ELSEWHERE = 20  # tokens that a date in brackets or in a clause of its own counts as further away
_OF_WHICH = 2  # tokens behind the noun in which the pronoun stands: 'председательство в котором'
_AFTER = 10  # of several partners, each with a date, the date stands before its own


def find_when(scene: Scene, act: Act) -> When | None:
    """Return the date in `scene` that stands nearest to the trigger of `act`, None where there is none."""
    dates = [d for d in scene.dates if d.kind in {"at", "until", "since"} and d.when.edtf]
    if act.status != "ongoing":
        dates = [d for d in dates if d.kind == "at"]
    if act.status == "held":
        dates = [d for d in dates if not _PERIOD.fullmatch(d.when.edtf or "")]
    if act.status == "cancelled":
        dates = [d for d in dates if not _is_put_off_to(scene, d)]
    dates = [d for d in dates if not _is_purpose(scene, d)]
    dates = [d for d in dates if not _is_rivals(scene, act, d) and not _is_of_next_clause(scene, act, d)]
    dates = [d for d in dates if not _is_of_another_noun(scene, act, d)]
    near = min(dates, key=lambda d: _distance(scene, act, d), default=None)
    if near is None or _distance(scene, act, near) > _FAR:
        return None
    return near.when


def _is_purpose(scene: Scene, date: DateMention) -> bool:
    """Tell whether it is what something is meant for: '2026 жылға арналған жоспар'."""
    stop = scene.tokens_of(date.span)[1]
    return scene.has_cue("meant_for", stop, stop + 1)


def _is_put_off_to(scene: Scene, date: DateMention) -> bool:
    """Tell whether it is the day to which something was put off: 'перенесен на осень'."""
    first, stop = scene.tokens_of(date.span)
    found = find_construction(scene.sentence, "cancelled")
    if scene.language == "kk":
        return any(first <= f.first and 0 <= f.stop - stop <= _PUT_OFF for f in found)
    return any(0 <= first - f.stop <= _PUT_OFF for f in found)


def _is_rivals(scene: Scene, act: Act, date: DateMention) -> bool:
    """Tell whether the date stands between this act and another, and nearer to the other."""
    first, stop = scene.tokens_of(date.span)
    own = _steps(act, first, stop)
    if own <= _BESIDE or act.frame:
        return False
    return any(act.stop <= first < rival and rival - stop < own for rival in act.rivals)


def _is_of_next_clause(scene: Scene, act: Act, date: DateMention) -> bool:
    """Tell whether the date stands after the Kazakh verb that tells of the act, or is of what is to come.

    'кездесіп, ертең … ұшып кетеді'; 'кездесуде келесі жылы өтетін саммит талқыланды'.
    """
    first, stop = scene.tokens_of(date.span)
    if scene.language != "kk" or first < act.stop:
        return False
    named = act.event is not None  # its word is a noun, though it may look like a verb: 'отырысты'
    form = None if named else read_verb(scene.words(act.stop - 1, act.stop)[0])
    ahead = (read_verb(word) for word in scene.words(stop, stop + _PARTICIPLE))
    return (form is not None and form.tense in _ENDING) or any(
        one is not None and one.tense == "participle_future" for one in ahead
    )


def _is_of_another_noun(scene: Scene, act: Act, date: DateMention) -> bool:
    """Tell whether a Russian clause on something else has it: 'в совете, членство в котором с 2009 года'."""
    if scene.language != "ru":
        return False
    between = scene.words(act.stop, scene.tokens_of(date.span)[0])
    parting = scene.cues("parting_pronouns")
    return any(
        mark == "," and is_russian_noun(word) and parting.stand_in(between[i + 2 : i + 2 + _OF_WHICH])
        for i, (mark, word) in enumerate(pairwise(between))
    )


def _distance(scene: Scene, act: Act, date: DateMention) -> int:
    first, stop = scene.tokens_of(date.span)
    return _steps(act, first, stop) + _ELSEWHERE * _is_apart(scene, act, first)


def _is_apart(scene: Scene, act: Act, first: int) -> bool:
    """Tell whether the date stands in brackets or in a relative clause of its own."""
    between = scene.words(act.stop, first)
    return "(" in between or scene.cues("parting_pronouns").stand_in(between)


def _steps(act: Act, first: int, stop: int) -> int:
    if act.near is not None:
        return max(act.near - stop, 0) if stop <= act.near else first - act.near + _AFTER
    if act.first <= first < act.stop:
        return 0
    return max(act.first - stop, first - act.stop, 0)
