"""``contentlint init``: the first settings of a site."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contentlint.engine import creating

Call = Callable[..., Any]
SITES = Path(__file__).parents[1] / "sites"


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def posts(site: Path, *front_matters: str, section: str = "news") -> None:
    """Write pages into a section, one for each front matter."""
    for number, text in enumerate(front_matters):
        put(site / "content" / section / f"{number}.md", f"---\ntitle: Nummer {number}\n{text}---\n\nTekst.\n")


def written(site: Path) -> dict[str, Any]:
    return tomllib.loads((site / "contentlint.toml").read_text("utf-8"))


def of_section(site: Path, section: str) -> dict[str, Any]:
    (found,) = (table for table in written(site)["front-matter"] if table.get("section") == section)
    return dict(found)


def test_settings_are_written_and_the_next_check_uses_them(call: Call, site: Path) -> None:
    posts(site, *["date: 2025-01-01\nevent: 2025-02-01\n"] * 6)
    outcome = call("init")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.splitlines() == [
        "Written: contentlint.toml",
        "Read through contentlint.toml, and then run: contentlint check",
    ]
    assert of_section(site, "news") == {
        "paths": ["content/**"], "section": "news", "kind": "page", "required": ["title", "date", "event"],
        "types": {"event": "date"},
    }  # fmt: skip
    assert call("check", "--select", "FM003,FM004").code == 0
    put(site / "content" / "news" / "new.md", "---\ntitle: Nieuw\ndate: 2025-01-01\nevent: morgen\n---\n\nTekst.\n")
    put(site / "content" / "news" / "newer.md", "---\ntitle: Nieuw\nevent: 2025-02-01\n---\n\nTekst.\n")
    lines = call("check", "--select", "FM003,FM004", "--output-format", "concise").out.splitlines()
    assert [re.sub(r"^(\S+?):.*(FM\d+).*", r"\1 \2", line) for line in lines] == [
        "content/news/new.md FM004",
        "content/news/newer.md FM003",
    ]


def test_a_dry_run_shows_all_files_and_writes_none(call: Call, site: Path) -> None:
    posts(site, *["cover:\n  image: a.jpg\n"] * 6)
    before = sorted(site.rglob("*"))
    outcome = call("init", "--dry-run")
    assert (outcome.code, outcome.err) == (0, "")
    names = re.findall(r"^==> (.+) <==$", outcome.out, re.MULTILINE)
    assert names == ["rules/front-matter.news.schema.json", "contentlint.toml"]
    assert sorted(site.rglob("*")) == before


@pytest.mark.parametrize("name", ["contentlint.toml", ".contentlint.toml", ".config/contentlint.toml"])
def test_settings_that_are_there_are_never_overwritten(call: Call, site: Path, name: str) -> None:
    path = put(site / name, "# ours\n")
    outcome = call("init")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"contentlint: {name} has settings already, so nothing was written. To see what they do: contentlint config show\n"
    )
    assert path.read_text() == "# ours\n"


def test_a_table_in_pyproject_counts_as_settings(call: Call, site: Path) -> None:
    put(site / "pyproject.toml", '[tool.contentlint]\nignore = ["HD002"]\n')
    assert call("init").code == 2
    assert not (site / "contentlint.toml").exists()


def test_settings_of_a_folder_above_do_not_stand_in_the_way(call: Call, site: Path) -> None:
    put(site / "contentlint.toml", "")
    put(site / "notes" / "a.md", "# A\n")
    (site / "hugo.toml").unlink()
    assert call("init", "notes").code == 0
    assert (site / "notes" / "contentlint.toml").exists()


def test_a_schema_that_is_there_is_not_overwritten_and_nothing_else_is_written(call: Call, site: Path) -> None:
    posts(site, *["cover:\n  image: a.jpg\n"] * 6)
    path = put(site / "rules" / "front-matter.news.schema.json", "{}")
    outcome = call("init")
    assert outcome.code == 2
    assert outcome.err.startswith("contentlint: rules/front-matter.news.schema.json is there already, so nothing")
    assert path.read_text() == "{}"
    assert not (site / "contentlint.toml").exists()


def test_settings_belong_at_the_top_of_a_site(call: Call) -> None:
    outcome = call("init", "content")
    assert outcome.code == 2
    assert outcome.err == (
        "contentlint: content lies in a Hugo site; its settings belong at the top of that. Run: contentlint init .\n"
    )


def test_what_is_no_folder_is_refused(call: Call) -> None:
    assert call("init", "hugo.toml").err == "contentlint: hugo.toml is no folder.\n"
    assert call("init", "nothing").code == 2


def test_keys_with_keys_of_their_own_go_to_a_schema_that_holds(call: Call, site: Path) -> None:
    posts(site, *["cover:\n  image: a.jpg\n  alt: Een foto\n"] * 5, "tags: [a]\ncover:\n  image: b.jpg\n")
    assert call("init").code == 0
    assert of_section(site, "news")["schema"] == "rules/front-matter.news.schema.json"
    schema = json.loads((site / "rules" / "front-matter.news.schema.json").read_text("utf-8"))
    assert schema["required"] == ["title", "cover"]
    assert schema["properties"]["cover"] == {
        "type": "object",
        "required": ["image"],
        "properties": {"image": {"type": "string"}, "alt": {"type": "string"}},
    }
    assert call("check", "--select", "FM003,FM004").code == 0
    put(site / "content" / "news" / "x.md", "---\ntitle: X\ncover: a.jpg\n---\n\nTekst.\n")
    assert call("check", "--select", "FM003,FM004").code == 1


def test_comments_say_what_was_left_off_and_why(call: Call, site: Path) -> None:
    posts(site, *["bron: a\n", "bron: 3\n", "bron: b\n", "bron: c\n", "bron: 5\n", "eens: x\n"])
    put(site / "content" / "los" / "a.md", "---\ntitle: A\n---\n")
    put(site / "content" / "los" / "kapot.md", "---\n\t- x\n---\n")
    put(site / "content" / "los" / "kaal.md", "Alleen tekst.\n")
    call("init")
    text = " ".join(line.removeprefix("# ") for line in (site / "contentlint.toml").read_text("utf-8").splitlines())
    assert "bron: 5 of 6 have it; content/news/5.md does not." in text
    assert (
        "Left off: ‘bron’, for it is a text (3 times, as in content/news/0.md), and a whole number "
        "(2 times, as in content/news/1.md)." in text
    )
    assert "Left off, for too few pages have them: eens." in text
    assert "pages in ‘los’ (1)" in text
    assert "Not looked at, for they cannot be read: content/los/kapot.md." in text
    assert "Without front matter, so nothing is asked of them: content/los/kaal.md." in text


def test_few_codes_are_the_only_choice_and_few_names_are_not(call: Call, site: Path) -> None:
    pairs = [("event", "Jan Smit"), ("story", "Els de Wit")] * 8
    posts(site, *[f"soort: {kind}\nauteur: {author}\n" for kind, author in pairs])
    call("init")
    assert of_section(site, "news")["types"] == {
        "soort": {"type": "string", "one-of": ["event", "story"]},
        "auteur": "string",
    }
    assert '# auteur = { type = "string", one-of = ["Els de Wit", "Jan Smit"] }' in (
        site / "contentlint.toml"
    ).read_text("utf-8")


def test_shortcodes_of_a_theme_that_is_not_here_are_declared_as_they_are_used(call: Call, site: Path) -> None:
    put(site / "hugo.toml", 'defaultContentLanguage = "nl"\ntheme = "not-here"\n')
    calls = (
        '{{< kaart kleur="rood" >}}Tekst{{< /kaart >}}\n' * 5
        + '{{< plek "x" 3 >}}\n{{< half >}}a{{< /half >}}{{< half >}}\n'
    )
    put(site / "content" / "kaart.md", f"---\ntitle: Kaart\n---\n\n{calls}")
    call("init", "--lang", "nl")
    assert written(site)["shortcodes"] == [
        {"name": "kaart", "inner": True, "parameters": ["kleur"]},
        {"name": "plek"},
    ]
    assert written(site)["message-language"] == "nl"
    assert "Weggelaten: de shortcode ‘half’, die op sommige" in (site / "contentlint.toml").read_text("utf-8")


def test_a_shortcode_that_cannot_exist_is_not_declared(call: Call, site: Path) -> None:
    put(site / "content" / "kaart.md", "---\ntitle: Kaart\n---\n\n{{< kaart >}}\n")
    call("init")
    assert "shortcodes" not in written(site)
    assert "so Hugo cannot build" in (site / "contentlint.toml").read_text("utf-8")


def test_words_that_stand_there_often_make_the_first_list(call: Call, site: Path) -> None:
    put(
        site / "content" / "a.md",
        f"---\ntitle: A\n---\n\n{'Een frobelstrunk staat er. ' * 3}\nEen knurf en een knurf.\n",
    )
    call("init")
    words = (site / "rules" / "words.nl.txt").read_text("utf-8")
    assert words.startswith("# Words that no dictionary knows")
    assert [line for line in words.splitlines() if line and not line.startswith("#")] == ["frobelstrunk"]
    found = call("check", "--select", "SP002", "--output-format", "concise", "content/a.md").out
    assert "knurf" in found
    assert "frobelstrunk" not in found


def test_a_rule_that_stops_is_told_once_since_words_may_be_missing(
    call: Call, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("contentlint.rules.spelling.unknown_word.SpellingUnknownWord.begin", fail)
    posts(site, *["date: 2025-01-01\n"] * 6)
    outcome = call("init")
    assert outcome.err.count("spelling-unknown-word") == 1
    assert of_section(site, "news")["required"] == ["title", "date"]


def test_a_list_of_words_that_is_there_counts_and_stays_as_it_is(call: Call, site: Path) -> None:
    put(site / "content" / "a.md", f"---\ntitle: A\n---\n\n{'Een frobelstrunk en een gralm staan er. ' * 3}\n")
    path = put(site / "rules" / "words.nl.txt", "gralm\n")
    assert call("init").code == 0
    assert path.read_text() == "gralm\n"
    assert (
        "rules/words.nl.txt was there already and stayed as it was; ‘contentlint words suggest’ shows 1 more"
        in " ".join(line.removeprefix("# ") for line in (site / "contentlint.toml").read_text("utf-8").splitlines())
    )


def test_a_folder_without_hugo_gets_settings_too(call: Call, site: Path) -> None:
    (site / "hugo.toml").unlink()
    for number in range(6):
        put(
            site / "notities" / f"{number}.md",
            f"---\ntitle: N\nnummer: {number}\n---\n\nDit is een tekst die wij lezen.\n",
        )
    assert call("init").code == 0
    assert of_section(site, "notities") == {
        "section": "notities", "kind": "page", "required": ["title", "nummer"], "types": {"nummer": "integer"},
    }  # fmt: skip
    assert call("check", "--select", "FM003,FM004").code == 0


def test_a_site_in_a_folder_below_is_told_and_its_mistakes_are_not_declared(call: Call, site: Path) -> None:
    (site / "hugo.toml").unlink()
    put(site / "docs" / "hugo.toml", 'defaultContentLanguage = "nl"\n')
    put(site / "docs" / "content" / "a.md", "---\ntitle: A\n---\n\n{{< bestaat-niet >}}\n")
    assert call("init").code == 0
    text = (site / "contentlint.toml").read_text("utf-8")
    assert "# A folder with a Hugo site in docs/. Settings for one site alone belong in its own folder." in text
    assert "[[shortcodes]]" not in text
    assert "‘bestaat-niet’ (in docs/content/a.md)" in text


def test_a_page_that_is_half_broken_is_asked_no_more_than_it_has(call: Call, site: Path) -> None:
    posts(site, *["date: 2025-01-01\nbron: x\n"] * 8, "date: 2025-01-01\nbron: x\n: [\n")
    put(site / "content" / "news" / "half.md", "---\ntitle: A\ndate: 2025-01-01\n\tbron: x\n---\n\nTekst.\n")
    assert call("init").code == 0
    assert call("check", "--select", "FM003,FM004").code == 0


def test_the_version_of_hugo_is_taken_from_the_hosting(call: Call, site: Path) -> None:
    put(site / "netlify.toml", '[build.environment]\nHUGO_VERSION = "0.152.2"\n')
    call("init")
    assert written(site)["hugo-version"] == "0.152.2"


def test_versions_that_disagree_are_left_off(call: Call, site: Path) -> None:
    put(site / "netlify.toml", '[build.environment]\nHUGO_VERSION = "0.152.2"\n')
    put(site / ".github" / "workflows" / "site.yml", "with:\n  hugo-version: '0.140.0'\n")
    call("init")
    assert "hugo-version" not in written(site)


def test_names_with_odd_signs_give_settings_that_can_be_read(call: Call, site: Path) -> None:
    odd = 'a "b" [c] é\\'
    posts(site, *[f"'key {odd}': x\n"] * 6, section='s "x" [y]')
    assert call("init").code == 0
    assert of_section(site, 's "x" [y]')["types"] == {f"key {odd}": "string"}
    assert call("check", "--select", "FM003,FM004").code == 0


def test_a_folder_that_leads_elsewhere_is_not_written_to(call: Call, site: Path, tmp_path_factory: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site / "rules").symlink_to(elsewhere, target_is_directory=True)
    posts(site, *["cover:\n  image: a.jpg\n"] * 6)
    outcome = call("init")
    assert outcome.code == 2
    assert "rules/front-matter.news.schema.json could not be written" in outcome.err
    assert list(elsewhere.iterdir()) == []
    assert not (site / "contentlint.toml").exists()


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "last.txt").write_text("ours")
    with pytest.raises(FileExistsError):
        creating.create_files(tmp_path, {"rules/first.txt": b"1", "last.txt": b"2"})
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["last.txt"]
    assert (tmp_path / "last.txt").read_text() == "ours"


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, data: bytes) -> None:
        if data == b"2":
            raise OSError(28, "No space left on device", str(path))
        path.write_bytes(data)

    monkeypatch.setattr(creating, "write_file", fail)
    with pytest.raises(OSError, match="No space left"):
        creating.create_files(tmp_path, {"rules/first.txt": b"1", "last.txt": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_new_files_have_the_rights_that_the_user_gives_new_files(tmp_path: Path) -> None:
    creating.create_files(tmp_path, {"a.txt": b"1"})
    (tmp_path / "b.txt").write_text("1")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_where_there_are_no_pages_nothing_is_written(call: Call, site: Path) -> None:
    shutil.rmtree(site / "content")
    (site / "README.md").unlink()
    outcome = call("init")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Nothing to check")
    assert not (site / "contentlint.toml").exists()


@pytest.mark.hugo
def test_the_schema_accepts_every_page_that_hugo_builds(call: Call, site: Path) -> None:
    shutil.rmtree(site / "content")
    shutil.copytree(SITES / "bilingual", site, dirs_exist_ok=True)
    posts(site, *["date: 2025-01-01\nkeywords: een twee\nweight: '3'\nserie: reis\n"] * 6, section="reizen")
    program = Path(sys.executable).with_name("hugo")
    built = subprocess.run([program, "--source", site, "--noBuildLock"], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    listed = subprocess.run(
        [program, "list", "all", "--source", site, "--noBuildLock"], capture_output=True, text=True, check=True
    )
    table = listed.stdout[listed.stdout.index("path,slug") :]  # the wheel's launcher says something before it
    pages = {row["path"] for row in csv.DictReader(io.StringIO(table))}
    assert len(pages) > 8
    assert call("init").code == 0
    assert of_section(site, "reizen")["required"] == ["title", "date", "keywords", "weight", "serie"]
    found = json.loads(call("check", "--select", "FM003,FM004", "--output-format", "json", *sorted(pages)).out)
    assert found["summary"]["files"] == len(pages)
    assert found["violations"] == []
