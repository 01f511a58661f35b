"""What a worker does: one capture to its reading, or to the reason there is none."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from elshi.engines.base import Done, Origin, Way
from elshi.errors import ElshiError, Message, SourceError
from elshi.model.frame import Reading
from elshi.model.markup import Markup
from elshi.model.report import Capture
from elshi.reader import Begun, Reader, open_mentions
from elshi.record.receipt import make_receipt
from elshi.settings import read_settings

Result = TypeVar("Result")
_OBJECTS_BETWEEN_SWEEPS = 50_000
_NO_MARKUP = Markup((), (), (), ())


@dataclass(frozen=True, slots=True)
class Failure:
    """A SourceError on its way between processes, which exceptions with several parts do not survive."""

    source: str
    cause: str
    advice: str
    line: int | None

    @classmethod
    def take(cls, error: SourceError) -> Failure:
        """Return the parts of `error`."""
        return cls(error.source, error.cause, error.advice, error.line)

    def restore(self) -> SourceError:
        """Return the error again."""
        return SourceError(self.source, self.cause, self.advice, self.line)


def sweep_less() -> None:
    """Let Python look for rings of objects less often, in a process that makes readings or takes them.

    What is read is made of many small tuples that never form a ring: by default Python goes over them again
    and again looking for rings, which takes a fifth of the time.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_SWEEPS, *gc.get_threshold()[1:])


@cache
def make_reader(encoder: str, threads: int = 0) -> Reader:
    """Return the reader of this process, made at its first report, by the settings or else by `encoder`.

    Its encoder may use so many `threads`, 0 for one a core.
    """
    sweep_less()
    return Reader(open_mentions(read_settings().encoder or encoder, threads))


def read_capture(capture: Capture, way: Way, threads: int = 1) -> Reading | SourceError:
    """Return the reading of `capture`, or why there is none."""
    return finish(capture, begin(capture, way, threads), way, threads)


def begin(capture: Capture, way: Way, threads: int = 0) -> Begun | SourceError:
    """Return the report that is begun, or why the capture is none; `finish` it later."""
    return _try(capture, lambda: make_reader(way.encoder, threads).begin(capture, way.published))


def finish(capture: Capture, begun: Begun | SourceError, way: Way, threads: int = 0) -> Reading | SourceError:
    """Return the reading of what was begun, without its markup where `way` leaves that out."""
    if isinstance(begun, SourceError):
        return begun
    reading = _try(capture, lambda: make_reader(way.encoder, threads).finish(begun))
    if way.marked or isinstance(reading, SourceError):
        return reading
    return replace(reading, markup=_NO_MARKUP)


def trace_origin(capture: Capture) -> Origin:
    """Return where the reading of `capture` comes from."""
    return Origin(make_receipt(capture), capture.source, capture.line, capture.id)


def pass_on(item: Capture | SourceError, outcome: Reading | SourceError | None) -> Done:
    """Return what came of `item`, which may be an error itself."""
    return Done(None, item) if isinstance(item, SourceError) else Done(trace_origin(item), outcome)


def _try(capture: Capture, work: Callable[[], Result]) -> Result | SourceError:
    """Return what `work` on `capture` gives, or why the capture cannot be read."""
    try:
        return work()
    except SourceError as error:
        return error
    except ElshiError:
        raise  # what is wrong is no matter of this report: the request, or the lexicon
    except Exception as error:  # noqa: BLE001 -- a defect that one report brings out must not lose the others
        cause = Message("Elshi failed on it (%(name)s: %(error)s)", name=type(error).__name__, error=error)
        return SourceError(capture.source, cause, Message("please report this with the text"), capture.line)
