"""What is said of a reading: its state, its counts, its warnings, what its form and places are called."""

from __future__ import annotations

from verifier.domain.articles import CONTESTED, ArticleDraft, ParagraphDraft
from verifier.domain.kinds import ACCOUNT_KINDS, Role
from verifier.domain.reading import Anchor
from verifier.i18n import Translator
from verifier.i18n.messages import word
from verifier.i18n.numbers import grouped
from verifier.i18n.vocabulary import name_of
from verifier.ui.intake.entry import NO_QUESTION, Entry, State, sentences_in


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


FORMS: dict[str, str] = {
    "html": _("web page"),
    "pdf": _("PDF"),
    "docx": _("Word document"),
    "odt": _("OpenDocument text"),
    "rtf": _("rich text (RTF)"),
    "plain": _("plain text"),
    "markdown": _("Markdown"),
    "eml": _("mail"),
    "mhtml": _("web page in one file (MHTML)"),
    "epub": _("e-book (EPUB)"),
    "captions": _("subtitles"),
    "warc": _("web archive (WARC)"),
    "wacz": _("web archive (WACZ)"),
}
"""What each form of source is called."""

WRAPS: dict[str, str] = {
    "auto": _("Find out"),
    "wrapped": _("Wrapped lines"),
    "lines": _("Each line a paragraph"),
    "blank": _("Blank lines between paragraphs"),
}
"""What each way to read line breaks is called."""

ENDINGS = (
    "*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.mht *.mhtml *.pdf *.docx *.docm *.odt *.rtf *.epub *.eml "
    "*.warc *.warc.gz *.wacz *.srt *.vtt"
)
"""The endings such files usually have, for file dialogs; what they are is told by their content."""


def form_name(form: str, translator: Translator) -> str:
    """What a form is called; an unknown one goes by its key."""
    return translator.gettext(FORMS[form]) if form in FORMS else form


def state_words(entry: Entry, translator: Translator) -> str:
    """Where the reading of a source stands, in a few words."""
    text = translator.gettext
    match entry.state:
        case State.OFFERED:
            return text("attached; tick it to add it too")
        case State.WAITING:
            return text("waiting")
        case State.READING:
            return text("being read …")
        case State.CANCELLED:
            return text("cancelled")
        case State.REFUSED:
            return text("could not be read")
        case State.READ:
            return _read_words(entry, translator)


def _read_words(entry: Entry, translator: Translator) -> str:
    assert entry.draft is not None
    number, doubts = sentences_in(entry), len(entry.doubts())
    warnings = sum(notice.code not in NO_QUESTION for notice in entry.draft.warnings)
    many = translator.ngettext
    parts = [many("{number} sentence", "{number} sentences", number).format(number=number)]
    choice = len(entry.others())
    if choice > 1:
        parts.append(many("one of {number} parts", "one of {number} parts", choice).format(number=choice))
    if doubts:
        parts.append(many("{number} doubt", "{number} doubts", doubts).format(number=doubts))
    if warnings:
        parts.append(many("{number} warning", "{number} warnings", warnings).format(number=warnings))
    if entry.same_as:
        parts.insert(0, translator.gettext("the same as {what}").format(what=entry.same_as))
    return " · ".join(parts)


def draft_facts(entry: Entry, translator: Translator) -> str:
    """Form, encoding, letters and counts of a reading, on one line."""
    draft = entry.draft
    assert draft is not None
    many = translator.ngettext
    aside = entry.in_account().count(False)
    account = sentences_in(entry)
    parts = [
        form_name(draft.reader, translator),
        draft.encoding if draft.source.acquired_how != "pasted" else "",
        many("{number} sentence", "{number} sentences", account).format(number=account),
        many("{number} paragraph set aside", "{number} paragraphs set aside", aside).format(number=aside)
        if aside
        else "",
        letters_words(draft, translator),
    ]
    return " · ".join(filter(None, parts))


def letters_words(draft: ArticleDraft, translator: Translator) -> str:
    """How many of the letters an independent parse saw are in the text."""
    seen, kept = draft.letters.seen, draft.letters.kept
    if not seen:
        return ""
    all_ = grouped(seen, translator)
    if kept >= seen:
        return translator.gettext("all {seen} letters kept").format(seen=all_)
    some = grouped(kept, translator)
    return translator.gettext("{kept} of {seen} letters kept").format(kept=some, seen=all_)


def warnings_of(draft: ArticleDraft, translator: Translator) -> list[str]:
    """The warnings of a reading in words; the one that letters are missing comes first."""
    ordered = sorted(draft.warnings, key=lambda notice: notice.code != "letters-missing")
    return [word(notice.code, draft.source.name, dict(notice.values), translator) for notice in ordered]


def kind_words(paragraph: ParagraphDraft, translator: Translator) -> str:
    """What a paragraph is: its kind, and its role where that says more."""
    kind = name_of("kind", paragraph.kind, translator)
    if paragraph.role is Role.NONE:
        return kind
    role = name_of("role", paragraph.role, translator)
    return role if paragraph.kind not in ACCOUNT_KINDS else f"{kind} · {role}"


def is_doubtful(paragraph: ParagraphDraft) -> bool:
    """Whether a person should look at what a paragraph is."""
    return paragraph.confidence < CONTESTED


_RUNNING_TEXT = frozenset({"word/document.xml", "content.xml"})
"""The members of written documents that hold their running text, which goes without saying."""


def anchor_words(anchor: Anchor, translator: Translator) -> list[str]:
    """Where a paragraph stands in its source, one term a line; nothing where its form has no such terms."""
    text = translator.gettext
    found = []
    pages = list(dict.fromkeys(spot.page for spot in anchor.spots))
    if pages:
        shown = str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
        found.append(text("page {number}").format(number=shown))
    if anchor.time:
        found.append(anchor.time)
    if anchor.part and anchor.part not in _RUNNING_TEXT:
        found.append(text("part {name}").format(name=anchor.part))
    if anchor.paragraph is not None:
        found.append(text("paragraph {number}").format(number=anchor.paragraph + 1))
    if anchor.record:
        found.append(text("record {name}").format(name=anchor.record))
    if anchor.xpath:
        found.append(anchor.xpath)
    return found
