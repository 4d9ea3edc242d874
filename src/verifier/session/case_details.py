"""The case's own words: title, finding, sign-off; questions, right of reply, passes. Each change is one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

from verifier.domain.articles import Passage
from verifier.domain.errors import StepError
from verifier.domain.judgements import CheckPass, Question, Reply
from verifier.domain.steps import Change, StepDraft
from verifier.session.drafting import Drafting, new_id
from verifier.session.naming import places_told
from verifier.session.taking import Taking

Entry = TypeVar("Entry", Question, Reply, CheckPass)

_TOLD = 120
"""How many code points of a question the history tells."""


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question as the user writes it. ``place`` is any target, "" where it is about the whole case."""

    text: str
    place: str = ""
    whom: str = ""
    due: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """Right of reply as the user writes it: who was asked, when, how, until when, and the answer."""

    who: str
    when: str = ""
    how: str = ""
    deadline: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class PassDraft:
    """One pass over the case as the user writes it: what was checked, by whom, when."""

    what: str
    who: str = ""
    when: str = ""


# -- the steps -------------------------------------------------------------------------------------------------------


def draft_details(drafting: Drafting, words: Mapping[str, str | None]) -> StepDraft:
    """The step that writes the case's own words; None leaves a part as it is."""
    before = drafting.rows.details
    given = {name: text for name, text in words.items() if text is not None and getattr(before, name) != text}
    if given:
        drafting.put(replace(before, **given))
    return drafting.finish("edit-case", parts=",".join(sorted(given)))


def draft_question(drafting: Drafting, draft: QuestionDraft, question_id: str = "") -> StepDraft:
    """The step that asks a question, or writes the one of an id anew. Its changes are empty when nothing differs.

    Raises StepError: question-without-text, no-such-question, no-such-place.
    """
    before = (
        _there(drafting, Question, question_id, StepError("no-such-question", question_id))
        if question_id
        else None
    )
    words = _trimmed(draft)
    if not words["text"]:
        raise StepError("question-without-text")
    passage = drafting.passage(draft.place) if draft.place else None
    after = Question(question_id or new_id(), **{**words, "place": passage.id if passage else ""})
    drafting.put(after)
    return drafting.finish(_what_of(before, after), **_told(drafting, after))


def _what_of(before: Question | None, after: Question) -> str:
    """What a step on a question is called in the history."""
    if before is None:
        return "add-question" if after.place else "add-case-question"
    return "answer-question" if before.is_open and not after.is_open else "edit-question"


def draft_question_removal(drafting: Drafting, question_id: str) -> StepDraft:
    """The step that takes a question away. Raises StepError("no-such-question")."""
    question = _there(drafting, Question, question_id, StepError("no-such-question", question_id))
    drafting.drop(Question, question_id)
    return drafting.finish("remove-question", **_told(drafting, question))


def draft_reply(drafting: Drafting, draft: ReplyDraft, reply_id: str = "") -> StepDraft:
    """The step that notes whom one asked to reply, or writes the entry of an id anew.

    Raises StepError: reply-without-name, no-such-reply.
    """
    if reply_id:
        _there(drafting, Reply, reply_id, StepError("no-such-reply", reply_id))
    words = _trimmed(draft)
    if not words["who"]:
        raise StepError("reply-without-name")
    drafting.put(Reply(reply_id or new_id(), **words))
    return drafting.finish("edit-reply" if reply_id else "add-reply", who=words["who"])


def draft_reply_removal(drafting: Drafting, reply_id: str) -> StepDraft:
    """The step that takes an entry of the right of reply away. Raises StepError("no-such-reply")."""
    reply = _there(drafting, Reply, reply_id, StepError("no-such-reply", reply_id))
    drafting.drop(Reply, reply_id)
    return drafting.finish("remove-reply", who=reply.who)


