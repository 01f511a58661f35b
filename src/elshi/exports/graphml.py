"""GraphML: who met whom, for Gephi, yEd, igraph and networkx. See `elshi.exports.graph` for what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from elshi.exports.base import Holdings
from elshi.exports.files import write_lines
from elshi.exports.graph import EDGE_FIELDS, NODE_FIELDS, Graph, Value, build_graph

FILE = "elshi.graphml"
_NUMBERS = frozenset({"weight"})


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write who met whom into one file; return it."""
    return (write_lines(folder / FILE, graphml_lines(build_graph(holdings))),)


def graphml_lines(graph: Graph) -> Iterator[str]:
    """Yield the lines of the document."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for scope, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name in names:
            kind = "int" if name in _NUMBERS else "string"
            yield f'<key id="{scope}-{name}" for="{scope}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph id="elshi" edgedefault="undirected">'
    for ident, values in graph.nodes.items():
        yield f"<node id={quoteattr(ident)}>{_write_data('node', values)}</node>"
    for number, (one, other, values) in enumerate(graph.edges):
        ends = f"source={quoteattr(one)} target={quoteattr(other)}"
        yield f'<edge id="e{number}" {ends}>{_write_data("edge", values)}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _write_data(scope: str, values: Mapping[str, Value]) -> str:
    return "".join(
        f'<data key="{scope}-{name}">{escape(str(value))}</data>' for name, value in values.items()
    )
