"""Finding words: folding, exact positions, notes and evidence, expressions."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.making import make_case, make_draft
from tests.pumping import stays_linear

from verifier.domain.errors import StepError
from verifier.domain.kinds import Advice, Label, ParagraphKind, Relation, Stance
from verifier.i18n.messages import word
from verifier.session.evidence import EvidenceDraft
from verifier.session.expressions import compiled, matches, matches_in, refuse_bad_expression
from verifier.session.finding import (
    LONGEST,
    MOST_HITS,
    Hit,
    Query,
    Scope,
    find,
    find_slowly,
    hits_by_article,
    spans_in,
)
from verifier.session.jobs import Worker
from verifier.session.judging import Judgement
from verifier.session.workbench import Workbench
from verifier.text.folding import IGNORED, fold, is_mark, is_word

Body = ParagraphKind.BODY


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workbench]:
    with make_case(tmp_path / "quay.verif") as made:
        yield made


@pytest.fixture
def spans(tmp_path: Path) -> Iterator[Callable[..., list[tuple[int, int]]]]:
    """Where words are in a text that is one article's."""
    with make_case(tmp_path / "text.verif") as made:

        def look(text: str, words: str, **how: bool) -> list[tuple[int, int]]:
            change = made.add_articles([make_draft([(Body, [line]) for line in text.split("\n")])])
            [article_id] = change.articles
            hits = look_in(made, words, scope=Scope.ARTICLE, article_id=article_id, **how)
            return [(hit.start, hit.end) for hit in hits]

        yield look


def look_in(case: Workbench, words: str, **how: object) -> tuple[Hit, ...]:
    return find(case.rows, case.text, Query(words, **how))  # type: ignore[arg-type]


def told(words: str) -> str:
    with pytest.raises(StepError) as caught:
        refuse_bad_expression(words)
    return word(caught.value.code, caught.value.where, caught.value.values)


# -- in articles -----------------------------------------------------------------------------------------------------


def test_hits_are_in_reading_order_with_the_sentence_they_begin_in(case: Workbench) -> None:
    hits = look_in(case, "THE QUAY")
    assert [case.text(hit.version_id)[hit.start : hit.end] for hit in hits] == [
        "The quay", "The quay", "The quay", "the quay",
    ]  # fmt: skip
    addresses = [case.sentence_at_address(address).id for address in ("A1", "A2")]
    assert [hit.owner_id for hit in hits[:2]] == addresses
    assert {hit.where for hit in hits} == {"text"}


def test_what_is_set_aside_is_found_and_said_to_be(case: Workbench) -> None:
    asides = {hit.excerpt: hit.aside for hit in look_in(case, "quay")}
    assert asides["The quay at dusk. Photo by nobody."] is True
    assert asides["The quay is closed"] is False
    assert [hit.aside for hit in look_in(case, "share this")] == [True]


def test_this_article_is_this_article_alone(case: Workbench) -> None:
    [_, council] = case.rows.articles()
    hits = look_in(case, "quay", scope=Scope.ARTICLE, article_id=council.id)
    assert {hit.version_id for hit in hits} == {council.version_id}
    assert len(hits) == 2
    assert set(hits_by_article(case.rows, hits)) == {council.id}
    assert look_in(case, "quay", scope=Scope.ARTICLE) == ()


def test_an_excerpt_shows_the_hit_among_its_words(case: Workbench) -> None:
    for hit in look_in(case, "boats"):
        assert hit.excerpt[hit.excerpt_start : hit.excerpt_end] == "boats"
        assert "\n" not in hit.excerpt
    long = "many words before it " * 9 + "NEEDLE" + " many words after it" * 9
    case.add_articles([make_draft([(Body, [long])])])
    [hit] = look_in(case, "needle")
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")
    assert hit.excerpt[hit.excerpt_start : hit.excerpt_end] == "NEEDLE"
    assert len(hit.excerpt) < 120


