#!/usr/bin/env bash
# `make demo`: reads the examples into a register made for the occasion, and asks it three questions.
# Every line that begins with '$' is a command you can type yourself.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export ELSHI_REGISTER=$folder/demo.db

say() { printf '\n# %s\n' "$*"; }
run() { printf '$ %s\n' "$*"; "$@"; }

say "Invented reports in Kazakh, Russian and English: text files, a web page, a file of JSON lines"
run elshi add examples

say "The engagements they tell of, the newest first (2026-05-20~ is about that day, a/b from a to b)"
run elshi find --kind engagement --limit 20

say "What was promised and is due?"
run elshi commitments --due-before 2027-01-01

say "Who is ambassador where?"
run elshi tenures --office ambassador

say "Who met whom?"
run elshi find --kind engagement --type meeting --status held

promise=$(elshi commitments --limit 1 --format csv | sed -n 2p | cut -d, -f2)
say "And why does the register say so? The words behind the first promise:"
run elshi why "$promise"
