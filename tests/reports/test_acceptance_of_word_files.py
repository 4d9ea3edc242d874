"""What is promised of every Word report: two independent checkers find nothing wrong, whatever the case, the template
and the house style; and others read every sentence, label, note and comment back in order, each comment on its words.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import docx_integrity
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator
from tests.making import BERG
from tests.reports.awkward import awkward_case
from tests.reports.cases import Case, harbour_case
from tests.reports.word_houses import house

from verifier.domain import queries
from verifier.domain.articles import Passage
from verifier.domain.judgements import CaseDetails, CheckPass, Question, Reply
from verifier.domain.kinds import Label, Reach, Relation
from verifier.domain.rows import Snapshot
from verifier.domain.steps import RowChange
from verifier.i18n.vocabulary import name_of
from verifier.reports import ReportOptions, write_report
from verifier.reports.characters import visible
from verifier.reports.options import TEMPLATES
from verifier.session.comparing import with_comparison
from verifier.session.reading import read_file
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench

ARTICLES = Path(os.environ.get("VERIFIER_REAL_ARTICLES") or Path(__file__).parents[3] / "shared" / "articles")
PAIR = ("spectator.html", "moscow_times.docx")


@cache
def sample() -> Snapshot:
    with TemporaryDirectory() as folder:
        make_sample_case(Path(folder) / "sample.verif")
        with Workbench.open(Path(folder) / "sample.verif", read_only=True) as case:
            return with_comparison(case.snapshot())


@cache
def real_pair() -> Snapshot:
    """The real articles, each sentence with a label, every third with a note, linked side by side."""
    paths = [ARTICLES / name for name in PAIR]
    if not all(path.exists() for path in paths):
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    with TemporaryDirectory() as folder, Workbench.create(Path(folder) / "real.verif", checker=BERG) as case:
        case.add_articles([read_file(path) for path in paths])
        accounts = [queries.account(case.rows, article) for article in case.rows.articles()]
        for number, (label, sentence) in enumerate(zip(cycle(Label), sum(accounts, ()), strict=False)):
            case.mark([sentence.id], label)
            if number % 3 == 0:
                case.note([sentence.id], f"Note {number}.\nLooked at twice.")
        for relation, one, other in zip(cycle(Relation), accounts[0], accounts[1], strict=False):
            case.link(one.id, other.id, relation, note="Side by side.")
        return with_comparison(case.snapshot())


@cache
def long_case() -> Snapshot:
    """5,000 sentences, 2,000 notes, 1,000 links."""
    case = Case()
    for letter in "AB":
        words = [
            f"In {letter} boat {number} left the pier on the evening tide. " for number in range(1, 2501)
        ]
        case.article(
            letter, [("body", words[at : at + 5]) for at in range(0, 2500, 5)], publisher=f"Paper {letter}"
        )
        for number, label in zip(range(1, 2501), cycle(Label), strict=False):
            case.mark(
                f"{letter}{number}", label, note=f"Asked of {letter}{number}." if number % 5 < 2 else ""
            )
    for number in range(1, 1001):
        case.link(f"A{number}", f"B{number}", "contradicts" if number % 2 else "corroborates")
    return case.snapshot()


def hollow() -> Snapshot:
    """A case whose rows say nothing: blanks wherever words may stand."""
    case = harbour_case()
    case.evidence(" ", "A2", quotation="\n\n", locator="\t")
    case.put(Question("q", " ", case.passage("A3").id, "\n"))
    case.put(Reply("r", "\n"))
    case.put(CheckPass("p", " "))
    case.mark("A2:closed", "opinion", note=" \n ", checker="A\x01B\x02 \u202e" * 40)
    said = CaseDetails(title="\n", question=" ", finding="\n\n\n", reviewer=" ", signed_by="\n")
    case.rows.apply([RowChange("case_details", said.id, case.rows.details, said)])
    return case.snapshot(checkers=(" ",))


def written(
    snapshot: Snapshot, folder: Path, template: str, style: bytes = b"", *, internal: bool = False
) -> Path:
    target = folder / f"{template}.docx"
    options = ReportOptions(
        template=template, house_style=style, house_name="own.docx", internal_copy=internal
    )
    write_report(snapshot, options, target)
    return target


def faults(report: Path) -> list[str]:
    """What two independent checkers find wrong."""
    found = [str(error) for error in OpenXmlValidator().validate(str(report)).errors]
    return found + [str(finding) for finding in docx_integrity.check(str(report))]


MAKERS: list[Callable[[], Snapshot]] = [
    sample,
    real_pair,
    hollow,
    lambda: Case().snapshot(),
    lambda: awkward_case().snapshot(),
]


@pytest.mark.parametrize("make", MAKERS, ids=["sample", "real pair", "hollow", "empty", "awkward"])
@pytest.mark.parametrize("style", [b"", house()], ids=["own style", "house style"])
def test_two_independent_checkers_find_nothing_wrong(
    make: Callable[[], Snapshot], style: bytes, tmp_path: Path
) -> None:
    for template in TEMPLATES:
        assert faults(written(make(), tmp_path, template, style, internal=bool(style))) == [], template


@pytest.mark.large
def test_nor_with_5000_sentences_2000_comments_and_1000_links(tmp_path: Path) -> None:
    report = written(long_case(), tmp_path, "dossier")
    document = docx.Document(str(report))
    assert len(list(document.comments)) == 2000
    assert long_case().rows.count("links") == 1000
    assert faults(report) == []
    assert_comments_are_on_their_words(long_case(), report)


# -- comments --------------------------------------------------------------------------------------------------------


def noted(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The words of each passage with a printed note, and the note, as they are read."""
    found = []
    for article in snapshot.rows.articles():
        places = snapshot.rows.passages(article.version_id)
        for passage in sorted(places, key=lambda one: (one.start, -one.end)):
            mark = snapshot.rows.mark_on(passage.id)
            if mark is not None and mark.note.strip() and mark.reach is Reach.PRINTED:
                found.append((words_of(snapshot, passage), lines_of(mark.note)))
    return found


