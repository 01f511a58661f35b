"""One small register for all tests of the pages, a client, and a real browser where there is one."""

from __future__ import annotations

import contextlib
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from addresses import NOW, make_site
from desk_addresses import copy_register
from starlette.testclient import TestClient

import elshi
from elshi.model.entry import Problem
from elshi.register import Register
from elshi.web.app import make_app
from elshi.web.doorkeeper import Doorkeeper
from elshi.web.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of the pages in one process: they share one register and one browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("web"))


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a register of the example reports, and of one source that could not be read."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    with Register.open(path) as register:
        for report in sorted((ROOT / "examples").glob("[ekr][nku]/*.txt")):
            register.add(elshi.read(report))
        register.add_problem(Problem("broken.html", None, "no text was found", "save the page whole"))
    return path


@pytest.fixture(scope="session")
def client(examples: Path) -> Iterator[TestClient]:
    """Return a client of the pages of the examples."""
    with TestClient(make_app(make_site(examples)), base_url="http://localhost") as opened:
        yield opened


@contextlib.contextmanager
def serve(site: Site) -> Iterator[str]:
    """Serve a register at a free port of this machine; give the address."""
    server = uvicorn.Server(uvicorn.Config(make_app(site), port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def address(examples: Path) -> Iterator[str]:
    """Serve the examples; return the address."""
    with serve(make_site(examples)) as served:
        yield served


@pytest.fixture(scope="session")
def team_place(examples: Path, tmp_path_factory: pytest.TempPathFactory, hash_quickly: None) -> Path:
    """Return the register of a team, with a user in each role; tests leave it as they found it."""
    del hash_quickly
    return copy_register(examples, tmp_path_factory.mktemp("team"))


@pytest.fixture(scope="session")
def team_address(team_place: Path) -> Iterator[str]:
    """Serve the register of a team; return the address."""
    with serve(Site(team_place, clock=lambda: NOW, guard=Doorkeeper(team_place))) as served:
        yield served


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return Debian's Chromium without a window; skip where there is none."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (Debian: chromium)")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Tab:
    """A page of the browser, with what it complained of and what it asked for elsewhere."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a path of the site and return the page."""
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def tab(chromium: Browser, address: str) -> Iterator[Tab]:
    """Return a tab that listens; the test fails where it heard of a breach of policy or a foreign request."""
    context = chromium.new_context(locale="en-GB", base_url=address)
    opened = listen(context, address)
    yield opened
    context.close()
    assert not opened.complaints
    assert not opened.foreign


def listen(context: BrowserContext, address: str) -> Tab:
    """Return a tab of `context` that notes errors, breaches of the policy, and requests off the host."""
    tab = Tab(context.new_page(), address)
    tab.page.on("console", lambda said: tab.complaints.append(said.text) if said.type == "error" else None)
    tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.page.on(
        "request",
        lambda asked: tab.foreign.append(asked.url) if not asked.url.startswith((address, "data:")) else None,
    )
    return tab
