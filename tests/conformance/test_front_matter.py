"""Our reading of front matter is that of the real Hugo."""

from __future__ import annotations

import datetime as dt
import json
import math
import random
import tempfile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.conformance.front_matter_cases import BROKEN, READABLE, READABLE_FILES
from tests.conformance.judge import judge_page, run_hugo, write_site

from contentlint.document.front_matter import FrontMatter, Value, parse_front_matter
from contentlint.document.front_matter.casts import to_bool, to_int, to_text, to_texts
from contentlint.document.front_matter.dates import date_of, parse_date
from contentlint.text import SourceText

pytestmark = pytest.mark.hugo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CONFIGURATION = """\
baseURL = "https://example.org/"
disableKinds = ["RSS", "sitemap", "robotsTXT", "taxonomy", "term", "section", "404"]
timeZone = "Europe/Amsterdam"
"""
PAGE = """\
{{ dict "title" .Title "description" .Description "draft" .Draft "weight" .Weight "keywords" .Keywords
   "date" (cond .Date.IsZero "" (.Date.Format "2006-01-02T15:04:05.999999Z07:00"))
   "params" .Params "body" .RawContent | jsonify | safeHTML }}
"""
DECODER = """\
{{ $found := slice -}}
{{ range $i, $text := hugo.Data.texts -}}
{{ $resource := resources.FromString (printf "d/%d.FORMAT" $i) $text -}}
{{ $try := try (transform.Unmarshal $resource) -}}
{{ $json := try (jsonify $try.Value) -}}
{{ $found = $found | append (dict "error" (printf "%v" $try.Err) "json" (cond (eq $json.Err nil) $json.Value "?")) -}}
{{ end }}{{ $found | jsonify | safeHTML }}
"""
CAST = {"title", "description", "draft", "weight", "keywords", "date", "lastmod", "publishdate", "iscjklanguage"}


def build(hugo: str, files: dict[str, str], *arguments: str) -> dict[str, str]:
    """Build a site and return the text of what it published, by path."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_site(site, {"hugo.toml": CONFIGURATION, "layouts/home.html": "home", **files})
        result = run_hugo(hugo, site, *arguments)
        assert result.returncode == 0, result.stdout + result.stderr
        public = site / "public"
        return {path.relative_to(public).as_posix(): path.read_text("utf-8") for path in public.rglob("*.html")}


def front_matter_of(text: str) -> FrontMatter:
    result = parse_front_matter(SourceText(text))
    assert result.problems == (), text
    assert result.front_matter is not None
    return result.front_matter


def plain(value: Any) -> Any:
    """Return a value as JSON has it: whole numbers as such, dates as text, keys of maps in lower case."""
    if isinstance(value, dict):
        return {str(key).lower(): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def cast(front_matter: FrontMatter) -> dict[str, Any]:
    """Return what we say that Hugo makes of its own keys."""

    def value(key: str) -> Value | None:
        entry = front_matter.get(key)
        return entry.value if entry else None

    title, description, draft, weight, keywords = map(value, ("title", "description", "draft", "weight", "keywords"))
    date = next((found for key in ("date", "lastmod") if (found := value(key)) and (date_of(found))), None)
    read = date_of(date) if date is not None else None
    moment = read.moment if read else None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=AMSTERDAM)
    return {
        "title": (to_text(title) or "") if title else "",
        "description": (to_text(description) or "") if description else "",
        "draft": bool(draft and to_bool(draft)),
        "weight": (to_int(weight) or 0) if weight else 0,
        "keywords": list(to_texts(keywords) or ()) if keywords else [],
        "date": moment,
    }


def test_values_are_those_hugo_sees(hugo: str) -> None:
    texts = [*(f"---\n{block}\n---\ntekst" for block in READABLE), *READABLE_FILES]
    pages = {f"content/p{number}.md": text for number, text in enumerate(texts)}
    published = build(hugo, {"layouts/page.html": PAGE, **pages}, "--buildDrafts", "--buildFuture", "--buildExpired")
    for number, text in enumerate(texts):
        seen = json.loads(published[f"p{number}/index.html"])
        front_matter = front_matter_of(text)
        ours = cast(front_matter)
        date = ours.pop("date")
        assert (dt.datetime.fromisoformat(seen["date"]) if seen["date"] else None) == date, text
        for key, value in ours.items():
            assert (seen[key] or type(value)()) == value, text
        theirs = {key: plain(value) for key, value in seen["params"].items() if key.lower() not in CAST}
        values = {entry.key.lower(): plain(entry.value.python) for entry in front_matter.root.known}
        assert {key: value for key, value in values.items() if key not in CAST} == theirs, text
        result = parse_front_matter(SourceText(text))
        assert text[result.body.start : result.body.end] == seen["body"], text


@pytest.mark.parametrize(("text", "line"), BROKEN, ids=lambda value: repr(value)[:40])
def test_what_stops_hugo_is_a_problem_on_its_line(hugo: str, text: str, line: int) -> None:
    verdict = judge_page(hugo, text)
    assert not verdict.builds
    source = SourceText(text)
    problems = parse_front_matter(source).problems
    assert problems
    assert source.position(problems[0].span.start).line == line
    assert verdict.line == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntags: [huis, tuin\ndate: 2024-05-01\n---\n", 3),
        ('---\ntitle: "Wonen\nalt: "Een huis"\n---\n', 3),
        ("---\ntitle: Wonen\nsummary |\n  Een\n  Twee\nweight: 1\n---\n", 3),
        ('{\n"title": "Wonen",\n}\ntekst\n', 1),
        ('{\n"title": "Wonen",\n"draft": tru\n}\ntekst\n', 1),
    ],
)
def test_where_hugo_gives_up_is_known_apart_from_the_mistake(hugo: str, text: str, line: int) -> None:
    source = SourceText(text)
    problem = parse_front_matter(source).problems[0]
    assert judge_page(hugo, text).line == line
    assert line in {source.line_of(place) for place in (problem.span.start, problem.stop) if place is not None}


def decoded(hugo: str, texts: list[str], format_: str) -> list[Any]:
    """Return what Hugo's decoder makes of texts, ``ValueError`` for those it rejects, ``None`` for what JSON cannot hold."""
    template = DECODER.replace("FORMAT", format_)
    files = {"layouts/home.html": template, "data/texts.json": json.dumps(texts)}
    found = json.loads(build(hugo, files)["index.html"])
    return [
        ValueError if item["error"] != "<nil>" else None if item["json"] == "?" else json.loads(item["json"])
        for item in found
    ]


