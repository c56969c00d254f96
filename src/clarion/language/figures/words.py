"""Number words, magnitudes and the words that bound a figure. Data only."""

# words that add to a number: "one" … "ninety"
SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}  # a frequent misspelling

# words that multiply what stands before them
MAGNITUDES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "mil": 1_000_000,
    "tn": 1_000_000_000_000,
}
# one-letter magnitudes only glued to digits: "1.2m", "40k"
GLUED = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000, **MAGNITUDES}

# a vague word stands for at least twice its magnitude: the plural says more than one
VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "billions": 2_000_000_000,
}
VAGUE_TIMES = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1_000}

DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}

# the sense a word gives the figure that follows it; longest first within an alternation
ABOUT = (
    r"about|around|some|nearly|almost|roughly|approximately|approx\.?|circa|ca\.|c\.|closer? to|nearer to|near|"
    r"an estimated|estimated|est\.|in the region of|in the order of|on the order of|somewhere around|just about|"
    r"virtually|"
    r"in the neighbourhood of|in the neighborhood of|~|≈|∼|as some|or so|barely|scarcely|averaged|averaging|averages|"
    r"an average of about|a little under|"
    r"(?:estimated|believed|thought) to be"
)
AT_LEAST = (
    r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|upwards of|≥|>=|from "
    r"at least"
)
MORE_THAN = (
    r"more than|over|above|in excess of|greater than|exceeding|exceeds|exceeded|exceed|topping|topped|"
    r"(?:well|just|slightly|a little|far) (?:over|above)|upward of|north of|over than|(?:higher|larger|longer|older|"
    r"bigger|greater|heavier|taller) than|surpassing|surpassed|better than|>"
)
AT_MOST = (
    r"up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum of|max\.?|at the most|≤|<=|"
    r"as few as|as little as|a ceiling of"
)
FEWER_THAN = (
    r"fewer than|less than|(?:lower|smaller|shorter|younger|cheaper|lighter|worse) than|sub-|under|below|(?:just|"
    r"slightly|well|a little|far) (?:under|below|short of)|short of|south of|<"
)
# after the figure
OR_MORE = (
    r"(?:\s?\+(?!\s?\d)|\s+or more\b\b|\s+(?:or above|and above|and more|or over|and over|and up|plus|at least|at a "
    r"minimum|and counting)\b|-plus\b)"
)
OR_FEWER = r"\s*\b(?:or fewer|or less|or below|at most|or under|and under|at the most|maximum)\b"
OR_SO = r"(?:\s*-\s*odd\b|\s+odd\b|\s+or so\b|-ish\b|\s+or thereabouts\b|\s+(?:or more )?or less\b(?=\Z))"

# currency signs and codes that may stand before a figure
CURRENCY = (
    r"(?:US|A|C|HK|NZ|S|R|CA|AU)?\s?[$€£¥₩₹₽₺₦₫](?:US|CA|AU|NZ|HK|[ACS])?|\b(?:USD|EUR|GBP|RMB|CNY|KRW|JPY|CHF|AUD|"
    r"CAD|INR|RM|Rs\.?|Tk|NIS|SDG)"
)
