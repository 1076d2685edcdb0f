"""Lines that are plainly no part of a review, whatever page they have been copied from."""

import re
from typing import Final

from herreader.importing.values import AsideKind

LONGEST: Final = 220
"""Characters in the longest line that is looked at; only notices may be longer."""

_LONGEST_NOTICE = 900


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(forms) + r")[\s.!…:»›→]*", re.IGNORECASE)


_KINDS: Final = {
    AsideKind.NAVIGATION: _any(
        r"skip (?:to|navigation|the) ?[\w ]{0,40}",
        r"(?:jump|go|back|return) to (?:the )?(?:top|main|content|navigation|comments|home ?page)[\w ]{0,20}",
        r"home\s*[>›»/|→]\s*.{1,150}",
        r"you are here\b.{0,150}",
        r"toggle (?:navigation|menu|search)",
        r"(?:open|close|main|show|hide) (?:menu|navigation|search)",
        r"(?:[«‹←<]+\s*)?(?:previous|older|newer|next) (?:post|article|story|review|page|entry)s?\b.{0,120}",
        r"(?:view|read|see) (?:all|more) (?:by|from|of|posts|articles|reviews|stories)\b.{0,80}",
        r"\d+ min(?:ute)?s?(?: read| reading time)",
        r"(?:estimated )?reading time\b.{0,40}",
        r"(?:filed under|posted in|tagged(?: with| as)?|tags?|categor(?:y|ies)|labels|topics|keywords)\s?:.{0,200}",
        r"(?:filed under|posted in|tagged with)\b.{0,120}",
        r"(?:click|tap) (?:here )?to (?:enlarge|zoom|expand|print|view).{0,40}",
    ),
    AsideKind.SHARING: _any(
        r"share (?:this|on|via|to|with|article|story|post|page|review|it|by)\b.{0,80}",
        r"(?:tweet|pin|e-?mail|print|bookmark|save|forward|send) (?:this|it|to a friend|article)\b.{0,60}",
        r"(?:click to )?(?:share|print|e-?mail) (?:this|on|a link)\b.{0,90}",
        r"(?:follow|find|like|join) (?:us|me|him|her|them|[A-Z][\w ]{1,30}) (?:on|at) (?:facebook|twitter|x|instagram|letterboxd|mastodon|bluesky|tumblr|youtube)\b.{0,60}",
        r"(?:like|love) this:?(?: like)?(?: loading)?",
        r"copy (?:the )?link(?: to clipboard)?",
        r"(?:link )?copied(?: to (?:the )?clipboard)?",
    ),
    AsideKind.FORM: _any(
        r"(?:post|leave|add|write|submit|make)(?: an?| your)? (?:comment|reply|response)s?(?: here| below| to this \w+)?",
        r"your e-?mail (?:address )?will (?:not|never) be (?:published|shared).{0,120}",
        r"required fields are marked.{0,20}",
        r"(?:you must be |please )?(?:log(?:ged)? ?in|sign(?:ed)? ?in)(?: or (?:register|sign up))? to (?:post|leave|add|reply|comment|view|vote).{0,60}",
        r"save my name.{0,120}",
        r"notify me (?:of|by|via|when).{0,100}",
        r"cancel reply",
        r"(?:name|e-?mail|website|url|comment) ?(?:\*|\(required\)|\(optional\))",
        r"enter your (?:comment|e-?mail|name|search).{0,80}",
        r"type your (?:comment|e-?mail|search).{0,80}",
        r"(?:was this (?:review|article|page) helpful|\d[\d,]* (?:of|out of) \d[\d,]* (?:people |users )?found this).{0,80}",
        r"(?:report|flag) (?:this|abuse|as inappropriate)\b.{0,40}",
    ),
    AsideKind.COMMENT: _any(
        r"(?:view|show|hide|read|see|load|all)(?: all| the| more)?(?: \d[\d,]*)? comments?",
        r"\d[\d,]* (?:comments?|replies|responses)(?: (?:so far|on|to) .{1,120})?",
        r"no comments(?: yet)?",
        r"be the first to (?:comment|review|reply).{0,40}",
        r"comments (?:are closed|are now closed|off|have been disabled).{0,60}",
        r"comment(?:s)? \(\d+\)",
    ),
    AsideKind.NOTICE: _any(
        r"advert(?:isement)?s?(?: [-—–] .{0,80})?",
        r"(?:sponsored(?: content| by .{1,60})?|paid content|promoted)",
        r"(?:article|story|review) continues below.{0,40}",
        r"continue reading (?:below|after).{0,60}",
        r"(?:accept|reject|allow|manage|decline)(?: all)? (?:cookies|preferences|settings)",
        r"cookie (?:settings|preferences|policy)",
        r"(?:sign up|subscribe)(?: now| today| here)?(?: (?:to|for) (?:our|the|my|us|updates)\b.{0,140})?",
        r"(?:get|receive) (?:our|the|new|more) .{0,60}(?:newsletter|in your inbox|by e-?mail).{0,60}",
        r"(?:please )?(?:enable|turn on) javascript.{0,100}",
        r"this (?:site|page) requires javascript.{0,100}",
        r"(?:please )?(?:consider )?support(?:ing)? (?:us|this site|our journalism).{0,120}",
        r"(?:contains |warning:? |note:? )?affiliate links?\b.{0,140}",
    ),
    AsideKind.FOOTER: _any(
        r"(?:©|\(c\)|copyright\b)(?: ?©| ?\(c\)|,)? ?(?:\d{4}|[\w .,&'’-]{2,60}\d{4}).{0,140}",
        r"(?:.{0,100}\W)?all rights reserved(?:\W.{0,80})?",
        r"(?:.{0,60}\W)?powered by .{1,60}",
        r"(?:wordpress )?theme:? .{1,60}\bby .{1,40}",
        r"(?:web ?site |site )?design(?:ed)? by .{1,60}",
        r"(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy(?: policy| notice)?|contact(?: us)?|about(?: us)?|advertis(?:e|ing)(?: with us)?|site ?map|accessibility|imprint|legal notice|cookie policy|faq|help|jobs|careers|rss(?: feed)?)(?:\s*[|·•/,–—-]\s*.{1,160})",
        r"(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice)|do not sell my .{1,40}|site ?map)",
    ),
}
_COOKIES = re.compile(
    r"(?:we(?: and our (?:\d+ )?partners)?|this (?:web ?)?site|our (?:web ?)?site|by (?:continuing|using)).{0,120}\bcookies?\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\b(?:consent|accept|polic|settings|experience|prefer|agree|partners)", re.I)
