"""A brief with a wrong total."""

BRIEF = (
    "In June 2018 China's exports to North Korea came to $204.19 million and its imports from it "
    "to $12.97 million, so that total trade was $271.16 million.\n"
)
