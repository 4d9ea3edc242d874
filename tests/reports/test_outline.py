"""The outline is pure data: what a report says, tested without Word."""

from __future__ import annotations

import pytest
from tests.reports.cases import Case, harbour_case
from tests.reports.large import large_snapshot

from verifier.domain import queries
from verifier.domain.articles import Sentence
from verifier.domain.errors import ReportError
from verifier.domain.judgements import Mark
from verifier.domain.kinds import Label
from verifier.domain.steps import Step
from verifier.reports import ReportOptions, build_outline
from verifier.reports.parts import Grid, Outline, Phrase, Row, Section, Tone
from verifier.reports.places import Places
from verifier.reports.summary import SETTLE_LIMIT
from verifier.reports.tables import ROWS_A_TABLE


def outline_of(case: Case, **options: object) -> Outline:
    return build_outline(case.snapshot(), ReportOptions(**options))  # type: ignore[arg-type]


def said(phrase: Phrase) -> str:
    return "".join(piece.text for piece in phrase)


def cells(row: Row) -> list[str]:
    return ["\n".join(said(phrase) for phrase in cell) for cell in row.cells]


def rows(section: Section) -> list[list[str]]:
    return [cells(row) for inner in section.walk() for grid in inner.grids for row in grid.rows]


def everything(outline: Outline) -> str:
    return repr(outline)


class TestCover:
    def test_names_title_question_finding_people_and_time_in_the_zone_asked_for(self) -> None:
        cover = outline_of(harbour_case(), zone="Europe/Berlin").cover
        assert cover.title == "The harbour case"
        assert cover.question_line.startswith("Question checked: Are the commentary’s")
        assert cover.finding == ("The closure is borne out.", "The number of stranded people is not.")
        assert (cover.status, cover.version, cover.reviewer) == ("draft", "1", "reviewer not named")
        assert cover.checkers == "Ada Berg (AB)"
        assert cover.when == "21 November 2026, 14:02 (UTC+1)"

    @pytest.mark.parametrize(
        ("time", "zone", "shown"),
        [
            ("2026-01-02T03:04", "UTC", "2 January 2026, 03:04 (UTC)"),
            ("2026-07-02T03:04+02:00", "America/St_Johns", "1 July 2026, 22:34 (UTC−2:30)"),
            ("2026-12-31T23:30:00Z", "Asia/Kathmandu", "1 January 2027, 05:15 (UTC+5:45)"),
        ],
    )
    def test_tells_the_time_asked_for_in_any_zone(self, time: str, zone: str, shown: str) -> None:
        assert outline_of(harbour_case(), time=time, zone=zone).cover.when == shown

    def test_says_what_verified_means_and_names_the_reviewer(self) -> None:
        case = Case()
        case.details(reviewer="R. Voss")
        cover = outline_of(case).cover
        assert "does not mean “true”" in cover.legend_sentence
        assert [sign.words for sign in cover.legend][:2] == ["✓ verified", "≠ disputed"]
        assert cover.reviewer == "R. Voss"
        assert "reviewed by R. Voss" in cover.line

    def test_an_empty_case_is_named_after_its_file_and_every_part_says_that_it_is_empty(self) -> None:
        outline = outline_of(Case())
        assert outline.cover.title == "ferry"
        assert outline.cover.finding == ("No finding has been written yet.",)
        assert outline.cover.question == "not written down yet"
        for section in (
            outline.section("conflicts"),
            outline.section("sources"),
            outline.section("evidence"),
            outline.section("custody"),
            outline.section("warnings"),
        ):
            assert section.lead, section.name
            assert not rows(section), section.name
        assert outline.summary.settle.lead
        assert outline.summary.open.lead
        assert said(outline.annotated.lead[0]) == "The case holds no articles yet."
        for name in ("claims.disputed", "claims.unconfirmed", "claims.verified"):
            assert outline.section("claims").find(name).lead


