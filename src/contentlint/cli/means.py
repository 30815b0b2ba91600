"""The options that say what a run may use: the cache, and other processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click

from contentlint.cli.options import NUMBER, no_cache
from contentlint.cli.reporting import UsageProblem
from contentlint.cli.speaking import Option
from contentlint.config import Settings
from contentlint.engine.run import Means
from contentlint.engine.timing import Timing
from contentlint.engine.workers import Workers, available, cluster, may_share, pool
from contentlint.rules.base import Message
from contentlint.text.records import NamedTuple

_NO_DASK: Final = Message(
    en="--executor needs Dask, which is not installed. Install it with: pip install 'contentlint[dask]'",
    nl="--executor heeft Dask nodig, en dat is niet geïnstalleerd. Installeer het met: pip install 'contentlint[dask]'",
)
_NO_CLUSTER: Final = Message(
    en="No Dask cluster answers at {address} ({reason}).",
    nl="Op {address} antwoordt geen Dask-cluster ({reason}).",
)
_NO_ADDRESS: Final = Message(
    en="--executor must be the address of a Dask cluster, such as dask://localhost:8786; {address} is none.",
    nl="--executor moet het adres van een Dask-cluster zijn, zoals dask://localhost:8786; {address} is dat niet.",
)
_BOTH: Final = Message(
    en="--jobs is for this machine and --executor for others; use one of them.",
    nl="--jobs is voor deze computer en --executor voor andere; gebruik er één.",
)


class Asked(NamedTuple):
    """What the options say, as click gives it."""

    no_cache: bool = False
    jobs: int | None = None
    executor: str | None = None
    timing: bool = False

    def refuse_mixture(self) -> None:
        """Refuse options that make no sense.

        Raises:
            UsageProblem: with what is wrong.
        """
        if self.jobs is not None and self.executor is not None:
            raise UsageProblem(_BOTH())
        if self.executor is not None and not self.executor.startswith("dask://"):
            raise UsageProblem(_NO_ADDRESS(address=self.executor))

    @contextmanager
    def means(self, settings: Settings) -> Iterator[Means]:
        """Give what the run may use, and close it behind the run.

        Raises:
            UsageProblem: the cluster cannot be used.
        """
        if self.timing:
            timing = Timing()
            yield Means(timing=timing)
            _show(timing)
            return
        with self._workers(settings) as workers:
            if self.no_cache or settings.languagetool.enabled:  # LanguageTool's findings depend on a server's state
                yield Means(None, workers)
                return
            from contentlint.engine.cache import Cache  # noqa: PLC0415 - only with a cache

            cache = Cache(settings)
            try:
                yield Means(cache, workers)
            finally:
                cache.close()

    @contextmanager
    def _workers(self, settings: Settings) -> Iterator[Workers | None]:
        count = self.jobs or available()
        if not may_share(settings) or (count == 1 and self.executor is None):
            yield None
            return
        if self.executor is None:
            workers = Workers(settings, count, lambda: pool(count))
            try:
                yield workers
            finally:
                workers.close()
            return
        try:
            found = cluster(self.executor)
        except ImportError:
            raise UsageProblem(_NO_DASK()) from None
        except (OSError, ValueError) as error:
            reason = str(error).partition("\n")[0] or type(error).__name__
            raise UsageProblem(_NO_CLUSTER(address=self.executor, reason=reason)) from None
        try:
            yield Workers(settings, found.processes, lambda: found.executor)
        finally:
            found.close()


def _show(timing: Timing) -> None:
    """Write down what took how long, the longest first."""
    for title, table in (("stage", timing.stages), ("rule", timing.rules)):
        click.echo(f"{title:<40} {'CPU ms':>9} {'calls':>9}", err=True)
        for name, (seconds, count) in sorted(table.items(), key=lambda item: -item[1][0]):
            click.echo(f"{name:<40} {seconds * 1000:>9.1f} {count:>9}", err=True)


def options() -> list[Option]:
    """Return the options."""
    return [
        no_cache(),
        Option(
            ["--jobs", "-j"],
            type=click.IntRange(1),
            metavar=NUMBER,
            help=Message(
                en="How many processes check files. Default: one for each processor, when there is much to do.",
                nl="Hoeveel processen bestanden bekijken. Standaard: één per processor, als er veel te doen is.",
            ),
        ),
        Option(
            ["--timing"],
            is_flag=True,
            help=Message(
                en="Say on standard error what took how long, by stage and by rule; in one process, without the cache.",
                nl="Zeg op de foutuitvoer hoe lang wat duurde, per stap en per regel; in één proces, zonder cache.",
            ),
        ),
        Option(
            ["--executor"],
            metavar=Message(en="dask://HOST:PORT", nl="dask://HOST:POORT"),
            help=Message(
                en="Have files checked by a Dask cluster.", nl="Laat bestanden bekijken door een Dask-cluster."
            ),
        ),
    ]
