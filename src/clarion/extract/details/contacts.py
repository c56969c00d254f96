"""How somebody is reached: e-mail, telephone, handles, pages, addresses; also where they are written so as to hide."""

import re
from collections.abc import Iterator

from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind

_AT = r"(?:@|＠| ?[(\[{<] ?(?:at|AT|ät|arroba) ?[)\]}>] ?| (?:at|AT) (?=[\w-]{2,40}(?: ?[(\[{]| (?:dot|DOT) )))"
_DOT = r"(?:\.| ?[(\[{] ?(?:dot|DOT|punkt|\.) ?[)\]}] ?| (?:dot|DOT|punkt) )"
_EMAIL = re.compile(rf"(?<![\w.+-])\w[\w.+-]{{0,63}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}")
# the same told in other languages: "rosa arroba correo punto org"
_EMAIL_TOLD = re.compile(
    r"(?<![\w.+-])\w[\w.+-]{0,63} ?[(\[{]?(?:arobase|arroba|chiocciola|małpa|собака|kukac|zavináč|klammeraffe|snabel-a"
    r"|apenstaartje)[)\]}]? ?[\w-]{1,63}(?:(?:\.| ?[(\[{]?(?:dot|point|punto|ponto|punkt|точка|nokta|kropka|pont|tečka)"
    r"[)\]}]? )[\w-]{1,63}){1,4}",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"(?:https?://)?(?:[a-z]{1,4}\.)?(?:t\.me|telegram\.me|wa\.me|facebook\.com|fb\.com|fb\.me"
    r"|instagram\.com|twitter\.com|x\.com|vk\.com|ok\.ru"
    r"|linkedin\.com|tiktok\.com|youtube\.com/@|m\.me|signal\.me|line\.me|weibo\.com|medium\.com/@"
    r"|snapchat\.com|reddit\.com/u|threads\.net"
    r"|keybase\.io|matrix\.to|join\.skype\.com|qm\.qq\.com|blogspot\.com|github\.com"
    r"|mastodon\.social)(?:/[^\s,;)\"'<>\]]{1,120})",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\b(?:my|his|her|their|personal|private) (?:web ?site|home ?page|blog|page|channel"
    r"|profile)\b[^.\n]{0,20}?((?:https?://"
    r"|www\.)?[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?:/[^\s,;)]{0,100})?)"
)
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{1,40}\w")
_MESSENGER = re.compile(
    r"\b(?:[Ss]kype|[Ww]e[Cc]hat|WECHAT|[Kk]akao[Tt]alk|[Kk]akao|LINE|QQ|[Tt]elegram|[Ss]ignal"
    r"|[Vv]iber|[Ww]ire|[Ss]ession|[Tt]hreema|[Dd]iscord|[Zz]alo|ICQ|[Ii]nstagram|[Ff]acebook"
    r"|[Tt]witter|[Ii]nsta|IG|FB|[Jj]abber|[Mm]atrix|[Ss]napchat|[Tt]ik[Tt]ok)(?: (?:ID|id|Id|user"
    r"|username|name|account|handle|nick|number|no\.?))?(?: ?[:=] ?| is | (?=[\w.]*[\d_]))"
    r"(?P<id>[A-Za-z0-9_+@#][\w.:+#@-]{2,60}\w)"
)
_USER = re.compile(
    r"\b(?:by|[Uu]ser|[Uu]sername|[Hh]andle|[Nn]ick(?:name)?|[Aa]ccount|[Ll]ogin|[Pp]osted by|[Ff]rom"
    r"|[Aa]s|[Ff]ollow|[Aa]dd|[Cc]ontact|[Ww]rite to|[Mm]essage)[: ]{1,2}"
    r"(?P<id>(?=[\w.-]*[_\d])[A-Za-z][\w.-]{3,40}\w)"
)
_CUE = re.compile(
    r"(?:\b(?:[Tt]el(?:ephone|efon)?|[Pp]hone|[Mm]ob(?:ile)?|[Cc]ell(?:phone)?|[Cc]all(?:s|ed|ing)?"
    r"|[Ff]ax|[Nn]umber|[Nn]o|[Ww]hats[Aa]pp|[Ss]ignal|[Vv]iber|[Tt]elegram|[Ss][Mm][Ss]|[Tt]ext"
    r"|[Rr]ing|[Dd]ial"
    r"|[Rr]each(?:ed)?|[Hh]otline|[Cc]ontact|[Ll]ine|[Mm]óvil|[Tt]el[ée]fono|[Tt]él|[Hh]andy"
    r"|[Cc]ellulare)\b|手机|电话|電話|手機|连락|联系|联络|連絡先|携帯|전화|연락처|휴대|тел|телефон|моб)[^\d+\n]{0,24}$"
)
_PHONE = re.compile(r"(?<![A-Za-z\d_.,/$€£¥])(?:\+|00)?\(?\d(?:[ ().\-–/]{0,2}\d){5,17}(?![A-Za-z\d_/]|[.,]\d)")
_MONEY = re.compile(r"^\d{1,3}(?:[ .]\d{3})+$")
_DATE = re.compile(
    r"^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|(?:1[5-9]|20)\d\d ?[-–/] ?\d{2,4}"
    r"|\d{1,2}-\d{1,2} \d{4})(?:[ -]\d{1,2}.*)?$"
)
_LOCAL = re.compile(
    r"^(?:0\d{1,4}[ -/.]\d{2,4}[ -/.]?\d{2,4}(?:[ -/.]\d{2,4})?|\(0?\d{1,4}\) ?\d[\d -]{4,}"
    r"|\d{3}[-. ]\d{3}[-. ]\d{4}|\d{2,3}-\d{3,4}-\d{4}|0\d{8,10})$"
)
_DIGIT = r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_SPELLED = re.compile(rf"\b(?:(?:plus |\+)?(?:{_DIGIT}|\d{{1,4}})(?:[ ,.;-]{{1,3}}|\b)){{4,30}}", re.IGNORECASE)
_SPELLED_WORD = re.compile(rf"\b{_DIGIT}\b", re.IGNORECASE)
_SPELLED_TOKEN = re.compile(rf"\b(?:{_DIGIT}|\d+)\b", re.IGNORECASE)
_IP = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|\b(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}\b")
_LEAST_DIGITS, _MOST_DIGITS = 7, 16
_BACK = 40


_ON = re.compile(
    r"(?<![\w@.])(?P<id>(?=[\w.]{0,40}[\d_])[A-Za-z][\w.]{2,40}\w) on (?:Instagram|Insta|Telegram|Facebook|Signal"
    r"|WhatsApp|Twitter|X|TikTok|WeChat|Viber|VK|Line|LINE|Snapchat|Discord|Threema|Kakao|KakaoTalk|Zalo|Imo|IMO)\b"
)
_EAST = re.compile(
    r"(?:微信号?|QQ号?|카카오톡|카톡|텔레그램|ライン|LINE)"
    r"(?: ?ID|アイディー|아이디)?(?:号码)?(?:是|为|：|:|は|는|은)? ?(?P<id>[A-Za-z0-9_.-]{4,40})"
)
_NICK = re.compile(r"(?:^|\n)(?:\[[\d:]{4,8}\] )?<[@+]?(?P<id>[\w.-]{2,30})>")


def contacts(scene: Scene) -> Iterator[Found]:
    """Addresses of the net, telephone numbers and names in networks."""
    text = scene.text
    if "@" in text or "at" in text.lower():
        for match in _EMAIL.finditer(text):
            yield Found(*match.span(), DetailKind.CONTACT, "contact/mail")
    for match in _EMAIL_TOLD.finditer(text):
        yield Found(*match.span(), DetailKind.CONTACT, "contact/mail")
    for match in _SOCIAL.finditer(text):
        yield Found(match.start(), match.start() + len(match[0].rstrip(".")), DetailKind.CONTACT, "contact/page")
    for match in _PAGE.finditer(text):
        yield Found(*match.span(1), DetailKind.CONTACT, "contact/page")
    for match in _HANDLE.finditer(text):
        yield Found(match.start(), match.start() + len(match[0].rstrip(".")), DetailKind.CONTACT, "contact/handle")
    for pattern in (_MESSENGER, _ON, _USER, _EAST, _NICK):
        for match in pattern.finditer(text):
            yield Found(*match.span("id"), DetailKind.CONTACT, "contact/handle")
    for match in _IP.finditer(text):
        yield Found(*match.span(), DetailKind.CONTACT, "contact/machine")
    yield from _phones(text)


def _phones(text: str) -> Iterator[Found]:
    for match in _PHONE.finditer(text):
        written = match[0]
        digits = sum(map(str.isdigit, written))
        if not _LEAST_DIGITS <= digits <= _MOST_DIGITS or _DATE.match(written):
            continue
        cued = _CUE.search(text, max(0, match.start() - _BACK), match.start()) is not None
        if _MONEY.match(written) and not cued:
            continue
        if cued or written.startswith(("+", "00")) or _LOCAL.match(written):
            yield Found(*match.span(), DetailKind.CONTACT, "contact/phone")
    for match in _SPELLED.finditer(text):
        tokens = _SPELLED_TOKEN.findall(match[0])
        size = sum(len(token) if token.isdigit() else 1 for token in tokens)
        if size >= _LEAST_DIGITS and len(_SPELLED_WORD.findall(match[0])) > 2:
            end = match.start() + len(match[0].rstrip(" ,.;-"))
            yield Found(match.start(), end, DetailKind.CONTACT, "contact/phone-spelled")
