"""Words for errors of cases, steps and work in them: what happened, to what, and what to do.

"{where}" is the file, article or address.
"""

from __future__ import annotations


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is worded."""
    return message


CASE_ERRORS: dict[str, str] = {
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
}
