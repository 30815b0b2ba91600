from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.site import Site
from contentlint.site.go_template import Action, Kind, TemplateText, scan_template
from contentlint.site.template_facts import read_template

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]


def words(text: str) -> list[list[tuple[Kind, str]]]:
    return [
        [(word.kind, word.value) for word in piece.words] for piece in scan_template(text) if isinstance(piece, Action)
    ]


def test_a_template_is_split_into_text_and_words() -> None:
    assert words('a{{- with .Get "x\\"y" | default $a.B }}b{{ (dict "k" 1.5).Foo }}{{end}}') == [
        [(Kind.NAME, "with"), (Kind.FIELD, ".Get"), (Kind.STRING, 'x"y'), (Kind.MARK, "|"), (Kind.NAME, "default"),
         (Kind.VARIABLE, "$a.B")],
        [(Kind.MARK, "("), (Kind.NAME, "dict"), (Kind.STRING, "k"), (Kind.NUMBER, "1.5"), (Kind.MARK, ")"), (Kind.CHAIN, ".Foo")],
        [(Kind.NAME, "end")],
    ]  # fmt: skip


def test_comments_and_strings_hide_what_they_hold() -> None:
    assert words("{{/* {{ .Inner }} */}}") == []
    assert words("{{- /* a */ -}}x{{ `}} {{ .Inner` }}") == [[(Kind.STRING, "}} {{ .Inner")]]


@pytest.mark.parametrize("text", ["{{", "{{ .x", '{{ "a', "{{ `a", "{{/* a", "{{ # }}", "{{ 'a }}", "a{{ .b }"])
def test_a_broken_template_ends_quietly(text: str) -> None:
    assert all(isinstance(piece, TemplateText) for piece in scan_template(text))