def draft_pass(drafting: Drafting, draft: PassDraft, pass_id: str = "") -> StepDraft:
    """The step that notes a pass over the case, or writes the one of an id anew.

    Raises StepError: pass-without-words, no-such-pass.
    """
    if pass_id:
        _there(drafting, CheckPass, pass_id, StepError("no-such-pass", pass_id))
    words = _trimmed(draft)
    if not words["what"]:
        raise StepError("pass-without-words")
    drafting.put(CheckPass(pass_id or new_id(), **words))
    return drafting.finish("edit-pass" if pass_id else "add-pass", name=words["what"])


def draft_pass_removal(drafting: Drafting, pass_id: str) -> StepDraft:
    """The step that takes a pass away. Raises StepError("no-such-pass")."""
    known = _there(drafting, CheckPass, pass_id, StepError("no-such-pass", pass_id))
    drafting.drop(CheckPass, pass_id)
    return drafting.finish("remove-pass", name=known.what)


def _there(drafting: Drafting, kind: type[Entry], entry_id: str, missing: StepError) -> Entry:
    """The entry of an id. Raises ``missing``."""
    entry = drafting.get(kind, entry_id)
    if entry is None:
        raise missing
    return entry


def _trimmed(draft: QuestionDraft | ReplyDraft | PassDraft) -> dict[str, Any]:
    """The fields of a draft without white space at their ends."""
    return {name: text.strip() for name, text in asdict(draft).items()}


def _told(drafting: Drafting, question: Question) -> dict[str, str]:
    """What the history tells of a question: its words, and its place where it has one."""
    line = " ".join(question.text.split())
    told = {"text": line if len(line) <= _TOLD else line[: _TOLD - 1].rstrip() + "…"}
    passage = drafting.get(Passage, question.place) if question.place else None
    return told | (places_told(drafting.rows, [passage]) if passage else {})


# -- the verbs -------------------------------------------------------------------------------------------------------


class CaseVerbs(Taking):
    """What a person does to the case's own words."""

    def edit_case(
        self,
        *,
        title: str | None = None,
        question: str | None = None,
        finding: str | None = None,
        reviewer: str | None = None,
        signed_by: str | None = None,
        signed_on: str | None = None,
    ) -> Change:
        """Write the case's own words; None leaves a part as it is."""
        words = {"title": title, "question": question, "finding": finding, "reviewer": reviewer}
        words |= {"signed_by": signed_by, "signed_on": signed_on}
        return self._take(draft_details(self._drafting(), words))

    def add_question(self, draft: QuestionDraft) -> Change:
        """Ask a question, about a place or the whole case. Raises StepError("question-without-text")."""
        return self._take(draft_question(self._drafting(), draft))

    def edit_question(self, question_id: str, draft: QuestionDraft) -> Change:
        """Write a question anew, or its answer."""
        return self._take(draft_question(self._drafting(), draft, question_id))

    def remove_question(self, question_id: str) -> Change:
        """Take a question away."""
        return self._take(draft_question_removal(self._drafting(), question_id))

    def add_reply(self, draft: ReplyDraft) -> Change:
        """Note whom one asked to reply. Raises StepError("reply-without-name")."""
        return self._take(draft_reply(self._drafting(), draft))

    def edit_reply(self, reply_id: str, draft: ReplyDraft) -> Change:
        """Write an entry of the right of reply anew, or what was answered."""
        return self._take(draft_reply(self._drafting(), draft, reply_id))

    def remove_reply(self, reply_id: str) -> Change:
        """Take an entry of the right of reply away."""
        return self._take(draft_reply_removal(self._drafting(), reply_id))

    def add_pass(self, draft: PassDraft) -> Change:
        """Note a pass over the case. Raises StepError("pass-without-words")."""
        return self._take(draft_pass(self._drafting(), draft))

    def edit_pass(self, pass_id: str, draft: PassDraft) -> Change:
        """Write a pass anew."""
        return self._take(draft_pass(self._drafting(), draft, pass_id))

    def remove_pass(self, pass_id: str) -> Change:
        """Take a pass away."""
        return self._take(draft_pass_removal(self._drafting(), pass_id))
