"""IM009: an image whose file is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import HtmlElement, Image, ShortcodeTag
from contentlint.rules.base import (
    Applicability,
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
from contentlint.site import ShortcodeTemplate, TargetOutcome, looks_like_image, resolve_image, similar_files
from contentlint.text import Span

_SITE = {
    "hugo.toml": 'title = "Site"\n',
    "content/post/ice.jpg": None,
    "static/img/bay.png": None,
    "assets/map.svg": "<svg/>",
}
_HOOK = {"layouts/_markup/render-image.html": '<img src="{{ (.Page.Resources.Get .Destination).RelPermalink }}">'}
_SHORTCODE = {"layouts/_shortcodes/photo.html": '<img src="/photos/{{ .Get "file" }}" alt="{{ .Get "alt" }}">'}


class ImageFileMissing(Rule[Options]):
    """Reports an image in the text whose file does not exist. Images on other web sites are never asked for.

    An image counts as found when it is a file of the page, a static file, an asset, or lies where the file of the page
    lies. What is reported is found in none of these. It is a warning where a theme that is not on disk may bring the file,
    or where the site's own shortcode may look for it elsewhere; and information where the site has no picture at all, so
    that they are kept elsewhere, or this copy of the site came without them.

    A page that is a single file is published in a folder of its own. Without a template that finds the image, a picture
    beside the file is then not found by its name alone.

    ## Why is this bad?
    Readers see an empty place, and Hugo does not say a word about it.

    ## Fix safety
    The rule suggests a file with a name like it; only a person knows whether that one is meant.
    """

    dutch = """Meldt een afbeelding in de tekst waarvan het bestand niet bestaat. Afbeeldingen op andere websites worden
    nooit opgevraagd.

    Een afbeelding telt als gevonden als ze bij de bestanden van de pagina, bij de statische bestanden of bij de assets
    staat, of in dezelfde map als het bestand van de pagina. Wat gemeld wordt, staat nergens daarvan. Het is een
    waarschuwing als een thema dat niet op schijf staat het bestand kan leveren, of als een eigen shortcode van de site
    het ergens anders kan zoeken. Heeft de site geen enkele afbeelding, dan is het ter informatie: de afbeeldingen staan
    dan ergens anders, of deze kopie van de site is zonder.

    Een pagina die uit één bestand bestaat, krijgt op de site een eigen map. Zonder sjabloon dat de afbeelding opzoekt,
    is een afbeelding naast dat bestand dan niet te vinden met alleen haar naam.

    ## Waarom is dat erg?
    Lezers zien een lege plek, en Hugo zegt er niets over.

    ## Wat herstellen doet
    contentlint stelt een bestand voor waarvan de naam erop lijkt; alleen een mens weet of dat bedoeld is.
    """

    looks_elsewhere = True
    info = RuleInfo(
        name="image-file-missing",
        code="IM009",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(en="Image without a file", nl="Afbeelding zonder bestand"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    missing = Message(
        en="There is no image ‘{source}’, so readers see an empty place. Add the file or correct the name.",
        nl="Er is geen afbeelding ‘{source}’: lezers zien een lege plek. Voeg het bestand toe of verbeter de naam.",
    )
    similar = Message(
        en="There is no image ‘{source}’, so readers see an empty place. Do you mean ‘{other}’?",
        nl="Er is geen afbeelding ‘{source}’: lezers zien een lege plek. Bedoel je ‘{other}’?",
    )
    elsewhere = Message(
        en="From the address of this page, ‘{source}’ leads nowhere, so readers see an empty place. Write ‘{better}’.",
        nl="Vanaf het adres van deze pagina leidt ‘{source}’ nergens heen: lezers zien een lege plek. Schrijf ‘{better}’.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Ice](ice.jpg) ![Bay](/img/bay.png) ![Far](https://example.org/x.png)\n", files=_SITE),
        Valid('Look: {{< figure src="ice.jpg" alt="Ice" >}}\n', files=_SITE),
        Valid("![Ice](ice.jpg) ![Map](map.svg)\n", path="content/post/this.md", files={**_SITE, **_HOOK}),
        Valid('Look: {{< photo file="ice.jpg" alt="Ice" >}}\n', files={**_SITE, **_SHORTCODE}),
        Valid("![Ice](/media/ice.jpg)\n"),
        Invalid("![Floe](⟦floe.jpg⟧)\n", files=_SITE),
        Invalid("![Floe][f] ![Floe][f]\n\n[f]: ⟦floe.jpg⟧\n", files=_SITE, movable=False),
        Invalid("![Ice](⟦Ice.jpeg⟧)\n", fixed="![Ice](ice.jpg)\n", files=_SITE),
        Invalid('<img src="⟦/img/harbour.png⟧" alt="Harbour">\n', files=_SITE),
        Invalid('Look: {{< figure src="⟦floe.jpg⟧" alt="Floe" >}}\n', files=_SITE),
        Invalid('Look: {{< photo file="⟦floe.jpg⟧" alt="Floe" >}}\n', files={**_SITE, **_SHORTCODE}),
        Invalid("![Ice](⟦ice.jpg⟧)\n", path="content/post/this.md", files=_SITE, fixed="![Ice](../ice.jpg)\n"),
        Invalid("![Ice](⟦ice.jpg⟧)\n"),
    )

    def begin(self) -> None:
        self._seen: set[Span] = set()

    @on(Image)
    def check_image(self, image: Image) -> Iterator[Violation]:
        if not any(image.target.overlaps(tag.span) for tag in self.document.shortcodes.tags):
            yield from self._check(image.destination, image.target)

    @on(HtmlElement)
    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        source = element.attribute("src") if element.name == "img" else None
        if source is None or not source.value or source.value_span is None:
            return
        if not any(source.value_span.overlaps(tag.span) for tag in self.document.shortcodes.tags):
            yield from self._check(source.value, source.value_span)

    @on(ShortcodeTag)
    def check_shortcode(self, tag: ShortcodeTag) -> Iterator[Violation]:
        template = None if tag.closing else self.page.shortcodes.find(tag.name)
        if template is None or not template.image:
            return
        for key in template.source_parameters:
            parameter = tag.parameter(key)
            if parameter is None or not isinstance(parameter.value, str):
                continue
            name = parameter.value.rpartition("/")[2]
            if not looks_like_image(name) or (self._is_special(template) and self._is_somewhere(name)):
                continue
            yield from self._check(parameter.value, parameter.value_span, certain=not template.path)

    @staticmethod
    def _is_special(template: ShortcodeTemplate) -> bool:
        """Whether a shortcode may look for an image in its own way."""
        return bool(template.path) or template.name != "figure"

    def _is_somewhere(self, name: str) -> bool:
        """Whether a name, or a part of one, belongs to a file of the page or of the site."""
        part = name.lower()
        return any(part in image.name.lower() for image in self.page.images) or self.page.site.has_file_named(name)

    def _check(self, source: str, span: Span, *, certain: bool = True) -> Iterator[Violation]:
        if span in self._seen:
            return  # a definition that several images share
        self._seen.add(span)
        target = resolve_image(self.page, source)
        if target.outcome is TargetOutcome.UNRESOLVED:
            message = self.elsewhere(source=source, better=target.better)
            yield self.violation(span, message, suggestions=(target.better,))
        elif target.outcome in {TargetOutcome.MISSING, TargetOutcome.LIKELY_MISSING}:
            suggestions = similar_files(self.page, source)
            message = self.similar(source=source, other=suggestions[0]) if suggestions else self.missing(source=source)
            certain = certain and target.outcome is TargetOutcome.MISSING
            severity = Severity.ERROR if certain else Severity.WARNING
            if self.page.site.is_hugo and not self.page.site.has_pictures:
                severity = Severity.INFO
            yield self.violation(span, message, severity=severity, suggestions=suggestions)
