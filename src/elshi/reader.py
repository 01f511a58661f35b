"""The reader: its stages one after another, from a capture to a reading."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from elshi.clean import make_report
from elshi.errors import Message, SourceError, UsageError
from elshi.frames.read import read_frames
from elshi.lexicon.load import digest_lexicon
from elshi.mentions.encoded import EncodedMentions
from elshi.mentions.mark import MentionStage, RuleMentions
from elshi.model.frame import Reading
from elshi.model.report import Capture, Report
from elshi.settings import DEFAULT_ENCODER, read_settings, read_version
from elshi.sources import SOURCES, open_paths
from elshi.sources.sniff import tell_kind

if TYPE_CHECKING:
    from elshi.mentions.encoder import Encoding

STANDARD_INPUT = "-"
THE_TEXT = "text"  # where a report comes from that was given as a str


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage of reading needs, what it gives, and what it does, in words."""

    name: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    about: str


STAGES = (
    Stage(
        "clean", ("capture",), ("report",), "decodes, extracts the main text, marks boilerplate and datelines"
    ),
    Stage("sentences", ("report",), ("sentences",), "splits paragraphs into sentences and words"),
    Stage("names", ("sentences",), ("mentions",), "finds countries, cities, bodies and series by gazetteer"),
    Stage(
        "people",
        ("sentences", "mentions"),
        ("people",),
        "finds people, their offices, and all that stands for them",
    ),
    Stage(
        "dates",
        ("report", "sentences"),
        ("dates", "published"),
        "resolves dates to EDTF, each with its reason",
    ),
    Stage(
        "engagements",
        ("mentions", "people", "dates"),
        ("engagements",),
        "who did what with whom, where and when",
    ),
    Stage("tenures", ("people",), ("tenures",), "who holds which office, as stated"),
    Stage("positions", ("people", "engagements"), ("positions",), "which stances are stated, and by whom"),
    Stage("initiatives", ("people", "engagements"), ("initiatives",), "what is proposed, promoted or set up"),
    Stage(
        "commitments",
        ("people", "dates", "engagements"),
        ("commitments",),
        "what is agreed or promised, by when",
    ),
    Stage("chairmanships", ("mentions", "dates"), ("chairmanships",), "who chairs or belongs to which body"),
)


@functools.lru_cache(maxsize=4)
def open_mentions(encoder: str, threads: int = 0) -> MentionStage:
    """Return the mention stage that the setting `encoder` asks for: 'on', 'off' or a folder with a model.

    The encoder may use so many `threads`, 0 for one a core.
    """
    if encoder == "off":
        return RuleMentions()
    return EncodedMentions(None if encoder == "on" else Path(encoder), threads)


def _open_chosen() -> MentionStage:
    return open_mentions(read_settings().encoder or DEFAULT_ENCODER)


@dataclass(frozen=True, slots=True)
class Begun:
    """A report that is cleaned and being encoded; `foreseen` is what the mention stage waits for."""

    report: Report
    foreseen: Future[Encoding] | None


@dataclass(frozen=True, slots=True)
class Reader:
    """The loaded stages. One reader reads any number of captures; it keeps nothing of them."""

    mentions: MentionStage = field(default_factory=_open_chosen)

    def read(self, capture: Capture, published: str | None = None) -> Reading:
        """Return the reading of `capture`. `published` (EDTF) outranks what the capture says of its day.

        Raises SourceError where the capture cannot be made into a report, with the cause, and ModelError
        where the encoder's files are missing or damaged.
        """
        return self.finish(self.begin(capture, published))

    def begin(self, capture: Capture, published: str | None = None) -> Begun:
        """Return the report cleaned from `capture`, which the encoder reads meanwhile; `finish` it later.

        Many reports are read soonest where one or two are begun before the one at hand is finished.
        Raises SourceError as `read` does.
        """
        report = make_report(capture, published)
        return Begun(report, self.mentions.foresee(report))

    def finish(self, begun: Begun) -> Reading:
        """Return the reading of what `begin` began. Raises ModelError as `read` does."""
        report, markup = self.mentions.mark(begun.report, begun.foreseen)
        return replace(read_frames(report, markup), digest=self.digest)

    @property
    def digest(self) -> str:
        """Return by what this reader reads: version, digest of the lexicon, mention stage with its model.

        A report that was read by another one is read anew when it is added again.
        """
        return f"{read_version()}-{digest_lexicon()}-{self.mentions.digest}"


def read(text_or_path: str | Path, published: str | None = None) -> Reading:
    """Return the reading of one report: the file that a Path names, or the text that a str is.

    A file is opened as `elshi read` opens it: text, a web page, or JSON lines with one report. A str is
    always the text itself (or a page's HTML) and never opened, so that a text from outside cannot name
    a file of this machine; one that looks like a path is refused. `published` is the day of
    publication in EDTF where it is known.

    Raises SourceError where the file or text cannot be read as a report, and UsageError for a folder, for
    a file of several reports, for a str that looks like a path, and where `published` is no date.
    """
    if isinstance(text_or_path, Path):
        return Reader().read(_capture_file(text_or_path), published)
    return Reader().read(_capture_text(text_or_path), published)


def take_capture(text: str) -> Capture:
    """Return the one report that `text` is, that the file of that path holds, or for '-' standard input.

    Raises SourceError and UsageError as `read` does.
    """
    if text == STANDARD_INPUT:
        return _take_one(text, open_paths([text], read_settings().largest_bytes))
    return _capture_file(Path(text)) if _names_file(text) else _capture_text(text)


def _names_file(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # too long for a path, or with a character that none has
        return False


def _capture_file(path: Path) -> Capture:
    if path.is_dir():
        message = f"{path}: it is a folder; give one file, or open_paths([path], ...) of elshi.sources"
        raise UsageError(message)
    return _take_one(path, open_paths([path], read_settings().largest_bytes))


def _take_one(path: str | Path, found: Iterator[Capture | SourceError]) -> Capture:
    first = next(found)
    if isinstance(first, SourceError):
        raise first
    if next(found, None):
        message = f"{path}: it holds more than one report; take them from open_paths of elshi.sources"
        raise UsageError(message)
    return first


def _capture_text(text: str) -> Capture:
    if _looks_like_path(text):
        message = f"{text!r} looks like a path; write Path({text!r}), as a str is the text itself"
        raise UsageError(message)
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        cause = Message("it holds half a character (%(letter)a)", letter=text[error.start])
        raise SourceError(THE_TEXT, cause, Message("give text that UTF-8 can hold")) from None
    return Capture(THE_TEXT, data, "html" if tell_kind(data) == "html" else "record")


def _looks_like_path(text: str) -> bool:
    """Tell whether `text` is one line that ends as a file of SOURCES does, or one word with a slash."""
    line = text.strip()
    suffixes = tuple(suffix for source in SOURCES for suffix in source.suffixes)
    named = line.lower().endswith(suffixes) or (len(line.split()) == 1 and bool({"/", "\\"} & set(line)))
    return len(line.splitlines()) == 1 and named
