"""Shortcodes whose templates are not in a site's own folders: Hugo's, and those of two themes.

Hugo's are those of version 0.168 with what earlier versions did otherwise; the themes' (Congo 2.9, Blowfish 2) serve
only when the theme is not on disk, so they say nothing about parameters they do not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from contentlint.text.records import NamedTuple


class BuiltinShortcode(NamedTuple):
    """A shortcode that is known without its template.

    Attributes:
        name: its name in lower case.
        inner: whether it takes text between an opening and a closing tag.
        named: the named parameters it reads, in the spelling it reads.
        positional: how many positional parameters it reads.
        required: parameters that must be there; of each group one, by name or by position from 0.
        fails: whether the build fails without the required ones: ``always``, ``alone`` (only when there is no other
            parameter) or ``never`` (then the page is wrong).
        inner_serves: whether inner text stands for the required parameters.
        choices: the values a parameter may have.
        minimum: the least whole number a parameter may be; quoted it is no number.
        surplus_fails: whether the build fails on more positional parameters than it reads.
        highlights: the position of a parameter that holds settings of highlighting, ``key=value`` with commas between.
        any_case: whether the names of its parameters may be written in any case of letters.
        identifiers: parameters that hold an id, never an address.
        open_ended: whether it may read parameters that are not listed.
        inner_as: what becomes of the inner text: ``markdown``, ``html`` or ``code``; empty when it takes none.
        source: the parameters that choose the image it shows.
        alt: the parameters that become the alt text of that image, the first one given counts.
        deprecated: the version of Hugo that began to warn, as ``(0, 143)``.
        removed: the version of Hugo that fails on it.
        replacement: what to use instead, empty when there is nothing of the kind.
        headings: the parameters that it shows as a heading, each with the level.
    """

    name: str
    inner: bool = False
    named: tuple[str, ...] = ()
    positional: int = 0
    required: tuple[tuple[str | int, ...], ...] = ()
    fails: str = "always"
    inner_serves: bool = False
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    minimum: tuple[tuple[str, int], ...] = ()
    surplus_fails: bool = False
    highlights: int | None = None
    any_case: bool = False
    identifiers: tuple[str | int, ...] = ()
    open_ended: bool = False
    inner_as: str = ""
    source: tuple[str | int, ...] = ()
    alt: tuple[str | int, ...] = ()
    deprecated: tuple[int, int] | None = None
    removed: tuple[int, int] | None = None
    replacement: str = ""
    headings: tuple[tuple[str | int, int], ...] = ()


def _table(shortcodes: Iterable[BuiltinShortcode]) -> Mapping[str, BuiltinShortcode]:
    return MappingProxyType({shortcode.name: shortcode for shortcode in shortcodes})


_REFERENCE: Final = ("path", "lang", "outputFormat")

BUILTINS: Final = _table((
    BuiltinShortcode("comment", inner=True, inner_as="code", deprecated=(0, 143), replacement="<!-- … -->"),
    BuiltinShortcode(
        "details", inner=True, inner_as="markdown", named=("class", "name", "open", "summary", "title")
    ),
    BuiltinShortcode(
        "figure",
        named=(
            "src", "alt", "caption", "title", "link", "target", "rel", "class", "width", "height", "loading", "attr",
            "attrlink",
        ),
        required=(("src",),),
        fails="never",
        source=("src",),
        alt=("alt", "caption"),
        headings=(("title", 4),),
    ),
    BuiltinShortcode("gist", positional=3, open_ended=True, deprecated=(0, 143), removed=(0, 156)),
    BuiltinShortcode(
        "highlight",
        inner=True,
        inner_as="code",
        positional=2,
        required=((0,),),
        fails="never",
        highlights=1,
    ),
    BuiltinShortcode("instagram", positional=1, required=((0,),), identifiers=(0,)),
    BuiltinShortcode("instagram_simple", open_ended=True, deprecated=(0, 123), removed=(0, 123), replacement="instagram"),
    BuiltinShortcode("param", positional=1, required=((0,),)),
    BuiltinShortcode(
        "qr",
        inner=True,
        inner_as="code",
        named=("text", "level", "scale", "targetDir", "alt", "class", "id", "title", "loading"),
        required=(("text",),),
        inner_serves=True,
        choices=(("level", ("low", "medium", "quartile", "high")),),
        minimum=(("scale", 2),),
        alt=("alt",),
    ),
    BuiltinShortcode("ref", named=_REFERENCE, positional=2, required=((0, "path"),), fails="alone", surplus_fails=True, any_case=True),
    BuiltinShortcode("relref", named=_REFERENCE, positional=2, required=((0, "path"),), fails="alone", surplus_fails=True, any_case=True),
    BuiltinShortcode("tweet", open_ended=True, deprecated=(0, 142), removed=(0, 156), replacement="x"),
    BuiltinShortcode("twitter", open_ended=True, deprecated=(0, 142), removed=(0, 156), replacement="x"),
    BuiltinShortcode("twitter_simple", open_ended=True, deprecated=(0, 142), removed=(0, 156), replacement="x"),
    BuiltinShortcode(
        "vimeo",
        named=("id", "class", "title", "loading", "allowFullScreen"),
        positional=1,
        required=((0, "id"),),
        identifiers=(0, "id"),
    ),
    BuiltinShortcode("vimeo_simple", named=("id", "class"), positional=2, required=((0, "id"),), identifiers=(0, "id")),
    BuiltinShortcode("x", named=("user", "id"), required=(("user",), ("id",)), identifiers=("id",)),
    BuiltinShortcode("x_simple", named=("user", "id"), required=(("user",), ("id",)), identifiers=("id",)),
    BuiltinShortcode(
        "youtube",
        named=(
            "id", "title", "class", "loading", "start", "end", "autoplay", "mute", "loop", "controls", "allowFullScreen",
        ),
        positional=1,
        required=((0, "id"),),
        identifiers=(0, "id"),
    ),
))  # fmt: skip
"""Hugo's own shortcodes by name. A site's or theme's template of the same name comes first."""