class TestSummary:
    def test_settles_hard_conflicts_first_with_the_labels_and_the_wording_asked_for(self) -> None:
        first, second = rows(outline_of(harbour_case()).summary.settle)
        assert first[0] == "A3 ↔ B2"
        assert "≠ disputed, partly" in first[1]
        assert "contradicts: status, cause · hard" in first[1]
        assert first[2] == "Ask the writer.\nSuggested: “has threatened penalties against the operator”"
        assert second[0] == "A8"
        assert second[1].endswith("\n≠ disputed (no basis named)")
        assert second[2] == "Name a basis, or change the label."

    def test_tells_where_a_quoted_part_begins_or_ends_inside_its_sentence(self) -> None:
        case = Case()
        case.article("A", [("body", ["It rained all night. ", "It poured."])])
        for part in ("A1:It rained", "A1:all", "A1:night.", "A2"):
            case.mark(part, "verified")
        told = [row[1].splitlines()[0] for row in rows(outline_of(case).summary.settle)]
        assert sorted(told) == sorted(["“It rained …”", "“… all …”", "“… night.”", "“It poured.”"])

    def test_names_advice_of_both_ends_by_their_places(self) -> None:
        case = harbour_case()
        case.mark("B2", "disputed", advice="attribute")
        told = rows(outline_of(case).summary.settle)[0][2]
        assert told.splitlines() == [
            "A3 Ask the writer.",
            "Suggested: “has threatened penalties against the operator”",
            "B2 Attribute it.",
        ]

    def test_refuted_contradicted_and_to_do_marks_are_to_be_settled(self) -> None:
        case = harbour_case()
        case.mark("A1", "disputed", modifiers=("refuted",))
        case.mark("B2", "verified")
        case.mark("B4", None, advice="cut", note="Not said.")
        told = {row[0]: row[1:] for row in rows(outline_of(case).summary.settle)}
        assert "refuted" in told["A1"][0]
        assert told["A1"][1] == "Correct it or cut it."
        assert "an open link contradicts it" in told["B2"][0]
        assert told["B4"] == ["‘“We had no warning”, the mayor said on Tuesday.’\nNot said.", "Cut it."]

    def test_open_items_name_other_differences_and_unchecked_sentences(self) -> None:
        lines = [said(line) for line in outline_of(harbour_case()).summary.open.lead]
        assert lines == [
            "A5 ↔ B3 in tension with: both may be true (number · tension)",
            "A · The Quay Courier: 1 sentence is not checked yet.",
            "B · Strait Daily: 3 sentences are not checked yet.",
        ]

    def test_counts_each_sentence_once_as_bar_and_as_table_and_without_percentages(self) -> None:
        summary = outline_of(harbour_case()).summary
        counted = {share.label: share.count for share in summary.bars[0].shares}
        assert counted == {
            "verified": 2, "disputed": 2, "opinion": 1, "unconfirmed": 1, "no-claim": 1, "mixed": 0, "": 1,
        }  # fmt: skip
        assert cells(summary.counts.rows[0]) == ["A · The Quay Courier", "2", "2", "1", "1", "1", "1", "8"]
        assert "not how reliable a source is" in summary.counts.caption
        assert summary.bars[0].spoken.endswith(
            "2 verified, 2 disputed, 1 opinion, 1 unconfirmed, 1 no claim, 1 not checked"
        )
        assert "%" not in everything(outline_of(harbour_case()))

    def test_counts_a_sentence_wholly_covered_by_unlike_passages_as_mixed(self) -> None:
        case = Case()
        case.article("A", [("body", ["One half and the other."])])
        case.mark("A1:One half ", "opinion")
        case.mark("A1:and the other.", "unconfirmed")
        outline = outline_of(case)
        assert "Mixed" in outline.summary.counts.heads
        assert outline.annotated.articles[0].paragraphs[0].sentences[0].tag == "± mixed"

    def test_a_long_list_is_cut_in_the_summary_and_whole_in_the_warnings(self) -> None:
        case = Case()
        count = SETTLE_LIMIT + 7
        case.article("A", [("body", [f"Sentence {number}. " for number in range(count)])])
        for number in range(1, count + 1):
            case.mark(f"A{number}", "verified")
        outline = outline_of(case)
        assert len(rows(outline.summary.settle)) == SETTLE_LIMIT
        assert "7 more places" in said(outline.summary.settle.lead[0])
        line = said(outline.section("warnings").lead[0])
        assert line.startswith(f"Verified or disputed without a basis ({count}): A1, A2")
        assert line.endswith(f"A{count}")

    def test_many_open_differences_are_cut_in_the_summary_too(self) -> None:
        case = Case()
        case.article("A", [("body", [f"Sentence {number}. " for number in range(25)])])
        case.article("B", [("body", [f"Sentence {number}. " for number in range(25)])])
        for number in range(1, 25):
            case.link(f"A{number}", f"B{number}", "contradicts", severity="minor")
        lines = [said(line) for line in outline_of(case).summary.open.lead]
        assert "More open differences are named in the list of warnings." in lines
        assert lines[0] == "A1 ↔ B1 contradicts (minor)"

    def test_a_case_with_nothing_open_says_so(self) -> None:
        case = Case()
        case.article("A", [("body", ["Who knows?"])])
        case.mark("A1", "no-claim")
        outline = outline_of(case)
        assert said(outline.summary.open.lead[0]).startswith("Nothing else is open")
        assert said(outline.section("warnings").lead[0]) == "There is nothing to warn of."


