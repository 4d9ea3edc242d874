"""One OpenDocument text with everything such a file can hold: every word once, with the right role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.readers.drafts import account, home, set_apart, told, wrong_of
from tests.readers.odt_files import fodt, odt, p, style, table

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import InlineKind, Origin, ParagraphKind, Role
from verifier.readers import find_form, read

K, R = ParagraphKind, Role

STYLES = "".join(
    [
        style("Standard"),
        style("Title", base="Heading"),
        style(
            "Heading_20_2",
            base="Heading",
            more='style:default-outline-level="2"',
            text='fo:font-weight="bold"',
        ),
        style("Quotations", text='fo:font-style="italic"'),
        style("Caption"),
        style("Illustration", base="Caption"),
        style("Source_20_Text", family="text"),
    ]
)
AUTOMATIC = "".join(
    [
        style("P1", base="Heading_20_2"),
        style("P2", text='text:display="none"'),
        style("T1", family="text", text='fo:font-weight="bold"'),
        style("T2", family="text", text='fo:font-style="italic"'),
        style("T3", family="text", text='style:text-position="super 58%"'),
        style("T4", family="text", text='style:text-position="-33% 58%"'),
        style("T5", family="text", text='text:display="none"'),
        style("T6", family="text", base="Source_20_Text"),
    ]
)
MASTERS = (
    '<style:master-page style:name="Standard"><style:header><text:p>The Elmsworth Post headmark</text:p>'
    "</style:header><style:footer><text:p>Page <text:page-number>3</text:page-number> of "
    "<text:page-count>4</text:page-count></text:p><text:p>Printed at night footmost</text:p></style:footer>"
    '<style:footer-left style:display="false"><text:p>footernever</text:p></style:footer-left></style:master-page>'
)
META = (
    "<dc:title>Harbour shut</dc:title><meta:initial-creator>J. Roe</meta:initial-creator>"
    "<dc:creator>Somebody Else</dc:creator><dc:language>en-GB</dc:language>"
    "<meta:creation-date>2020-01-01T00:00:00</meta:creation-date>"
)


def span(name: str, words: str) -> str:
    return f'<text:span text:style-name="{name}">{words}</text:span>'


def note(kind: str, number: str, words: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def comment(name: str, words: str) -> str:
    return (
        f'<office:annotation office:name="{name}"><dc:creator>Desk</dc:creator><dc:date>2031-05-03T09:00:00</dc:date>'
        f"<meta:creator-initials>initialsnever</meta:creator-initials>{p(words)}</office:annotation>"
    )


def region(id: str, inside: str) -> str:
    return f'<text:changed-region xml:id="{id}" text:id="{id}">{inside}</text:changed-region>'


INFO = "<office:change-info><dc:creator>authornever</dc:creator><dc:date>2031-05-03</dc:date></office:change-info>"

CHANGES = (
    "<text:tracked-changes>"
    + region("ct1", f"<text:insertion>{INFO}</text:insertion>")
    + region("ct2", f"<text:deletion>{INFO}{p('deletedmark')}</text:deletion>")
    + region(
        "ct3",
        f"<text:deletion>{INFO}{p('end of one deletedtwo')}{p('start of next deletedthree')}</text:deletion>",
    )
    + region("ct4", f"<text:deletion>{INFO}{p('Its place is lost placeless')}</text:deletion>")
    + region("ct5", f"<text:format-change>{INFO}</text:format-change>")
    + "</text:tracked-changes>"
)
CHANGE_START = '<text:change-start text:change-id="ct1"/>'
CHANGE_END = '<text:change-end text:change-id="ct1"/>'
FORMULA = (
    "<draw:frame><draw:object><math:math><math:semantics><math:mfrac><math:mn>1</math:mn><math:mn>2mathmark</math:mn>"
    "</math:mfrac><math:annotation>1 over annotationnever</math:annotation></math:semantics></math:math>"
    "</draw:object></draw:frame>"
)

BODY = "".join(
    [
        '<office:forms><form:form form:name="formnever"/></office:forms>',
        CHANGES,
        '<text:sequence-decls><text:sequence-decl text:name="Illustration"/></text:sequence-decls>',
        p("The Harbour Was Closed titlemark", "Title"),
        p("By Jane Bylinemark"),
        p("3 May 2031"),
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>templatenever"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
        f"{p('Contents')}</text:index-title>{p('A heading contentsmark')}</text:index-body></text:table-of-content>",
        p(
            f"The port of Elmsworth was shut on Monday livemark, {CHANGE_START}insertedmark {CHANGE_END}"
            f'<text:change text:change-id="ct2"/>{comment("c1", "Who said this commentmark?")}commentedmark'
            '<office:annotation-end office:name="c1"/> as the council said.'
            f"{note('footnote', '1', 'See the record footmark.')} The ferries stayed in dock."
            f"{note('endnote', 'i', 'See the archive endmark.')}"
        ),
        '<text:h text:style-name="P1" text:outline-level="2">A heading of its own headingmark</text:h>',
        p("Words under the heading follow it here undermark."),
        p('Joined <text:change text:change-id="ct3"/>here joinmark.'),
        p("They carried the boats away by night quotemark.", "Quotations"),
        f"<text:list><text:list-item>{p('The first itemmark')}<text:list><text:list-item>{p('The inner inneritem')}"
        f"</text:list-item></text:list></text:list-item></text:list>",
        p(f"Shown words {span('T5', 'hiddenmark')} go on to the end shownmark."),
        p("A whole paragraph in a hidden style hiddenstyle.", "P2"),
        f'<text:section text:display="none">{p("A hidden section hiddensection.")}</text:section>',
        f"<text:section>{p('A section that shows sectionmark.')}</text:section>",
        p('Some <text:hidden-text text:is-hidden="true">conditionmark</text:hidden-text> of it.'),
        p('<text:hidden-paragraph text:is-hidden="true"/>By a field hiddenbyfield.'),
        p(
            f"This one is {span('T2', 'emphasised')}, {span('T1', 'strong' + span('T1', 'mark'))}, 10"
            f"{span('T3', 'supmark')} and H{span('T4', 'submark')} with {span('T6', 'codemark')}."
        ),
        p('The <text:a xlink:href="https://example.org/a?b=1">linkmark</text:a> was read.'),
        p(
            "soft\u00adhyphen, spa<text:s text:c='3'/>ces, tab<text:tab/>ped, bro<text:line-break/>ken,\n    folded "
            "<text:soft-page-break/>signmark. "
        ),
        p(
            "<text:ruby><text:ruby-base>basemark</text:ruby-base><text:ruby-text>readingmark</text:ruby-text></text:ruby>"
            " stands below."
        ),
        p("<text:placeholder text:placeholder-type='text'>&lt;Write here promptmark&gt;</text:placeholder>"),
        p(
            "A box stands beside this boxedhost. <draw:frame draw:name='namenever'><draw:text-box>"
            f"{p('Words in a box boxmark.')}{p('And a second paragraph of it boxsecond.')}</draw:text-box></draw:frame>"
        ),
        p(
            "They saw <draw:frame><draw:text-box>"
            + p("“The boats were carried away by night”")
            + "</draw:text-box>"
            "</draw:frame>that the boats were carried away by night, he said pullhost."
        ),
        p(
            "A picture <draw:frame><draw:image/><svg:title>A ship altmark</svg:title><svg:desc>At anchor descmark"
            "</svg:desc></draw:frame>is described picturehost."
        ),
        p(
            "<draw:frame><draw:text-box>"
            + p("<draw:frame><draw:image/></draw:frame>Figure 1: boats captionmark", "Illustration")
            + "</draw:text-box></draw:frame>"
        ),
        p(f"A shape <draw:custom-shape>{p('drawnmark')}</draw:custom-shape>is drawn shapehost."),
        p(f"Half is {FORMULA} of it."),
        p('An object <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>is embedded objecthost.'),
        table(
            ("Port", "Ships cellmark"),
            ("Elmsworth", p("Twelve") + p("in dock secondcell") + table(("inner rowmark", "two"))),
        ),
        "<table:table><table:table-row table:number-rows-repeated='2'>"
        "<table:table-cell table:number-columns-repeated='2'>"
        f"{p('again')}</table:table-cell><table:covered-table-cell>{p('coveredmark')}</table:covered-table-cell>"
        "</table:table-row></table:table>",
        table((p("A layout of one cell layoutmark."),)),
        '<draw:frame text:anchor-type="page"><draw:text-box>'
        + p("A box of the page pagebox.")
        + "</draw:text-box></draw:frame>",
    ]
)

EXPECTED = {
    "titlemark": (K.HEADLINE, R.NONE),
    "Bylinemark": (K.BYLINE, R.NONE),
    "3 May 2031": (K.DATELINE, R.NONE),
    "contentsmark": (K.FURNITURE, R.NAVIGATION),
    "livemark": (K.BODY, R.NONE),
    "insertedmark": (K.BODY, R.NONE),
    "deletedmark": (K.ASIDE, R.DELETED),
    "deletedtwo": (K.ASIDE, R.DELETED),
    "deletedthree": (K.ASIDE, R.DELETED),
    "placeless": (K.ASIDE, R.DELETED),
    "commentedmark": (K.BODY, R.NONE),
    "commentmark": (K.ASIDE, R.COMMENT),
    "1 See the record footmark.": (K.BODY, R.FOOTNOTE),
    "i See the archive endmark.": (K.BODY, R.ENDNOTE),
    "headingmark": (K.HEADING, R.NONE),
    "undermark": (K.BODY, R.NONE),
    "Joined here joinmark": (K.BODY, R.NONE),
    "quotemark": (K.QUOTE, R.NONE),
    "itemmark": (K.LIST, R.NONE),
    "inneritem": (K.LIST, R.NONE),
    "shownmark": (K.BODY, R.NONE),
    "hiddenmark": (K.ASIDE, R.HIDDEN),
    "hiddenstyle": (K.ASIDE, R.HIDDEN),
    "hiddensection": (K.ASIDE, R.HIDDEN),
    "sectionmark": (K.BODY, R.NONE),
    "conditionmark": (K.ASIDE, R.HIDDEN),
    "hiddenbyfield": (K.ASIDE, R.HIDDEN),
    "codemark": (K.BODY, R.NONE),
    "linkmark": (K.BODY, R.NONE),
    "soft\u00adhyphen, spa   ces, tab\tped, bro ken, folded signmark.": (K.BODY, R.NONE),
    "basemark": (K.BODY, R.NONE),
    "readingmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    "promptmark": (K.FURNITURE, R.FORM),
    "boxedhost": (K.BODY, R.NONE),
    "boxmark": (K.BODY, R.TEXT_BOX),
    "boxsecond": (K.BODY, R.TEXT_BOX),
    "“The boats were carried away by night”": (K.ASIDE, R.PULL_QUOTE),
    "pullhost": (K.BODY, R.NONE),
    "altmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    "descmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    "captionmark": (K.CAPTION, R.TEXT_BOX),
    "drawnmark": (K.BODY, R.TEXT_BOX),
    "shapehost": (K.BODY, R.NONE),
    "Half is 1/2mathmark of it.": (K.BODY, R.NONE),
    "objecthost": (K.BODY, R.NONE),
    "Port\tShips cellmark": (K.TABLE, R.NONE),
    "Elmsworth\tTwelve in dock secondcell": (K.TABLE, R.NONE),
    "inner rowmark\ttwo": (K.TABLE, R.NONE),
    "layoutmark": (K.BODY, R.NONE),
    "pagebox": (K.BODY, R.TEXT_BOX),
    "headmark": (K.FURNITURE, R.HEADER),
    "footmost": (K.FURNITURE, R.FOOTER),
    "Page 3 of 4": (K.FURNITURE, R.PAGE_NUMBER),
}
ABSENT = (
    *(
        "formnever",
        "authornever",
        "templatenever",
        "initialsnever",
        "namenever",
        "annotationnever",
        "footernever",
    ),
    "2031-05-03",
)

MADE: dict[str, Callable[..., bytes]] = {"odt": odt, "fodt": fodt}


def draft(form: str) -> ArticleDraft:
    data = MADE[form](BODY, styles=STYLES, automatic=AUTOMATIC, masters=MASTERS, meta=META)
    assert find_form(data).name == "odt"
    return read(Source(f"every.{form}", data))


@pytest.mark.parametrize("form", MADE)
def test_every_word_stands_in_the_text_once_with_its_role(form: str) -> None:
    assert len(EXPECTED) > 20
    assert wrong_of(draft(form), EXPECTED, ABSENT) == {}


def test_a_package_and_a_single_file_read_alike() -> None:
    assert told(draft("odt")) == told(draft("fodt"))
    assert draft("odt").inlines == draft("fodt").inlines


def test_what_is_beside_a_paragraph_follows_it() -> None:
    words = [text for _, _, text in told(draft("odt"))]
    host = next(number for number, text in enumerate(words) if "livemark" in text)
    assert words[host + 1 : host + 3] == ["deletedmark", "Who said this commentmark?"]
    host = words.index("Joined here joinmark.")
    assert words[host + 1 : host + 3] == ["end of one deletedtwo", "start of next deletedthree"]


def test_repeated_cells_and_rows_are_read_as_often_as_they_are_shown() -> None:
    found = told(draft("odt"))
    assert [text for kind, _, text in found if kind == "table"].count("again\tagain\t") == 2
    assert [text for _, role, text in found if role == "hidden"].count("coveredmark") == 2


def test_notes_come_after_the_article_and_end_no_sentence() -> None:
    words = [text for _, _, text in told(draft("odt"))]
    at = words.index("1 See the record footmark.")
    assert words[at + 1] == "i See the archive endmark."
    assert words[at - 1] == "Its place is lost placeless"
    assert set_apart(draft("odt"), InlineKind.NOTE) == [("1", "1"), ("i", "i"), ("1", "1"), ("i", "i")]
    assert "The ferries stayed in dock.i" in account(draft("odt"))


def test_what_is_set_apart_is_known() -> None:
    found = draft("odt")
    assert set_apart(found, InlineKind.INSERTED) == [("insertedmark ", "")]
    assert set_apart(found, InlineKind.COMMENTED) == [("commentedmark", "c1")]
    assert set_apart(found, InlineKind.EMPHASIS) == [("emphasised", "")]
    assert set_apart(found, InlineKind.STRONG) == [("strongmark", "")]
    assert set_apart(found, InlineKind.SUPERSCRIPT) == [("supmark", "")]
    assert set_apart(found, InlineKind.SUBSCRIPT) == [("submark", "")]
    assert set_apart(found, InlineKind.CODE) == [("codemark", "")]
    assert set_apart(found, InlineKind.LINK) == [("linkmark", "https://example.org/a?b=1")]


def test_anchors_name_the_part_the_paragraph_and_who_commented() -> None:
    found = draft("odt")
    assert (home(found, "titlemark").anchor.part, home(found, "titlemark").anchor.paragraph) == (
        "content.xml",
        0,
    )
    assert home(found, "commentmark").anchor.record == "Desk, 2031-05-03T09:00:00"
    assert home(found, "headmark").anchor.part == "styles.xml"


def test_the_user_is_told_of_changes_comments_and_objects() -> None:
    notices = {each.code: dict(each.values) for each in draft("odt").warnings}
    assert notices == {
        "written-changes": {"inserted": "1", "deleted": "3", "moved": "0"},
        "written-comments": {"count": "1", "authors": "Desk"},
        "written-objects": {"count": "1"},
    }
    assert draft("odt").letters.seen > 1000


def test_the_metadata_are_candidates_and_neither_the_last_hand_nor_the_day_of_making_is_one() -> None:
    found = draft("odt")
    assert found.metadata.title == "The Harbour Was Closed titlemark"
    assert (found.metadata.language, found.metadata.published) == ("en-GB", "2031-05-03")
    values = {each.value for each in found.candidates if each.origin is Origin.DOCUMENT}
    assert values == {"Harbour shut", "J. Roe", "en-GB"}
