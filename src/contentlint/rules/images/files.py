"""The picture files that a page shows, with what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document, HtmlElement, Image, ShortcodeTag
from contentlint.site import Page, Picture, resolve_image
from contentlint.text import Span
from contentlint.text.records import NamedTuple


class ShownPicture(NamedTuple):
    """A picture of the site that a page shows.

    Attributes:
        span: where the page names it; where the theme picks it up by itself, the opening of the front matter.
        path: the file, relative to the site's root.
        name: the file's name.
        picture: what the file says of itself.
    """

    span: Span
    path: str
    name: str
    picture: Picture


def shown_pictures(document: Document, page: Page) -> tuple[ShownPicture, ...]:
    """Return the picture files of a page that can be judged, each once, at the first place that names it."""
    return document.cached(shown_pictures, lambda: tuple(_find(document, page)))


def _find(document: Document, page: Page) -> Iterator[ShownPicture]:
    seen: set[str] = set()
    for span, path in (*_main_pictures(document, page), *_in_text(document, page)):
        if path and path not in seen:
            seen.add(path)
            picture = page.site.picture(path)
            if picture is not None:
                yield ShownPicture(span, path, path.rpartition("/")[2], picture)


def _main_pictures(document: Document, page: Page) -> Iterator[tuple[Span, str]]:
    front_matter = document.front_matter
    if front_matter is None:
        return
    for shown in page.feature_images(front_matter):
        if shown.resource is not None:
            entry = front_matter.get(*shown.key) if shown.key else None
            yield (entry.value.span if entry else front_matter.opening), shown.resource.path


def _in_text(document: Document, page: Page) -> Iterator[tuple[Span, str]]:
    for node in document.nodes:
        if isinstance(node, Image):
            yield node.target, resolve_image(page, node.destination).path
        elif isinstance(node, HtmlElement):
            source = node.attribute("src") if node.name == "img" else None
            if source is not None and source.value and source.value_span:
                yield source.value_span, resolve_image(page, source.value).path
        elif isinstance(node, ShortcodeTag) and not node.closing and (template := page.shortcodes.find(node.name)):
            for key in template.source_parameters if template.image else ():
                parameter = node.parameter(key)
                if parameter is not None and isinstance(parameter.value, str):
                    yield parameter.value_span, resolve_image(page, parameter.value).path