_NETWORKS = frozenset(
    "facebook twitter pinterest whatsapp reddit tumblr linkedin flipboard telegram messenger "
    "bluesky mastodon threads instagram pocket stumbleupon digg google+ snapchat vk x".split()
)
_SHARE_WORDS = _NETWORKS | set(
    "share tweet pin it email e-mail mail print link copy like save on via more sms google rss "
    "this url to and".split()
)
_MENU_WORDS = frozenset(
    (
        "home,homepage,home page,film,films,movies,movie,tv,music,books,reviews,film reviews,"
        "movie reviews,news,culture,arts,search,menu,log in,login,sign in,sign up,register,"
        "subscribe,about,about us,about me,contact,contact us,newsletter,newsletters,podcasts,"
        "podcast,sport,sports,opinion,lifestyle,archive,archives,more,close,features,interviews,"
        "lists,trailers,videos,video,festivals,games,theatre,art,blog,shop,store,faq,help,rss,"
        "world,business,politics,travel,fashion,tech,science,share,reply,like,report,permalink,"
        "follow,following,print,email,edit,quote,sitemap,advertise,donate,support us,my account,"
        "account,skip,top,next,previous,prev,read more,load more,show more,see more,view all,"
        "more info,learn more,got it,ok,accept,accept all,reject all,loading,advertising,"
        "privacy,terms,cookies,careers,jobs,press,ratings,cast,photos,discussion,forum"
    ).split(",")
)
_DETAIL_LABELS = (
    r"(?:directors?|directed by|writers?|written by|screen(?:play|writers?)(?: by)?|"
    r"starring|stars|cast|with|producers?|produced by|executive producers?|"
    r"cinematograph(?:y|er)(?: by)?|director of photography|edit(?:or|ed by|ing)|"
    r"music(?: by)?|composer|score|run(?:ning)?[ -]?time|runtime|length|duration|"
    r"release(?:d| date)?|in (?:cinemas|theaters|theatres)|year|countr(?:y|ies)|languages?|"
    r"genres?|rat(?:ing|ed)|certificate|certification|mpaa(?: rating)?|classification|"
    r"distribut(?:or|ed by)|studios?|production compan(?:y|ies)|budget|box office|"
    r"aspect ratio|colou?r|format|sound mix|original title|also known as|available on|where to watch|"
    r"our rating|my rating|score|grade|stars?|verdict|imdb|metacritic|rotten tomatoes)"
)
_DETAIL = re.compile(
    rf"{_DETAIL_LABELS}\s*(?::|\t| [-–—] )\s*.{{1,200}}", re.IGNORECASE | re.DOTALL
)
_DETAIL_NAME = re.compile(rf"{_DETAIL_LABELS}\s*:?", re.IGNORECASE)
_RUNNING = re.compile(
    r"\W*(?:.{1,60}[|·•,/]\s*)*(?:\d{2,3} ?min(?:ute)?s?|\d ?h(?:ou)?rs?,? ?(?:\d\d? ?m\w*)?|\dh ?\d\dm)\b\.?"
    r"(?:\s*[|·•,/].{1,80})*",
    re.IGNORECASE,
)
_RATED = re.compile(r"(?:mpaa )?rated:? (?:g|pg|pg-13|r|nc-17|12a?|15|18|u)\b.{0,100}", re.I)
_RATING = re.compile(
    r"(?:\W*(?:rating|score|verdict)\W*)?(?:[★☆✭⭐½ ]+|\d+(?:[.,]\d)? ?(?:/|out of) ?\d+)", re.I
)
_DETAILS_HEADING = _any(
    r"(?:movie|film|book|programme|production) (?:details|info(?:rmation)?|facts|credits|notes|data)",
    r"(?:details|credits|cast(?: (?:and|&) crew)?|at a glance|fact ?(?:file|box)|technical specs)",
)
_RELATED_HEADING = _any(
    r"related(?: (?:articles|posts|stories|reviews|reading|content|links|topics|news|items))?",
    r"you (?:may|might|could)(?: also)? (?:like|enjoy|be interested in)",
    r"(?:more|latest|recent)(?: (?:from|on|in|by|about))?(?: \S+){1,4}",
    r"(?:most|recently) (?:read|popular|viewed|shared|commented|discussed)(?: \S+){0,3}",
    r"(?:read|up|what to read) (?:next|also|on)",
    r"recommended(?: (?:for you|reading|articles|stories|by \S+))?",
    r"trending(?: (?:now|stories|today))?",
    r"popular (?:posts|articles|stories|reviews|now)",
    r"(?:archives?|blogroll|categories|follow (?:us|me)|don['’]t miss|see also|also on \S+)",
    r"(?:from|around) (?:the|our) (?:archives?|web|blog|partners)",
    r"promoted (?:stories|content|links)",
)
_ABOUT_HEADING = _any(r"about (?:the |this )?(?:author|writer|critic|reviewer|site|blog|me)")
_COMMENTS_HEADING = _any(
    r"\d[\d,]* (?:comments?|replies|responses|thoughts?)(?: (?:on|to) .{1,150})?",
    r"(?:reader |user |your )?comments?(?: \(\d+\)| section)?",
    r"(?:leave|post|add|write)(?: an?| your) (?:comment|reply)",
    r"join the (?:conversation|discussion|debate)",
    r"what (?:do|did) you think\??(?: (?:let|tell) .{1,60})?",
)
_COMMENT_SIGNS = re.compile(
    r"\bsays?:|\bsaid(?:\.\.\.|…|:)|^reply$|\b(?:ago|anonymous)\b|\bat \d{1,2}[:.]\d\d|"
    r"\d{1,2}:\d\d ?(?:am|pm)|^\d+ (?:likes?|points?)$|^posted by\b|\bwrote:|^permalink$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:photo(?:graph)?|image|picture|still|caption|illustration)s?\b(?: credits?| by| courtesy| from)?\s*(?::|courtesy|©).*|"
    r".*[([](?:photo(?:graph)?|image|picture|credit|courtesy|still|source)s?\b[^)\]]{0,100}[)\]]\.?|"
    r".*\b(?:photo(?:graph)?s?|image|picture)(?: credit| by)?\s*[:©]\s*.{2,80}|.*\bcourtesy (?:of|photo)\b.{2,60})",
    re.IGNORECASE | re.DOTALL,
)


