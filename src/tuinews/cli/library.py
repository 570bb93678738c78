"""The user's library, opened for a command: with what the file of settings asks for."""

import sys
from typing import TYPE_CHECKING

from tuinews.home import Home

if TYPE_CHECKING:
    from tuinews.library import Library


def opened(home: Home, *, with_samples: bool = True) -> "Library":
    """Open the library; what is wrong with the settings is told on standard error, a line each."""
    from tuinews.library import Library

    library = Library(home.data, with_samples=with_samples)
    if home.settings.is_file():
        from tuinews.settings import load

        settings, problems = load(home.settings)
        for problem in problems:
            print(f"tuinews: {problem}", file=sys.stderr)
        library.obey(settings)
    return library
