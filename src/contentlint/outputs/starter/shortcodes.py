"""The tables about shortcodes in the first settings of a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contentlint.engine.survey.shortcodes import OFTEN, UsedShortcode
from contentlint.engine.survey.survey import Survey
from contentlint.outputs.starter.toml import comment, list_lines, value
from contentlint.rules.base import Message

_HEAD: Final = Message(
    en="Shortcodes whose templates are not here, as pages use them.",
    nl="Shortcodes waarvan de sjablonen hier niet staan, zoals pagina’s ze gebruiken.",
)
_CALLS: Final = Message(en="{count} times, such as in {path}.", nl="{count} keer, onder meer in {path}.")
_ONCE: Final = Message(en="Once, in {path}.", nl="Eén keer, in {path}.")
_BY_PLACE: Final = Message(
    en="Its parameters have no names, so they are not checked.",
    nl="De parameters hebben geen namen en worden dus niet bekeken.",
)
_TOO_FEW: Final = Message(
    en="Seen too seldom to know that these are all its parameters:",
    nl="Te weinig gezien om te weten of dit alle parameters zijn:",
)
_HALF_CLOSED: Final = Message(
    en="Left off: the shortcode ‘{name}’, which is closed in some places and not in others (see {path}).",
    nl="Weggelaten: de shortcode ‘{name}’, die op sommige plaatsen gesloten wordt en op andere niet (zie {path}).",
)
_NO_TEMPLATE: Final = Message(
    en="Left off: the shortcode ‘{name}’ (in {path}). All templates are here and none has that name, so Hugo cannot build the "
    "site; ‘contentlint check’ shows where.",
    nl="Weggelaten: de shortcode ‘{name}’ (in {path}). Alle sjablonen staan hier en geen ervan heet zo, dus Hugo kan de site niet "
    "bouwen; ‘contentlint check’ laat zien waar.",
)


def shortcode_lines(survey: Survey, language: str) -> Iterator[str]:
    """Yield a table for each shortcode that can be declared, and comments on the others."""
    declared = [one for one in survey.shortcodes if one.inner is not None and not one.impossible]
    if declared:
        yield ""
        yield from comment(_HEAD(), language)
    for one in declared:
        yield from _table(one, language)
    for one in survey.shortcodes:
        if one not in declared:
            yield ""
            message = _NO_TEMPLATE if one.impossible else _HALF_CLOSED
            yield from comment(message(name=one.name, path=one.path), language)


def _table(one: UsedShortcode, language: str) -> Iterator[str]:
    yield ""
    message = _ONCE(path=one.path) if one.calls == 1 else _CALLS(count=one.calls, path=one.path)
    yield from comment(message, language)
    yield "[[shortcodes]]"
    yield f"name = {value(one.name)}"
    if one.inner:
        yield "inner = true"
        if one.content != "markdown":
            yield f"content = {value(one.content)}"
    if one.parameters is None:
        yield from comment(_BY_PLACE(), language)
    elif one.calls >= OFTEN:
        yield from list_lines("parameters", one.parameters)
    elif one.parameters:
        yield from comment(_TOO_FEW(), language)
        yield f"# parameters = {value(one.parameters)}"
