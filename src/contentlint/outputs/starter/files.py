"""Which files the first settings of a site are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from contentlint.config.files import NAMES
from contentlint.config.word_lists import usual_file, with_entries
from contentlint.engine.survey.survey import WORD_TIMES, Survey
from contentlint.outputs.starter.schema import schema_file, schema_name
from contentlint.outputs.starter.settings import settings_file
from contentlint.outputs.starter.toml import comment
from contentlint.rules.base import Message

SETTINGS_NAME: Final = NAMES[0]
_WORDS: Final = Message(
    en="Words that no dictionary knows and that stand in the pages {times} times or more, as ‘contentlint init’ found them. "
    "Take away what is wrong, and add your own, one a line.",
    nl="Woorden die geen woordenboek kent en die {times} keer of vaker in de pagina’s staan, zoals ‘contentlint init’ ze vond. "
    "Haal weg wat niet klopt en zet je eigen woorden erbij, één per regel.",
)


def starter_files(
    survey: Survey, language: str, *, message_language: str | None, existing: Collection[str]
) -> dict[str, str]:
    """Return the texts of the files to write, by path relative to the folder of the site; the settings come last.

    Args:
        survey: what was seen of the site.
        language: the language of the comments.
        message_language: the language of messages that the settings are to name.
        existing: the word lists that are there already, by path; they are left alone.
    """
    files: dict[str, str] = {}
    for tongue, words in survey.words.items():
        if words and (name := usual_file(tongue)) not in existing:
            head = "\n".join(comment(_WORDS(times=WORD_TIMES), language))
            files[name] = with_entries(f"{head}\n\n", words).text
    for asked in survey.asked:
        if name := schema_name(asked):
            files[name] = schema_file(asked, language)
    files[SETTINGS_NAME] = settings_file(survey, language, message_language, existing)
    return files
