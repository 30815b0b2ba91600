"""The main image of a page as its theme would show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from contentlint.site.feature_profiles import (
    CONVENTION,
    THEME_VIEWS,
    Candidate,
    FeatureView,
    Key,
    read_view,
)
from contentlint.site.resources import IMAGE_TYPES, Resource, find_match

if TYPE_CHECKING:
    from contentlint.document import FrontMatter
    from contentlint.site.site import Site

_LIMIT: Final = 1_000_000
_SKIPPED: Final = frozenset(("_shortcodes", "shortcodes", "_markup"))


class FeatureImage(NamedTuple):
    """What one view of the theme makes of a page.

    Attributes:
        view: the view.
        candidate: the candidate that found the image.
        name: the value of the candidate's key, or the pattern of the theme.
        resource: the image.
        alt_key: the key that gives the alt text; empty when there is none or it is blank.
    """

    view: FeatureView
    candidate: Candidate
    name: str
    resource: Resource
    alt_key: Key


class WantedImage(NamedTuple):
    """A front matter key that should name an image of the page.

    Attributes:
        key: the key.
        name: its value.
        resource: the image it chooses, None when it chooses none.
        certain: whether the templates on disk read this key.
    """

    key: Key
    name: str
    resource: Resource | None
    certain: bool


def site_views(site: Site) -> tuple[FeatureView, ...]:
    """Return how a site shows the main image of its pages.

    What the templates on disk do counts most. For a theme that is not on disk there is a table, and the convention of
    ``feature`` with ``featureAlt`` where nothing is known. A site whose templates are all there and choose no image has
    no views: such keys mean nothing in it.
    """
    found = tuple(_template_views(site))
    if site.complete:
        return found
    for theme in THEME_VIEWS:
        if site.theme == theme and site.missing_themes:
            return (*found, *THEME_VIEWS[theme])
    return found or CONVENTION


def _template_views(site: Site) -> list[FeatureView]:
    views = []
    seen = set()
    for mount in site.components.mounts("layouts"):
        if "/" in mount.target:
            continue
        for path in site.files.walk(mount.source):
            name = mount.within(path) or ""
            if name in seen or not name.endswith(".html") or not _SKIPPED.isdisjoint(name.split("/")):
                continue
            seen.add(name)
            data = site.files.read(path, _LIMIT)
            if data is None or b"Match" not in data:
                continue
            view = read_view(name, data.decode("utf-8", "replace"))
            if view is not None:
                views.append(view)
    return views


def wanted_images(
    views: Sequence[FeatureView], front_matter: FrontMatter | None, resources: Sequence[Resource]
) -> tuple[WantedImage, ...]:
    """Return each key of the front matter by which a theme would choose an image, once."""
    images = _images(resources)
    found: dict[Key, WantedImage] = {}
    for view in views:
        for candidate in view.candidates:
            name = text_of(front_matter, candidate.key)
            if name and (candidate.key not in found or (view.certain and not found[candidate.key].certain)):
                found[candidate.key] = WantedImage(candidate.key, name, find_match(images, name), view.certain)
    return tuple(found.values())


def feature_images(
    views: Sequence[FeatureView], front_matter: FrontMatter | None, resources: Sequence[Resource]
) -> tuple[FeatureImage, ...]:
    """Return the image that each view of the theme shows; views that show none are left out."""
    images = _images(resources)
    found = []
    for view in views:
        for candidate in view.candidates:
            name = text_of(front_matter, candidate.key) or candidate.pattern
            resource = find_match(images, name) if name else None
            if resource is not None:
                alt_key = next((key for key in view.alt_keys if text_of(front_matter, key).strip()), ())
                found.append(FeatureImage(view, candidate, name, resource, alt_key))
                break
    return tuple(found)


def _images(resources: Sequence[Resource]) -> list[Resource]:
    return [resource for resource in resources if resource.path.rpartition(".")[2].lower() in IMAGE_TYPES]


def text_of(front_matter: FrontMatter | None, key: Key) -> str:
    """Return the text at a path of keys, also below ``params``; empty when there is none."""
    if front_matter is None or not key:
        return ""
    entry = front_matter.get(*key) or front_matter.get("params", *key)
    value = None if entry is None else entry.value.python
    return value if isinstance(value, str) else ""
