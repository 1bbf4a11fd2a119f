# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 A month of reporting against Chinese customs
# Several short reports of one month, each held against what others printed of that month.

# %%
from datetime import date

import pandas as pd

import nktrade as nk

reports = {
    "wire": "China's exports to North Korea were $204.19 million in June 2018, Chinese customs said.",
    "weekly": "Chinese customs put China's exports to North Korea at $240.19 million in June 2018.",
    "later": "China's imports from North Korea were $10.71 million in June 2018, Chinese customs said.",
}
documents = [
    nk.load(text.encode(), name=name, date=date(2018, 8, 20)) for name, text in reports.items()
]
month = nk.check(documents, against=["china_customs"])
month.claims[["document", "surface", "flow", "value"]]

# %% [markdown]
# One row per claim and vintage. The first agrees. The second has another digit: it cannot be true together with the first print, an
# error of the text. The third agrees with a later print of the number; that the first differs is not decided against it.

# %%
month.baseline[
    ["document", "claim", "low", "high", "origins", "as_of", "holds", "verdict", "severity"]
]

# %%
ax = month.plot.baseline()

# %%
severities = {
    one.document.id: sorted({str(row.severity) for row in one.witnesses if row.severity})
    for one in month.checked
}
severities

# %% [markdown]
# What is known of the months around: the line breaks where nobody printed a figure.

# %%
ax = month.plot.series("c1")

# %%
frame = nk.baseline("china_customs").frame
is_month = frame["period_start"].dt.to_period("M") == pd.Period("2018-06", "M")
frame.loc[
    is_month & (frame["kind"] == "level"), ["flow", "value", "as_of", "origin"]
].drop_duplicates()
