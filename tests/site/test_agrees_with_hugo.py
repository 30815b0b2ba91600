"""What we know of a page is what the real Hugo says of it."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from contentlint.site import Page, ReferenceOutcome, Site, resolve_reference

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]
RunHugo = Callable[[Site], subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.hugo

PATTERNS = (
    "*feature*", "feature.png", "FEATURE.png", "./feature.png", "/feature.png", "img/*", "/img/a.png", "*", "**",
    "{b,f}*", "[fb]*.png", "IMG/A.PNG", "pic*", "pic.nl.png", "pic.png", "*.md", "sub/**", "renamed", "foto-*", "[!a]*",
    "?ig.png", "\\*.png", "[", "{a", "a}", "*.{png,pdf}", "**/a.png", "img/**", "*/*", "feature", "foto-1",
)  # fmt: skip

FACTS = (
    """{{- $out := slice -}}{{- range hugo.Sites -}}{{- range .Pages -}}{{- $page := . -}}
{{- $names := slice -}}{{- range .Resources -}}{{- $names = $names | append .Name -}}{{- end -}}
{{- $found := slice -}}{{- range (slice PATTERNS) -}}{{- $pattern := . -}}{{- $name := "" -}}
{{- with try ($page.Resources.GetMatch $pattern) -}}{{- with .Value -}}{{- $name = .Name -}}{{- end -}}{{- end -}}
{{- $found = $found | append $name -}}{{- end -}}
{{- $translations := dict -}}{{- range .Translations -}}{{- $lang := .Language.Lang -}}{{- with .File -}}
{{- $translations = merge $translations (dict $lang .Filename) -}}{{- end -}}{{- end -}}
{{- with .File -}}{{- $out = $out | append (dict "file" .Filename "language" $page.Language.Lang "kind" $page.Kind
"bundle" $page.BundleType "section" $page.Section "resources" $names "found" $found "translations" $translations) -}}
{{- end -}}{{- end -}}{{- end -}}{{- $out | jsonify -}}"""
).replace("PATTERNS", " ".join(f"`{pattern}`" for pattern in PATTERNS))

PAGE = "---\ntitle: x\n---\n"
RENAMED = """---
title: x
resources:
  - src: a.png
    name: renamed
  - src: "b*"
    name: foto-:counter
---
"""

MULTILINGUAL: Files = {
    "hugo.toml": """defaultContentLanguage = "nl"
ignoreLogs = ["warning-home-page-is-leaf-bundle"]
[languages.nl]
weight = 1
[languages.en]
weight = 2
[languages.fr]
contentDir = "contenu"
""",
    "content/_index.md": PAGE,
    "content/about.md": PAGE,
    "content/about.en.md": PAGE,
    "content/own/index.md": PAGE,
    "content/loose/file.txt": "x",
    "content/posts/_index.md": PAGE,
    "content/posts/_index.en.md": PAGE,
    "content/posts/img.png": None,
    "content/posts/a/index.md": PAGE,
    "content/posts/a/index.en.md": PAGE,
    "content/posts/a/feature.png": None,
    "content/posts/a/Big.PNG": None,
    "content/posts/a/img/a.png": None,
    "content/posts/a/sub/index.md": PAGE,
    "content/posts/a/part.nl.md": PAGE,
    "content/posts/a/part.en.md": PAGE,
    "content/posts/a/z.md": PAGE,
    "content/posts/a/pic.nl.png": None,
    "content/posts/a/pic.png": None,
    "content/posts/a/other.en.png": None,
    "content/posts/a/doc.pdf": "x",
    "content/posts/a/data.json": "{}",
    "content/posts/a/style.css": "",
    "content/posts/english/index.en.md": PAGE,
    "content/posts/english/unnamed.png": None,
    "content/posts/english/named.en.png": None,
    "content/posts/both/index.md": PAGE,
    "content/posts/both/_index.md": PAGE,
    "content/posts/both/c.png": None,
    "content/posts/deep/_index.md": PAGE,
    "content/posts/deep/d.png": None,
    "content/posts/deep/page.md": PAGE,
    "content/posts/deep/below/e.png": None,
    "content/posts/deep/pages/q.md": PAGE,
    "content/posts/deep/pages/f.png": None,
    "content/posts/e.fr.md": PAGE,
    "content/posts/e.v2.md": PAGE,
    "content/posts/e.EN.md": PAGE,
    "content/posts/e.en-gb.md": PAGE,
    "content/posts/k.markdown": PAGE,
    "content/posts/l.mdown": PAGE,
    "content/posts/renamed/index.md": RENAMED,
    "content/posts/renamed/a.png": None,
    "content/posts/renamed/b1.png": None,
    "content/posts/renamed/b2.png": None,
    "content/tags/_index.md": PAGE,
    "content/tags/x/_index.md": PAGE,
    "content/Upper/index.md": PAGE,
    "content/Upper/Foto.png": None,
    "contenu/x.md": PAGE,
    "contenu/y.nl.md": PAGE,
    "contenu/bundle/index.md": PAGE,
    "contenu/bundle/feature.png": None,
}

SINGLE: Files = {
    "config.yaml": "languageCode: nl\ntitle: Een taal\n",
    "content/_index.md": PAGE,
    "content/a.md": PAGE,
    "content/nl/b.md": PAGE,
    "content/map/index.md": PAGE,
    "content/map/feature.png": None,
    "content/map/text.md": PAGE,
}

OWN_FOLDERS: Files = {
    "hugo.toml": """defaultContentLanguage = "nl"
