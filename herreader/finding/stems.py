"""Words to stems: `writes`, `wrote` and `writing` are one, `neighbour` and `neighbor` too."""
# ruff: noqa: RUF001 (a curly apostrophe is what is looked for here)

_IRREGULAR = {
    form: base
    for line in """
        be is are was were been being am|begin began begun|bring brought|buy bought
        choose chose chosen|come came|draw drew drawn|drive drove driven|fall fell fallen
        feel felt|find found|forget forgot forgotten|forgive forgave forgiven|get got gotten
        give gave given|go goes went gone|grow grew grown|have has had having|hear heard
        hide hid hidden|hold held|keep kept|know knew known|lie lay lain lying lies
        leave left leaving leaves|lend lent|lose lost|make made|meet met|mean meant|pay paid
        read reading|ride rode|rise rose risen|run ran running|say said|see saw seen|sell sold
        send sent|shake shook shaken|shoot shot|sing sang sung|sit sat sitting|sleep slept
        speak spoke spoken|spend spent|steal stole stolen|sweep swept|swear swore sworn
        take took taken|teach taught|tell told|think thought|throw threw thrown|weep wept
        wake woke woken waking|write wrote written writing|woman women|man men|child children
        wife wives|foot feet|os oss oses|ai ais|grey gray|center centre|theater theatre
        life lives|die dying dies died|tie tying|talk talking|wolf wolves|tooth teeth
        breathe breathing breathes breathed|stare stares staring stared
        cry cries cried|try tries tried|marry married
    """.replace("\n", "|").split("|")
    if line.strip()
    for base, *forms in [line.split()]
    for form in (base, *forms)
}
_VOWELS = frozenset("aeiouy")
_LONG = 4


def stem(word: str) -> str:
    """Reduce a word to its stem; two forms of a word have one stem, mostly."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'")
    return _respelt(_uninflected(_IRREGULAR.get(word) or _singular(word)))


def _singular(word: str) -> str:
    if len(word) < _LONG or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _LONG:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _uninflected(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if len(root) < len(word) and len(root) > 2 and not _VOWELS.isdisjoint(root):
            if root[-1] == root[-2] and root[-1] not in "lsz":
                return root[:-1]
            return root + "e" if _lacks_e(root) else root.removesuffix("e")
    return word.removesuffix("e") if len(word) > _LONG else word


def _lacks_e(root: str) -> bool:
    """Whether `lov` of `loving` was `love`; short words keep their last letter: `note`, `not`."""
    first, middle, last = root[0], root[1], root[-1]
    short = len(root) == _LONG - 1
    return short and first not in _VOWELS and middle in _VOWELS and last not in _VOWELS | set("wx")


def _respelt(word: str) -> str:
    """Take British and American spellings together."""
    if len(word) > _LONG + 1:
        if "our" in word[2:]:
            word = word[:2] + word[2:].replace("our", "or")
        if word.endswith("iz"):
            word = word[:-2] + "is"
    return word
