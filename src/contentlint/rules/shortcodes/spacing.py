"""SC011: shortcode tags that are spaced in different ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, ShortcodeTag
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
    option,
)
from contentlint.rules.shortcodes.shortcode_rule import CLOSING, ShortcodeRule
from contentlint.text import Edit, Span

_NOTE = {"hugo.toml": "", "layouts/_shortcodes/note.html": "{{ .Inner }}", "layouts/_shortcodes/icon.html": "x"}
_STYLES = {"before-slash": (" ", ""), "behind-slash": ("", " "), "around-slash": (" ", " "), "none": ("", "")}


class ShortcodeSpacingOptions(Options):
    """Options of ``shortcode-spacing``."""

    style: str = option(
        "consistent",
        en="Where the spaces in closing tags go: {{< /x >}}, {{</ x >}}, {{< / x >}} or {{</x >}}; consistent follows most of "
        "the page.",
        nl="Waar de spaties in sluittags staan: {{< /x >}}, {{</ x >}}, {{< / x >}} of {{</x >}}; consistent volgt de meeste op "
        "de pagina.",
        choices=("consistent", *_STYLES),
    )


class ShortcodeSpacing(ShortcodeRule[ShortcodeSpacingOptions]):
    """Reports a closing tag whose spaces around the slash differ from those of most closing tags on the page.

    When as many are written one way as the other, the first one sets the example.

    ## Why is this bad?
    It makes no difference to Hugo. A page that is written in one way is easier to search and to edit.

    ## Fix safety
    The fix is safe: it moves spaces inside the tag, and the page stays as it is.
    """

    dutch = """Meldt een sluittag met andere spaties rond de schuine streep dan de meeste sluittags op de pagina.

    Zijn er van elk evenveel, dan geeft de eerste het voorbeeld.

    ## Waarom is dat erg?
    Voor Hugo maakt het geen verschil. In een pagina die op één manier geschreven is, kun je makkelijker zoeken en
    werken.

    ## Wat herstellen doet
    Herstellen is veilig: er schuiven spaties binnen de tag, en de pagina blijft zoals ze is.
    """

    info = RuleInfo(
        name="shortcode-spacing",
        code="SC011",
        family=Family.SHORTCODES,
        severity=Severity.INFO,
        summary=Message(en="Spaces in closing tags differ", nl="Spaties in sluittags verschillen"),
        fixable=Applicability.SAFE,
        since="0.1.0",
    )
    needs = CLOSING
    differs = Message(
        en="Most closing tags on this page look like {usual}. Write this one the same way.",
        nl="De meeste sluittags op deze pagina zien eruit als {usual}. Schrijf deze net zo.",
    )
    wanted = Message(
        en="Closing tags on this site look like {usual}. Write this one the same way.",
        nl="Sluittags op deze site zien eruit als {usual}. Schrijf deze net zo.",
    )
    respace = Message(en="Write {usual}.", nl="Schrijf {usual}.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< note >}}x{{< /note >}} {{< note >}}x{{< /note >}} {{< note />}}\n", files=_NOTE),
        Valid("Look: {{% note %}}x{{%/ note %}}\n", files=_NOTE),
        Valid("Look: {{% note %}}x{{%/ note %}}\n", files=_NOTE, options={"style": "behind-slash"}),
        Invalid(
            "Look: {{% note %}}x{{% / note %}}, {{% note %}}y⟦{{%/ note %}}⟧, {{% note %}}z{{% / note %}}\n",
            fixed="Look: {{% note %}}x{{% / note %}}, {{% note %}}y{{% / note %}}, {{% note %}}z{{% / note %}}\n",
            files=_NOTE,
        ),
        Invalid(
            "Look: {{< note >}}x{{< /note >}} {{< note >}}y⟦{{</note>}}⟧\n",
            fixed="Look: {{< note >}}x{{< /note >}} {{< note >}}y{{< /note>}}\n",
            files=_NOTE,
        ),
        Invalid(
            "Look: {{< note >}}x⟦{{</ note >}}⟧\n",
            fixed="Look: {{< note >}}x{{< /note >}}\n",
            files=_NOTE,
            options={"style": "before-slash"},
        ),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        spaces = {
            tag: self._spaces(tag) for tag in document.shortcodes.tags if tag.closing and tag.name and not tag.broken
        }
        spaces = {tag: around for tag, around in spaces.items() if not "".join(around).strip(" ")}
        if not spaces:
            return
        style = self.options.style
        if style == "consistent":
            counts = Counter(spaces.values())
            usual, message = max(counts, key=counts.__getitem__), self.differs
        else:
            usual, message = _STYLES[style], self.wanted
        for tag, around in spaces.items():
            if around == usual or tag.slash is None:
                continue
            shown = f"{{{{{tag.delimiter}{usual[0]}/{usual[1]}{tag.name} {'>' if tag.delimiter == '<' else '%'}}}}}"
            edits = (
                Edit(Span(tag.content.start, tag.slash.start), usual[0]),
                Edit(Span(tag.slash.end, tag.name_span.start), usual[1]),
            )
            changed = [edit for edit in edits if document[edit.span] != edit.replacement]
            yield self.violation(tag.span, message(usual=shown), fix=self.safe_fix(self.respace(usual=shown), *changed))

    def _spaces(self, tag: ShortcodeTag) -> tuple[str, str]:
        """Return the white space before and behind the slash."""
        if tag.slash is None:
            return "", ""
        return self.document.text[tag.content.start : tag.slash.start], self.document.text[
            tag.slash.end : tag.name_span.start
        ]
