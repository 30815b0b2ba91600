"""Which closing tag closes which shortcode: Hugo's rules, and what an author is likely to have meant."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from operator import itemgetter
from typing import Final

from contentlint.document.shortcodes.nodes import (
    ShortcodeProblem,
    ShortcodeProblemKind,
    ShortcodeScan,
    ShortcodeTag,
)
from contentlint.text import Span

_Kind = ShortcodeProblemKind


class ShortcodePair:
    """An opening tag, the tag that closes it, and what stands between them.

    Attributes:
        opening: the opening tag.
        closing: the closing tag.
        inner: the span between the two tags.
        parent: the pair around this one.
    """

    __slots__ = ("closing", "inner", "opening", "parent")

    def __init__(self, opening: ShortcodeTag, closing: ShortcodeTag, parent: ShortcodePair | None) -> None:
        self.opening: Final = opening
        self.closing: Final = closing
        self.inner: Final = Span(opening.span.end, closing.span.start)
        self.parent: Final = parent

    @property
    def span(self) -> Span:
        """Both tags and what stands between them."""
        return Span(self.opening.span.start, self.closing.span.end)


class ShortcodePairs:
    """The pairs of a page in order of their opening tags, and what is wrong with how its tags belong together."""

    __slots__ = ("_by_tag", "_innermost", "_places", "pairs", "problems")

    def __init__(self, pairs: tuple[ShortcodePair, ...] = (), problems: tuple[ShortcodeProblem, ...] = ()) -> None:
        self.pairs: Final = pairs
        self.problems: Final = problems
        self._by_tag = {tag: pair for pair in pairs for tag in (pair.opening, pair.closing)}
        borders: list[tuple[int, ShortcodePair | None]] = []
        for pair in pairs:
            borders += ((pair.inner.start, pair), (pair.inner.end, pair.parent))
        borders.sort(key=itemgetter(0))
        self._places = [place for place, _ in borders]
        self._innermost = [pair for _, pair in borders]

    def of(self, tag: ShortcodeTag) -> ShortcodePair | None:
        """Return the pair that a tag opens or closes."""
        return self._by_tag.get(tag)

    def around(self, offset: int) -> ShortcodePair | None:
        """Return the innermost pair that has a place between its tags."""
        index = bisect_right(self._places, offset) - 1
        return self._innermost[index] if index >= 0 else None


def pair_shortcodes(scan: ShortcodeScan, is_inner: Callable[[str], bool | None]) -> ShortcodePairs:
    """Pair the tags of a page as Hugo does.

    A closing tag closes the innermost shortcode that is open and takes content, whatever the names; whether a shortcode
    takes content is decided by its template.

    Args:
        scan: the tags.
        is_inner: tells of a name whether its template takes content; None when the template is not known. Then a later
            closing tag of that name decides, and no problem that depends on it is certain.
    """
    return _Pairing(scan, is_inner).run()


class _Frame:
    """A shortcode that is open."""

    __slots__ = ("closing", "known", "opening", "parent")

    def __init__(self, opening: ShortcodeTag, parent: _Frame | None, *, known: bool) -> None:
        self.opening = opening
        self.parent = parent
        self.known = known
        self.closing: ShortcodeTag | None = None


class _Pairing:
    def __init__(self, scan: ShortcodeScan, is_inner: Callable[[str], bool | None]) -> None:
        self.tags = scan.tags
        self.is_inner = is_inner
        self.closings_ahead = Counter(tag.name for tag in scan.tags if tag.closing)
        self.frames: list[_Frame] = []
        self.open: list[_Frame] = []
        self.problems: list[ShortcodeProblem] = []
        self.seen: set[str] = set()
        self.leaves: dict[str, ShortcodeTag] = {}
        self.undecided_leaf = False
        self.uncertain = 0
        self.crossed: Counter[tuple[str, str]] = Counter()
        self.mixed = {
            problem.tag: problem.span.start
            for problem in reversed(scan.problems)
            if problem.kind is _Kind.MIXED_PARAMETERS
        }

    def run(self) -> ShortcodePairs:
        for tag in self.tags:
            if tag.closing:
                self.closings_ahead[tag.name] -= 1
                self._close(tag)
            elif tag.name:
                self._begin(tag)
            else:
                self._report(_Kind.NAMELESS, tag)
        self._finish()
        nearest: dict[_Frame | None, ShortcodePair | None] = {None: None}
        pairs: list[ShortcodePair] = []
        for frame in self.frames:
            nearest[frame] = nearest[frame.parent]
            if frame.closing is not None:
                nearest[frame] = pair = ShortcodePair(frame.opening, frame.closing, nearest[frame.parent])
                pairs.append(pair)
        self.problems.sort(key=lambda problem: problem.span)
        return ShortcodePairs(tuple(pairs), tuple(self.problems))

    def _report(
        self,
        kind: ShortcodeProblemKind,
        tag: ShortcodeTag,
        *,
        other: ShortcodeTag | None = None,
        span: Span | None = None,
        offset: int | None = None,
        certain: bool = True,
    ) -> None:
        if offset is None:
            offset = self.open[0].opening.span.start if self.open else tag.span.start
        self.problems.append(ShortcodeProblem(kind, span or tag.span, offset, tag.name, tag, other, certain))

    def _begin(self, tag: ShortcodeTag) -> None:
        self.seen.add(tag.name)
        self._check_style(tag)
        inner = True if tag.inline else self.is_inner(tag.name)
        if tag.self_closing:
            if inner is False:
                self._report(_Kind.NOT_PAIRED, tag, span=tag.slash)
            return
        if inner is False or (inner is None and self.closings_ahead[tag.name] <= 0):
            self.leaves[tag.name] = tag
            self.undecided_leaf |= inner is None
            return
        frame = _Frame(tag, self.open[-1] if self.open else None, known=inner is not None)
        self.frames.append(frame)
        self.open.append(frame)

    def _check_style(self, tag: ShortcodeTag) -> None:
        """Report named beside positional parameters where a space before the equals sign hid it from the lexer."""
        for before, parameter in pairwise(tag.parameters):
            if (before.key is None) != (parameter.key is None):
                if parameter.span.start < self.mixed.get(tag, tag.content.end):
                    self._report(_Kind.MIXED_PARAMETERS, tag, span=parameter.span)
                return

    def _close(self, tag: ShortcodeTag) -> None:
        if self.open:
            frame = self.open.pop()
            frame.closing = tag
            certain = frame.known and len(self.open) >= self.uncertain
            # If the template of what was closed takes no text, the tag closed the one around it.
            self.uncertain = min(len(self.open), self.uncertain) if frame.known else len(self.open)
            opening = frame.opening
            if not tag.name:
                self._report(_Kind.NAMELESS_CLOSING, tag, other=opening)
            elif tag.name != opening.name and tag.name in self.seen:
                self._cross(tag, frame.opening, certain=certain)
            if tag.delimiter != opening.delimiter:
                self._report(_Kind.MIXED_DELIMITERS, tag, other=opening)
        elif (leaf := self.leaves.pop(tag.name, None)) is not None:
            self._report(_Kind.NOT_PAIRED, tag, other=leaf, certain=not self.undecided_leaf)
        elif self.seen and (tag.name in self.seen or not tag.name):
            # What was never opened at all the lexer has reported.
            self._report(_Kind.NOT_OPEN, tag, certain=not self.undecided_leaf)

    def _cross(self, tag: ShortcodeTag, opening: ShortcodeTag, *, certain: bool) -> None:
        """Report a closing tag that closes another shortcode, once for two tags that stand in each other's place."""
        names = (tag.name, opening.name)
        if self.crossed[names]:
            self.crossed[names] -= 1
            return
        self.crossed[names[::-1]] += 1
        self._report(_Kind.CROSSING, tag, other=opening, certain=certain)

    def _finish(self) -> None:
        if not self.open:
            return
        unclosed = {frame.opening for frame in self.open}
        meant = self._unclosed_by_name()
        if len(meant) == len(unclosed):
            # Hugo complains of the outermost; the one whose own closing tag is missing is the one to mend.
            unclosed = meant
            self.problems = [
                problem for problem in self.problems if problem.kind is not _Kind.CROSSING or problem.other not in meant
            ]
        certain = not self.uncertain and all(frame.known for frame in self.open)
        for frame in self.frames:
            if frame.known and frame.opening in unclosed:
                kind = _Kind.INLINE_UNCLOSED if frame.opening.inline else _Kind.UNCLOSED
                self._report(kind, frame.opening, certain=certain)

    def _unclosed_by_name(self) -> set[ShortcodeTag]:
        """Return the opening tags that stay open when every closing tag closes the last one of its own name."""
        openings = {frame.opening for frame in self.frames}
        stack: list[ShortcodeTag] = []
        open_names: Counter[str] = Counter()
        unclosed: set[ShortcodeTag] = set()
        for tag in self.tags:
            if tag in openings:
                stack.append(tag)
                open_names[tag.name] += 1
            elif tag.closing and stack and (not tag.name or open_names[tag.name]):
                while True:
                    last = stack.pop()
                    open_names[last.name] -= 1
                    if not tag.name or last.name == tag.name:
                        break
                    unclosed.add(last)
        return unclosed | set(stack)
