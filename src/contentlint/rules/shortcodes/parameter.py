"""SC008: parameters that a shortcode does not take, or lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, ShortcodeParameter, ShortcodeTag
from contentlint.document.shortcodes import ShortcodeProblemKind
from contentlint.rules.base import (
    Applicability,
    BoundMessage,
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
from contentlint.rules.shortcodes.shortcode_rule import Cause, ShortcodeRule, cause_of, swallows
from contentlint.site.highlighting import fits
from contentlint.site.shortcode_builtins import BUILTINS, BuiltinShortcode
from contentlint.site.templates import ShortcodeTemplate
from contentlint.text import Edit, Span

_TAG: Final = re.compile(r"\{\{([<%])[^{}]*[>%]\}\}")
_BADGE = {
    "hugo.toml": "",
    "layouts/_shortcodes/badge.html": '{{ .Get "text" }}{{ .Get "colour" }}',
    "layouts/_shortcodes/icon.html": "{{ .Get 0 }}",
}


class ShortcodeParameterRule(ShortcodeRule[Options]):
    """Reports parameters a shortcode does not read, that come twice, that are mixed up, or that are missing.

    What a shortcode reads is seen in its template; for the shortcodes of Hugo itself it is known. It is a warning where a
    theme that is not on disk may bring another template.

    ## Why is this bad?
    Named and positional parameters together, and a missing one that Hugo asks for, stop the build. Of the rest nothing is
    said: what nobody reads is left out, and an alt text under a misspelt name never reaches the page.

    ## Fix safety
    The fix is a suggestion: the name of the parameter that comes nearest.
    """

    dutch = """Meldt parameters die een shortcode niet leest, die twee keer voorkomen, die door elkaar gehaald zijn of
    die ontbreken.

    Wat een shortcode leest, staat in het sjabloon; voor de shortcodes van Hugo zelf is het bekend. Het is een
    waarschuwing als een thema dat niet op schijf staat een ander sjabloon kan leveren.

    ## Waarom is dat erg?
    Parameters met en zonder naam in één tag, of een ontbrekende parameter waar Hugo om vraagt: dan wordt de site niet
    gebouwd. Over de rest zegt niemand iets: wat een shortcode niet leest, valt weg, en een alt-tekst onder een verkeerd
    gespelde naam komt nooit op de pagina.

    ## Wat herstellen doet
    contentlint doet een voorstel: de naam van de parameter die er het meest op lijkt.
    """

    info = RuleInfo(
        name="shortcode-parameter",
        code="SC008",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Wrong parameter of a shortcode", nl="Verkeerde parameter van een shortcode"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    mixed = Message(
        en="In one tag, either all parameters have a name or none has; as it is, the site cannot be built. Check ‘{found}’.",
        nl="In één tag hebben alle parameters een naam, of geen enkele; zo kan de site niet worden gebouwd. Controleer ‘{found}’.",
    )
    spaced = Message(
        en="With a space before one equals sign and none before another, the site cannot be built. Write no spaces before them.",
        nl="Met een spatie voor het ene isgelijkteken en geen voor het andere kan de site niet worden gebouwd. Laat die spaties "
        "weg.",
    )
    close_up = Message(en="Remove the spaces.", nl="Haal de spaties weg.")
    twice = Message(
        en="‘{key}’ stands here more than once; only the last one counts. Remove the others.",
        nl="‘{key}’ staat hier meer dan eens; alleen de laatste telt. Haal de andere weg.",
    )
    unknown = Message(
        en="‘{name}’ does not read the parameter ‘{key}’, so it has no effect. Check its name.",
        nl="‘{name}’ leest de parameter ‘{key}’ niet, dus die heeft geen effect. Controleer de naam.",
    )
    did_you_mean = Message(
        en="‘{name}’ does not read the parameter ‘{key}’, so it has no effect. Did you mean ‘{meant}’?",
        nl="‘{name}’ leest de parameter ‘{key}’ niet, dus die heeft geen effect. Bedoel je ‘{meant}’?",
    )
    nameless = Message(
        en="‘{name}’ reads its parameters by name only, so this value has no effect. Write its name and = before it.",
        nl="‘{name}’ leest parameters alleen op naam, dus deze waarde heeft geen effect. Zet er de naam en = voor.",
    )
    too_many = Message(
        en="This value has no effect: ‘{name}’ reads only {count} without a name. Remove it, or check the quotes.",
        nl="Deze waarde heeft geen effect: ‘{name}’ leest er maar {count} zonder naam. Haal hem weg, of controleer de "
        "aanhalingstekens.",
    )
    missing_fails = Message(
        en="‘{name}’ needs {needed}; without it the site cannot be built.",
        nl="‘{name}’ heeft {needed} nodig; anders kan de site niet worden gebouwd.",
    )
    missing = Message(
        en="‘{name}’ needs {needed}; without it the page shows nothing sensible here.",
        nl="‘{name}’ heeft {needed} nodig; anders staat hier niets zinnigs op de pagina.",
    )
    or_value = Message(en="a value, or ‘{key}’", nl="een waarde, of ‘{key}’")
    value = Message(en="a value without a name", nl="een waarde zonder naam")
    choice = Message(
        en="‘{key}’ of ‘{name}’ must be one of: {choices}. As it is, the site cannot be built.",
        nl="‘{key}’ van ‘{name}’ moet een van deze zijn: {choices}. Zo kan de site niet worden gebouwd.",
    )
    minimum = Message(
        en="‘{key}’ of ‘{name}’ must be a whole number from {minimum}, without quotes. As it is, the site cannot be built.",
        nl="‘{key}’ van ‘{name}’ moet een heel getal vanaf {minimum} zijn, zonder aanhalingstekens. Zo kan de site niet worden "
        "gebouwd.",
    )
    setting = Message(
        en="‘{name}’ cannot read ‘{found}’, so the site cannot be built. Write settings as key=value, with commas between them.",
        nl="‘{name}’ kan ‘{found}’ niet lezen, dus de site kan niet worden gebouwd. Schrijf instellingen als sleutel=waarde, met "
        "komma’s ertussen.",
    )
    address = Message(
        en="‘{name}’ wants the id alone, not the whole address; as it is, nothing is shown.",
        nl="‘{name}’ wil alleen het id, niet het hele adres; zo wordt er niets getoond.",
    )
    nested = Message(
        en="Hugo does not run a shortcode inside a parameter: its braces end up on the page. Write what it would give.",
        nl="Hugo voert een shortcode binnen een parameter niet uit: de accolades komen op de pagina. Schrijf zelf wat er zou komen "
        "te staan.",
    )
    rename = Message(en="Change ‘{key}’ into ‘{meant}’.", nl="Verander ‘{key}’ in ‘{meant}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('Look: {{< badge text="New" colour="red" >}} {{< icon star >}} {{< widget a=1 >}}\n', files=_BADGE),
        Valid(
            'Look: {{< badge text = "New" colour = "red" >}} {{< youtube abc >}} {{< qr >}}x{{< /qr >}}\n',
            files=_BADGE,
            movable=False,
        ),
        Invalid('Look: {{< badge text="New" ⟦red⟧ >}}\n', files=_BADGE),
        Invalid(
            'Look: {{< badge text = "New" ⟦colour⟧="red" >}}\n',
            fixed='Look: {{< badge text= "New" colour="red" >}}\n',
            files=_BADGE,
        ),
        Invalid('Look: {{< badge text="New" ⟦text⟧="Old" >}}\n', files=_BADGE),
        Invalid('Look: {{< badge ⟦txt⟧="New" >}}\n', fixed='Look: {{< badge text="New" >}}\n', files=_BADGE),
        Invalid('Look: {{< badge ⟦"New"⟧ >}} {{< icon star ⟦sun⟧ >}}\n', files=_BADGE),
        Invalid('Look: ⟦{{< figure alt="An oak" >}}⟧ ⟦{{< vimeo >}}⟧\n', files=_BADGE),
        Invalid('Look: {{< qr text="x" level="⟦best⟧" scale="⟦4⟧" />}}\n', files=_BADGE),
        Invalid('Look: {{< highlight go "⟦linenos=table hl_lines=1⟧" >}}x{{< /highlight >}}\n', files=_BADGE),
        Invalid('Look: {{< youtube "⟦https://youtu.be/abc⟧" >}}\n', files=_BADGE),
        Invalid('Look: {{< badge text="⟦{{< icon star >}}⟧" >}}\n', files=_BADGE),
    )

    @on(Document)
    def check_mixed(self, document: Document) -> Iterator[Violation]:
        for problem in self.problems(ShortcodeProblemKind.MIXED_PARAMETERS):
            if cause_of(document, problem) is not Cause.MIXED:
                continue
            if edits := self._spaces(problem.tag):
                yield self.violation(problem.span, self.spaced(), fix=self.suggest(self.close_up(), *edits))
            else:
                yield self.violation(problem.span, self.mixed(found=document[problem.span]))

    def _spaces(self, tag: ShortcodeTag | None) -> list[Edit]:
        """Return the edits that remove the white space before equals signs."""
        spaces: list[Edit] = []
        for parameter in tag.parameters if tag is not None else ():
            if parameter.key_span is not None:
                equals = self.document.text.index("=", parameter.key_span.end)
                if equals > parameter.key_span.end:
                    spaces.append(Edit(Span(parameter.key_span.end, equals), ""))
        return spaces

    @on(ShortcodeTag)
    def check(self, tag: ShortcodeTag) -> Iterator[Violation]:
        if tag.broken or tag.closing or tag.inline:
            return
        keys: set[str | None] = {None}
        for parameter in tag.parameters:
            if parameter.key in keys and parameter.key_span is not None:
                yield self.violation(parameter.key_span, self.twice(key=parameter.key), severity=Severity.WARNING)
            keys.add(parameter.key)
            if isinstance(parameter.value, str) and _TAG.search(parameter.value):
                yield self.violation(parameter.value_span, self.nested(), severity=Severity.WARNING)
        template = self.page.shortcodes.find(tag.name)
        if template is None:
            return
        known = BUILTINS.get(template.name) if not template.path else None
        if not template.path and (known is None or known.removed is not None or self.page.shortcodes.missing_theme):
            return  # A theme that is not on disk may bring another shortcode of that name.
        if not template.open_ended:
            yield from self._unread(tag, template, known)
        if known is not None:
            yield from self._values(tag, known)
            yield from self._missing(tag, known)

    def _unread(
        self, tag: ShortcodeTag, template: ShortcodeTemplate, known: BuiltinShortcode | None
    ) -> Iterator[Violation]:
        """Yield the parameters that the template never looks at."""
        surplus = self._severity(tag) if known is not None and known.surplus_fails else Severity.WARNING
        for parameter in tag.parameters:
            if parameter.key is not None and parameter.key_span is not None:
                if _reads(template, known, parameter.key) or swallows(self.document, parameter):
                    continue
                import difflib  # noqa: PLC0415 - for mistakes only

                key = parameter.key
                lower = {name.lower(): name for name in sorted(template.named)}
                near = difflib.get_close_matches(key.lower(), list(lower), n=1, cutoff=0.6)
                if near:
                    meant = lower[near[0]]
                    fix = self.suggest(self.rename(key=key, meant=meant), Edit(parameter.key_span, meant))
                    message = self.did_you_mean(name=tag.name, key=key, meant=meant)
                    yield self.violation(parameter.key_span, message, severity=Severity.WARNING, fix=fix)
                else:
                    yield self.violation(
                        parameter.key_span, self.unknown(name=tag.name, key=key), severity=Severity.WARNING
                    )
            elif (
                parameter.position is not None and parameter.position >= template.positional and parameter.value != "-"
            ):
                message = (
                    self.too_many(name=tag.name, count=template.positional)
                    if template.positional
                    else self.nameless(name=tag.name)
                )
                yield self.violation(parameter.span, message, severity=surplus)

    def _values(self, tag: ShortcodeTag, known: BuiltinShortcode) -> Iterator[Violation]:
        severity = self._severity(tag)
        for key, choices in known.choices:
            if (parameter := tag.parameter(key)) is not None and parameter.value and parameter.value not in choices:
                message = self.choice(name=tag.name, key=key, choices=", ".join(choices))
                yield self.violation(parameter.value_span, message, severity=severity)
        for key, minimum in known.minimum:
            if (parameter := tag.parameter(key)) is not None and not _is_number_from(parameter, minimum):
                message = self.minimum(name=tag.name, key=key, minimum=minimum)
                yield self.violation(parameter.value_span, message, severity=severity)
        if known.highlights is not None and (parameter := tag.parameter(known.highlights)) is not None:
            found = _odd_setting(str(parameter.value))
            if found:
                yield self.violation(parameter.value_span, self.setting(name=tag.name, found=found), severity=severity)
        for place in known.identifiers:
            if (parameter := tag.parameter(place)) is not None and "/" in str(parameter.value):
                yield self.violation(parameter.value_span, self.address(name=tag.name), severity=Severity.WARNING)

    def _missing(self, tag: ShortcodeTag, known: BuiltinShortcode) -> Iterator[Violation]:
        if known.inner_serves and self._has_text(tag):
            return
        for group in known.required:
            if any(parameter.value for key in group for parameter in _given(tag, key, known)):
                continue
            names = [key for key in group if isinstance(key, str)]
            positional = len(names) < len(group)
            needed: BoundMessage | str = f"‘{names[0]}’" if names else self.value()
            if names and positional:
                needed = self.or_value(key=names[0])
            fails = known.fails == "always" or (known.fails == "alone" and not tag.parameters)
            template = self.missing_fails if fails else self.missing
            yield self.violation(
                tag.span,
                template(name=tag.name, needed=needed),
                severity=self._severity(tag) if fails else Severity.WARNING,
            )
            return

    def _has_text(self, tag: ShortcodeTag) -> bool:
        pair = self.document.shortcode_pairs.of(tag)
        return pair is not None and bool(self.document[pair.inner].strip())

    def _severity(self, tag: ShortcodeTag) -> Severity:
        # A file of another page is shown only where a template asks for its text.
        sure = self.is_sure_of(tag) and not self.page.is_resource
        return Severity.ERROR if sure else Severity.WARNING


def _reads(template: ShortcodeTemplate, known: BuiltinShortcode | None, name: str) -> bool:
    """Whether a shortcode reads a parameter of that name."""
    if known is not None and known.any_case:
        return name.lower() in {one.lower() for one in template.named}
    return name in template.named


def _is_number_from(parameter: ShortcodeParameter, minimum: int) -> bool:
    """Whether a value is such a number, or stands for none: an empty one, 0 and false give the default."""
    value = parameter.value
    return not value or (isinstance(value, int) and not isinstance(value, bool) and value >= minimum)


def _odd_setting(text: str) -> str:
    """Return the first setting of highlighting that is not ``key=value``, or whose value stops Hugo; empty for none."""
    for setting in text.split(",") if text.strip() else ():
        key, equals, value = setting.partition("=")
        if not equals or "=" in value or not fits(key.strip().lower(), value.strip()):
            return setting.strip() or text.strip()
    return ""


def _given(tag: ShortcodeTag, key: str | int, known: BuiltinShortcode) -> Iterator[ShortcodeParameter]:
    """Yield the parameters of a tag that stand for one that a shortcode reads."""
    exact = tag.parameter(key)
    if exact is not None:
        yield exact
    elif known.any_case and isinstance(key, str):
        yield from (one for one in tag.parameters if (one.key or "").lower() == key.lower())
