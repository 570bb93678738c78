"""What a server said; apart from the client, so that its library is imported only to ask."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer at the end of all redirects, header names in lower case, body unpacked.

    `url` is where it came from; `moved` is that address when every redirect on the way was permanent, or "".
    """

    status: int
    url: str
    headers: dict[str, str]
    body: bytes
    moved: str = ""
