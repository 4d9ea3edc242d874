"""Invented sentences with the figures a careful reader finds in them.

Each line: a sentence with one figure in square brackets, then kind, low, high ("-" where open) and unit ("-" where
there is none); "~" at the end says hedged, "R" that the day of writing (Wednesday, 24 February 2021) was used.
"""

ENGLISH = """
The ferry carried [1,200 passengers] | count 1200 1200 passeng
The ferry carried [12 passengers] | count 12 12 passeng
Some of the [12,500 visitors] came by rail. | count 12500 12500 visitor
The council counted [1,234,567 trees]. | count 1234567 1234567 tree
She signed [twelve thousand letters] | count 12000 12000 letter
They planted [twenty-one lime trees] there. | count 21 21 tree
The archive has [two hundred and five maps] in it. | count 205 205 map
The choir sang for [three thousand four hundred people] | count 3400 3400 person
About the harbour: [one hundred boats] were lost. | count 100 100 boat
[One woman] fell from the pier. | count 1 1 woman
The mine employs [1.5 million people] | count 1500000 1500000 person
The mine employs [2.4m people] | count 2400000 2400000 person
The app has [3bn users] now. | count 3000000000 3000000000 user
A crowd of [half a million people] stood there. | count 500000 500000 person
They ordered [two dozen eggs] | count 24 24 egg
They ordered [a dozen eggs] | count 12 12 egg
[a hundred soldiers] marched by. | count 100 100 soldier
[Nearly 300 shops] closed. | count 270 300 shop ~
[Almost 50 schools] closed. | count 45 50 school ~
[About 200 shops] closed. | count 180 220 shop ~
[Some 200 shops] closed. | count 180 220 shop ~
[Around 200 shops] closed. | count 180 220 shop ~
[Roughly 1,000 bats] live there. | count 900 1100 bat ~
[An estimated 400 seals] live there. | count 360 440 seal ~
[Approximately 10 lamps] burn. | count 9 11 lamp ~
[At least 40 houses] burnt. | count 40 - hous
[More than 40 houses] burnt. | count 40 - hous
[No fewer than 40 houses] burnt. | count 40 - hous
[Over 40 houses] burnt. | count 40 - hous
[Well over 40 houses] burnt. | count 40 - hous
[Upwards of 40 houses] burnt. | count 40 - hous
[Up to 40 houses] burnt. | count - 40 hous
[As many as 40 houses] burnt. | count - 40 hous
[Fewer than 40 houses] burnt. | count - 40 hous
[No more than 40 houses] burnt. | count - 40 hous
[Less than 40 litres] ran out. | measure - 40 l
[Just over 40 houses] burnt. | count 40 44 hous ~
[40 houses or more] burnt. | count 40 - hous
[40 or so houses] burnt. | count 36 44 hous ~
There is room for [300+ guests] | count 300 - guest
[Dozens of sheep] escaped. | count 24 100 sheep ~
[Hundreds of sheep] escaped. | count 200 1000 sheep ~
[Thousands of geese] came. | count 2000 10000 gees ~
[Tens of thousands of geese] came. | count 20000 100000 gees ~
[Hundreds of thousands of geese] came. | count 200000 1000000 gees ~
[Several hundred lamps] burn. | count 200 1000 lamp ~
[Between 200 and 300 shops] closed. | count 200 300 shop
[200–300 shops] closed. | count 200 300 shop
[200-300 shops] closed. | count 200 300 shop
[200 to 300 shops] closed. | count 200 300 shop
[From 200 to 300 shops] closed. | count 200 300 shop
[two or three shops] closed. | count 2 3 shop
[2–3 million shops] closed. | count 2000000 3000000 shop
The tax rose by [5%] | percent 5 5 -
The tax rose by [5.5 per cent] | percent 5.5 5.5 -
The tax rose by [five percent] | percent 5 5 -
The tax rose by [10-15%] | percent 10 15 -
The tax rose by [nearly 20%] | percent 18 20 - ~
The lead is [three percentage points] | percent 3 3 point
[Half] of the town was dark. | percent 50 50 -
[A third] of the town was dark. | percent 33.333333 33.333333 -
[Two-thirds] of the town was dark. | percent 66.666667 66.666667 -
[Three quarters] of the town was dark. | percent 75 75 -
[One in five] stayed at home. | percent 20 20 -
[Three out of ten] stayed at home. | percent 30 30 -
It cost [$10] | money 10 10 USD
It cost [$1.2bn] in all. | money 1200000000 1200000000 USD
It cost [£480,000] in all. | money 480000 480000 GBP
It cost [€1.5 million] in all. | money 1500000 1500000 EUR
It cost [€1.200] in all. | money 1200 1200 EUR
It cost [US$5 million] in all. | money 5000000 5000000 USD
It cost [A$5m] in all. | money 5000000 5000000 AUD
It cost [EUR 300] in all. | money 300 300 EUR
It cost [300 euros] in all. | money 300 300 EUR
It cost [two million dollars] in all. | money 2000000 2000000 USD
It cost [20 pence] in all. | money 20 20 pence
It cost [$2–3 million] in all. | money 2000000 3000000 USD
It cost [between $200 and $300] in all. | money 200 300 USD
It cost [at least £2k] in all. | money 2000 - GBP
It cost [up to 500 roubles] in all. | money - 500 RUB
A [44-year-old] baker | age 44 44 year
A [44 year old] baker | age 44 44 year
He is [44 years old] | age 44 44 year
He is [44 years of age] | age 44 44 year
A baker [aged 44] | age 44 44 year
Tom Reed, [44], bakes. | age 44 44 year
a [six-month-old] foal | age 6 6 month
Children [aged 5 to 7] may swim. | age 5 7 year
The Reds won [5–2] at home. | score 2 5 -
The Reds lost [1-3] away. | score 1 3 -
The final score was [2:0] there. | score 0 2 -
The bill passed, [52-48] | score 48 52 -
She came [5th] | ordinal 5 5 -
It is the [third] attempt | ordinal 3 3 -
It is her [21st] birthday | ordinal 21 21 -
It is the [twenty-first] attempt | ordinal 21 21 -
He served [two years] there. | duration 2 2 year
He served [two and a half years] there. | duration 2.5 2.5 year
He served a [10-day] ban | duration 10 10 day
He waited [48 hours] there. | duration 48 48 hour
He waited [almost ten minutes] there. | duration 9 10 minute ~
It is [5 km] away | measure 5 5 km
It is [5km] away | measure 5 5 km
It is [5m] tall | measure 5 5 m
It is [six feet] tall | measure 6 6 foot
It weighs [3.5 tonnes] now. | measure 3.5 3.5 t
It covers [10 square miles] now. | measure 10 10 mile2
It was [−5°C] outside. | measure -5 -5 degree
It ran at [60 km/h] down | measure 60 60 kmh
It ran at [60 miles an hour] down | measure 60 60 mph
They met at [10:15 PM] | time 1335 1335 -
They met at [9 a.m.] and left. | time 540 540 -
They met at [10.30am] there. | time 630 630 -
They met at [five o'clock] there. | time 300 300 -
The clerk handed over [300 letters] then. | count 300 300 letter
The clerk sent [over 300 letters] then. | count 300 - letter
They met at [six in the morning] and left. | time 360 360 -
They met at [half past nine in the evening] and left. | time 1290 1290 -
They met at a [quarter to five] there. | time 285 285 -
They shot [three] in the morning raid. | number 3 3 -
They met at [noon] there. | time 720 720 -
It ended on [17 January 2021] | date 2021-01-17 2021-01-17 -
It ended on [January 17, 2021] | date 2021-01-17 2021-01-17 -
It ended on [17th of January 2021] | date 2021-01-17 2021-01-17 -
It ended on [Sunday, 17 January 2021] | date 2021-01-17 2021-01-17 -
It ended on [2021-01-17] | date 2021-01-17 2021-01-17 -
It ended on [17.01.2021] | date 2021-01-17 2021-01-17 -
It ended on [25/12/2020] | date 2020-12-25 2020-12-25 -
It ended on [Jan. 17] there. | date 2021-01-17 2021-01-17 - R
It ended on [Dec. 20] there. | date 2020-12-20 2020-12-20 - R
It ended on [3 March] there. | date 2021-03-03 2021-03-03 - R
It ran [17–19 January 2021] there. | date 2021-01-17 2021-01-19 -
It ran [Jan. 17–19] there. | date 2021-01-17 2021-01-19 - R
It ended in [January 2021] | date 2021-01-01 2021-01-31 -
It ended in [January] there. | date 2021-01-01 2021-01-31 - R
It ended in [2019] there. | date 2019-01-01 2019-12-31 -
It lasted from [2014–16] there. | date 2014-01-01 2016-12-31 -
It ended in the [1990s] there. | date 1990-01-01 1999-12-31 -
They met on [Tuesday] there. | date 2021-02-23 2021-02-23 - R
They met [last Friday] there. | date 2021-02-19 2021-02-19 - R
They will meet on [Friday] there. | date 2021-02-26 2021-02-26 - R
They met [yesterday] there. | date 2021-02-23 2021-02-23 - R
They meet [today] there. | date 2021-02-24 2021-02-24 - R
They meet [tomorrow] there. | date 2021-02-25 2021-02-25 - R
They met [this week] there. | date 2021-02-22 2021-02-28 - R
They met [last week] there. | date 2021-02-15 2021-02-21 - R
They met [last month] there. | date 2021-01-01 2021-01-31 - R
They met [last year] there. | date 2020-01-01 2020-12-31 - R
They meet [next month] there. | date 2021-03-01 2021-03-31 - R
They met [three days ago] there. | date 2021-02-21 2021-02-21 - R
They met [two weeks ago] there. | date 2021-02-07 2021-02-13 - ~R
The [27-member] bloc met there. | count 27 27 member
They won the vote by [402 to 119] there. | score 119 402 -
The hall ran a [three-and-a-half-year] course. | duration 3.5 3.5 year
She is in her [40s] now. | age 40 49 year ~
They grew from [2010 to 2014] there. | date 2010-01-01 2014-12-31 -
They grew [between 30 and 40] there. | number 30 40 -
They need a [2/3] majority | percent 66.666667 66.666667 -
Bread costs [99p] now. | money 99 99 pence
It is a [20th-century] house | date 1901-01-01 2000-12-31 -
It is a song of the [90s] then. | date 1990-01-01 1999-12-31 -
It closed in [late 2019] then. | date 2019-09-01 2019-12-31 - ~
"""

