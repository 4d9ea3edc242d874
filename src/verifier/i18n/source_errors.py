"""Words for sources that cannot be read or fetched. "{where}" is the file, article or address."""

from __future__ import annotations


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


SOURCE_ERRORS: dict[str, str] = {
    # sources
    "source-missing": _("{where}: there is no such file. Check the name."),
    "source-is-folder": _("{where} is a folder. Name the files in it."),
    "source-not-a-file": _("{where} is not an ordinary file and was not read."),
    "source-unreadable": _("{where} cannot be read ({reason}). Check who may read it."),
    "source-too-big": _(
        "{where} has {size} MB; up to {limit} MB are read. Save the article alone, without what surrounds it."
    ),
    "source-empty": _("{where} is empty: there is nothing to read in it. Check that it was saved whole."),
    "source-binary": _(
        "{where} is not a text file, nor any other form that is read here. Save the article as a PDF, a Word document "
        "or plain text, or copy its words and paste them."
    ),
    "nothing-readable": _("{where} holds nothing but white space. Check that it was saved whole."),
    "encoding-unknown": _(
        "{where}: there is no text encoding named “{encoding}”. Write one such as utf-8, windows-1251 or koi8-r."
    ),
    "form-unknown": _("{where}: “{form}” is no form that can be read. Choose one of: {known}."),
    "wrap-unknown": _("{where}: “{wrap}” is no way to read line breaks. Choose one of: {known}."),
    # packages: Word, OpenDocument, EPUB, WACZ
    "package-damaged": _(
        "{where} is damaged and cannot be unpacked ({detail}). Get it anew, or open it in the program that made it "
        "and save it again."
    ),
    "package-too-many": _(
        "{where} holds more than {limit} files inside and was not read. Save the article alone."
    ),
    "package-name-unsafe": _(
        "{where} holds a file whose name leads out of it ({member}), which no honest program writes. It was not read."
    ),
    "package-name-twice": _(
        "{where} holds two files of one name ({member}), so that it can say one thing here and another elsewhere. "
        "It was not read. Open it in the program that made it and save it again."
    ),
    "package-encrypted": _(
        "{where} is locked with a password. Open it in the program that made it, save a copy without the password, "
        "and add that."
    ),
    "package-too-big": _(
        "{where}: {member} unpacks to {size} MB; up to {limit} MB are read. Save the article alone, without what "
        "surrounds it."
    ),
    "package-swells": _(
        "{where} would unpack to {size} MB from {packed} MB, as files made to harm do. It was not read. Open it in "
        "the program that made it and save it again."
    ),
    "package-member-missing": _(
        "{where} is not whole: there is no {member} in it. Get it anew, or open it in the program that made it and "
        "save it again."
    ),
    "package-doctype": _(
        "{where}: {member} defines a document type, which can hide words or do harm. It was not read. Open it in the "
        "program that made it and save it again."
    ),
    "package-dense": _(
        "{where}: {member} has more than {limit} elements and would take too much memory. Save the article alone."
    ),
    "package-xml": _(
        "{where}: {member} is damaged ({detail}). Open it in the program that made it and save it again."
    ),
    # mails and other sources that hold several
    "part-unknown": _("{where} has no part “{part}”. Choose one of: {known}."),
    "mail-encrypted": _(
        "{where} is encrypted ({how}), and nothing of it can be read without the key. Decrypt it in the mail program, "
        "save it anew and add that; or copy its words and paste them."
    ),
    "mail-too-deep": _(
        "{where}: mails lie inside mails more than {limit} deep, which no honest mail does. Save the inner one alone "
        "and add the file."
    ),
    "mail-too-many-parts": _(
        "{where} has more than {limit} parts, and was given up. Save what matters alone and add the file."
    ),
    "archive-without-pages": _(
        "{where} holds no page that could be read. Open it where it was made, and save the page itself."
    ),
    "report-not-word": _(
        "{where} is no whole Word document, so no case can be made of it. Name a report saved as .docx."
    ),
    "report-without-data": _(
        "{where} carries no data of a case: it is no report of Verifier, a memo, or a program took the data out. "
        "Ask for the full dossier, or add the document as an article."
    ),
    "report-without-texts": _(
        "{where} carries no texts: it was made without the annotated articles. Ask for the full dossier."
    ),
    "report-data-altered": _(
        "{where}: the data in the report is not what its hash says; somebody or some program altered it. "
        "No case was made. Ask for the report as it was sent."
    ),
    "report-data-newer": _(
        "{where} was written by a newer Verifier. Install the newer program; no case was made."
    ),
    "report-data-damaged": _(
        "{where}: the data in the report does not hold together ({detail}). No case was made. "
        "Ask for the report as it was sent."
    ),
    "word-other": _(
        "{where} is no text document: {member} in it is something else. Save the article as .docx and add that."
    ),
    "archive-damaged": _(
        "{where} begins as a web archive and is none that could be read. Fetch or make it anew."
    ),
    "archive-swells": _(
        "{where} unpacks to more than {limit} MB, and was given up. Keep the page alone and add that."
    ),
    "archive-too-many": _("{where} has more than {limit} records, and was given up. Add a smaller archive."),
    "archive-coding-unknown": _(
        "{where} keeps the page packed in a way that cannot be unpacked here ({coding}). Open it where it was made, "
        "and save the page itself."
    ),
    "odt-other": _("{where} is no text document. Save the article as .odt or .docx and add that."),
    "rtf-other": _("{where} is no RTF file. Let its form be found, or choose another."),
    # known, but not read
    "office-locked": _(
        "{where} is locked with a password. Open it in the program that made it, save a copy without the password, "
        "and add that."
    ),
    "word-too-old": _(
        "{where} is a document of an old Word (.doc), which cannot be read here. Open it in Word or LibreOffice, save "
        "it as .docx, and add that."
    ),
    "pages-not-read": _(
        "{where} is a document of Pages, which cannot be read here. Open it in Pages, export it as Word (.docx) or "
        "PDF, and add that."
    ),
    "sheet-not-read": _(
        "{where} is a spreadsheet, not an article. If an article stands in it, copy its words and paste them."
    ),
    "slides-not-read": _(
        "{where} is a presentation, not an article. Export it as PDF and add that, or copy its words and paste them."
    ),
    "outlook-not-read": _(
        "{where} is a mail in Outlook’s own form (.msg), which cannot be read here. Save the mail as .eml and add that."
    ),
    "picture-not-read": _(
        "{where} is a picture: it holds no text, only the look of one. Find the text itself, or type its words."
    ),
    "recording-not-read": _(
        "{where} is a recording. Add its transcript or subtitles instead (.txt, .srt, .vtt)."
    ),
    "archive-not-read": _("{where} is an archive of other files. Unpack it and add the articles in it."),
    "database-not-read": _(
        "{where} is a database, not an article. A case of Verifier is opened as a case, not added as an article."
    ),
    "epub-protected": _(
        "{where} is locked (DRM): its text is encrypted and was not read. Copy the words from a reading program and "
        "paste them, or ask the publisher for a copy without the lock."
    ),
    "epub-without-plan": _(
        "{where} is no whole EPUB: it does not say what its chapters are. Get the file anew."
    ),
    # web addresses
    "url-not-web": _("{where} is not a web address. Write it in full, beginning with https:// or http://."),
    "url-malformed": _(
        "{where} cannot be read as a web address. Copy it again from the browser’s address bar."
    ),
    "url-userinfo": _(
        "{where} holds a user name or password, which would be kept in the case. Write the address without it; "
        "if the page needs one, save it from the browser and add the file."
    ),
    "url-unknown-host": _(
        "{where}: no machine named {host} was found. Check the spelling, and that this machine is online."
    ),
    "url-not-public": _(
        "{where} leads to {host} ({address}), which is not a public machine but one of this network or this very "
        "machine. It was not asked. If it is right, save the page from the browser and add the file."
    ),
    "url-no-connection": _(
        "{where}: {host} takes no connection ({reason}). Try later, or open the page in a browser, save it and add "
        "the file."
    ),
    "url-certificate": _(
        "{where}: {host} does not prove who it is ({reason}), so its words cannot be trusted and were not read. "
        "Check this machine’s date; look at the page in a browser."
    ),
    "url-tls": _(
        "{where}: no secure connection to {host} could be made ({reason}). Open the page in a browser, save it and "
        "add the file."
    ),
    "url-bad-answer": _(
        "{where}: {host} did not answer as a web server does ({reason}). Try later, or check the address."
    ),
    "url-not-found": _(
        "{where}: the site has no such page ({said}). Check the address, or look for a copy in a web archive."
    ),
    "url-forbidden": _(
        "{where}: the site does not give this page to us ({said}); it may want you to log in. Open it in a browser, "
        "save it and add the file."
    ),
    "url-busy": _("{where}: the site asks to come back later ({said}). Wait a little and try again."),
    "url-server-fault": _("{where}: the site has a fault of its own ({said}). Try again later."),
    "url-status": _(
        "{where}: the site gave no page but this answer: {said}. Open the page in a browser, save it and add the file."
    ),
    "url-empty": _("{where}: the site sent nothing. Open the page in a browser, save it and add the file."),
    "url-damaged": _(
        "{where}: what the site sent cannot be unpacked ({reason}). Try again, or save the page from a browser and add "
        "the file."
    ),
    "url-coding-unknown": _(
        "{where}: the site packed the page in a way that cannot be unpacked here ({coding}). Save it from a browser "
        "and add the file."
    ),
    "url-redirect-refused": _(
        "{where} leads on to {target}, which is no web address that may be asked. Nothing was read there."
    ),
    "url-redirect-nowhere": _(
        "{where} leads on, but does not say where to. Open it in a browser, save the page and add the file."
    ),
    "url-redirect-loop": _(
        "{where} leads round in a circle, back to {target}; the site may want cookies, which are never sent. Open it "
        "in a browser, save the page and add the file."
    ),
    "url-too-many-redirects": _(
        "{where} leads on more than {limit} times, and was given up. Use the address the browser shows in the end."
    ),
    "url-too-slow": _(
        "{where}: not everything came within {seconds} seconds, so it was given up. Try again later."
    ),
    "url-too-big": _(
        "{where} sends more than {limit} MB, and was given up. Save the article alone and add the file."
    ),
    "url-head-too-big": _(
        "{where}: the head of the answer has no end, and was given up. Open the page in a browser, save it and add the "
        "file."
    ),
    "url-unpacks-too-big": _(
        "{where} unpacks to more than {limit} MB, and was given up. Save the article alone and add the file."
    ),
    # PDFs
    "pdf-encrypted": _(
        "{where} is locked with a password. Open it in a PDF viewer with the password, print it to a new PDF there, "
        "and add that one."
    ),
    "pdf-damaged": _(
        "{where} is damaged: its pages cannot be read. Download or save it again; perhaps it was cut off."
    ),
    "pdf-too-many-pages": _(
        "{where} has {count} pages; up to {limit} are read. Save the pages of the article as a PDF of their own."
    ),
    "pdf-too-many-characters": _(
        "{where} has more than {limit} characters. Save the pages of the article as a PDF of their own."
    ),
    "pdf-no-text": _(
        "{where} has no text layer: its pages are pictures, as from a scanner. Run text recognition (OCR) on it, and "
        "add what comes out."
    ),
    "pdf-blank": _("{where} has no text: its pages are blank. Check that it was saved whole."),
    "pdf-no-such-page": _("{where} has no page {page}; it has {count}."),
}
