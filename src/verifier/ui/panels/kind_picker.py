"""The kind picker: what a paragraph may be, part of the account or set aside, with what it is now."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from verifier.domain.kinds import ACCOUNT_KINDS, ParagraphKind
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.panels.picker import Group, Picker


class KindPicker(Picker):
    """Asks what a paragraph is."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        text = translator.gettext
        named = [(kind, name_of("kind", kind, translator)) for kind in ParagraphKind]
        account = [one for one in named if one[0] in ACCOUNT_KINDS]
        aside = [one for one in named if one[0] not in ACCOUNT_KINDS]
        groups = [Group(text("Part of the article"), account), Group(text("Set aside"), aside)]
        super().__init__(groups, text("Esc: leave it as it is"), parent)
        self._translator = translator

    def ask_kind(self, question: str, near: QPoint, present: ParagraphKind | None) -> None:
        """Ask for the kind, near a point of the parent; ``present`` is None where several paragraphs are unlike."""
        self.ask(question, near, present, self._translator.gettext("{answer} · now"))
