"""SC013: a shortcode that Hugo no longer has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import ShortcodeTag
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.hugo_version import HugoVersionOptions, hugo_version
from contentlint.rules.shortcodes.shortcode_rule import ShortcodeRule
from contentlint.site.shortcode_builtins import BUILTINS

_SITE = {"hugo.toml": ""}


class ShortcodeRemoved(ShortcodeRule[HugoVersionOptions]):
    """Reports a shortcode that Hugo has removed, or is going to remove.

    A template of that name in the site or its theme takes its place, and nothing is reported.

    ## Why is this bad?
    Hugo stops at a shortcode it has removed, and the whole site is not built. Before it removes one it warns at every build.
    """

    dutch = """Meldt een shortcode die Hugo heeft verwijderd of gaat verwijderen.

    Heeft de site of het thema een sjabloon met die naam, dan wordt dat gebruikt en komt er geen melding.

    ## Waarom is dat erg?
    Bij een shortcode die verwijderd is, stopt Hugo en wordt de hele site niet gebouwd. Voordat het zover is, waarschuwt
    Hugo bij elke keer bouwen.
    """

    info = RuleInfo(
        name="shortcode-removed",
        code="SC013",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Shortcode that Hugo has removed", nl="Shortcode die Hugo heeft verwijderd"),
        since="0.1.0",
    )
    removed = Message(
        en="Hugo removed ‘{name}’ in version {version}, so the site cannot be built. {instead}",
        nl="Hugo heeft ‘{name}’ in versie {version} verwijderd, dus de site kan niet worden gebouwd. {instead}",
    )
    deprecated = Message(
        en="Hugo is going to remove ‘{name}’ and warns of it since version {version}. {instead}",
        nl="Hugo gaat ‘{name}’ verwijderen en waarschuwt daarvoor sinds versie {version}. {instead}",
    )
    use = Message(en="Use {replacement} instead.", nl="Gebruik in plaats daarvan {replacement}.")
    link = Message(en="Link to the page instead.", nl="Maak er een gewone link van.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('Look: {{< x user="a" id="1" >}}\n', files=_SITE),
        Valid("Look: {{< gist a b >}}\n", files={**_SITE, "layouts/_shortcodes/gist.html": "{{ .Params }}"}),
        Invalid('Look: ⟦{{< tweet user="a" id="1" >}}⟧\n', files=_SITE),
        Invalid("Look: ⟦{{< gist a b >}}⟧\n", files=_SITE),
        Invalid("Look: ⟦{{< gist a b >}}⟧\n", files=_SITE, options={"hugo-version": "0.145.0"}),
        Valid("Look: {{< gist a b >}}\n", files=_SITE, options={"hugo-version": "0.142"}),
        Valid(
            "Look: {{< gist a b >}}\n",
            files={"hugo.toml": "[module.hugoVersion]\nmax = '0.142.0'\n"},
        ),
        Invalid("Look: ⟦{{% comment %}}⟧x{{% /comment %}}\n", files=_SITE),
    )

    @on(ShortcodeTag)
    def check(self, tag: ShortcodeTag) -> Iterator[Violation]:
        known = BUILTINS.get(tag.name.lower())
        if known is None or known.deprecated is None or tag.closing or self._has_other_use(tag):
            return
        template = self.page.shortcodes.find(tag.name)
        if template is None or template.path:
            return
        version = hugo_version(self.options, self.page)
        since, message, severity = known.deprecated, self.deprecated, Severity.WARNING
        if known.removed is not None and version >= known.removed:
            since, message = known.removed, self.removed
            severity = Severity.ERROR if self.is_sure_of(tag) else Severity.WARNING
        elif version < known.deprecated:
            return
        instead = self.use(replacement=known.replacement) if known.replacement else self.link()
        yield self.violation(
            tag.span, message(name=tag.name, version=f"{since[0]}.{since[1]}", instead=instead), severity=severity
        )

    def _has_other_use(self, tag: ShortcodeTag) -> bool:
        """Whether the shortcode holds a comment for contentlint, which is a way to write them."""
        pair = self.document.shortcode_pairs.of(tag)
        return pair is not None and self.document[pair.inner].strip().startswith("contentlint-")
