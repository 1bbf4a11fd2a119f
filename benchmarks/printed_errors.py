"""Which of the errors that the press printed our own checks see, each article taken as a text of its own.

    python benchmarks/printed_errors.py [--rows] [--page docs/printed-errors.md]

An article's rows, sound and misprinted, are one text, held against each other and against what was
printed elsewhere. A misprint is seen where a finding speaks of it: as an error, a warning or a note; what
is not seen is told with its reason. The sound rows of these articles are held against themselves too, so
for them only an error counts.
"""

import argparse
import warnings
from collections import Counter
from pathlib import Path

import pandas as pd

import nktrade as nk
from nktrade.core.codes import Severity
from nktrade.ledger.baselines import baseline, baseline_names, misprints
from nktrade.ledger.ledger import Ledger
from nktrade.reference.compilers import witness
from nktrade.report.finding import SEVERITIES, findings_of

NOT_SEEN = "not seen"
LEVELS = [*(str(one) for one in SEVERITIES), NOT_SEEN]
CELL = ["kind", "flow", "reporter", "partner", "commodity", "period_start", "period_end", "unit"]
REASONS = {
    "no other": "nobody else printed it, and no sum or change of its article holds it",
    "own": "only its own publisher printed it elsewhere, who is no witness of himself",
    "agrees": "the number as the table has it, mended or not, is what others printed",
    "two levels": "what others printed of the two levels that it connects allows it",
    "not counted": "others printed it of another scope, or without an origin that is known",
    "holds": "what its article prints beside it agrees with it, so nothing speaks against it",
    "doubt": "a relation with it fails, and others of it are likelier wrong",
}
HEAD = """# Errors that the press printed

Made by `python benchmarks/printed_errors.py --page docs/printed-errors.md`, after each change of a check; a test makes it anew.

The embedded tables keep {count} rows that are held to be wrong: misprints, suspect figures, garbled numerals, and one that a newspaper
worked out itself. They never enter a baseline. Each article with such a row was taken as a text of its own and held against itself and
against what others than its publisher printed:
"""
SOUND = """
A note says that the figure differs as far as revisions of its kind have been seen to, or that months of it that others printed come to
more (c71 and c73, a year ten times too small that nobody else printed of the same scope). Of the {count} sound rows of these articles
{errors} called an error, and rightly so: Newsis has exports of January to November 2023 up by 146.6 %, imports up by 132.7 % and the total up
by 246.2 % (rows c319 to c321), which no weighing of the two can give. Reuters prints 147 % for exports, so the total's rate is named, with 144.7 %
as likely; the tables have it as sound.

## What a check could see and none does

- Rice of 29.16 million tonnes (518): its article prints the value of all cereals, 34.02 million dollars, not of rice, and a price is held
  against sourced ones only where value and quantity are of the same goods. The value of the whole would leave at most 1.17 dollars a
  tonne, yet nothing but their order says that the two are of one flow and time: where such a pair is not, the bound would accuse a true
  quantity, and of all 77 rows it would find this one. For 519 to 521 there is neither a value of their goods and time nor a sourced price of ammonium sulfate, and no sourced table of
  what a country grows, makes or can ship is held that they could exceed.

## Every row

"By others" counts prints of the same number by other publishers that the tables hold.
"""


def articles() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every row of an article with a misprint, and all sound rows."""
    sound = pd.concat([baseline(name).frame for name in baseline_names()], ignore_index=True)
    wrong = misprints()
    keys = ["source_url", "as_of"]
    beside = sound.merge(wrong[keys].drop_duplicates(), on=keys)
    return pd.concat([wrong, beside], ignore_index=True), sound


def rows() -> pd.DataFrame:
    """Every row of the articles with the worst finding that suspects it or, below an error, names it.

    Shape: document, claim, status (missing where sound), kind, flow, value, severity, others, reason.
    """
    every, sound = articles()
    names = every["document"].astype(str) + "/" + every["claim"].astype(str)
    text = every[sound.columns].assign(claim=names, document=every["source_url"], layer="text")
    ledger = Ledger(pd.concat([text, sound], ignore_index=True), Ledger.empty().rejected)
    report = nk.reconcile(ledger)
    found: dict[str, str] = {}
    for one in findings_of(report):
        told = one.suspects if one.severity is Severity.ERROR and one.suspects else one.claims
        for claim in told:
            found.setdefault(claim.id, str(one.severity))
    prints = [_elsewhere(row, sound) for _, row in every.iterrows()]
    severities = [found.get(name, NOT_SEEN) for name in names]
    reasons = [
        REASONS[_reason(name, elsewhere, report)] if severity == NOT_SEEN else ""
        for name, elsewhere, severity in zip(names, prints, severities, strict=True)
    ]
    others = [len(elsewhere["others"]) for elsewhere in prints]
    kept = ["document", "claim", "status", "kind", "flow", "commodity"]
    kept += ["period_start", "period_end", "value", "unit", "severity", "others", "reason"]
    return every.assign(severity=severities, others=others, reason=reasons)[kept]


def _elsewhere(row: pd.Series, sound: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The prints of the row's number by its own publisher, and by others; of a rate, of its two levels."""
    same = _prints(row, sound)
    is_own = same["origin"].map(witness) == witness(row["origin"])
    levels = same.iloc[:0]
    if row["kind"] == "change_pct" and row["base"] == "year_earlier":
        year = pd.DateOffset(years=1)
        ends = {name: row[name] - year for name in ("period_start", "period_end")}
        now, then = (
            _prints(pd.Series({**row, "kind": "level", "unit": "USD"}), sound),
            _prints(pd.Series({**row, **ends, "kind": "level", "unit": "USD"}), sound),
        )
        levels = now if len(then) else levels
    return {"own": same[is_own], "others": same[~is_own], "levels": levels}


