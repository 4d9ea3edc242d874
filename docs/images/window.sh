#!/bin/sh
# Takes the README's picture anew: the sample case in the real window, on a screen that is not there.
# Needs the test set-up (sh installer/test.sh) and ImageMagick's import.
set -eu
cd "$(dirname "$0")/../.."
if [ "${1:-}" != inside ]; then
    exec xvfb-run --auto-servernum --server-args "-screen 0 1440x900x24" sh docs/images/window.sh inside
fi
folder=$(mktemp -d)
export XDG_DATA_HOME="$folder" XDG_CONFIG_HOME="$folder" XDG_STATE_HOME="$folder" QT_QPA_PLATFORM=xcb
openbox 2>/dev/null &
manager=$!
"${PYTHON:-.venv/bin/python}" -m verifier sample --checker "Ada Brook" 2>/dev/null &
program=$!
trap 'kill $program $manager; rm -rf "$folder"' EXIT
window=$(xdotool search --sync --onlyvisible --pid $program | tail -n 1)
xdotool windowmove "$window" 0 0 windowsize "$window" 1440 900
sleep 2
for key in Down Down Down; do # to A4, which contradicts B2
    xdotool key "$key"
    sleep 0.3
done
sleep 1
import -window "$window" docs/images/window.png
