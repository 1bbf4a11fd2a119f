"""Which measures bind. Source: UN Security Council resolutions 2371 (5 August 2017) and 2397 (22 December 2017)."""

from datetime import date

import pandas as pd
import pytest

import nktrade as nk


@pytest.mark.parametrize(
    ("goods", "flow", "day", "paragraphs"),
    [
        ("coal", "export", "2019-05-01", [(2371, "8", "ban")]),
        ("coal", "export", "2017-05-01", [(2321, "26(b)", "cap")]),
        ("coal", "import", "2019-05-01", []),
        ("sand", "export", "2017-12-21", []),
        ("sand", "export", "2017-12-22", [(2397, "6", "ban")]),
        ("refined petroleum", "import", "2021-01-01", [(2397, "5", "cap")]),
    ],
)
def test_goods_direction_and_day_choose_the_paragraphs(
    goods: str, flow: str, day: str, paragraphs: list[tuple[int, str, str]]
) -> None:
    """The ban on coal followed its cap; sand is free until the day of 2397."""
    found = nk.measures(goods, flow, on=day)
    rows = zip(found["resolution"], found["paragraph"], found["kind"], strict=True)
    assert [*rows] == paragraphs
    assert [*nk.measures(goods, flow, on=date.fromisoformat(day)).index] == [*found.index]


def test_each_measure_cites_a_source() -> None:
    """The table has a row per measure, with the day of the resolution and where it was read."""
    every = nk.measures()
    assert len(every) > 20
    assert every["source"].notna().all()
    assert every.loc[every["resolution"] == 2397, "adopted"].eq(pd.Timestamp(2017, 12, 22)).all()


def test_a_report_is_a_ledger_to_gap_and_caps() -> None:
    """What was read may be handed on as it is."""
    report = nk.check(
        "The United States said North Korea smuggled in 759,793 barrels of refined petroleum from "
        "January to May 2018 by ship-to-ship transfer.",
        against="none",
    )
    assert nk.gap(report)["unrecorded_low"].tolist() == [759792.5]
    told = nk.caps(2018, claims=report)
    own = told[(told["channel"] == "unrecorded") & (told["compiler"] == "text")]
    assert own["supplier"].tolist() == ["WLD"]  # who supplied it is not said
    assert own["use_low"].round().tolist() == [152]


def test_several_suppliers_are_theirs_and_their_joint_prints() -> None:
    """Two codes ask for both, each in its own groups: nothing is added."""
    found = nk.caps(2019, supplier="CHN,RUS")
    assert {"CHN", "RUS"} <= set(found["supplier"]) <= {"CHN", "RUS", "CHN,RUS"}
