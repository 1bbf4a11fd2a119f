"""Changes: a printed growth, multiple or difference against the two levels it connects."""

from nktrade.checks.check import Check
from nktrade.checks.view import BASE, cells, growth, ratio, rise
from nktrade.core.codes import Kind

_INDEX = (
    "percentage change: new level over old level less one (IMF, Producer Price Index Manual, 1.2)"
)

CHANGES = (
    Check(
        name="change",
        says="the new level is the old one raised by the printed change",
        left=cells("new"),
        right=growth("pct") * cells("old", period=BASE),
        because=_INDEX,
        type="change_pct",
        pairing="changes",
        open_roles=("old",),
    ),
    Check(
        name="multiple",
        says="the new level is the old one times the printed multiple",
        left=cells("new"),
        right=ratio("x") * cells("old", period=BASE),
        because=_INDEX,
        type="ratio",
        pairing="changes",
        open_roles=("old",),
    ),
    Check(
        name="price change",
        says="the new price is the old one raised by the printed change",
        left=cells("new", kind=Kind.UNIT_PRICE),
        right=growth("pct") * cells("old", kind=Kind.UNIT_PRICE, period=BASE),
        because=_INDEX,
        type="change_pct",
        pairing="price changes",
    ),
    Check(
        name="difference",
        says="the new level less the old one is the printed difference",
        left=cells("new") - cells("old", period=BASE),
        right=cells("change", kind="change_abs"),
        because="a difference of two levels",
        type="change_abs",
        pairing="differences",
    ),
    Check(
        name="points",
        says="the new share less the old one is the printed difference in points",
        left=cells("new", kind=Kind.SHARE_PCT, unit="percent")
        - cells("old", kind=Kind.SHARE_PCT, unit="percent", period=BASE),
        right=cells("change", kind=Kind.CHANGE_ABS, unit="percent_point"),
        because="a difference of two percentages is told in percentage points",
        type="text",
        pairing="points",
    ),
    Check(
        name="difference in percent",
        says="the printed difference is the printed change's part of the level before it",
        left=cells("change", kind="change_abs"),
        right=rise("pct") * (cells("new") - cells("change", kind="change_abs")),
        because="a difference of two levels, as an amount and in percent of the old one",
        type="change_pct",
        pairing="differences",
    ),
    Check(
        name="growth",
        says="the parts before the change add up to the total before it",
        left=cells("parts", flow="export") / growth("pct", flow="export")
        + cells("parts", flow="import") / growth("pct", flow="import"),
        right=cells("total", flow="total") / growth("pct", flow="total"),
        because="the total identity holds in the base period too, so growth of a total is the "
        "weighted growth of its parts",
        type="weighted_change",
    ),
)
