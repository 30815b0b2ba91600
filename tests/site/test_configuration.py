from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.site import ConfigProblemKind, Site
from contentlint.site.config_files import read_configuration
from contentlint.site.configuration import Configuration, primary_tag

Files = Mapping[str, str | bytes | None]
MakeSite = Callable[[Files], Site]

SAME: Mapping[str, Files] = {
    "toml": {
        "hugo.toml": 'title = "Ons"\ndefaultContentLanguage = "nl"\ntimeZone = "Europe/Amsterdam"\n'
        "[languages.nl]\nweight = 1\n[languages.en]\nweight = 2\n[params.article]\nshowDate = true\n"
    },
    "yaml": {
        "config.yaml": "title: Ons\nDefaultContentLanguage: nl\ntimeZone: Europe/Amsterdam\nlanguages:\n  nl: {weight: 1}\n"
        "  en: {weight: 2}\nparams:\n  article:\n    showDate: true\n"
    },
    "json": {
        "hugo.json": '{"title": "Ons", "defaultContentLanguage": "nl", "timeZone": "Europe/Amsterdam", "languages": '
        '{"nl": {"weight": 1}, "en": {"weight": 2}}, "params": {"article": {"showDate": true}}}'
    },
    "split": {
        "config/_default/hugo.toml": 'title = "Test"\ndefaultContentLanguage = "nl"\ntimeZone = "Europe/Amsterdam"\n',
        "config/_default/languages.nl.toml": "weight = 1\n",
        "config/_default/languages.en.yaml": "weight: 2\n",
        "config/_default/params.toml": "[article]\nshowDate = true\n",
        "config/production/hugo.toml": 'title = "Ons"\n',
        "config/staging/hugo.toml": 'title = "Proef"\n',
    },
    "languages in one file": {
        "config/_default/config.yml": "title: Ons\ndefaultContentLanguage: nl\ntimeZone: Europe/Amsterdam\n",
        "config/_default/languages.toml": "[nl]\nweight = 1\n[en]\nweight = 2\n",
        "config/_default/params.json": '{"article": {"showDate": true}}',
    },
}


@pytest.mark.parametrize("form", SAME)
def test_every_form_of_configuration_says_the_same(form: str, make_site: MakeSite) -> None:
    site = make_site(SAME[form])
    assert site.problems == ()
    assert site.title == "Ons"
    assert site.time_zone == "Europe/Amsterdam"
    assert [language.key for language in site.configuration.languages] == ["nl", "en"]
    assert site.configuration.default_language == "nl"
    assert site.configuration.flag("params", "article", "showDate") is True


def test_the_first_file_in_the_root_is_the_one_that_counts(make_site: MakeSite) -> None:
    site = make_site({"hugo.yaml": "title: one\n", "config.toml": 'title = "two"\n', "hugo.json": '{"title": "three"}'})
    assert site.title == "one"


@pytest.mark.parametrize(
    ("name", "content", "kind", "line", "column"),
    [
        ("hugo.toml", 'title = "a"\nx = \n', ConfigProblemKind.INVALID, 2, 5),
        ("hugo.toml", 'title = "a', ConfigProblemKind.INVALID, 1, 11),
        ("hugo.toml", b'title = "a"\nx = "\xff"\n', ConfigProblemKind.NOT_UTF8, 2, 6),
        ("hugo.yaml", "title: a\n\tb: c\n", ConfigProblemKind.INVALID, 2, 1),
        ("hugo.yaml", "title: a\nparams:\n  x: 1\n  X: 2\n", ConfigProblemKind.DUPLICATE_KEY, 4, 3),
        ("hugo.yaml", "title: *nobody\n", ConfigProblemKind.INVALID, 1, 8),
        ("hugo.yaml", "- a\n- b\n", ConfigProblemKind.NOT_A_TABLE, 1, 1),
        ("hugo.json", '{"title": "a",\nx}', ConfigProblemKind.INVALID, 2, 1),
        ("hugo.json", "[1]", ConfigProblemKind.NOT_A_TABLE, 1, 1),
        ("hugo.yaml", "x: " + "[" * 100_000 + "]" * 100_000, ConfigProblemKind.TOO_DEEP, 1, 1),
        ("hugo.json", '{"x": ' + "[" * 100_000, ConfigProblemKind.TOO_DEEP, 1, 1),
    ],
    ids=range(11),
)
def test_broken_configuration_is_a_problem_with_its_place(
    name: str, content: str | bytes, kind: ConfigProblemKind, *, line: int, column: int, make_site: MakeSite
) -> None:
    site = make_site({name: content})
    (problem,) = site.problems
    assert (problem.kind, problem.path) == (kind, name)
    if kind is not ConfigProblemKind.TOO_DEEP:
        assert (problem.line, problem.column) == (line, column)
    assert not site.complete
    assert site.page("content/a.nl.md").kind == "page"


