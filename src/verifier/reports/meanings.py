"""What each label, modifier and relation means in a report: the words an editor can hold a checker to."""

from __future__ import annotations

from verifier.domain.kinds import Label, Modifier, Relation, Severity


def _(message: str) -> str:
    """Mark a string for extraction."""
    return message


LABEL_MEANINGS: dict[Label, tuple[str, str]] = {
    Label.VERIFIED: (
        _("confirmed by the named basis"),
        _(
            "The words as printed are confirmed by a named basis: another article that corroborates them or has the "
            "same quotation, or supporting evidence. It does not mean that they are true."
        ),
    ),
    Label.DISPUTED: (
        _("a named basis contradicts the words"),
        _(
            "A named basis contradicts the words or a part of them. It does not say who is right; silence or a "
            "different framing alone is no dispute."
        ),
    ),
    Label.OPINION: (
        _("no evidence could settle it"),
        _("A judgement, prediction or motive that no evidence could settle."),
    ),
    Label.UNCONFIRMED: (
        _("no basis found"),
        _("It could be checked, but no basis was found; the note says where one looked."),
    ),
    Label.NO_CLAIM: (_("asserts nothing"), _("The sentence asserts nothing that could be right or wrong.")),
}
"""Each label's meaning: in a few words, and in full."""

MODIFIER_MEANINGS: dict[Modifier, str] = {
    Modifier.PARTLY: _("The label holds for a part of the words."),
    Modifier.NEEDS_CONTEXT: _("The words mislead without something they leave out."),
    Modifier.HEDGED: _("The words themselves say that they are not certain."),
    Modifier.ATTRIBUTION_ONLY: _("Confirmed is that the speaker said it, not that it is so."),
    Modifier.REFUTED: _("With disputed: primary evidence settles that the words are wrong."),
}
"""What limits a label."""

RELATION_MEANINGS: dict[Relation, str] = {
    Relation.CORROBORATES: _("Both passages say so, each in its own article."),
    Relation.CONTRADICTS: _(
        "Both cannot stand as they are. Without a severity it counts as hard; “in tension with” and “frames "
        "differently” say that both may be true."
    ),
    Relation.ADDS_DETAIL: _("The first passage says more of the same thing. It is no basis for a label."),
    Relation.SAME_QUOTATION: _("Both quote the same words of the same speaker."),
    Relation.ALTERED_QUOTATION: _("The first passage quotes the second’s quotation in other words."),
}
"""How passages stand to each other."""

SEVERITY_MEANINGS: dict[Severity, str] = {
    Severity.HARD: _("Both cannot be true as they stand: one of them must be wrong."),
    Severity.TENSION: _("Both may be true, yet whoever reads both will wonder."),
    Severity.FRAMING: _("Both tell the same thing and set it in another light."),
    Severity.MINOR: _("A detail differs that changes nothing of substance."),
}
"""How gravely linked passages differ."""
