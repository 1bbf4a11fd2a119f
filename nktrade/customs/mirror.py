"""Mirror statistics: what one side says it sold beside what the other says it bought.

Written once for every engine. One side of a flow may be missing because the other office reports
nothing at all (the DPRK does not report): then there is no index, for there is no mirror.

Source: the discrepancy index and its use for reliability follow Bustos and Yildirim; imports are
brought to FOB by dividing by the margin (UN IMTS 2010, IMF).
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, Literal

import narwhals as nw

from nktrade.customs.customs import Customs
from nktrade.customs.engines import Lazy, Table, lazy, require, scanned
from nktrade.customs.likeness import like_goods, require_like
from nktrade.customs.margins import ENDS, Given, Plan

PAIR = ("exporter", "importer")
_KEYS = ("code", "commodity", "period", "period_start", "period_end")
_SIDES = {
    "export": {"reporter": "exporter", "partner": "importer"},
    "import": {"reporter": "importer", "partner": "exporter"},
}
_VALUES = {"export": "export_value", "import": "import_value"}
_STEPS = {"export": "export_step", "import": "import_step"}
_PERIODS = ("period", "period_start")


def mirror(
    exports: Table | Customs | str | Path,
    imports: Table | Customs | str | Path,
    *,
    on: Sequence[str] | None = None,
    margin: Given = None,
    repeated: Literal["sum", "unique"] = "sum",
    revisions: Literal["refuse", "chapters"] = "refuse",
) -> Table:
    """Exports beside the partners' imports of the same goods and months, with indices and a verdict.

    Both sides may be one table: flows are picked out, groups of areas and parts of flows left out.
    ``on`` names what tells flows of a pair apart (default: code or commodity, and period).
    ``repeated="unique"`` says that no key stands twice, and saves adding up. ``revisions="chapters"`` adds
    unlike editions of the Harmonized System up to chapters and says so in ``notice``.

    Shape: one row per exporter, importer and key, a frame of the kind that came in, pandas for paths;
        export_value, import_value, margin_low .. margin_high, fob_equivalent, discrepancy_index, spd,
        log_ratio, verdict, notice.
    Unit: spd in percent, log_ratio natural, the others as the values.
    Missing: indices, where a side reports nothing at all or both values are nought (then the index is 0).
    Raises: CheckError where units, periods or editions of the two sides are unlike.
    """
    asked: dict[str, Any] = {  # Any: arguments of several kinds
        "on": on,
        "margin": margin,
        "repeated": repeated,
        "revisions": revisions,
    }
    if isinstance(exports, str | Path) and isinstance(imports, str | Path):
        tables = scanned({"exports": exports, "imports": imports})
        found = _mirrored(tables["exports"], tables["imports"], **asked)
        return found.to_native().df()
    found = _mirrored(lazy(exports), lazy(imports), **asked)
    came: Table = exports.frame if isinstance(exports, Customs) else exports
    is_eager = isinstance(nw.from_native(came), nw.DataFrame)
    return (found.collect() if is_eager else found).to_native()


def _mirrored(
    exports: Lazy,
    imports: Lazy,
    *,
    on: Sequence[str] | None,
    margin: Given,
    repeated: str,
    revisions: str,
) -> Lazy:
    keys = _keys(exports, imports, on)
    exports, imports = _flow(exports, "export"), _flow(imports, "import")
    require_like(exports, imports)
    exports, imports, notice = like_goods(exports, imports, keys, revisions)
    is_summed = repeated == "sum" or notice is not None
    sides = [
        _side(frame, flow, keys, is_summed=is_summed)
        for frame, flow in ((exports, "export"), (imports, "import"))
    ]
    joined = _joined(sides[0], sides[1], (*PAIR, *keys))
    plan = Plan.of(margin)
    offices = {"export": exports, "import": imports}
    return _judged(_with_offices(joined, offices, keys, plan), keys, plan, notice)


def _keys(exports: Lazy, imports: Lazy, on: Sequence[str] | None) -> tuple[str, ...]:
    """What tells flows of a pair apart: as asked, or the usual columns that both sides have.

    Raises: CheckError where a side lacks a column.
    """
    for frame, what in ((exports, "exports"), (imports, "imports")):
        require(frame, ("reporter", "partner", "value", *(on or ())), what)
    if on is not None:
        return tuple(on)
    shared = set(exports.collect_schema().names()) & set(imports.collect_schema().names())
    usual = tuple(name for name in _KEYS if name in shared)
    return tuple(name for name in usual if not (name == "commodity" and "code" in usual))


def _flow(frame: Lazy, flow: str) -> Lazy:
    """The rows of one flow that are no groups and no parts of others."""
    names = frame.collect_schema().names()
    wanted = [~nw.col("value").is_null()]
    if "flow" in names:
        wanted.append(nw.col("flow") == flow)
    if "is_aggregate" in names:
        wanted.append(~nw.col("is_aggregate"))
    if "scope" in names:
        wanted.append(nw.col("scope").is_null())
    return frame.filter(reduce(lambda a, b: a & b, wanted))


def _side(frame: Lazy, flow: str, keys: tuple[str, ...], *, is_summed: bool) -> Lazy:
    """One side under the pair's names: keys and value, and the step and valuation where it has them."""
    names = frame.collect_schema().names()
    wanted = [*_SIDES[flow], *keys, "value"]
    wanted += ["value_step"] if "value_step" in names else []
    wanted += ["valuation"] if "valuation" in names and flow == "import" else []
    renamed = _SIDES[flow] | {"value": _VALUES[flow], "value_step": _STEPS[flow]}
    side = frame.select(wanted).rename({old: new for old, new in renamed.items() if old in wanted})
    texts = [
        name for name, kind in side.collect_schema().items() if kind == nw.String and name in keys
    ]
    # Engines differ in whether two missing keys are equal: here they are, on every engine.
    side = side.with_columns([nw.col(name).fill_null("") for name in texts]) if texts else side
    # Engines add whole numbers up to types of their own; dollars are exact in floats to 2**53.
    side = side.with_columns(nw.col(_VALUES[flow]).cast(nw.Float64))
    if not is_summed:
        return side
    sums = [
        nw.col(name).sum()
        for name in (_VALUES[flow], _STEPS[flow])
        if name in side.collect_schema().names()
    ]
    # CIF stands before FOB: where both were added up, the wider margin applies.
    basis = [nw.col("valuation").min()] if "valuation" in wanted else []
    return side.group_by([*PAIR, *keys]).agg(*sums, *basis)


