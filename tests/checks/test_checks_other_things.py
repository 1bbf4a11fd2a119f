"""Another change, price, limit or time behind a report that is right: it contradicts nothing of it.

Each line goes on, by itself, behind the base of its group. All of them may be true beside it.
"""

from datetime import date

import pytest

import nktrade as nk
from nktrade.core.codes import Severity

BASE = {
    "changes": "China's exports to North Korea rose 10.5 percent to $187.4 million in June 2019 from $169.6 million a year "
    "earlier. Imports from North Korea fell 4.1 percent to $21.3 million. ",
    "coal": "North Korea exported 2.3 million tons of coal worth $161 million to China in May 2017, or $70 a ton. ",
    "barrels": "North Korea imported 312,000 barrels of refined oil in 2019, according to the Panel of Experts, or 62.4 "
    "percent of the annual cap of 500,000 barrels. ",
    "half": "In June 2019 China's exports to North Korea were $187.4 million. From January to June they came to $1.10 "
    "billion, up 14.3 percent from $962.4 million a year earlier. ",
}
OTHER = {
    "changes": """
Exports rose 3 percent from May.
In yuan terms, exports rose 15.2 percent.
By volume, exports rose 2.1 percent.
Exports of machinery rose 30 percent.
In the first half, exports rose 14.3 percent.
So far this year, exports have risen 14.3 percent.
Seasonally adjusted, exports rose 1.2 percent.
Month on month, exports fell 27 percent.
Compared with two years earlier, exports fell 40.2 percent.
Exports had risen 12.9 percent in May.
Exports grew 12.9 percent the month before.
Analysts had expected exports to rise 8 percent.
A survey had forecast a rise of 8 percent.
China's total exports fell 1.3 percent.
China's exports fell 1.3 percent.
Exports to South Korea fell 5.5 percent.
Exports to all countries fell 1.3 percent.
Total trade rose 8.8 percent.
Trade grew 8.8 percent.
Trade with the North grew 8.8 percent from a year earlier.
Exports through Dandong rose 20 percent.
Exports by rail doubled.
Exports in 2018 had fallen 33 percent.
Last year exports fell 33.3 percent.
Exports fell 88 percent from their peak.
Exports are 40 percent below the level of 2016.
Exports are up 60 percent since January.
Imports of coal fell 100 percent.
Imports fell 87 percent in 2018.
Imports slid 9.7 percent from the previous month.
Imports dropped by $910,000.
Exports increased by $17.8 million.
Exports increased by $5.1 million from May.
The trade surplus widened 12.7 percent.
The surplus rose to $166.1 million.
The surplus was $147.4 million a year earlier.
Prices rose 3.2 percent.
The value of exports per ton rose 7 percent.
North Korea's economy shrank 4.1 percent.
North Korea's trade fell 48.8 percent in 2018.
North Korea's exports fell 86.3 percent in 2018.
Private firms raised exports 22 percent.
Food exports jumped 61 percent to $40.1 million.
Exports were first said to have risen 9.1 percent.
The rise was later revised to 11.2 percent.
By another count, exports rose 12.4 percent.
KITA put the rise at 12.4 percent.
Adjusted for working days, exports rose 6 percent.
Per capita, exports rose 9.9 percent.
Exports in the first ten days of July rose 4.4 percent.
The rise slowed from 19.3 percent in May.
Exports rose for a third month, by 10.5 percent.
On a yearly average, exports rose 5.5 percent.
Over five years exports fell 35 percent.
Exports would have risen 20 percent without floods.
Excluding food, exports rose 4.9 percent.
Including oil, exports rose 9.5 percent.
The North bought 12.5 percent more food.
Trucks crossing the bridge rose 25 percent.
Exports accounted for 89.8 percent of trade.
""",
    "coal": """
China imported 24.5 million tons of coal from all countries.
The price had been $61 a ton a year earlier.
Anthracite made up 2.1 million tons.
Coking coal fetched $120 a ton.
Coal output was 21.7 million tons in 2017.
The port of Nampo shipped 400,000 tons.
Coal exports were 1.5 million tons in April.
The annual cap is 7.5 million tons or $400.9 million.
By May, 4.5 million tons had been shipped.
In the first five months it shipped 4.9 million tons for $345 million.
A ship carries 30,000 tons of coal.
Iron ore exports were 150,000 tons worth $9.8 million.
Smugglers carried 300,000 tons of coal by sea.
The Panel believed that 4.1 million tons were sent by sea in 2019.
At world prices the coal would have been worth $230 million.
World prices stood at $95 a ton.
Russian coal cost $88 a ton.
China paid $78 a ton on average.
Buyers paid $64 a ton in advance.
Including freight, the coal cost $83 a ton.
The coal was resold for $180 million.
North Korea earned $140 million from it after costs.
Total exports to China were $190 million.
Coal made up 85 percent of exports.
Coal brought in 42 percent of export earnings in 2016.
In 2016 coal exports were 22.5 million tons worth $1.19 billion.
That was $52.9 a ton in 2016.
Shipments of 1.2 million tons were turned back.
Stocks at Dandong stood at 600,000 tons.
Contracts for 3 million tons had been signed.
""",
    "barrels": """
The United States put imports at 3.9 million barrels.
If fully laden, the tankers would have carried 3.9 million barrels.
Reported deliveries came to 312,000 barrels, or 40,100 tons.
China delivered 22,730 tons and Russia 29,100 tons.
China reported 180,000 barrels and Russia 132,000 barrels.
In 2018, imports came to 450,000 barrels.
The cap for crude oil is 4 million barrels.
Crude oil deliveries were 525,000 tons a year.
In the first quarter of 2020 imports were 98,000 barrels.
Needs are estimated at 5.5 million barrels a year.
Domestic refineries made 2.1 million barrels.
In December alone 61,000 barrels arrived.
A tanker carries 20,000 barrels.
By October, 80 percent of the cap had been reached by the US count.
Before 2017 the North imported 4.5 million barrels a year.
At one third laden, they would have brought 1.4 million barrels.
Gasoline made up 120,000 barrels.
Diesel prices rose to 9,800 won a kilogram.
The cap was set at 2 million barrels in September 2017.
Ship-to-ship transfers brought 1.1 million barrels.
""",
    "half": """
In May exports were $257.9 million.
In the first five months exports were $912.6 million.
In 2018 exports were $2.22 billion.
In the second quarter they were $640 million.
Monthly exports averaged $183.3 million.
For the whole year they came to $2.57 billion.
From January to July exports were $1.32 billion.
In the first half of 2017 they were $1.67 billion.
Exports in the half were the highest since 2016, when they were $1.43 billion.
Imports in the half were $105.4 million.
Trade in the half came to $1.25 billion, up 15.3 percent.
Exports rose 3 percent in June.
Exports fell 9.1 percent from May.
In yuan, exports in the half were 7.45 billion yuan, up 21.4 percent.
In the first half exports of grain were $95.2 million.
Liaoning's exports in the half were $620 million.
To South Korea they were $52.7 billion.
In July they rose to $221.4 million.
In the year to June they came to $2.36 billion.
The half-year total was later revised to $1.12 billion.
""",
}


@pytest.mark.parametrize(
    ("group", "text"),
    [(group, one) for group, texts in OTHER.items() for one in texts.split("\n") if one],
)
def test_what_is_told_of_something_else_accuses_nobody(group: str, text: str) -> None:
    """The number differs, and so does what it is of."""
    (checked,) = nk.check(BASE[group] + text, date=date(2020, 4, 20), against="none").checked
    found = (one for one in checked.relations if one.severity in {Severity.ERROR, Severity.WARNING})
    assert not [one.check for one in found]


@pytest.mark.parametrize("group", BASE)
def test_a_changed_digit_of_a_base_is_accused(group: str) -> None:
    """Each base says something twice, so that one digit else contradicts it."""
    right = {"changes": "$169.6", "coal": "$161", "barrels": "62.4", "half": "$962.4"}[group]
    wrong = {"changes": "$139.6", "coal": "$191", "barrels": "92.4", "half": "$662.4"}[group]
    (checked,) = nk.check(
        BASE[group].replace(right, wrong), date=date(2020, 4, 20), against="none"
    ).checked
    assert any(one.severity in {Severity.ERROR, Severity.WARNING} for one in checked.relations)
