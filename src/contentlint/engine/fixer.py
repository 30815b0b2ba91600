"""Mends a text until nothing is left that may be mended by itself. No file access."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from contentlint.engine.parts import moved, touching
from contentlint.engine.safety import visible_difference
from contentlint.rules.base import Applicability, Fix, Violation
from contentlint.text import Edit, SourceText, Span, apply_edits
from contentlint.text.records import NamedTuple

MAXIMUM_ROUNDS: Final = 10
"""How often a text is mended and checked again."""


class Fixed(NamedTuple):
    """The outcome of mending a text.

    Attributes:
        source: the text as it is now; the very object that was given when nothing was mended.
        applied: the violations that were mended.
        refused: violations whose safe fix would have changed what readers see; it was not applied.
        conflict: names of rules whose fixes undo each other; empty when mending came to an end.
        parts: where the parts are now that alone were to be mended; None when all was.
    """

    source: SourceText
    applied: tuple[Violation, ...]
    refused: tuple[Violation, ...]
    conflict: tuple[str, ...]
    parts: Sequence[Span] | None = None


def fix_source(
    source: SourceText,
    check: Callable[[SourceText], Sequence[Violation]],
    allowed: frozenset[Applicability],
    parts: Sequence[Span] | None = None,
) -> Fixed:
    """Apply the allowed fixes in order of place, check again, and so on until nothing changes.

    A safe fix is applied only when the rendered page and the front matter's values stay as they were.

    Args:
        source: the text. One with undecodable bytes is left alone, for it could not be written back.
        check: returns the violations of a text.
        allowed: what may be applied; suggestions never are.
        parts: the parts of the text whose lines alone are mended; None for all of it.
    """
    applied: list[Violation] = []
    refused: list[Violation] = []
    if source.invalid:
        return Fixed(source, (), (), (), parts)
    current = source
    seen = {source.text}
    for _ in range(MAXIMUM_ROUNDS):
        known = {(violation.rule.name, violation.message) for violation in refused}
        candidates = [
            violation
            for violation in (check(current) if parts is None else touching(check(current), current, parts))
            if violation.fix is not None
            and violation.fix.applicability in allowed
            and violation.fix.applicability is not Applicability.SUGGESTION
            and (violation.rule.name, violation.message) not in known
        ]
        chosen = _without_overlap(candidates)
        done = _allowed(current.text, chosen, refused)
        if not done:
            break
        text = _mended(current.text, done)
        if text in seen:
            names = tuple(sorted({violation.rule.name for violation in done}))
            return Fixed(current, tuple(applied), tuple(refused), names, parts)
        seen.add(text)
        applied += done
        parts = parts and moved(parts, [edit for violation in done for edit in _edits(violation)])
        current = SourceText(text)
    else:
        names = tuple(sorted({violation.rule.name for violation in done}))
        return Fixed(current, tuple(applied), tuple(refused), names, parts)
    return Fixed(current, tuple(applied), tuple(refused), (), parts)


def _edits(violation: Violation) -> tuple[Edit, ...]:
    fix = violation.fix
    return fix.edits if isinstance(fix, Fix) else ()


def _without_overlap(violations: Iterable[Violation]) -> list[Violation]:
    """Return the violations whose edits touch none of an earlier one's; the others have their turn in the next round."""
    chosen: list[Violation] = []
    taken: list[Edit] = []
    for violation in sorted(
        violations, key=lambda violation: (min(_edits(violation), default=()), violation.rule.code)
    ):
        edits = _edits(violation)
        if edits and not any(_touches(edit, taken) for edit in edits):
            chosen.append(violation)
            for edit in edits:
                insort(taken, edit)
    return chosen


def _touches(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit touches one of a sorted row of edits that do not touch each other."""
    index = bisect_left(taken, edit)
    return any(
        edit.span.start <= other.span.end and other.span.start <= edit.span.end
        for other in taken[max(index - 1, 0) : index + 1]
    )


def _allowed(text: str, violations: Sequence[Violation], refused: list[Violation]) -> list[Violation]:
    """Return the violations that may be mended: of the safe ones those that are; add the others of them to ``refused``."""
    safe = [violation for violation in violations if _is_safe(violation)]
    if not safe or not visible_difference(text, _mended(text, safe)):
        return list(violations)
    kept = [violation for violation in safe if not visible_difference(text, _mended(text, [violation]))]
    # Together they may show what each alone does not; then none of them is to be trusted.
    if visible_difference(text, _mended(text, kept)):
        kept = []
    trusted = {id(violation) for violation in kept}
    refused += [violation for violation in safe if id(violation) not in trusted]
    return [violation for violation in violations if not _is_safe(violation) or id(violation) in trusted]


def _mended(text: str, violations: Iterable[Violation]) -> str:
    return apply_edits(text, [edit for violation in violations for edit in _edits(violation)])


def _is_safe(violation: Violation) -> bool:
    return violation.fix is not None and violation.fix.applicability is Applicability.SAFE
