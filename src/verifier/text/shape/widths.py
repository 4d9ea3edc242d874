"""How wide lines are, and the width a text was wrapped at.

Each break between two lines says something about the wrap width W: the first line fits (its width is at most W) and
the first word of the next one did not (width + space + word is more than W). The W that most breaks agree on tells
wrapped text from text that has one line a paragraph; and how far the breaks that surely lie inside a sentence keep to
it tells how much room a line must leave before it may be taken for a paragraph's last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from verifier.text.shape.lines import breaks_word, ends_sentence, first_word, goes_on, indent_of

_NARROWEST = 30
_WIDEST = 250
_AGREEING = 0.5
_SURELY_AGREEING = 0.8
"""The share of breaks inside sentences that a width must explain where lists make the others say little."""
_FEW_BREAKS = 0.7
_NOT_LONGER = 0.9
_LENIENT = 1.05
"""Nine lines in ten are no more than a twentieth wider than the wrap."""
_SURELY_INSIDE = 0.97
_EXACT = 0.85
"""The share of breaks inside sentences that keep to a width in characters from which on it is taken at its word."""
_LESS_THAN_NONE = -0.5
_MOST_ROOM = 0.25
_FEWEST = 4
_LONGEST = 1_000

Pair = tuple[str, str]
"""Two lines one after the other, without the white space at their ends."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """The width a text is wrapped at, in what ``measure`` gives for a string, and the share of breaks it explains
    among those that do not look like ends of paragraphs. ``slack`` is the room breaks inside a sentence leave.
    """

    width: float
    share: float
    measure: Callable[[str], float]
    slack: float = 0.0

    def room(self, before: str, line: str) -> float:
        """How much room a line leaves once the next one's first word is set on it; negative where it did not fit."""
        space = 0.0 if breaks_word(before) else self.measure(" ")
        return (
            self.width - self.measure(before[:_LONGEST]) - space - self.measure(first_word(line)[:_LONGEST])
        )


class _Face(dict[str, float]):
    """How wide the characters of a face are, in average characters; those not listed by their case."""

    def __init__(self, thousandths: Mapping[int, str], capital: int, other: int) -> None:
        super().__init__((each, width / other) for width, text in thousandths.items() for each in text)
        self._capital = capital / other

    def __missing__(self, key: str) -> float:
        width = self._capital if key.isupper() else 1.0
        self[key] = width
        return width


_SERIF = _Face(
    {
        180: "'",
        200: "|",
        250: ",. \xa0",
        280: "ijlt/:;\\îï",
        330: "frI!()-[]`‘’",
        390: "sJ",
        400: "з",
        410: '"г',
        430: "э",
        440: "acez?“”„äéèêàâçаестё",
        460: "ья",
        470: "^в",
        480: "{}",
        490: "к",
        500: "0123456789bdghknopquvxy#$*_–«»€öüßôûлорухчЗ",
        510: "бд",
        520: "ъ",
        540: "~ийнпц",
        560: "FPS+<=>Р",
        570: "БЬ",
        580: "Г",
        610: "ELTZЕТЁÉ",
        630: "м",
        650: "фЧ",
        660: "Э",
        670: "BCRыВКСЯ",
        680: "ДЛ",
        690: "ж",
        710: "УЪ",
        720: "wADGHKNOQUVXYАИЙНОПХЦÄÖÜ",
        750: "ю",
        770: "шщ",
        780: "m&",
        790: "Ф",
        830: "%",
        870: "Ы",
        890: "MМ",
        900: "Ж",
        920: "@",
        940: "W",
        1000: "—…",
        1010: "ШЩ",
        1030: "Ю",
    },
    capital=720,
    other=500,
)
"""The advance widths of Times and of the free faces made to its measure, in thousandths of an em."""

_SANS = _Face(
    {
        190: "'",
        220: "ijl‘’",
        260: "|",
        280: "ftI!,./:;[\\] \xa0îï",
        330: "r()-`{}“”„",
        360: '"г',
        390: "*",
        440: "к",
        460: "зт",
        470: "^",
        500: "cksvxyzJçсух",
        510: "э",
        520: "чь",
        530: "в",
        540: "пяГ",
        550: "н",
        560: "0123456789abdeghnopquL#$?_–«»€äöüéèêàâôûаеийорё",
        570: "бц",
        580: "+<=>~длК",
        600: "З",
        610: "FTZßТ",
        620: "ъ",
        640: "У",
        660: "БЛЬ",
        670: "ABEKPSVXY&жАВЕРХЧЁÄÉ",
        680: "Д",
        690: "м",
        720: "wCDHNRUыИЙНПСЭЯÜ",
        740: "Ц",
        750: "ю",
        760: "Ф",
        780: "GOQОÖ",
        790: "Ъ",
        800: "ш",
        820: "фщ",
        830: "mMМ",
        880: "Ы",
        890: "%",
        920: "ЖШ",
        940: "WЩ",
        1000: "—…",
        1010: "Ю",
        1020: "@",
    },
    capital=670,
    other=556,
)
"""The same of Arial and Helvetica."""


