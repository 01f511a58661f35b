"""Briefs in Markdown and HTML, by Jinja2. Whatever a template puts out is escaped; it can do nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, Undefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from elshi.errors import Message, UsageError
from elshi.model.entry import Json

# Marks; what makes a link of an address; what makes a list or a heading of a beginning.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~$^&]|(?<=\w):(?=//)|(?<=[wW]{3})\.|\A\s*(?:\d+[.)]|[-+=])")


def render_markdown(fields: Json, template: Path) -> bytes:
    """Return the brief in Markdown: signs that mean something there stand behind a backslash."""
    return _render(SandboxedEnvironment(finalize=_escape_markdown, **_LAYOUT), fields, template)


def render_html(fields: Json, template: Path) -> bytes:
    """Return the brief as a page."""
    return _render(SandboxedEnvironment(autoescape=True, **_LAYOUT), fields, template)


_LAYOUT: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}


def _render(environment: SandboxedEnvironment, fields: Json, template: Path) -> bytes:
    try:
        page = environment.from_string(template.read_text("utf-8"))
        return page.render(**fields).encode()
    except (TemplateError, OSError, UnicodeDecodeError) as error:
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        message = Message(
            "%(template)s: %(error)s; see to the template",
            template=f"{template}{line}",
            error=" ".join(str(error).split()),
        )
        raise UsageError(message) from error


def _escape_markdown(value: object) -> object:
    """Put a backslash before what would be a mark, a list or a link; a line break becomes a blank."""
    if isinstance(value, Markup | Undefined) or not isinstance(value, str):
        return value
    return _SIGNS.sub(_put_backslash, " ".join(re.split(r"[\r\n\v\f\x85\u2028\u2029]+", value)))


def _put_backslash(found: re.Match[str]) -> str:
    sign = found[0][-1]
    return f"{found[0][:-1]}\\{sign}"
