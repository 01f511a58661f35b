"""What leaves the register in each form is read back by another program's reader, and says the same."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from elshi.cli.main import main
from elshi.cli.transfer import FORMS
from elshi.exports import EXPORTS
from elshi.exports.calendar import STATUSES
from elshi.exports.plover import list_reasons
from elshi.exports.star import TABLES
from elshi.exports.wording import drop_controls, is_exact
from elshi.lexicon.coordinates import find_point, load_points
from elshi.lexicon.load import read_file
from elshi.lexicon.places import load_cities, load_countries
from elshi.lexicon.topics import load_topics
from elshi.model.entry import KINDS, Entry
from elshi.model.query import Query
from elshi.model.when import read_bounds
from elshi.reader import read
from elshi.register import Register

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/*.txt"))
FTM_PYTHON = Path(os.environ.get("ELSHI_FTM_PYTHON") or ROOT / "build/ftm/bin/python")  # has followthemoney
DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    """Give a register with the examples."""
    with Register.in_memory() as opened:
        for path in EXAMPLES:
            opened.add(read(path))
        yield opened


@pytest.fixture(scope="module")
def files(register: Register, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write every export, and return the file, or the folder, of each."""
    folders = {form: tmp_path_factory.mktemp(form) for form in EXPORTS}
    written = {form: register.export(form, folder) for form, folder in folders.items()}
    return {form: paths[0] if len(paths) == 1 else folders[form] for form, paths in written.items()}


@pytest.fixture(scope="module")
def engagements(register: Register) -> dict[str, Entry]:
    """Return the engagements of the register by id."""
    return {entry.id: entry for entry in register.find(Query(kind="engagement"))}


