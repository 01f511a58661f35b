"""The reader: its stages one after another, from a capture to a reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from elshi.clean import make_report
from elshi.frames.read import read_frames
from elshi.mentions.mark import MentionStage, RuleMentions
from elshi.model.frame import Reading
from elshi.model.report import Capture


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage of reading needs, what it gives, and what it does, in words."""

    name: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    about: str


STAGES = (
    Stage("clean", ("capture",), ("report",), "decodes, extracts the main text, marks boilerplate and datelines"),
    Stage("sentences", ("report",), ("sentences",), "splits paragraphs into sentences and words"),
    Stage("names", ("sentences",), ("mentions",), "finds countries, cities, bodies and series by gazetteer"),
    Stage("people", ("sentences", "mentions"), ("people",), "finds people, their offices, and all that stands for them"),
    Stage("dates", ("report", "sentences"), ("dates", "published"), "resolves dates to EDTF, each with its reason"),
    Stage("engagements", ("mentions", "people", "dates"), ("engagements",), "who did what with whom, where and when"),
    Stage("tenures", ("people",), ("tenures",), "who holds which office, as stated"),
    Stage("positions", ("people", "engagements"), ("positions",), "which stances are stated, and by whom"),
    Stage("initiatives", ("people", "engagements"), ("initiatives",), "what is proposed, promoted or set up"),
    Stage("commitments", ("people", "dates", "engagements"), ("commitments",), "what is agreed or promised, by when"),
    Stage("chairmanships", ("mentions", "dates"), ("chairmanships",), "who chairs or belongs to which body"),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """The loaded stages. One reader reads any number of captures; it keeps nothing of them."""

    mentions: MentionStage = field(default_factory=RuleMentions)

    def read(self, capture: Capture, published: str | None = None) -> Reading:
        """Return the reading of `capture`. `published` (EDTF) outranks what the capture says of its day.

        Raises SourceError where the capture cannot be made into a report, with the cause.
        """
        report, markup = self.mentions.mark(make_report(capture, published))
        return read_frames(report, markup)


def read(text_or_path: str | Path, published: str | None = None) -> Reading:
    """Return the reading of one report: a path to a file, or the text itself as a str.

    `published` is the day of publication in EDTF where it is known. Raises SourceError where the
    file or text cannot be read as a report.
    """
    if isinstance(text_or_path, Path):
        suffix = text_or_path.suffix.lower()
        media = "html" if suffix in {".html", ".htm", ".xhtml"} else "text"
        capture = Capture(str(text_or_path), text_or_path.read_bytes(), media)
    else:
        capture = Capture("text", text_or_path.encode(), "text")
    return Reader().read(capture, published)
