"""Bare URLs and addresses that Goldmark makes clickable (its ``linkify`` extension, as Hugo turns it on)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOST = r"[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+"
_REST = r"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`]*+)?"
_LABEL = r"[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?"
# An address may not be longer than 254 signs (RFC 5321); the bound also keeps the search linear.
_FOUND = re.compile(
    rf"(?<![^ \t\r\n*_~(\"'])(?:(?P<url>(?:https?|ftp)://{_HOST}(?::[0-9]+)?{_REST})|(?P<www>www\.{_HOST}{_REST})"
    rf"|(?P<mail>[a-zA-Z0-9][-a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~]{{0,254}}+@{_LABEL}(?:\.{_LABEL})+(?![-_])))"
)
_MAY_PRECEDE = " \t\r\n*_~(\"'"
_ENTITY_END = re.compile(r"&[a-zA-Z0-9]+;\Z")
_BEHIND = "?!.,:*_~"


def bare_urls(text: str, before: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and destination of each bare URL or address in a run of plain text, in order.

    Args:
        text: the run.
        before: the character in front of it, empty at the start of a line and behind other markup.
    """
    for match in _FOUND.finditer(text):
        if not match.start() and before and before not in _MAY_PRECEDE:
            continue
        found = _without_sentence(match[0])
        protocol = {"www": "https://", "mail": "mailto:"}.get(match.lastgroup or "", "")
        yield match.start(), match.start() + len(found), protocol + found


def _without_sentence(url: str) -> str:
    """Return a URL without what belongs to the sentence around it."""
    if url.endswith(")") and (surplus := url.count(")") - url.count("(")) > 0:
        url = url[:-surplus]
    elif url.endswith(";") and (entity := _ENTITY_END.search(url)):
        url = url[: entity.start()]
    return url.rstrip(_BEHIND)