def words_of(snapshot: Snapshot, passage: Passage) -> str:
    article = next(one for one in snapshot.rows.articles() if one.version_id == passage.version_id)
    return visible(queries.words_of(queries.text_of(snapshot, article), passage))


def lines_of(note: str) -> str:
    return visible(re.sub("\r\n?", "\n", note)).strip()


INSTEAD = {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:rPr"): ""}


def commented(body: etree._Element) -> Iterator[tuple[int, str]]:
    """The number of each comment and the article's words in its range, in the order they end."""
    opened: dict[int, list[str]] = {}
    for element in body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:r")):
        number = int(element.get(qn("w:id")) or "-1")
        if element.tag == qn("w:commentRangeStart"):
            opened[number] = []
        elif element.tag == qn("w:commentRangeEnd"):
            yield number, "".join(opened.pop(number))
        elif opened and not _style_of(element).startswith("Place"):
            words = "".join(INSTEAD.get(str(one.tag), one.text or "") for one in element)
            for inside in opened.values():
                inside.append(words)
    assert not opened


def _style_of(run: etree._Element) -> str:
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return "" if style is None else style.get(qn("w:val")) or ""


def assert_comments_are_on_their_words(snapshot: Snapshot, report: Path) -> None:
    document = docx.Document(str(report))
    words = dict(commented(document.element.body))
    notes = {comment.comment_id: comment.text for comment in document.comments}
    assert words.keys() == notes.keys()
    assert sorted(notes) == list(range(len(notes)))
    assert [(words[number], notes[number].strip()) for number in sorted(notes)] == noted(snapshot)


@pytest.mark.parametrize(
    "make", [sample, real_pair, lambda: awkward_case().snapshot()], ids=["sample", "real pair", "awkward"]
)
def test_every_comment_sits_on_exactly_its_words_in_order(
    make: Callable[[], Snapshot], tmp_path: Path
) -> None:
    snapshot = make()
    assert len(noted(snapshot)) > 5
    for template in ("dossier", "annotated"):
        assert_comments_are_on_their_words(snapshot, written(snapshot, tmp_path, template))


# -- read by pandoc --------------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("make", [sample, real_pair, pytest.param(long_case, marks=pytest.mark.large)])
def test_pandoc_reads_every_sentence_label_and_comment_in_order(
    make: Callable[[], Snapshot], tmp_path: Path
) -> None:
    snapshot = make()
    text, comments = _read(written(snapshot, tmp_path, "annotated"))
    assert comments == [" ".join(note.split()) for _words, note in noted(snapshot)]
    place, told = 0, 0
    for article in snapshot.rows.articles():
        for sentence in queries.account(snapshot.rows, article):
            mark = queries.mark_of(snapshot.rows, sentence)
            address = queries.address_of(snapshot.rows, sentence)
            first = " ".join(queries.words_of(queries.text_of(snapshot, article), sentence).split()).split(
                " "
            )[0]
            said = f"[^A-Z]*{name_of('label', mark.label)}" if mark is not None and mark.label else ""
            match = re.compile(rf"\b{address}\b{said}").search(text, place)
            assert match is not None, address
            place = text.index(first, match.end()) + len(first)
            assert place - match.end() < 60 + len(first), address
            told += 1
    assert told > 20


def _read(report: Path) -> tuple[str, list[str]]:
    """The text of a report as pandoc reads it, white space made one, and the texts of its comments."""
    command = ["pandoc", "-f", "docx", "-t", "json", "--track-changes=all", str(report)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=110)
    words: list[str] = []
    comments: list[str] = []
    _walk(json.loads(done.stdout)["blocks"], words, comments)
    return " ".join("".join(words).split()), comments


def _walk(node: Any, words: list[str], comments: list[str]) -> None:
    if isinstance(node, list):
        for one in node:
            _walk(one, words, comments)
    elif isinstance(node, dict):
        kind, content = str(node.get("t")), node.get("c", "")
        if kind == "Str":
            words.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            words.append(" ")
        elif kind == "Span" and "comment-start" in content[0][1]:
            inside: list[str] = []
            _walk(content[1], inside, [])
            comments.append(" ".join("".join(inside).replace("¶", " ").split()))
        else:
            _walk(content, words, comments)
            words.append("" if kind in ("Span", "Superscript", "Emph", "Strong", "Link") else " ")
