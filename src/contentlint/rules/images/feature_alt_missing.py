"""IM001: the main image of a page without its alternative text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, StringValue
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
from contentlint.site import FeatureImage
from contentlint.text import Span

_THEME = {"hugo.toml": 'theme = "congo"\n'}
_LAYOUT = """\
{{ $cover := .Resources.GetMatch (.Params.cover | default "*cover*") }}
{{ with .Resources.GetMatch (.Params.feature | default "*feature*") | default $cover }}
<img src="{{ .RelPermalink }}" alt="{{ $.Params.featureAlt | default $.Params.coverAlt }}">
{{ end }}
"""
_EMPTY_ALT = """\
{{ with .Resources.GetMatch (.Params.feature | default "*feature*") }}<img src="{{ .RelPermalink }}" alt="">{{ end }}
"""
_TITLE_ALT = """\
{{ with .Resources.GetMatch .Params.feature }}<img src="{{ . }}" alt="{{ $.Params.featureAlt | default $.Title }}">{{ end }}
"""


class FeatureAltMissing(Rule[Options]):
    """Reports the main image of a page (feature, cover, thumbnail) when the front matter holds no alternative text for it.

    It follows the theme: the site's own templates and those of the theme on disk are read for which key or file name
    chooses the image and which key gives its alternative text. A theme that prints no such text, as Blowfish does, or that
    takes the title instead, is left in peace: nothing in the page could mend it. So a site that does not use these keys
    hears nothing, unless its theme really shows the images without a text. Then every such page is reported, once.

    An image that only lists of pages pick up by its file name is left in peace too: it stands beside the title of the page.

    An error is an image without any alternative text that the front matter names, or that templates on disk pick up. A
    warning is an image that has a text in one place of the theme and none in another, or one that only a theme which is
    not on disk would pick up by its file name.

    ## Why is this bad?
    People who do not see the image miss what it tells, or hear a file name read aloud.
    """

    dutch = """Meldt de hoofdafbeelding van een pagina (feature, cover, thumbnail) als er in de front matter geen
    alt-tekst voor staat.

    De regel volgt het thema: uit de sjablonen van de site en van het thema op schijf blijkt welke sleutel of
    bestandsnaam de afbeelding kiest en welke sleutel de alt-tekst geeft. Een thema dat zo’n tekst niet toont, zoals
    Blowfish, of dat de titel neemt, laat de regel met rust: in de pagina valt daar niets aan te doen. Een site die deze
    sleutels niet gebruikt, hoort dus niets, behalve als het thema de afbeeldingen echt zonder tekst toont. Dan krijgt
    elke pagina waar dat zo is één melding.

    Een afbeelding die alleen in lijsten van pagina’s komt, vanwege de bestandsnaam, blijft ook buiten beschouwing: die
    staat naast de titel van de pagina.

    Het is een fout als de front matter de afbeelding noemt, of als sjablonen op schijf haar kiezen, en er nergens een
    alt-tekst is. Het is een waarschuwing als er op de ene plek van het thema een tekst is en op de andere niet, of als
    alleen een thema dat niet op schijf staat de afbeelding om haar bestandsnaam zou kiezen.

    ## Waarom is dat erg?
    Wie de afbeelding niet ziet, mist wat erop staat of hoort een bestandsnaam voorlezen.
    """

    info = RuleInfo(
        name="feature-alt-missing",
        code="IM001",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(en="Main image without alternative text", nl="Hoofdafbeelding zonder alt-tekst"),
        wcag=("1.1.1",),
        since="0.1.0",
    )
    named = Message(
        en="The image ‘{name}’ has no alternative text, so people who cannot see it miss what it shows. Describe it in ‘{key}’.",
        nl="De afbeelding ‘{name}’ heeft geen alt-tekst: wie haar niet kan zien, mist wat erop staat. Beschrijf haar in ‘{key}’.",
    )
    picked = Message(
        en="The theme shows ‘{name}’ with this page because of its file name, without alternative text. Describe the "
        "image in ‘{key}’.",
        nl="Het thema toont ‘{name}’ bij deze pagina vanwege de bestandsnaam, zonder alt-tekst. Beschrijf de afbeelding "
        "in ‘{key}’.",
    )
    partly = Message(
        en="In some places the image ‘{name}’ is shown without alternative text. Describe it in ‘{key}’, which counts "
        "everywhere.",
        nl="Op sommige plaatsen staat de afbeelding ‘{name}’ zonder alt-tekst. Beschrijf haar in ‘{key}’; dat telt overal.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "---\ntitle: Ice\nfeature: ice.jpg\nfeatureAlt: Ice floes in a bay\n---\n",
            files={"layouts/single.html": _LAYOUT, "content/post/ice.jpg": None},
        ),
        Valid("---\ntitle: Ice\n---\n", files={"layouts/single.html": _LAYOUT, "content/post/ice.jpg": None}),
        Valid(
            "---\ntitle: Ice\nfeature: ice.jpg\n---\n",
            files={"layouts/single.html": _EMPTY_ALT, "content/post/ice.jpg": None},
        ),
        Valid(
            "---\ntitle: Ice\nfeature: ice.jpg\n---\n",
            files={"layouts/single.html": _TITLE_ALT, "content/post/ice.jpg": None},
        ),
        Valid("---\ntitle: Ice\n---\n", files={**_THEME, "content/post/thumb.jpg": None}),
        Valid("---\ntitle: Ice\nfeature: colder than ever\n---\n"),
        Invalid(
            "---\ntitle: Ice\nfeature: ⟦ice.jpg⟧\n---\n",
            files={"layouts/single.html": _LAYOUT, "content/post/ice.jpg": None},
        ),
        Invalid(
            '---\ntitle: Ice\nfeature: ice.jpg\nfeatureAlt: ⟦" "⟧\n---\n',
            files={"layouts/single.html": _LAYOUT, "content/post/ice.jpg": None},
        ),
        Invalid(
            "⟦---⟧\ntitle: Ice\n---\n",
            files={"layouts/single.html": _LAYOUT, "content/post/img-cover-2.png": None},
            movable=False,
        ),
        Invalid(
            "---\ntitle: Ice\ncover: ⟦ice.jpg⟧\nthumbnail: ice.jpg\nthumbnailAlt: Ice floes in a bay\n---\n",
            files={**_THEME, "content/post/ice.jpg": None},
        ),
        Invalid("---\ntitle: Ice\nfeature: ⟦ice.jpg⟧\n---\n"),
    )

    @on(Document)
    def check_images(self, document: Document) -> Iterator[Violation]:
        images = [
            image
            for image in self.page.feature_images(document.front_matter)
            if image.view.alt_keys and not image.view.alt_fallback
        ]
        # An image that a list of pages picks up by itself stands beside a title that says it all.
        silent = [image for image in images if not image.alt_key and (image.key or not image.view.is_list)]
        if not silent:
            return
        # An image that is there says more than one that only has a name.
        image = next((image for image in silent if image.resource is not None), silent[0])
        key = next(
            (key for key in image.view.alt_keys if all(key in other.view.alt_keys for other in images)),
            image.view.alt_keys[0],
        )
        name = image.resource.name if image.resource is not None else image.name
        partly = any(image.alt_key for image in images) or all(image.view.is_list for image in silent)
        message = self.partly if partly else self.named if image.key else self.picked
        certain = bool(image.key) or image.view.certain
        yield self.violation(
            self._place(document, image),
            message(name=name, key=".".join(key)),
            severity=Severity.WARNING if partly or not certain else Severity.ERROR,
        )

    @staticmethod
    def _place(document: Document, image: FeatureImage) -> Span:
        """Return the empty alternative text, else the name of the image, else the beginning of the front matter."""
        front_matter = document.front_matter
        if front_matter is None:
            return Span(document.body.start, document.body.start)
        for key in image.view.alt_keys:
            entry = front_matter.get(*key)
            if entry is not None:
                return entry.key_span if entry.value.span.empty else entry.value.span
        entry = front_matter.get(*image.key) if image.key else None
        if entry is None:
            return front_matter.opening
        return entry.value.content if isinstance(entry.value, StringValue) else entry.value.span
