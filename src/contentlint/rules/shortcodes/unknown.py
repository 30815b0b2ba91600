"""SC004: a shortcode for which the site has no template."""

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
from contentlint.text import Edit, Span

_NOTE = {"hugo.toml": "", "layouts/_shortcodes/note.html": "{{ .Inner }}", "layouts/_shortcodes/icon.html": "x"}
_INLINE = {"hugo.toml": "[security]\nenableInlineShortcodes = true\n"}
_CUTOFF = 0.7


class ShortcodeUnknown(ShortcodeRule[Options]):
    """Reports a shortcode for which neither the site, nor its themes and modules, nor Hugo has a template.

    Capitals make no difference in the opening tag. As long as a theme or module of the site is not on disk, no shortcode is
    reported as unknown. One whose template is made elsewhere can be declared in the settings. A template of plain text
    alone, such as ``note.md``, serves in tags with ``%`` only.

    ## Why is this bad?
    Hugo stops, and the whole site is not built. That holds in code and in comments too: Hugo runs shortcodes there.

    ## Fix safety
    The fix is a suggestion: the name that comes nearest, a space before the slash, or in code the spelling that shows the
    shortcode and does not run it.
    """

    dutch = """Meldt een shortcode waarvoor de site, de thema’s en modules en Hugo zelf geen van alle een sjabloon
    hebben.

    Hoofdletters maken in de openingstag geen verschil. Zolang een thema of module van de site niet op schijf staat,
    wordt geen shortcode als onbekend gemeld. Een shortcode met een sjabloon dat ergens anders gemaakt wordt, kun je in
    de instellingen opgeven. Een sjabloon voor platte tekst, zoals ``note.md``, werkt alleen in tags met ``%``.

    ## Waarom is dat erg?
    Hugo stopt, en de hele site wordt niet gebouwd. Dat geldt ook in code en in commentaar: Hugo voert shortcodes daar
    uit.

    ## Wat herstellen doet
    contentlint doet een voorstel: de naam die er het meest op lijkt, een spatie voor de schuine streep, of in code de
    schrijfwijze waarmee Hugo de shortcode toont en niet uitvoert.
    """

    looks_elsewhere = True
    info = RuleInfo(
        name="shortcode-unknown",
        code="SC004",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Shortcode without a template", nl="Shortcode zonder sjabloon"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    unknown = Message(
        en="This site has no shortcode ‘{name}’, so it cannot be built. Check the name, or ask whoever maintains the site.",
        nl="Deze site heeft geen shortcode ‘{name}’ en kan dus niet worden gebouwd. Controleer de naam, of vraag het de beheerder "
        "van de site.",
    )
    did_you_mean = Message(
        en="This site has no shortcode ‘{name}’, so it cannot be built. Did you mean ‘{meant}’?",
        nl="Deze site heeft geen shortcode ‘{name}’ en kan dus niet worden gebouwd. Bedoel je ‘{meant}’?",
    )
    glued = Message(
        en="Without a space before it the slash belongs to the name, so the site cannot be built. Write ‘{meant}’.",
        nl="Zonder spatie ervoor hoort de schuine streep bij de naam; de site kan zo niet worden gebouwd. Schrijf ‘{meant}’.",
    )
    in_code_message = Message(
        en="Hugo runs shortcodes in code too, and this site has none called ‘{name}’; it cannot be built. Write {shown} to "
        "show it.",
        nl="Hugo voert shortcodes ook in code uit, en deze site heeft er geen die ‘{name}’ heet; de site kan niet worden gebouwd. "
        "Schrijf {shown} om hem te tonen.",
    )
    undefined = Message(
        en="‘{name}’ is used here before the page says what it is, so the site cannot be built. Put the tags with its text first.",
        nl="‘{name}’ wordt hier gebruikt voordat de pagina zegt wat het is, dus de site kan niet worden gebouwd. Zet de tags met "
        "de inhoud vooraan.",
    )
    plain = Message(
        en="‘{name}’ has a template for plain text only, so the site cannot be built. Write % in place of < and > in its tags.",
        nl="‘{name}’ heeft alleen een sjabloon voor platte tekst, dus de site kan niet worden gebouwd. Schrijf % in plaats van < "
        "en > in de tags.",
    )
    use_percent = Message(en="Write % in place of < and >.", nl="Schrijf % in plaats van < en >.")
    rename = Message(en="Change ‘{name}’ into ‘{meant}’.", nl="Verander ‘{name}’ in ‘{meant}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('Look: {{< Note >}}x{{< /Note >}} {{< ref "/" >}} {{</* widget */>}} {{< y.inline />}}\n', files=_NOTE),
        Valid("Look: {{< widget >}}\n"),
        Valid("Look: {{< widget >}}\n", files={"hugo.toml": 'theme = "not-there"\n'}),
        Valid("Look: {{< y.inline >}}1{{< /y.inline >}} {{< y.inline />}}\n", files=_INLINE),
        Invalid("Look: {{< ⟦y.inline⟧ />}}\n", files=_INLINE),
        Invalid("Look: {{< ⟦widget⟧ >}}\n", files=_NOTE),
        Valid(
            "Look: {{< widget >}}\n",
            files={"hugo.toml": "", "layouts/post/_shortcodes/widget.html": "x"},
            path="content/post/a.md",
        ),
        Invalid(
            "Look: {{< ⟦widget⟧ >}}\n",
            files={"hugo.toml": "", "layouts/post/_shortcodes/widget.html": "x"},
            path="content/other/a.md",
        ),
        Valid("Look: {{% widget %}}\n", files={"hugo.toml": "", "layouts/_default/shortcodes/widget.md": "x"}),
        Invalid(
            "Look: {{< ⟦widget⟧ >}}\n",
            fixed="Look: {{% widget %}}\n",
            files={"hugo.toml": "", "layouts/_shortcodes/widget.md": "x"},
        ),
        Invalid(
            "Look: {{% ⟦nota⟧ %}}x{{% /nota %}}\n",
            fixed="Look: {{% note %}}x{{% /note %}}\n",
            files=_NOTE,
        ),
        Invalid("Look: {{< ⟦note/⟧>}}\n", fixed="Look: {{< note />}}\n", files=_NOTE),
        Invalid("Write `{{< ⟦widget⟧ a >}}`.\n", fixed="Write `{{</* widget a */>}}`.\n", files=_NOTE),
    )

    def begin(self) -> None:
        self._defined: set[str] = set()
        self._nearest: dict[str, str] = {}

    @on(ShortcodeTag)
    def check(self, tag: ShortcodeTag) -> Iterator[Violation]:
        templates = self.page.shortcodes
        if tag.inline:
            yield from self._undefined(tag)
            return
        if tag.closing or tag.broken or not tag.name or not templates.complete:
            return
        template = templates.find(tag.name)
        if template is not None:
            if template.plain and tag.delimiter == "<":
                pair = self.document.shortcode_pairs.of(tag)
                tags = (tag,) if pair is None else (pair.opening, pair.closing)
                fix = self.suggest(self.use_percent(), *(edit for one in tags for edit in _with_percent(one)))
                yield self.violation(tag.name_span, self.plain(name=tag.name), fix=fix)
            return
        name = tag.name
        if self.in_code(tag.span):
            edits = self.shown(tag)
            message = self.in_code_message(name=name, shown=self.as_shown(tag))
            yield self.violation(tag.name_span, message, fix=self.suggest(self.show(), *edits))
        elif name.endswith("/") and templates.find(name[:-1]) is not None:
            meant = f"{name[:-1]} /"
            yield self.violation(tag.name_span, self.glued(meant=meant), suggestions=(meant,))
        elif near := self._near(name):
            edits = tuple(Edit(one.name_span, near) for one in self._of_same_name(tag))
            message = self.did_you_mean(name=name, meant=near)
            yield self.violation(tag.name_span, message, fix=self.suggest(self.rename(name=name, meant=near), *edits))
        else:
            yield self.violation(tag.name_span, self.unknown(name=name))

    def _undefined(self, tag: ShortcodeTag) -> Iterator[Violation]:
        """Report an inline shortcode that is used again without being there a first time."""
        if not tag.self_closing:
            self._defined.add(tag.name)
        elif tag.name not in self._defined and self.page.site.configuration.flag("security", "enableInlineShortcodes"):
            yield self.violation(tag.name_span, self.undefined(name=tag.name))

    def _near(self, name: str) -> str:
        """Return the shortcode whose name is nearest, empty when none is near."""
        if name not in self._nearest:
            import difflib  # noqa: PLC0415 - for mistakes only

            near = difflib.get_close_matches(name.lower(), self.page.shortcodes.names, n=1, cutoff=_CUTOFF)
            self._nearest[name] = near[0] if near else ""
        return self._nearest[name]

    def _of_same_name(self, tag: ShortcodeTag) -> Iterator[ShortcodeTag]:
        yield tag
        pair = self.document.shortcode_pairs.of(tag)
        if pair is not None and pair.opening is tag and pair.closing.name == tag.name:
            yield pair.closing


def _with_percent(tag: ShortcodeTag) -> Iterator[Edit]:
    """Yield the edits that change the delimiters of a tag."""
    yield Edit(Span(tag.span.start + 2, tag.span.start + 3), "%")
    yield Edit(Span(tag.span.end - 3, tag.span.end - 2), "%")
