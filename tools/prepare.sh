#!/usr/bin/env bash
# Makes the virtual environment in .venv and installs Elshi into it, from a fresh clone.
#
#   tools/prepare.sh run    what a user needs
#   tools/prepare.sh dev    that, and what the tests and checks need
#   tools/prepare.sh ftm    FollowTheMoney in build/ftm, for the test that asks the library itself. It is no part of
#                           dev: it needs PyICU, which is compiled for minutes (Debian: g++ pkg-config libicu-dev)
#
# Debian packages are installed only where something is missing and we are root; otherwise the
# command to type is printed. PYTHON names another interpreter: PYTHON=python3.13 make test.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
stop() { say "elshi: $*"; exit 1; }

runs_elshi() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if command -v "$name" >/dev/null && runs_elshi "$name"; then echo "$name"; return; fi
  done
  return 1
}

install_debian() { # install_debian REASON PACKAGE...
  local reason=$1; shift
  command -v apt-get >/dev/null || stop "$reason; install it with your system's packages, then run make again"
  [ "$(id -u)" = 0 ] || stop "$reason; type: sudo apt-get install $*"
  say "elshi: $reason; installing $*"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

make_environment() {
  local python
  python=$(find_python) || { install_debian "no Python 3.11 or newer" python3 python3-venv; python=$(find_python); } ||
    stop "this system's Python is older than 3.11; name a newer one: PYTHON=/path/to/python3.11 make"
  # Debian splits ensurepip off into a package of its own, and venv needs it.
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    install_debian "$python cannot make virtual environments" \
      "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
  say "elshi: making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
}

{ [ -x .venv/bin/python ] && runs_elshi .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; } ||
  make_environment

pip() { .venv/bin/python -m pip -qq --disable-pip-version-check "$@"; }
# Dependency groups, where our development tools are listed, came with pip 25.1.
pip install --upgrade 'pip>=25.1'

# The tests start a PostgreSQL server of their own and drive a browser. Where one of these cannot be had they
# skip what needs it, and say so.
offer() { # offer NAME PACKAGE
  local name=$1 package=$2
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    (install_debian "no $name" "$package") || say "elshi: $name could not be installed; its tests will be skipped"
  else say "elshi: no $name is installed (Debian: $package); its tests will be skipped"; fi
}

has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

install_dev() {
  say "elshi: installing Elshi and its development tools"
  pip install --editable . --group dev
  has_postgres || offer PostgreSQL postgresql
  has_chromium || offer Chromium chromium
}

install_ftm() {
  say "elshi: installing FollowTheMoney into build/ftm, which takes minutes"
  .venv/bin/python -m venv --clear build/ftm
  build/ftm/bin/python -m pip -qq --disable-pip-version-check install 'followthemoney>=4.11,<5'
}

case ${1:-run} in
  run) say "elshi: installing Elshi"; pip install --editable . ;;
  dev) install_dev ;;
  ftm) install_ftm ;;
  *) stop "unknown set-up '$1'; give run, dev or ftm" ;;
esac
