"""Channels exported from Telegram Desktop as JSON (`result.json`), one channel or a whole account.

The format: https://core.telegram.org/import-export. A message's text is a string, or a list of strings and
of objects with `text`, one for each stretch with a link or in bold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elshi.errors import Message, SourceError
from elshi.model.report import Capture
from elshi.sources.single import Found, explain, refuse_large
from elshi.sources.tables import HALF_A_CHARACTER

ADVICE = Message("export the channel again from Telegram Desktop, as machine-readable JSON")


def open_telegram(path: Path, largest_bytes: int) -> Found:
    """Yield a capture for each message with text, and a SourceError for each that is damaged.

    `Capture.line` is the message's number in its channel from one, `id` the one that Telegram gave it.
    Messages of the service ('channel created') and pictures without words hold no report, and are passed
    over. The file is taken into memory whole.
    """
    try:
        export = json.loads(path.read_bytes())
    except OSError as error:
        yield explain(str(path), error)
        return
    except (ValueError, RecursionError) as error:
        yield SourceError(
            str(path), Message("it is no JSON (%(error)s)", error=" ".join(str(error).split())[:120]), ADVICE
        )
        return
    channels = list(_list_channels(export))
    if not channels:
        yield SourceError(str(path), Message("there is no channel in it"), ADVICE)
    for channel in channels:
        yield from _read_channel(str(path), channel, largest_bytes)


def _list_channels(export: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON may be anything
    """Yield what has messages: the export itself, or each chat of an account's."""
    if not isinstance(export, dict):
        return
    chats = export.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else None
    for chat in [export, *(listed if isinstance(listed, list) else [])]:
        if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
            yield chat


def _read_channel(source: str, channel: dict[str, Any], largest_bytes: int) -> Found:
    name = channel.get("name")
    publisher = name if isinstance(name, str) and name else None
    for number, message in enumerate(channel["messages"], 1):
        try:
            found = _read_message(source, publisher, number, message)
        except UnicodeError:
            yield SourceError(source, HALF_A_CHARACTER, ADVICE, number)
            continue
        except TypeError as error:
            yield SourceError(source, error.args[0], ADVICE, number)
            continue
        if found and len(found.data) > largest_bytes:
            yield refuse_large(f"{source}:{number}", largest_bytes)
        elif found:
            yield found


def _read_message(source: str, publisher: str | None, number: int, message: Any) -> Capture | None:  # noqa: ANN401 - JSON
    """Return the capture of one message, None where it has no words. Raises TypeError where it is damaged."""
    if not isinstance(message, dict):
        error = Message("the message is no JSON object")
        raise TypeError(error)
    text = _read_text(message.get("text", ""))
    if message.get("type") != "message" or not text.strip():
        return None
    ident, date = message.get("id"), message.get("date")
    if not isinstance(ident, int) or not isinstance(date, str):
        error = Message("the message has no 'id' or no 'date'")
        raise TypeError(error)
    day = date.split("T")[0]
    return Capture(source, text.encode(), "record", number, str(ident), publisher=publisher, published=day)


def _read_text(text: object) -> str:
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(_read_text(part.get("text") if isinstance(part, dict) else part) for part in text)
    error = Message("the message's text is %(kind)s", kind=type(text).__name__)
    raise TypeError(error)
