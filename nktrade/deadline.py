"""Deadlines: work that takes longer than its limit ends in an error that says so."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from nktrade.errors import NktradeError

MAX_SECONDS = 3600
"""Of one command; where a journal is kept, of one chunk of documents."""


class DeadlineError(NktradeError):
    """An answer took longer than its limit."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """The body, ended where so many seconds have gone by.

    Only the main thread of a system with alarms has a limit.

    Raises: DeadlineError, at the limit.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer"):
        yield
        return

    def late(_number: int, _frame: object) -> None:
        raise DeadlineError(
            f"found no answer in {seconds:,} seconds, expected one; raise the limit with "
            "--max-seconds, or let a folder go on where it stopped with --resume"
        )

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
