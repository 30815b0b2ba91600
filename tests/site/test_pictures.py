"""What is said of picture files, good and bad."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from contentlint.site import Picture, PictureFault, read_picture
from contentlint.site.files import SiteFiles

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'


def look(folder: Path, name: str, content: bytes | str) -> Picture:
    """Return what is said of a file with that content."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    found = read_picture(SiteFiles(folder), name)
    assert found is not None
    return found


def painted(format_: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """Return a picture that does not compress to nothing."""
    picture = Image.effect_noise(size, 80).convert("RGB")
    buffer = io.BytesIO()
    picture.save(buffer, format_, **options)
    return buffer.getvalue()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def moving(format_: str, *, frames: int, size: tuple[int, int] = (4, 4), milliseconds: int = 100) -> bytes:
    pictures = [Image.new("RGB", size, (number * 5 % 255, 0, 0)) for number in range(frames)]
    buffer = io.BytesIO()
    pictures[0].save(buffer, format_, save_all=True, append_images=pictures[1:], duration=milliseconds, loop=0)
    return buffer.getvalue()


FORMATS = {"a.jpg": "JPEG", "a.png": "PNG", "a.gif": "GIF", "a.webp": "WEBP", "a.bmp": "BMP", "a.tiff": "TIFF"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_sound_picture_has_no_fault(tmp_path: Path, name: str) -> None:
    found = look(tmp_path, name, painted(FORMATS[name]))
    assert (found.fault, found.format, found.width, found.height) == (None, FORMATS[name], 40, 30)


@pytest.mark.parametrize("name", [*FORMATS, "a.svg"])
def test_an_empty_file_is_called_empty(tmp_path: Path, name: str) -> None:
    assert look(tmp_path, name, b"").fault is PictureFault.EMPTY


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_damaged(tmp_path: Path, name: str, share: float) -> None:
    whole = painted(FORMATS[name], (200, 200))
    assert look(tmp_path, name, whole[: int(len(whole) * share)]).fault is PictureFault.DAMAGED


def test_a_truncated_gif_is_damaged_unless_it_happens_to_end_like_a_whole_one(tmp_path: Path) -> None:
    whole = painted("GIF", (200, 200))
    cuts = [cut for cut in range(2000, len(whole) - 64, 97) if b";" not in whole[cut - 64 : cut]]
    assert {look(tmp_path, "a.gif", whole[:cut]).fault for cut in cuts[:20]} == {PictureFault.DAMAGED}


@pytest.mark.parametrize("name", [*FORMATS, "a.svg"])
def test_a_text_is_no_picture(tmp_path: Path, name: str) -> None:
    assert look(tmp_path, name, "This is a text.\n").fault is PictureFault.NO_PICTURE


def test_a_decompression_bomb_is_named_and_not_unpacked(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", b"x") + png_chunk(b"IEND", b"")
    assert look(tmp_path, "a.png", bomb).fault is PictureFault.TOO_LARGE


def test_a_moving_picture_tells_how_long_it_moves(tmp_path: Path) -> None:
    found = look(tmp_path, "a.gif", moving("GIF", frames=20))
    assert found.seconds == pytest.approx(2.0)
    assert found.endless


def test_only_the_first_frames_of_a_very_large_moving_picture_are_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contentlint.site.pictures._PIXELS", 10 * 16)
    assert look(tmp_path, "a.gif", moving("GIF", frames=50)).seconds == pytest.approx(1.0)


def test_broken_exif_harms_nothing(tmp_path: Path) -> None:
    found = look(tmp_path, "a.jpg", painted("JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"))
    assert (found.fault, found.place, found.owner) == (None, False, False)


def test_a_pointer_to_a_file_kept_elsewhere_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    assert read_picture(SiteFiles(tmp_path), "a.png") is None


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (SVG.format("<title>Ice</title>"), None),
        ('<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n' + SVG.format(""), None),
        ("﻿" + SVG.format(""), None),
        ('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', None),
        (SVG.format("<g>"), PictureFault.DAMAGED),
        (SVG.format("<path d='M0 0'/>")[:-7], PictureFault.DAMAGED),
        (SVG.format("<b a=1/>"), PictureFault.DAMAGED),
        ("<svg/>", PictureFault.NO_NAMESPACE),
        ("<!DOCTYPE html>\n<html><body>404</body></html>", PictureFault.NO_PICTURE),
        ('<?xml version="1.0" encoding="no-such"?>' + SVG.format(""), PictureFault.NO_PICTURE),
    ],
)
def test_an_svg_is_judged_as_browsers_show_it(tmp_path: Path, content: str, fault: PictureFault | None) -> None:
    assert look(tmp_path, "a.svg", content).fault is fault


@pytest.mark.parametrize(
    ("content", "script"),
    [
        ("<path d='M0 0'/><a href='https://example.org/'/>", False),
        ("<script>alert(1)</script>", True),
        ("<g onload='alert(1)'/>", True),
        ("<a href=' JavaScript:alert(1)'/>", True),
        ("<a xmlns:l='http://www.w3.org/1999/xlink' l:href='javascript:alert(1)'/>", True),
    ],
)
def test_scripts_in_an_svg_are_seen(tmp_path: Path, content: str, script: bool) -> None:  # noqa: FBT001 - a parameter
    assert look(tmp_path, "a.svg", SVG.format(content)).script is script


def test_entities_that_multiply_are_stopped(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    bomb = f'<!DOCTYPE svg [<!ENTITY e0 "ha">{entities}]>' + SVG.format("<text>&e9;</text>")
    assert look(tmp_path, "a.svg", bomb).fault is PictureFault.DAMAGED


def test_an_entity_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("<script/>")
    text = '<!DOCTYPE svg [<!ENTITY e SYSTEM "secret.txt">]>' + SVG.format("&e;")
    found = look(tmp_path, "a.svg", text)
    assert (found.fault, found.script) == (None, False)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([*FORMATS, "a.svg"]), st.sampled_from([0, 12, 40]))
def test_any_bytes_get_a_verdict(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str, kept: int
) -> None:
    folder = tmp_path_factory.getbasetemp()
    head = painted(FORMATS[name])[:kept] if name in FORMATS else b""
    assert look(folder, name, head + content).expected


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif"])
def test_the_kind_counts_and_not_the_name(tmp_path: Path, name: str) -> None:
    found = look(tmp_path, name, painted("BMP"))
    assert (found.format, found.fault) == ("BMP", None)
