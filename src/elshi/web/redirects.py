"""Where to go after a login or an action: to a page of ours and nowhere else."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

HOME = "/"
# A path of ours: it begins with one slash, and no letter in it means another host to some browser.
_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
_LONGEST = 2000


def read_next(given: str | None) -> str:
    r"""Return the address `given` where it is a path of this site, otherwise the first page's.

    Browsers take '//host', '/\\host', and addresses with blanks or controls in them, for another site's.
    """
    if not given or len(given) > _LONGEST or not _PATH.fullmatch(given):
        return HOME
    parts = urlsplit(given)
    return given if not parts.scheme and not parts.netloc else HOME


def add_parameter(address: str, name: str, value: str) -> str:
    """Return `address`, a path of ours, with one parameter set, or with an empty value taken out."""
    path, _, rest = address.partition("#")
    path, _, query = path.partition("?")
    kept = [(key, held) for key, held in parse_qsl(query) if key != name]
    asked = urlencode([*kept, *([(name, value)] if value else [])])
    return path + (f"?{asked}" if asked else "") + (f"#{rest}" if rest else "")
