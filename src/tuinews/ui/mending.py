"""What Textual gets wrong, put right until it does so itself."""

from functools import lru_cache, partial
from typing import Any

from textual._styles_cache import StylesCache


def let_go() -> None:
    """Let the drawings of widgets go with them, which Textual 8.2 keeps (Textualize/textual#6665).

    A cache of colours has the drawings of a widget in its keys, and holds 1,024 of them: each panel that was
    opened and closed left 3,000 objects, and after some hundred the collector took 0.1 to 0.2 s now and then.
    """
    cache: Any = StylesCache
    kept = cache.__dict__["get_inner_outer"]
    if hasattr(kept, "__wrapped__") and not isinstance(kept, staticmethod):
        cache.get_inner_outer = staticmethod(lru_cache(1024)(partial(kept.__wrapped__, cache)))
