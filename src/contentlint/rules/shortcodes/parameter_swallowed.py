"""SC009: a value without quotes that takes in what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import ShortcodeTag
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.shortcodes.shortcode_rule import ShortcodeRule, swallows
from contentlint.text import Edit, Span

_END: Final = re.compile(r"/?[>%]\}\}")
_ICON = {
    "hugo.toml": "",
    "layouts/_shortcodes/icon.html": "{{ .Params }}",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
}


class ShortcodeParameterSwallowed(ShortcodeRule[Options]):
    """Reports a value without quotes that runs into the end of its tag, or into the next parameter.

    Without quotes a value goes on to the next space, whatever the characters; and behind an equals sign Hugo skips spaces to
    find the value.

    ## Why is this bad?
    The tag has no end, so the site cannot be built; or a parameter such as the alt text becomes part of another and is lost.

    ## Fix safety
    The fix is unsafe: it writes a space before the end of the tag, or gives the first parameter an empty value.
    """

    dutch = """Meldt een waarde zonder aanhalingstekens die doorloopt in het einde van de tag of in de volgende
    parameter.

    Zonder aanhalingstekens loopt een waarde door tot de volgende spatie, wat er ook staat; en na een isgelijkteken
    slaat Hugo spaties over om de waarde te vinden.

    ## Waarom is dat erg?
    De tag heeft geen einde, zodat de site niet kan worden gebouwd; of een parameter zoals de alt-tekst wordt deel van
    een andere en gaat verloren.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er komt een spatie voor het einde van de tag, of de eerste parameter
    krijgt een lege waarde.
    """

    info = RuleInfo(
        name="shortcode-parameter-swallowed",
        code="SC009",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Value runs into what stands behind it", nl="Waarde loopt door in wat erachter staat"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    end = Message(
        en="Without a space before it, Hugo takes ‘{end}’ for a part of the value, and the tag never ends. Write a space, or put "
        "the value between double quotes.",
        nl="Zonder spatie ervoor ziet Hugo ‘{end}’ als deel van de waarde, en eindigt de tag nooit. Zet een spatie, of zet de "
        "waarde tussen dubbele aanhalingstekens.",
    )
    parameter = Message(
        en='‘{key}’ has no value here, so Hugo takes ‘{value}’ for its value and that parameter is lost. Write {key}="" or give '
        "the value.",
        nl='‘{key}’ heeft hier geen waarde, dus Hugo neemt ‘{value}’ als waarde en die parameter gaat verloren. Schrijf {key}="" '
        "of vul de waarde in.",
    )
    add_space = Message(en="Write a space before the end of the tag.", nl="Zet een spatie voor het einde van de tag.")
    add_value = Message(en="Give ‘{key}’ an empty value.", nl="Geef ‘{key}’ een lege waarde.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('Look: {{< icon href="/x">}} {{< icon href=/x >}} {{< icon x>}} {{< icon href=/x?a=b >}}\n', files=_ICON),
        Valid('Look: {{< icon src="" alt="An oak" >}}\n', files=_ICON),
        Invalid("Look: {{< icon href=⟦/x>}} ⟧and on.\n", fixed="Look: {{< icon href=/x >}} and on.\n", files=_ICON),
        Invalid("Look: {{< note a=⟦b/>}}⟧", fixed="Look: {{< note a=b />}}", files=_ICON),
        Invalid(
            'Look: {{< icon src= ⟦alt="oak"⟧ >}}\n',
            fixed='Look: {{< icon src="" alt="oak" >}}\n',
            files=_ICON,
        ),
        Invalid("Look: {{% icon href=⟦%}}⟧", fixed='Look: {{% icon href="" %}}', files=_ICON),
    )

    @on(ShortcodeTag)
    def check(self, tag: ShortcodeTag) -> Iterator[Violation]:
        # Where Hugo gives up on the tag: so far the value has run on.
        reached = {problem.tag: problem.offset for problem in self.document.shortcodes.problems}.get(tag)
        for parameter in tag.parameters:
            if not swallows(self.document, parameter) or parameter.key_span is None:
                continue
            span = parameter.value_span
            text = self.document[span]
            gap = Span(parameter.key_span.end + 1, span.start)
            if found := _END.search(text):
                at = span.start + found.start()
                # Without anything before the end of the tag there is no value at all.
                edit = Edit(Span(at, at), " ") if found.start() else Edit(Span(gap.start, span.start), '"" ')
                yield self.violation(
                    Span(span.start, max(span.start + found.end(), reached or 0)),
                    self.end(end=found[0]),
                    fix=self.unsafe_fix(self.add_space(), edit),
                    stop=reached,
                )
            else:
                yield self.violation(
                    span,
                    self.parameter(key=parameter.key, value=text),
                    fix=self.unsafe_fix(self.add_value(key=parameter.key), Edit(gap, '"" ')),
                )
                return
