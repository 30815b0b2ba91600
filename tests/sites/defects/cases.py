"""Small posts with one defect each, and the rule that must find it: the sound post in its language with one change."""

from __future__ import annotations

from typing import Final, NamedTuple

from tests.sites.defects.posts import DUTCH


class Defect(NamedTuple):
    """One change to a sound post.

    Attributes:
        rule: the rule that must report it.
        old: what stands in the sound post; empty to add ``new`` at the end.
        new: what stands there instead.
        language: of the post.
        also: rules that may say something of the same words.
    """

    rule: str
    old: str
    new: str
    language: str = "nl"
    also: tuple[str, ...] = ()


PICTURE: Final = "![Een kruiwagen vol potgrond naast een lege bak.](kruiwagen.png)"
FIGURE: Final = (
    '{{< figure src="kaart.png" alt="Een plattegrond met de bak bij de poort." caption="Zo komt het eruit te zien." >}}'
)
LINK: Final = "[overzicht van het gereedschap](/gereedschap/)"
LAST: Final = "Om vier uur ruimen we op en drinken we iets."
_TABLE: Final = "| Groep | Plek | Aantal |"

DEFECTS: Final = (
    # Front matter
    Defect("front-matter-invalid", 'tags: ["buurt", "tuin"]', 'tags: ["buurt", "tuin"', also=("build-stops-here",)),
    Defect("front-matter-invalid", "draft: false", "draft: false\ndraft: true"),
    Defect("front-matter-invalid", "draft: false", "\tdraft: false"),
    Defect("front-matter-invalid", 'title: "Samen de tuin in"', "title: Tuin: samen aan het werk"),
    Defect("front-matter-missing", DUTCH[: DUTCH.index("---\n\n") + 5], ""),
    Defect("front-matter-date-invalid", "2025-04-14T09:00:00+02:00", "2025-04-31"),
    Defect("front-matter-date-invalid", "2025-04-14T09:00:00+02:00", "14 april 2025"),
    Defect("front-matter-date-order", "draft: false", "lastmod: 2024-01-01\ndraft: false"),
    Defect("front-matter-date-offset", "2025-04-14T09:00:00+02:00", "2025-11-14T09:00:00+02:00"),
    Defect("front-matter-boolean", "draft: false", "draft: yes"),
    Defect("front-matter-term-list", 'tags: ["buurt", "tuin"]', "tags: buurt, tuin"),
    Defect("front-matter-value-empty", "draft: false", "draft: false\nauthor:"),
    Defect("front-matter-value-cut", 'title: "Samen de tuin in"', "title: Plan # 9 voor de tuin"),
    Defect("front-matter-key-unknown", "draft: false", "draft: false\nlastMdo: 2025-05-01"),
    Defect("front-matter-type", "draft: false", "draft: false\nweight: zwaar"),
    Defect(
        "front-matter-key-missing",
        'description: "Hoe de buurt van een kaal stuk grond een tuin voor iedereen maakt."\n',
        "",
    ),
    # The main picture
    Defect("feature-alt-missing", 'featureAlt: "Vier buren spitten een border om."\n', ""),
    Defect(
        "feature-alt-missing",
        'featureAlt: "Vier buren spitten een border om."',
        'featureAlt: ""',
        also=("front-matter-value-empty",),
    ),
    Defect("feature-image-missing", "feature: feature.png", "feature: featur.png"),
    Defect("image-alt-placeholder", 'featureAlt: "Vier buren spitten een border om."', 'featureAlt: "foto"'),
    Defect("image-alt-filename", 'featureAlt: "Vier buren spitten een border om."', 'featureAlt: "IMG_2034.JPG"'),
    # Alternative texts
    Defect("image-alt-missing", PICTURE, "![](kruiwagen.png)"),
    Defect("image-alt-missing", PICTURE, '<img src="kruiwagen.png">'),
    Defect("image-alt-missing", FIGURE, '{{< figure src="kaart.png" >}}'),
    Defect("image-alt-filename", PICTURE, "![kruiwagen.png](kruiwagen.png)"),
    Defect("image-alt-filename", PICTURE, "![WhatsApp Image 2025-05-01 at 10.11.12](kruiwagen.png)"),
    Defect("image-alt-placeholder", PICTURE, "![afbeelding](kruiwagen.png)"),
    Defect("image-alt-placeholder", PICTURE, '![""](kruiwagen.png)'),
    Defect("image-alt-prefix", PICTURE, "![Foto van een kruiwagen vol potgrond.](kruiwagen.png)"),
    Defect("image-alt-prefix", "![A wheelbarrow full", "![Image of a wheelbarrow full", "en"),
    Defect(
        "image-alt-long", PICTURE, "![Een kruiwagen " + "en nog een kruiwagen " * 9 + "naast een bak.](kruiwagen.png)"
    ),
    Defect("image-alt-repeats", 'alt="Een plattegrond met de bak bij de poort."', 'alt="Zo komt het eruit te zien."'),
    Defect("image-link-alt-missing", PICTURE, "[![](kruiwagen.png)](/tuin/)"),
    Defect("image-file-missing", "](kruiwagen.png)", "](kruiwgen.png)"),
    Defect("image-file-missing", 'src="kaart.png"', 'src="kaart.jpg"'),
    Defect("image-file-broken", "](kruiwagen.png)", "](kapot.png)"),
    # Headings
    Defect("heading-level-one", "## Daarna", "# Daarna"),
    Defect("heading-level-skip", "### Wat je meeneemt", "#### Wat je meeneemt"),
    Defect("heading-empty", "## Daarna", "##"),
    Defect("heading-empty", "## Daarna", "## &nbsp;"),
    Defect("heading-duplicate", "## Daarna", "## Wat we gaan doen"),
    Defect(
        "heading-faked",
        "## Daarna\n\n> Een tuin is nooit af, zei mijn oma, en dat is juist het mooie.\n",
        "**Daarna**\n\n" + "We ruimen op en drinken iets. " * 8 + "\n",
    ),
    Defect("heading-not-rendered", "## Daarna", "##Daarna"),
    Defect("heading-not-rendered", "## Daarna", "####Daarna"),
    Defect("heading-punctuation", "## Daarna", "## Daarna:"),
    Defect("heading-all-caps", "## Wat we gaan doen", "## WAT WE ALLEMAAL GAAN ONDERNEMEN"),
    # Links
    Defect("link-text-vague", LINK, "[hier](/gereedschap/)"),
    Defect("link-text-vague", LINK, "[lees meer](/gereedschap/)"),
    Defect("link-text-vague", "[list of tools]", "[click here]", "en"),
    Defect("link-text-vague", LINK, '<a href="/gereedschap/">klik hier</a>'),
    Defect("link-empty", LINK, "[](/gereedschap/)"),
    Defect("link-empty", LINK, "[overzicht van het gereedschap]()"),
    Defect(
        "link-text-url",
        LINK,
        "[https://www.example.org/een/heel/lang/adres/van/het/gereedschap](https://www.example.org/een/heel/lang/adres/van/het/gereedschap)",
    ),
    Defect("link-target-missing", "(/gereedschap/)", "(/gereedschp/)"),
    Defect("link-fragment-missing", "(/gereedschap/)", "(#gereedschap)"),
    Defect("link-text-ambiguous", "[pagina over de tuin](/tuin/)", "[overzicht van het gereedschap](/tuin/)"),
    Defect("link-repeated", LINK, "[![Een schop.](kruiwagen.png)](/gereedschap/) " + LINK),
    Defect("link-text-edges", "[overzicht van het gereedschap]", "[overzicht van het gereedschap ]"),
    Defect("link-reversed", LINK, "(overzicht van het gereedschap)[/gereedschap/]"),
    Defect("link-reference-undefined", LINK, "[overzicht van het gereedschap][gereedschap]"),
    Defect("link-file-type", LINK, "[overzicht van het gereedschap](https://example.org/gereedschap.pdf)"),
    Defect("link-new-tab", LINK, '<a href="/gereedschap/" target="_blank">overzicht van het gereedschap</a>'),
    Defect("link-not-rendered", LINK, "[overzicht van het gereedschap] (/gereedschap/)"),
    Defect("attributes-not-rendered", LINK, LINK + '{:target="_blank"}'),
    # Shortcodes
    Defect("shortcode-unclosed", LAST, "{{< note >}}\n" + LAST),
    Defect("shortcode-unopened", LAST, LAST + "\n{{< /note >}}"),
    Defect("shortcode-unknown", "{{< figure ", "{{< figur "),
    Defect("shortcode-syntax", FIGURE, FIGURE[:-3]),
    Defect(
        "shortcode-quotes",
        'alt="Een plattegrond met de bak bij de poort."',
        "alt='Een plattegrond met de bak bij de poort.'",
    ),
    Defect(
        "shortcode-quotes",
        'alt="Een plattegrond met de bak bij de poort."',
        "alt=“Een plattegrond met de bak bij de poort.”",
    ),
    Defect("shortcode-delimiters", LAST, "{{< note >}}" + LAST + "{{% /note %}}"),
    Defect("shortcode-lookalike", LAST, "{{ < note > }}\n" + LAST),
    Defect("shortcode-lookalike", LAST, "{% note %}\n" + LAST),
    Defect("shortcode-not-paired", FIGURE, FIGURE + "{{< /figure >}}"),
    Defect("shortcode-parameter-swallowed", 'src="kaart.png" alt', "src= alt", also=("image-alt-missing",)),
    Defect("shortcode-parameter", 'caption="Zo komt', 'captoin="Zo komt'),
    Defect("shortcode-crossing", LAST, "{{< note >}}{{< box >}}" + LAST + "{{< /note >}}{{< /box >}}"),
    Defect("shortcode-in-code", LAST, LAST + "\n\n```\n{{< note >}}x{{< /note >}}\n```\n"),
    Defect("shortcode-removed", LAST, LAST + '\n\n{{< tweet user="jan" id="1234" >}}'),
    Defect("ref-target-missing", "(/gereedschap/)", '({{< ref "gereedschp" >}})'),
    # Dutch and English
    Defect("spelling-mistake", "welkom", "wellkom"),
    Defect("spelling-mistake", "handschoenen", "handshoenen"),
    Defect("spelling-mistake", "Everybody is welcome", "Everybody is wellcome", "en"),
    Defect("spelling-mistake", "money", "monney", "en"),
    Defect("verb-form", "Zij betaalt ook", "Zij betaald ook"),
    Defect("verb-form", "Heb je vragen", "Wordt jij nat? Heb je vragen"),
    Defect("word-repeated", "een kaal stuk", "een een kaal stuk"),
    Defect("word-repeated", "the work", "the the work", "en"),
    Defect("word-confused", "Iedereen is\nwelkom", "De heg is groter als ik. Iedereen is\nwelkom"),
    Defect("compound-split", "Trek oude kleren aan", "Kijk op de web site. Trek oude kleren aan"),
    Defect("spelling-capital", "26 april maken we", "26 april maken de nederlanders en wij"),
    # Typography
    Defect("space-double", "Iedereen is\nwelkom", "Iedereen  is\nwelkom"),
    Defect("space-before-punctuation", "iets. Heb", "iets . Heb"),
    Defect("apostrophe-turned", "Om vier uur", "‘s Avonds om vier uur"),
    Defect("invisible-character", "potgrond", "pot\u200bgrond"),
    Defect("not-nfc", "de oude heg", "één oude heg".replace("é", "e\u0301")),
    Defect("quotes-mixed", LAST, "Zij noemt het ‘klaar’ en ‘af’, wij noemen het „begin”, zij „eind” en «top»."),
    Defect("number-format", "want daar was geld", "van 5.9 miljoen euro, want daar was geld"),
    Defect("currency-format", "want daar was geld", "van 15 €, want daar was geld"),
    Defect("date-format", "zaterdag 26 april", "zaterdag 26 April"),
    Defect("date-format", "Op zaterdag 26 april", "Op 03/04/2025"),
    Defect("ellipsis-format", "drinken we iets.", "drinken we iets.."),
    Defect("dash-mixed", LAST, "We ruimen op – dat hoort erbij – en drinken iets — zoals altijd."),
    # Tables, lists, markup
    Defect("table-header-empty", _TABLE, "| | | |"),
    Defect("table-not-rendered", "|-------|------|--------|\n", ""),
    Defect("table-not-rendered", "| Pad | langs de muur | 8 |", "| Pad | langs de muur | 8 | te veel |"),
    Defect(
        "list-not-rendered",
        "- de bak met kruiden vullen;\n- het pad leggen;\n- de oude heg snoeien.",
        "-de bak met kruiden vullen;\n-het pad leggen;\n-de oude heg snoeien.",
    ),
    Defect(
        "list-not-rendered",
        "groepen:\n\n- de bak met kruiden vullen;\n- het pad leggen;\n- de oude heg snoeien.",
        "groepen:\n2. de bak met kruiden vullen;\n3. het pad leggen;",
    ),
    Defect(
        "list-faked",
        "- de bak met kruiden vullen;\n- het pad leggen;\n- de oude heg snoeien.",
        "• de bak met kruiden vullen;\n• het pad leggen;\n• de oude heg snoeien.",
    ),
    Defect("emphasis-not-rendered", "samen een tuin", "** samen** een tuin"),
    Defect("code-unclosed", LAST, "```\n" + LAST),
    Defect("footnote-broken", "in drie groepen", "in drie groepen[^2]"),
    # HTML
    Defect("html-unclosed", LAST, '<div class="kader">\n\n' + LAST),
    Defect("html-unclosed", "samen een tuin", "<b>samen een tuin"),
    Defect("html-unclosed", LAST, LAST + "\n\n</div>"),
    Defect("html-unclosed", LAST, "<!-- nog doen\n\n" + LAST),
    Defect("frame-title-missing", LAST, '<iframe src="https://example.org/kaart"></iframe>\n\n' + LAST),
    Defect("html-obsolete", LAST, "<center>Tot dan</center>\n\n" + LAST),
    Defect("html-obsolete", "samen een tuin", '<font color="red">samen</font> een tuin'),
    Defect("tabindex-positive", LAST, '<div tabindex="3">Tot dan</div>\n\n' + LAST),
    Defect("id-duplicate", LAST, '<div id="kaart">A</div>\n<div id="kaart">B</div>\n\n' + LAST),
    Defect("aria-invalid", LAST, '<div role="knop">Tot dan</div>\n\n' + LAST),
    Defect("click-handler", LAST, '<div onclick="open()">Tot dan</div>\n\n' + LAST),
    Defect(
        "media-autoplay",
        LAST,
        '<video src="/film.mp4" autoplay></video>\n\n' + LAST,
        also=("media-captions", "link-target-missing"),
    ),
    # Accessibility of the text
    Defect("text-all-caps", "Iedereen is\nwelkom", "IEDEREEN IS VAN HARTE WELKOM OM MEE TE KOMEN HELPEN"),
    Defect("letters-fancy", "koffie", "𝓴𝓸𝓯𝓯𝓲𝓮"),
    Defect("emoji-overused", "koffie", "koffie ☕☕☕☕☕"),
    # Suppressions
    Defect("suppression-unused", "## Daarna", "<!-- contentlint-disable-next-line heading-level-skip -->\n## Daarna"),
    Defect("suppression-unknown", "## Daarna", "<!-- contentlint-disable-next-line heading-levle-skip -->\n## Daarna"),
    Defect("suppression-unknown", "## Daarna", "<!-- contentlint-disable-nextline heading-level-skip -->\n## Daarna"),
)
