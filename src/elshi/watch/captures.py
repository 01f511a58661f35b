"""The archive of captures: every page as it came, with its headers, in WARC files beside the register."""

from __future__ import annotations

import datetime as dt
import io
import os
import secrets
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from elshi.errors import SourceError
from elshi.fetch.answer import Answer
from elshi.model.report import Capture
from elshi.settings import read_version
from elshi.sources.warc import read_record

_LARGEST_FILE = 1_000_000_000  # bytes, after which the next file is begun, as web archives have it
# Headers of the way it was sent, which do not hold of the bytes kept; renamed as Common Crawl does.
_OF_THE_WAY = ("content-encoding", "transfer-encoding", "content-length")


class Archive:
    """Keeps captures in WARC files of a folder. What `keep` returned is on the disk.

    Each run writes files of its own, so that a file that a crash cut off is never written to again.
    """

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`, made when first needed."""
        self._folder = folder
        self._stream: BinaryIO | None = None

    def keep(self, answer: Answer, at: str) -> str:
        """Keep the answer of a server, received at the time `at`; return its place: file and offset."""
        headers = [(_rename(name), value) for name, value in answer.headers]
        headers.append(("Content-Length", str(len(answer.body))))
        status = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), headers, protocol="HTTP/1.1")
        return self._write(answer.url, "response", answer.body, at, http_headers=status)

    def keep_text(self, address: str, text: str, at: str) -> str:
        """Keep a text that a list had, received at the time `at`; return its place."""
        return self._write(
            address, "resource", text.encode(), at, warc_content_type="text/plain; charset=utf-8"
        )

    def read(self, place: str, largest_bytes: int) -> Capture | SourceError:
        """Return what is kept at `place`."""
        name, _, offset = place.rpartition(":")
        return read_record(self._folder / name, int(offset), largest_bytes)

    def close(self) -> None:
        """End the file. Closing twice does no harm; what is kept later begins another."""
        if self._stream:
            self._stream.close()
            self._stream = None

    def _write(self, address: str, kind: str, body: bytes, at: str, **about: object) -> str:
        stream = self._open(at)
        writer, offset = WARCWriter(stream, gzip=True), stream.tell()
        day = dt.datetime.fromisoformat(at).strftime("%Y-%m-%dT%H:%M:%SZ")
        record = writer.create_warc_record(
            address, kind, io.BytesIO(body), len(body), warc_headers_dict={"WARC-Date": day}, **about
        )
        writer.write_record(record)
        stream.flush()
        os.fsync(stream.fileno())
        return f"{Path(stream.name).name}:{offset}"

    def _open(self, at: str) -> BinaryIO:
        if self._stream and self._stream.tell() > _LARGEST_FILE:
            self.close()
        if self._stream is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            moment = dt.datetime.fromisoformat(at).strftime("%Y%m%dT%H%M%SZ")
            path = self._folder / f"elshi-{moment}-{secrets.token_hex(4)}.warc.gz"
            self._stream = path.open("xb")
            writer = WARCWriter(self._stream, gzip=True)
            about = {"software": f"elshi/{read_version()}", "format": "WARC File Format 1.0"}
            writer.write_record(writer.create_warcinfo_record(path.name, about))
        return self._stream


def _rename(name: str) -> str:
    return f"X-Crawl-{name}" if name.lower() in _OF_THE_WAY else name