def _prints(row: pd.Series, sound: pd.DataFrame) -> pd.DataFrame:
    """The sound rows of the row's cell."""
    for name in CELL:
        sound = sound[(sound[name] == row[name]) | (sound[name].isna() & pd.isna(row[name]))]
    return sound


def _reason(name: str, elsewhere: dict[str, pd.DataFrame], report: nk.Report) -> str:
    """Why no finding speaks of a row."""
    relations = [
        one for book in report.checked for one in book.relations if name in one.claims and one.right
    ]
    witnesses = [one for book in report.checked for one in book.witnesses if one.claim == name]
    if any(one.holds is False for one in relations):
        return "doubt"
    if any(one.holds for one in witnesses):
        return "agrees"
    if len(elsewhere["levels"]):
        return "two levels"
    if relations:
        return "holds"
    if len(elsewhere["others"]):
        return "not counted"
    return "own" if len(elsewhere["own"]) else "no other"


def counted(wrong: pd.DataFrame) -> pd.DataFrame:
    """How many of each status were seen as what."""
    counts = pd.crosstab(wrong["status"], wrong["severity"]).reindex(columns=LEVELS, fill_value=0)
    counts.loc["all"] = counts.sum()
    return counts.assign(rows=counts.sum(axis=1))


def parted(found: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows held to be wrong, and the sound ones of the same articles."""
    is_wrong = found["status"].isin(misprints()["status"].unique())
    return found[is_wrong], found[~is_wrong]


def page(wrong: pd.DataFrame, sound: pd.DataFrame) -> str:
    """The result as a page: counts, reasons, and every row."""
    counts = counted(wrong)
    reasons = Counter(wrong.loc[wrong["severity"] == NOT_SEEN, "reason"])
    errors = int((sound["severity"] == str(Severity.ERROR)).sum())
    parts = [
        HEAD.format(count=len(wrong)),
        _table(
            ["status", "rows", *LEVELS],
            [[one, *counts.loc[one, ["rows", *LEVELS]]] for one in counts.index],
        ),
        "\nWhy the others are not seen:\n",
        _table(["rows", "reason"], [[count, why] for why, count in reasons.most_common()]),
        SOUND.format(count=len(sound), errors=f"{errors} is" if errors == 1 else f"{errors} are"),
        _table(
            ["row", "status", "what", "period", "printed", "seen as", "by others", "reason"],
            [_cells(one) for one in wrong.sort_values(["document", "claim"]).to_dict("records")],
        ),
    ]
    return "\n".join(parts) + "\n"


def _cells(row: dict[str, object]) -> list[object]:
    start, end = (f"{row[name]:%Y-%m}" for name in ("period_start", "period_end"))
    goods = "" if row["commodity"] == "all" else f" of {row['commodity']}"
    return [
        f"{row['document']} {row['claim']}",
        row["status"],
        f"{row['kind']}, {row['flow']}{goods}",
        start if start == end else f"{start} to {end}",
        f"{row['value']:,.10g} {row['unit']}",
        row["severity"],
        row["others"],
        row["reason"],
    ]


def _table(head: list[str], rows: list[list[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, one))} |" for one in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", action="store_true", help="each misprint on a line")
    parser.add_argument("--page", type=Path, help="writes the result as a page")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    wrong, sound = parted(rows())
    print(counted(wrong).to_string())
    print(f"sound rows called an error: {(sound['severity'] == str(Severity.ERROR)).sum()}")
    if options.rows:
        print(wrong.sort_values(["severity", "document", "claim"]).to_string(index=False))
    if options.page:
        options.page.write_text(page(wrong, sound), encoding="utf-8")


if __name__ == "__main__":
    main()
