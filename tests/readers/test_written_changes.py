"""Whatever was inserted, deleted, moved or hidden, in any order: what is live is live, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers import odt_files
from tests.readers.word_files import changed, deleted, docx, p, r

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.kinds import ParagraphKind, Role
from verifier.readers import read

Words = list[str]
"""What becomes of each word of a paragraph: its fate; the words themselves are numbers."""

ROLES = {"deleted": Role.DELETED, "moved": Role.MOVED_AWAY, "hidden": Role.HIDDEN}
FATES = st.sampled_from(["live", "live", "inserted", "arrived", "deleted", "moved", "hidden"])
PARAGRAPHS = st.lists(st.tuples(st.lists(FATES, max_size=6), st.booleans()), min_size=1, max_size=6)
"""Paragraphs, and whether each one's end was deleted."""

WORD: dict[str, Callable[[str], str]] = {
    "live": r,
    "inserted": lambda word: changed("ins", word),
    "arrived": lambda word: changed("moveTo", word),
    "deleted": deleted,
    "moved": lambda word: changed("moveFrom", word),
    "hidden": lambda word: r(word, "<w:vanish/>"),
}
RTF: dict[str, Callable[[str], str]] = {
    "live": "{{{}}}".format,
    "inserted": r"{{\revised {}}}".format,
    "arrived": r"{{\mvt {}}}".format,
    "deleted": r"{{\deleted {}}}".format,
    "moved": r"{{\mvf {}}}".format,
    "hidden": r"{{\v {}}}".format,
}


def numbered(paragraphs: list[tuple[Words, bool]]) -> list[tuple[list[tuple[str, str]], bool]]:
    """Each word with a name of its own."""
    count = iter(range(1_000))
    return [([(fate, f"word{next(count)} ") for fate in fates], gone) for fates, gone in paragraphs]


def word_file(paragraphs: list[tuple[list[tuple[str, str]], bool]]) -> bytes:
    end = '<w:rPr><w:del w:id="1" w:author="AB"/></w:rPr>'
    return docx(
        "".join(
            p(*(WORD[fate](word) for fate, word in words), more=end if gone else "")
            for words, gone in paragraphs
        )
        + p("The end.")
    )


def rtf_file(paragraphs: list[tuple[list[tuple[str, str]], bool]]) -> bytes:
    made = "".join(
        "".join(RTF[fate](word) for fate, word in words) + (r"{\deleted\par}" if gone else r"\par ")
        for words, gone in paragraphs
    )
    return ("{\\rtf1 " + made + "The end.\\par}").encode()


KINDS = {"inserted": "insertion", "arrived": "insertion", "deleted": "deletion", "moved": "deletion"}


def odt_file(paragraphs: list[tuple[list[tuple[str, str]], bool]]) -> bytes:
    """Here a paragraph's end is never deleted, and what was moved is deleted at its old place."""
    regions = ""
    body = ""
    for words, _ in paragraphs:
        inside = ""
        for fate, word in words:
            id = word.strip()
            kind = {
                "inserted": "insertion",
                "arrived": "insertion",
                "deleted": "deletion",
                "moved": "deletion",
            }.get(fate)
            kept = odt_files.p(word + "<text:s/>") if kind == "deletion" else ""
            if kind:
                change = f"<text:{kind}>{kept}</text:{kind}>"
                regions += f'<text:changed-region text:id="{id}">{change}</text:changed-region>'
            inside += {
                "deletion": f'<text:change text:change-id="{id}"/>',
                "insertion": f'<text:change-start text:change-id="{id}"/>{word}'
                f'<text:change-end text:change-id="{id}"/>',
            }.get(kind or "", f'<text:span text:style-name="{fate}">{word}</text:span>')
        body += odt_files.p(inside)
    hidden = odt_files.style("hidden", family="text", text='text:display="none"')
    changes = f"<text:tracked-changes>{regions}</text:tracked-changes>"
    return odt_files.odt(changes + body + odt_files.p("The end."), automatic=hidden)


def live(draft: ArticleDraft) -> list[str]:
    return [
        draft.text[each.start : each.end].strip()
        for each in draft.paragraphs
        if each.kind is not ParagraphKind.ASIDE
    ]


def expected(paragraphs: list[tuple[list[tuple[str, str]], bool]], *, joins: bool) -> list[str]:
    """The live words of each paragraph that is left; one whose end was deleted goes on in the next."""
    found = []
    line = ""
    for words, gone in [*paragraphs, ([("live", "The end.")], False)]:
        line += "".join(word for fate, word in words if fate not in ROLES)
        if not (gone and joins):
            found.append(line.strip())
            line = ""
    return [each for each in found if each]


@pytest.mark.parametrize(("make", "joins"), [(word_file, True), (rtf_file, True), (odt_file, False)])
@given(shapes=PARAGRAPHS)
def test_what_is_live_is_live_and_nothing_else_is(
    make: Callable[[list[tuple[list[tuple[str, str]], bool]]], bytes],
    joins: bool,
    shapes: list[tuple[Words, bool]],
) -> None:
    paragraphs = numbered(shapes)
    draft = read(Source("changed", make(paragraphs)))
    assert live(draft) == expected(paragraphs, joins=joins)
    for words, _ in paragraphs:
        for fate, word in words:
            places = [match.start() for match in re.finditer(rf"{word.strip()}\b", draft.text)]
            assert len(places) == 1
            home = next(each for each in draft.paragraphs if each.start <= places[0] < each.end)
            wanted = ROLES.get(fate, Role.NONE)
            moved_in_odt = make is odt_file and fate == "moved"
            assert home.role is (Role.DELETED if moved_in_odt else wanted)
    assert [each.code for each in draft.warnings if each.code == "letters-missing"] == []
