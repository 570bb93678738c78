"""What can go wrong and be told to a user: one sentence that names the thing, the place and what to do."""


class TuinewsError(Exception):
    """An expected failure; `str(error)` is a whole sentence fit to be shown as it is."""


class SourceError(TuinewsError):
    """A file, folder, page or feed that cannot be read; the message names it and the reason."""


class PageError(SourceError):
    """What was to be a feed is a web page; its feeds can be looked for."""


class StoreError(TuinewsError):
    """The library's file cannot be opened, read or written; the message names the file."""


class SettingsError(TuinewsError):
    """A file of settings that cannot be written; the message names it."""


class AnalysisError(TuinewsError):
    """An article that makes the analysis fail; the message names the article and the reason."""


class AnalystError(TuinewsError):
    """The analysis itself cannot run here, whatever the article; the message has the reason."""
