# ruff: noqa: E501, RUF001 (one form a line is easier to read and to add to than a broken one, and quotes and dashes stand as they do in pages)
"""The lines that sites put around and into their texts, by how sure it is that they are theirs.

A line that ends as a sentence is the site's only if all that it says is known: `SENTENCES` are
anywhere, `LAST_SENTENCES` above or below the review. Of lines that do not, `LABELS` are the site's
anywhere, and `EDGES` above or below the review. In `OPEN` forms anything may follow, in a review
as well: they count only beside what is known to be the site's.
"""

import re

from herreader.importing.phrases import one_of
from herreader.importing.values import AsideKind

_NETWORK = r"(?:facebook|twitter|x|instagram|letterboxd|mastodon|bluesky|tumblr|youtube|linkedin|pinterest|threads|reddit|whatsapp|telegram|spotify)"
_ENGINE = r"(?:wordpress|blogger|blogspot|tumblr|squarespace|weebly|drupal|joomla|typepad|movable type|substack|livejournal|disqus|phpbb|vbulletin|xenforo|mediawiki)"

_FRIENDS = (
    r"(?:(?:(?:an? |your )?friends?|others)(?: or two| who (?:might|would|may|will) .{1,40})?)"
)
_OURS = r"(?:blog|site|page|channel|newsletter|podcast|writing|work|journalism|mailing list|patreon|ko-?fi|substack|feed|button|link)s?"


def _forms(tier: dict[AsideKind, str]) -> re.Pattern[str]:
    """Match a whole line, in small letters, of a tier; the group that matched names its kind."""
    kinds = "|".join(f"(?P<{kind.name}>{one_of(forms)})" for kind, forms in tier.items())
    return re.compile(kinds)  # to ignore case takes thrice the time


