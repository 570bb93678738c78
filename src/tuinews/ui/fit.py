"""Text in the room there is: cut between words, with an ellipsis, never within one if that can be helped."""

from rich.cells import cell_len, set_cell_size

from tuinews.ui.wrap import wrap


def fit(text: str, width: int) -> str:
    """The text on one line of at most `width` cells."""
    if cell_len(text) <= width:
        return text
    if width < 2:
        return set_cell_size(text, max(width, 0))
    # Of a long text no more than can be on the line: an emoji may have ten characters in its two cells.
    start, end = wrap(text, 0, min(len(text), 12 * width), width - 1, width - 1)[0]
    shown = text[start:end].rstrip(" ,;:–—-")
    return f"{shown}…"


def fill(text: str, width: int) -> str:
    """The text on one line of exactly `width` cells."""
    return set_cell_size(fit(text, width), width)


def lines(text: str, width: int, most: int) -> list[str]:
    """The text, its blanks closed up, on at most `most` lines of at most `width` cells each."""
    text = " ".join(text.split())
    stretches = wrap(text, 0, len(text), width, width)
    shown = [text[start:end] for start, end in stretches[:most]]
    if len(stretches) > most:
        shown[-1] = fit(text[stretches[most - 1][0] :], width)
    return shown
