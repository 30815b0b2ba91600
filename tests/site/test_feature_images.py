from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from contentlint.document import Document, FrontMatter
from contentlint.site import Site, profile_from_settings
from contentlint.site.feature_profiles import Candidate, read_view
from contentlint.text import SourceText

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]

CONGO = {"hugo.toml": '[[module.imports]]\npath = "github.com/jpanther/congo/v2"\n'}


def front_matter(**values: str) -> FrontMatter | None:
    lines = "".join(f"{key}: '{value}'\n" for key, value in values.items())
    return Document(SourceText(f"---\ntitle: x\n{lines}---\n")).front_matter


def shown(site: Site, path: str = "content/p/index.md", **values: str) -> list[tuple[str, str, str]]:
    """Return view, image and alt key of each view of a page."""
    images = site.page(path).feature_images(front_matter(**values))
    return [
        (image.view.name, image.resource.name if image.resource else "", ".".join(image.alt_key)) for image in images
    ]


def test_congo_takes_an_image_by_key_or_by_file_name(make_site: MakeSite) -> None:
    site = make_site({**CONGO, "content/p/index.md": "", "content/p/my-feature.png": None, "content/p/other.jpg": None})
    assert shown(site) == [("single", "my-feature.png", ""), ("list", "my-feature.png", "")]
    assert shown(site, feature="OTHER.*", featureAlt="An owl") == [
        ("single", "other.jpg", "featureAlt"),
        ("list", "other.jpg", "featureAlt"),
    ]
    assert shown(site, feature="gone.jpg") == [("single", "", ""), ("list", "", "")]


def test_congo_falls_back_on_cover_and_thumbnail_in_different_places(make_site: MakeSite) -> None:
    site = make_site({**CONGO, "content/p/index.md": "", "content/p/cover.png": None, "content/p/thumb.png": None})
    assert shown(site, coverAlt="An owl") == [("single", "cover.png", "coverAlt"), ("list", "thumb.png", "")]
    assert shown(site, feature="gone.jpg", cover="cover.png") == [
        ("single", "cover.png", ""),
        ("list", "thumb.png", ""),
    ]


def test_a_page_that_is_no_bundle_has_no_image(make_site: MakeSite) -> None:
    site = make_site({**CONGO, "content/p.md": "", "content/feature.png": None})
    assert shown(site, "content/p.md") == []


def test_a_file_in_a_folder_needs_its_folder(make_site: MakeSite) -> None:
    site = make_site({**CONGO, "content/p/index.md": "", "content/p/img/feature.png": None})
    assert shown(site) == []
    assert shown(site, feature="img/feature.png")[0][1] == "img/feature.png"
    assert shown(site, feature="./img/feature.png")[0][1] == ""


def test_names_given_in_front_matter_count(make_site: MakeSite) -> None:
    site = make_site({**CONGO, "content/p/index.md": "", "content/p/a.png": None})
    document = Document(SourceText("---\ntitle: x\nresources:\n  - src: '*.png'\n    name: feature-:counter\n---\n"))
    images = site.page("content/p/index.md").feature_images(document.front_matter)
    assert [image.resource.path for image in images if image.resource] == ["content/p/a.png"] * 2


