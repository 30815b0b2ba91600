"""Goes through the findings of files one by one, for a person who decides. Every decision is written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.engine.choices import Choice, choices_for
from contentlint.engine.results import FileResult
from contentlint.engine.runner import Checker
from contentlint.engine.silencing import silence
from contentlint.engine.word_adding import add_words, list_for
from contentlint.engine.writing import WriteRefusedError, replace_file
from contentlint.language.packs import SPELLED
from contentlint.rules.base import BoundMessage, Family, Violation
from contentlint.rules.spelling.entry import what_is_wrong
from contentlint.text import Edit, apply_edits
from contentlint.text.records import NamedTuple


class Offer(NamedTuple):
    """A finding for which something can be chosen.

    Attributes:
        result: the file, with this finding alone.
        violation: the finding.
        choices: the ways to mend it, best first.
        word: the word that may go into the site's list of words; empty when it is no matter of words.
    """

    result: FileResult
    violation: Violation
    choices: tuple[Choice, ...]
    word: str


class _Place(NamedTuple):
    """How far the way through the files is: the file, the offset in it, and what was passed over there."""

    file: int = 0
    offset: int = 0
    passed: frozenset[tuple[int, str, BoundMessage]] = frozenset()


class _Change(NamedTuple):
    """A file as it was and as it was written, and the place to go back to; ``before`` is None when there was no file."""

    path: Path
    before: bytes | None
    after: bytes
    place: _Place


class Revision:
    """The way through the findings of files.

    Args:
        files: the files, in order.
        load: reads the settings; again when words were added.
        narrow: leaves out of results what is not to be shown.
    """

    def __init__(
        self,
        files: Sequence[Path],
        load: Callable[[], Settings],
        narrow: Callable[[Settings, Iterable[FileResult]], Iterable[FileResult]],
    ) -> None:
        self._files: Final = files
        self._load: Final = load
        self._narrow: Final = narrow
        self._settings = load()
        self._checker = Checker(self._settings)
        self._place = _Place()
        self._result: FileResult | None = None
        self._changes: Final[list[_Change]] = []

    def close(self) -> None:
        """End what was started."""
        self._checker.close()

    @property
    def changes(self) -> int:
        """How many decisions were written and not undone."""
        return len(self._changes)

    def offer(self) -> Offer | None:
        """Return the next finding for which something can be chosen; None at the end."""
        while self._place.file < len(self._files):
            for violation in sorted(self._here().violations, key=lambda one: one.span):
                if violation.span.start < self._place.offset or _key(violation) in self._place.passed:
                    continue
                choices, word = tuple(choices_for(violation)), self._word(violation)
                if choices or word:
                    return Offer(self._here()._replace(violations=(violation,)), violation, choices, word)
            self._place = _Place(self._place.file + 1)
            self._result = None
        return None

    def _here(self) -> FileResult:
        """Return what is found in the file at the place."""
        if self._result is None:
            path = self._files[self._place.file]
            (self._result,) = self._narrow(self._settings, [self._checker.check_file(path)])
        return self._result

    def _word(self, violation: Violation) -> str:
        language = self._here().language.partition("-")[0].lower()
        word = self._here().source[violation.span]
        if violation.rule.family is not Family.SPELLING or language not in SPELLED or what_is_wrong(word, language):
            return ""
        return word

    def skip(self, offer: Offer) -> None:
        """Pass over a finding."""
        place = self._place
        passed = {key for key in place.passed if key[0] >= offer.violation.span.start}
        self._place = place._replace(
            offset=offer.violation.span.start, passed=frozenset({*passed, _key(offer.violation)})
        )

    def take(self, offer: Offer, choice: Choice) -> None:
        """Mend a finding.

        Raises:
            WriteRefusedError: the file changed meanwhile, or is not ours to write. It is read anew for the next offer.
            OSError: the system refuses.
        """
        self._write(offer, choice.edits)

    def silence(self, offer: Offer, reason: str) -> bool:
        """Write a comment that silences a finding, and return whether there is a place for one.

        Raises:
            WriteRefusedError: the file changed meanwhile, or is not ours to write. It is read anew for the next offer.
            OSError: the system refuses.
        """
        path = self._files[self._place.file]
        done = silence(
            offer.result.source,
            [offer.violation],
            reason,
            lambda source: self._checker.check_source(source, path).violations,
            self._settings.registry,
        )
        if done.edits:
            self._write(offer, done.edits)
        return bool(done.edits)

    def add_word(self, offer: Offer) -> Path:
        """Add the word of a finding to the site's list, and return the list.

        Raises:
            ConfigError: the list cannot be read.
            OSError: it cannot be written.
        """
        language = self._here().language.partition("-")[0].lower()
        path = self._settings.root / list_for(self._settings, language)
        before = path.read_bytes() if path.exists() else None
        path = add_words(self._settings, language, [offer.word]).path
        self._changes.append(_Change(path, before, path.read_bytes(), self._place))
        self._start_anew()
        return path

    def undo(self) -> Path | None:
        """Take back the last decision that was written, go back to it, and return the file; None when there is none.

        Raises:
            WriteRefusedError: the file was changed since then, so it was left alone.
            OSError: the system refuses.
        """
        if not self._changes:
            return None
        change = self._changes[-1]
        if change.before is None:
            if change.path.read_bytes() != change.after:
                message = f"{change.path} has changed since it was written"
                raise WriteRefusedError(message)
            change.path.unlink()
        else:
            replace_file(change.path, change.after, change.before, self._settings.root)
        self._changes.pop()
        self._place = change.place
        self._start_anew()
        return change.path

    def _start_anew(self) -> None:
        self._checker.close()
        self._settings = self._load()
        self._checker = Checker(self._settings)
        self._result = None

    def _write(self, offer: Offer, edits: Sequence[Edit]) -> None:
        path = self._files[self._place.file]
        source = offer.result.source
        self._result = None
        before, after = source.to_bytes(), apply_edits(source.text, edits).encode("utf-8")
        replace_file(path, before, after, self._settings.root)
        self._changes.append(_Change(path, before, after, self._place))

        def moved(offset: int) -> int:
            return offset + sum(
                len(edit.replacement) - (edit.span.end - edit.span.start) for edit in edits if edit.span.end <= offset
            )

        passed = frozenset((moved(start), rule, message) for start, rule, message in self._place.passed)
        self._place = self._place._replace(offset=moved(offer.violation.span.start), passed=passed)


def _key(violation: Violation) -> tuple[int, str, BoundMessage]:
    return violation.span.start, violation.rule.name, violation.message
