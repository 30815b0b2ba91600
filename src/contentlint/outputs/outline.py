"""The outline of a page, as a screen reader user meets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from contentlint.document import Document, ShortcodeTag
from contentlint.outputs.display import shown
from contentlint.rules.base import BoundMessage, Message
from contentlint.site import OutlineHeading

_HEADING: Final = Message(en="Heading {level}  {text}", nl="Kop {level}  {text}")
_EMPTY: Final = Message(
    en="(no text: a screen reader says nothing here)", nl="(geen tekst: een schermlezer zegt hier niets)"
)
_TITLE: Final = Message(en="the title of the page", nl="de titel van de pagina")
_PERHAPS_TITLE: Final = Message(
    en="the title of the page, if the theme shows it", nl="de titel van de pagina, als het thema die toont"
)
_HTML: Final = Message(en="written in HTML", nl="in HTML geschreven")
_SHORTCODE: Final = Message(en="made by the shortcode {name}", nl="gemaakt door de shortcode {name}")
_SKIPPED_ONE: Final = Message(en="level {level} is missing above it", nl="niveau {level} ontbreekt erboven")
_SKIPPED: Final = Message(en="levels {levels} are missing above it", nl="de niveaus {levels} ontbreken erboven")
_SECOND: Final = Message(
    en="a second heading of level 1; a page has one main title",
    nl="een tweede kop van niveau 1; een pagina heeft één hoofdtitel",
)
_NONE: Final = Message(
    en="This page has no headings. A screen reader user cannot jump through it.",
    nl="Deze pagina heeft geen koppen. Met een schermlezer kun je er niet doorheen springen.",
)


def _notes(heading: OutlineHeading, *, is_second: bool) -> Iterator[BoundMessage]:
    """Yield what is to be said of a heading, in the order in which it is read."""
    if heading.source == "title":
        yield _TITLE() if heading.certain else _PERHAPS_TITLE()
    elif heading.source == "html":
        yield _HTML()
    elif isinstance(heading.node, ShortcodeTag):
        yield _SHORTCODE(name=heading.node.name)
    if len(heading.skipped) == 1:
        yield _SKIPPED_ONE(level=heading.skipped[0])
    elif heading.skipped:
        yield _SKIPPED(levels=", ".join(map(str, heading.skipped)))
    if is_second:
        yield _SECOND()


def as_text(headings: Sequence[OutlineHeading], language: str) -> Iterator[str]:
    """Yield the lines of an outline in ``en`` or ``nl``: a heading each, indented by its level, with notes in words."""
    if not headings:
        yield _NONE().render(language)
    for heading, is_second in _with_seconds(headings):
        text = shown(" ".join(heading.text.split())) if heading.text else _EMPTY().render(language)
        line = "  " * (heading.level - 1) + _HEADING(level=heading.level, text=text).render(language)
        notes = "; ".join(note.render(language) for note in _notes(heading, is_second=is_second))
        yield f"{line}  [{shown(notes)}]" if notes else line


def as_data(headings: Sequence[OutlineHeading], document: Document, path: str) -> dict[str, Any]:
    """Return an outline for programs; columns count code points from 1."""
    entries = []
    for heading, is_second in _with_seconds(headings):
        place = document.source.position(heading.span.start)
        entries.append(
            {
                "level": heading.level,
                "text": heading.text,
                "line": place.line,
                "column": place.column,
                "source": heading.source,
                "shortcode": heading.node.name if isinstance(heading.node, ShortcodeTag) else None,
                "certain": heading.certain,
                "skipped_levels": list(heading.skipped),
                "empty": not heading.text,
                "second_title": is_second,
            }
        )
    return {"schema_version": 1, "path": path, "language": document.language, "headings": entries}


def _with_seconds(headings: Sequence[OutlineHeading]) -> Iterator[tuple[OutlineHeading, bool]]:
    """Yield the headings, each with whether another one of level 1 stands before it."""
    titles = 0
    for heading in headings:
        titles += heading.level == 1
        yield heading, heading.level == 1 and titles > 1