[languages.nl]
weight = 1
contentDir = "content/nl"
[languages.en]
weight = 2
contentDir = "content/en"
""",
    "content/nl/a.md": PAGE,
    "content/en/a.md": PAGE,
    "content/nl/b/index.md": PAGE,
    "content/nl/b/feature.png": None,
    "content/en/c.nl.md": PAGE,
}

ONE_WITHOUT_FOLDER: Files = {
    "hugo.toml": """defaultContentLanguage = "nl"
[languages.nl]
weight = 1
contentDir = "inhoud"
[languages.en]
weight = 2
""",
    "inhoud/a.md": PAGE,
    "content/d.md": PAGE,
    "content/b.nl.md": PAGE,
    "content/c/index.md": PAGE,
    "content/c/feature.png": None,
}

MOUNTED: Files = {
    "config/_default/hugo.toml": 'defaultContentLanguage = "en"\n',
    "config/_default/languages.toml": "[en]\nweight = 1\n[nl]\nweight = 2\n",
    "config/_default/module.toml": """[[mounts]]
source = "texts/english"
target = "content"
[mounts.sites.matrix]
languages = ["en"]
[[mounts]]
source = "texts/dutch"
target = "content"
[mounts.sites.matrix]
languages = ["nl"]
[[mounts]]
source = "news"
target = "content/news"
""",
    "texts/english/a.md": PAGE,
    "texts/dutch/a.md": PAGE,
    "texts/dutch/b/index.md": PAGE,
    "texts/dutch/b/feature.png": None,
    "news/item.md": PAGE,
    "news/nieuws.nl.md": PAGE,
}


SITES = {
    "multilingual": MULTILINGUAL,
    "single": SINGLE,
    "own-folders": OWN_FOLDERS,
    "one-without-folder": ONE_WITHOUT_FOLDER,
    "mounted": MOUNTED,
}


def facts(site: Site, run_hugo: RunHugo) -> dict[str, dict[str, Any]]:
    """Return what Hugo says of each content file, by path."""
    layouts = site.root / "layouts"
    layouts.mkdir(exist_ok=True)
    (layouts / "home.html").write_text(FACTS)
    (layouts / "all.html").write_text("x")
    result = run_hugo(site)
    assert result.returncode == 0, result.stdout + result.stderr
    found = json.loads((site.root / "public/index.html").read_text())
    prefix = f"{site.root}/"
    for page in found:
        page["file"] = page["file"].removeprefix(prefix)
        page["translations"] = {key: name.removeprefix(prefix) for key, name in page["translations"].items()}
    return {page["file"]: page for page in found}


@pytest.mark.parametrize("files", SITES.values(), ids=SITES)
def test_pages_are_what_hugo_says_they_are(files: Files, make_site: MakeSite, run_hugo: RunHugo) -> None:
    from contentlint.document import Document
    from contentlint.site.resources import find_match
    from contentlint.text import SourceText

    site = make_site(files)
    known = facts(site, run_hugo)
    contents = [name for name in files if name.endswith((".md", ".markdown", ".mdown"))]
    pages: dict[str, Page] = {name: site.page(name) for name in contents}
    assert {name for name, page in pages.items() if not page.is_resource} == set(known)
    for name, fact in known.items():
        page = pages[name]
        assert page.language_key == fact["language"], name
        assert page.kind == fact["kind"], name
        assert page.bundle == (fact["bundle"] or "single"), name
        assert page.section == fact["section"], name
        assert page.translations == fact["translations"], name
        front_matter = Document(SourceText.from_bytes((site.root / name).read_bytes())).front_matter
        named = page.named_resources(front_matter)
        assert [resource.name for resource in named] == fact["resources"], name
        matches = {pattern: find_match(named, pattern) for pattern in PATTERNS}
        found = {pattern: "" if match is None else match.name for pattern, match in matches.items()}
        assert found == dict(zip(PATTERNS, fact["found"], strict=True)), name


REFERENCES = (
    "about", "about.md", "/about", "./about", "posts", "posts/", "/posts/", "posts/_index.md", "_index.md", "/", "index.md",
    "a", "posts/a", "posts/a/index", "posts/a/index.md", "a/index.md", "../a", "../a/", "b", "b.md", "./b", "./b.md", "../b",
    "../b.md", "../posts/b.md", "posts/b.md", "/posts/B", "c", "sub/c", "./sub/c", "../sub/c.md", "single", "Single",
    "with spaces", "With Spaces.md", "with-spaces", "slugged", "other-slug", "posts/other-slug", "custom", "/custom/", "moved",
    "hidden", "posts/hidden", "about.nl.md", "about.en.md", "english", "english.md", "tags", "/tags", "sub", "posts/sub",
    "photo.png", "posts/a/photo.png", "../about", "../../about", "../about.md", "../../about.md", "v1.2", "v1.2.md",
    "docs/v1.2", "part", "posts/a/part.md", "%61bout", "posts//b", "posts/./b", "POSTS/B.MD", "/nl/posts/b", "b.html", "b.txt",
    "posts/b.foo", "./", "..", "../", "folder", "folder/deep", "folder/deep/p", "only-english", "/only-english",
    "about?x=1", "about#x",
)  # fmt: skip
FROM = {"top": "content/top.md", "posts/a": "content/posts/a/index.md", "posts/b": "content/posts/b.md",
        "posts/sub/c": "content/posts/sub/c.md", "posts/sub": "content/posts/sub/_index.md"}  # fmt: skip


def test_references_lead_where_hugo_says_they_lead(make_site: MakeSite, run_hugo: RunHugo) -> None:
    body = PAGE + "".join(f'\n@@{number}@{{{{< relref "{ref}" >}}}}@\n' for number, ref in enumerate(REFERENCES))
    site = make_site(
        {
            "hugo.toml": """defaultContentLanguage = "nl"
