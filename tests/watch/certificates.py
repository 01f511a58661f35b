"""Certificates of the tests' own: an authority, and what it signs for a server on this machine."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc")


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs, with its files in `folder`: `certificate` is what a client may trust."""

    folder: Path

    @property
    def certificate(self) -> Path:
        """Return the file to trust."""
        return self.folder / "authority.pem"

    def sign(self, name: str, stands_for: str, days: int = 2) -> Path:
        """Return a file with a key and its certificate for `stands_for`, such as 'IP:127.0.0.1'."""
        key, request, signed = (self.folder / f"{name}.{end}" for end in ("key", "csr", "pem"))
        names = self.folder / f"{name}.txt"
        names.write_text(f"subjectAltName={stands_for}\nbasicConstraints=CA:FALSE\n", "utf-8")
        call("req", "-new", *_KEY, "-keyout", key, "-out", request, "-subj", f"/CN={name}")
        own = ("-CA", self.certificate, "-CAkey", self.folder / "authority.key", "-CAcreateserial")
        call("x509", "-req", "-in", request, "-out", signed, "-days", days, "-extfile", names, *own)
        both = self.folder / f"{name}-both.pem"
        both.write_bytes(key.read_bytes() + signed.read_bytes())
        return both


def make_authority(folder: Path) -> Authority:
    """Make an authority in `folder`; skip the test where there is no openssl."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl is installed (Debian: apt-get install openssl)")
    made = Authority(folder)
    call("req", "-x509", *_KEY, "-keyout", folder / "authority.key", "-out", made.certificate,
         "-subj", "/CN=authority of the tests", "-days", 2)  # fmt: skip
    return made


def call(*words: object) -> None:
    """Call openssl."""
    command = ["openssl", *map(str, words)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - Debian's program
