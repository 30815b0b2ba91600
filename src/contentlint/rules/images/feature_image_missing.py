"""IM002: front matter that names a main image which is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Entry, FrontMatter, StringValue
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
from contentlint.site import WantedImage
from contentlint.text import Span

_URL = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[\w./-]+", re.ASCII)
_LAYOUT = """\
{{ with .Resources.GetMatch (.Params.feature | default "*feature*") }}
<img src="{{ .RelPermalink }}" alt="{{ $.Params.featureAlt }}">
{{ end }}
"""
_LANGUAGES = 'defaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n'
_ASSETS = '{{ with resources.Get .Params.feature }}<img src="{{ .RelPermalink }}" alt="">{{ end }}\n'


class FeatureImageMissing(Rule[Options]):
    """Reports front matter that names a main image (feature, cover, thumbnail) which the theme does not find.

    Themes look for such an image among the files of the page's own folder. It is an error where the templates on disk say
    so, and a warning where the theme is not known or not on disk. An alternative text without an image is a warning too.

    ## Why is this bad?
    The page appears without its image, and Hugo does not say a word about it.

    ## Fix safety
    The rule suggests an image of the page with a name like it; only a person knows whether that one is meant.
    """

    dutch = """Meldt front matter met een hoofdafbeelding (feature, cover, thumbnail) die het thema niet vindt.

    Thema’s zoeken zo’n afbeelding bij de bestanden in de map van de pagina zelf. Het is een fout als de sjablonen op
    schijf dat zeggen, en een waarschuwing als het thema niet bekend is of niet op schijf staat. Een alt-tekst zonder
    afbeelding is ook een waarschuwing.

    ## Waarom is dat erg?
    De pagina verschijnt zonder afbeelding, en Hugo zegt er niets over.

    ## Wat herstellen doet
    contentlint stelt een afbeelding van de pagina voor waarvan de naam erop lijkt; alleen een mens weet of die bedoeld
    is.
    """

    looks_elsewhere = True
    info = RuleInfo(
        name="feature-image-missing",
        code="IM002",
        family=Family.IMAGES,
        severity=Severity.ERROR,
        summary=Message(en="Main image that is not there", nl="Hoofdafbeelding die er niet is"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    missing = Message(
        en="There is no image ‘{name}’ in the folder of this page, so the page appears without it. Add the file or correct "
        "the name.",
        nl="Er is geen afbeelding ‘{name}’ in de map van deze pagina: de pagina verschijnt zonder. Voeg het bestand toe of "
        "verbeter de naam.",
    )
    similar = Message(
        en="There is no image ‘{name}’ in the folder of this page, so the page appears without it. Do you mean ‘{other}’?",
        nl="Er is geen afbeelding ‘{name}’ in de map van deze pagina: de pagina verschijnt zonder. Bedoel je ‘{other}’?",
    )
    address = Message(
        en="‘{name}’ is a web address. The main image must be a file in the folder of this page, so the page appears "
        "without it.",
        nl="‘{name}’ is een webadres. De hoofdafbeelding moet een bestand in de map van deze pagina zijn; nu verschijnt de "
        "pagina zonder.",
    )
    outside = Message(
        en="‘{name}’ lies outside the folder of this page, so the page appears without it. Put the image in the folder and "
        "give its name only.",
        nl="‘{name}’ ligt buiten de map van deze pagina: de pagina verschijnt zonder. Zet de afbeelding in de map en noem "
        "alleen haar naam.",
    )
    no_bundle = Message(
        en="This page has no folder of its own, so ‘{name}’ is not found. Make it ‘{folder}/index.md’ with the image beside "
        "it.",
        nl="Deze pagina heeft geen eigen map, dus ‘{name}’ wordt niet gevonden. Maak er ‘{folder}/index.md’ van, met de "
        "afbeelding ernaast.",
    )
    other_language = Message(
        en="‘{name}’ counts for the language {default} only, because this folder has no page in it. Call the image "
        "‘{better}’, or the page appears without it.",
        nl="‘{name}’ telt alleen voor de taal {default}, omdat deze map daarin geen pagina heeft. Noem de afbeelding "
        "‘{better}’, anders verschijnt de pagina zonder.",
    )
    needless = Message(
        en="‘{key}’ describes an image, but this page has none. Add the image, or take the text away.",
        nl="‘{key}’ beschrijft een afbeelding, maar deze pagina heeft er geen. Voeg de afbeelding toe of haal de tekst weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "---\ntitle: Ice\nfeature: Ice.JPG\n---\n",
            files={"layouts/single.html": _LAYOUT, "content/post/ice.jpg": None},
        ),
        Valid(
            "---\ntitle: Ice\nfeature: 'img/*'\n---\n",
            files={"layouts/single.html": _LAYOUT, "content/post/img/ice.jpg": None},
        ),
        Valid(
            "---\ntitle: Ice\nfeature: ice.jpg\n---\n", files={"layouts/single.html": _ASSETS, "assets/ice.jpg": None}
        ),
        Valid("---\ntitle: Ice\nfeature: colder than ever\n---\n"),
        Invalid(
            "---\ntitle: Ice\nfeature: ⟦ice.jpeg⟧\n---\n",
            fixed="---\ntitle: Ice\nfeature: ice.jpg\n---\n",
            files={"layouts/single.html": _LAYOUT, "content/post/ice.jpg": None},
        ),
        Invalid(
            '---\ntitle: Ice\nfeature: "⟦./ice.jpg⟧"\n---\n',
            fixed='---\ntitle: Ice\nfeature: "ice.jpg"\n---\n',
            files={"layouts/single.html": _LAYOUT, "content/post/ice.jpg": None},
        ),
        Invalid("---\ntitle: Ice\nfeature: ⟦https://example.org/ice.jpg⟧\n---\n"),
        Invalid("---\ntitle: Ice\nfeature: ⟦../../../ice.jpg⟧\n---\n", files={"layouts/single.html": _LAYOUT}),
        Invalid(
            "---\ntitle: Ice\nfeature: ⟦ice.jpg⟧\n---\n",
            files={"layouts/single.html": _LAYOUT, "content/ice.jpg": None},
            path="content/post.md",
        ),
        Invalid("---\ntitle: Ice\nfeatureAlt: ⟦Ice floes in a bay⟧\n---\n", files={"layouts/single.html": _LAYOUT}),
    )

    def applies(self) -> bool:
        # Of a text that stands nowhere yet, the files around it are not known.
        return bool(self.page.site.files.listing(self.page.folder))

    @on(FrontMatter)
    def check_images(self, front_matter: FrontMatter) -> Iterator[Violation]:
        wanted = self.page.wanted_images(front_matter)
        for image in wanted:
            entry = front_matter.get(*image.key) or front_matter.get("params", *image.key)
            if image.resource is None and entry is not None:
                yield self._missing(entry, image)
        if not wanted:
            yield from self._check_needless(front_matter)

    def _missing(self, entry: Entry, image: WantedImage) -> Violation:
        name = image.name
        suggestions: tuple[str, ...] = ()
        if _URL.match(name):
            message = self.address(name=name)
        elif name.startswith("/") or ".." in name.split("/"):
            message = self.outside(name=name)
        elif self.page.is_in_folder(name):
            stem, dot, extension = name.rpartition(".")
            better = f"{stem}.{self.page.language_key}{dot}{extension}"
            default = self.page.site.configuration.main_language
            message = self.other_language(name=name, default=default, better=better)
        elif self.page.bundle == "single":
            message = self.no_bundle(name=name, folder=self.page.title)
        else:
            suggestions = self._similar(name)
            message = self.similar(name=name, other=suggestions[0]) if suggestions else self.missing(name=name)
        return self.violation(
            _place(entry),
            message,
            severity=Severity.ERROR if image.certain else Severity.WARNING,
            suggestions=suggestions,
        )

    def _similar(self, name: str) -> tuple[str, ...]:
        import difflib  # noqa: PLC0415 - only when something is missing

        names = [image.name for image in self.page.images if _PLAIN_NAME.fullmatch(image.name)]
        return tuple(difflib.get_close_matches(name.removeprefix("./"), names, n=3, cutoff=0.7))

    def _check_needless(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Report an alternative text where the theme shows no image at all."""
        views = [view for view in self.page.feature_views if view.alt_keys and any(c.pattern for c in view.candidates)]
        if not views or any(view.open_keys for view in views) or self.page.feature_images(front_matter):
            return
        for key in dict.fromkeys(key for view in views for key in view.alt_keys):
            entry = front_matter.get(*key)
            if entry is not None and isinstance(entry.value, StringValue) and entry.value.text.strip():
                yield self.violation(_place(entry), self.needless(key=entry.key), severity=Severity.WARNING)


def _place(entry: Entry) -> Span:
    return entry.value.content if isinstance(entry.value, StringValue) else entry.value.span