@given(st.text(alphabet='{}-/* ."`$|()xInner\\\n', max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert read_template(text).positional >= 0


@pytest.mark.parametrize("piece", ["{{", '{{ "\\"', "{{/*", "{{ .a.b", '<img alt="{{ .Inner }}', "{{ with .a }}", "$a"])
def test_time_is_proportional_to_the_length(piece: str) -> None:
    began = time.process_time()
    read_template(piece * 100_000)
    assert time.process_time() - began < 5


def test_parameters_are_those_the_template_reads() -> None:
    facts = read_template(
        '{{ $src := .Get "src" }}{{ with .Get "alt" }}{{ . }}{{ end }}{{ .Params.title }}{{ index .Params "class" }}'
        '{{ if isset .Params "width" }}x{{ end }}{{ $.Get "href" }}{{ if .IsNamedParams }}{{ .Get 2 }}{{ end }}'
        '{{ .Page.Params.other }}{{ .Scratch.Get "stored" }}{{ .Parent.Get "outer" }}'
    )
    assert facts.named == {"src", "alt", "title", "class", "width", "href"}
    assert facts.positional == 3
    assert not facts.open_ended
    assert facts.parent_named == {"outer"}


@pytest.mark.parametrize(
    "text",
    [
        "{{ range $key, $value := .Params }}{{ $value }}{{ end }}",
        '{{ partial "card.html" . }}',
        '{{ partial "card.html" (dict "context" $ "x" 1) }}',
        "{{ .Get $name }}",
        '{{ .Get (printf "a%s" "b") }}',
        "{{ $all := .Params }}",
        "{{ with 1 }}{{ partial `x` $ }}{{ end }}",
    ],
)
def test_a_template_that_hands_its_parameters_on_may_read_any(text: str) -> None:
    assert read_template(text).open_ended


@pytest.mark.parametrize(
    "text",
    ['{{ with .Get "x" }}{{ partial "y" . }}{{ end }}', '{{ partial "y" (.Get "x") }}', "{{ if .Params }}x{{ end }}"],
)
def test_a_template_that_hands_one_value_on_reads_no_other(text: str) -> None:
    assert not read_template(text).open_ended


@pytest.mark.parametrize(
    ("text", "inner_as"),
    [
        ("{{ .Inner }}", "html"),
        ("{{ .Inner | markdownify }}", "markdown"),
        ("{{ markdownify .Inner }}", "markdown"),
        ("{{ $.Page.RenderString (trim .Inner `x`) }}", "markdown"),
        ("{{ $text := trim .Inner `x` }}<p>{{ $text | .Page.RenderString }}</p>", "markdown"),
        ("{{ with .Inner }}{{ . | markdownify }}{{ end }}", "markdown"),
        ("{{ if .Inner }}{{ .Inner | safeHTML }}{{ end }}", "html"),
        ("<pre><code>{{ .Inner }}</code></pre>", "code"),
        ('<div class="mermaid">{{ .Inner }}</div>', "code"),
        ("<pre>x</pre>{{ .Inner }}", "html"),
        ('{{ transform.Highlight .Inner "go" }}', "code"),
        ('{{ highlight (trim .Inner "\\n") "go" "" }}', "code"),
        ('{{ partial "box.html" .Inner }}', "unknown"),
        ("x", ""),
    ],
)
def test_what_becomes_of_the_inner_text_is_known(text: str, inner_as: str) -> None:
    assert read_template(text).inner_as == inner_as


@pytest.mark.parametrize(
    ("text", "source", "alt"),
    [
        ('<img src="{{ .Get "src" }}" alt="{{ .Get "alt" }}">', ("src",), ("alt",)),
        ('<img src="/img/{{ .Get 0 }}" alt="{{ .Get 1 }}">', (0,), (1,)),
        (
            '<img src="{{ .Get "src" }}" alt="{{ with .Get "alt" }}{{ . }}{{ else }}{{ .Get "caption" }}{{ end }}">',
            ("src",),
            ("alt", "caption"),
        ),
        ('{{ $i := .Page.Resources.GetMatch (.Get "file") }}<img src="{{ $i.RelPermalink }}" alt="">', ("file",), ()),
        (
            '{{ $alt := .Get "text" }}{{ with .Page.Resources.GetMatch (.Get "src") }}{{ partial "p" (dict "alt" $alt) }}{{ end }}',
            ("src",),
            ("text",),
        ),
    ],
)
def test_an_image_is_known_with_its_parameters(
    text: str, source: tuple[str | int, ...], alt: tuple[str | int, ...]
) -> None:
    facts = read_template(text)
    assert facts.image
    assert facts.source_parameters == source
    assert facts.alt_parameters == alt


def test_ids_of_a_template_are_known_to_be_possible() -> None:
    assert read_template('<div id="x">').adds_ids
    assert read_template('{{ partial "x" . }}').adds_ids
    assert not read_template('<img width="3">{{ .Get "id" }}').adds_ids


def test_the_site_wins_from_its_theme_and_the_theme_from_hugo(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.toml": 'theme = ["one", "two"]\n',
            "layouts/_shortcodes/Note.html": "{{ .Inner }}",
            "themes/one/layouts/shortcodes/note.html": "x",
            "themes/one/layouts/shortcodes/figure.html": "{{ .Inner }}",
            "themes/two/layouts/_shortcodes/figure.html": "x",
            "themes/two/layouts/_shortcodes/ui/card.html": "{{ .Inner }}",
            "themes/two/theme.toml": "",
        }
    )
    shortcodes = site.shortcodes
    assert shortcodes.complete
    note, figure, card = (shortcodes.find(name) for name in ("NOTE", "figure", "ui/card"))
    assert note is not None
    assert note.inner
    assert note.path == "layouts/_shortcodes/Note.html"
    assert figure is not None
    assert figure.path == "themes/one/layouts/shortcodes/figure.html"
    assert figure.inner
    assert card is not None
    assert card.inner
    vimeo = shortcodes.find("vimeo")
    assert vimeo is not None
    assert vimeo.path == ""
    assert shortcodes.find("nothing") is None


def test_a_template_for_web_pages_wins_from_other_formats(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.toml": "",
            "layouts/_shortcodes/note.amp.html": "x",
            "layouts/_shortcodes/note.html": "{{ .Inner }}",
            "layouts/_shortcodes/note.xml": "x",
            "layouts/_shortcodes/only.md": "{{ .Inner }}",
        }
    )
    note, only = site.shortcodes.find("note"), site.shortcodes.find("only")
    assert note is not None
    assert note.inner
    assert only is not None
    assert only.inner


