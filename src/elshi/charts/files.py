"""A picture, or its data, as a file."""

from __future__ import annotations

from pathlib import Path

from elshi.charts.chart import Chart, write_csv
from elshi.charts.drawing import draw_png, draw_svg
from elshi.charts.palette import LIGHT, THEMES
from elshi.exports.files import replace_whole


def write_file(chart: Chart, path: Path, theme: str = "light") -> None:
    """Write `chart` into `path`: SVG, PNG or CSV by its ending; wholly or not at all.

    Raises UsageError where there is nothing to draw or the extra `charts` is missing, OSError where the file
    cannot be written.
    """
    paper = next((known for known in THEMES.values() if known.name == theme), LIGHT)
    match path.suffix.lower():
        case ".svg":
            data = draw_svg(chart, paper).encode()
        case ".png":
            data = draw_png(chart, paper)
        case _:
            data = "".join(write_csv(chart)).encode()
    with replace_whole(path) as unfinished:
        unfinished.write_bytes(data)
