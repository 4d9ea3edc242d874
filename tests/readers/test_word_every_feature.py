"""One Word document with everything such a file can hold: every word once, with the right role."""

from __future__ import annotations

from functools import cache

import pytest
from tests.readers.drafts import account, home, set_apart, told, wrong_of
from tests.readers.word_files import changed, deleted, docx, element, p, r, style, table

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import InlineKind, Origin, ParagraphKind, Role
from verifier.readers import read

K, R = ParagraphKind, Role

STYLES = element(
    "w:styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("Standard", "Normal", default="1")
    + style("Titel", "Title")
    + style(
        "berschrift2", "heading 2", inside='<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>'
    )
    + style("Zwischentitel", "Zwischentitel", base="berschrift2")
    + style("Gliederung", "Gliederung", inside='<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    + style("Zitat", "Quote", inside="<w:rPr><w:i/></w:rPr>")
    + style("Beschriftung", "caption")
    + style("Liste", "List Bullet")
    + style("Geheim", "Geheim", inside="<w:rPr><w:vanish/></w:rPr>")
    + style("GeheimZeichen", "Secret", kind="character", inside="<w:rPr><w:vanish/></w:rPr>")
    + style("Quelltext", "HTML Code", kind="character")
    + style("Verzeichnis1", "toc 1"),
)


def field(instruction: str, *result: str) -> str:
    """A field of several runs."""
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    inside = "".join(each if each.startswith("<") else r(each) for each in result)
    half = len(instruction) // 2
    instructed = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (instruction[:half], instruction[half:])
    )
    return signs[0] + instructed + signs[1] + inside + signs[2]


def control(inside: str, properties: str = "") -> str:
    told = f"<w:sdtPr><w:alias w:val='aliasnever'/>{properties}</w:sdtPr>"
    return f"<w:sdt>{told}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def drawing(inside: str, descr: str = "") -> str:
    return f'<w:drawing><wp:inline><wp:docPr id="1" name="namenever" descr="{descr}"/>{inside}</wp:inline></w:drawing>'


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: drawn twice, for newer and for older Words."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        + drawing(f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>")
        + f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
GONE_END = '<w:rPr><w:del w:id="1" w:author="AB"/></w:rPr>'
MOVED_END = '<w:rPr><w:moveFrom w:id="1" w:author="AB"/></w:rPr>'


UNKNOWN = (
    '<mc:AlternateContent><mc:Choice Requires="future"><w:t>choicenever</w:t></mc:Choice>'
    "<mc:Fallback><w:t>fallbackmark</w:t></mc:Fallback></mc:AlternateContent>"
)
OLD_SHAPE = (
    '<w:pict><v:shape alt="A lighthouse oldaltmark">'
    '<v:textpath string="Drawn words artmark"/></v:shape></w:pict>'
)
RUBY = (
    "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>readingmark</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>basemark</w:t></w:r></w:rubyBase></w:ruby>"
)
HALF = (
    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>2mathmark</m:t></m:r></m:den></m:f></m:oMath>"
)
GONE_ROW = (
    "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>"
    + p("A row that was deleted rowgone")
    + "</w:tc><w:tc>"
    + p("and its cell")
    + "</w:tc></w:tr></w:tbl>"
)


