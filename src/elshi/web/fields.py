"""What the filters of lists, groups of codes, roles and rights are called on pages."""

from __future__ import annotations

from collections.abc import Mapping

from elshi.locales import N_
from elshi.model.account import Right, Role
from elshi.model.frame import Side

# Fields that are shown with another one, or that say nothing to a reader by themselves.
BESIDE = frozenset({"date_basis", "date_reason", "due_reason", "surface", "native_name", "confidence"})
FILTER_NAMES: Mapping[str, str] = {
    "q": N_("Words"),
    "who": N_("Name"),
    "office": N_("Office"),
    "country": N_("Country"),
    "partner": N_("Second country"),
    "body": N_("Body"),
    "type": N_("Type"),
    "status": N_("Status"),
    "topic": N_("Topic"),
    "told_in": N_("Language of the report"),
    "person": N_("Person"),
    "event": N_("Event"),
    "city": N_("City"),
    "outlet": N_("Source"),
    "since": N_("From"),
    "until": N_("Until"),
    "year": N_("Year"),
    "lane": N_("Due"),
}
GROUP_NAMES: Mapping[str, str] = {
    "kind": N_("Kinds of entries"),
    "type": N_("Types of engagements"),
    "status": N_("Statuses of engagements"),
    "office": N_("Offices"),
    "stance": N_("Stances"),
    "initiative_status": N_("Statuses of initiatives"),
    "role": N_("Roles of chairmanships"),
    "date_basis": N_("Bases of dates"),
    "topic": N_("Topics"),
    "level": N_("Levels of offices"),
}
LANE_NAMES: Mapping[str, str] = {
    "overdue": N_("Day has passed"),
    "soon": N_("Within thirty days"),
    "later": N_("Later"),
    "undated": N_("No day known"),
}
PART_NAMES: Mapping[str, str] = {
    "name": N_("Name in Latin letters"),
    "native_name": N_("Name in the report's script"),
    "office": N_("Office"),
    "office_text": N_("Office as written"),
    "represents": N_("Represents"),
    "side": N_("Side"),
}
SIDE_NAMES: Mapping[Side, str] = {
    "a": N_("first side"),
    "b": N_("second side"),
    "host": N_("host"),
    "other": N_("other"),
}
ROLE_NAMES: Mapping[Role, str] = {
    "reader": N_("Reader"),
    "analyst": N_("Analyst"),
    "editor": N_("Editor"),
    "admin": N_("Admin"),
}
RIGHT_NAMES: Mapping[Right, str] = {
    "read": N_("read"),
    "propose": N_("propose"),
    "judge": N_("judge"),
    "manage": N_("manage users"),
}
FORM_NAMES: Mapping[str, str] = {
    "written": N_("as written"),
    "inflected": N_("in another form"),
    "spelling": N_("in another spelling"),
    "typo": N_("a word like it"),
}
