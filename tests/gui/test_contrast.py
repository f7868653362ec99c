"""The contrast table: what was measured for the design holds for the token file."""

import pytest

from desktop_app.gui.look.theme import Scheme, load_tokens

WHITE = "white"
TEXT_AT_LEAST = 4.5
OUTLINE_AT_LEAST = 3.0
DISABLED_AT_LEAST = 3.5

MEASURED = """
text on bg                    15.70 15.18   | text3 on disabledBg         4.91  5.59
text on surface               17.28 13.97   | accent on surface           6.63  8.05
text on raised                16.39 12.84   | accent on bg                6.02  8.75
text on sel                   14.63 10.91   | accent on sel               5.61  6.29
text on hover                 15.25 12.03   | onAccent on accentFill      6.63  5.55
text2 on bg                    7.29  9.70   | onAccent on accentDeep      9.54  8.54
text2 on surface               8.02  8.92   | onMark on mark             14.16  6.86
text2 on raised                7.61  8.20   | white on matchFill          6.61  5.67
text2 on sel                   6.79  6.97   | white on matchDeep          8.86  7.78
text3 on bg                    5.19  6.97   | matchText on bg             7.83 12.78
text3 on surface               5.71  6.41   | matchText on surface        8.61 11.76
text3 on raised                5.42  5.89   | white on stopFill           6.88  5.86
text3 on sel                   4.83  5.01   | white on stopDeep           9.00  8.05
text3 on hover                 5.04  5.52   | stopText on stopTint        8.72  9.78
stopText on bg                 9.08 11.72   | text on noneTint           14.88 11.21
stopText on surface            9.99 10.78   | match on surface            6.61  9.68
text on stopTint              15.08 12.68   | match on sel                5.60  7.56
white on lockedFill            7.37  6.04   | stop on surface             6.88  8.21
white on lockedDeep            9.51  8.23   | locked on surface           7.37  9.70
lockedText on lockedTint       9.04 10.10   | none on surface             8.15  7.81
lockedText on surface         10.09 12.32   | lineStrong on surface       3.39  3.98
text on lockedTint            15.48 11.46   | lineStrong on bg            3.08  4.32
text2 on lockedTint            7.18  7.32   | accent on line              5.01  5.65
white on noneFill              8.15  6.36   | noneText on noneTint        9.73  9.35
white on noneDeep             10.60  8.55   | noneText on surface        11.31 11.65
disabledText on disabledBg     3.68  4.08   | noneText on sel             9.57  9.10
"""
"""The design's own figures, light and dark."""

ADDED = """
lockedText on sel              8.54  9.62   | lockedText on bg            9.17 13.39
noneText on bg                10.27 12.66   | stop on bg                  6.25  8.92
none on bg                     7.40  8.49   | matchText on sel            7.29  9.19
text2 on disabledBg            6.90  7.78   | text on disabledBg         14.87 12.18
locked on lockedTint           6.60  7.96   | text2 on hover              7.08  7.69
stop on stopTint               6.00  7.45   | text2 on line               6.06  6.27
"""
"""Pairs that the widgets use beyond the design's table."""


def pairs(table: str) -> list[tuple[str, str, float, float]]:
    found = []
    for line in table.strip().splitlines():
        for cell in line.split("|"):
            above, _, below, light, dark = cell.split()
            found.append((above, below, float(light), float(dark)))
    return found


def colour(name: str, scheme: Scheme) -> str:
    if name == WHITE:
        return "#FFFFFF"
    tokens = load_tokens()
    if name in tokens.colours:
        return tokens.colours[name][scheme]
    look = next(look for look in tokens.verdicts if name.startswith(look))
    return tokens.verdicts[look][name.removeprefix(look).lower() or "plain"][scheme]


def luminance(colour: str) -> float:
    """WCAG 2.x, relative luminance."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(above: str, below: str) -> float:
    brighter, darker = sorted((luminance(above), luminance(below)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("above", "below", "light", "dark"), pairs(MEASURED) + pairs(ADDED))
def test_ratio_is_the_measured_one(above: str, below: str, light: float, dark: float) -> None:
    """Each pair of the table has the ratio that was measured for it."""
    for scheme, expected in ((Scheme.LIGHT, light), (Scheme.DARK, dark)):
        found = contrast(colour(above, scheme), colour(below, scheme))
        assert found == pytest.approx(expected, abs=0.006), scheme


@pytest.mark.parametrize(("above", "below", "light", "dark"), pairs(MEASURED) + pairs(ADDED))
def test_every_pair_is_readable(above: str, below: str, light: float, dark: float) -> None:
    """Texts reach 4.5, outlines and icons 3.0, labels of disabled buttons 3.5."""
    least = TEXT_AT_LEAST
    if above in {"lineStrong", "accent", "match", "stop", "locked", "none"}:
        least = OUTLINE_AT_LEAST
    elif above == "disabledText":
        least = DISABLED_AT_LEAST
    assert min(light, dark) >= least
