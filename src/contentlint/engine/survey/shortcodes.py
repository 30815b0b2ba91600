"""What the use of shortcodes shows of those whose templates cannot be found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from contentlint.document import Document
from contentlint.document.document import CODE_SHORTCODES
from contentlint.site import PageShortcodes
from contentlint.text.records import NamedTuple

OFTEN: Final = 5
"""From how many calls on the parameters in them count as all that there are."""


class UsedShortcode(NamedTuple):
    """A shortcode as pages use it.

    Attributes:
        name: its name, in lower case.
        calls: how often it is called.
        path: a page that calls it.
        inner: whether it is closed; None when some calls are and some are not.
        parameters: the names of its parameters, sorted; None when some call gives them by place.
        content: what seems to stand between its tags: ``markdown`` or ``code``.
        impossible: whether it stands in a site whose templates are all there, so that Hugo cannot build that.
    """

    name: str
    calls: int
    path: str
    inner: bool | None
    parameters: tuple[str, ...] | None
    content: str
    impossible: bool


class _Use:
    def __init__(self, path: str) -> None:
        self.path: Final = path
        self.calls = 0
        self.closed = 0
        self.by_place = False
        self.impossible = False
        self.names: Final[Counter[str]] = Counter()


class ShortcodeSurvey:
    """Counts how the shortcodes without a template are called."""

    def __init__(self) -> None:
        self._uses: Final[dict[str, _Use]] = {}

    def add(self, document: Document, templates: PageShortcodes) -> None:
        """Take a page into account.

        Args:
            document: the page.
            templates: the templates of its site.
        """
        for tag in document.shortcodes.tags:
            name = tag.name.lower()
            if not name or tag.inline or tag.broken or templates.find(name) is not None:
                continue
            use = self._uses.setdefault(name, _Use(document.path))
            use.impossible |= templates.complete
            if tag.closing:
                use.closed += 1
                continue
            use.calls += 1
            use.closed += tag.self_closing
            for parameter in tag.parameters:
                if parameter.key is None:
                    use.by_place = True
                else:
                    use.names[parameter.key] += 1

    def used(self) -> Iterator[UsedShortcode]:
        """Yield what was seen of each shortcode, by name."""
        for name, use in sorted(self._uses.items()):
            yield UsedShortcode(
                name,
                use.calls,
                use.path,
                None if 0 < use.closed < use.calls else use.closed > 0,
                None if use.by_place else tuple(sorted(use.names)),
                "code" if name in CODE_SHORTCODES else "markdown",
                use.impossible,
            )
