"""Words too common to tell two sentences apart, English and Russian: short lists of our own, folded forms."""

from __future__ import annotations

_ENGLISH = """
a about above after again against all also although am an and any are aren't as at be became because become been
before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down
during each either else even ever every few for from further had hadn't has hasn't have haven't having he he'd he'll
he's her here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just
least less let like many may me might mine more most much must my myself neither no nor not now of off often on once
one only onto or other others our ours ourselves out over own per quite rather same shall she she'd she'll she's
should shouldn't since so some such than that that's the their theirs them themselves then there there's these they
they'd they'll they're they've this those though through thus to too toward towards under until unless up upon us very
was wasn't we we'd we'll we're we've were weren't what whatever when where whether which while who whom whose why will
with within without won't would wouldn't yet you you'd you'll you're you've your yours yourself yourselves
"""
_RUSSIAN = """
а без более больше будет будто будут бы был была были было быть в вам вас весь во вот все всего всем всех всю вы где
да даже для до его ее ей ему если есть еще же за здесь и из из-за или им их к как какая какой когда которая которого
которое которой котором которому которую которые который которых которым которыми кто куда ли либо лишь между меня мне
много может можно мой моя мы на над надо нас наш не него нее ней нем нет ни нибудь никогда ними них но ну о об один
однако одна одно около он она они оно от очень перед по под после потом потому почти при про раз с сам сама сами само
свое своего своей своем свои своим своих свой свою своя себе себя сейчас со совсем так такая также такие такой там те
тем теперь то того тоже той только том тому тот тут ты у уже хоть хотя чего чем через что чтобы чье чьи чья эта эти
этим этих это этого этой этом этому этот эту я
"""

STOP_WORDS = frozenset(_ENGLISH.split()) | frozenset(_RUSSIAN.split())
"""Folded, with е for ё."""

_LIGHT_ENGLISH = """
according added adding always anybody anyone anything ask asked asking asks began begin called came come comes coming
day days early end ended everybody everyone everything first found gave get gets give given gives go goes going gone
good got happened hour hours keep kept knew know known last late later leave left little long made make makes making
man men minute minutes month months morning mr mrs ms never new next night nobody nothing number old part people place
put puts report reported said saw say saying says second see seen set show still take taken takes taking tell telling
tells think third thought time times today told took tomorrow want wanted wants way week weeks well went woman women
work worked year years yesterday
"""
_LIGHT_RUSSIAN = """
большой говорил говорила говорит говорят год года году годов дать день дней дня других другие другой дней заявил
заявила заявили знает знают идет идти лет люди людей место мнению могут мог могла неделе неделю недели никто ничего
новый новая новые ночь ночи отметил отметила первый первая первые последний последние получил раз рассказал
рассказала сделал сделать сегодня сказал сказала сказали слова словам сообщает сообщил сообщила сообщили стал стала
стали стало стать считает считают утра утром час часа часов человек человека шел
"""

LIGHT_WORDS = frozenset(_LIGHT_ENGLISH.split()) | frozenset(_LIGHT_RUSSIAN.split())
"""Words that say little in a news story: they count, but less than others. Folded, with е for ё."""
