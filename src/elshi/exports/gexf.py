"""GEXF 1.3: who met whom, for Gephi. See `elshi.exports.graph` for what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.exports.graph import EDGE_FIELDS, NODE_FIELDS, Graph, Value, build_graph

FILE = "elshi.gexf"
_OWN = frozenset({"label", "weight"})  # what GEXF has attributes of its own for


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write who met whom into one file; return it."""
    return (write_lines(folder / FILE, gexf_lines(build_graph(holdings))),)


def gexf_lines(graph: Graph) -> Iterator[str]:
    """Yield the lines of the document. It bears no date of writing, so that equal graphs are equal files."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield '<graph mode="static" defaultedgetype="undirected">'
    yield from _declare("node", NODE_FIELDS)
    yield from _declare("edge", EDGE_FIELDS)
    yield "<nodes>"
    for ident, values in graph.nodes.items():
        label = quoteattr(str(values["label"]))
        yield f"<node id={quoteattr(ident)} label={label}>{_write_values(NODE_FIELDS, values)}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, (one, other, values) in enumerate(graph.edges):
        ends = f'source={quoteattr(one)} target={quoteattr(other)} weight="{values["weight"]}"'
        yield f'<edge id="{number}" {ends}>{_write_values(EDGE_FIELDS, values)}</edge>'
    yield from ("</edges>", "</graph>", "</gexf>")


def _declare(scope: str, names: Sequence[str]) -> Iterator[str]:
    yield f'<attributes class="{scope}">'
    for name in names:
        if name not in _OWN:
            yield f'<attribute id="{name}" title="{name}" type="string"/>'
    yield "</attributes>"


def _write_values(names: Sequence[str], values: Mapping[str, Value]) -> str:
    own = (name for name in names if name not in _OWN)
    rows = "".join(f'<attvalue for="{name}" value={quoteattr(str(values[name]))}/>' for name in own)
    return f"<attvalues>{rows}</attvalues>"
