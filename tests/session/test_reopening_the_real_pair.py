"""The real pair, fully marked and linked, from a case into a dossier, through LibreOffice, and into a case again."""

from __future__ import annotations

import os
from itertools import cycle
from pathlib import Path

import pytest
from tests.making import BERG, LIND
from tests.readers.offices import converted
from tests.reports.margins import commented
from tests.session.returning import held, look, report_of

from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import account
from verifier.session.reading import read_file
from verifier.session.reopening import reopen
from verifier.session.workbench import Workbench

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or Path(__file__).parents[3] / "shared" / "articles")
NAMES = ("spectator.html", "moscow_times.pdf", "moscow_times.docx")


def test_every_judgement_and_a_new_comment_come_back_after_libreoffice(tmp_path: Path) -> None:
    paths = [FOLDER / name for name in NAMES]
    if not all(path.exists() for path in paths):
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    with Workbench.create(tmp_path / "real.verif", checker=BERG) as case:
        case.add_articles([read_file(path) for path in paths])
        accounts = [account(case.rows, article) for article in case.rows.articles()]
        for label, sentence in zip(cycle(Label), [one for rows in accounts for one in rows], strict=False):
            case.mark([sentence.id], label)
            case.note([sentence.id], f"Looked at “{case.words(sentence)[:20]}”.")
        for relation, one, other in zip(cycle(Relation), accounts[0], accounts[1], strict=False):
            case.link(one.id, other.id, relation, note="Side by side.")
        before = held(case)
        words = case.words(accounts[0][4])
        report = report_of(case, tmp_path / "real.docx")
    data = commented(report.read_bytes(), words, "Is that so?")
    report.write_bytes(converted(tmp_path, "docx", data, "docx"))
    found = reopen(report, tmp_path / "again.verif", LIND)
    assert (found.homeless, found.silenced, found.left) == ((), (), ())
    (came,) = found.came
    assert (came.address, came.remark.text) == ("A5", "Is that so?")
    with look(tmp_path / "again.verif") as after:
        now = held(after)
        for name, value in before.items():
            if name != "marks":
                assert now[name] == value, name
        changed = {key for key, mark in before["marks"].items() if now["marks"][key] != mark}
        assert len(changed) == 1
        assert now["marks"].keys() == before["marks"].keys()
        assert len(before["marks"]) > 40
