"""The ways to mend a violation, from which a person chooses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from contentlint.rules.base import REPLACE, BoundMessage, Message, Violation
from contentlint.text import Edit

_REMOVE: Final = Message(en="Take it out.", nl="Haal het weg.")


class Choice(NamedTuple):
    """One way to mend a finding: what it does, and the edits."""

    title: BoundMessage
    edits: tuple[Edit, ...]


def choices_for(violation: Violation) -> Iterator[Choice]:
    """Yield the ways to mend a violation, each once: its fix first, then its suggestions."""
    seen: list[tuple[Edit, ...]] = []
    if violation.fix is not None:
        seen.append(violation.fix.edits)
        yield Choice(violation.fix.title, violation.fix.edits)
    for text in violation.suggestions:
        edits = (Edit(violation.span, text),)
        if edits not in seen:
            seen.append(edits)
            yield Choice(REPLACE(new=text) if text else _REMOVE(), edits)