SENTENCES = _forms(
    {
        AsideKind.NAVIGATION: r"""
            this entry was posted (?:in|on|by)\b.{1,300}
            (?:lesezeit|temps de lecture|tiempo de lectura|tempo di lettura)\W{0,4}\d.{0,16}
        """,
        AsideKind.SHARING: rf"""
            (?:follow|find|like|join) us (?:on|at) {_NETWORK}(?:(?:,| and|, and| or| &) (?:on )?{_NETWORK})*
            click to (?:share|print|e-?mail|tweet) (?:(?:this|a link) )?(?:on|via|to|with)\b.{{0,90}}
        """,
        AsideKind.FORM: r"""
            (?:leave|post|add|write)(?: an?| your) (?:comment|reply|response) (?:here|below|to this \w+)
            your e-?mail (?:address )?will (?:not|never) be (?:published|shared).{0,120}
            required fields are marked.{0,20}
            (?:you must be |please )?(?:log(?:ged)? ?in|sign(?:ed)? ?(?:in|up))(?: or (?:register|sign up))? to (?:(?:reply|comment|vote)|(?:post|leave|add|view|reply to|vote on)(?: (?:an?|your|all|the|this|more|new|full))* (?:comments?|repl(?:y|ies)|reviews?|attachments?|images?|links?|answers?|thread|topic))(?: (?:on|to|in) (?:this|the) \w+)?
            save my name,.{0,120}
            notify me (?:of|by|via|when) .{0,80}\b(?:comments?|posts?|e-?mail|replies|reply|updates?|published)\b.{0,40}
            (?:only )?(?:registered|logged-in) (?:users|members|readers) can (?:post|leave|add|reply|comment).{0,60}
            enter your e-?mail(?: address)? (?:to (?:subscribe|follow|sign up|receive|get|join)|below)\b.{0,100}
            (?:\W*\d[\d,]* (?:(?:of|out of) \d[\d,]* )?(?:people |users )?found this(?: review)?(?: helpful| useful)?\W*)?(?:was this (?:review|article|page) helpful|found this helpful)(?: to you)?\W*(?:(?:yes|no|sign in to vote|permalink|report(?: (?:this|abuse))?|\(?\d+\)?)\W*)*
            \d[\d,]* (?:(?:of|out of) \d[\d,]* )?(?:people |users )?found this(?: review)?(?: helpful| useful)?
        """,
        AsideKind.COMMENT: r"""
            no comments yet
            be the first to (?:comment|review|reply|like)(?: (?:on |to )?(?:this|the) (?:article|post|story|review|entry|film|item))?
            comments (?:are closed|are now closed|off|have been disabled)(?: (?:for|on) (?:this|the) .{1,40})?
            this (?:discussion|thread) is (?:now )?closed(?: (?:to|for) .{1,40})?
        """,
        AsideKind.NOTICE: r"""
            (?:article|story|review) continues below(?: (?:the |this )?(?:ad|advert|advertisement|newsletter.{0,20}))?
            (?:when|if) you (?:buy|purchase|click|order).{1,120}\b(?:(?:we|i)(?: may| might| could| can| will)?|may|might) (?:earn|receive|get) (?:an? )?(?:\w+ ){0,2}commission\b.{0,80}
            by (?:providing|submitting|entering|signing up|subscribing|clicking)\b.{0,80}\byou (?:agree|consent|accept)\b.{0,60}\b(?:terms|polic(?:y|ies)|privacy|e-?mails?|newsletters?|cookies|data|conditions)\b.{0,80}
            (?:sign up|subscribe)(?: now| today| here)? (?:to|for) (?:our|the|my|us|updates)\b.{0,60}\b(?:newsletters?|e-?mails?|mailing list|feed|podcast|channel|alerts?|updates?|blog|magazine|digest|notifications?|inbox)\b.{0,80}
            (?:get|receive) (?:our|the|new|more) .{0,60}(?:newsletter|in your inbox|by e-?mail).{0,60}
            (?:please )?(?:enable|turn on) javascript.{0,100}
            this (?:site|page) requires javascript.{0,100}
            (?:please )?(?:consider )?support(?:ing)? (?:this site|our (?:journalism|site|work)).{0,120}
            (?:please )?support us (?:on|via|by|through|with) (?:patreon|ko-?fi|paypal|donating|a donation|becoming|subscribing|buying)\b.{0,80}
            (?:contains |warning:? |note:? |this (?:article|post|page|review) (?:may )?contains? )?affiliate links?\b.{0,140}
            you(?: have|['’]ve) (?:(?:read|used) )?(?:\d+|one|two|three|no) (?:more )?free (?:articles?|stor(?:y|ies)|views?)(?:(?: (?:left|remaining|this|per|each|until|for)\b|[.,;:]).{0,150})?
            this is an? (?:free|paid|public) (?:edition|preview|post|issue|version)\b.{0,60}[.!] ?(?:upgrade|subscribe|become|to (?:get|receive|read|support))\b.{1,120}
            you['’]re (?:currently |now )?(?:an? |on the )(?:free|paid) (?:subscriber|list|plan)\b.{0,180}
            thanks for reading.{0,60}! subscribe .{1,120}
            this site is protected by recaptcha\b.{1,100}
        """,
        AsideKind.FOOTER: r"""
            (?:©|\(c\)|copyright ©) ?\d{4}\b.{0,180}
            a version of this (?:review|article|essay) appear(?:s|ed) in (?:the )?print\b.{1,200}
            all contents? (?:©|copyright\b).{1,120}
            (?:this content downloaded from \S+ on .{1,60}?)?all use subject to .{1,80}
            this content downloaded from \S+ on .{1,60}
            this page was last (?:edited|modified|changed|updated) .{4,60}
            text is available under .{1,180}
            no (?:potential )?(?:conflicts? of interest|competing interests?)\b.{0,80}
            (?:you are receiving|you received|you['’]re receiving) this (?:e-?mail|newsletter|message)\b.{1,140}
            unsubscribe (?:here|now|at any time|from (?:this|these|our|all) (?:list|e-?mails?|newsletters?|mailings?))(?: [|·•] .{1,60})?
        """,
    }
)
"""All that may stand in these lines is known: no review says so."""

