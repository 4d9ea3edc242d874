import re
from enum import StrEnum
from pathlib import Path

import pytest

import verifier
from verifier.domain import kinds
from verifier.i18n import ENGLISH
from verifier.i18n.flaws import FLAWS
from verifier.i18n.messages import ERRORS, MESSAGES, word
from verifier.i18n.notices import NOTICES
from verifier.i18n.vocabulary import GLYPHS, WORDS, name_of

SOURCE = Path(verifier.__file__).parent

RAISED = re.compile(
    r"(?:VerifierError|ReadError|CaseError|StepError|ReportError|Notice)\(\s*\"([a-z0-9-]+)\""
)


def raised_codes() -> dict[str, str]:
    """Every code an error or warning is made with, and a file it is made in."""
    return {
        code: path.name
        for path in SOURCE.rglob("*.py")
        if "ui" not in path.relative_to(SOURCE).parts
        for code in RAISED.findall(path.read_text("utf-8"))
    }


def test_every_code_has_words() -> None:
    codes = raised_codes()
    assert len(codes) > 30
    assert {code: file for code, file in codes.items() if code not in MESSAGES} == {}


def test_every_message_is_said_somewhere() -> None:
    everything = "".join(
        path.read_text("utf-8") for path in SOURCE.rglob("*.py") if path.parent.name != "i18n"
    )
    assert [code for code in MESSAGES if f'"{code}"' not in everything] == []


def test_every_finding_of_the_check_has_words_and_every_word_is_used() -> None:
    found = re.compile(r"(?:JournalError|Flaw)\(\s*\"([a-z-]+)\"")
    codes = {code for path in SOURCE.rglob("*.py") for code in found.findall(path.read_text("utf-8"))}
    assert FLAWS.keys() == codes | {"content-unreadable"}


def test_what_a_check_found_is_told_in_words() -> None:
    told = word("case-damaged", "quay.verif", {"detail": "step-altered 7"})
    assert "quay.verif is damaged" in told
    assert "(step 7 of the history was altered)" in told
    assert "(database disk image is malformed)" in word(
        "case-damaged", "quay.verif", {"detail": "database disk image is malformed"}
    )


def test_no_code_is_an_error_and_a_warning() -> None:
    assert ERRORS.keys() & NOTICES.keys() == set()
    assert len(ERRORS) > 80
    assert len(NOTICES) > 40


def test_a_message_is_filled_in_and_an_unknown_code_is_shown_as_it_is() -> None:
    assert word("case-folder-missing", "x.verif", {"folder": "/y"}).startswith(
        "x.verif: there is no folder /y."
    )
    assert word("case-folder-missing", "x.verif", {}).startswith("x.verif: there is no folder {folder}.")
    assert word("never-heard-of", "x.verif", {}) == "x.verif: never-heard-of"
    assert ENGLISH.ngettext("one", "many", 2) == "many"


@pytest.mark.parametrize(
    ("vocabulary", "kind"),
    [
        ("label", kinds.Label),
        ("modifier", kinds.Modifier),
        ("voice", kinds.Voice),
        ("advice", kinds.Advice),
        ("reach", kinds.Reach),
        ("relation", kinds.Relation),
        ("facet", kinds.Facet),
        ("severity", kinds.Severity),
        ("outcome", kinds.Outcome),
        ("stance", kinds.Stance),
        ("primacy", kinds.Primacy),
        ("kind", kinds.ParagraphKind),
        ("inline", kinds.InlineKind),
        ("origin", kinds.Origin),
        ("part", kinds.PartKind),
    ],
)
def test_every_key_of_a_vocabulary_has_a_word(vocabulary: str, kind: type[StrEnum]) -> None:
    assert all(name_of(vocabulary, key) for key in kind)
    assert {key for key in WORDS if key.startswith(vocabulary + ".")} >= {
        f"{vocabulary}.{key}" for key in kind
    }


def test_the_labels_have_glyphs_of_their_own_and_none_is_a_quotation_mark() -> None:
    assert set(GLYPHS) >= {label.value for label in kinds.Label}
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    assert not set(GLYPHS.values()) & set("\"'“”‘’«»~")
