"""Scenes of comparing: suggestions and their reasons, what differs, quotations, what stands alone, cue words."""

from __future__ import annotations

from tests.tour.scenes import NARROW, SMALL, WIDE, NotHereError, scene
from tests.tour.stage import Stage

from verifier.ui.control.comparing import State


def _compared(stage: Stage, *, real: bool = False) -> None:
    """A case that is compared already."""
    if real:
        stage.real()
    else:
        stage.sample()
    comparing = stage.parts.controllers.comparing
    stage.wait_for(lambda: comparing.state not in (State.RUNNING, State.TOO_FEW))
    if comparing.state is not State.DONE:
        raise NotHereError(f"not compared: {comparing.trouble or comparing.state}")
    stage.settle(120)


def _suggested(stage: Stage, least: int = 2) -> None:
    """The cursor on the first sentence of A with so many suggestions. Raises NotHereError where there is none."""
    for place, sentence in enumerate(stage.sentences("A"), start=1):
        if len(stage.parts.controllers.suggesting.suggested(sentence)) >= least:
            stage.go("A", place)
            return
    raise NotHereError("nothing is suggested")


@scene("00-readme", "The README's picture: a sentence that another article contradicts")
def readme(stage: Stage) -> None:
    """The sample, compared, at A4."""
    _compared(stage)
    stage.go("A", 4)
    stage.settle(200)


@scene("30-suggestions", "Suggestions of a sentence, the first looked at")
@scene("30-suggestions-dark", "Suggestions of a sentence, dark", theme="dark")
@scene("30-suggestions-1280", "Suggestions in 1280 × 720", size=SMALL)
@scene("30-suggestions-narrow", "Suggestions in little room", size=NARROW)
@scene("30-suggestions-200", "Suggestions at 200 %", size=SMALL, scale=2)
@scene("30-suggestions-russian", "Suggestions, in Russian", language="ru")
def suggestions(stage: Stage) -> None:
    """M, 1."""
    _compared(stage)
    _suggested(stage)
    stage.act("suggest.1")
    stage.settle(200)


@scene("30-suggestions-real", "Suggestions between the real articles")
def suggestions_real(stage: Stage) -> None:
    """The same, on the real pair."""
    _compared(stage, real=True)
    _suggested(stage)
    stage.act("suggest.1")
    stage.settle(200)


@scene("31-suggestions-blind", "Suggestions wait for the label, where one judges first")
def blind(stage: Stage) -> None:
    """A sentence without a label."""
    stage.parts.settings.change(blind_first=True)
    _compared(stage)
    stage.go("A", 13)


def _view(
    name: str, action: str, size: tuple[int, int] = WIDE, theme: str = "light", language: str = ""
) -> None:
    def lead(stage: Stage) -> None:
        _compared(stage)
        _suggested(stage)
        stage.act("suggest.1")
        stage.act(action)
        stage.settle(200)

    scene(name, f"The view: {action.removeprefix('view.')}", size=size, theme=theme, language=language)(lead)


for _number, _key in ((32, "difference"), (33, "quotations"), (34, "only-here")):
    _view(f"{_number}-{_key}", f"view.{_key}")
    _view(f"{_number}-{_key}-dark", f"view.{_key}", theme="dark")
    _view(f"{_number}-{_key}-1280", f"view.{_key}", size=SMALL)
    _view(f"{_number}-{_key}-russian", f"view.{_key}", language="ru")


@scene("35-cue-words", "Cue words in the author's own voice")
@scene("35-cue-words-dark", "Cue words, dark", theme="dark")
def cue_words(stage: Stage) -> None:
    """The preference is on."""
    stage.parts.settings.change(cue_words=True)
    _compared(stage)
    stage.go("A", 1)
