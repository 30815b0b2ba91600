"""The front matter keys that Hugo and two of its themes know, and what each wants.

Sources: https://gohugo.io/content-management/front-matter/ and Hugo's ``hugolib/page__meta.go`` (0.168);
the documentation and templates of Congo (2.9) and Blowfish (2).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.site import Page


class Wanted(enum.Enum):
    """What a key wants for a value."""

    TEXT = "text"
    DATE = "date"
    BOOLEAN = "boolean"
    """Hugo casts the value: a word it does not know is false."""
    TRUTH = "truth"
    """A template tests the value: every text but the empty one is true."""
    NUMBER = "number"
    TEXTS = "texts"
    """A list of texts; a single text is split at white space."""
    TERMS = "terms"
    """The terms of a taxonomy; a single text is one term."""
    MAP = "map"
    SITEMAP = "sitemap"
    MAPS = "maps"
    MAP_OR_MAPS = "map-or-maps"
    MENUS = "menus"
    """The name of a menu, a list of them, or a map from their names to settings."""
    ANYTHING = "anything"


class KnownKey(NamedTuple):
    """A key as its owner writes it, and what it wants."""

    name: str
    wanted: Wanted


def _table(**names: str) -> Mapping[str, KnownKey]:
    """Return keys by their name in lower case, from names separated by spaces for each kind of value."""
    return {name.lower(): KnownKey(name, Wanted[kind]) for kind, listed in names.items() for name in listed.split()}


HUGO: Final = _table(
    TEXT="title linkTitle description summary slug url type layout markup translationKey",
    DATE="date lastmod modified publishDate pubdate published expiryDate unpublishdate",
    BOOLEAN="draft headless isCJKLanguage",
    NUMBER="weight",
    TEXTS="keywords aliases outputs",
    MAP="build params sites",
    SITEMAP="sitemap",
    MAPS="resources",
    MAP_OR_MAPS="cascade",
    MENUS="menu menus",
    ANYTHING="images videos audio series tags categories contentlint",
)

_CONGO_AND_BLOWFISH: Final = _table(
    TEXT="editURL externalUrl robots",
    TRUTH=(
        "editAppendPath groupByYear invertPagination showAuthor showBreadcrumbs showComments showDate showDateUpdated "
        "showEdit showHeadingAnchors showPagination showReadingTime showSummary showTableOfContents showTaxonomies "
        "showWordCount xml"
    ),
    ANYTHING="sharingLinks",
)

THEMES: Final[Mapping[str, Mapping[str, KnownKey]]] = {
    "congo": {
        **_CONGO_AND_BLOWFISH,
        **_table(TEXT="feature featureAlt cover coverAlt coverCaption thumbnail thumbnailAlt"),
    },
    "blowfish": {
        **_CONGO_AND_BLOWFISH,
        **_table(
            TEXT="featureimage featureimagecaption heroStyle imagePosition",
            TRUTH=(
                "hideFeatureImage layoutBackgroundBlur layoutBackgroundHeaderSpace seriesOpened showAuthorBottom "
                "showAuthorsBadges showHero showLikes showViews"
            ),
            NUMBER="series_order",
            ANYTHING="authors",
        ),
    },
}

PROSE_ENDINGS: Final = ("alt", "caption")
"""Keys with these endings hold text for readers, whoever reads them."""


def known_keys(page: Page) -> Mapping[str, KnownKey]:
    """Return the keys that mean something on a page, by name in lower case: Hugo's, the theme's, the taxonomies."""
    taxonomies = {plural: KnownKey(plural, Wanted.TERMS) for plural in page.site.taxonomies.values()}
    return {**HUGO, **taxonomies, **THEMES.get(page.site.theme, {})}


def is_prose(key: str) -> bool:
    """Whether a key, in lower case, holds text for readers."""
    return key in {"title", "linktitle", "description", "summary"} or key.endswith(PROSE_ENDINGS)