def test_case_matters_where_it_is_asked_to(case: Workbench) -> None:
    assert len(look_in(case, "the quay", match_case=True)) == 1


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("“Don’t,” he said", '"don\'t,"', "“Don’t,”"),
        ("pages 4–7 and 4—7", "4-7", "4–7"),
        ("10\u00a0000 boats", "10 000", "10\u00a0000"),
        ("a thin\u2009space", "thin space", "thin\u2009space"),
        ("the cor\u00adri\u00addor", "corridor", "cor\u00adri\u00addor"),
        ("corridor", "cor\u00adridor", "corridor"),
        ("die Straße hier", "STRASSE", "Straße"),
        ("die STRASSE hier", "straße", "STRASSE"),
        ("gross ist größer", "größer", "größer"),
        ("in İstanbul now", "istanbul", "İstanbul"),
        ("in Istanbul now", "İSTANBUL", "Istanbul"),
        ("the cafe\u0301 there", "café", "cafe\u0301"),
        ("the café there", "CAFE\u0301", "café"),
        ("the \u1ecb\u0302 there", "i\u0323\u0302", "\u1ecb\u0302"),
        ("a \U0001f6a2 sails", "\U0001f6a2 SAILS", "\U0001f6a2 sails"),
        ("שלום\u200f עולם", "שלום עולם", "שלום\u200f עולם"),
        ("가나 말", "\u1100\u1161", "가"),
        ("the \ufb01le", "file", "\ufb01le"),
        ("ΟΔΟΣ ΜΟΥ", "οδός".replace("ό", "ο"), "ΟΔΟΣ"),
    ],
)
def test_words_are_found_however_they_are_written(
    spans: Callable[..., list[tuple[int, int]]], text: str, words: str, found: str
) -> None:
    start = text.index(found)
    assert spans("\U0001f6a2 İß " + text, words)[:1] == [(start + 5, start + 5 + len(found))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the café", "cafe"),  # an accent is part of its letter
        ("the cafe\u0301", "cafe"),
        ("die Straße", "stras"),  # half a letter is none
        ("\u216b of them", "xii"),  # never NFKC: a Roman numeral is a sign of its own
        ("one\ntwo", "one two"),  # no hit reaches from one paragraph into another
        ("x", "\u00ad"),
        ("x", ""),
    ],
)
def test_what_is_written_otherwise_is_not_found(
    spans: Callable[..., list[tuple[int, int]]], text: str, words: str
) -> None:
    assert spans(text, words) == []


def test_the_end_of_a_hit_takes_no_invisible_character_along(
    spans: Callable[..., list[tuple[int, int]]],
) -> None:
    assert spans("a boat\u200f\u00ad sails", "boat") == [(2, 6)]
    assert spans("\u200fboat", "boat") == [(1, 5)]


def test_whole_words_are_whole(spans: Callable[..., list[tuple[int, int]]]) -> None:
    assert spans("port, report, ports port", "port", whole_words=True) == [(0, 4), (20, 24)]
    assert spans("xa a a", "a a", whole_words=True) == [(3, 6)]
    assert spans("a re\u00adport", "port", whole_words=True) == []
    assert spans("5 % and 15 %", "5 %", whole_words=True) == [(0, 3)]
    assert spans("one-two", "two", whole_words=True) == [(4, 7)]


def test_hits_do_not_overlap(spans: Callable[..., list[tuple[int, int]]]) -> None:
    assert spans("aaaaa", "aa") == [(0, 2), (2, 4)]


def test_no_more_are_listed_than_can_be_looked_at(case: Workbench) -> None:
    case.add_articles([make_draft([(Body, ["e " * (MOST_HITS + 5)])])])
    assert len(look_in(case, "e")) == MOST_HITS
    assert len(look_in(case, "e", regular=True)) == MOST_HITS


def test_what_is_too_long_to_look_for_is_refused(case: Workbench) -> None:
    with pytest.raises(StepError, match="find-too-long"):
        look_in(case, "x" * (LONGEST + 1))


def test_a_long_article_is_looked_through_in_pieces_that_are_kept(case: Workbench) -> None:
    lines = [(Body, [f"Line {number} of the İstanbul log."]) for number in range(2000)]
    [article_id] = case.add_articles([make_draft(lines)]).articles
    query, folds = Query("istanbul LOG", Scope.ARTICLE, article_id), {}  # type: ignore[var-annotated]
    pieces = list(find_slowly(case.rows, case.text, query, folds))
    assert len(pieces) > 2
    hits = [hit for piece in pieces for hit in piece]
    text = case.text(hits[0].version_id)
    assert len(hits) == 2000
    assert {text[hit.start : hit.end] for hit in hits} == {"İstanbul log"}
    [known] = folds.values()
    before = [piece for _, piece in known]
    assert [hit for piece in find_slowly(case.rows, case.text, query, folds) for hit in piece] == hits
    assert all(piece is former for (_, piece), former in zip(known, before, strict=True))


# -- in what was written ---------------------------------------------------------------------------------------------


