"""The window as somebody meets it who does not see it: through the accessibility bus, with keys from outside."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.journeys.hands import ScreenHands
from tests.journeys.listening import Listening, environment_of, missing_ears
from tests.journeys.screens import Screen, missing_tools
from tests.journeys.test_on_a_real_screen import start
from tests.journeys.test_the_main_way import ROOT

from verifier.domain.kinds import Label
from verifier.domain.queries import account, address_of, label_of, mark_of
from verifier.session.sample import make_sample_case
from verifier.session.workbench import Workbench

TEXT_A = "Text of article A, The Lantern"


@dataclass(frozen=True, slots=True)
class Desk:
    """The program with the sample open, hands on its keyboard, and ears."""

    hands: ScreenHands
    ears: Listening
    case: Path

    def sentences(self) -> list[tuple[str, str]]:
        """Address and words of the sentences of both accounts."""
        with Workbench.open(self.case, read_only=True) as case:
            return [
                (address_of(case.rows, sentence), case.words(sentence))
                for article in case.rows.articles()
                for sentence in account(case.rows, article)
            ]

    def label(self, address: str) -> object:
        """The label of a sentence in the file."""
        with Workbench.open(self.case, read_only=True) as case:
            return label_of(case.rows, case.sentence_at_address(address))

    def modifiers(self, address: str) -> tuple[object, ...]:
        """The modifiers of a sentence in the file."""
        with Workbench.open(self.case, read_only=True) as case:
            mark = mark_of(case.rows, case.sentence_at_address(address))
            return mark.modifiers if mark else ()

    def silence(self) -> None:
        """Forget what was announced until now."""
        self.ears.ask("heard")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A screen, the buses, the reader and the program."""
    missing = [*missing_tools(), *missing_ears()]
    if missing or os.environ.get("VERIFIER_NO_SCREEN"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    screen = Screen(tmp_path / "screen.log")
    try:
        screen.start()
        ears = Listening(_environment(screen, tmp_path), tmp_path / "listening.log")
        try:
            ears.start()
            yield from _with_program(screen, ears, tmp_path)
        finally:
            ears.stop()
    finally:
        screen.stop()


def _environment(screen: Screen, folder: Path) -> dict[str, str]:
    made = environment_of(screen.display)
    folders = {"CONFIG_HOME": "config", "DATA_HOME": "data", "DOCUMENTS_DIR": "documents"}
    made |= {f"XDG_{name}": str(folder / place) for name, place in folders.items()}
    made["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return made


def _with_program(screen: Screen, ears: Listening, folder: Path) -> Iterator[Desk]:
    case = folder / "sample.verif"
    make_sample_case(case)
    program = start(screen, ears.environment, str(case))
    try:
        ears.until("there", bool)
        ears.until("focused", lambda focus: focus[:1] == ["text"])
        yield Desk(ScreenHands(ears.environment), ears, case)
    except BaseException as error:
        error.add_note(f"{screen.state()}; {ears.said()}; the program: {program.poll()}")
        raise
    finally:
        _end(program)


def _end(program: subprocess.Popen[bytes]) -> None:
    program.kill()
    program.wait(timeout=20)


@pytest.mark.timeout(240)
def test_the_article_is_read_its_sentences_are_spoken_and_a_button_pressed_tells_what_it_did(
    desk: Desk,
) -> None:
    sentences = desk.sentences()
    text = desk.ears.ask("text", role="text", name=TEXT_A)["text"]
    written = [words for address, words in sentences if address.startswith("A")]
    assert len(written) > 20
    assert _in_order(text, written) == written
    _walk(desk, sentences)
    _press_disputed(desk)
    assert desk.label("A8") is Label.DISPUTED
    _take_back(desk)
    assert desk.label("A8") is None
    _read_the_table(desk, sentences)


def _in_order(text: str, sentences: list[str]) -> list[str]:
    """The sentences that are in the text where one expects them, behind one another."""
    place, found = 0, []
    for words in sentences:
        at = text.find(words, place)
        if at >= 0:
            found.append(words)
            place = at + len(words)
    return found


def _walk(desk: Desk, sentences: list[tuple[str, str]]) -> None:
    """J walks, and each sentence is spoken with all that is known of it; R speaks it once more."""
    desk.silence()
    for address, words in sentences[1:7]:
        desk.hands.press("j")
        assert desk.ears.hears(f"{address}, ").endswith(words)
    assert desk.ears.ask("heard") == []
    desk.hands.press("r")
    assert desk.ears.hears("A7, ").startswith("A7, disputed, ")
    caret = desk.ears.ask("text", role="text", name=TEXT_A)
    assert caret["text"][caret["caret"] :].startswith(sentences[6][1])
    known = desk.modifiers("A7")
    desk.hands.press("r")
    heard = desk.ears.hears("A7, disputed")
    assert [word for word in ("partly", "refuted") if word in heard] == [str(one) for one in known]


def _press_disputed(desk: Desk) -> None:
    """The button is pressed through its action, and the change is heard and in the file."""
    desk.hands.press("j")
    desk.ears.hears("A8, not checked")
    desk.silence()
    desk.ears.ask("press", role="push button", name="Disputed")
    assert desk.ears.hears("A8, disputed").startswith("A8, disputed, no basis yet")
    assert desk.label("A8") is Label.DISPUTED
    desk.hands.press("p")
    assert ", partly" in desk.ears.hears("A8, disputed")


def _take_back(desk: Desk) -> None:
    """Undo says what it took back."""
    desk.silence()
    desk.hands.press("ctrl+z")
    desk.ears.hears("Undone", "A8")
    desk.hands.press("ctrl+z")
    desk.ears.hears("Undone", "A8")
    desk.ears.until("heard", lambda _heard: desk.label("A8") is None)


def _read_the_table(desk: Desk, sentences: list[tuple[str, str]]) -> None:
    """The view says that it has come, and offers the same as text, cell by cell; a label given there is heard."""
    desk.silence()
    desk.hands.press("alt+3")
    desk.ears.hears("Sentences")
    table = desk.ears.until("table", lambda found: found["count"] == len(sentences), name="")
    words = table["headings"].index("Words")
    assert [(row[0], row[words]) for row in table["rows"]] == [
        (address, said if len(said) <= 240 else said[:239].rstrip() + "…") for address, said in sentences
    ]
    label, modifiers = (table["headings"].index(name) for name in ("Label", "Modifiers"))
    assert table["rows"][6][label] == "≠ disputed"
    assert table["rows"][6][modifiers].startswith("partly")
    desk.ears.until("focused", lambda focus: focus[:1] in (["table"], ["table cell"]))


@pytest.mark.timeout(240)
def test_tab_goes_through_the_window_in_an_order_one_can_follow_and_everything_says_its_name(
    desk: Desk,
) -> None:
    controls = desk.ears.ask("controls")
    assert len(controls) > 30
    assert [one for one in controls if not _is_named(one)] == []
    walked = _tab_round(desk, len(controls) + 25)  # suggestions may come meanwhile
    labels = ["Verified", "Disputed", "Opinion", "Unconfirmed", "No claim"]
    places = [walked.index(name) for name in labels]
    assert places == list(range(places[0], places[0] + 5)), walked
    assert {"Note", "Add articles…", "Text of article B, The Harrowmouth Courier"} <= set(walked)
    assert walked.index("partly") > places[-1]
    assert walked.index("Note") > walked.index("partly")


def _tab_round(desk: Desk, most: int) -> list[str]:
    """The names one comes by with Tab, until one is back in the text."""
    walked: list[list[str]] = [["text", TEXT_A]]
    while len(walked) < most:
        desk.hands.press("Tab")
        walked.append(desk.ears.until("focused", lambda focus: focus and focus != walked[-1]))
        if walked[-1] == walked[0]:
            return [name for _role, name in walked[1:-1]]
    pytest.fail(f"Tab does not come back to the text: {walked}")


def _is_named(control: dict[str, object]) -> bool:
    """Whether a control has a name in words, and a chooser, whose name is its value, a label or a description."""
    named = any(character.isalpha() for character in str(control["name"]))
    return named and (control["role"] != "combo box" or bool(control["labels"]))
