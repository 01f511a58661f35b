"""The page of sources shows how those fare that are watched."""

from __future__ import annotations

from pathlib import Path

from addresses import make_site
from click.testing import CliRunner
from served import ROOT
from starlette.testclient import TestClient

from elshi.cli.main import main
from elshi.web.app import make_app

SOURCES = '[[source]]\nname = "desk"\nfolder = "{folder}"\n'


def test_a_watched_source_is_shown_with_its_state(tmp_path: Path) -> None:
    """After one round the folder is as usual, with its report read; the JSON has the same row."""
    folder, path = tmp_path / "news", tmp_path / "elshi.db"
    folder.mkdir()
    (folder / "report.txt").write_bytes(next((ROOT / "examples" / "en").glob("*.txt")).read_bytes())
    plan = tmp_path / "sources.toml"
    plan.write_text(SOURCES.format(folder=folder), "utf-8")
    told = CliRunner().invoke(main, ["watch", str(plan), "--once", "--register", str(path)])
    assert told.exit_code == 0, told.output
    with TestClient(make_app(make_site(path)), base_url="http://localhost") as client:
        (row,) = client.get("/sources.json").json()["watched"]
        page = client.get("/sources?lang=ru").text
    assert (row["name"], row["state"], row["read"]) == ("desk", "ok", 1)
    assert "Отслеживаемые источники" in page
    assert str(folder) in page
