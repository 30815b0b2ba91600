"""Bare URLs that Goldmark makes clickable."""

from __future__ import annotations

import re
from collections.abc import Iterator

_URL = re.compile(
    r"(?:https?|ftp)://[-a-zA-Z0-9@:%._+~#=]{1,256}(?:[/#?][^\s<>]*)?|www\.[-a-zA-Z0-9@:%._+~#=]{1,256}(?:[/#?][^\s<>]*)?",
    re.ASCII,
)
_MAIL = re.compile(r"[a-zA-Z0-9][-a-zA-Z0-9.+_]*+@[a-zA-Z0-9](?:[-a-zA-Z0-9]*\.[a-zA-Z0-9]+)+", re.ASCII)
_MAY_PRECEDE = " \t\r\n*_~("
_TRAILING = "?!.,:*_~'\";"


def bare_urls(text: str, before: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and destination of each bare URL or address in a run of plain text.

    Args:
        text: the run.
        before: the character in front of it, empty at the start of a line.
    """
    if "://" in text or "www." in text:
        for match in _URL.finditer(text):
            start, end = match.start(), _trimmed_end(match[0]) + match.start()
            previous = text[start - 1] if start else before
            if previous in _MAY_PRECEDE and "." in text[start:end]:
                url = text[start:end]
                yield start, end, url if "://" in url else "http://" + url
    if "@" in text:
        for match in _MAIL.finditer(text):
            previous = text[match.start() - 1] if match.start() else before
            if previous in _MAY_PRECEDE:
                yield match.start(), match.end(), "mailto:" + match[0]


def _trimmed_end(url: str) -> int:
    """Return the length of a URL without the punctuation of the sentence around it."""
    end = len(url)
    while end:
        if url[end - 1] in _TRAILING or (url[end - 1] == ")" and url.count(")", 0, end) > url.count("(", 0, end)):
            end -= 1
        else:
            break
    return end
