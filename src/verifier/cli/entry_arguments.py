"""What is said of an open question, a right of reply or a pass, on the command line."""

from __future__ import annotations

from argparse import ArgumentParser


def add_question_arguments(parser: ArgumentParser) -> None:
    """What an open question is about, whom it is for, until when, and its answer."""
    parser.add_argument(
        "--place",
        dest="entry_place",
        metavar="ADDRESS",
        help="the sentence it is about, as A12; '' for the whole case",
    )
    parser.add_argument("--for", dest="entry_whom", metavar="WHOM", help="whom it is for")
    parser.add_argument("--due", dest="entry_due", metavar="DATE", help="until when, as you write it")
    parser.add_argument("--answer", dest="entry_answer", metavar="T", help="the answer, which closes it")


def add_reply_arguments(parser: ArgumentParser) -> None:
    """When and how somebody was asked to reply, until when, and what was answered."""
    parser.add_argument("--when", dest="entry_when", metavar="DATE", help="when, as you write it")
    parser.add_argument("--how", dest="entry_how", metavar="T", help="how, as 'by e-mail'")
    parser.add_argument(
        "--deadline", dest="entry_deadline", metavar="DATE", help="until when, as you write it"
    )
    parser.add_argument("--answer", dest="entry_answer", metavar="T", help="what was answered")


def add_pass_arguments(parser: ArgumentParser) -> None:
    """Who went over the case, and when."""
    parser.add_argument("--who", dest="entry_who", metavar="NAME", help="by whom")
    parser.add_argument("--when", dest="entry_when", metavar="DATE", help="when, as you write it")
