"""A file with the findings that an old site may keep: they are known, and only what is new is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.config.files import MAXIMUM_SIZE, MissingFileError, read_source
from contentlint.config.problems import ConfigError, ConfigProblem
from contentlint.engine.baseline_file import Entry, entries_in, entry_of, to_bytes
from contentlint.engine.fingerprints import Fingerprint, fingerprint
from contentlint.engine.results import FileResult
from contentlint.engine.writing import replace_file, write_file
from contentlint.rules.base import Family, Message, Violation
from contentlint.rules.engine_rules import FILE_NOT_CHECKED, INTERNAL_ERROR
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

_FAILURES: Final = (INTERNAL_ERROR, FILE_NOT_CHECKED)
"""Rules that speak of the run and not of the page: they are never noted."""

_MISSING: Final = Message(
    en="There is no such baseline. Make it with: contentlint check --write-baseline {path}",
    nl="Deze baseline bestaat niet. Maak hem met: contentlint check --write-baseline {path}",
)
_TOO_LARGE: Final = Message(
    en="{count} findings are too many for a baseline ({limit} MB). Note fewer: with --select, or a folder at a time.",
    nl="{count} bevindingen zijn te veel voor een baseline ({limit} MB). Neem er minder op, met --select of map voor map.",
)


class _Likeness(NamedTuple):
    """What a violation and a noted finding must have in common, and whether that will do for a text that tells little."""

    common: Callable[[Fingerprint], tuple[str, ...]]
    any_text: bool = True


_LIKENESSES: Final = (
    _Likeness(lambda one: one),
    _Likeness(lambda one: (one.rule, one.what, one.after)),
    _Likeness(lambda one: (one.rule, one.what, one.before)),
    _Likeness(lambda one: (one.rule, one.what), any_text=False),
)
"""From all to only what they are about; a violation is the noted finding that it is most like."""


class Baseline:
    """The findings that are noted in a file, and which of them a run has met again.

    ``read`` or ``renew`` makes one.

    Attributes:
        path: the file.
        hidden: how many violations were left out of the results so far.
        renamed: how many noted findings stand in a file of another name by now.
    """

    def __init__(self, path: Path, settings: Settings, source: SourceText | None, entries: Iterable[Entry]) -> None:
        self.path: Final = path
        self.hidden = 0
        self.renamed = 0
        self._settings: Final = settings
        self._source: Final = source
        self._unmet: Final[dict[str, list[Entry]]] = {}
        self._met: Final[list[Entry]] = []
        self._checked: Final[set[str]] = set()
        self._failed: Final[set[str]] = set()
        for entry in entries:
            self._unmet.setdefault(entry.path, []).append(entry)

    @classmethod
    def read(cls, path: Path, settings: Settings) -> Baseline:
        """Read the findings that are noted in a file; paths in it start from the root of the settings.

        Raises:
            ConfigError: the file is not there, or is no baseline; with the place.
        """
        try:
            source = read_source(path)
        except MissingFileError:
            raise ConfigError((ConfigProblem(path, 0, 0, _MISSING(path=path)),)) from None
        return cls(path, settings, source, entries_in(path, source))

    @classmethod
    def renew(cls, path: Path, settings: Settings) -> Baseline:
        """Begin a file anew. What one that is there says of files that are not checked in this run is kept.

        Raises:
            ConfigError: the file that is there is not one of ours, so it is not to be overwritten.
        """
        try:
            source = read_source(path)
        except MissingFileError:
            return cls(path, settings, None, ())
        return cls(path, settings, source, entries_in(path, source, lenient=True))

    def of(self, path: Path) -> Baseline:
        """Return what is noted of one file, as if none of it was met yet."""
        name = self._settings.relative(path)
        entries = [*self._unmet.get(name, ()), *(entry for entry in self._met if entry.path == name)]
        if not entries:  # perhaps it had another name
            entries = [entry for path in self._gone for entry in self._unmet[path]]
        return Baseline(self.path, self._settings, self._source, entries)

    def without_known(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield results without the violations that are noted; each noted finding hides one.

        Of two of the same kind on a page, the one whose surroundings are as they were is the noted one.
        """
        for result in results:
            path = self._settings.relative(Path(result.path))
            self._checked.add(path)
            if any(violation.rule.name in _FAILURES for violation in result.violations):
                self._failed.add(path)
            if path not in self._unmet and result.violations:
                self._follow(result, path)
            kept = self._new(result, path) if path in self._unmet else result.violations
            self.hidden += len(result.violations) - len(kept)
            yield result._replace(violations=kept)

    def noting(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield results without the violations that can be noted, and note them. ``write`` stores what was noted."""
        for result in results:
            path = self._settings.relative(Path(result.path))
            noted = [violation for violation in result.violations if violation.rule.name not in _FAILURES]
            self._met.extend(entry_of(path, result.source, violation) for violation in noted)
            self.hidden += len(noted)
            self._checked.add(path)
            kept = tuple(violation for violation in result.violations if violation.rule.name in _FAILURES)
            yield result._replace(violations=kept)

    @cached_property
    def _gone(self) -> set[str]:
        """The files of noted findings that are not there any more."""
        return {path for path in self._unmet if not (self._settings.root / path).exists()}

    def _follow(self, result: FileResult, path: str) -> None:
        """Give a file of which nothing is noted the findings of the file that it was before it got another name.

        That is one which is gone, and of whose noted findings at least half stand here as they were.
        """
        if not self._gone:
            return
        here = Counter(fingerprint(result.source, violation) for violation in result.violations)
        alike = {old: (Counter(entry.fingerprint for entry in self._unmet[old]) & here).total() for old in self._gone}
        old = max(sorted(alike), key=lambda one: alike[one])
        if alike[old] * 2 >= len(self._unmet[old]):
            self._gone.remove(old)
            self._unmet[path] = [entry._replace(path=path) for entry in self._unmet.pop(old)]
            self.renamed += len(self._unmet[path])

    def _new(self, result: FileResult, path: str) -> tuple[Violation, ...]:
        """Return the violations that are not noted; the entries that hide the others are met."""
        unmet = self._unmet[path]
        prints = [fingerprint(result.source, violation) for violation in result.violations]
        known: set[int] = set()
        met: set[int] = set()
        for common, any_text in _LIKENESSES:
            alike: dict[tuple[str, ...], list[int]] = {}
            for place in reversed(range(len(unmet))):
                if place not in met and (any_text or unmet[place].is_telling):
                    alike.setdefault(common(unmet[place].fingerprint), []).append(place)
            for index, print_ in enumerate(prints):
                if index not in known and (same := alike.get(common(print_))):
                    known.add(index)
                    met.add(same.pop())
        self._met.extend(unmet[place] for place in met)
        self._unmet[path] = [entry for place, entry in enumerate(unmet) if place not in met]
        return tuple(violation for index, violation in enumerate(result.violations) if index not in known)

    def paid_off(self, *, whole_site: bool) -> Counter[str]:
        """Return how many noted findings are gone, by rule, and forget them.

        A finding is gone when its file is, or when its rule has looked at the file in this run and was silent. What
        rules about whole sites found is judged only when the whole site was checked, and LanguageTool, which may have
        failed, is not judged at all.
        """
        gone: Counter[str] = Counter()
        for path, entries in self._unmet.items():
            exists = (self._settings.root / path).exists()
            looked = self._looked(path, whole_site=whole_site) if exists else frozenset()
            left = [entry for entry in entries if exists and entry.rule not in looked]
            gone.update(entry.rule for entry in entries)
            gone.subtract(entry.rule for entry in left)
            self._met.extend(left)
        self._unmet.clear()
        return +gone

    def _looked(self, path: str, *, whole_site: bool) -> frozenset[str]:
        """Return the names of the rules whose silence about a file means that nothing is there."""
        if path not in self._checked or path in self._failed:
            return frozenset()
        return frozenset(
            chosen.entry.name
            for chosen in self._settings.for_path(path).rules
            if chosen.entry.family != Family.LANGUAGETOOL.value and (whole_site or not chosen.entry.about_site)
        )

    @property
    def size(self) -> int:
        """How many findings are noted."""
        return len(self._met) + sum(map(len, self._unmet.values()))

    def shrink(self) -> None:
        """Write the file without the findings that ``paid_off`` forgot, and with the names that files have now.

        Raises:
            WriteRefusedError: the file was changed meanwhile.
            OSError: the system refuses.
        """
        if self._source is not None:
            replace_file(self.path, self._source.to_bytes(), self._data(), self._settings.root)

    def write(self) -> None:
        """Write what was noted in this run.

        Raises:
            ConfigError: there is too much to note.
            OSError: the system refuses.
        """
        for path in [*self._unmet]:
            if path in self._checked or not (self._settings.root / path).exists():
                del self._unmet[path]
        data = self._data()
        if len(data) > MAXIMUM_SIZE:
            message = _TOO_LARGE(count=self.size, limit=MAXIMUM_SIZE // 2**20)
            raise ConfigError((ConfigProblem(self.path, 0, 0, message),))
        write_file(self.path, data)

    def _data(self) -> bytes:
        unmet = (entry for entries in self._unmet.values() for entry in entries)
        return to_bytes((*self._met, *unmet))