def _theme(
    *, markdown: str, html: str, code: str, plain: str, images: Iterable[BuiltinShortcode]
) -> Mapping[str, BuiltinShortcode]:
    return _table((
        *(BuiltinShortcode(name, inner=True, inner_as="markdown", open_ended=True) for name in markdown.split()),
        *(BuiltinShortcode(name, inner=True, inner_as="html", open_ended=True) for name in html.split()),
        *(BuiltinShortcode(name, inner=True, inner_as="code", open_ended=True) for name in code.split()),
        *(BuiltinShortcode(name, open_ended=True) for name in plain.split()),
        *images,
    ))  # fmt: skip


THEMES: Final = MappingProxyType({
    "congo": _theme(
        markdown="alert lead",
        html="badge button",
        code="chart mermaid",
        plain="icon katex profile",
        images=(
            BuiltinShortcode(
                "figure",
                named=("src", "alt", "caption", "class", "href", "default"),
                open_ended=True,
                source=("src",),
                alt=("alt",),
            ),
            BuiltinShortcode(
                "screenshot",
                named=("src", "alt", "caption", "class", "href"),
                open_ended=True,
                source=("src",),
                alt=("alt", "caption"),
            ),
        ),
    ),
    "blowfish": _theme(
        markdown="accordion accordionitem alert keyword keywordlist lead tab tabs timeline timelineitem",
        html="badge button gallery ltr rtl typeit",
        code="chart mermaid",
        plain="article carousel github gitlab icon katex list mdimporter swatches video youtubelite",
        images=(
            BuiltinShortcode(
                "figure",
                named=("src", "alt", "caption", "class", "href", "target", "nozoom", "default"),
                open_ended=True,
                source=("src",),
                alt=("alt",),
            ),
        ),
    ),
})  # fmt: skip
"""The shortcodes of themes that may not be on disk, by theme and name."""
