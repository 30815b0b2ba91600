"""What rules ask of the version of Hugo that builds a site."""

from __future__ import annotations

import re
from typing import Final

from contentlint.rules.base import Options, option
from contentlint.site import Page

_VERSION: Final = re.compile(r"v?(\d+)\.(\d+)")

GOCCY_YAML: Final = (0, 152)
"""Since this version Hugo reads YAML 1.2: ``yes`` is a word, and a key that stands twice is an error."""


class HugoVersionOptions(Options):
    """Options of rules whose verdict depends on the version of Hugo."""

    hugo_version: str = option(
        "",
        en="The version of Hugo that builds the site, such as 0.145; empty for the newest.",
        nl="De versie van Hugo die de site bouwt, zoals 0.145; leeg voor de nieuwste.",
    )


def hugo_version(options: HugoVersionOptions, page: Page) -> tuple[int, int]:
    """Return the version that the settings name, else the newest that the site allows; a large one when nothing says."""
    said = options.hugo_version or page.site.configuration.text("module", "hugoVersion", "max")
    found = _VERSION.match(said)
    return (int(found[1]), int(found[2])) if found else (9, 0)
