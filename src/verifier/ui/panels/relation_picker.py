"""The relation picker: five relations, 1 to 5, beside the sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from verifier.domain.kinds import Relation
from verifier.i18n import Translator
from verifier.i18n.vocabulary import name_of
from verifier.ui.panels.picker import Group, Picker


class RelationPicker(Picker):
    """Asks how one end of a link stands to the other."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        relations = [(relation, name_of("relation", relation, translator)) for relation in Relation]
        super().__init__([Group("", relations)], translator.gettext("Esc: no link"), parent)
