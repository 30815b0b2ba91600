"""Where we say a thing stands is where Hugo says it stands.

Hugo counts lines at LF and columns in bytes, both from 1. It knows no place of a shortcode inside another one.
"""

import random
import re
import tempfile
from pathlib import Path

import pytest
from tests.conformance.judge import run_hugo, site_files, write_site

from contentlint.document import CodeBlock, Document, Heading, Image, Link, Node, ShortcodeTag
from contentlint.text import SourceText

KINDS = {"shortcode": ShortcodeTag, "image": Image, "link": Link, "heading": Heading, "codeblock": CodeBlock}
PIECES = (
    "tekst ", "é", "😀 ", "日本", "\u00a0", "{{< mark >}}", "{{% mark a=1 %}} ", "{{<\n  mark\n>}}", "![é](b.png)", "[l](/x) ",
    "**[v](/y)**", "`c` ", "{{< mark >}}\n", "\n", "\r\n", "\n\n", "\r\n\r\n", "\n\n## Kop é\n\n", "\n\n```js\né\n```\n\n",
    "\n\n- a ![i](b.png)\n- [k](/z)\n\n", "\n\n> q {{< mark >}} [m](/w)\n\n",
)  # fmt: skip
PLACE = re.compile(r"@@(\w+) [^@]*?:(\d+):(\d+)(?:&#34;|&quot;|\")@@")


def expected(text: str) -> list[tuple[str, int, int]]:
    """Return what we find on a page, as kind, line and column the way Hugo counts."""
    document = Document(SourceText(text))
    nodes: list[Node] = list(document.nodes)
    found = []
    for kind, node_type in KINDS.items():
        for node in nodes:
            if isinstance(node, node_type):
                before = text[: node.span.start].encode()
                found.append((kind, before.count(b"\n") + 1, len(before) - before.rfind(b"\n")))
    return sorted(found)


@pytest.mark.hugo
def test_places_are_those_hugo_prints(hugo: str) -> None:
    generator = random.Random(4)  # noqa: S311 - a repeatable choice, no secret
    pages = {
        f"p{number}": "---\ntitle: é\n---\n\n" + "".join(generator.choices(PIECES, k=generator.randint(1, 12))) + "\n"
        for number in range(150)
    }
    hooks = {
        f"layouts/_markup/render-{kind}.html": f"@@{kind} {{{{ .Position }}}}@@"
        for kind in KINDS
        if kind != "shortcode"
    }
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        files = {f"content/{name}.md": text for name, text in pages.items()}
        write_site(site, {**site_files({"mark": "@@shortcode {{ .Position }}@@"}), **hooks, **files})
        result = run_hugo(hugo, site)
        assert result.returncode == 0, result.stderr
        # Of a page without any content Hugo writes no file.
        built = {name: (site / "public" / name / "index.html") for name in pages}
        texts = {name: path.read_text("utf-8") if path.exists() else "" for name, path in built.items()}
    differing = {}
    for name, text in pages.items():
        hugos = sorted((kind, int(line), int(column)) for kind, line, column in PLACE.findall(texts[name]))
        if hugos != expected(text):
            differing[text] = (hugos, expected(text))
    assert differing == {}
