#!/bin/sh
# Sets everything up and opens the sample case in the window; where there is no screen, writes the case and its
# Word report instead. On a fresh Debian 12: `sh installer/start.sh`, as root or as a user with sudo.
set -eu
cd "$(dirname "$0")/.."
. installer/stages.sh

# shellcheck disable=SC2086  # one word a package
system_packages $RUN_PACKAGES
environment_current .venv dev || environment .venv run
translations .venv

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "Opening the sample case in the window …"
    exec .venv/bin/verifier sample
fi
say "There is no screen here (no DISPLAY), so the sample case and its Word report are written instead:"
.venv/bin/python -c 'from verifier.session.sample import sample_case_path; print("case:  ", sample_case_path())'
mkdir -p .cache
.venv/bin/verifier sample -o sample.docx 2>"$LOG" || { cat "$LOG" >&2; exit 1; }
say "report: $PWD/sample.docx"
say "Where there is a screen, the same line opens the window."
