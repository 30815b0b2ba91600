"""What is shown when somebody rests on a place: why it was reported, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lsprotocol import types

from contentlint.document import Document
from contentlint.lsp.places import Places
from contentlint.lsp.under_cursor import under_cursor
from contentlint.outputs.explanation import documentation
from contentlint.outputs.results import View
from contentlint.rules.base import Message, Violation
from contentlint.site import Page
from contentlint.text import Span

_MORE: Final = Message(en="More about this rule", nl="Meer over deze regel")
_SIGNS: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def hover(
    read: tuple[Document, Page],
    position: types.Position,
    places: Places,
    violations: Sequence[Violation],
    view: View,
) -> types.Hover | None:
    """Return what there is to say of a place; None when there is nothing.

    Args:
        read: the page, and what its site knows of it.
        position: the place.
        places: the places in its text.
        violations: what was found in it.
        view: how the reader sees it.
    """
    offset = places.offset(position)
    here = [one for one in violations if one.span.start <= offset < max(one.span.end, one.span.start + 1)]
    parts = []
    span: Span | None = None
    if (found := under_cursor(*read, offset)) is not None:
        parts.append("  \n".join(one.render(view.language).translate(_SIGNS) for one in found.says))
        span = found.span
    parts += ["\n".join(_explained(rule, view)) for rule in dict.fromkeys(one.rule.name for one in here)]
    if here:
        span = min((one.span for one in here), key=lambda one: one.end - one.start)
    if span is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts))
    return types.Hover(content, places.range(span))


def _explained(name: str, view: View) -> Iterator[str]:
    """Yield the lines that explain a rule, in the reader's language where it is written in it."""
    rule = view.registry.get(name) if view.registry else None
    if rule is None:
        return
    info = rule.info
    yield f"**{info.summary.in_language(view.language).translate(_SIGNS)}** ({info.name}, {info.code})"
    yield ""
    yield documentation(rule.rule, view.language) or documentation(rule.rule, "en")
    address = view.address(info)
    if address is not None:
        yield ""
        yield f"[{_MORE.in_language(view.language)}]({address})"
