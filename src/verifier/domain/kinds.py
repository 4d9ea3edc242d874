"""The fixed vocabularies of a case. Each member's value is the stable key that is stored and exported."""

from __future__ import annotations

from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is in its article."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    QUOTE = "quote"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    BOILERPLATE = "boilerplate"
    FURNITURE = "furniture"
    ASIDE = "aside"


ACCOUNT_KINDS = frozenset(
    {
        ParagraphKind.HEADLINE,
        ParagraphKind.BODY,
        ParagraphKind.QUOTE,
        ParagraphKind.HEADING,
        ParagraphKind.LIST,
        ParagraphKind.TABLE,
    }
)
"""The kinds that make the account; every other kind is set aside: folded away and counted, never deleted."""


class Role(StrEnum):
    """What a paragraph is besides its kind, where its source says so."""

    NONE = ""
    HIDDEN = "hidden"
    DELETED = "deleted"
    MOVED_AWAY = "moved-away"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text-box"
    PULL_QUOTE = "pull-quote"
    PAGE_NUMBER = "page-number"
    NAVIGATION = "navigation"
    FORM = "form"
    ALTERNATIVE_TEXT = "alternative-text"
    QUOTED_MAIL = "quoted-mail"
    SIGNATURE = "signature"
    MAIL_HEADER = "mail-header"


class InlineKind(StrEnum):
    """How a stretch inside a paragraph is set apart by its source."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    INSERTED = "inserted"
    MOVED_HERE = "moved-here"
    NOTE = "note"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    COMMENTED = "commented"


class Origin(StrEnum):
    """Where in a source a candidate for its metadata stands."""

    VISIBLE = "visible"
    JSON_LD = "json-ld"
    META = "meta"
    LINK = "link"
    TIME = "time"
    ATTRIBUTE = "attribute"
    DOCUMENT = "document"
    MAIL = "mail"
    SINGLEFILE = "singlefile"
    WARC = "warc"


class PartKind(StrEnum):
    """What a part of a source is."""

    ALTERNATIVE = "alternative"
    PAGE = "page"
    CHAPTER = "chapter"
    ATTACHMENT = "attachment"


class Label(StrEnum):
    """A checker's judgement of a passage. What each means is in docs/labels.md."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    OPINION = "opinion"
    UNCONFIRMED = "unconfirmed"
    NO_CLAIM = "no-claim"


LABELS_NEEDING_BASIS = frozenset({Label.VERIFIED, Label.DISPUTED})
"""The labels that stand only on a named basis: evidence, or a link to another article."""


class Modifier(StrEnum):
    """What limits a label."""

    PARTLY = "partly"
    NEEDS_CONTEXT = "needs-context"
    HEDGED = "hedged"
    ATTRIBUTION_ONLY = "attribution-only"
    REFUTED = "refuted"


class Voice(StrEnum):
    """Whose words the marked passage is."""

    ARTICLE = "article"
    QUOTED = "quoted"
    REPORTED = "reported"


class Advice(StrEnum):
    """What the editor is asked to do about a passage."""

    CORRECT = "correct"
    ATTRIBUTE = "attribute"
    CUT = "cut"
    ASK = "ask"
    LEAVE = "leave"


class Reach(StrEnum):
    """Whether a note may leave the case: an internal one enters no report."""

    PRINTED = "printed"
    INTERNAL = "internal"


class Relation(StrEnum):
    """How two passages stand to each other. The two directed ones read from end a to end b."""

    CORROBORATES = "corroborates"
    CONTRADICTS = "contradicts"
    ADDS_DETAIL = "adds-detail"
    SAME_QUOTATION = "same-quotation"
    ALTERED_QUOTATION = "altered-quotation"


DIRECTED_RELATIONS = frozenset({Relation.ADDS_DETAIL, Relation.ALTERED_QUOTATION})
"""Relations in which a and b are not alike: a adds detail to b, a alters the quotation of b."""


class Facet(StrEnum):
    """In what respect two linked passages differ."""

    STATUS = "status"
    NUMBER = "number"
    DATE = "date"
    CAUSE = "cause"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    SCOPE = "scope"
    WORDING = "wording"
    TRANSLATION = "translation"


class Severity(StrEnum):
    """How grave a difference is, gravest first."""

    HARD = "hard"
    TENSION = "tension"
    FRAMING = "framing"
    MINOR = "minor"


class Outcome(StrEnum):
    """How a difference was resolved."""

    A_STANDS = "a-stands"
    B_STANDS = "b-stands"
    NEITHER = "neither"
    COMPATIBLE = "compatible"
    UNSETTLED = "cannot-be-settled"


class Stance(StrEnum):
    """How a piece of evidence bears on the passage."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Primacy(StrEnum):
    """Whether a piece of evidence is the thing itself or an account of it."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