LABELS = _forms(
    {
        AsideKind.NAVIGATION: r"""
            skip (?:to (?:the )?(?:(?:main|primary|page|site) )?(?:content|navigation|menu|search|footer|sidebar|article|comments)|navigation|(?:the )?(?:ad(?:vertisement)?s?|trailer ad))(?: [\w ]{0,30})?
            (?:direkt )?zum (?:haupt)?inhalt(?: springen)?|(?:aller|passer) au contenu(?: principal)?|(?:saltar|ir) al contenido(?: principal)?|(?:vai|passa) al contenuto(?: principale)?
            (?:jump|go|back|return) to (?:the )?(?:top|main|content|navigation|comments|home ?page)(?: (?:of (?:the )?)?(?:page|menu|content|article|section))?
            toggle (?:navigation|menu|search)
            (?:open|close|main|show|hide) (?:menu|navigation|search)
            (?:[«‹←<]+\s*)?(?:previous|older|newer|next) (?:post|article|story|review|page|entry)s?(?:[\s|·•/]+(?:home[\s|·•/]+)?(?:previous|older|newer|next) (?:post|article|story|review|page|entry)s?)?(?:\s*[»›→>]+)?
            (?:view|read|see) (?:all|more) (?:posts|articles|reviews|stories)(?: by .{1,60})?
            \d+ min(?:ute)?s?(?: read| reading time)
            (?:estimated )?reading time\W{0,4}\d.{0,40}
            (?:press enter or )?(?:click|tap) (?:here )?to (?:enlarge|zoom|expand|print|view)(?: (?:the |this |a )?(?:image|photo|picture|page|article|larger?|full)\b.{0,30})?
            enlarge (?:this )?(?:image|photo|picture)
            loading(?: comments?)?
            improve this (?:question|answer)
            (?:user['’]?s?|\S{1,30}['’]s|u/\S{1,30}) (?:avatar|profile (?:picture|photo))
            (?:print|page) ?(?:[|·•] ?close window|\d+ of \d+)
            \d+ (?:of|/) \d+ +\d\d?/\d\d?/\d{2,4},? \d\d?:\d\d(?: ?[ap]m)?
            (?:asked|answered|edited|modified|viewed) (?:\w{3,9} \d.{1,16} at \d\d?:\d\d|\d+ .{1,16} ago|today|[\d.,]+[km]? times)
            keywords\s?: .{1,200}
            \(cont(?:inued|['’]?d|\.)?(?: on| from)? (?:pp?\.?|page) ?[a-z]?\d+\)
            (?:filed under|posted in)\b.{1,120}[|·•] ?(?:.{0,120}[|·•] ?)?(?:tagged\b.{1,120}|leave a (?:comment|reply)|\d+ comments?|permalink)(?: [|·•].{0,60})?
            (?:now |where to )?(?:streaming|watch) on|powered by justwatch
            this (?:article|review|post|story) is (?:more than|over) \d+ (?:years?|months?) old
            view (?:image|picture|photo) in full ?screen
            (?:\[?\d+\]? ?[|·•/,-]? ?){1,40}(?:next|single) page\b.{0,40}
            (?:.{1,80}\W)?page \d+ of \d+
            (?:up|down)vote|sort by: best
            lire plus tard|offrir l['’]article|ir a los comentarios
        """,
        AsideKind.SHARING: rf"""
            (?:compartir|partager|teilen|condividi) (?:en|sur|auf|su) {_NETWORK}|copiar enlace
            share (?:this|full|article|story|post|page|review)(?: (?:full )?(?:article|story|post|page|review|entry|link))?(?: (?:on|via|with) (?:{_NETWORK}|e-?mail|friends|your friends))?
            share (?:on|via) (?:{_NETWORK}|e-?mail)\b(?: .{{0,60}})?
            e-?mail this ?blogthis!.{{0,120}}
            (?:tweet|pin|e-?mail|print|bookmark|forward|send) (?:this|it|to a friend|article)(?: (?:article|story|post|page|review|entry|to a friend))?
            click to (?:share|print|e-?mail|tweet)\b.{{0,90}}
            (?:follow|find|like|join) (?:us|me|him|her|them|\w[\w ]{{1,30}}) (?:on|at) {_NETWORK}\b.{{0,60}}
            (?:like|love) this:? like(?: loading)?|like this:|like loading
            like review \d[\d,.]*[km]? likes?
            copy (?:the )?link(?: to clipboard)?
            (?:link )?copied(?: to (?:the )?clipboard)?
        """,
        AsideKind.FORM: r"""
            (?:post|leave|add|write|submit|make)(?: an?| your)? (?:comment|reply|response)s?(?: here| below| to this \w+)?
            cancel reply
            (?:submit|suggest|report) an? (?:correction|update|error|typo)
            (?:name|e-?mail|website|url|comment) ?(?:\*|\(required\)|\(optional\))
            (?:enter|type) your (?:comment|e-?mail|name|search)(?: (?:here|below|address|terms?))*
            (?:report|flag) (?:this|abuse|as inappropriate)(?: (?:review|comment|post|ad|content|as inappropriate|abuse))?
            subscribe to: (?:post comments|comments|posts) \(atom\)
        """,
        AsideKind.RELATED: r"""
            (?:related(?: (?:article|story|post|review|topic))?s?|read more|read next|also read)\s*: ?.{1,160}
            (?:read|learn|find out) more|más información|lire la suite|weiterlesen
            (?:lesen sie (?:auch|mehr)|(?:à )?lire (?:aussi|également)|lea también|leggi anche)\s?: .{1,160}
        """,
        AsideKind.COMMENT: r"""
            (?:view|show|hide|read|see|load|all)(?: all| the| more)?(?: \d[\d,]*)? comments?
            comments? powered by .{1,40}
            \d[\d,]* (?:comments?|replies|responses)(?: so far)?
            \d[\d,]* (?:comments?|replies|responses) (?:on|to) [“\"‘'«„].{1,120}
            no comments
            comments? \(\d+\)
        """,
        AsideKind.NOTICE: r"""
            advert(?:isement)?s?(?: [-—–] (?:continue|scroll|skip|story|article|close)\b.{0,60})?
            sponsored(?: content)?|paid content
            continue reading (?:below|after) (?:the )?(?:main story|ad|advert|advertisement|newsletter.{0,20})
            continue reading the main story
            jetzt (?:kostenlos )?(?:anmelden|abonnieren)|article réservé aux abonnés|la suite après la publicité
            (?:anzeige|werbung|publicité|publicidad|pubblicità)
            (?:accept|reject|allow|manage|decline)(?: all)? (?:cookies|preferences|settings)
            cookie (?:settings|preferences|policy)
            (?:sign up|subscribe)(?: now| today| here)?
            (?:please )?support us
            (?:after|before) newsletter promotion
        """,
        AsideKind.FOOTER: r"""
            (?:©|\(c\)|copyright\b)(?: ?©| ?\(c\)|,)? ?\d{4}.{0,140}
            (?:unsubscribe|update (?:your )?(?:e-?mail )?preferences|manage (?:your )?subscriptions?)
            (?:view|read|open) (?:this (?:e-?mail|newsletter) )?in (?:your|a|the) (?:web )?browser
            proudly powered by .{1,60}
            wordpress theme:? .{1,60}\bby .{1,40}
            (?:web ?site|site) design(?:ed)? by .{1,60}
            (?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice)|cookie policy|legal notice|contact us|about us|site ?map)(?:\s*[|·•]\s*.{1,160})
            (?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice)|do not sell my .{1,40}|site ?map)
        """,
    }
)
"""Labels that no review has."""