class TestConflicts:
    def test_stand_gravest_first_with_relation_and_outcome_in_words(self) -> None:
        section = outline_of(harbour_case()).section("conflicts")
        found = [row[1] for row in rows(section.find("differences"))]
        assert found == ["contradicts\nhard", "in tension with: both may be true", "quoted differently"]
        assert rows(section.find("differences"))[2][3].endswith("Outcome: compatible.")
        assert rows(section.find("agreements"))[0][1] == "corroborates"

    def test_mark_the_words_that_differ(self) -> None:
        case = Case()
        case.article("A", [("body", ["The council approved the plan on Monday."])])
        case.article("B", [("body", ["The council rejected the plan on Monday."])])
        case.link("A1", "B1", "contradicts")
        row = outline_of(case).section("conflicts").find("differences").grids[0].rows[0]
        marked = [
            piece.text
            for cell in row.cells
            for phrase in cell
            for piece in phrase
            if piece.tone is Tone.DIFFERS
        ]
        assert marked == ["approved", "rejected"]
        assert cells(row)[0] == "A1 The council approved the plan on Monday."

    def test_mark_in_a_lower_voice_where_most_words_differ_and_say_so(self) -> None:
        case = Case()
        case.article("A", [("body", ["Nobody came."])])
        case.article("B", [("body", ["Thousands filled every street."])])
        case.link("A1", "B1", "contradicts")
        section = outline_of(case).section("conflicts")
        assert "most of the words differ" in rows(section)[0][3]
        cell = section.find("differences").grids[0].rows[0].cells[0]
        assert any(piece.tone is Tone.DIFFERS_MUCH for phrase in cell for piece in phrase)

    @pytest.mark.parametrize(
        ("relation", "more", "words"),
        [
            ("contradicts", {"severity": "framing"}, "frames differently"),
            ("corroborates", {"severity": "minor"}, "corroborates\nminor"),
            ("adds-detail", {}, "adds detail to"),
            ("same-quotation", {}, "same quotation"),
        ],
    )
    def test_word_every_relation(self, relation: str, more: dict[str, str], words: str) -> None:
        case = harbour_case()
        case.link("A1", "B4", relation, **more)
        assert words in [row[1] for row in rows(outline_of(case).section("conflicts"))]

    @pytest.mark.parametrize(
        ("relation", "words"),
        [
            ("contradicts", "contradicts itself"),
            ("corroborates", "repeats"),
            ("adds-detail", "adds detail to"),
        ],
    )
    def test_word_a_link_inside_one_article(self, relation: str, words: str) -> None:
        case = harbour_case()
        case.link("A1", "A7", relation)
        assert any(row[1].startswith(words) for row in rows(outline_of(case).section("conflicts")))

    @pytest.mark.parametrize(
        ("ends", "relation", "more", "from_a", "from_b"),
        [
            ("A1 B1", "corroborates", {}, "corroborates B1", "corroborates A1"),
            ("A1 B1", "contradicts", {}, "contradicts B1 (hard)", "contradicts A1 (hard)"),
            ("A1 B1", "same-quotation", {}, "has the same quotation as B1", "has the same quotation as A1"),
            ("A1 B1", "adds-detail", {}, "adds detail to B1", "A1 adds detail to this passage"),
            ("A1 B1", "altered-quotation", {}, "quotes B1 differently", "quoted differently in A1"),
            ("A1 A2", "corroborates", {}, "repeats A2", "repeats A1"),
            (
                "A1 A2",
                "contradicts",
                {},
                "contradicts itself in A2 (hard)",
                "contradicts itself in A1 (hard)",
            ),
            (
                *("A1 B1", "contradicts", {"severity": "tension"}),
                "in tension with B1: both may be true (tension)",
                "in tension with A1: both may be true (tension)",
            ),
            (
                *("A1 B1", "contradicts", {"severity": "framing"}),
                "framed differently in B1 (framing)",
                "framed differently in A1 (framing)",
            ),
        ],
    )
    def test_read_well_from_either_end(
        self, ends: str, relation: str, more: dict[str, str], from_a: str, from_b: str
    ) -> None:
        case = Case()
        case.article("A", [("body", ["It rained. ", "It poured."])])
        case.article("B", [("body", ["The sun shone."])])
        first, second = ends.split()
        case.link(first, second, relation, **more)
        for end in (first, second):
            case.mark(end, "unconfirmed")
        found = {row[0]: row[2] for row in rows(outline_of(case).section("claims"))}
        assert (found[first], found[second]) == (from_a, from_b)

    def test_head_the_last_column_of_agreements_with_note_since_nothing_differs(self) -> None:
        section = outline_of(harbour_case()).section("conflicts")
        assert section.find("differences").grids[0].heads[-1] == "What differs"
        assert section.find("agreements").grids[0].heads[-1] == "Note"

    def test_say_when_linked_passages_do_not_differ(self) -> None:
        case = Case()
        case.article("A", [("body", ["It rained."])])
        case.article("B", [("body", ["It rained."])])
        case.link("A1", "B1", "corroborates", note="Both saw it.")
        section = outline_of(case).section("conflicts")
        assert said(section.lead[0]).startswith("No differences")
        assert rows(section)[0][3] == "Both saw it."


