"""What stands at a place of a page, and which file it leads to."""

from __future__ import annotations

from pathlib import Path

from contentlint.document import Document, Image, Link, ShortcodeTag
from contentlint.rules.base import BoundMessage, Message
from contentlint.site import Page, TargetOutcome, resolve_image, resolve_link, resolve_reference
from contentlint.text import Span
from contentlint.text.records import NamedTuple

_ALT = Message(en="Alternative text: {text}", nl="Alt-tekst: {text}")
_NO_ALT = Message(en="No alternative text", nl="Geen alt-tekst")
_FILE = Message(en="File: {path}", nl="Bestand: {path}")
_LEADS_TO = Message(en="Leads to: {path}", nl="Leidt naar: {path}")
_ELSEWHERE = Message(en="Leads to another site: {path}", nl="Leidt naar een andere site: {path}")
_NOWHERE = Message(en="Nothing was found at: {path}", nl="Niets gevonden op: {path}")
_SHORTCODE = Message(en="Shortcode ‘{name}’, made by {path}", nl="Shortcode ‘{name}’, gemaakt door {path}")
_FROM_HUGO = Message(
    en="Shortcode ‘{name}’, which Hugo or the theme has", nl="Shortcode ‘{name}’ van Hugo of het thema"
)
_UNKNOWN_SHORTCODE = Message(en="Shortcode ‘{name}’, which is not known", nl="Onbekende shortcode ‘{name}’")
_PARAMETERS = Message(en="Parameters: {names}", nl="Parameters: {names}")

_REFERENCES = frozenset(("ref", "relref"))


class Found(NamedTuple):
    """What stands at a place.

    Attributes:
        span: its place.
        says: what there is to know of it.
        file: the file it leads to, when that is on disk.
    """

    span: Span
    says: tuple[BoundMessage, ...]
    file: Path | None


def under_cursor(document: Document, page: Page, offset: int) -> Found | None:
    """Return the picture, link or shortcode at an offset; of more the innermost. None when there is none."""
    found: Found | None = None
    for node in document.nodes:
        if not node.span.start <= offset < max(node.span.end, node.span.start + 1):
            continue
        if isinstance(node, Image):
            found = _image(node, page)
        elif isinstance(node, Link):
            found = _link(node, page)
        elif isinstance(node, ShortcodeTag) and node.name:
            found = _reference(node, page) or _shortcode(node, page)
    return found


def _image(image: Image, page: Page) -> Found:
    target = resolve_image(page, image.destination)
    alt = _ALT(text=image.alt) if image.alt.strip() else _NO_ALT()
    where = _where(target.outcome, target.path, image.destination)
    return Found(image.span, (alt, where), _on_disk(page, target.path))


def _link(link: Link, page: Page) -> Found:
    target = resolve_link(page, link.destination)
    return Found(link.span, (_where(target.outcome, target.path, link.destination),), _on_disk(page, target.path))


def _where(outcome: TargetOutcome, path: str, written: str) -> BoundMessage:
    if outcome is TargetOutcome.EXTERNAL:
        return _ELSEWHERE(path=written)
    return _LEADS_TO(path=path) if path else _NOWHERE(path=written)


def _reference(tag: ShortcodeTag, page: Page) -> Found | None:
    parameter = tag.parameter(0) or tag.parameter("path")
    if tag.name.lower() not in _REFERENCES or parameter is None or not page.in_content:
        return None
    language = tag.parameter("lang")
    key = str(language.value).lower() if language is not None else page.language_key
    file = resolve_reference(page, str(parameter.value), key).file
    says = _LEADS_TO(path=file) if file else _NOWHERE(path=parameter.value)
    return Found(tag.span, (says,), _on_disk(page, file))


def _shortcode(tag: ShortcodeTag, page: Page) -> Found:
    template = page.shortcodes.find(tag.name)
    if template is None:
        return Found(tag.span, (_UNKNOWN_SHORTCODE(name=tag.name),), None)
    path = template.path
    says = [_SHORTCODE(name=tag.name, path=path) if path else _FROM_HUGO(name=tag.name)]
    if template.named:
        says.append(_PARAMETERS(names=", ".join(sorted(template.named))))
    return Found(tag.span, tuple(says), _on_disk(page, path))


def _on_disk(page: Page, path: str) -> Path | None:
    return page.site.root / path if path and page.site.files.is_file(path) else None
