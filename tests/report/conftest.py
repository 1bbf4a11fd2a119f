"""What the tests of reports share."""

import pytest
from report_stub import StubRoad

from nktrade import road


@pytest.fixture
def stub_road(monkeypatch: pytest.MonkeyPatch) -> StubRoad:
    """The road replaced by one that answers with the flagship and remembers the call."""
    stub = StubRoad()
    monkeypatch.setattr(road, "check", stub.check, raising=False)
    monkeypatch.setattr(road, "read", stub.read, raising=False)
    return stub
