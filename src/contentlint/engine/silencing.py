"""Writes the comments that silence findings, where they change nothing for readers. No file access."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final

from contentlint.document import Document, Suppression
from contentlint.engine.comment_places import Place, PlaceKind, Places
from contentlint.engine.safety import visible_difference
from contentlint.engine.suppressing import NEVER_SILENCED
from contentlint.rules.base import BoundMessage, Message, Violation
from contentlint.rules.registry import Registry
from contentlint.text import Edit, SourceText, Span, apply_edits
from contentlint.text.records import NamedTuple

_FORBIDDEN: Final = ("-->", "--!>", "{{<", "{{%", "<!--", "\n", "\r")

_EMPTY: Final = Message(
    en="Say why: a reason helps whoever reads the comment later.",
    nl="Zeg waarom: een reden helpt wie het commentaar later leest.",
)
_BREAKS: Final = Message(
    en="The reason stands in a comment on the page, so it cannot hold {sign}.",
    nl="De reden komt in commentaar op de pagina te staan, dus {sign} kan er niet in.",
)
_LINE_END: Final = Message(en="a new line", nl="een nieuwe regel")


class Silenced(NamedTuple):
    """The outcome of silencing findings in a text.

    Attributes:
        source: the text with the comments; the very object that was given when there are none.
        edits: what was written into the text, by place.
        silenced: the violations that are silent now.
        left: those that no comment can silence without changing the page.
    """

    source: SourceText
    edits: tuple[Edit, ...]
    silenced: tuple[Violation, ...]
    left: tuple[Violation, ...]


def problem_with_reason(reason: str) -> BoundMessage | None:
    """Say why a reason cannot stand in a comment; None when it can."""
    if not reason.strip():
        return _EMPTY()
    sign = next((sign for sign in _FORBIDDEN if sign in reason), None)
    return None if sign is None else _BREAKS(sign=f"‘{sign}’" if sign.strip() else _LINE_END)


def silence(
    source: SourceText,
    violations: Sequence[Violation],
    reason: str,
    check: Callable[[SourceText], Sequence[Violation]],
    registry: Registry,
) -> Silenced:
    """Write comments that silence violations, each as near to its place as it can stand.

    What is written is held against the text as it was: the rendered page and the front matter's values stay the same,
    every violation is silent, and none is new. A comment that fails that is tried at a wider place: the line, the part of
    the page, the whole file.

    Args:
        source: the text.
        violations: what to silence; those about suppressions, and of rules that failed, stay.
        reason: why, for the comment; ``problem_with_reason`` finds nothing wrong with it.
        check: returns the violations of a text; those of rules about the whole site may be missing.
        registry: every rule there is.
    """
    return _Silencing(source, violations, " ".join(reason.split()), check, registry).run()


class _Wanted:
    """A violation to silence, and the places for its comment that were not tried yet, the nearest first."""

    __slots__ = ("places", "violation")

    def __init__(self, violation: Violation, places: Iterable[Place]) -> None:
        self.violation: Final = violation
        self.places: Final = list(places)


class _Silencing:
    def __init__(
        self,
        source: SourceText,
        violations: Sequence[Violation],
        reason: str,
        check: Callable[[SourceText], Sequence[Violation]],
        registry: Registry,
    ) -> None:
        self._source: Final = source
        self._reason: Final = reason
        self._check: Final = check
        self._registry: Final = registry
        self._violations: Final = violations
        first_break = source.text.find("\n")
        self._newline: Final = "\r\n" if first_break > 0 and source.text[first_break - 1] == "\r" else "\n"

    def run(self) -> Silenced:
        source = self._source
        places = Places(Document(source))
        wanted = [_Wanted(one, places.of(one.span)) for one in self._violations if one.rule.code not in NEVER_SILENCED]
        if source.invalid:
            wanted = []
        known = Counter((one.rule.name, one.span.start) for one in self._check(source)) if wanted else Counter()
        while wanted := [one for one in wanted if one.places]:
            edits = self._edits(wanted)
            written = _Written(source, edits, self._check, self._registry)
            failed = self._failed(wanted, written, known)
            if not failed:
                # A comment for the whole file may silence what had no place of its own.
                silent = {id(one) for one in self._violations if written.silences(one)}
                return Silenced(
                    written.source,
                    tuple(edits),
                    tuple(one for one in self._violations if id(one) in silent),
                    tuple(one for one in self._violations if id(one) not in silent),
                )
            for one in failed:
                del one.places[0]
        return Silenced(source, (), (), tuple(self._violations))

    def _edits(self, wanted: Iterable[_Wanted]) -> list[Edit]:
        """Return the edits that write a comment at the first place of each; one comment for what shares a place."""
        rules: dict[Place, set[str]] = {}
        for one in wanted:
            rules.setdefault(one.places[0], set()).add(one.violation.rule.name)
        # What goes to the same offset is written in this order: what opens and closes a part stands outside.
        pieces: list[tuple[int, int, str]] = []
        for place, names in rules.items():
            listed = ", ".join(sorted(names))
            comment = place.comment(f"contentlint-{place.kind.value} {listed} -- {self._reason}")
            if place.kind is PlaceKind.LINE:
                pieces.append((place.start, 0, f" {comment}"))
                continue
            outer = 0 if place.kind in (PlaceKind.FILE, PlaceKind.PART) else 1
            pieces.append((place.start, outer, f"{place.indent}{comment}{self._newline}"))
            if place.kind is PlaceKind.PART:
                closing = place.comment(f"contentlint-enable {listed}")
                pieces.append((place.end, 2, f"{self._newline}{place.indent}{closing}"))
        texts: dict[int, str] = {}
        for offset, _, text in sorted(pieces):
            texts[offset] = texts.get(offset, "") + text
        return [Edit(Span(offset, offset), text) for offset, text in texts.items()]

    def _failed(
        self, wanted: Sequence[_Wanted], written: _Written, known: Counter[tuple[str, int]]
    ) -> Sequence[_Wanted]:
        """Return those whose comment does not do, where it stands now."""

        def alone(one: _Wanted) -> _Written:
            return _Written(self._source, self._edits([one]), self._check, self._registry)

        if written.is_visible:
            return [one for one in wanted if alone(one).is_visible] or wanted
        if heard := [one for one in wanted if not written.silences(one.violation)]:
            return heard
        # A comment may give a rule something new to say.
        return [one for one in wanted if alone(one).news(known)] or wanted if written.news(known) else ()


class _Written:
    """A text with comments in it, and what is found there."""

    def __init__(
        self,
        before: SourceText,
        edits: Sequence[Edit],
        check: Callable[[SourceText], Sequence[Violation]],
        registry: Registry,
    ) -> None:
        self.source: Final = SourceText(apply_edits(before.text, edits))
        self._before: Final = before
        self._edits: Final = edits
        self._check: Final = check
        self._registry: Final = registry

    @property
    def is_visible(self) -> bool:
        """Whether readers see that the comments are there."""
        return bool(visible_difference(self._before.text, self.source.text))

    @cached_property
    def _found(self) -> set[tuple[str, int]]:
        return {(one.rule.name, one.span.start) for one in self._check(self.source)}

    @cached_property
    def _suppressions(self) -> Sequence[Suppression]:
        return Document(self.source).suppressions

    def _moved(self, offset: int) -> int:
        return offset + sum(len(edit.replacement) for edit in self._edits if edit.span.start <= offset)

    def silences(self, violation: Violation) -> bool:
        """Whether a violation of the text without the comments is silent."""
        name, start = violation.rule.name, self._moved(violation.span.start)
        rule = self._registry.get(name)
        if rule is None or not rule.about_site:
            return (name, start) not in self._found
        return any(
            suppression.scope is not None
            and suppression.scope.start <= start < max(suppression.scope.end, suppression.scope.start + 1)
            and any(reference.key == name for reference in suppression.rules)
            for suppression in self._suppressions
        )

    def news(self, known: Iterable[tuple[str, int]]) -> bool:
        """Whether something is found that is not known of the text without the comments."""
        return not self._found <= {(name, self._moved(start)) for name, start in known}
