"""Words for what a reader found that the user should know of a source, and what to do about it."""

from __future__ import annotations


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


NOTICES: dict[str, str] = {
    "taken-from-report": _(
        "The text was taken from the report {report} (SHA-256 {report_sha256}), not from the source; "
        "the report does not say what the source was. Add the source itself to check the words."
    ),
    "taken-from-report-of-source": _(
        "The text was taken from the report {report} (SHA-256 {report_sha256}), not from the source. As the report "
        "says, the source was {source}, {size} bytes, SHA-256 {sha256}. Add the source itself to check the words."
    ),
    "undecodable": _(
        "{count} places could not be read as {encoding} and are shown as \ufffd. "
        "Choose another encoding, or compare the file."
    ),
    "encoding-guessed": _(
        "The file does not say its encoding; it was read as {encoding}. If letters look wrong, choose another."
    ),
    "encoding-mislabelled": _(
        "The source says that its encoding is {label}, but its bytes are not: the label was not followed."
    ),
    "encoding-doubted": _(
        "The source says that its encoding is {label}, and was read so; its bytes look more like {encoding}. "
        "If letters look wrong, choose that."
    ),
    "page-mostly-hidden": _(
        "Most of the page’s text is marked as hidden; it was read as if it were shown. Compare the page in a browser."
    ),
    "frames-not-read": _(
        "The page is made of {count} frames, each a page of its own; they were not read. Save and add them one by one."
    ),
    "page-not-voted": _(
        "The page is too big or nested too deep for the usual judgement of what is article and what is not: "
        "check the kinds of its paragraphs."
    ),
    "letters-missing": _(
        "Words may be missing: {seen} letters were seen in the file, {kept} are in the text. "
        "Compare these places: {places}"
    ),
    "page-broke-off": _(
        "The page broke off while it was fetched: words may be missing at its end. Fetch it again, or compare it in a "
        "browser."
    ),
    "page-elsewhere": _(
        "{asked} led to another address, {answered}. See that it is the article you asked for."
    ),
    "page-way-open": _(
        "A secure address led to an open one ({address}): somebody on the way could have changed the page."
    ),
    "written-changes": _(
        "The file holds tracked changes (insertions: {inserted}, deletions: {deleted}, moves: {moved}). It was read as "
        "if all were accepted; what was deleted or moved away is set aside."
    ),
    "written-comments": _("Comments in the file: {count} ({authors}). They are set aside."),
    "written-struck": _(
        "Stretches printed struck through: {count}. They are no tracked deletions and were read as live text; compare "
        "the file."
    ),
    "written-symbols": _(
        "Characters of a symbol font that are not known and may look wrong: {count}. Compare the file."
    ),
    "written-objects": _(
        "Objects of other programs embedded in the file: {count}. Words inside them were not read."
    ),
    "written-chunks": _(
        "Other files built into this one: {count}. Words inside them were not read: open the file in Word, save it and "
        "add it again."
    ),
    "pdf-pages-broken": _(
        "Pages that could not be read, since the file is damaged there: {pages}. Compare the file."
    ),
    "pdf-pages-without-text": _(
        "Pages without a text layer, which are pictures alone: {pages}. What is written there is not in the text."
    ),
    "pdf-attachments": _(
        "The PDF carries {count} other files, which were not read: {names}. Save them and add them."
    ),
    "pdf-scanned-text": _(
        "Scanned pages whose words come from text recognition, which makes mistakes: {pages}. Compare with the pages."
    ),
    "pdf-doubled": _("{count} characters are printed twice at one place to look bold; each was taken once."),
    "pdf-unmapped": _(
        "{count} characters are drawn without saying which they are and are shown as \ufffd. Compare with the pages."
    ),
    "written-repeated": _(
        "Cells, rows or spaces repeated in the file more often than is read: {count}. Compare its tables."
    ),
    "hyphens-dropped": _(
        "{count} hyphens at line ends were dropped, since the same words stand unhyphenated elsewhere in the text."
    ),
    "hyphens-dropped-by-habit": _(
        "{count} hyphens at line ends were dropped, since the text hyphenates throughout and nothing says that they "
        "belong to the words. Compare the file where a word looks wrong."
    ),
    "hyphens-undecided": _(
        "{count} hyphens at line ends were kept: the text does not say whether they belong to the words."
    ),
    # saved pages and web archives
    "page-saved": _("The page was saved at {when}."),
    "page-not-closed": _("The end of the file is missing. What there is was read; save the page anew."),
    "page-bad-base64": _(
        "A part of the file is damaged, and the page is not read whole. Save the page anew."
    ),
    "page-archived": _("The page was archived on {when} from {address}."),
    "archive-digest": _(
        "{what} is not as it was when it was archived: its bytes do not match the digest beside them. "
        "Get the archive anew, or say in the report that it was changed."
    ),
    "archive-cut": _("The archive is not whole: records in it end early. Pages may be missing."),
    "archive-refers": _(
        "{count} pages are not in this archive, which only refers to an earlier one that holds them."
    ),
    "archive-pages-missing": _("{count} pages the collection lists are not in its archives."),
    "epub-notes-elsewhere": _(
        "{count} notes of this chapter stand in another part of the book. Read that part too."
    ),
    "captions-rolling": _(
        "The captions roll: {count} lines that were shown again as the next ones came are in the text once."
    ),
    # mails
    "mail-without-text": _(
        "The mail has no text of its own; only its header is shown. Its {count} attachments are sources of their own."
    ),
    "mail-versions-differ": _(
        "The mail comes as plain text and as HTML, and the two do not say the same; {read} was read. "
        "Read the other one too."
    ),
    "mail-header-repeated": _(
        "Headers that may stand once stand several times ({names}): mail programs differ in which they show."
    ),
    "mail-no-boundary": _(
        "The mail does not say where its parts begin; where they do was guessed. Compare it in a mail program."
    ),
    "mail-not-closed": _("The end of the mail is missing. What there is was read; ask for the mail again."),
    "mail-bad-base64": _(
        "A part of the mail was damaged on its way and is not read whole. Ask for the mail again."
    ),
    "mail-part-unreadable": _(
        "What calls itself text in the mail (part {parts}) is none, and was not read. Compare it in a mail program."
    ),
    "mail-partly-encrypted": _("A part of the mail is encrypted ({how}) and was not read."),
    "mail-winmail": _(
        "The mail brings a winmail.dat, Outlook’s own wrapping, which was not unpacked: attachments may be inside. "
        "Ask for it again as an ordinary mail."
    ),
    "mail-signed": _("The mail is signed. The signature was not checked; a mail program can."),
    "mail-folder": _(
        "The file is a folder of {count} mails, of which one is read. Choose another among its parts."
    ),
}
