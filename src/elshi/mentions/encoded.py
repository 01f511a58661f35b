"""The mention stage with the encoder beside the rules, which reads ahead while the rules are at work."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from elshi.mentions.mark import mark_report
from elshi.model.markup import Markup
from elshi.model.report import Report

if TYPE_CHECKING:
    from elshi.mentions.encoder import Encoder, Encoding


class EncodedMentions:
    """Mentions by the rules and the encoder, which is loaded in the background from now on.

    A model that is missing or damaged is told by ModelError when the first report is marked.
    """

    def __init__(self, folder: Path | None = None, threads: int = 0) -> None:
        """Load the encoder in `folder`, by default the one in the package; it may use so many `threads`."""
        # One thread: the encoder divides its own work among the cores.
        self._ahead = ThreadPoolExecutor(1, thread_name_prefix="encoder")
        self._encoder = self._ahead.submit(_load, folder, threads)

    def foresee(self, report: Report) -> Future[Encoding]:
        """Begin to encode `report` in the background; `mark` takes what comes of it."""
        return self._ahead.submit(self._encode, report.text)

    def mark(self, report: Report, foreseen: Future[Encoding] | None = None) -> tuple[Report, Markup]:
        """Return the markup of `report`, and the report with its publication day where found out.

        `foreseen` is what `foresee` gave for the same report. Raises ModelError.
        """
        return mark_report(report, (foreseen or self.foresee(report)).result())

    @property
    def digest(self) -> str:
        """Return what tells this model from others. Raises ModelError."""
        return self._encoder.result().digest

    def _encode(self, text: str) -> Encoding:
        return self._encoder.result().read(text)


def _load(folder: Path | None, threads: int) -> Encoder:
    from elshi.mentions.encoder import Encoder  # noqa: PLC0415 - takes a third of a second

    return Encoder.load(folder, threads)