refLinksErrorLevel = "WARNING"
refLinksNotFoundURL = "MISSING"
[languages.nl]
weight = 1
[languages.en]
weight = 2
""",
            "layouts/all.html": "{{ .Content }}",
            "content/top.md": body,
            "content/about.md": PAGE,
            "content/about.en.md": PAGE,
            "content/posts/_index.md": PAGE,
            "content/posts/a/index.md": body,
            "content/posts/a/photo.png": None,
            "content/posts/a/part.md": PAGE,
            "content/posts/b.md": body,
            "content/other/b.md": PAGE,
            "content/other/single.md": PAGE,
            "content/posts/sub/_index.md": body,
            "content/posts/sub/c.md": body,
            "content/With Spaces.md": PAGE,
            "content/posts/slugged.md": "---\nslug: other-slug\n---\n",
            "content/moved.md": "---\nurl: /custom/\n---\n",
            "content/english.en.md": PAGE,
            "content/only-english/_index.en.md": PAGE,
            "content/docs/v1.2.md": PAGE,
            "content/folder/deep/p.md": PAGE,
        }
    )
    assert run_hugo(site).returncode == 0
    for folder, name in FROM.items():
        rendered = html.unescape((site.root / "public" / folder / "index.html").read_text())
        targets = {int(match[1]): match[2] for match in re.finditer(r"@@(\d+)@(.*?)@", rendered)}
        assert len(targets) == len(REFERENCES)
        for number, ref in enumerate(REFERENCES):
            ours = resolve_reference(site.page(name), ref, "nl").outcome
            assert ours is not ReferenceOutcome.UNDECIDED, (name, ref)
            assert (ours is ReferenceOutcome.FOUND) == (targets[number] != "MISSING"), (name, ref, targets[number])


TEMPLATES = {
    "plain": "x",
    "inner": "{{ .Inner }}",
    "deindent": "{{ .InnerDeindent }}",
    "dollar": "{{ with 1 }}{{ $.Inner }}{{ end }}",
    "piped": "{{- $.Page.RenderString (.Inner | strings.TrimSpace) -}}",
    "assigned": "{{ $x := .Inner }}{{ $x }}",
    "condition": "{{ if .Inner }}x{{ end }}",
    "nested": "{{ printf `%s` (printf `%s` .Inner) }}",
    "comment": "{{/* .Inner */}}x",
    "trimmed-comment": "{{- /* {{ .Inner }} */ -}}x",
    "text": ".Inner",
    "string": '{{ ".Inner" }}',
    "raw-string": "{{ `}} .Inner` }}",
    "page-param": "{{ .Page.Params.Inner }}",
    "prefix": "{{ .Page.Params.InnerText }}",
    "define": '{{ define "one" }}{{ .Inner }}{{ end }}x',
    "called": '{{ define "two" }}{{ .Inner }}{{ end }}{{ template "two" . }}',
    "called-through": '{{ template "three" . }}{{ define "three" }}{{ template "four" . }}{{ end }}'
    '{{ define "four" }}{{ .Inner }}{{ end }}',
    "block": '{{ block "five" . }}{{ .Inner }}{{ end }}',
    "handed": '{{ define "six" }}{{ . }}{{ end }}{{ template "six" .Inner }}',
    "chain": "{{ ($).Inner }}",
    "else-if": "{{ if 0 }}{{ else if .Inner }}{{ end }}",
    "quote-in-string": '{{ "a \\" .Inner" }}',
    "html-comment": "<!-- {{ .Inner }} -->",
    "character": "{{ printf `%c` 'a' }}",
    "params": '{{ with .Get "inner" }}{{ . }}{{ end }}',
    "variable": "{{ $p := .Page }}{{ $p.Params.Inner }}",
    "number": "{{ add 1.5 -2 }}",
    "newline": "{{ with\n  .Inner }}{{ . }}{{ end }}",
}


def test_a_shortcode_takes_inner_text_when_hugo_says_so(make_site: MakeSite, run_hugo: RunHugo) -> None:
    files: dict[str, str | bytes | None] = {"hugo.toml": "", "layouts/all.html": "{{ .Content }}"}
    files |= {f"layouts/_shortcodes/{name}.html": text for name, text in TEMPLATES.items()}
    site = make_site(files)
    for name in TEMPLATES:
        template = site.shortcodes.find(name)
        assert template is not None
        tag = f"{{{{< {name} >}}}}"
        closing = f"x{{{{< /{name} >}}}}" if template.inner else ""
        (site.root / "content").mkdir(exist_ok=True)
        (site.root / f"content/{name}.md").write_text(f"{PAGE}\n{tag}{closing}\n")
    result = run_hugo(site)
    assert result.returncode == 0, result.stderr