RUSSIAN = """
На берег вышли [1 200 рыбаков] | count 1200 1200 рыбак
На берег вышли [12 рыбаков] | count 12 12 рыбак
На берег вышли [двенадцать тысяч человек] | count 12000 12000 человек
На берег вышли [сто двадцать три тысячи человек] | count 123000 123000 человек
На берег вышли [двадцать один рыбак] | count 21 21 рыбак
На берег вышли [1,5 млн человек] | count 1500000 1500000 человек
На берег вышли [полтора миллиона человек] | count 1500000 1500000 человек
На берег вышли [полмиллиона человек] | count 500000 500000 человек
На берег вышли [1 млн 200 тыс. человек] | count 1200000 1200000 человек
На берег вышли [почти 300 человек] | count 270 300 человек ~
На берег вышли [около 300 человек] | count 270 330 человек ~
На берег вышли [примерно триста человек] | count 270 330 человек ~
На берег вышли [порядка 300 человек] | count 270 330 человек ~
На берег вышли [не менее 300 человек] | count 300 - человек
На берег вышли [более 300 человек] | count 300 - человек
На берег вышли [свыше 300 человек] | count 300 - человек
На берег вышли [по меньшей мере 300 человек] | count 300 - человек
На берег вышли [до 300 человек] | count - 300 человек
На берег вышли [не более 300 человек] | count - 300 человек
На берег вышли [менее 300 человек] | count - 300 человек
На берег вышли [от 200 до 300 человек] | count 200 300 человек
На берег вышли [200—300 человек] | count 200 300 человек
На берег вышли [два-три человека] | count 2 3 человек
На берег вышли [десятки людей] | count 20 100 человек ~
На берег вышли [сотни людей] | count 200 1000 человек ~
На берег вышли [десятки тысяч людей] | count 20000 100000 человек ~
На берег вышли [несколько десятков людей] | count 20 100 человек ~
Налог вырос на [5%] сразу. | percent 5 5 -
Налог вырос на [5,5 процента] сразу. | percent 5.5 5.5 -
Налог вырос на [пять процентов] сразу. | percent 5 5 -
Налог вырос на [два процентных пункта] сразу. | percent 2 2 point
[Половина] домов пуста. | percent 50 50 -
[Две трети] домов пусты. | percent 66.666667 66.666667 -
Мост обошёлся в [1,5 млн рублей] | money 1500000 1500000 RUB
Мост обошёлся в [100 тысяч рублей] | money 100000 100000 RUB
Мост обошёлся в [20 тыс. руб] | money 20000 20000 RUB
Мост обошёлся в [5 млрд долларов] | money 5000000000 5000000000 USD
Мост обошёлся в [300 евро] | money 300 300 EUR
Мост обошёлся в [$2,5 млн] | money 2500000 2500000 USD
[44-летний] пекарь вышел. | age 44 44 year
Пекарь в [возрасте 44 лет] вышел. | age 44 44 year
Он получил [10-летний] срок. | duration 10 10 year
Он провёл там [два года] | duration 2 2 year
Он провёл там [две с половиной недели] | duration 2.5 2.5 week
Он провёл там [15 суток] | duration 15 15 day
До моста [5 км] пути. | measure 5 5 km
До моста [полтора километра] пути. | measure 1.5 1.5 km
Площадь сада [10 кв. м] всего. | measure 10 10 m2
Они выиграли [5:2] дома. | score 2 5 -
Это его [5-й] дом. | ordinal 5 5 -
Он вошёл в [третий] раз | ordinal 3 3 -
Встреча в [14:30] там. | time 870 870 -
Встреча в [9 часов утра] там. | time 540 540 -
Это было [17 января 2021 года] там. | date 2021-01-17 2021-01-17 -
Это было [17 января] там. | date 2021-01-17 2021-01-17 - R
Это было в [январе 2021 года] там. | date 2021-01-01 2021-01-31 -
Это было [17–19 января 2021 года] там. | date 2021-01-17 2021-01-19 -
Это было в [2020 году] там. | date 2020-01-01 2020-12-31 -
Это было во [вторник] там. | date 2021-02-23 2021-02-23 - R
Это было [вчера] там. | date 2021-02-23 2021-02-23 - R
Это было на [прошлой неделе] там. | date 2021-02-15 2021-02-21 - R
Это было в [прошлом году] там. | date 2020-01-01 2020-12-31 - R
Это было [три дня назад] там. | date 2021-02-21 2021-02-21 - R
Это [20-процентный] рост. | percent 20 20 -
Ей было [30 лет] тогда. | age 30 30 year
Это было в [90-х] там. | date 1990-01-01 1999-12-31 -
Это было в [2019-м] там. | date 2019-01-01 2019-12-31 -
Это было с [2010 по 2014 год] там. | date 2010-01-01 2014-12-31 -
"""

NONE = """
The town has become one itself.
The town has become one itself.
No one came to the fair.
Nobody knows why, and one of them left.
One should not ask.
Flight 370 never landed.
The A12 was shut, and so was the M4.
Covid-19 closed the fair.
Boeing 737 jets are old.
Article 5 says so; section 12 does not.
No. 5 Quay Street is empty.
See https://example.com/2021/02/24/12-things-to-see for more.
Write to box300@example.org for more.
The G7 met, and so did the G20.
He first saw it from the second-hand stall.
Он нарушил статью 275 кодекса.
Дом № 5 пуст.
Версия 1.2.3 не вышла.
Ни один не пришёл.
The shop is open 24/7 now.
It has 5G and 4G masts.
"""
