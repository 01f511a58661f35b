"""A census kept beside its register is believed only where it is of that register's own past, and whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st
from test_register_census import describe
from test_stores_histories import READINGS, make_clock

from elshi.model.entry import NOW
from elshi.register import Register
from elshi.register.census import Census
from elshi.register.counts import Counts
from elshi.register.keeping import CensusFile, digest_history, find_file
from elshi.register.taking import take_census


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a register of two reports."""
    path = tmp_path / "elshi.db"
    fill(path, 0, 1)
    return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Register, Path]]:
    """Return a register of two reports that is open, and the file of its census."""
    path = tmp_path_factory.mktemp("kept") / "elshi.db"
    fill(path, 0, 1)
    ask(path)
    with Register.open(path, readonly=True) as register:
        yield register, path.with_name("elshi.db.census")


def fill(path: Path, *readings: int, clock: Callable[[], str] | None = None) -> None:
    """Add some of the readings to a register."""
    with Register.open(path) as register:
        register._clock = clock or register._clock
        for number in readings:
            register.add(READINGS[number])


def ask(path: Path, warn: Callable[[str], None] = pytest.fail) -> Census:
    """Return the census with which a server begins that is started now; `warn` gets what it says."""
    with Register.open(path, create=False, readonly=True) as register:
        return Counts(find_file(path, warn)).take(register._store, NOW)


def count(path: Path) -> dict[str, object]:
    """Return what a register holds, counted from the register alone."""
    with Register.open(path, create=False, readonly=True) as register:
        return describe(take_census(register._store))


