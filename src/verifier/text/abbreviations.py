"""Tables of words whose full stop need not end a sentence: English, Russian, German, French.

All entries are in lower case, without the last full stop. One set of tables serves all languages, since an article
may quote another language and its own is seldom stated.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    mr mrs ms messrs mx dr drs prof profs rev revd fr sr sra srta gen lt col cmdr comdr cmdt capt cpt maj sgt pvt cpl
    adm brig gov govs sen sens rep reps pres hon supt insp det amb atty st ste mt ft pte cllr vice-adm lt.col
    lt.-col maj.gen maj.-gen brig.-gen lt.-gen lt.gen
    dipl dipl.-ing ing mag frl hr hrn sankt
    mm mme mmes mlle mlles mgr mgrs
    г-н г-жа проф акад доц ген полк кап подп лейт серж св
    """
)
"""They stand before a name: their full stop ends no sentence."""

BEFORE_MORE = _words(
    """
    vs v cf viz approx ca c resp incl excl fig figs eq eqs sec secs chap vol vols pp ed eds trans
    i.e e.g ie eg tel ext natl intl mfg
    z.b u.ä o.ä z.zt i.d.r i.d.s v.chr n.chr bzw bspw ggf evtl inkl exkl zzgl abzgl vgl
    sog sogen ehem geb gest gegr jew mind ungef allg bes betr einschl std str ev kath
    franz engl russ dt amerik österr schweiz griech ital poln
    p.ex par.ex env éd boul bd ap av j.-c apr
    им ул просп пер пл наб обл р-н респ пос дер корп кв оф ст ср см напр соотв букв род ум урожд ок прибл
    рис табл т.е т.к т.н т.о и.о зам пом ред изд сост сб тт пп лат греч англ нем фр итал исп рус укр яз
    тел моб доб
    """
)
"""They stand before what they are about: their full stop ends no sentence."""

BEFORE_NUMBER = _words(
    """
    no nos n° art arts p para paras pg sect cap flt rt hwy rte
    jan feb mar apr jun jul aug sep sept oct nov dec
    s abs ziff kap nr nrs
    janv févr fév juill
    янв фев февр мар апр авг сент сен окт ноя нояб дек г гл т д стр с п вып илл
    """
)
"""Their full stop ends no sentence where a number follows."""

BEFORE_NAME = _words(
    """
    inc corp co cos ltd plc llc llp bros jr sr esq dept assn ave blvd rd sq ln pl hwy bldg al
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    penn tenn tex va vt wash wis wyo ont que
    mio mrd min max div dip univ
    гр пр р пр-т
    """
)
"""Their full stop ends a sentence only where a word follows that begins sentences."""

ORDINARY = _words(
    """
    ill miss mass wash ore ind mar sun sat wed mon art no gen hon sec pa la fig max min mag del dip rep pres det
    mind fed die par ing am ark ont ga va mm
    """
)
"""Abbreviations that, written small, are words of their own."""

UNITS = _words(
    """
    etc usw т.д т.п д п др пр проч руб коп г гг в вв тыс млн млрд трлн долл км м кг га т чел мин сек ч
    """
)
"""They close what they count: before a capital their full stop ends the sentence."""

SHORT_UNITS = _words("г в м т д п ч")
"""Units of one letter, which are initials or "ditto" words unless a number stands before them."""

CLOCK = _words("a.m p.m")
"""Halves of the day."""

AFTER_CLOCK = _words(
    """
    et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet eastern central pacific local
    monday tuesday wednesday thursday friday saturday sunday
    """
)
"""What may go on after "10 a.m." without a new sentence."""

STARTERS = _words(
    """
    the a an this that these those he she it they we you i his her its their our my your there here
    but and so yet or nor if when while as at in on for from by with after before since because although though
    however meanwhile then now also still once even
    what who why how where which is are was were do does did has have had can could will would should
    some many most all both each one two several another other others not only just such
    during under over between among within without despite according instead until into about nearly almost
    mr mrs ms dr
    он она оно они мы вы я ты это этот эта эти тот та те в во на но и а же при по после для как когда если так
    также его её ее их там здесь тогда однако кроме за из от до с со у к о об не ни все весь
    der die das den dem des ein eine einer eines er sie es wir ihr ich und oder aber im am in auf nach bei mit von
    vor für seit als wenn dass doch auch so dann hier dort dies diese dieser dieses zu zum zur bis durch
    le la les l un une des il elle ils elles on nous vous je ce cette ces cet son sa ses leur leurs et ou mais donc
    en dans au aux à de du d pour par sur avec sans après avant depuis selon si quand comme c qu
    """
)
"""Words that, with a capital, begin a sentence more often than they are part of a name."""

NAME_PARTS = _words(
    "le la les de du des der den van von el al will an a i so do on un il may can son d l c si sa"
)
"""Words of the table above that also stand inside names: "Ursula K. Le Guin"."""

CASUAL_STARTERS = _words(
    """
    i i'm i've i'll i'd i’m i’ve i’ll i’d im ive it it's it’s its the they they're we we're he he's she she's you
    you're u but and so if my this that these there there's there’s what when why how who not no just also then thanks
    thank please he's dont don't cant can't do does did is was are a an all your our his her for on in at as or yes
    yeah ok lol great very good only maybe because after even never
    """
)
"""Words that begin a sentence even without a capital, in letters and posts."""

MONTHS = _words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sep sept okt nov dez
    """
)
"""German month names, which follow an ordinal number with a full stop."""

BEFORE_ORDINAL = _words(
    """
    der die das den dem des am im vom zum zur ein einen einem einer ab bis seit ins beim ihr ihren ihrem sein seinen
    seinem jeder jeden jedem und
    """
)
"""German words before an ordinal number: "der 2. Weltkrieg"."""

SPEECH_VERBS = _words(
    """
    said says asked asks told tells replied replies added adds wrote writes shouted shouts cried cries yelled
    exclaimed answered demanded wondered tweeted posted recalled joked quipped insisted warned declared
    """
)
"""After a quoted question or exclamation and a name they carry the sentence on."""

EXCLAIMED_NAMES = _words("yahoo jeopardy joomla kahoot wham")
"""Names written with an exclamation mark."""

KNOWN = TITLES | BEFORE_MORE | BEFORE_NUMBER | BEFORE_NAME | UNITS | CLOCK
"""Every abbreviation of the tables above."""
