"""Runs every check over the prose of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from contentlint.language.findings import Piece
from contentlint.language.grammar.findings import GrammarFinding, Topic
from contentlint.language.grammar.repeats import MAY_REPEAT, any_repeats, repeats

if TYPE_CHECKING:
    from contentlint.language.grammar.dutch import DutchChecks

_WORDS: Final = re.compile(r"[^\W\d_]+")


def check_grammar(pieces: Sequence[Piece]) -> Iterator[GrammarFinding]:
    """Yield the mistakes in pieces of prose, piece by piece in order of place.

    Dutch is checked for everything, English for repeated words only; other languages are passed over.
    """
    by_language: dict[str, list[str]] = {}
    for piece in pieces:
        by_language.setdefault(piece.language, []).append(piece.text)
    repeating = {
        tag
        for tag, texts in by_language.items()
        if (language := _bare(tag)) in MAY_REPEAT and any_repeats(texts, language)
    }
    if not repeating and "nl" not in map(_bare, by_language):
        return
    page: frozenset[str] = frozenset()
    checks: DutchChecks | None = None
    for number, piece in enumerate(pieces):
        language = _bare(piece.language)
        found: list[GrammarFinding] = []
        if piece.language in repeating:
            found += (
                GrammarFinding(number, start, end, Topic.WORD_REPEATED, "repeated", (word,), certain)
                for start, end, word, certain in repeats(piece.text, language)
            )
        if language == "nl":
            if checks is None:
                from contentlint.language.grammar.dutch import dutch_checks  # noqa: PLC0415 - loads the tables of Dutch

                checks = dutch_checks()
                page = frozenset(map(str.lower, _WORDS.findall("\n".join(one.text for one in pieces))))
            found += checks.check(number, piece, page)
        yield from sorted(found, key=lambda finding: finding.start)


def _bare(tag: str) -> str:
    """Return the language of a tag, without its region."""
    return tag.partition("-")[0].lower()
