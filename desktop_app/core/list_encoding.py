"""Which encoding a customer list is written in.

The byte order mark decides, then whether the whole file is valid UTF-8, then how plausible its
bytes above 127 are as letters of the encodings that spreadsheets of western Europe write; what
looks like none of those is given to charset-normalizer.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from desktop_app.core.errors import ListUnusableError

UTF_8 = "utf-8-sig"

_CHUNK = 1 << 20
_HEAD = 1 << 16
_ENOUGH = 20_000
_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARY = (
    b"PK\x03\x04", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x1f\x8b", b"\xff\xd8\xff", b"GIF8",
    b"\x7fELF", b"MZ\x90", b"SQLite format 3\x00", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"{\\rtf",
)  # fmt: skip
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")
_BINARY_SHARE = 0.02
_HIGH = re.compile(rb"[\x00-\x7f]?[\x80-\xff]+[\x00-\x7f]?")
_NAMES = re.compile(
    r"ascii|utf-?(?:8|16|32)(?:-[bl]e|-sig)?|cp\d+|iso8859-\d+|mac-\w+|koi8-[rtu]|gb\w+|big5\w*"
    r"|shift_jis\w*|euc_\w+|hp-roman8|kz1048|tis-620"
)
_FAMILIAR = {"mac": "mac-roman", "macintosh": "mac-roman", "ansi": "cp1252", "windows": "cp1252",
             "dos": "cp850", "unicode": "utf-16", "excel": "cp1252"}  # fmt: skip

# In the order in which a tie is decided. Latin-1 is cp1252 with control characters in place of
# 27 signs, so cp1252 reads it as well.
_WESTERN = ("cp1252", "mac-roman", "cp850")
_FREQUENT = frozenset("äöüßéèáíóñçåøãæ")
_LETTERS = _FREQUENT | frozenset("êëàâìîïòôõúùûÿ")
_RARE_LETTERS = frozenset("œšžıªº")
_SIGNS = frozenset("–—’‘“”„«»€£§°·…¿¡´®©™\u00a0")
_QUOTES = frozenset("„“”«»")  # more often than the capitals Ñ and Ç that other encodings see there
_PLAUSIBLE = 0.9  # mean score of a sample that was read with the right encoding: 1.2 and more
_OTHERS = ("cp1250", "iso8859-2", "cp1251", "koi8-r", "cp1253", "cp1254", "cp1257")


def named_encoding(name: str) -> str:
    """The codec for an encoding that a person named.

    Raises:
        ListUnusableError: ``unknown-encoding``.
    """
    try:
        codec = codecs.lookup(_FAMILIAR.get(name.strip().casefold(), name.strip())).name
    except (LookupError, ValueError):
        codec = ""
    if _NAMES.fullmatch(codec) is None:
        raise ListUnusableError("unknown-encoding", name=name)
    return UTF_8 if codec == "utf-8" else codec


def detect_encoding(stream: BinaryIO) -> str:
    """The codec of the file in ``stream``, which is read from its beginning to its end.

    Raises:
        ListUnusableError: ``empty`` or ``binary``.
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    if not head:
        raise ListUnusableError("empty")
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    if head.startswith(_KNOWN_BINARY):
        raise ListUnusableError("binary")
    if codec := _utf_16_without_mark(head):
        return codec
    controls = sum(map(head.count, _CONTROL_BYTES))
    if controls > max(1, len(head) * _BINARY_SHARE):
        raise ListUnusableError("binary")
    return UTF_8 if _is_utf_8(stream) else _plausible(_sample(stream))


def _utf_16_without_mark(head: bytes) -> str:
    half = len(head) // 2
    if not half:
        return ""
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    # Every ASCII character, so nearly every one of a list, has a zero as its higher byte.
    codec = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < 0.5 or min(even, odd) > 0.05:  # noqa: PLR2004 - shares of zeros
        return ""
    try:
        head[: half * 2].decode(codec)
    except UnicodeDecodeError as error:
        if error.end < half * 2:
            return ""
    return codec


def _is_utf_8(stream: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(stream):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _sample(stream: BinaryIO) -> Counter[bytes]:
    """What stands around the bytes above 127, and how often, until that is enough to tell."""
    sample: Counter[bytes] = Counter()
    for chunk in _chunks(stream):
        sample.update(match[0] for match in _HIGH.finditer(chunk))
        if len(sample) >= _ENOUGH:
            break
    return sample


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        yield chunk


def _plausible(sample: Counter[bytes]) -> str:
    scores = {codec: _score(sample, codec) for codec in _WESTERN}
    best = max(_WESTERN, key=scores.__getitem__)
    if scores[best] >= _PLAUSIBLE:
        return best
    return _guessed(sample) or best


def _score(sample: Counter[bytes], codec: str) -> float:
    """How much like words the sample reads, from -2 to 2 for each character above 127."""
    total = count = 0.0
    for piece, times in sample.items():
        text = f" {piece.decode(codec, errors='replace')} "
        for before, char, after in zip(text, text[1:], text[2:], strict=False):
            if not char.isascii():
                total += times * _fit(before, char, after)
                count += times
    return total / count


def _fit(before: str, char: str, after: str) -> float:
    if char in _SIGNS:
        if before.isalpha() and after.isalpha():
            return 1.0 if char == "’" else -1.0
        return 1.75 if char in _QUOTES else 1.0
    if char in _RARE_LETTERS:
        return 0.5
    if char.lower() not in _LETTERS:
        return -2.0
    foreign = (before + after).encode("ascii", "ignore")
    if len(foreign) < len(before + after):
        # Two in a row are not rare ("größer"), three are no western word.
        return 0.5 if foreign else -1.0
    return _fit_lower(before, char, after) if char.islower() else _fit_upper(before, after)


def _fit_lower(before: str, char: str, after: str) -> float:
    if after.isupper():
        return -1.0
    if before.isalpha():
        return 2.0 if char in _FREQUENT else 1.5
    return 1.0 if after.isalpha() else 0.0


def _fit_upper(before: str, after: str) -> float:
    if before.islower():
        return -2.0
    return 1.5 if before.isalpha() or after.isalpha() else 0.0


def _guessed(sample: Counter[bytes]) -> str:
    from charset_normalizer import from_bytes

    words = b"\n".join(piece for piece, _ in sample.most_common(_ENOUGH))
    found = from_bytes(words, cp_isolation=list(_OTHERS)).best()
    return "" if found is None else found.encoding
