"""File names made of titles: of any script, refused by no file system."""

import re
import unicodedata

NAME_BYTES = 200  # of a file name; file systems take 255, and the suffix and a number want room

# What Windows keeps for devices, with any suffix, and the signs that a file system somewhere refuses.
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|\s|$)", re.IGNORECASE)
# Control characters, and those that turn the direction of what follows: a name must read as it is.
_REFUSED = re.compile(r'[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069<>:"/\\|?*]+')
_EDGES = "-~. "  # before a name an option, somebody's home, a hidden file; after it nothing on Windows


def file_name(title: str, suffix: str) -> str:
    """Return a file name made of a title: one part, that no program takes for anything but a file."""
    name = _REFUSED.sub(" ", unicodedata.normalize("NFC", title))
    name = " ".join(name.split()).lstrip(_EDGES).rstrip(". ")
    name = name.encode()[: NAME_BYTES - len(suffix)].decode(errors="ignore").rstrip(". ")
    if not name or _RESERVED.match(name):
        name = f"article {name}".strip()
    return name + suffix
