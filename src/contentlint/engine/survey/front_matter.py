"""What the front matter of the pages of a site has in common, by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from contentlint.config.keys import PAGE_KINDS
from contentlint.document import FrontMatter
from contentlint.engine.survey.values import KeyUse, present_entries
from contentlint.rules.front_matter.known_keys import HUGO, Wanted
from contentlint.site import Page
from contentlint.text.records import NamedTuple

ENOUGH: Final = 5
"""From how few pages nothing is concluded of what all must have."""
_SEEN_OFTEN: Final = 3
"""How many pages must have a key before its values say something of it."""
_NEARLY: Final = 0.8
_NEVER_ASKED: Final = frozenset(
    {"aliases", "build", "cascade", "contentlint", "draft", "expirydate", "headless", "resources", "unpublishdate"}
)
"""Keys that tell something of one page; that all have them does not mean that the next must."""

_CHECKED_ANYWAY: Final = frozenset(key for key, known in HUGO.items() if known.wanted is not Wanted.ANYTHING) | {
    "contentlint"
}
"""Keys whose values contentlint checks by itself."""


class GroupName(NamedTuple):
    """Pages for which one thing is asked; ``section`` is None for the pages of a kind in all sections."""

    section: str | None
    kind: str


class Nearly(NamedTuple):
    """A key that almost all pages have, and a page that lacks it."""

    key: str
    pages: int
    lacking: str


class Mixed(NamedTuple):
    """A key whose values are of several types: each with the number of pages, and a page that has it."""

    key: str
    types: tuple[tuple[str, int, str], ...]


class TypedKey(NamedTuple):
    """A key with the type of its values.

    Attributes:
        key: the key as most pages write it.
        type: a type of the short form of schemas.
        choices: the few texts that pages choose from; empty when the choice is free.
        fixed: whether no other choice would make sense.
        members: the keys of a map, as far as their types are known.
        needed: those of them that each of these maps has.
    """

    key: str
    type: str
    choices: tuple[str, ...] = ()
    fixed: bool = False
    members: tuple[TypedKey, ...] = ()
    needed: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What may be asked of the front matter of some pages, for all of these pages have it.

    Attributes:
        group: the pages.
        pages: how many they are.
        required: keys that all have.
        types: keys with what their values are.
        nearly: keys that almost all have.
        mixed: keys without one type.
        rare: keys that too few pages have.
    """

    group: GroupName
    pages: int
    required: tuple[str, ...]
    types: tuple[TypedKey, ...]
    nearly: tuple[Nearly, ...]
    mixed: tuple[Mixed, ...]
    rare: tuple[str, ...]


class _Group:
    """The pages of a section as they are counted."""

    def __init__(self) -> None:
        self.keys: Final[dict[str, KeyUse]] = {}
        self.lacking: Final[dict[str, str]] = {}
        self.paths: Final[list[str]] = []

    def add(self, front_matter: FrontMatter, path: str) -> None:
        present = {entry.key.lower(): entry for entry in present_entries(front_matter.root)}
        for key in self.keys.keys() - present.keys():
            self.lacking.setdefault(key, path)
        for key, entry in present.items():
            if key not in self.keys:
                self.keys[key] = KeyUse()
                if self.paths:
                    self.lacking[key] = self.paths[0]
            self.keys[key].add(entry, path)
        self.paths.append(path)


class FrontMatterSurvey:
    """Counts what the front matter of page after page holds."""

    def __init__(self) -> None:
        self._groups: Final[dict[GroupName, _Group]] = {}
        self.unread: Final[list[str]] = []
        self.without: Final[list[str]] = []

    def add(self, page: Page, path: str, front_matter: FrontMatter | None, *, broken: bool) -> None:
        """Take a page into account.

        Args:
            page: the page.
            path: how it is called in what is told.
            front_matter: its front matter.
            broken: whether Hugo cannot read that.
        """
        if broken or front_matter is None:
            (self.unread if broken else self.without).append(path)
            return
        if page.kind not in PAGE_KINDS:
            return
        name = GroupName(page.section if page.kind == "page" else None, page.kind)
        self._groups.setdefault(name, _Group()).add(front_matter, path)

    def asked(self) -> Iterator[Asked]:
        """Yield what may be asked of each group with enough pages, the largest first."""
        for name, group in sorted(self._groups.items(), key=lambda item: (-len(item[1].paths), item[0].section or "")):
            if len(group.paths) >= ENOUGH:
                yield _asked(name, group)

    def too_small(self) -> tuple[tuple[GroupName, int], ...]:
        """Return the groups of which nothing can be said, with their numbers of pages."""
        return tuple((name, len(group.paths)) for name, group in self._groups.items() if len(group.paths) < ENOUGH)


def _asked(name: GroupName, group: _Group) -> Asked:
    total = len(group.paths)
    candidates = {key: use for key, use in group.keys.items() if key not in _NEVER_ASKED and use.name.strip()}
    typed = {
        key: use
        for key, use in group.keys.items()
        if key not in _CHECKED_ANYWAY and use.name.strip() and use.pages >= _SEEN_OFTEN
    }
    return Asked(
        group=name,
        pages=total,
        required=tuple(use.name for use in candidates.values() if use.pages == total),
        types=tuple(_typed(typed.values())),
        nearly=tuple(
            Nearly(use.name, use.pages, group.lacking[key])
            for key, use in candidates.items()
            if _NEARLY * total <= use.pages < total
        ),
        mixed=tuple(
            Mixed(use.name, tuple((kind, count, use.first[kind]) for kind, count in use.types.most_common()))
            for use in typed.values()
            if not use.type
        ),
        rare=tuple(
            use.name
            for key, use in group.keys.items()
            if key not in _CHECKED_ANYWAY and use.name.strip() and use.pages < _SEEN_OFTEN
        ),
    )


def _typed(uses: Iterable[KeyUse]) -> Iterator[TypedKey]:
    for use in uses:
        if not use.type:
            continue
        members = [member for member in use.members.values() if member.name.strip()] if use.type == "map" else []
        yield TypedKey(
            use.name,
            use.type,
            use.choices,
            use.chooses_codes,
            tuple(_typed(member for member in members if member.pages >= _SEEN_OFTEN)),
            tuple(member.name for member in members if member.pages == use.pages >= ENOUGH),
        )
