"""CL008: settings of the Hugo site that cannot be read."""

from __future__ import annotations

from typing import ClassVar, Final

from contentlint.rules.base import Example, Family, Message, Options, Rule, RuleInfo, Severity, Violation
from contentlint.site import ConfigProblem, ConfigProblemKind
from contentlint.text import SourceText, Span

_UNREADABLE: Final = Message(
    en="This file with settings of the site could not be read, so languages and theme are not known here.",
    nl="Dit bestand met instellingen van de site kon niet worden gelezen; talen en thema zijn hier dus niet bekend.",
)
_NOT_UTF8: Final = Message(
    en="This file with settings of the site is not UTF-8, so languages and theme are not known here. Save it again in that "
    "encoding.",
    nl="Dit bestand met instellingen van de site is geen UTF-8; talen en thema zijn hier dus niet bekend. Sla het opnieuw "
    "op in die codering.",
)
_INVALID: Final = Message(
    en="From here the settings of the site cannot be read ({detail}), so languages and theme are not known here.",
    nl="Vanaf hier zijn de instellingen van de site niet te lezen ({detail}, in het Engels); talen en thema zijn dus niet "
    "bekend.",
)
_DUPLICATE: Final = Message(
    en="The key ‘{detail}’ stands here twice. Take one of them out.",
    nl="De sleutel ‘{detail}’ staat er twee keer. Haal er één weg.",
)
_NOT_A_TABLE: Final = Message(
    en="Settings of a site are keys with values; this is something else.",
    nl="Instellingen van een site zijn sleutels met waarden; dit is iets anders.",
)
_TOO_DEEP: Final = Message(
    en="The settings of the site are nested too deeply to be read here.",
    nl="De instellingen van de site zitten te diep in elkaar om hier te lezen.",
)
_NO_LANGUAGE: Final = Message(
    en="The default language ‘{detail}’ is not one of the languages of this site. Correct it, or add the language.",
    nl="De standaardtaal ‘{detail}’ hoort niet bij de talen van deze site. Verbeter hem, of voeg de taal toe.",
)

_MESSAGES: Final = {
    ConfigProblemKind.UNREADABLE: _UNREADABLE,
    ConfigProblemKind.NOT_UTF8: _NOT_UTF8,
    ConfigProblemKind.INVALID: _INVALID,
    ConfigProblemKind.DUPLICATE_KEY: _DUPLICATE,
    ConfigProblemKind.NOT_A_TABLE: _NOT_A_TABLE,
    ConfigProblemKind.TOO_DEEP: _TOO_DEEP,
    ConfigProblemKind.DEFAULT_LANGUAGE_UNKNOWN: _NO_LANGUAGE,
}


class SiteSettingsInvalid(Rule[Options]):
    """Reports a file with settings of the Hugo site (such as ``hugo.toml``) that cannot be read, at the place of the mistake.

    ## Why is this bad?
    Hugo most likely stops at it. Here it means that languages, theme and shortcodes of the site are not known, so that
    much in its pages is not checked.
    """

    dutch = """Meldt een bestand met instellingen van de Hugo-site (zoals ``hugo.toml``) dat niet te lezen is, op de
    plek van de fout.

    ## Waarom is dat erg?
    Waarschijnlijk stopt Hugo erop. Voor contentlint zijn de talen, het thema en de shortcodes van de site dan niet
    bekend, zodat veel op de pagina’s niet gecontroleerd wordt.
    """

    info = RuleInfo(
        name="site-settings-invalid",
        code="CL008",
        family=Family.CONTENTLINT,
        # What Hugo's parsers take and ours do not is no mistake of the site.
        severity=Severity.WARNING,
        summary=Message(en="Settings of the site that cannot be read", nl="Onleesbare instellingen van de site"),
        since="0.1.0",
    )
    # Only the runner reports it, once for a site; an example has one page.
    examples: ClassVar[tuple[Example, ...]] = ()

    @classmethod
    def report(cls, problem: ConfigProblem, source: SourceText) -> Violation:
        """Return the violation for a problem in a file with this text; it reaches to the end of the line."""
        start, end = source.line_span(min(problem.line, source.line_count))
        span = Span(min(start + problem.column - 1, end), end)
        return Violation(cls.info, cls.info.severity, span, _MESSAGES[problem.kind](detail=problem.detail))
