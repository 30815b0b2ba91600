"""The image and the alternative text that we see are those that the real Hugo puts on the page."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable, Mapping

import pytest

from contentlint.document import Document
from contentlint.site import Site
from contentlint.text import SourceText

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]
RunHugo = Callable[[Site], subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.hugo

PAGE_LAYOUT = """{{ $all := .Resources.ByType "image" }}{{ $second := $all.GetMatch (.Params.cover | default "*cover*") }}
{{ $image := $all.GetMatch (.Params.feature | default "*feature*") | default $second }}
<main>{{ with $image }}<img src="{{ .Name }}" alt="{{ $.Params.featureAlt | default $.Params.coverAlt }}">{{ end }}</main>
"""
LIST_LAYOUT = """{{ range site.RegularPages }}{{ $page := . }}{{ $all := .Resources.ByType "image" }}
{{ $second := $all.GetMatch (.Params.thumbnail | default "*thumb*") }}
{{ $image := $all.GetMatch (.Params.feature | default "*feature*") | default $second }}
<li data-file="{{ .File.Path }}">{{ with $image }}
<img src="{{ .Name }}" alt="{{ $page.Params.featureAlt | default $page.Params.thumbnailAlt }}">{{ end }}</li>{{ end }}
"""
PAGES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "named": ("feature: feature.png", ("feature.png",)),
    "described": ("feature: feature.png\nfeatureAlt: An owl", ("feature.png",)),
    "picked": ("", ("my-feature-photo.png",)),
    "case": ("feature: PHOTO.PNG\nFEATUREALT: An owl", ("photo.png",)),
    "folder": ("feature: img/photo.png", ("img/photo.png",)),
    "deep": ("", ("img/feature.png",)),
    "dot": ("feature: ./photo.png", ("photo.png",)),
    "slash": ("feature: /photo.png", ("photo.png",)),
    "address": ("feature: https://example.org/photo.png", ("photo.png",)),
    "typo": ("feature: foto.png", ("photo.png",)),
    "extension": ("feature: photo.jpg", ("photo.png",)),
    "cover": ("coverAlt: An owl", ("cover.png",)),
    "cover-named": ("cover: photo.png\ncoverAlt: An owl", ("photo.png",)),
    "thumbnail": ("thumbnailAlt: An owl", ("thumb.png",)),
    "both": ("coverAlt: A\nthumbnailAlt: B", ("cover.png", "thumb.png")),
    "blank": ('feature: photo.png\nfeatureAlt: ""\ncoverAlt: An owl', ("photo.png",)),
    "needless": ("featureAlt: An owl", ()),
    "several": ("", ("b-feature.png", "a-feature.png", "z.png")),
    "pattern": ("feature: '*b*'", ("a.png", "abc.png")),
    "choice": ("feature: '{x,b}.png'", ("a.png", "b.png")),
    "text": ("feature: notes.txt", ("notes.txt", "photo.png")),
    "empty": ("feature: ''", ("feature.png",)),
    "null": ("feature:", ("feature.png",)),
    "under-score": ("feature_alt: An owl", ("feature.png",)),
    "params": ("params:\n  feature: photo.png\n  featureAlt: An owl", ("photo.png",)),
    "renamed": ("feature: hero\nresources:\n  - src: photo.png\n    name: hero", ("photo.png",)),
    "climb": ("feature: ../named/feature.png", ("photo.png",)),
    "vector": ("", ("feature.svg",)),
}
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)">')


def test_images_and_texts_are_those_on_the_page(make_site: MakeSite, run_hugo: RunHugo) -> None:
    files: dict[str, str | bytes | None] = {
        "hugo.toml": "",
        "layouts/page.html": PAGE_LAYOUT,
        "layouts/home.html": LIST_LAYOUT,
        "content/single.md": "---\nfeature: photo.png\n---\n",
        "content/photo.png": None,
    }
    for name, (front_matter, pictures) in PAGES.items():
        files[f"content/{name}/index.md"] = f"---\n{front_matter}\n---\n"
        for picture in pictures:
            files[f"content/{name}/{picture}"] = None if picture.endswith(".png") else "<svg/>"
    site = make_site(files)
    result = run_hugo(site)
    assert result.returncode == 0, result.stderr
    home = html.unescape((site.root / "public/index.html").read_text())
    items = dict(re.findall(r'<li data-file="([^"]*)">(.*?)</li>', home, re.DOTALL))
    assert len(items) == len(PAGES) + 1
    assert {view.name for view in site.feature_views} == {"home.html", "page.html"}
    for name in (*(f"{page}/index.md" for page in PAGES), "single.md"):
        text = files[f"content/{name}"]
        assert isinstance(text, str)
        front_matter_found = Document(SourceText(text)).front_matter
        address = name.removesuffix(".md").removesuffix("/index")
        rendered = html.unescape((site.root / f"public/{address}/index.html").read_text())
        ours = {
            image.view.name: image
            for image in site.page(f"content/{name}").feature_images(front_matter_found)
            if image.resource is not None
        }
        for view, shown in (("page.html", rendered), ("home.html", items[name])):
            match = _IMAGE.search(shown)
            image = ours.get(view)
            assert (match is None) == (image is None), (name, view)
            if match is not None and image is not None and image.resource is not None:
                assert image.resource.name == match[1], (name, view)
                assert bool(image.alt_key) == bool(match[2].strip()), (name, view)
