"""The main image of a page as its theme would show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from contentlint.site.feature_profiles import (
    CONVENTION,
    THEME_VIEWS,
    FeatureView,
    Key,
    read_view,
)
from contentlint.site.resources import IMAGE_TYPES, Resource, find_match
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.document import FrontMatter
    from contentlint.site.site import Site

_LIMIT: Final = 1_000_000
_SKIPPED: Final = frozenset(("_shortcodes", "shortcodes", "_markup"))


class FeatureImage(NamedTuple):
    """What one view of the theme makes of a page.

    Attributes:
        view: the view.
        key: the front matter key that names the image; empty when the theme picks it by its file name.
        name: the value of that key, or the pattern of the theme.
        resource: the image; None when front matter names one and there is none.
        alt_key: the key that gives the alt text; empty when there is none or it is blank.
    """

    view: FeatureView
    key: Key
    name: str
    resource: Resource | None
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
    images = [resource for resource in resources if resource.is_image]
    found: dict[Key, WantedImage] = {}
    for view in views:
        for candidate in view.candidates:
            name = text_of(front_matter, candidate.key)
            if candidate.key in view.open_keys or not (view.certain or looks_like_image(name)):
                continue
            if name and (candidate.key not in found or (view.certain and not found[candidate.key].certain)):
                found[candidate.key] = WantedImage(candidate.key, name, find_match(images, name), view.certain)
    return tuple(found.values())


def feature_images(
    views: Sequence[FeatureView], front_matter: FrontMatter | None, resources: Sequence[Resource]
) -> tuple[FeatureImage, ...]:
    """Return the image that each view of the theme shows, or should show; views without one are left out.

    Where the theme is not known, a key counts only when its value looks like the name of an image.
    """
    images = [resource for resource in resources if resource.is_image]
    found = []
    for view in views:
        shown: FeatureImage | None = None
        for candidate in view.candidates:
            named = text_of(front_matter, candidate.key)
            name = named or candidate.pattern
            resource = find_match(images, name) if name else None
            if resource is None and (shown is not None or not named or not (view.certain or looks_like_image(named))):
                continue
            alt_key = next((key for key in view.alt_keys if text_of(front_matter, key).strip()), ())
            shown = FeatureImage(view, candidate.key if named else (), name, resource, alt_key)
            if resource is not None:
                break
        if shown is not None:
            found.append(shown)
    return tuple(found)


def looks_like_image(name: str) -> bool:
    """Whether a text ends like the name of an image file."""
    return name.rpartition(".")[2].lower() in IMAGE_TYPES


def text_of(front_matter: FrontMatter | None, key: Key) -> str:
    """Return the text at a path of keys, also below ``params``; empty when there is none."""
    if front_matter is None or not key:
        return ""
    entry = front_matter.get(*key) or front_matter.get("params", *key)
    value = None if entry is None else entry.value.python
    return value if isinstance(value, str) else ""
