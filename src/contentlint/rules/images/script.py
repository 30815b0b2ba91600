"""IM015: a picture that holds a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
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
from contentlint.rules.images.files import shown_pictures

_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><g{}/></svg>'


class ImageScript(Rule[Options]):
    """Reports an SVG with a script in it: ``<script>``, ``onclick`` and the like, or an address that is a script.

    ## Why is this bad?
    Where the page shows the picture the script does nothing. But who opens the picture itself runs it with the rights of
    your site, so that a drawing from elsewhere can read or do what only your own pages may.
    """

    dutch = """Meldt een SVG met een script erin: ``<script>``, ``onclick`` en dergelijke, of een adres dat een script is.

    ## Waarom is dat erg?
    Waar de pagina de afbeelding toont, doet het script niets. Maar wie de afbeelding zelf opent, voert het uit met de rechten
    van je site, zodat een tekening van elders kan lezen of doen wat alleen je eigen pagina’s mogen.
    """

    info = RuleInfo(
        name="image-script",
        code="IM015",
        family=Family.IMAGES,
        severity=Severity.WARNING,
        summary=Message(en="Picture that holds a script", nl="Afbeelding met een script erin"),
        since="0.1.0",
    )
    script = Message(
        en="‘{name}’ holds a script, which runs with the rights of your site for who opens the picture. Save it without.",
        nl="In ‘{name}’ zit een script, dat met de rechten van je site draait bij wie de afbeelding opent. Sla haar op zonder "
        "script.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("![Ice](ice.svg)\n", files={"hugo.toml": "", "content/post/ice.svg": _SVG.format("")}),
        Valid("![Ice](ice.png)\n", files={"hugo.toml": "", "content/post/ice.png": None}),
        Invalid("![Ice](⟦ice.svg⟧)\n", files={"hugo.toml": "", "content/post/ice.svg": _SVG.format(' onclick="go()"')}),
        Invalid(
            '<img src="⟦ice.svg⟧" alt="Ice">\n',
            files={"hugo.toml": "", "content/post/ice.svg": _SVG.replace("<g{}/>", "<script>go()</script>")},
        ),
    )

    @on(Document)
    def check_files(self, document: Document) -> Iterator[Violation]:
        for span, _, name, picture in shown_pictures(document, self.page):
            if picture.script:
                yield self.violation(span, self.script(name=name))