class TestClaims:
    def test_stand_in_the_order_disputed_unconfirmed_verified(self) -> None:
        claims = outline_of(harbour_case()).section("claims")
        assert [division.heading for division in claims.divisions] == ["Disputed", "Unconfirmed", "Verified"]
        assert [row[0] for row in rows(claims)] == ["A3", "A5", "A8", "A5", "A2", "A6", "B1"]

    def test_name_label_basis_note_and_checker(self) -> None:
        claims = {
            row[0]: row for row in rows(outline_of(harbour_case()).section("claims").find("claims.verified"))
        }
        assert claims["A6"][1].endswith("✓ verified, attribution only · quoted words")
        assert "Ev1 supports: Minutes of the harbour board (primary)" in claims["A6"][2]
        assert "a basis held in confidence" in claims["A6"][2]
        assert claims["B1"][2].splitlines()[0] == "corroborates A2"
        assert claims["B1"][3] == "Minutes read on 20 November.\nAda Berg"

    def test_say_where_no_basis_is_named_and_where_all_goes_back_to_one_origin(self) -> None:
        case = harbour_case()
        case.mark("B2", "verified")
        case.evidence("Letter of the board", "B2", origin="The board")
        case.evidence("Post of the board", "B2", origin="the board")
        claims = {row[0]: row for row in rows(outline_of(case).section("claims"))}
        assert claims["A8"][2] == "none named"
        assert "(one origin)" in claims["B2"][1]
        assert claims["B2"][2].splitlines()[-1] == "one origin: The board"
        warned = [said(line) for line in outline_of(case).section("warnings").lead]
        assert "Verified on evidence of one origin alone (1): B2" in warned

    def test_read_directed_links_from_either_end(self) -> None:
        case = harbour_case()
        case.mark("B4", "unconfirmed")
        case.mark("A1", "unconfirmed")
        case.link("A1", "B4", "adds-detail")
        claims = {row[0]: row for row in rows(outline_of(case).section("claims"))}
        assert claims["A1"][2] == "adds detail to B4"
        assert claims["B4"][2] == "A1 adds detail to this passage"

    def test_have_anchors_the_annotated_articles_lead_to(self) -> None:
        outline = outline_of(harbour_case())
        anchors = {
            row.anchor
            for division in outline.section("claims").divisions
            for grid in division.grids
            for row in grid.rows
        }
        led_to = {
            sentence.claim
            for article in outline.annotated.articles
            for paragraph in article.paragraphs
            for sentence in paragraph.sentences
            if sentence.claim
        }
        assert led_to
        assert led_to <= anchors

    def test_come_in_tables_of_bounded_length(self) -> None:
        claims = build_outline(large_snapshot(1_000), ReportOptions()).section("claims")
        sizes = [len(grid.rows) for division in claims.divisions for grid in division.grids]
        assert sum(sizes) == 600
        assert max(sizes) == ROWS_A_TABLE


