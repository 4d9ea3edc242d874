"""Awkward writing goes through reading, marking, keeping and reporting without a letter changed."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from verifier.domain.kinds import Label, Relation
from verifier.domain.queries import account, address_of
from verifier.reports import ReportOptions, write_report
from verifier.session.reading import read_file
from verifier.session.workbench import Workbench

AWKWARD = [
    "The 👩‍👩‍👧 family left at 5\u202fp.m. with 🇺🇦 flags. They said ‘no’ twice.",
    "Cafe\u0301 and café are not one spelling. Z\u0335a\u0336l\u0337g\u0335o was here, too.",
    "Мэр сказал: «Паром не отменён». Он пришёл в 18 ч. и ушёл.",
    "قال العمدة إن العبّارة لم تُلغَ بعد. وهذا كل شيء.",
    "Prices rose\u00a0by 5\u00a0% — “nearly” all since Jan. 17. Soft\u00adhyphens stay, and so does zero\u200bwidth.",
    "𝔐athematical 𝟛 letters lie outside the basic plane 𐍈. So does 𠀋.",
]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    path = tmp_path / "awkward.txt"
    path.write_bytes("\n\n".join(AWKWARD).encode())
    case = Workbench.create(tmp_path / "case.verif")
    case.add_articles([read_file(path)])
    return case


def test_every_sentence_is_read_marked_kept_and_printed_letter_for_letter(
    case: Workbench, tmp_path: Path
) -> None:
    [article] = case.rows.articles()
    sentences = account(case.rows, article)
    text = case.text(article.version_id)
    assert text.split("\n") == AWKWARD
    labels = list(Label)
    for index, sentence in enumerate(sentences):
        case.mark([sentence.id], labels[index % len(labels)])
        case.note([sentence.id], f"note on “{case.words(sentence)}”")
    case.link(sentences[0].id, sentences[-1].id, Relation.CONTRADICTS)
    words = {address_of(case.rows, one): case.words(one) for one in sentences}
    path = case.path
    case.close()

    with Workbench.open(path) as again:
        assert {
            address_of(again.rows, one): again.words(one) for one in account(again.rows, article)
        } == words
        original = again.original(article.version_id).decode()
        positions = again.positions(article.version_id)
        for sentence in account(again.rows, article):
            start, end = positions.source_span(sentence.start, sentence.end)
            assert original[start:end].strip() == again.words(sentence)
        write_report(
            again.snapshot(), ReportOptions(time="2031-05-04T09:00:00+00:00"), tmp_path / "report.docx"
        )

    with zipfile.ZipFile(tmp_path / "report.docx") as document:
        body = printed(document.read("word/document.xml"))
        comments = printed(document.read("word/comments.xml"))
    for address, sentence_words in words.items():
        assert sentence_words in body, address
        assert sentence_words in comments, address


def printed(part: bytes) -> str:
    """The text of a Word part, its paragraphs on lines of their own, our isolating marks left out."""
    paragraphs = ElementTree.fromstring(part).iter(f"{W}p")
    lines = ("".join(node.text or "" for node in one.iter(f"{W}t")) for one in paragraphs)
    return re.sub("[\u2066-\u2069]", "", "\n".join(lines))
