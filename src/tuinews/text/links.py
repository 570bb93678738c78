"""Addresses found in texts: made absolute, checked, and free of trackers and detours."""

import re
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

# What a reader may be asked to open. Not among them: `javascript:` and `data:` run what a stranger
# wrote, `file:` reads the user's own disk.
SCHEMES = frozenset({"http", "https", "mailto", "ftp", "gemini", "gopher", "magnet"})

URL_LIMIT = 4096

_UNSAFE = re.compile(
    '[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"<>\\\\^`{|}]'
)
_EDGES = "".join(map(chr, range(0x21)))  # what browsers take off the ends: controls and the blank
_PLAIN = re.compile(r"https?://[\w.:-]+(?:[/?#][\w.~:/?#\[\]@!$&'()*+,;=%-]*)?", re.ASCII | re.IGNORECASE)

# Parameters that tell a sender who clicked and change nothing on the page.
_TRACKER = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|custom\d|link_\w+)|pk_(?:campaign|kwd|source|medium)|mtm_\w+"
    r"|fbclid|gclid|gclsrc|dclid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|vero_id|oly_\w+_id"
    r"|wt_?mc|ns_campaign|ns_mchannel|ito|cmpid|xtor)=",
    re.IGNORECASE,
)

# Pages that do nothing but count who passes, and the parameter that says where they lead.
_DETOURS = {
    r"(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}/url": "(?:url|q)",
    r"(?:www\.)?bing\.com/news/apiclick\.aspx": "url",
    r"(?:lm?|www)\.facebook\.com/l\.php": "u",
    r"l\.instagram\.com/": "u",
    r"(?:www\.)?youtube\.com/redirect": "q",
    r"out\.reddit\.com/[^?#]*": "url",
    r"t\.umblr\.com/redirect": "z",
    r"(?:m\.)?vk\.com/away\.php": "to",
    r"(?:www\.)?steamcommunity\.com/linkfilter/": "u(?:rl)?",
    r"duckduckgo\.com/l/": "uddg",
    r"slack-redir\.net/link": "url",
}
_PASSED = "|".join(rf"{page}\?(?:[^#]*&)?{name}=" for page, name in _DETOURS.items())
_DETOUR = re.compile(rf"https?://(?:{_PASSED})(?P<target>https?(?::|%3A)[^&#]+)", re.IGNORECASE)


def absolute(url: str, base: str = "") -> str:
    """Return the address that `url` means on the page `base`, or "" for one that is not to be opened.

    Blanks, controls and characters that no address holds are percent-encoded (newlines and tabs are
    dropped, as browsers do), so an address never breaks out of the place it is printed in.
    """
    if url[:1] == "/" and url[1:2] != "/" and "/." not in url:
        url = _site(base) + url
    if _PLAIN.fullmatch(url) and len(url) <= URL_LIMIT:
        return _direct(url)
    url = url.strip(_EDGES).replace("\n", "").replace("\r", "").replace("\t", "").strip()
    if not url or len(url) > URL_LIMIT:
        return ""
    try:
        joined = urljoin(base, url) if base else url
        parts = urlsplit(joined)
    except ValueError:  # brackets that are no IPv6 address, and the like
        return ""
    if parts.scheme.lower() not in SCHEMES or (
        parts.scheme.lower() in {"http", "https"} and not parts.hostname
    ):
        return ""
    return _direct(_UNSAFE.sub(_quoted, joined))


@lru_cache(maxsize=64)
def _site(base: str) -> str:
    """Return scheme and host of a plain address, "" for one that takes resolving with care."""
    return "/".join(base.split("/", 3)[:3]) if _PLAIN.fullmatch(base) else ""


def _direct(url: str) -> str:
    """Return the address where one arrives, past a page that only counts who passes, free of trackers."""
    if "=" not in url:
        return url
    detour = _DETOUR.match(url)
    target = absolute(unquote(detour["target"])) if detour else ""
    return target or _without_trackers(url)


def _without_trackers(url: str) -> str:
    """Return the address without the parameters that follow the reader about; others keep their order."""
    address, hash_, fragment = url.partition("#")
    page, _, query = address.partition("?")
    parameters = query.split("&")  # looked at one by one: a tracker stands only at a parameter's beginning
    kept = [parameter for parameter in parameters if not _TRACKER.match(parameter)]
    marked = bool(_TRACKER.match(fragment))
    if len(kept) == len(parameters) and not marked:
        return url
    query = "&".join(kept)
    return page + ("?" + query if query else "") + ("" if marked else hash_ + fragment)


def without_credentials(url: str) -> str:
    """Return an address without user and password."""
    scheme, separator, rest = url.partition("://")
    place, slash, path = rest.partition("/")
    return scheme + separator + place.rpartition("@")[2] + slash + path if separator else url


def _quoted(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))
