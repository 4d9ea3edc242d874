"""What may be written on the command line."""

from __future__ import annotations

import argparse
import sys
from gettext import gettext
from pathlib import Path
from typing import NoReturn

from verifier import __version__
from verifier.cli.entry_arguments import add_pass_arguments, add_question_arguments, add_reply_arguments
from verifier.cli.judging_arguments import add_claim_arguments, add_link_arguments, add_mark_arguments
from verifier.cli.reading_arguments import add_read_arguments
from verifier.cli.report_arguments import add_form_argument, add_report_arguments
from verifier.cli.speaking import Formatter
from verifier.domain.articles import Metadata
from verifier.domain.kinds import ParagraphKind
from verifier.session.acquiring import named

VERBS = (
    "sample",
    "read",
    "add",
    "reread",
    "move",
    "describe",
    "list",
    "find",
    "mark",
    "split",
    "merge",
    "kind",
    "link",
    "case",
    "question",
    "reply",
    "pass",
    "compare",
    "claim",
    "undo",
    "redo",
    "history",
    "report",
    "export",
    "open-report",
    "check",
)
"""Every verb; what is none of them is the case to open in the window."""


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is shown."""
    return message


_DESCRIPTION = _("Check how sources tell a story: articles side by side, sentences judged, a report in Word.")
_WITHOUT_A_VERB = _("Without a verb, opens the window, with CASE if one is named.")
_VERBS = _("verbs: {names} ('verifier VERB --help' tells of each)")
_EPILOG = _("Exit codes: 0 done, 1 told why not, 2 misused.")


class Parser(argparse.ArgumentParser):
    """A parser whose misuse message ends with where to read on."""

    def error(self, message: str) -> NoReturn:
        """Say what was misused and leave with 2."""
        self.print_usage(sys.stderr)
        see = gettext("{program}: {message}. See '{program} --help'.")
        self.exit(2, see.format(program=self.prog, message=message) + "\n")


def window_parser() -> Parser:
    """The parser for a call without a verb."""
    parser = Parser(
        prog="verifier",
        description=_about(_WITHOUT_A_VERB, gettext(_VERBS).format(names=", ".join(VERBS))),
        epilog=_EPILOG,
        formatter_class=Formatter,
    )
    parser.add_argument("case", nargs="?", type=Path, metavar="CASE", help="the case to open (.verif)")
    _add_checker(parser)
    parser.add_argument("--version", action="version", version=f"verifier {__version__}")
    return parser


def _about(*more: str) -> str:
    """What the program does, and further paragraphs."""
    return "\n\n".join(gettext(one) for one in (_DESCRIPTION, *more))


def verb_parser() -> Parser:
    """The parser for a call with a verb."""
    parser = Parser(
        prog="verifier", description=_about(_WITHOUT_A_VERB), epilog=_EPILOG, formatter_class=Formatter
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=Parser)
    _add_sample(verbs)
    _add_read(verbs)
    _add_add(verbs)
    _add_reread(verbs)
    _add_move(verbs)
    _add_describe(verbs)
    _add_list(verbs)
    _add_find(verbs)
    _add_mark(verbs)
    _add_shaping(verbs)
    _add_link(verbs)
    _add_case(verbs)
    _add_entries(verbs)
    _add_compare(verbs)
    _add_claim(verbs)
    _add_steps(verbs)
    _add_reports(verbs)
    _add_open_report(verbs)
    _add_check(verbs)
    return parser


_Verbs = argparse._SubParsersAction  # the one name argparse has for what add_subparsers returns


def _verb(verbs: _Verbs[Parser], name: str, help_text: str) -> Parser:
    told = gettext(help_text)
    parser = verbs.add_parser(
        name,
        help=help_text,
        description=told[0].upper() + told[1:] + ".",
        epilog=_EPILOG,
        formatter_class=Formatter,
    )
    _add_checker(parser)
    return parser


def _add_checker(parser: Parser) -> None:
    parser.add_argument(
        "--checker", metavar="NAME", help="who does this; else $VERIFIER_CHECKER, else 'unnamed'"
    )


def _add_json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_case_argument(parser: Parser) -> None:
    parser.add_argument("case", type=Path, metavar="CASE", help="the case file (.verif)")


def _add_sample(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "sample", "make the sample case and open it, or write its report")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT.docx", help="write the report here, open no window"
    )


def _add_read(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "read", "show how a file or web page is read as an article")
    parser.add_argument("file", type=named, metavar="FILE|URL")
    add_read_arguments(parser)
    _add_json(parser)


def _add_add(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "add", "add articles to a case; creates the case")
    _add_case_argument(parser)
    parser.add_argument("files", type=named, nargs="+", metavar="FILE|URL")
    add_read_arguments(parser)
    parser.add_argument(
        "--attachments",
        action="store_true",
        help="add what is attached to a mail as articles of their own too",
    )


def _add_article(parser: Parser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="the article's letter, as A")


def _add_reread(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "reread", "read an article anew, from its kept bytes or a newer copy")
    _add_case_argument(parser)
    _add_article(parser)
    parser.add_argument(
        "file", type=named, nargs="?", metavar="FILE|URL", help="a newer copy; else the bytes in the case"
    )
    add_read_arguments(parser)


def _add_move(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "move", "say where belongs now what a new reading of an article left behind")
    _add_case_argument(parser)
    parser.add_argument("place", metavar="PLACE", help="the address it had there, as 'list' tells it")
    parser.add_argument(
        "to", nargs="?", metavar="TO", help="the sentence it belongs to; else the place that is proposed"
    )


def _add_describe(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "describe", "show, write or confirm what is known of an article")
    _add_case_argument(parser)
    _add_article(parser)
    for field in Metadata.__slots__:
        option = "--" + field.replace("_", "-")
        parser.add_argument(option, metavar="T", help="what you write is confirmed; '' means not stated")
    parser.add_argument(
        "--confirm",
        nargs="*",
        choices=Metadata.__slots__,
        metavar="FIELD",
        help="what the reader found for these fields is right; without a field, for all",
    )
    _add_json(parser)


def _add_list(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "list", "list the sentences and links of a case")
    _add_case_argument(parser)
    _add_json(parser)


def _add_find(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "find", "find words in the articles of a case, or in what was written about them")
    parser.epilog = _("Exit codes, as those of grep: 0 found, 1 nothing found, 2 could not look.")
    _add_case_argument(parser)
    parser.add_argument(
        "words_to_find", metavar="WORDS", help="quotation marks, dashes and spaces of any sort are alike"
    )
    parser.add_argument("--regular", action="store_true", help="WORDS is a regular expression")
    parser.add_argument("--case", dest="match_case", action="store_true", help="capital letters count")
    parser.add_argument("--words", dest="whole_words", action="store_true", help="whole words only")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--notes", action="store_true", help="look in notes, evidence and questions instead")
    where.add_argument("--article", metavar="ARTICLE", help="look in this article alone, as A")
    _add_json(parser)


def _add_mark(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "mark", "label a sentence; 'none' clears its label")
    _add_case_argument(parser)
    add_mark_arguments(parser)


def _add_shaping(verbs: _Verbs[Parser]) -> None:
    split = _verb(verbs, "split", "split a sentence in two; its second half gets the next free number")
    _add_case_argument(split)
    split.add_argument("address", metavar="ADDRESS", help="the sentence, as A12")
    places = split.add_mutually_exclusive_group(required=True)
    places.add_argument("--after", metavar="WORDS", help="split behind these words of the sentence")
    places.add_argument("--at", type=int, metavar="N", help="split behind its first N characters")
    merge = _verb(verbs, "merge", "merge a sentence with the next one of its paragraph, whose number retires")
    _add_case_argument(merge)
    merge.add_argument("address", metavar="ADDRESS", help="the first of the two, as A12")
    kind = _verb(verbs, "kind", "show or say what paragraphs are: part of the account, or set aside")
    _add_case_argument(kind)
    kind.add_argument(
        "place", nargs="?", metavar="PLACE", help="a sentence of it, as A12, or A/3: the third of article A"
    )
    kind.add_argument(
        "kind",
        nargs="?",
        choices=[one.value for one in ParagraphKind],
        metavar="KIND",
        help="what it is: " + ", ".join(ParagraphKind),
    )


def _add_link(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "link", "tie two sentences together")
    _add_case_argument(parser)
    add_link_arguments(parser)


def _add_case(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "case", "show or write the case's title, question, finding, reviewer and sign-off")
    _add_case_argument(parser)
    for part in ("title", "question", "finding", "reviewer"):
        parser.add_argument(f"--{part}", metavar="T")
    parser.add_argument("--signed-by", metavar="NAME", help="who signs the case off")
    parser.add_argument("--signed-on", metavar="DATE", help="when, as you write it")
    _add_json(parser)


def _add_entries(verbs: _Verbs[Parser]) -> None:
    question = _entry_verb(
        verbs,
        "question",
        "list, ask, answer or remove open questions",
        "WORDS",
        "what is asked; without it, the list",
    )
    add_question_arguments(question)
    reply = _entry_verb(
        verbs, "reply", "list or note whom one asked to reply", "WHO", "who was asked; without it, the list"
    )
    add_reply_arguments(reply)
    done = _entry_verb(
        verbs, "pass", "list or note passes over the case", "WHAT", "what was gone over; without it, the list"
    )
    add_pass_arguments(done)


def _entry_verb(verbs: _Verbs[Parser], name: str, help_text: str, words: str, words_help: str) -> Parser:
    parser = _verb(verbs, name, help_text)
    _add_case_argument(parser)
    parser.add_argument("words_of_entry", nargs="?", metavar=words, help=words_help)
    parser.add_argument("--number", type=int, metavar="N", help="change the one of this number in the list")
    parser.add_argument("--remove", action="store_true", help="with --number: take it away")
    _add_json(parser)
    return parser


def _add_compare(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "compare", "say what the articles have in common, what differs, what one has alone")
    _add_case_argument(parser)
    _add_json(parser)


def _add_claim(verbs: _Verbs[Parser]) -> None:
    parser = _verb(
        verbs, "claim", "list the claims and what each article says of them, or make and change one"
    )
    _add_case_argument(parser)
    add_claim_arguments(parser)
    _add_json(parser)


def _add_steps(verbs: _Verbs[Parser]) -> None:
    for verb, help_text in (
        ("undo", _("take the last step back")),
        ("redo", _("bring back the step last undone")),
    ):
        _add_case_argument(_verb(verbs, verb, help_text))
    history = _verb(verbs, "history", "list every step of a case")
    _add_case_argument(history)
    _add_json(history)


def _add_reports(verbs: _Verbs[Parser]) -> None:
    report = _verb(verbs, "report", "write the verification report as a Word document")
    _add_case_argument(report)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.docx")
    add_report_arguments(report)
    export = _verb(verbs, "export", "write the report in another form: a page, a PDF, tables, annotations")
    _add_case_argument(export)
    export.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    add_form_argument(export)
    add_report_arguments(export)


def _add_open_report(verbs: _Verbs[Parser]) -> None:
    parser = _verb(
        verbs,
        "open-report",
        "make a case of a dossier again, with the comments an editor left in its margins",
    )
    parser.add_argument("report", type=Path, metavar="R.docx")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="CASE", help="the new case (.verif)"
    )
    _add_json(parser)


def _add_check(verbs: _Verbs[Parser]) -> None:
    parser = _verb(verbs, "check", "check that a case file is whole and unaltered")
    _add_case_argument(parser)
    _add_json(parser)
