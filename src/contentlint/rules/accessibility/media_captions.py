"""AX006: a film without captions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import ElementRule, elements_inside, has, is_hidden, value
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    option,
)


class MediaCaptionsOptions(Options):
    """What is looked at."""

    audio = option(
        True,
        en="whether a transcript is asked for where sound is played",
        nl="of bij geluid naar een uitgeschreven tekst wordt gevraagd",
    )


class MediaCaptions(ElementRule[MediaCaptionsOptions]):
    """Reports a ``<video>`` without a ``<track>`` of captions, and reminds of a transcript at an ``<audio>``.

    A film without sound (``muted``) needs no captions. Films of YouTube and the like are left alone: whether those have
    captions is not to be seen here.

    ## Why is this bad?
    People who are deaf, and people in a train, do not get what is said.
    """

    dutch = """Meldt een ``<video>`` zonder ``<track>`` met ondertitels, en herinnert bij een ``<audio>`` aan een
    uitgeschreven tekst.

    Een film zonder geluid (``muted``) heeft geen ondertitels nodig. Films van YouTube en dergelijke blijven buiten
    beschouwing: of die ondertitels hebben, is hier niet te zien.

    ## Waarom is dat erg?
    Wie doof is of in de trein zit, krijgt niet mee wat er wordt gezegd.
    """

    info = RuleInfo(
        name="media-captions",
        code="AX006",
        family=Family.ACCESSIBILITY,
        severity=Severity.INFO,
        summary=Message(en="Film without captions", nl="Film zonder ondertitels"),
        wcag=("1.2.1", "1.2.2"),
        since="0.1.0",
    )
    film = Message(
        en='This film has no captions, so deaf people do not get what is said. Add <track kind="captions">, unless '
        "nothing is said in it.",
        nl='Deze film heeft geen ondertitels, dus wie doof is mist wat er wordt gezegd. Voeg <track kind="captions"> toe, '
        "tenzij er niets in wordt gezegd.",
    )
    sound = Message(
        en="Who cannot hear this gets nothing. Is what is said also written on the page, or behind a link next to it?",
        nl="Wie dit niet kan horen, krijgt niets mee. Staat wat er wordt gezegd ook op de pagina, of achter een link ernaast?",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<video controls src="a.mp4"><track kind="captions" src="a.nl.vtt" srclang="nl"></video>\n'),
        Valid('<video muted loop autoplay src="waves.mp4"></video>\n'),
        Valid('<audio controls src="a.mp3"></audio>\n', options={"audio": False}),
        Invalid('⟦<video controls src="a.mp4">⟧</video>\n'),
        Invalid(
            '⟦<video controls>⟧\n<source src="a.mp4">\n<track kind="chapters" src="a.vtt">\n</video>\n',
        ),
        Invalid('⟦<audio controls src="a.mp3">⟧</audio>\n'),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if is_hidden(element):
            return
        if element.name == "video" and not has(element, "muted"):
            tracks = (other for other in elements_inside(self.document, element) if other.name == "track")
            # A track that does not say what it is holds subtitles (HTML Living Standard, 4.8.13).
            if not any(value(track, "kind").lower() in ("", "captions", "subtitles") for track in tracks):
                yield self.violation(element.span, self.film())
        elif element.name == "audio" and self.options.audio:
            yield self.violation(element.span, self.sound())
