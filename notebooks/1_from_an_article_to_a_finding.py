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
# # 1 From an article to a diagnosed finding
# An article printed three customs figures for June 2018. Can they all be true?

# %%
import nktrade as nk

article = """---
date: 2018-08-20
source: Example Gazette
---
Chinese customs put North Korea's exports to China in June at 12,955,000 USD, 92% less than a year
earlier. Imports from China came to USD 241.93 million, a drop of 37.5%, and total trade between the
two shrank by 55.5 percent to 217.158 million USD.
"""
alone = nk.check(article, against="none")
alone

# %% [markdown]
# What was read: every figure with its flow, sides and period. June has no year in the text; it follows from the date line.

# %%
alone.claims[["id", "surface", "kind", "flow", "reporter", "partner", "period_start", "inferred"]]

# %% [markdown]
# Exports and imports are 37.7 million more than the total. From the text alone one figure explains it.

# %%
print(alone.explain(0))

# %%
ax = alone.plot.identity(0)

# %% [markdown]
# Now with what others printed for the same month. A wire agency's figures say that exports are wrong as well, by one digit.

# %%
held = nk.check(article)
amounts = held.claims.loc[held.claims["unit"] == "USD", "id"]
rows = held.baseline[held.baseline["claim"].isin(amounts)]
in_millions = (rows[["low", "high"]] / 1e6).round(3).add_suffix(", million USD")
rows[["claim"]].join(in_millions).join(rows[["origins", "as_of", "holds", "verdict"]])

# %%
ax = held.plot.evidence(0)

# %%
suspects = set(held.relations.loc[0, "suspect"].split())
likely = {
    one.id: one.figure.surface for one in held.checked[0].reading.claims if one.id in suspects
}
likely

# %% [markdown]
# Nothing here is called false. The figures *cannot all be true*; these two are *likely* wrong, and the report says on what evidence.
