"""Rules about words that must not be there, and about how often they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Final

from contentlint.declarative.declared import EXACT, IGNORE, DeclaredRule, Problems, read_phrases
from contentlint.declarative.expressions import ExpressionFinder, check_expression
from contentlint.declarative.phrases import Found, PhraseFinder
from contentlint.declarative.problems import DeclarationError, DeclarationProblem
from contentlint.document import Prose
from contentlint.rules.base import Message, Violation

Finder = PhraseFinder[None] | ExpressionFinder[None]

CHARACTERS: Final = "characters"
WORDS: Final = "words"
COUNTED: Final = (CHARACTERS, WORDS)
"""What can be counted without naming it."""

_COUNTED_WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")

_NOTHING: Final = Message(
    en="This rule says nothing to look for. Give it ‘words’ or ‘patterns’.",
    nl="Deze regel zegt niet waarnaar te zoeken. Geef hem ‘words’ of ‘patterns’.",
)
_NO_LIMIT: Final = Message(
    en="This rule has no limit. Give it ‘max’, ‘min’, or both.",
    nl="Deze regel heeft geen grens. Geef hem ‘max’, ‘min’ of allebei.",
)
_COUNTS_BOTH: Final = Message(
    en="‘count’ and a list of words are two different things to count. Take one of them out.",
    nl="‘count’ en een lijst met woorden zijn twee verschillende dingen om te tellen. Haal er één weg.",
)
_CROSSED: Final = Message(
    en="‘min’ is greater than ‘max’, so nothing would ever be right.",
    nl="‘min’ is groter dan ‘max’, dus dan is niets ooit goed.",
)


def read_finders(values: Mapping[str, Any], problems: Problems) -> tuple[Finder, ...]:
    """Return what finds the words and the expressions of a declaration."""
    exact = values.get("case", IGNORE) == EXACT
    finders: list[Finder] = []
    if words := read_phrases(values.get("words", ()), ("words",), problems):
        finders.append(PhraseFinder([(word, None) for word in words], exact=exact))
    patterns = []
    for index, pattern in enumerate(values.get("patterns", ())):
        try:
            check_expression(pattern)
            patterns.append((pattern, None))
        except DeclarationError as error:
            problems.append(DeclarationProblem(("patterns", index), error.message))
    if patterns:
        finders.append(ExpressionFinder(patterns, exact=exact, whole_words=values.get("whole-words", True)))
    return tuple(finders)


def _find(finders: Sequence[Finder], text: str) -> Iterator[Found[None]]:
    for finder in finders:
        yield from finder.find(text)


class Existence(DeclaredRule):
    """Reports what its words and expressions find."""

    gaps: ClassVar = ("found",)
    finders: ClassVar[tuple[Finder, ...]] = ()

    @classmethod
    def read(cls, values: Mapping[str, Any], problems: Problems) -> dict[str, object]:
        if not (values.get("words") or values.get("patterns")):
            problems.append(DeclarationProblem((), _NOTHING()))
        return {"finders": read_finders(values, problems)}

    def check_piece(self, piece: Prose) -> Iterator[Violation]:
        for found in self.allowed(piece, _find(self.finders, piece.text)):
            span = piece.span_of(found.start, found.end)
            yield self.violation(span, self.said(found=piece.text[found.start : found.end]))


class Occurrence(DeclaredRule):
    """Reports a part of the page in which something stands too often or not often enough."""

    gaps: ClassVar = ("count", "limit")
    finders: ClassVar[tuple[Finder, ...]] = ()
    counted: ClassVar[str | None] = None
    least: ClassVar[int] = 0
    most: ClassVar[int | None] = None

    @classmethod
    def read(cls, values: Mapping[str, Any], problems: Problems) -> dict[str, object]:
        least, most, counted = values.get("min", 0), values.get("max"), values.get("count")
        named = bool(values.get("words") or values.get("patterns"))
        if "min" not in values and most is None:
            problems.append(DeclarationProblem((), _NO_LIMIT()))
        elif most is not None and least > most:
            problems.append(DeclarationProblem(("min",), _CROSSED()))
        if counted is None and not named:
            problems.append(DeclarationProblem((), _NOTHING()))
        elif counted is not None and named:
            problems.append(DeclarationProblem(("count",), _COUNTS_BOTH(), at_key=True))
        return {"finders": read_finders(values, problems), "counted": counted, "least": least, "most": most}

    def check_piece(self, piece: Prose) -> Iterator[Violation]:
        places = self._places(piece)
        count = len(places)
        if self.most is not None and count > self.most:
            start, end = places[self.most]
            # Of what is counted one by one all that is too much is marked.
            span = piece.span_of(start, places[-1][1] if self.counted else end)
            yield self.violation(span, self.said(count=count, limit=self.most))
        elif count < self.least:
            yield self.violation(piece.span, self.said(count=count, limit=self.least))

    def _places(self, piece: Prose) -> list[tuple[int, int]]:
        if self.counted == CHARACTERS:
            return [(index, index + 1) for index in range(len(piece.text))]
        if self.counted == WORDS:
            return [match.span() for match in _COUNTED_WORD.finditer(piece.text)]
        found = self.allowed(piece, _find(self.finders, piece.text))
        return sorted({(one.start, one.end) for one in found})
