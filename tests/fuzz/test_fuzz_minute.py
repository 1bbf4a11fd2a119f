"""No door of the library breaks on bytes that nobody thought of: a few seconds for each of them."""

import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).resolve().parents[2] / "fuzz"
sys.path.append(str(FUZZ))
import run  # noqa: E402 - the fuzzer is a script beside the package
from targets import TARGETS  # noqa: E402 - as above

SECONDS = 2


@pytest.mark.parametrize("name", TARGETS)
def test_changed_seeds_are_answered_or_refused(name: str) -> None:
    """Whatever becomes of the corpus, there is an answer or an error of nktrade, in time."""
    assert run.fuzz(name, SECONDS) >= len(run.seeds(name))


def test_what_breaks_a_target_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A target that raises something else is named, and its input is kept."""
    monkeypatch.setattr(run, "FOUND", tmp_path)
    monkeypatch.setitem(run.TARGETS, "text", lambda data: data.decode("ascii"))
    with pytest.raises(run.BrokenError, match="text: UnicodeDecodeError"):
        run.fuzz("text", 60)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_same_seed_gives_the_same_inputs() -> None:
    """A run can be repeated."""
    first, second = run.inputs([b"abc", b"<p>"], 7), run.inputs([b"abc", b"<p>"], 7)
    assert [next(first) for _ in range(200)] == [next(second) for _ in range(200)]
