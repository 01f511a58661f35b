"""The forms in which a register can leave Elshi: one file of code each, one line in EXPORTS."""

from __future__ import annotations

from collections.abc import Mapping

from elshi.exports import calendar, ftm, geojson, gexf, graphml, jsonl, jsonld, parquet, plover, tables
from elshi.exports.base import Export

__all__ = ["EXPORTS"]

EXPORTS: Mapping[str, Export] = {
    "jsonl": Export("one JSON object a line, reports and entries; `elshi` reads it back", jsonl.write_folder),
    "csv": Export("one table a kind of entry, for spreadsheets", tables.write_folder),
    "parquet": Export("a star of tables with a data dictionary, for DuckDB and pandas", parquet.write_folder),
    "ical": Export("engagements with known days, for calendar programs", calendar.write_folder),
    "geojson": Export("engagements on a map", geojson.write_folder),
    "graphml": Export("who met whom, for graph programs", graphml.write_folder),
    "gexf": Export("who met whom, for Gephi", gexf.write_folder),
    "jsonld": Export("schema.org events and W3C annotations", jsonld.write_folder),
    "ftm": Export("FollowTheMoney entities", ftm.write_folder),
    "plover": Export("PLOVER event records", plover.write_folder),
}