def test_a_default_language_that_does_not_exist_is_a_problem(make_site: MakeSite) -> None:
    site = make_site({"hugo.toml": 'defaultContentLanguage = "de"\n[languages.nl]\n'})
    assert [(problem.kind, problem.detail) for problem in site.problems] == [
        (ConfigProblemKind.DEFAULT_LANGUAGE_UNKNOWN, "de")
    ]


def test_aliases_that_multiply_are_read_in_no_time(make_site: MakeSite) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 30)]
    site = make_site({"hugo.yaml": "\n".join(lines) + "\ntitle: ok\n"})
    assert site.title == "ok"


def test_an_alias_shared_by_two_tables_stays_apart_when_one_is_merged(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.yaml": "base: &base\n  x: 1\none:\n  sub: *base\ntwo:\n  sub: *base\n",
            "config/_default/one.yaml": "sub:\n  x: 2\n",
        }
    )
    assert site.configuration.value("one", "sub", "x") == 2
    assert site.configuration.value("two", "sub", "x") == 1


def test_merge_keys_are_inherited(make_site: MakeSite) -> None:
    site = make_site({"hugo.yaml": "base: &base {x: 1, y: 2}\nown:\n  <<: *base\n  y: 3\n"})
    assert site.configuration.value("own") == {"x": 1, "y": 3}


@pytest.mark.parametrize("value", ["yes", "on", "off", "12:30", "0x1F", "2024-01-15", "~x", ".inf", "1_0"])
def test_yaml_values_are_not_read_as_yaml_of_long_ago(value: str, make_site: MakeSite) -> None:
    assert make_site({"hugo.yaml": f"title: {value}\n"}).configuration.value("title") in {value, float("inf"), 10}


def test_markup_has_the_defaults_of_hugo() -> None:
    markup = Configuration({}).markup
    assert not markup.unsafe
    assert not markup.block_attributes
    assert markup.title_attributes
    assert markup.auto_heading_id
    assert not markup.auto_term_id
    assert markup.auto_id_type == "github"
    assert markup.typographer
    assert not markup.emoji
    assert markup.passthrough_block == markup.passthrough_inline == ()


def test_markup_is_read(make_site: MakeSite) -> None:
    markup = make_site(
        {
            "hugo.toml": """enableEmoji = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser]
autoHeadingID = false
autoIDType = "blackfriday"
[markup.goldmark.parser.attribute]
block = true
title = false
[markup.goldmark.extensions.typographer]
disable = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [['\\[', '\\]'], ['$$', '$$'], ['odd']]
inline = [['\\(', '\\)'], 7]
"""
        }
    ).markup
    assert markup.unsafe
    assert markup.block_attributes
    assert not markup.title_attributes
    assert not markup.auto_heading_id
    assert markup.auto_id_type == "blackfriday"
    assert not markup.typographer
    assert markup.emoji
    assert markup.passthrough_block == (("\\[", "\\]"), ("$$", "$$"))
    assert markup.passthrough_inline == (("\\(", "\\)"),)


