"""What may stand in a list of words, in a file or in a page."""

from __future__ import annotations

from typing import Final

from contentlint.language.packs import language_pack
from contentlint.language.words import split_entry
from contentlint.rules.base import BoundMessage, Message

IN_LANGUAGE: Final = {
    "nl": Message(en="Dutch", nl="Nederlandse"),
    "en": Message(en="English", nl="Engelse"),
}
"""What a dictionary, or a text, is called by the tag of its language."""

_MORE_WORDS: Final = Message(
    en="‘{entry}’ is more than one word, and words are looked up one by one. List each by itself.",
    nl="‘{entry}’ is meer dan één woord, en woorden worden één voor één opgezocht. Noem ze elk apart.",
)
_NO_WORD: Final = Message(
    en="‘{entry}’ is no word. Write one word, or ‘word/model’ for a word that takes the forms of another.",
    nl="‘{entry}’ is geen woord. Schrijf één woord, of ‘woord/model’ voor een woord met de vormen van een ander.",
)
_NO_MODEL: Final = Message(
    en="The {language} dictionary does not know ‘{model}’, so ‘{word}’ cannot take its forms. Name a common word with the "
    "same endings.",
    nl="Het {language} woordenboek kent ‘{model}’ niet, dus ‘{word}’ krijgt die vormen niet. Noem een gewoon woord met "
    "zulke uitgangen.",
)


def what_is_wrong(entry: str, language: str) -> BoundMessage | None:
    """Return why something is no entry for a list of words in a language; None when it is one.

    Args:
        entry: ``word`` or ``word/model``, without white space around it.
        language: the tag of the language; empty for words of all languages.
    """
    word, model = split_entry(entry)
    parts = (word, model) if "/" in entry else (word,)
    if any(len(part.split()) > 1 for part in parts):
        return _MORE_WORDS(entry=entry)
    lettered = all(any(char.isalpha() for char in part) for part in parts)
    if "#" in entry or "/" in model or not lettered or not entry.isprintable():
        return _NO_WORD(entry=entry)
    pack = language_pack(language) if model else None
    if pack is not None and not pack.accepts(model):
        return _NO_MODEL(model=model, word=word, language=IN_LANGUAGE[pack.language])
    return None
