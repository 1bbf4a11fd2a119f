"""Which of the errors that the press printed our own checks see, each article taken as a text of its own.

    python benchmarks/printed_errors.py [--rows]

An article's rows, sound and misprinted, are one text, held against each other and against what was
printed elsewhere. A misprint is seen where a finding speaks of it: as an error, a warning or a note. The
sound rows of these articles are held against themselves too, so for them only an error counts.
"""

import argparse
import warnings
from collections import Counter

import pandas as pd

import nktrade as nk
from nktrade.core.codes import Severity
from nktrade.ledger.baselines import baseline, baseline_names, misprints
from nktrade.ledger.ledger import Ledger
from nktrade.report.finding import SEVERITIES, findings_of

LEVELS = [*(str(one) for one in SEVERITIES), "not seen"]


def articles() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Every row of an article with a misprint, and all sound rows."""
    sound = pd.concat([baseline(name).frame for name in baseline_names()], ignore_index=True)
    wrong = misprints()
    keys = ["source_url", "as_of"]
    beside = sound.merge(wrong[keys].drop_duplicates(), on=keys)
    return pd.concat([wrong, beside], ignore_index=True), sound


def rows() -> pd.DataFrame:
    """Every row of the articles with the worst finding that suspects it or, below an error, names it.

    Shape: document, claim, status (missing where sound), kind, flow, value, severity.
    """
    every, sound = articles()
    names = every["document"].astype(str) + "/" + every["claim"].astype(str)
    text = every[sound.columns].assign(claim=names, document=every["source_url"], layer="text")
    ledger = Ledger(pd.concat([text, sound], ignore_index=True), Ledger.empty().rejected)
    found: dict[str, str] = {}
    for one in findings_of(nk.reconcile(ledger)):
        told = one.suspects if one.severity is Severity.ERROR and one.suspects else one.claims
        for claim in told:
            found.setdefault(claim.id, str(one.severity))
    kept = ["document", "claim", "status", "kind", "flow", "period_start", "value", "severity"]
    return every.assign(severity=[found.get(name, "not seen") for name in names])[kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", action="store_true", help="each misprint on a line")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    found = rows()
    wrong = found[found["status"].isin(misprints()["status"].unique())]
    for status, group in wrong.groupby("status"):
        counts = Counter(group["severity"])
        print(f"{status:20}", *(f"{level} {counts[level]:3}" for level in LEVELS))
    rest = found.drop(wrong.index)
    counts = Counter(rest["severity"])
    print(f"{'sound':20}", *(f"{level} {counts[level]:3}" for level in LEVELS))
    if options.rows:
        print(wrong.sort_values(["severity", "document", "claim"]).to_string(index=False))


if __name__ == "__main__":
    main()
