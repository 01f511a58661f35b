"""How long the pages of a register take at the server: `python -m benchmarks.web REGISTER [--times N]`.

Asks an application in this process for every page of the table, the list of the HTTP interface, and each
picture twice: its page (`chart/NAME`) and its drawing (`NAME.svg`). N times each with other questions
(countries, topics, words, people, pages as the register has them), of a brief always with a country. Prints
for each what the first request took, for which words and templates are still loaded, then of the others the
median and the 95th percentile of the wall clock and of the processor's time, which a busy machine disturbs
less, all in milliseconds, and the median of the bytes. For these the server has forgotten all pictures and
briefs that it keeps; each is then asked for again, and the processor's time of that stands apart. What the
server does at its start is timed apart, by the processor: the first census of the register, and the same
where it was kept in a file. `--only` takes some of the pages by their names;
`--write` puts the table into docs/explanation/performance.md.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from starlette.testclient import TestClient

from elshi.charts import PICTURES
from elshi.lexicon.places import load_countries
from elshi.model.query import Query
from elshi.register import Register
from elshi.register.census import Census
from elshi.register.counts import Counts
from elshi.register.keeping import CensusFile
from elshi.register.kept import Kept
from elshi.web.app import make_app
from elshi.web.codes import unfold
from elshi.web.routes import PAGES
from elshi.web.server import prepare
from elshi.web.site import Site

_DOCS = Path(__file__).parents[1] / "docs" / "explanation" / "performance.md"
_MARKED = re.compile(r"(<!-- benchmarks.web -->\n).*?(<!-- end -->)", re.DOTALL)
_WORDS = ("transport", "energy", "Норвегия", "транспорт", "көлік", "ambassador", "министр")
_PERCENTILE = 95
# What is no page of the table: the list of the HTTP interface, and each picture, drawn and as a page.
_DATA = {
    "api/entries": "/api/entries",
    **{f"{name}.svg": f"/chart/{name}.svg" for name in PICTURES},
    **{f"chart/{name}": f"/chart/{name}" for name in PICTURES},
}
Asking = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Timing:
    """One page: the first request in ms; of the others times, own times and those asked again; bytes."""

    name: str
    first: float
    spent: tuple[float, ...]
    worked: tuple[float, ...]
    again: tuple[float, ...]
    bytes: int

    def write_row(self) -> str:
        """Return the row of the table: median and 95th percentile of each."""
        figures = (self.first, *summarize(self.spent, self.worked, self.again))
        return f"| {self.name} | {' | '.join(f'{ms:.0f}' for ms in figures)} | {self.bytes:,} |"


def list_questions(census: Census, chance: random.Random) -> Iterator[tuple[str, Asking]]:
    """Yield each page with what writes an address of it, another one each time."""
    engagements = census.select(Query(kind="engagement"))
    values = {
        name: [unfold(name, value) for value, _ in census.count(name, engagements)[:200]]
        for name in ("party", "topic", "person", "event")
    }
    countries = [code for code in values["party"] if code in load_countries()]

    def pick(name: str) -> str:
        return chance.choice(countries if name == "country" else values[name] or [""])

    def filter_list(path: str) -> Asking:
        def write() -> str:
            given = {"country": pick("country"), "topic": pick("topic"), "page": str(chance.randint(1, 9))}
            kept = chance.sample(sorted(given), chance.randint(0, 3))
            kept = sorted({*kept, "country"}) if path == "/brief" else kept  # without one there is none
            return f"{path}?{urlencode({name: given[name] for name in kept})}"

        return write

    idents: dict[str, Asking] = {
        "entry": lambda: chance.choice(census.ids),
        "report": lambda: chance.choice(census.filed).id,
        "person": lambda: pick("person"),
        "office": lambda: chance.choice(["ambassador", "foreign_minister", "minister", "adviser"]),
        "country": lambda: pick("country"),
        "pair": lambda: "-".join(chance.sample(countries, 2)),
        "body": lambda: chance.choice(["UN", "OTS", "UNESCO"]),
    }
    yield from zip(_DATA, map(filter_list, _DATA.values()), strict=True)
    for page in PAGES:
        if page.name == "search":
            yield page.name, lambda: f"/search?{urlencode({'q': chance.choice(_WORDS)})}"
        elif page.name == "event":
            if values["event"]:
                yield page.name, lambda: f"/event?{urlencode({'event': pick('event')})}"
        elif "{ident}" in page.path:
            if page.name in idents:
                yield page.name, _fill_path(page.path, idents[page.name])
        else:
            yield page.name, filter_list(page.path)


def _fill_path(path: str, ident: Asking) -> Asking:
    return lambda: path.replace("{ident}", ident())


def time_page(client: TestClient, site: Site, name: str, write: Asking, times: int) -> Timing:
    """Return how long a page takes; what is not found counts as well."""
    asked = []
    for _ in range(times + 1):
        address = write()
        site.counts.kept = Kept()
        asked.append((_ask(client, address), _ask(client, address)))
    (first, _), *later = asked
    return Timing(
        name,
        first[0],
        tuple(one[0] for one, _ in later),
        tuple(one[1] for one, _ in later),
        tuple(again[1] for _, again in later),
        int(statistics.median(one[2] for one, _ in asked)),
    )


def _ask(client: TestClient, address: str) -> tuple[float, float, int]:
    """Return how many ms an answer takes by the clock and of the processor, and its bytes."""
    begun, busy = time.perf_counter(), time.process_time()
    answer = client.get(address)
    spent, worked = time.perf_counter() - begun, time.process_time() - busy
    if answer.status_code not in {200, 404}:
        raise RuntimeError(f"{address}: {answer.status_code}")  # noqa: EM102, TRY003 -- a benchmark of ours
    return spent * 1000, worked * 1000, len(answer.content)


def summarize(*kinds: Sequence[float]) -> Iterator[float]:
    """Yield the median and the 95th percentile of each kind of time."""
    for spent in kinds:
        yield statistics.median(spent)
        yield statistics.quantiles(spent, n=100, method="inclusive")[_PERCENTILE - 1]


def _time_census(site: Site) -> float:
    begun = time.process_time()
    with site.open_view() as view:
        view.census()
    return time.process_time() - begun


def measure(register: Path, times: int, seed: int, only: Sequence[str] = ()) -> Iterator[str]:
    """Yield the lines of the report."""
    with tempfile.TemporaryDirectory() as folder:
        file = CensusFile(Path(folder) / "census", print)
        taken, kept = (_time_census(Site(register, counts=Counts(file))) for _ in range(2))
        site = Site(register, counts=Counts(file))
        prepare(site)
    with site.open_view() as view:
        census = view.census()
    engagements = int(census.select(Query(kind="engagement")).sum())
    yield f"{engagements:,} engagements, {len(census.filed):,} reports; first census {taken:.1f} s, "
    yield f"{kept:.1f} s where it was kept;"
    yield f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {times} requests a page."
    yield from (
        "",
        "| Page | First, ms | Median, ms | 95th | Own: median | 95th | Own, again: median | 95th | Bytes |",
        "|---|---|---|---|---|---|---|---|---|",
    )
    with TestClient(make_app(site), base_url="http://localhost") as client:
        client.get("/")  # templates are compiled once
        for name, write in list_questions(census, random.Random(seed)):  # noqa: S311 -- questions, no secrets
            if not only or name in only:
                yield time_page(client, site, name, write, times).write_row()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield from ("", f"Most memory the server had: {peak:.0f} MB.")


def main() -> None:
    """Print the report, and with --write put it into the documents."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("register", type=Path)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=(), help="pages by their names")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    Register.open(given.register, create=False).close()  # brought up to date
    lines = []
    for line in measure(given.register, given.times, given.seed, given.only):
        print(line, flush=True)  # noqa: T201 -- what the script is for
        lines.append(line)
    if given.write:
        text = _DOCS.read_text(encoding="utf-8")
        table = "\n".join(lines)
        _DOCS.write_text(_MARKED.sub(lambda m: f"{m[1]}{table}\n{m[2]}", text), encoding="utf-8")


if __name__ == "__main__":
    main()
