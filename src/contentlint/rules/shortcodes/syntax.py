"""SC001: a shortcode tag that Hugo cannot read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import ClassVar

from contentlint.document import Document, ShortcodeProblem
from contentlint.document.shortcodes import ShortcodeProblemKind
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Fix,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.shortcodes.shortcode_rule import Cause, ShortcodeRule, cause_of
from contentlint.text import Edit, Span

_Kind = ShortcodeProblemKind
_WRONG_END = re.compile(r"(?:[>%]\}\}?|\}\})(?!\})")
_OWN_MARK = re.compile(r"HAHAHUGOSHORTCODE\w*?HBHB")
_WORD = re.compile(r"[^\s\"`=<>{}]+")
_ICON = {
    "hugo.toml": "",
    "layouts/_shortcodes/icon.html": "{{ .Params }}",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
}


class ShortcodeSyntax(ShortcodeRule[Options]):
    """Reports a shortcode tag that Hugo cannot read, wherever it stands: Hugo reads tags in code and in comments too.

    ## Why is this bad?
    Hugo stops at the first such tag, and the whole site is not built.

    ## Fix safety
    The fix is unsafe: it puts a value between quotes, ends the tag with the sign it began with, or makes an invisible
    character a space. The page could not be built before.
    """

    dutch = """Meldt een shortcode-tag die Hugo niet kan lezen, waar die ook staat: Hugo leest ook tags in code en in
    commentaar.

    ## Waarom is dat erg?
    Hugo stopt bij de eerste tag die zo is, en de hele site wordt niet gebouwd.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: een waarde komt tussen aanhalingstekens, de tag eindigt met het
    teken waarmee hij begon, of een onzichtbaar teken wordt een spatie. Eerder was de pagina niet te bouwen.
    """

    info = RuleInfo(
        name="shortcode-syntax",
        code="SC001",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Shortcode tag cannot be read", nl="Shortcode-tag is onleesbaar"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    in_code_message = Message(
        en="Hugo takes ‘{opener}’ for the start of a shortcode, in code too, and cannot read what follows; the site cannot be "
        "built. To show a shortcode, write {example}; else put a space between the braces.",
        nl="Hugo ziet ‘{opener}’ als het begin van een shortcode, ook in code, en kan de rest niet lezen; de site kan niet "
        "worden gebouwd. Schrijf {example} om een shortcode te tonen, of zet een spatie tussen de accolades.",
    )
    character = Message(
        en="Hugo cannot read ‘{found}’ here, so the site cannot be built. Put a value with such a character between double "
        "quotes.",
        nl="Hugo kan ‘{found}’ hier niet lezen, dus de site kan niet worden gebouwd. Zet een waarde met zo’n teken tussen "
        "dubbele aanhalingstekens.",
    )
    before_name = Message(
        en="The name of a shortcode cannot begin with ‘{found}’, so the site cannot be built. Write the name right behind "
        "‘{opener}’.",
        nl="De naam van een shortcode kan niet beginnen met ‘{found}’, dus de site kan niet worden gebouwd. Zet de naam direct "
        "achter ‘{opener}’.",
    )
    invisible = Message(
        en="An invisible character ({found}) stands in this tag, so the site cannot be built. Replace it by a normal space.",
        nl="In deze tag staat een onzichtbaar teken ({found}), dus de site kan niet worden gebouwd. Vervang het door een gewone "
        "spatie.",
    )
    wrong_end = Message(
        en="This tag begins with ‘{opener}’ and must end with ‘{closer}’; as it is, the site cannot be built.",
        nl="Deze tag begint met ‘{opener}’ en moet eindigen met ‘{closer}’; zo kan de site niet worden gebouwd.",
    )
    unterminated = Message(
        en="This tag never ends, so Hugo reads the text behind it as part of it and the site cannot be built. End it with "
        "‘{closer}’.",
        nl="Deze tag eindigt nergens, dus Hugo leest de tekst erachter als deel ervan en de site kan niet worden gebouwd. "
        "Sluit hem af met ‘{closer}’.",
    )
    slash = Message(
        en="Hugo takes this slash for the end of the shortcode, so the site cannot be built. Put a value with a slash between "
        "double quotes.",
        nl="Hugo ziet deze schuine streep als het einde van de shortcode, dus de site kan niet worden gebouwd. Zet een waarde "
        "met een schuine streep tussen dubbele aanhalingstekens.",
    )
    own_mark = Message(
        en="Hugo uses this text itself to mark shortcodes, so the site cannot be built. Remove it.",
        nl="Hugo gebruikt deze tekst zelf om shortcodes te markeren, dus de site kan niet worden gebouwd. Haal hem weg.",
    )
    kinds: ClassVar[Mapping[ShortcodeProblemKind, Message]] = {
        _Kind.COMMENT_UNTERMINATED: Message(
            en="This shown shortcode does not end, so the site cannot be built. End it with ‘*/{closer}’, the same sign it "
            "began with.",
            nl="Deze getoonde shortcode eindigt niet, dus de site kan niet worden gebouwd. Sluit hem af met ‘*/{closer}’, met "
            "hetzelfde teken als aan het begin.",
        ),
        _Kind.QUOTE_UNTERMINATED: Message(
            en="This value has no closing quote on the same line, so the site cannot be built. Add the quote; a text over more "
            "lines goes between backticks.",
            nl="Deze waarde heeft geen sluitend aanhalingsteken op dezelfde regel, dus de site kan niet worden gebouwd. Voeg "
            "het toe; een tekst van meer regels kan tussen backticks.",
        ),
        _Kind.RAW_UNTERMINATED: Message(
            en="This value has no closing backtick, so the site cannot be built. Add it where the value ends.",
            nl="Deze waarde heeft geen sluitende backtick, dus de site kan niet worden gebouwd. Zet die waar de waarde eindigt.",
        ),
        _Kind.BAD_ESCAPE: Message(
            en="A backslash cannot stand before a backtick here, so the site cannot be built. Remove the backslash.",
            nl="Voor een backtick kan hier geen backslash staan, dus de site kan niet worden gebouwd. Haal de backslash weg.",
        ),
        _Kind.PERIOD_IN_NAME: Message(
            en="Hugo reads ‘{found}’ as the name of a shortcode, and a name has no full stop; the site cannot be built. Put a "
            "value between double quotes.",
            nl="Hugo leest ‘{found}’ als naam van een shortcode, en in een naam staat geen punt; de site kan niet worden "
            "gebouwd. Zet een waarde tussen dubbele aanhalingstekens.",
        ),
        _Kind.CLOSING_CONTENT: Message(
            en="A closing tag holds nothing but a name, so the site cannot be built. Remove what stands behind ‘{name}’.",
            nl="Een sluittag bevat alleen een naam, dus de site kan niet worden gebouwd. Haal weg wat achter ‘{name}’ staat.",
        ),
        _Kind.NAMELESS: Message(
            en="This shortcode has no name, so the site cannot be built. Write the name behind ‘{opener}’.",
            nl="Deze shortcode heeft geen naam, dus de site kan niet worden gebouwd. Zet de naam achter ‘{opener}’.",
        ),
        _Kind.INLINE_NESTED: Message(
            en="Inside an inline shortcode no other shortcode can stand, so the site cannot be built. Close the inline one first.",
            nl="Binnen een inline-shortcode kan geen andere shortcode staan, dus de site kan niet worden gebouwd. Sluit eerst de "
            "inline-shortcode.",
        ),
        _Kind.VALUE_WITHOUT_NAME: Message(
            en="No parameter stands before this equals sign, so Hugo drops the value. Write the parameter’s name before it.",
            nl="Voor dit isgelijkteken staat geen parameter, dus Hugo laat de waarde weg. Zet er de naam van de parameter "
            "voor.",
        ),
        _Kind.EXTRA_SLASH: Message(
            en="One slash closes a shortcode; with more, a piece of the tag can end up on the page. Keep one.",
            nl="Eén schuine streep sluit een shortcode; bij meer kan een stuk van de tag op de pagina komen. Houd er één over.",
        ),
    }  # fmt: skip
    quote = Message(en="Put the value between double quotes.", nl="Zet de waarde tussen dubbele aanhalingstekens.")
    end = Message(en="End the tag with ‘{closer}’.", nl="Sluit de tag af met ‘{closer}’.")
    space = Message(en="Write a normal space.", nl="Zet een gewone spatie.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('Look: {{< icon "a/b" c-d `e` 1.5 >}} {{%icon%}} {{</* icon */>}}\n', files=_ICON),
        Valid(
            'Look: {{< icon src = "a" alt="an \\"oak\\"" >}} {{ .Title }} {{<\ticon\n\n>}}\n',
            files=_ICON,
            movable=False,
        ),
        Valid("{% icon %} and {{ icon }}\n", files=_ICON),
        Invalid("Look: {{< icon ⟦%}}⟧\n", fixed="Look: {{< icon >}}\n", files=_ICON),
        Invalid("Look: {{% icon ⟦}}⟧ and on.\n", fixed="Look: {{% icon %}} and on.\n", files=_ICON),
        Invalid(
            "Look: {{< icon ⟦https://example.org/a⟧ >}}\n",
            fixed='Look: {{< icon "https://example.org/a" >}}\n',
            files=_ICON,
        ),
        Invalid("Look: {{< icon star⟦\u00a0⟧sun >}}\n", fixed="Look: {{< icon star sun >}}\n", files=_ICON),
        Invalid("Look: {{< icon img⟦/⟧star >}}\n", files=_ICON),
        Invalid('Look: {{< icon ⟦"star >}}⟧\n', files=_ICON),
        Invalid("Look: {{< icon ⟦`star >}}⟧\n", files=_ICON),
        Invalid("Look: ⟦{{< >}}⟧\n", files=_ICON),
        Invalid("Look: {{< note >}}x{{< /⟦note⟧ x >}}\n", files=_ICON),
        Invalid("Write `{{<⟦`⟧ before the name.\n", files=_ICON),
        Invalid("Look: {{< icon⟦=star⟧ >}}\n", files=_ICON),
        Invalid("Look: ⟦{{</*⟧ icon */%}}\n", files=_ICON),
        Invalid("Look: ⟦HAHAHUGOSHORTCODEs0HBHB⟧ {{< icon >}}\n", files=_ICON),
        Invalid("Look: ⟦{{< icon star⟧", files=_ICON, movable=False),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        for problem in document.shortcodes.problems:
            if cause_of(document, problem) is Cause.SYNTAX:
                yield self._violation(problem)
        for problem in self.problems(_Kind.NAMELESS):
            yield self._violation(problem)
        if document.shortcodes.tags:
            for found in _OWN_MARK.finditer(document.text, document.body.start):
                yield self.violation(Span(*found.span()), self.own_mark())

    def _violation(self, problem: ShortcodeProblem) -> Violation:
        text = self.document.text
        tag = problem.tag
        start = tag.span.start if tag is not None else text.rfind("{{", 0, problem.span.start + 2)
        opener = text[start : start + 3]
        values = {
            "opener": opener,
            "closer": (">" if opener.endswith("<") else "%") + "}}",
            "example": "{{</* … */>}}",
            "found": problem.detail,
            "name": tag.name if tag is not None else "",
        }
        span, message, fix = problem.span, self.kinds.get(problem.kind), None
        if self.in_code(Span(start, start + 3)) and not problem.kind.builds:
            message = self.in_code_message
        elif problem.kind is _Kind.TAG_UNTERMINATED or problem.detail == "{":
            span, message = Span(start, max(problem.span.end, problem.offset)), self.unterminated
        elif problem.kind is _Kind.UNEXPECTED_CHARACTER:
            span, message, fix = self._unexpected(problem, values)
        if message is None:
            raise AssertionError(problem.kind)
        severity = Severity.WARNING if problem.kind.builds else Severity.ERROR
        stop = None if problem.kind.builds else problem.offset
        return self.violation(span, message(**values), severity=severity, fix=fix, stop=stop)

    def _unexpected(self, problem: ShortcodeProblem, values: dict[str, str]) -> tuple[Span, Message, Fix | None]:
        span, tag, text = problem.span, problem.tag, self.document.text
        if text[span.start] == "/":
            return span, self.slash, None
        if unicodedata.category(problem.detail)[0] in "CZ":
            values["found"] = unicodedata.name(problem.detail, f"U+{ord(problem.detail):04X}")
            return span, self.invisible, self.unsafe_fix(self.space(), Edit(span, " "))
        if tag is None:
            return span, self.before_name, None
        if end := _WRONG_END.match(text, span.start):
            span = Span(*end.span())
            return (
                span,
                self.wrong_end,
                self.unsafe_fix(self.end(closer=values["closer"]), Edit(span, values["closer"])),
            )
        word = next((found for found in _WORD.finditer(text, tag.name_span.end) if found.end() > span.start), None)
        if word is None or word.start() > span.start or any(parameter.key for parameter in tag.parameters):
            return span, self.character, None
        span = Span(*word.span())
        return span, self.character, self.unsafe_fix(self.quote(), Edit(span, f'"{word[0]}"'))
