"""A pytest plugin: texts, ledgers and workbooks of trade figures are test items.

    pytest --nktrade ledgers/ june.md

With ``--nktrade`` every file named is an item, and in folders every file that fits the ini option
``nktrade_files``. An item fails where a finding is at or above ``--nktrade-fail-on``, or where the
file cannot be read. The settings of ``[tool.nktrade]`` hold. In a test of your own:

    @pytest.mark.nktrade("june.md", against="none")     # a path beside the test, and options
    def test_june(nktrade_report):
        nktrade_report.require_none()

    def test_brief(nktrade_check):                      # nktrade.check with the settings
        assert nktrade_check("Exports fell to $2.1 million.").findings.empty
"""

import fnmatch
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from nktrade.errors import NktradeError

if TYPE_CHECKING:
    from nktrade.core.documents import Unread
    from nktrade.report.finding import Finding
    from nktrade.report.report import Report

_FILES = ("*.md", "*.txt", "*.html", "*.htm", "*.csv", "*.xlsx", "*.xls", "*.pdf")
_REMEDY = (
    "to do: look it up and mend the figure; where it may stand as printed, say why and until when "
    "in pyproject.toml:"
)


class FileFindingsError(NktradeError):
    """A file of figures holds findings, or cannot be read."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options ``--nktrade`` and ``--nktrade-fail-on``, and the ini option ``nktrade_files``."""
    group = parser.getgroup("nktrade", "nktrade: figures that cannot all be true")
    group.addoption(
        "--nktrade", action="store_true", help="check texts, ledgers and workbooks as test items"
    )
    group.addoption(
        "--nktrade-fail-on",
        choices=("error", "warning"),
        default="error",
        help="lowest severity that fails an item; default: error",
    )
    parser.addini(
        "nktrade_files",
        type="args",
        default=list(_FILES),
        help=f"names of the files that are items in folders; default: {' '.join(_FILES)}",
    )


def pytest_configure(config: pytest.Config) -> None:
    """The marker ``nktrade`` is known."""
    config.addinivalue_line(
        "markers",
        "nktrade(path, **options): the file that the fixture nktrade_report checks; "
        "every item of --nktrade bears it too",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CheckedFile | None":
    """The file as a collector of its item, where it was named or its name fits."""
    config = parent.config
    if not config.getoption("nktrade") or file_path.suffix == ".py":
        return None
    patterns: list[str] = config.getini("nktrade_files")
    is_wanted = any(fnmatch.fnmatch(file_path.name, one) for one in patterns)
    if not is_wanted and not parent.session.isinitpath(file_path):
        return None
    return CheckedFile.from_parent(parent, path=file_path)


class CheckedFile(pytest.File):
    """A file of figures."""

    def collect(self) -> Iterator["CheckedItem"]:
        """The one item of the file."""
        item = CheckedItem.from_parent(self, name="figures")
        item.add_marker("nktrade")
        yield item


class CheckedItem(pytest.Item):
    """The figures of one file, held against each other and the baselines of the project."""

    def runtest(self) -> None:
        """The file checked.

        Raises: FileFindingsError where it cannot be read or a finding is severe enough.
        """
        report = _checked(Path(os.path.relpath(self.path)), beside=self.path)
        fail_on: str = self.config.getoption("nktrade_fail_on")
        if told := list(_failures(report, fail_on)):
            raise FileFindingsError("\n\n".join(told))

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: Any = None,  # noqa: ANN401 - pytest gives its type no public name
    ) -> Any:  # noqa: ANN401 - as above
        """The message alone where nktrade speaks; a traceback would say nothing more."""
        if isinstance(excinfo.value, NktradeError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """The file, and what is said of it."""
        return self.path, None, f"{os.path.relpath(self.path)}: figures"


@pytest.fixture
def nktrade_check(request: pytest.FixtureRequest) -> "Callable[..., Report]":
    """``nktrade.check`` with the settings of the project that the test belongs to."""

    def check(source: Any, **options: Any) -> "Report":  # noqa: ANN401 - what nktrade.check takes
        return _checked(source, beside=request.path, **options)

    return check


@pytest.fixture
def nktrade_report(
    request: pytest.FixtureRequest, nktrade_check: "Callable[..., Report]"
) -> "Report":
    """The report of the file named by the marker ``nktrade``, a path beside the test."""
    marker = request.node.get_closest_marker("nktrade")
    if marker is None or len(marker.args) != 1:
        raise pytest.UsageError(
            f"{request.node.nodeid}: found no file for nktrade_report, expected one; "
            'mark the test with @pytest.mark.nktrade("FILE")'
        )
    return nktrade_check(request.path.parent / marker.args[0], **marker.kwargs)


def _checked(source: Any, *, beside: Path, **options: Any) -> "Report":  # noqa: ANN401 - as above
    """The source under the settings at or above a path."""
    from nktrade import road, settings  # noqa: PLC0415 - pytest starts without the whole road

    wanted = settings.settings_for([beside])
    report = road.check(source, **wanted.options() | options)
    return wanted.applied(report, settings.today())


def _failures(report: "Report", fail_on: str) -> Iterator[str]:
    """Every file that could not be read, then every finding that is severe enough, in full."""
    from nktrade.report.finding import SEVERITIES, findings_of  # noqa: PLC0415 - as above

    yield from _not_read(report.unread)
    level = [one.value for one in SEVERITIES].index(fail_on)
    for finding in findings_of(report):
        if SEVERITIES.index(finding.severity) <= level:
            yield _told(finding)


def _not_read(unread: "Iterable[Unread]") -> Iterator[str]:
    return (f"not read: {one.reason}" for one in unread)


def _told(finding: "Finding") -> str:
    """Place, excerpt, explanation and remedy."""
    from nktrade.report.accepting import entry  # noqa: PLC0415 - as above
    from nktrade.report.explanation import explanation  # noqa: PLC0415 - as above

    lines = "\n".join(f"    {line}" for line in entry(finding).splitlines())
    return f"{explanation(finding)}\n  {_REMEDY}\n{lines}"
