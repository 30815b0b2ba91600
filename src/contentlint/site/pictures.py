"""What a picture's file says of itself: read from its head and its tail, never decoded whole."""

from __future__ import annotations

import os
import warnings
from typing import Any, BinaryIO, Final, NamedTuple

from contentlint.site.files import SiteFiles

_TAIL: Final = 4096
_FORMATS: Final = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".bmp": "BMP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
_SAME: Final = {"MPO": "JPEG"}
_GPS: Final = 0x8825
_ARTIST: Final = 0x013B
_PRIVATE_TAGS: Final = (0xA430, 0xA431)  # CameraOwnerName, BodySerialNumber
_EXIF: Final = 0x8769
_FRAMES: Final = 1000


class Picture(NamedTuple):
    """What is known of a picture's file.

    Attributes:
        size: bytes.
        format: the real format as Pillow names it, such as ``JPEG``; empty when it is none.
        expected: the format its name promises.
        cut_off: whether its end is missing.
        width: pixels.
        height: pixels.
        seconds: how long it moves; 0 for a still picture. One that repeats without end moves on.
        endless: whether it repeats without end.
        place: whether it tells where it was taken.
        owner: whether it names its maker or camera.
    """

    size: int
    format: str
    expected: str
    cut_off: bool = False
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    endless: bool = False
    place: bool = False
    owner: bool = False


def read_picture(files: SiteFiles, path: str) -> Picture | None:
    """Return what is known of a picture below the site's root; None when it cannot be judged.

    Vector pictures, formats that Pillow may not have, and pointers to files kept elsewhere are not judged.
    """
    expected = _FORMATS.get("." + path.rpartition(".")[2].lower())
    file = files.open(path) if expected else None
    if file is None or not expected:
        return None
    with file:
        head = file.read(64)
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - _TAIL, 0))
        tail = file.read(_TAIL)
        file.seek(0)
        if head.startswith(b"version https://git-lfs"):
            return None
        return _read(file, head, tail, Picture(size, "", expected))


def _read(file: BinaryIO, head: bytes, tail: bytes, unknown: Picture) -> Picture:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - costs 20 ms, and only pages with pictures need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file) as image:
                found = _SAME.get(image.format or "", image.format or "")
                place, owner = _metadata(image)
                return unknown._replace(
                    format=found,
                    cut_off=_is_cut_off(head, tail, unknown.size, found),
                    width=image.width,
                    height=image.height,
                    seconds=_seconds(image),
                    endless=image.info.get("loop") == 0,
                    place=place,
                    owner=owner,
                )
    except UnidentifiedImageError:
        return unknown
    except Exception:  # noqa: BLE001 - a decoder may raise anything on a hostile file
        return unknown._replace(format=unknown.expected, cut_off=True)


def _metadata(image: Any) -> tuple[bool, bool]:
    """Return whether a picture tells its place, and whether it tells its maker."""
    exif = image.getexif()
    if not exif:
        return False, False
    gps = exif.get_ifd(_GPS)
    private = exif.get_ifd(_EXIF)
    owner = bool(str(exif.get(_ARTIST) or "").strip("\0 ")) or any(
        str(private.get(tag) or "").strip("\0 ") for tag in _PRIVATE_TAGS
    )
    return 2 in gps and 4 in gps, owner


def _seconds(image: Any) -> float:
    """Return how long a picture moves."""
    frames = min(int(getattr(image, "n_frames", 1)), _FRAMES)
    if frames < 2:
        return 0.0
    total = 0.0
    for index in range(frames):
        image.seek(index)
        total += float(image.info.get("duration") or 0)
    return total / 1000


def _is_cut_off(head: bytes, tail: bytes, size: int, found: str) -> bool:
    """Whether the end that every file of the format has is missing."""
    if found == "JPEG":
        return b"\xff\xd9" not in tail
    if found == "PNG":
        return b"IEND" not in tail
    if found == "GIF":
        return b"\x3b" not in tail[-64:]
    return found == "WEBP" and int.from_bytes(head[4:8], "little") + 8 > size
