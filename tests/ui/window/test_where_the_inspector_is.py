"""The inspector's heading says where its subject stands: by paragraphs of the account, or as what is set aside."""

from __future__ import annotations

from pathlib import Path

from tests.making import at, make_case

from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.i18n import ENGLISH
from verifier.ui.subject import subject_of


def test_paragraphs_are_counted_in_the_account_alone(tmp_path: Path) -> None:
    with make_case(tmp_path / "case.verif") as case:
        article = case.rows.articles()[1]
        first, *_ = at(case, "B1")
        assert subject_of(case, first).heading(ENGLISH)[2] == ", paragraph 1"
        caption = case.rows.paragraphs(article.version_id)[0]
        assert caption.kind not in ACCOUNT_KINDS
        [aside, *_] = case.rows.sentences(caption.id)
        assert subject_of(case, aside.id).heading(ENGLISH)[2] == ", caption set aside"
