"""Invented sentences with the names in them, and pairs of spellings that are or are not one name."""

NAMES = """
Yesterday [Vladimir Orsk] met [Anna Whitlow] in [Port Ellery].
The mayor of [Port Ellery] thanked [Ms Whitlow] and her sister.
[Port Ellery]’s mayor thanked [Whitlow]’s sister.
They wrote to [Ursula von der Lehnen] and to [Juan de la Costa].
A spokesman for the [Harbour Council] said so.
Later [Tom Redding] sailed to [Norway] with [Ingrid Dahl].
In [Oslo] it rained; in [Bergen] it snowed.
She joined [UNICEF] and then the [World Kite Federation].
Nobody saw [O’Hara] leave the [Bellweather Inn].
He said: “[Marta Kolb] was there.”
The [Anglo-Saxon] hoard lay in [Kent].
An aide to [Jean-Luc Marchand] resigned on Tuesday.
On Monday in January the [Danube] froze near [Vienna].
A letter from [Q. Fenwick] came.
Write to https://example.com/Peter-Grimsby or see [Grimsby].
Its ships left [Cardiff Bay] at noon.
He and [Ruth] met, and she told him of [Aldous Crane].
We saw what [Halvorsen] had done to the old mill.
The river is called the [Thames].
No one told [Edith Farrow].
Вчера [Иван Каретин] встретил [Анну Белову] в [Самаре].
Мэр [Самары] поблагодарил [Ивана Каретина].
Об этом заявил [Пётр Лунин].
Затем [Лунину] передали письмо из [Твери].
По словам [Ольги Мельник], мост закрыт.
В [Северном Порту] идёт снег.
Газета «[Вечерний Звон]» вышла.
Он живёт в [Туле], а она в [Орле].
Мы видели, как [Кравцов] ушёл.
Пресс-секретарь [Мирона Лугового] молчит.
"""

VARIANTS = """
Orlovsky Orlvosky
Orlovsky Orlowsky
Orlovsky Orlovskiy
Orlovsky Orlovskii
Orlovsky Орловский
Whitlow Whitlov
Whitlow Whtlow
Whitlow Whitllow
Harcastle Harcsatle
Kolbinger Kolbniger
Fenwick Fennwick
Fenwick Fenvick
Marchand Marchnad
Artemyev Artemiev
Alexei Alexey
Dmitry Dmitri
Dmitry Дмитрий
Yeltsov Ельцов
Yulia Julia
Gorbunov Горбунов
Zelenko Zelienko
Khabirov Habirov
Тарасенко Тарасекно
Каретников Кортеников-Каретинков
Каретников Каретинков
Навельный Навлеьный
Müllner Mullner
Beaumont Beaumnot
Pedersen Petersen
Lindqvist Lindquist
"""

NO_VARIANTS = """
Russia Russian
Russian Russians
America American
Whitlow Whitlow’s
Whitlow Whitlows
German Germany
Zambia Gambia
Korea Korean
Iran Iraq
Joan Joan’s
John Joan
Орлов Орлова
Орлов Орловым
Каретин Каретина
Луговой Лугового
Луговому Луговым
Самара Самары
Самаре Самару
Белова Беловой
Russia Prussia
European Europeans
Berlin Dublin
Martin Merton
Whitlow Whitman
Covid19 Covid18
"""
