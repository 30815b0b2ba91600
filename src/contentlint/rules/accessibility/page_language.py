"""AX019: a text that is not in the language its page is said to be in."""

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
from contentlint.text import Span

_DUTCH = "Dit is een tekst die wij voor de site hebben geschreven, en het is niet moeilijk om te zien dat die in het Nederlands is.\n"
_ENGLISH = "This is a text that we have written for the site, and it is not hard to see that all of it was meant to be English.\n"
_SITE = {"hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n'}


class PageLanguage(Rule[Options]):
    """Reports a page whose text is in another language than the site says: Dutch on an English page, or the reverse.

    The site says it by the file's name (``index.nl.md``), the folder of a language, or its default language. Spelling is
    checked in the language of the text.

    ## Why is this bad?
    A screen reader pronounces Dutch as if it were English, and browsers offer to translate what needs no translation.
    """

    dutch = """Meldt een pagina met tekst in een andere taal dan de site zegt: Nederlands op een Engelse pagina, of
    andersom.

    De site zegt het met de bestandsnaam (``index.nl.md``), met de map van een taal of met de standaardtaal. De spelling
    wordt gecontroleerd in de taal van de tekst.

    ## Waarom is dat erg?
    Een schermlezer spreekt Nederlands uit alsof het Engels is, en browsers bieden aan te vertalen wat niet vertaald
    hoeft te worden.
    """

    info = RuleInfo(
        name="page-language",
        code="AX019",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Text is not in the page’s language", nl="Tekst is niet in de taal van de pagina"),
        wcag=("3.1.1",),
        since="0.1.0",
    )
    differs = Message(
        en="This text is {text}, but the site says that the page is {page}, so a screen reader mispronounces it. Put the "
        "language in the file’s name ({name}), or set the site’s language.",
        nl="Deze tekst is {text}, maar volgens de site is de pagina {page}, dus een schermlezer spreekt hem verkeerd uit. Zet "
        "de taal in de bestandsnaam ({name}), of stel de taal van de site in.",
    )
    unknown = Message(
        en="This text is {text}, but the site has no language ‘{key}’ and makes the page {page}, so a screen reader "
        "mispronounces it. Add the language to the site’s settings.",
        nl="Deze tekst is {text}, maar de site kent de taal ‘{key}’ niet en maakt de pagina {page}, dus een schermlezer "
        "spreekt hem verkeerd uit. Voeg de taal toe aan de instellingen van de site.",
    )
    names: ClassVar = {
        "nl": Message(en="Dutch", nl="Nederlands"),
        "en": Message(en="English", nl="Engels"),
    }
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(_ENGLISH, files=_SITE, movable=False),
        Valid(_DUTCH, path="content/post/index.nl.md", files=_SITE, movable=False),
        Valid("Geen oordeel.\n", files=_SITE, movable=False),
        Invalid("⟦⟧" + _DUTCH, files=_SITE, movable=False),
        Invalid("⟦⟧" + _DUTCH, path="content/post/index.nl.md", files={"hugo.toml": 'locale = "en"\n'}, movable=False),
        Invalid("\n\n⟦⟧" + _DUTCH, files=_SITE, movable=False),
        Invalid("⟦⟧" + _ENGLISH, path="content/post/index.nl.md", files=_SITE, movable=False),
    )

    @on(Document)
    def check_language(self, document: Document) -> Iterator[Violation]:
        # The page at hand has the language of its text by now; what the site says of it is asked anew.
        said, found = self.page.site.page(self.page.path).language, document.language
        if not self.page.in_content or said == found or said not in self.names or found not in self.names:
            return
        body = document.source.text[document.body.start : document.body.end]
        start = document.body.end - len(body.lstrip())
        own = document.path.rpartition("/")[2]
        stem, _, extension = own.partition(".")
        name = f"{stem}.{found}.{extension.rpartition('.')[2]}"
        text, page = self.names[found], self.names[said]
        message = (
            self.unknown(text=text, page=page, key=found)
            if name == own
            else self.differs(text=text, page=page, name=name)
        )
        yield self.violation(Span(start, start), message)
