"""Which sentence is current in each article, which one a link would lead to, and which are selected. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Places:
    """The cursors of the columns. Every column keeps its own; one article is the current one."""

    article: str | None = None
    pinned: str | None = None
    anchor: str | None = None
    cursors: dict[str, str] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)

    def visit(self, article_id: str, sentence_id: str, *, select: bool = False) -> bool:
        """Put the cursor on a sentence; ``select`` extends the selection to it. Returns whether it moved."""
        moved = (self.article, self.cursors.get(article_id)) != (article_id, sentence_id)
        if not select or self.article != article_id:
            self.anchor = None
        elif self.anchor is None:
            self.anchor = self.cursors.get(article_id)
        self.article = article_id
        self.cursors[article_id] = sentence_id
        self.recent = [article_id, *(key for key in self.recent if key != article_id)]
        return moved

    def bring(self, article_id: str, sentence_id: str) -> None:
        """Put the cursor of an article that is not the current one on a sentence, and make that the other end."""
        self.pinned = None
        self.cursors[article_id] = sentence_id
        others = (key for key in self.recent if key not in (article_id, self.article))
        self.recent = [key for key in (self.article, article_id) if key is not None] + list(others)

    @property
    def sentence(self) -> str | None:
        """The current sentence."""
        return self.cursors.get(self.article) if self.article else None

    def other_end(self) -> str | None:
        """The pinned sentence, else the one last visited in another article."""
        if self.pinned is not None and self.pinned != self.sentence:
            return self.pinned
        return next((self.cursors[key] for key in self.recent if key != self.article), None)

    def clear(self) -> None:
        """Have no cursor anywhere."""
        self.article = self.pinned = self.anchor = None
        self.cursors, self.recent = {}, []

    def leave(self, article_id: str) -> None:
        """Have no cursor in an article any more."""
        self.cursors.pop(article_id, None)
        self.recent = [key for key in self.recent if key != article_id]

    def forget(self, article_id: str) -> None:
        """Forget an article that is gone."""
        self.leave(article_id)
        if self.article == article_id:
            self.article = self.anchor = None
