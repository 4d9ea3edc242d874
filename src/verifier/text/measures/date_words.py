"""Words of dates, English and Russian: months, weekdays, and words that lead back to the day of writing."""

from __future__ import annotations

from verifier.text.measures.figure_words import table, words

MONTHS = {
    form: int(value)
    for form, value in table(
        """
        1: january jan январь января январе январю январем янв
        2: february feb февраль февраля феврале февралю февралем фев
        3: march mar март марта марте марту мартом
        4: april apr апрель апреля апреле апрелю апрелем апр
        5: may май мая мае маю маем
        6: june jun июнь июня июне июню июнем
        7: july jul июль июля июле июлю июлем
        8: august aug август августа августе августу августом авг
        9: september sept sep сентябрь сентября сентябре сентябрю сентябрем сент
        10: october oct октябрь октября октябре октябрю октябрем окт
        11: november nov ноябрь ноября ноябре ноябрю ноябрем нояб
        12: december dec декабрь декабря декабре декабрю декабрем дек
        """
    ).items()
}

DOUBTFUL_MONTHS = words("may march august mar jun sep май")
"""They are other words too, so alone they need a word before them that only a month follows."""

BEFORE_MONTH = words("in since by until till last next this early late mid of through from в с к до")

WEEKDAYS = {
    form: int(value)
    for form, value in table(
        """
        0: monday mondays понедельник понедельника понедельнику
        1: tuesday tuesdays вторник вторника вторнику
        2: wednesday wednesdays среду
        3: thursday thursdays четверг четверга четвергу
        4: friday fridays пятница пятницу пятницы пятнице
        5: saturday saturdays суббота субботу субботы субботе
        6: sunday sundays воскресенье воскресенья воскресенью
        """
    ).items()
}
SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
"""They are weekdays with a capital and a full stop alone."""

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
    "сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2, "послезавтра": 2,
}  # fmt: skip
"""Words for a day, and how many days it is from the day of writing."""

DAYS_OF_TWO_WORDS = {
    ("last", "night"): -1,
    ("this", "morning"): 0,
    ("this", "afternoon"): 0,
    ("this", "evening"): 0,
}

SPANS = table(
    """
    week: week неделе неделю недели
    month: month месяце месяц месяца
    year: year году год года
    weekend: weekend выходные выходных
    """
)

SHIFTS = {
    form: int(value)
    for form, value in table(
        """
        -1: last previous прошлой прошлую прошлом прошлого прошлый минувшей минувшем минувшего прошлые прошлых минувший
        0: this current этой эту этом этого этот нынешней нынешнем нынешнего текущем текущей эти
        1: next coming следующей следующую следующем следующего следующий будущем будущего
        """
    ).items()
}

FUTURE = words(
    "will shall expected due scheduled planned plans upcoming coming next намерен планирует будет будут ожидается"
)
"""Words before a weekday that put it behind the day of writing."""

YEAR_WORDS = words("год года году годом годы годов годах г гг")

BEFORE_YEAR = words(
    """
    in since by until till from of during before after early late mid between through to around circa and or the
    в с к до после около между конце начале середине
    """
)
"""Words behind which four digits are a year."""

PARTS = {
    "early": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2,
    "начале": 0, "начала": 0, "середине": 1, "середины": 1, "конце": 2, "конца": 2,
}  # fmt: skip
"""Words for the first, the second and the last third of a span of time."""

DECADE_SUFFIXES = words("s е х ых ые м")
AGO = words("ago earlier назад")
