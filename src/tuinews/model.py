"""The values that pass between the floors: frozen, slotted, and knowing nothing but each other.

One coordinate system: the body of an article is one normalised `str`, and every offset in this
module (mark, quotation, mention, hit, position) is a code-point index into that same `str`, end
exclusive. Times are whole seconds since 1970-01-01 UTC.
"""

from array import array
from enum import StrEnum
from typing import NamedTuple


class MarkKind(StrEnum):
    """What a span of an article's text is in its structure; blocks first, then inline kinds.

    Decoration (bullets, indents, bars, rules) is never part of the text: the marks say where it goes.
    """

    HEADING = "heading"  # value: the level, "1" to "6"
    ITEM = "item"  # value: "•" or the number with its dot, "3."; depth is how many items enclose a place
    BLOCKQUOTE = "blockquote"
    CODE = "code"  # a block, kept line by line; value: the language, or ""
    CAPTION = "caption"
    ROW = "row"  # one line of a table, cells parted by tabs; value: "head" or ""
    RULE = "rule"  # an empty span where a horizontal rule stands
    IMAGE = "image"  # over the alternative text, may be empty; value: the address of the image
    LINK = "link"  # value: the absolute target
    EMPHASIS = "emphasis"
    STRONG = "strong"
    MONO = "mono"  # code within a sentence
    DELETED = "deleted"  # struck out: no longer meant


class Span(NamedTuple):
    """A stretch of a text, `text[start:end]`."""

    start: int
    end: int


class Snippet(NamedTuple):
    """One line cut out of a text at `offset`, for a row of hits; `spans` are the hits in the line.

    Of a quotation that was asked for, `speaker` tells who said it, and without hits all of it is the hit.
    """

    text: str
    spans: tuple[Span, ...] = ()
    offset: int = 0
    cut_before: bool = False
    cut_after: bool = False
    speaker: str = ""

    @property
    def place(self) -> Span | None:
        """Where in the text the first of the hits stands; None if it has none."""
        if not self.spans:
            return Span(self.offset, self.offset + len(self.text)) if self.speaker else None
        return Span(self.offset + self.spans[0].start, self.offset + self.spans[0].end)


class Mark(NamedTuple):
    """A span of structure; `value` is described at each `MarkKind`.

    A tuple and no dataclass: an article has hundreds, and making one takes 0.3 us where that takes 1.2.
    """

    kind: MarkKind
    start: int
    end: int
    value: str = ""


class Enclosure(NamedTuple):
    """A file that comes with an entry (RSS 2.0 `enclosure`, Atom `rel=enclosure`); bytes, 0 if unknown."""

    url: str
    type: str = ""
    length: int = 0


class Entry(NamedTuple):
    """One article as its source gives it, washed and not yet stored.

    `guid` is the source's own identity for it and never empty. `published` is None when the source
    names no date. `language` is a BCP 47 tag as declared, or "".
    """

    guid: str
    url: str
    title: str
    text: str
    marks: tuple[Mark, ...] = ()
    author: str = ""
    published: int | None = None
    updated: int | None = None
    language: str = ""
    tags: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


class FeedKind(StrEnum):
    """Where a feed's articles come from."""

    WEB = "web"
    LOCAL = "local"  # a file or folder on this machine
    SAMPLE = "sample"  # the built-in samples, shown until there is a feed of another kind


class Feed(NamedTuple):
    """A source the user subscribed to; `url` is an http(s) address or an absolute path.

    `error` is the reason of the last failure, or what was left out of the last answer (then `failures` is 0);
    it is empty while all is well. `unread` and `total` are counts that the store keeps. `full` says that its
    articles are fetched whole from their pages, `digest` what the last answer was, so that the same again is
    known without reading it. `failing_since` is 0 while all is well, and where nobody noted it. `every` is
    the seconds between two looks that the user wants for it, 0 where it is as for the others.
    """

    id: int
    url: str
    title: str
    kind: FeedKind = FeedKind.WEB
    folder: str = ""
    site: str = ""
    unread: int = 0
    total: int = 0
    checked: int = 0
    due: int = 0
    error: str = ""
    failures: int = 0
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    full: bool = False
    failing_since: int = 0
    every: int = 0

    @property
    def trouble(self) -> str:
        """Which kind of trouble `error` tells, in a word or two; "" while all is well."""
        if not self.error:
            return ""
        return "failing" if self.failures else "not whole"


class Fetched(NamedTuple):
    """What a source answered: its own title and home page, its entries, its validators for the next time.

    `url` is where the feed lives from now on (changed by a permanent redirect only). `unchanged`
    means the source said or showed that nothing is new; `entries` is then empty. `interval` is the
    pause in seconds the source asks for, 0 when it does not say. `notice` is a sentence about what was left
    out of a source that is larger than the limits.
    """

    url: str
    title: str = ""
    site: str = ""
    entries: tuple[Entry, ...] = ()
    etag: str = ""
    last_modified: str = ""
    interval: int = 0
    unchanged: bool = False
    digest: str = ""
    notice: str = ""


class Failed(NamedTuple):
    """A source that could not be read; `reason` is a sentence for the user, `retry_after` seconds or 0.

    `gone` says that it will not come back; `is_page` that it is a web page, which may offer feeds.
    """

    url: str
    reason: str
    retry_after: int = 0
    gone: bool = False
    is_page: bool = False


