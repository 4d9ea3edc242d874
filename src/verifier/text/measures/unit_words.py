"""What figures measure, English and Russian: currencies, spans of time, measures, and words that count nothing."""

from __future__ import annotations

from verifier.text.measures.figure_words import table, words

CURRENCY_SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "₽": "RUB",
    "₴": "UAH",
    "¥": "JPY",
    "₹": "INR",
    "₺": "TRY",
    "₸": "KZT",
}
DOLLARS = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "r": "BRL",
}  # fmt: skip
"""Letters right before a dollar sign, and whose dollar it is then."""

CURRENCY_CODES = words("usd eur gbp rub uah jpy inr chf cad aud pln kzt cny try byn sek nok dkk czk")

CURRENCY_WORDS = table(
    """
    USD: dollar dollars доллар доллара долларов доллару долларам долларах долларами долл
    GBP: pound pounds sterling фунт фунта фунтов фунтам
    EUR: euro euros евро
    RUB: rouble roubles ruble rubles рубль рубля рублей рублю рублям рублях рублями руб
    UAH: hryvnia hryvnias hryvnya гривна гривны гривен гривень
    JPY: yen иена иены иен
    CNY: yuan renminbi юань юаня юаней
    CHF: franc francs франк франка франков
    INR: rupee rupees
    TRY: lira лира лиры лир
    KZT: tenge тенге
    PLN: zloty zlotys злотый злотых
    cent: cent cents цент цента центов
    pence: pence penny
    kopeck: kopecks копейка копейки копеек
    """
)
NATIONS_OF_MONEY = {
    "us": "", "american": "", "canadian": "CAD", "australian": "AUD", "hong": "", "swiss": "",
    "british": "", "russian": "",
    "американских": "", "канадских": "CAD", "австралийских": "AUD", "российских": "", "белорусских": "BYN",
}  # fmt: skip
"""Adjectives before a currency's name, and the currency where they change it."""

PERCENT_WORDS = words(
    "percent pct процент процента процентов проценту процентам процентами процентах процентом проценте"
)

DURATIONS = table(
    """
    second: second seconds sec secs секунда секунды секунд секунду сек
    minute: minute minutes min mins минута минуты минут минуту минутам минутами мин
    hour: hour hours hr hrs час часа часов часам часами часах
    day: day days день дня дней дням днями днях сутки суток суткам
    week: week weeks неделя недели недель неделю неделям неделями неделях
    month: month months месяц месяца месяцев месяцам месяцами месяцах
    year: year years yr yrs год года лет годам годами годах годов
    decade: decade decades десятилетие десятилетия десятилетий
    century: century centuries век века веков столетие столетия столетий
    """
)
SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
    "month": 31557600.0 / 12, "year": 31557600.0, "decade": 315576000.0, "century": 3155760000.0,
}  # fmt: skip
"""How many seconds a duration has; a month is the twelfth of a year of 365.25 days."""

RUSSIAN_ADJECTIVES_OF_TIME = {
    "летн": "year", "месячн": "month", "недельн": "week", "дневн": "day", "часов": "hour", "минутн": "minute",
    "суточн": "day", "секундн": "second",
}  # fmt: skip
"""Behind a number and a hyphen: "44-летний", "10-дневный"."""

TERMS = words(
    """
    срок срока сроку сроком контракт контракта период периода план плана юбилей опыт стаж перерыв договор приговор
    запрет бан война войны правление правления история истории сотрудничество минимум максимум перерыва заключение
    """
)
"""Behind "10-летний" they make a duration of what would be an age."""

