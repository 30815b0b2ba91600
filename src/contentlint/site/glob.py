"""Hugo's patterns for names, such as ``*feature*`` and ``img/{a,b}-??.jpg``.

Sources: https://gohugo.io/quick-reference/glob-patterns/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from contentlint.text.records import NamedTuple

_ANY: Final = 0
_ONE: Final = 1
_CHARACTER: Final = 2
_SET: Final = 3
_SPLIT: Final = 4
_MATCH: Final = 5
_MAXIMUM: Final = 1000


class GlobError(ValueError):
    """A pattern that Hugo refuses."""


class _State(NamedTuple):
    """A step of the matching machine; ``crosses`` says whether it takes a slash too."""

    kind: int
    character: str = ""
    ranges: tuple[tuple[str, str], ...] = ()
    negated: bool = False
    crosses: bool = False
    targets: tuple[int, ...] = ()


class Glob:
    """A compiled pattern; letters match in either case, and ``*``, ``?`` and sets stop at a slash.

    Matching takes time proportional to the length of the name times that of the pattern, whatever the pattern.

    Raises:
        GlobError: a bracket or brace that is not closed, or a pattern of more than 1000 characters.
    """

    def __init__(self, pattern: str) -> None:
        if len(pattern) > _MAXIMUM:
            message = f"the pattern has more than {_MAXIMUM} characters"
            raise GlobError(message)
        self._pattern: Final = pattern.lower()
        self._states: Final[list[_State]] = []
        end = self._compile(0, depth=0)
        if end != len(self._pattern):
            message = "a brace is closed that was not opened"
            raise GlobError(message)
        self._states.append(_State(_MATCH))

    def _compile(self, at: int, *, depth: int) -> int:
        """Append the states of a sequence from ``at``; return where it ends (a comma or brace inside braces)."""
        pattern = self._pattern
        states = self._states
        while at < len(pattern):
            character = pattern[at]
            if depth and character in ",}":
                return at
            at += 1
            if character == "*":
                crosses = pattern.startswith("*", at)
                while pattern.startswith("*", at):
                    at += 1
                states.append(_State(_ANY, crosses=crosses))
            elif character == "?":
                states.append(_State(_ONE))
            elif character == "[":
                at = self._compile_set(at)
            elif character == "{":
                at = self._compile_choice(at, depth + 1)
            elif character == "}":
                return at - 1
            else:
                if character == "\\" and at < len(pattern):
                    character = pattern[at]
                    at += 1
                states.append(_State(_CHARACTER, character))
        if depth:
            message = "a brace is not closed"
            raise GlobError(message)
        return at

    def _compile_set(self, at: int) -> int:
        pattern = self._pattern
        negated = pattern.startswith(("!", "^"), at)
        at += negated
        end = pattern.find("]", at + 1)
        if end < 0:
            message = "a square bracket is not closed"
            raise GlobError(message)
        ranges = []
        while at < end:
            if at + 2 < end and pattern[at + 1] == "-":
                ranges.append((pattern[at], pattern[at + 2]))
                at += 3
            else:
                ranges.append((pattern[at], pattern[at]))
                at += 1
        self._states.append(_State(_SET, ranges=tuple(ranges), negated=negated))
        return end + 1

    def _compile_choice(self, at: int, depth: int) -> int:
        if depth > 20:
            message = "braces are nested too deeply"
            raise GlobError(message)
        states = self._states
        split = len(states)
        states.append(_State(_SPLIT))
        starts: list[int] = []
        ends: list[int] = []
        while True:
            starts.append(len(states))
            at = self._compile(at, depth=depth)
            ends.append(len(states))
            states.append(_State(_SPLIT))
            at += 1
            if self._pattern[at - 1] == "}":
                break
        states[split] = _State(_SPLIT, targets=tuple(starts))
        for end in ends:
            states[end] = _State(_SPLIT, targets=(len(states),))
        return at

    def _close(self, wanted: set[int]) -> set[int]:
        """Return the states reachable without taking a character."""
        reached: set[int] = set()
        waiting = list(wanted)
        while waiting:
            number = waiting.pop()
            if number in reached:
                continue
            reached.add(number)
            state = self._states[number]
            if state.kind == _SPLIT:
                waiting += state.targets
            elif state.kind == _ANY:
                waiting.append(number + 1)
        return reached

    def matches(self, name: str) -> bool:
        """Whether the whole name fits the pattern."""
        current = self._close({0})
        for character in name.lower():
            following: set[int] = set()
            for number in current:
                state = self._states[number]
                if state.kind == _CHARACTER:
                    if state.character == character:
                        following.add(number + 1)
                elif state.kind == _ANY:
                    if state.crosses or character != "/":
                        following.add(number)
                elif state.kind == _ONE:
                    if character != "/":
                        following.add(number + 1)
                elif state.kind == _SET and character != "/":
                    inside = any(low <= character <= high for low, high in state.ranges)
                    if inside != state.negated:
                        following.add(number + 1)
            if not following:
                return False
            current = self._close(following)
        return any(self._states[number].kind == _MATCH for number in current)


@lru_cache(maxsize=512)
def compile_glob(pattern: str) -> Glob:
    """Return the compiled pattern.

    Raises:
        GlobError: Hugo would refuse the pattern.
    """
    return Glob(pattern)
