"""What single things in a Word document come to, and what is refused."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.readers.drafts import account, home, set_apart, told
from tests.readers.offices import ACCOUNT, KINDS, converted
from tests.readers.word_files import SPACES, changed, deleted, docx, element, p, r, style, table
from tests.readers.zips import zipped

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, ParagraphKind, Role
from verifier.i18n.messages import word
from verifier.readers import find_form, read

FOLDER = Path(os.environ.get("VERIFIER_REAL_ARTICLES", Path(__file__).parents[3] / "shared" / "articles"))

GONE_END = '<w:rPr><w:del w:id="1" w:author="AB"/></w:rPr>'


def opened(data: bytes) -> ArticleDraft:
    return read(Source("attachment.docx", data))


def texts(*body: str, **more: object) -> list[str]:
    return [text for _, _, text in told(opened(docx("".join(body), **more)))]  # type: ignore[arg-type]


def refusal(data: bytes, name: str = "attachment.docx") -> str:
    with pytest.raises(ReadError) as caught:
        read(Source(name, data))
    message = word(caught.value.code, caught.value.where, caught.value.values)
    assert name in message
    assert "{" not in message
    return caught.value.code


def test_paragraphs_whose_ends_were_deleted_are_one() -> None:
    found = texts(
        p("One ", more=GONE_END),
        p(deleted("gone"), more=GONE_END),
        p("two ", more=GONE_END),
        p("three."),
        p("Four."),
    )
    assert found == ["One two three.", "gone", "Four."]


def test_a_paragraph_that_was_deleted_whole_leaves_nothing_live() -> None:
    draft = opened(docx(p("Before.") + p(deleted("It was a lie."), more=GONE_END) + p("After.")))
    assert account(draft) == ["Before.", "After."]
    assert told(draft)[1] == ("aside", "deleted", "It was a lie.")


def test_a_deleted_end_at_the_end_of_a_cell_joins_nothing_outside_it() -> None:
    found = texts(table((p("a", more=GONE_END), "b"), ("c", "d")), p("After.", more=GONE_END))
    assert found == ["a\tb", "c\td", "After."]


def test_words_inserted_and_then_deleted_are_deleted() -> None:
    draft = opened(docx(p("It was ", changed("ins", deleted("never ")), "so.")))
    assert account(draft) == ["It was so."]
    assert home(draft, "never").role is Role.DELETED


def test_words_deleted_where_they_were_moved_from_are_deleted() -> None:
    draft = opened(docx(p("It is. ", changed("moveFrom", r("Moved. "), deleted("Dropped.")))))
    assert account(draft) == ["It is."]
    assert (home(draft, "Moved.").role, home(draft, "Dropped.").role) == (Role.MOVED_AWAY, Role.DELETED)


def test_deleted_text_is_never_live_even_outside_its_element() -> None:
    draft = opened(docx(p("It was ", "<w:r><w:delText>not </w:delText></w:r>", "so.")))
    assert account(draft) == ["It was so."]


def test_a_deleted_text_box_is_deleted_with_all_its_words() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Boxed words.')}</w:txbxContent></v:textbox></w:pict></w:r>"
    draft = opened(docx(p("Live. ", f"<w:del w:id='1'>{box}</w:del>")))
    assert account(draft) == ["Live."]
    assert home(draft, "Boxed words.").role is Role.DELETED


def test_a_note_whose_sign_was_deleted_is_deleted() -> None:
    notes = element(
        "w:footnotes",
        f'<w:footnote w:id="5">{p("First.")}</w:footnote><w:footnote w:id="6">{p("Second.")}</w:footnote>'
        f'<w:footnote w:id="7">{p("Third.")}</w:footnote>',
    )
    gone = '<w:del w:id="1"><w:r><w:footnoteReference w:id="5"/></w:r></w:del>'
    live = '<w:r><w:footnoteReference w:id="6"/></w:r>'
    data = docx(p("Words", gone, live, "."), {"footnotes.xml": notes}, (("f", "footnotes", "footnotes.xml"),))
    draft = opened(data)
    assert draft.text.startswith("Words1.")
    assert home(draft, "First.").role is Role.DELETED
    assert home(draft, "Second.").role is Role.FOOTNOTE
    assert home(draft, "Third.").kind is ParagraphKind.ASIDE


def test_a_field_that_never_ends_takes_no_words_away() -> None:
    draft = opened(docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "Still here.") + p("And here.")))
    assert {home(draft, words).role for words in ("Still here.", "And here.")} == {Role.HIDDEN}


def test_fields_inside_fields_show_their_results() -> None:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    inner = begin + "<w:r><w:instrText> REF a </w:instrText></w:r>" + middle + r("inner") + end
    outer = begin + '<w:r><w:instrText> HYPERLINK \\l "place" </w:instrText></w:r>' + middle
    draft = opened(docx(p("See ", outer, r("the "), inner, r(" text"), end, ".")))
    assert account(draft) == ["See the inner text."]
    assert set_apart(draft, InlineKind.LINK) == [("the inner text", "#place")]


def test_a_comment_over_two_paragraphs_stands_after_the_second() -> None:
    comments = element(
        "w:comments", f'<w:comment w:id="1" w:author="AB">{p("Check.")}{p("Both.")}</w:comment>'
    )
    body = p("One ", '<w:commentRangeStart w:id="1"/>', "two.") + p(
        "Three", '<w:commentRangeEnd w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>', " four."
    )
    draft = opened(docx(body, {"comments.xml": comments}, (("c", "comments", "comments.xml"),)))
    assert [text for _, _, text in told(draft)] == ["One two.", "Three four.", "Check.", "Both."]
    assert set_apart(draft, InlineKind.COMMENTED) == [("two.", "1"), ("Three", "1")]


def test_white_space_at_the_ends_counts_only_where_the_file_says_so() -> None:
    assert texts(p("<w:r><w:t> a </w:t></w:r>", '<w:r><w:t xml:space="preserve"> b</w:t></w:r>')) == ["a b"]


def test_a_title_style_is_the_headline_and_a_heading_before_the_text_is_one_without_it() -> None:
    styles = element("w:styles", style("T", "Title") + style("H1", "heading 1") + style("S", "Subtitle"))
    more = {"parts": {"styles.xml": styles}, "targets": (("s", "styles", "styles.xml"),)}
    body = p("A kicker", style="H1") + p("The title", style="T") + p("Words follow here.")
    kinds = [kind for kind, _, _ in told(opened(docx(body, **more)))]  # type: ignore[arg-type]
    assert kinds == ["heading", "headline", "body"]
    body = p("The first heading is it", style="H1") + p("By Jane Roe", style="S") + p("Words follow here.")
    kinds = [kind for kind, _, _ in told(opened(docx(body, **more)))]  # type: ignore[arg-type]
    assert kinds == ["headline", "byline", "body"]


def test_a_caption_and_its_credit_are_two() -> None:
    body = (
        p("The harbour.")
        + p("Boats in dock on Monday. Jane Roe / Reuters")
        + p("Nobody sailed that day, he said.")
    )
    assert ("credit", "", "Jane Roe / Reuters") in told(opened(docx(body)))
    assert ("caption", "", "Boats in dock on Monday.") in told(opened(docx(body)))


def test_a_page_laid_out_by_a_table_is_paragraphs_that_are_less_sure() -> None:
    column = "".join(p(f"Sentence number {number} of the column stands here.") for number in range(4))
    draft = opened(docx(table((column, column.replace("column", "margin")))))
    assert [kind for kind, _, _ in told(draft)] == ["body"] * 8
    assert all(each.confidence < 75 for each in draft.paragraphs)


def test_the_language_is_what_most_letters_are_stated_to_be_in() -> None:
    russian = r("Порт закрыли в понедельник, сообщил совет.", '<w:lang w:val="ru-RU"/>')
    assert opened(docx(p(russian) + p("Short."))).metadata.language == "ru-RU"
    english = "The port of Elmsworth was shut on Monday, as the council of the town said."
    assert opened(docx(p(english) + p(russian))).metadata.language is None


def test_struck_words_are_live_and_the_user_is_told() -> None:
    draft = opened(docx(p("It was ", r("never ", "<w:strike/>"), "shut.")))
    assert account(draft) == ["It was never shut."]
    assert [each.code for each in draft.warnings] == ["written-struck"]


def test_an_unknown_symbol_is_kept_and_the_user_is_told() -> None:
    draft = opened(docx(p("A sign ", '<w:r><w:sym w:font="Webdings" w:char="F0FF"/></w:r>', " here.")))
    assert draft.text == "A sign \uf0ff here."
    assert [each.code for each in draft.warnings] == ["written-symbols"]


def test_letters_our_walk_does_not_keep_are_missed_by_the_second_look() -> None:
    header = element("w:hdr", p("A head no section names, with rather many words in it."))
    draft = opened(docx(p("Words."), {"header9.xml": header}))
    assert draft.letters.seen > draft.letters.kept
    assert [each.code for each in draft.warnings] == ["letters-missing"]


def test_a_deep_nest_is_read_without_recursion() -> None:
    deep = "<w:sdt><w:sdtContent>" * 900 + p("At the bottom.") + "</w:sdtContent></w:sdt>" * 900
    assert texts(deep) == ["At the bottom."]


def test_tables_nested_in_tables_keep_every_word() -> None:
    inner = p("bottom")
    for depth in range(60):
        inner = table((f"left{depth}.", inner + p(f"right{depth}.")))
    draft = opened(docx(inner))
    assert all(draft.text.count(f"right{depth}.") == 1 for depth in range(60))
    assert draft.text.count("bottom") == 1


@pytest.mark.large
def test_a_hundred_thousand_paragraphs_are_read_in_time() -> None:
    begun = time.monotonic()
    body = "".join(p(f"The port was shut by order {number * 7919}.") for number in range(100_000))
    draft = opened(docx(body))
    assert len(draft.paragraphs) == 100_000
    assert time.monotonic() - begun < 100


MAIN = "word/document.xml"


def test_a_document_type_in_the_main_part_is_refused() -> None:
    data = zipped({"[Content_Types].xml": "", MAIN: '<!DOCTYPE a [<!ENTITY b "c">]><a/>'})
    assert refusal(data) == "package-doctype"


def test_a_package_without_a_document_is_refused() -> None:
    assert refusal(zipped({"[Content_Types].xml": "", "word/styles.xml": "<a/>"})) == "package-member-missing"


def test_a_package_whose_document_is_something_else_is_refused() -> None:
    assert refusal(zipped({"[Content_Types].xml": "", MAIN: "<html/>"})) == "word-other"


def test_a_bomb_of_118_kb_is_refused_at_once() -> None:
    body = b"<w:p/>" * 13_000_000
    declared = f'<w:document xmlns:w="{SPACES["w"]}"><w:body>'.encode()
    data = zipped({"[Content_Types].xml": "", MAIN: declared + body + b"</w:body></w:document>"})
    assert len(data) < 120_000
    begun = time.monotonic()
    assert refusal(data) == "package-swells"
    assert time.monotonic() - begun < 60


def test_a_truncated_document_is_refused() -> None:
    whole = docx(p("Words of the article. " * 50))
    assert refusal(whole[: len(whole) * 2 // 3]) == "package-damaged"


def test_two_main_parts_of_one_name_are_refused() -> None:
    pairs = [("[Content_Types].xml", ""), (MAIN, "<a/>"), (MAIN, "<b/>")]
    assert refusal(zipped(pairs)) == "package-name-twice"


def test_a_path_out_of_the_package_is_refused() -> None:
    assert refusal(zipped({"[Content_Types].xml": "", MAIN: "<a/>", "../x": ""})) == "package-name-unsafe"


def test_a_document_of_white_space_is_refused() -> None:
    assert refusal(docx(p("  ") + p(""))) == "nothing-readable"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le") + bytes(90), "office-locked"),
        ("old.doc", OLE + "WordDocument".encode("utf-16-le") + bytes(90), "word-too-old"),
        ("old.xls", OLE + "Workbook".encode("utf-16-le") + bytes(90), "sheet-not-read"),
        ("old.ppt", OLE + "PowerPoint Document".encode("utf-16-le") + bytes(90), "slides-not-read"),
        ("mail.msg", OLE + "__substg1.0_0037001F".encode("utf-16-le") + bytes(90), "outlook-not-read"),
        ("other.ole", OLE, "source-binary"),
        ("new.xlsx", zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "sheet-not-read"),
        ("new.pptx", zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "slides-not-read"),
        ("text.pages", zipped({"Index/Document.iwa": ""}), "pages-not-read"),
        ("many.zip", zipped({"a.txt": "words", "b.txt": "words"}), "archive-not-read"),
        ("scan.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "picture-not-read"),
        ("talk.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(50), "recording-not-read"),
        ("talk.wav", b"RIFF\x00\x00\x00\x00WAVEfmt " + bytes(50), "recording-not-read"),
    ],
)
def test_known_files_that_are_not_read_are_named(name: str, data: bytes, code: str) -> None:
    assert refusal(data, name) == code


def test_a_locked_document_is_named_so_even_when_word_is_asked_for() -> None:
    from verifier.domain.reading import ReadOptions

    data = OLE + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ReadError, match="office-locked"):
        read(Source("locked.docx", data), ReadOptions(form="docx"))


def test_a_document_is_told_by_its_content() -> None:
    assert find_form(docx(p("Words."))).name == "docx"


def real(name: str) -> ArticleDraft:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("no real articles: set VERIFIER_REAL_ARTICLES")
    return read(Source(name, path.read_bytes()))


def test_the_real_document_gives_the_account_of_the_real_text() -> None:
    document, text = real("moscow_times.docx"), real("moscow_times.txt")
    assert account(document)[1:] == account(text)
    assert len(account(text)) == 16
    added = [
        (kind, role)
        for kind, role, _ in told(document)
        if (kind, role) not in {("body", ""), ("related", "")}
    ]
    assert added == [("headline", ""), ("byline", ""), ("dateline", ""), ("aside", "comment")]
    missing = [kind for kind, _, _ in told(text) if kind in ("caption", "credit")]
    assert missing == ["caption", "credit"]  # the desk's document has no picture
    assert document.metadata.published == "2021-02-24"
    assert [each.code for each in document.warnings] == ["written-comments"]


def test_a_document_of_libreoffice_is_read_right(tmp_path: Path) -> None:
    draft = opened(converted(tmp_path, "docx:Office Open XML Text"))
    assert account(draft) == ACCOUNT
    assert [kind for kind, _, _ in told(draft)] == KINDS
    assert set_apart(draft, InlineKind.LINK) == [("council", "https://example.org/council")]
    assert set_apart(draft, InlineKind.STRONG) == [("Elmsworth", "")]
