"""Taking in what `elshi export` wrote: every report with its frames as they stood, and the judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from elshi.errors import SourceError
from elshi.exports import jsonl
from elshi.model.entity import Entity
from elshi.model.entry import Filing, Link, StoredFrame
from elshi.model.judgement import Doubt, Judgement
from elshi.record.base import Change, Store
from elshi.resolve.block import SPARSE, list_keys
from elshi.resolve.entities import list_person_keys
from elshi.resolve.profile import make_profile


@dataclass
class _Intake:
    """What was taken in so far: the days and languages of new reports, the keys that entries have."""

    reports: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)


def plan_lines(store: Store, lines: Iterable[str], source: str, run: str) -> Iterator[Change]:
    """Yield what each line changes; frames of reports that were held before the import are passed over.

    Raises SourceError, which names `source`, at a line that is no line of an export.
    """
    intake = _Intake()
    judged = {judgement.id for judgement in store.read_judgements()}
    for number, line in enumerate(lines, 1):
        try:
            parsed = jsonl.parse_line(line)
        except (KeyError, TypeError, ValueError) as error:
            cause = f"no line of an export ({error})"
            raise SourceError(source, cause, "give a file that `elshi export` wrote", number) from error
        match parsed:
            case (Filing() as filing, str() as digest):
                yield from _take_report(store, filing, digest, intake, run)
            case Entity() as entity:
                yield from _take_entity(store, entity, run)
            case Judgement() as judgement:
                if judgement.id not in judged:
                    yield Change(run, judgements=(judgement,))
            case Doubt() as doubt:
                if {doubt.frame[0], doubt.other[0]} <= intake.reports.keys():
                    yield Change(run, doubts=(doubt,))
            case tellings:
                yield _take_frames(tellings, intake, run)


def _take_report(store: Store, filing: Filing, digest: str, intake: _Intake, run: str) -> Iterator[Change]:
    report = filing.report
    if not store.holds(report.id):
        intake.reports[report.id] = (report.published, report.language)
        yield Change(run, filing=filing, report_id=report.id, digest=digest)


def _take_entity(store: Store, entity: Entity, run: str) -> Iterator[Change]:
    if not store.read_entities([entity.id]):
        yield Change(run, entities=(replace(entity, keys=list_person_keys(entity.names)),))


def _take_frames(tellings: Iterable[tuple[StoredFrame, Link]], intake: _Intake, run: str) -> Change:
    new = [(frame, link) for frame, link in tellings if frame.report_id in intake.reports]
    return Change(
        run, frames=tuple(_key(f, link, intake) for f, link in new), links=tuple(link for _, link in new)
    )


def _key(frame: StoredFrame, link: Link, intake: _Intake) -> StoredFrame:
    """Return the frame with its keys; of a kind that many reports tell only with those its entry lacks."""
    if frame.corrects:
        return frame
    keys = list_keys(make_profile(frame, *intake.reports[frame.report_id]))
    if frame.kind in SPARSE:
        own = intake.keys.setdefault(link.machine, set())
        keys = tuple(key for key in keys if key not in own)
        own.update(keys)
    return replace(frame, keys=keys)
