"""Taking in what `elshi export` wrote: every report with its frames as they stood, and the judgements."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from elshi.errors import SourceError
from elshi.exports import jsonl
from elshi.model.entity import Entity
from elshi.model.entry import Filing, Link, StoredFrame
from elshi.model.judgement import Doubt, Judgement
from elshi.record.base import Change, Run, Store
from elshi.record.stores import open_store
from elshi.register.merging import plan_merging
from elshi.resolve.block import SPARSE, list_keys
from elshi.resolve.entities import list_person_keys
from elshi.resolve.profile import make_profile


@dataclass
class _Intake:
    """What was taken in so far: the days and languages of new reports, the keys that entries have."""

    reports: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)


def take_lines(store: Store, lines: Iterable[str], source: str, run: Run, stamp: str) -> int:
    """Write what `lines` hold, inside a change of `store` begun at `stamp`; return how many reports are new.

    An empty register becomes what the other one was. In one that holds reports the lines are first put
    together aside, and then compared with what is held. Raises SourceError, which names `source`, at a line
    that is no line of an export, and for a judgement that what is held does not allow.
    """
    if next(store.read_filings(), None) is None:
        return sum(_write(store, change, stamp) for change in plan_lines(lines, source, run.id))
    with _open_aside(run) as aside:
        with aside.change(run.started_at) as begun:
            for change in plan_lines(lines, source, run.id):
                aside.write(change, begun)
        return sum(
            _write(store, change, store.tick()) for change in plan_merging(store, aside, source, run.id)
        )


def _write(store: Store, change: Change, stamp: str) -> bool:
    store.write(change, stamp)
    return change.filing is not None


@contextlib.contextmanager
def _open_aside(run: Run) -> Iterator[Store]:
    """Open an empty register in a file that goes with it: what is imported need not fit into memory."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "import.db"
        with contextlib.closing(open_store(place, create=True, readonly=False)) as aside:
            aside.begin_run(run)
            yield aside


def plan_lines(lines: Iterable[str], source: str, run: str) -> Iterator[Change]:
    """Yield what each line changes in an empty register.

    Raises SourceError, which names `source`, at a line that is no line of an export, or that fits no other.
    """
    intake = _Intake()
    for number, line in enumerate(lines, 1):
        try:
            change = _plan_line(jsonl.parse_line(line), intake)
        except (KeyError, TypeError, ValueError) as error:
            cause = f"no line of an export ({error})"
            raise SourceError(source, cause, "give a file that `elshi export` wrote", number) from error
        yield replace(change, run=run)


def _plan_line(parsed: jsonl.Parsed, intake: _Intake) -> Change:
    """Return what a line changes. Raises ValueError for a report that comes twice, or that is not there."""
    match parsed:
        case (Filing() as filing, str() as digest):
            report = filing.report
            if report.id in intake.reports:
                message = f"the report {report.id} comes a second time; import one file after the other"
                raise ValueError(message)
            intake.reports[report.id] = (report.published, report.language)
            return Change("", filing=filing, report_id=report.id, digest=digest)
        case Entity() as entity:
            return Change("", entities=(replace(entity, keys=list_person_keys(entity.names)),))
        case Judgement() as judgement:
            return Change("", judgements=(judgement,))
        case Doubt() as doubt:
            _refuse_unknown([doubt.frame[0], doubt.other[0]], intake)
            return Change("", doubts=(doubt,))
        case tellings:
            _refuse_unknown([frame.report_id for frame, _ in tellings], intake)
            frames = tuple(_key(frame, link, intake) for frame, link in tellings)
            return Change("", frames=frames, links=tuple(link for _, link in tellings))


def _refuse_unknown(reports: Iterable[str], intake: _Intake) -> None:
    for report in reports:
        if report not in intake.reports:
            message = f"the report {report} stands in no line before"
            raise ValueError(message)


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
