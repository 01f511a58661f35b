"""GeoJSON (RFC 7946): engagements as points on a map.

One feature for each engagement, in the order of `find`. The geometry is the point of the city
(lexicon/data/coordinates.yml, to about a kilometre); where no city is known, or the lexicon lacks its
coordinates, the geometry is null, as RFC 7946 says of a feature without a place, so that nothing is left
out. Quotes are not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.exports.wording import describe_person, name_engagement
from elshi.lexicon.coordinates import find_point
from elshi.model.entry import Entry

FILE = "elshi.geojson"
_PLAIN = ("type", "status", "date", "date_basis", "date_reason", "parties", "topics", "confidence")


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write the engagements of `holdings` into one file; return it."""
    return (write_lines(folder / FILE, geojson_lines(holdings)),)


def geojson_lines(holdings: Holdings) -> Iterator[str]:
    """Yield the lines of one FeatureCollection, a feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    before = ""
    for dossier in holdings.read_dossiers("engagement"):
        feature = json.dumps(describe_feature(dossier.entry), ensure_ascii=False)
        if before:
            yield f"{before},"
        before = feature
    if before:
        yield before
    yield "]}"


def describe_feature(entry: Entry) -> dict[str, Any]:
    """Return an engagement as a GeoJSON feature."""
    fields = entry.fields
    place = fields["place"] or {"city": None, "country": None}
    point = find_point(place["city"])
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None,
        "properties": {
            "name": name_engagement(fields),
            "city": place["city"],
            "country": place["country"],
            **{field: fields[field] for field in _PLAIN},
            "participants": [describe_person(person) for person in fields["participants"]],
            "sources": list(entry.sources),
        },
    }
