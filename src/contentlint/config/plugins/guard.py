"""Keeps the code of plug-ins from harming a run: it may not hang, print between results, or change the working folder."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any, Final, Self

SECONDS: Final = 10.0
"""How long plug-in code may take for one call; it is stopped within twice that time."""


class TookTooLongError(BaseException):
    """Plug-in code was stopped because of the time it took. No ``except Exception`` of the plug-in's own catches it."""

    def __init__(self) -> None:
        super().__init__(f"stopped, since it took more than {SECONDS:g} seconds")


FAILURES: Final = (Exception, SystemExit, TookTooLongError)
"""What plug-in code may end with. A person's Ctrl-C is none of it."""


class Guard:
    """Watches over calls of plug-in code.

    Entered once for many calls, since it costs more to set up than a call::

        with Guard() as guard:
            for call in calls:
                with guard.watch():
                    call()

    While it is entered, standard output leads to standard error: results for machines stay whole. A call that takes too
    long ends with ``TookTooLongError``, as far as Python can stop it: always where it runs Python code, and in the main
    thread also within regular expressions. A change of the working folder, from any thread, is refused with an error.
    """

    def __init__(self) -> None:
        self._calls = 0
        self._seen = -1
        self._inside = False
        self._clock: _Alarm | _Watchdog | None = None
        self._stdout: Any = None

    def __enter__(self) -> Self:
        import signal  # noqa: PLC0415 - only where there is code of plug-ins
        import threading  # noqa: PLC0415 - as above

        _refuse_new_folders()
        self._stdout, sys.stdout = sys.stdout, sys.stderr
        in_main_thread = threading.current_thread() is threading.main_thread()
        self._clock = _Alarm(self) if in_main_thread and hasattr(signal, "setitimer") else _Watchdog(self)
        return self

    def __exit__(self, *_: object) -> None:
        if self._clock is not None:
            self._clock.stop()
        sys.stdout = self._stdout

    def watch(self) -> _Watch:
        """Return the context of one call."""
        return _Watch(self)

    def begin(self) -> None:
        """Note that a call begins."""
        global _watched  # noqa: PLW0603 - the hook that refuses new folders has no other way to know
        self._calls += 1
        self._inside = True
        _watched += 1

    def end(self) -> None:
        """Note that it has ended."""
        global _watched  # noqa: PLW0603 - as above
        self._inside = False
        _watched -= 1

    def is_stuck(self) -> bool:
        """Whether the call of now was there already when this was asked before."""
        seen, self._seen = self._seen, self._calls
        return self._inside and seen == self._calls


class _Watch:
    """One call under a guard."""

    __slots__ = ("_guard",)

    def __init__(self, guard: Guard) -> None:
        self._guard: Final = guard

    def __enter__(self) -> None:
        self._guard.begin()

    def __exit__(self, *_: object) -> None:
        self._guard.end()


class _Alarm:
    """Looks at a guard in the main thread, by a timer of the system."""

    def __init__(self, guard: Guard) -> None:
        import signal  # noqa: PLC0415 - as above

        self._guard: Final = guard
        self._signal: Final = signal
        self._before: Final = signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, SECONDS, SECONDS)

    def _look(self, _number: int, _frame: FrameType | None) -> None:
        if self._guard.is_stuck():
            raise TookTooLongError

    def stop(self) -> None:
        self._signal.setitimer(self._signal.ITIMER_REAL, 0)
        self._signal.signal(self._signal.SIGALRM, self._before)


class _Watchdog:
    """Looks at a guard from a thread beside it, where there is no such timer."""

    def __init__(self, guard: Guard) -> None:
        import threading  # noqa: PLC0415 - as above

        self._guard: Final = guard
        self._thread: Final = threading.get_ident()
        self._stopped: Final = threading.Event()
        threading.Thread(target=self._look, name="contentlint-guard", daemon=True).start()

    def _look(self) -> None:
        while not self._stopped.wait(SECONDS):
            if self._guard.is_stuck():
                import ctypes  # noqa: PLC0415 - costs 6 ms, and few runs need it

                raise_ = ctypes.pythonapi.PyThreadState_SetAsyncExc
                raise_(ctypes.c_ulong(self._thread), ctypes.py_object(TookTooLongError))

    def stop(self) -> None:
        self._stopped.set()


_watched = 0
_is_hooked = False


def _refuse_new_folders() -> None:
    """Have Python refuse to change the working folder while plug-in code runs; a hook can never be taken out."""
    global _is_hooked  # noqa: PLW0603 - once for a process
    if not _is_hooked:
        sys.addaudithook(_hook)
        _is_hooked = True


def _hook(event: str, _arguments: tuple[Any, ...]) -> None:
    if event == "os.chdir" and _watched:
        message = "a plug-in may not change the working folder"
        raise PermissionError(message)
