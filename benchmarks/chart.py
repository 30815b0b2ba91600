"""Draws bars, as SVG that a screen reader can read too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import log10
from typing import Final

_WIDTH: Final = 820
_LEFT: Final = 260
_ROW: Final = 18
_HEAD: Final = 30


def bars(rows: Sequence[tuple[str, str, float]]) -> str:
    """Return a chart of seconds on a logarithmic scale.

    Args:
        rows: the group of each bar, its name, and its seconds; bars of a group follow each other.
    """
    least = min(seconds for _, _, seconds in rows) / 2
    scale = (_WIDTH - _LEFT - 90) / log10(max(seconds for _, _, seconds in rows) / least)
    parts, y, group = [], 10, ""
    for case, name, seconds in rows:
        if case != group:
            group, y = case, y + _HEAD
            parts.append(f'<text x="8" y="{y - 8}" font-weight="bold">{escape(case)}</text>')
        width = max(log10(seconds / least) * scale, 1)
        colour = "#1f5fa8" if name.startswith("contentlint") else "#767676"
        parts.append(
            f'<text x="{_LEFT - 8}" y="{y + 12}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_LEFT}" y="{y + 2}" width="{width:.0f}" height="{_ROW - 5}" fill="{colour}"/>'
            f'<text x="{_LEFT + width + 6:.0f}" y="{y + 12}">{seconds:.3g} s</text>'
        )
        y += _ROW
    height = y + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        'role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="12">'
        '<title id="title">Processor time by case and program</title>'
        '<desc id="desc">Seconds of processor time, on a logarithmic scale; the table beside it has the same figures.</desc>'
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )
