"""How groups of pages are called in comments."""

from __future__ import annotations

from typing import Final

from contentlint.engine.survey.front_matter import GroupName
from contentlint.rules.base import BoundMessage, Message

_IN_SECTION: Final = Message(en="pages in ‘{section}’", nl="pagina’s in ‘{section}’")
_AT_TOP: Final = Message(en="pages that are in no section", nl="pagina’s die in geen sectie staan")
_SECTIONS: Final = Message(en="pages of sections (_index)", nl="pagina’s van secties (_index)")
_HOME: Final = Message(en="the home page", nl="de homepage")


def name_of(group: GroupName) -> BoundMessage:
    """Return what the pages of a group are called."""
    if group.kind == "page":
        return _IN_SECTION(section=group.section) if group.section else _AT_TOP()
    return _SECTIONS() if group.kind == "section" else _HOME()
