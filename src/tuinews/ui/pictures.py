"""Pictures in the terminal, through textual-image: kitty's protocol, sixel, half blocks, or shades."""

import sys
from typing import TYPE_CHECKING

from tuinews.errors import TuinewsError

if TYPE_CHECKING:
    from PIL.Image import Image
    from textual.app import App
    from textual.widget import Widget

PIXELS = 50_000_000
"""The largest picture that is unpacked: 200 MB while it is."""

SIDE = 1600
"""What a picture is made small to, in pixels: more than any terminal shows."""

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "AVIF")  # no reader among them that runs what it reads


def read(data: bytes) -> "Image":
    """Return a picture, upright and made small; raises TuinewsError when it cannot be shown.

    Takes its time: not for the interface's own thread.
    """
    import io

    try:
        import textual_image  # noqa: F401 - asked for before it is used: the other half of the extra
        from PIL import Image, ImageOps, UnidentifiedImageError
    except ImportError:
        raise TuinewsError(
            "Showing pictures needs textual-image: install it with `pip install 'tuinews[images]'`."
        ) from None

    known = [name for name in _FORMATS if name in Image.registered_extensions().values()]
    try:
        with Image.open(io.BytesIO(data), formats=known) as picture:
            if picture.width * picture.height > PIXELS:
                size = f"{picture.width:,} × {picture.height:,}"
                raise TuinewsError(f"This picture is too large to be shown: {size} pixels.")
            picture.draft("RGB", (SIDE, SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((SIDE, SIDE))
            return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except UnidentifiedImageError:
        raise TuinewsError("This is no picture of a kind that can be shown.") from None
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise TuinewsError(f"This picture is damaged ({error}).") from None


def shown(app: "App[None]", picture: "Image") -> "Widget":
    """Return a widget that shows a picture as well as the terminal can.

    The terminal is asked what it can when the first one is shown; for that the program steps aside for a
    moment, since the answer comes as if it were typed.
    """
    from textual.app import SuspendNotSupported

    if "textual_image.widget" not in sys.modules:
        try:
            with app.suspend():
                import textual_image.widget
        except SuspendNotSupported:
            import textual_image.widget  # noqa: F401 - in a browser and in tests: there is nobody to ask
    from textual_image.widget import Image, UnicodeImage

    return UnicodeImage(picture) if app.no_color else Image(picture)
