"""The documentation keeps its word: generated pages are up to date, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from elshi.cli.main import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "examples/*.md", "changelog.d/*.md")
    for page in ROOT.glob(pattern)
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^(```+)(\w*)[^\n]*\n(.*?)^\1", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name_page(page: Path) -> str:
    """Return the page's path in the repository."""
    return page.relative_to(ROOT).as_posix()


def test_generated_pages_are_up_to_date() -> None:
    """docs/reference is what tools/make_reference.py writes from the code as it is now."""
    command: list[str | Path] = [sys.executable, ROOT / "tools" / "make_reference.py", "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("page", PAGES, ids=name_page)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file of the repository, and every '#part' a heading of its page."""
    missing = [link for link in find_links(page) if not leads_somewhere(page, link)]
    assert missing == []


def find_links(page: Path) -> Iterator[str]:
    """Yield the relative links of a page, those in code blocks left out."""
    for link in LINK.findall(BLOCK.sub("", page.read_text(encoding="utf-8"))):
        if not re.match(r"[a-z]+:", link):
            yield link


def leads_somewhere(page: Path, link: str) -> bool:
    """Tell whether `link` on `page` names something that is there."""
    path, _, part = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists() or not target.resolve().is_relative_to(ROOT):
        return False
    return not part or part in {
        name_anchor(heading) for heading in HEADING.findall(target.read_text("utf-8"))
    }


def name_anchor(heading: str) -> str:
    """Return the anchor that code hosts give a heading: lower case, marks dropped, blanks as hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def list_commands() -> list[tuple[str, str]]:
    """Return each line of a code block that begins with `elshi`, with its page."""
    return [
        (name_page(page), line.removeprefix("$ ").strip())
        for page in PAGES
        for _, language, block in BLOCK.findall(page.read_text(encoding="utf-8"))
        if language in {"", "sh", "bash", "console", "shell"}
        for line in block.splitlines()
        if re.match(r"(\$ )?elshi ", line)
    ]


@pytest.mark.parametrize(("page", "line"), list_commands())
def test_commands_in_the_docs_exist(page: str, line: str) -> None:
    """A command shown in the docs is one that Elshi has, with options that it takes."""
    words = shlex.split(re.split(r"\s{2,}| \| | > | # ", line)[0], comments=True)[1:]
    if words[0].startswith("-"):
        assert words[0] in {"--help", "-h", "--version"}, page
        return
    assert words[0] in COMMANDS, f"{page}: elshi has no command {words[0]}"
    with click.Context(main) as context:
        command = main.get_command(context, words[0])
        if isinstance(command, click.Group) and len(words) > 1:
            command = command.get_command(context, words[1])
    assert command, f"{page}: {line}"
    known = {name for option in command.params for name in option.opts} | {"--help", "-h"}
    given = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
    assert given <= known, f"{page}: {line}"
