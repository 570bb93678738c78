"""The room of the notes: what the program remembers about itself."""

from tuinews.store.connection import Database


class Notes:
    """Notes by name, each made or not. They lie beside the times of the upkeep."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has(self, name: str) -> bool:
        """Whether a note was made: one look by key, some 20 µs."""
        with self._database.reading() as db:
            return db.execute("SELECT 1 FROM upkeep WHERE name = ?", (name,)).get is not None

    def make(self, name: str) -> None:
        """Make a note for good."""
        with self._database.writing() as db:
            db.execute("INSERT OR REPLACE INTO upkeep VALUES (?, 1)", (name,))