def test_a_server_that_is_started_again_does_not_count_again(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one has all that the first one had, out of a file that its owner alone can read."""
    first = ask(place)
    monkeypatch.setattr("elshi.register.counts.take_census", pytest.fail)
    assert describe(ask(place)) == describe(first) == count(place)
    assert place.with_name("elshi.db.census").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["elshi.census", "elshi.db.census", "elshi", ".census"])
def test_no_register_is_taken_for_a_census(tmp_path: Path, name: str) -> None:
    """A register may be called what its owner likes: counting writes over none, neither it nor another."""
    registers = [tmp_path / name, tmp_path / "other.db", tmp_path / "other.sqlite"]
    for register in registers:
        fill(register, 0)
    before = [register.read_bytes() for register in registers]
    for register in registers:
        ask(register)
    assert [register.read_bytes() for register in registers] == before
    assert len(list(tmp_path.glob("*.census"))) >= len(registers)


def test_an_empty_register_is_kept_too(tmp_path: Path) -> None:
    """It has no columns of any length."""
    fill(tmp_path / "elshi.db")
    assert describe(ask(tmp_path / "elshi.db")) == describe(ask(tmp_path / "elshi.db"))


def test_what_came_since_is_counted(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports that were added while no server ran; the next server finds these in the file as well."""
    ask(place)
    fill(place, 2, 3)
    assert describe(ask(place)) == count(place)
    monkeypatch.setattr("elshi.register.counts.bring_up", pytest.fail)
    assert describe(ask(place)) == count(place)


def test_the_census_of_another_register_is_not_believed(tmp_path: Path) -> None:
    """Not even of one that recorded as many reports at the very same times."""
    for name, readings in (("one", (0, 1)), ("other", (2, 3))):
        fill(tmp_path / f"{name}.db", *readings, clock=make_clock())
    assert ask(tmp_path / "one.db").stamp == ask(tmp_path / "other.db").stamp
    shutil.copy(tmp_path / "one.db.census", tmp_path / "other.db.census")
    assert describe(ask(tmp_path / "other.db")) == count(tmp_path / "other.db") != count(tmp_path / "one.db")


@pytest.mark.parametrize("later", [(), (3,)], ids=["as it was", "and gone on with"])
def test_a_register_put_back_from_a_copy_is_counted_again(place: Path, later: tuple[int, ...]) -> None:
    """What was kept is of reports that this register does not hold any more."""
    copy = shutil.copy(place, place.with_name("copy.db"))
    fill(place, 2)
    ask(place)
    shutil.copy(copy, place)
    fill(place, *later)
    assert describe(ask(place)) == count(place)


def test_a_register_put_back_while_the_server_runs_is_counted_again(place: Path) -> None:
    """A census of what the register does not hold any more is not shown, at once or once there is more."""
    copy, counts = shutil.copy(place, place.with_name("copy.db")), Counts(find_file(place, pytest.fail))

    def take() -> dict[str, object]:
        with Register.open(place, create=False, readonly=True) as register:
            taken = counts.take(register._store, NOW)
            assert counts.find(register._store, NOW) is taken
            return describe(taken)

    fill(place, 2)
    assert take() == count(place)
    shutil.copy(copy, place)
    with Register.open(place, create=False, readonly=True) as register:
        assert counts.find(register._store, NOW) is None
    assert take() == count(place)
    fill(place, 3)
    assert take() == count(place)


def test_a_judgement_that_is_not_of_this_register_tells_it_apart(place: Path) -> None:
    """One copy had two persons judged to be one, the other not: their histories differ from then on."""
    copy = shutil.copy(place, place.with_name("copy.db"))
    with Register.open(place) as register:
        one, other = take_census(register._store).columns["person"].values[:2]
        before = register.stamp()
        register.judge("same", one, other, "a tester")
        judged = digest_history(register._store, register.stamp())
        past = digest_history(register._store, before)
    with Register.open(copy) as register:
        assert digest_history(register._store, before) == past != judged
        assert digest_history(register._store, register.stamp()) != judged


@hypothesis.settings(max_examples=60, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(data=st.data())
def test_whatever_becomes_of_the_file_the_counts_are_right(
    kept: tuple[Register, Path], data: st.DataObject
) -> None:
    """Bytes changed, cut off or put on: what is read is what was kept, or nothing, and never an error."""
    register, file = kept
    whole, known = file.read_bytes(), describe(take_census(register._store))
    place = data.draw(st.integers(0, len(whole)))
    written = data.draw(st.binary(max_size=8))
    rest = data.draw(st.sampled_from([0, len(written), len(whole)]))
    damaged = file.with_name("damaged.census")
    damaged.write_bytes(whole[:place] + written + whole[place + rest :])
    said: list[str] = []
    read = CensusFile(damaged, said.append).read(register._store)
    assert read is None or (describe(read) == known and damaged.read_bytes() == whole)
    assert all(line.startswith(str(damaged)) and "\n" not in line for line in said)


@pytest.mark.parametrize("damage", [b"", b"elshi", b"SQLite format 3\0", None])
def test_a_damaged_file_is_told_and_written_anew(place: Path, damage: bytes | None) -> None:
    """One line says so; the next server finds a whole one."""
    ask(place)
    file = place.with_name("elshi.db.census")
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    said: list[str] = []
    assert describe(ask(place, said.append)) == count(place)
    assert said == [f"{file} is damaged: the register is counted again, and the file written anew"]
    assert describe(ask(place)) == count(place)


def test_what_another_elshi_kept_is_passed_over(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may count otherwise; nothing is wrong with it, and nothing is said."""
    ask(place)
    monkeypatch.setattr("elshi.register.keeping.LAYOUT", 999)
    assert describe(ask(place)) == count(place)


def test_a_folder_that_cannot_be_written_keeps_nothing(place: Path) -> None:
    """The register is counted at each start, as it was before there was a file."""
    file = CensusFile(place.parent / "absent" / "elshi.db.census", pytest.fail)
    with Register.open(place, readonly=True) as register:
        for _ in range(2):
            taken = Counts(file).take(register._store, NOW)
            assert describe(taken) == count(place)
    assert not file.path.exists()
    assert sorted(path.name for path in place.parent.glob("*census*")) == []


def test_a_team_keeps_none() -> None:
    """Its register is no file beside which another one could stand."""
    assert find_file("postgresql://localhost/elshi", pytest.fail) is None
