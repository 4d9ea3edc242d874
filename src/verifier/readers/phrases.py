"""Wordings by which page furniture, related-article lines, credits and bylines are known.

Every pattern is matched at the beginning of a short, stripped paragraph, and none has nested repeats.
"""

from __future__ import annotations

import re

_IGNORE = re.IGNORECASE


def _either(*patterns: str) -> re.Pattern[str]:
    """One pattern that matches any of some, whatever the case."""
    return re.compile("(?:" + "|".join(patterns) + ")", _IGNORE)


PROMPT = _either(
    # comments
    r"got something to add\b",
    r"(?:join|start) the (?:discussion|conversation|debate)\b",
    r"(?:show|view|hide|read|load|see|post|leave|add|write)(?: all| more| an?| the| your)*+ comments?\b",
    r"\d* ?comments? ?(?:\(\d+\))?\Z",
    r"comments? (?:are|is) (?:now )?(?:closed|off)\b",
    r"what do you think\?\Z",
    r"log ?in to (?:comment|continue)\b",
    # newsletters
    r"(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletter|updates|inbox|alerts|today|now|free)\b",
    r"(?:sign up|subscribe)(?: now| today| here)?[.!]?\Z",
    r"(?:get|enjoying) .{0,60}\b(?:newsletter|in(?:to)? your inbox)\b",
    r"newsletters?\Z",
    # sharing
    r"share(?: this| on| via| with| now)?(?: article| story| page| post| facebook| twitter| x| whatsapp| telegram"
    r"| e-?mail| friends)*+[:.!]?\Z",
    r"(?:follow|find|like) us (?:on|at)\b",
    r"(?:tweet|print|e-?mail|save|copy link|facebook|whatsapp|telegram)\Z",
    # cookies
    r"(?:we|this (?:web)?site|our partners)\b.{0,40}\buses? (?:of )?cookies\b",
    r"(?:accept|reject|manage)(?: all)? cookies\b",
    r"cookie (?:policy|settings|preferences)\b",
    r"by (?:continuing|clicking|using)\b.{0,60}\b(?:agree|accept|consent)\b",
    # the page itself
    r"(?:advertisements?|sponsored(?: content)?|skip to (?:main )?content)\Z",
    r"(?:most (?:read|popular|viewed)|trending(?: now)?|back to top|privacy policy)\Z",
    r"(?:copyright )?(?:©|\(c\) ?\d{4})",
    r"all rights reserved\b",
    r"this (?:post|article|page|story) (?:may contain|contains)\b.{0,40}\baffiliate\b",
    r".{0,60}\bmay earn (?:an? )?(?:affiliate )?commission\b",
    r"terms (?:of use|and conditions)\b",
    r"(?:support|donate to) (?:us|our (?:work|journalism|newsroom))\b",
    # the same in Russian
    r"(?:показать|скрыть|читать|все|смотреть|оставить|написать|добавить) (?:все )?комментари[ийяе]",
    r"комментари(?:[ийяе]|ев)(?: ?\(?\d+\)?)?\Z",
    r"подпи(?:шитесь|сывайтесь|саться)\b",
    r"подели(?:ться|тесь)\b.{0,60}\Z",
    r"(?:рассказать друзьям|обсудить|реклама|войти|наверх)\Z",
    r"(?:читайте нас|следите за нами)\b",
    r"(?:мы|наш сайт|этот сайт|сайт) использу(?:ем|ет)\b.{0,30}\b(?:cookies?|куки)\b",
    r"принять(?: все)? (?:файлы )?(?:cookies?|куки)\b",
    r"продолжая\b.{0,60}\bсоглаша",
    r"все права защищены\b",
    r"(?:нашли ошибку|выделите (?:фрагмент|текст))\b",
)
"""Asks, buttons and notices of a page: comments, newsletters, sharing, cookies, advertising, rights."""

_POINTERS = (
    r"related(?: (?:articles?|stor(?:y|ies)|coverage|news|reading|content|links?|topics?))?",
    r"read(?: more| also| next| this)|see also|more on this(?: story)?|more from\b.{0,30}|also on\b.{0,30}",
    r"you (?:may|might) also like|recommended(?: for you)?",
    r"читайте также|читать также|смотрите также|(?:материалы |ещё |еще )?по теме",
    r"lesen sie auch|mehr zum thema|siehe auch|(?:à )?lire aussi|à lire également",
)
RELATED = re.compile(f"(?:{'|'.join(_POINTERS)})(?: ?:|\\Z)", _IGNORE)
"""Points to another article; the phrase is followed by a colon or by nothing."""

URL = re.compile(r"(?:https?://|www\.)[^\s]{3,2000}\Z", _IGNORE)
"""A web address standing alone."""

_AGENCY = (
    r"(?i:getty(?: images)?|reuters|afp|ap(?: photo)?|associated press|(?:itar-)?tass|epa(?:-efe)?|dpa|ria novosti"
    r"|sputnik|xinhua|anadolu(?: agency)?|bloomberg|shutterstock|alamy|istock|unsplash|wikimedia(?: commons)?"
    r"|flickr|imago|picture alliance|pa(?: wire)?|zuma|kommersant|interfax|тасс|риа новости|рбк|коммерсантъ?)"
)
_UPPER = r"[^\W\d_a-zа-яёß-öø-ÿ]"
_NAME = rf"{_UPPER}[\w.'’-]{{0,30}}"
_OUTLET = rf"(?:{_AGENCY}|{_UPPER}{{2,8}}|{_NAME}\.(?:com|org|net|ru))"
_LABEL = (
    r"(?i:(?:photos?|photographs?|pictures?|images?|pic|foto|bild|фото|снимок|credit)"
    r"(?: credit| by| courtesy of)?)"
)

CREDIT = re.compile(
    rf"\(?(?:{_LABEL} ?[:©/|][^.!?]{{1,80}}"
    rf"|(?i:photo|photograph|picture|image)s? (?:by|courtesy of) {_UPPER}[^.!?]{{0,80}}"
    rf"|(?:{_NAME} ){{0,4}}{_NAME} ?[/|] ?{_OUTLET}(?: ?[/|] ?{_OUTLET})?"
    rf"|© ?[^.!?]{{2,60}}|{_AGENCY}(?: ?[/|] ?{_OUTLET})?)\)?\.?\Z"
)
"""Who made a picture: "Photo: Jane Roe", "Jane Roe / AGENCY", "© Agency"."""

CAPTION = re.compile(
    r"(?:caption|photo|picture|pictured|image|file photo|на фото|подпись)\b[^:]{0,30}:", _IGNORE
)
"""The label of a caption."""

BYLINE = re.compile(
    rf"(?:(?i:by|von|par|автор|текст|words|written by|story by|reported by)(?: ?: ?| )(?P<name>{_NAME}"
    rf"(?:[ ,]+(?:{_NAME}|and|und|et|и|in|of|for|de|von|van|der|al|da|di|la|le)){{0,11}}))\Z"
)
"""Who wrote the article."""

BULLET = re.compile(r"(?:[•‣◦▪●*+–—-]|(?P<number>\d{1,3}|[a-z])[.)]) +")
"""The sign a list's item begins with."""
