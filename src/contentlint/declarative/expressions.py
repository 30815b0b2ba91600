"""Finds what regular expressions fit, in a time that grows with the text alone: RE2 runs away from nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, Generic, TypeVar

from contentlint.declarative.phrases import Found
from contentlint.declarative.problems import DeclarationError
from contentlint.rules.base import Message

V = TypeVar("V")

_LONGEST: Final = 2000
_WORD: Final = re.compile(r"\w")
_LETTER: Final = r"\pL\pN_"

_BAD: Final = Message(
    en="This expression cannot be used: {reason}.",
    nl="Deze uitdrukking is niet te gebruiken (melding in het Engels): {reason}.",
)
_LOOKS_AROUND: Final = Message(
    en="‘{sign}’ is not supported, since it can make a check last for hours. Use ‘except’ for what must not count.",
    nl="‘{sign}’ kan hier niet, want daarmee kan een controle uren duren. Gebruik ‘except’ voor wat niet mee mag tellen.",
)
_TOO_LONG: Final = Message(
    en="This expression is longer than {limit} characters. Write it as several.",
    nl="Deze uitdrukking is langer dan {limit} tekens. Maak er meerdere van.",
)
_FITS_NOTHING: Final = Message(
    en="This expression also fits where there is nothing at all. Make sure that it needs a character.",
    nl="Deze uitdrukking past ook waar helemaal niets staat. Zorg dat er minstens één teken nodig is.",
)
_UNSUPPORTED: Final = re.compile(r"\(\?<?[=!]|\(\?>|\\[1-9]")


class ExpressionFinder(Generic[V]):
    """Finds what expressions fit.

    Args:
        expressions: expressions as RE2 has them, each with what is to be said of it.
        exact: whether capitals must be as they are written.
        whole_words: whether a match may not begin or end within a word.

    Raises:
        DeclarationError: an expression that cannot be used; ``check_expression`` tells which.
    """

    def __init__(self, expressions: Iterable[tuple[str, V]], *, exact: bool = False, whole_words: bool = True) -> None:
        self._whole_words: Final = whole_words
        self._compiled: Final = [
            (_compile(_bounded(one) if whole_words else f"({one})", exact=exact), value) for one, value in expressions
        ]

    def find(self, text: str) -> Iterator[Found[V]]:
        """Yield what is found, expression by expression, from left to right."""
        for compiled, value in self._compiled:
            for match in compiled.finditer(text):
                start, end = match.span(1)
                if start < end and not (self._whole_words and _within_word(text, start, end)):
                    yield Found(start, end, value, tuple(group or "" for group in match.groups()))


def check_expression(expression: str) -> None:
    """Look whether an expression can be used.

    Raises:
        DeclarationError: it cannot.
    """
    if len(expression) > _LONGEST:
        raise DeclarationError(_TOO_LONG(limit=_LONGEST))
    if sign := _UNSUPPORTED.search(expression.replace("\\\\", "")):
        raise DeclarationError(_LOOKS_AROUND(sign=sign[0]))
    if _compile(expression, exact=True).fullmatch(""):
        raise DeclarationError(_FITS_NOTHING())


def groups_of(expression: str) -> int:
    """Return how many parts an expression sets apart with brackets."""
    return int(_compile(expression, exact=True).groups)


def _bounded(expression: str) -> str:
    # RE2 cannot look ahead, and its \b knows English letters only: what it lets through is looked at once more.
    return rf"(?:^|[^{_LETTER}]|\b)({expression})(?:\b|$|[^{_LETTER}])"


def _within_word(text: str, start: int, end: int) -> bool:
    return bool(
        (start and _WORD.match(text[start - 1]) and _WORD.match(text[start]))
        or (end < len(text) and _WORD.match(text[end]) and _WORD.match(text[end - 1]))
    )


def _compile(expression: str, *, exact: bool) -> Any:
    import re2  # noqa: PLC0415 - only for rules with expressions

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = exact
    try:
        return re2.compile(expression, options)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise DeclarationError(_BAD(reason=text)) from None
