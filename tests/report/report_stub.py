"""A road that answers with the report made by hand, so that the shell is tested alone."""

from typing import Any

from report_flagship import FLAGSHIP

from nktrade.report.report import Report


class StubRoad:
    """Every call that was made, and the report that answers it."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, list[Any], dict[str, Any]]] = []
        self.report: Report = FLAGSHIP

    def check(self, source: list[Any], **options: Any) -> Report:  # noqa: ANN401 - any option
        self.calls.append(("check", source, options))
        return self.report

    def read(self, source: list[Any], **options: Any) -> Report:  # noqa: ANN401 - any option
        self.calls.append(("read", source, options))
        return self.report
