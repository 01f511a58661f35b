"""The pages answer while another process adds reports, and show no report by halves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from addresses import make_site
from served import ROOT
from starlette.testclient import TestClient

from elshi.model.query import Query
from elshi.register import Register
from elshi.web.app import make_app


def test_pages_are_served_while_one_adds(tmp_path: Path) -> None:
    """Each page answers, engagements never become fewer, and the end is that of a register read in peace."""
    path, totals = tmp_path / "elshi.db", [0]
    Register.open(path).close()
    command = [sys.executable, "-m", "elshi", "add", "--register", str(path), str(ROOT / "examples")]
    client = TestClient(make_app(make_site(path)), base_url="http://localhost")
    with client, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:  # noqa: S603 - ours
        while child.poll() is None:
            answers = [client.get(page) for page in ("/engagements.json", "/", "/reports")]
            assert [answer.status_code for answer in answers] == [200, 200, 200]
            totals.append(answers[0].json()["total"])
        assert child.returncode == 0
        totals.append(client.get("/engagements.json").json()["total"])
    assert totals == sorted(totals)
    with Register.open(path, readonly=True) as register:
        assert totals[-1] == register.count(Query(kind="engagement")) > 0
        assert not list(register.check())
