"""The one room that knows SQL: articles, their index and their state, in one SQLite file."""
