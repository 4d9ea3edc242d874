#!/bin/sh
# Sets everything up and runs every test. On a fresh Debian 12: `sh installer/test.sh`, as root or as a user with
# sudo. Words after it go to pytest: `sh installer/test.sh tests/text -x`.
set -eu
cd "$(dirname "$0")/.."
. installer/stages.sh

# shellcheck disable=SC2086  # one word a package
system_packages $RUN_PACKAGES $TEST_PACKAGES
environment .venv dev
translations .venv
page_checkers tests/web

# All of them: one process a core and one for the others' waiting, each beginning with what the others have not.
[ $# -gt 0 ] || set -- --numprocesses "$(($(getconf _NPROCESSORS_ONLN) + 1))" --dist worksteal
exec .venv/bin/python -m pytest "$@" </dev/null
