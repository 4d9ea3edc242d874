"""What an editor did in the margins of a report: told apart from our own notes, and put to the right words."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.readers.offices import converted
from tests.reports.cases import Case, harbour_case
from tests.reports.margins import answered, commented, members_of, packed, replaced, without_comment

from verifier.domain.articles import Source
from verifier.domain.judgements import Mark
from verifier.domain.reopened import Coming, DossierDraft, ReturnedRemark
from verifier.readers.dossier import read_dossier
from verifier.reports import ReportOptions, render

COMMENTS = "word/comments.xml"


@cache
def report(**options: Any) -> bytes:
    return render(harbour_case().snapshot(), ReportOptions(**options), "docx")[""]


def read(data: bytes) -> DossierDraft:
    return read_dossier(Source("harbour.docx", data))


def words_at(draft: DossierDraft, one: ReturnedRemark) -> str:
    text = next(text.text for text in draft.texts if text.version.id == one.version_id)
    return text[one.start : one.end]


def note_of(draft: DossierDraft, one: ReturnedRemark) -> str:
    return next(row.note for row in draft.rows if isinstance(row, Mark) and row.id == one.mark_id)


def test_a_comment_a_script_adds_comes_back_on_its_sentence() -> None:
    draft = read(commented(report(), "Nothing could be more timid.", "Whose view?\nSay so."))
    (one,) = draft.returned
    assert (one.how, one.remark.signed, one.remark.text) == (
        Coming.ADDED,
        "Ed Ito (EI)",
        "Whose view?\nSay so.",
    )
    assert words_at(draft, one) == "Nothing could be more timid."
    assert draft.homeless == ()


def test_a_comment_on_a_judged_part_of_a_sentence_comes_back_on_that_part() -> None:
    draft = read(commented(report(), "Four hundred people", "Who counted?"))
    (one,) = draft.returned
    assert words_at(draft, one) == "Four hundred people"


def test_a_comment_on_a_few_words_comes_back_on_these_words() -> None:
    members = members_of(report())
    document = members["word/document.xml"].decode()
    words = "Nothing could be more timid."
    run = next(one for one in document.split("<w:r>") if words in one and "Mark" in one)
    few = run.replace(words, "Nothing could be more </w:t></w:r>" + "@").split("@")[0]
    assert few != run
    properties = run.partition("<w:t")[0]
    cut = (
        f'{few}<w:commentRangeStart w:id="70"/><w:r>{properties}<w:t>timid</w:t></w:r><w:commentRangeEnd w:id="70"/>'
        f'<w:r><w:commentReference w:id="70"/></w:r><w:r>{run.replace(words, ".")}'
    )
    comment = '<w:comment w:id="70" w:author="Ed Ito"><w:p><w:r><w:t>Timid?</w:t></w:r></w:p></w:comment></w:comments>'
    changed = packed({**members, "word/document.xml": document.replace(run, cut).encode()})
    draft = read(replaced(changed, COMMENTS, "</w:comments>", comment))
    (one,) = draft.returned
    assert words_at(draft, one) == "timid"
    assert one.remark.signed == "Ed Ito"


def test_a_comment_at_a_point_belongs_to_the_sentence_it_stands_in() -> None:
    members = members_of(report())
    document = members["word/document.xml"].decode()
    place = document.index("Will anyone answer for it?")
    point = document.index("</w:r>", place) + len("</w:r>")
    document = document[:point] + '<w:r><w:commentReference w:id="71"/></w:r>' + document[point:]
    comment = (
        '<w:comment w:id="71" w:author="Ed"><w:p><w:r><w:t>No.</w:t></w:r></w:p></w:comment></w:comments>'
    )
    changed = packed({**members, "word/document.xml": document.encode()})
    draft = read(replaced(changed, COMMENTS, "</w:comments>", comment))
    (one,) = draft.returned
    assert words_at(draft, one) == "Will anyone answer for it?"


def test_a_note_somebody_rewrote_is_told_from_a_new_comment() -> None:
    draft = read(replaced(report(), COMMENTS, "Which count?", "Which count, and whose?"))
    (one,) = draft.returned
    assert (one.how, one.remark.text) == (Coming.CHANGED, "Which count, and whose?")
    assert note_of(draft, one) == "Which count?"
    assert draft.silenced == ()


def test_an_answer_comes_back_to_the_note_it_answers() -> None:
    draft = read(answered(report(), 0, "Threatened; I rang them."))
    (one,) = draft.returned
    assert (one.how, one.remark.text) == (Coming.ANSWERED, "Threatened; I rang them.")
    assert note_of(draft, one).startswith("Announced, or threatened?")


def test_a_note_whose_comment_was_taken_out_is_named() -> None:
    draft = read(without_comment(report(), 1))
    assert draft.returned == ()
    (silenced,) = draft.silenced
    assert (
        next(row.note for row in draft.rows if isinstance(row, Mark) and row.id == silenced) == "Which count?"
    )


def test_a_comment_on_the_reports_own_words_is_homeless_and_keeps_them() -> None:
    draft = read(commented(report(), "The closure is borne out.", "Shorter."))
    assert draft.returned == ()
    (one,) = draft.homeless
    assert (one.words, one.text) == ("The closure is borne out.", "Shorter.")


def test_a_comment_on_words_that_two_sentences_have_goes_to_neither() -> None:
    case = Case()
    case.article("A", [("body", ["Same words. ", "Others."])])
    case.article("B", [("body", ["Same words. "])])
    case.mark("A1", "disputed", note="Why?")
    made = render(case.snapshot(), ReportOptions(), "docx")[""]
    members = members_of(made)
    document = members["word/document.xml"].decode()
    first = document.index("Same words.")
    assert first < document.index('w:name="s1"')  # in the table of claims, before the annotated articles
    start = document.rindex("<w:r>", 0, first)
    end = document.index("</w:r>", first) + len("</w:r>")
    around = (
        '<w:commentRangeStart w:id="72"/>',
        '<w:commentRangeEnd w:id="72"/><w:r><w:commentReference w:id="72"/></w:r>',
    )
    document = document[:start] + around[0] + document[start:end] + around[1] + document[end:]
    comment = (
        '<w:comment w:id="72" w:author="Ed"><w:p><w:r><w:t>Which?</w:t></w:r></w:p></w:comment></w:comments>'
    )
    changed = packed({**members, "word/document.xml": document.encode()})
    draft = read(replaced(changed, COMMENTS, "</w:comments>", comment))
    assert [one.text for one in draft.homeless] == ["Which?"]


def test_notes_are_known_in_a_document_the_names_were_taken_out_of() -> None:
    members = members_of(report())
    nameless = re.sub(
        r'w:author="[^"]*" w:date="[^"]*" w:initials="[^"]*"',
        'w:author="Author" w:initials="A"',
        members[COMMENTS].decode(),
    )
    assert nameless.count('"Author"') == 3
    draft = read(packed({**members, COMMENTS: nameless.encode()}))
    assert (draft.returned, draft.homeless, draft.silenced) == ((), (), ())


def test_answers_that_go_round_in_a_circle_end() -> None:
    members = members_of(answered(report(), 0, "One."))
    tie = members["word/commentsExtended.xml"].decode()
    parent = tie.split('w15:paraId="')[1][:8]
    circle = tie.replace(f'w15:paraId="{parent}"', f'w15:paraId="{parent}" w15:paraIdParent="0000AAAA"', 1)
    draft = read(packed({**members, "word/commentsExtended.xml": circle.encode()}))
    assert draft.texts


def test_thousands_of_alike_notes_each_find_their_own_mark() -> None:
    case = Case()
    sentences = [f"Sentence number {number}. " for number in range(1500)]
    case.article("A", [("body", sentences)])
    for number in range(1, 1501):
        case.mark(f"A{number}", "disputed", note="Looked; nothing found.")
    draft = read(render(case.snapshot(), ReportOptions(), "docx")[""])
    assert (draft.returned, draft.homeless, draft.silenced) == ((), (), ())


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory: pytest.TempPathFactory) -> DossierDraft:
    """A report with a changed note, an answer and two new comments, saved anew by LibreOffice."""
    data = replaced(report(), COMMENTS, "Which count?", "Which count, and whose?")
    data = commented(data, "Nothing could be more timid.", "Whose view?")
    data = commented(data, "The closure is borne out.", "Shorter.")
    data = answered(data, 0, "Threatened; I rang them.")
    folder: Path = tmp_path_factory.mktemp("office")
    return read(converted(folder, "docx", data, "docx"))


def test_data_and_comments_survive_libreoffice(rewritten: DossierDraft) -> None:
    whole = read(report())
    assert [one.text for one in rewritten.texts] == [one.text for one in whole.texts]
    assert rewritten.rows == whole.rows
    came = {one.remark.text: (one.how, words_at(rewritten, one)) for one in rewritten.returned}
    assert came["Which count, and whose?"] == (Coming.CHANGED, "Four hundred people")
    assert came["Whose view?"] == (Coming.ADDED, "Nothing could be more timid.")
    how, words = came["Threatened; I rang them."]
    assert how in (Coming.ADDED, Coming.ANSWERED)  # older ones forget what answers what, and keep the place
    assert words == "It has announced penalties against a handful of captains."
    assert len(came) == 3
    assert [one.text for one in rewritten.homeless] == ["Shorter."]
    assert rewritten.silenced == ()


def test_a_document_python_docx_saved_anew_reads_as_before() -> None:
    import docx

    file = io.BytesIO()
    docx.Document(io.BytesIO(report())).save(file)
    draft = read(file.getvalue())
    assert draft.rows == read(report()).rows
    assert draft.returned == ()


def test_thousands_of_comments_over_the_whole_report_are_read_at_once() -> None:
    members = members_of(report())
    numbers = range(100, 5100)
    document = members["word/document.xml"].decode()
    starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
    first = document.index("<w:r>")
    document = document[:first] + starts + document[first:]
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Ed"><w:p><w:r><w:t>All {number}</w:t></w:r></w:p></w:comment>'
        for number in numbers
    )
    changed = packed({**members, "word/document.xml": document.encode()})
    draft = read(replaced(changed, COMMENTS, "</w:comments>", f"{comments}</w:comments>"))
    assert len(draft.returned) + len(draft.homeless) == len(numbers)
    assert max(len(one.words) for one in draft.homeless) <= 300


def test_comments_without_an_id_or_a_place_are_homeless() -> None:
    odd = (
        "<w:comment><w:p><w:r><w:t>No id.</w:t></w:r></w:p></w:comment>"
        '<w:comment w:id="55" w:author="Ed"><w:p><w:r><w:t>No place.</w:t></w:r></w:p></w:comment>'
        '<w:comment w:id="55" w:author="Ed"><w:p><w:r><w:t>The same id.</w:t></w:r></w:p></w:comment>'
        '<w:comment w:id="56" w:author="Ed"/></w:comments>'
    )
    draft = read(replaced(report(), COMMENTS, "</w:comments>", odd))
    assert [one.text for one in draft.homeless] == ["No id.", "No place."]
    assert draft.returned == ()
