#!/bin/sh
# Writes the three locks anew from pyproject.toml. For developers; needs uv.
#   run.lock   what the program needs, and what installs it
#   dev.lock   the same, and all that tests, checks and benchmarks need
#   core.lock  dev.lock without Qt: the environment that proves the core does without
# `sh installer/lock.sh` keeps the versions it can; `sh installer/lock.sh --upgrade` takes the newest allowed.
set -eu
cd "$(dirname "$0")/.."

lock() {
    target=$1
    shift
    uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --output-file "installer/$target" "$@" >/dev/null
    echo "installer/$target: $(grep -c '==' "installer/$target") packages"
}

lock dev.lock --group build --group dev --group bench "$@"
lock run.lock --group build --constraint installer/dev.lock
lock core.lock --group build --group dev --group bench --constraint installer/dev.lock \
    --no-emit-package pyside6-essentials --no-emit-package shiboken6 --no-emit-package pytest-qt
