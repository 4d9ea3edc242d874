"""Words news stories use for one another, English and Russian: short groups of our own, one a line.

A group says that two sentences may speak of the same thing, never that they say the same of it: "died" and "killed"
stand together, and so do "asked" and "demanded". A word may be in several groups.
"""

from __future__ import annotations

_ENGLISH = """
die died dead death deaths dying fatal kill killed killing lost perished toll bodies victims
murder murdered killed assassinated shot slain
hurt injured injuries wounded casualties
fire blaze flames burned burnt burning
flood floods flooded flooding deluge water inundated
storm hurricane typhoon gale downpour downpours rain
quake earthquake tremor
explosion blast exploded detonated bomb
crash crashed collision collided accident
ship vessel ferry boat
plane aircraft jet airliner
car vehicle van truck lorry
police officers detectives constables policemen investigators patrol
prosecutor prosecutors prosecution investigators attorney
investigation inquiry probe investigate investigating investigated examining inspectors
arrest arrested detained detain detention seized custody held
jail jailed prison imprisoned imprisonment cell inmate
sentence sentenced years convicted term
court judge judges tribunal ruling ruled verdict panel trial
charge charged charges accused accusation indicted accuse
lawyer lawyers attorney counsel solicitor barrister
deny denied denies rejected dismissed untrue disputed insists insisted
admit admitted conceded acknowledged confessed
apologise apologised apologize apologized apology sorry regret regretted
criticise criticised criticized condemned denounced attacked blamed
praise praised hailed welcomed
ask asked demand demanded demanding demands call calls called calling urged appeal appealed want wants
promise promised pledged vowed undertook
warn warned warning alarm siren alert
threaten threatened threat threats
refuse refused declined rejected
agree agreed agreement deal accord
announce announced announcement declared unveiled statement
resign resigned resignation quit quits stepped departure left
dismiss dismissed sacked fired suspended ousted removed relieved
appoint appointed named chosen
win won award awarded prize honour honoured
withdraw withdrawn revoked stripped rescinded
vote votes voted election elections poll polls ballot voters elected
government ministers ministry minister cabinet state authorities
president leader head chief
director chairman chairwoman chair boss head chief executive manager
company firm business owner owners management corporation
union workers strikers
strike strikes walkout dispute walk picket
money funds funding cash
price cost costs paid pay charge
pay wage wages salary salaries earn earns earnings rise
lose lost loss losses deficit
shares stock stocks investors
rise rose increase increased grew climbed growth
fall fell drop dropped declined plunged decrease plunge
children pupils schoolchildren kids
school schools lessons classes
hospital clinic ward wards
doctor doctors medics physician surgeons medical
patient patients
ill sick disease illness infected
evacuate evacuated evacuation fled flee leave
missing unaccounted disappeared
rescue rescued rescuers saved lifted
search searched searching raid raided
steal stolen theft thieves robbers burglars robbed
jewels jewellery gems jewelry diamonds
helicopter helicopters air
wounded injured
migrants refugees immigrants immigration asylum
protest protests protesters rally rallied demonstration demonstrators march marched walk
supporters fans followers backers
opponents opposition critics critic
letter petition signatures signed
newspaper paper daily press article articles columns pieces
journalist reporter journalists reporters editor
television channel broadcaster network broadcasters tv
book author authors writer writers
war conflict fighting
soldiers troops army military
attack attacked assault strike
house home homes houses residents
rail railway trains train
road street roads streets
bridge bridges
building built construction erected finished
repair repaired mend mended maintenance
inspection inspected certified examined checked
safe safety
broken faulty leak leaking defective
begin began started start opened
end ended finished over
month months week weeks
autumn september october november
spring march april may
winter december january february
summer june july august
buy bought acquired purchased sold
search looking
false untrue wrong lie lies lied
secret hidden concealed undisclosed confidential
documents papers files records
report study survey findings report
players team squad footballers
match game
goal goals
club side
third thirds
dozen twelve
quarter fourth
double twice
decade decades ten
relatives family families brother sister wife husband
ban banned prohibited forbidden sanctions sanction penalty
fine fined penalty
tax taxes levy
resume restart
talks negotiations negotiating mediator
"""
_RUSSIAN = """
погиб погибли погибших погибшие умер умерли смерть жертвы скончался
ранен ранены раненые раненых пострадали пострадавшие пострадавших пострадавшим травмы
пожар огонь загорелся сгорел возгорание
взрыв взорвался прогремел
авария катастрофа происшествие крушение
врачи врачам медики медицинская больница больницы
завод комбинат предприятие фабрика завода комбината предприятия
труба трубы трубопровод труб
директор руководитель глава начальник руководство
губернатор мэр глава
полиция полицейские сотрудники
следователи следствие следственный расследование
дело уголовное обвинение обвинили возбудил возбуждено
суд судья приговор
задержан задержали арестован арест арестовали
тюрьма колония заключение срок
отставка увольнение уволен отставки ушел
митинг протест акция собрались пикет протестующие
требование требуют потребовали просили просят
жители горожане население жителям горожан
школа школы занятия ученики дети учатся
люди граждане
рабочие работники сотрудники
штраф оштрафовал оштрафован штрафом
деньги средства выплаты компенсация
отпуск отдых отдыха
отменены закрыты закрыли отменили
рекомендовали советовали просили призвали
окна форточки
дом дома домам
заявил утверждает утверждают повторяет
старый износ ветхость ветхий изношенный
превышение превышала превышалась больше выше
замеры приборы измерения
экологи активисты
выборы голосование избиратели
война бои обстрел
правительство власти министерство министр
деревня село поселок
"""

GROUPS = tuple(tuple(line.split()) for line in (*_ENGLISH.splitlines(), *_RUSSIAN.splitlines()) if line)
"""Folded forms, with е for ё."""
