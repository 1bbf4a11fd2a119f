"""The Panel's own papers count what leaves the North's ports, and leave open where it goes."""

from datetime import date

from tests.reading.cjk_claims import claims_in

DAY = date(2022, 9, 7)
OF_THE_PANEL = (
    "The Panel received data from a Member State. Between January and July 2022 the country "
    "exported {} of coal. The Panel notes transfers at sea off the coast of China."
)


def test_a_paper_of_the_panel_leaves_open_with_whom() -> None:
    """It counts what leaves the North's ports; one that only quotes it keeps the usual partner."""
    assert claims_in(OF_THE_PANEL.format("2.64 million tons"), DAY)[0].partner == "WLD"
    quoted = "China bought coal at sea in 2022. Some 2.64 million tons were exported, the Panel of Experts said."
    assert claims_in(quoted, DAY)[0].partner == "CHN"
