"""The files that belong to a page bundle, as Hugo lists them.

Sources: https://gohugo.io/content-management/page-bundles/ and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from contentlint.site.files import SiteFiles, join
from contentlint.site.glob import GlobError, compile_glob
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.document import FrontMatter

CONTENT_TYPES: Final = frozenset((
    "ad", "adoc", "asciidoc", "htm", "html", "markdown", "md", "mdown", "org", "pandoc", "pdc", "rst",
))  # fmt: skip
"""Extensions of the files that Hugo makes pages of."""

USUAL_LANGUAGES: Final = frozenset(
    "ar bg bs cs cy da de el en es et eu fa fi fr fy ga gl he hi hr hu id is it ja ko lb lt lv mk nb nl nn no pl pt ro ru "
    "se sk sl sq sr sv tr uk vi zh".split()
)
"""Languages that a file name may carry where no site says which there are."""

IMAGE_TYPES: Final = frozenset((
    "avif", "bmp", "gif", "heic", "heif", "jfif", "jif", "jpe", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp",
))  # fmt: skip
"""Extensions of the files that Hugo takes for images."""

_MEDIA: Final = (
    ("audio", "aac flac m4a mp3 ogg opus wav"),
    ("font", "otf ttf woff woff2"),
    ("text", "css csv html htm ics js jsx md scss sass ts tsx txt vtt"),
    ("video", "3gp 3gpp avi mp4 mpeg mpg ogv webm"),
)
_TYPES: Final[Mapping[str, str]] = {
    **{extension: kind for kind, extensions in _MEDIA for extension in extensions.split()},
    **dict.fromkeys(IMAGE_TYPES, "image"),
}


class Resource(NamedTuple):
    """A file of a bundle.

    Attributes:
        name: its path below the bundle, or the name that front matter gives it.
        path: posix path relative to the root of the site.
        key: its path below the bundle without language, in lower case: what else a pattern may match.
        kind: Hugo's resource type: ``image``, ``page``, ``text``, ``application`` ...
    """

    name: str
    path: str
    key: str
    kind: str

    @property
    def is_image(self) -> bool:
        """Whether Hugo takes the file for an image."""
        return self.kind == "image"


class NameParts(NamedTuple):
    """A file name taken apart: ``index.nl.md`` is ``index``, ``nl`` and ``md``."""

    stem: str
    language: str
    extension: str


def split_name(name: str, languages: frozenset[str]) -> NameParts:
    """Take a file name apart; only the key of a configured language (in any case of letters) counts as a language."""
    stem, dot, extension = name.rpartition(".")
    if not dot:
        return NameParts(name, "", "")
    before, dot, language = stem.rpartition(".")
    if dot and before and language.lower() in languages:
        return NameParts(before, language.lower(), extension.lower())
    return NameParts(stem, "", extension.lower())


def is_index(name: str, languages: frozenset[str]) -> bool:
    """Whether a file makes its folder a leaf bundle."""
    stem, _, extension = split_name(name, languages)
    return stem.lower() == "index" and extension in CONTENT_TYPES


def is_bundle(files: SiteFiles, folder: str, languages: frozenset[str]) -> bool:
    """Whether a folder is a bundle of its own, leaf or branch."""
    for name, is_folder in files.listing(folder).items():
        stem, _, extension = split_name(name, languages)
        if not is_folder and stem.lower() in {"index", "_index"} and extension in CONTENT_TYPES:
            return True
    return False


def bundle_resources(
    files: SiteFiles,
    page_path: str,
    *,
    bundle: str,
    language: str,
    default_language: str,
    languages: frozenset[str],
    enter: Callable[[str], bool] | None = None,
) -> tuple[Resource, ...]:
    """Return the files of a bundle in Hugo's order: by kind, then by name, pages last.

    A leaf bundle holds every file below its folder. A branch bundle holds the files that are not pages, down to the next
    bundle. Outside of a site's content, where an ``index.md`` may stand for anything, only the files of its folder and of
    the folders in it count. Of files that differ in language only, the page's own wins. A file of another language belongs
    to a leaf bundle only when the bundle has a page in that language.

    Args:
        files: the files of the site.
        page_path: the page's file.
        bundle: ``leaf``, ``branch``, or ``folder`` outside of a site's content.
        language: key of the page's language.
        default_language: key of the language of files that carry none.
        languages: keys of all languages.
        enter: says of each folder below whether its files belong to the bundle, instead of the rules above.
    """
    folder, _, page_name = page_path.rpartition("/")
    shared = {
        split_name(name, languages).language or default_language
        for name, is_folder in files.listing(folder).items()
        if not is_folder and is_index(name, languages)
    }
    if enter is None and bundle == "branch":
        enter = lambda below: not is_bundle(files, below, languages)  # noqa: E731 - one of two
    elif enter is None and bundle == "folder":
        enter = lambda below: "/" not in below[len(folder) + bool(folder) :]  # noqa: E731
    found: dict[str, tuple[int, Resource]] = {}
    for path in files.walk(folder, enter):
        name = path[len(folder) + 1 :] if folder else path
        below, _, file_name = name.rpartition("/")
        if file_name.startswith(".") or name == page_name:
            continue
        stem, suffix, extension = split_name(file_name, languages)
        own = suffix or default_language
        is_page = extension in CONTENT_TYPES
        if is_page and (bundle == "branch" or own != language or (not below and stem.lower() == "index")):
            continue
        if bundle == "leaf" and own != language and own not in shared:
            continue
        plain = join(below, f"{stem}.{extension}")
        rank = 3 * (own == language) + 2 * (own == default_language) + bool(suffix)
        key = plain.lower()
        if key not in found or rank > found[key][0]:
            kind = "page" if is_page else _TYPES.get(extension, "application")
            found[key] = (rank, Resource(plain if is_page else name, path, key, kind))
    return tuple(sorted((resource for _, resource in found.values()), key=_order))


def rename_resources(resources: Sequence[Resource], front_matter: FrontMatter | None) -> Sequence[Resource]:
    """Return the files under the names that ``resources:`` in front matter gives them, in Hugo's order.

    The first entry whose ``src`` fits a file names it; ``:counter`` in a name counts from 1 for each ``src``.
    """
    entry = None if front_matter is None else front_matter.get("resources")
    value = None if entry is None else entry.value.python
    if not isinstance(value, list):
        return resources
    rules = []
    for item in value:
        fields = {str(key).lower(): text for key, text in item.items()} if isinstance(item, dict) else {}
        source, name = fields.get("src"), fields.get("name")
        if isinstance(source, str) and isinstance(name, str) and name:
            rules.append((source, name))
    counters: dict[str, int] = {}
    renamed = []
    for resource in resources:
        rule = next((rule for rule in rules if find_match([resource], rule[0])), None)
        if rule is None:
            renamed.append(resource)
            continue
        source, name = rule
        if ":counter" in name:
            counters[source] = counters.get(source, 0) + 1
            name = name.replace(":counter", str(counters[source]))
        renamed.append(resource._replace(name=name))
    return sorted(renamed, key=_order)


def _order(resource: Resource) -> tuple[bool, str, str]:
    return resource.kind == "page", resource.kind, resource.name


def find_match(resources: Sequence[Resource], pattern: str) -> Resource | None:
    """Return the first resource whose name fits a pattern, as ``Resources.GetMatch`` does; None also for a bad pattern.

    A leading slash is the bundle's folder.
    """
    return next(iter(find_matches(resources, pattern)), None)


def find_matches(resources: Sequence[Resource], pattern: str) -> list[Resource]:
    """Return every resource whose name fits a pattern; when none does, those that fit without their language."""
    try:
        glob = compile_glob(pattern if pattern.startswith("/") else "/" + pattern)
    except GlobError:
        return []
    by_name = [resource for resource in resources if glob.matches(_slashed(resource.name))]
    return by_name or [resource for resource in resources if glob.matches(_slashed(resource.key))]


def _slashed(name: str) -> str:
    return name if name.startswith("/") else "/" + name