def kind_of_line(words: str) -> AsideKind | None:
    """Say what a line is that no review holds, wherever it stands; None if it may be the review."""
    if len(words) > LONGEST:
        return AsideKind.NOTICE if _is_cookie_notice(words) else None
    for kind, form in _KINDS.items():
        if form.fullmatch(words):
            return kind
    if _is_sharing(words):
        return AsideKind.SHARING
    return AsideKind.NOTICE if _is_cookie_notice(words) else None


def _is_cookie_notice(words: str) -> bool:
    if len(words) > _LONGEST_NOTICE or "ookie" not in words:
        return False
    return _COOKIES.match(words) is not None and _CONSENT.search(words) is not None


def _is_sharing(words: str) -> bool:
    tokens = words.lower().replace("|", " ").replace("•", " ").replace("/", " ").split()
    return (
        0 < len(tokens) <= 16
        and _SHARE_WORDS.issuperset(tokens)
        and not _NETWORKS.isdisjoint(tokens)
        and tokens != ["x"]
    )


def is_menu_word(words: str) -> bool:
    """Whether a line is an entry of a menu; above and below a review only, it is plainly one."""
    return words.lower().strip(" :.>»›[]…") in _MENU_WORDS


def is_detail(words: str) -> bool:
    """Whether a line gives a fact on a film, such as who directed it."""
    return len(words) <= LONGEST and _DETAIL.fullmatch(words) is not None


