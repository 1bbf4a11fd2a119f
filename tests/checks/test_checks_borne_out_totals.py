"""A balance or total that others' exports and imports make as they are printed contradicts no other print of it."""

import pytest

import nktrade as nk
from nktrade.core.codes import Severity


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        # 2218.14 less 213.15, while an earlier print of 2.18 billion gave a surplus of 1.97 billion
        ("China's surplus with North Korea was $2.005 billion in 2018, Chinese customs said.", None),
        ("China's surplus with North Korea was $2.505 billion in 2018, Chinese customs said.", Severity.ERROR),
        ("지난해 북한의 대중 무역 적자는 20억499만 달러였다고 중국 해관이 밝혔다.", None),
        ("지난해 북한의 대중 무역 적자는 25억499만 달러였다고 중국 해관이 밝혔다.", Severity.ERROR),
    ],
)  # fmt: skip
def test_both_ways_bear_a_balance_out(text: str, severity: Severity | None) -> None:
    """Prints of one office differ in vintage; what two of them make together is no slip."""
    (one,) = nk.check(text, date="2019-01-25").checked
    found = [each.severity for each in one.witnesses if each.severity is Severity.ERROR]
    assert found[:1] == ([severity] if severity else [])
