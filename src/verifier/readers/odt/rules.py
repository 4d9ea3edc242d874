"""Which element of OpenDocument's means what, in one table: on the way in and on the way out."""

from __future__ import annotations

from verifier.readers.odt import around, inline
from verifier.readers.odt.context import Document
from verifier.readers.odt.names import short
from verifier.readers.stories import Enter, Leave, Rules

_WORDLESS = (
    *(
        "text:tracked-changes",
        "office:forms",
        "office:event-listeners",
        "office:scripts",
        "office:binary-data",
    ),
    *("text:variable-decls", "text:sequence-decls", "text:user-field-decls", "text:dde-connection-decls"),
    *("text:table-of-content-source", "text:illustration-index-source", "text:table-index-source"),
    *("text:object-index-source", "text:user-index-source", "text:alphabetical-index-source"),
    *("text:bibliography-source", "text:note-citation", "office:change-info", "dc:creator", "dc:date"),
    *(
        "meta:creator-initials",
        "meta:date-string",
        "loext:sender-initials",
        "style:style",
        "draw:page-thumbnail",
    ),
)
_INDEXES = (
    *("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index"),
    *("text:user-index", "text:alphabetical-index"),
)

_ENTERS: dict[str, Enter[Document]] = {
    **dict.fromkeys(_WORDLESS, around.skip),
    **dict.fromkeys(_INDEXES, around.enter_index),
    # around the words
    "text:p": around.enter_paragraph,
    "text:h": around.enter_heading,
    "text:list": around.enter_list,
    "text:section": around.enter_section,
    "draw:text-box": around.enter_box,
    "table:table": around.enter_table,
    "table:table-row": around.enter_row,
    "table:table-cell": around.enter_cell,
    "table:covered-table-cell": around.enter_covered_cell,
    "draw:object-ole": around.enter_embedded,
    "draw:plugin": around.enter_embedded,
    "draw:applet": around.enter_embedded,
    # inside a paragraph
    "text:span": inline.enter_span,
    "text:s": inline.enter_spaces,
    "text:tab": inline.sign("\t"),
    "text:line-break": inline.sign("\n"),
    "text:a": inline.enter_link,
    "text:ruby-text": inline.enter_ruby_text,
    "text:page-number": inline.enter_page_number,
    "text:page-count": inline.enter_page_number,
    "text:placeholder": inline.enter_prompt,
    "text:hidden-text": inline.enter_hidden,
    "text:variable-set": inline.enter_hidden,
    "text:note": inline.enter_note,
    "text:note-body": inline.enter_note_body,
    "office:annotation": inline.enter_comment,
    "office:annotation-end": inline.enter_comment_end,
    "text:change": inline.enter_change,
    "text:change-start": inline.enter_change_start,
    "text:change-end": inline.enter_change_end,
    "svg:title": inline.enter_described,
    "svg:desc": inline.enter_described,
    "table:title": inline.enter_described,
    "table:desc": inline.enter_described,
    "math:math": inline.enter_formula,
    "draw:object": inline.enter_object,
}

_LEAVES: dict[str, Leave[Document]] = {
    "text:p": around.leave_paragraph,
    "text:h": around.leave_paragraph,
    "draw:text-box": around.leave_box,
    "table:table": around.leave_table,
    "table:table-row": around.leave_row,
    "table:table-cell": around.leave_cell,
    "table:covered-table-cell": around.leave_cell,
    "text:page-number": inline.leave_page_number,
    "text:page-count": inline.leave_page_number,
    "text:note-body": inline.leave_note_body,
    "office:annotation": inline.leave_comment,
}

_BARE = frozenset(
    {
        *("text:note", "text:ruby", "draw:frame", "draw:g", "draw:a", "draw:custom-shape", "draw:rect"),
        *("draw:line", "draw:ellipse", "draw:polygon", "draw:path", "draw:connector", "draw:caption"),
        *("draw:image", "draw:object", "draw:control"),
    }
)

RULES = Rules(short, _ENTERS, _LEAVES, _BARE)
"""What OpenDocument's elements mean."""
