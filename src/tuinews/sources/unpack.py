"""Answers are unpacked here, piece by piece and within a limit: a megabyte of gzip can hold a gigabyte."""

import sys
import zlib
from typing import Protocol

from tuinews.errors import SourceError

ACCEPTED = "gzip, deflate, br, zstd"

# The most that one step may unpack before the total is checked again.
_STEP = 256 * 1024


class Unpacker(Protocol):
    """Takes packed pieces and gives unpacked ones of at most `_STEP` bytes; `errors` is what it may raise."""

    errors: tuple[type[Exception], ...]

    def feed(self, piece: bytes) -> bytes:
        """Return what comes out first; `more` tells whether there is more without new input."""
        ...

    @property
    def more(self) -> bool:
        """Whether `feed(b"")` would give more."""
        ...

    @property
    def complete(self) -> bool:
        """Whether the packed content has come to its end."""
        ...


class Zlib:
    """gzip, zlib and bare deflate streams; several gzip members in a row are one answer."""

    errors: tuple[type[Exception], ...] = (zlib.error,)

    def __init__(self, encoding: str) -> None:
        self._bare = encoding == "deflate"
        self._inflater = zlib.decompressobj(wbits=47)
        self._rest = b""
        self._started = False

    def feed(self, piece: bytes) -> bytes:
        """Unpack a step; what is not gzip in spite of its header is passed on as it is by `unpacker`."""
        piece = self._rest + piece
        if not self._started and piece:
            # Servers send bare deflate where RFC 9110 asks for a zlib stream: its first byte tells.
            if self._bare and piece[0] & 0x0F != 8:
                self._inflater = zlib.decompressobj(wbits=-15)
            self._started = True
        out = self._inflater.decompress(piece, _STEP)
        self._rest = self._inflater.unconsumed_tail
        if self._inflater.eof and self._inflater.unused_data.startswith(b"\x1f\x8b"):
            self._rest = self._inflater.unused_data
            self._inflater = zlib.decompressobj(wbits=47)
        return out

    @property
    def more(self) -> bool:
        """Whether input is left over from the last step."""
        return bool(self._rest)

    @property
    def complete(self) -> bool:
        """Whether the last member is whole."""
        return self._inflater.eof or not self._started


class Brotli:
    """RFC 7932."""

    def __init__(self) -> None:
        import brotli  # type: ignore[import-untyped]  # it ships no types

        self.errors: tuple[type[Exception], ...] = (brotli.error,)
        self._decoder = brotli.Decompressor()

    def feed(self, piece: bytes) -> bytes:
        """Unpack a step."""
        return bytes(self._decoder.process(piece, output_buffer_limit=_STEP))

    @property
    def more(self) -> bool:
        """Whether output is left in the decoder."""
        return not self._decoder.can_accept_more_data()

    @property
    def complete(self) -> bool:
        """Whether the stream is whole."""
        return bool(self._decoder.is_finished())


class Zstandard:
    """RFC 8878."""

    def __init__(self) -> None:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd

        self.errors: tuple[type[Exception], ...] = (zstd.ZstdError, EOFError)
        self._decoder = zstd.ZstdDecompressor()

    def feed(self, piece: bytes) -> bytes:
        """Unpack a step."""
        return b"" if self._decoder.eof else self._decoder.decompress(piece, _STEP)

    @property
    def more(self) -> bool:
        """Whether output is left in the decoder."""
        return not (self._decoder.needs_input or self._decoder.eof)

    @property
    def complete(self) -> bool:
        """Whether the frame is whole."""
        return self._decoder.eof


class Body:
    """Collects an answer's pieces, unpacked, up to `limit` bytes, as the user set it."""

    def __init__(self, encoding: str, limit: int, setting: str = "limits.size") -> None:
        self._limit, self._setting = limit, setting
        self._unpacker = _unpacker(encoding.strip().lower())
        self._pieces: list[bytes] = []
        self.length = 0
        self._first = True

    def add(self, piece: bytes) -> None:
        """Take a piece as it came; raise SourceError when the answer is too large or badly packed."""
        if self._first and piece:
            self._first = False
            # Servers that pack without saying so, and that say so without packing.
            if piece.startswith(b"\x1f\x8b"):
                self._unpacker = self._unpacker or Zlib("gzip")
            elif isinstance(self._unpacker, Zlib) and piece.lstrip()[:1] in {b"<", b"{"}:
                self._unpacker = None
        if self._unpacker is None:
            self._keep(piece)
            return
        try:
            self._keep(self._unpacker.feed(piece))
            while self._unpacker.more:
                self._keep(self._unpacker.feed(b""))
        except self._unpacker.errors as error:
            raise SourceError(f"its packed content is damaged ({error})") from None

    def count(self, piece: bytes) -> None:
        """Count a piece; raise SourceError when it is one too many."""
        self.length += len(piece)
        if self.length > self._limit:
            raise SourceError(
                f"it is larger than {self._limit / 1048576:g} MB, the limit (the setting {self._setting})"
            )

    def _keep(self, piece: bytes) -> None:
        self.count(piece)
        self._pieces.append(piece)

    def done(self) -> bytes:
        """Return the whole answer; raise SourceError when its packed content ends too soon."""
        if self._unpacker is not None and not self._first and not self._unpacker.complete:
            raise SourceError("its packed content is damaged (it ends too soon)")
        return b"".join(self._pieces)


def _unpacker(encoding: str) -> Unpacker | None:
    match encoding:
        case "" | "identity":
            return None
        case "gzip" | "x-gzip" | "deflate":
            return Zlib(encoding)
        case "br":
            return Brotli()
        case "zstd":
            return Zstandard()
        case _:
            raise SourceError(f"it is packed in a way that was not asked for ({encoding[:40]})")
