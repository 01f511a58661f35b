"""Which words of a report call for engagements, and which of them make none, with the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.frames.actors import read_actors
from elshi.frames.acts import Act
from elshi.frames.history import is_background
from elshi.frames.scene import Scene
from elshi.frames.status import is_denied
from elshi.frames.telling import Telling, read_telling
from elshi.frames.told import is_infinitive, read_acts
from elshi.lexicon.engagements import find_silenced, find_triggers
from elshi.model.markup import Markup
from elshi.model.report import Report
from elshi.model.span import Span
from elshi.model.trace import Dropped, Finding, drop_words, find_words


def trace_acts(report: Report, markup: Markup) -> tuple[tuple[Finding, ...], tuple[Dropped, ...]]:
    """Return the acts that the sentences of `report` tell, and the words that could have told one."""
    telling = read_telling(report, markup)
    matched = [finding for scene in telling.scenes for finding in _list_acts(telling, scene)]
    silent = [dropped for scene in telling.scenes for dropped in _list_silent(report, scene)]
    refused = [
        drop_words(report, _span_of(telling, r.act), f"{r.act.type} {r.act.status}", r.cause)
        for r in telling.refused
    ]
    return tuple(matched), tuple(sorted((*silent, *refused), key=lambda d: d.span))


def _list_acts(telling: Telling, scene: Scene) -> Iterator[Finding]:
    if is_background(scene):
        return
    for act in read_acts(scene, read_actors(scene, telling.markup.people), telling.report.text):
        yield find_words(
            telling.report,
            _span_of(telling, act),
            f"{act.type} {act.status}",
            f"{act.type}.{act.manner}",
            status=act.sign,
            a=_name(telling, act.a),
            b=_name(telling, act.b),
            hosts=_name(telling, act.hosts),
            parties=", ".join(act.codes),
        )


def _list_silent(report: Report, scene: Scene) -> Iterator[Dropped]:
    """Yield the triggers of `scene` that the words around them show to be none."""
    for found, longer in find_silenced(scene.sentence):
        cause = f"part of a phrase that is none: {longer.value.pattern}"
        yield drop_words(report, found.span, found.value.type, cause)
    background = is_background(scene)
    for found in find_triggers(scene.sentence):
        if background:
            yield drop_words(report, found.span, found.value.type, "the sentence opens as background")
        elif is_denied(scene, found.first, found.stop):
            yield drop_words(report, found.span, found.value.type, "it is denied or not planned")
        elif is_infinitive(scene, found):
            yield drop_words(report, found.span, found.value.type, "the verb stands as a noun")


def _span_of(telling: Telling, act: Act) -> Span:
    return telling.scenes[act.scene].span_of(act.first, act.stop)


def _name(telling: Telling, people: Iterable[int]) -> str:
    return ", ".join(telling.person(p).native_name for p in people)
