"""Which element of Word's means what, in one table: on the way in and on the way out."""

from __future__ import annotations

from verifier.readers.stories import Enter, Leave, Rules
from verifier.readers.word import formulas, frames, runs
from verifier.readers.word.context import Document
from verifier.readers.word.names import short

_PROPERTIES = (
    *("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr"),
    *(
        "w:tblPrEx",
        "w:numbering",
        "w:smartTagPr",
        "w:customXmlPr",
        "w:rubyPr",
        "w:ffData",
        "w:fldData",
        "w:dirPr",
    ),
    *("m:ctrlPr", "m:rPr", "m:dPr", "m:fPr", "m:naryPr", "m:radPr", "m:oMathParaPr", "w:annotationRef"),
)

_ENTERS: dict[str, Enter[Document]] = {
    **dict.fromkeys(_PROPERTIES, runs.skip),
    # around the words
    "w:p": frames.enter_paragraph,
    "w:tbl": frames.enter_table,
    "w:tr": frames.enter_row,
    "w:tc": frames.enter_cell,
    "w:sdt": frames.enter_control,
    "w:txbxContent": frames.enter_box,
    "a:p": frames.enter_graphic_paragraph,
    "mc:Choice": frames.enter_alternative,
    "mc:Fallback": frames.enter_alternative,
    "wp:docPr": frames.enter_described,
    "v:shape": frames.enter_old_shape,
    "v:rect": frames.enter_old_shape,
    "v:textpath": frames.enter_drawn_words,
    "c:chart": frames.enter_chart,
    "dgm:relIds": frames.enter_diagram,
    "o:OLEObject": frames.counted("objects"),
    "w:altChunk": frames.counted("chunks"),
    "w:subDoc": frames.counted("chunks"),
    # inside a paragraph
    "w:r": runs.enter_run,
    "w:tab": runs.sign("\t"),
    "w:ptab": runs.sign("\t"),
    "w:br": runs.sign("\n"),
    "w:cr": runs.sign("\n"),
    "a:br": runs.sign("\n"),
    "w:noBreakHyphen": runs.sign("\u2011"),
    "w:softHyphen": runs.sign("\u00ad"),
    "w:sym": runs.enter_symbol,
    "w:rt": runs.enter_ruby_text,
    "w:ins": runs.enter_inserted,
    "w:del": runs.enter_deleted,
    "w:moveTo": runs.enter_moved_here,
    "w:moveFrom": runs.enter_moved_away,
    "w:hyperlink": runs.enter_link,
    "w:fldChar": runs.enter_field_sign,
    "w:fldSimple": runs.enter_simple_field,
    "w:footnoteReference": runs.enter_footnote_reference,
    "w:endnoteReference": runs.enter_endnote_reference,
    "w:footnoteRef": runs.enter_note_number,
    "w:endnoteRef": runs.enter_note_number,
    "w:commentRangeStart": runs.enter_comment_range,
    "w:commentRangeEnd": runs.enter_comment_range_end,
    "w:commentReference": runs.enter_comment_reference,
    # formulas
    "m:den": formulas.enter_denominator,
    "m:rad": formulas.enter_root,
    "m:nary": formulas.enter_sum,
    "m:d": formulas.enter_brackets,
    "m:e": formulas.enter_argument,
    "m:sup": formulas.enter_raised,
    "m:sub": formulas.enter_lowered,
}

_LEAVES: dict[str, Leave[Document]] = {
    "w:p": frames.leave_paragraph,
    "w:tbl": frames.leave_table,
    "w:tr": frames.leave_row,
    "w:tc": frames.leave_cell,
    "w:txbxContent": frames.leave_box,
    "a:p": frames.leave_box,
    "w:t": runs.leave_text,
    "a:t": runs.leave_plain_text,
    "m:t": runs.leave_plain_text,
    "w:delText": runs.leave_deleted_text,
    "w:instrText": runs.leave_instruction,
    "w:fldSimple": runs.leave_simple_field,
    "m:d": formulas.leave_brackets,
}

RULES = Rules(short, _ENTERS, _LEAVES)
"""What Word's elements mean."""
