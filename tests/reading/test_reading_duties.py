"""Customs duties, fees and taxes are no trade, nor is what a text says of them in the sentences behind."""

import pytest

import nktrade as nk

DUTIES = [
    ("US customs collected $22.2 billion in duties in May. Receipts came to $86.1 billion in eight months.", []),
    ("Tariff revenue rose to $30 billion in August. In July it was $28 billion. US imports were $260 billion.", ["$260 billion"]),
    ("Customs revenue reached 120 billion won in June, up 12 percent. A year earlier it stood at 107 billion won.", []),
    ("China collected 150 billion yuan in tariffs. Import tariffs brought in 160 billion yuan in 2023.", []),
    ("Revenue from duties on imported steel was $5 billion in 2024. Steel imports came to $31 billion.", ["$31 billion"]),
    ("The EU took in 25 billion euros in customs duties in 2023. The sum was 28 billion in 2022.", []),
    ("Export taxes earned Russia 6 billion dollars in May. A month before the proceeds had been 5.5 billion dollars.", []),
    ("Fees collected at the crossing came to 3 million dollars in May. In June they were 2 million dollars.", []),
    ("Tariffs on Chinese steel imports brought in $400 million. Steel imports were $900 million in May.", ["$900 million"]),
    ("관세 수입은 지난달 2조 3천억 원으로 12% 늘었다. 1년 전에는 2조 500억 원이었다.", []),
    ("5월 관세 수입은 222억 달러였다. 올해 누계로는 861억 달러다. 5월 수입액은 2천520억 달러였다.", ["2천520억 달러"]),
    ("지난해 거둔 관세는 7조 3천억 원이었다. 수입 부가가치세는 45조 원이었다. 수출은 6천838억 달러였다.", ["6천838억 달러"]),
    ("5月海关征收关税222亿美元，同比增长42%。前八个月累计861亿美元。同期进口2520亿美元。", ["2520亿美元"]),
    ("2024年关税收入2443亿元，下降5.9%。上年为2591亿元。进口货物增值税、消费税1.9万亿元。", []),
    ("5月の関税収入は222億ドルで、前年同月比42％増えた。年度累計では861億ドル。5月の輸入額は2520億ドルだった。", ["2520億ドル"]),
    ("2024年度の関税収入は9100億円だった。前年度は9300億円。輸入消費税は12兆円に上る。", []),
]  # fmt: skip
TRADE = [
    ("North Korea's coal exports earned $400 million in 2017. Revenue fell to $160 million in 2018.", ["$400 million", "$160 million"]),
    ("North Korea exports coal to China. Its earnings came to $1.2 billion in 2016.", ["$1.2 billion"]),
    ("After new tariffs, imports from China fell 43 percent to $19 billion in May.", ["43 percent", "$19 billion"]),
    ("Coal output was 20 million tons in 2016. Sales to China came to 22 million tons.", ["22 million tons"]),
    ("Russia's export duties on oil were abolished. Its oil exports earned $13 billion in May. A year earlier revenue was $16 billion.", ["$13 billion", "$16 billion"]),
    ("GDP grew 3.1 percent. Exports rose 5 percent to $80 billion in March. They were $76 billion a year before.", ["5 percent", "$80 billion", "$76 billion"]),
    ("追加関税の後、対中輸入は43％減の190億ドルだった。", ["43％", "190億ドル"]),
    ("加征关税后，5月自华进口下降43%，为190亿美元。", ["43%", "190亿美元"]),
    ("관세 인상 뒤 5월 대중 수입은 43% 줄어든 190억 달러였다.", ["43%", "190억 달러"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "traded"), [*DUTIES, *TRADE])
def test_duties_are_no_trade(text: str, traded: list[str]) -> None:
    """What comes in as duties is nobody's export, and what is traded beside them is read."""
    (one,) = nk.check(text, date="2025-07-12", against="none").checked
    assert [claim.figure.surface for claim in one.reading.claims] == traded
