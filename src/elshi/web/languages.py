"""Which language a page is in: as the address says, else the cookie, else the browser."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request

from elshi.locales import choose_tongue
from elshi.model.report import LANGUAGES, Language

COOKIE = "elshi_lang"
# What each language calls itself.
NAMES: Mapping[Language, str] = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def choose_language(request: Request) -> Language:
    """Return the language asked for by the address, else by the cookie, else by the browser."""
    for given in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if given in LANGUAGES:
            return choose_tongue([given]).language
    wanted = request.headers.get("accept-language", "").split(",")
    return choose_tongue(part.split(";")[0].strip() for part in wanted).language
