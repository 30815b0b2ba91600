"""What all declared rules have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Any, ClassVar, Final

from contentlint.declarative.phrases import Found, PhraseFinder, expand
from contentlint.declarative.problems import DeclarationError, DeclarationProblem, Path
from contentlint.declarative.scopes import Scope, pieces
from contentlint.document import Document, Prose
from contentlint.rules.base import (
    REPLACE,
    Applicability,
    Fix,
    Message,
    Options,
    Rule,
    Violation,
    on,
)
from contentlint.text import Edit, Span

KEEP: Final = "keep"
IGNORE: Final = "ignore"
EXACT: Final = "exact"
CASES: Final = (KEEP, IGNORE, EXACT)
"""How capitals count: found in any case and replaced in the same one; found in any case and replaced as written; only as
written."""

FIXES: Final = (Applicability.SUGGESTION.value, Applicability.UNSAFE.value, "none")

_UNKNOWN_GAP: Final = Message(
    en="‘{{{gap}}}’ means nothing in this message. It can hold: {known}. A brace itself is written twice.",
    nl="‘{{{gap}}}’ betekent niets in deze melding. Dit kan wel: {known}. Een accolade zelf schrijf je dubbel.",
)
_BAD_GAPS: Final = Message(
    en="The braces in this message do not match. A brace itself is written twice.",
    nl="De accolades in deze melding kloppen niet. Een accolade zelf schrijf je dubbel.",
)

Problems = list[DeclarationProblem]


class DeclaredRule(Rule[Options]):
    """A rule made of a declaration; subclasses are made by ``build_rule``.

    Attributes:
        said: what it tells the editor.
        scopes: where it looks.
        exceptions: finds what must not be reported, nor what stands within it.
        fix: what may be done with a replacement; None for no fix.
    """

    gaps: ClassVar[tuple[str, ...]] = ()
    """The names that its message may hold."""

    said: ClassVar[Message]
    scopes: ClassVar[tuple[Scope, ...]] = ()
    exceptions: ClassVar[PhraseFinder[None] | None] = None
    fix: ClassVar[Applicability | None] = None

    @classmethod
    def read(cls, values: Mapping[str, Any], problems: Problems) -> dict[str, object]:
        """Return the attributes of the class for a declaration; what is wrong goes to ``problems``."""
        raise NotImplementedError

    def check_piece(self, piece: Prose) -> Iterator[Violation]:
        """Yield what is wrong in a part of the page."""
        raise NotImplementedError

    @on(Document)
    def check_document(self, document: Document) -> Iterator[Violation]:
        languages = self.info.languages
        seen: set[Span] = set()
        for scope in self.scopes:
            found: tuple[Prose, ...] = document.cached(scope, lambda scope=scope: tuple(pieces(document, scope)))  # type: ignore[misc]  # a default binds it
            for piece in found:
                if languages and piece.language.partition("-")[0].lower() not in languages:
                    continue
                for violation in self.check_piece(piece):
                    if violation.span not in seen:  # scopes may overlap
                        seen.add(violation.span)
                        yield violation

    def allowed(self, piece: Prose, found: Iterable[Found[Any]]) -> Iterator[Found[Any]]:
        """Yield what is found and stands in none of the exceptions."""
        excepted = [(one.start, one.end) for one in self.exceptions.find(piece.text)] if self.exceptions else []
        for one in found:
            if not any(start <= one.start and one.end <= end for start, end in excepted):
                yield one

    def replacing(
        self, piece: Prose, start: int, end: int, choices: tuple[str, ...], *, mends: bool = True
    ) -> Violation:
        """Return the violation for a part of a piece in whose place one of some texts could stand.

        Args:
            piece: the piece.
            start: where the part begins in its text.
            end: where it ends.
            choices: the texts.
            mends: whether they may be offered.
        """
        span = piece.span_of(start, end)
        found = piece.text[start:end]
        message = self.said(found=found, instead=_either(choices))
        # Where markup stands between the words, a replacement would take it away.
        if not mends or span.end - span.start != end - start or self.fix is None:
            return self.violation(span, message)
        fix: Fix | None = None
        if self.fix is Applicability.UNSAFE and len(choices) == 1:
            fix = self.unsafe_fix(REPLACE(new=choices[0]), Edit(span, choices[0]))
        return self.violation(span, message, suggestions=choices, fix=fix)


def _either(choices: tuple[str, ...]) -> str:
    return "’, ‘".join(choices)


def read_message(value: object, gaps: tuple[str, ...], path: Path, problems: Problems) -> Message:
    """Return a message in both languages; one that is written once holds for both.

    Args:
        value: the text, or texts by language.
        gaps: the names that may stand between braces.
        path: where it stands.
        problems: what is wrong with it goes here.
    """
    texts: dict[str, str] = value if isinstance(value, dict) else {"": str(value)}
    for language, text in texts.items():
        place = (*path, language) if language else path
        try:
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
            odd = [one for one in Formatter().parse(text) if one[2] or one[3]]
        except ValueError:
            problems.append(DeclarationProblem(place, _BAD_GAPS()))
            continue
        if odd and not set(names) - set(gaps):
            problems.append(DeclarationProblem(place, _BAD_GAPS()))
        for name in dict.fromkeys(names):
            if name not in gaps:
                known = ", ".join(f"{{{gap}}}" for gap in gaps) or "—"
                problems.append(DeclarationProblem(place, _UNKNOWN_GAP(gap=name, known=known)))
    return in_both(value)


def in_both(value: object) -> Message:
    """Return a text, or texts by language, as a message; one that is missing is said in the other language."""
    if isinstance(value, dict):
        en, nl = value.get("en"), value.get("nl")
        return Message(en=en or nl or "", nl=nl or en or "")
    return Message(en=str(value), nl=str(value))


def read_phrases(values: Iterable[str], path: Path, problems: Problems) -> list[str]:
    """Return the forms that a list of phrases stands for."""
    forms: list[str] = []
    for index, value in enumerate(values):
        try:
            forms += expand(value)
        except DeclarationError as error:
            problems.append(DeclarationProblem((*path, index), error.message))
    return forms
