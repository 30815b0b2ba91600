from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from contentlint.site import Site

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]


def test_the_nearest_configuration_upwards_is_the_root(make_site: MakeSite, tmp_path: Path) -> None:
    make_site({"hugo.toml": "", "content/a/b.md": "", "inner/hugo.yaml": "", "inner/content/c.md": ""})
    found = Site.find(tmp_path / "content/a/b.md")
    assert found is not None
    assert found.root == tmp_path.resolve()
    inner = Site.find(tmp_path / "inner/content/not-there/d.md")
    assert inner is not None
    assert inner.root == tmp_path.resolve() / "inner"


def test_a_theme_inside_a_site_belongs_to_the_site(make_site: MakeSite, tmp_path: Path) -> None:
    make_site(
        {
            "hugo.toml": 'theme = "x"\n',
            "themes/x/hugo.toml": "",
            "themes/x/content/a.md": "",
            "themes/x/exampleSite/config/_default/hugo.toml": "",
            "themes/x/exampleSite/content/a.md": "",
        }
    )
    theme = Site.find(tmp_path / "themes/x/content/a.md")
    assert theme is not None
    assert theme.root == tmp_path.resolve()
    assert theme.page(tmp_path / "themes/x/content/a.md").in_content
    example = Site.find(tmp_path / "themes/x/exampleSite/content/a.md")
    assert example is not None
    assert example.root == tmp_path.resolve() / "themes/x/exampleSite"


@pytest.mark.parametrize("name", ["config.toml", "config.yaml", "config/_default/config.toml"])
def test_a_configuration_that_may_be_of_another_program_needs_a_folder_of_hugo(
    name: str, make_site: MakeSite, tmp_path: Path
) -> None:
    make_site({name: "", "docs/a.md": "", ".git/HEAD": ""})
    assert Site.find(tmp_path / "docs") is None
    (tmp_path / "content").mkdir()
    assert Site.find(tmp_path / "docs") is not None


def test_the_search_ends_at_the_repository(make_site: MakeSite, tmp_path: Path) -> None:
    make_site({"hugo.toml": "", "repository/.git/HEAD": "", "repository/a.md": ""})
    assert Site.find(tmp_path / "repository/a.md") is None


@pytest.mark.parametrize(
    ("configuration", "theme"),
    [
        ('theme = "congo"\n', "congo"),
        ('theme = ["x", "Blowfish"]\n', "blowfish"),
        ('[[module.imports]]\npath = "github.com/jpanther/congo/v2"\n', "congo"),
        ('[[module.imports]]\npath = "github.com/nunocoracao/blowfish/v2"\n', "blowfish"),
        ('theme = "hugo-congo"\n', "congo"),
        ('theme = "congolese"\n', ""),
        ("", ""),
    ],
)
def test_a_known_theme_is_recognised(configuration: str, theme: str, make_site: MakeSite) -> None:
    assert make_site({"hugo.toml": configuration}).theme == theme


def test_a_known_theme_is_recognised_under_another_name(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": 'theme = "ours"\n', "themes/ours/theme.toml": 'name = "Congo"\nlicense = "MIT"\n'})
    assert site.theme == "congo"
    assert site.complete


def test_a_page_that_is_nowhere_is_a_page_all_the_same(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site({"hugo.toml": "[languages.nl]\n[languages.en]\n"})
    page = site.page("content/posts/new/index.nl.md")
    assert (page.language, page.kind, page.bundle, page.section) == ("nl", "page", "leaf", "posts")
    assert list(page.resources) == []
    assert page.get_match("*") is None
    outside = site.page(tmp_path.parent / "elsewhere.md")
    assert not outside.in_content
    assert outside.path.endswith("elsewhere.md")
    assert (outside.kind, outside.bundle, list(outside.resources)) == ("page", "single", [])
    relative = site.page(site.root / "content" / "posts" / "x.md")
    assert relative.path == "content/posts/x.md"


def test_a_page_of_a_plain_folder_knows_its_language_and_pictures(tmp_path: Path) -> None:
    for name in ("post/index.nl.md", "post/photo.jpg", "post/img/a.png", "post/img/deep/b.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    page = Site.none(tmp_path).page(tmp_path / "post/index.nl.md")
    assert page.language == "nl"
    assert page.bundle == "leaf"
    assert [resource.name for resource in page.resources] == ["img/a.png", "photo.jpg"]
    assert Site.none(tmp_path).page("README.md").language == ""


def test_links_between_content_folders_in_a_circle_are_survived(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site({"hugo.toml": "", "content/a/index.md": "", "content/a/x.png": None, "content/b/c.md": ""})
    (tmp_path / "content/a/loop").symlink_to(tmp_path / "content")
    (tmp_path / "content/b/self").symlink_to(tmp_path / "content/b")
    assert site.page("content/a/index.md").get_match("x.png") is not None
    assert site.content.find("b/c") is not None
    assert "c" in site.content.by_name


def test_pages_are_found_in_each_language(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.toml": "[languages.nl]\n[languages.en]\n",
            "content/a.nl.md": "",
            "content/a.en.md": "",
            "content/Some Folder/B.nl.md": "",
        }
    )
    found = site.content.find("a")
    assert found is not None
    assert dict(found.files) == {"nl": "content/a.nl.md", "en": "content/a.en.md"}
    assert site.page("content/a.nl.md").translations == {"en": "content/a.en.md"}
    assert site.content.find("some-folder/b") is not None
    assert site.content.find("nothing") is None
    assert site.content.similar("/some-folder/bb") == ()
    assert site.content.similar("/x/b") == ("/some-folder/b",)


def test_addresses_that_pages_give_themselves_are_known(make_site: MakeSite) -> None:
    site = make_site({
        "hugo.toml": "",
        "content/a.md": "---\ntitle: slug\nslug: my-slug\naliases:\n  - /old/place/\n  - older\ntags: [One Tag, two]\n---\nurl: no\n",
        "content/b.md": '+++\nurl = "/custom/"\naliases = ["/toml/"]\ntags = ["three"]\n+++\n',
        "content/c.md": '{"slug": "json-slug",\n"tags": ["four"]}\n',
        "content/d.md": "slug: in-the-text\n",
    })  # fmt: skip
    assert {"my-slug", "old", "place", "older", "custom", "toml", "json-slug"} <= site.content.published_names
    assert not {"no", "in-the-text", "one"} & site.content.published_names
    assert {"one-tag", "two", "three", "four"} <= site.content.terms
