"""Words around quotations: verbs of saying, titles, pronouns, and words that are no names."""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())


SAYING = _words(
    """
    said says say told tells wrote writes tweeted tweets posted added adds asked asks replied replies answered
    declared declares announced announces claimed claims stated states insisted insists argued argues explained explains
    warned warns noted notes observed observes remarked remarks commented comments recalled recalls admitted admits
    conceded concedes acknowledged confirmed confirms denied denies stressed stresses emphasised emphasized
    concluded concludes suggested suggests complained complains joked jokes quipped shouted cried whispered muttered
    exclaimed responded responds reported reports predicted predicts promised promises pledged vowed vows
    called calls described describes branded dubbed labelled labeled denounced condemned dismissed
    continued continues reiterated repeated repeats maintained maintains alleged alleges testified
    echoed agreed agrees snapped sighed laughed ruled
    urged urges demanded demands put thinks thought believes believed
    sagte sagt sagten erklärte schrieb betonte meinte fragte dit affirme explique assure déclare raconte
    сказал сказала сказали сказало говорит говорят говорил говорила говорили заявил заявила заявили заявило заявляет
    сообщил сообщила сообщили сообщило сообщает отметил отметила отметили отмечает добавил добавила добавили
    подчеркнул подчеркнула подчеркнули подчёркивает пояснил пояснила пояснили объяснил объяснила объяснили рассказал
    рассказала рассказали написал написала написали пишет ответил ответила ответили спросил спросила утверждает
    утверждал утверждала утверждают признал признала признали напомнил напомнила предупредил предупредила предупредили
    полагает считает заметил заметила воскликнул воскликнула произнёс произнесла уточнил уточнила уточнили назвал
    назвала назвали подтвердил подтвердила подтвердили пообещал пообещала
    вспоминает вспоминал вспомнил вспомнила настаивает опроверг опровергла
    """
)
"""Verbs that make the one before or behind them the speaker."""

ADDING = _words("saying adding writing insisting warning arguing calling describing tweeting")
"""Participles that make the subject of their sentence the speaker."""

NOT_BEFORE_QUOTE = frozenset(("put", "thinks", "thought", "believes", "believed", "считает", "полагает"))
"""Verbs that tell a speaker only behind a quotation or after "as"."""

NAMING = _words("called dubbed branded labelled labeled described")
"""Verbs that may as well be participles: "a show called “Salt”"."""

DENYING = _words("denied denies dismissed condemned denounced опроверг опровергла")
"""Verbs whose subject does not say what is quoted behind them in the same clause."""

DISOWNING = _words("untrue false wrong not never nothing неправда ложь")
"""Words between a verb and quoted words that show that these may be somebody else's."""

CLAIMS = _words(
    "claim claims accusation accusations allegation allegations suggestion suggestions report reports rumour"
)
"""Nouns that, with "that" behind them, make what follows somebody else's words."""

HELPING = _words(
    """
    has had have also later then earlier previously once recently since again still even just now already would
    reportedly too himself herself itself today yesterday
    также затем потом позже ранее уже ещё еще тогда недавно вчера сегодня сам сама
    """
)
"""Words that may stand between a subject and its verb."""

BEING = _words(
    """
    is was are were be been being am isn't wasn't not never did does do can could will may might should must
    has had have
    """
)
"""Words that show that what stands before a verb is more than its subject."""

PERSON = _words("he she он она")
OTHER_PRONOUNS = _words(
    """
    i we you they it this that these those who whom which what one some many others everyone nobody somebody someone
    no-one anyone all both each him her them us me there here
    я мы вы ты они оно это этот эта тот та кто который которая все многие никто некоторые
    """
)

PREPOSITIONS = _words(
    """
    of for from in at to with by on about against near around over under behind between among into through than like
    via after before during since until despite including as
    в во на о об из от к ко с со у для при про над под между без до после через по
    """
)

DETERMINERS = _words("the a an another one his her its their our my your this that")

JOINING = _words("and or nor & и или")

CLAUSES = _words("that but while as when where because so and а но что как когда")
"""Words behind which a new clause begins."""

DOUBTING = _words("whether if unless ли если будто якобы")

TITLES = _words(
    """
    mr mrs ms miss dr prof professor sir dame lord lady sen senator rep gov governor president chancellor minister
    secretary general gen col colonel capt captain sgt lt major judge justice mayor king queen prince princess pope
    bishop archbishop rev reverend father sister chief inspector detective superintendent constable sheriff ambassador
    cmdr commander adm admiral prime vice deputy councillor cllr mp mep spokesman spokeswoman spokesperson
    """
)

PARTICLES = _words("de der den del della di da dos du la le van von zu al el bin ibn ben ter ten af av")

NOT_NAMES = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december feb aug sept oct nov dec
    the a an and but or so yet then when while if as in on at by for from to of with after before during since until
    although though because however meanwhile still also later earlier now today yesterday tomorrow here there where
    why how what who which that this these those his her its their our my your another one some many most few all both
    each every no not only even once again asked describing having speaking writing according instead despite under over
    out more last next per via about against yes well perhaps maybe nobody everyone did does do is was were are has had
    в на и но а по к с у о об из от за при после до как что когда если то это так вчера сегодня завтра однако кроме
    ранее позже также тем временем теперь
    при для без между потом затем тогда здесь там ещё уже все
    понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье
    """
)
"""Words with a capital that are no names, folded."""

INSTITUTIONS = _words(
    """
    international ministry party union council committee court agency office department institute university association
    foundation group company bank times post news house parliament senate commission police federation organisation
    organization society network service board trust authority street river port cape north south east west
    министерство партия союз суд агентство комитет совет банк фонд
    """
)
"""Words that show that a name is no person's."""

ENDS_SUBJECT = _words(
    """
    on in at after before during when who whom which while as yesterday today last this earlier later told adding
    saying speaking to by from about with following since until if because where via through over
    в на во после перед когда который которая вчера сегодня ранее позже журналистам корреспонденту агентству для
    о об по к со с
    """
)
"""Words before which the subject behind a verb has ended."""

OF_COUNTRIES = _words(
    "россии украины белоруссии беларуси москвы китая казахстана сша германии франции польши израиля турции"
)
"""Genitives that stand between an office and a name: "президент России Иван Петров"."""
