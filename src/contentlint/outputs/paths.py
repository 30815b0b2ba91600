"""Names of files as others want them."""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import quote

from contentlint.outputs.results import View

_SAFE: Final = "/~!$&'()*+,;=@"
"""What a path in a URI may hold as it is (RFC 3986, section 3.3), less the colon, which could pass for a scheme."""


def repository_path(path: str, view: View) -> str:
    """Return a file's name from the top of the repository, when it lies there; else the name as it is."""
    if not view.repository:
        return path
    absolute = os.path.normpath(os.path.join(os.getcwd(), path))  # noqa: PTH109, PTH118
    root = view.repository.rstrip(os.sep) + os.sep
    return absolute.removeprefix(root).replace(os.sep, "/")


def uri(path: str) -> str:
    """Return a relative or absolute path as a URI reference."""
    quoted = quote(os.fsencode(path), safe=_SAFE)
    return f"file://{quoted}" if path.startswith("/") else quoted


def file_uri(path: str) -> str:
    """Return the address of a file on this computer."""
    return uri(os.path.abspath(path).replace(os.sep, "/"))  # noqa: PTH100 - a link keeps its own name
