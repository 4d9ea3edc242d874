"""What may be written behind the verbs that judge: ``mark``, ``link`` and ``claim``."""

from __future__ import annotations

from argparse import ArgumentParser

from verifier.domain.kinds import Facet, Label, Modifier, Relation, Severity


def add_mark_arguments(parser: ArgumentParser) -> None:
    """What ``mark`` takes behind the case."""
    parser.add_argument("address", metavar="ADDRESS", help="the sentence, as A12")
    parser.add_argument("label", choices=[*(label.value for label in Label), "none"])
    parser.add_argument(
        "--modifier",
        action="append",
        choices=[one.value for one in Modifier],
        help="limits the label; may be repeated",
    )
    notes = parser.add_mutually_exclusive_group()
    notes.add_argument("--note", metavar="T", help="a note that is printed in reports")
    notes.add_argument("--internal-note", metavar="T", help="a note that enters no report")
    parser.add_argument(
        "--evidence",
        action="append",
        metavar="T",
        help="a citation that bears the label out; may be repeated",
    )


def add_link_arguments(parser: ArgumentParser) -> None:
    """What ``link`` takes behind the case."""
    parser.add_argument("a", metavar="A", help="one end, as A12")
    parser.add_argument("b", metavar="B", help="the other end, as B3")
    parser.add_argument("relation", choices=[relation.value for relation in Relation])
    parser.add_argument(
        "--facet",
        action="append",
        choices=[facet.value for facet in Facet],
        help="in what they differ; may be repeated",
    )
    parser.add_argument("--severity", choices=[severity.value for severity in Severity])
    parser.add_argument("--note", metavar="T", help="a note that is printed in reports")


def add_claim_arguments(parser: ArgumentParser) -> None:
    """What ``claim`` takes behind the case."""
    parser.add_argument("addresses", nargs="*", metavar="ADDRESS", help="sentences of one claim, as A12 B3")
    parser.add_argument("--number", type=int, metavar="N", help="the claim of this number in the list")
    parser.add_argument("--word", metavar="T", help="its short wording; '' takes it away")
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--join", nargs="+", metavar="ADDRESS", help="with --number: take sentences in")
    deeds.add_argument("--leave", nargs="+", metavar="ADDRESS", help="with --number: take sentences out")
    deeds.add_argument("--drop", action="store_true", help="with --number: take the claim apart")
    deeds.add_argument(
        "--absent",
        nargs="+",
        metavar=("ARTICLE", "ADDRESS"),
        help="you looked for the sentences in it, as B: not there",
    )
    parser.add_argument("--back", action="store_true", help="with --absent: take that back")
