"""What the numbers about a line between headline and story weigh, as ``python -m benchmarks heads`` fits them."""

from __future__ import annotations

BIAS = (-0.79, -2.86)
"""The log-odds of a standfirst, and of a caption among what is none, before anything is known of the line."""

WEIGHTS = {
    "ends like a sentence": (0.24, -0.97),
    "several sentences": (0.12, -0.03),
    "words": (-0.98, 1.92),
    "length": (-0.05, 0.79),
    "longer than the headline": (0.81, 1.14),
    "longer than headlines": (-0.12, 0.43),
    "long and right under the headline": (0.16, 0.42),
    "capital letters": (-1.18, 0.32),
    "capital letters right under the headline": (-1.43, 0.78),
    "numbers": (0.54, -0.58),
    "a colon": (0.31, -1.82),
    "semicolons and the like": (1.10, 0.03),
    "parts": (-0.99, -1.05),
    "a bullet": (2.34, 0.00),
    "a script without spaces": (-0.39, 0.25),
    "repeats a line": (0.04, -0.34),
    "its prose": (1.75, 0.11),
    "the headline ends like a sentence": (-0.78, 0.17),
    "words of captions": (-6.40, 0.00),
    "words shared with the story": (0.41, 1.40),
    "share of them": (-0.51, 0.28),
    "share of words of the headline": (-0.32, 2.35),
    "right under the headline": (0.34, 0.82),
    "second or third under the headline": (0.01, -0.02),
    "further down": (-0.21, -0.36),
    "right above the story": (1.12, 0.08),
    "no sentence, right above the story": (-0.50, -0.08),
    "a blank line above": (-0.30, 0.48),
    "a blank line below": (0.68, 0.10),
    "the last of some lines": (0.03, 0.46),
    "lines in doubt": (0.82, -0.82),
    "a line in doubt above": (0.08, 0.39),
    "a label in doubt below": (0.21, 0.35),
    "a sentence in doubt below": (0.26, -0.31),
    "the story begins with a place": (-0.38, -0.30),
    "captions in the head": (0.17, -1.18),
    "captions in the head, right under the headline": (0.79, 0.13),
    "a caption right above": (0.19, 1.38),
    "no sentence, a caption right above": (-1.08, 1.07),
    "a caption right below": (-0.65, 0.82),
    "above the date": (0.96, -1.23),
    "ends like a sentence above the date": (-0.77, 0.05),
    "below the date": (0.34, 0.20),
    "no sentence, the date right above": (-0.51, -0.21),
    "above the byline": (0.05, 0.33),
    "right above the byline": (0.32, 0.97),
}
"""What each value adds to the two."""

TOGETHER = (
    ("ends like a sentence", "captions in the head, right under the headline", -0.24),
    ("the last of some lines", "below the date", -1.73),
    ("capital letters", "a bullet", -3.19),
    ("the headline ends like a sentence", "above the byline", 0.13),
    ("long and right under the headline", "share of words of the headline", -2.24),
    ("several sentences", "captions in the head", 1.93),
    ("further down", "above the byline", -0.77),
    ("second or third under the headline", "capital letters", -1.04),
    ("a bullet", "a caption right above", -4.19),
    ("a bullet", "a script without spaces", -0.56),
    ("words", "share of them", 1.24),
    ("share of them", "its prose", -1.42),
    ("longer than the headline", "below the date", 0.28),
)
"""What two values together add to the first."""