def test_blowfish_prints_no_alternative_text(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": 'theme = "blowfish"\n', "content/p/index.md": "", "content/p/feature.png": None})
    assert [view.alt_keys for view in site.feature_views] == [()]
    assert shown(site, featureAlt="An owl") == [("single", "feature.png", "")]


def test_a_complete_site_that_reads_no_key_has_no_images(make_site: MakeSite) -> None:
    site = make_site(
        {"hugo.toml": "", "layouts/single.html": "x", "content/p/index.md": "", "content/p/feature.png": None}
    )
    assert site.feature_views == ()
    assert shown(site, feature="feature.png") == []


def test_without_any_knowledge_only_an_image_name_counts(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": 'theme = "gone"\n', "content/p/index.md": "", "content/p/feature.png": None})
    assert shown(site) == []
    assert shown(site, feature="our best") == []
    assert shown(site, feature="feature.png") == [("single", "feature.png", "")]
    assert shown(site, feature="gone.png") == [("single", "", "")]


def test_the_templates_of_the_site_win_from_those_of_its_theme(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.toml": 'theme = "t"\n',
            "layouts/single.html": '{{ with .Resources.GetMatch .Params.hero }}<img alt="{{ $.Params.heroAlt }}">{{ end }}',
            "themes/t/layouts/single.html": "{{ .Resources.GetMatch .Params.feature }}",
            "themes/t/layouts/_shortcodes/x.html": '{{ .Page.Resources.GetMatch "a*" }}',
            "content/p/index.md": "",
        }
    )
    assert [(view.candidates, view.alt_keys) for view in site.feature_views] == [
        ((Candidate(("hero",), ""),), (("heroAlt",),))
    ]


def test_a_profile_of_the_settings_is_used(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": "", "content/p/index.md": "", "content/p/a.png": None, "content/p/hero-1.png": None})
    views = profile_from_settings(["cover.image"], ["hero*"], ["cover.alt"])
    page = site.page("content/p/index.md").with_settings(feature_views=views)
    document = Document(SourceText("---\ncover:\n  image: a.png\n  alt: An owl\n---\n"))
    (image,) = page.feature_images(document.front_matter)
    assert image.resource is not None
    assert image.resource.name == "a.png"
    assert image.alt_key == ("cover", "alt")
    (other,) = page.feature_images(None)
    assert other.resource is not None
    assert other.resource.name == "hero-1.png"
    assert profile_from_settings([], [], ["x"]) == ()


@pytest.mark.parametrize(
    ("template", "candidates", "alt_keys", "fallback"),
    [
        ('{{ .Resources.GetMatch "*cover*" }}', [("", "*cover*")], [], False),
        ('{{ .Resources.GetMatch (.Params.a | default "*b*") }}', [("a", "*b*")], [], False),
        ('{{ .Resources.GetMatch (default "*b*" .Params.a) }}', [("a", "*b*")], [], False),
        ("{{ $p := .Params.a }}{{ .Resources.GetMatch $p }}", [("a", "")], [], False),
        ('{{ $p := .Params.a | default "*b*" }}{{ with .Resources.GetMatch $p }}x{{ end }}', [("a", "*b*")], [], False),
        (
            '{{ $i := .Resources.GetMatch "*a*" }}{{ if not $i }}{{ $i = .Resources.GetMatch "*b*" }}{{ end }}',
            [("", "*a*"), ("", "*b*")], [], False,
        ),
        (
            '{{ $c := .Resources.GetMatch "*c*" }}{{ $f := .Resources.GetMatch "*f*" | default $c }}',
            [("", "*f*"), ("", "*c*")], [], False,
        ),
        ('{{ with .Resources.GetMatch .Params.a.b }}<img alt="{{ $.Params.a.alt }}">{{ end }}', [("a.b", "")], ["a.alt"], False),
        ("{{ .Resources.GetMatch .Params.a }}{{ .Params.aAlt | default .Title }}", [("a", "")], ["aAlt"], True),
        ("{{ .Resources.GetMatch .Params.a }}{{ $alt := .Title }}{{ with .Params.alt }}{{ $alt = . }}{{ end }}", [("a", "")],
         ["alt"], True),
    ],
)  # fmt: skip
def test_a_template_says_how_it_chooses(
    template: str, candidates: list[tuple[str, str]], alt_keys: list[str], *, fallback: bool
) -> None:
    view = read_view("single.html", template)
    assert view is not None
    assert [(".".join(candidate.key), candidate.pattern) for candidate in view.candidates] == candidates
    assert [".".join(key) for key in view.alt_keys] == alt_keys
    assert view.alt_fallback is fallback


@pytest.mark.parametrize(
    "template",
    ['{{ resources.GetMatch "x*" }}', "{{ .Site.Home.Resources.GetMatch .Params.a }}", '{{ .Resources.GetMatch (printf "%s" .x) }}',
     "{{ .Params.feature }}", ""],
)  # fmt: skip
def test_a_template_that_looks_elsewhere_chooses_nothing(template: str) -> None:
    assert read_view("single.html", template) is None


def test_a_key_that_is_used_elsewhere_too_is_open() -> None:
    view = read_view("x.html", "{{ .Resources.GetMatch .Params.a }}{{ resources.GetMatch .Params.a }}")
    assert view is not None
    assert view.open_keys == {("a",)}


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "/etc/passwd", "https://example.org/x.png", "a\\b.png", "[.png", "x" * 5000]
)
def test_a_hostile_name_finds_nothing(name: str, make_site: MakeSite) -> None:
    site = make_site({**CONGO, "content/p/index.md": "", "content/p/a.png": None})
    (wanted,) = site.page("content/p/index.md").wanted_images(front_matter(feature=name + ".png"))
    assert wanted.resource is None
