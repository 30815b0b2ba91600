"""Whether a page has the place that ``#fragment`` names."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from contentlint.document import DefinitionTerm, Document, plain_text
from contentlint.document.anchors import slug

if TYPE_CHECKING:
    from contentlint.document.facts import DocumentFacts
    from contentlint.site.site import Site

_ID: Final = re.compile(r"""\b(?:id|name)\s*=\s*["']?([^\s"'<>{}]+)""")
_LIMIT: Final = 1_000_000
_FOOTNOTE: Final = re.compile(r"fn(?:ref)?\d*:")


def term_ids(document: Document) -> frozenset[str]:
    """Return the ids that the terms of definition lists get where the settings ask for them."""
    found: set[str] = set()
    taken = set(document.anchors)
    for node in document.markdown.nodes:
        if isinstance(node, DefinitionTerm) and (base := slug(plain_text(node))):
            name, number = base, 0
            while name in taken:
                number += 1
                name = f"{base}-{number}"
            taken.add(name)
            found.add(name)
    return frozenset(found)


def _fold(name: str) -> str:
    """Return an id without accents and signs, in lower case."""
    import unicodedata  # noqa: PLC0415 - only when something is missing

    return "".join(char for char in unicodedata.normalize("NFKD", name.lower()) if char.isalnum())


def _one_dash(name: str) -> str:
    """Return an id with one dash for each run of them, and none at its ends."""
    return "-".join(part for part in name.split("-") if part)


class FragmentOutcome(Enum):
    """Whether a page has a fragment."""

    PRESENT = "present"
    ABSENT = "absent"
    LIKELY_ABSENT = "likely-absent"  # the text has no such place; a theme that is not on disk might add it
    UNKNOWN = "unknown"


class Fragments:
    """Tells whether pages of a site have a fragment.

    Args:
        site: the site.
    """

    def __init__(self, site: Site) -> None:
        self._site: Final = site

    def find(self, facts: DocumentFacts, fragment: str) -> FragmentOutcome:
        """Return whether a page has the fragment.

        Args:
            facts: what is known of the page.
            fragment: what follows ``#``, percent-encoded or not.
        """
        name = unquote(fragment)
        if not name or name.lower() == "top" or name.startswith((":~:", "/", "!")) or _FOOTNOTE.match(name):
            return FragmentOutcome.PRESENT
        if name in facts.anchors or fragment in facts.anchors:
            return FragmentOutcome.PRESENT
        markup = self._site.markup
        if not facts.complete_anchors or not markup.auto_heading_id or markup.auto_id_type != "github":
            return FragmentOutcome.UNKNOWN
        if not markup.typographer and any(_one_dash(anchor) == _one_dash(name) for anchor in facts.anchors):
            return FragmentOutcome.UNKNOWN  # ids are made with Hugo's own typographer in mind, which takes dashes away
        if not self._site.is_hugo:
            # Other programs make ids in ways of their own.
            folded = _fold(name)
            alike = any(_fold(anchor) == folded for anchor in facts.anchors)
            return FragmentOutcome.UNKNOWN if alike else FragmentOutcome.LIKELY_ABSENT
        if self._own_heading_ids or name in self._template_ids:
            return FragmentOutcome.UNKNOWN
        return FragmentOutcome.ABSENT if self._site.complete else FragmentOutcome.LIKELY_ABSENT

    @staticmethod
    def similar(facts: DocumentFacts, fragment: str) -> tuple[str, ...]:
        """Return places of a page with a name like the fragment, the likeliest first."""
        import difflib  # noqa: PLC0415 - only when something is missing

        return tuple(difflib.get_close_matches(unquote(fragment).lower(), sorted(facts.anchors), n=3, cutoff=0.75))

    @cached_property
    def _own_heading_ids(self) -> bool:
        """Whether the site's templates give headings ids of their own making."""
        hook = self._site.render_hook("heading")
        return hook is not None and ".Anchor" not in hook

    @cached_property
    def _template_ids(self) -> frozenset[str]:
        """The ids that templates put on pages."""
        found: set[str] = set()
        for mount in self._site.components.mounts("layouts"):
            for path in self._site.files.walk(mount.source):
                data = self._site.files.read(path, _LIMIT)
                if data is not None:
                    found.update(_ID.findall(data.decode("utf-8", "replace")))
        return frozenset(found)
