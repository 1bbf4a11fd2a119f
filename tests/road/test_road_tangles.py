"""Figures that disagree in more ways than can be told apart accuse nobody by name."""

import pytest

import nktrade as nk
from nktrade.core.codes import Verdict
from nktrade.diagnosis import webs
from nktrade.errors import FigureSystemError

BRIEF = (
    "In June 2018 North Korea exported goods for $12 million to China and imported goods for "
    "$204 million from China. Trade between the two came to $261 million in June 2018."
)


@pytest.mark.parametrize("most", [0, 12])
def test_a_system_without_an_answer_is_an_error_without_a_suspect(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too many failing relations, or a solver that gives up: the contradiction stands, nobody is named."""

    def gives_up(_: object) -> None:
        raise FigureSystemError("localisation: found no end, expected sets; split the system")

    monkeypatch.setattr(webs, "_MOST_FAILING", most)
    monkeypatch.setattr(webs, "diagnose_system", gives_up)
    (checked,) = nk.check(BRIEF, against="none").checked
    (broken,) = [one for one in checked.relations if one.severity == "error"]
    assert broken.verdict is Verdict.CANNOT_LOCALISE
    assert broken.suspect == ()
    assert "too many ways to single one out" in broken.explanation
