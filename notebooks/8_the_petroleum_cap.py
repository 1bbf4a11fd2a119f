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
# # 8 The petroleum cap
# Resolution 2397 lets North Korea import 500,000 barrels of refined petroleum a year. Suppliers report tonnes, the cap is in barrels, and what a tonne is in
# barrels depends on the product: the use of the cap is an interval.

# %%
from datetime import date

import nktrade as nk
from nktrade.report.plot_cap import cap_use

nk.measures("refined petroleum", "import", on="2021-06-30")[
    ["resolution", "paragraph", "kind", "cap", "cap_unit", "first", "source"]
]

# %%
china = nk.caps(2021, supplier="CHN")
china[
    [
        "period_start",
        "period_end",
        "is_missing",
        "value",
        "unit",
        "cumulative_low",
        "cumulative_high",
        "use_high",
    ]
]

# %% [markdown]
# Months that were not reported stay missing; they are not zero. In 2021 China's twelve months come to 91,909 barrels.

# %%
total = float(china["cumulative_high"].max())
total

# %% [markdown]
# 2018: what was reported, and what the United States alleged. The allegation stands apart; it is no return.

# %%
ax = cap_use(nk.baseline("un_1718"), "refined petroleum", date(2018, 6, 1))
