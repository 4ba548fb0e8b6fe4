"""The writing system of a text, by ISO 15924 code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

_SAMPLE_CHARS = 300
_KANA_SHARE = 0.05
"""Share of kana from which text with Han characters is Japanese."""

# First code point of each range and its script; None closes a range. Letters only matter, so gaps are coarse.
_RANGES: tuple[tuple[int, str | None], ...] = (
    (0x0041, "Latn"), (0x02B0, None), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0700, None), (0x0750, "Arab"), (0x0780, None), (0x0900, "Deva"), (0x0980, "Beng"),
    (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"),
    (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"),
    (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, None), (0x1780, "Khmr"), (0x1800, None),
    (0x1C90, "Geor"), (0x1CC0, None), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, None), (0x3041, "Kana"),
    (0x3100, None), (0x3130, "Hang"), (0x3190, None), (0x3400, "Hani"), (0xA000, None), (0xAC00, "Hang"),
    (0xD7B0, None), (0xF900, "Hani"), (0xFB00, "Latn"), (0xFB07, None), (0xFB1D, "Hebr"), (0xFB50, "Arab"),
    (0xFE00, None), (0xFE70, "Arab"), (0xFF00, None), (0xFF21, "Latn"), (0xFF5B, None), (0xFF66, "Kana"),
    (0xFFA0, None), (0x20000, "Hani"), (0x323B0, None),
)  # fmt: skip
_LATIN = re.compile(r"[^\W\d_]")
_OTHER_THAN_LATIN = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ufaff\ufb07-\U000323af]")
_STARTS = [start for start, _ in _RANGES]


def script_of(text: str) -> str | None:
    """The script of more than half of a text's letters, or None. Japanese is ``Jpan``, Han alone is ``Hani``.

    >>> script_of("Москва"), script_of("東京です"), script_of("北京"), script_of("12:30")
    ('Cyrl', 'Jpan', 'Hani', None)
    """
    sample = text[:_SAMPLE_CHARS]
    if sample.isascii() or _OTHER_THAN_LATIN.search(sample) is None:
        return "Latn" if _LATIN.search(sample) else None
    counts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        if character.isalpha():
            script = _RANGES[bisect_right(_STARTS, ord(character)) - 1][1]
            if script:
                counts[script] += count
    letters = counts.total()
    if counts["Kana"] > _KANA_SHARE * letters and counts["Kana"] + counts["Hani"] > letters / 2:
        return "Jpan"
    script, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return script if count > letters / 2 else None
