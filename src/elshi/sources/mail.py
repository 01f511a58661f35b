"""Press lists kept as mail: mbox files, one report a letter."""

from __future__ import annotations

import email
import email.policy
import mailbox
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import BinaryIO

from elshi.errors import Message, SourceError
from elshi.model.report import Capture
from elshi.sources.single import Found, explain, refuse_large

ADVICE = Message("open it in a mail program, and save its text")
_BROKEN = (LookupError, ValueError, TypeError, AttributeError)  # what the library says of damaged letters


def open_mbox(path: Path, largest_bytes: int) -> Found:
    """Yield a capture for each letter, and a SourceError for each that cannot be read.

    Plain text is taken where a letter has it, else its HTML; attachments are left alone. `Capture.line` is
    the letter's number from one, `id` its Message-ID; title, day and publisher are its subject, the day it
    was sent by the sender's own clock, and the sender's name.
    """
    try:
        with path.open("rb") as stream:
            if not stream.read(5):
                yield SourceError(
                    str(path), Message("it is empty"), Message("give an mbox file with letters in it")
                )
                return
        box = mailbox.mbox(path, factory=_parse, create=False)  # type: ignore[arg-type] # any factory may be given
    except OSError as error:
        yield explain(str(path), error)
        return
    try:
        keys = list(box.keys())
        if not keys:
            yield SourceError(
                str(path), Message("there is no letter in it"), Message("give a file in the form mbox")
            )
        for number, key in enumerate(keys, 1):
            yield _read_letter(str(path), number, box, key, largest_bytes)
    except OSError as error:
        yield explain(str(path), error)
    finally:
        box.close()


def _parse(stream: BinaryIO) -> EmailMessage:
    return email.message_from_binary_file(stream, policy=email.policy.default)


def _read_letter(
    source: str, number: int, box: mailbox.mbox, key: str, largest_bytes: int
) -> Capture | SourceError:
    try:
        letter = box[key]
        if not isinstance(letter, EmailMessage):
            return SourceError(source, Message("the letter cannot be parsed"), ADVICE, number)
        return _make_capture(source, number, letter, largest_bytes)
    except _BROKEN as error:
        said = " ".join(str(error).split())[:120] or type(error).__name__
        return SourceError(source, Message("the letter is damaged (%(error)s)", error=said), ADVICE, number)


def _make_capture(
    source: str, number: int, letter: EmailMessage, largest_bytes: int
) -> Capture | SourceError:
    body = letter.get_body(("plain", "html"))
    text = body.get_content() if body else ""
    if not isinstance(text, str) or not text.strip():
        return SourceError(source, Message("the letter has no text"), ADVICE, number)
    data = text.encode()
    if len(data) > largest_bytes:
        return refuse_large(f"{source}:{number}", largest_bytes)
    html = body is not None and body.get_content_type() == "text/html"
    return Capture(
        source,
        data,
        "html" if html else "record",
        number,
        _take(letter, "Message-ID"),
        title=_take(letter, "Subject"),
        publisher=parseaddr(_take(letter, "From") or "")[0] or None,
        published=_read_day(letter),
    )


def _take(letter: EmailMessage, name: str) -> str | None:
    value = letter.get(name)
    return " ".join(str(value).split()) or None if value else None


def _read_day(letter: EmailMessage) -> str | None:
    moment = getattr(letter.get("Date"), "datetime", None)
    return moment.date().isoformat() if moment else None
