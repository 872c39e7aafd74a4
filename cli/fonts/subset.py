"""Makes the fonts in this folder from those of their projects: `python3 subset.py FOLDER`.

FOLDER has the originals, anywhere in it, by the names that they are published under: Inter-*.otf
and InterDisplay-*.otf (3.019), NotoSans<Script>-*.ttf, NotoSansCJK-Medium.ttc (2.004). Needs
fontTools.
"""

import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
FOLDER = Path(sys.argv[1])

# Spaces, what joins letters, marks of direction, and punctuation, for every script.
COMMON = [0x20, 0xA0, *range(0x200C, 0x2015), *range(0x2018, 0x2020), 0x2026, 0x25CC]


def ranges(text):
    """The numbers of characters in "0020-007E 00A0"."""
    for part in text.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


# Latin, Greek, Cyrillic, phonetics, punctuation, currencies, arrows, mathematics, a few signs.
FIRST = list(ranges(
    "0020-007E 00A0-052F 1AB0-1AFF 1C80-1C8F 1D00-1DBF 1E00-1FFF 2000-2027 2030-205E 2070-20CF "
    "2100-21FF 2200-22FF 25A0-25FF 2605-2606 2713 2717 2C60-2C7F A640-A69F A720-A7FF AB30-AB6F "
    "FB00-FB06"
))
SCRIPTS = {
    "Arabic": "0600-06FF 0750-077F FB50-FBB1 FDF2 FDFC FEFB",
    "Armenian": "0530-058F FB13-FB17",
    "Devanagari": "0900-097F",
    "Georgian": "10A0-10FF 1C90-1CBF",
    "Hebrew": "0590-05FF FB1D-FB4F",
    "Thai": "0E00-0E7F",
}


def double_bytes(encoding, firsts):
    """The characters that an encoding of East Asia has two bytes for."""
    seconds = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    for pair in (bytes([first, second]) for first in firsts for second in seconds):
        yield from pair.decode(encoding, "ignore") if pair[1] > 0x7F or encoding == "big5" else ""


def east_asia():
    """Ideographs of JIS X 0208, GB 2312 and the first level of Big5, syllables of KS X 1001, kana."""
    rows = range(0xA1, 0xFF)
    han = {*double_bytes("euc_jp", rows), *double_bytes("gb2312", rows)}
    han |= {*double_bytes("big5", range(0xA4, 0xC7))}
    wanted = {ord(c) for c in han if "\u4e00" <= c <= "\u9fff"}
    wanted |= {ord(c) for c in double_bytes("euc_kr", rows) if "\uac00" <= c <= "\ud7a3"}
    return [0x20, *wanted, *ranges("3000-30FF 3130-318F 31F0-31FF FF00-FFEF")]


def make(source, target, characters, features=None, number=-1):
    """Writes what a font has for some characters, without what only screens of old need."""
    options = subset.Options(hinting=False, font_number=number, name_IDs=["*"], notdef_outline=True)
    if features is not None:
        options.layout_features = features
    font = subset.load_font(str(next(FOLDER.rglob(source))), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    subset.save_font(font, str(HERE / target), options)


for name in ["Inter-Regular", "InterDisplay-SemiBold"]:
    make(f"{name}.otf", f"{name}.otf", FIRST, ["kern", "mark", "mkmk", "ccmp", "locl"])
for script, characters in SCRIPTS.items():
    for weight in ["Regular", "Bold"]:
        name = f"NotoSans{script}-{weight}.ttf"
        make(name, name, [*COMMON, *ranges(characters)])
# The third font of the collection has the shapes of simplified Chinese.
make("NotoSansCJK-Medium.ttc", "NotoSansCJKsc-Medium.otf", east_asia(), [], 2)
