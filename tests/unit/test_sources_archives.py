"""Archives in bulk: every report in them is read, and every damaged record is named with its place."""

from __future__ import annotations

import gzip
import io
import json
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from elshi.clean import make_report
from elshi.errors import SourceError
from elshi.model.report import Capture
from elshi.sources import open_paths

LARGEST = 100_000
TEXT = "12 марта 2026 года министр иностранных дел Казахстана принял в Астане посла Иордании. Номер {}."


def split(path: Path) -> tuple[list[Capture], list[SourceError]]:
    """Return what a file holds, and what in it cannot be read."""
    found = list(open_paths([path], LARGEST))
    return [f for f in found if isinstance(f, Capture)], [f for f in found if isinstance(f, SourceError)]


def write_warc(path: Path, pages: list[tuple[str, str, bytes]], *, packed: bool) -> list[int]:
    """Write an archive of answers (address, content type, body); return the offset of each."""
    offsets = []
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=packed)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for address, kind, body in pages:
            offsets.append(stream.tell())
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    address, "response", io.BytesIO(body), len(body), http_headers=headers
                )
            )
    return offsets


def make_pages(count: int) -> list[tuple[str, str, bytes]]:
    """Return pages of an archive."""
    page = "<html><body><article><p>{}</p></article></body></html>"
    return [(f"https://press.example/{n}", "text/html; charset=utf-8", page.format(TEXT.format(n)).encode())
            for n in range(count)]  # fmt: skip


@pytest.mark.parametrize("name", ["news.warc", "news.warc.gz"])
def test_every_page_of_a_web_archive_is_read(tmp_path: Path, name: str) -> None:
    """Pages come in order with their addresses; pictures and records about the archive are passed over."""
    pages = make_pages(3)
    picture = ("https://press.example/x.png", "image/png", b"\x89PNG")
    write_warc(tmp_path / name, [*pages[:2], picture, pages[2]], packed=name.endswith("gz"))
    captures, errors = split(tmp_path / name)
    assert (errors, [c.source for c in captures]) == ([], [address for address, _, _ in pages])
    assert [make_report(c).text for c in captures] == [TEXT.format(n) for n in range(3)]


@pytest.mark.parametrize("name", ["news.warc", "news.warc.gz"])
def test_a_damaged_record_is_named_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    """A record whose beginning is overwritten is one error with its place; those around it are read."""
    path = tmp_path / name
    offsets = write_warc(path, make_pages(5), packed=name.endswith("gz"))
    data = bytearray(path.read_bytes())
    data[offsets[2] : offsets[2] + 60] = b"\x00" * 60
    path.write_bytes(data)
    captures, errors = split(path)
    assert [c.source[-1] for c in captures] == ["0", "1", "3", "4"]
    assert errors
    assert all("damaged" in error.cause and error.source.startswith(str(path)) for error in errors)


def test_an_archive_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    """A download or a run that broke off loses its last record, which is named, and no other."""
    path = tmp_path / "news.warc.gz"
    offsets = write_warc(path, make_pages(4), packed=True)
    whole = path.read_bytes()
    for length in (offsets[3] + 5, offsets[3] + 40, len(whole) - 100):
        path.write_bytes(whole[:length])
        captures, errors = split(path)
        assert (len(captures), len(errors)) == (3, 1), length
    write_warc(path, make_pages(4), packed=False)
    path.write_bytes(path.read_bytes()[:-40])
    assert [len(part) for part in split(path)] == [3, 1]


def test_packed_and_chunked_answers_of_an_archive_are_read(tmp_path: Path) -> None:
    """Answers as crawlers keep them, packed by the server, are unpacked; one that is too large is named."""
    path = tmp_path / "news.warc.gz"
    small, large = (gzip.compress(b"<html><body><p>" + text + b"</p></body></html>")
                    for text in (TEXT.format(1).encode(), b"a" * 2 * LARGEST))  # fmt: skip
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number, body in enumerate((small, large, small)):
            sent = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
            headers = StatusAndHeaders("200 OK", sent, protocol="HTTP/1.1")
            about = (f"https://a.example/{number}", "response", io.BytesIO(body), len(body))
            writer.write_record(writer.create_warc_record(*about, http_headers=headers))
    captures, errors = split(path)
    assert [c.source[-1] for c in captures] == ["0", "2"]
    assert [error.source[-1] for error in errors] == ["1"]


def write_table(path: Path, rows: list[dict[str, object]], group: int = 2) -> None:
    """Write a Parquet table."""
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=group)


def test_every_row_of_a_parquet_table_is_read(tmp_path: Path) -> None:
    """Text and metadata come from the columns of these names; rows without a text are named."""
    rows = [{"id": n, "text": TEXT.format(n), "title": "Кездесу", "published": "2026-03-12", "other": 1.5}
            for n in range(5)]  # fmt: skip
    rows[3]["text"] = None
    rows[4]["text"] = "a" * (LARGEST + 1)
    write_table(tmp_path / "news.parquet", rows)
    captures, errors = split(tmp_path / "news.parquet")
    assert [(c.line, c.id, c.title) for c in captures] == [(n + 1, str(n), "Кездесу") for n in range(3)]
    assert make_report(captures[0]).published == "2026-03-12"
    assert "no text" in errors[0].cause
    assert errors[0].line == 4
    assert "larger than" in errors[1].cause


def test_days_of_a_parquet_table_are_days(tmp_path: Path) -> None:
    """A column of dates or times gives the day of publication."""
    table = pa.table({"text": [TEXT.format(1)], "published": pa.array(["2026-03-12"]).cast(pa.date32())})
    pq.write_table(table, tmp_path / "a.parquet")
    (capture,), _ = split(tmp_path / "a.parquet")
    assert capture.published == "2026-03-12"


