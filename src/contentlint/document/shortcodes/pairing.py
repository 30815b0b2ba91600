"""Which closing tag closes which shortcode: Hugo's rules, and what an author is likely to have meant."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
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

    __slots__ = ("_by_tag", "pairs", "problems")

    def __init__(self, pairs: tuple[ShortcodePair, ...] = (), problems: tuple[ShortcodeProblem, ...] = ()) -> None:
        self.pairs: Final = pairs
        self.problems: Final = problems
        self._by_tag = {tag: pair for pair in pairs for tag in (pair.opening, pair.closing)}

    def of(self, tag: ShortcodeTag) -> ShortcodePair | None:
        """Return the pair that a tag opens or closes."""
        return self._by_tag.get(tag)

    def around(self, span: Span) -> ShortcodePair | None:
        """Return the innermost pair with a span between its tags."""
        index = bisect_right(self.pairs, span.start, key=lambda pair: pair.opening.span.start) - 1
        pair = self.pairs[index] if index >= 0 else None
        while pair is not None and not pair.inner.covers(span):
            pair = pair.parent
        return pair


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

    __slots__ = ("certain", "closing", "known", "opening", "parent")

    def __init__(self, opening: ShortcodeTag, parent: _Frame | None, *, known: bool) -> None:
        self.opening = opening
        self.parent = parent
        self.known = known
        self.certain = known
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
        pairs: dict[_Frame, ShortcodePair] = {}
        for frame in self.frames:
            if frame.closing is not None:
                parent = frame.parent
                while parent is not None and parent not in pairs:
                    parent = parent.parent
                pairs[frame] = ShortcodePair(frame.opening, frame.closing, pairs[parent] if parent else None)
        self.problems.sort(key=lambda problem: problem.span)
        return ShortcodePairs(tuple(pairs.values()), tuple(self.problems))

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
            if not frame.known:
                for outer in self.open:
                    outer.certain = False
            opening = frame.opening
            if not tag.name:
                self._report(_Kind.NAMELESS_CLOSING, tag, other=opening)
            elif tag.name != opening.name and tag.name in self.seen:
                self._cross(tag, frame)
            if tag.delimiter != opening.delimiter:
                self._report(_Kind.MIXED_DELIMITERS, tag, other=opening)
        elif (leaf := self.leaves.pop(tag.name, None)) is not None:
            self._report(_Kind.NOT_PAIRED, tag, other=leaf, certain=not self.undecided_leaf)
        elif self.seen and (tag.name in self.seen or not tag.name):
            # What was never opened at all the lexer has reported.
            self._report(_Kind.NOT_OPEN, tag, certain=not self.undecided_leaf)

    def _cross(self, tag: ShortcodeTag, frame: _Frame) -> None:
        """Report a closing tag that closes another shortcode, once for two tags that stand in each other's place."""
        names = (tag.name, frame.opening.name)
        if self.crossed[names]:
            self.crossed[names] -= 1
            return
        self.crossed[names[::-1]] += 1
        self._report(_Kind.CROSSING, tag, other=frame.opening, certain=frame.certain)

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
        certain = all(frame.certain for frame in self.open)
        for frame in self.frames:
            if frame.opening in unclosed:
                kind = _Kind.INLINE_UNCLOSED if frame.opening.inline else _Kind.UNCLOSED
                self._report(kind, frame.opening, certain=certain and frame.known)

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