OPEN = _forms(
    {
        AsideKind.NAVIGATION: r"""
            (?:view|read|see) (?:all|more) (?:by|from|of)\b.{0,80}
            (?:estimated )?reading time
            music: .{1,120}
            this (?:article|review|post|story) is \d+ (?:years?|months?) old
        """,
        AsideKind.SHARING: r"""
            share (?:this|on|via|full|article|story|post|page|review)\b(?: .{0,60})?
            (?:tweet|pin|e-?mail|print|bookmark|forward|send) (?:this|it|to a friend|article)\b.{0,60}
        """,
        AsideKind.FORM: r"""
            (?:enter|type) your (?:comment|e-?mail|name|search).{0,80}
        """,
        AsideKind.COMMENT: r"""
            \d[\d,]* (?:comments?|replies|responses) (?:on|to) .{1,120}
            be the first to (?:comment|review|reply).{0,40}
        """,
        AsideKind.NOTICE: r"""
            advert(?:isement)?s? [-—–] .{0,80}
            sponsored by .{1,60}|promoted
            (?:new to|join) \S{3,20}\?
            (?:sign up|subscribe)(?: now| today| here)? (?:to|for) (?:our|the|my|us|updates)\b.{0,140}
            (?:please )?(?:consider )?support(?:ing)? us.{0,120}
            continue reading (?:below|after).{0,60}
        """,
        AsideKind.FOOTER: r"""
            powered by .{1,60}
            (?:unsubscribe|update (?:your )?(?:e-?mail )?preferences|manage (?:your )?subscriptions?) .{1,80}
        """,
    }
)
"""Words with which critics as well begin a line, and sites one that stands among others."""

