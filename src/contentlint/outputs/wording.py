"""Words that more forms of output use for the same things."""

from __future__ import annotations

from typing import Final

from contentlint.rules.base import Applicability, Message, Origin, Severity

SEVERITY: Final = {
    Severity.ERROR: Message(en="error", nl="fout"),
    Severity.WARNING: Message(en="warning", nl="waarschuwing"),
    Severity.INFO: Message(en="info", nl="opmerking"),
}
SEVERITIES: Final = {
    Severity.ERROR: Message(en="errors", nl="fouten"),
    Severity.WARNING: Message(en="warnings", nl="waarschuwingen"),
    Severity.INFO: Message(en="infos", nl="opmerkingen"),
}
FIXABLE: Final = {
    Applicability.SAFE: Message(en="can be mended by itself", nl="vanzelf te herstellen"),
    Applicability.UNSAFE: Message(en="can be mended, but look first", nl="te herstellen, maar kijk eerst"),
    Applicability.SUGGESTION: Message(en="makes suggestions", nl="doet voorstellen"),
}
HOME_URL: Final = "https://contentlint.readthedocs.io/"
_RULE_URL: Final = "https://contentlint.readthedocs.io/en/latest/rules/{name}/"
TOPICS: Final = {
    "FM": Message(en="Front matter", nl="Front matter"),
    "IM": Message(en="Images", nl="Afbeeldingen"),
    "HD": Message(en="Headings", nl="Koppen"),
    "SC": Message(en="Shortcodes", nl="Shortcodes"),
    "LK": Message(en="Links", nl="Links"),
    "AX": Message(en="Accessibility", nl="Toegankelijkheid"),
    "SP": Message(en="Spelling", nl="Spelling"),
    "GR": Message(en="Grammar", nl="Grammatica"),
    "LT": Message(en="LanguageTool", nl="LanguageTool"),
    "TY": Message(en="Typography", nl="Typografie"),
    "RD": Message(en="Readability", nl="Leesbaarheid"),
    "MK": Message(en="Markup", nl="Opmaak"),
    "CL": Message(en="Settings and files", nl="Instellingen en bestanden"),
}
"""What the families of rules are about, for those who write."""


def rule_url(name: str, origin: Origin | None) -> str | None:
    """Return where a rule is explained on the web; None for one of others, which we have no page for."""
    return None if origin is not None and not origin.pack else _RULE_URL.format(name=name)
