"""Articles on the command line: read, added, read anew, moved along, described."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace

from verifier.cli import answers, readings
from verifier.cli.moving import moves_from
from verifier.cli.telling import look, print_json, print_text, say_aside, tell_step, work
from verifier.domain.articles import Article, ArticleDraft, Metadata, Version
from verifier.domain.reading import ReadOptions
from verifier.domain.versions import duplicate_of, is_same_source
from verifier.i18n import Translator
from verifier.session.acquiring import acquire
from verifier.session.workbench import Workbench


def _(message: str) -> str:
    """Mark a string for extraction; it is translated when it is said."""
    return message


STOOD_SO = _("{where}: it stood so already")
"""What is said where nothing had to be changed."""


def _reading(options: argparse.Namespace) -> ReadOptions:
    """How sources are to be read."""
    return ReadOptions(options.encoding, options.wrap, options.form, options.part)


def read(options: argparse.Namespace) -> int:
    """``read``: how a source is read as an article."""
    [draft] = acquire([options.file], _reading(options))
    if options.json:
        print_json(readings.reading(draft))
    else:
        print_text(readings.reading_text(draft, options.words))
    return 0


def add(options: argparse.Namespace) -> int:
    """Read every file before the case is touched: where one cannot be read, nothing is added and none is made."""
    drafts = acquire(options.files, _reading(options), attachments=options.attachments)
    exists = os.path.exists(options.case)  # noqa: PTH110 - Path.exists raises for too long a name
    case = work(options) if exists else Workbench.create(options.case, checker=options.who)
    with case:
        change = case.add_articles(drafts)
        added = [article for article in case.rows.articles() if article.id in change.articles]
        for index, draft in enumerate(drafts):
            besides = [one.id for one in added[index:]]
            _tell_added(case, added[index], draft, besides, options.words)
    return 0


def _tell_added(
    case: Workbench, article: Article, draft: ArticleDraft, besides: Sequence[str], words: Translator
) -> None:
    """Name the letter an article got, and what the reader warns of; say of a second copy that it is one."""
    say_aside(f"{article.letter}: {draft.source.name}")
    twin = duplicate_of(case.rows, draft, besides)
    if twin is not None:
        same = _SAME_BYTES if is_same_source(case.rows, twin, draft) else _SAME_TEXT
        say_aside("   " + words.gettext(same).format(letter=twin.letter))
    _warn(draft, words)


_SAME_BYTES = _("the same bytes as {letter}: added again all the same")
_SAME_TEXT = _("the same text as {letter}: added again all the same")


def _warn(draft: ArticleDraft, words: Translator) -> None:
    for warning in readings.warnings_of(draft, words):
        say_aside("   " + words.gettext("warning: {what}").format(what=warning))


def reread(options: argparse.Namespace) -> int:
    """Read first, then open the case to write: an article that cannot be read changes nothing."""
    with look(options.case) as case:
        article = case.article_at_letter(options.article)
        kept = case.source(article.version_id)
        part = case.rows.need(Version, article.version_id).part if options.file is None else ""
    asked = _reading(options)
    [draft] = acquire([options.file or kept], replace(asked, part=asked.part or part or None))
    with work(options) as case:
        nothing = options.words.gettext("{letter}: it was read so already").format(letter=article.letter)
        tell_step(case.reread(article.id, draft), nothing, options.words)
        _warn(draft, options.words)
        for line in answers.left_lines(case, options.words):
            say_aside(line)
    return 0


def move(options: argparse.Namespace) -> int:
    """``move``: what a new reading left behind put where it belongs."""
    with work(options) as case:
        tell_step(case.move_passages(moves_from(case, options.place, options.to)), "", options.words)
    return 0


def describe(options: argparse.Namespace) -> int:
    """``describe``: what is known of an article shown, written or confirmed."""
    given = {name: getattr(options, name) for name in Metadata.__slots__}
    written = {name: text.strip() or None for name, text in given.items() if text is not None}
    if not written and options.confirm is None:
        return _show_description(options)
    with work(options) as case:
        article = case.article_at_letter(options.article)
        confirmed = () if options.confirm is None else options.confirm or Metadata.__slots__
        if not written:
            change = case.confirm(article.id, confirmed)
        else:
            known = Metadata(**{**answers.known_of(article), **written})
            still = set(article.unconfirmed) - set(written) - set(confirmed)
            change = case.describe(article.id, known, unconfirmed=still)
        nothing = options.words.gettext(STOOD_SO).format(where=article.letter)
        tell_step(change, nothing, options.words)
    return 0


def _show_description(options: argparse.Namespace) -> int:
    with look(options.case) as case:
        article = case.article_at_letter(options.article)
        candidates = case.rows.need(Version, article.version_id).candidates
        if options.json:
            print_json(readings.description(article, candidates))
        else:
            known = answers.known_of(article)
            print_text("\n".join(readings.known_lines(known, article.unconfirmed, candidates, options.words)))
    return 0
