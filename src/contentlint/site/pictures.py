"""What a picture's file says of itself: read from its head and its tail, never decoded whole."""

from __future__ import annotations

import enum
import os
import warnings
from typing import Any, BinaryIO, Final

from contentlint.site.files import SiteFiles
from contentlint.site.vector_pictures import Verdict, read_svg
from contentlint.text.records import NamedTuple

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
    ".svg": "SVG",
}
_SAME: Final = {"MPO": "JPEG"}
_GPS: Final = 0x8825
_ARTIST: Final = 0x013B
_PRIVATE_TAGS: Final = (0xA430, 0xA431)  # CameraOwnerName, BodySerialNumber
_EXIF: Final = 0x8769
_FRAMES: Final = 1000
_PIXELS: Final = 50_000_000
"""How many pixels of a moving picture are unpacked to learn how long it moves."""


class PictureFault(enum.Enum):
    """Why a file cannot be shown as a picture.

    EMPTY has no bytes at all; NO_PICTURE is something else; DAMAGED lacks a part or is wrong inside; TOO_LARGE says that it
    has more pixels than programs are willing to unpack; NO_NAMESPACE is an SVG that does not say so, which browsers show
    inside a page only.
    """

    EMPTY = "empty"
    NO_PICTURE = "no picture"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    NO_NAMESPACE = "no namespace"


class Picture(NamedTuple):
    """What is known of a picture's file.

    Attributes:
        size: bytes.
        format: the real format as Pillow names it, such as ``JPEG``; empty when it is none.
        expected: the format its name promises.
        fault: why it cannot be shown; None when it can.
        width: pixels.
        height: pixels.
        seconds: how long it moves; 0 for a still picture. One that repeats without end moves on.
        endless: whether it repeats without end.
        place: whether it tells where it was taken.
        owner: whether it names its maker or camera.
        script: whether it holds a script, as an SVG may.
    """

    size: int
    format: str
    expected: str
    fault: PictureFault | None = None
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    endless: bool = False
    place: bool = False
    owner: bool = False
    script: bool = False


def read_picture(files: SiteFiles, path: str) -> Picture | None:
    """Return what is known of a picture below the site's root; None when it cannot be judged.

    Formats that Pillow may not have and pointers to files kept elsewhere are not judged.
    """
    expected = _FORMATS.get("." + path.rpartition(".")[2].lower())
    file = files.open(path) if expected else None
    if file is None or not expected:
        return None
    with file:
        head = file.read(64)
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        unknown = Picture(size, "", expected)
        if not head:
            return unknown._replace(fault=PictureFault.EMPTY)
        if head.startswith(b"version https://git-lfs"):
            return None
        return _of_svg(file, unknown) if expected == "SVG" else _of_pixels(file, head, unknown)


_SVG_FAULTS: Final = {
    Verdict.OTHER: PictureFault.NO_PICTURE,
    Verdict.BROKEN: PictureFault.DAMAGED,
    Verdict.NO_NAMESPACE: PictureFault.NO_NAMESPACE,
}


def _of_svg(file: BinaryIO, unknown: Picture) -> Picture:
    verdict, script = read_svg(file)
    found = "" if verdict is Verdict.OTHER else "SVG"
    return unknown._replace(format=found, fault=_SVG_FAULTS.get(verdict), script=script)


def _of_pixels(file: BinaryIO, head: bytes, unknown: Picture) -> Picture:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - costs 20 ms, and only pages with pictures need it

    file.seek(max(unknown.size - _TAIL, 0))
    tail = file.read(_TAIL)
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(file)
        except UnidentifiedImageError:
            return unknown._replace(fault=PictureFault.NO_PICTURE)
        except Image.DecompressionBombError:
            return unknown._replace(format=unknown.expected, fault=PictureFault.TOO_LARGE)
        except Exception:  # noqa: BLE001 - a decoder may raise anything on a hostile file
            return unknown._replace(format=unknown.expected, fault=PictureFault.DAMAGED)
        with image:
            found = _SAME.get(image.format or "", image.format or "")
            cut_off = _is_cut_off(head, tail, unknown.size, found)
            place, owner = _metadata(image)
            return unknown._replace(
                format=found,
                fault=PictureFault.DAMAGED if cut_off else None,
                width=image.width,
                height=image.height,
                seconds=_seconds(image),
                endless=image.info.get("loop") == 0,
                place=place,
                owner=owner,
            )


def _metadata(image: Any) -> tuple[bool, bool]:
    """Return whether a picture tells its place, and whether it tells its maker."""
    try:
        exif = image.getexif()
        if not exif:
            return False, False
        gps = exif.get_ifd(_GPS)
        private = exif.get_ifd(_EXIF)
    except Exception:  # noqa: BLE001 - what is broken here says nothing, and the picture shows all the same
        return False, False
    owner = bool(str(exif.get(_ARTIST) or "").strip("\0 ")) or any(
        str(private.get(tag) or "").strip("\0 ") for tag in _PRIVATE_TAGS
    )
    return 2 in gps and 4 in gps, owner


def _seconds(image: Any) -> float:
    """Return how long a picture moves; of a very large one only how long its first frames take."""
    total = 0.0
    try:
        frames = min(int(getattr(image, "n_frames", 1)), _FRAMES, _PIXELS // max(image.width * image.height, 1))
        if frames > 1:
            for index in range(frames):
                image.seek(index)
                total += float(image.info.get("duration") or 0)
    except Exception:  # noqa: BLE001 - a frame that cannot be unpacked is the last that shows
        return total / 1000
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