class TestSources:
    def test_say_what_is_not_stated_and_what_nobody_confirmed(self) -> None:
        first, second = rows(outline_of(harbour_case()).section("sources"))
        assert "As printed: 3 March" in first[2]
        assert "As understood: unconfirmed" in first[2]
        assert second[1].splitlines()[1] == "Title: not stated in the source"
        assert "Address: not stated in the source" in second[1]

    def test_name_evidence_as_no_sentence_of_any_article_is_named(self) -> None:
        case = Case()
        for letter in "ABCDE":
            case.article(letter, [("body", ["It rained."])])
        case.evidence("Minutes", "E1")
        outline = outline_of(case)
        [row] = outline.section("evidence").grids[0].rows
        assert [cells(row)[0], cells(row)[-1]] == ["Ev1", "E1"]
        [sentence] = outline.annotated.articles[4].paragraphs[0].sentences
        assert (sentence.address, said(sentence.refs)) == ("E1", "Ev1")

    def test_make_only_plain_web_addresses_live(self) -> None:
        urls = [
            "https://example.org/x",
            "javascript:alert(1)",
            "file:///etc/hosts",
            "\\\\host\\share",
            "http://a b",
        ]
        case = Case()
        case.article("A", [("body", ["Words."])])
        for url in urls:
            case.evidence(f"See {url}", "A1", url=url)
        outline = outline_of(case)
        live = [
            piece.url
            for grid in outline.section("evidence").grids
            for row in grid.rows
            for cell in row.cells
            for phrase in cell
            for piece in phrase
            if piece.url
        ]
        assert live == ["https://example.org/x"]
        shown = "".join(cell for row in rows(outline.section("evidence")) for cell in row)
        assert all(url in shown for url in urls)


