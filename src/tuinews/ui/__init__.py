"""The interface, the only floor that knows Textual."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuinews.library import Library

LARGE = 256 << 10  # bytes: memory of that size and more goes back to the system when it is freed


def run(library: "Library", *, settings: Path | None = None) -> int:
    """Show the library until the user leaves; return the exit status.

    The garbage collector rests until the first screen is drawn, which saves a tenth of the start; what
    was made until then is never collected anyway.
    """
    import gc
    import os

    gc.disable()
    _use_one_heap()
    # A key waits for the next tick of Textual's clock to be seen, twice where panes change: 60 a second made
    # an article of 600 words take 39 ms to open, 240 make it 25. Nothing is drawn where nothing changed.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # How long Esc may yet be the first byte of a key's sequence. Those come in one piece, over ssh too: tmux
    # waits as long since its 3.5. Where they do not, one's own ESCDELAY (milliseconds, as in ncurses) holds.
    os.environ.setdefault("ESCDELAY", "10")
    from tuinews.ui.app import Tuinews
    from tuinews.ui.bidi import told_apart

    app = Tuinews(library, settings=settings)
    take, give_back = told_apart()
    print(take, end="", flush=True)
    app.run()
    print(give_back, end="", flush=True)
    return app.return_code or 0


def _use_one_heap() -> None:
    """Have all threads take their memory from one heap that gives back, where there is glibc.

    It gives each thread its own, and each keeps what its largest search took: after 100 searches of 100,000
    articles 131 MB were resident, with one heap 105, as quickly found. And it keeps what is freed of lists of
    ids, once one was freed: at a million articles some 10 MB. To be called while there is one thread only.
    """
    import ctypes
    import sys

    if sys.platform == "linux":
        most_heaps, mapped_from, kept = -8, -3, -1  # M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
        with suppress(AttributeError):  # another library than glibc
            set_option = ctypes.CDLL(None).mallopt
            set_option(most_heaps, 1)
            set_option(mapped_from, LARGE)
            set_option(kept, LARGE)