def is_detail_name(words: str) -> bool:
    """Whether a line names such a fact, and another line gives it."""
    return len(words) < 30 and _DETAIL_NAME.fullmatch(words) is not None


def is_detail_alone(words: str) -> bool:
    """Whether a line is plainly such a fact though no other stands beside it."""
    return len(words) <= 140 and bool(_RUNNING.fullmatch(words) or _RATED.fullmatch(words))


def is_work_title(words: str) -> bool:
    """Whether a line among such facts names the work."""
    return len(words) <= LONGEST and words.lower().startswith(("title:", "film:", "movie:"))


def is_rating(words: str) -> bool:
    """Whether a line says how many stars there are."""
    return len(words) <= 30 and _RATING.fullmatch(words) is not None


def is_details_heading(words: str) -> bool:
    """Whether facts on a film follow."""
    return len(words) < 40 and _DETAILS_HEADING.fullmatch(words) is not None


def is_related_heading(words: str) -> bool:
    """Whether what follows leads elsewhere."""
    return len(words) < 60 and _RELATED_HEADING.fullmatch(words) is not None


def is_about_heading(words: str) -> bool:
    """Whether a few words on the author follow."""
    return len(words) < 40 and _ABOUT_HEADING.fullmatch(words) is not None


def is_comments_heading(words: str) -> bool:
    """Whether readers' comments follow."""
    return len(words) < 180 and _COMMENTS_HEADING.fullmatch(words) is not None


def is_sign_of_comments(words: str) -> bool:
    """Whether a line stands above or below a comment, and says who wrote it, or when."""
    return len(words) <= LONGEST and _COMMENT_SIGNS.search(words) is not None


def is_caption(words: str) -> bool:
    """Whether a line says whose picture it stands below."""
    return len(words) <= 300 and _CAPTION.fullmatch(words) is not None
