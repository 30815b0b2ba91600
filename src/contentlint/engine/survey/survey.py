"""Looks at all pages of a site once, and says what was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.document import Document
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker
from contentlint.engine.survey.front_matter import Asked, FrontMatterSurvey, GroupName
from contentlint.engine.survey.hugo_version import NamedVersion, hugo_versions
from contentlint.engine.survey.images import ImageSurvey, UsedImages
from contentlint.engine.survey.shortcodes import ShortcodeSurvey, UsedShortcode
from contentlint.engine.unknown_words import unknown_words
from contentlint.rules.base import BoundMessage
from contentlint.rules.contentlint.file_not_checked import FileNotChecked
from contentlint.rules.engine_rules import INTERNAL_ERROR
from contentlint.site import Site
from contentlint.text.records import NamedTuple

WORD_TIMES: Final = 3
"""How often a word that no dictionary knows must stand in the pages to be no accident."""
_NO_CONTENT: Final = ("archetypes", "themes", "_vendor", "layouts", "public", "resources")
"""Folders of Hugo in which Markdown is no page of the site."""


class Survey(NamedTuple):
    """What was seen of a site.

    Attributes:
        root: its folder.
        site: the Hugo site whose root that is; None for a folder of Markdown files.
        sites_below: folders, relative to the root, that are Hugo sites, when the root is none.
        content: the folders of its content, relative to the root, with ``/``.
        pages: how many pages were looked at.
        languages: how many of them are in which language; empty where none could be told.
        elsewhere: folders with Markdown that is no page of the site.
        versions: the versions of Hugo that the files of its hosting name.
        asked: what the front matter of groups of pages has in common.
        too_small: groups of too few pages to say anything of, with their numbers of pages.
        unread: pages whose front matter Hugo cannot read, and files that cannot be read at all.
        without: pages without front matter.
        shortcodes: shortcodes without a template.
        images: front matter keys that seem to name the main image.
        words: by language, words that no dictionary knows and that are probably right.
        doubtful: by language, how many words are probably mistakes.
    """

    root: Path
    site: Site | None
    sites_below: tuple[str, ...]
    content: tuple[str, ...]
    pages: int
    languages: Mapping[str, int]
    elsewhere: tuple[str, ...]
    versions: tuple[NamedVersion, ...]
    asked: tuple[Asked, ...]
    too_small: tuple[tuple[GroupName, int], ...]
    unread: tuple[str, ...]
    without: tuple[str, ...]
    shortcodes: tuple[UsedShortcode, ...]
    images: UsedImages
    words: Mapping[str, tuple[str, ...]]
    doubtful: Mapping[str, int]


def survey(
    root: Path,
    content: Sequence[Path],
    files: Sequence[Path],
    settings: Settings,
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    on_notice: Callable[[Notice], None] = lambda _: None,
) -> Survey:
    """Return what is seen of a site.

    Args:
        root: the folder for which settings are to be written.
        content: the folders in which the files were found.
        files: the files to look at.
        settings: settings that switch on ``spelling-unknown-word`` alone.
        on_progress: is told how many files of how many are done.
        on_notice: is told what people should know of the run itself.
    """
    site = Site.find(root)
    if site is not None and site.root != root.resolve():
        site = None
    front_matter, shortcodes, images = FrontMatterSurvey(), ShortcodeSurvey(), ImageSurvey()
    languages: Counter[str] = Counter()
    results: list[FileResult] = []
    failures: dict[str, Notice] = {}
    below: dict[str, None] = {}
    with Checker(settings, on_notice) as checker:
        for done, path in enumerate(files, 1):
            result = checker.check_file(path)
            results.append(result)
            languages[result.language.partition("-")[0].lower()] += 1
            for message in _failures(result):
                failures.setdefault(message.render("en"), Notice(path, message))
            page = checker.page(path)
            name = settings.relative(path)
            if site is None and page.site.is_hugo:
                below[page.site.root.relative_to(root.resolve()).as_posix()] = None
            document = Document(result.source, name)
            broken = _was_not_read(result) or _is_unreadable(document)
            front_matter.add(page, name, document.front_matter, broken=broken)
            shortcodes.add(document, page.shortcodes)
            if document.front_matter is not None and not broken:
                images.add(document.front_matter)
            on_progress(done, len(files))
    for notice in failures.values():
        on_notice(notice)
    found = [one for one in unknown_words(results) if one.times >= WORD_TIMES]
    tongues = dict.fromkeys(one.language for one in found)
    return Survey(
        root=root,
        site=site,
        sites_below=tuple(below),
        content=tuple(folder.relative_to(root).as_posix() for folder in content),
        pages=len(files),
        languages=dict(languages.most_common()),
        elsewhere=tuple(name for name in _NO_CONTENT if site is not None and any((root / name).rglob("*.md"))),
        versions=hugo_versions(root) if site is not None else (),
        asked=tuple(front_matter.asked()),
        too_small=front_matter.too_small(),
        unread=tuple(front_matter.unread),
        without=tuple(front_matter.without),
        shortcodes=tuple(shortcodes.used()),
        images=images.used(),
        words={one: tuple(word.word for word in found if word.language == one and not word.meant) for one in tongues},
        doubtful={one: sum(word.language == one and bool(word.meant) for word in found) for one in tongues},
    )


def _was_not_read(result: FileResult) -> bool:
    return any(violation.rule.name == FileNotChecked.info.name for violation in result.violations)


def _is_unreadable(document: Document) -> bool:
    """Whether nothing of the front matter can be read; what can be, counts, so that nothing more is asked of the page."""
    found = document.front_matter
    return bool(document.front_matter_problems) and (found is None or not found.root.entries)


def _failures(result: FileResult) -> Iterator[BoundMessage]:
    """Yield what is said of rules that stopped with an error: what they would have found is missing."""
    for violation in result.violations:
        if violation.rule.name == INTERNAL_ERROR:
            yield violation.message
