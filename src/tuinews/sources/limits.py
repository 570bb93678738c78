"""How much a stranger's server may ask of this machine; each refusal names its limit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on fetching: `seconds` for a whole answer with all its redirects, `size` in bytes unpacked."""

    seconds: float = 30.0
    size: int = 10 * 1024 * 1024
    redirects: int = 10
    at_once: int = 8
    per_host: int = 1


DEFAULT_LIMITS = Limits()