def test_notes_links_evidence_questions_and_the_case_are_looked_through(case: Workbench) -> None:
    a2, b1 = (case.sentence_at_address(one).id for one in ("A2", "B1"))
    case.judge([a2], note_of("the pilots’ log"))
    case.advise([b1], Advice.CORRECT, "say “log book”")
    case.add_evidence(
        [a2], EvidenceDraft(citation="Harbour log, page 3", quotation="closed (log)", stance=Stance.CONTEXT)
    )
    case.link(a2, b1, Relation.CONTRADICTS, note="see the log")
    case.edit_case(question="What does the log say?")
    hits = look_in(case, "LOG", scope=Scope.NOTES)
    assert [(hit.where, hit.field) for hit in hits] == [
        ("note", "note"), ("note", "wording"), ("link", "note"), ("evidence", "citation"),
        ("evidence", "quotation"), ("case", "question"),
    ]  # fmt: skip
    place = hits[0].place
    assert [hit.place == place for hit in hits] == [True, False, True, True, True, False]
    assert hits[5].place == ""
    assert all(hit.excerpt[hit.excerpt_start : hit.excerpt_end].casefold() == "log" for hit in hits)
    assert look_in(case, "log", scope=Scope.ARTICLES) == ()


def note_of(text: str) -> Judgement:
    return Judgement(label=Label.UNCONFIRMED, note=text)


def test_a_hit_in_a_note_is_where_it_is_in_that_note(case: Workbench) -> None:
    case.note([case.sentence_at_address("A3").id], "first line\n\U0001f6a2 second\u00a0Line")
    [first, second] = look_in(case, "line", scope=Scope.NOTES)
    assert (first.start, first.end) == (6, 10)
    assert (second.start, second.end) == (20, 24)
    assert second.excerpt == "\U0001f6a2 second\u00a0Line"


# -- expressions -----------------------------------------------------------------------------------------------------


def test_expressions_are_looked_up_in_the_text_as_it_is(spans: Callable[..., list[tuple[int, int]]]) -> None:
    assert spans("4 May, 14 May", r"\b\d+ May", regular=True) == [(0, 5), (7, 13)]
    assert spans("one\ntwo\nthree", "^t", regular=True) == [(4, 5), (8, 9)]
    assert spans("one\ntwo", r"e\st", regular=True) == []
    assert spans("“x”", '"x"', regular=True) == []
    assert spans("ab AB", "ab", regular=True, match_case=True) == [(0, 2)]
    assert spans("port report", "port", regular=True, whole_words=True) == [(0, 4)]


def test_what_matches_nothing_is_no_hit(spans: Callable[..., list[tuple[int, int]]]) -> None:
    assert spans("baab", "a*", regular=True) == [(1, 3)]
    assert spans("baab", "^|$|(?=a)", regular=True) == []


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("(a", "at 1 is not closed"),
        ("see [a", "“[” at 5 is not closed"),
        ("a)", "at 2 closes nothing"),
        ("*a", "Nothing stands before “*” at 1"),
        ("a**", "repeats what is repeated"),
        ("[z-a]", "backwards"),
        (r"\q", r"“\q” at 1 means nothing"),
        ("(?<=a*)b", "look-behind"),
        ("(?L)x", "cannot be understood at 4"),
        ("a{99999999999999}", "too much"),
    ],
)
def test_a_bad_expression_is_explained(words: str, part: str) -> None:
    assert part in told(words)


def test_a_warning_of_the_expressions_own_module_stays_away() -> None:
    assert compiled("[[a]", match_case=True).search("[")


def test_an_expression_is_looked_up_in_the_child_and_given_up_when_it_takes_for_ever(case: Workbench) -> None:
    query = Query(r"qu\w+", Scope.ARTICLES, regular=True)
    worker = Worker()
    try:
        hits = find(case.rows, case.text, query, lambda texts, asked: matches_in(worker, texts, asked))
        assert hits == find(case.rows, case.text, query)
        assert len(hits) == 4
        with pytest.raises(StepError) as caught:
            matches_in(worker, ("a" * 40 + "b",), Query("(a+)+c", regular=True))
        assert caught.value.code == "find-too-slow"
        assert "2 seconds" in word(caught.value.code, caught.value.where, caught.value.values)
        again = matches_in(worker, ("the quay",), query)
        assert again == ((0, 4, 8),)
    finally:
        worker.close()


# -- for every text --------------------------------------------------------------------------------------------------

LETTERS = st.sampled_from([*"aàAbBsSi ßẞİIı-'\n", "é", "e\u0301", "\u0301", "\u0323", "\u00ad", "\u200f", "\u00a0", "’",
                           "—", "\U0001f6a2", "가", "\u1161", "ﬁ", "f", "ש", "ǰ"])  # fmt: skip
TEXTS = st.lists(LETTERS, max_size=30).map("".join)
WORDS = st.lists(LETTERS, min_size=1, max_size=4).map("".join).map(lambda words: words.replace("\n", " "))


