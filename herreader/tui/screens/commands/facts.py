"""What is known of a review of the reader's own, asked for one fact after the other."""

from dataclasses import dataclass, field
from functools import partial

from herreader.reading.facts import FactError, Facts, check
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

    def changed(self) -> dict[str, str]:
        return {fact: words for fact, words in self.given.items() if words != self.known(fact)}


class FactCommands(Handler):
    """Changes what is known of the reader's own reviews."""

    def facts(self, _count: int | None) -> None:
        """Ask for the facts on a review."""
        review, library = self.own_review(), self.screen.reading.library
        if review is None or library is None:
            return

        self.attempt(lambda: self._ask(_Form(review.id, library.facts(review.id)), "title"))

    def _take(self, form: _Form, fact: str, entered: str) -> None:
        """Take a fact, and ask for the next; ask again, with what was typed, if it can't be."""
        form.given[fact] = entered
        following = next((name for name in ASKED if name not in form.given), None)
        if not self._can_be(form, fact):
            self._ask(form, fact)
        elif following is not None:
            self._ask(form, following)
        else:
            self._keep(form)

    def _ask(self, form: _Form, fact: str) -> None:
        words = form.given.get(fact, form.known(fact))
        hint = f"{[*ASKED].index(fact) + 1} of {len(ASKED)} · {LEAVE}"
        asker = Asker(partial(self._take, form, fact))
        self.screen.prompt.ask(asker, ASKED[fact], words, "unknown", hint=hint)

    def _can_be(self, form: _Form, fact: str) -> bool:
        if fact in form.changed():
            try:
                check(fact, form.given[fact])
            except FactError as error:
                self.screen.complain(error)
                return False
        return True

    def _keep(self, form: _Form) -> None:
        reading, changed = self.screen.reading, form.changed()
        if not changed:
            self.screen.say("Nothing was changed.")
        elif self.attempt(lambda: reading.edit(form.review, Facts(**changed))):
            self.say_done("The facts are changed")
        elif reading.has(form.review):
            self._ask(form, "source")  # so that Enter tries again with all that was typed
