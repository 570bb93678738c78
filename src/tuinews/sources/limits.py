"""How much a stranger's server may ask of this machine; each refusal names its limit and the setting."""

from dataclasses import dataclass, fields
from typing import Annotated, get_type_hints

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on fetching and reading; a field is the setting `limits.NAME`, its annotation says of what."""

    seconds: Annotated[float, "for a whole answer with all its redirects"] = 30.0
    answer_mb: Annotated[float, "of one answer, unpacked"] = 10.0
    redirects: Annotated[int, "that are followed for one answer"] = 10
    at_once: Annotated[int, "feeds that are asked at the same time"] = 8
    per_host: Annotated[int, "feeds of one server that are asked at the same time"] = 1
    entries: Annotated[int, "of one feed that are taken, the first ones"] = 5_000
    article_mb: Annotated[float, "of an article's markup that are read"] = 2.0

    @property
    def answer_bytes(self) -> int:
        """The largest answer."""
        return int(self.answer_mb * MB)

    @property
    def article_bytes(self) -> int:
        """The longest article, in characters of markup."""
        return int(self.article_mb * MB)


def described() -> dict[str, str]:
    """Return what each setting bounds, by its name."""
    hints = get_type_hints(Limits, include_extras=True)
    return {field.name: hints[field.name].__metadata__[0] for field in fields(Limits)}


DEFAULT_LIMITS = Limits()
