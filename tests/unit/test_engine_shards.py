"""Shards: input cut into pieces, read by whoever has the time, kept under the name of what went in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from conftest import Run
from elshi.engines import pieces
from elshi.engines.base import Way
from elshi.engines.cluster import RayEngine, prepare_environment
from elshi.engines.making import Making, Read, make_shards
from elshi.engines.pieces import Piece, cut_paths, open_piece
from elshi.engines.shards import ShardStore
from elshi.engines.work import read_capture
from elshi.errors import ElshiError, SourceError, UsageError
from elshi.model.frame import Reading
from elshi.model.report import Capture
from elshi.sources.paths import open_paths

LARGEST = 1_000_000
TEXTS = (
    "Oslo, 4 May 2026. The ambassador of Kazakhstan met the minister of culture of Norway.",
    "Осло, 5 мая 2026 года. Посол Казахстана встретился с министром культуры Норвегии.",
    "Осло, 6 мамыр 2026 жыл. Қазақстан елшісі Норвегия мәдениет министрімен кездесті.",
)


class Ended(BaseException):
    """The end of a process, which nothing in it survives."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of three texts, a file of JSON lines, and two things that cannot be read."""
    root = tmp_path / "press"
    root.mkdir()
    for number, text in enumerate(TEXTS):
        (root / f"b-{number}.txt").write_text(text, "utf-8")
    lines = [f'{{"id": "{n}", "text": "Report {n}. The envoys met in Astana."}}' for n in range(40)]
    lines[7:7] = ["", "   ", "no JSON at all"]
    (root / "a.jsonl").write_text("\n".join(lines) + "\n\n\n", "utf-8")
    (root / "c.pdf").write_bytes(b"%PDF-1.7")
    (root / "d.txt").write_bytes(b"")
    return root


@pytest.fixture
def making(tmp_path: Path) -> Making:
    """Return how two reports go into one shard."""
    return Making(Way(), ShardStore(str(tmp_path / "shards")), reports=2)


def list_found(found: Iterator[Capture | SourceError]) -> list[object]:
    """Return captures as they are and errors as their words."""
    return [one if isinstance(one, Capture) else str(one) for one in found]


@pytest.mark.parametrize(("files", "stretch"), [(1, 64), (2, 900), (100, 1 << 20)])
def test_pieces_hold_what_the_paths_hold(
    folder: Path, monkeypatch: pytest.MonkeyPatch, files: int, stretch: int
) -> None:
    """However small they are cut, pieces give the same captures with the same lines, errors too, in order."""
    monkeypatch.setattr(pieces, "FILES", files)
    monkeypatch.setattr(pieces, "STRETCH", stretch)
    paths = [str(folder), str(folder / "b-1.txt"), str(folder / "none.txt")]
    cut = list(cut_paths(paths))
    assert (len(cut) > 20) == (stretch == 64)
    assert [one for p in cut for one in list_found(open_piece(p, LARGEST))] == list_found(
        open_paths(paths, LARGEST)
    )


