"""Runs every check over the prose of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from contentlint.language.findings import Piece
from contentlint.language.grammar.findings import GrammarFinding, Topic
from contentlint.language.grammar.repeats import MAY_REPEAT, may_repeat, repeats

if TYPE_CHECKING:
    from contentlint.language.grammar.dutch import DutchChecks

_WORDS: Final = re.compile(r"[^\W\d_]+")


def check_grammar(pieces: Sequence[Piece]) -> Iterator[GrammarFinding]:
    """Yield the mistakes in pieces of prose, piece by piece in order of place.

    Dutch is checked for everything, English for repeated words only; other languages are passed over.
    """
    texts = [piece.text for piece in pieces]
    repeating = may_repeat(texts)
    page: frozenset[str] = frozenset()
    checks: DutchChecks | None = None
    for number, piece in enumerate(pieces):
        language = piece.language.partition("-")[0].lower()
        if language not in MAY_REPEAT:
            continue
        found: list[GrammarFinding] = []
        if repeating and may_repeat((piece.text,)):
            found += (
                GrammarFinding(number, start, end, Topic.WORD_REPEATED, "repeated", (word,), certain)
                for start, end, word, certain in repeats(piece.text, language)
            )
        if language == "nl":
            if checks is None:
                from contentlint.language.grammar.dutch import dutch_checks  # noqa: PLC0415 - loads the tables of Dutch

                checks = dutch_checks()
                page = frozenset(map(str.lower, _WORDS.findall("\n".join(texts))))
            found += checks.check(number, piece, page)
        yield from sorted(found, key=lambda finding: finding.start)
