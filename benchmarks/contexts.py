"""A plugin for pytest under coverage: which test entered which line.

What a fixture enters counts for every test of the file, for the first that asks builds it for all.
"""

from collections.abc import Iterator

import coverage
import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    _enter(item.nodeid.partition("::")[0])
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    _enter(item.nodeid)
    return (yield)


def _enter(name: str) -> None:
    measured = coverage.Coverage.current()
    if measured is not None:
        measured.switch_context(name)
