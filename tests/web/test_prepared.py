"""What a server does at its start, so that nobody who asks must wait for it."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from addresses import make_site
from starlette.testclient import TestClient

from elshi.register.counts import Counts
from elshi.register.keeping import find_file
from elshi.web.app import make_app
from elshi.web.server import prepare
from elshi.web.site import Site


@pytest.fixture
def site(examples: Path, tmp_path: Path) -> Iterator[Site]:
    """Give the pages of a copy of the examples, beside which counts can be kept."""
    place = Path(shutil.copy(examples, tmp_path / "elshi.db"))
    yield replace(make_site(place), counts=Counts(find_file(place, pytest.fail)))
    gc.unfreeze()


def test_pages_count_nothing_once_the_server_has_prepared(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists and boards are answered from what was counted at the start."""
    prepare(site)
    monkeypatch.setattr("elshi.register.counts.take_census", pytest.fail)
    with TestClient(make_app(site), base_url="http://localhost") as client:
        for path in ("/engagements", "/commitments", "/api/entries"):
            assert client.get(path).status_code == 200


def test_a_register_that_cannot_be_read_stops_no_server(site: Site) -> None:
    """What is wrong with it is told to whoever asks, not to nobody."""
    Path(str(site.register)).write_bytes(b"no register")
    prepare(site)
    with TestClient(make_app(site), base_url="http://localhost") as client:
        assert "it is no register of Elshi" in client.get("/engagements").text
