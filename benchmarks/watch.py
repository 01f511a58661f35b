"""How `elshi watch` keeps up, and whether it loses or doubles anything when it is killed.

    python -m benchmarks.watch [--feeds 200]

A server on this machine stands for that many publishers, each at a loopback address of its own (127.0.1.1,
127.0.1.2 ...; Linux has them all). In each of three rounds every feed lists one more report. No page is twice
the same: it tells how often it was read, as many do, so that a page asked for twice would be two reports. In
the second round the watch is killed (SIGKILL) when about half of the new pages have been sent, and run again.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from multiprocessing.synchronize import Barrier
from pathlib import Path

from rich.console import Console

from elshi.register import Register

PORT_RANGE_START = 18_000
PEOPLE = (
    "Асан Ерболов",
    "Талгат Сериков",
    "Марат Дюсенов",
    "Ерлан Байжанов",
    "Нурлан Сапаров",
    "Данияр Оспанов",
)
COUNTRIES = (
    "Иордании",
    "Египта",
    "Италии",
    "Венгрии",
    "Японии",
    "Турции",
    "Китая",
    "Индии",
    "Кореи",
    "Малайзии",
)


class Press(BaseHTTPRequestHandler):
    """All publishers. `/round?N` moves on to round N, `/sent` tells how many pages were sent."""

    protocol_version = "HTTP/1.1"
    round, views, sent = 1, count(1), 0

    def do_GET(self) -> None:
        """Answer one request."""
        host = (self.headers.get("Host") or "").split(":")[0]
        if self.path.startswith("/round?"):
            Press.round = int(self.path.partition("?")[2])
            self._answer(200, b"ok")
        elif self.path == "/sent":
            self._answer(200, str(Press.sent).encode())
        elif self.path == "/feed":
            self._answer_feed()
        elif self.path.startswith("/news/"):
            Press.sent += 1
            self._answer(200, write_page(host, int(self.path.rsplit("/", 1)[1]), next(Press.views)))
        else:
            self._answer(404, b"")

    def _answer_feed(self) -> None:
        tag = f'"{Press.round}"'
        if self.headers.get("If-None-Match") == tag:
            self._answer(304, b"", tag)
        else:
            self._answer(200, write_feed(Press.round), tag)

    def _answer(self, status: int, body: bytes, tag: str | None = None) -> None:
        self.send_response(status)
        if tag:
            self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


def write_feed(number: int) -> bytes:
    """Return the feed of a round: an item for it and for each round before."""
    items = "".join(f"<item><title>{n}</title><link>/news/{n}</link></item>" for n in range(1, number + 1))
    return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()


def write_page(host: str, number: int, views: int) -> bytes:
    """Return a report, another one for each host and number, read for so many times."""
    place = int(host.rsplit(".", 1)[1]) * 7 + number
    person, country = PEOPLE[place % len(PEOPLE)], COUNTRIES[place % len(COUNTRIES)]
    text = (
        f"{place % 28 + 1} марта 2026 года министр иностранных дел Казахстана {person} встретился в Астане с "
        f"министром иностранных дел {country}. Стороны обсудили {place} проектов в области транспорта."
    )
    body = f"<article><h1>Встреча {place}</h1><p>{text}</p><p>Просмотров: {views}.</p></article>"
    return (
        f"<!DOCTYPE html><html><head><title>Встреча {place}</title></head><body>{body}</body></html>".encode()
    )


def serve(port: int, ready: Barrier) -> None:
    """Serve all loopback addresses until the process is ended."""
    ThreadingHTTPServer.request_queue_size = 512
    with ThreadingHTTPServer(("0.0.0.0", port), Press) as server:  # noqa: S104 - for 127.0.0.0/8; no other can be named
        ready.wait()
        server.serve_forever()


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder with the file of sources and the register, and the port of the press."""

    folder: Path
    port: int

    def ask_press(self, path: str) -> str:
        """Return what the press says at `path`."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return str(answer.read().decode())

    def start(self) -> subprocess.Popen[str]:
        """Start one round."""
        command = [
            sys.executable,
            "-m",
            "elshi",
            "watch",
            "sources.toml",
            "--once",
            "--allow-private-networks",
        ]
        return subprocess.Popen(command, cwd=self.folder, text=True, stdout=subprocess.PIPE)  # noqa: S603 - ours

    def run(self) -> tuple[float, str]:
        """Run one round; return its seconds and what it said."""
        began = time.perf_counter()
        said, _ = self.start().communicate()
        return time.perf_counter() - began, said.strip()

    def kill(self, pages: int) -> None:
        """Run one round and kill it when so many pages of it were sent."""
        before = int(self.ask_press("/sent"))
        process = self.start()
        while int(self.ask_press("/sent")) < before + pages and process.poll() is None:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()


def write_sources(path: Path, feeds: int, port: int) -> None:
    """Write the file of sources."""
    hosts = [f"127.0.1.{number}" for number in range(1, feeds + 1)]
    sources = "".join(f'[[source]]\nname = "{host}"\nfeed = "http://{host}:{port}/feed"\n' for host in hosts)
    path.write_text(f'[watch]\nevery = "1s"\ndelay = 0\n{sources}', encoding="utf-8")


def measure(feeds: int) -> dict[str, object]:
    """Return the seconds of each round, and how many reports were lost and doubled at the end."""
    port = PORT_RANGE_START + os.getpid() % 10_000
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(2)
    press = context.Process(target=serve, args=(port, ready), daemon=True)
    press.start()
    try:
        ready.wait(30)
        with tempfile.TemporaryDirectory() as folder:
            write_sources(Path(folder) / "sources.toml", feeds, port)
            return _run_rounds(Bench(Path(folder), port), feeds)
    finally:
        press.terminate()


def _run_rounds(bench: Bench, feeds: int) -> dict[str, object]:
    first, said = bench.run()
    Console(width=110).print(f"round 1: {first:.1f} s: {said}")
    bench.ask_press("/round?2")
    bench.kill(feeds // 2)
    second, said = bench.run()
    Console(width=110).print(f"round 2, killed and run again: {second:.1f} s: {said}")
    bench.ask_press("/round?3")
    third, said = bench.run()
    Console(width=110).print(f"round 3: {third:.1f} s: {said}")
    time.sleep(1.2)  # until every source is due
    quiet, said = bench.run()
    Console(width=110).print(f"nothing new: {quiet:.1f} s: {said}")
    with Register.open(bench.folder / "elshi.db", readonly=True) as register:
        held = Counter(report.source for report in register.reports())
    wanted = {f"http://127.0.1.{h}:{bench.port}/news/{n}" for h in range(1, feeds + 1) for n in (1, 2, 3)}
    return {
        "feeds": feeds,
        "first_seconds": round(first, 1),
        "again_seconds": round(second, 1),
        "third_seconds": round(third, 1),
        "quiet_seconds": round(quiet, 1),
        "reports": sum(held.values()),
        "lost": len(wanted - set(held)),
        "doubled": sum(number - 1 for number in held.values()),
    }


def main() -> None:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--feeds", type=int, default=200)
    Console(width=110).print(json.dumps(measure(parser.parse_args().feeds), indent=2))


if __name__ == "__main__":
    main()
