"""In which language the text of a page is, and what tells so."""

from __future__ import annotations

import enum

from contentlint.language.detect import FUNCTION_WORDS, detect_language
from contentlint.site import Page
from contentlint.text.records import NamedTuple


class Telltale(enum.Enum):
    """What tells the language of a text."""

    FILE_NAME = "file-name"
    SITE = "site"
    TEXT = "text"
    NOTHING = "nothing"


class TextLanguage(NamedTuple):
    """A language such as ``nl``, empty when nothing tells it; and what does."""

    language: str
    told_by: Telltale


def language_of(page: Page, text: str) -> TextLanguage:
    """Return the language of a page's text.

    It is what the site says, unless the text is clearly in another language that we know. A file beside the content of a
    site is not in the site's language for being there. A language in the file's name counts for the text also where the
    site has no such language, and Hugo takes it for a part of the name.
    """
    suffix = page.path.rpartition("/")[2].split(".")[-2].lower() if page.path.count(".") > 1 else ""
    said = suffix if suffix in FUNCTION_WORDS else ""
    told_by = Telltale.FILE_NAME
    if not said:
        said = page.language if page.in_content or not page.site.is_hugo else ""
        told_by = Telltale.SITE if said else Telltale.NOTHING
    if said and said not in FUNCTION_WORDS:
        return TextLanguage(said, told_by)
    found = detect_language(text, margin=4 if said else 2)
    if found and found != said:
        return TextLanguage(found, Telltale.TEXT)
    return TextLanguage(said, told_by)