def body() -> str:
    return "".join(
        [
            p("The Harbour Was Closed titlemark", style="Titel"),
            p("By Jane Bylinemark"),
            p("3 May 2031"),
            control(p("Contents contentsmark", style="Verzeichnis1"), "<w:docPartObj/>"),
            p(
                "The port of Elmsworth was shut on Monday livemark, ",
                changed("ins", "insertedmark "),
                deleted("deletedmark "),
                '<w:commentRangeStart w:id="7"/>',
                r("commentedmark"),
                '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
                " as the council said.",
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
                " The ferries stayed in dock.",
                '<w:r><w:endnoteReference w:id="3"/></w:r>',
                "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='4'/><w:t>*</w:t></w:r>",
            ),
            p("A heading of its own headingmark", style="Zwischentitel"),
            p("Words under the heading follow it here undermark."),
            p("By outline level outlinemark", style="Gliederung"),
            p("More words stand below that heading belowmark."),
            p("They carried the boats away by night quotemark.", style="Zitat"),
            p("The first item itemmark", more=NUMBERED),
            p("The second item styleditemmark", style="Liste"),
            p("Boats in the harbour captionmark", style="Beschriftung"),
            p(
                "Shown words ",
                r("hiddenmark", "<w:vanish/>"),
                " go on ",
                r("styledsecret", '<w:rStyle w:val="GeheimZeichen"/>'),
                "to the end shownmark.",
            ),
            p("A whole paragraph in a hidden style hiddenstyle.", style="Geheim"),
            p(
                "It was ",
                r("not", '<w:vanish w:val="0"/>'),
                " hidden after all shownafterall.",
                style="Standard",
            ),
            p("Half of a sentence joinfirst ", more=GONE_END),
            p("and its other half joinsecond."),
            p(changed("moveFrom", "This was moved away movedmark."), more=MOVED_END),
            p("The paragraph between staymark."),
            p(changed("moveTo", "This was moved here arrivedmark.")),
            p(
                "The page ",
                field(' HYPERLINK "https://example.org/a?b=1" \\o "tip" ', "fieldlink"),
                " and ",
                field(" REF instructionnever \\h ", "resultmark"),
                " were read.",
            ),
            p(
                '<w:hyperlink r:id="rLink">'
                + r("partlink")
                + '</w:hyperlink><w:hyperlink w:anchor="place">'
                + r(" placelink")
                + "</w:hyperlink>",
                '<w:fldSimple w:instr=" AUTHOR simplenever ">' + r(" simplemark") + "</w:fldSimple>",
                " stand here.",
            ),
            p(
                "This one is ",
                r("emphasised", "<w:i/>"),
                ", ",
                r("strongmark", "<w:b/>"),
                ", 10",
                r("supmark", '<w:vertAlign w:val="superscript"/>'),
                " and H",
                r("submark", '<w:vertAlign w:val="subscript"/>'),
                " with ",
                r("codemark", '<w:rStyle w:val="Quelltext"/>'),
                ".",
            ),
            p(
                "soft",
                "<w:r><w:softHyphen/></w:r>",
                "hyphen, no",
                "<w:r><w:noBreakHyphen/></w:r>",
                "break, ",
                '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
                " alpha, tab",
                "<w:r><w:tab/></w:r>",
                "ped, bro",
                "<w:r><w:br/></w:r>",
                "ken signmark.",
            ),
            p("<w:r>" + RUBY + "</w:r>", " stands below its reading."),
            p(
                '<w:smartTag w:uri="u" w:element="e"><w:customXml>'
                + r("smartmark")
                + "</w:customXml></w:smartTag>",
                " and ",
                control(r("inlinecontrol") + control(r(" nestedcontrol"))),
                " are in the text.",
            ),
            control(p("A block in a control blockcontrol.") + control(p("Another inside it deepcontrol."))),
            control(p("Click here to write promptmark."), "<w:showingPlcHdr/>"),
            p(
                "A box stands beside this boxedhost.",
                text_box(p("Words in a box boxmark."), p("And a second paragraph of it boxsecond.")),
            ),
            p(
                "They saw ",
                text_box(p("“The boats were carried away by night”")),
                "that the boats were carried away by night, he said pullhost.",
            ),
            p("An unknown form: ", "<w:r>" + UNKNOWN + "</w:r>", "."),
            p(
                "A picture ",
                "<w:r>" + drawing("", "A ship at anchor altmark") + "</w:r>",
                "is described picturehost.",
            ),
            p("An older one ", "<w:r>" + OLD_SHAPE + "</w:r>", "too oldhost."),
            p(
                "A chart ",
                "<w:r>" + drawing('<a:graphic><c:chart r:id="rChart"/></a:graphic>') + "</w:r>",
                " and a diagram ",
                "<w:r>" + drawing('<dgm:relIds r:dm="rDiagram"/>') + "</w:r>",
                "say more charthost.",
            ),
            p("Half is ", HALF, " of it."),
            p(
                "An object ",
                '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="rOle"/></w:object></w:r>',
                "is embedded objecthost.",
            ),
            '<w:altChunk r:id="rChunk"/>',
            table(
                ("Port", "Ships cellmark"),
                ("Elmsworth", p("Twelve ") + p("in dock secondcell") + table(("inner rowmark", "inner two"))),
            ),
            GONE_ROW,
            table((p("A layout of one cell layoutmark."),)),
            p(r("T", ""), more='<w:framePr w:dropCap="drop"/>'),
            p("he large letter belongs to its word dropmark."),
            p("Two breaks", "<w:r><w:br/><w:br/></w:r>", "make two paragraphs breakmark."),
            '<w:sectPr><w:headerReference r:id="rHead" w:type="default"/>'
            '<w:headerReference r:id="rHead" w:type="even"/>'
            '<w:footerReference r:id="rFoot" w:type="default"/></w:sectPr>',
        ]
    )