class TestAnnotatedArticles:
    def test_hold_the_whole_account_character_for_character(self) -> None:
        case = harbour_case()
        outline = outline_of(case)
        snapshot = case.snapshot()
        for article, shown in zip(snapshot.rows.articles(), outline.annotated.articles, strict=True):
            text = queries.text_of(snapshot, article)
            for sentence in queries.account(snapshot.rows, article):
                words = text[sentence.start : sentence.end]
                found = [
                    part.before + part.text + part.after
                    for paragraph in shown.paragraphs
                    for part in paragraph.sentences
                    if part.address == queries.address_of(snapshot.rows, sentence)
                ]
                assert found == [words]

    def test_cut_a_sentence_where_passages_begin_and_end_and_tell_each_label(self) -> None:
        outline = outline_of(harbour_case())
        sentence = next(
            part
            for paragraph in outline.annotated.articles[0].paragraphs
            for part in paragraph.sentences
            if part.address == "A5"
        )
        assert sentence.tag == "? unconfirmed"
        assert [(part.text, part.label) for part in sentence.stretches] == [
            ("Four hundred people", "disputed"),
            (" were stranded overnight.", "unconfirmed"),
        ]
        (tag,) = sentence.stretches[0].tags
        assert (tag.words, said(tag.refs)) == ("≠ disputed", "B3")
        assert sentence.stretches[0].opens == sentence.stretches[0].closes != ()

    def test_nested_passages_show_the_innermost_label_and_close_inside_out(self) -> None:
        case = Case()
        case.article("A", [("body", ["One two three four. ", "Five six."])])
        case.mark("A1:One two three", "unconfirmed", note="outer")
        case.mark("A1:two three", "opinion", note="inner")
        case.span("version-A", 14, 24)
        across = case.span("version-A", 14, 24)
        case.evidence("Across both", "A2")
        mark = case.mark("A2", "no-claim", note="second")
        assert mark.passage_id != across.id
        sentence = outline_of(case).annotated.articles[0].paragraphs[0].sentences[0]
        assert [(part.text, part.label) for part in sentence.stretches] == [
            ("One ", "unconfirmed"), ("two three", "opinion"), (" four.", ""),
        ]  # fmt: skip
        assert [tag.words for tag in sentence.stretches[1].tags] == ["◇ opinion", "? unconfirmed"]
        assert sentence.stretches[1].closes == (1, 0)

    def test_a_passage_over_two_sentences_opens_in_one_and_closes_in_the_other(self) -> None:
        case = Case()
        case.article("A", [("body", ["One two. ", "Three four."])])
        span = case.span("version-A", 4, 14)
        case.put(Mark("m", span.id, Label.OPINION, "Ada Berg", "2026-11-20T09:41:07+00:00", note="Both."))
        first, second = outline_of(case).annotated.articles[0].paragraphs[0].sentences
        assert [part.opens for part in first.stretches] == [(), (0,)]
        assert [part.closes for part in second.stretches] == [(0,), ()]
        assert second.stretches[0].tags[0].words == "◇ opinion"
        assert first.stretches[1].tags == ()

    def test_a_marked_sentence_of_a_paragraph_set_aside_is_shown_in_place(self) -> None:
        case = harbour_case()
        caption = next(row for row in case.rows.all(Sentence) if row.paragraph_id == "version-A-p5")
        span = case.span("version-A", caption.start, caption.end)
        case.put(Mark("m", span.id, Label.OPINION, "Ada Berg", "2026-11-20T09:41:07+00:00"))
        shown = outline_of(case).annotated.articles[0].paragraphs
        assert [part.aside for part in shown if part.aside] == ["caption"]
        assert "byline" not in [part.kind for part in shown]

    def test_notes_become_comments_with_initials_and_the_time_of_the_mark(self) -> None:
        comments = outline_of(harbour_case()).annotated.comments
        assert [comment.number for comment in comments] == list(range(len(comments)))
        first = comments[0]
        assert (first.author, first.initials) == ("Ada Berg", "AB")
        assert first.time == "2026-11-20T09:41:07.250+00:00"
        assert first.lines == ("Announced, or threatened?", "Ask.")

    def test_an_article_without_sentences_says_so(self) -> None:
        case = Case()
        case.article("A", [("caption", ["Only a caption."])])
        assert outline_of(case).annotated.articles[0].remark == "The account holds no sentences."


class TestWhatStaysInside:
    def test_internal_notes_and_confidential_evidence_are_nowhere(self) -> None:
        case = harbour_case()
        case.link("A1", "B1", "adds-detail", note="SECRETLINK", reach="internal")
        assert "SECRET" not in everything(outline_of(case))

    def test_an_internal_copy_holds_them_and_is_stamped(self) -> None:
        case = harbour_case()
        case.link("A1", "B1", "adds-detail", note="SECRETLINK", reach="internal")
        outline = outline_of(case, internal_copy=True)
        for secret in ("SECRETREMARK", "SECRETWITNESS", "SECRETLINK"):
            assert secret in everything(outline)
        assert outline.running.stamp.startswith("INTERNAL COPY")
        assert any(comment.lines[0].startswith("Internal note:") for comment in outline.annotated.comments)

    def test_the_origin_of_confidential_evidence_is_not_named(self) -> None:
        case = harbour_case()
        case.mark("B2", "verified")
        case.evidence("Told to us", "B2", origin="SECRETORIGIN", confidential=True)
        assert "SECRETORIGIN" not in everything(outline_of(case))
        assert "(one origin)" in {row[0]: row for row in rows(outline_of(case).section("claims"))}["B2"][1]


