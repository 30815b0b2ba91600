"""Addresses of files as the client writes them, and the files they name."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname


def path_of(uri: str) -> Path | None:
    """Return the file that an address names; None when it names none on this computer (a text not saved yet)."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file" or not parts.path or "\0" in unquote(parts.path):
        return None
    # What looks like a query or a fragment belongs to the name: a client that escapes too little means it so.
    name = uri.partition("://")[2][len(parts.netloc) :]
    if parts.netloc and parts.netloc != "localhost":
        name = f"//{parts.netloc}{name}"
    return Path(os.path.normpath(url2pathname(name)))


def uri_of(path: Path) -> str:
    """Return the address of a file."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - a link keeps its own name