def test_a_line_longer_than_a_stretch_is_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stretch ends where a line ends, however long that line is."""
    monkeypatch.setattr(pieces, "STRETCH", 16)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "' + "a" * 500 + '"}\n{"text": "b"}\n{"text": "c"}', "utf-8")
    found = [one for p in cut_paths([str(path)]) for one in open_piece(p, LARGEST)]
    assert [(one.line, len(one.data)) for one in found if isinstance(one, Capture)] == [
        (1, 500),
        (2, 1),
        (3, 1),
    ]


def test_standard_input_is_for_this_machine_alone() -> None:
    """Another machine cannot read what is typed at this one."""
    with pytest.raises(UsageError, match="--engine local"):
        list(cut_paths(["-"]))


def test_addresses_are_read_like_folders(folder: Path) -> None:
    """What fsspec reaches is read as a folder is, each capture with its own address; hidden files are not."""
    memory = fsspec.filesystem("memory")
    for path in [*folder.glob("*.txt"), folder / "a.jsonl"]:
        memory.pipe_file(f"/elshi-press/{path.name}", path.read_bytes())
    memory.pipe_file("/elshi-press/.hidden/x.txt", b"x")
    address = "memory://elshi-press"
    found = list(open_paths([address], LARGEST))
    here = [one for one in open_paths([folder], LARGEST) if not str(one).startswith(str(folder / "c.pdf"))]
    assert [getattr(one, "data", None) for one in found] == [getattr(one, "data", None) for one in here]
    assert [one.source.rpartition("/")[0] for one in found] == ["memory:///elshi-press"] * len(found)
    assert list_found(iter(found)) == [
        text for p in cut_paths([address]) for text in list_found(open_piece(p, LARGEST))
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [("https://example.org/a.txt", "save them first"), ("nowhere://a", "install what it needs")],
)
def test_addresses_of_another_kind_are_refused(address: str, said: str) -> None:
    """Pages of the web are not fetched by this way, and a kind that fsspec does not know is named."""
    with pytest.raises(UsageError, match=said):
        list(open_paths([address], LARGEST))


def test_nothing_under_an_address_is_said() -> None:
    """An address without files is one error."""
    (found,) = open_paths(["memory://elshi-nothing"], LARGEST)
    assert isinstance(found, SourceError)


def make(folder: Path, making: Making, read: Read = read_capture) -> list[str]:
    """Make the shards of the texts of `folder` and return their names."""
    piece = Piece(tuple(str(folder / f"b-{number}.txt") for number in range(3)))
    return list(make_shards(piece, making, read))


def test_a_shard_is_named_by_what_went_in(folder: Path, making: Making) -> None:
    """Other bytes or another way of reading give another name, and nothing else does."""
    names = make(folder, making)
    assert len(names) == 2
    assert make(folder, making) == names
    dated = make(folder, Making(Way("2026-05-07"), making.store, reports=2))
    assert not set(dated) & set(names)
    (folder / "b-2.txt").write_text(TEXTS[2] + " ", "utf-8")
    assert make(folder, making)[0] == names[0]
    assert make(folder, making)[1] != names[1]


def test_a_shard_holds_the_readings(folder: Path, making: Making) -> None:
    """What is read from a shard is what reading gives, with the receipts of the captures."""
    done = [one for name in make(folder, making) for one in making.store.read(name)]
    found = open_paths([folder / f"b-{n}.txt" for n in range(3)], LARGEST)
    read = [read_capture(capture, Way()) for capture in found if isinstance(capture, Capture)]
    assert [one.outcome for one in done] == read
    assert all(one.origin and one.origin.receipt.digest for one in done)


@pytest.mark.parametrize("kind", ["memory", "file"])
def test_shards_may_lie_wherever_fsspec_reaches(folder: Path, tmp_path: Path, kind: str) -> None:
    """In a bucket or a shared folder they have the same names and content; --resume finds them there."""
    place = "memory://elshi-shards" if kind == "memory" else f"file://{tmp_path}/shared folder"
    here, there = (Making(Way(), ShardStore(at), reports=2) for at in (str(tmp_path / "shards"), place))
    names = make(folder, here)
    assert make(folder, there) == names
    assert [there.store.read(name) for name in names] == [here.store.read(name) for name in names]
    system, root = fsspec.core.url_to_fs(place)
    assert sorted(Path(path).name for path in system.find(root)) == sorted(f"{n}.parquet" for n in names)

    def refuse(capture: Capture, way: Way) -> Reading | SourceError:
        raise AssertionError(capture, way)

    assert make(folder, Making(Way(), there.store, resume=True, reports=2), refuse) == names
    other_machine = ShardStore(place)
    assert other_machine.holds(names[0])
    assert not other_machine.holds("0" * 40)


def test_with_resume_what_is_there_is_not_read_again(folder: Path, making: Making) -> None:
    """--resume reads what is missing and nothing else; without it all is read again."""
    read: list[str] = []

    def note(capture: Capture, way: Way) -> Reading | SourceError:
        read.append(Path(capture.source).name)
        return read_capture(capture, way)

    first, second = make(folder, making)
    (path,) = Path(making.store.address).rglob(f"{second}.parquet")
    path.unlink()
    resumed = Making(making.way, making.store, resume=True, reports=2)
    assert make(folder, resumed, note) == [first, second]
    assert read == ["b-2.txt"]
    make(folder, making, note)
    assert len(read) == 4


def test_a_report_that_ends_the_process_is_listed(folder: Path, making: Making) -> None:
    """Begun again and again, the shard is made in the end: one error, and the other reports as they are."""

    def end(capture: Capture, way: Way) -> Reading | SourceError:
        if capture.source.endswith("b-1.txt"):
            raise Ended
        return read_capture(capture, way)

    for _ in range(3):
        with pytest.raises(Ended):
            make(folder, making, end)
    done = [one for name in make(folder, making, end) for one in making.store.read(name)]
    assert [isinstance(one.outcome, Reading) for one in done] == [True, False, True]
    assert "reading it ended the process" in str(done[1].outcome)
    assert not list(Path(making.store.address).rglob("*.trial"))


def test_a_node_that_is_lost_accuses_no_report(folder: Path, making: Making) -> None:
    """A process that ends once, for reasons of its own, leaves every report readable."""
    ended: list[int] = []

    def end_once(capture: Capture, way: Way) -> Reading | SourceError:
        if not ended:
            ended.append(1)
            raise Ended
        return read_capture(capture, way)

    with pytest.raises(Ended):
        make(folder, making, end_once)
    done = [one for name in make(folder, making, end_once) for one in making.store.read(name)]
    assert all(isinstance(one.outcome, Reading) for one in done)


def test_a_damaged_shard_is_named(folder: Path, making: Making) -> None:
    """A shard that is no Parquet file is an error with its path, and what to do."""
    name = make(folder, making)[0]
    (path,) = Path(making.store.address).rglob(f"{name}.parquet")
    path.write_bytes(b"no shard")
    with pytest.raises(ElshiError, match=r"cannot be read .* remove it"):
        making.store.read(name)


def test_tokens_are_on_and_statistics_off() -> None:
    """Ray listens beyond this machine: a cluster without tokens is refused, and nobody is told of the use."""
    environment = {"RAY_USAGE_STATS_ENABLED": "1"}
    prepare_environment(environment)
    assert environment["RAY_AUTH_MODE"] == "token"
    assert environment["RAY_USAGE_STATS_ENABLED"] == "0"
    with pytest.raises(UsageError, match="RAY_AUTH_MODE is not 'token'"):
        prepare_environment({"RAY_AUTH_MODE": "disabled"})


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Ray is not installed, one line says what to install."""
    monkeypatch.setitem(sys.modules, "ray", None)
    for name in ("RAY_AUTH_MODE", "RAY_USAGE_STATS_ENABLED", "RAY_DATA_LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UsageError, match=r"pip install 'elshi\[ray\]'"):
        RayEngine(Way())


def test_options_that_go_with_ray_alone(folder: Path, run: Run) -> None:
    """--shards without --engine ray, and --resume of `elshi read` without --shards, are refused."""
    assert run("read", folder, "--shards", "x").exit_code == 2
    assert run("read", folder, "--resume").exit_code == 2
