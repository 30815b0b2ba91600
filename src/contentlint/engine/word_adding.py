"""Adds words to the lists of words of a site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from contentlint.config import Settings
from contentlint.config.files import read_source
from contentlint.config.word_lists import language_of_list, usual_file, with_entries
from contentlint.engine.writing import replace_file
from contentlint.text.records import NamedTuple


class AddedWords(NamedTuple):
    """What became of words.

    Attributes:
        path: the list.
        added: those that were not in it yet.
        name: the list as the settings would name it.
        is_read: whether the settings name it, or would find it by themselves.
    """

    path: Path
    added: tuple[str, ...]
    name: str
    is_read: bool


def list_for(settings: Settings, language: str) -> str:
    """Return the list in which words for a language belong, relative to the settings' root."""
    own = (name for name in settings.word_files if language_of_list(name) == language)
    return next(own, usual_file(language))


def add_words(settings: Settings, language: str, words: Sequence[str]) -> AddedWords:
    """Add words to the list for a language, which is made when there is none.

    Raises:
        ConfigError: the list that is there cannot be read.
        OSError: it cannot be written.
    """
    name = list_for(settings, language)
    path = settings.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    source = read_source(path)
    text, added = with_entries(source.text, words)
    if added:
        replace_file(path, source.to_bytes(), text.encode("utf-8"), settings.root)
    is_read = settings.load_again is None or name in settings.load_again().word_files
    return AddedWords(path, added, name, is_read)