NOTES = (
    '<w:{0} w:id="-1" w:type="separator"><w:p><w:r><w:t>separatornever</w:t></w:r></w:p></w:{0}>'
    '<w:{0} w:id="{1}"><w:p><w:r><w:{0}Ref/></w:r>'
    '<w:r><w:t xml:space="preserve"> See the record {2}.</w:t></w:r></w:p></w:{0}>'
)

PARTS = {
    "styles.xml": STYLES,
    "comments.xml": element(
        "w:comments",
        '<w:comment w:id="7" w:author="Desk" w:initials="DK" w:date="2031-05-03T09:00:00Z">'
        f"<w:p><w:r><w:annotationRef/></w:r>{r('Who said this commentmark?')}</w:p></w:comment>"
        f'<w:comment w:id="8" w:author="Sub">{p("Nobody refers to this orphancomment.")}</w:comment>',
    ),
    "footnotes.xml": element(
        "w:footnotes",
        NOTES.format("footnote", 2, "footmark")
        + f'<w:footnote w:id="4">{p("* A note with a sign of its own starmark.")}</w:footnote>',
    ),
    "endnotes.xml": element("w:endnotes", NOTES.format("endnote", 3, "endmark")),
    "header1.xml": element("w:hdr", p("The Elmsworth Post headmark")),
    "footer1.xml": element(
        "w:ftr",
        p("Printed at night footmost") + p("Page ", field(" PAGE ", "3"), " of ", field(" NUMPAGES ", "4")),
    ),
    "glossary/document.xml": element("w:glossaryDocument", p("glossarynever")),
    "charts/chart1.xml": element(
        "c:chartSpace",
        "<a:p><a:r><a:t>Chart title chartmark</a:t></a:r></a:p>"
        "<c:strCache><c:pt><c:v>seriesmark</c:v></c:pt></c:strCache>"
        "<c:numCache><c:pt><c:v>12</c:v></c:pt></c:numCache>",
    ),
    "diagrams/data1.xml": element("dgm:dataModel", "<a:p><a:r><a:t>Step one diagrammark</a:t></a:r></a:p>"),
}

TARGETS = (
    ("rStyles", "styles", "styles.xml"),
    ("rComments", "comments", "/word/comments.xml"),
    ("rFootnotes", "footnotes", "footnotes.xml"),
    ("rEndnotes", "endnotes", "endnotes.xml"),
    ("rHead", "header", "header1.xml"),
    ("rFoot", "footer", "footer1.xml"),
    ("rGlossary", "glossaryDocument", "glossary/document.xml"),
    ("rChart", "chart", "charts/chart1.xml"),
    ("rDiagram", "diagramData", "diagrams/data1.xml"),
    ("rLink", "hyperlink", "https://example.org/part"),
    ("rChunk", "aFChunk", "chunk.html"),
)

