"""The languages whose spelling can be checked."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Final, Protocol

from contentlint.language.context import Context
from contentlint.language.findings import Level, Reason
from contentlint.text.records import NamedTuple


class Verdict(NamedTuple):
    """What a language says of a word that it does not accept; the fields are those of ``Finding``."""

    level: Level
    reason: Reason
    suggestions: tuple[str, ...]
    certainty: float


class LanguagePack(Hashable, Protocol):
    """The spelling of one language."""

    @property
    def language(self) -> str:
        """The tag of the language."""

    @property
    def joins_words(self) -> bool:
        """Whether words are joined into new ones without a space."""

    def accepts(self, word: str) -> bool:
        """Whether a word is right wherever it stands."""

    def judge(self, word: str, context: Context) -> Verdict | None:
        """Return what is wrong with a word that is not accepted; None when it is right after all, where it stands."""


def _dutch() -> LanguagePack:
    from contentlint.language.dutch.spelling import DutchSpelling  # noqa: PLC0415 - maps files

    return DutchSpelling()


def _english() -> LanguagePack:
    from contentlint.language.english import EnglishSpelling  # noqa: PLC0415 - maps files

    return EnglishSpelling()


_PACKS: Final[Mapping[str, Callable[[], LanguagePack]]] = {"nl": _dutch, "en": _english}

SPELLED: Final = tuple(_PACKS)
"""The tags of these languages."""


@lru_cache
def language_pack(tag: str) -> LanguagePack | None:
    """Return the spelling of a language by a tag such as ``nl`` or ``en-GB``; None for one without a dictionary."""
    build = _PACKS.get(tag.replace("_", "-").partition("-")[0].lower())
    return build() if build else None
