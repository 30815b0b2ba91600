from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contentlint.document import Document
from contentlint.site import (
    FragmentOutcome,
    ReferenceOutcome,
    Site,
    TargetOutcome,
    resolve_image,
    resolve_link,
    resolve_reference,
    similar_files,
)
from contentlint.text import SourceText

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]


@pytest.fixture
def plain(tmp_path: Path) -> Site:
    for name in ("docs/a.md", "docs/b/README.md", "docs/img/x.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "docs/away.md").symlink_to(tmp_path.parent / "nowhere.md")
    return Site.none(tmp_path)


@pytest.mark.parametrize(
    ("destination", "outcome"),
    [
        ("b/README.md", TargetOutcome.FOUND),
        ("b/", TargetOutcome.FOUND),
        ("./img/x.png", TargetOutcome.FOUND),
        ("../docs/a.md#x", TargetOutcome.FOUND),
        ("c.md", TargetOutcome.MISSING),
        ("c", TargetOutcome.UNKNOWN),
        ("c/", TargetOutcome.UNKNOWN),
        ("/c.md", TargetOutcome.UNKNOWN),
        ("../../outside.md", TargetOutcome.OUTSIDE),
        ("away.md", TargetOutcome.OUTSIDE),
        ("#x", TargetOutcome.OWN_PAGE),
        ("?x", TargetOutcome.OWN_PAGE),
        ("//example.org/c.md", TargetOutcome.EXTERNAL),
        ("tel:123", TargetOutcome.EXTERNAL),
        ("http://[broken", TargetOutcome.EXTERNAL),
        ("a\\b.md", TargetOutcome.UNKNOWN),
        ("%00.md", TargetOutcome.UNKNOWN),
    ],
)
def test_a_link_of_a_plain_folder_is_a_path(destination: str, outcome: TargetOutcome, plain: Site) -> None:
    assert resolve_link(plain.page("docs/a.md"), destination).outcome is outcome


def test_of_a_text_that_stands_nowhere_nothing_is_known(plain: Site) -> None:
    page = plain.page("new/folder/a.md")
    assert resolve_link(page, "c.md").outcome is TargetOutcome.UNKNOWN
    assert resolve_image(page, "c.png").outcome is TargetOutcome.UNKNOWN


def test_files_with_a_name_like_it_are_found_whatever_the_case(plain: Site) -> None:
    assert similar_files(plain.page("docs/a.md"), "img/X.PNG") == ("img/x.png",)
    assert similar_files(plain.page("docs/a.md"), "./img/x.jpg") == ("./img/x.png",)
    assert similar_files(plain.page("docs/a.md"), "https://example.org/x.png") == ()


def test_a_site_in_a_folder_and_in_languages_takes_off_both(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.toml": 'baseURL = "https://example.org/blog/"\n[languages.nl]\n[languages.en]\n',
            "content/a.nl.md": "",
            "content/a.en.md": "",
            "static/x.png": None,
        }
    )
    page = site.page("content/a.nl.md")
    found = resolve_link(page, "/blog/en/a/")
    assert found.outcome is TargetOutcome.FOUND
    assert resolve_image(page, "/blog/x.png").path == "static/x.png"
    assert resolve_link(page, "/blog/en/b/").outcome is TargetOutcome.PERHAPS_ELSEWHERE


