"""Rules about capitals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from contentlint.declarative.declared import DeclaredRule, Problems
from contentlint.declarative.letters import miscased
from contentlint.declarative.phrases import Found
from contentlint.document import Prose
from contentlint.language.packs import language_pack
from contentlint.rules.base import Violation


class Casing(DeclaredRule):
    """Reports capitals where a style has none, and where one is missing."""

    gaps: ClassVar = ("found", "instead")
    style: ClassVar[str]

    @classmethod
    def read(cls, values: Mapping[str, Any], problems: Problems) -> dict[str, object]:  # noqa: ARG003 - as the base has it
        return {"style": values["style"]}

    def check_piece(self, piece: Prose) -> Iterator[Violation]:
        found = miscased(piece.text, self.style, piece.language, self._is_common(piece.language))
        for one in self.allowed(piece, (Found(start, end, better) for start, end, better in found)):
            yield self.replacing(piece, one.start, one.end, (one.value,))

    def _is_common(self, language: str) -> Callable[[str], bool]:
        """Return what tells names from words: a dictionary where there is one, and the words of the site."""
        pack = language_pack(language)
        own = {word.partition("/")[0] for word in (*self.page.words, *self.document.words)}

        def is_common(word: str) -> bool:
            names = {known for known in own if known.lower() == word}
            return not (names and word not in names) and (pack is None or pack.accepts(word))

        return is_common
