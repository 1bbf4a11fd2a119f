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
# # 7 Recorded against unrecorded
# Smuggled goods pass no customs. What an inspector estimates of them and what customs count are never held equal and never added: their difference is a
# *gap*, a result with an interval.

# %%
from datetime import date

import nktrade as nk

text = """From January to August 2019 North Korea smuggled an estimated 3.7 million tons of coal worth $370 million to
China by ship-to-ship transfer, the UN Panel of Experts said."""
document = nk.load(text, date=date(2020, 4, 30))
report = nk.check(document)
report.claims[["surface", "value", "unit", "channel", "standing", "source"]]

# %% [markdown]
# China's customs recorded some 215 million dollars of imports from North Korea in all of 2019. More was smuggled than recorded: no contradiction.

# %%
errors = int((report.findings["severity"] == "error").sum())
errors

# %%
ledger = nk.Ledger.of(nk.read_claims(document), document=document) + nk.baseline("china_customs")
gap = nk.gap(ledger)
gap.T

# %%
ax = report.plot.series("c2")
