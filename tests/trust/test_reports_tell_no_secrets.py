"""What stays in the house is in no byte of a report for outside, whatever its form, its template and its history.

Two ways to see that. A marker word is looked for in every unpacked member. And the same case is reported twice with
other secrets in it: where one byte depends on a secret, be it by a hash, a length, a width or an order, the reports
differ.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.making import at, make_case
from tests.reports.secrets import case_with

from verifier.domain.judgements import Evidence
from verifier.domain.kinds import Label, Reach, Relation
from verifier.domain.rows import Snapshot
from verifier.reports import FORMS, ReportOptions, render
from verifier.reports.options import TEMPLATES
from verifier.session.comparing import with_comparison
from verifier.session.evidence import EvidenceDraft
from verifier.session.finalising import finalised_report
from verifier.session.workbench import Workbench

TIME = "2031-06-01T10:00:00+02:00"
CHOICES = [(form, template) for form in FORMS for template in TEMPLATES]


def members(form: str, files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every member of every file of a report, packages unpacked."""
    for name, data in files.items():
        if form == "docx":
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                yield from ((one, package.read(one)) for one in package.namelist())
        else:
            yield form + name, data


def told(snapshot: Snapshot, form: str, template: str, marker: str, *, internal: bool = False) -> list[str]:
    """The members of a report in which a word is found; small letters count as well."""
    options = ReportOptions(template=template, time=TIME, embed=True, internal_copy=internal)
    found = dict(members(form, render(snapshot, options, form)))
    assert sum(map(len, found.values())) > 10
    return [name for name, data in found.items() if marker.casefold() in data.decode().casefold()]


@pytest.mark.parametrize(("form", "template"), CHOICES)
def test_no_byte_of_a_report_depends_on_what_stays_in_the_house(form: str, template: str) -> None:
    options = ReportOptions(template=template, time=TIME, embed=True)
    one, other = (render(case_with(secret), options, form) for secret in ("SECRET", "ANOTHER SECRETWORD"))
    assert dict(members(form, one)) == dict(members(form, other))
    assert told(case_with("SECRET"), form, template, "secret") == []


@pytest.mark.parametrize("form", ["docx", "html", "jsonld"])
def test_the_same_secrets_are_told_in_an_internal_copy(form: str) -> None:
    assert told(case_with("MARKERWORD"), form, "dossier", "markerword", internal=True)


# -- what a case remembers -------------------------------------------------------------------------------------------


def hidden(secret: str, *, is_hidden: bool = True) -> EvidenceDraft:
    fields = {name: f"{secret} {name}" for name in ("locator", "quotation", "seen", "origin", "interview")}
    return EvidenceDraft(f"{secret} cited", confidential=is_hidden, **fields)  # type: ignore[arg-type]


@pytest.fixture
def case(tmp_path: Path) -> Workbench:
    """A case with a final report, and secrets in every corner of its journal, before and after."""
    made = make_case(tmp_path / "quay.verif")
    a2, a3, a4, b1, b2 = at(made, "A2", "A3", "A4", "B1", "B2")
    made.mark([a2], Label.VERIFIED)
    made.note([a2], "MARKERWORD one", Reach.INTERNAL)
    made.mark([a3], Label.DISPUTED)
    made.note([a3], "ONCEPRINTED as a note")
    made.link(a2, b1, Relation.CONTRADICTS, note="MARKERWORD two", reach=Reach.INTERNAL)
    made.add_evidence([a2, b1], hidden("MARKERWORD three"))
    made.add_evidence([a3], hidden("ONCEPRINTED evidence", is_hidden=False))
    made.note([a4], "MARKERWORD undone")
    made.undo()
    made.note([b2], "MARKERWORD taken back before it was printed")
    made.note([b2], "A plain note.")
    finalised_report(made, ReportOptions(time=TIME), tmp_path / "first.docx")
    made.note([a2], "MARKERWORD four", Reach.INTERNAL)
    made.note([a3], "MARKERWORD five instead", Reach.INTERNAL)
    for piece in made.rows.all(Evidence):
        made.edit_evidence(piece.id, hidden(f"MARKERWORD {piece.citation}"))
    made.note([b1], "MARKERWORD for a moment")
    made.note([b1], "")
    return made


@pytest.mark.parametrize("form", FORMS)
def test_nothing_a_case_remembers_of_secrets_is_told(case: Workbench, form: str) -> None:
    for _round in ("a draft", "after another final report"):
        snapshot = with_comparison(case.snapshot())
        for template in TEMPLATES:
            assert told(snapshot, form, template, "markerword") == []
            assert told(snapshot, form, template, "onceprinted") == []
        finalised_report(case, ReportOptions(time=TIME), case.path.with_name("next.docx"), why="A letter.")
    assert "MARKERWORD" in str(case.snapshot().corrections)


def test_a_final_report_itself_tells_no_secret(case: Workbench) -> None:
    for name, template in (("second.docx", "dossier"), ("third.docx", "annotated")):
        target = case.path.with_name(name)
        finalised_report(case, ReportOptions(template=template, time=TIME), target, why="A letter.")
        found = dict(members("docx", {"": target.read_bytes()}))
        assert "A plain note." in found["word/document.xml"].decode() + found["word/comments.xml"].decode()
        assert not [one for one, data in found.items() if b"MARKERWORD" in data or b"ONCEPRINTED" in data]
        case.note(at(case, "A4"), f"One more change before {name}.")


@pytest.mark.parametrize("form", FORMS)
def test_a_part_switched_off_takes_its_words_out_of_every_form(form: str) -> None:
    snapshot = case_with("SECRET")
    for part, words in (("evidence", "closed from Monday"), ("annotated", "Nothing could be more timid.")):
        if form in ("docx", "html") or (form == "jsonld" and part == "annotated"):
            assert told(snapshot, form, "dossier", words)
        for template in TEMPLATES:
            options = ReportOptions(template=template, embed=True, without=frozenset({part}))
            for name, data in members(form, render(snapshot, options, form)):
                assert words not in data.decode(), (part, template, name)
