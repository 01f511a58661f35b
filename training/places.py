"""Where the corpora lie, and where a run keeps what it makes."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ELSHI_CORPORA", ROOT.parent / "shared" / "data"))
WORK = Path(os.environ.get("ELSHI_TRAINING", ROOT / "build" / "training"))
WEIGHTS = ROOT / "src" / "elshi" / "mentions" / "weights"
EXAMPLES = ROOT / "examples"
LEXICON = ROOT / "src" / "elshi" / "lexicon" / "data"
