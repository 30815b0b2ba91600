"""The ids we give headings, and the bare URLs we see, are those of the real Hugo."""

import re
from html import unescape
from urllib.parse import unquote

import pytest
from tests.conformance.judge import judge_bodies

from contentlint.document import Document, Link
from contentlint.text import SourceText

HEADINGS = (
    "Een kop", "Kop & staart", "Feest 🎉 nu", "Café Zürich", "A.B, C!", "a_b-c", "`code` hier", "[link](/x) mee", "**vet** en *schuin*",
    "!!!", "🎉", "", "Kop {#eigen}", "Kop {#eigen .klasse}", "Kop {.klasse}", "Kop {#é}", "日本語", "Kop  met  spaties", "Foto's", "'s Avonds",
    "‘Aanhaling’", "A – B", "a&amp;b", "a&nbsp;b", r"a\*b", "a <b>c</b>", "a <!-- c --> b", "![alt tekst](x.png) na", "1. Eerst", "-",
    "_", "__init__", "a/b/c", "100%", "C++ & C#", "ÉÉN", "İstanbul", "ǅ", "ß", "ﬁ", "x²", "½", "Ⅷ", "e\u0301", "a\u00a0b", "a\u200bb", "a\tb", "#",
    "Kop ##", "Kop \\#", "https://a.be/b?c=d", "jan@a.be", "~~weg~~", "a^b", "{#}", "Kop {#a b=c}", "Kop { #a }", "Kop{#vast}", "कखग", "ก็",
    "٣ drie", "a—b", "“x”", "a...b", "--", "a -- b", "---x", "[ref][r]", "voet[^1]", "<https://a.be/x>", "*", "a *b", "K\u212a", "x\u00adx", "a_b_",
    "Kop {data-x=1}", "Kop {#a} {#b}", 'Kop {#"a"}', "Kop {#a.b}", "{#alleen}", "`a` {#b}", "x {y}", "x {y} {#z}", "x -----y----z", "`a--b`", "![a--b](x)", "zie https://a.be/x nu", "a <https://a.be/x>", "<b></b>", "{{x}}", "a{b}",
    "[https://a.be](/x)", "[](/x)", "![](/x)", "``", "a\\", "`a` https://a.be", "Ａ", "ªº", "𝒳", "ʼn", "Kop {id=a}", 'Kop {id="a b"}',
)  # fmt: skip
SEQUENCES = (
    "# A\n\n# A\n\n# A", "# A-1\n\n# A\n\n# A", "# A\n\n# A-1\n\n# A", "# A\n\n# B {#a}\n\n# A", "# B {#a}\n\n# A\n\n# A", "# !\n\n# ?\n\n#\n\n# heading",
    "A\n===\n\nA\n---", "> # A\n\n- # A\n\n# A", "Twee\nregels\n===", "# a {#x}\n\n# b {#x}", "A {#x}\n===", "A\nB {#x .y}\n---", "#\n\n#\n\n# A", "Twee *x*\nregels [a](b) c\n===", "a  \n*b*\n---", "*a\nb*\n---",
)  # fmt: skip
BARE = (
    "https://a.be", "http://a.be/b_c?d=1.", "zie www.a.be.", "(https://a.be/x)", "https://a.be/x_(y)", "https://a.be/x)", "*https://a.be/*",
    "_https://a.be/x_", "**https://a.be**", "ftp://a.be/f", "https://localhost", "https://localhost:1313/x", "https://1.2.3.4/x", "https://a.BE/x",
    "jan@a.be", "mail jan.p+x@a-b.co.uk.", "jan@a", "a@b.c-", "a@b.c_", "<a@b.be>", "xhttps://a.be", "x:https://a.be", '"https://a.be"',
    "https://a.be/x&amp;y", "https://a.be/?a=1&b=2", "https://a.be/?a=1&b;", "https://a.be/é", "https://é.be/", "HTTPS://a.be", "Www.a.be", "www.a",
    "www.a.be/x,y;z", "https://a.be/x~y", "~https://a.be", "https://a.be:8080/x", "https://a.be:x", "https://a.be#f", "https://a.be,", "https://a.be!?",
    "https://a.be/x'y", 'https://a.be/"x', "https://a.be/x|y", "[https://a.be](/x)", "[x](https://a.be)", "`https://a.be`", "https://a.be\nhttps://b.be",
    "mailto:a@b.be", "a@b.be/x", "http://a", "https://a.b", "https://a.be>x", "https://a.be/>x", "\u00a0https://a.be", "‘https://a.be’", "-https://a.be",
    "a (www.b.be) c", "a,www.b.be", "https://a.be/$x", "https://a.be/x*y", "https://u:p@a.be/x", "*a@b.be*", "!a@b.be", "a!b@c.be", "https://a.be/x..",
    "https://a.be/x))", "(https://a.be/(x))", "www.a.be:80/x", "https://a.be/[x]", "https://a.be/x]", "[zie https://a.be]", "tel:+32", "'https://a.be'", '"https://a.be/x"', "`x`https://a.be", "**x**https://a.be", "*x*www.a.be*y*", "\\*https://a.be", "--https://a.be", "https:// a.be",
)  # fmt: skip


OTHERWISE = {
    "https://a.be/x&amp;y": "an entity ends our URL; Goldmark takes it for signs of the URL",
    "[zie https://a.be]": "Goldmark does not look inside brackets; to a reader it is a URL all the same",
    "## {#}": "Goldmark takes it for an id without a name",
    "--https://a.be": "Goldmark's typographer makes a dash of it first, and looks for a URL behind that",
    "\\*https://a.be": "Goldmark looks at the escaped sign, we at what it stands for",
    "## ![a--b](x)": "Goldmark reads an alt text up to its first dash or quotation mark",
    "*a\nb*\n---": "Goldmark reads no emphasis that reaches over lines",
}
"""Where we differ from Hugo, and why."""


def _ids(body: str) -> list[str]:
    document = Document(SourceText(f"\n{body}\n"))
    by_place = {id(node): identifier for identifier, node in document.anchors.items()}
    return [by_place.get(id(heading), heading.identifier or "") for heading in document.headings]


@pytest.mark.hugo
def test_heading_ids_are_those_of_hugo(hugo: str) -> None:
    bodies = [f"## {heading}" for heading in HEADINGS] + list(SEQUENCES)
    verdicts = judge_bodies(hugo, bodies)
    differing = {}
    for body, verdict in zip(bodies, verdicts, strict=True):
        tags = re.findall(r"<h[1-6]([^>]*)>", verdict.output)
        hugos = [unescape(found[1]) if (found := re.search(r'\bid="([^"]*)"', tag)) else "" for tag in tags]
        if (hugos != _ids(body)) != (body in OTHERWISE):
            differing[body] = (hugos, _ids(body))
    assert differing == {}


@pytest.mark.hugo
def test_bare_urls_are_those_hugo_links(hugo: str) -> None:
    differing = {}
    for body, verdict in zip(BARE, judge_bodies(hugo, BARE), strict=True):
        nodes = Document(SourceText(f"\n{body}\n")).nodes
        ours = [node.destination for node in nodes if isinstance(node, Link)]
        hugos = [unquote(unescape(url)) for url in re.findall(r'<a href="([^"]*)"', verdict.output)]
        if (hugos != ours) != (body in OTHERWISE):
            differing[body] = (hugos, ours)
    assert differing == {}
