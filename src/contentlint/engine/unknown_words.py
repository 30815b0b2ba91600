"""Counts the words of a site that no dictionary knows, to tell jargon from mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from contentlint.engine.results import FileResult
from contentlint.language.distance import slip_cost
from contentlint.rules.spelling.entry import what_is_wrong
from contentlint.rules.spelling.unknown_word import SpellingUnknownWord
from contentlint.text.records import NamedTuple

_SLIP: Final = 1.3
"""A word that one slip of this cost makes of a known word is probably a mistake."""
_FIRM_SLIP: Final = 0.66
"""The same for a word that many files have: writers repeat a slip as small as this, but not a greater one."""
_MANY_FILES: Final = 5


class UnknownWord(NamedTuple):
    """A word that no dictionary knows.

    Attributes:
        word: the word as it stands most often; without the ’s of a possessive.
        language: the language of the pages that have it.
        times: how often it stands there.
        path: a file that has it, as it is shown to people.
        line: its first line in that file.
        column: where in that line.
        meant: the known word that was probably meant; empty when none is near.
    """

    word: str
    language: str
    times: int
    path: str
    line: int
    column: int
    meant: str


class _Seen:
    """One word, whatever its capitals."""

    def __init__(self, path: str, line: int, column: int) -> None:
        self.place: Final = (path, line, column)
        self.forms: Final[Counter[str]] = Counter()
        self.meant: Final[Counter[str]] = Counter()
        self.files: Final[set[str]] = set()

    def most(self, language: str) -> UnknownWord:
        """Return the word as most places have it."""
        ((word, _),) = self.forms.most_common(1)
        ((meant, _),) = self.meant.most_common(1)
        limit = _FIRM_SLIP if len(self.files) >= _MANY_FILES else _SLIP
        apart = meant.replace(" ", "") == word
        is_slip = meant and (apart or slip_cost(word.lower(), meant.lower(), {}, limit) < limit)
        return UnknownWord(word, language, self.forms.total(), *self.place, meant if is_slip else "")


def unknown_words(results: Iterable[FileResult]) -> list[UnknownWord]:
    """Return the words that ``spelling-unknown-word`` reports, by language, most frequent first.

    Words that cannot stand in a word list, since markup cuts through them, are left out.
    """
    seen: dict[tuple[str, str], _Seen] = {}
    for result in results:
        language = result.language.partition("-")[0].lower()
        for violation in result.violations:
            if violation.rule.name != SpellingUnknownWord.info.name:
                continue
            word = result.source[violation.span].replace("’", "'").removesuffix("'s")
            if what_is_wrong(word, language) or not all(char.isalpha() or char in "'-" for char in word):
                continue
            place = result.source.position(violation.span.start)
            one = seen.setdefault((language, word.lower()), _Seen(result.path, *place))
            one.forms[word] += 1
            one.meant[next(iter(violation.suggestions), "")] += 1
            one.files.add(result.path)
    found = [one.most(language) for (language, _), one in seen.items()]
    return sorted(found, key=lambda unknown: (unknown.language, -unknown.times, unknown.word.casefold()))