@pytest.mark.parametrize(
    ("files", "missing", "complete"),
    [
        ({"hugo.toml": ""}, "", True),
        ({"hugo.toml": 'theme = "gone"\n'}, "gone", False),
        ({"hugo.toml": 'theme = "empty"\n', "themes/other/x": ""}, "empty", False),
        ({"hugo.toml": 'theme = "there"\n', "themes/there/layouts/x.html": ""}, "", True),
        ({"hugo.toml": '[module]\n[[module.imports]]\npath = "github.com/a/b/v2"\n'}, "github.com/a/b/v2", False),
        (
            {
                "hugo.toml": '[module]\n[[module.imports]]\npath = "github.com/a/b/v2"\n',
                "_vendor/github.com/a/b/v2/layouts/x.html": "",
            },
            "",
            True,
        ),
        (
            {
                "hugo.toml": '[module]\n[[module.imports]]\npath = "example.org/a"\n',
                "go.mod": "module x\n\nreplace example.org/a => ./local/a\n",
                "local/a/layouts/x.html": "",
            },
            "",
            True,
        ),
        ({"hugo.toml": '[module]\n[[module.imports]]\npath = "a"\ndisable = true\n'}, "", True),
        ({"hugo.toml": 'theme = "../../outside"\n'}, "../../outside", False),
        (
            {
                "hugo.toml": 'theme = "a"\n',
                "themes/a/hugo.toml": 'theme = "b"\n',
                "themes/b/hugo.toml": 'theme = "a"\n',
            },
            "",
            True,
        ),
        ({"hugo.toml": 'theme = "a"\n', "themes/a/hugo.toml": 'theme = "b"\n'}, "b", False),
    ],
    ids=range(11),
)
def test_a_theme_that_is_not_on_disk_is_missed(
    files: Files, missing: str, *, complete: bool, make_site: MakeSite
) -> None:
    shortcodes = make_site(files).shortcodes
    assert shortcodes.missing_theme == missing
    assert shortcodes.complete is complete


def test_mounts_bring_shortcodes(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.toml": '[[module.mounts]]\nsource = "mine"\ntarget = "layouts"\n'
            '[[module.mounts]]\nsource = "extra"\ntarget = "layouts/shortcodes/extra"\n'
            '[[module.mounts]]\nsource = "../outside"\ntarget = "layouts"\n',
            "mine/shortcodes/a.html": "{{ .Inner }}",
            "extra/b.html": "x",
            "layouts/shortcodes/c.html": "x",
        }
    )
    assert {"a", "extra/b"} <= set(site.shortcodes.names)
    assert not {"b", "c"} & set(site.shortcodes.names)


def test_shortcodes_of_a_known_theme_are_known_when_it_is_not_on_disk(make_site: MakeSite) -> None:
    shortcodes = make_site(
        {"hugo.toml": '[module]\n[[module.imports]]\npath = "github.com/jpanther/congo/v2"\n'}
    ).shortcodes
    alert = shortcodes.find("Alert")
    assert alert is not None
    assert alert.inner
    assert not shortcodes.complete


def test_a_plain_folder_has_the_shortcodes_of_hugo_and_is_not_complete(tmp_path: object) -> None:
    from pathlib import Path

    shortcodes = Site.none(Path(str(tmp_path))).shortcodes
    assert shortcodes.find("figure") is not None
    assert not shortcodes.complete
    assert shortcodes.missing_theme == ""