def _joined(exports: Lazy, imports: Lazy, keys: tuple[str, ...]) -> Lazy:
    """Every flow that either side reports, keys put together by hand: engines differ in how they do it."""
    found = exports.join(imports, on=list(keys), how="full", suffix="_mirror")
    names = found.collect_schema().names()
    doubled = [name for name in keys if f"{name}_mirror" in names]
    whole = found.with_columns([nw.coalesce(name, f"{name}_mirror") for name in doubled])
    return whole.drop([f"{name}_mirror" for name in doubled])


def _with_offices(
    joined: Lazy, sides: Mapping[str, Lazy], keys: tuple[str, ...], plan: Plan
) -> Lazy:
    """Whether exporter and importer report anything in the period, and the margins that hold for them.

    Offices and periods are few and flows are many: what depends on no more is reckoned before the join.
    """
    when = [name for name in _PERIODS if name in keys][:1]
    for flow, frame in sides.items():
        area = _SIDES[flow]["reporter"]
        # Grouping, not ``unique``: that numbers every row of the table on some engines.
        offices = frame.group_by("reporter", *when).agg(nw.len().alias(f"{area}_reports"))
        year = _year(offices, keys)
        told = offices.with_columns(
            plan.is_named(area, "reporter").alias(f"_{area}_named"),
            *(
                plan.of_any(end, year).alias(f"_{area}_{end}")
                for end in ENDS
                if plan.of_all(end) is None
            ),
        ).rename({"reporter": area})
        joined = joined.join(told, on=[area, *when], how="left")
    return joined


def _margins(joined: Lazy, keys: tuple[str, ...], plan: Plan) -> dict[str, nw.Expr]:
    """The ends of the margin of every flow: one of its sides reports, and has what any pair has."""
    year = _year(joined, keys)
    may_be_named = reduce(
        lambda a, b: a & b, [nw.col(f"_{area}_named").fill_null(value=True) for area in PAIR]
    )
    ends = {}
    for end in ENDS:
        fixed = plan.of_all(end)
        general = (
            nw.coalesce(*(f"_{area}_{end}" for area in PAIR)) if fixed is None else nw.lit(fixed)
        )
        named = plan.of_pair(end, year, general)
        ends[f"margin_{end}"] = (
            nw.when(may_be_named).then(named).otherwise(general) if plan.named else general
        )
    if "valuation" in joined.collect_schema().names():
        is_fob = nw.col("valuation") == "fob"
        return {
            name: nw.when(is_fob).then(nw.lit(1.0)).otherwise(end) for name, end in ends.items()
        }
    return ends


