"""Natasha's full pipeline over JSON lines: `python benchmarks/peers_natasha.py FILE`, in its own environment.

Segmentation, morphology, syntax and names, as its own documentation runs them; one line of JSON a report.
"""

from __future__ import annotations

import inspect
import json
import sys
from pathlib import Path
from typing import Any

if not hasattr(inspect, "getargspec"):  # its morphology asks for what Python 3.11 has no longer
    inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined] # the same


def main() -> None:
    """Read the reports of the file named on the command line and print what each holds."""
    from natasha import (  # noqa: PLC0415 - after what it needs is there
        Doc,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    segmenter, embedding = Segmenter(), NewsEmbedding()
    taggers = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        doc: Any = Doc(json.loads(line)["text"])
        doc.segment(segmenter)
        doc.tag_morph(taggers[0])
        doc.parse_syntax(taggers[1])
        doc.tag_ner(taggers[2])
        found = [(span.type, span.start, span.stop) for span in doc.spans]
        print(json.dumps({"tokens": len(doc.tokens), "names": found}), flush=True)  # noqa: T201 - its output


if __name__ == "__main__":
    main()