EDGES = _forms(
    {
        AsideKind.NAVIGATION: r"""
            home\s*[>›»/|→]\s*.{1,150}
            you are here\b.{0,150}
            (?:[«‹←<]+\s*)?(?:previous|older|newer|next) (?:post|article|story|review|page|entry)s?\b\s*[:»›→>-].{0,120}
            (?:filed under|posted in|tagged(?: with| as)?|tags?|categor(?:y|ies)|labels|topics|keywords)\s?:.{0,200}
            (?:filed under|posted in|tagged with)\b.{0,120}
            (?:← .{1,120}|.{1,120} →|[«‹](?!.*[»›]) .{1,120}|(?!.*[«‹]).{1,120} [»›])
            (?:# ?\w[\w ]{0,40}\s*){1,20}
            (?:see|view|show|browse) (?:all|more)(?: (?:on|in|about|by)\b.{1,120})?
            sort(?:ed)?(?: by)?:?(?: (?:best|top|new|newest|oldest|relevance|date|featured|most \w+|highest score.{0,20}))?
            (?:go to|search|add|read|back to|jump to|expand|\d+ more) (?:the )?(?:comments?|replies|reply|discussion|search|(?:comment )?search|forum|thread)(?: search)?
            (?:buy|get|find|book) (?:tickets|showtimes)(?: .{1,40})?
            (?:hide|show) spoilers|filter by rating\b.{0,60}
            today['’]s paper|(?:\w{2,8} )?critic['’]s pick|search this (?:blog|site)|plus icon|get link|other apps|licen[cs]e this content
            (?:save|gift|give) this (?:article|story)|save for later|share as (?:an? )?gift|get your copy
            listen\W{0,4}\d{1,3}:\d\d|\d{1,3}[- ]min(?:ute)? listen|add to playlist|heard on .{2,60}
            (?:sponsor message|become an? .{1,30} sponsor|block or report|@\w{2,20})
            (?:featured|top|customer) reviews?(?: from .{2,40})?|watched by .{2,40}|poster for .{1,80}|.{1,60} movie poster
            (?:jump to ratings and reviews|rate this (?:book|film|movie)|want to (?:read|see)|kindle \W?\d.{0,10})
            (?:format: .{2,40})?verified purchase|displaying \d+ - \d+ of [\d,]+ reviews|[\d,]+ ratings ?[\d,]+ reviews|[\d,]+ reviews? ?[\d,]+ followers?
            (?:our|average|user|reader|overall) (?:rating|score)s?|\W?\d+ (?:user )?ratings\W?(?:add your rating)?
            (?:(?:chief|senior|lead|staff) )?(?:(?:film|movie|tv|music) )?(?:critic|correspondent|columnist)
            subscribe (?:for|from) \W?\d.{1,20}|issue (?:no\.? ?)?\d{1,4}|credits? (?:&|and) synopsis
            r/\w{2,30}|(?:about )?\d+ ?(?:s|m|h|d|w|y|mo|min|mins|hr|hrs|yr|yrs)\.?(?: ago)?
            \w+ [>›] \w[\w ]{1,30}
            main|trackbacks?(?: url for this entry:?)?
            post reply|published in(?: issue)?|(?:published|posted|updated|filed) ?(?:on|in)?:?|on|at
            [\d.,]+ (?:reviews?|ratings?|points?|answers?|posts?|topics?|messages?)
            (?:official (?:web ?)?site|.{1,40} at imdb)
            (?:in|from) (?:the|our) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter) ?\d{4} issue(?: of .{1,40})?
            (?:who is online|users browsing this forum.{1,80}|display posts from previous.{0,60}|return to [“"].{1,60}|board index.{0,120}|\d+ posts? [•·|] page \d+ of \d+|search this topic)
            (?:gold|silver|bronze|\d+ (?:gold|silver|bronze)) badges?
            find this (?:article|review|story|page) (?:online )?at:? .{1,160}
            (?:read |written |posted )?(?:via|in) \w+ \d+ bookshel(?:f|ves):.{1,80}|bookshelves:.{1,120}
            (?:entry tags|current (?:mood|music|location)|mood): .{1,120}
            (?:forwarded this e-?mail\?.{0,80}|our mailing address is:?)
            published in(?: [^.,;:]{1,40})?
            (?:(?:read|open|view|listen)(?: this (?:e-?mail|post|page))?|get the|download the) (?:in|on)?(?: your| the)? ?(?:app|browser)
            (?:last |first )?(?:published|updated|edited|modified|posted|active)? ?(?:an?|\d+) (?:minute|hour|day|week|month|year)s? ago
            (?:(?:taken |reprinted )?from (?:the )?archives? of|(?:originally |first )?(?:posted|published|appeared) (?:to|in|on|at)|(?:taken|reprinted|archived) (?:at|from)) (?:the )?[\w-]{1,40}(?:\.[\w-]{1,40}){1,6}(?: news ?group)?(?: archives?)?
        """,
        AsideKind.SHARING: r"""
            (?:like (?:this )?review ?)?\d[\d.,]*[km]? (?:likes?|followers?|following|claps?|restacks?|shares?|retweets?|upvotes?|notes?|views?|reads?|reblogs?|subscribers?)(?: [·•] (?:like|\d.{1,20}))?
            (?:view|see|show) \d[\d.,]*[km]? (?:likes?|shares?|upvotes?|notes?)|show more notes
            \S{2,30} (?:liked (?:this|these \w+)|reblogged this from \S{2,30}|posted this)
        """,
        AsideKind.NOTICE: r"""
            create your account\b.{0,60}
            (?:sign up|subscribe)(?: here)? for more(?: like this| .{1,30})?
        """,
        AsideKind.FOOTER: r"""
            (?:©|\(c\)|copyright\b)(?: ?©| ?\(c\)|,)? ?[\w .,&'’-]{2,60}\d{4}.{0,140}
            (?:wordpress )?theme:? .{1,60}\bby .{1,40}
            design(?:ed)? by .{1,60}
            (?:privacy|contact|about|advertis(?:e|ing)(?: with us)?|accessibility|imprint|faq|help|jobs|careers|rss(?: feed)?)(?:\s*[|·•]\s*.{1,160})
            get outlook for \w+
            \d{1,5} [\w .#-]{3,60}, [\w .-]{2,40}, [a-z]{2} \d{5}(?:-\d{4})?
            <?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}>?
        """,
        AsideKind.RELATED: r"""
            about the (?:author|reviewer|writer|critic)s?: .{2,60}
            more:\S.{1,160}
        """,
    }
)
"""Labels that are plainly the site's, but only below or above a review."""