MEASURES = table(
    """
    km: km kms kilometre kilometres kilometer kilometers км километр километра километров километрах километре
    m: m metre metres meter meters м метр метра метров метрах метре
    cm: cm centimetre centimetres centimeter centimeters см сантиметр сантиметра сантиметров
    mm: mm millimetre millimetres millimeter millimeters мм миллиметр миллиметра миллиметров
    mile: mile miles миля мили миль
    yard: yard yards
    foot: foot feet ft
    inch: inch inches
    kg: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes кг килограмм килограмма килограммов
    g: g gram grams gramme grammes грамм грамма граммов
    t: tonne tonnes ton tons т тонна тонны тонн тоннами
    lb: lb lbs
    l: litre litres liter liters л литр литра литров
    barrel: barrel barrels баррель барреля баррелей
    hectare: hectare hectares га гектар гектара гектаров
    acre: acre acres
    mph: mph
    kmh: kph kmh
    degree: degree degrees градус градуса градусов °
    c: °c ℃ celsius
    mw: mw megawatt megawatts мвт мегаватт
    gw: gw gigawatt gigawatts гвт
    gb: gb gigabyte gigabytes гб
    """
)
METRIC = {
    "km": ("m", 1000.0), "m": ("m", 1.0), "cm": ("m", 0.01), "mm": ("m", 0.001), "mile": ("m", 1609.344),
    "yard": ("m", 0.9144), "foot": ("m", 0.3048), "inch": ("m", 0.0254),
    "kg": ("kg", 1.0), "g": ("kg", 0.001), "t": ("kg", 1000.0), "lb": ("kg", 0.45359237),
    "hectare": ("m2", 1e4), "acre": ("m2", 4046.8564224), "m2": ("m2", 1.0), "km2": ("m2", 1e6),
    "mile2": ("m2", 2589988.11),
    "foot2": ("m2", 0.09290304),
    "mph": ("kmh", 1.609344), "kmh": ("kmh", 1.0), "mw": ("mw", 1.0), "gw": ("mw", 1000.0),
    "c": ("degree", 1.0), "degree": ("degree", 1.0),
}  # fmt: skip
"""What a measure is in the measure it is compared in, and how many of those it is."""

SQUARE = words("square sq кв квадратных квадратные квадратный квадратного")
OF_LENGTH = words("tall long wide deep high away above below sprint race hurdles thick apart")
"""Behind "5m" they say that metres are meant, not millions."""

NAMING = words(
    """
    flight boeing airbus article articles section sections room channel route apartment bus line page pages chapter
    unit school no nos number gate platform figure table resolution paragraph level phase stage grade type covid apollo
    iphone windows formula area highway interstate psalm category clause bill protocol form version volume part
    appendix annex building block ward precinct district junction exit pier studio rule schedule act model episode
    season sector zone kilometre kilometer mile bank tram train squadron brigade regiment battalion
    статья статье статьи статью статьей ст рейс рейса рейсе рейсом дом дома школа школы пункт пункта п часть части ч
    стр страница странице глава главе главы номер номером квартира кв канал закон закона указ указа дело дела
    маршрут автобус приказ корпус больница больницы больнице колония колонии ик пост корп гл форма форме том тома
    """
)
"""Words whose number is a name: "Flight 370", "статья 275"."""

NOT_COUNTED = words(
    """
    a an the and or but nor so yet of in on at by for from with without into onto over under about against between among
    through during before after since until till as than that which who whom whose what when where why how if while
    because although though unless whether is are was were be been being am has have had having do does did will would
    shall should can could may might must not no yes he she it they we i you him her them us me his its their our my
    your this these those there here then now also only just even still already more less fewer most least each every
    all both other others another such same per times time once again later ago old said says told were to up down out
    off said took went came made saw got won lost killed died left began ended out very too next last
    и или но а да не ни в во на с со к ко от до из у о об по за над под при без для через между из-за про как что чтобы
    если когда где который которая которые которых это этот эта эти тот та те он она оно они мы вы я его ее их ему ей им
    был была были было будет будут есть нет же ли бы уже еще только лишь также тоже так раз раза более менее назад того
    том тому сказал сказала заявил заявила стал стали погибли погиб умерли убиты ранены задержаны задержали получили
    """
)
"""Words that are no things counted."""

PEOPLE = table(
    """
    person: people person persons
    человек: человек человека людей люди людям людьми человеку
    """
)
"""Forms of one thing that no stemmer joins."""

PLURALS = words(
    """
    people men women children police troops staff personnel cattle teeth feet mice sheep fish deer salmon geese oxen
    aircraft dead wounded injured media countrymen policemen servicemen businessmen firemen gunmen fishermen crew data
    """
)
"""Plurals that do not end in "s"."""

SCORING = words(
    """
    won win wins winning lost lose losing loses beat beats beaten defeat defeated drew draw drawn victory score scored
    scores lead led leading vote voted votes ruled ruling match final tie aggregate thrashed
    выиграл выиграла выиграли проиграл проиграла проиграли победил победила победили победа победой счет счетом счета
    ничья ничью матч матче обыграл обыграла обыграли разгромил разгромила
    """
)
"""Words beside which two numbers with a dash are a score."""
