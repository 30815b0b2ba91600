"""AX013: a passage in another language that does not say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Document, Link, Prose
from contentlint.language.foreign import ForeignPassage, foreign_passages
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
    option,
)
from contentlint.text import Span

_KINDS: Final = frozenset(("paragraph", "item", "heading", "cell", "html", "term"))
"""What can be marked with a language; an alternative text or a title in the front matter cannot."""
_ATTRIBUTES: Final = re.compile(r"\s{0,80}\{[^{}\n]{0,200}\blang\s*=")
"""A list of attributes below a block, which Goldmark gives to the block."""
_ENDS: Final = re.compile(r"[)*_\s]*[.!?…”“»\"’]")
"""What stands behind a sentence or a quotation, and not behind a title."""
_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
_NL: Final = (
    "De buurt leest al jaren mee met wat wij schrijven. Dat is niet alleen leuk om te doen, maar het levert ook veel op, want "
    "wij horen zo wat er beter kan en wat niet.\n\n"
)
_EN: Final = (
    "The people of our town have been reading along for years. That is not only fun to do; it also gives us much, because we "
    "hear from them what we can do better.\n\n"
)


class LanguageOfPartOptions(Options):
    """What is long enough."""

    min_words = option(
        8,
        en="how many words a passage in another language has at least",
        nl="hoeveel woorden een passage in een andere taal minstens heeft",
        minimum=3,
    )


class LanguageOfPart(Rule[LanguageOfPartOptions]):
    """Reports a passage of eight words or more in another language than the page, without ``lang``.

    Of paragraphs in a row only the first is reported. Words and phrases that a language has borrowed are left alone. What
    may be a title (the text of a link, words without a full stop or quotation marks) is information only. English, Dutch,
    French, German, Spanish and Italian are known. Pages that are half in another language are not judged here: see
    ``page-language``.

    Mark a few words with ``<span lang="en">…</span>``, paragraphs with ``<div lang="en">`` and an empty line on both sides.
    Where the site lets no HTML through, a shortcode can do it, or ``{lang=en}`` below the paragraph
    (``markup.goldmark.parser.attribute.block``).

    ## Why is this bad?
    A screen reader reads it with the voice and the sounds of the page’s language, and then it cannot be understood.
    Spelling is checked in the wrong language, too.
    """

    dutch = """Meldt een passage van acht woorden of meer in een andere taal dan de pagina, zonder ``lang``.

    Van alinea’s achter elkaar wordt alleen de eerste gemeld. Leenwoorden blijven buiten beschouwing. Wat een titel kan zijn
    (de tekst van een link, woorden zonder punt of aanhalingstekens) is alleen een opmerking. Engels, Nederlands, Frans, Duits,
    Spaans en Italiaans worden herkend. Pagina’s die half in een andere taal zijn, worden hier niet beoordeeld: zie
    ``page-language``.

    Markeer een paar woorden met ``<span lang="en">…</span>``, en alinea’s met ``<div lang="en">`` en een lege regel aan
    weerszijden. Laat de site geen HTML door, dan kan het met een shortcode, of met ``{lang=en}`` onder de alinea
    (``markup.goldmark.parser.attribute.block``).

    ## Waarom is dat erg?
    Een schermlezer leest het voor met de stem en de klanken van de taal van de pagina, en dan is het niet te verstaan. Ook de
    spelling wordt in de verkeerde taal gecontroleerd.
    """

    info = RuleInfo(
        name="language-of-part",
        code="AX013",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Passage in another language", nl="Passage in een andere taal"),
        wcag=("3.1.2",),
        languages=("nl", "en"),
        since="0.1.0",
    )
    foreign = Message(
        en="This is {language} on a page in {page}, so a screen reader reads it with the wrong voice. Mark it with "
        'lang="{tag}".',
        nl="Dit is {language} op een pagina in het {page}, dus een schermlezer leest het met de verkeerde stem. Markeer het "
        'met lang="{tag}".',
    )
    names: ClassVar[Mapping[str, Message]] = {
        "nl": Message(en="Dutch", nl="Nederlands"),
        "en": Message(en="English", nl="Engels"),
        "fr": Message(en="French", nl="Frans"),
        "de": Message(en="German", nl="Duits"),
        "es": Message(en="Spanish", nl="Spaans"),
        "it": Message(en="Italian", nl="Italiaans"),
    }
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("De buurt leest mee, en dat blijft zo.\n\nWe noemen dat een best practice.\n", language="nl"),
        Valid(_NL + 'Hij zei <span lang="en">that he would never go back to the town</span> en ging.\n', language="nl"),
        Valid(_NL + '<div lang="en">\n\nHe said that he would never go back to it.\n\n</div>\n', language="nl"),
        Valid(_NL + "Hij las ‘The Hitchhiker’s Guide to the Galaxy’ in de trein.\n", language="nl"),
        Valid(_NL + "He said that he would never go back.\n{lang=en}\n", language="nl", movable=False),
        Valid(_NL + "Hij zei “he would not go back to the town”, en ging.\n", language="nl", options={"min-words": 9}),
        Valid("Hij zei dat.\n\nHe said that he would never go back to this town. It was cold.\n", language="nl"),
        Invalid(_NL + "⟦He said that he would never go back to this town⟧.\n\nIt was cold.\n", language="nl"),
        Invalid(_NL + "In het boek staat: “⟦he would never go back to this town of his⟧”.\n", language="nl"),
        Invalid(_NL + "Zie [⟦what we have to do when the water is not clean⟧](https://example.org/).\n", language="nl"),
        Invalid(_EN + "They wrote: “⟦het was niet de bedoeling dat wij er zo lang over deden⟧”.\n"),
        Invalid(_EN + "They wrote: “⟦je ne suis pas venu pour vous dire que cela est impossible⟧”.\n"),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        own = document.language.partition("-")[0].lower()
        said = self.page.site.page(self.page.path).language
        if said and said != own:
            return
        fewest = self.options.min_words
        words = foreign = 0
        found: list[tuple[Prose, ForeignPassage]] = []
        before = ""
        for piece in document.prose:
            if piece.kind not in _KINDS:
                continue
            words += piece.text.count(" ") + 1
            if piece.language.partition("-")[0].lower() != own:
                continue
            passages = foreign_passages(piece.text, own, fewest)
            if not passages:
                before = ""
                continue
            foreign += sum(passage.words for passage in passages)
            shown = [passage for passage in passages if not self._is_marked(piece, passage)]
            found += [(piece, passage) for passage in shown if passage.language != before]
            before = shown[-1].language if shown and _is_whole(piece, shown[-1]) else ""
        # Where only the text says in which language the page is, half and half says nothing.
        if (2 if said else 3) * foreign > words:
            return
        links = [node.content for node in document.markdown.nodes if isinstance(node, Link)] if found else []
        for piece, passage in found:
            if passage.language in self.names:
                yield self._tell(piece, passage, own, links)

    def _tell(self, piece: Prose, passage: ForeignPassage, own: str, links: list[Span]) -> Violation:
        message = self.foreign(language=self.names[passage.language], page=self.names[own], tag=passage.language)
        span = piece.span_of(passage.start, passage.end)
        if (link := _link_at(span, links)) is not None:
            return self.violation(link, message, severity=Severity.INFO)
        is_sentence = _ENDS.match(piece.text, passage.end) is not None
        return self.violation(span, message, severity=None if is_sentence else Severity.INFO)

    def _is_marked(self, piece: Prose, passage: ForeignPassage) -> bool:
        """Whether attributes below the block, or a shortcode around it, say in which language it is."""
        document = self.document
        if _ATTRIBUTES.match(document.text, piece.span_of(passage.start, passage.end).end) or "lang=" in piece.text:
            return True
        pair = document.shortcode_pairs.around(piece.span.start)
        while pair is not None:
            for parameter in pair.opening.parameters:
                if parameter.key is not None and "lang" in parameter.key.lower():
                    return True
                if isinstance(parameter.value, str) and _LANGUAGE.fullmatch(parameter.value):
                    return True
            pair = pair.parent
        return False


def _link_at(span: Span, links: list[Span]) -> Span | None:
    """Return the text of the link that a passage stands in, for the most part at least."""
    index = bisect_right(links, span.end - 1, key=lambda link: link.start) - 1
    if index < 0:
        return None
    link = links[index]
    shared = min(span.end, link.end) - max(span.start, link.start)
    return link if 3 * shared >= 2 * (span.end - span.start) else None


def _is_whole(piece: Prose, passage: ForeignPassage) -> bool:
    """Whether a passage is most of its piece, so that the next piece may go on with it."""
    return 3 * (passage.end - passage.start) >= 2 * len(piece.text)
