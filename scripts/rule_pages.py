"""The pages about rules, in English and Dutch: one for each rule, and the list of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from contentlint.outputs.explanation import OFF_BY_DEFAULT, documentation, example_lines, toml_value
from contentlint.outputs.wording import FIXABLE, SEVERITY
from contentlint.rules.base import AnyRule, Applicability, BoundMessage, Example, Family, Invalid, Message, Valid
from contentlint.rules.registry import Registry

_MAXIMUM_EXAMPLES: Final = 4

FAMILIES: Final = {
    Family.FRONT_MATTER: Message(en="Front matter", nl="Front matter"),
    Family.IMAGES: Message(en="Images", nl="Afbeeldingen"),
    Family.HEADINGS: Message(en="Headings", nl="Koppen"),
    Family.SHORTCODES: Message(en="Shortcodes", nl="Shortcodes"),
    Family.LINKS: Message(en="Links", nl="Links"),
    Family.ACCESSIBILITY: Message(en="Accessibility", nl="Toegankelijkheid"),
    Family.SPELLING: Message(en="Spelling", nl="Spelling"),
    Family.GRAMMAR: Message(en="Grammar", nl="Grammatica"),
    Family.LANGUAGETOOL: Message(en="LanguageTool", nl="LanguageTool"),
    Family.TYPOGRAPHY: Message(en="Typography", nl="Typografie"),
    Family.READABILITY: Message(en="Readability", nl="Leesbaarheid"),
    Family.MARKUP: Message(en="Markup", nl="Opmaak"),
    Family.CONTENTLINT: Message(en="contentlint itself", nl="contentlint zelf"),
}
_MENDED_AS: Final = {
    Applicability.SAFE: Message(en="safe", nl="veilig"),
    Applicability.UNSAFE: Message(en="unsafe", nl="na controle"),
    Applicability.SUGGESTION: Message(en="suggestion", nl="voorstel"),
}
_PACK: Final = Message(en="Pack {name}", nl="Pakket {name}")
_IN_PACK: Final = Message(
    en='In the pack `{name}`, which is used where the settings say `packs = ["{name}"]`.',
    nl='Hoort bij het pakket `{name}`, dat meedoet als in de instellingen `packs = ["{name}"]` staat.',
)
_RULES: Final = Message(en="Rules", nl="Regels")
_ABOUT: Final = Message(
    en="A rule has a name, by which it is known, and a code. Both work everywhere. “Mended” says what `contentlint check --fix` may "
    "do: *safe* leaves the rendered page as it was, *unsafe* changes it in the way the rule describes, *suggestion* is a choice "
    "for a person. In examples, ‾ stands under what is reported.",
    nl="Een regel heeft een naam, waaraan je hem herkent, en een code. Je kunt ze overal allebei gebruiken. Onder ‘herstellen’ staat "
    "wat `contentlint check --fix` mag doen: *veilig* laat de pagina zoals lezers haar zien, *na controle* verandert haar zoals "
    "bij de regel beschreven staat, en bij een *voorstel* kies jij. In voorbeelden staat ‾ onder wat gemeld wordt.",
)
_COLUMNS: Final = Message(
    en="| code | name | reports | severity | mended | texts in |",
    nl="| code | naam | meldt | ernst | herstellen | teksten in |",
)
_EVERY_LANGUAGE: Final = Message(en="all", nl="alle")
_SEVERITY: Final = Message(en="Severity: {severity}", nl="Ernst: {severity}")
_FOR_TEXTS: Final = Message(en="for texts in {languages}", nl="voor teksten in {languages}")
_SINCE: Final = Message(en="since {version}", nl="sinds {version}")
_OTHER_PAGE: Final = Message(
    en="*In het Nederlands: [{summary}](../nl/rules/{name}.md).*",
    nl="*In English: [{summary}](https://contentlint.readthedocs.io/en/latest/rules/{name}/).*",
)
_EXAMPLES: Final = Message(en="Examples", nl="Voorbeelden")
_WRONG: Final = Message(en="Wrong", nl="Fout")
_RIGHT: Final = Message(en="Right", nl="Goed")
_MENDED: Final = Message(en="Mended:", nl="Hersteld:")
_AT: Final = Message(en="in `{path}`", nl="in `{path}`")
_IN_SITE: Final = Message(en="in a site with {files}", nl="in een site met {files}")
_WITH: Final = Message(en="with {options}", nl="met {options}")
_OPTIONS: Final = Message(en="Options", nl="Opties")
_OPTION_TABLE: Final = Message(
    en="In the settings, in the table `[rules.{name}]`:", nl="In de instellingen, in de tabel `[rules.{name}]`:"
)
_OPTION_COLUMNS: Final = Message(en="| option | default | what it does |", nl="| optie | standaard | wat ze doet |")
_ONE_OF: Final = Message(en=" One of {choices}.", nl=" Een van {choices}.")
_SWITCH_OFF: Final = Message(en="Switch it off", nl="Uitzetten")
_IN_TEXT: Final = Message(
    en="In the text, for the next line or for the whole file:",
    nl="In de tekst, voor de volgende regel of voor het hele bestand:",
)
_REASON: Final = Message(en="reason", nl="reden")
_IN_SETTINGS: Final = Message(en="In the settings:", nl="In de instellingen:")
_SWITCH_ON: Final = Message(
    en="It is off by default. To switch it on:", nl="Deze regel staat standaard uit. Aanzetten gaat zo:"
)


class RulePages:
    """The pages in one language.

    Args:
        registry: the rules.
        packs: the pack in which a rule is, by the name of the rule.
        language: ``en`` or ``nl``.
    """

    def __init__(self, registry: Registry, packs: Mapping[str, str], language: str) -> None:
        self._registry: Final = registry
        self._packs: Final = packs
        self._language: Final = language

    def pages(self) -> dict[str, str]:
        """Return the text of each page by its name."""
        pages = {f"{entry.name}.md": self._page(entry.rule) for entry in self._registry}
        return {"README.md": self._index(), **pages}

    def _say(self, message: Message | BoundMessage, **values: object) -> str:
        return (message if isinstance(message, BoundMessage) else message(**values)).render(self._language)

    def _index(self) -> str:
        lines = [f"# {self._say(_RULES)}", "", self._say(_ABOUT)]
        for family in dict.fromkeys((*FAMILIES, *(entry.info.family for entry in self._registry))):
            rules = [entry.rule for entry in self._registry.select(family.value)]
            if not rules:
                continue
            title = self._say(FAMILIES.get(family) or _PACK(name=self._packs[rules[0].info.name]))
            lines += [
                "",
                f"## {title} ({family.value})",
                "",
                *self._about_pack(rules[0]),
                self._say(_COLUMNS),
                "| --- | --- | --- | --- | --- | --- |",
            ]
            lines += map(self._row, rules)
        return "\n".join(lines)

    def _about_pack(self, rule: type[AnyRule]) -> Iterator[str]:
        if pack := self._packs.get(rule.info.name):
            yield self._say(_IN_PACK, name=pack)
            yield ""

    def _row(self, rule: type[AnyRule]) -> str:
        info = rule.info
        severity = self._say(SEVERITY[info.severity])
        return " | ".join((
            f"| {info.code}",
            f"[{info.name}]({info.name}.md)",
            self._say(info.summary),
            severity if info.default else f"{severity}, {self._say(OFF_BY_DEFAULT)}",
            self._say(_MENDED_AS[info.fixable]) if info.fixable else "–",
            f"{', '.join(info.languages) or self._say(_EVERY_LANGUAGE)} |",
        ))  # fmt: skip

    def _page(self, rule: type[AnyRule]) -> str:
        info = rule.info
        facts = [self._say(_SEVERITY, severity=self._say(SEVERITY[info.severity]))]
        if info.fixable:
            facts.append(self._say(FIXABLE[info.fixable]))
        if info.languages:
            facts.append(self._say(_FOR_TEXTS, languages=", ".join(info.languages)))
        if not info.default:
            facts.append(self._say(OFF_BY_DEFAULT))
        facts.append(self._say(_SINCE, version=info.since))
        other = "nl" if self._language == "en" else "en"
        return "\n\n".join((
            f"# {info.name} ({info.code})",
            f"**{self._say(info.summary)}.** {', '.join(facts)}.",
            *((f"WCAG 2.2: {', '.join(info.wcag)}.",) if info.wcag else ()),
            self._documentation(rule),
            *filter(None, self._about_pack(rule)),
            f"## {self._say(_EXAMPLES)}",
            *self._examples(rule),
            *self._options(rule),
            f"## {self._say(_SWITCH_OFF)}",
            *self._switches(rule),
            self._say(_OTHER_PAGE, summary=info.summary.in_language(other), name=info.name),
        ))  # fmt: skip

    def _documentation(self, rule: type[AnyRule]) -> str:
        text = documentation(rule, self._language) or documentation(rule, "en")
        return re.sub(r"^(#+ .+)\n(?!\n)", r"\1\n\n", text, flags=re.MULTILINE)

    def _examples(self, rule: type[AnyRule]) -> Iterator[str]:
        for kind, title in ((Invalid, _WRONG), (Valid, _RIGHT)):
            examples = sorted(
                (example for example in rule.examples if isinstance(example, kind)),
                key=lambda example: (len(example.files), len(example.options)),
            )
            for example in examples[:_MAXIMUM_EXAMPLES]:
                yield f"{self._say(title)}{self._circumstances(example)}:"
                yield _fenced(example.text)
                if example.fixed is not None:
                    yield self._say(_MENDED)
                    yield _fenced(example.fixed)

    def _circumstances(self, example: Example) -> str:
        """Return what the reader must know besides the text of an example."""
        parts = []
        if example.path != "content/post/index.md":
            parts.append(self._say(_AT, path=example.path))
        if example.files:
            parts.append(self._say(_IN_SITE, files=", ".join(f"`{name}`" for name in example.files)))
        if example.options:
            options = (f"`{key} = {toml_value(value)}`" for key, value in example.options.items())
            parts.append(self._say(_WITH, options=", ".join(options)))
        return f" ({', '.join(parts)})" if parts else ""

    def _options(self, rule: type[AnyRule]) -> Iterator[str]:
        declared = rule.options_type.declared()
        if not declared:
            return
        lines = [self._say(_OPTION_COLUMNS), "| --- | --- | --- |"]
        for option in declared.values():
            choices = ", ".join(f"`{choice}`" for choice in option.choices)
            told = sentence(self._say(option.help)) + (self._say(_ONE_OF, choices=choices) if choices else "")
            lines.append(f"| `{option.key}` | `{toml_value(option.default)}` | {told} |")
        yield f"## {self._say(_OPTIONS)}"
        yield self._say(_OPTION_TABLE, name=rule.info.name)
        yield "\n".join(lines)

    def _switches(self, rule: type[AnyRule]) -> Iterator[str]:
        name = rule.info.name
        reason = self._say(_REASON)
        yield self._say(_IN_TEXT)
        yield (
            f"```markdown\n<!-- contentlint-disable-next-line {name} -- {reason} -->\n"
            f"<!-- contentlint-disable-file {name} -- {reason} -->\n```"
        )
        yield self._say(_IN_SETTINGS)
        yield f'```toml\nignore = ["{name}"]\n```'
        if not rule.info.default:
            yield self._say(_SWITCH_ON)
            yield f'```toml\nextend-select = ["{name}"]\n```'


def sentence(text: str) -> str:
    """Return a text with a capital, and with a full stop when it has no end yet."""
    whole = text if text.endswith((".", "!", "?")) else f"{text}."
    return whole[:1].upper() + whole[1:]


def _fenced(text: str) -> str:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return "\n".join((f"{fence}text", *example_lines(text), fence))
