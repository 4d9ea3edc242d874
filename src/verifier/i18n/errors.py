"""Words for errors: what happened, to what, and what to do. "{where}" is the file, article or address."""

from __future__ import annotations


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


ERRORS: dict[str, str] = {
    # case files
    "case-missing": _(
        "{where}: there is no such case. Check the name, or add an article to begin a new case."
    ),
    "case-is-folder": _("{where} is a folder, not a case. Name the .verif file inside it."),
    "case-unreadable": _(
        "{where} cannot be read ({reason}). Check who may read it, or copy it to a folder of yours."
    ),
    "not-a-case": _(
        "{where} is not a Verifier case; nothing was changed. To read it as an article, add it to a case."
    ),
    "case-newer": _(
        "{where} was written by a newer Verifier (schema {version}; this one knows {known}). "
        "Install the newer program; the case was not touched."
    ),
    "case-damaged": _(
        "{where} is damaged and was not opened ({detail}). Nothing was changed. "
        "Open a backup of it, or a copy you sent to somebody."
    ),
    "case-foreign-schema": _(
        "{where} holds tables or triggers Verifier did not make, and was not opened. "
        "Ask whoever sent it for a copy saved by the program."
    ),
    "case-open-elsewhere": _(
        "{where} is open in another window, by {owner} since {since}. "
        "Close it there, or open it here to read only; nothing was changed."
    ),
    "case-read-only": _(
        "{where} cannot be changed: it is read-only. Save a copy in a folder of yours and work there."
    ),
    "case-folder-read-only": _(
        "{where}: its folder takes no files ({reason}). Save a copy of the case in a folder of yours and work there."
    ),
    "case-folder-missing": _("{where}: there is no folder {folder}. Make it first, or choose another."),
    "case-exists": _("{where} exists already. Open it, or choose another name."),
    "copy-not-written": _("{where}: the copy could not be written ({detail}). Choose another folder."),
    "migration-failed": _(
        "{where} could not be brought up to date ({detail}) and is as it was. Keep it, and report this with the file."
    ),
    # steps
    "not-saved": _(
        "{where}: the change could not be saved and was not made ({detail}). Check the disk's free space."
    ),
    "step-does-not-fit": _(
        "{where}: the change does not fit the case and was not made ({detail}). Open it again."
    ),
    "would-lose-marks": _(
        "The change would have taken away {count} labels nobody asked to clear, so it was not made."
    ),
    "nothing-to-undo": _("There is nothing to undo."),
    "nothing-to-redo": _("There is nothing to redo."),
    "no-such-step": _("{where}: there is no such step in this case."),
    "version-of-another-case": _(
        "The report was made from another case, so version {where} was not noted in this one. Finalise it there."
    ),
    "version-outrun": _(
        "Version {where} of the report was finalised by somebody else meanwhile, so this one was not. Finalise again."
    ),
    "step-not-standing": _("That step was undone, so there is no way back to it. Choose one that stands."),
    "split-at-edge": _(
        "{where} has words on one side only of where it was to be split. Choose a place between two of its words."
    ),
    "no-next-sentence": _("{where} is the last sentence of its paragraph: there is none to merge it with."),
    "no-such-place": _("{where}: there is no such sentence or passage in this case."),
    "no-such-article": _("{where}: there is no such article in this case."),
    "no-such-evidence": _("{where}: there is no such piece of evidence in this case."),
    "no-such-link": _("{where}: there is no such link in this case."),
    "not-an-address": _(
        "“{where}” is not an address. Write the article’s letter and the sentence’s number, as A12."
    ),
    "no-such-letter": _("{where}: there is no article of that letter. The case has: {letters}."),
    "no-such-address": _(
        "{where}: there is no such sentence in the account. It runs from {first} to {last}."
    ),
    "address-retired": _("{where} was merged into {into}. Its number is not used again."),
    "address-set-aside": _("{where} is set aside. Say first that its paragraph is part of the account."),
    "words-not-there": _("{where} has no words “{words}”. Write them as they stand there."),
    "words-several-times": _("{where} has “{words}” several times. Write more of the words before."),
    "no-such-paragraph": _("{where}: there is no such paragraph. The last one is {last}."),
    "empty-passage": _("Nothing is selected. Select some words first."),
    "passage-over-paragraphs": _("A passage lies inside one paragraph. Select words of one paragraph."),
    "modifier-without-label": _("“{where}” limits a label. Give the sentence a label first."),
    "refuted-needs-disputed": _("Only what is disputed can be refuted. Mark it disputed first."),
    "evidence-without-citation": _("A piece of evidence needs a citation: say what it is."),
    "evidence-url": _(
        "“{where}” is no web address. Write it whole, beginning with https:// or http://, or leave it empty."
    ),
    "question-without-text": _("A question needs words: say what is asked."),
    "reply-without-name": _("Say who was asked to reply."),
    "pass-without-words": _("Say what the pass was over, as “names and titles”."),
    "no-such-question": _("{where}: there is no such question in this case."),
    "no-such-reply": _("{where}: there is no such entry of the right of reply in this case."),
    "no-such-pass": _("{where}: there is no such pass in this case."),
    "no-such-field": _("“{where}” is nothing that is known of an article. There is: {known}."),
    "move-to-another-article": _(
        "{where}: what was said of words of one article cannot be moved to another’s ({to})."
    ),
    "place-has-mark": _(
        "{where} is marked already. Clear that mark first, or clear the one left behind at {place}."
    ),
    "nothing-left-behind": _("{where}: no reading left anything behind there. Left behind: {known}."),
    "no-proposal": _(
        "{where}: its words were not found again anywhere in the article. Name the sentence they belong to."
    ),
    "claim-without-passages": _("A claim needs words: name at least one sentence or passage."),
    "no-such-claim": _("{where}: there is no such claim in this case."),
    "not-in-claim": _("{where} is not in this claim."),
    "held-by-link": _(
        "{where} is in this claim by its links. Take the links away first, or make it a claim of its own."
    ),
    "no-such-rejection": _("{where}: there is no such rejected suggestion in this case."),
    "suggestion-in-one-article": _("{where} are in one article. A suggestion leads to another article."),
    "no-such-absence": _("{where}: nobody said so. There is nothing to take back."),
    "absent-from-its-own": _("{where} is in article {letter} itself. Name another article."),
    "link-to-itself": _("{where} cannot be linked to itself. Choose another end."),
    "link-exists": _("{where} are linked so already. Change that link, or remove it first."),
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
    # the command line
    "no-screen": _("{where}: there is no screen to open a window on. The other verbs work without one."),
    "no-window": _(
        "The window needs {where}, which is not installed ({detail}). The other verbs work without it."
    ),
    # work in the background
    "took-too-long": _("{where}: the work was given up after {seconds} seconds. Nothing was changed."),
    "worker-died": _(
        "{where}: the work ended unexpectedly, perhaps for want of memory. Nothing was changed."
    ),
    "out-of-memory": _("{where} needs more memory than a source may take. Nothing was changed."),
    "job-failed": _("{where}: an unexpected fault ({detail}). Nothing was changed. Please report it."),
    "cancelled": _("{where}: cancelled. Nothing was changed."),
    # finding
    "find-too-long": _("What is looked for is too long: up to {limit} characters."),
    "find-open-bracket": _(
        "The bracket “{sign}” at {position} is not closed. Write “]” after it, or “\\[” for the sign."
    ),
    "find-open-parenthesis": _(
        "The parenthesis “{sign}” at {position} is not closed. Write “)” after it, or “\\(” for the sign."
    ),
    "find-stray-parenthesis": _(
        "The parenthesis “{sign}” at {position} closes nothing. Take it away, or write “\\)” for the sign."
    ),
    "find-nothing-to-repeat": _(
        "Nothing stands before “{sign}” at {position} that could be repeated. Write “\\{sign}” for the sign itself."
    ),
    "find-repeated-twice": _(
        "“{sign}” at {position} repeats what is repeated already. Take one away, or put the first into parentheses."
    ),
    "find-bad-range": _(
        "The range in brackets at {position} runs backwards. Put its ends the other way round, or “-” last."
    ),
    "find-bad-escape": _(
        "“{sign}” at {position} means nothing in an expression. Write “\\\\” for the backslash itself."
    ),
    "find-look-behind": _(
        "A look-behind must be of one length, and this one can be longer or shorter. Take “*”, “+” or “?” out of it."
    ),
    "find-bad-expression": _(
        "The expression cannot be understood at {position} ({reason}). Correct it, or look for plain words."
    ),
    "find-expression-too-deep": _("The expression is nested or repeated too much. Make it simpler."),
    "find-too-slow": _(
        "The expression took longer than {seconds} seconds and was given up. Make it simpler: no repetition inside a "
        "repetition."
    ),
    # reports
    "report-folder-missing": _("{where}: there is no folder {folder}. Make it first, or choose another."),
    "report-not-writable": _(
        "{where}: the report could not be written ({reason}). Close it where it is open, or choose another place; "
        "what was there is untouched."
    ),
    "final-report-not-put": _(
        "{where}: version {number} of the report is noted in the case, but its file could not be put there ({reason}). "
        "Finalise again before anything is changed: the very same version is written."
    ),
    "report-target-is-folder": _("{where} is a folder. Name the report’s file, as report.docx."),
    "report-target-is-case": _(
        "{where} is a case, or another database, and no report is put in its place. Name the report’s file, as "
        "report.docx."
    ),
    "report-target-is-house-style": _(
        "{where} is the house style itself, and is not replaced by a report. Choose another name."
    ),
    "bad-zone": _("“{where}” is no time zone. Write its name, as Europe/Berlin or UTC."),
    "bad-time": _("“{where}” is no time. Write it as 2026-11-21T14:02+01:00."),
    "bad-address": _("“{where}” is no web address. Write it as https://example.org/report."),
    "address-without-use": _(
        "Only ClaimReview names where the report is published: use --format claimreview."
    ),
    "unknown-template": _("There is no report template “{where}”. There is: {known}."),
    "unknown-paper": _("There is no paper “{where}”. There is: {known}."),
    "unknown-language": _("A report cannot be told in “{where}”. It can in: {known}."),
    "unknown-part": _("A report has no part “{where}”. Its parts are: {known}."),
    "pdf-without-window": _(
        "A PDF is set with PySide6, which is not installed. Install it, or export html or docx."
    ),
    "unknown-form": _("There is no report form “{where}”. There is: {known}."),
    "house-style-damaged": _(
        "{where} is damaged, or holds what no Word document should ({detail}). Open it in Word, save it again as "
        ".docx, and choose that."
    ),
    "house-style-macros": _(
        "{where} holds macros, which a report must not. Save it as .docx and choose that."
    ),
    "house-style-remote": _(
        "{where} would have Word fetch something from {target}, so it was not used. Save it without, and choose that."
    ),
    "house-style-too-big": _(
        "{where} is too big for a house style. Choose a document with styles and little else."
    ),
    "house-style-missing": _(
        "{where}: there is no such file. Name a Word document (.docx) whose styles are used."
    ),
    "house-style-unreadable": _("{where} is no Word document (.docx) whose styles could be used."),
}
