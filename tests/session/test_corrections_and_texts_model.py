"""Whatever is done to texts under judgements, and in whatever order: going back to what was finalised leaves nothing to
correct, and going forward again leaves the same corrections as before.
"""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.making import HARBOUR, make_case, make_draft

from verifier.domain.articles import Sentence
from verifier.domain.errors import StepError
from verifier.domain.kinds import Label, ParagraphKind, Relation
from verifier.domain.queries import account
from verifier.domain.reportversions import Correction
from verifier.reports import ReportOptions
from verifier.session.workbench import Workbench

READINGS = (
    [*HARBOUR, (ParagraphKind.BODY, ["Gulls were seen. ", "Then none."])],
    [(ParagraphKind.BODY, ["Gulls. ", "The quay closed on Monday. ", "Forty boats lie idle."])],
    HARBOUR,
)

Act = tuple[str, int, int]

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["mark", "part", "split", "merge", "kind", "link", "reread", "remove", "undo"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=25,
)


def sentences(case: Workbench) -> list[Sentence]:
    return [one for article in case.rows.articles() for one in account(case.rows, article)]


def act(case: Workbench, what: str, first: int, second: int) -> None:
    """Do something at a place; what cannot be done there is not done."""
    found = sentences(case)
    if not found:
        return
    one, other = found[first % len(found)], found[second % len(found)]
    label = [*Label, None][second % 6]
    length = one.end - one.start
    match what:
        case "mark":
            case.mark([one.id], label)
        case "part":
            case.mark([case.passage(one.version_id, one.start, one.start + 1 + second % length)], label)
        case "split":
            case.split(one.id, one.start + second % length)
        case "merge":
            case.merge(one.id)
        case "kind":
            kinds = (ParagraphKind.BODY, ParagraphKind.CAPTION, ParagraphKind.LIST)
            case.set_kind([one.paragraph_id], kinds[second % 3])
        case "link":
            case.link(one.id, other.id, Relation.CONTRADICTS)
        case "reread":
            case.reread(case.rows.articles()[0].id, make_draft(READINGS[second % 3], f"{second % 3}.txt"))
        case "remove" if len(case.rows.articles()) > 1 and second % 5 == 0:
            case.remove_article(case.rows.articles()[-1].id)
        case "undo":
            case.undo()
        case _:
            pass


def told(case: Workbench) -> list[Correction]:
    """The corrections since the last version, without who made them when."""
    last = case.report_versions()[-1].number
    plain = (one for one in case.corrections() if one.version > last)
    return [Correction(0, "", one.address, "", one.before, one.after, one.why, "", one.kind) for one in plain]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=ACTS, after=ACTS)
def test_going_back_to_what_was_finalised_leaves_nothing_to_correct(
    before: list[Act], after: list[Act]
) -> None:
    with tempfile.TemporaryDirectory() as folder, make_case(Path(folder) / "case.verif") as case:
        for one in before:
            try:
                act(case, *one)
            except StepError:
                continue
        case.finalise(case.coming_version(ReportOptions()).version, "0" * 64)
        frozen = case.steps()[-1]
        assert told(case) == []
        for one in after:
            if one[0] == "undo":
                continue
            try:
                act(case, *one)
            except StepError:
                continue
            told(case)
        changed, steps = told(case), len(case.steps_after(frozen.id))
        assert all(one.before != one.after for one in changed)
        if steps:
            case.undo_back_to(frozen.id)
            assert told(case) == []
            assert case.coming_version(ReportOptions()).again
        for _ in range(steps):
            case.redo()
        assert told(case) == changed
