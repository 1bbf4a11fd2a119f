"""A plugin for pytest under coverage: which test entered which line, and what each test cost.

What a fixture enters counts for every test of the file, for the first that asks builds it for all.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

TIMES = Path(__file__).resolve().parents[1] / ".coverage.times.json"
"""Seconds of the processor by test, of those that passed."""


class Times:
    """Keeps what each passed test cost, and writes it at the end."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        _enter(item.nodeid)
        start = time.process_time()
        result = yield
        self.seconds[item.nodeid] = round(time.process_time() - start, 3)
        return result

    def pytest_sessionfinish(self) -> None:
        TIMES.write_text(json.dumps(self.seconds, indent=0), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Times())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    _enter(item.nodeid.partition("::")[0])
    return (yield)


def _enter(name: str) -> None:
    measured = coverage.Coverage.current()
    if measured is not None:
        measured.switch_context(name)
