"""What single things in an OpenDocument text come to, and what is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.readers.drafts import account, home, set_apart, told
from tests.readers.odt_files import fodt, odt, p, root, style, table
from tests.readers.offices import ACCOUNT, KINDS, converted
from tests.readers.word_files import changed, deleted, docx, r
from tests.readers.word_files import p as word_p
from tests.readers.zips import zipped

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import InlineKind, Role
from verifier.i18n.messages import word
from verifier.readers import find_form, read


def opened(data: bytes) -> ArticleDraft:
    assert find_form(data).name == "odt"
    return read(Source("attachment.odt", data))


def texts(body: str, **more: str) -> list[str]:
    return [text for _, _, text in told(opened(odt(body, **more)))]


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        opened(data)
    message = word(caught.value.code, caught.value.where, caught.value.values)
    assert "attachment.odt" in message
    assert "{" not in message
    return caught.value.code


def deletion(id: str, inside: str) -> str:
    return (
        f'<text:changed-region text:id="{id}"><text:deletion>{inside}</text:deletion></text:changed-region>'
    )


def test_white_space_is_folded_as_the_form_says() -> None:
    body = p("\n   One\n two<text:span>  </text:span> three <text:s/>four \n ") + p(
        "five<text:s text:c='2'/>"
    )
    assert texts(body) == ["One two three  four", "five  "]


def test_pretty_printed_files_gain_no_spaces() -> None:
    note = (
        "<text:note text:note-class='footnote'>\n  <text:note-citation>1</text:note-citation>\n  <text:note-body>\n"
        f"    {p('See it.')}\n  </text:note-body>\n </text:note>"
    )
    assert texts(f"\n  {p('Words' + note + '.')}\n  ") == ["Words1.", "1 See it."]


def test_cells_repeated_without_end_are_not_made_without_end() -> None:
    cell = (
        f'<table:table-cell table:number-columns-repeated="1000000000">{p("bomb " * 400)}</table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="999999999999">{cell}</table:table-row>'
    begun = time.monotonic()
    draft = opened(odt(p("Before.") + f"<table:table>{row * 40}</table:table>" + p("After.")))
    assert time.monotonic() - begun < 60
    assert 1_000 < len(draft.text) < 3_000_000
    assert [each.code for each in draft.warnings] == ["written-repeated"]


def test_spaces_repeated_without_end_are_not_made_without_end() -> None:
    draft = opened(odt(p("a" + '<text:s text:c="999999999"/>' * 5_000 + "b")))
    assert len(draft.text) < 1_100_000


def test_deleted_words_that_were_left_in_their_place_are_not_live() -> None:
    begin, end = '<text:change-start text:change-id="c1"/>', '<text:change-end text:change-id="c1"/>'
    changes = f"<text:tracked-changes>{deletion('c1', '')}</text:tracked-changes>"
    draft = opened(
        odt(changes + p(f"One {begin}gone ") + p("gone whole") + p(f"away {end}two.") + p("Three."))
    )
    assert account(draft) == ["One two.", "Three."]
    assert [text for _, role, text in told(draft) if role == "deleted"] == ["gone ", "gone whole", "away "]


def test_a_deletion_that_names_itself_goes_nowhere() -> None:
    inner = '<text:change text:change-id="{}"/>'
    regions = "".join(deletion(f"c{n}", p(f"gone{n} " + inner.format(f"c{n + 1}"))) for n in range(3_000))
    loop = deletion("c3000", p("gone last " + inner.format("c0")))
    body = f"<text:tracked-changes>{regions}{loop}</text:tracked-changes>" + p(
        "Live " + inner.format("c0") + "words."
    )
    draft = opened(odt(body))
    assert account(draft) == ["Live words."]
    assert draft.text.count("gone") == 3_001


def test_notes_nested_in_notes_are_read_without_recursion() -> None:
    body = "bottom"
    for _ in range(120):
        body = (
            "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + p(body)
            + "</text:note-body>"
            "</text:note>word"
        )
    assert opened(odt(p(body))).text.count("bottom") == 1


def test_a_comment_without_an_end_sets_nothing_apart() -> None:
    note = f'<office:annotation office:name="a"><dc:creator>AB</dc:creator>{p("Check.")}</office:annotation>'
    draft = opened(odt(p(f"Words{note} go on.")))
    assert account(draft) == ["Words go on."]
    assert set_apart(draft, InlineKind.COMMENTED) == []


def test_a_locked_text_is_said_to_be_locked() -> None:
    locked = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    assert refusal(odt(p("Words."), manifest=locked)) == "package-encrypted"


def test_a_document_type_is_refused_in_both_forms() -> None:
    head, _, rest = fodt(p("Words.")).partition(b"\n")
    assert refusal(head + b"\n<!DOCTYPE a [<!ENTITY b 'c'>]>" + rest) == "package-doctype"
    mime = "application/vnd.oasis.opendocument.text"
    assert refusal(zipped({"mimetype": mime, "content.xml": "<!DOCTYPE a><a/>"})) == "package-doctype"


def test_a_package_without_content_and_one_with_another_content_are_refused() -> None:
    mime = "application/vnd.oasis.opendocument.text"
    assert refusal(zipped({"mimetype": mime})) == "package-member-missing"
    other = root("office:document-content", "<office:body><office:chart/></office:body>")
    assert refusal(zipped({"mimetype": mime, "content.xml": other})) == "odt-other"


def test_a_spreadsheet_is_named_one() -> None:
    sheet = zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})
    with pytest.raises(ReadError, match="sheet-not-read"):
        read(Source("table.ods", sheet))


def test_styles_of_the_text_and_of_the_page_do_not_mix() -> None:
    automatic = style("P1", text='text:display="none"')
    masters = "<style:master-page><style:header>"
    masters += '<text:p text:style-name="P1">Head.</text:p></style:header></style:master-page>'
    draft = opened(odt(p("Hidden.", "P1") + p("Shown."), automatic=automatic, masters=masters))
    assert home(draft, "Hidden.").role is Role.HIDDEN
    assert home(draft, "Head.").role is Role.HEADER


def test_a_deep_nest_is_read_without_recursion() -> None:
    deep = "<text:section>" * 900 + p("At the bottom.") + "</text:section>" * 900
    assert texts(deep) == ["At the bottom."]


def test_tables_nested_in_tables_keep_every_word() -> None:
    inner = p("bottom")
    for depth in range(60):
        inner = table((f"left{depth}.", inner + p(f"right{depth}.")))
    draft = opened(odt(inner))
    assert all(draft.text.count(f"right{depth}.") == 1 for depth in range(60))


def test_a_text_of_libreoffice_is_read_right(tmp_path: Path) -> None:
    draft = opened(converted(tmp_path, "odt"))
    assert account(draft) == ACCOUNT
    assert [kind for kind, _, _ in told(draft)] == KINDS
    assert set_apart(draft, InlineKind.LINK) == [("council", "https://example.org/council")]
    assert set_apart(draft, InlineKind.STRONG) == [("Elmsworth", "")]


def test_tracked_changes_of_word_are_the_same_in_what_libreoffice_makes_of_them(tmp_path: Path) -> None:
    body = word_p("It was ", changed("ins", "not "), deleted("never "), "so, he said.") + word_p(
        "The end ", r("secret ", "<w:vanish/>"), "is near."
    )
    given = docx(body)
    for form in ("odt", "fodt"):
        (folder := tmp_path / form).mkdir()
        draft = opened(converted(folder, form, given, "docx"))
        assert account(draft) == ["It was not so, he said.", "The end is near."]
        assert told(draft) == told(read(Source("given.docx", given)))
        assert set_apart(draft, InlineKind.INSERTED) == [("not ", "")]
