"""Words that tell how far a thing has come (announced, threatened, agreed …) and words that deny, English and Russian.

Short lists of our own. A line is one standing: its stems, or forms as they stand behind "=". Two languages share a
line, so that an announcement is one in either.
"""

from __future__ import annotations

from collections.abc import Iterator

SAYING = "say"
"""The standing of what somebody merely says."""

_STANDINGS = {
    SAYING: "said say told =stated =states add report сказа говор заяв сообщ рассказа отмет добав",
    "announce": "announc declar объяв объявл объявлен провозглас",
    "threaten": "threaten threat угрожа пригроз гроз угроз",
    "warn": "warn предупред предупрежда",
    "agree": "agre agreement соглас договор условл соглашен",
    "decide": "decid decis =решил =решила =решили =решено решен",
    "plan": "plan intend планир запланирова намер собира",
    "propose": "propos suggest offer предлож предлага",
    "consider": "consid weigh рассматрива рассмотр",
    "promise": "promis pledg vow обеща пообеща обязал",
    "demand": "demand urg треб потребова призва призыва",
    "ask": "ask request попрос прос",
    "claim": "claim alleg assert утвержда",
    "insist": "insist настаива",
    "accuse": "accus обвин обвиня",
    "deny": "deni denial отрица опроверг опроверга",
    "reject": "reject refus =declined отверг отверга отказа отклон",
    "confirm": "confirm подтверд подтвержда",
    "admit": "admit acknowledg призна признава",
    "expect": "expect ожида",
    "hope": "hope надеет надея",
    "order": "=ordered =orders instruct приказа предписа =велел =велела",
    "rule": "=ruled =rules постанов",
    "approve": "approv adopt одобр утверд",
    "sign": "=signed =signs подписа",
    "impose": "impos введ =ввел =ввела =ввели =введены ввод",
    "withdraw": "withdrew withdrawn withdraw withdr revok =отозвал =отозвала =отозвали =отозвано",
    "suspend": "suspend приостанов",
    "ban": "ban bann запрет запреща",
    "begin": "=began =begun =begins =started =starts launch =начал =начала =начали =начат начина",
    "stop": "stop halt ceas прекрат прекраща останов",
    "complete": "complet finish заверш законч",
    "try": "attempt =tried =tries пыта попыта",
    "fail": "fail =сорвал =сорвали провал",
    "arrest": "arrest арестова",
    "detain": "detain задержа",
    "charge": "=charged =indicted",
    "convict": "convict осуд осужд",
    "sentence": "=sentenced приговор",
    "release": "=released =freed освобод освобожда",
    "may": "=may =might =could может могут =мог =могла =могли",
    "will": "=will =would =shall =будет =будут",
    "must": "=must =should =должен =должна =должны",
}

MODALS = frozenset(("may", "will", "must"))
"""The standings of what is yet to be."""

EVENTS = frozenset(
    (
        "begin",
        "stop",
        "complete",
        "try",
        "fail",
        "arrest",
        "detain",
        "charge",
        "convict",
        "sentence",
        "release",
    )
)
"""The standings of what has been done to somebody or something, rather than been said or resolved."""

_DENYING = """
not no never none nobody nothing nowhere neither nor without cannot
не нет ни никто никого никому никем ничего ничто ничему ничем никогда нигде никуда никак нельзя без
"""
_NEGATIONS = frozenset(_DENYING.split())


def _read() -> Iterator[tuple[str, str]]:
    for standing, stems in _STANDINGS.items():
        for stem in stems.split():
            yield stem, standing


_BY_STEM = dict(_read())


def standing_of(form: str, stem: str) -> str:
    """The standing a word tells, by its folded form or its stem; "" where it tells none."""
    plain = form.replace("ё", "е")
    return _BY_STEM.get("=" + plain) or _BY_STEM.get(stem, "")


def denies(form: str) -> bool:
    """Whether a folded form denies: "not", "isn't", "никогда"."""
    return form.endswith("n't") or form.replace("ё", "е") in _NEGATIONS
