"""Laws of drawn customs files: what they say is what is read, in every form and every dress."""

import tempfile
from pathlib import Path

import pytest
from examples import share
from hypothesis import find, given

from nktrade.customs import read_customs
from nktrade.testing.choice import Seeded
from nktrade.testing.customs_files import CustomsFile, customs_file, layouts
from nktrade.testing.dresses import DRESSES, PACKED
from nktrade.testing.strategies import customs_files

KEY = ["reporter", "partner", "flow", "code", "period_start", "period_end"]


def read_back(file: CustomsFile) -> None:
    """The reader finds every figure of the file and no other, loses none, and knows whose form it is."""
    path = Path(tempfile.mkdtemp()) / "download"
    path.write_bytes(file.data)
    customs = read_customs(path, given=file.given)
    told = {
        (*row[:4], row.period_start.date(), row.period_end.date(), *row[6:], measure)
        for measure in {one.measure for one in file.facts}
        for row in customs.frame.loc[
            customs.frame[measure].notna(), [*KEY, measure, f"{measure}_unit"]
        ].itertuples(index=False)
    }
    assert customs.format == file.format
    assert customs.rejected["expected"].isna().all()
    assert told == {
        (
            *(one.reporter, one.partner, one.flow, one.code),
            *(one.period.first, one.period.last, one.value, one.unit, one.measure),
        )
        for one in file.facts
    }


@share(0.5)
@given(customs_files())
def test_a_drawn_file_says_what_its_facts_say(file: CustomsFile) -> None:
    """Whichever publisher laid it out, and whatever mail and spreadsheets did to it."""
    read_back(file)


@pytest.mark.parametrize("name", layouts())
def test_every_form_comes_in_every_dress(name: str) -> None:
    """Pages come as they are and packed; tables in other marks and encodings too."""
    files = [customs_file(Seeded(f"{name} {seed}"), [name]) for seed in range(100)]
    dresses = {"plain", *(PACKED if layouts()[name].is_page else DRESSES)}
    assert {one.dress for one in files} == dresses
    for dress in dresses:
        read_back(next(one for one in files if one.dress == dress))


def test_the_plainest_file_is_one_small_table() -> None:
    """Files shrink to one partner and one code in tidy columns, as they came."""
    found = find(customs_files(), lambda file: len(file.facts) > 0)
    assert (found.format, found.dress) == ("tidy", "plain")
    assert [one.value for one in found.facts] == [1, 1]
