"""What the settings say takes effect."""

from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.config import load_settings
from contentlint.engine.run import check_paths
from contentlint.rules.registry import builtin

Check = Callable[..., list[str]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check one page of a Hugo site and return what is found: rule and the text it stands at."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "hugo.toml").touch()

    def check(text: str, settings: str, path: str = "content/post/index.md") -> list[str]:
        (tmp_path / "contentlint.toml").write_text(settings, "utf-8")
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        results = check_paths([file], load_settings(file, builtin()))
        return [
            f"{violation.rule.name} {result.source[violation.span]}"
            for result in results
            for violation in result.violations
        ]

    return check


def test_a_shortcode_declared_by_hand_is_known_with_its_parameters_and_its_text(check: Check) -> None:
    declared = 'select = ["SC004", "SC002", "SC008", "TY001"]\n[[shortcodes]]\nname = "Kader"\ninner = true\n'
    text = '{{< kader kop="a  b" >}}x{{< /kader >}}\n'
    assert check(text, 'select = ["SC004"]') == ["shortcode-unknown kader"]
    assert check(text, declared) == []
    assert check("{{< kader >}}\n", declared) == ["shortcode-unclosed {{< kader >}}"]
    assert check(text, f'{declared}parameters = ["titel"]') == ["shortcode-parameter kop"]
    assert check(text, f'{declared}text = ["kop"]') == ["space-double   "]


def test_code_between_the_tags_of_a_declared_shortcode_is_no_text(check: Check) -> None:
    declared = 'select = ["TY001"]\n[[shortcodes]]\nname = "graf"\ninner = true\n'
    text = "{{< graf >}}\na  b\n{{< /graf >}}\n"
    assert check(text, declared) == ["space-double   "]
    assert check(text, f'{declared}content = "code"') == []


def test_the_profile_of_images_names_the_keys_of_the_theme(check: Check) -> None:
    text = "---\ntitle: A\nhero: gone.jpg\n---\n\nText.\n"
    profile = 'select = ["IM001"]\n[images]\nfeature-keys = ["hero"]\nalt-keys = ["heroAlt"]\n'
    assert check(text, 'select = ["IM001"]') == []
    assert check(text, profile) == ["feature-alt-missing gone.jpg"]
    assert check(text.replace("---\n\n", "heroAlt: Snow on a roof\n---\n\n"), profile) == []


def test_the_time_zone_is_used_when_the_site_gives_none(check: Check, tmp_path: Path) -> None:
    text = "---\ntitle: A\ndate: 2025-11-20T07:00:00+02:00\n---\n\nText.\n"
    select = 'select = ["FM009"]\n'
    assert check(text, f'{select}time-zone = "Europe/Amsterdam"') == ["front-matter-date-offset +02:00"]
    assert check(text, f'{select}time-zone = "Africa/Cairo"') == []
    (tmp_path / "hugo.toml").write_text('timeZone = "Africa/Cairo"', "utf-8")
    assert check(text, f'{select}time-zone = "Europe/Amsterdam"') == []


def test_the_version_of_hugo_decides_what_is_removed(check: Check) -> None:
    text = 'Look: {{< tweet user="a" id="1" >}}\n'
    select = 'select = ["SC013"]\n'
    assert check(text, select) == ['shortcode-removed {{< tweet user="a" id="1" >}}']
    assert check(text, f'{select}hugo-version = "0.120"') == []
    own = '[rules.shortcode-removed]\nhugo-version = "0.150"\n'
    assert len(check(text, f'{select}hugo-version = "0.120"\n{own}')) == 1


def test_further_keys_of_front_matter_hold_prose(check: Check) -> None:
    text = "---\ntitle: A\nsubTitle: a  b\n---\n\nText.\n"
    assert check(text, 'select = ["TY001"]') == []
    assert check(text, 'select = ["TY001"]\nprose-keys = ["subTitle"]') == ["space-double   "]


def test_words_of_the_site_are_no_mistakes_in_their_language(check: Check, tmp_path: Path) -> None:
    text = "---\ntitle: Welkom\n---\n\nDit is een mooie flurbelaar in de tuin van de buurvrouw.\n"
    select = 'select = ["SP"]\nlanguage = "nl"\n'
    assert check(text, select) == ["spelling-unknown-word flurbelaar"]
    (tmp_path / "words.nl.txt").write_text("flurbelaar\n", "utf-8")
    assert check(text, f'{select}words = ["words.nl.txt"]') == []
    (tmp_path / "words.en.txt").write_text("flurbelaar\n", "utf-8")
    assert check(text, f'{select}words = ["words.en.txt"]') == ["spelling-unknown-word flurbelaar"]


def test_a_schema_of_front_matter_holds_for_its_pages(check: Check) -> None:
    schema = 'select = ["FM003"]\n[[front-matter]]\npaths = ["content/post/"]\nrequired = ["author"]\n'
    text = "---\ntitle: A\n---\n\nText.\n"
    assert check(text, schema) == ["front-matter-key-missing ---"]
    assert check(text, schema, "content/other/index.md") == []


def test_overrides_hold_for_their_files(check: Check) -> None:
    settings = (
        'select = ["TY001"]\n[[overrides]]\npaths = ["content/press/"]\nignore = ["TY001"]\n'
        '[[overrides]]\npaths = ["content/en/"]\n[overrides.severity]\nTY001 = "off"\n'
    )
    assert check("a  b\n", settings) == ["space-double   "]
    assert check("a  b\n", settings, "content/press/a.md") == []
    assert check("a  b\n", settings, "content/en/a.md") == []


def test_a_declared_shortcode_may_have_places_of_its_own_to_lead_to(check: Check) -> None:
    declared = 'select = ["LK007"]\n[[shortcodes]]\nname = "tabs"\n'
    assert check("[x](#een)\n", declared) == ["link-fragment-missing een"]
    assert check("{{< tabs >}}\n\n[x](#een)\n", declared) == []
