"""What is known of a review of the reader's own, asked for one fact after the other."""

from dataclasses import dataclass, field
from functools import partial

from herreader.errors import OvertakenError, StoreError
from herreader.reading.facts import Facts, check
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.widgets.prompt import LEAVE, Asker

ASKED = {"title": "Title:", "byline": "Author:", "date_words": "Date:", "source": "Source:"}
"""The facts by their names, in the order in which they are asked for, each with its label."""


@dataclass(slots=True)
class _Form:
    """Facts that are being asked for: what was known of them, and what has been typed."""

    review: str
    before: Facts
    given: dict[str, str] = field(default_factory=dict)

    def known(self, fact: str) -> str:
        return getattr(self.before, fact) or ""

    def take(self, fact: str, words: str) -> None:
        """Take what was typed; FactError if a fact can't be that."""
        if words != self.known(fact):
            check(fact, words)
        self.given[fact] = words

    def changed(self) -> dict[str, str]:
        return {fact: words for fact, words in self.given.items() if words != self.known(fact)}

    def learn(self, now: Facts) -> None:
        """Take over what has become of the facts that the reader leaves alone."""
        mine, self.before = self.changed(), now
        self.given = {fact: mine.get(fact, self.known(fact)) for fact in self.given}


class FactCommands(Handler):
    """Changes what is known of the reader's own reviews."""

    def facts(self, _count: int | None) -> None:
        """Ask for the facts on a review."""
        review, library = self.own_review(), self.screen.reading.library
        if review is None or library is None:
            return

        self.attempt(lambda: self._ask(_Form(review.id, library.facts(review.id)), "title"))

    def _take(self, form: _Form, fact: str, entered: str) -> None:
        """Take a fact, and ask for the next; after the last, keep them all."""
        form.take(fact, entered)
        following = next((name for name in ASKED if name not in form.given), None)
        if following is not None:
            self._ask(form, following)
        else:
            self._end(form)

    def _take_last(self, form: _Form, fact: str, entered: str) -> None:
        """Take a fact, and keep what there is of them: the reader goes on elsewhere."""
        form.take(fact, entered)
        self._end(form)

    def _end(self, form: _Form) -> None:
        if form.changed():
            self._keep(form)
        else:
            self.screen.say("Nothing was changed.")

    def _ask(self, form: _Form, fact: str) -> None:
        words = form.given.get(fact, form.known(fact))
        number = [*ASKED].index(fact) + 1
        enter = "⏎ next" if number < len(ASKED) else "⏎ keeps"
        hint = f"{number} of {len(ASKED)} · {enter} · {LEAVE}"
        elsewhere = partial(self._take_last, form, fact)
        asker = Asker(partial(self._take, form, fact), elsewhere=elsewhere, tab_enters=True)
        self.screen.prompt.ask(asker, ASKED[fact], words, "unknown", hint=hint)

    def _keep(self, form: _Form) -> None:
        """Keep what was changed; what another window has changed is told before it is lost."""
        screen, reading = self.screen, self.screen.reading
        try:
            reading.edit(form.review, Facts(**form.changed()), form.before)
        except OvertakenError as error:
            screen.catch_up()
            if reading.library is None or not reading.has(form.review):
                raise
            form.learn(reading.library.facts(form.review))
            self._ask(form, "source")  # where it stood already, and maybe is another now
            message = f"{error.message} Enter puts what was typed here in its place."
            raise StoreError(error.title, message) from error
        screen.take_over()
        self.say_done("The facts are changed")