def _judged(joined: Lazy, keys: tuple[str, ...], plan: Plan, notice: str | None) -> Lazy:
    """Margins, indices and the verdict of every flow."""
    names = joined.collect_schema().names()
    ends = _margins(joined, keys, plan)
    sold, bought = (nw.col(name) for name in _VALUES.values())
    silent = {
        f"_{area}_silent": _silent(area, value)
        for area, value in zip(PAIR, _VALUES.values(), strict=True)
    }
    filled = joined.with_columns(
        sold.fill_null(0.0).alias("_sold"), bought.fill_null(0.0).alias("_bought"), **ends, **silent
    ).with_columns((nw.col("_bought") / nw.col("margin_middle")).alias("fob_equivalent"))
    measured = _measured(filled).with_columns(
        _verdict(names).alias("verdict"), _text(notice).alias("notice")
    )
    is_mirrored = ~(nw.col("_exporter_silent") | nw.col("_importer_silent"))
    indices = ("discrepancy_index", "spd", "log_ratio")
    return measured.select(
        *PAIR,
        *keys,
        *_VALUES.values(),
        *ends,
        nw.when(~nw.col("import_value").is_null())
        .then(nw.col("fob_equivalent"))
        .alias("fob_equivalent"),
        *(nw.when(is_mirrored).then(nw.col(name)).alias(name) for name in indices),
        "verdict",
        "notice",
    )


def _text(told: str | None) -> nw.Expr:
    """The same text in every row; missing where there is none, which pandas 2 would spell out."""
    return nw.lit(told) if told else nw.when(nw.lit(value=False)).then(nw.lit(""))


def _measured(filled: Lazy) -> Lazy:
    """The three indices. Nothing is divided by nought: engines differ in what that gives."""
    sold, fob = nw.col("_sold"), nw.col("fob_equivalent")
    whole = nw.when(sold + fob > 0).then(sold + fob)
    both = (sold > 0) & (nw.col("_bought") > 0)
    ratio = nw.when(both).then(nw.col("_bought")) / nw.when(both).then(sold)
    return filled.with_columns(
        ((sold - fob).abs() / whole).fill_null(0.0).alias("discrepancy_index"),
        (200.0 * ((fob - sold) / whole)).alias("spd"),
        ratio.log().alias("log_ratio"),
    )


def _silent(area: str, value: str) -> nw.Expr:
    """Whether one side of a flow is missing because its office reports nothing at all."""
    return nw.col(value).is_null() & nw.col(f"{area}_reports").is_null()


def _verdict(names: Sequence[str]) -> nw.Expr:
    """What can be said of a flow, its rounding granted."""
    sold, bought = nw.col("_sold"), nw.col("_bought")
    ends = {
        (flow, way): amount + way * nw.col(step).fill_null(0.0) / 2 if step in names else amount
        for (flow, step), amount in zip(_STEPS.items(), (sold, bought), strict=True)
        for way in (1, -1)
    }
    is_high_enough = ends["import", 1] >= nw.col("margin_low") * ends["export", -1]
    is_low_enough = ends["import", -1] <= nw.col("margin_high") * ends["export", 1]
    cases = [
        *((f"not reported by {area}", nw.col(f"_{area}_silent")) for area in PAIR),
        ("both zero", (sold == 0) & (bought == 0)),
        ("one-sided", (sold == 0) | (bought == 0)),
        ("within margin", is_high_enough & is_low_enough),
    ]
    return reduce(
        lambda found, case: nw.when(case[1]).then(nw.lit(case[0])).otherwise(found),
        reversed(cases),
        nw.lit("outside margin"),
    )


def _year(frame: Lazy, keys: tuple[str, ...]) -> nw.Expr | None:
    """The year of a row's period, written as a day, a number such as 201806, or a text."""
    name = next((one for one in _PERIODS if one in keys), None)
    if name is None:
        return None
    kind, column = frame.collect_schema()[name], nw.col(name)
    if kind == nw.Date or kind == nw.Datetime:  # noqa: PLR1714 - types compare, sets of them do not
        return column.dt.year()
    if kind == nw.String:
        return column.str.slice(0, 4).cast(nw.Int64)
    return nw.when(column > 9999).then(column // 100).otherwise(column)  # noqa: PLR2004 - 201806, not 2018
