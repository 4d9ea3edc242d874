"""Accounts as comparing uses them: their order, the words of their sentences, and an account out of a plain text."""

from __future__ import annotations

from bisect import bisect_right

from verifier.domain.comparing import Account, Piece, Span
from verifier.text.sentences import split_sentences


def account_of(text: str, letter: str = "A", *, article_id: str = "", language: str = "") -> Account:
    """A whole text as an account: every line a paragraph, every sentence numbered ("A1" …, which is also its id)."""
    pieces: list[Piece] = []
    paragraphs: list[Span] = []
    reached = 0
    for paragraph, line in enumerate(text.split("\n")):
        for start, end in split_sentences(line):
            number = str(len(pieces) + 1)
            pieces.append(Piece(f"{letter}{number}", number, reached + start, reached + end, paragraph))
        paragraphs.append((reached, reached + len(line)))
        reached += len(line) + 1
    return Account(article_id or letter, letter, text, tuple(pieces), tuple(paragraphs), language)


def in_order(one: Account, other: Account) -> tuple[Account, Account]:
    """Two accounts, that of the earlier letter first: Z comes before AA."""
    first, second = sorted((one, other), key=lambda each: (len(each.letter), each.letter, each.article_id))
    return first, second


def piece_at(account: Account, place: int) -> Piece | None:
    """The sentence that has the code point at a place; None where the account has none."""
    index = bisect_right(account.pieces, place, key=lambda piece: piece.start) - 1
    piece = account.pieces[index] if index >= 0 else None
    return piece if piece is not None and place < piece.end else None
