"""Bans, caps and gaps along the whole road, on texts of our own with published figures.

Source: UN Panel of Experts, report of March 2020, as printed by Kyodo; US claim of 759,793 barrels by
May 2018; UN Security Council resolutions 2371 and 2397; Chinese customs, 215,197,317 dollars of
imports from North Korea in 2019.
"""

from datetime import date

import pytest

import nktrade as nk

PANEL = (
    "From January to August 2019 North Korea smuggled an estimated 3.7 million tons of coal worth "
    "$370 million to China, the UN Panel of Experts said."
)
ALLEGED = (
    "North Korea's imports of refined petroleum came to 759,793 barrels from January to May 2018, "
    "the US government claimed. The UN caps them at 500,000 barrels a year."
)
MISPRINT = (
    "The UN Security Council caps North Korea's imports of refined petroleum at {} barrels a year "
    "under Resolution 2397."
)


def checked(text: str, day: date) -> nk.Report:
    return nk.check(nk.load(text, date=day))


@pytest.fixture(scope="module")
def panel() -> nk.Report:
    """The Panel's coal of 2019, with the default baselines."""
    return checked(PANEL, date(2020, 4, 30))


def test_smuggled_coal_is_a_ban_and_a_gap_and_no_error(panel: nk.Report) -> None:
    """One note on paragraph 8 of 2371, one on 370 million beside all recorded imports of 2019."""
    found = panel.findings.set_index("check")
    assert set(found["severity"]) == {"note"}
    assert "resolution 2371, paragraph 8" in found.loc["reported inside a ban", "explanation"]
    gap = found.loc["recorded and unrecorded"]
    assert gap["verdict"] == "gap"
    assert gap["gap_low"] > 130_000_000
    assert panel.exit_status() == 0


def test_what_the_panel_s_figures_imply_is_told(panel: nk.Report) -> None:
    """A hundred dollars a tonne, within sourced prices; some 462 thousand tonnes a month."""
    implied = panel.implied.set_index("cell")
    price = implied.loc["export PRK > CHN coal 2019-01/2019-08 USD/t"]
    assert price["low"] < 100 < price["high"]
    monthly = implied.loc["export PRK > CHN coal 2019-01/2019-08 t/month"]
    assert monthly["low"] < 462_500 < monthly["high"]
    held = panel.relations.set_index("check").loc["price beside sourced prices"]
    assert held["holds"]


def test_an_alleged_use_of_the_cap_is_a_note_with_its_claimant() -> None:
    """759,793 of 500,000 barrels, as the US government alleges."""
    found = checked(ALLEGED, date(2018, 7, 1)).findings.set_index("check")
    note = found.loc["use of the cap"]
    assert note["severity"] == "note"
    assert "alleged" in note["explanation"]
    assert "by US government" in note["explanation"]
    assert "151 to 152 percent" in note["explanation"]


def test_a_misprinted_cap_is_found_and_the_right_one_is_not() -> None:
    """50,000 barrels a year is one nought short of what paragraph 5 of 2397 sets."""
    wrong = checked(MISPRINT.format("50,000"), date(2018, 8, 20)).findings.set_index("check")
    assert wrong.loc["cap as set", "severity"] == "error"
    assert wrong.loc["cap as set", "likely_value"] == 500_000
    assert checked(MISPRINT.format("500,000"), date(2018, 8, 20)).findings.empty


def test_the_report_keeps_its_tone(panel: nk.Report) -> None:
    """Reported inside a ban; never false, never illegal."""
    text = " ".join(panel.to_text().split())
    assert "reported inside a ban" in text
    assert not any(word in text for word in ("illegal", "false", "violat"))


def test_statements_and_limits_stand_without_any_baseline() -> None:
    """Bans and caps stay on where the text is checked alone."""
    report = nk.check(nk.load(PANEL, date=date(2020, 4, 30)), against="none")
    assert "reported inside a ban" in set(report.findings["check"])
    assert "recorded and unrecorded" not in set(report.findings["check"])
