"""SC012: a shortcode inside code, where it runs all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

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
from contentlint.rules.shortcodes.shortcode_rule import ShortcodeRule

_NOTE = {"hugo.toml": "", "layouts/_shortcodes/note.html": "{{ .Inner }}", "layouts/_shortcodes/icon.html": "x"}


class ShortcodeInCode(ShortcodeRule[Options]):
    """Reports a shortcode in inline code or in a code block.

    ## Why is this bad?
    Code does not protect a shortcode: Hugo runs it, and the page shows what it makes in place of the code. That is seldom meant.

    ## Fix safety
    The fix is unsafe: the page then shows the shortcode as it is written, and does not run it.
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
    show = Message(en="Show the shortcode and do not run it.", nl="Toon de shortcode en voer hem niet uit.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Write `{{</* icon */>}}` and {{< icon >}}.\n", files=_NOTE),
        Valid("Text\n\n```\n{{%/* note */%}}\n```\n", files=_NOTE),
        Invalid("Write `⟦{{< icon >}}⟧`.\n", fixed="Write `{{</* icon */>}}`.\n", files=_NOTE),
        Invalid(
            "Text\n\n```\n⟦{{% note %}}⟧\na\n{{% /note %}}\n```\n",
            fixed="Text\n\n```\n{{%/* note */%}}\na\n{{%/* /note */%}}\n```\n",
            files=_NOTE,
        ),
    )

    @on(ShortcodeTag)
    def check(self, tag: ShortcodeTag) -> Iterator[Violation]:
        if tag.closing or tag.broken or self.page.shortcodes.find(tag.name) is None or not self.in_code(tag.span):
            return
        pair = self.document.shortcode_pairs.of(tag)
        tags = (tag,) if pair is None else (tag, pair.closing)
        closer = (">" if tag.delimiter == "<" else "%") + "}}"
        yield self.violation(
            tag.span,
            self.runs(name=tag.name, opener="{{" + tag.delimiter, closer=closer),
            fix=self.unsafe_fix(self.show(), *self.shown(*tags)),
        )
