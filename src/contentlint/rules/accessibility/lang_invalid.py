"""AX026: a language that nobody knows by that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import ElementRule
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
)

_TAG: Final = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*|[xi](?:-[A-Za-z0-9]{1,8})+", re.IGNORECASE)
_LANGUAGES: Final = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()
)
"""Two-letter codes of languages (ISO 639-1, as in the IANA Language Subtag Registry)."""

_NAMES: Final[Mapping[str, str]] = {
    "arabic": "ar", "arabisch": "ar", "chinees": "zh", "chinese": "zh", "cz": "cs", "deutsch": "de", "dk": "da",
    "duits": "de", "dutch": "nl", "engels": "en", "english": "en", "espanol": "es", "français": "fr", "frans": "fr",
    "french": "fr", "fries": "fy", "german": "de", "gr": "el", "italiaans": "it", "italian": "it", "jp": "ja",
    "latijn": "la", "latin": "la", "nederlands": "nl", "ned": "nl", "pools": "pl", "polish": "pl", "portugees": "pt",
    "portuguese": "pt", "spaans": "es", "spanish": "es", "turkish": "tr", "turks": "tr", "ua": "uk",
}  # fmt: skip


class LangInvalid(ElementRule[Options]):
    """Reports ``lang`` with something that is no code of a language, such as ``dutch`` or ``en_GB``.

    ## Why is this bad?
    Browsers and screen readers pass over it, so the passage is read with the wrong voice all the same.

    ## Fix safety
    The fix is a suggestion: the code of the language that seems to be meant.
    """

    dutch = """Meldt ``lang`` met iets dat geen code van een taal is, zoals ``dutch`` of ``en_GB``.

    ## Waarom is dat erg?
    Browsers en schermlezers slaan het over, dus de passage wordt toch met de verkeerde stem voorgelezen.

    ## Wat herstellen doet
    Het herstel is een voorstel: de code van de taal die bedoeld lijkt.
    """

    info = RuleInfo(
        name="lang-invalid",
        code="AX026",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Unknown code of a language", nl="Onbekende taalcode"),
        fixable=Applicability.SUGGESTION,
        wcag=("3.1.1", "3.1.2"),
        since="0.1.0",
    )
    unknown = Message(
        en="‘{value}’ is no code of a language, so a screen reader does not change its voice. Write a code such as nl or en-GB.",
        nl="‘{value}’ is geen taalcode, dus een schermlezer wisselt niet van stem. Schrijf een code als nl of en-GB.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<p lang="nl">x</p> <i lang="en-GB">y</i> <i lang="zh-Hant-TW">z</i> <i lang="nds">z</i>\n'),
        Valid('<p lang="">x</p> <i lang="{{< l >}}">y</i>\n\n`<i lang="dutch">`\n'),
        Invalid('<p lang="⟦dutch⟧">x</p>\n', fixed='<p lang="nl">x</p>\n'),
        Invalid('Een <i lang="⟦en_gb⟧">y</i>\n', fixed='Een <i lang="en-gb">y</i>\n', language="nl"),
        Invalid('<p lang="⟦xx⟧">x</p>\n'),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        attribute = element.attribute("lang")
        if attribute is None or not attribute.value or attribute.value_span is None or "{{" in attribute.value:
            return
        written = attribute.value
        if not _is_tag(written.strip()):
            near = _NAMES.get(written.strip().lower()) or written.strip().replace("_", "-")
            yield self.violation(
                attribute.value_span, self.unknown(value=written), suggestions=(near,) if _is_tag(near) else ()
            )


def _is_tag(text: str) -> bool:
    match = _TAG.fullmatch(text)
    if match is None:
        return False
    language = (match["language"] or "").lower()
    return len(language) != 2 or language in _LANGUAGES
