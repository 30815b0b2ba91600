"""Finds words and phrases in a text, however many there are, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, Generic, TypeVar

from contentlint.declarative.problems import DeclarationError
from contentlint.rules.base import Message
from contentlint.text.records import NamedTuple

V = TypeVar("V")

_WORD: Final = re.compile(r"\w+")
_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_SPACE: Final = r"[\s\u00a0]+"
# Part of a longer word, an address or a tag: ‘plan’ in ‘plan-b’, ‘plan’s’, ‘plan.nl’, ‘AI-plan’, ‘:plan:’ and ‘#plan’.
_NOT_WITHIN_BEFORE: Final = r"(?<![\w@#/:=])(?<!\w[-'’.])"
_NOT_WITHIN_AFTER: Final = r"(?!\w|[-'’.@/=]\w)"

_MOST: Final = 1000

_BAD_BRACES: Final = Message(
    en="In ‘{given}’ the braces do not match. Write forms as in ‘benut{{,ten}}’.",
    nl="In ‘{given}’ kloppen de accolades niet. Schrijf vormen als in ‘benut{{,ten}}’.",
)
_EMPTY: Final = Message(
    en="‘{given}’ leaves a form without a letter or a sign. Fill it in.",
    nl="‘{given}’ levert een vorm zonder letter of teken op. Vul die in.",
)
_TOO_MANY: Final = Message(
    en="‘{given}’ stands for more than {most} forms. Write it as several entries.",
    nl="‘{given}’ staat voor meer dan {most} vormen. Schrijf er meerdere regels van.",
)


class Found(NamedTuple, Generic[V]):
    """A place in a text, and what was said of the phrase or expression that fits there.

    ``groups`` are the parts that an expression sets apart with brackets, the whole first.
    """

    start: int
    end: int
    value: V
    groups: tuple[str, ...] = ()


def expand(phrase: str) -> tuple[str, ...]:
    """Return the forms that a phrase stands for: ``benut{,ten}`` is *benut* and *benutten*.

    Raises:
        DeclarationError: braces that do not match, a form that is empty, or too many forms.
    """
    parts = _BRACES.split(phrase)
    if any(sign in part for part in parts[::2] for sign in "{}"):
        raise DeclarationError(_BAD_BRACES(given=phrase))
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    count = 1
    for choice in choices:
        count *= len(choice)
        if count > _MOST:
            raise DeclarationError(_TOO_MANY(given=phrase, most=_MOST))
    forms = tuple(" ".join("".join(chosen).split()) for chosen in product(*choices))
    if not all(forms):
        raise DeclarationError(_EMPTY(given=phrase))
    return forms


class PhraseFinder(Generic[V]):
    """Finds phrases as whole words; of phrases that begin alike the longest counts.

    White space of any kind fits a space, and a straight apostrophe a curly one. The time does not grow with the number of
    phrases, but with those that begin with one and the same word.

    Args:
        phrases: the phrases, each with what is to be said of it.
        exact: whether capitals must be as they are written.
    """

    def __init__(self, phrases: Iterable[tuple[str, V]], *, exact: bool = False) -> None:
        self._by_word: Final[dict[str, list[tuple[re.Pattern[str], V]]]] = {}
        self._others: Final[list[tuple[re.Pattern[str], V]]] = []
        flags = re.NOFLAG if exact else re.IGNORECASE
        trimmed = [(" ".join(phrase.split()), value) for phrase, value in phrases]
        for phrase, value in sorted(trimmed, key=lambda one: -len(one[0])):
            pattern = _SPACE.join(re.escape(word) for word in phrase.split()).replace("’", "'").replace("'", "['’]")
            if _WORD.match(phrase[-1]):
                pattern += _NOT_WITHIN_AFTER
            if first := _WORD.match(phrase):
                compiled = re.compile(_NOT_WITHIN_BEFORE + pattern, flags)
                self._by_word.setdefault(first[0].casefold(), []).append((compiled, value))
            else:
                self._others.append((re.compile(pattern, flags), value))

    def find(self, text: str) -> Iterator[Found[V]]:
        """Yield what is found, from left to right and without overlap."""
        found = [*self._words(text), *self._signs(text)] if self._others else self._words(text)
        done = 0
        for one in sorted(found, key=lambda one: (one.start, -one.end)) if self._others else found:
            if one.start >= done:
                yield one
                done = one.end

    def _words(self, text: str) -> Iterator[Found[V]]:
        by_word = self._by_word
        if by_word:
            for word in _WORD.finditer(text):
                for pattern, value in by_word.get(word[0].casefold(), ()):
                    if match := pattern.match(text, word.start()):
                        yield Found(match.start(), match.end(), value, (match[0],))
                        break

    def _signs(self, text: str) -> Iterator[Found[V]]:
        for pattern, value in self._others:
            for match in pattern.finditer(text):
                yield Found(match.start(), match.end(), value, (match[0],))
