"""Which version of Hugo builds a site, as the files of its hosting say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from contentlint.text.records import NamedTuple

_FILES: Final = (
    "netlify.toml",
    ".hvm",
    ".gitlab-ci.yml",
    "vercel.json",
    "wrangler.toml",
    "amplify.yml",
    ".tool-versions",
)
_FOLDERS: Final = (".github/workflows", ".forgejo/workflows", ".gitea/workflows", ".woodpecker")
_VERSION: Final = re.compile(
    r"""(?:\bhugo[_-]?version["']?\s*[:=]|^(?:go)?hugo\b)\s*["']?(?:extended_)?v?(?P<version>\d{1,2}\.\d{1,3}(?:\.\d{1,3})?)\b""",
    re.IGNORECASE | re.MULTILINE,
)
_HVM: Final = re.compile(r"v?(?P<version>\d+\.\d+(?:\.\d+)?)(?:/\w+)?\s*")
_LIMIT: Final = 1_000_000


class NamedVersion(NamedTuple):
    """A version, and the file that names it, relative to the folder of the site."""

    version: str
    path: str


def hugo_versions(root: Path) -> tuple[NamedVersion, ...]:
    """Return the versions that files of the hosting name, each once; several when they disagree."""
    found: dict[str, str] = {}
    for path in _files(root):
        try:
            with path.open("rb") as file:
                text = file.read(_LIMIT).decode("utf-8", "replace")
        except OSError:
            continue
        matches = [_HVM.fullmatch(text)] if path.name == ".hvm" else _VERSION.finditer(text)
        for match in matches:
            if match:
                found.setdefault(match["version"], path.relative_to(root).as_posix())
    return tuple(NamedVersion(*one) for one in found.items())


def _files(root: Path) -> Iterator[Path]:
    yield from (path for name in _FILES if (path := root / name).is_file())
    for name in _FOLDERS:
        yield from (path for path in sorted((root / name).glob("*.y*ml")) if path.is_file())
