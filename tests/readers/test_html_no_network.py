"""Reading pages with remote pictures, styles, frames and pixels makes no connection and asks for no name."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.readers.pages_html import EVERYTHING, page

EVAL = Path(os.environ.get("VERIFIER_EVAL", Path(__file__).parents[3] / "shared" / "eval")) / "html"
REMOTE = (
    '<base href="https://pixel.example/"><link rel="stylesheet" href="https://style.example/a.css">'
    '<link rel="preload" href="https://font.example/a.woff"><meta http-equiv="refresh" content="0;url=https://go.example/">'
    '<script src="https://script.example/a.js"></script><style>@import url(https://style.example/b.css);</style>'
)
BLOCKS = (
    '<img src="https://picture.example/a.png" srcset="https://picture.example/b.png 2x" alt="A picture">',
    '<img src="https://tracker.example/pixel.gif" width="1" height="1">',
    '<iframe src="https://frame.example/"></iframe>',
    '<object data="https://object.example/a.swf"></object><embed src="file:///etc/hostname">',
    '<video poster="https://video.example/a.png"><source src="https://video.example/a.mp4"></video>',
    '<svg><image href="https://svg.example/a.png"/><use href="https://svg.example/b.svg#x"/></svg>',
    '<p style="background: url(https://background.example/a.png)">Words with a picture behind them, in the story.</p>',
)
DOCTYPE = (
    '<!DOCTYPE html PUBLIC "x" "https://dtd.example/x.dtd" [<!ENTITY e SYSTEM "https://entity.example/e">]>'
)

WATCHED = """
import json, sys
from pathlib import Path
from verifier.domain.articles import Source
from verifier.readers import read
from verifier.readers.html import voters

seen = []
WORDS = ("socket.connect", "socket.get", "socket.send", "urllib.", "ftplib.", "http.client", "subprocess", "os.system")

def watch(event, arguments):
    if event.startswith(WORDS):
        seen.append(f"{event} {arguments!r}"[:200])
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith("/etc/host"):
        seen.append(f"{event} {arguments!r}"[:200])

import socket
for name in ("create_connection", "getaddrinfo", "gethostbyname"):
    def refuse(*arguments, name=name, **more):
        seen.append(name)
        raise PermissionError(name)
    setattr(socket, name, refuse)
sys.addaudithook(watch)
asked = []
count = voters.Ballot.of
voters.Ballot.of = classmethod(lambda cls, voter, text: (asked.append(voter.value), count(voter, text))[1])
pages = 0
for path in sorted(Path(sys.argv[1]).iterdir()):
    draft = read(Source(path.name, path.read_bytes()))
    assert draft.reader == "html", path
    pages += 1
print(json.dumps({"pages": pages, "seen": seen, "voters": sorted(set(asked))}))
"""


def test_forty_pages_are_read_without_a_connection(tmp_path: Path) -> None:
    for number in range(40):
        chosen = BLOCKS[number % len(BLOCKS) :]
        (tmp_path / f"{number:02}.html").write_text(
            page(*chosen, head=REMOTE, title=f"Page {number}"), "utf-8"
        )
    (tmp_path / "doctype.html").write_text(
        DOCTYPE + page("<p>&e; entity</p>", head=REMOTE).partition(">")[2], "utf-8"
    )
    (tmp_path / "everything.html").write_text(EVERYTHING, "utf-8")
    if EVAL.exists():
        for path in sorted(EVAL.glob("*.html.gz"))[:20]:
            (tmp_path / path.stem).write_bytes(gzip.decompress(path.read_bytes()))
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["pages"] >= 42
    assert found["seen"] == []
    assert found["voters"] == ["readability", "resiliparse", "trafilatura"]


def test_the_watch_sees_a_connection_and_a_question_for_a_name(tmp_path: Path) -> None:
    for call in ("socket.getaddrinfo('x.example', 80)", "socket.socket().connect(('127.0.0.1', 9))"):
        spoiled = WATCHED.replace("pages = 0\n", f"pages = 0\ntry:\n    {call}\nexcept OSError:\n    pass\n")
        run = subprocess.run(
            [sys.executable, "-c", spoiled, str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert json.loads(run.stdout)["seen"], call