class Headline(NamedTuple):
    """A row of the list: what is shown of an article before it is opened.

    `also` are the titles of other feeds that have the same story; `changed` is when its source last changed
    its title or text, 0 for never.
    """

    id: int
    feed_id: int
    title: str
    source: str
    published: int
    read: bool
    starred: bool
    also: tuple[str, ...] = ()
    changed: int = 0


class Article(NamedTuple):
    """A stored article, whole. `position` is where the user stopped reading, an offset into `text`.

    `also` and `changed` are as in `Headline`.
    """

    id: int
    feed_id: int
    source: str
    url: str
    title: str
    author: str
    published: int
    language: str
    text: str
    marks: tuple[Mark, ...]
    enclosures: tuple[Enclosure, ...]
    tags: tuple[str, ...]
    read: bool
    starred: bool
    position: int
    also: tuple[str, ...] = ()
    changed: int = 0


class QuoteKind(StrEnum):
    """How much of a quotation a stretch between marks is."""

    SPEECH = "speech"  # somebody's words, a sentence or more, or with a cue
    FRAGMENT = "fragment"  # a few words quoted inside a sentence
    OTHER = "other"  # a title, a nickname, a scare quote, a word as a word: nobody's speech


class Quote(NamedTuple):
    """A quotation, marks included. `speaker` is a `Person.name` of the same analysis or None.

    `confidence` is that of the attribution, 0 to 1, and 0 when there is no speaker.
    """

    start: int
    end: int
    kind: QuoteKind = QuoteKind.SPEECH
    speaker: str | None = None
    confidence: float = 0.0

    @property
    def is_spoken(self) -> bool:
        """Whether it is somebody's words: speech, or whatever has a speaker."""
        return self.kind is QuoteKind.SPEECH or self.speaker is not None


class Person(NamedTuple):
    """A person named in an article: the fullest form of the name, and every place it stands, in order.

    `key` is the normalised full name that joins the same person across articles; it is empty for a
    surname alone, which joins nobody outside its own article.
    """

    name: str
    mentions: tuple[Span, ...]
    key: str = ""


class Analysis(NamedTuple):
    """Who said what in one text: quotations in order of their start, people in order of first mention."""

    quotes: tuple[Quote, ...] = ()
    people: tuple[Person, ...] = ()


class Unanalysed(NamedTuple):
    """An article that made the analysis fail; `reason` is a sentence."""

    id: int
    title: str
    source: str
    reason: str


class PersonRow(NamedTuple):
    """A person of the index, in the whole library or in some articles.

    `quotes` are theirs, `mentions` all places of the name; `first` and `last` the dates of the articles,
    0 where nobody asked. `key` is that of `Person`.
    """

    id: int
    name: str
    articles: int
    quotes: int
    mentions: int = 0
    first: int = 0
    last: int = 0
    key: str = ""


class QuoteRow(NamedTuple):
    """A quotation of the index: `text` is what stands at [start, end) in its article, marks included.

    `number` is its own in the index, `person_id` that of its speaker, None where nobody is known by a full
    name; `before` and `after` are what stands around it in its paragraph, as far as a line or two need it.
    """

    article_id: int
    start: int
    end: int
    text: str
    speaker: str
    title: str
    source: str
    published: int
    url: str = ""
    person_id: int | None = None
    number: int = 0
    before: str = ""
    after: str = ""


class TermKind(StrEnum):
    """How a term of a search matches text."""

    WORDS = "words"  # a whole word, or several in this order
    PREFIX = "prefix"  # the same, the last of them only begun
    REGEX = "regex"  # a regular expression over the text as it is


class Term(NamedTuple):
    """Words, a phrase, a prefix or a regular expression to be found in a text."""

    text: str
    kind: TermKind = TermKind.WORDS


class Deeds(NamedTuple):
    """What a rule does to an article; `tag` is the name of one to give, "" for none."""

    read: bool = False
    star: bool = False
    hide: bool = False
    notify: bool = False
    tag: str = ""

    def __str__(self) -> str:
        """In words, as in "mark read, tag #harbour"."""
        named = (
            (self.read, "mark read"),
            (self.star, "star"),
            (self.tag, f"tag #{self.tag}"),
            (self.hide, "hide"),
            (self.notify, "notify"),
        )
        return ", ".join(words for done, words in named if done)


class Rule(NamedTuple):
    """What is done to each article that a search finds as it comes; `caught` is how many it found."""

    id: int
    sought: str
    deeds: Deeds
    active: bool = True
    caught: int = 0


class Caught(NamedTuple):
    """What a rule did: the articles it found, and those of which it changed something, for undoing it.

    `late`: its time was over before it had looked at all. `notify`: the user is to be told.
    """

    rule: Rule
    ids: "array[int]" = array("q")
    read: "array[int]" = array("q")
    starred: "array[int]" = array("q")
    tagged: "array[int]" = array("q")
    hidden: "array[int]" = array("q")
    late: bool = False
    notify: bool = False

    @property
    def changes(self) -> bool:
        """Whether there is anything to undo."""
        return any(len(ids) for ids in self[2:6])
