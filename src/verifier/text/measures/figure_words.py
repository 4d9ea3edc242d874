"""Words of figures, English and Russian: numbers, scales, hedges. All folded: small letters, "е" for "ё"."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def table(text: str) -> dict[str, str]:
    """A table written as lines "value: form form"."""
    lines = (line.partition(":") for line in text.splitlines() if line.strip())
    return {form: value.strip() for value, _colon, forms in lines for form in forms.split()}


UNITS = {
    form: float(value)
    for form, value in table(
        """
        0: zero ноль нуль
        1: one один одна одно одного одной одному одним одном одну
        2: two два две двух двум двумя двое двоих двоим
        3: three три трех трем тремя трое троих троим
        4: four четыре четырех четырем четырьмя четверо четверых
        5: five пять пяти пятью пятеро пятерых
        6: six шесть шести шестью шестеро шестерых
        7: seven семь семи семью семеро семерых
        8: eight восемь восьми восемью восьмью восьмеро
        9: nine девять девяти девятью девятеро
        """
    ).items()
}

TEENS = {
    form: float(value)
    for form, value in table(
        """
        10: ten десять десяти десятью
        11: eleven одиннадцать одиннадцати одиннадцатью
        12: twelve двенадцать двенадцати двенадцатью
        13: thirteen тринадцать тринадцати тринадцатью
        14: fourteen четырнадцать четырнадцати четырнадцатью
        15: fifteen пятнадцать пятнадцати пятнадцатью
        16: sixteen шестнадцать шестнадцати шестнадцатью
        17: seventeen семнадцать семнадцати семнадцатью
        18: eighteen восемнадцать восемнадцати восемнадцатью
        19: nineteen девятнадцать девятнадцати девятнадцатью
        """
    ).items()
}

TENS = {
    form: float(value)
    for form, value in table(
        """
        20: twenty двадцать двадцати двадцатью
        30: thirty тридцать тридцати тридцатью
        40: forty fourty сорок сорока
        50: fifty пятьдесят пятидесяти пятьюдесятью
        60: sixty шестьдесят шестидесяти шестьюдесятью
        70: seventy семьдесят семидесяти семьюдесятью
        80: eighty восемьдесят восьмидесяти восемьюдесятью
        90: ninety девяносто девяноста
        """
    ).items()
}

HUNDREDS = {
    form: float(value)
    for form, value in table(
        """
        100: сто ста
        200: двести двухсот двумстам двухстах двумястами
        300: триста трехсот тремстам трехстах тремястами
        400: четыреста четырехсот четыремстам четырехстах
        500: пятьсот пятисот пятистам пятистах пятьюстами
        600: шестьсот шестисот шестистам шестистах
        700: семьсот семисот семистам семистах
        800: восемьсот восьмисот восьмистам восьмистах
        900: девятьсот девятисот девятистам девятистах
        """
    ).items()
}

SCALES = {
    form: float(value)
    for form, value in table(
        """
        1000: thousand тысяча тысячи тысяч тысячу тысяче тысячам тысячами тысячах тысячей тысячью тыс
        1000000: million миллион миллиона миллионов миллиону миллионам миллионами миллионах миллионом миллионе млн
        1000000000: billion миллиард миллиарда миллиардов миллиарду миллиардам миллиардами миллиардах миллиардом млрд
        1000000000000: trillion триллион триллиона триллионов триллиону триллионам триллионами триллионах трлн
        """
    ).items()
}

SHORT_SCALES = {
    form: float(value)
    for form, value in table(
        """
        1000: k
        1000000: m mn mln mil
        1000000000: b bn bln
        1000000000000: tn trn
        """
    ).items()
}
"""Scales that stand right behind digits, without a space (those of two letters and more also with one)."""

HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
ONE_AND_A_HALF = words("полтора полторы полутора")
HALF_SCALES = {"полмиллиона": 5e5, "полмиллиарда": 5e8, "полсотни": 50.0, "полтысячи": 500.0}

DOZEN = words("dozen дюжина дюжины дюжину")

VAGUE = {
    "dozens": (24.0, 100.0),
    "scores": (40.0, 100.0),
    "tens": (20.0, 100.0),
    "hundreds": (200.0, 1e3),
    "thousands": (2e3, 1e4),
    "millions": (2e6, 1e7),
    "billions": (2e9, 1e10),
    **dict.fromkeys(words("десятки десятков десяткам десятками десятках"), (20.0, 100.0)),
    **dict.fromkeys(words("сотни сотен сотням сотнями сотнях"), (200.0, 1e3)),
    **dict.fromkeys(words("тысячи тысяч тысячам тысячами тысячах"), (2e3, 1e4)),
    **dict.fromkeys(words("миллионы миллионов миллионам миллионами миллионах"), (2e6, 1e7)),
    **dict.fromkeys(words("миллиарды миллиардов"), (2e9, 1e10)),
}
"""Numbers that name only a size, as the bounds they are read as."""

VAGUE_BEFORE = words("several few нескольких несколько many")
"""Before a scale or a vague number they name a size: "several hundred", "несколько десятков"."""

ABOUT, NEARLY, JUST_OVER, LEAST, MOST = "about", "nearly", "just over", "least", "most"

HEDGES_BEFORE: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        ABOUT: "about,around,some,roughly,approximately,approx,estimated,an estimated,circa,close to,an average of,"
        "somewhere around,somewhere in the region of,in the region of,something like,of about,~,≈,"
        "около,примерно,приблизительно,порядка,ориентировочно,где-то,в районе,в среднем",
        NEARLY: "nearly,almost,just under,just short of,almost as many as,nearly as many as,virtually,"
        "почти,почти что,едва ли не,без малого,чуть менее,чуть меньше,немногим менее,немногим меньше",
        JUST_OVER: "just over,slightly more than,a little over,a little more than,just above,just more than,"
        "чуть более,чуть больше,немногим более,немногим больше,с небольшим",
        LEAST: "at least,more than,over,no fewer than,no less than,not less than,not fewer than,upwards of,upward of,"
        "in excess of,well over,a minimum of,minimum of,exceeding,above,well above,far more than,much more than,"
        "at the very least,greater than,>,≥,"
        "не менее,не меньше,не менее чем,по меньшей мере,как минимум,минимум,по крайней мере,"
        "более,более чем,больше,больше чем,свыше,превысило,превышает,выше",
        MOST: "up to,as many as,as much as,at most,no more than,not more than,fewer than,less than,under,below,"
        "a maximum of,maximum of,at the most,well under,far fewer than,<,≤,"
        "до,не более,не больше,не более чем,менее,меньше,менее чем,максимум,вплоть до,ниже,не свыше",
    }.items()
    for phrase in phrases.split(",")
}
"""What stands before a figure and opens or hedges its bounds."""

WITH_OVER = words(
    "hand hands handed handing take takes took taken taking turn turns turned turning sign signs signed signing pass "
    "passes passed passing pull pulls pulled pulling roll rolled rolling knock knocked bring brought run ran"
)
"""Verbs an "over" belongs to rather than to the figure behind it: "handed over 300 letters"."""

HEDGES_AFTER: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        ABOUT: "or so,or thereabouts,- odd,odd,approximately,примерно,приблизительно",
        LEAST: "or more,or over,and over,and above,or above,and more,plus,+,и более,или более,и выше,и больше",
        MOST: "or fewer,or less,or under,and under,or below,at most,и менее,или менее,и меньше,и ниже",
        JUST_OVER: "с небольшим,с лишним",
    }.items()
    for phrase in phrases.split(",")
}

ORDINALS = {
    form: int(value)
    for form, value in table(
        """
        1: first
        2: second
        3: third
        4: fourth
        5: fifth
        6: sixth
        7: seventh
        8: eighth
        9: ninth
        10: tenth
        11: eleventh
        12: twelfth
        13: thirteenth
        14: fourteenth
        15: fifteenth
        16: sixteenth
        17: seventeenth
        18: eighteenth
        19: nineteenth
        20: twentieth
        30: thirtieth
        40: fortieth
        50: fiftieth
        60: sixtieth
        70: seventieth
        80: eightieth
        90: ninetieth
        100: hundredth
        """
    ).items()
}

_RUSSIAN_ORDINALS = {
    1: "перв",
    2: "втор",
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    11: "одиннадцат",
    12: "двенадцат",
    13: "тринадцат",
    14: "четырнадцат",
    15: "пятнадцат",
    16: "шестнадцат",
    17: "семнадцат",
    18: "восемнадцат",
    19: "девятнадцат",
    20: "двадцат",
    30: "тридцат",
    40: "сороков",
    50: "пятидесят",
    100: "сот",
}
_ADJECTIVE_ENDINGS = words("ый ой ая ое ого ому ым ом ую ые ых ыми")
ORDINALS |= {
    stem + ending: value for value, stem in _RUSSIAN_ORDINALS.items() for ending in _ADJECTIVE_ENDINGS
}
ORDINALS |= dict.fromkeys(
    words("третий третья третье третьего третьей третьему третьим третьем третью третьи третьих"), 3
)

ORDINAL_SUFFIXES = words("st nd rd th й ый ой го ого му ому м ым ом я ая ю ую е ое ая х ых ми")
"""They make a number in digits an ordinal: "5th", and behind a hyphen "5-й"."""

BEFORE_ORDINAL = words(
    """
    the a an his her its their our my your this that for every each on
    на в во с со к по за о об это этот эта свой свою свое своего мой его ее их уже и
    """
)
"""An ordinal in words counts behind one of these; elsewhere "first" and "second" are too often adverbs."""

FRACTIONS = {
    form: float(value)
    for form, value in table(
        """
        2: half halves половина половины половину половине половиной
        3: third thirds треть трети третью третей
        4: quarter quarters четверть четверти четвертью четвертей
        5: fifth fifths
        6: sixth sixths
        8: eighth eighths
        10: tenth tenths
        """
    ).items()
}
