#!/bin/sh
# Takes the README's picture anew: one scene of the tour of the window. Needs the test set-up (sh installer/test.sh).
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-.venv/bin/python}" -m tests.tour "$folder" 00-readme
cp "$folder/00-readme.png" docs/images/window.png
