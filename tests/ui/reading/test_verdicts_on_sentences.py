from __future__ import annotations

from verifier.domain.kinds import Label, Modifier
from verifier.domain.queries import account, label_of
from verifier.i18n import ENGLISH
from verifier.session.workbench import Workbench
from verifier.ui.reading.page import Page
from verifier.ui.reading.phrases import describe
from verifier.ui.reading.verdicts import Verdicts, stretches


def shown(case: Workbench, index: int) -> tuple[Page, Verdicts]:
    article = case.rows.articles()[index]
    page = Page(case.rows, article, case.text(article.version_id), ENGLISH, frozenset())
    return page, Verdicts(case.rows, page)


def test_every_sentence_has_the_label_it_counts_as(case: Workbench) -> None:
    for index in (0, 1):
        page, verdicts = shown(case, index)
        assert len(page.account) > 8
        for sentence in page.account:
            assert verdicts.of(sentence).label == label_of(case.rows, sentence)


def test_a_mark_without_basis_is_hollow_until_it_has_one(case: Workbench) -> None:
    page, verdicts = shown(case, 0)
    with_link, without = page.account[5], page.account[6]
    assert not verdicts.of(with_link).hollow
    assert verdicts.of(without).hollow
    change = case.unlink(verdicts.of(with_link).links[0].id)
    verdicts.refresh(change.sentences, change.passages)
    assert verdicts.of(with_link).hollow


def test_a_labelled_part_speaks_for_its_words_and_the_sentence_for_the_rest(case: Workbench) -> None:
    page, verdicts = shown(case, 1)
    sentence = page.account[2]
    part = verdicts.of(sentence).parts[0]
    assert stretches(verdicts.of(sentence), sentence.start, sentence.end) == [part]
    change = case.mark([sentence.id], Label.OPINION)
    assert verdicts.refresh(change.sentences, change.passages) == {sentence.id}
    found = stretches(verdicts.of(sentence), sentence.start, sentence.end)
    assert [label for _, _, label in found] == [Label.DISPUTED, Label.OPINION]
    assert found[0][:2] == part[:2]
    assert found[1][:2] == (part[1], sentence.end)


def test_parts_with_unlike_labels_that_cover_a_sentence_make_it_mixed(case: Workbench) -> None:
    page, verdicts = shown(case, 1)
    sentence = page.account[5]
    middle = sentence.start + 20
    for start, end, label in (
        (sentence.start, middle, Label.OPINION),
        (middle, sentence.end, Label.VERIFIED),
    ):
        change = case.mark([case.passage(sentence.version_id, start, end)], label)
        verdicts.refresh(change.sentences, change.passages)
    assert verdicts.of(sentence).label == label_of(case.rows, sentence) == "mixed"
    case_undone = case.undo()
    verdicts.refresh(case_undone.sentences, case_undone.passages)
    assert verdicts.of(sentence).label is None


def test_a_sentence_is_told_in_words(case: Workbench) -> None:
    page, verdicts = shown(case, 0)
    sentence = page.account[5]
    assert describe("A", sentence, verdicts.of(sentence), ENGLISH) == "A6, disputed, partly, 1 link"
    assert Modifier.PARTLY in verdicts.of(sentence).modifiers
    bare = account(case.rows, case.rows.articles()[0])[11]
    assert describe("A", bare, verdicts.of(bare), ENGLISH) == "A12, not checked"