EXPECTED = {
    "titlemark": (K.HEADLINE, R.NONE),
    "Bylinemark": (K.BYLINE, R.NONE),
    "3 May 2031": (K.DATELINE, R.NONE),
    "contentsmark": (K.FURNITURE, R.NAVIGATION),
    "livemark": (K.BODY, R.NONE),
    "insertedmark": (K.BODY, R.NONE),
    "deletedmark": (K.ASIDE, R.DELETED),
    "commentedmark": (K.BODY, R.NONE),
    "commentmark": (K.ASIDE, R.COMMENT),
    "orphancomment": (K.ASIDE, R.COMMENT),
    "footmark": (K.BODY, R.FOOTNOTE),
    "starmark": (K.BODY, R.FOOTNOTE),
    "endmark": (K.BODY, R.ENDNOTE),
    "headingmark": (K.HEADING, R.NONE),
    "undermark": (K.BODY, R.NONE),
    "outlinemark": (K.HEADING, R.NONE),
    "quotemark": (K.QUOTE, R.NONE),
    " itemmark": (K.LIST, R.NONE),
    "styleditemmark": (K.LIST, R.NONE),
    "captionmark": (K.CAPTION, R.NONE),
    "shownmark": (K.BODY, R.NONE),
    "hiddenmark": (K.ASIDE, R.HIDDEN),
    "styledsecret": (K.ASIDE, R.HIDDEN),
    "hiddenstyle": (K.ASIDE, R.HIDDEN),
    "shownafterall": (K.BODY, R.NONE),
    "joinfirst and its other half joinsecond": (K.BODY, R.NONE),
    "movedmark": (K.ASIDE, R.MOVED_AWAY),
    "staymark": (K.BODY, R.NONE),
    "arrivedmark": (K.BODY, R.NONE),
    "fieldlink": (K.BODY, R.NONE),
    "resultmark": (K.BODY, R.NONE),
    "partlink": (K.BODY, R.NONE),
    "simplemark": (K.BODY, R.NONE),
    "codemark": (K.BODY, R.NONE),
    "soft\u00adhyphen, no\u2011break, α alpha, tab\tped, bro ken signmark": (K.BODY, R.NONE),
    "basemark": (K.BODY, R.NONE),
    "readingmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    "smartmark": (K.BODY, R.NONE),
    "inlinecontrol nestedcontrol": (K.BODY, R.NONE),
    "blockcontrol": (K.BODY, R.NONE),
    "deepcontrol": (K.BODY, R.NONE),
    "promptmark": (K.FURNITURE, R.FORM),
    "boxedhost": (K.BODY, R.NONE),
    "boxmark": (K.BODY, R.TEXT_BOX),
    "boxsecond": (K.BODY, R.TEXT_BOX),
    "“The boats were carried away by night”": (K.ASIDE, R.PULL_QUOTE),
    "pullhost": (K.BODY, R.NONE),
    "fallbackmark": (K.BODY, R.NONE),
    " altmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    "oldaltmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    " artmark": (K.BODY, R.TEXT_BOX),
    "chartmark": (K.BODY, R.TEXT_BOX),
    "seriesmark": (K.BODY, R.TEXT_BOX),
    "diagrammark": (K.BODY, R.TEXT_BOX),
    "1/2mathmark": (K.BODY, R.NONE),
    "objecthost": (K.BODY, R.NONE),
    "Port\tShips cellmark": (K.TABLE, R.NONE),
    "Elmsworth\tTwelve in dock secondcell": (K.TABLE, R.NONE),
    "inner rowmark\tinner two": (K.TABLE, R.NONE),
    "rowgone": (K.ASIDE, R.DELETED),
    "layoutmark": (K.BODY, R.NONE),
    "The large letter belongs to its word dropmark.": (K.BODY, R.NONE),
    "breakmark": (K.BODY, R.NONE),
    "headmark": (K.FURNITURE, R.HEADER),
    "footmost": (K.FURNITURE, R.FOOTER),
    "Page 3 of 4": (K.FURNITURE, R.PAGE_NUMBER),
}

ABSENT = (
    *(
        "aliasnever",
        "namenever",
        "instructionnever",
        "simplenever",
        "choicenever",
        "separatornever",
        "glossarynever",
    ),
    *("HYPERLINK", "NUMPAGES"),
)


@cache
def draft(strict: bool = False) -> ArticleDraft:
    core = "<dc:title>Harbour shut</dc:title><dc:creator>J. Roe</dc:creator>"
    core += "<dcterms:created>2020-01-01</dcterms:created>"
    return read(Source("every.docx", docx(body(), PARTS, TARGETS, ("rLink",), core=core, strict=strict)))


