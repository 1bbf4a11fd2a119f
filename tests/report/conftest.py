"""What the tests of reports share."""

from collections.abc import Iterator

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt
from report_figures import EXAMPLE
from report_stub import StubRoad

import nktrade as nk
from nktrade import road


@pytest.fixture
def stub_road(monkeypatch: pytest.MonkeyPatch) -> StubRoad:
    """The road replaced by one that answers with the flagship and remembers the call."""
    stub = StubRoad()
    monkeypatch.setattr(road, "check", stub.check, raising=False)
    monkeypatch.setattr(road, "read", stub.read, raising=False)
    return stub


@pytest.fixture(scope="session")
def flagship() -> nk.Report:
    """The bundled brief of June 2018, checked."""
    return nk.check(EXAMPLE)


@pytest.fixture
def no_window() -> Iterator[None]:
    """Drawn without a screen, and cleared away afterwards."""
    mpl.use("Agg")
    yield
    plt.close("all")
