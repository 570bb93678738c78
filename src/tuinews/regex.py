"""Regular expressions that cannot hang the program: RE2's, in time in proportion to the text.

Python's own may need for ever for one such as `(x+x+)+y`, and cannot be interrupted. The price: RE2 has no
look-around and no back references.
"""

import re
from functools import lru_cache


@lru_cache(maxsize=64)
def compiled(source: str) -> "re.Pattern[str] | None":
    """Return the expression ready for use, with `re`'s own methods; None if RE2 cannot read it."""
    import re2  # type: ignore[import-untyped]  # has no type hints

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    try:
        pattern: re.Pattern[str] = re2.compile(source, options)
    except re2.error:
        return None
    return pattern