def read_lines(path: Path) -> list[Any]:
    """Return the JSON object of each line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def name_all(people: list[Any]) -> list[str]:
    """Return the names of people, in their order."""
    return [person["name"] for person in people]


@pytest.mark.parametrize("form", EXPORTS)
def test_same_register_gives_the_same_bytes(
    register: Register, files: dict[str, Path], tmp_path: Path, form: str
) -> None:
    """Written a second time, every file is the same byte for byte."""
    for path in register.export(form, tmp_path):
        first = files[form] if files[form].is_file() else files[form] / path.name
        assert path.read_bytes() == first.read_bytes()


def test_command_offers_every_export() -> None:
    """`elshi export --format` takes each form of EXPORTS."""
    assert tuple(EXPORTS) == FORMS


def test_one_file_can_be_printed_and_several_need_a_folder(register: Register, tmp_path: Path) -> None:
    """Without --out a form of one file goes to standard output; Parquet is refused in one line."""
    path = tmp_path / "elshi.db"
    with Register.open(path) as opened:
        opened.add(read(EXAMPLES[0]))
    printed = CliRunner().invoke(main, ["export", "--register", str(path), "--format", "geojson"])
    refused = CliRunner().invoke(main, ["export", "--register", str(path), "--format", "parquet"])
    assert json.loads(printed.stdout)["type"] == "FeatureCollection"
    assert refused.exit_code == 2
    assert "--out" in refused.stderr
    assert register.count() > 0


def test_every_table_of_the_star_comes_back(register: Register, files: dict[str, Path]) -> None:
    """Pyarrow reads each table with the columns of the data dictionary, and no entry is missing."""
    pq = pytest.importorskip("pyarrow.parquet")
    tables = {table.name: pq.read_table(files["parquet"] / f"{table.name}.parquet") for table in TABLES}
    dictionary = pq.read_table(files["parquet"] / "dictionary.parquet").to_pylist()
    for name, table in tables.items():
        assert [row["column"] for row in dictionary if row["table"] == name] == table.column_names
    for kind in KINDS:
        ids = {entry.id for entry in register.find(Query(kind=kind))}
        assert set(tables[f"{kind}s"]["id"].to_pylist()) == ids
    assert all(row["meaning"] for row in dictionary)


def test_facts_of_the_star_are_those_of_the_register(
    engagements: dict[str, Entry], files: dict[str, Path]
) -> None:
    """Place, days, people and parties of each engagement, joined from the tables, are those of the entry."""
    pq = pytest.importorskip("pyarrow.parquet")
    folder = files["parquet"]
    people = pq.read_table(folder / "participants.parquet").to_pylist()
    parties = pq.read_table(folder / "parties.parquet").to_pylist()
    for row in pq.read_table(folder / "engagements.parquet").to_pylist():
        fields = engagements[row["id"]].fields
        assert row["place_country"] == (fields["place"] or {}).get("country")
        assert row["confidence"] == fields["confidence"]
        bounds = read_bounds(fields["date"]) if fields["date"] else (None, None)
        assert (row["first_day"], row["last_day"]) == (bounds if None not in bounds else (None, None))
        assert [p["name"] for p in people if p["entry"] == row["id"]] == [
            p["name"] for p in fields["participants"]
        ]
        assert [p["party"] for p in parties if p["entry"] == row["id"]] == fields["parties"]


def test_quotes_of_the_star_are_the_words_of_the_reports(files: dict[str, Path]) -> None:
    """Each quote is exactly the stored text at its offsets."""
    pq = pytest.importorskip("pyarrow.parquet")
    texts = {
        row["id"]: row["text"] for row in pq.read_table(files["parquet"] / "reports.parquet").to_pylist()
    }
    for row in pq.read_table(files["parquet"] / "quotes.parquet").to_pylist():
        assert texts[row["report"]][row["start"] : row["end"]] == row["quote"]


def test_calendar_has_the_days_and_the_status(engagements: dict[str, Entry], files: dict[str, Path]) -> None:
    """Icalendar reads an all-day event for each engagement whose days are known, under a lasting UID."""
    from icalendar import Calendar  # noqa: PLC0415 - the independent reader of this test

    events: dict[str, Any] = {
        str(e["uid"]): e for e in Calendar.from_ical(files["ical"].read_bytes()).walk("VEVENT")
    }
    dated = {i: e for i, e in engagements.items() if is_exact(e.fields["date"]) and e.fields["date"]}
    assert set(events) == {f"{ident}@elshi" for ident in dated}
    for ident, entry in dated.items():
        event = events[f"{ident}@elshi"]
        first, last = read_bounds(entry.fields["date"])
        assert last is not None
        assert (event["dtstart"].dt, event["dtend"].dt) == (first, last + DAY)
        assert str(event["status"]) == STATUSES[entry.fields["status"]]
        assert all(f"“{quote['quote']}”" in str(event["description"]) for quote in entry.fields["evidence"])


def test_announced_is_tentative_and_called_off_is_cancelled() -> None:
    """A calendar shows what is only planned as tentative, what is off as cancelled, what was held as sure."""
    assert [STATUSES[s] for s in ("held", "planned", "cancelled")] == ["CONFIRMED", "TENTATIVE", "CANCELLED"]


def test_map_has_every_engagement(engagements: dict[str, Entry], files: dict[str, Path]) -> None:
    """Each engagement is a feature; those in a city the lexicon places are points, longitude first."""
    features = {f["id"]: f for f in json.loads(files["geojson"].read_text("utf-8"))["features"]}
    assert set(features) == set(engagements)
    for ident, entry in engagements.items():
        point = find_point((entry.fields["place"] or {}).get("city"))
        geometry = features[ident]["geometry"]
        assert (geometry and geometry["coordinates"]) == (point and [point.longitude, point.latitude])
        assert features[ident]["properties"]["parties"] == entry.fields["parties"]


def test_every_city_of_the_lexicon_lies_somewhere() -> None:
    """coordinates.yml has each city of cities.yml and no other; Astana lies north of Tashkent."""
    assert set(load_points()) == set(load_cities())
    astana, tashkent = load_points()["Astana"], load_points()["Tashkent"]
    assert astana.latitude > tashkent.latitude


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_who_met_whom_comes_back(engagements: dict[str, Entry], files: dict[str, Path], form: str) -> None:
    """Networkx reads the graph: two people on different sides of a meeting that was held are joined."""
    nx = pytest.importorskip("networkx")
    graph = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[form](files[form])
    met = {frozenset((a, b)) for a, b, v in graph.edges(data=True) if v["kind"] == "met"}
    held = [
        e.fields
        for e in engagements.values()
        if e.fields["status"] == "held" and e.fields["type"] == "meeting"
    ]
    pairs = [f["participants"] for f in held if len(f["participants"]) == 2]
    assert pairs
    for one, other in pairs:
        ends = frozenset(f"person:{person['entity']}" for person in (one, other))
        assert (ends in met) == (one["side"] != other["side"])
    weights = [values["weight"] for _, _, values in graph.edges(data=True)]
    assert min(weights) >= 1


def test_the_two_graphs_are_one(files: dict[str, Path]) -> None:
    """GraphML and GEXF hold the same nodes and edges with the same counts."""
    nx = pytest.importorskip("networkx")
    graphs = [nx.read_graphml(files["graphml"]), nx.read_gexf(files["gexf"])]
    told = [
        {(frozenset((a, b)), v["kind"], int(v["weight"]), v["entries"]) for a, b, v in g.edges(data=True)}
        for g in graphs
    ]
    assert told[0] == told[1]
    assert set(graphs[0]) == set(graphs[1])


def test_no_control_character_reaches_a_graph() -> None:
    """What XML cannot hold is replaced, every script stays."""
    assert drop_controls("Ә\x0bB\ud800") == "Ә\ufffdB\ufffd"


def test_annotations_point_at_their_words(files: dict[str, Path]) -> None:
    """By position and by quotation, with what stands around, each annotation finds the same words."""
    graph = json.loads(files["jsonld"].read_text("utf-8"))["@graph"]
    texts = {thing["@id"]: thing["text"] for thing in graph if thing["@type"] == "Article"}
    notes = [thing for thing in graph if thing["@type"] == "Annotation"]
    assert notes
    for note in notes:
        text, (place, quote) = texts[note["target"]["source"]], note["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in text


def test_events_of_json_ld_are_the_engagements(engagements: dict[str, Entry], files: dict[str, Path]) -> None:
    """Each engagement is an Event with its people, and its own status where schema.org has none."""
    graph = json.loads(files["jsonld"].read_text("utf-8"))["@graph"]
    events = {thing["@id"].removeprefix("urn:elshi:"): thing for thing in graph if thing["@type"] == "Event"}
    assert set(events) == set(engagements)
    for ident, entry in engagements.items():
        assert [p["name"] for p in events[ident]["attendee"]] == [
            p["name"] for p in entry.fields["participants"]
        ]
        assert events[ident]["elshi:status"] == entry.fields["status"]
    subjects = {note["body"]["@id"] for note in graph if note["@type"] == "Annotation"}
    assert {f"urn:elshi:{ident}" for ident in engagements} <= subjects


def test_ftm_references_lead_to_entities(files: dict[str, Path]) -> None:
    """Whoever is involved, every holder, office and proof is an entity of the same file."""
    entities = {entity["id"]: entity for entity in read_lines(files["ftm"])}
    assert len(entities) == len(read_lines(files["ftm"]))
    for entity in entities.values():
        for name in ("involved", "holder", "post", "proof"):
            assert set(entity["properties"].get(name, ())) <= set(entities)


def test_ftm_library_takes_every_value(files: dict[str, Path]) -> None:
    """FollowTheMoney itself accepts each entity and cleans no value away.

    The library is large and is no dependency of Elshi; it is looked for in an environment of its own.
    """
    if not FTM_PYTHON.exists():
        pytest.skip(f"no {FTM_PYTHON}: `tools/prepare.sh ftm` makes it, in minutes")
    check = Path(__file__).parent / "check_ftm.py"
    command = [str(FTM_PYTHON), str(check), str(files["ftm"])]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own script
    assert done.stdout.split() == [str(len(read_lines(files["ftm"]))), "0"], done.stdout + done.stderr


def test_plover_leaves_out_what_was_called_off(engagements: dict[str, Entry], files: dict[str, Path]) -> None:
    """What PLOVER has a type for and was not called off is an event; a call is by phone."""
    events = {event["event_id"]: event for event in read_lines(files["plover"])}
    codes = read_file("plover.yml")["engagements"]
    for ident, entry in engagements.items():
        code = codes[entry.fields["type"]]
        assert (ident in events) == (code["event"] is not None and entry.fields["status"] != "cancelled")
        if ident in events:
            assert events[ident]["event_type"] == code["event"]
            told = {a["name"] for a in (*events[ident]["actor"], *events[ident]["recipient"])}
            assert {p["name"] for p in entry.fields["participants"]} <= told
    calls = [e for i, e in events.items() if i in engagements and engagements[i].fields["type"] == "call"]
    assert [event["event_mode"] for event in calls] == [["phone"]] * len(calls)


def test_plover_table_has_a_reason_for_every_code() -> None:
    """Each engagement type, stance, status and topic has its line and the reason for it."""
    reasons = {code: why for code, _, _, why in list_reasons()}
    assert set(load_topics()) - {"none"} <= set(reasons)
    assert all(reasons.values())


def test_every_country_has_its_three_letters() -> None:
    """alpha3.yml has each country of the lexicon, and no two share a code."""
    alpha3 = read_file("alpha3.yml")
    assert set(alpha3) == set(load_countries())
    assert len(set(alpha3.values())) == len(alpha3)
