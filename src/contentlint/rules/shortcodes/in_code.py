"""SC012: a shortcode inside code, where it runs all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import CodeBlock, CodeSpan, ShortcodeTag
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
from contentlint.rules.shortcodes.shortcode_rule import ShortcodeRule

_VALUES: Final = frozenset(("param", "ref", "relref"))
"""Shortcodes of Hugo that give nothing but a value."""

_NOTE = {"hugo.toml": "", "layouts/_shortcodes/note.html": "{{ .Inner }}", "layouts/_shortcodes/icon.html": "x"}


class ShortcodeInCode(ShortcodeRule[Options]):
    """Reports a shortcode in inline code or in a code block.

    One that fills in a value in the middle of a line of code is left alone: that works, and is done on purpose.
    It is a remark where a shortcode of the site's own may give nothing but a value.

    ## Why is this bad?
    Code does not protect a shortcode: Hugo runs it, and the page shows what it makes in place of the code. That is seldom meant.

    ## Fix safety
    The fix is unsafe: the page then shows the shortcode as it is written, and does not run it.
    """

    dutch = """Meldt een shortcode in code binnen een zin of in een codeblok.

    Een shortcode die midden in een regel code een waarde invult, blijft buiten beschouwing: dat werkt, en is met opzet
    gedaan. Het is een opmerking als een eigen shortcode van de site misschien alleen een waarde geeft.

    ## Waarom is dat erg?
    Code beschermt een shortcode niet: Hugo voert hem uit, en de pagina toont het resultaat in plaats van de code. Dat
    is zelden de bedoeling.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de pagina toont dan de shortcode zoals die er staat, en Hugo voert
    hem niet uit.
    """

    info = RuleInfo(
        name="shortcode-in-code",
        code="SC012",
        family=Family.SHORTCODES,
        severity=Severity.WARNING,
        summary=Message(en="Shortcode runs inside code", nl="Shortcode wordt uitgevoerd binnen code"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    runs = Message(
        en="Hugo runs ‘{name}’ here too, so the page shows its result and not this code. Write {opener}/* and */{closer} around "
        "it to show the shortcode itself.",
        nl="Hugo voert ‘{name}’ ook hier uit, dus de pagina toont het resultaat en niet deze code. Zet er {opener}/* en "
        "*/{closer} omheen om de shortcode zelf te tonen.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Write `{{</* icon */>}}` and {{< icon >}}.\n", files=_NOTE),
        Valid("Text\n\n```\n{{%/* note */%}}\n```\n", files=_NOTE),
        Valid("Run `get app-{{< icon >}}.zip`.\n\n```sh\nget app-{{< icon >}}.zip\n```\n", files=_NOTE),
        Valid("Version `{{< param title >}}`\n", files=_NOTE),
        Invalid("Write `⟦{{< icon >}}⟧`.\n", fixed="Write `{{</* icon */>}}`.\n", files=_NOTE),
        Invalid(
            "Text\n\n```\n⟦{{% note %}}⟧\na\n{{% /note %}}\n```\n",
            fixed="Text\n\n```\n{{%/* note */%}}\na\n{{%/* /note */%}}\n```\n",
            files=_NOTE,
        ),
    )

    @on(ShortcodeTag)
    def check(self, tag: ShortcodeTag) -> Iterator[Violation]:
        template = self.page.shortcodes.find(tag.name)
        if tag.closing or tag.broken or template is None or tag.name.lower() in _VALUES:
            return
        code = self.code_around(tag.span)
        if code is None or not self._stands_alone(tag, code):
            return
        pair = self.document.shortcode_pairs.of(tag)
        tags = (tag,) if pair is None else (tag, pair.closing)
        closer = (">" if tag.delimiter == "<" else "%") + "}}"
        # A site's own shortcode may give nothing but a value, such as a version.
        may_be_value = template.path and not template.inner and not template.image
        yield self.violation(
            tag.span,
            self.runs(name=tag.name, opener="{{" + tag.delimiter, closer=closer),
            severity=Severity.INFO if may_be_value else Severity.WARNING,
            fix=self.unsafe_fix(self.show(), *self.shown(*tags)),
        )

    def _stands_alone(self, tag: ShortcodeTag, code: CodeBlock | CodeSpan) -> bool:
        """Whether nothing but shortcodes stands with it: in a command, a shortcode fills in a value on purpose."""
        text = self.document.text
        if isinstance(code, CodeSpan):
            around = text[code.span.start : tag.span.start] + text[tag.span.end : code.span.end]
            return not around.strip("` ")
        if code.info is None:
            return False  # Indented in a shortcode that is not Markdown, it is no code at all.
        before = text[text.rfind("\n", 0, tag.span.start) + 1 : tag.span.start]
        return not before.strip(" \t>-*")