class TestAppendices:
    def test_custody_holds_hashes_size_reader_warnings_and_what_was_set_aside(self) -> None:
        case = harbour_case()
        first = {row[0]: row[1] for row in rows(outline_of(case).section("custody").find("custody.A"))}
        assert first["File name"] == "a.txt"
        assert first["Size"].endswith(" bytes")
        assert len(first["SHA-256, original"]) == len(first["SHA-256, text read"]) == 64
        assert first["Retrieved"] == "read from a file, 19 November 2026, 08:00 (UTC)"
        assert first["Warnings"] == "none"
        assert first["Set aside"] == "byline: By Nora Quist\ncaption: The pier at dusk."
        second = {row[0]: row[1] for row in rows(outline_of(case).section("custody").find("custody.B"))}
        assert second["Warnings"] == "b.txt: some-notice"
        assert second["Set aside"] == "nothing"

    def test_custody_lists_the_characters_shown_as_tokens(self) -> None:
        case = Case()
        case.article("A", [("body", ["A\x00b\x00c \u202edrow."])])
        facts = {row[0]: row[1] for row in rows(outline_of(case).section("custody"))}
        assert facts["Characters shown as tokens"].startswith("‹U+0000› (2 times), ‹U+202E› (1 time)")

    def test_the_method_explains_every_label_modifier_and_relation(self) -> None:
        method = outline_of(harbour_case()).section("method")
        assert len(rows(method.find("method.labels"))) == 6
        assert len(rows(method.find("method.modifiers"))) == 5
        assert len(rows(method.find("method.relations"))) == 5

    def test_the_method_names_the_state_of_the_case(self) -> None:
        step = Step(
            "s", 41, "c", "Ada Berg", "2026-11-20T10:00:00.000+00:00", 1, "mark", (), None, None, "", "f" * 64
        )
        outline = build_outline(harbour_case().snapshot(steps=(step,)), ReportOptions())
        made = {row[0]: row[1] for row in rows(outline.section("method").find("method.making"))}
        assert made["State of the case"] == "step 41, 20 November 2026, 10:00 (UTC)\n" + "f" * 64

    def test_a_section_is_found_by_name_or_not_at_all(self) -> None:
        with pytest.raises(KeyError):
            outline_of(Case()).section("method").find("nothing")


class TestRefusals:
    @pytest.mark.parametrize(
        ("options", "code"),
        [
            (ReportOptions(template="brochure"), "unknown-template"),
            (ReportOptions(paper="a0"), "unknown-paper"),
            (ReportOptions(zone="Europe/Atlantis"), "bad-zone"),
            (ReportOptions(zone="../etc"), "bad-zone"),
            (ReportOptions(zone="Europe"), "bad-zone"),
            (ReportOptions(zone=""), "bad-zone"),
            (ReportOptions(time="yesterday"), "bad-time"),
            (ReportOptions(time="0001-01-01T00:00+14:00"), "bad-time"),
        ],
    )
    def test_options_that_cannot_be_met_are_refused_with_a_code(
        self, options: ReportOptions, code: str
    ) -> None:
        with pytest.raises(ReportError) as refusal:
            build_outline(Case().snapshot(), options)
        assert refusal.value.code == code

    def test_an_unknown_template_is_told_what_there_is(self) -> None:
        with pytest.raises(ReportError) as refusal:
            build_outline(Case().snapshot(), ReportOptions(template="brochure"))
        assert refusal.value.values["known"] == "dossier, memo, annotated"


def test_places_count_sentences_as_the_domain_does() -> None:
    case = harbour_case()
    case.mark("A1:washes its hands", "opinion")
    case.mark("B4", None, note="Only a note.")
    case.mark("B4:“We had no warning”, the mayor ", "verified")
    case.mark("B4:said on Tuesday.", "verified")
    snapshot = case.snapshot()
    places = Places(snapshot, internal=False)
    labels = {}
    for article in snapshot.rows.articles():
        for sentence in queries.account(snapshot.rows, article):
            labels[queries.address_of(snapshot.rows, sentence)] = places.label_of(sentence)
            assert places.label_of(sentence) == queries.label_of(snapshot.rows, sentence)
    assert labels["A1"] is None
    assert labels["B4"] == "verified"


def test_a_grid_without_heads_is_a_list_of_facts() -> None:
    grids = outline_of(harbour_case()).section("custody").divisions[0].grids
    assert [type(grid) for grid in grids] == [Grid]
    assert grids[0].heads == ()
