"""What axe-core reports, and how the same is written in Markdown.

In each text ⟦…⟧ marks what contentlint reports. Elements of raw HTML carry ``data-n``, so that axe's element and ours can be
compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

TABLE = "<table>\n<tr><th>{}</th><th>Sum</th></tr>\n<tr><td>2024</td><td>10</td></tr>\n</table>\n"


class Case(NamedTuple):
    """A page with one defect.

    Attributes:
        axe: the rule of axe that reports it.
        ours: the rule of contentlint that reports it.
        text: the body of the page, in Dutch.
        doubtful: whether axe asks for a look by a person ("incomplete") where contentlint is certain.
    """

    axe: str
    ours: str
    text: str
    doubtful: bool = False


CASES: Final = (
    Case("area-alt", "image-alt-missing", '<img src="a.png" alt="Kaart" usemap="#k"><map name="k">⟦<area data-n="1" shape="rect" coords="0,0,9,9" href="/b/">⟧</map>\n'),
    Case("aria-command-name", "name-missing", '⟦<span data-n="1" role="button" tabindex="0">⟧</span>\n'),
    Case("aria-deprecated-role", "aria-invalid", '<div data-n="1" role="⟦directory⟧">Brood</div>\n'),
    Case("aria-dialog-name", "name-missing", '⟦<div data-n="1" role="dialog">⟧<p>Zeker weten?</p></div>\n'),
    Case("aria-hidden-focus", "aria-invalid", '<p>Zie <a data-n="1" href="/b/" ⟦aria-hidden="true"⟧>het brood</a></p>\n'),
    Case("aria-input-field-name", "name-missing", '⟦<div data-n="1" role="searchbox" tabindex="0">⟧</div>\n'),
    Case("aria-meter-name", "name-missing", '⟦<div data-n="1" role="meter" aria-valuenow="3">⟧</div>\n'),
    Case("aria-progressbar-name", "name-missing", '⟦<div data-n="1" role="progressbar" aria-valuenow="3">⟧</div>\n'),
    Case("aria-prohibited-attr", "aria-invalid", '<p><span data-n="1" ⟦aria-label="Brood"⟧></span></p>\n'),
    Case("aria-required-attr", "aria-invalid", '⟦<div data-n="1" role="heading">⟧Brood</div>\n'),
    Case("aria-required-parent", "aria-invalid", '<div data-n="1" role="⟦listitem⟧">Brood</div>\n'),
    Case("aria-roles", "aria-invalid", '<div data-n="1" role="⟦knop⟧">Brood</div>\n'),
    Case("aria-tab-name", "name-missing", '<div role="tablist">⟦<div data-n="1" role="tab" tabindex="0">⟧</div></div>\n'),
    Case("aria-toggle-field-name", "name-missing", '⟦<div data-n="1" role="switch" aria-checked="true" tabindex="0">⟧</div>\n'),
    Case("aria-tooltip-name", "name-missing", '⟦<div data-n="1" role="tooltip">⟧</div>\n'),
    Case("aria-treeitem-name", "name-missing", '<div role="tree">⟦<div data-n="1" role="treeitem" tabindex="0">⟧</div></div>\n'),
    Case("aria-valid-attr", "aria-invalid", '<p data-n="1" ⟦aria-lable⟧="x">Brood</p>\n'),
    Case("aria-valid-attr-value", "aria-invalid", '<p data-n="1" aria-live="⟦soms⟧">Brood</p>\n'),
    Case("blink", "html-obsolete", '⟦<blink data-n="1">⟧Brood</blink>\n'),
    Case("button-name", "name-missing", '⟦<button data-n="1" class="x">⟧</button>\n'),
    Case("definition-list", "html-misplaced", '<dl data-n="1"><dt>Brood</dt><dd>Wit</dd>⟦<p>⟧Kaas</p></dl>\n'),
    Case("dlitem", "html-misplaced", '<div>⟦<dt data-n="1">⟧Brood</dt></div>\n'),
    Case("duplicate-id-aria", "id-duplicate", '<p id="a" data-n="1">Brood</p>\n<p id="⟦a⟧">Kaas</p>\n<input aria-labelledby="a">\n', doubtful=True),
    Case("empty-heading", "heading-empty", "⟦##⟧\n\nBrood\n"),
    Case("empty-table-header", "table-header-empty", "| Jaar |⟦⟧ | Som |\n|---|---|---|\n| 2024 | a | 10 |\n"),
    Case("frame-title", "frame-title-missing", '⟦<iframe data-n="1" src="about:blank">⟧</iframe>\n'),
    Case("frame-title-unique", "frame-title-missing", '<iframe data-n="1" title="Kaart" src="about:blank"></iframe>\n⟦<iframe data-n="1" title="Kaart" src="about:srcdoc">⟧</iframe>\n', doubtful=True),
    Case("heading-order", "heading-level-skip", "## Brood\n\nWit.\n\n⟦####⟧ Kaas\n\nOud.\n"),
    Case("image-alt", "image-alt-missing", '⟦<img data-n="1" src="a.png">⟧\n'),
    Case("image-redundant-alt", "image-alt-repeats", '<a href="/b/"><img data-n="1" src="a.png" alt="⟦Het bruine brood⟧"> Het bruine brood</a>\n'),
    Case("input-button-name", "name-missing", '⟦<input data-n="1" type="button">⟧\n'),
    Case("input-image-alt", "name-missing", '⟦<input data-n="1" type="image" src="a.png">⟧\n'),
    Case("label", "name-missing", 'Naam: ⟦<input data-n="1" type="text">⟧\n'),
    Case("link-name", "name-missing", '⟦<a data-n="1" href="/b/">⟧<i class="icon"></i></a>\n'),
    Case("list", "html-misplaced", '<ul data-n="1">⟦<p>⟧Brood</p></ul>\n'),
    Case("listitem", "html-misplaced", '<div>⟦<li data-n="1">⟧Brood</li></div>\n'),
    Case("marquee", "html-obsolete", '⟦<marquee data-n="1">⟧Brood</marquee>\n'),
    Case("nested-interactive", "html-misplaced", '<button data-n="1">Naar ⟦<a href="/b/">⟧brood</a></button>\n'),
    Case("object-alt", "name-missing", '⟦<object data-n="1" data="a.png">⟧</object>\n'),
    Case("presentation-role-conflict", "aria-invalid", '<img data-n="1" src="a.png" alt="" role="⟦none⟧" tabindex="0">\n'),
    Case("role-img-alt", "name-missing", '⟦<div data-n="1" role="img">⟧★★</div>\n'),
    Case("select-name", "name-missing", '⟦<select data-n="1">⟧<option>Brood</option></select>\n'),
    Case("summary-name", "name-missing", '<details>⟦<summary data-n="1">⟧</summary>Brood</details>\n'),
    Case("svg-img-alt", "name-missing", '⟦<svg data-n="1" role="img" width="9" height="9">⟧<path d="M0 0h9"/></svg>\n'),
    Case("tabindex", "tabindex-positive", '<a data-n="1" href="/b/" ⟦tabindex="3"⟧>Brood</a>\n'),
    Case("valid-lang", "lang-invalid", '<p data-n="1" lang="⟦dutch⟧">Brood</p>\n'),
    Case("video-caption", "media-captions", '⟦<video data-n="1" controls src="a.mp4">⟧</video>\n', doubtful=True),
)  # fmt: skip

ALSO: Final[Mapping[str, frozenset[str]]] = {
    "link-name": frozenset(("link-empty", "image-link-alt-missing")),
    "empty-heading": frozenset(("heading-not-rendered",)),
}
"""Further rules of contentlint that report what a rule of axe does, by how it is written."""

HEAD: Final = "stands in the page’s head, which is the theme’s"
LOOK: Final = "is a matter of the style sheet"
THEME: Final = "is about the parts of a page that the theme makes"
SCRIPTS: Final = "depends on what scripts do with the page"
RARE: Final = "is about attributes that editors do not write"
OFF: Final = "does not run by default"

LEFT_OUT: Final[Mapping[str, str]] = {
    "accesskeys": RARE,
    "aria-allowed-attr": RARE,
    "aria-allowed-role": RARE,
    "aria-braille-equivalent": RARE,
    "aria-conditional-attr": SCRIPTS,
    "aria-hidden-body": THEME,
    "aria-required-children": SCRIPTS,
    "aria-roledescription": OFF,
    "aria-text": RARE,
    "audio-caption": OFF,
    "autocomplete-valid": RARE,
    "avoid-inline-spacing": LOOK,
    "bypass": THEME,
    "color-contrast": LOOK,
    "color-contrast-enhanced": LOOK,
    "css-orientation-lock": LOOK,
    "document-title": HEAD,
    "duplicate-id": OFF,
    "duplicate-id-active": OFF,
    "focus-order-semantics": OFF,
    "form-field-multiple-labels": RARE,
    "frame-focusable-content": SCRIPTS,
    "frame-tested": SCRIPTS,
    "hidden-content": OFF,
    "html-has-lang": HEAD,
    "html-lang-valid": HEAD,
    "html-xml-lang-mismatch": HEAD,
    "identical-links-same-purpose": OFF,
    "label-content-name-mismatch": OFF,
    "label-title-only": RARE,
    "landmark-banner-is-top-level": THEME,
    "landmark-complementary-is-top-level": THEME,
    "landmark-contentinfo-is-top-level": THEME,
    "landmark-main-is-top-level": THEME,
    "landmark-no-duplicate-banner": THEME,
    "landmark-no-duplicate-contentinfo": THEME,
    "landmark-no-duplicate-main": THEME,
    "landmark-one-main": THEME,
    "landmark-unique": THEME,
    "link-in-text-block": LOOK,
    "meta-refresh": HEAD,
    "meta-refresh-no-exceptions": HEAD,
    "meta-viewport": HEAD,
    "meta-viewport-large": HEAD,
    "no-autoplay-audio": SCRIPTS,
    "p-as-heading": OFF,
    "page-has-heading-one": THEME,
    "region": THEME,
    "scope-attr-valid": RARE,
    "scrollable-region-focusable": LOOK,
    "server-side-image-map": RARE,
    "skip-link": THEME,
    "table-duplicate-name": RARE,
    "table-fake-caption": OFF,
    "target-size": LOOK,
    "td-has-header": OFF,
    "td-headers-attr": RARE,
    "th-has-data-cells": RARE,
}
"""Rules of axe that content cannot break, or that cannot be decided from content, each with the reason."""
