"""Every notebook runs from top to bottom without a network, and shows what its words promise."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jupytext
import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
Shown = dict[str, Any]  # Any: the names of a notebook
PROMISES: dict[str, Callable[[Shown], bool]] = {
    "1_from_an_article_to_a_finding": lambda shown: (
        set(shown["likely"].values()) == {"12,955,000 USD", "USD 241.93 million"}
    ),
    "2_a_month_against_customs": lambda shown: (
        shown["severities"] == {"wire": [], "weekly": ["error"], "later": []}
        and list(map(str, shown["month"].baseline["holds"])) == ["True", "False", "<NA>", "True"]
        and list(shown["month"].baseline["verdict"].fillna(""))
        == ["", "located", "not decided", ""]
    ),
    "3_your_own_comtrade_file": lambda shown: (
        shown["parts"] == shown["world"] and len(shown["report"].baseline) > 0
    ),
    "4_mirror_statistics_at_scale": lambda shown: shown["worst"] == ("RUS", "2019-03"),
    "5_validation_in_ci": lambda shown: not shown["accused"] and shown["found"] > 0,
    "6_a_second_language": lambda shown: shown["agreeing"] == {"english", "korean"},
    "7_recorded_against_unrecorded": lambda shown: shown["errors"] == 0 and len(shown["gap"]) > 0,
    "8_the_petroleum_cap": lambda shown: round(shown["total"]) in {91_909, 91_910},
}


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No way out, no window, figures cleared away."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("a notebook asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    mpl.use("Agg")
    yield
    plt.close("all")


def run(file: Path) -> Shown:
    """The names that a notebook leaves behind once all its cells have run."""
    shown: Shown = {"__name__": "__main__"}
    for place, cell in enumerate(jupytext.read(file).cells):
        if cell.cell_type == "code":
            exec(compile(cell.source, f"{file.name} cell {place}", "exec"), shown)  # noqa: S102 - our own
    return shown


@pytest.mark.parametrize("name", PROMISES)
def test_a_notebook_shows_what_it_promises(name: str) -> None:
    """All cells run, and what the words say is what the names hold."""
    assert PROMISES[name](run(FOLDER / f"{name}.py"))


def test_every_notebook_is_run_here() -> None:
    """None is forgotten; each begins with its title."""
    files = sorted(FOLDER.glob("*.py"))
    assert [file.stem for file in files] == sorted(PROMISES)
    for file in files:
        first = jupytext.read(file).cells[0]
        assert first.cell_type == "markdown"
        assert first.source.startswith(f"# {file.stem[0]} ")


def test_notebooks_hold_no_paths_of_their_writer() -> None:
    """Nothing in them depends on where they were written."""
    for file in FOLDER.glob("*.py"):
        assert os.sep + "home" + os.sep not in file.read_text(encoding="utf-8")
