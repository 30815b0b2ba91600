"""SC010: quotes in a shortcode tag that are no quotes to Hugo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, ShortcodeParameter, ShortcodeTag
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
from contentlint.rules.shortcodes.shortcode_rule import QUOTES, Cause, ShortcodeRule, cause_of, has_wrong_quotes
from contentlint.text import Edit, Span

_QUOTED: Final = re.compile(
    r"'[^'\n\"]{0,1000}'(?=[\s/>%])|[‘’‚‛´][^‘’´\n\"]{0,1000}[’‘´]|[“”„‟][^“”\n\"]{0,1000}[”“\"]|«[^»\n\"]{0,1000}»|[^\s\"']{0,1000}\"(?=[\s/>%])"
)
_ICON = {"hugo.toml": "", "layouts/_shortcodes/icon.html": "{{ .Params }}"}


class ShortcodeQuotes(ShortcodeRule[Options]):
    """Reports single and curly quotes around a value of a shortcode, a value with only a closing quote, and lost backslashes.

    Hugo knows straight double quotes and backticks.

    ## Why is this bad?
    Hugo stops and the site is not built, or the quotes become part of the value: an alt text is read out with its quotes.

    ## Fix safety
    The fix is unsafe: it writes straight double quotes, and so changes the value.
    """

    dutch = """Meldt enkele en gekrulde aanhalingstekens rond een waarde van een shortcode, een waarde met alleen een
    sluitend aanhalingsteken, en backslashes die verdwijnen.

    Hugo kent rechte dubbele aanhalingstekens en backticks.

    ## Waarom is dat erg?
    Hugo stopt en de site wordt niet gebouwd, of de aanhalingstekens worden deel van de waarde: een alt-tekst wordt dan
    met aanhalingstekens en al voorgelezen.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er komen rechte dubbele aanhalingstekens, en daarmee verandert de
    waarde.
    """

    info = RuleInfo(
        name="shortcode-quotes",
        code="SC010",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Wrong quotes in a shortcode", nl="Verkeerde aanhalingstekens in een shortcode"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    fails = Message(
        en="Hugo does not take {found} for a quote, so the site cannot be built. Put the value between straight double quotes "
        '(").',
        nl="Hugo ziet {found} niet als aanhalingsteken, dus de site kan niet worden gebouwd. Zet de waarde tussen rechte dubbele "
        'aanhalingstekens (").',
    )
    kept = Message(
        en="Hugo does not take {found} for a quote, so it becomes part of the value and shows on the page. Use straight double "
        'quotes (").',
        nl="Hugo ziet {found} niet als aanhalingsteken; het wordt deel van de waarde en komt op de pagina. Gebruik rechte dubbele "
        'aanhalingstekens (").',
    )
    half = Message(
        en="This value ends with a quote that was never opened, so the quote shows on the page. Add one before the value.",
        nl="Deze waarde eindigt met een aanhalingsteken dat nooit is geopend, dus het komt op de pagina. Zet er ook een voor.",
    )
    backslash = Message(
        en='Because this value holds \\", Hugo removes every backslash in it. Put it between backticks to keep them.',
        nl='Omdat in deze waarde \\" staat, haalt Hugo alle backslashes eruit weg. Zet hem tussen backticks om ze te houden.',
    )
    straighten = Message(en="Use straight double quotes.", nl="Gebruik rechte dubbele aanhalingstekens.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('Look: {{< icon alt="it\'s an “oak”" >}}\n', files=_ICON),
        Valid('Look: {{< icon "a \\"b\\"" `c:\\d "e"` >}}\n', files=_ICON),
        Invalid("Look: {{< icon ⟦'star'⟧ >}}\n", fixed='Look: {{< icon "star" >}}\n', files=_ICON),
        Invalid("Look: {{< icon alt=⟦'an old oak'⟧ >}}\n", fixed='Look: {{< icon alt="an old oak" >}}\n', files=_ICON),
        Invalid("Look: {{< icon alt=⟦“oak”⟧ >}}\n", fixed='Look: {{< icon alt="oak" >}}\n', files=_ICON),
        Invalid('Look: {{< icon alt=⟦oak"⟧ >}}\n', fixed='Look: {{< icon alt="oak" >}}\n', files=_ICON),
        Invalid('Look: {{< icon "⟦c:\\map \\"x\\"⟧" >}}\n', files=_ICON),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        broken: set[ShortcodeTag | None] = set()
        for problem in document.shortcodes.problems:
            if cause_of(document, problem) is Cause.QUOTES:
                broken.add(problem.tag)
                start = self._begin(problem.tag, problem.offset)
                yield self._violation(start, self.fails, Severity.ERROR)
        for tag in document.shortcodes.tags:
            if tag in broken:
                continue
            for parameter in tag.parameters:
                if has_wrong_quotes(parameter):
                    yield self._violation(parameter.value_span.start, self.kept, Severity.WARNING)
                elif parameter.quote == '"' and self._loses_backslashes(parameter):
                    yield self.violation(parameter.value_span, self.backslash(), severity=Severity.WARNING)

    @staticmethod
    def _begin(tag: ShortcodeTag | None, offset: int) -> int:
        """Return where the value with the wrong quotes begins; Hugo may notice only at its second word."""
        parameters = tag.parameters if tag is not None else ()
        return next(
            (
                parameter.value_span.start
                for parameter in parameters
                if has_wrong_quotes(parameter) and parameter.span.start < offset
            ),
            offset,
        )

    def _loses_backslashes(self, parameter: ShortcodeParameter) -> bool:
        source = self.document[parameter.value_span]
        return '\\"' in source and "\\" in source.replace('\\"', "")

    def _violation(self, start: int, message: Message, severity: Severity) -> Violation:
        text = self.document.text
        found = _QUOTED.match(text, start)
        fix: Fix | None = None
        span = Span(start, start + 1)
        if found:
            span = Span(*found.span())
            value = found[0].strip(QUOTES + '"')
            fix = self.unsafe_fix(self.straighten(), Edit(span, f'"{value}"'))
        if text[start] not in QUOTES:
            return self.violation(span, self.half(), severity=severity, fix=fix)
        return self.violation(span, message(found=text[start]), severity=severity, fix=fix)
