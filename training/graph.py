"""The ONNX graph of the encoder, node by node, with its matrices in eight bits.

Built by hand instead of traced, so that each kind of arithmetic is chosen: attention, Gelu and LayerNorm
by onnxruntime's own operators, the large matrices as int8 with a scale for each column
(DynamicQuantizeMatMul). The weights use seven of the eight bits, so that sums of two products never
overflow on processors that add them in 16 bits: machines with and without VNNI give the same answer. What
comes in is rounded with one scale for all of it; so windows are run one by one, and no answer depends on
what else is read. Where a few pieces have features many times as large as all others (the marks around a
window, in the inner layers), each piece is first brought to the size one, or these few would leave no steps
for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.heads import LONGEST

Floats = NDArray[np.float32]
_MS = "com.microsoft"
_OPSETS = (("", 20), (_MS, 1))
_STEPS = 63  # each side of nought: 2 * 255 * 63 still fits the 16 bits that AVX2 adds products in


@dataclass(frozen=True, slots=True)
class Norm:
    """The weights of a LayerNorm."""

    weight: Floats
    bias: Floats
    epsilon: float


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes that the weights do not show."""

    layers: int
    heads: int
    epsilon: float


class Graph:
    """The nodes and constants gathered so far; each method adds one operation and returns what it gives."""

    def __init__(self, *, exact: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.exact = exact

    def add(self, kind: str, inputs: Sequence[str], name: str, *, domain: str = "", **options: Any) -> str:  # noqa: ANN401 - what ONNX takes
        """Add one node with one output, called `name`."""
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name, domain=domain, **options))
        return name

    def keep(self, name: str, value: NDArray[Any]) -> str:
        """Add a constant."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def multiply(self, states: str, name: str, weight: Floats, bias: Floats, *, level: bool = False) -> str:
        """Add `states` times `weight` [out, in] plus `bias`; `level`: pieces differ much in size."""
        if self.exact:
            product = self.add("MatMul", [states, self.keep(f"{name}.w", weight.T)], f"{name}.product")
            return self.add("Add", [product, self.keep(f"{name}.b", bias)], name)
        small, scales = round_columns(weight)
        kept = [self.keep(f"{name}.w", small.T), self.keep(f"{name}.s", scales)]
        if not level:
            given = [states, *kept, "", self.keep(f"{name}.b", bias)]
            return self.add("DynamicQuantizeMatMul", given, name, domain=_MS)
        size = self._measure(states, name)
        even = self.add("Div", [states, size], f"{name}.even")
        product = self.add("DynamicQuantizeMatMul", [even, *kept], f"{name}.product", domain=_MS)
        product = self.add("Mul", [product, size], f"{name}.sized")
        return self.add("Add", [product, self.keep(f"{name}.b", bias)], name)

    def _measure(self, states: str, name: str) -> str:
        """Add the size of the largest feature of each piece."""
        last, least = self.keep("last.axis", np.array([-1])), self.keep("least", np.array([1e-6], np.float32))
        sizes = self.add("Abs", [states], f"{name}.sizes")
        largest = self.add("ReduceMax", [sizes, last], f"{name}.largest", keepdims=1)
        return self.add("Max", [largest, least], f"{name}.size")

    def embed(self, rows: str, name: str, table: Floats) -> str:
        """Add the rows of `table`, which is kept as int8 with one scale a row."""
        scales = np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12
        small = np.rint(table / scales).astype(np.int8)
        values = self.add("Gather", [self.keep(f"{name}.t", small), rows], f"{name}.small")
        values = self.add("Cast", [values], f"{name}.wide", to=TensorProto.FLOAT)
        scale = self.add("Gather", [self.keep(f"{name}.s", scales.astype(np.float32)), rows], f"{name}.scale")
        return self.add("Mul", [values, scale], name)

    def normalize(self, states: str, name: str, norm: Norm, skip: str = "") -> str:
        """Add a LayerNorm of `states`, with `skip` added first.

        As two operations: onnxruntime's SkipLayerNormalization takes several times as long on a CPU.
        """
        kept = [self.keep(f"{name}.w", norm.weight), self.keep(f"{name}.b", norm.bias)]
        summed = self.add("Add", [states, skip], f"{name}.sum") if skip else states
        return self.add("LayerNormalization", [summed, *kept], name, epsilon=norm.epsilon)

    def close(
        self, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        """Return the model."""
        graph = helper.make_graph(
            self.nodes, "elshi", list(inputs), list(outputs), list(self.constants.values())
        )
        opsets = [helper.make_opsetid(domain, version) for domain, version in _OPSETS]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="elshi")


def round_columns(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return `weight` [out, in] in steps of seven bits, and the size of a step for each row."""
    scales = np.abs(weight).max(axis=1) / _STEPS + 1e-12
    return np.rint(weight / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def describe(name: str, kind: int, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    """Return the description of an input or output."""
    return helper.make_tensor_value_info(name, kind, list(shape))


def build_graph(
    weights: Mapping[str, Floats], shape: Shape, names: Sequence[str], *, exact: bool = False
) -> onnx.ModelProto:
    """Return the model with `weights` of Bert and Spans by their names in training.network.

    In: `pieces` [batch, pieces]; `first` and `last` [batch, words], the pieces a word begins and ends with.
    Out: `states` [batch, pieces, width], and for each head of `names` its scores
    [batch, words, LONGEST, labels + 1]. With `exact` nothing is rounded but the embeddings.
    """
    graph = Graph(exact=exact)
    graph.add("Identity", [_add_bert(graph, weights, shape)], "states")
    hidden = _add_spans(graph, weights)
    width = weights["bert.words.weight"].shape[1]
    outputs = [describe("states", TensorProto.FLOAT, ("batch", "pieces", width))]
    for name in names:
        weight, bias = weights[f"spans.heads.{name}.weight"], weights[f"spans.heads.{name}.bias"]
        product = graph.add("MatMul", [hidden, graph.keep(f"{name}.w", weight.T)], f"{name}.product")
        graph.add("Add", [product, graph.keep(f"{name}.b", bias)], name)
        outputs.append(describe(name, TensorProto.FLOAT, ("batch", "words", LONGEST, len(bias))))
    given = (("pieces", "pieces"), ("first", "words"), ("last", "words"))
    return graph.close([describe(name, TensorProto.INT64, ("batch", of)) for name, of in given], outputs)


def _add_bert(graph: Graph, weights: Mapping[str, Floats], shape: Shape) -> str:
    words = graph.embed("pieces", "words", weights["bert.words.weight"])
    length = graph.add("Shape", ["pieces"], "pieces.count", start=1, end=2)
    table = graph.keep("places", weights["bert.places"])
    places = graph.add("Slice", [table, graph.keep("zero", np.array([0])), length], "placed")
    states = graph.add("Add", [words, places], "embedded")
    begun = Norm(weights["bert.begun.weight"], weights["bert.begun.bias"], shape.epsilon)
    states = graph.normalize(states, "begun", begun)
    for number in range(shape.layers):
        prefix = f"bert.layers.{number}."
        layer = {k.removeprefix(prefix): v for k, v in weights.items() if k.startswith(prefix)}
        drawn = _attend(graph, states, f"l{number}", layer, shape.heads)
        attended = Norm(layer["attended.weight"], layer["attended.bias"], shape.epsilon)
        states = graph.normalize(drawn, f"l{number}.attended", attended, states)
        inner = _deepen(graph, states, f"l{number}", layer)
        done = Norm(layer["done.weight"], layer["done.bias"], shape.epsilon)
        states = graph.normalize(inner, f"l{number}.done", done, states)
    return states


def _attend(graph: Graph, states: str, at: str, layer: Mapping[str, Floats], heads: int) -> str:
    # without a mask, as no window is padded: so onnxruntime takes its quicker way
    mixed = graph.multiply(states, f"{at}.qkv", layer["qkv.weight"], layer["qkv.bias"])
    parts = [f"{at}.q", f"{at}.k", f"{at}.v"]
    graph.nodes.append(helper.make_node("Split", [mixed], parts, f"{at}.split", axis=-1, num_outputs=3))
    drawn = graph.add("MultiHeadAttention", parts, f"{at}.drawn", domain=_MS, num_heads=heads)
    return graph.multiply(drawn, f"{at}.out", layer["out.weight"], layer["out.bias"])


def _deepen(graph: Graph, states: str, at: str, layer: Mapping[str, Floats]) -> str:
    inner = graph.multiply(states, f"{at}.widen", layer["widen.weight"], layer["widen.bias"], level=True)
    inner = graph.add("Gelu", [inner], f"{at}.gelu")
    return graph.multiply(inner, f"{at}.narrow", layer["narrow.weight"], layer["narrow.bias"], level=True)


def _add_spans(graph: Graph, weights: Mapping[str, Floats]) -> str:
    ends = {}
    for end, places in (("start", "first"), ("end", "last")):
        wide = graph.add("Unsqueeze", [places, graph.keep("two", np.array([2]))], f"{end}.places")
        taken = graph.add("GatherND", ["states", wide], f"{end}.states", batch_dims=1)
        ends[end] = graph.multiply(taken, end, weights[f"spans.{end}.weight"], weights[f"spans.{end}.bias"])
    room = graph.keep("room", np.array([0, 0, 0, 0, LONGEST - 1, 0]))
    padded = graph.add("Pad", [ends["end"], room], "end.padded")
    count = graph.add("Shape", ["first"], "words.count", start=1, end=2)
    flat = graph.add("Squeeze", [count], "words.number")
    zero, one = graph.keep("nought", np.array(0)), graph.keep("one", np.array(1))
    line = graph.add("Range", [zero, flat, one], "words.line")
    line = graph.add("Unsqueeze", [line, graph.keep("axis", np.array([1]))], "words.column")
    grid = graph.add("Add", [line, graph.keep("steps", np.arange(LONGEST)[None])], "words.grid")
    stretched = graph.add("Gather", [padded, grid], "end.stretched", axis=1)
    start = graph.add("Unsqueeze", [ends["start"], graph.keep("two.axis", np.array([2]))], "start.wide")
    total = graph.add("Add", [stretched, start], "span.sum")
    total = graph.add("Add", [total, graph.keep("length", weights["spans.length"])], "span.total")
    return graph.add("Gelu", [total], "span.hidden")
