"""What is known of a review of the reader's own, asked for one fact after the other."""

from dataclasses import dataclass, field

from herreader.model.room import Review
from herreader.reading.facts import FactError, Facts, check
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.widgets.prompt import LEAVE

NOT_OWN = "{} came with the room; this is for reviews of your own."
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

    _form: _Form | None = None

    def facts(self, _count: int | None) -> None:
        """Ask for the facts on a review."""
        review, library = self.own_review(), self.screen.reading.library
        if review is None or library is None:
            return

        def begin() -> None:
            self._form = _Form(review.id, library.facts(review.id))
            self._ask(self._form, "title")

        self.attempt(begin)

    def entered(self, purpose: str, value: str) -> None:
        """Take a fact, and ask for the next; ask again, with what was typed, if it can't be."""
        self.screen.set_focus(self.screen.page)
        form, fact = self._form, purpose.removeprefix("app.facts ")
        if form is None:
            return
        form.given[fact] = value
        following = next((name for name in ASKED if name not in form.given), None)
        if not self._can_be(form, fact):
            self._ask(form, fact)
        elif following is not None:
            self._ask(form, following)
        else:
            self._keep(form)

    def left(self, purpose: str) -> None:
        """Leave the facts as they were."""
        self._form = None
        super().left(purpose)

    def own_review(self) -> Review | None:
        """Give the imported review that is meant; tell if it is none."""
        screen = self.screen
        pane = screen.reviews_pane
        listed = pane.current() if screen.focused is pane else None
        meant = listed.id if listed else screen.review
        if not meant:
            return None
        if not screen.reading.is_imported(meant):
            screen.say(NOT_OWN.format(screen.reading.title_of(meant)))
            return None
        return screen.reading.review(meant)

    def _ask(self, form: _Form, fact: str) -> None:
        words = form.given.get(fact, form.known(fact))
        hint = f"{[*ASKED].index(fact) + 1} of {len(ASKED)} · {LEAVE}"
        self.screen.prompt.ask(f"app.facts {fact}", ASKED[fact], words, "unknown", hint=hint)

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
            return
        self._form = None
