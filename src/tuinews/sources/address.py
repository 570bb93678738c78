"""Addresses of feeds: made fit to be asked, and fit to be shown."""

from base64 import b64encode
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from tuinews.errors import SourceError
from tuinews.text.links import without_credentials
from tuinews.text.wash import wash_line


def requestable(url: str) -> str:
    """Return `url` as it goes over the wire: host in ASCII (IDNA 2008), path and query percent-encoded.

    Raises SourceError for what is not an http or https address.
    """
    import idna

    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise SourceError(f"{shown(url)} is not a valid address.") from None
    if parts.scheme.lower() not in {"http", "https"}:
        raise SourceError(f"{shown(url)} is not an address that can be fetched: only http and https are.")
    if not host:
        raise SourceError(f"{shown(url)} names no host.")
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise SourceError(f"{shown(url)} has a host name that cannot exist.") from None
    place = f"[{host}]" if ":" in host else host
    if port is not None:
        place += f":{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return urlunsplit((parts.scheme.lower(), place, path, query, ""))


def credentials(url: str) -> str:
    """Return the value of an Authorization header for the user and password in an address, or ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if not parts.username:
        return ""
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return "Basic " + b64encode(pair.encode()).decode("ascii")


def shown(url: str) -> str:
    """Return an address as messages and logs may show it: washed, bounded, and without passwords."""
    return without_credentials(wash_line(url, 200))


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of a requestable address."""
    parts = urlsplit(url)
    scheme = parts.scheme
    return scheme, parts.hostname or "", parts.port or (443 if scheme == "https" else 80)


def host_name(url: str) -> str:
    """Return the host of any address as it is connected to, "" for one that cannot be asked."""
    try:
        return origin(requestable(url))[1]
    except SourceError:
        return ""


def redirected(url: str, location: str) -> str:
    """Return where a redirect from `url` leads; raise SourceError when that is no place to go."""
    try:
        target = urljoin(url, location)
    except ValueError:
        raise SourceError("it redirects to an address that is not valid") from None
    if urlsplit(target).scheme.lower() not in {"http", "https"}:
        raise SourceError(f"it redirects to {shown(target)}, which is not on the web")
    return requestable(target)
