"""The closed classes of English words that tell time, and what each is worth."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Season and its number in EDTF; the northern hemisphere's."""
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of a season; winter ends in the next year."""
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "a couple of": 2, "a dozen": 12,
}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
VAGUE = ("several", "a few", "few", "many", "some", "dozens of", "a number of", "countless")
"""Quantities that fix no date."""
CENTURIES = {"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
DAYPARTS = ("morning", "afternoon", "evening", "night", "noon", "midday", "dawn")
UNITS = (
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "centurie",
    "weekend",
)
CALENDAR_UNITS = ("day", "week", "weekend", "month", "year", "decade", "century")

_ABBREVIATIONS = {name[:3].lower(): at for at, name in enumerate(MONTHS, 1)} | {"sept": 9}
_DAYS = {name[:3].lower(): at for at, name in enumerate(WEEKDAYS)}


def month(word: str) -> int:
    """Number of a month, 1 to 12, from its name or abbreviation."""
    bare = word.rstrip(".").lower()
    return _ABBREVIATIONS[bare[:4] if bare == "sept" else bare[:3]]


def weekday(word: str) -> int:
    """Number of a weekday as `datetime` counts: Monday is 0."""
    return _DAYS[word[:3].lower()]


def number(word: str) -> int | None:
    """Value of a numeral in digits or letters (`12`, `twelve`, `a`, `twenty-one`); None when it is vague."""
    bare = " ".join(word.lower().replace(",", "").split())
    if bare.isdecimal():
        return int(bare)
    if bare in NUMBERS:
        return NUMBERS[bare]
    count, _, scale = bare.rpartition(" ")
    if count in NUMBERS and scale in ("hundred", "thousand"):
        return NUMBERS[count] * (100 if scale == "hundred" else 1000)
    tens, _, ones = bare.replace(" ", "-").partition("-")
    if tens in NUMBERS and ones in NUMBERS and NUMBERS[tens] >= 20 and NUMBERS[ones] <= 9:
        return NUMBERS[tens] + NUMBERS[ones]
    return None