LAST_SENTENCES = _forms(
    {
        AsideKind.NAVIGATION: r"""
            like review\?
            \W*this (?:article|review|piece|essay) (?:was )?(?:originally|first) (?:appeared|published|ran) .{1,140}
            you can follow this (?:conversation|discussion) by .{1,100}
            from wikipedia, the free encyclopedia|for other uses, see .{1,80}
            (?:this |the )?page (?:was )?last (?:updated|modified|revised|changed)(?: on)?:? .{4,40}
            you are (?:our )?visitor (?:number |no\.? ?|# ?)?\d[\d,. ]*
            (?:visitors?|visitor counter|page ?views|hits)(?: so far)?:? \d[\d,. ]*
            (?:(?:this |the )?(?:site|page) (?:is )?)?best (?:viewed|seen|experienced) (?:at|in|on|with|using) .{0,30}(?:\d{3}|netscape|explorer|firefox|chrome|mozilla|browser|resolution).{0,30}
        """,
        AsideKind.NOTICE: rf"""
            (?:get|receive) .{{1,60}} (?:by e-?mail|in your inbox|newsletters?|e-?news)\b.{{0,60}}
            join the (?:discussion|conversation)|keep scrolling .{{1,60}}
            never miss an? (?:post|review|article|update|story)(?: again)?
            ready for more\?
            if you (?:enjoyed|liked?) (?:it|this(?: (?:post|review|article|essay|piece|newsletter|issue|story|episode))?|what you(?:['’]re| are|['’]ve)? (?:read|reading|see))(?: here)?, (?:please |do |why not |consider |you can |feel free to )*(?:forward|shar(?:e|ing)|subscrib(?:e|ing)|tell|tip|follow|support)(?:ing)?(?: (?:it|this|us|me|{_FRIENDS}|(?:our|my|the|this) {_OURS}))?(?: (?:by|on|via|at|to|with|here|through|below)(?: (?:{_FRIENDS}|(?:an? |the |our |my )?(?:{_OURS}|{_NETWORK}|e-?mail|rss|subscribing|sharing)\b.{{0,60}}))?)?
            (?:sign up|subscribe)(?: here)? for more(?: like this)?
        """,
        AsideKind.FOOTER: r"""
            sent (?:from|via|with) (?:my )?(?:i(?:phone|pad|pod)|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry|windows|outlook|yahoo|gmail|proton ?mail|(?:mobile )?phone|mobile|tablet)\b.{0,60}
            (?:envoyé de mon|von meinem|enviado desde mi|inviato da(?:l mio)?) (?:i(?:phone|pad)|android|samsung|smartphone|handy|móvil)\b.{0,30}
        """,
        AsideKind.COMMENT: r"""
            (?:please )?(?:let (?:us|me) know|tell (?:us|me)|sound off|have your say|share your (?:thoughts|views|opinions))(?: what you (?:think|thought))? (?:in|via) the comments?(?: section)?(?: below)?
        """,
    }
)
"""Sentences that are the site's below or above a review."""

