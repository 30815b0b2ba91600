"""Word lists of a site or a page: words that editors accept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

_ENDINGS: Final = {
    "nl": (
        "s",
        "'s",
        "en",
        "n",
        "e",
        "er",
        "ers",
        "je",
        "jes",
        "tje",
        "tjes",
        "etje",
        "etjes",
        "t",
        "d",
        "de",
        "den",
        "te",
        "ten",
    ),
    "en": ("s", "'s", "es", "ed", "d", "ing", "er", "ers", "ly"),
}
_PREFIXES: Final = {"nl": ("", "ge"), "en": ("",)}


def split_entry(line: str) -> tuple[str, str]:
    """Return the word and its model, each empty when there is none, of a line; typographic apostrophes become straight."""
    entry = line.removeprefix("\ufeff").partition("#")[0].replace("’", "'")
    word, _, model = entry.partition("/")
    return word.strip(), model.strip()


class WordList:
    """Words that are right although no dictionary knows them.

    A line holds one word; what follows ``#`` is a comment. ``word/model`` accepts the forms of ``word`` that the dictionary has
    of ``model``: ``mastodonner/schrijver`` brings ``mastodonners`` along.

    Args:
        lines: the lines of the list.
    """

    __slots__ = ("_by_lower", "_models", "words")

    def __init__(self, lines: Iterable[str] = ()) -> None:
        words: set[str] = set()
        models: list[tuple[str, str]] = []
        for line in lines:
            word, model = split_entry(line)
            if word:
                words.add(word)
            if word and model:
                models.append((word, model))
        self.words: Final = frozenset(words)
        self._models: Final = tuple(models)
        self._by_lower: Final = {word.lower(): word for word in sorted(words)}

    def forms(self, language: str, exists: Callable[[str], bool]) -> frozenset[str]:
        """Return the words with the forms that their models have in a language.

        Args:
            language: ``nl`` or ``en``.
            exists: whether the dictionary of that language knows a word.
        """
        made = {
            prefix + word + ending
            for word, model in self._models
            for prefix in _PREFIXES.get(language, ())
            for ending in ("", *_ENDINGS.get(language, ()))
            if exists(prefix + model + ending)
        }
        return self.words | made if made else self.words

    def spelling_of(self, word: str) -> str | None:
        """Return how the list writes a word, when it has it with these letters."""
        return self._by_lower.get(word.replace("’", "'").lower())
