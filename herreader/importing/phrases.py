# ruff: noqa: E501, RUF001 (one form a line is easier to read and to add to than a broken one, and quotes and dashes stand as they do in pages)
"""The words by which what is not a review is known, as forms of regular expressions."""

import re

from herreader.importing.values import AsideKind


def any_of(forms: str) -> re.Pattern[str]:
    """Match a whole line, in small letters, of one of the forms, each on a line of its own."""
    lines = [line.strip() for line in forms.strip().splitlines()]
    return re.compile(
        "(?:" + "|".join(lines) + r")[\s.!…:»›→]*"
    )  # to ignore case takes thrice the time


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text."""
    return frozenset(text.split())


def entries_of(text: str) -> frozenset[str]:
    """Give what commas part in a text."""
    return frozenset(" ".join(entry.split()) for entry in text.split(","))


LINES = {
    AsideKind.NAVIGATION: any_of(r"""
        skip (?:to|navigation|the|ad(?:vertisement)?s?) ?[\w ]{0,40}
        (?:direkt )?zum (?:haupt)?inhalt(?: springen)?|(?:aller|passer) au contenu(?: principal)?|(?:saltar|ir) al contenido(?: principal)?|(?:vai|passa) al contenuto(?: principale)?
        (?:jump|go|back|return) to (?:the )?(?:top|main|content|navigation|comments|home ?page)[\w ]{0,20}
        home\s*[>›»/|→]\s*.{1,150}
        you are here\b.{0,150}
        toggle (?:navigation|menu|search)
        (?:open|close|main|show|hide) (?:menu|navigation|search)
        (?:[«‹←<]+\s*)?(?:previous|older|newer|next) (?:post|article|story|review|page|entry)s?\b(?:\s*[:»›→>-].{0,120})?
        (?:view|read|see) (?:all|more) (?:by|from|of|posts|articles|reviews|stories)\b.{0,80}
        \d+ min(?:ute)?s?(?: read| reading time)
        (?:estimated )?reading time\b.{0,40}
        (?:filed under|posted in|tagged(?: with| as)?|tags?|categor(?:y|ies)|labels|topics|keywords)\s?:.{0,200}
        (?:filed under|posted in|tagged with)\b.{0,120}
        (?:press enter or )?(?:click|tap) (?:here )?to (?:enlarge|zoom|expand|print|view).{0,40}
        enlarge (?:this )?(?:image|photo|picture)
        loading(?: comments?)?
        (?:asked|answered|edited|modified|viewed) (?:.{3,24} at \d\d?:\d\d|.{1,24} ago|today|[\d.,]+[km]? times)
        improve this (?:question|answer)
        (?:user['’]?s?|\S{1,30}['’]s|u/\S{1,30}) (?:avatar|profile (?:picture|photo))
        (?:print|page) ?(?:[|·•] ?close window|\d+ of \d+)
        \d+ (?:of|/) \d+ +\d\d?/\d\d?/\d{2,4},? \d\d?:\d\d(?: ?[ap]m)?
        this entry was posted (?:in|on|by)\b.{1,300}
        lesezeit\b.{1,20}|temps de lecture\b.{1,20}|(?:tiempo de lectura|tempo di lettura)\b.{1,20}
        this (?:article|review|post|story) is (?:more than |over )?\d+ (?:years?|months?) old
    """),
    AsideKind.SHARING: any_of(r"""
        share (?:this|on|via|full|article|story|post|page|review)\b(?: .{0,60})?
        e-?mail this ?blogthis!.{0,120}
        (?:tweet|pin|e-?mail|print|bookmark|forward|send) (?:this|it|to a friend|article)\b.{0,60}
        click to (?:share|print|e-?mail|tweet)\b.{0,90}
        (?:follow|find|like|join) (?:us|me|him|her|them|\w[\w ]{1,30}) (?:on|at) (?:facebook|twitter|x|instagram|letterboxd|mastodon|bluesky|tumblr|youtube)\b.{0,60}
        (?:like|love) this:?(?: like)?(?: loading)?
        like loading
        copy (?:the )?link(?: to clipboard)?
        (?:link )?copied(?: to (?:the )?clipboard)?
    """),
    AsideKind.FORM: any_of(r"""
        (?:post|leave|add|write|submit|make)(?: an?| your)? (?:comment|reply|response)s?(?: here| below| to this \w+)?
        your e-?mail (?:address )?will (?:not|never) be (?:published|shared).{0,120}
        required fields are marked.{0,20}
        (?:you must be |please )?(?:log(?:ged)? ?in|sign(?:ed)? ?in)(?: or (?:register|sign up))? to (?:post|leave|add|reply|comment|view|vote).{0,60}
        save my name.{0,120}
        notify me (?:of|by|via|when).{0,100}
        cancel reply
        (?:only )?(?:registered|logged-in) (?:users|members|readers) can (?:post|leave|add|reply|comment).{0,60}
        (?:submit|suggest|report) an? (?:correction|update|error|typo)
        (?:name|e-?mail|website|url|comment) ?(?:\*|\(required\)|\(optional\))
        (?:enter|type) your (?:comment|e-?mail|name|search).{0,80}
        (?:was this (?:review|article|page) helpful|\d[\d,]* people found this|\d[\d,]* (?:of|out of) \d[\d,]* (?:people |users )?found this).{0,80}
        (?:report|flag) (?:this|abuse|as inappropriate)(?: .{0,40})?
        subscribe to: (?:post comments|comments|posts) \(atom\)
    """),
    AsideKind.RELATED: any_of(r"""
        about the (?:author|reviewer|writer|critic)s?: .{2,60}
        (?:related(?: (?:article|story|post|review))?s?|read more|read next|also read)\s*: .{1,160}
        (?:lesen sie (?:auch|mehr)|(?:à )?lire (?:aussi|également)|lea también|leggi anche)\s?: .{1,160}
    """),
    AsideKind.COMMENT: any_of(r"""
        (?:view|show|hide|read|see|load|all)(?: all| the| more)?(?: \d[\d,]*)? comments?
        comments? powered by .{1,40}
        \d[\d,]* (?:comments?|replies|responses)(?: (?:so far|on|to) .{1,120})?
        no comments(?: yet)?
        be the first to (?:comment|review|reply).{0,40}
        comments (?:are closed|are now closed|off|have been disabled).{0,60}
        comments? \(\d+\)
        this (?:discussion|thread) is (?:now )?closed(?: (?:to|for) .{1,40})?
    """),
    AsideKind.NOTICE: any_of(r"""
        advert(?:isement)?s?(?: [-—–] .{0,80})?
        (?:sponsored(?: content| by .{1,60})?|paid content|promoted)
        (?:article|story|review) continues below.{0,40}
        continue reading (?:below|after).{0,60}
        (?:anzeige|werbung|publicité|publicidad|pubblicità)
        (?:when|if) you (?:buy|purchase|click|order).{1,120}\b(?:earn|receive|get)\b.{1,40}\bcommission\b.{0,80}
        by (?:providing|submitting|entering|signing up|subscribing|clicking)\b.{0,80}\byou (?:agree|consent|accept)\b.{1,120}
        (?:accept|reject|allow|manage|decline)(?: all)? (?:cookies|preferences|settings)
        cookie (?:settings|preferences|policy)
        (?:sign up|subscribe)(?: now| today| here)?(?: (?:to|for) (?:our|the|my|us|updates)\b.{0,140})?
        (?:get|receive) (?:our|the|new|more) .{0,60}(?:newsletter|in your inbox|by e-?mail).{0,60}
        (?:please )?(?:enable|turn on) javascript.{0,100}
        this (?:site|page) requires javascript.{0,100}
        (?:please )?(?:consider )?support(?:ing)? (?:us|this site|our journalism).{0,120}
        (?:contains |warning:? |note:? )?affiliate links?\b.{0,140}
        you(?: have|['’]ve) (?:(?:read|used) )?(?:\d+|one|two|three|no) (?:more )?free (?:article|stor|view)(?:s|y|ies)?\b.{0,160}
        you['’]re (?:currently |now )?(?:an? |on the )(?:free|paid) (?:subscriber|list|plan)\b.{0,180}
        thanks for reading.{0,60}! subscribe .{1,120}
        (?:after|before) newsletter promotion
    """),
    AsideKind.FOOTER: any_of(r"""
        (?:©|\(c\)|copyright\b)(?: ?©| ?\(c\)|,)? ?(?:\d{4}|[\w .,&'’-]{2,60}\d{4}).{0,140}
        all rights reserved(?:\W.{0,80})?
        a version of this (?:review|article|essay) appear(?:s|ed) in (?:the )?print\b.{1,200}
        all contents? (?:©|copyright\b).{1,120}
        this page was last (?:edited|modified|changed|updated) .{4,60}
        text is available under .{1,180}
        no (?:potential )?(?:conflicts? of interest|competing interests?)\b.{0,80}
        (?:you are receiving|you received|you['’]re receiving) this (?:e-?mail|newsletter|message)\b.{1,140}
        (?:unsubscribe|update (?:your )?(?:e-?mail )?preferences|manage (?:your )?subscriptions?)(?: .{1,80})?
        (?:view|read|open) (?:this (?:e-?mail|newsletter) )?in (?:your|a|the) (?:web )?browser
        (?:proudly )?powered by .{1,60}
        (?:wordpress )?theme:? .{1,60}\bby .{1,40}
        (?:web ?site |site )?design(?:ed)? by .{1,60}
        (?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy(?: policy| notice)?|contact(?: us)?|about(?: us)?|advertis(?:e|ing)(?: with us)?|site ?map|accessibility|imprint|legal notice|cookie policy|faq|help|jobs|careers|rss(?: feed)?)(?:\s*[|·•]\s*.{1,160})
        (?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice)|do not sell my .{1,40}|site ?map)
    """),
}
"""Lines that stand in no review, whichever part of it they stand beside."""

EDGES = {
    AsideKind.NAVIGATION: any_of(r"""
        (?:[←«‹] .{1,120}|.{1,120} [→»›])
        (?:# ?\w[\w ]{0,40}\s*){1,20}
        (?:see|view|show|browse) (?:all|more)(?: (?:on|in|about|of|by)\b.{1,120})?
        sort(?:ed)?(?: by)?:?(?: (?:best|top|new|newest|oldest|relevance|date|featured|most \w+|highest score.{0,20}))?
        (?:go to|search|add|read|back to|jump to|expand|\d+ more) (?:the )?(?:comments?|replies|reply|discussion|search|(?:comment )?search|forum|thread)(?: search)?(?:[.…]*)
        (?:buy|get|find|book) (?:tickets|showtimes)(?: .{1,40})?
        (?:hide|show) spoilers
        r/\w{2,30}|(?:about )?\d+ ?(?:s|m|h|d|w|y|mo|min|mins|hr|hrs|yr|yrs)\.?(?: ago)?
        \w+ [>›] \w[\w ]{1,30}
        main|trackbacks?(?: url for this entry:?)?|you can follow this (?:conversation|discussion) by .{1,100}
        post reply|published in(?: issue)?|(?:published|posted|updated|filed) ?(?:on|in)?:?|on|at
        [\d.,]+ (?:reviews?|ratings?|points?|answers?|posts?|topics?|messages?)
        from wikipedia, the free encyclopedia|for other uses, see .{1,80}|(?:official (?:web ?)?site|.{1,40} at imdb)
        (?:in|from) (?:the|our) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter) ?\d{4} issue(?: of .{1,40})?
        (?:who is online|users browsing this forum.{1,80}|display posts from previous.{0,60}|return to [“"].{1,60}|board index.{0,120}|\d+ posts? [•·|] page \d+ of \d+|search this topic)
        (?:gold|silver|bronze|\d+ (?:gold|silver|bronze)) badges?
        find this (?:article|review|story|page) (?:online )?at:? .{1,160}
        (?:read |written |posted )?(?:via|in) \w+ \d+ bookshel(?:f|ves):.{1,80}|bookshelves:.{1,120}
        (?:entry tags|current (?:mood|music|location)|mood|music|tags):? .{1,120}
        (?:forwarded this e-?mail\?.{0,80}|our mailing address is:?)
        (?:this |the )?page (?:was )?last (?:updated|modified|revised|changed)(?: on)?:? .{4,40}
        you are (?:our )?visitor (?:number |no\.? ?|# ?)?\d[\d,. ]*
        (?:visitors?|visitor counter|page ?views|hits)(?: so far)?:? \d[\d,. ]*
        published in(?: [^.,;:]{1,40})?
        (?:(?:read|open|view|listen)(?: this (?:e-?mail|post|page))?|get the|download the) (?:in|on)?(?: your| the)? ?(?:app|browser)
        (?:last |first )?(?:published|updated|edited|modified|posted|active)? ?(?:an?|\d+) (?:minute|hour|day|week|month|year)s? ago
        (?:(?:this |the )?(?:site|page) (?:is )?)?best (?:viewed|seen|experienced) (?:at|in|on|with|using) .{2,60}
        (?:(?:taken |reprinted )?from (?:the )?archives? of|(?:originally |first )?(?:posted|published|appeared) (?:to|in|on|at)|(?:taken|reprinted|archived) (?:at|from)) (?:the )?[\w-]{1,40}(?:\.[\w-]{1,40}){1,6}(?: news ?group)?(?: archives?)?
    """),
    AsideKind.SHARING: any_of(r"""
        (?:like (?:this )?review ?)?\d[\d.,]*[km]? (?:likes?|followers?|following|claps?|restacks?|shares?|retweets?|upvotes?|notes?|views?|reads?|reblogs?|subscribers?)(?: [·•] (?:like|\d.{1,20}))?
        (?:view|see|show) \d[\d.,]*[km]? (?:likes?|shares?|upvotes?|notes?)|show more notes
        \S{2,30} (?:liked (?:this|these \w+)|reblogged this from \S{2,30}|posted this)
    """),
    AsideKind.NOTICE: any_of(r"""
        (?:get|receive) .{1,60} (?:by e-?mail|in your inbox|newsletters?|e-?news)\b.{0,60}
        (?:new to|join) \S{3,20}\?|create your account\b.{0,60}
        join the (?:discussion|conversation)|keep scrolling .{1,60}
        never miss an? (?:post|review|article|update|story)(?: again)?
        ready for more\?
        (?:sign up|subscribe)(?: here)? for more(?: like this| .{1,30})?
    """),
    AsideKind.FOOTER: any_of(r"""
        sent (?:from|via|with) (?:my )?(?:i(?:phone|pad|pod)|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry|windows|outlook|yahoo|gmail|proton ?mail|(?:mobile )?phone|mobile|tablet)\b.{0,60}
        get outlook for \w+
        \d{1,5} [\w .#-]{3,60}, [\w .-]{2,40}, [a-z]{2} \d{5}(?:-\d{4})?
        <?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}>?
        (?:envoyé de mon|von meinem|enviado desde mi|inviato da(?:l mio)?) (?:i(?:phone|pad)|android|samsung|smartphone|handy|móvil)\b.{0,30}
    """),
    AsideKind.COMMENT: any_of(r"""
        (?:please )?(?:let (?:us|me) know|tell (?:us|me)|sound off|have your say|share your (?:thoughts|views|opinions))(?: what you (?:think|thought))? (?:in|via) the comments?(?: section)?(?: below)?
    """),
}
"""Sentences that are plainly the site's, but only below or above a review."""

LEADS_IN = re.compile(
    r"(?:did you )?(?:enjoy|enjoyed|enjoying|like|liked|love|loved) (?:reading )?(?:this|our|my|the) (?:review|article|post|page|site|blog|story|piece)\?|what (?:do|did) you think(?: (?:of|about) .{1,60})?\?|(?:do you )?(?:dis)?agree\?"
)
"""A question that is the site's if what follows it is."""

FOOTER_ENDS = re.compile(r"(?:.{0,100}\W)?(?:all rights reserved(?:\W.{0,80})?|powered by .{1,60})")
"""What may stand behind other words in the last line of a page."""

SUPPORTED = " is a reader-supported publication"
"""What a newsletter says of itself, behind its name."""

COOKIES = re.compile(
    r"(?:we(?: and our (?:\d+ )?partners)?|this (?:web ?)?site|our (?:web ?)?site|by (?:continuing|using)).{0,120}\bcookies?\b",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"\b(?:consent|accept|polic|settings|your experience|your preferences|agree|partners)",
    re.IGNORECASE,
)
NETWORKS = words_of("""
    facebook twitter pinterest whatsapp reddit tumblr linkedin flipboard telegram messenger bluesky
    mastodon threads instagram pocket stumbleupon digg google+ snapchat vk x
""")
SHARE_WORDS = NETWORKS | words_of("""
    share tweet pin it email e-mail mail print link copy like save on via more sms google rss this
    url to and blogthis!
""")
MENU = entries_of("""
    home, homepage, home page, film, films, movie, movies, tv, music, books, reviews, film
    reviews, movie reviews, news, culture, arts, search, menu, log in, login, sign in, sign up,
    register, subscribe, about, about us, about me, contact, contact us, newsletter,
    newsletters, podcasts, podcast, sport, sports, opinion, lifestyle, archive, archives, more,
    close, features, interviews, lists, trailers, videos, video, festivals, games, theatre, art,
    blog, shop, store, faq, help, rss, world, business, politics, travel, fashion, tech,
    science, share, reply, like, report, permalink, follow, following, print, email, edit,
    quote, sitemap, advertise, donate, support us, my account, account, skip, top, next,
    previous, prev, read more, load more, show more, see more, view all, more info, learn more,
    got it, ok, accept, accept all, reject all, loading, advertising, privacy, terms, cookies,
    careers, jobs, press, ratings, cast, photos, discussion, forum, tweet, retweet, guestbook,
    entertainment, my books, browse, community, join, members, lists, journal, watchlist, tickets,
    questions, users, unanswered, tags, ask question, all, featured, write for us, advertise with us,
    create account, recent entries, essays, issues, current issue, back issues, submissions, contributors, staff, masthead, donate,
    sermons, worship, give, episodes, patreon, listings, restaurants, food, music reviews, my feed,
    startseite, menü, politik, kultur, wirtschaft, gesellschaft, wissen, reisen, anmelden, abo,
    abonnieren, suche, teilen, merken, drucken, kommentare, zur startseite, feedback, impressum,
    datenschutz, agb, kontakt, newsletter abonnieren, accueil, cinéma, séries, livres, musique,
    monde, société, économie, se connecter, s'abonner, s’abonner, rechercher, recherche, partager,
    réagir, contribuer, imprimer, mentions légales, politique de confidentialité, cgv, inicio, cine,
    cultura, libros, música, política, deportes, buscar, compartir, suscríbete, iniciar sesión,
    aviso legal, contacto, cinema, libri, musica, politica, cerca, condividi, accedi, abbonati,
    contatti, note legali
""")
TOOLS = words_of("""
    share reply like report permalink follow following print email edit quote more close top next
    previous prev comments loading save tweet retweet
""")
"""Entries that stand beside a single text as well."""
BESIDE_TOOLS = words_of("""
    comment comments listen save saved bookmark bookmarked clap pin status restack award upvote
    downvote embed hide parent flag block delete forward sort thread avatar -- ‧ best recommended
    unfollow played
""")
"""Entries that are one only where another stands beside them: some would be a title."""
RATING = re.compile(
    r"(?:(?:(?:my|our|final|overall|star|the) )?(?:rating|score|verdict|grade|overall|stars)(?: \(.{1,20}\))?[\s:=–—-]+)?(?:[★☆✭⭐✮½¼¾\ufe0f ]+(?: ?(?:/|out of) ?[★☆\d]+)?|\*[* ½]{0,6}(?:/|out of) ?\*+|\d+(?:[.,]\d+)? ?(?:/|out of|von|sur|su|de) ?\d+(?: stars?)?|(?:\d(?:[.,]\d| ?½)?|one|two|three|four|five|no)(?: and a half)? stars?|[a-df][+–−-])|(?:(?:my|our|final|overall|the) )?(?:rating|score|grade|verdict)(?: \(.{1,20}\))?[\s:=–—-]+(?:[a-f][+–−-]?|\d+(?:[.,]\d+)?%?)",
    re.IGNORECASE,
)
LEADS_ON = re.compile(
    r"(?:related|see also|read (?:more|also|next)|also read|more|watch|recommended|don['’]t miss|further reading|lire aussi|siehe auch)\s*:\s.{1,200}",
    re.IGNORECASE,
)
"""A line that leads elsewhere, if most of it is a link."""
SIGN_UP = re.compile(r"(?:sign up|subscribe)(?: now| today)? (?:to|for) .{1,60}", re.IGNORECASE)
PRIVACY_NOTICE = re.compile(
    r"privacy (?:notice|policy):? .*\b(?:newsletters?|e-?mails?|polic)|.*\brecaptcha\b.*\bpolicy\b|(?:by signing|by entering|when you sign|you can unsubscribe)\b",
    re.IGNORECASE,
)
"""What stands below the form of a newsletter in the middle of a review."""
RELATED_HEADING = any_of(r"""
    related(?: (?:\w+ ){0,2}(?:articles|posts|stories|reviews|reading|content|links|topics|news|items|titles|films|movies))?
    you (?:may|might|could)(?: also)? (?:like|enjoy|be interested in)
    now playing
    next up(?: in \S+)?
    (?:more|latest|recent)(?: (?:blog )?(?:from|on|in|by|about|reviews|posts|news|articles|stories|comments))(?: \S+){0,4}
    (?:most|recently) (?:read|popular|viewed|shared|commented|discussed)(?: \S+){0,3}
    (?:read|up|what to read) (?:next|also|on)
    recommended(?: (?:for you|reading|articles|stories|(?:by|from) \S+))?
    trending(?: (?:now|stories|today))?
    popular (?:posts|articles|stories|reviews|now)
    (?:archives?|blogroll|categories|follow (?:us|me)|don['’]t miss|see also|also on \S+)
    (?:from|around) (?:the|our) (?:archives?|web|blog|partners)
    promoted (?:stories|content|links)
    more like this
    more you (?:might|may) like
    (?:mehr zum thema|zum thema|lesen sie auch|sur le même sujet|à lire aussi|le más leído|lo más leído)
    read (?:this )?next
    (?:recent|latest) (?:entries|episodes|posts|comments|articles|reviews)
    external links(?:\[edit\])?
    what to watch next
    (?:upcoming|recommended) (?:events|questions)
    explore more on these topics
""")
ABOUT_HEADING = any_of(
    r"about (?:the |this )?(?:authors?|writers?|critic|reviewer|contributors?|site|blog|me)|notes? on (?:the )?(?:contributors?|authors?)|author(?:['’]s)? (?:bio(?:graphy)?|note)",
)
ON_USER = re.compile(
    r"(?:(?:total )?posts|joined|registered|member since|messages|threads|topics|reputation|karma|likes(?: received)?|location|from)\s?: ?\S.{0,50}",
    re.IGNORECASE,
)
COMMENTS_HEADING = any_of(r"""
    (?:one|\d[\d,]*) (?:comments?|replies|responses|thoughts?)(?: (?:on|to) .{1,150})?
    (?:reader |user |your )?comments?(?: \(\d+\)| section| showing \d.{1,20})?
    (?:responses|replies|all \d[\d,]* comments|discussion about this post)(?: \(\d+\))?
    (?:leave|post|add|write)(?: an?| your) (?:comment|reply)
    join the (?:conversation|discussion|debate)
    what (?:do|did) you think\??(?: (?:let|tell) .{1,60})?
""")
NAMED_COMMENTS = re.compile(
    r"(?:one|\d[\d,]*) (?:comments?|replies|responses|thoughts?) (?:on|to) [“\"‘'«„].{1,150}[”\"’'»“]"
)
COMMENT_SIGNS = re.compile(
    r"\bsays?:|\bsaid(?:\.\.\.|…|:)|^reply$|\b(?:ago|anonymous)\b|\bat \d{1,2}[:.]\d\d|\d{1,2}:\d\d ?(?:am|pm)|^\d+ (?:likes?|points?)$|^posted by\b|\bwrote:|^permalink$|\d\d:\d\d:\d\d|^reply\b.{0,20}\bthread\b|^expand full comment$",
    re.IGNORECASE,
)
PICTURES = "oto mage icture till redit ourtesy ource aption llustration PHOTO".split()  # noqa: SIM905 (as above)
"""What one of stands in every line that tells of a picture."""
CAPTION = re.compile(
    r"(?:(?:photo(?:graph)?|image|picture|still|caption|illustration|foto|bild)s?\b(?: credits?| by| courtesy| from)?\s*(?::|courtesy|©).*|.*\b(?:foto(?:graf)?|bild|credit)(?:s?:|\.{3}|…) ?\S.{1,80}|.*[([](?:photo(?:graph)?|image|picture|credit|courtesy|still|source)s?\b[^)\]]{0,100}[)\]]\.?|.*\b(?:photo(?:graph)?s?|image|picture)(?: credit| by)?\s*[:©]\s*.{2,80}|.*\bcourtesy (?:of|photo)\b.{2,60}|(?:photo(?:graph)?|image|picture) by .{2,60})",
    re.IGNORECASE | re.DOTALL,
)
