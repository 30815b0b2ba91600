"""Checks the content of Markdown sites.

What stands in ``__all__`` is what programs and plug-ins may rely on. A name is imported when it is asked for, so that
``import contentlint`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contentlint.config import ConfigError, Settings, load_settings
    from contentlint.document import Document
    from contentlint.document.facts import DocumentFacts, Fact
    from contentlint.engine.api import lint_paths, lint_text
    from contentlint.engine.results import FileResult
    from contentlint.rules.base import (
        Applicability,
        BoundMessage,
        Example,
        Family,
        Fix,
        Invalid,
        Message,
        Options,
        Rule,
        RuleInfo,
        Severity,
        SiteRule,
        Valid,
        Violation,
        on,
        option,
    )
    from contentlint.site import Page, Site
    from contentlint.text import Edit, SourceText, Span

__all__ = [
    "Applicability", "BoundMessage", "ConfigError", "Document", "DocumentFacts", "Edit", "Example", "Fact",
    "Family", "FileResult", "Fix", "Invalid", "Message", "Options", "Page", "Rule", "RuleInfo", "Settings",
    "Severity", "Site", "SiteRule", "SourceText", "Span", "Valid", "Violation", "lint_paths", "lint_text",
    "load_settings", "on", "option",
]  # fmt: skip

_HOMES = {
    "contentlint.config": ("ConfigError", "Settings", "load_settings"),
    "contentlint.document": ("Document",),
    "contentlint.document.facts": ("DocumentFacts", "Fact"),
    "contentlint.engine.api": ("lint_paths", "lint_text"),
    "contentlint.engine.results": ("FileResult",),
    "contentlint.site": ("Page", "Site"),
    "contentlint.text": ("Edit", "SourceText", "Span"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = next((module for module, names in _HOMES.items() if name in names), "contentlint.rules.base")
    return getattr(import_module(home), name)