FOOTER_ENDS = re.compile(
    rf"(?:.{{0,100}}[^\w\s] ?|(?:©|\(c\)|copyright\b).{{0,100}} )?all rights reserved(?:(?:[.|·•;]| [-–—]) ?.{{0,80}})?|(?:.{{0,100}}\W)?powered by {_ENGINE}(?:\.\w+)?(?: vip| v?\d[\d.]*)?(?: ?[.,|•·&(–—-].{{0,40}}| and .{{1,40}})?"
)
"""What may stand behind other words in the last line of a page."""

LEADS_IN = re.compile(
    r"(?:did you )?(?:enjoy|enjoyed|enjoying|like|liked|love|loved) (?:reading )?(?:this|our|my|the) (?:review|article|post|page|site|blog|story|piece)\?|what (?:do|did) you think(?: (?:of|about) .{1,60})?\?|(?:do you )?(?:dis)?agree\?"
)
"""A question that is the site's if what follows it is."""

COPYRIGHT = re.compile(
    r"(?:©|\([Cc]\)|[Cc]opyright\b|COPYRIGHT\b)\W*(?:\([Cc]\)\W*)?(?:by )?(?P<rest>.{4,160})"
)
"""Its rest is the owner and the years."""

SUPPORTED = " is a reader-supported publication"
"""What a newsletter says of itself, behind its name."""

COOKIES = re.compile(
    r"(?:we(?: and our (?:\d+ )?(?:third[- ]party )?partners)? (?:use|store|set)|(?:this|our|the) (?:web ?)?site (?:uses|stores|sets)|by (?:continuing|using)\b.{0,40}\b(?:site|website|page|browse|browsing)\b|wir (?:verwenden|nutzen|setzen)\b|nous utilisons\b|utilizamos\b|utilizziamo\b).{0,80}\bcookies?\b",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"\b(?:consent|accept|polic|settings|your experience|your preferences|agree|partners|akzeptier|zustimm|einverstanden|accept|acept|accett)",
    re.IGNORECASE,
)