@pytest.mark.parametrize(
    "configuration",
    ['permalinks = {posts = "/:year/:slug/"}\n', "uglyURLs = true\n", '[permalinks.page]\nposts = "/:slug/"\n'],
)
def test_addresses_by_other_rules_are_left_alone(configuration: str, make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": configuration, "content/posts/a.md": "", "content/posts/x.png": None})
    page = site.page("content/posts/a.md")
    assert resolve_link(page, "/posts/b/").outcome is TargetOutcome.UNKNOWN
    assert resolve_image(page, "x.png").outcome is TargetOutcome.FOUND


def test_redirects_are_left_alone(make_site: MakeSite) -> None:
    site = make_site(
        {"hugo.toml": "", "content/posts/a.md": "", "static/_redirects": "/posts/* /new/:splat\n/shop/ /x/\n"}
    )
    page = site.page("content/posts/a.md")
    assert resolve_link(page, "/shop/one/").outcome is TargetOutcome.UNKNOWN
    assert resolve_link(page, "/elsewhere/").outcome is TargetOutcome.PERHAPS_ELSEWHERE


def test_pages_that_a_template_makes_are_left_alone(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": "", "content/a.md": "", "content/Books/_content.gotmpl": "{{ $.AddPage dict }}"})
    page = site.page("content/a.md")
    assert resolve_link(page, "/books/one/").outcome is TargetOutcome.UNKNOWN
    assert resolve_link(page, "/books/one.md").outcome is TargetOutcome.UNKNOWN
    assert resolve_link(page, "/other/").outcome is TargetOutcome.PERHAPS_ELSEWHERE
    assert resolve_reference(page, "/books/one", "en").outcome is ReferenceOutcome.UNDECIDED
    assert resolve_reference(page, "one", "en").outcome is ReferenceOutcome.UNDECIDED
    assert resolve_reference(page, "/other", "en").outcome is ReferenceOutcome.MISSING


def test_a_page_with_an_address_of_its_own_is_not_read_strictly(make_site: MakeSite) -> None:
    files = {"hugo.toml": "", "content/b.md": "", "content/x.png": None}
    site = make_site({**files, "content/a.md": "---\nurl: /somewhere/\n---\n"})
    assert resolve_image(site.page("content/a.md"), "x.png").outcome is TargetOutcome.FOUND
    assert resolve_image(site.page("content/b.md"), "x.png").better == "../x.png"


@given(st.text(alphabet="ab./#?%\\:[]*é \n\0@-", max_size=25))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_destination_has_an_outcome(plain: Site, text: str) -> None:
    hugo = Site.load(plain.root / "docs")
    for page in (plain.page("docs/a.md"), hugo.page("content/x.md"), hugo.page("content/x/index.md")):
        assert isinstance(resolve_link(page, text).outcome, TargetOutcome)
        assert isinstance(resolve_image(page, text).outcome, TargetOutcome)
        assert isinstance(resolve_reference(page, text, "en").outcome, ReferenceOutcome)


def test_a_page_in_another_language_only_is_said_to_be_so(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": "[languages.nl]\n[languages.en]\n", "content/a.nl.md": "", "content/x/b.en.md": ""})
    page = site.page("content/a.nl.md")
    for reference in ("/x/b", "b"):
        found = resolve_reference(page, reference, "nl")
        assert found.outcome is ReferenceOutcome.OTHER_LANGUAGE
        assert found.page is not None
        assert dict(found.page.files) == {"en": "content/x/b.en.md"}
    assert resolve_reference(page, "b", "en").file == "content/x/b.en.md"


def test_a_name_that_is_a_term_is_not_decided(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": "", "content/a.md": "---\ntags: [My Tag]\n---\n"})
    page = site.page("content/a.md")
    assert resolve_reference(page, "my-tag", "en").outcome is ReferenceOutcome.UNDECIDED
    assert resolve_reference(page, "/tags/my-tag", "en").outcome is ReferenceOutcome.UNDECIDED
    assert resolve_reference(page, "/tags", "en").outcome is ReferenceOutcome.FOUND
    assert resolve_reference(page, "other", "en").outcome is ReferenceOutcome.MISSING


@pytest.mark.parametrize(
    ("files", "text", "fragment", "outcome"),
    [
        ({"hugo.toml": ""}, "## Our Café\n", "our-caf%C3%A9", FragmentOutcome.PRESENT),
        ({"hugo.toml": ""}, "## One\n", "two", FragmentOutcome.ABSENT),
        ({"hugo.toml": ""}, "## One\n", "", FragmentOutcome.PRESENT),
        ({"hugo.toml": ""}, "## One\n", "top", FragmentOutcome.PRESENT),
        ({"hugo.toml": ""}, "One[^1]\n\n[^1]: Note\n", "fn:1", FragmentOutcome.PRESENT),
        ({"hugo.toml": ""}, "## One\n", ":~:text=one", FragmentOutcome.PRESENT),
        ({"hugo.toml": 'theme = "gone"\n'}, "## One\n", "two", FragmentOutcome.LIKELY_ABSENT),
        ({"hugo.toml": "", "layouts/all.html": '<footer id="two">'}, "## One\n", "two", FragmentOutcome.UNKNOWN),
        ({"hugo.toml": ""}, "A {{< youtube x >}}\n", "two", FragmentOutcome.ABSENT),
        ({"hugo.toml": ""}, "A {{< unknown >}}\n", "two", FragmentOutcome.UNKNOWN),
        (
            {"hugo.toml": "", "layouts/_shortcodes/tab.html": '<div id="{{ .Get 0 }}">'}, "A {{< tab two >}}\n", "two",
            FragmentOutcome.UNKNOWN,
        ),
        ({"hugo.toml": "[markup.goldmark.parser]\nautoHeadingID = false\n"}, "## One\n", "two", FragmentOutcome.UNKNOWN),
        ({"hugo.toml": '[markup.goldmark.parser]\nautoIDType = "blackfriday"\n'}, "## One\n", "two", FragmentOutcome.UNKNOWN),
        ({"hugo.toml": "[markup.goldmark.parser]\nautoDefinitionTermID = true\n"}, "Two\n: text\n", "two", FragmentOutcome.PRESENT),
        ({"hugo.toml": ""}, "Two\n: text\n", "two", FragmentOutcome.ABSENT),
        ({"hugo.toml": "", "layouts/_markup/render-heading.html": '<h2 id="x-{{ .Text }}">'}, "## One\n", "two", FragmentOutcome.UNKNOWN),
        ({"hugo.toml": "", "layouts/_markup/render-heading.html": '<h2 id="{{ .Anchor }}">'}, "## One\n", "two", FragmentOutcome.ABSENT),
        ({"hugo.toml": ""}, "## --name\n", "--name", FragmentOutcome.ABSENT),
        (
            {"hugo.toml": "[markup.goldmark.extensions.typographer]\nenDash = '--'\n"}, "## --name\n", "--name",
            FragmentOutcome.UNKNOWN,
        ),
        (
            {"hugo.toml": "[markup.goldmark.extensions.typographer]\ndisable = true\n"}, "## a -- name\n", "a----name",
            FragmentOutcome.UNKNOWN,
        ),
        ({"hugo.toml": "[markup.goldmark.extensions.typographer]\ndisable = true\n"}, "## One\n", "two", FragmentOutcome.ABSENT),
    ],
    ids=range(21),
)  # fmt: skip
def test_a_fragment_is_absent_only_when_it_surely_is(
    files: Files, text: str, fragment: str, outcome: FragmentOutcome, make_site: MakeSite
) -> None:
    site = make_site(files)
    facts = site.facts_of(Document(SourceText(text), "content/a.md"))
    assert site.fragments.find(facts, fragment) is outcome


def test_in_a_plain_folder_other_programs_may_make_other_ids(plain: Site) -> None:
    facts = plain.facts_of(Document(SourceText("## Eén geëvalueerd\n")))
    assert plain.fragments.find(facts, "een-geevalueerd") is FragmentOutcome.UNKNOWN
    assert plain.fragments.find(facts, "twee") is FragmentOutcome.LIKELY_ABSENT
    assert plain.fragments.similar(facts, "een-geevalueerd") == ("eén-geëvalueerd",)


def test_facts_of_a_page_that_is_not_there_are_none(plain: Site) -> None:
    assert plain.facts("docs/gone.md") is None
    assert plain.facts("../x.md") is None
