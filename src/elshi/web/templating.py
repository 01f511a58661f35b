"""The templates, one environment for each language; everything that comes from outside is escaped."""

from __future__ import annotations

import functools
import hashlib
import importlib.resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from elshi.locales.fates import FATE_NAMES
from elshi.model.account import ROLES
from elshi.model.report import LANGUAGES, Language
from elshi.register.shapes import list_codes
from elshi.web.choosing import toggle
from elshi.web.codes import is_body, is_state
from elshi.web.field_names import can_correct, name_field, name_verdict
from elshi.web.fields import (
    BESIDE,
    FILTER_NAMES,
    FORM_NAMES,
    GROUP_NAMES,
    LANE_NAMES,
    PART_NAMES,
    RIGHT_NAMES,
    ROLE_NAMES,
    SIDE_NAMES,
)
from elshi.web.filters import Filters
from elshi.web.languages import NAMES
from elshi.web.pages.quality import MEASURES
from elshi.web.wording import load_wording


@functools.cache
def load_templates(language: Language) -> Environment:
    """Return the environment whose messages are in `language`."""
    environment = Environment(
        loader=PackageLoader("elshi.web"),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    wording = load_wording(language)
    environment.install_gettext_translations(wording.tongue.catalogue, newstyle=True)  # type: ignore[attr-defined] # jinja2.ext.i18n adds it
    environment.filters["first_up"] = lambda text: text[:1].upper() + text[1:]
    environment.globals |= {
        "w": wording,
        "lang": language,
        "languages": [(code, NAMES[code]) for code in LANGUAGES],
        "static": write_static,
        "can_correct": can_correct,
        "name_field": name_field,
        "name_verdict": name_verdict,
        "filter_names": FILTER_NAMES,
        "group_names": GROUP_NAMES,
        "lane_names": LANE_NAMES,
        "fate_names": FATE_NAMES,
        "form_names": FORM_NAMES,
        "part_names": PART_NAMES,
        "side_names": SIDE_NAMES,
        "office_codes": list_codes("engagement", "office"),
        "role_names": ROLE_NAMES,
        "right_names": RIGHT_NAMES,
        "role_rights": ROLES,
        "beside": BESIDE,
        "is_body": is_body,
        "is_state": is_state,
        "toggle": toggle,
        "without": drop_filter,
        "measures": MEASURES,
    }
    return environment


def drop_filter(filters: Filters, name: str) -> Filters:
    """Return the filters without one of them; a second country then stands alone."""
    if name == "country":
        return filters.put(country=filters.partner, partner="")
    return filters.put(**{name: ""})


@functools.cache
def write_static(name: str) -> str:
    """Return the address of a file of `static`, which changes with what the file holds."""
    data = (importlib.resources.files("elshi.web") / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.blake2b(data, digest_size=6).hexdigest()}"
