"""One text read with every stage's result beside it: what was found, by which rule, and what was dropped."""

from __future__ import annotations

from elshi.clean import make_report
from elshi.frames.read import read_frames
from elshi.model.report import Capture, Language
from elshi.model.trace import StageTrace, Trace
from elshi.reader import STAGES, Reader
from elshi.tracing.frames import trace_frames
from elshi.tracing.markup import trace_markup

__all__ = ["trace"]


def trace(capture: Capture, published: str | None = None, language: Language | None = None) -> Trace:
    """Return the reading of `capture` with the trace of each stage of STAGES.

    `published` (EDTF) and `language` outrank what the text shows itself. Raises SourceError where the
    capture cannot be made into a report.
    """
    report, markup = Reader().mentions.mark(make_report(capture, published, language))
    reading = read_frames(report, markup)
    results = trace_markup(reading) | trace_frames(reading)
    return Trace(reading, tuple(StageTrace(s.name, s.about, *results[s.name]) for s in STAGES))