def test_a_damaged_parquet_table_is_named(tmp_path: Path) -> None:
    """A table that is cut off, has no text column, or has no rows is one error."""
    path = tmp_path / "a.parquet"
    write_table(path, [{"text": TEXT.format(n)} for n in range(6)])
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    assert [len(part) for part in split(path)] == [0, 1]
    write_table(path, [{"body": "x"}])
    assert "no column 'text'" in split(path)[1][0].cause
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), path)
    assert "empty" in split(path)[1][0].cause


def test_a_table_without_its_suffix_is_known_by_its_content(tmp_path: Path) -> None:
    """A Parquet table, a mailbox and an archive named otherwise are read as what they are."""
    write_table(tmp_path / "table", [{"text": TEXT.format(1)}])
    write_warc(tmp_path / "archive", make_pages(1), packed=False)
    for name in ("table", "archive"):
        captures, errors = split(tmp_path / name)
        assert (len(captures), errors) == (1, [])


CHANNEL = {
    "name": "СІМ жаңалықтары",
    "type": "public_channel",
    "id": 1,
    "messages": [
        {"id": 1, "type": "service", "date": "2026-03-01T10:00:00", "action": "create_channel", "text": ""},
        {"id": 7, "type": "message", "date": "2026-03-12T10:00:00",
         "text": ["12 марта 2026 года ", {"type": "bold", "text": "министр"}, " принял посла Иордании."]},
        {"id": 8, "type": "message", "date": "2026-03-12T10:05:00", "photo": "photos/1.jpg", "text": ""},
        {"id": 9, "type": "message", "text": "нет даты"},
        "no message",
        {"id": 10, "type": "message", "date": "2026-03-13T10:00:00", "text": {"odd": 1}},
        {"id": 11, "type": "message", "date": "2026-03-13T10:00:00", "text": TEXT.format(2)},
    ],
}  # fmt: skip


@pytest.mark.parametrize("whole_account", [False, True])
def test_messages_of_a_channel_are_reports(tmp_path: Path, whole_account: bool) -> None:  # noqa: FBT001 -- a case
    """Each message with words is a report of its day; damaged ones are named by their number."""
    export = {"about": "x", "chats": {"about": "y", "list": [CHANNEL]}} if whole_account else CHANNEL
    path = tmp_path / "result.json"
    path.write_text(json.dumps(export, ensure_ascii=False, indent=1), encoding="utf-8")
    captures, errors = split(path)
    assert [(c.id, c.published, c.publisher) for c in captures] == [
        ("7", "2026-03-12", "СІМ жаңалықтары"), ("11", "2026-03-13", "СІМ жаңалықтары"),
    ]  # fmt: skip
    assert captures[0].data.decode() == "12 марта 2026 года министр принял посла Иордании."
    assert [error.line for error in errors] == [4, 5, 6]
    path.rename(tmp_path / "channel.json")
    assert len(split(tmp_path / "channel.json")[0]) == 2


def test_an_export_that_is_none_is_named(tmp_path: Path) -> None:
    """A broken export, and JSON of another kind, are one error."""
    for text in ('{"name": "a", "messages": [', "{}", "[1]"):
        (tmp_path / "result.json").write_text(text, encoding="utf-8")
        assert [len(part) for part in split(tmp_path / "result.json")] == [0, 1]


def write_letter(number: int, *, kind: str = "plain") -> EmailMessage:
    """Return a letter of a press list."""
    letter = EmailMessage()
    letter["From"] = "Пресс-служба МИД <press@mfa.example>"
    letter["Subject"] = f"О встрече {number}"
    letter["Date"] = "Thu, 12 Mar 2026 01:30:00 +0500"
    letter["Message-ID"] = f"<{number}@mfa.example>"
    if kind == "html":
        letter.set_content(f"<html><body><p>{TEXT.format(number)}</p></body></html>", subtype="html")
    else:
        letter.set_content(TEXT.format(number), charset="koi8-r" if kind == "koi8" else "utf-8")
    letter.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="a.pdf")
    return letter


def test_letters_of_a_press_list_are_reports(tmp_path: Path) -> None:
    """Subject, sender and day come from the letter's head; HTML and old encodings are read too."""
    box = mailbox.mbox(tmp_path / "list.mbox")
    for number, kind in enumerate(("plain", "html", "koi8")):
        box.add(write_letter(number, kind=kind))
    empty = EmailMessage()
    empty["Subject"] = "пусто"
    box.add(empty)
    broken = "Content-Type: text/plain; charset=no-such\nSubject: x\n\nтекст\n".encode()
    box.add(broken)
    box.close()
    captures, errors = split(tmp_path / "list.mbox")
    assert [(c.title, c.publisher, c.published, c.id) for c in captures] == [
        (f"О встрече {n}", "Пресс-служба МИД", "2026-03-12", f"<{n}@mfa.example>") for n in range(3)
    ]
    assert [make_report(c).text.strip() for c in captures] == [TEXT.format(n) for n in range(3)]
    assert [error.line for error in errors] == [4, 5]
    (tmp_path / "list.mbox").rename(tmp_path / "list")
    assert len(split(tmp_path / "list")[0]) == 3


def test_archives_in_a_folder_are_read(tmp_path: Path) -> None:
    """A folder of archives is read as one of files."""
    write_table(tmp_path / "a.parquet", [{"text": TEXT.format(1)}])
    write_warc(tmp_path / "b.warc.gz", make_pages(2), packed=True)
    captures, errors = split(tmp_path)
    assert (len(captures), errors) == (3, [])
