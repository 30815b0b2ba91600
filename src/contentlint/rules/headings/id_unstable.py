"""HD010: a heading whose id changes from build to build."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Heading, ShortcodeTag, descendants
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)

_SITE = {"hugo.toml": "", "layouts/_shortcodes/icon.html": "<b></b>"}


class HeadingIdUnstable(Rule[Options]):
    """Reports a shortcode with ``{{<`` in a heading that has no id of its own.

    ## Why is this bad?
    Hugo makes the heading's id before it runs the shortcode, so a code of its own ends up in the id. Links to the heading
    break with the next change.
    """

    dutch = """Meldt een shortcode met ``{{<`` in een kop zonder eigen id.

    ## Waarom is dat erg?
    Hugo maakt het id van de kop voordat het de shortcode uitvoert, zodat er een code van Hugo zelf in het id komt.
    Links naar de kop werken na de volgende wijziging niet meer.
    """

    info = RuleInfo(
        name="heading-id-unstable",
        code="HD010",
        family=Family.HEADINGS,
        severity=Severity.WARNING,
        summary=Message(en="Shortcode in a heading spoils its id", nl="Shortcode in een kop bederft het id"),
        since="0.1.0",
    )
    unstable = Message(
        en="This shortcode leaves a code of Hugo’s in the heading’s id, so links to it break. Give the heading an id, such as "
        "{{#news}}, or write {{{{% … %}}}}.",
        nl="Deze shortcode laat een code van Hugo achter in het id van de kop; links ernaartoe gaan daardoor stuk. Geef de kop een eigen id, "
        "zoals {{#nieuws}}, of schrijf {{{{% … %}}}}.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## News {{% icon %}}\n", files=_SITE),
        Valid("## News {{< icon >}} {#news}\n", files=_SITE),
        Invalid("## News ⟦{{< icon >}}⟧\n", files=_SITE),
        Invalid("## *News ⟦{{< icon >}}⟧*\n", files=_SITE),
    )

    @on(Heading)
    def check_id(self, heading: Heading) -> Iterator[Violation]:
        if heading.identifier is not None:
            return
        for node in descendants(heading):
            if isinstance(node, ShortcodeTag) and node.delimiter == "<" and not node.closing:
                yield self.violation(node.span, self.unstable())
                return