def character_width(text: str) -> float:
    """The width of a text in a face whose characters are all as wide."""
    return float(len(text))


def serif_width(text: str) -> float:
    """The width of a text in a common proportional face with serifs, in average characters."""
    return sum(map(_SERIF.__getitem__, text))


def sans_width(text: str) -> float:
    """The width of a text in a common proportional face without serifs, in average characters."""
    return sum(map(_SANS.__getitem__, text))


MEASURES = (character_width, serif_width, sans_width)


def find_wrap(texts: Sequence[str], pairs: Sequence[Pair]) -> Wrap | None:
    """The wrap width that explains most breaks between lines, or None where the text is not wrapped.

    ``texts`` are lines without the white space at their ends, ``pairs`` those of them between which a break stands.
    """
    if not pairs:
        return None
    written = [text[:_LONGEST] for text in texts if " " in text.strip()]
    found = [_best_width(written, pairs, measure) for measure in MEASURES]
    best = max(found, key=lambda wrap: wrap.share)
    return best if _is_wrapped(best, written, pairs) else None


def _best_width(texts: Sequence[str], pairs: Sequence[Pair], measure: Callable[[str], float]) -> Wrap:
    """The width inside most intervals [width of a, width of a + space + first word of b), and its share.

    It is not less than the width of all but a few lines.
    """
    rooms = Wrap(0.0, 1.0, measure)
    edges: list[tuple[float, int]] = []
    for a, b in pairs:
        edges += [(measure(a[:_LONGEST]), 1), (-rooms.room(a, b), -1)]
    edges.sort()
    widths = sorted(map(measure, texts))
    least = widths[int(len(widths) * _NOT_LONGER)] / _LENIENT if widths else 0.0
    depth = most = 0
    best = 0.0
    for position, step in edges:
        depth += step
        if depth > most and position >= least:
            most, best = depth, position
    found = Wrap(best, 1.0, measure)
    # A line that ends a sentence and leaves room may end a paragraph: it says nothing against the width.
    against = sum(not ends_sentence(a) and not explained(found, a, b) for a, b in pairs)
    return Wrap(best, most / max(1, most + against), measure, _slack(found, pairs))


def _slack(wrap: Wrap, pairs: Sequence[Pair]) -> float:
    """The room that all but a few of the breaks inside sentences leave; less than none where they leave none.

    Lines that leave a lot were broken by hand: verses, entries of lists.
    """
    most = wrap.width * _MOST_ROOM
    rooms = sorted(room for a, b in pairs if goes_on(a, b) and (room := wrap.room(a, b)) <= most)
    if wrap.measure is character_width and sum(room < 0 for room in rooms) >= len(rooms) * _EXACT:
        return _LESS_THAN_NONE
    if not rooms:
        return 0.0
    return max(0.0, rooms[min(len(rooms) - 1, int(len(rooms) * _SURELY_INSIDE))])


def explained(wrap: Wrap, a: str, b: str) -> bool:
    """Whether the break between two lines is where wrapping at this width would put it."""
    return wrap.measure(a[:_LONGEST]) <= wrap.width and wrap.room(a, b) < 0


def _is_wrapped(wrap: Wrap, texts: Sequence[str], pairs: Sequence[Pair]) -> bool:
    """Whether enough breaks agree, few lines are longer, and the breaks do not simply follow sentences."""
    if not _NARROWEST <= wrap.width <= _WIDEST:
        return False
    longer = sum(wrap.measure(text) > wrap.width * _LENIENT for text in texts)
    agreeing = [(a, b) for a, b in pairs if explained(wrap, a, b)]
    ending = sum(ends_sentence(a) for a, b in agreeing)
    # Sentences may come to end with lines by chance where blank lines leave but few breaks.
    few = len(pairs) < len(texts) * _FEW_BREAKS and len(agreeing) >= _FEWEST - 1
    by_chance = few and wrap.share >= _SURELY_AGREEING and ending < len(agreeing)
    if longer > max(1, len(texts) * (1 - _NOT_LONGER)) or (ending * 2 > len(agreeing) and not by_chance):
        return False
    return wrap.share >= _AGREEING or _agree_inside(agreeing, pairs, texts)


def _agree_inside(agreeing: Sequence[Pair], pairs: Sequence[Pair], texts: Sequence[str]) -> bool:
    """Whether a width explains the breaks that surely lie inside sentences, where lists and titles say little.

    Lines set in from the rest begin paragraphs: the breaks before them are none of wrapping.
    """
    margin = min(map(indent_of, texts), default=0)
    going = [(a, b) for a, b in pairs if goes_on(a, b) and indent_of(b) <= margin + 1]
    explained_ones = set(agreeing)
    explaining = sum(pair in explained_ones for pair in going)
    return explaining >= _FEWEST and explaining >= len(going) * _SURELY_AGREEING
