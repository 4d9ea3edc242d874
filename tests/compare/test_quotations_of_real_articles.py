"""The quotations of the first real case, by structure: nothing of its text stands here but short names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verifier.compare.quotations import matches
from verifier.domain.comparing import Account, Likeness, Quotation
from verifier.domain.kinds import ACCOUNT_KINDS
from verifier.domain.kinds import ParagraphKind as Kind
from verifier.session.reading import read_file
from verifier.text.quotations import fragment, quotations

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or Path(__file__).parents[3] / "shared" / "articles")
SPECTATOR = ("spectator.txt", "spectator.html", "spectator.mhtml")
TIMES = ("moscow_times.txt", "moscow_times.pdf", "moscow_times.docx")


def read(name: str, letter: str) -> tuple[Account, tuple[Quotation, ...]]:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    draft = read_file(path)
    kept = [each for each in draft.paragraphs if each.kind in ACCOUNT_KINDS]
    spans = tuple((each.start, each.end) for each in kept)
    blocks = [(each.start, each.end) for each in kept if each.kind is Kind.QUOTE]
    account = Account(letter, letter, draft.text, (), spans, "en")
    return account, quotations(draft.text, spans, blocks)


@pytest.mark.parametrize("name", SPECTATOR)
def test_the_two_statements_are_found_whole_with_their_speakers(name: str) -> None:
    account, found = read(name, "A")
    long = [each for each in found if each.end - each.start > 120]
    assert [each.speaker for each in long] == ["Amnesty", "Denis Krivosheev"]
    for each in long:
        around = next(span for span in account.paragraphs if span[0] <= each.outer_start < span[1])
        assert account.text[slice(*around)].strip() == account.text[each.outer_start : each.outer_end]
        assert not each.open_ended
        assert each.outer_end - each.outer_start == each.end - each.start + 2


@pytest.mark.parametrize("name", SPECTATOR)
def test_every_other_quotation_is_a_fragment(name: str) -> None:
    account, found = read(name, "A")
    short = [each for each in found if fragment(account.text, each)]
    assert len(found) == 8
    assert len(short) == 6


@pytest.mark.parametrize("name", TIMES)
def test_speakers_of_the_report_are_who_they_are_or_nobody(name: str) -> None:
    account, found = read(name, "B")
    body = [each for each in found if each.outer_start > account.text.find("Gerdo")]
    assert len(body) >= 5
    assert {each.speaker for each in body} <= {"", "the organization", "Alexander Artemyev", "Amnesty"}
    assert "Alexander Artemyev" in {each.speaker for each in body}


@pytest.mark.parametrize("one", SPECTATOR)
@pytest.mark.parametrize("other", TIMES)
def test_the_fragment_stands_in_another_setting(one: str, other: str) -> None:
    (a, found_a), (b, found_b) = read(one, "A"), read(other, "B")
    found = matches((a, b), {"A": found_a, "B": found_b})
    alike = {(a.text[each.a.start : each.a.end], each.likeness) for each in found}
    assert ("internal decision", Likeness.FRAGMENT) in alike
    (match,) = [each for each in found if a.text[each.a.start : each.a.end] == "internal decision"]
    assert match.b.end - match.b.start > 60
    assert match.b.speaker == "the organization"
    assert Likeness.UNMARKED not in {each.likeness for each in found}
