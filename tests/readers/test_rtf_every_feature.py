"""One RTF file with everything such a file can hold: every word once, with the right role."""

from __future__ import annotations

from functools import cache

from tests.readers.drafts import account, home, set_apart, told, wrong_of

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import InlineKind, Origin, ParagraphKind, Role
from verifier.readers import find_form, read

K, R = ParagraphKind, Role

HEAD = r"""{\rtf1\ansi\ansicpg1252\deff0\deflang1033
{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman{\*\falt fontnever};}
{\f1\fnil\fcharset204 Times Cyr;}{\f2\fnil\fcharset2 Symbol;}{\f3\fnil\fcharset128 Mincho;}}
{\colortbl;\red0\green0\blue0;}
{\stylesheet{\ql \snext0 Normal;}{\s1\sbasedon0\outlinelevel1 stylename;}{\s2\sbasedon0 heading 2;}{\s3\sbasedon2 Own;}
{\s4 Title;}{\s5\i Quote;}{\s6 caption;}{\s7 List Bullet;}{\*\cs10 \additive Default Paragraph Font;}}
{\*\listtable{\list{\listlevel{\leveltext\'01listnever;}}}}{\*\revtbl{Unknown;}{revisornever;}}
{\*\generator generatornever;}{\info{\title Harbour shut}{\author J. Roe}{\operator operatornever}{\creatim\yr2020}}
{\*\unknowndestination unknownnever{\b deeper}}
{\header\pard The Elmsworth Post headmark\par}
{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 3}} of {\field{\*\fldinst{ NUMPAGES }}{\fldrslt 4}}\par
\pard Printed at night footmost\par}
"""
BODY = r"""
\pard\plain\s4 The Harbour Was Closed titlemark\par
\pard\plain By Jane Bylinemark\par
3 May 2031\par
\pard The port of Elmsworth was shut on Monday livemark, {\revised\revauth1 insertedmark }
{\deleted\revauthdel1 deletedmark }
{\*\atrfstart 1}commentedmark{\*\atrfend 1}{\*\atnid DK}{\*\atnauthor Desk}\chatn {\*\annotation{\*\atnref 1}
{\*\atndate 12345}
\pard\plain Who said this commentmark?} as the council said.{\super\chftn}
{\footnote\pard\plain{\super\chftn} See the record footmark.}
 The ferries stayed in dock.{\super\chftn}{\footnote\ftnalt \pard {\super\chftn} See the archive endmark.}\par
\pard\plain\s3 A heading of its own headingmark\par
\pard\plain Words under the heading follow it here undermark.\par
\pard\plain\s1 By outline level outlinemark\par
\pard\plain More words stand below that heading belowmark.\par
\pard\plain\s5\i They carried the boats away by night quotemark.\par
\pard\plain{\listtext\'b7\tab}\ls1\ilvl0 The first item itemmark\par
\pard\plain\s7{\pntext 1.}The second item styleditemmark\par
\pard\plain\s6 Boats in the harbour captionmark\par
\pard\plain Shown words {\v hiddenmark }go on {\v0 to} the end shownmark.\par
\pard Half of a sentence joinfirst {\deleted\par}
\pard and its other half joinsecond.\par
\pard{\mvf This was moved away movedmark.\par}
\pard The paragraph between staymark.\par
\pard{\mvt This was moved here arrivedmark.}\par
The page {\field{\*\fldinst{\b0 HYPERLINK "https://example.org/a?b=1" }}{\fldrslt{\ul fieldlink}}} was read.\par
This one is {\i emphasised}, {\b strongmark}, 10{\super supmark} and H{\sub submark}, {\strike struckmark}.\par
soft\-hyphen, no\_break, {\f2 a} alpha, tab\tab ped, bro\line ken, \'93quoted\'94 \emdash  and \{braces\} signmark.\par
{\f1 \'cf\'ee\'f0\'f2} and {\f3 \'93\'fa\'96\'7b}, \u1087?\u1086\'ef\u1088 ?,
 {\uc2\u8364 EU}, \u-10179?\u-8704? unicodemark.\par
A box stands beside this boxedhost.{\shp{\*\shpinst\shpleft0{\sp{\sn wzName}{\sv namenever}}{\sp
{\sn wzDescription}{\sv A ship altmark}}
{\shptxt \pard\plain Words in a box boxmark.\par And a second paragraph of it boxsecond.\par}}
{\shprslt{\*\do{\dptxbxtext
\pard resultnever\par}}}}\par
An old box {\*\do\dobxcolumn{\dptxbxtext \pard Words of an old one oldbox.\par}}oldhost.\par
They saw
 {\shp{\*\shpinst{\shptxt \pard\plain \'93The boats were carried away by night\'94\par}}}that
 the boats were carried away b
y
 night, he said pullhost.\par
A picture
 {\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv At anchor descmark}}}\pngblip 89504e470d0a}}

{\nonshppict{\pict\wmetafile8
 0100}}is described picturehost.\par
Drawn words {\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv Large letters artmark}}}}stand here.\par
Binary {\pict\bin13 }}}{{{\{nev\\}is passed over binhost.\par
An object
 {\object\objemb{\*\objclass Excel.Sheet}{\*\objdata 01050000}{\result{\pard resultmark}}}is embedded objecthost.\par
Half is {\mmath{\*\moMath{\mf{\mfPr{\mctrlPr never}}{\mnum{\mr 1}}{\mden{\mr 2mathmark}}}}} of it.\par
\trowd\cellx100\cellx200\pard\intbl Port\cell Ships cellmark\cell\row
\pard\intbl Elmsworth\cell Twelve\par in dock secondcell\par\pard\intbl\itap2 inner rowmark\nestcell two\nestcell
{\*\nesttableprops\trowd\cellx50\nestrow}{\nonesttables\par nonestnever}\pard\intbl\cell\row
\pard A layout follows.\par\trowd\cellx100\pard\intbl A layout of one cell layoutmark.\cell\row
\pard\plain\dropcapli2 T\par\pard\plain he large letter belongs to its word dropmark.\par
{\*\bkmkstart bookmarknever}The end is near lastmark.{\*\bkmkend bookmarknever}\par
}
behindnever
"""