SCALARS = (
    "x", "een twee", "'a'", "'a''b'", '"a"', '"a\\tb"', '"\\u00e9"', "12", "-3", "1.50", "007", "0x1f", "true", "False", "yes",
    "null", "~", "", "2025-11-20", "2025-02-30", "12:30", "a: b", "a:b", "a # b", "a#b", "'open", '"open', "[a, b]", "[a", "{a: b}",
    "@a", "`a`", "%a", "*a", "&a b", "- a", "-a", "? a", "!a b", "|", ">-", "é 😀", "“a”", "a, b", ",a", "[a: b]", "[{a: 1}, c]",
    '"a" b', "'a' b", "a\n  b", "'a\n  b'", '"a\n\n  b"', "[a,\n  b]", "|\n  a\n  b", ">\n  a\n  b", "\n  - a\n  - b", "\n  a: 1\n  b: 2",
    "\n  - a: 1\n    b: 2\n  - c", "\n  a:\n    - b", "\n\ta: 1", "\n- a\n- b", "x\n  y: z", "1e3", "1_0", "+1", "0b1", "0o7", ".5",
)  # fmt: skip
KEYS = ("a", "b", "title", "'q'", '"r"', "a b", "k.l", "1", "true", "A")


def random_block(chance: random.Random) -> str:
    lines = []
    for _ in range(chance.randint(1, 5)):
        scalar = chance.choice(SCALARS)
        lines.append(f"{chance.choice(KEYS)}: {scalar}")
        if scalar and chance.random() < 0.1:  # behind nothing Hugo takes any line for the value
            lines.append(chance.choice(("# c", "", "losse tekst", "  ", "---x", "<b>", "k:")))
    return "\n".join(lines) + "\n"


def test_thousands_of_random_blocks_are_read_as_hugo_reads_them(hugo: str) -> None:
    chance = random.Random(20251120)  # noqa: S311
    blocks = sorted({random_block(chance) for _ in range(4000)})
    different: list[tuple[object, ...]] = []
    for block, theirs in zip(blocks, decoded(hugo, blocks, "yaml"), strict=True):
        result = parse_front_matter(SourceText(f"---\n{block}---\n"))
        assert result.front_matter is not None
        if bool(result.problems) != (theirs is ValueError):
            different.append((block, theirs, result.problems))
        elif not result.problems and theirs is not None and not same(result.front_matter.root.python, theirs):
            different.append((block, theirs, result.front_matter.root.python))
    assert different == []


def same(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {str(key) for key in ours} == set(theirs) and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(ours, float) and isinstance(theirs, int | float):
        return math.isclose(ours, theirs)
    return bool(ours == theirs)


DAYS = (
    "2025-11-20",
    "2025-1-5",
    "2025-02-30",
    "20 Nov 2025",
    "20 nov 2025",
    "05 Nov 25",
    "2025/11/20",
    "Thu, 20 Nov 2025",
    "20-11-2025",
)
TIMES = (
    "",
    "T07:00:00",
    "T7:00:00",
    " 07:00:00",
    "T07:00",
    "T24:00:00",
    "T07:00:00.123",
    " 07:00:00,5",
    "t07:00:00",
    " 7:00",
)
ZONES = ("", "Z", "+02:00", "+0200", " +02:00", " +0100", " CET", " +0100 CET", "+02", "z")
OTHER = ("Thu Nov 20 07:00:00 2025", "Thu Nov 20 07:00:00 CET 2025", "Thursday, 20-Nov-25 07:00:00 CET", "20 Nov 25 07:00 +0100", "20251120", "morgen")  # fmt: skip


def test_dates_are_those_hugo_reads(hugo: str) -> None:
    texts = [day + time + zone for day in DAYS for time in TIMES for zone in ZONES] + [*OTHER]
    template = """\
{{ $found := slice -}}
{{ range hugo.Data.texts }}{{ $try := try (time.AsTime .) -}}
{{ $date := "" }}{{ if not $try.Err }}{{ $date = $try.Value.Format "2006-01-02T15:04:05.999999Z07:00" }}{{ end -}}
{{ $found = $found | append $date }}{{ end }}{{ $found | jsonify | safeHTML }}
"""
    found = build(hugo, {"layouts/home.html": template, "data/texts.json": json.dumps(texts)})
    for text, theirs in zip(texts, json.loads(found["index.html"]), strict=True):
        date = parse_date(text)
        ours = None
        if date is not None:
            ours = date.moment if date.moment.tzinfo else date.moment.replace(tzinfo=AMSTERDAM)
        assert ours == (dt.datetime.fromisoformat(theirs) if theirs else None), text
