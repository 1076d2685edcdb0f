# ruff: noqa: E501, RUF001 (one form a line is easier to read and to add to than a broken one, and quotes and dashes stand as they do in pages)
"""The words by which what is not a review is known, as forms of regular expressions."""

import re


def one_of(forms: str) -> str:
    """Write forms, each on a line of its own, as one that may end in stops and arrows."""
    return "(?:" + "|".join(map(str.strip, forms.strip().splitlines())) + r")[\s.!…:»›→]*"


def any_of(forms: str) -> re.Pattern[str]:
    """Match a whole line, in small letters, of one of the forms, each on a line of its own."""
    return re.compile(one_of(forms))  # to ignore case takes thrice the time


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text."""
    return frozenset(text.split())


def entries_of(text: str) -> frozenset[str]:
    """Give what commas part in a text."""
    return frozenset(" ".join(entry.split()) for entry in text.split(","))


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
    links, write, posts, download, transcript, stage, radio, classical, got it, ok, accept,
    accept all, reject all, loading, advertising, privacy, terms, cookies,
    careers, jobs, press, ratings, cast, photos, discussion, forum, tweet, retweet, guestbook,
    entertainment, my books, browse, community, join, members, journal, watchlist, tickets,
    questions, users, unanswered, tags, ask question, all, featured, write for us,
    advertise with us, create account, recent entries, essays, issues, current issue, back issues,
    submissions, contributors, staff, masthead,
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
    unfollow played helpful
""")
"""Entries that are one only where another stands beside them: some would be a title."""
RATING = re.compile(
    r"(?:(?:(?:my|our|final|overall|star|the) )?(?:rating|score|verdict|grade|overall|stars)(?: \(.{1,20}\))?[\s:=–—-]+)?(?:[★☆✭⭐✮½¼¾\ufe0f ]+(?: ?(?:/|out of) ?[★☆\d]+)?|\*[* ½]{0,6}(?:/|out of) ?\*+|\d+(?:[.,]\d+)? ?(?:/|out of|von|sur|su|de) ?\d+(?: stars?)?|(?:\d(?:[.,]\d| ?½)?|one|two|three|four|five|no)(?: and a half)? stars?(?: [-–—] \w+)?|[a-df][+–−-]|\d[.,][05])|(?:(?:my|our|final|overall|the) )?(?:rating|score|grade|verdict)(?: \(.{1,20}\))?[\s:=–—-]+(?:[a-f][+–−-]?|\d+(?:[.,]\d+)?%?)",
    re.IGNORECASE,
)
STARRED = re.compile(r"(?P<stars>\d\.\d out of 5 stars) (?P<title>\S.{0,160})")
"""The head of what a customer of a shop has written."""
LEADS_ON = re.compile(
    r"(?:related|see also|read (?:more|also|next)|also read|more|watch|recommended|don['’]t miss|further reading|lire aussi|lire la critique|siehe auch|más información|you (?:may|might) also (?:like|enjoy))\s*:\s.{1,200}",
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
    (?:\S{2,30}['’]s )?(?:recent|latest) (?:entries|episodes|posts|comments|articles|reviews)
    external links(?:\[edit\])?
    what to watch next
    (?:upcoming|recommended) (?:events|questions)
    explore more (?:on these )?topics
    related from \S+
    read more about
""")
SURELY_RELATED = any_of(r"""
    related (?:\w+ ){0,2}(?:articles|posts|stories|reviews|reading|content|links|topics|news|items|titles|films|movies)
    you (?:may|might|could)(?: also)? (?:like|enjoy|be interested in)
    (?:more|latest|recent)(?: blog)? (?:reviews|posts|news|articles|stories|comments|entries|episodes)(?: \S+){0,4}
    (?:most|recently) (?:read|popular|viewed|shared|commented|discussed)(?: \S+){0,3}
    recommended (?:for you|reading|articles|stories)
    trending (?:now|stories|today)
    popular (?:posts|articles|stories|reviews)
    promoted (?:stories|content|links)
    more you (?:might|may) like
    (?:mehr zum thema|lesen sie auch|sur le même sujet|à lire aussi|le más leído|lo más leído)
    external links(?:\[edit\])?
    explore more (?:on these )?topics
""")
"""Such headings as only sites have."""
SURELY_ABOUT = ("about the", "about this", "note", "author")
ABOUT_HEADING = any_of(
    r"about (?:the |this )?(?:authors?|writers?|critic|reviewer|contributors?|site|blog|me)|notes? on (?:the )?(?:contributors?|authors?)|author(?:['’]s)? (?:bio(?:graphy)?|note)",
)
ON_USER = re.compile(
    r"(?:(?:total )?posts|messages|threads|topics|reputation|karma|likes(?: received)?)\s?: ?\d.{0,30}|(?:joined|join date|registered|member since)\s?: ?\S.{0,30}\d.{0,20}|(?:location|from)\s?: ?\S.{0,50}",
    re.IGNORECASE,
)
COMMENTS_HEADING = any_of(r"""
    (?:one|\d[\d,]*) (?:comments?|replies|responses|thoughts?)(?: (?:on|to) .{1,150})?
    (?:reader |user |your )?comments?(?: \(\d+\)| section| showing \d.{1,20})?
    (?:responses|replies|all \d[\d,]* comments|discussion about this post)(?: \(\d+\))?
    (?:leave|post|add|write)(?: an?| your) (?:comment|reply)
    join the (?:conversation|discussion|debate)
    (?:search|go to) comments
""")
NAMED_COMMENTS = re.compile(
    r"(?:one|\d[\d,]*) (?:comments?|replies|responses|thoughts?) (?:on|to) [“\"‘'«„].{1,150}[”\"’'»“]"
)
COMMENT_SIGNS = any_of(
    r"""
    .{1,60}\b(?:says?|said|wrote|writes|replied)(?::|\.\.\.|…)(?: .{0,20}\d.{0,40})?
    .{1,60}\b(?:says?|said|wrote|replied|commented|posted) on .{0,30}\d.{0,40}
    posted by\b.{1,80}
    reply|permalink|expand full comment|\d+ (?:likes?|points?)
    reply\b.{0,20}\bthread\b.{0,20}
    (?:.{0,80}\W)?(?:\d+|an?|one) ?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|mo|[smhdwy]) ago(?: ?[|·•,(#–—-].{0,40})?
    (?:(?:.{0,60}\d[\w,]{0,3}|today|yesterday|.{0,60} on) )?at \d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[|·•,(#–—-].{0,40})?
    (?:.{0,80}\W)?\d\d?:\d\d ?[ap]\.?m(?:\W.{0,30})?
    (?:.{0,80}\W)?\d\d:\d\d:\d\d(?:\W.{0,30})?
    (?:MONTH \d\d?|\d\d? MONTH)(?:,? \d{4})?
    (?:MONTH \d\d?|\d\d? MONTH),? \d{4},? \d\d?[:.]\d\d
    reply(?: +(?:share|report|like|quote|delete|flag|edit))+
""".replace("MONTH", r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?")
)
"""A line of names, dates and tools alone, as above or below each comment."""
PICTURES = "oto mage icture till redit ourtesy ource aption llustration PHOTO".split()  # noqa: SIM905 (as above)
"""What one of stands in every line that tells of a picture."""
CAPTION = re.compile(
    r"(?:photo(?:graph)?|caption|foto)s?\b(?: credits?| by| courtesy| from)?\s*(?::|courtesy|©).*|.*[([](?:photo(?:graph)?|image|picture|still)s?[)\]]\.?",
    re.IGNORECASE | re.DOTALL,
)
"""A line that can say nothing else."""
CREDIT = re.compile(
    r"(?:(?:(?:image|picture|illustration|bild|still)s?(?: credits?| by| courtesy| from)?\s*(?::|courtesy|©)|.*\b(?:foto(?:graf)?|bild|credit)(?:s?:|\.{3}|…)|.*\b(?:photo(?:graph)?s?|image|picture)(?: credit| by)?\s*[:©]|(?:.*[.!?,|–—/-]\s*|(?:.*\s)?(?:photo|image|picture|still|pic)s?:? )?courtesy (?:of|photo)|(?:photo(?:graph)?|image|picture) by)(?P<credit>.{2,80})|.*[([](?:(?:photo(?:graph)?|image|picture|credit|courtesy|source)s?\b|stills?(?::| by\b| from\b| courtesy\b))(?P<bracketed>[^)\]]{0,100})[)\]]\.?)",
    re.IGNORECASE | re.DOTALL,
)
"""A line that says whose picture it is, if what stands last in it is a name."""
