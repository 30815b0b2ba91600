"""The roles, states and properties of WAI-ARIA 1.2, with the values they take.

Sources: https://www.w3.org/TR/wai-aria-1.2/, https://www.w3.org/TR/dpub-aria-1.1/ and
https://www.w3.org/TR/graphics-aria-1.0/; of WAI-ARIA 1.3 the names that are new in its draft, so that nobody is told off
for being early.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ROLES: Final = frozenset(
    """alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox
    complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell
    group heading img insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox
    menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup
    rowheader scrollbar search searchbox separator slider spinbutton status strong subscript superscript switch tab table
    tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem

    comment image mark sectionfooter sectionheader suggestion

    doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref
    doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes
    doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index
    doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface
    doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc

    graphics-document graphics-object graphics-symbol""".split()
)
"""Roles that an element may have."""

_TRUTH: Final = ("true", "false")
_TRISTATE: Final = (*_TRUTH, "mixed", "undefined")
_OPEN_TRUTH: Final = (*_TRUTH, "undefined")

TOKENS: Final[Mapping[str, tuple[str, ...]]] = {
    "aria-atomic": _TRUTH,
    "aria-autocomplete": ("inline", "list", "both", "none"),
    "aria-busy": _TRUTH,
    "aria-checked": _TRISTATE,
    "aria-current": ("page", "step", "location", "date", "time", *_TRUTH),
    "aria-disabled": _TRUTH,
    "aria-dropeffect": ("copy", "execute", "link", "move", "none", "popup"),
    "aria-expanded": _OPEN_TRUTH,
    "aria-grabbed": _OPEN_TRUTH,
    "aria-haspopup": (*_TRUTH, "menu", "listbox", "tree", "grid", "dialog"),
    "aria-hidden": _OPEN_TRUTH,
    "aria-invalid": (*_TRUTH, "grammar", "spelling"),
    "aria-live": ("off", "polite", "assertive"),
    "aria-modal": _TRUTH,
    "aria-multiline": _TRUTH,
    "aria-multiselectable": _TRUTH,
    "aria-orientation": ("horizontal", "vertical", "undefined"),
    "aria-pressed": _TRISTATE,
    "aria-readonly": _TRUTH,
    "aria-relevant": ("additions", "all", "removals", "text"),
    "aria-required": _TRUTH,
    "aria-selected": _OPEN_TRUTH,
    "aria-sort": ("ascending", "descending", "none", "other"),
}
"""Attributes that take one of a few words."""

TOKEN_LISTS: Final = frozenset(("aria-dropeffect", "aria-relevant"))
"""Those of them that take several words with spaces between."""

NUMBERS: Final = frozenset(
    """aria-colcount aria-colindex aria-colspan aria-level aria-posinset aria-rowcount aria-rowindex aria-rowspan
    aria-setsize aria-valuemax aria-valuemin aria-valuenow""".split()
)
"""Attributes that take a number."""

ATTRIBUTES: Final = frozenset(
    (
        *"""aria-activedescendant aria-braillelabel aria-brailleroledescription aria-colindextext aria-controls
        aria-describedby aria-description aria-details aria-errormessage aria-flowto aria-keyshortcuts aria-label
        aria-labelledby aria-owns aria-placeholder aria-roledescription aria-rowindextext aria-valuetext""".split(),
        *NUMBERS,
        *TOKENS,
    )
)
"""Every state and property."""

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "checkbox": ("aria-checked",),
    "combobox": ("aria-expanded",),
    "heading": ("aria-level",),
    "menuitemcheckbox": ("aria-checked",),
    "menuitemradio": ("aria-checked",),
    "meter": ("aria-valuenow",),
    "radio": ("aria-checked",),
    "scrollbar": ("aria-controls", "aria-valuenow"),
    "slider": ("aria-valuenow",),
    "switch": ("aria-checked",),
}
"""What an element with a role must say, unless the element itself says it."""

SAY_THEMSELVES: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "input", "meter", "select"))
"""Elements that tell their state without ARIA."""

DEPRECATED: Final[Mapping[str, str]] = {
    "directory": "list",
    "doc-biblioentry": "listitem",
    "doc-endnote": "listitem",
}
"""Roles that are given up, with what serves now."""

PARENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "cell": ("row",),
    "columnheader": ("row",),
    "gridcell": ("row",),
    "listitem": ("list", "directory"),
    "menuitem": ("menu", "menubar", "group"),
    "menuitemcheckbox": ("menu", "menubar", "group"),
    "menuitemradio": ("menu", "menubar", "group"),
    "option": ("listbox", "group"),
    "row": ("table", "grid", "rowgroup", "treegrid"),
    "rowgroup": ("table", "grid", "treegrid"),
    "rowheader": ("row",),
    "tab": ("tablist",),
    "treeitem": ("tree", "group"),
}
"""Roles that have a meaning inside others only (“Required Accessibility Parent Role”)."""

IMPLICIT: Final[Mapping[str, str]] = {
    "ul": "list",
    "ol": "list",
    "menu": "list",
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "select": "listbox",
    "optgroup": "group",
    "fieldset": "group",
    "details": "group",
}
"""Elements that have such a role by themselves."""
