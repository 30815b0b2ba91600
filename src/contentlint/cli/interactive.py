"""``contentlint check --interactive``: goes through what can be mended, and asks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TextIO

from contentlint.cli.files import Desk
from contentlint.config import ConfigError
from contentlint.engine.revising import Offer, Revision
from contentlint.engine.runner import shown_path
from contentlint.engine.silencing import problem_with_reason
from contentlint.engine.writing import WriteRefusedError
from contentlint.outputs.display import shown
from contentlint.outputs.full import Output
from contentlint.outputs.results import View
from contentlint.rules.base import BoundMessage, Message
from contentlint.rules.system_errors import reason_of

_CHOOSE_ONE: Final = Message(en="1 mend", nl="1 herstellen")
_CHOOSE: Final = Message(en="1-{last} mend", nl="1-{last} herstellen")
_SKIP: Final = Message(en="s skip", nl="s overslaan")
_WORD: Final = Message(en="w add the word to the list", nl="w woord in de woordenlijst zetten")
_IGNORE: Final = Message(en="i ignore here", nl="i hier negeren")
_UNDO: Final = Message(en="u undo", nl="u ongedaan maken")
_QUIT: Final = Message(en="q quit", nl="q stoppen")
_WHY: Final = Message(en="Why may it stay?", nl="Waarom mag het blijven staan?")
_NOT_UNDERSTOOD: Final = Message(en="Please answer with one of the signs.", nl="Antwoord met een van de tekens.")
_NOTHING_TO_UNDO: Final = Message(en="There is nothing to undo.", nl="Er is niets om ongedaan te maken.")
_UNDONE: Final = Message(en="Undone, in {path}.", nl="Ongedaan gemaakt, in {path}.")
_WORD_ADDED: Final = Message(en="Added to {path}.", nl="Toegevoegd aan {path}.")
_NO_PLACE: Final = Message(
    en="No comment can stand here without changing the page, so nothing was written.",
    nl="Hier kan geen commentaar staan zonder de pagina te veranderen; er is niets geschreven.",
)
_CHANGED: Final = Message(
    en="The file was changed meanwhile or lies outside this folder, so nothing was written.",
    nl="Het bestand is intussen veranderd of ligt buiten deze map; er is niets geschreven.",
)
_NOT_WRITTEN: Final = Message(en="That could not be written: {reason}.", nl="Dat kon niet geschreven worden: {reason}.")
_DONE: Final = Message(
    en="Done. Decisions written: {count}. Look over what changed before you publish.",
    nl="Klaar. Beslissingen geschreven: {count}. Kijk na wat er veranderd is voordat je publiceert.",
)
_STOPPED: Final = Message(en="Stopped; nothing was changed.", nl="Gestopt; er is niets veranderd.")
_UNCHANGED: Final = Message(en="Done; nothing was changed.", nl="Klaar; er is niets veranderd.")
_NOTHING: Final = Message(en="There was nothing to decide.", nl="Er was niets te beslissen.")


class Conversation:
    """Shows one finding after another and does what is answered.

    Args:
        revision: the way through the findings.
        desk: tells about the run.
        stream: where findings and questions are shown.
        view: how.
    """

    def __init__(self, revision: Revision, desk: Desk, stream: TextIO, view: View) -> None:
        self._revision: Final = revision
        self._desk: Final = desk
        self._stream: Final = stream
        self._view: Final = view

    def hold(self) -> None:
        """Go on until there is nothing left, or the person stops: with q, or with the end of the input."""
        ending = _NOTHING
        try:
            while (offer := self._revision.offer()) is not None:
                ending = _STOPPED
                self._show(offer)
                if not self._answered(offer):
                    break
                ending = _UNCHANGED
        except KeyboardInterrupt:  # all decisions so far are written
            self._stream.write("\n")
        finally:
            self._revision.close()
        count = self._revision.changes
        self._desk.say(_DONE(count=count) if count else ending())

    def _show(self, offer: Offer) -> None:
        Output(self._stream, self._view).add(offer.result)
        for number, choice in enumerate(offer.choices, 1):
            self._stream.write(f"  {number}  {shown(choice.title.render(self._view.language))}\n")

    def _answered(self, offer: Offer) -> bool:
        """Ask until something is done about a finding; return False when the person wants to stop."""
        question = self._question(offer)
        while True:
            answer = self._ask(question)
            if answer is None or answer.lower() == "q":
                return False
            act = self._act(offer, answer.lower())
            if act is None:
                self._say(_NOT_UNDERSTOOD())
                continue
            try:
                if act():
                    return True
            except WriteRefusedError:
                self._say(_CHANGED())
                return True  # the file is read anew
            except ConfigError as error:
                self._say(error.problems[0].message)
            except OSError as error:
                self._say(_NOT_WRITTEN(reason=reason_of(error)))

    def _question(self, offer: Offer) -> str:
        last = len(offer.choices)
        known = [_CHOOSE(last=last) if last > 1 else _CHOOSE_ONE()] if last else []
        known += [_SKIP(), *([_WORD()] if offer.word else []), _IGNORE()]
        known += [*([_UNDO()] if self._revision.changes else []), _QUIT()]
        return ", ".join(one.render(self._view.language) for one in known) + ": "

    def _act(self, offer: Offer, answer: str) -> Callable[[], bool] | None:
        """Return what an answer asks for; it returns whether the finding is done with. None when it is no answer."""
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer[:3]) <= len(offer.choices):
            return lambda: self._take(offer, int(answer))
        if answer == "w" and offer.word:
            return lambda: self._add_word(offer)
        return {
            "": lambda: self._skip(offer),
            "s": lambda: self._skip(offer),
            "i": lambda: self._ignore(offer),
            "u": self._undo,
        }.get(answer)

    def _take(self, offer: Offer, number: int) -> bool:
        self._revision.take(offer, offer.choices[number - 1])
        return True

    def _skip(self, offer: Offer) -> bool:
        self._revision.skip(offer)
        return True

    def _add_word(self, offer: Offer) -> bool:
        self._say(_WORD_ADDED(path=shown_path(self._revision.add_word(offer))))
        return True

    def _ignore(self, offer: Offer) -> bool:
        reason = self._ask(_WHY().render(self._view.language) + " ")
        if reason is None:
            return False
        if problem := problem_with_reason(reason):
            self._say(problem)
            return False
        if self._revision.silence(offer, reason):
            return True
        self._say(_NO_PLACE())
        return False

    def _undo(self) -> bool:
        path = self._revision.undo()
        self._say(_NOTHING_TO_UNDO() if path is None else _UNDONE(path=shown_path(path)))
        return path is not None

    def _ask(self, question: str) -> str | None:
        """Return the answer to a question, without spaces around it; None at the end of the input."""
        self._stream.write(question)
        self._stream.flush()
        line = sys.stdin.readline()
        if not line:
            self._stream.write("\n")
            return None
        return line.strip()

    def _say(self, message: BoundMessage) -> None:
        self._stream.write(f"{shown(message.render(self._view.language))}\n")
