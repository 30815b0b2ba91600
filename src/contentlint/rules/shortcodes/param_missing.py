"""SC017: ``param`` with a key that has no value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import ShortcodeTag
from contentlint.rules.base import (
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

_SITE = {"hugo.toml": '[params]\nauthor = "Ada"\n[params.shop]\nopen = "now"\n'}


class ShortcodeParamMissing(ShortcodeRule[Options]):
    """Reports Hugo's shortcode ``param`` for a key that neither the page's front matter nor the site's settings fill in.

    ## Why is this bad?
    Hugo stops, and the whole site is not built. An empty value, 0 and false count as missing.
    """

    dutch = """Meldt Hugo’s shortcode ``param`` met een sleutel die in de front matter van de pagina en in de
    instellingen van de site niet is ingevuld.

    ## Waarom is dat erg?
    Hugo stopt, en de hele site wordt niet gebouwd. Een lege waarde, 0 en false tellen als ontbrekend.
    """

    info = RuleInfo(
        name="shortcode-param-missing",
        code="SC017",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Value for the shortcode param is missing", nl="Waarde voor de shortcode param ontbreekt"),
        since="0.1.0",
    )
    needs = r"\{\{[<%]\W*[Pp][Aa][Rr]"
    missing = Message(
        en="Neither this page nor the site has a value for ‘{key}’, so the site cannot be built. Add it to the front matter.",
        nl="Noch deze pagina noch de site heeft een waarde voor ‘{key}’, dus de site kan niet worden gebouwd. Zet die in de front "
        "matter.",
    )
    empty = Message(
        en="‘{key}’ is empty or false in the front matter, so the site cannot be built. Give it a value.",
        nl="‘{key}’ is leeg of false in de front matter, dus de site kan niet worden gebouwd. Geef er een waarde aan.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "---\ntitle: Home\nshop: {open: late}\n---\n\n{{< param title >}} {{< param shop.open >}}\n", files=_SITE
        ),
        Valid('By {{< param Author >}}, {{< param "shop.open" >}}\n', files=_SITE),
        Valid("Look: {{< param nothing >}}\n", files={**_SITE, "content/_index.md": "---\ncascade: {a: 1}\n---\n"}),
        Invalid("By {{< param ⟦editor⟧ >}}\n", files=_SITE),
        Invalid("---\ntitle: Home\nparams: {shop: x}\n---\n\n{{< param ⟦params.shop⟧ >}}\n", files=_SITE),
        Invalid(
            "By {{< param ⟦editor⟧ >}}\n", files={"hugo.toml": "[languages.en]\n[languages.nl.params]\neditor = 'An'\n"}
        ),
        Invalid("---\ntitle: Home\nnew: false\n---\n\n{{< param ⟦new⟧ >}}\n", files=_SITE),
    )

    @on(ShortcodeTag)
    def check(self, tag: ShortcodeTag) -> Iterator[Violation]:
        if tag.name.lower() != "param" or tag.closing or tag.broken:
            return
        template = self.page.shortcodes.find(tag.name)
        parameter = tag.parameter(0)
        if template is None or template.path or parameter is None or parameter.value == "":
            return
        key = str(parameter.value)
        path = key.split(".")
        front_matter = self.document.front_matter
        entry = None
        if front_matter is not None:
            own = front_matter.get(*path) if path[0].lower() != "params" else None
            entry = own or front_matter.get("params", *path)
        if entry is not None:
            if not entry.value.python:
                yield self.violation(parameter.value_span, self.empty(key=key))
        elif self.page.site.is_hugo and not self._given_elsewhere(path):
            sure = self.page.site.complete and not self.page.is_resource
            severity = Severity.ERROR if sure else Severity.WARNING
            yield self.violation(parameter.value_span, self.missing(key=key), severity=severity)

    def _given_elsewhere(self, path: list[str]) -> bool:
        """Whether the site, or a page above this one, may give the value."""
        site = self.page.site
        configuration = site.configuration
        if configuration.value("params", *path) or configuration.value("cascade"):
            return True
        if configuration.value("languages", self.page.language_key, "params", *path):
            return True
        folder = self.page.folder
        while folder:
            for name in site.files.listing(folder):
                if name.startswith("_index.") and b"cascade" in (site.files.read(f"{folder}/{name}", 1_000_000) or b""):
                    return True
            folder = folder.rpartition("/")[0]
        return False