EXPECTED = {
    "titlemark": (K.HEADLINE, R.NONE),
    "Bylinemark": (K.BYLINE, R.NONE),
    "3 May 2031": (K.DATELINE, R.NONE),
    "livemark": (K.BODY, R.NONE),
    "insertedmark": (K.BODY, R.NONE),
    "deletedmark": (K.ASIDE, R.DELETED),
    "commentedmark": (K.BODY, R.NONE),
    "commentmark": (K.ASIDE, R.COMMENT),
    "1 See the record footmark.": (K.BODY, R.FOOTNOTE),
    "1 See the archive endmark.": (K.BODY, R.ENDNOTE),
    "headingmark": (K.HEADING, R.NONE),
    "undermark": (K.BODY, R.NONE),
    "outlinemark": (K.HEADING, R.NONE),
    "belowmark": (K.BODY, R.NONE),
    "quotemark": (K.QUOTE, R.NONE),
    " itemmark": (K.LIST, R.NONE),
    "styleditemmark": (K.LIST, R.NONE),
    "captionmark": (K.CAPTION, R.NONE),
    "Shown words go on to the end shownmark.": (K.BODY, R.NONE),
    "hiddenmark": (K.ASIDE, R.HIDDEN),
    "joinfirst and its other half joinsecond": (K.BODY, R.NONE),
    "movedmark": (K.ASIDE, R.MOVED_AWAY),
    "staymark": (K.BODY, R.NONE),
    "arrivedmark": (K.BODY, R.NONE),
    "fieldlink": (K.BODY, R.NONE),
    "strongmark": (K.BODY, R.NONE),
    "soft\u00adhyphen, no\u2011break, α alpha, tab\tped, bro ken, “quoted” — and {braces} signmark": (
        K.BODY,
        R.NONE,
    ),
    "Порт and 日本, пор, €, 😀 unicodemark": (K.BODY, R.NONE),
    "boxedhost": (K.BODY, R.NONE),
    "boxmark": (K.BODY, R.TEXT_BOX),
    "boxsecond": (K.BODY, R.TEXT_BOX),
    "oldbox": (K.BODY, R.TEXT_BOX),
    "An old box oldhost.": (K.BODY, R.NONE),
    "“The boats were carried away by night”": (K.ASIDE, R.PULL_QUOTE),
    "pullhost": (K.BODY, R.NONE),
    " altmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    "descmark": (K.ASIDE, R.ALTERNATIVE_TEXT),
    "A picture is described picturehost.": (K.BODY, R.NONE),
    "artmark": (K.BODY, R.TEXT_BOX),
    "Binary is passed over binhost.": (K.BODY, R.NONE),
    "resultmark": (K.BODY, R.NONE),
    "Half is 1/2mathmark of it.": (K.BODY, R.NONE),
    "Port\tShips cellmark": (K.TABLE, R.NONE),
    "Elmsworth\tTwelve in dock secondcell": (K.TABLE, R.NONE),
    "inner rowmark\ttwo": (K.TABLE, R.NONE),
    "layoutmark": (K.BODY, R.NONE),
    "The large letter belongs to its word dropmark.": (K.BODY, R.NONE),
    "The end is near lastmark.": (K.BODY, R.NONE),
    "headmark": (K.FURNITURE, R.HEADER),
    "footmost": (K.FURNITURE, R.FOOTER),
    "Page 3 of 4": (K.FURNITURE, R.PAGE_NUMBER),
}
ABSENT = (
    *(
        "fontnever",
        "stylename",
        "listnever",
        "revisornever",
        "generatornever",
        "operatornever",
        "unknownnever",
    ),
    *(
        "deeper",
        "namenever",
        "resultnever",
        "nonestnever",
        "bookmarknever",
        "behindnever",
        "HYPERLINK",
        "NUMPAGES",
    ),
    *("89504e", "0105", "12345", "nev\\", "Excel"),
)


