"""Words that may be a sign of the author's own judgement, English and Russian: short lists of our own, folded.

A word with a star stands for all words that begin so.
"""

from __future__ import annotations

EVALUATIVE = """
absurd* admirabl* alarming* appalling* atrocious* awful* baffling* bizarre* blatant* botched brazen* brilliant*
callous* catastroph* chaotic* clumsy contemptibl* courageous* cowardly cruel* cynical* damning deplorabl* despicabl*
disastrous* disgraceful* disgusting* dismal* dreadful* embarrassing* excellent* extraordinar* farcical* feeble* foolish*
fortunately unfortunately grotesque* hapless heroic* hideous* honourabl* horrendous* horrific* hypocritical* idiotic*
ill-judged impressive* incompeten* inept* infamous* insane* intolerabl* laughabl* ludicrous* measly miserabl* misguided
monstrous* naive* needless* notorious* outrageous* pathetic* pitiful* preposterous* reckless* regrettabl* remarkabl*
repugnant ridiculous* sadly scandalous* senseless* shameful* shameless* shocking* sinister* sloppy splendid*
strange strangely stupid* superb* terribl* thankfully tragic* trumped-up unacceptabl* unforgivabl* unjustifiabl* unwise*
vile wicked* wisely woeful* wonderful* worrying* brave bravely fearless* so-called hypocrisy disgrace shambles fiasco
farce sham travesty triumph* outrage
абсурдн* безобразн* безответственн* бездарн* беспринципн* бессмысленн* блестящ* варварск* великолепн* возмутительн*
выдающ* глуп* гнусн* героическ* жалк* жесток* замечательн* идиотск* катастрофическ* кошмарн* лицемер* мерзк*
мужественн* надуман* наглый нагло нелеп* неприемлем* недопустим* отважн* отвратительн* печальн* позор* постыдн*
прекрасн* пресловут* скандальн* смехотворн* странн* трагическ* ужасн* ужасающ* циничн* чудовищн*
шокирующ* якобы увы
"""

HEDGES = """
allegedly apparently arguably conceivably likely unlikely maybe might perhaps plausibl* possibly presumably probably
purportedly reportedly reputedly seemingly seem seems seemed appear appears appeared suppose supposedly suggests
tentatively ostensibly
видимо вероятно возможно наверное кажется казалось похоже по-видимому предположительно
вроде сообщается пожалуй вряд по-моему
"""

CERTAINTY = """
absolutely always assuredly certainly clearly completely conclusively decidedly definitely doubtless evidently
incontrovertibl* indeed indisputabl* inevitabl* invariably irrefutabl* naturally never obvious* plainly
surely totally truly undeniabl* undoubtedly unquestionabl* unmistakabl* utterly entirely simply
безусловно бесспорно всегда действительно естественно конечно наверняка несомненно никогда неизбежн* неоспорим*
однозначно определенно очевидн* разумеется совершенно точно абсолютно явно
"""

PHRASES_OF_JUDGEMENT = """
should know better, ought to know better, of all people, what is worse, what's worse, even worse,
к сожалению, к счастью, как ни странно, хуже того, к стыду
"""

PHRASES_OF_HEDGING = """
it is said, it is thought, is believed to, are believed to, is said to, by all accounts, by some accounts,
to some extent, in all likelihood,
едва ли, вряд ли, по всей видимости, по некоторым данным, судя по всему, скорее всего, может быть
"""

PHRASES_OF_CERTAINTY = """
of course, no doubt, without doubt, without a doubt, beyond doubt, in fact, in reality, no surprise,
without question, needless to say, the reality is, the truth is,
само собой, без сомнения, вне всяких сомнений, на самом деле, в действительности, ни в коем случае, не секрет
"""
