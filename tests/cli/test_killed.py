"""A run of ``--fix`` that is killed harms no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from benchmarks.kill_fix import harm, kills


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_a_kill_at_any_moment_leaves_every_file_whole(tmp_path: Path) -> None:
    site = tmp_path / "origin"
    (site / "content").mkdir(parents=True)
    for number in range(120):
        text = f"---\ntitle: Bericht {number}\n---\n\n" + "Een zin  met te veel wit erin.\n\n" * 5
        (site / "content" / f"bericht{number}.md").write_text(text, "utf-8")
    found = kills(site, tmp_path / "work", ["--select", "TY001"], times=20, seed=7)
    assert [kill.harmed for kill in found] == [()] * 20
    assert sum(0 < kill.mended < 120 for kill in found) >= 3, "the kills came too early or too late to tell anything"


def test_harm_is_noticed() -> None:
    before, after = {"a.md": b"old", "b.md": b"old"}, {"a.md": b"new", "b.md": b"new"}
    assert harm(before, after, {"a.md": b"new", "b.md": b"old"}).harmed == ()
    assert harm(before, after, {"a.md": b"", "b.md": b"old"}).harmed == ("a.md",)
    assert harm(before, after, {"b.md": b"ne"}).harmed == ("a.md", "b.md")
    left = harm(before, after, {**before, ".a.md.x1.tmp": b"ne", "c.md": b""})
    assert (left.harmed, left.unfinished) == (("c.md",), 1)
