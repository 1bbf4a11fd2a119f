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
# # 6 A second language, a second opinion
# The same customs release, printed in Korean, Chinese and English. All three are read into the same cells; where two of them agree and one does not, that is
# an opinion worth having.

# %%
from datetime import date

import nktrade as nk

TEXTS = {
    "english": "In June 2018 China's exports to North Korea came to $204.19 million, Chinese customs said.",
    "korean": "2018년 6월 중국의 대북 수출은 2억419만 달러였다고 중국 해관총서가 밝혔다.",
    "chinese": "据中国海关统计，2018年6月中国对朝鲜出口2.4019亿美元。",
}
documents = {
    name: nk.load(text.encode(), name=name, date=date(2018, 8, 20)) for name, text in TEXTS.items()
}
read = nk.read(list(documents.values()))
read.claims[
    ["document", "surface", "flow", "reporter", "partner", "commodity", "period_start", "value"]
]

# %% [markdown]
# A Korean or Chinese number has its own grammar: 2억419만 is 204.19 million, nothing is padded. Two of three agree:

# %%
values = read.claims.groupby("document")["value"].first().to_dict()
values

# %% [markdown]
# They quote one office, so they are editions of one report. The check `editions agree` holds the figures of each against those of the
# others, accuses none of them, and would name the first print if the days of printing differed:

# %%
alone = nk.check(list(documents.values()), against="none")
agreement = alone.relations.query("check == 'editions agree'")
agreement[["document", "holds", "verdict", "severity", "explanation"]]

# %% [markdown]
# And what independent others printed for that cell:

# %%
held = nk.check(list(documents.values()), against=["china_customs"])
held.baseline[["document", "low", "high", "origins", "holds", "severity"]]

# %%
agreeing = set(held.baseline.loc[held.baseline["holds"] == True, "document"])  # noqa: E712 - may be missing
agreeing
