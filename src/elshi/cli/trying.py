"""`elshi try`: what every stage of reading makes of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elshi.cli import parts
from elshi.cli.find import take_object_format
from elshi.cli.options import take_published
from elshi.cli.output import Json, write_json
from elshi.model.record import to_record
from elshi.model.report import LANGUAGES, Language

if TYPE_CHECKING:
    from elshi.model.trace import Finding, StageTrace, Trace


@click.command("try")
@click.argument("text")
@click.option("--language", type=click.Choice(LANGUAGES), help="Read it as this language.")
@take_published
@take_object_format
def try_(text: str, language: Language | None, published: str | None, form: str) -> None:
    """Show what every stage of reading makes of a text.

    TEXT is the text itself, the path of a file, or - for standard input. Each stage (`elshi stages`)
    shows what called for it, what it found with the rule, and what it saw and dropped with the cause.
    Touches no register.
    """
    traced = parts.trace_text(text, published, language)
    if form == "json":
        click.echo(write_json(describe_trace(traced)))
    else:
        parts.print_trace(traced)


def describe_trace(traced: Trace) -> Json:
    """Return the trace as JSON: the stages in order, then the record as `elshi read` gives it."""
    return {
        "stages": [_describe_stage(stage) for stage in traced.stages],
        "record": to_record(traced.reading),
    }


def _describe_stage(stage: StageTrace) -> Json:
    return {
        "name": stage.name,
        "about": stage.about,
        "matched": [_describe_finding(finding) for finding in stage.matched],
        "found": [_describe_finding(finding) for finding in stage.found],
        "dropped": [
            {"start": d.span.start, "end": d.span.stop, "words": d.words, "what": d.what, "cause": d.cause}
            for d in stage.dropped
        ],
    }


def _describe_finding(finding: Finding) -> Json:
    return {
        "start": finding.span.start,
        "end": finding.span.stop,
        "words": finding.words,
        "what": finding.what,
        "rule": finding.rule,
        "fields": [{"field": name, "value": value, "rule": rule} for name, value, rule in finding.fields],
    }