def units_of(text: str) -> list[tuple[int, int]]:
    """Letters with the marks and invisible characters that belong to them, one by one."""
    found: list[tuple[int, int]] = []
    for place, letter in enumerate(text):
        belongs = letter in IGNORED or is_mark(letter)
        if belongs and place and text[place - 1] != "\n":
            start, _ = found.pop()
            found.append((start, place + 1))
        else:
            found.append((place, place + 1))
    return found


def naive(text: str, words: str) -> list[tuple[int, int]]:
    """Every stretch of whole letters that folds to what the words fold to, without overlap, from the left."""
    wanted = fold(words).text
    units, found, index = units_of(text), [], 0
    while wanted and index < len(units):
        hit = next(
            (end for end in range(index, len(units)) if folds_to(text, units[index : end + 1], wanted)), None
        )
        if hit is None or fold(text[slice(*units[index])]).text == "":
            index += 1
        else:
            found.append((units[index][0], units[hit][1]))
            index = hit + 1
    return found


def folds_to(text: str, units: list[tuple[int, int]], wanted: str) -> bool:
    return "".join(fold(text[start:end]).text for start, end in units) == wanted


def found_in(text: str, words: str, **how: bool) -> list[tuple[int, int]]:
    wanted = fold(words).text
    if not wanted:
        return []
    return list(spans_in(text, 0, fold(text), wanted, whole_words=how.get("whole_words", False)))


@given(TEXTS, WORDS)
def test_every_hit_a_naive_search_finds_is_found_and_no_other(text: str, words: str) -> None:
    hidden = "".join(IGNORED)
    bare = [(start, start + len(text[start:end].rstrip(hidden))) for start, end in naive(text, words)]
    assert found_in(text, words) == bare


@given(TEXTS, st.data())
def test_words_taken_from_a_text_are_found_where_they_were_taken(text: str, data: st.DataObject) -> None:
    units = [unit for unit in units_of(text) if "\n" not in text[slice(*unit)]]
    if not units:
        return
    start, end = data.draw(st.sampled_from(units))
    words = text[start:end]
    hits = found_in(text, words)
    if fold(words).text:
        assert any(one <= start < beyond for one, beyond in hits)
    for one, beyond in hits:
        assert fold(text[one:beyond]).text == fold(words).text


@given(TEXTS, st.booleans())
def test_folding_twice_is_folding_once_and_every_place_leads_back(text: str, match_case: bool) -> None:
    folded = fold(text, match_case=match_case)
    assert fold(folded.text, match_case=match_case).text == folded.text
    starts = [folded.start_of(place) for place in range(len(folded.text))]
    known = [start for start in starts if start is not None]
    assert known == sorted(known)
    for place, start in enumerate(starts):
        end = folded.end_of(place + 1)
        if start is not None and end is not None:
            assert fold(text[start:end], match_case=match_case).text == folded.text[place]


@given(TEXTS, WORDS)
def test_whole_words_are_those_hits_that_stand_alone(text: str, words: str) -> None:
    for start, end in found_in(text, words, whole_words=True):
        folded = fold(text[start:end]).text
        before = fold(text[:start]).text[-1:]
        after = fold(text[end:].lstrip("".join(IGNORED))).text[:1]
        assert not (before and is_word(before) and is_word(folded[0]))
        assert not (after and is_word(after) and is_word(folded[-1]))


def test_folding_keeps_what_is_alike_apart_from_what_is_not() -> None:
    assert fold("e\u0301").text == fold("É").text == "é"
    assert fold("½").text == "½"
    assert fold("ｅ").text == "ｅ"
    assert unicodedata.normalize("NFKC", "ｅ") == "e"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("a", "a" * 50 + "b"),
        ("ß", "s" * 51),
        ("a", "a" * 50),
        ("\u00ad", "a"),
        ("\u0301", "a"),
        ("é", "é"),
        ("a ", "a a b"),
        ("ß\u00ad", "s"),
    ],
)
@pytest.mark.parametrize("whole_words", [False, True])
def test_finding_takes_time_in_proportion_to_the_text(unit: str, words: str, whole_words: bool) -> None:
    assert stays_linear(lambda length: found_in(unit * length, words, whole_words=whole_words), 3000)


def test_matches_are_found_line_by_line_without_running_over() -> None:
    assert list(matches(("ab\nab", "ab"), Query("b$|a", regular=True, match_case=True))) == [
        (0, 0, 1), (0, 1, 2), (0, 3, 4), (0, 4, 5), (1, 0, 1), (1, 1, 2),
    ]  # fmt: skip
    assert re.MULTILINE & compiled("a", match_case=True).flags
