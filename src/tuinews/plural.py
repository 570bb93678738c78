"""Numbers with what they count."""


def counted(number: int, noun: str, many: str = "") -> str:
    """Return "1 article", "2,000 articles"; `many` is the plural of a noun that is not formed by an s."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def times(number: int) -> str:
    """Return "once", "2,000 times"."""
    return "once" if number == 1 else f"{number:,} times"