def test_taxonomies_are_those_of_the_site(make_site: MakeSite) -> None:
    assert set(Configuration({}).taxonomies.values()) == {"tags", "categories"}
    assert dict(make_site({"hugo.toml": '[taxonomies]\nthema = "Themas"\n'}).taxonomies) == {"thema": "themas"}
    assert Configuration({"disablekinds": ["taxonomy", "term"]}).taxonomies == {}


def test_languages_come_by_weight_and_can_be_disabled(make_site: MakeSite) -> None:
    site = make_site(
        {
            "hugo.toml": 'disableLanguages = ["de"]\n[languages.nl]\n[languages.de]\nweight = 3\n[languages.en]\nweight = 1\n'
            'languageCode = "en-GB"\ncontentDir = "content/english"\n[languages.fr]\ndisabled = true\nlocale = "fr-BE"\n'
            'timeZone = "Europe/Brussels"\n'
        }
    )
    languages = site.configuration.languages
    assert [language.key for language in languages] == ["en", "de", "fr", "nl"]
    assert [language.disabled for language in languages] == [False, True, True, False]
    assert languages[0].content_dir == "content/english"
    assert site.configuration.default_language == "en"
    assert site.page("content/a.fr.md").time_zone == "Europe/Brussels"


@pytest.mark.parametrize(
    ("configuration", "path", "language"),
    [
        ("", "content/a.md", ""),
        ('languageCode = "nl-NL"\n', "content/a.md", "nl"),
        ('locale = "nl_BE"\n', "content/a.md", "nl"),
        ('defaultContentLanguage = "nl"\nlanguageCode = "en-us"\n', "content/a.md", "nl"),
        ('[languages.dutch]\nlanguageCode = "nl-NL"\n', "content/a.md", "nl"),
        ('[languages.pt-br]\nlocale = "pt-BR"\n', "content/a.md", "pt"),
        ("[languages.nl]\n[languages.en]\n", "content/a.md", "en"),
        ("[languages.nl]\n[languages.en]\n", "content/a.NL.md", "nl"),
        ("[languages.nl]\n[languages.en]\n", "content/a.fr.md", "en"),
        ('[languages.nl]\ncontentDir = "content/nl"\n[languages.en]\ncontentDir = "content/en"\n', "content/nl/a.md", "nl"),
        ('[languages.nl]\ncontentDir = "content/nl"\n[languages.en]\ncontentDir = "content/en"\n', "content/nl/a.en.md", "en"),
        ("[languages.nl]\n[languages.en]\nweight = 5\n", "README.md", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_page_follows_hugo(configuration: str, path: str, language: str, make_site: MakeSite) -> None:
    assert make_site({"hugo.toml": configuration}).page(path).language == language


def test_the_settings_go_before_the_language_of_the_site(make_site: MakeSite) -> None:
    page = make_site({"hugo.toml": 'defaultContentLanguage = "en"\n'}).page("content/a.md")
    assert page.with_settings(language="nl", words=("x",)).language == "nl"
    assert page.with_settings(words=("x",)).words == ("x",)


def test_a_tag_is_the_first_part_of_a_locale() -> None:
    assert [primary_tag(locale) for locale in ("nl-NL", "nl_be", "NL", "")] == ["nl", "nl", "nl", ""]


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)
_KEYS = st.sampled_from(("languages", "theme", "module", "markup", "taxonomies", "permalinks", "title", "contentdir"))


@given(st.dictionaries(_KEYS, _VALUES, max_size=5))
def test_values_of_any_type_never_break_anything(table: dict[str, object]) -> None:
    from pathlib import Path

    from contentlint.site.components import find_components
    from contentlint.site.files import SiteFiles

    configuration = Configuration(table)
    assert isinstance(configuration.default_language, str)
    assert isinstance(configuration.markup.unsafe, bool)
    assert all(isinstance(plural, str) for plural in configuration.taxonomies.values())
    files = SiteFiles(Path("/nonexistent"))
    assert find_components(files, configuration, []).found[0].name == ""
    assert read_configuration(files, "", []) == {}