@cache
def draft() -> ArticleDraft:
    data = (HEAD + BODY).encode("ascii")
    assert find_form(data).name == "rtf"
    return read(Source("every.rtf", data))


def test_every_word_stands_in_the_text_once_with_its_role() -> None:
    assert len(EXPECTED) > 20
    assert wrong_of(draft(), EXPECTED, ABSENT) == {}


def test_what_is_beside_a_paragraph_follows_it() -> None:
    words = [text for _, _, text in told(draft())]
    host = next(number for number, text in enumerate(words) if "livemark" in text)
    assert words[host + 1 : host + 3] == ["deletedmark ", "Who said this commentmark?"]


def test_notes_come_after_the_article_and_end_no_sentence() -> None:
    words = [text for _, _, text in told(draft())]
    at = words.index("1 See the record footmark.")
    assert words[at + 1] == "1 See the archive endmark."
    assert words[at - 1] == "The end is near lastmark."
    assert [text for text, _ in set_apart(draft(), InlineKind.NOTE)] == ["1", "1", "1", "1"]
    assert "The ferries stayed in dock.1" in account(draft())


def test_what_is_set_apart_is_known() -> None:
    found = draft()
    assert set_apart(found, InlineKind.INSERTED) == [("insertedmark ", "")]
    assert set_apart(found, InlineKind.MOVED_HERE) == [("This was moved here arrivedmark.", "")]
    assert set_apart(found, InlineKind.COMMENTED) == [("commentedmark", "1")]
    assert ("emphasised", "") in set_apart(found, InlineKind.EMPHASIS)
    assert set_apart(found, InlineKind.STRONG) == [("strongmark", "")]
    assert ("supmark", "") in set_apart(found, InlineKind.SUPERSCRIPT)
    assert set_apart(found, InlineKind.SUBSCRIPT) == [("submark", "")]
    assert set_apart(found, InlineKind.LINK) == [("fieldlink", "https://example.org/a?b=1")]


def test_the_user_is_told_of_changes_comments_objects_and_struck_words() -> None:
    notices = {each.code: dict(each.values) for each in draft().warnings}
    assert notices == {
        "written-changes": {"inserted": "1", "deleted": "2", "moved": "1"},
        "written-comments": {"count": "1", "authors": "Desk"},
        "written-objects": {"count": "1"},
        "written-struck": {"count": "1"},
    }
    assert home(draft(), "commentmark").anchor.record == "Desk"
    assert draft().letters.seen > 1000


def test_the_metadata_are_candidates() -> None:
    found = draft()
    assert found.metadata.title == "The Harbour Was Closed titlemark"
    assert found.metadata.published == "2031-05-03"
    assert {each.value for each in found.candidates if each.origin is Origin.DOCUMENT} == {
        "Harbour shut",
        "J. Roe",
    }
    assert found.encoding == "cp1252"
