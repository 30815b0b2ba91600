"""Which files are pages that readers see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contentlint.site import Page


def is_page(page: Page) -> bool:
    """Whether a file is a page of a Hugo site.

    Parts of other pages are none: files in another page's bundle, and those in a folder whose name begins with ``_``,
    where sites keep what several pages show.
    """
    folders = page.content_path.split("/")[:-1]
    return page.in_content and not page.is_resource and not any(folder.startswith("_") for folder in folders)