@pytest.mark.parametrize("strict", [False, True])
def test_every_word_stands_in_the_text_once_with_its_role(strict: bool) -> None:
    found = draft(strict)
    assert found.reader == "docx"
    assert wrong_of(found, EXPECTED, ABSENT) == {}


def test_strict_and_transitional_documents_read_alike() -> None:
    assert told(draft()) == told(draft(True))
    assert draft().inlines == draft(True).inlines


def test_what_is_beside_a_paragraph_follows_it() -> None:
    words = [text for _, _, text in told(draft())]
    host = next(number for number, text in enumerate(words) if "livemark" in text)
    assert words[host + 1 : host + 3] == ["deletedmark ", "Who said this commentmark?"]
    host = next(number for number, text in enumerate(words) if "boxedhost" in text)
    assert words[host + 1 : host + 3] == [
        "Words in a box boxmark.",
        "And a second paragraph of it boxsecond.",
    ]


def test_notes_come_after_the_article_in_the_order_of_their_numbers() -> None:
    words = [text for _, _, text in told(draft())]
    assert words[-5:] == [
        "1 See the record footmark.",
        "* A note with a sign of its own starmark.",
        "i See the record endmark.",
        *("Printed at night footmost", "Page 3 of 4"),
    ]
    assert set_apart(draft(), InlineKind.NOTE) == [("1", "1"), ("i", "i"), ("*", "4"), ("1", "1"), ("i", "i")]


def test_a_notes_number_ends_no_sentence_and_keeps_none_from_ending() -> None:
    sentences = account(draft())
    assert "The ferries stayed in dock.i*" in sentences
    assert any(each.endswith("as the council said.1") for each in sentences)


def test_what_is_set_apart_is_known() -> None:
    found = draft()
    assert set_apart(found, InlineKind.INSERTED) == [("insertedmark ", "")]
    assert set_apart(found, InlineKind.MOVED_HERE) == [("This was moved here arrivedmark.", "")]
    assert set_apart(found, InlineKind.COMMENTED) == [("commentedmark", "7")]
    assert set_apart(found, InlineKind.EMPHASIS) == [("emphasised", "")]
    assert set_apart(found, InlineKind.STRONG) == [("strongmark", "")]
    assert set_apart(found, InlineKind.CODE) == [("codemark", "")]
    assert set_apart(found, InlineKind.SUBSCRIPT) == [("submark", "")]
    assert ("supmark", "") in set_apart(found, InlineKind.SUPERSCRIPT)
    assert set_apart(found, InlineKind.LINK) == [
        ("fieldlink", "https://example.org/a?b=1"),
        ("partlink", "https://example.org/part"),
        (" placelink", "#place"),
    ]


def test_anchors_name_the_part_the_paragraph_and_who_commented() -> None:
    found = draft()
    assert home(found, "titlemark").anchor.part == "word/document.xml"
    assert home(found, "titlemark").anchor.paragraph == 0
    assert home(found, "Bylinemark").anchor.paragraph == 1
    comment = home(found, "commentmark").anchor
    assert (comment.part, comment.record) == ("word/comments.xml", "Desk, 2031-05-03T09:00:00Z")
    assert home(found, "footmark").anchor.part == "word/footnotes.xml"
    assert home(found, "diagrammark").anchor.part == "word/diagrams/data1.xml"


def test_the_file_is_told_to_hold_changes_comments_objects_and_chunks() -> None:
    notices = {each.code: dict(each.values) for each in draft().warnings}
    assert notices["written-changes"] == {"inserted": "1", "deleted": "2", "moved": "1"}
    assert notices["written-comments"] == {"count": "2", "authors": "Desk, Sub"}
    assert notices["written-objects"] == {"count": "1"}
    assert notices["written-chunks"] == {"count": "1"}
    assert "letters-missing" not in notices
    assert draft().letters.seen > 1500


def test_the_metadata_are_candidates_and_the_day_of_making_is_none() -> None:
    found = draft()
    assert found.metadata.title == "The Harbour Was Closed titlemark"
    assert found.metadata.published == "2031-05-03"
    assert found.metadata.language is None
    assert {each.field for each in found.candidates if each.origin is Origin.DOCUMENT} == {"title", "byline"}
    assert not any("2020" in each.value for each in found.candidates)
    assert "published" in found.unconfirmed
